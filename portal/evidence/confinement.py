"""The worker gives up its rights before it looks at a byte. Linux only.

What holds, and where:

- Everywhere: at most 8 seconds of processor time, 256 MiB of memory of its own, not one byte written to any file,
  no memory dump, no new rights, death with its parent. Once `close` is called, not one file or socket can be opened
  any more, by native code neither: the process has only the pipes it was born with; and no process can be started.
- Except that the decoders of HEIC and WebP want a thread, which the kernel counts as a process: there, only the end of
  the whole group (`scrub`) stops what was started.
- Where the kernel lets a process have a network of its own (`unshare`; Debian and Ubuntu do, many containers and
  hardened kernels do not): there is no network to reach, from the first line on.
- Where the portal runs as root, `close` makes the worker nobody, for root could raise its limits again. A container
  may refuse that; there, code that took over the worker could. Do not run the portal as root.
- Not a wall against reading: until `close`, files that the portal's user may read can be read.
"""

import contextlib
import ctypes
import os
import resource
import signal

CPU_SECONDS = 8
OWN_MEMORY = 256 * 1024 * 1024
# Addresses, of which most are libraries that are never read into memory.
ADDRESSES = 1024 * 1024 * 1024

#: What, where the kernel warns, and where it kills.
LIMITS = (
    # With both the same, the end would look like any other.
    (resource.RLIMIT_CPU, CPU_SECONDS, CPU_SECONDS + 1),
    (resource.RLIMIT_DATA, OWN_MEMORY, OWN_MEMORY),
    (resource.RLIMIT_AS, ADDRESSES, ADDRESSES),
    (resource.RLIMIT_FSIZE, 0, 0),
    (resource.RLIMIT_CORE, 0, 0),
)

# From <sys/prctl.h> and <sched.h>.
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_NO_NEW_PRIVS = 1, 4, 38
CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000
OPTIONS = ((PR_SET_PDEATHSIG, signal.SIGKILL), (PR_SET_DUMPABLE, 0), (PR_SET_NO_NEW_PRIVS, 1))

ROOT, NOBODY = 0, 65534


def limit() -> None:
    """Call this first. Raises OSError or ValueError when a limit cannot be set: then nothing is read."""
    libc = ctypes.CDLL(None, use_errno=True)
    for option, value in OPTIONS:
        if libc.prctl(option, value, 0, 0, 0):
            raise OSError(ctypes.get_errno(), "prctl")
    # Refused in some places; see above. Only root may have the one without the other.
    libc.unshare(CLONE_NEWNET if os.geteuid() == ROOT else CLONE_NEWUSER | CLONE_NEWNET)
    for what, soft, hard in LIMITS:
        resource.setrlimit(what, (soft, hard))


def close(*, threads: bool = False) -> None:
    """Call this when all code is loaded: from here on nothing can be opened or started, but for `threads`."""
    if os.geteuid() == ROOT:
        _become_nobody()
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
    if not threads:
        resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))


def _become_nobody() -> None:
    with contextlib.suppress(OSError):
        os.setgroups([])
        os.setresgid(NOBODY, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, NOBODY)
    # Another user is not told of the parent's death unless it asks again.
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
