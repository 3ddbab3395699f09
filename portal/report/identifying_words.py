"""First-person relations and words beside a time, by language, from `identifying_words.toml`; folded, as patterns."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import resources
from itertools import groupby
from operator import itemgetter
from typing import Any

from portal.report.folding import fold


@dataclass(frozen=True)
class Way:
    """One way of a language to say whose someone is. The data file tells what stands in each part."""

    people: tuple[str, ...]
    before: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    never_after: tuple[str, ...] = ()
    initials: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def pattern(self) -> re.Pattern[str]:
        """Nothing in it repeats without end: the words between are at most three."""
        never = "".join(f"(?<!{re.escape(_folded(word))} )" for word in self.never_after)
        joined = f"(?:{any_of(self.joined)})?" if self.joined else ""
        before = f"(?:{any_of(self.before)})[ -]" if self.before else ""
        between = rf"(?:(?:{any_of(self.between)}|\d\d?)[ -])?" * 3 if self.between else ""
        people = any_of(form for word in self.people for form in self._forms(word))
        return re.compile(rf"(?<!\w)(?=[\w']){never}{joined}{before}{between}(?:{people})(?!\w)", re.IGNORECASE)

    def _forms(self, word: str) -> Iterator[str]:
        """The word, and as it begins after other words in a language that changes its initials."""
        yield word
        initial = max((one for one in self.initials if word.startswith(one)), key=len, default=None)
        if initial is not None:
            yield from (changed + word.removeprefix(initial) for changed in self.initials[initial])


def _folded(word: str) -> str:
    return fold(word).text


def any_of(words: Iterable[str]) -> str:
    """A pattern of `words`, folded, for IGNORECASE. The longest comes first: `my ex-husband` is more than `my ex`."""
    folded = sorted({_folded(word).lower() for word in words}, key=lambda word: (word[0], -len(word)))
    # By their first letter: hundreds of words are not tried one by one at every place.
    groups = ((first, "|".join(_spelt(word[1:]) for word in group)) for first, group in groupby(folded, itemgetter(0)))
    return "|".join(f"{re.escape(first)}(?:{rests})" for first, rests in groups)


def _spelt(word: str) -> str:
    return re.escape(word).replace(r"\ ", "[ -]")


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _frozen(inner) for key, inner in value.items()}
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def _read() -> Mapping[str, Any]:
    text = resources.files("portal.report").joinpath("identifying_words.toml").read_text(encoding="utf-8")
    return {tag: _frozen(table) for tag, table in tomllib.loads(text).items()}


_LANGUAGES = _read()


def _of_all(key: str) -> tuple[str, ...]:
    return tuple(word for table in _LANGUAGES.values() for word in table.get(key, ()))


# A time is understood in every language at once: people write it as they first learnt to.
AFTER_TIMES = _of_all("after_times")
HOURS = _of_all("hours")
BEFORE_HOURS = _of_all("before_hours")

#: The patterns of each language, by its tag.
RELATIONS: Mapping[str, tuple[re.Pattern[str], ...]] = {
    tag: tuple(Way(**way).pattern for way in table["ways"]) for tag, table in _LANGUAGES.items()
}
