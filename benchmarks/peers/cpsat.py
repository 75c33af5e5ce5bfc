"""Solves an exported model with CP-SAT on one thread, linearization level 2: cpsat.py FILE SECONDS

HiGHS reads the file, and CP-SAT gets its rows. `seconds` is the time of the solver alone; `trace` is how it went:
seconds, the best objective and the bound, whenever either changed.
"""

import json
import sys
import time

import highspy
import ortools
from ortools.sat.python import cp_model


def translated(path):
    """The model of a file whose columns are all whole numbers from a lower bound on, and whose objective is minimised,
    and its columns."""
    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    highs.readModel(path)
    lp = highs.getLp()
    model = cp_model.CpModel()
    # What has no upper bound counts columns above a limit, so it is never above their number.
    most = lp.num_col_
    columns = [
        model.new_int_var(round(low), round(high) if high < highspy.kHighsInf else most, name)
        for low, high, name in zip(lp.col_lower_, lp.col_upper_, lp.col_names_)
    ]
    rows = [[] for _ in range(lp.num_row_)]
    starts, index, value = list(lp.a_matrix_.start_), list(lp.a_matrix_.index_), list(lp.a_matrix_.value_)
    for column in range(lp.num_col_):
        for entry in range(starts[column], starts[column + 1]):
            rows[index[entry]].append((column, round(value[entry])))
    for row, low, high in zip(rows, lp.row_lower_, lp.row_upper_):
        total = cp_model.LinearExpr.weighted_sum([columns[column] for column, _ in row], [a for _, a in row])
        if low == high:
            model.add(total == round(low))
        else:
            if low > -highspy.kHighsInf:
                model.add(total >= round(low))
            if high < highspy.kHighsInf:
                model.add(total <= round(high))
    model.minimize(cp_model.LinearExpr.weighted_sum(columns, [round(cost) for cost in lp.col_cost_]) + round(lp.offset_))
    return model, columns


class Trace(cp_model.CpSolverSolutionCallback):
    """Takes down every better solution and bound."""

    def __init__(self):
        super().__init__()
        self.began = time.perf_counter()
        self.best = self.bound = None
        self.points = []

    def add(self):
        self.points.append([time.perf_counter() - self.began, self.best, self.bound])

    def on_solution_callback(self):
        self.best, self.bound = round(self.objective_value), self.best_objective_bound
        self.add()

    def on_bound(self, bound):
        self.bound = bound
        self.add()


def main():
    model, columns = translated(sys.argv[1])
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.max_time_in_seconds = float(sys.argv[2])
    began = time.perf_counter()
    trace = Trace()
    solver.best_bound_callback = trace.on_bound
    status = solver.solve(model, trace)
    seconds = time.perf_counter() - began
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    print(json.dumps({
        "seconds": seconds,
        "proven": status == cp_model.OPTIMAL,
        "objective": round(solver.objective_value) if found else None,
        "bound": solver.best_objective_bound,
        "trace": trace.points,
        "values": {column.name: solver.value(column) for column in columns if solver.value(column)} if found else {},
        "version": ortools.__version__,
    }))


if __name__ == "__main__":
    main()
