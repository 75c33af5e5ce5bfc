"""A second reader of the daemon's ledger: plain SQLite, which shares nothing with the program."""

import json
import pathlib
import shutil
import sqlite3
import tempfile


class Ledger:
    """The ledger as it is now, in a copy, so that looking changes nothing; only while no daemon works."""

    def __init__(self, state):
        with tempfile.TemporaryDirectory() as folder:
            for name in ("ledger.sqlite", "ledger.sqlite-wal"):
                if (pathlib.Path(state) / name).exists():
                    shutil.copy(pathlib.Path(state) / name, folder)
            with sqlite3.connect(f"{folder}/ledger.sqlite") as source:
                self.database = sqlite3.connect(":memory:")
                source.backup(self.database)
            source.close()
        self.database.row_factory = sqlite3.Row

    def all(self, sql, *values):
        return self.database.execute(sql, values).fetchall()

    def jobs(self):
        return self.all("SELECT * FROM jobs ORDER BY id")

    def inputs(self):
        return self.all("SELECT * FROM inputs ORDER BY sequence")

    def releases(self):
        return self.all("SELECT * FROM releases WHERE state = 'published' ORDER BY programme, number")

    def doubled(self):
        """Releases that were made twice, in whatever sense, and gaps in their numbers; a sentence each."""
        faults = []
        numbers = {}
        for row in self.all("SELECT programme, number FROM releases ORDER BY programme, number"):
            numbers.setdefault(row["programme"], []).append(row["number"])
        for programme, found in numbers.items():
            if found != list(range(1, len(found) + 1)):
                faults.append(f"{programme}: the releases are numbered {found}")
        for row in self.all("SELECT job, COUNT(*) AS count FROM releases GROUP BY job HAVING count > 1"):
            faults.append(f"job {row['job']} made {row['count']} releases")
        told = {}
        for row in self.all("SELECT programme, details FROM audit WHERE what = 'release_published'"):
            key = row["programme"], int(json.loads(row["details"])["release"])
            told[key] = told.get(key, 0) + 1
        faults += [f"the audit says {count} times that {key} was published" for key, count in told.items() if count > 1]
        known = {(row["programme"], row["number"]) for row in self.releases()}
        faults += [f"{key} is published and the audit does not know it" for key in sorted(known - set(told))]
        before = {}
        for row in self.releases():
            says = [(feed["file"], feed["sha256"]) for feed in self.all(
                "SELECT file, sha256 FROM feeds WHERE programme = ? AND release = ? ORDER BY file",
                row["programme"], row["number"])]
            if before.get(row["programme"]) == says:
                faults.append(f"release {row['number']} of {row['programme']} is the one before it again")
            before[row["programme"]] = says
        return faults

    def unended(self):
        """Jobs that wait or run, and releases that are prepared only; a sentence each."""
        return [f"job {row['id']} ({row['kind']}) is {row['state']}: {row['error']}" for row in self.jobs()
                if row["state"] in ("queued", "running")] + [
            f"release {row['number']} is only prepared"
            for row in self.all("SELECT number FROM releases WHERE state = 'prepared'")]
