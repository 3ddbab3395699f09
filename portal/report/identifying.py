"""“Could this show who you are?”: what in a report's own words often identifies the person who wrote it.

Only ever a question to the reporter: it holds nothing up, and what was found is neither kept nor logged.
A hint that is often wrong is soon not read, so where a choice had to be made, this finds too little.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from portal.report.folding import fold
from portal.report.identifying_phones import phones
from portal.report.identifying_shapes import EMAIL, INSURANCE, PLATE, POSTCODE, TIME
from portal.report.identifying_words import RELATIONS
from portal.report.question import N_

#: What may be found. The label stands beside the words that were found.
KINDS = {
    "email": N_("An email address. Is it yours?"),
    "insurance": N_("A National Insurance number. Is it yours?"),
    "phone": N_("A phone number. Is it yours?"),
    "postcode": N_("A postcode. Do you live or work there?"),
    "plate": N_("A number plate. Is it from a car or bike that you use?"),
    "time": N_("An exact time. Would it show that you were there?"),
    "relation": N_("Someone you know. Would this show who you are?"),
}

#: What no program can find: the reporter alone knows.
SELF_QUESTIONS = {
    "alone": N_("Were you the only other person there?"),
    "secret": N_("Are you one of only a few people who know this?"),
    "words": N_("Did you use the same words in a message, a letter or a post?"),
    "rare": N_("Is there something here that fits only a few people, like a job, a language or a special day?"),
}

_Spans = Iterable[tuple[int, int]]
_Search = Callable[[str], _Spans]


@dataclass(frozen=True)
class Finding:
    """`kind` is a code of KINDS. `start` and `end` count code points, as a slice does."""

    kind: str
    start: int
    end: int


def find(text: str, *, languages: Iterable[str]) -> list[Finding]:
    """What may identify the writer of `text`, in order and never overlapping. Takes every text.

    `languages` are tags such as `cy` or `ar-EG`: in their words a relation is found. An unknown one has no words.
    """
    folded = fold(text)
    searched, found = folded.text, []
    for kind, search in _searches(languages):
        spans = list(search(searched))
        found += [Finding(kind, *folded.typed(*span)) for span in spans]
        searched = _blanked(searched, spans)
    return sorted(found, key=lambda finding: finding.start)


def _searches(languages: Iterable[str]) -> Iterator[tuple[str, _Search]]:
    """In this order: an email address may hold what looks like a phone number, and a postcode like a plate."""
    yield "email", _matches(EMAIL)
    yield "insurance", _matches(INSURANCE)
    yield "phone", phones
    yield "postcode", _matches(POSTCODE)
    yield "plate", _matches(PLATE)
    yield "time", _matches(TIME)
    for tag in dict.fromkeys(tag.replace("_", "-").split("-")[0].lower() for tag in languages):
        for pattern in RELATIONS.get(tag, ()):
            yield "relation", _matches(pattern)


def _matches(pattern: re.Pattern[str]) -> _Search:
    return lambda text: [match.span() for match in pattern.finditer(text)]


def _blanked(text: str, spans: _Spans) -> str:
    """Hide what has been found, so that no part of it is found again. No search takes a NUL for a letter or a space."""
    pieces, place = [], 0
    for start, end in spans:
        pieces += [text[place:start], "\0" * (end - start)]
        place = end
    return "".join([*pieces, text[place:]])
