"""The envelope: a header that anybody may read, and the sealed report, in one JSON object.

The header is bound to the sealed bytes: change one of its letters and the report does not open. It holds
nothing that a reporter typed.
"""

import json
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Literal, get_args

from portal.sealing.encoding import from_text, to_text

VERSION = 1
LONGEST_SUITE = 100

Lane = Literal["ordinary", "quarantine"]


class NotAnEnvelope(ValueError):
    """The bytes are not an envelope of this version. Says which part is wrong, and nothing of its content."""


@dataclass(frozen=True)
class Header:
    """`key` is the fingerprint of the public key; `content` a keyed hash of what was said; `day` is a date."""

    id: str
    suite: str
    key: str
    lane: Lane
    locator: str
    content: str
    day: str

    def bound(self) -> bytes:
        """The bytes that HPKE takes as `info`, so that header and report cannot be parted."""
        return json.dumps({"envelope": VERSION, **asdict(self)}, sort_keys=True).encode()


@dataclass(frozen=True)
class Envelope:
    header: Header
    sealed: bytes

    def to_bytes(self) -> bytes:
        sealed = to_text(self.sealed)
        return json.dumps({"envelope": VERSION, **asdict(self.header), "sealed": sealed}).encode()


def read(body: bytes) -> Envelope:
    """Read what `to_bytes` wrote. Raises NotAnEnvelope."""
    try:
        values = json.loads(body)
    except (ValueError, RecursionError):
        raise NotAnEnvelope("it is not JSON") from None
    names = {field.name for field in fields(Header)}
    if not isinstance(values, dict) or set(values) != names | {"envelope", "sealed"}:
        raise NotAnEnvelope("its fields are not those of an envelope")
    version = values.pop("envelope")
    if isinstance(version, bool) or version != VERSION:
        raise NotAnEnvelope(f"its version is not {VERSION}")
    if not all(isinstance(value, str) for value in values.values()):
        raise NotAnEnvelope("a field is not a string")
    sealed = _decoded(values.pop("sealed"))
    _check(values)
    return Envelope(Header(**values), sealed)


def _decoded(text: str) -> bytes:
    try:
        return from_text(text)
    except ValueError:
        raise NotAnEnvelope("`sealed` is not base64") from None


def _check(values: dict[str, str]) -> None:
    for name, length in (("id", 32), ("key", 32), ("locator", 32), ("content", 64)):
        if len(values[name]) != length or not set(values[name]) <= set("0123456789abcdef"):
            raise NotAnEnvelope(f"`{name}` is not {length} hex digits")
    if values["lane"] not in get_args(Lane):
        raise NotAnEnvelope("`lane` is unknown")
    if len(values["suite"]) > LONGEST_SUITE:
        raise NotAnEnvelope("`suite` is too long")
    if not _is_day(values["day"]):
        raise NotAnEnvelope("`day` is not a date")


def _is_day(text: str) -> bool:
    try:
        # Other ways of writing a date are read too, and would be bytes that nobody expects.
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
