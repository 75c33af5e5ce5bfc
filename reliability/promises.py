"""What must hold whatever happened: nothing lost, nothing doubled, nothing torn."""

import collections
import hashlib

import feeds
from root import ANSWERS, digest


class Dropped:
    """The files that a trial has dropped into one programme, by the digest of their bytes."""

    def __init__(self, root, programme):
        self.root = root
        self.programme = programme
        self.files = {}

    def drop(self, kind, name, data):
        self.root.drop(self.programme, name, data)
        self.files[hashlib.sha256(data).hexdigest()] = (kind, name)

    def lost_or_doubled(self, may_wait):
        """Every file lies in accepted or rejected, once, with an answer; or, where that may be, in incoming still."""
        faults = []
        places = collections.defaultdict(list)
        for kind in ("accepted", "rejected"):
            for file in self.root.files(kind, self.programme):
                places[digest(file)].append(kind)
                answer = file.with_name(file.name + ANSWERS[kind == "rejected"])
                if not may_wait and (not answer.exists() or answer.stat().st_size == 0):
                    faults.append(f"{kind}/{file.name} has no answer")
        waiting = {digest(file) for file in self.root.waiting(self.programme) + self.root.on_their_way()}
        for key, (kind, name) in self.files.items():
            found = places.get(key, [])
            if len(found) > 1:
                faults.append(f"{name} is there {len(found)} times: {', '.join(found)}")
            elif not found and not (may_wait and key in waiting):
                faults.append(f"{name} is {'still in incoming' if key in waiting else 'lost'}")
        return faults

    def unrecorded(self, ledger):
        """Every file is one input of the ledger, and every order one job; a sentence for each that is not."""
        faults = []
        inputs = collections.defaultdict(list)
        for row in ledger.inputs():
            if row["programme"] == self.programme:
                inputs[row["sha256"]].append(row)
        jobs = collections.Counter(row["base_input"] for row in ledger.jobs() if row["kind"] != "merge")
        for key, (kind, name) in self.files.items():
            if len(inputs[key]) != 1:
                faults.append(f"{name} was recorded {len(inputs[key])} times")
            elif kind == "order" and jobs[inputs[key][0]["sequence"]] != 1:
                faults.append(f"the order {name} made {jobs[inputs[key][0]['sequence']]} jobs")
            elif kind == "mistake" and inputs[key][0]["fate"] != "rejected":
                faults.append(f"the mistaken {name} was {inputs[key][0]['fate']}")
            elif kind != "mistake" and inputs[key][0]["fate"] != "accepted":
                faults.append(f"{name} was {inputs[key][0]['fate']}: {inputs[key][0]['receipt'][:200]}")
        return faults


def unplanned(ledger, programme):
    """The newest plan was made after the last input that made one necessary, and has come to an end of its own."""
    plans = [row for row in ledger.jobs() if row["kind"] == "plan" and row["programme"] == programme]
    if not plans:
        return [f"{programme} was never planned"]
    last = plans[-1]
    words = f"the last plan, job {last['id']}, is {last['state']}: {last['error']}"
    return [] if last["state"] == "done" else [words]


def torn(root, programmes):
    return [fault for programme in programmes for fault in feeds.look(root.folder("published", programme))[0]]


def unlike_the_ledger(root, ledger, programmes):
    """`current` leads to the newest release of the ledger, and no other release lies on the disk."""
    faults = []
    for programme in programmes:
        numbers = [row["number"] for row in ledger.releases() if row["programme"] == programme]
        published = root.folder("published", programme)
        current = published / "current"
        leads = current.readlink().name if current.is_symlink() else None
        if leads != (str(numbers[-1]) if numbers else None):
            faults.append(f"{programme}: current leads to {leads}, the ledger's newest release is {numbers[-1:]}")
        there = {file.name for file in (published / "releases").glob("[0-9]*")}
        if not there <= set(map(str, numbers)):
            faults.append(f"{programme}: the releases {sorted(there - set(map(str, numbers)))} are not in the ledger")
    return faults
