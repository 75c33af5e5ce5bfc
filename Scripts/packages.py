"""What others wrote and a script needs: from PyPI into a folder of the script's own, from Debian by apt."""

import pathlib
import subprocess
import sys

SCRIPTS = pathlib.Path(__file__).resolve().parent


def succeeds(*command):
    """Whether a command, of which nothing is shown, ends with 0."""
    try:
        return subprocess.run(list(map(str, command)), capture_output=True).returncode == 0
    except OSError:
        return False


def from_pypi(folder, requirements, is_there):
    """Installs the lines of a file into an environment of its own, unless all `is_there` already, of the versions that
    the file names; whether it is then.

    One by one, so that one that is nowhere to be had does not keep the others away.
    """
    python = folder / "bin/python"
    if is_there() and not has_others(python, requirements):
        return True
    if not python.exists() and not succeeds(sys.executable, "-m", "venv", folder):
        return False
    for line in requirements.read_text().split():
        print(f"installing {line}", file=sys.stderr, flush=True)
        if not succeeds(python, "-m", "pip", "-q", "install", line):
            print(f"{line} could not be installed", file=sys.stderr, flush=True)
    return is_there()


def has_others(python, requirements):
    """Whether an environment has something of another version than a file's lines, each `name==version`, ask for."""
    frozen = subprocess.run([python, "-m", "pip", "freeze"], capture_output=True, text=True, check=False).stdout
    versions = dict(line.split("==") for line in frozen.split() if line.count("==") == 1)
    asked = dict(line.split("==") for line in requirements.read_text().split())
    return any(versions.get(name, version) != version for name, version in asked.items())


def from_debian(*packages):
    """Installs packages by apt; whether that was done."""
    return not packages or subprocess.run([SCRIPTS / "apt-install", *packages], check=False).returncode == 0
