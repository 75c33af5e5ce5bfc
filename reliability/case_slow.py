"""Files that come slowly, and the same file again and again."""

import concurrent.futures
import hashlib
import os
import random
import time

from daemon import Daemon
from findings import tell
from root import digest

PROGRAMME = "tut"
SETTLE = 1.5
# The longest pause that a writer means to make, well below the settle time.
PAUSE = 0.9
AT_A_TIME = 24
MIB = 1 << 20


def run(trial, findings):
    slow_writers(trial, findings)
    same_file(trial, findings)


def slow_writers(trial, findings):
    count = trial.amount(300, 20)
    root = trial.released().copy(trial.folder / "slow")
    daemon = Daemon(root, "--settle", SETTLE, "--quiet-seconds", "0", log=trial.folder / "slow.log")
    daemon.waits_until(daemon.has_lock)
    with concurrent.futures.ThreadPoolExecutor(AT_A_TIME) as pool:
        writers = [pool.submit(write, root, number, f"{trial.seed} {number}", count) for number in range(count)]
        files = []
        for number, future in enumerate(writers):
            tell(f"slow: {number} of {count}")
            files.append(future.result())
    is_done = daemon.waits_until(lambda: not root.waiting(PROGRAMME), 240)
    time.sleep(0.5)
    status = daemon.end()
    inputs = {}
    for row in root.ledger().inputs():
        inputs.setdefault(row["name"], []).append((row["sha256"], row["size"]))
    early, left_out = [], 0
    for file in files:
        taken = inputs.get(file["name"], [])
        if file["pause"] >= SETTLE:
            # The machine, not the writer, made the pause: taking the file then is right.
            left_out += 1
        elif taken != [(file["sha256"], file["size"])]:
            early.append(f"{file['name']} of {file['size']} bytes, longest pause {file['pause']:.2f} s, was taken as "
                         + (", ".join(f"{size} bytes" for _, size in taken) or "nothing"))
    kept = {path.name: digest(path) for kind in ("accepted", "rejected") for path in root.files(kind, PROGRAMME)}
    early += [f"{file['name']} was kept with other bytes" for file in files if kept.get(file["name"]) != file["sha256"]]
    sizes = [file["size"] for file in files]
    findings.say("no file is taken before it is whole",
                 f"{count} files of {min(sizes)} bytes to {max(sizes) / MIB:.1f} MiB, {AT_A_TIME} at a time, pauses up "
                 f"to {PAUSE} s, settle time {SETTLE} s",
                 early + ([] if is_done else ["files were left in incoming"])
                 + ([] if status == 0 else [f"the daemon ended with {status}"]) + root.status(),
                 f"none; {left_out} not counted, since the machine made a writer pause too long")


def write(root, number, seed, count):
    """Writes one file piece by piece into incoming; what it was in the end, and its longest pause."""
    dice = random.Random(seed)
    # From 1 byte to 20 MiB, as many small as large ones; the first two are the extremes.
    size = {0: 1, 1: 20 * MIB}.get(number, int(2 ** dice.uniform(0, 24.3)))
    data = f"no,table,{number}\n".encode() + dice.randbytes(max(0, size - 30)).hex().encode()[: max(0, size - 30)]
    data = (data + b"\n" * size)[:size]
    if number > 1 and dice.random() < 0.2 and size < MIB:
        # Some that are tables: a diary with as many rows as fit.
        row = "GLO-lead,2027-02-{:02},unavailable,{:08}\n"
        text = "person_id,date,status,note\n" + "".join(
            row.format(1 + line % 28, number * 10 ** 5 + line) for line in range(28))
        data = text.encode()
    name = f"slow-{number}.csv"
    path = root.folder("incoming", PROGRAMME) / name
    pieces = min(len(data), dice.randint(2, 7))
    cuts = sorted(dice.sample(range(1, len(data)), pieces - 1)) if pieces > 1 else []
    # One in four has its full length from the start and is filled in, as some programs copy.
    is_filled_in = dice.random() < 0.25
    longest, before = 0.0, time.monotonic()
    with open(path, "wb", buffering=0) as file:
        if is_filled_in:
            os.ftruncate(file.fileno(), len(data))
        for start, end in zip([0, *cuts], [*cuts, len(data)]):
            time.sleep(dice.uniform(0.1, PAUSE))
            file.write(data[start:end])
            now = time.monotonic()
            longest, before = max(longest, now - before), now
    return {"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest(), "pause": longest}


def same_file(trial, findings):
    times = 100
    root = trial.released().copy(trial.folder / "same")
    data = b"person_id,date,status\nPEN-nurse,2027-01-20,unavailable\n"
    before = len(root.ledger().jobs())
    dice = trial.dice("same")
    daemon = Daemon(root, "--settle", "0.2", "--quiet-seconds", "1", log=trial.folder / "same.log")
    daemon.waits_until(daemon.has_lock)
    for number in range(times):
        path = root.drop(PROGRAMME, dice.choice(("leave.csv", f"leave {number}.csv", f"copy-{number}.CSV")), data)
        if dice.random() < 0.5:
            touch(path)
        time.sleep(dice.uniform(0, 0.1))
    is_done = daemon.waits_until(lambda: not root.waiting(PROGRAMME), 120)
    time.sleep(3)
    status = daemon.end()
    ledger = root.ledger()
    jobs = ledger.jobs()[before:]
    inputs = [row for row in ledger.inputs() if row["sha256"] == hashlib.sha256(data).hexdigest()]
    answers = [path.read_text() for path in root.folder("accepted", PROGRAMME).glob("*.receipt.txt")]
    duplicates = sum("is a duplicate of" in text for text in answers)
    against = [] if is_done and status == 0 else [f"the daemon ended with {status}, files left: {not is_done}"]
    if len(inputs) != 1 or len(jobs) != 1 or jobs[0]["state"] != "done":
        against.append(f"{len(inputs)} inputs and the jobs {[(row['kind'], row['state']) for row in jobs]}")
    if duplicates != times - 1:
        against.append(f"{duplicates} receipts say that it is a duplicate")
    findings.say("the same file again is one job", f"one file {times} times, renamed and touched", against,
                 f"none; 1 input, 1 job, {duplicates} receipts of a duplicate")


def touch(path):
    try:
        os.utime(path)
    except FileNotFoundError:
        pass
