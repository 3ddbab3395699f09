"""Keep a few processes running until told to stop. One that dies is started again."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import click

# Seconds.
LOOK = 0.2
FIRST_REST = 1.0
LONGEST_REST = 30.0
GRACE = 10.0


@dataclass(frozen=True)
class Program:
    """A `portal` command with its arguments, and the whole environment that it may see."""

    name: str
    arguments: Sequence[str]
    environment: Mapping[str, str]


class _Kept:
    """One program and its process of the moment."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._rest = FIRST_REST
        self._start_at = 0.0
        self.start()

    def start(self) -> None:
        # A session of its own: Ctrl-C reaches the supervisor, and it stops the others in order.
        self.process = subprocess.Popen(  # noqa: S603 – our own command
            [sys.executable, "-m", "portal", *self.program.arguments],
            env=dict(self.program.environment),
            start_new_session=True,
        )

    def revive(self, now: float) -> None:
        """Start a dead program again, after a rest that grows while it keeps dying."""
        if self.process.poll() is None:
            return
        if not self._start_at:
            click.echo(f"{self.program.name} stopped; it is started again in {self._rest:.0f} s", err=True)
            self._start_at = now + self._rest
            self._rest = min(LONGEST_REST, self._rest * 2)
        elif now >= self._start_at:
            self._start_at = 0.0
            self.start()

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(GRACE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Supervisor:
    def __init__(self, programs: Sequence[Program]) -> None:
        self._programs = programs
        self._kept: list[_Kept] = []
        self._stopping = False

    def start(self) -> None:
        self._kept = [_Kept(program) for program in self._programs]

    def stop(self, *_signal: object) -> None:
        self._stopping = True

    def watch(self, *, ready: Callable[[], bool], announce: Callable[[], None]) -> None:
        """Keep all running until `stop`; then stop them in order. Call `announce` once, when `ready` says so."""
        announced = False
        while not self._stopping:
            for kept in self._kept:
                kept.revive(time.monotonic())
            if not announced and ready():
                announced = True
                announce()
            time.sleep(LOOK)
        for kept in self._kept:
            kept.stop()


def port_is_free(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def answers(host: str, port: int) -> bool:
    """True when something listens there."""
    with socket.socket() as probe:
        probe.settimeout(LOOK)
        return probe.connect_ex((host, port)) == 0
