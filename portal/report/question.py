"""What a question is. The form itself, as data, stands in `questions`."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


def N_(text: str) -> str:  # noqa: N802 – gettext's own name for "translate later"
    """Mark `text` for translation and return it unchanged."""
    return text


def NN_(one: str, many: str) -> tuple[str, str]:  # noqa: N802 – the same, for a text that counts
    """Mark a text and its plural for translation and return them unchanged."""
    return one, many


class Kind(StrEnum):
    ONE = "one"  # radios
    MANY = "many"  # checkboxes
    TEXT = "text"  # a textarea: browsers bring it back on Back and never suggest it later
    DATE = "date"  # day, month and year, each of which may be left out
    MONTH = "month"  # month and year
    CONTACT = "contact"  # an input about the reporter, with an autocomplete token


@dataclass(frozen=True)
class When:
    """True when the answer to an earlier `question` is, or holds, one of `codes`."""

    question: str
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Option:
    """`code` is stored and counted, for ever; `label` is shown and may change at will.

    `names` are the label in languages that have a name of their own for it (a force in Welsh); a label
    with `proper` set is a proper name and is never translated.
    """

    code: str
    label: str
    hint: str | None = None
    only: When | None = None
    exclusive: bool = False
    proper: bool = False
    names: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Signpost:
    """What a reporter should know, shown beside the answers that call for it. Never an error."""

    only: When
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """`limit` is in Unicode code points. `required` is the message for a missing answer."""

    code: str
    kind: Kind
    label: str
    hint: str | None = None
    options: tuple[Option, ...] = ()
    limit: int = 0
    rows: int = 1
    required: str | None = None
    only: When | None = None
    signposts: tuple[Signpost, ...] = ()
    autocomplete: str | None = None
    inputmode: str | None = None

    @property
    def option_codes(self) -> tuple[str, ...]:
        return tuple(option.code for option in self.options)


@dataclass(frozen=True)
class Section:
    """What one screen of a phone shows. A `repeat` section is asked once for each person, up to that many."""

    code: str
    title: str
    questions: tuple[Question, ...]
    lead: str | None = None
    repeat: int = 0


def every_question(sections: tuple[Section, ...]) -> Iterator[Question]:
    """The questions that are asked once, in order; those of a `repeat` section belong to its people."""
    for section in sections:
        if not section.repeat:
            yield from section.questions
