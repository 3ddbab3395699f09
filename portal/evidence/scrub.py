"""Free a file of what could show who made it, in a process that can do nothing else."""

import os
import signal
import subprocess
import sys
from threading import Event, Timer
from typing import IO

from portal.evidence import results
from portal.evidence.kinds import LARGEST
from portal.evidence.results import Refused, Scrubbed

# A reporter is told within ten seconds; starting and ending take their part of them.
SECONDS = 9
# Isolated: no variable, no folder of a user and no working folder decides which code runs.
WORKER = (sys.executable, "-I", "-B", "-m", "portal.evidence.worker")
# The header of an answer is a few codes.
LONGEST_ANSWER = LARGEST + 4096


def scrub(content: bytes, *, seconds: float = SECONDS) -> Scrubbed | Refused:
    """Find out what kind of file `content` is and remove what is hidden in it. Takes up to `seconds`.

    What comes back is all in memory, and no process is left. A worker takes up to 300 MB for that time: how many
    may work at once is the caller's to say.
    """
    if not content:
        return Refused("empty")
    if len(content) > LARGEST:
        return Refused("too-large")
    answer, status = _asked(content, seconds)
    if status == -signal.SIGXCPU or status is None:
        return Refused("too-slow")
    try:
        return results.from_bytes(answer)
    except (ValueError, RecursionError):
        # The worker died of this file.
        return Refused("broken")


def _asked(content: bytes, seconds: float) -> tuple[bytes, int | None]:
    """The worker's answer and how it ended; None when its time was up."""
    late = Event()
    with subprocess.Popen(  # noqa: S603 – our own program
        WORKER,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={},
        cwd="/",
        start_new_session=True,
    ) as worker:
        timer = Timer(seconds, _end, (worker, late))
        timer.start()
        try:
            answer = _talk(worker.stdin, worker.stdout, content)
        finally:
            timer.cancel()
            timer.join()
            # Whatever it started goes with it. Before it is waited for, its number cannot be another's.
            _kill(worker)
    return answer, None if late.is_set() else worker.returncode


def _talk(to: IO[bytes] | None, back: IO[bytes] | None, content: bytes) -> bytes:
    # The worker reads all before it writes, so neither waits for the other.
    if not (to and back):
        return b""
    try:
        with to:
            to.write(content)
    except BrokenPipeError:
        return b""
    # With a bound: a worker that was taken over must not fill the portal's memory.
    return back.read(LONGEST_ANSWER)


def _end(worker: subprocess.Popen[bytes], late: Event) -> None:
    late.set()
    _kill(worker)


def _kill(worker: subprocess.Popen[bytes]) -> None:
    os.killpg(worker.pid, signal.SIGKILL)
