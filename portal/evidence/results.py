"""What comes of a file, and how it travels from the worker: a length, a header in JSON, the bytes."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, get_args

from portal.evidence.kinds import Kind

Reason = Literal["empty", "too-large", "unknown-kind", "broken", "bomb", "cannot-scrub", "too-slow"]

LENGTH_BYTES: Final = 4


@dataclass(frozen=True)
class Scrubbed:
    """`kind` is that of `content`: a HEIC picture comes back as a JPEG. The codes have labels in `words`."""

    kind: Kind
    content: bytes = field(repr=False)
    removed: tuple[str, ...]
    remains: tuple[str, ...]


@dataclass(frozen=True)
class Refused:
    """Only what `cannot-scrub` may be sent as it is, when the reporter chooses so; then `kind` says what it is."""

    reason: Reason
    kind: Kind | None = None


@dataclass(frozen=True)
class Cleaned:
    """What a family of kinds made of a file; the worker checks it before it becomes Scrubbed."""

    kind: Kind
    content: bytes
    found: frozenset[str]
    remains: tuple[str, ...]


class Refusal(Exception):
    """Carries the `reason` why no scrubbed file can be made of this one."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


def to_bytes(result: Scrubbed | Refused) -> bytes:
    if isinstance(result, Refused):
        return _framed({"refused": result.reason, "kind": result.kind}, b"")
    header = {"kind": result.kind, "removed": result.removed, "remains": result.remains}
    return _framed(header, result.content)


def from_bytes(answer: bytes) -> Scrubbed | Refused:
    """Read what `to_bytes` wrote. Raises ValueError for anything else: the worker may have been taken over."""
    end = LENGTH_BYTES + int.from_bytes(answer[:LENGTH_BYTES])
    values = json.loads(answer[LENGTH_BYTES:end])
    match values:
        case {"refused": reason, "kind": kind} if reason in get_args(Reason):
            return Refused(reason, Kind(kind) if kind else None)
        case {"kind": kind, "removed": [*removed], "remains": [*remains]}:
            return Scrubbed(Kind(kind), answer[end:], tuple(map(str, removed)), tuple(map(str, remains)))
    raise ValueError("this is not an answer of the worker")


def _framed(header: Mapping[str, object], content: bytes) -> bytes:
    head = json.dumps(header).encode()
    return len(head).to_bytes(LENGTH_BYTES) + head + content
