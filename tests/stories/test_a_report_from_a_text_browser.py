"""The same whole way in w3m: no styles, no scripts, the keyboard alone."""

import os
import pty
import select
import struct
import termios
import time
from fcntl import ioctl

import pytest
from lxml import html

STORY = "Told from a text browser: سلام, dobrý den"
ENTER, TAB = "\r", "\t"


class Terminal:
    """A program in a terminal of its own: keys in, screen out."""

    def __init__(self, command, environment):
        self.process, self._terminal = pty.fork()
        if not self.process:
            os.execve(command[0], command, environment)  # noqa: S606 – our own command
        ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 60, 100, 0, 0))
        self.screen = ""

    def press(self, keys):
        os.write(self._terminal, keys.encode())

    def wait_for(self, words, *, within=20):
        """Read what the program draws until `words` stand in it; then forget what was drawn."""
        end = time.monotonic() + within
        while words not in self.screen:
            assert time.monotonic() < end, self.screen[-2000:]
            if select.select([self._terminal], [], [], 0.2)[0]:
                self.screen += os.read(self._terminal, 65536).decode(errors="replace")
        self.screen = ""

    def close(self):
        os.kill(self.process, 9)
        os.waitpid(self.process, 0)
        os.close(self._terminal)


class Keyboard:
    """Goes from link to field to button as w3m does: in the order of the page."""

    def __init__(self, terminal):
        self._terminal = terminal

    def sees(self, page, *, first=None):
        """A new page: the cursor stands on its first stop, or before the first one behind the anchor `first`."""
        document = html.document_fromstring(page)
        stops = document.xpath("//a[@href]|//input[not(@type='hidden')]|//textarea|//button")
        before = (
            document.xpath(f"count(//*[@id='{first}']/preceding::*[self::a[@href] or self::button])") if first else 0
        )
        self._stops = stops[int(before) :]
        self._at = -1 if first else 0

    def go_to(self, wanted):
        there = self._stops.index(next(stop for stop in self._stops if wanted(stop)))
        self._terminal.press(TAB * (there - self._at))
        self._at = there

    def use(self, element_id):
        self.go_to(lambda stop: stop.get("id") == element_id)
        self._terminal.press(ENTER)

    def press(self, act):
        self.go_to(lambda stop: stop.get("value") == act and stop.get("class") != "unseen")
        self._terminal.press(ENTER)


@pytest.fixture
def editor(tmp_path):
    """w3m lets the reporter write longer texts in an editor; this one writes the story."""
    script = tmp_path / "editor"
    script.write_text(f"#!/bin/sh\nprintf '%s' '{STORY}' > \"$1\"\n", encoding="utf-8")
    script.chmod(0o700)
    return script


@pytest.fixture
def w3m(program, running, editor, tmp_path):
    environment = {
        "TERM": "xterm",
        "LANG": "C.UTF-8",
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "EDITOR": str(editor),
    }
    terminal = Terminal([program("w3m"), "-no-mouse", f"{running.address}/en/report"], environment)
    yield terminal
    terminal.close()


def test_a_report_from_w3m_arrives(running, visitor, w3m):
    fields = {
        "danger": "no",
        "what": ["coverup"],
        "area": "northern-ireland",
        "story": STORY,
        "contact": "anonymous",
    }
    keyboard = Keyboard(w3m)
    w3m.wait_for("Viewing <Your report")
    keyboard.sees(visitor.get("/en/report").text)
    for element_id in ("danger-no", "what-coverup", "area-northern-ireland", "story", "contact-anonymous"):
        keyboard.use(element_id)
    keyboard.press("check")
    w3m.wait_for("Viewing <Check your answers")
    keyboard.sees(visitor.check(fields).text, first="top")
    keyboard.press("send")
    w3m.wait_for("Viewing <Sent")
    case = running.case_where(lambda case: case.document["answers"]["story"] == STORY)

    assert {**fields, "force": "northern-ireland"} == case.document["answers"]
