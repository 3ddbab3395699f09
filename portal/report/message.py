"""Words that travel with their values until a page knows the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass, field


class Label(str):
    """A label of the form, to be translated wherever it is put into a message."""

    __slots__ = ()


@dataclass(frozen=True)
class Message:
    """`text` holds named placeholders for `values`. With `plural`, `number` picks the form."""

    text: str
    plural: str | None = None
    number: int = 0
    values: Mapping[str, object] = field(default_factory=dict)
