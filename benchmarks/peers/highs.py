"""Solves an MPS file with HiGHS on one thread and prints what came of it as a line of JSON.

    highs.py FILE SECONDS

`seconds` is the time of the solver alone, reading the file not counted.
"""

import json
import sys
import time

import highspy


def main():
    path, limit = sys.argv[1], float(sys.argv[2])
    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("threads", 1)
    highs.setOptionValue("time_limit", limit)
    # Proven to the unit: costs are whole numbers.
    highs.setOptionValue("mip_rel_gap", 0.0)
    highs.setOptionValue("mip_abs_gap", 0.5)
    highs.readModel(path)
    began = time.perf_counter()
    highs.run()
    seconds = time.perf_counter() - began
    status = highs.modelStatusToString(highs.getModelStatus())
    info = highs.getInfo()
    found = info.primal_solution_status == 2
    print(json.dumps({
        "seconds": seconds,
        "proven": status == "Optimal",
        "objective": round(info.objective_function_value) if found else None,
        "bound": info.mip_dual_bound,
        "rows": highs.getNumRow(),
        "columns": highs.getNumCol(),
        "version": highs.version(),
    }))


if __name__ == "__main__":
    main()
