"""Scrubs as the portal does, and scrubs while somebody measures."""

import json
import subprocess
import sys
from dataclasses import dataclass

import pytest

# A process of its own: it adopts whatever the worker leaves behind, and knows the worker's memory.
MEASURED = """
import ctypes, json, os, resource, sys, time
from portal.evidence.scrub import SECONDS, scrub
ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)
content = sys.stdin.buffer.read()
start = time.monotonic()
result = scrub(content, seconds=float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS)
seconds = time.monotonic() - start
try:
    left = os.waitpid(-1, os.WNOHANG) is not None
except ChildProcessError:
    left = False
megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
reason = getattr(result, "reason", None)
print(json.dumps({"reason": reason, "seconds": seconds, "megabytes": megabytes, "left": left}))
"""


@dataclass(frozen=True)
class Measured:
    """`reason` is None when the file was scrubbed; `left` says whether a process outlived the answer."""

    reason: str | None
    seconds: float
    megabytes: float
    left: bool


@pytest.fixture(scope="session")
def measured():
    def run(content, *arguments):
        command = [sys.executable, "-c", MEASURED, *arguments]
        answer = subprocess.run(command, input=content, capture_output=True, check=True, timeout=60)
        return Measured(**json.loads(answer.stdout))

    return run
