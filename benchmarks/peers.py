"""The other solvers: installed beside this file, started, and their answers read."""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys

import packages
from packages import succeeds

HERE = pathlib.Path(__file__).resolve().parent
SCRIPTS = HERE / "peers"
INSTALLED = HERE / ".peers"
PYTHON = INSTALLED / "bin/python"
LEMON = INSTALLED / "lemon_matching"
TIMEFOLD = INSTALLED / "timefold"


def say(text):
    print(text, file=sys.stderr, flush=True)


class Peer:
    """A solver by name, and the command that starts it on a file."""

    def __init__(self, name, *command):
        self.name = name
        self.command = list(map(str, command))
        self.version = ""

    def solve(self, file, limit, *options):
        """Its answer as it printed it, or `None` where it was stopped at the limit."""
        done = subprocess.run([*self.command, str(file), str(limit), *options], capture_output=True, text=True,
                              env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})
        if done.returncode == -signal.SIGALRM:
            return None
        if done.returncode != 0:
            sys.exit(f"{self.name}: status {done.returncode}\n{done.stderr}")
        # HiGHS announces itself first.
        answer = json.loads(done.stdout.splitlines()[-1])
        self.version = answer["version"]
        return answer

    def __str__(self):
        return f"{self.name} {self.version}".strip()


def install(names):
    """Those of the named peers that are there, in that order; each of the others is said to be absent."""
    makers = {
        "LEMON": lemon, "rustworkx": script("rustworkx", "rustworkx_matching.py"),
        "networkx": script("networkx", "networkx_matching.py"), "HiGHS": script("highspy", "highs.py"),
        # Its script reads the model with HiGHS.
        "CP-SAT": script("ortools.sat.python.cp_model, highspy", "cpsat.py"), "Timefold": timefold,
    }
    peers = []
    for name in names:
        command = makers[name]()
        if command is None:
            say(f"{name} is absent and could not be installed; it is left out")
        else:
            peers.append(Peer(name, *command))
    return peers


def script(module, file):
    def command():
        is_there = install_packages(lambda: succeeds(PYTHON, "-c", f"import {module}"))
        return [PYTHON, SCRIPTS / file] if is_there else None
    return command


def install_packages(is_there):
    return packages.from_pypi(INSTALLED, SCRIPTS / "requirements.txt", is_there)


def lemon():
    source = SCRIPTS / "lemon_matching.cpp"
    if LEMON.exists() and LEMON.stat().st_mtime > source.stat().st_mtime:
        return [LEMON]
    compiler = next((name for name in ("g++", "clang++", "c++") if shutil.which(name)), None)
    if compiler is None:
        return None
    INSTALLED.mkdir(exist_ok=True)
    # LEMON uses what C++20 has dropped.
    compile_it = [compiler, "-std=c++14", "-O3", "-DNDEBUG", "-o", LEMON, source]
    if succeeds(*compile_it):
        return [LEMON]
    return [LEMON] if packages.from_debian("liblemon-dev") and succeeds(*compile_it) else None


def timefold():
    if shutil.which("java") is None or shutil.which("javac") is None:
        return None
    install_packages(timefold_jars)
    jars, sources = timefold_jars(), sorted((SCRIPTS / "timefold").glob("*.java"))
    if not jars:
        return None
    # Its log, which nobody reads, would be written on standard output.
    path = ":".join([str(jar) for jar in jars if not jar.name.startswith("logback")] + [str(TIMEFOLD)])
    main = TIMEFOLD / "visits/Main.class"
    if not main.exists() or main.stat().st_mtime < max(source.stat().st_mtime for source in sources):
        shutil.rmtree(TIMEFOLD, ignore_errors=True)
        if not succeeds("javac", "-cp", path, "-d", TIMEFOLD, *sources):
            return None
    return ["java", "-XX:+UseSerialGC", "-cp", path, "visits.Main"]


def timefold_jars():
    """Those that come with its package for Python."""
    return sorted(INSTALLED.glob("lib/python*/site-packages/timefold/solver/jars/*.jar"))
