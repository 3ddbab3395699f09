"""What the worker can no longer do, tried in a process that is confined as it is."""

import subprocess
import sys

import pytest

TRY = """
import ctypes, os, socket, sys, zlib
from portal.evidence import confinement
confinement.limit()
{before}
confinement.close()
try:
    {act}
except (OSError, MemoryError) as error:
    print(type(error).__name__)
else:
    print("done")
"""

FORBIDDEN = {
    "read a file": "open('/etc/passwd')",
    "write a file": "open('/tmp/portal-evidence', 'w')",
    "open a socket": "socket.socket()",
    "make a pipe": "os.pipe()",
    "start a program": "__import__('posix').posix_spawn('/bin/true', ['true'], {})",
    "take a lot of memory": "bytes(300_000_000)",
}


def tried(act, *, before="pass"):
    command = [sys.executable, "-I", "-c", TRY.format(act=act, before=before)]
    return subprocess.run(command, capture_output=True, text=True, env={}, check=False, cwd="/")


@pytest.mark.parametrize("act", FORBIDDEN.values(), ids=FORBIDDEN)
def test_a_confined_process_cannot(act):
    assert tried(act).stdout in {"OSError\n", "MemoryError\n", "BlockingIOError\n", "PermissionError\n"}


def test_a_confined_process_can_still_think():
    assert "done\n" == tried("zlib.compress(bytes(1000))").stdout


def test_a_file_that_was_open_takes_no_byte(tmp_path):
    open_file = f"file = os.open({str(tmp_path / 'a')!r}, os.O_CREAT | os.O_WRONLY)"
    tried("os.write(file, b'a')", before=open_file)

    assert b"" == (tmp_path / "a").read_bytes()


def test_a_confined_process_reaches_no_network():
    allowed = subprocess.run(["unshare", "--user", "--net", "true"], check=False, capture_output=True)
    if allowed.returncode:
        pytest.skip("this machine lets no process have a network of its own; the limits on sockets hold")
    here = "import socket; before = socket.if_nameindex"
    program = f"{here}\nfrom portal.evidence import confinement\nconfinement.limit()\nprint(len(before()))"
    answer = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True)

    # Its own loopback, which is down.
    assert "1\n" == answer.stdout


def test_the_portal_itself_loads_no_library_that_reads_files():
    program = "import sys, portal.evidence.scrub; print(*{'PIL', 'pikepdf', 'av', 'lxml', 'email'} & {*sys.modules})"

    assert "\n" == subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
