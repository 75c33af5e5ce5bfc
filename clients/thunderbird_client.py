"""Thunderbird, in a window that nobody sees: it subscribes through its profile, and its own database says what it shows."""

import collections
import datetime
import os
import shutil
import sqlite3
import subprocess
import time
import zoneinfo

import packages
from story import is_visit

NEEDED = {"thunderbird": "thunderbird", "Xvfb": "xvfb", "import": "imagemagick", "xdotool": "xdotool"}
IDENTITY = "6f6e6c79-6f6e-4520-8063-616c656e6461"
PREFERENCES = {
    f"calendar.registry.{IDENTITY}.type": "ics", f"calendar.registry.{IDENTITY}.name": "Peer review visits",
    f"calendar.registry.{IDENTITY}.cache.enabled": True, f"calendar.registry.{IDENTITY}.refreshInterval": "1",
    f"calendar.registry.{IDENTITY}.calendar-main-in-composite": True,
    f"calendar.registry.{IDENTITY}.color": "#1a5fb4",
    "calendar.timezone.local": "Europe/London", "calendar.timezone.useSystemTimezone": False,
    # Its database may be looked at while it works.
    "storage.sqlite.exclusiveLock.enabled": False,
    "mail.provider.suppress_dialog_on_startup": True, "mailnews.start_page.enabled": False,
    "mail.rights.version": 1, "mail.shell.checkDefaultClient": False, "mail.winsearch.firstRunDone": True,
    "datareporting.policy.dataSubmissionPolicyBypassNotification": True, "app.update.enabled": False,
    "app.donation.eoy.version.viewed": 999, "mail.inappnotifications.enabled": False,
    "mail.server.server1.type": "none", "mail.server.server1.hostname": "Local Folders",
    "mail.server.server1.userName": "nobody", "mail.server.server1.name": "Local Folders",
    "mail.account.account1.server": "server1", "mail.accountmanager.accounts": "account1",
    "mail.accountmanager.localfoldersserver": "server1", "mail.spam.version": 1,
}
SECONDS = 150
# Of the window, and where in it buttons are.
SIZE, MONTH, PREVIOUS, NEXT = (1280, 900), (981, 211), (403, 211), (462, 211)
SEARCH_CLOSES, TASKS_CLOSE = (1068, 99), (1267, 99)


def missing():
    """The Debian packages that are not there and could not be installed."""
    def absent():
        return [package for command, package in NEEDED.items() if shutil.which(command) is None]
    packages.from_debian(*absent())
    return absent()


class Thunderbird:
    name = "Thunderbird"

    def __init__(self, folder, link):
        self.profile = folder / "thunderbird"
        self.profile.mkdir()
        preferences = {**PREFERENCES, f"calendar.registry.{IDENTITY}.uri": link}
        lines = []
        for name, value in preferences.items():
            text = str(value).lower() if isinstance(value, (bool, int)) else '"' + value + '"'
            lines.append(f'user_pref("{name}", {text});')
        (self.profile / "prefs.js").write_text("\n".join(lines) + "\n")
        self.display = f":{90 + os.getpid() % 400}"
        self.screen = subprocess.Popen(["Xvfb", self.display, "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24"],
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(2)
        self.environment = {**os.environ, "DISPLAY": self.display, "HOME": str(folder), "LC_ALL": "C.UTF-8",
                            "TZ": "Europe/London", "MOZ_ENABLE_WAYLAND": "0"}
        self.program = subprocess.Popen(
            ["thunderbird", "-profile", self.profile, "-no-remote", "-calendar"], env=self.environment,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.version = subprocess.run(["thunderbird", "--version"], capture_output=True, text=True).stdout.split()[-1]

    def stored(self):
        """Start and status of each visit by title, and how often each is stored."""
        visits, count = {}, collections.Counter()
        file = self.profile / "calendar-data/cache.sqlite"
        if not file.exists():
            return visits, count
        try:
            base = sqlite3.connect(f"file:{file}?mode=ro", uri=True, timeout=2)
            rows = base.execute("SELECT title, event_start, ical_status FROM cal_events").fetchall()
            base.close()
        except sqlite3.Error:
            return visits, count
        london = zoneinfo.ZoneInfo("Europe/London")
        for title, start, status in rows:
            if is_visit(title):
                moment = datetime.datetime.fromtimestamp(start / 1e6, london).replace(tzinfo=None)
                visits[title] = (moment, status)
                count[title] += 1
        return visits, count

    def shown(self, expected):
        """Waits until its database says what is expected, at most some minutes: it looks once a minute."""
        for _ in range(SECONDS):
            visits, count = self.stored()
            if visits == expected:
                break
            time.sleep(1)
        return visits, count

    def picture(self, file):
        def does(*words):
            return subprocess.run(["xdotool", *map(str, words)], env=self.environment, capture_output=True, text=True)
        if not getattr(self, "has_turned", False):
            # To the month view by its button, and by the arrow from the month of today to the first of the visits.
            for window in does("search", "--onlyvisible", "--class", "thunderbird").stdout.split():
                does("windowmove", window, 0, 0)
                does("windowsize", window, *SIZE)
            time.sleep(3)
            months = (2027 - datetime.date.today().year) * 12 + 1 - datetime.date.today().month
            does("mousemove", *MONTH, "click", 1)
            for _ in range(abs(months)):
                time.sleep(1)
                does("mousemove", *(NEXT if months > 0 else PREVIOUS), "click", 1)
            for button in (SEARCH_CLOSES, TASKS_CLOSE):
                time.sleep(1)
                does("mousemove", *button, "click", 1)
            self.has_turned = True
        time.sleep(4)
        subprocess.run(["import", "-window", "root", str(file)], env=self.environment, capture_output=True)

    def end(self):
        for process in (self.program, self.screen):
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
