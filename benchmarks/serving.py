"""Times the daemon's web server beside nginx over the same feed, and holds slow connections against it.

The programme is drawn, planned and published by the program itself; the feed is the one nearest to 20 kB, and nginx
serves the very file that the daemon writes for it. wrk asks both in turns, over connections that stay open, as they
send it to those who do not take gzip. Then as many connections as asked for send a byte of a header now and then, and
begin again where the server cuts them off, while an honest reader asks once in a while: it is timed, and the daemon's
memory is looked at. nginx-light and wrk are installed by apt where they are missing, and left out where that fails.
"""

import argparse
import pathlib
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

import packages
import page
from program import Program

SIZE = 20_000
HEAD = ["server", "requests a second", "of nginx's", "longest of 99 %, ms"]
SLOW_HEAD = ["slow connections", "cut off and begun again", "honest GETs", "median, ms", "longest, ms", "peak memory"]


class Feed:
    """A root with a release, the folder of its static feeds, and the token of the feed nearest to the size wanted."""

    def __init__(self, program, scratch, teams):
        self.root, self.folder = scratch / "root", scratch / "feeds"
        programme = scratch / "programme"
        program.generate(programme, teams, 1)
        settings = programme / "programme.yaml"
        name = re.search(r"^id: *(\S+)", settings.read_text(), re.MULTILINE).group(1)
        text = re.sub(r"^publish:.*\n(?:[ \t].*\n)*", "", settings.read_text(), flags=re.MULTILINE)
        settings.write_text(text + "\npublish: {policy: automatic}\n")
        incoming = self.root / "incoming" / name
        incoming.mkdir(parents=True)
        self.folder.mkdir()
        for file in programme.iterdir():
            shutil.copy(file, incoming)
        program.run("serve", "--root", self.root, "--settle", 0, "--once", "--time-limit", program.limit,
                    "--static-feeds", self.folder, "--public-url", "http://127.0.0.1")
        files = sorted(self.folder.glob("*.ics"), key=lambda file: (abs(file.stat().st_size - SIZE), file.name))
        if not files:
            sys.exit("serving: the daemon published nothing")
        self.file, self.size = files[0].name, files[0].stat().st_size


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def until(url, process):
    """Waits until somebody answers there."""
    for _ in range(400):
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                return answer.read()
        except OSError:
            time.sleep(0.05)
    sys.exit(f"serving: nobody answers at {url}")


class Daemon:
    """`counterpart serve`, listening."""

    def __init__(self, program, feed):
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}/feeds/{feed.file}"
        self.process = subprocess.Popen(
            [program.path, "serve", "--root", feed.root, "--listen", f"127.0.0.1:{self.port}", "--rate", "0"],
            stderr=subprocess.DEVNULL)
        until(self.url, self.process)

    def memory(self, what):
        """KiB, `VmRSS` now or `VmHWM` at most."""
        for line in open(f"/proc/{self.process.pid}/status"):
            if line.startswith(what + ":"):
                return int(line.split()[1])

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()


class Nginx:
    """nginx with one worker, over the daemon's folder, without a log."""

    def __init__(self, program, feed, scratch):
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}/feeds/{feed.file}"
        configuration = scratch / "nginx.conf"
        configuration.write_text(f"""
            daemon off; worker_processes 2; pid {scratch}/nginx.pid; error_log {scratch}/nginx.log;
            events {{ worker_connections 4096; }}
            http {{
              access_log off; sendfile on; keepalive_requests 100000000; types {{ text/calendar ics; }}
              client_body_temp_path {scratch}/body; proxy_temp_path {scratch}/proxy;
              fastcgi_temp_path {scratch}/fastcgi; uwsgi_temp_path {scratch}/uwsgi; scgi_temp_path {scratch}/scgi;
              server {{ listen 127.0.0.1:{self.port}; location /feeds/ {{ alias {feed.folder}/; }} }}
            }}
            """)
        # Its workers are another user, who has to get to the files.
        for folder in [scratch, feed.folder]:
            folder.chmod(0o755)
        self.process = subprocess.Popen([program, "-c", configuration], stderr=subprocess.DEVNULL)
        until(self.url, self.process)

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()


def tools():
    """The paths of nginx and wrk, `None` for what is not to be had."""
    find = lambda name: shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin")
    missing = [package for package, name in [("nginx-light", "nginx"), ("wrk", "wrk")] if not find(name)]
    packages.from_debian(*missing)
    return find("nginx"), find("wrk")


def wrk(path, url, seconds):
    """Requests a second, and milliseconds within which 99 of a hundred were answered."""
    output = subprocess.run([path, "-t1", "-c32", f"-d{seconds}s", "--latency", url], check=True, text=True,
                            capture_output=True).stdout
    if re.search(r"Non-2xx|Socket errors", output):
        sys.exit(f"serving: not every request was answered:\n{output}")
    rate = float(re.search(r"Requests/sec: *([\d.]+)", output).group(1))
    number, unit = re.search(r"99% *([\d.]+)(us|ms|s)", output).groups()
    return rate, float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


class SlowConnections:
    """Connections that send a byte of an endless header every few seconds."""

    def __init__(self, port, count, file):
        self.port, self.file, self.again, self.isOver = port, file, 0, False
        self.open = [self.begin() for _ in range(count)]
        self.thread = threading.Thread(target=self.drip)
        self.thread.start()

    def begin(self):
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=20)
        connection.sendall(f"GET /feeds/{self.file} HTTP/1.1\r\nHost: x\r\nX-Slow: ".encode())
        connection.setblocking(False)
        return connection

    def drip(self):
        while not self.isOver:
            for index, connection in enumerate(self.open):
                if self.isOver:
                    return
                try:
                    if connection.recv(1) == b"":
                        raise ConnectionError
                except BlockingIOError:
                    pass
                except OSError:
                    self.replace(index)
                    continue
                try:
                    connection.send(b"x")
                except OSError:
                    self.replace(index)
            time.sleep(2)

    def replace(self, index):
        self.open[index].close()
        self.open[index] = self.begin()
        self.again += 1

    def end(self):
        self.isOver = True
        self.thread.join()
        for connection in self.open:
            connection.close()


def under_slow_ones(daemon, feed, count, seconds):
    """The row of the second table, and whether what was promised held."""
    slow = SlowConnections(daemon.port, count, feed.file)
    took = []
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        begun = time.monotonic()
        with urllib.request.urlopen(daemon.url, timeout=30) as answer:
            assert len(answer.read()) == feed.size
        took.append((time.monotonic() - begun) * 1000)
        time.sleep(0.1)
    memory = daemon.memory("VmHWM")
    slow.end()
    row = [str(count), str(slow.again), str(len(took)), f"{statistics.median(took):.1f}", f"{max(took):.1f}",
           f"{memory / 1024:.0f} MiB"]
    return row, max(took) < 1000 and memory < 256 * 1024


def main(arguments):
    parser = argparse.ArgumentParser(
        prog="benchmarks/run serving", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--teams", type=int, default=30)
    parser.add_argument("--seconds", type=int, default=10, help="of each of five rounds")
    parser.add_argument("--slow", type=int, default=1000, help="slow connections")
    parser.add_argument("--slow-seconds", type=int, default=60)
    parser.add_argument("--limit", type=float, default=60)
    parser.add_argument("--write", action="store_true")
    wishes = parser.parse_args(arguments)
    program, load = Program(wishes.program, wishes.limit), page.Load()
    nginx, hammer = tools()
    lines, holds = [], True
    with tempfile.TemporaryDirectory() as place:
        scratch = pathlib.Path(place)
        feed = Feed(program, scratch, wishes.teams)
        daemon = Daemon(program, feed)
        if hammer:
            servers = [("counterpart", daemon)] + ([("nginx", Nginx(nginx, feed, scratch))] if nginx else [])
            found = {name: [] for name, _ in servers}
            for _ in range(5):
                for name, server in servers:
                    found[name].append(wrk(hammer, server.url, wishes.seconds))
                load.look()
            rates = {name: statistics.median(rate for rate, _ in rounds) for name, rounds in found.items()}
            table = [[name, f"{rates[name]:.0f}",
                      f"{rates[name] / rates['nginx']:.2f}" if "nginx" in rates else "",
                      f"{statistics.median(late for _, late in found[name]):.1f}"] for name, _ in servers]
            lines += [*page.table(HEAD, table), ""]
            for name, server in servers:
                if name == "nginx":
                    server.stop()
        # Memory from before the hammering is not that of slow connections.
        daemon.stop()
        daemon = Daemon(program, feed)
        row, holds = under_slow_ones(daemon, feed, wishes.slow, wishes.slow_seconds)
        daemon.stop()
        load.look()
        lines += [*page.table(SLOW_HEAD, [row]), ""]
    absent = [name for name, path in [("nginx", nginx), ("wrk", hammer)] if not path]
    lines.append(
        f"{page.today()}, {page.machine()}; {load}; a feed of {feed.size} bytes, 32 connections, five rounds of "
        f"{wishes.seconds} s" + "".join(f"; {name} absent" for name in absent) + ".")
    print("\n".join(lines))
    if not holds:
        print("serving: an honest reader waited a second or more, or the memory passed 256 MiB", file=sys.stderr)
    if wishes.write and holds:
        page.replace_block("serving", lines)
    return 0 if holds else 1
