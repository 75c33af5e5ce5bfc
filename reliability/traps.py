"""What a hostile or careless person can put into incoming: no files, names that bite, archives that burst."""

import io
import os
import socket
import stat
import struct
import zipfile

REFUSED, TAKEN, LEFT, ANSWERED = "refused", "taken", "left alone", "taken or refused"
# Refused, and left where it lies, since nobody but its owner can move it.
STUCK = "refused where it lies"


class Traps:
    """Lays traps in a folder. Each method is one kind and answers with the name and what must become of it."""

    def __init__(self, folder, outside, dice):
        self.folder, self.outside, self.dice = os.fsencode(folder), outside, dice
        self.number = 0
        self.kinds = [
            self.link, self.link_to_folder, self.dangling_link, self.link_to_itself, self.pipe, self.socket,
            self.device, self.named_folder, self.folder_of_another, self.hard_link, self.empty, self.rubbish,
            self.rubbish_zip, self.rubbish_job, self.name_of_control_characters, self.name_of_no_text,
            self.longest_name, self.name_that_turns, self.name_of_an_answer, self.name_for_a_shell,
            self.zip_that_climbs, self.zip_with_absolute_names, self.zip_with_link, self.zip_bomb, self.zip_of_many,
            self.zip_cut_short, self.zip_that_lies, self.zip_with_password, self.sparse, self.barely_too_large,
            self.unreadable, self.yaml_bomb, self.deep_yaml, self.one_long_line, self.many_columns, self.open_quote,
            self.zero_bytes, self.own_names]

    def lay(self, kind):
        self.number += 1
        return kind()

    # What most traps are made of.

    def path(self, name):
        return os.path.join(self.folder, name if isinstance(name, bytes) else name.encode())

    def file(self, name, data, becomes):
        with open(self.path(name), "wb") as file:
            file.write(data)
        return name, becomes

    def diary(self):
        """A sound table, different each time."""
        return (f"person_id,date,status,note\nGLO-lead,2027-02-26,unavailable,{self.number} "
                f"{self.dice.random()}\n").encode()

    def zip(self, name, entries, becomes=REFUSED, more=lambda data: data):
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
            for entry, content in entries:
                archive.writestr(entry, content)
        return self.file(name, more(data.getvalue()), becomes)

    # Things that are no files.

    def link(self):
        os.symlink(self.outside / "secret.csv", self.path(f"link-{self.number}.csv"))
        return f"link-{self.number}.csv", REFUSED

    def link_to_folder(self):
        os.symlink(self.outside, self.path(f"folder-link-{self.number}"))
        return f"folder-link-{self.number}", REFUSED

    def dangling_link(self):
        os.symlink(self.outside / "nothing-here", self.path(f"nowhere-{self.number}.csv"))
        return f"nowhere-{self.number}.csv", REFUSED

    def link_to_itself(self):
        os.symlink(f"itself-{self.number}.csv", self.path(f"itself-{self.number}.csv"))
        return f"itself-{self.number}.csv", REFUSED

    def pipe(self):
        os.mkfifo(self.path(f"pipe-{self.number}.csv"))
        return f"pipe-{self.number}.csv", REFUSED

    def socket(self):
        with socket.socket(socket.AF_UNIX) as own:
            here = os.open(self.folder, os.O_RDONLY)
            try:
                # The path of a socket may not be long.
                own.bind(f"/proc/self/fd/{here}/socket-{self.number}.csv")
            finally:
                os.close(here)
        return f"socket-{self.number}.csv", REFUSED

    def device(self):
        """Endless zeroes."""
        os.mknod(self.path(f"device-{self.number}.csv"), stat.S_IFCHR | 0o666, os.makedev(1, 5))
        return f"device-{self.number}.csv", REFUSED

    def named_folder(self):
        name = f"folder-{self.number}.csv"
        os.makedirs(os.path.join(self.path(name), b"deeper"))
        with open(os.path.join(self.path(name), b"deeper/teams.csv"), "wb") as file:
            file.write(self.diary())
        os.chmod(self.path(name), 0o777)
        return name, REFUSED

    def folder_of_another(self):
        """Which the daemon's user may not write to, and so not move to another folder."""
        name, _ = self.named_folder()
        os.rename(self.path(name), self.path("anothers-" + name))
        os.chmod(self.path("anothers-" + name), 0o755)
        return "anothers-" + name, STUCK

    def hard_link(self):
        """To the bytes of a file elsewhere, which must stay as they are; in itself an ordinary file."""
        own = self.outside / f"linked-{self.number}.csv"
        own.write_bytes(self.diary())
        os.chmod(own, 0o644)
        os.link(own, self.path(f"hard-{self.number}.csv"))
        return f"hard-{self.number}.csv", ANSWERED

    def unreadable(self):
        name, _ = self.file(f"secret-{self.number}.csv", self.diary(), REFUSED)
        os.chmod(self.path(name), 0)
        return name, REFUSED

    # Bytes that are no table.

    def empty(self):
        return self.file(f"empty-{self.number}.csv", b"", REFUSED)

    def rubbish(self):
        return self.file(f"rubbish-{self.number}.csv", self.dice.randbytes(self.dice.randint(1, 200_000)), REFUSED)

    def rubbish_zip(self):
        return self.file(f"rubbish-{self.number}.zip", b"PK\x03\x04" + self.dice.randbytes(5000), REFUSED)

    def rubbish_job(self):
        return self.file(f"rubbish-{self.number}.job", self.dice.randbytes(3000), REFUSED)

    def yaml_bomb(self):
        lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"] + [
            f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]" for level in range(1, 12)]
        return self.file(f"bomb-{self.number}.job",
                         ("\n".join(lines) + f"\njob: plan\nreason: {self.number}\n").encode(), REFUSED)

    def deep_yaml(self):
        return self.file(f"deep-{self.number}.job", b"job: " + b"[" * (10_000 + self.number), REFUSED)

    def one_long_line(self):
        return self.file(f"line-{self.number}.csv", b"person_id," + b"x" * (6_000_000 + self.number), REFUSED)

    def many_columns(self):
        head = ",".join(f"c{column}" for column in range(100_000 + self.number))
        return self.file(f"columns-{self.number}.csv", f"{head}\n".encode(), REFUSED)

    def open_quote(self):
        return self.file(f"quote-{self.number}.csv", b'person_id,date,status\n"GLO-lead,2027' + b"\n,x" * self.number,
                         REFUSED)

    def zero_bytes(self):
        return self.file(f"zero-{self.number}.csv", b"person_id,date,status\n" + bytes(500 + self.number), REFUSED)

    def sparse(self):
        with open(self.path(f"sparse-{self.number}.csv"), "wb") as file:
            file.truncate(1 << 30)
        return f"sparse-{self.number}.csv", REFUSED

    def barely_too_large(self):
        with open(self.path(f"large-{self.number}.csv"), "wb") as file:
            file.truncate((50 << 20) + 1)
        return f"large-{self.number}.csv", REFUSED

    # Names. What they name is a sound table.

    def name_of_control_characters(self):
        return self.file(f"two\nlines\x1b[31m\t{self.number}\x07.csv", self.diary(), TAKEN)

    def name_of_no_text(self):
        return self.file(b"\xff\xfe-" + str(self.number).encode() + b"\xc3.csv", self.diary(), TAKEN)

    def longest_name(self):
        return self.file("n" * (251 - len(str(self.number))) + f"{self.number}.csv", self.diary(), TAKEN)

    def name_that_turns(self):
        return self.file(f"leave-{self.number}-\u202evsc.exe.csv", self.diary(), TAKEN)

    def name_of_an_answer(self):
        return self.file(f"teams-{self.number}.csv.why.txt", self.diary(), ANSWERED)

    def name_for_a_shell(self):
        return self.file(f"-rf $(touch owned) `touch owned`; '\"{self.number} %s%n.csv", self.diary(), TAKEN)

    def own_names(self):
        name = self.dice.choice((".hidden-{}.csv", "~$leave-{}.xlsx", "copying-{}.csv.part", ".~lock.teams-{}.csv#",
                                 "leave-{}.crdownload", "leave-{}.TMP")).format(self.number)
        return self.file(name, self.diary(), LEFT)

    # Archives.

    def zip_that_climbs(self):
        name = self.dice.choice((
            "../../../../outside/evil.csv", "a/../../../evil.csv", "..\\..\\evil.csv", "./../evil.csv"))
        return self.zip(f"climbs-{self.number}.zip", [(name, self.diary())])

    def zip_with_absolute_names(self):
        return self.zip(f"absolute-{self.number}.zip", [(str(self.outside / "evil.csv"), self.diary())])

    def zip_with_link(self):
        entry = zipfile.ZipInfo("teams.csv")
        entry.create_system, entry.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        return self.zip(f"zip-link-{self.number}.zip", [(entry, str(self.outside / "secret.csv"))])

    def zip_bomb(self):
        return self.zip(f"bomb-{self.number}.zip", [("teams.csv", bytes((210 << 20) + self.number))])

    def zip_of_many(self):
        return self.zip(f"many-{self.number}.zip", [(f"{entry}.csv", b"") for entry in range(501 + self.number)])

    def zip_cut_short(self):
        return self.zip(f"short-{self.number}.zip", [("leave.csv", self.diary() * 50)],
                        more=lambda data: data[: len(data) - self.dice.randint(1, 40)])

    def zip_that_lies(self):
        """Says in its list that the file is smaller than it is."""
        def lie(data):
            place = data.index(b"PK\x01\x02") + 24
            return data[:place] + struct.pack("<I", 10) + data[place + 4:]
        return self.zip(f"lies-{self.number}.zip", [("leave.csv", self.diary() * 50)], more=lie)

    def zip_with_password(self):
        def lock(data):
            place = data.index(b"PK\x01\x02") + 8
            return data[:6] + b"\x01\x00" + data[8:place] + b"\x01\x00" + data[place + 2:]
        return self.zip(f"locked-{self.number}.zip", [("leave.csv", self.diary())], more=lock)
