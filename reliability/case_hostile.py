"""Hostile drops: each is refused with a reason or left alone, the daemon stays up, nothing outside its root changes."""

import collections
import hashlib
import os
import pathlib
import pwd
import shutil
import subprocess
import time

from daemon import Daemon
from findings import tell
from root import ANSWERS
from traps import ANSWERED, LEFT, REFUSED, STUCK, TAKEN, Traps

PROGRAMME = "tut"


def run(trial, findings):
    count = trial.amount(200, 76)
    root = trial.released().copy(trial.folder / "hostile")
    outside = trial.folder / "outside"
    outside.mkdir()
    (outside / "secret.csv").write_text("person_id,date,status,note\nGLO-lead,2027-02-26,unavailable,secret\n")
    user = other_user(trial, root)
    incoming = root.folder("incoming", PROGRAMME)
    traps = Traps(incoming, outside, trial.dice("hostile"))
    kinds, impossible = possible(traps, user)
    laid = []
    for number in range(count):
        tell(f"hostile: {number} of {count}")
        kind = kinds[number % len(kinds)]
        name, becomes = traps.lay(kind)
        status = os.lstat(traps.path(name))
        laid.append((kind.__name__, name, becomes, status.st_ino))
    strays = lay_strays(root, outside)
    shutil.copyfile(os.path.join(outside, "secret.csv"), outside / "copy-of-secret")
    before = seen(trial.folder, root)
    daemon = Daemon(root, "--settle", "0.2", "--quiet-seconds", "0", user=user, log=trial.folder / "hostile.log")
    own = {os.fsencode(name) for kind, name, becomes, _ in laid if becomes in (LEFT, STUCK)}
    is_done = daemon.waits_until(lambda: not left(incoming) - own, 300)
    root.drop(PROGRAMME, "leave.csv", b"person_id,date,status\nPEN-nurse,2027-01-20,unavailable\n")
    current = root.folder("published", PROGRAMME) / "current"
    goes_on = daemon.waits_until(lambda: int(current.readlink().name) > 1 and not (incoming / "leave.csv").exists(), 60)
    time.sleep(1)
    was_up = daemon.is_up()
    status = daemon.end() if was_up else daemon.process.returncode
    # What the daemon's log is written to is ours.
    after = seen(trial.folder, root)
    tried = f"{count} drops of {len(kinds)} kinds"
    findings.say("the daemon stays up and goes on taking files", tried,
                 ([] if was_up and status == 0 else [f"the daemon ended with {status}"])
                 + ([] if is_done else [f"left in incoming: {sorted(left(incoming) - own)[:5]}"])
                 + ([] if goes_on else ["a sound file dropped afterwards made no release"]) + root.status())
    fates, against = collections.Counter(), []
    places = found(root)
    for kind, name, becomes, inode in laid:
        fate, text = places.get(inode, ("lost", ""))
        fates[fate] += 1
        is_right = {REFUSED: fate == "rejected", TAKEN: fate == "accepted", LEFT: fate == "incoming",
                    STUCK: fate == "incoming" and (
                        root.folder("rejected", PROGRAMME) / f"{name}.why.txt").exists(),
                    ANSWERED: fate in ("accepted", "rejected")}[becomes]
        if not is_right:
            against.append(f"{kind}: {name!r:.60} is {fate} and must be {becomes}: {text[:150]}")
        elif fate != "incoming" and not text.strip():
            against.append(f"{kind}: {name!r:.60} is {fate} without an answer")
        elif any(ord(letter) < 32 and letter not in "\n\r\t" for letter in text):
            against.append(f"{kind}: the answer to {name!r:.60} holds control characters")
    findings.say("each is refused with a reason, or taken or left alone as docs/formats.md says", tried, against,
                 "none; " + ", ".join(f"{number} {fate}" for fate, number in sorted(fates.items())))
    findings.say("nothing outside the root changes",
                 f"{len(before)} files beside it, {len(strays)} links that lead there",
                 [f"{name} {change}" for name, change in differences(before, after)])
    for what in impossible:
        findings.note(what, "-", "it cannot be made here, or means nothing to this user")


def other_user(trial, root):
    """Somebody who may not read everything, to work as: nobody, where the trial is run by root and it can be done."""
    if os.geteuid() != 0:
        return None
    nobody = pwd.getpwnam("nobody").pw_uid
    os.chmod(trial.folder, 0o711)
    for folder, _, names in os.walk(root.path):
        for place in [folder, *(os.path.join(folder, name) for name in names)]:
            os.chown(place, nobody, nobody, follow_symlinks=False)
    try:
        subprocess.run([trial.program, "--version"], user=nobody, group=nobody, extra_groups=[], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return nobody
    except (OSError, subprocess.CalledProcessError):
        return None


def possible(traps, user):
    """The kinds that can be laid here, each tried once and taken away; and the names of the others."""
    kinds, impossible = [], []
    for kind in traps.kinds:
        if kind in (traps.unreadable, traps.folder_of_another) and user is None and (
                os.geteuid() == 0 or kind == traps.folder_of_another):
            impossible.append(kind.__name__.replace("_", " "))
            continue
        try:
            name, _ = traps.lay(kind)
        except OSError:
            impossible.append(kind.__name__.replace("_", " "))
            continue
        path = traps.path(name)
        shutil.rmtree(path) if os.path.isdir(path) and not os.path.islink(path) else os.unlink(path)
        kinds.append(kind)
    return kinds, impossible


def lay_strays(root, outside):
    """Links to elsewhere in the place of folders that the daemon works in."""
    incoming = root.path / "incoming"
    (incoming / "stray.csv").write_text("person_id\n")
    (incoming / "evil").symlink_to(outside)
    (incoming / "two words").mkdir()
    for programme, name in (("three", "new"), ("four", "tmp")):
        (incoming / programme).mkdir()
        (incoming / programme / name).symlink_to(outside)
    return ["evil", "three/new", "four/tmp"]


def left(incoming):
    return {name for name in os.listdir(os.fsencode(incoming))} - {b"new", b"tmp"}


def found(root):
    """By inode, where each thing lies now and what was answered to it."""
    places = {}
    for kind in ("accepted", "rejected", "incoming"):
        folder = os.fsencode(root.folder(kind, PROGRAMME))
        for name in os.listdir(folder):
            if name.endswith(tuple(map(str.encode, ANSWERS))) and kind != "incoming":
                continue
            answer = os.path.join(folder, name + ANSWERS[kind == "rejected"].encode())
            text = open(answer, errors="replace").read() if os.path.exists(answer) else ""
            places[os.lstat(os.path.join(folder, name)).st_ino] = (kind, text)
    return places


def seen(folder, root):
    """Everything beside the root with its kind, rights, owner, time of change and bytes; without the log."""
    files = {}
    for place, folders, names in os.walk(folder):
        if pathlib.Path(place) == folder:
            folders[:] = [name for name in folders if name not in (root.path.name, "released")]
            names = [name for name in names if not name.endswith(".log")]
        for name in folders + names:
            path = os.path.join(place, name)
            status = os.lstat(path)
            is_file = os.path.isfile(path) and not os.path.islink(path)
            data = hashlib.sha256(open(path, "rb").read()).hexdigest() if is_file else ""
            files[os.path.relpath(path, folder)] = (
                status.st_mode, status.st_uid, status.st_size, status.st_mtime_ns, data)
    return files


def differences(before, after):
    for name in sorted(set(before) | set(after)):
        if before.get(name) != after.get(name):
            yield name, "is new" if name not in before else "is gone" if name not in after else "has changed"
