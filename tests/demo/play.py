#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Plays a script of a practice's morning through the real windows of two workstations and a real server.

Usage: play.py BIN_FOLDER OUTPUT_FOLDER SCRIPT

A script has a step a line; "#" begins a comment. WHO is a workstation named by `open`.

  say WORDS                       heading in the transcript
  open WHO                        start the client of WHO (profile demo-WHO) and place its window
  close WHO                       end it
  WHO click|double|point "NAME"   with the mouse, at the visible object of that accessible name
  WHO press "NAME"                as a screen reader presses a button
  WHO answer "NAME"               presses the button of a card; the cards of both workstations lie on one screen, and one that has
                                  just moved takes no answer, so this looks whether it did
  WHO key KEYS                    keys into WHO's window, as xdotool spells them
  WHO type "TEXT"                 where the focus is; {invitation NAME} stands for the invitation of member NAME
  WHO sees|misses "TEXT"          wait until it is there, or is not
  anywhere key KEYS               keys to whatever window has the focus
  server stop|start               as an unplugged cable would look to the clients
  idle WHO SECONDS                memory and processor time of WHO's client while nothing happens
  pause SECONDS                   as long as a person takes to read; a card takes no answer in its first moment
  picture NAME [WHO]              a PNG of the whole desk, or of one window
  record verifies                 handbellctl verify

Exit status 0 only if every step happened.
"""
import json
import os
import pathlib
import re
import shlex
import statistics
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from workstation import NotSeen, Workstation, run, wait_for  # noqa: E402

PASSWORD = "a long walk by the river"
PLACES = {0: (20, 20), 1: (1300, 20)}
SIZE = (1240, 800)


class Morning:
    def __init__(self, binaries, output, script):
        self.bin, self.output, self.script = map(pathlib.Path, (binaries, output, script))
        self.data = self.output / "data"
        self.people = {}
        self.server = None
        self.port = None
        self.began = time.monotonic()

    def tell(self, words):
        print(f"{time.monotonic() - self.began:7.2f}  {words}", flush=True)

    # The practice

    def found_practice(self):
        resources = pathlib.Path(__file__).resolve().parents[2] / "resources" / "demo"
        run(self.bin / "handbelld", "init", "--data", self.data, "--practice", "Riverside Surgery", "--host", "127.0.0.1",
            "--port", str(self.free_port()), "--admin", "Carys Evans", "--room", "Manager's office")
        seeded = json.loads(run(self.bin / "handbellctl", "--data", self.data, "--json", "seed",
                                resources / "practice.json"))
        self.invitations = {entry["member"]: entry["invitation"] for entry in seeded["invitations"]}

    def free_port(self):
        import socket
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        return self.port

    def start_server(self):
        self.server = subprocess.Popen([self.bin / "handbelld", "serve", "--data", self.data, "--listen",
                                        f"127.0.0.1:{self.port}"], stdout=subprocess.PIPE,
                                       stderr=open(self.output / "server.log", "ab"), text=True)
        ready = self.server.stdout.readline()
        if "ready" not in ready:
            raise NotSeen("the server did not come up; see server.log")

    def stop_server(self):
        if self.server:
            self.server.terminate()
            self.server.wait(15)
            self.server = None

    # Steps

    def open(self, who):
        place = len(self.people)
        log = self.output / f"{who}.log"
        before = time.monotonic_ns() // 1000
        self.people[who] = Workstation(who, [self.bin / "handbell", "--profile", f"demo-{who}"], log, {
            "QT_LOGGING_RULES": "handbell.timing.info=true",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "XDG_DATA_HOME": str(self.output / "home" / who),
            "XDG_CONFIG_HOME": str(self.output / "home" / who),
        })

        def shown():
            times = re.findall(r"visible window us=(\d+)", log.read_text(errors="replace"))
            return [int(us) for us in times if int(us) > before]

        milliseconds = (wait_for(f"{who}'s window is not painted", shown)[0] - before) / 1000
        self.tell(f"{who}: window after {milliseconds:.0f} ms")
        self.people[who].place(*PLACES[place], *SIZE)  # not before: the icon in the tray is a window too

    def fill(self, text):
        text = text.replace("{password}", PASSWORD)
        return re.sub(r"\{invitation ([^}]+)\}", lambda match: self.invitations[match[1]], text)

    def step(self, words):
        first, *rest = words
        if first == "say":
            print(f"\n         {' '.join(rest)}", flush=True)
            return
        if first == "open":
            self.open(rest[0])
        elif first == "close":
            self.people.pop(rest[0]).close()
        elif first == "picture":
            self.picture(*rest)
        elif first == "server":
            self.start_server() if rest[0] == "start" else self.stop_server()
        elif first == "record":
            self.tell(run(self.bin / "handbellctl", "--data", self.data, "verify").splitlines()[0])
            return
        elif first == "pause":
            time.sleep(float(rest[0]))
            return
        elif first == "idle":
            self.idle(self.people[rest[0]], int(rest[1]))
            return
        elif first == "anywhere":
            run("xdotool", "key", "--clearmodifiers", *rest[1:])
        else:
            self.act(self.people[first], rest[0], self.fill(" ".join(rest[1:])))
        self.tell(self.censored(words))

    @staticmethod
    def censored(words):
        return " ".join(words)

    def act(self, person, verb, text):
        {"click": person.click, "press": person.press, "answer": person.answer, "double": person.double_click, "point": person.point_at, "key": person.key,
         "type": person.type, "sees": person.sees, "misses": person.sees_not}[verb](text)

    def picture(self, name, who=None):
        time.sleep(0.4)  # let the last repaint and any fade come to rest: this is a photograph, not a check
        window = self.people[who].window() if who else "root"
        run("import", "-window", window, self.output / f"{name}.png")

    def idle(self, person, seconds):
        process = pathlib.Path("/proc", str(person.process.pid))

        def ticks():
            fields = process.joinpath("stat").read_text().rsplit(")", 1)[1].split()
            return int(fields[11]) + int(fields[12])  # user and system time

        time.sleep(10)  # let what came before come to rest
        before = ticks()
        time.sleep(seconds)
        used = (ticks() - before) / os.sysconf("SC_CLK_TCK")
        rollup = process.joinpath("smaps_rollup")
        memory = int(re.search(r"^Pss:\s+(\d+)", rollup.read_text(), re.M)[1]) / 1024 if rollup.exists() else None
        self.tell(f"{person.name} idle for {seconds} s: {f'{memory:.1f} MB' if memory else 'unknown'} proportional set size, "
                  f"{used / seconds:.2%} of one processor")

    # The tally

    def timings(self):
        """From raise() in the sender's process to the first paint of the card in another, by the log of both."""
        raised, shown = {}, {}
        for log in self.output.glob("*.log"):
            rung = {}  # by the number the sender's own client gave the alert
            for line in log.read_text(errors="replace").splitlines():
                if match := re.search(r"timing raise local=(\d+) us=(\d+)", line):
                    rung[match[1]] = int(match[2])
                elif match := re.search(r"timing (?:accepted|recorded) alert=(\d+) local=(\d+)", line):
                    if match[2] in rung:
                        raised[int(match[1])] = rung[match[2]]
                elif match := re.search(r"visible alert=(\d+) us=(\d+)", line):
                    shown.setdefault(int(match[1]), int(match[2]))
        return {alert: (shown[alert] - raised[alert]) / 1000 for alert in sorted(shown) if alert in raised}

    def play(self):
        self.found_practice()
        self.start_server()
        count = 0
        for number, line in enumerate(self.script.read_text().splitlines(), 1):
            words = shlex.split(line, comments=True)
            if not words:
                continue
            try:
                self.step(words)
            except (NotSeen, subprocess.SubprocessError, KeyError) as problem:
                print(f"\nFAILED at {self.script.name}:{number}: {line.strip()}\n{problem}", flush=True)
                run("import", "-window", "root", self.output / "failed.png")
                return 1
            count += words[0] != "say"
        return self.report(count)

    def report(self, count):
        timings = self.timings()
        if timings:
            print("\nFrom ring to card visible, on loopback, durable commit included:")
            for alert, milliseconds in timings.items():
                print(f"  alert {alert:5}: {milliseconds:6.1f} ms")
            print(f"  median {statistics.median(timings.values()):.1f} ms, worst {max(timings.values()):.1f} ms, "
                  f"of {len(timings)}")
        elif "ctrl+r" in self.script.read_text():
            print("FAILED: no alert became visible")
            return 1
        print(f"\n{count} steps, all of them happened.")
        return 0

    def end(self):
        for person in self.people.values():
            person.close()
        self.stop_server()


def main():
    morning = Morning(*sys.argv[1:4])
    try:
        return morning.play()
    finally:
        morning.end()


if __name__ == "__main__":
    sys.exit(main())
