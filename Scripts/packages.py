"""What others wrote and a script needs: from PyPI into a folder of the script's own, from Debian by apt."""

import pathlib
import shutil
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
    installed = folder / requirements.name
    if is_there() and installed.exists() and installed.read_text() == requirements.read_text():
        return True
    python = folder / "bin/python"
    if not python.exists() and not succeeds(sys.executable, "-m", "venv", folder):
        return False
    for line in requirements.read_text().split():
        print(f"installing {line}", file=sys.stderr, flush=True)
        if not succeeds(python, "-m", "pip", "-q", "install", line):
            print(f"{line} could not be installed", file=sys.stderr, flush=True)
    shutil.copy(requirements, installed)
    return is_there()


def from_debian(*packages):
    """Installs packages by apt; whether that was done."""
    return not packages or subprocess.run([SCRIPTS / "apt-install", *packages], check=False).returncode == 0
