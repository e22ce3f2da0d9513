# SPDX-License-Identifier: Apache-2.0
"""One Handbell window as a person has it: found by what a screen reader is told, worked by mouse and keyboard."""
import os
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

PATIENCE_S = 15.0
LOOK_AFTER_S = 0.1


class NotSeen(Exception):
    """What the script waited for did not come."""


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def active_window():
    """The window that has the keyboard; empty in the moment in which it goes from one to the next."""
    return subprocess.run(["xdotool", "getactivewindow"], capture_output=True, text=True).stdout.strip()


def wait_for(what, condition, patience=PATIENCE_S):
    """The first true thing condition() gives within patience; polls, since AT-SPI is asked over a bus."""
    deadline = time.monotonic() + patience
    while True:
        found = condition()
        if found:
            return found
        if time.monotonic() > deadline:
            raise NotSeen(what)
        time.sleep(0.05)


class Workstation:
    def __init__(self, name, command, log, environment):
        self.name = name
        self.log = log
        self.process = subprocess.Popen(command, stderr=open(log, "ab"), stdout=subprocess.DEVNULL,
                                        env={**os.environ, **environment})

    def close(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()

    # What is there

    def application(self):
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            try:
                if child and child.get_process_id() == self.process.pid:
                    return child
            except gi.repository.GLib.Error:
                continue
        return None

    def visible(self):
        """Every visible object of this program, depth first."""
        application = self.application()
        if application is None:
            return
        application.clear_cache()
        stack = [application]
        while stack:
            node = stack.pop()
            try:
                if node is not application:
                    states = node.get_state_set()
                    if not states.contains(Atspi.StateType.SHOWING) and node.get_role() != Atspi.Role.FRAME:
                        continue
                    yield node
                count = min(node.get_child_count(), 400)
                stack.extend(filter(None, (node.get_child_at_index(i) for i in reversed(range(count)))))
            except gi.repository.GLib.Error:
                continue  # gone while we looked

    @staticmethod
    def words(node):
        """What a screen reader could say of this object."""
        parts = [node.get_name() or "", node.get_description() or ""]
        text = node.get_text_iface() if hasattr(node, "get_text_iface") else None
        if text is not None:
            parts.append(Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)))
        return "\n".join(parts)

    def find(self, name):
        """The visible object whose name is `name`, or begins with it, or else has it anywhere in its words."""
        best, rank = None, 0
        for node in self.visible():
            called = node.get_name() or ""
            this = 4 if called == name else 3 if called.startswith(name) else 2 if name in called else 0
            if not this and name in self.words(node):
                this = 1
            if this > rank:
                best, rank = node, this
            if rank == 4:
                break
        return best

    def sees(self, text, patience=PATIENCE_S):
        # Nobody looks sooner; and a client is asked in the very thread that is to show what is being timed.
        time.sleep(LOOK_AFTER_S)
        return wait_for(f"{self.name} does not see “{text}”", lambda: self.find(text), patience)

    def sees_not(self, text):
        wait_for(f"{self.name} still sees “{text}”", lambda: self.find(text) is None)

    # What one does

    def area(self, window):
        said = subprocess.run(["xdotool", "getwindowgeometry", "--shell", window], capture_output=True, text=True)
        shape = dict(line.split("=") for line in said.stdout.splitlines())
        return int(shape.get("WIDTH", 0)) * int(shape.get("HEIGHT", 0))  # nothing: a card that has gone meanwhile

    def windows(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
                               capture_output=True, text=True).stdout.split()
        return sorted(found, key=self.area, reverse=True)

    def window(self):
        """The main window: the largest of this program's."""
        return wait_for(f"{self.name} has no window", self.windows)[0]

    def activate(self):
        window = self.window()
        run("xdotool", "windowactivate", window)
        wait_for(f"{self.name}'s window does not come to the front",
                 lambda: active_window() == window)

    def place(self, x, y, width, height):
        window = self.window()
        run("xdotool", "windowsize", window, str(width), str(height))
        run("xdotool", "windowmove", window, str(x), str(y))

    def centre(self, node):
        extents = node.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
        if extents.width <= 0 or extents.height <= 0:
            raise NotSeen(f"{self.name}: “{node.get_name()}” has no size on screen")
        return extents.x + extents.width // 2, extents.y + extents.height // 2

    def point_at(self, text):
        x, y = self.centre(self.sees(text))
        run("xdotool", "mousemove", str(x), str(y))

    def click(self, text):
        self.point_at(text)
        run("xdotool", "click", "1")

    def press(self, text):
        """As a screen reader presses a button: what lies over it does not matter."""
        action = wait_for(f"{self.name} does not see “{text}”", lambda: self.find(text)).get_action_iface()
        names = [action.get_action_name(number) for number in range(action.get_n_actions())]
        action.do_action(names.index("Press"))

    def answer(self, text):
        """Presses a card's button, once more where the card had just come or moved and took no answer."""
        def is_answered():
            button = self.find(text)
            return button is None or button.get_name() != text

        for patience in (1.0, 1.0, PATIENCE_S):
            self.press(text)
            try:
                return wait_for(f"{self.name}'s card takes no answer “{text}”", is_answered, patience)
            except NotSeen:
                if patience == PATIENCE_S:
                    raise

    def double_click(self, text):
        self.point_at(text)
        run("xdotool", "click", "--repeat", "2", "--delay", "60", "1")

    def key(self, keys):
        self.activate()
        run("xdotool", "key", "--clearmodifiers", *keys.split())

    def type(self, text):
        run("xdotool", "type", "--clearmodifiers", "--delay", "8", text)
