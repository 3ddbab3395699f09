"""Plain text: kept as it is. It holds nothing but what can be read in it."""

from portal.evidence.kinds import Kind
from portal.evidence.results import Cleaned


def traces_of(_content: bytes, _kind: Kind) -> set[str]:
    return set()


def clean(content: bytes, kind: Kind) -> Cleaned:
    return Cleaned(kind, content, frozenset(), ("text",))
