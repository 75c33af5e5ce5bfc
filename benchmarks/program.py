"""The program that is timed: its commands, what they answered and how much memory they took."""

import base64
import json
import os
import subprocess
import sys
import tempfile


# Runs a command and writes its status and peak memory to a file. A process counts as its own peak what its parent held
# when it was started, so its parent must be a small one, and not the benchmark with a graph of 100,000 pairs.
MEASURED = """
import os, subprocess, sys
child = subprocess.Popen(sys.argv[2:])
_, status, usage = os.wait4(child.pid, 0)
with open(sys.argv[1], "w") as file:
    file.write(f"{os.waitstatus_to_exitcode(status)} {usage.ru_maxrss}")
"""


class Program:
    """The program at a path, run under one limit of seconds for each search."""

    def __init__(self, path, limit):
        self.path = path
        self.limit = limit

    def run(self, *arguments, allowed=(0,)):
        """The exit status, standard output, and peak memory in KiB of the larger of its two processes."""
        command = [self.path, *map(str, arguments)]
        with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors, \
                tempfile.NamedTemporaryFile("r") as measured:
            subprocess.run([sys.executable, "-ISc", MEASURED, measured.name, *command], stdout=output, stderr=errors,
                           stdin=subprocess.DEVNULL, check=True)
            status, memory = map(int, measured.read().split())
            output.seek(0)
            if status not in allowed:
                errors.seek(0)
                sys.exit(f"{' '.join(command)}: status {status}\n{errors.read().decode()}")
            return status, output.read().decode(), memory

    def generate(self, folder, teams, seed, overfull=False):
        self.run("generate", folder, "--profile", "bench", "--teams", teams, "--seed", seed,
                 *(["--overfull"] if overfull else []))

    def pair(self, folder, scratch):
        """The pairing, its pairs.csv, the solver's seconds and the peak memory; `None` where none was proven."""
        table, timings = scratch / "pairs.csv", scratch / "timings.json"
        status, output, memory = self.run(
            "pair", folder, "--json", "--quiet", "--out", table, "--timings", timings, "--time-limit", self.limit,
            allowed=(0, 4))
        if status == 4:
            return None
        return {
            "pairing": json.loads(output)["pairing"], "pairs": table,
            "seconds": json.loads(timings.read_text())["pairing"]["seconds"]["solving"], "memory": memory,
        }

    def plan(self, folder, out):
        """plan.json and timings.json."""
        self.run("plan", folder, "--out", out, "--quiet", "--time-limit", self.limit, allowed=(0, 3))
        return json.loads((out / "plan.json").read_text()), json.loads((out / "timings.json").read_text())

    def schedule(self, folder):
        """One worker alone, asked as the program asks it: its reply, its memory in KiB, and how the schedule went:
        seconds from the options of all visits on, the best objective and the bound."""
        files = [{"name": file.name, "data": base64.b64encode(file.read_bytes()).decode()}
                 for file in sorted(folder.iterdir()) if file.suffix in (".csv", ".yaml")]
        request = {"job": "plan", "files": files, "today": "2026-11-23", "seed": 1, "timeLimit": self.limit,
                   "forbid": [], "force": []}
        child = subprocess.Popen([self.path, "worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        child.stdin.write(json.dumps(request).encode() + b"\n")
        # Its input stays open: a worker whose parent is gone ends.
        child.stdin.flush()
        trace, plan, timings = [], None, None
        for line in child.stdout:
            message = json.loads(line)
            if "reply" in message:
                reply = message["reply"]["_0"]
                if "plan" not in reply:
                    sys.exit(f"the worker answered {line.decode()[:400]}")
                plan, timings = reply["plan"]["_0"], reply["plan"]["_1"]["visits"]
                break
            point = message["progress"]["_0"]
            if point["phase"] in ("bounding", "diving", "closing"):
                trace.append([point["seconds"], point.get("best"), point.get("bound")])
        child.stdin.close()
        _, _, usage = os.wait4(child.pid, 0)
        child.returncode = 0
        began = next(seconds for seconds, best, _ in trace if best is not None) - timings["toFirst"]
        trace = [[max(0.0, seconds - began), best, bound] for seconds, best, bound in trace]
        quality = plan["visitsQuality"]
        trace.append([timings["solving"], quality["objective"], quality["bound"]])
        return {"objective": quality["objective"], "bound": quality["bound"], "trace": trace,
                "proven": quality["objective"] == quality["bound"], "seconds": timings["solving"],
                "first": timings["toFirst"], "memory": usage.ru_maxrss}

    def export(self, folder, model, form, file):
        """Whether the model could be written: above 160 MiB it is not, and worst first not without its minimum."""
        status, _, _ = self.run(
            "export", folder, "--model", model, "--format", form, "--out", file, "--time-limit", self.limit, "--quiet",
            allowed=(0, 1, 4))
        return status == 0
