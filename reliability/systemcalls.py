"""strace: which calls of the operating system the daemon makes, and making them fail."""

import collections
import re
import shutil
import subprocess

import packages
from root import ENVIRONMENT

CALLS = ["openat", "write", "pwrite64", "fsync", "fdatasync", "rename", "renameat", "renameat2", "link", "linkat",
         "symlinkat", "unlink", "unlinkat", "mkdir", "mkdirat", "ftruncate"]


def strace(log, calls, *more):
    """The command before a command: its threads are followed, and the processes that it starts let go."""
    return ["strace", "-f", "-b", "execve", "-y", "-o", str(log), "-e", f"trace={calls}",
            *(word for expression in more for word in ("-e", expression))]


def has_strace():
    if shutil.which("strace") is None:
        packages.from_debian("strace")
    return shutil.which("strace") is not None


# A call's beginning in a trace: its thread, its name, and its arguments. Where threads interrupt each other strace goes
# on with the rest in a line of its own, which does not look like this.
BEGINNING = re.compile(r"^(\d+) +(\w+)\((.*)")


def traced(root, log):
    """Of an undisturbed run the places of the calls: by call and its number in its thread, what it was about."""
    subprocess.run(strace(log, ",".join(CALLS)) + root.serve_command("--settle", "0", "--once"), check=True,
                   env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    places = collections.defaultdict(lambda: collections.defaultdict(set))
    for call, number, arguments in calls(log):
        if place := plain(call, arguments, root):
            places[call][number].add(place)
    return places


def calls(log):
    """The calls of a trace: each one's name, which of this name it was in its thread, and arguments."""
    counts = collections.Counter()
    for line in open(log, errors="replace"):
        if match := BEGINNING.match(line):
            thread, call, arguments = match.groups()
            counts[thread, call] += 1
            yield call, counts[thread, call], arguments


# Calls that take one open file and, some of them, bytes; all others are about the names that they are given.
ON_OPEN_FILES = {"write", "pwrite64", "fsync", "fdatasync", "ftruncate"}


def plain(call, arguments, root):
    """What a call is about, the same in every run; None where it is not about the root."""
    if str(root.path) not in arguments:
        return None
    # Without the answer, which a call that fails does not have.
    text = arguments.split(") = ")[0].split(" <unfinished")[0].replace(str(root.path), "")
    opened = re.findall(r"^\d+<([^>]*)>", text) if call in ON_OPEN_FILES else re.findall(r"<([^>]*)>", text)
    names = [] if call in ON_OPEN_FILES else re.findall(r'"([^"]*)"', text)
    words = " ".join(opened + names)
    # Names of claims, of files in the making, of jobs.
    words = re.sub(r"\b[0-9a-f]{16,}\b", "ID", words)
    words = re.sub(r"nosync\w+\.\w+", "nosync", words)
    return re.sub(r"\bJ\d+", "JOB", words)
