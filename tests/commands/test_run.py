"""`portal run`: everything on one machine, kept running, stopped in order."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from fixtures.validity import free_port, wait_for

from portal.commands.supervisor import answers, port_is_free

HOST = "127.0.0.1"


class Run:
    """`portal run` in a folder of its own, as after a fresh checkout."""

    def __init__(self, folder):
        self.folder = folder
        self.port, self.intake_port = free_port(), free_port()
        self.output = folder / "output"
        self._process = None

    def start(self, **changes):
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PORTAL_")}
        environment |= {"PORTAL_PORT": str(self.port), "PORTAL_INTAKE_PORT": str(self.intake_port), **changes}
        with self.output.open("wb") as output:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "portal", "run"], cwd=self.folder, env=environment, stdout=output, stderr=output
            )

    def start_and_wait(self):
        self.start()
        wait_for(self.port)
        wait_for(self.intake_port)

    def ended(self):
        """The exit code; fails when it goes on."""
        return self._process.wait(30)

    def stop(self, how=signal.SIGTERM):
        if self._process and self._process.poll() is None:
            self._process.send_signal(how)
            return self.ended()
        return None

    def end(self):
        """Stop, by force when it does not."""
        try:
            self.stop()
        finally:
            if self._process:
                self._process.kill()
                self._process.wait()

    def children(self):
        """The number and the command of every process that it keeps."""
        listed = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children").read_text(encoding="ascii")
        return {int(one): Path(f"/proc/{one}/cmdline").read_bytes().split(b"\0") for one in listed.split()}


@pytest.fixture
def run(tmp_path):
    made = Run(tmp_path)
    yield made
    made.end()


@pytest.fixture
def taken():
    """A port that another program listens on."""
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        yield other.getsockname()[1]


def until(happened, seconds=30):
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.05)


def test_three_processes_run_and_stop_together(run):
    run.start_and_wait()
    commands = [one[3:-1] for one in run.children().values()]

    assert [[b"relay"], [b"serve", b"intake"], [b"serve", b"public"]] == sorted(commands)
    until(lambda: b"http://" in run.output.read_bytes())
    assert 0 == run.stop(signal.SIGINT)
    assert port_is_free(HOST, run.port)
    assert port_is_free(HOST, run.intake_port)


def test_the_first_run_makes_keys_and_the_next_one_keeps_them(run, tmp_path):
    run.start_and_wait()
    key = (tmp_path / "instance/charity.private").read_bytes()
    run.stop()
    run.start_and_wait()

    assert key == (tmp_path / "instance/charity.private").read_bytes()
    files = list((tmp_path / "instance").iterdir())
    assert {0o600} == {file.stat().st_mode & 0o777 for file in files if "public" not in file.name}
    assert 0o700 == (tmp_path / "instance").stat().st_mode & 0o777


def test_a_process_that_dies_is_started_again(run):
    run.start_and_wait()
    (intake,) = (number for number, command in run.children().items() if b"intake" in command)
    os.kill(intake, signal.SIGKILL)

    until(lambda: intake not in run.children())
    until(lambda: len(run.children()) == 3)
    wait_for(run.intake_port)
    assert b"intake stopped" in run.output.read_bytes()


@pytest.mark.parametrize("name", ["PORTAL_PORT", "PORTAL_INTAKE_PORT"])
def test_a_port_that_is_taken_is_said_before_anything_starts(run, taken, name):
    run.start(**{name: str(taken)})

    assert 1 == run.ended()
    assert str(taken) in run.output.read_text(encoding="utf-8")
    assert name in run.output.read_text(encoding="utf-8")
    assert b"Traceback" not in run.output.read_bytes()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORTAL_PORT", "70000"),
        ("PORTAL_INTAKE_PORT", "x"),
        ("PORTAL_THREADS", "0"),
        ("PORTAL_INTAKE_TOKEN", "short"),
        ("PORTAL_INTAKE_URL", "http://192.0.2.1"),
    ],
)
def test_a_bad_setting_is_said_before_anything_starts(run, name, value):
    run.start(**{name: value})

    assert 1 == run.ended()
    assert f"Error: {name} " in run.output.read_text(encoding="utf-8")
    assert b"Traceback" not in run.output.read_bytes()


def test_keys_are_not_made_where_some_are_left(run, tmp_path):
    # As after the private key was moved to the charity.
    run.start_and_wait()
    run.stop()
    (tmp_path / "instance/charity.private").unlink()
    public = (tmp_path / "instance/charity.public").read_bytes()
    run.start_and_wait()

    assert not (tmp_path / "instance/charity.private").exists()
    assert public == (tmp_path / "instance/charity.public").read_bytes()


def test_a_port_is_free_when_nothing_listens(taken):
    assert not port_is_free(HOST, taken)
    assert port_is_free(HOST, free_port())


def test_a_port_answers_when_something_listens(taken):
    assert answers(HOST, taken)
    assert not answers(HOST, free_port())
