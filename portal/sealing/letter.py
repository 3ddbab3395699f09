"""Letters between the charity and a reporter, and drafts: sealed to the key pair that follows from the receipt.

Only the receipt opens them. This module cannot open a report: a report is bound to its own header and to the
charity's key, and neither is ever here.
"""

import json
from typing import Any

from cryptography.exceptions import InvalidTag

from portal.sealing import keys, padding

INFO = b"portal letter 1 "


class CannotOpenLetter(Exception):
    """Another key, another place, or changed on its way."""


def seal_letter(content: dict[str, Any], *, public: bytes, place: str) -> bytes:
    """Seal `content` to a public key. `place` (a mailbox's locator) is bound to it."""
    padded = padding.pad(json.dumps(content, ensure_ascii=False).encode())
    return keys.SUITE.encrypt(padded, keys.public_key(public), info=INFO + place.encode())


def open_letter(sealed: bytes, *, seed: bytes, place: str) -> dict[str, Any]:
    """Open what was sealed to the pair of `seed`. Raises CannotOpenLetter."""
    try:
        padded = keys.SUITE.decrypt(sealed, keys.private_key(seed), info=INFO + place.encode())
    except (InvalidTag, ValueError):
        raise CannotOpenLetter from None
    content: dict[str, Any] = json.loads(padding.unpad(padded))
    return content
