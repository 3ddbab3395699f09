"""The receipt: 20 digits that are the reporter's only way back, and everything that follows from them.

It is stored nowhere. The last digit is a check digit (Damm), which finds every single wrong digit and every
swap of two neighbours.
"""

from dataclasses import dataclass
from threading import BoundedSemaphore

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand
from stdnum import damm

from portal.report.dates import latin_digits

LENGTH = 20
GROUP = 4

# The least that OWASP's password storage cheat sheet names for Argon2id: a receipt has 63 random bits, so the
# cost only has to make guessing dear, and a small server must bear many senders at once.
_ITERATIONS, _LANES, _KIBIBYTES = 2, 1, 19 * 1024
# One receipt is looked up without knowing whose it is, so there can be no salt of its own.
_SALT = b"portal receipt 1"
# Each derivation takes 19 MiB and a core; more at once would only be slower, and could exhaust a small server.
_AT_ONCE = BoundedSemaphore(4)


class NotAReceipt(ValueError):
    """What was typed is not 20 digits, or its check digit is wrong."""


@dataclass(frozen=True)
class Derived:
    """What a receipt stands for. None of it leads back to the receipt."""

    report_id: str  # 32 hex digits: sending twice is one report
    locator: str  # 32 hex digits: where the reporter's mailbox is
    reply_seed: bytes  # 32 bytes: the key pair for replies
    content_key: bytes  # 32 bytes: tells whether two sendings say the same


def issue(randomness: bytes) -> str:
    """Make a receipt from at least 16 bytes that nobody can guess."""
    number = int.from_bytes(randomness) % 10 ** (LENGTH - 1)
    digits = f"{number:0{LENGTH - 1}d}"
    return digits + damm.calc_check_digit(digits)


def read(text: str) -> str:
    """Return the 20 digits of what was typed, in any script's digits and with any spaces or hyphens.

    Raises NotAReceipt.
    """
    digits = "".join(char for char in latin_digits(text) if char.isascii() and char.isdigit())
    if len(digits) != LENGTH or not damm.is_valid(digits):
        raise NotAReceipt
    return digits


def grouped(receipt: str) -> str:
    """Four digits at a time, to be read out and written down."""
    return " ".join(receipt[start : start + GROUP] for start in range(0, LENGTH, GROUP))


def derive(receipt: str) -> Derived:
    """Takes tens of milliseconds and 19 MiB, on purpose."""
    slow = Argon2id(salt=_SALT, length=32, iterations=_ITERATIONS, lanes=_LANES, memory_cost=_KIBIBYTES)
    with _AT_ONCE:
        root = slow.derive(receipt.encode())

    def expand(label: bytes, length: int) -> bytes:
        return HKDFExpand(algorithm=hashes.SHA256(), length=length, info=label).derive(root)

    return Derived(
        report_id=expand(b"portal report id 1", 16).hex(),
        locator=expand(b"portal mailbox locator 1", 16).hex(),
        reply_seed=expand(b"portal reply key 1", 32),
        content_key=expand(b"portal content 1", 32),
    )
