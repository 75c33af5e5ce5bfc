"""What people drop into the tutorial's folder, drawn from a seed: absences, changed data, orders, mistakes.

No two of them have the same bytes, so that each can be found again wherever it went.
"""

import datetime
import hashlib
import io
import random
import zipfile

PEOPLE = [f"{team}-{role}" for team in ("GLO", "HEB", "ILK", "PEN") for role in ("lead", "nurse", "coordinator")]
VISITS = ["GLO--HEB", "HEB--GLO", "ILK--PEN", "PEN--ILK"]
FIRST = datetime.date(2027, 1, 11)
DAYS = 54


class Drops:
    """An endless heap of files to drop, each a name and bytes."""

    def __init__(self, seed):
        self.dice = random.Random(seed)
        self.seen = set()
        self.count = 0

    def next(self, *kinds):
        """One of a kind, of all kinds where none is given: its kind, name and bytes."""
        while True:
            kind = self.dice.choice(kinds or ("absence", "absence", "absence", "data", "data", "order", "mistake"))
            name, data = getattr(self, kind)()
            data = data if isinstance(data, bytes) else data.encode()
            if hashlib.sha256(data).digest() not in self.seen:
                self.seen.add(hashlib.sha256(data).digest())
                self.count += 1
                return kind, name, data

    def day(self):
        return (FIRST + datetime.timedelta(self.dice.randrange(DAYS))).isoformat()

    def absence(self):
        """Somebody is away; the newest file of a name counts, so that diaries do not fill up."""
        person = self.dice.choice(PEOPLE)
        rows = [f"{person},{self.day()},{self.dice.choice(('unavailable', 'unavailable', 'clinic', 'if_needed'))},"
                f"{self.dice.randrange(10 ** 6)}" for _ in range(self.dice.randint(1, 3))]
        if any(row.split(",")[2] == "if_needed" for row in rows):
            # Else the person would be free on that day alone.
            rows = [row.replace("if_needed", "unavailable") for row in rows]
        days = {row.split(",")[1]: row for row in rows}
        return f"leave-{person}.csv", "person_id,date,status,note\n" + "".join(f"{row}\n" for row in days.values())

    def data(self):
        """A result, a drive, a meeting that is called off, a room that is booked."""
        pick = self.dice.randrange(4)
        if pick == 0:
            return "indicators.csv", ("team_id,indicator,period,value\n"
                                      f"GLO,path_dx,2025,0.{self.dice.randrange(700_000, 900_000)}\n")
        if pick == 1:
            return "travel.csv", f"from_site,to_site,minutes\nOFFICE,S-GLO,{self.dice.uniform(40, 50):.5f}\n"
        if pick == 2:
            team = self.dice.choice(("GLO", "HEB", "ILK", "PEN"))
            return "mdt_exceptions.csv", (f"team_id,date,status,remark\n{team},{self.day()},cancelled,"
                                          f"{self.dice.randrange(10 ** 6)}\n")
        room = self.dice.choice(("S-GLO-R1", "S-PEN-R1"))
        return "room_bookings.csv", (f"room_id,date,status,reference\n{room},{self.day()},booked,"
                                     f"{self.dice.randrange(10 ** 6)}\n")

    def order(self):
        """A job, one that the daemon can do."""
        kind = self.dice.choice(("plan", "plan", "publish", "what_if", "pin", "unpin", "cancel_visit"))
        text = f"job: {kind}\nreason: number {self.dice.randrange(10 ** 9)}\n"
        if kind == "what_if":
            text += f"changes:\n  - {{id: {self.dice.choice(VISITS)}, change: not_on, value: {self.day()}}}\n"
        elif kind not in ("plan", "publish"):
            text += f"visits: [{self.dice.choice(VISITS)}]\n"
        return f"{kind}-{self.dice.randrange(10 ** 9)}.job", text

    def mistake(self):
        """A table with a day that no calendar has, or a name that no table has."""
        if self.dice.random() < 0.5:
            return "leave-wrong.csv", ("person_id,date,status,note\n"
                                       f"GLO-lead,2027-02-30,unavailable,{self.dice.random()}\n")
        return "unknown.csv", f"this,that\n{self.dice.random()},1\n"

    def reply(self):
        """What a team says to a visit."""
        visit = self.dice.choice(VISITS)
        return "replies.csv", (f"visit_id,team_id,reply,note\n{visit},{self.dice.choice(visit.split('--'))},"
                               f"{self.dice.choice(('accept', 'decline'))},{self.dice.randrange(10 ** 9)}\n")

    def archive(self):
        """Two tables in a zip file."""
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in (self.absence(), self.data()):
                archive.writestr(zipfile.ZipInfo(name, (2027, 1, 1, 0, 0, 0)), text)
        return f"tables-{self.dice.randrange(10 ** 9)}.zip", data.getvalue()
