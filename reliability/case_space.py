"""A disk that is really full: the root on a small tmpfs, filled to some bytes; the space comes back later."""

import os
import shutil
import subprocess
import time

import promises
from case_faults import PROGRAMME, outcome
from daemon import Daemon
from root import Broken, Root

MIB = 24
# Seconds for which the disk stays full.
PATIENCE = 25
# What is left on the disk when the daemon meets the file, in KiB.
LEFT = [0, 4, 8, 16, 32, 64, 96, 128, 192, 256, 384, 512, 768, 1024, 1536, 2048]
SHORT_LEFT = [0, 16, 128, 512]
ABSENCE = b"person_id,date,status\nPEN-nurse,2027-01-20,unavailable\n"


def run(trial, findings):
    promise = "a full disk costs nothing, and the daemon goes on by itself when there is space"
    if os.geteuid() != 0:
        return findings.note(promise, "-", "mounting a small disk needs root")
    clean = trial.released().copy(trial.folder / "clean")
    clean.drop(PROGRAMME, "leave.csv", ABSENCE)
    if clean.serve_until_done().returncode != 0:
        raise Broken("the undisturbed run failed")
    wanted = outcome(clean)
    disks = []
    try:
        for left in SHORT_LEFT if trial.is_short else LEFT:
            disks.append(Disk(trial, left))
    except subprocess.CalledProcessError:
        for disk in disks:
            disk.take_down()
        return findings.note(promise, "-", "a small disk could not be mounted here")
    try:
        for disk in disks:
            disk.fill()
        time.sleep(PATIENCE)
        for disk in disks:
            disk.look()
        for disk in disks:
            disk.free()
        end = time.monotonic() + 240
        while time.monotonic() < end and not all(disk.is_done() for disk in disks):
            time.sleep(1)
        for disk in disks:
            disk.judge(wanted)
    finally:
        for disk in disks:
            disk.take_down()
    full = sum(disk.was_full for disk in disks)
    tried = f"{len(disks)} disks, filled but for {disks[0].left} to {disks[-1].left} KiB for {PATIENCE} s"
    findings.say(promise, tried, [fault for disk in disks for fault in disk.faults],
                 f"none; {full} daemons met the full disk before the work was done, the busiest took "
                 f"{100 * max(disk.busy for disk in disks):.0f} % of a core meanwhile")


class Disk:
    """One small disk with a root on it, in which a daemon works."""

    def __init__(self, trial, left):
        self.trial, self.left = trial, left
        self.place = trial.folder / f"disk-{left}"
        self.place.mkdir()
        self.daemon = None
        self.faults = []
        self.was_full = False
        # Seconds of a processor, later the share of a core while the disk was full.
        self.busy = 0.0
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={MIB}m", "soak", str(self.place)], check=True,
                       stderr=subprocess.DEVNULL)
        shutil.copytree(trial.released().path, self.place / "root", symlinks=True)
        self.root = Root(trial.program, self.place / "root")
        # The settle time is the time in which the disk is filled.
        self.daemon = Daemon(self.root, "--settle", "2", "--quiet-seconds", "0", log=trial.folder / f"disk-{left}.log")
        if not self.daemon.waits_until(self.daemon.has_lock):
            self.faults.append("the daemon did not start")

    def fill(self):
        self.busy = seconds(self.daemon.number)
        self.root.drop(PROGRAMME, "leave.csv", ABSENCE)
        with open(self.place / "filler", "wb") as file:
            free = shutil.disk_usage(self.place).free - self.left * 1024
            os.posix_fallocate(file.fileno(), 0, max(4096, free))

    def look(self):
        """With the disk still full: the daemon is up, and what was published is there, old or new."""
        self.was_full = not self.is_done()
        self.busy = (seconds(self.daemon.number) - self.busy) / PATIENCE if self.daemon.is_up() else 0
        if not self.daemon.is_up():
            self.say(f"the daemon ended with {self.daemon.process.returncode} while the disk was full")
        for fault in promises.torn(self.root, [PROGRAMME]):
            self.say(f"while the disk was full: {fault}")

    def free(self):
        (self.place / "filler").unlink()

    def is_done(self):
        current = self.root.folder("published", PROGRAMME) / "current"
        return current.readlink().name == "2" and not self.root.waiting(PROGRAMME) and (
            self.root.folder("accepted", PROGRAMME) / "leave.csv.receipt.txt").exists()

    def judge(self, wanted):
        if not self.is_done():
            self.say("four minutes after the space came back the release was not there")
        time.sleep(0.2)
        status = self.daemon.end() if self.daemon.is_up() else self.daemon.process.returncode
        if status != 0:
            self.say(f"the daemon ended with {status}")
        for fault in self.root.status() + promises.torn(self.root, [PROGRAMME]):
            self.say(fault)
        ledger, found = self.root.ledger(), outcome(self.root)
        for fault in ledger.doubled() + ledger.unended():
            self.say(fault)
        for key in sorted(set(found) | set(wanted)):
            if found.get(key) != wanted.get(key):
                self.say(f"{key}: {found.get(key)!r:.150} instead of {wanted.get(key)!r:.150}")

    def say(self, fault):
        self.faults.append(f"{self.left} KiB left: {fault}")

    def take_down(self):
        if self.daemon and self.daemon.is_up():
            self.daemon.kill()
        if any(fault for fault in self.faults):
            shutil.copytree(self.place / "root", self.trial.folder / f"root-of-disk-{self.left}", symlinks=True)
        subprocess.run(["umount", str(self.place)], stderr=subprocess.DEVNULL)


def seconds(number):
    """Of a processor, that a process has taken."""
    fields = open(f"/proc/{number}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
