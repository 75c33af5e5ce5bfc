"""An exported model as this file reads it, and answers held against it: shares nothing with any solver."""


class Model:
    """The rows, limits and costs of a file of free MPS, which is to be minimised."""

    def __init__(self, path):
        self.senses, self.limits, self.columns, self.bounds = {}, {}, {}, {}
        self.objective = None
        section = ""
        with open(path) as lines:
            for line in lines:
                words = line.split()
                if not words or line[0] == "*":
                    continue
                if line[0] != " ":
                    section = words[0]
                elif section == "ROWS" and words[0] == "N":
                    self.objective = words[1]
                elif section == "ROWS":
                    self.senses[words[1]] = words[0]
                elif section == "COLUMNS" and words[1] != "'MARKER'":
                    self.columns.setdefault(words[0], []).append((words[1], int(words[2])))
                elif section == "RHS":
                    self.limits[words[1]] = int(words[2])
                elif section == "BOUNDS":
                    low, high = self.bounds.get(words[2], (0, None))
                    number = int(words[3]) if len(words) > 3 else None
                    self.bounds[words[2]] = {
                        "LO": (number, high), "UP": (low, number), "FX": (number, number), "PL": (low, None)}[words[0]]

    def faults(self, answer):
        """What is wrong with an answer's `values`, its columns that are not 0, by name: rows and bounds that they
        break, and an objective that is not theirs."""
        values, sums, cost, faults = answer["values"], dict.fromkeys(self.senses, 0), 0, []
        for column, entries in self.columns.items():
            value = values.get(column, 0)
            low, high = self.bounds.get(column, (0, None))
            if value < low or (high is not None and value > high):
                faults.append(f"{column} is {value}, outside its bounds")
            for row, weight in entries if value else ():
                if row == self.objective:
                    cost += weight * value
                else:
                    sums[row] += weight * value
        faults += [f"no column is called {name}" for name in values if name not in self.columns]
        for row, total in sums.items():
            sense, limit = self.senses[row], self.limits.get(row, 0)
            if (sense in "LE" and total > limit) or (sense in "GE" and total < limit):
                faults.append(f"{row} is {total}, limit {limit}")
        if cost != answer["objective"]:
            faults.append(f"the objective is {cost}, not {answer['objective']}")
        return faults
