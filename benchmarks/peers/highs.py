"""Solves a model with HiGHS on one thread and prints what came of it as a line of JSON.

    highs.py FILE SECONDS [--worst-first]

`seconds` is the time of the solver alone, reading the file not counted. With --worst-first the file is the pairing
model without a least score, and HiGHS finds that too, as the program does: by bisection over the scores at hand, each
step a model in which only the number of pairs counts, and at last the model itself above the least score found.

`trace` is how it went: seconds, the best objective and the bound, whenever either was seen to change.
"""

import json
import sys
import time

import highspy


class Model:
    """A model in HiGHS that is solved once or more within one limit, and the seconds that took."""

    def __init__(self, path, limit):
        self.highs = highspy.Highs()
        self.highs.setOptionValue("output_flag", False)
        self.highs.setOptionValue("threads", 1)
        # Proven to the unit: costs are whole numbers.
        self.highs.setOptionValue("mip_rel_gap", 0.0)
        self.highs.setOptionValue("mip_abs_gap", 0.99)
        self.highs.readModel(path)
        self.limit = limit
        self.seconds = 0.0
        self.trace = []
        for told in (self.highs.cbMipImprovingSolution, self.highs.cbMipLogging):
            told.subscribe(self.note)

    def note(self, event):
        """Takes down how far the solver says it is."""
        data = event.data_out
        point = [data.running_time, finite(data.mip_primal_bound), finite(data.mip_dual_bound)]
        if not self.trace or self.trace[-1][1:] != point[1:]:
            self.trace.append(point)

    def solve(self):
        """Whether an optimum was proven in what is left of the limit."""
        self.highs.setOptionValue("time_limit", max(0.0, self.limit - self.seconds))
        began = time.perf_counter()
        self.highs.run()
        self.seconds += time.perf_counter() - began
        return self.highs.modelStatusToString(self.highs.getModelStatus()) == "Optimal"

    def objective(self):
        info = self.highs.getInfo()
        return round(info.objective_function_value) if info.primal_solution_status == 2 else None

    def values(self):
        """The columns that are not 0, by name."""
        lp, solution = self.highs.getLp(), self.highs.getSolution().col_value
        return {name: round(value) for name, value in zip(lp.col_names_, solution) if round(value) != 0}


def finite(value):
    return value if abs(value) < 1e29 else None


def worst_first(model):
    """Leaves the model with its least score, and says whether its optimum was proven."""
    highs = model.highs
    lp = highs.getLp()
    costs = list(lp.col_cost_)
    pairs = [column for column, name in enumerate(lp.col_names_) if name.startswith("x(")]
    # A pair that a row rules out has no score to try.
    barred = set(barred_columns(lp))
    scores = sorted({-costs[column] for column in pairs if column not in barred})

    def count_only():
        for column, cost in enumerate(costs):
            highs.changeColCost(column, 0.0 if lp.col_names_[column].startswith("x(") else float(cost > 0))

    def keep_from(least):
        for column in pairs:
            highs.changeColBounds(column, 0.0, 1.0 if -costs[column] >= least else 0.0)

    began = time.perf_counter()
    count_only()
    model.seconds += time.perf_counter() - began
    if not model.solve():
        return False
    fewest = model.objective()
    low, high = 0, len(scores)
    while high - low > 1:
        middle = (low + high) // 2
        keep_from(scores[middle])
        if not model.solve():
            return False
        if model.objective() == fewest:
            low = middle
        else:
            high = middle
    if scores:
        keep_from(scores[low])
    for column, cost in enumerate(costs):
        highs.changeColCost(column, cost)
    return model.solve()


def barred_columns(lp):
    """Columns that a row of their own holds at 0."""
    entries = [0] * lp.num_row_
    last = [0] * lp.num_row_
    starts, index = list(lp.a_matrix_.start_), list(lp.a_matrix_.index_)
    for column in range(lp.num_col_):
        for entry in range(starts[column], starts[column + 1]):
            entries[index[entry]] += 1
            last[index[entry]] = column
    upper = list(lp.row_upper_)
    return [last[row] for row in range(lp.num_row_) if entries[row] == 1 and upper[row] == 0]


def main():
    model = Model(sys.argv[1], float(sys.argv[2]))
    proven = worst_first(model) if "--worst-first" in sys.argv[3:] else model.solve()
    print(json.dumps({
        "seconds": model.seconds,
        "proven": proven,
        "objective": model.objective() if proven or "--worst-first" not in sys.argv[3:] else None,
        "bound": model.highs.getInfo().mip_dual_bound,
        "trace": model.trace,
        "values": model.values(),
        "rows": model.highs.getNumRow(),
        "columns": model.highs.getNumCol(),
        "version": model.highs.version(),
    }))


if __name__ == "__main__":
    main()
