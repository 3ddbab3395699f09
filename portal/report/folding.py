"""Text as it is searched: plain letters, plain digits, single spaces. Every place leads back to what was typed.

One folding serves all searches: a phone number in Arabic digits between invisible marks, as phones copy it, a Welsh
word with or without its circumflex, and an Arabic word with or without its vowels are each written in one way.
"""

import unicodedata
from dataclasses import dataclass

from portal.report.dates import latin_digits

# Letters and signs that people type for one another, and that Unicode does not fold. Tatweel only stretches a word.
_ALIKE = {"ى": "ي", "ی": "ي", "ک": "ك", "ـ": "", "’": "'", "ʼ": "'", "−": "-"}
_KINDS = {"Cf": "", "Me": "", "Pd": "-"}
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)


@dataclass(frozen=True)
class Folded:
    """For each character of `text`, where it starts and ends, marks included, in the text that was folded."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def typed(self, start: int, end: int) -> tuple[int, int]:
        """Where `start` to `end` of the folded text, at least one character, stands in the text as it was typed."""
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """Take every text, whatever it holds, in time that grows only with its length."""
    # Each call has its own table: one that stayed would grow with every strange character ever sent.
    table = {char: _plain(char) for char in set(text)}
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for place, char in enumerate(text):
        plain = table[char]
        if plain and not (plain == " " and chars and chars[-1] == " "):
            chars.append(plain)
            starts.append(place)
            ends.append(place + 1)
        elif ends and unicodedata.combining(char):
            ends[-1] = place + 1
    return Folded("".join(chars), tuple(starts), tuple(ends))


def _plain(char: str) -> str:
    """One character, or none where it is a mark."""
    if char.isspace():
        return " "
    parts = unicodedata.normalize("NFKD", char)
    first = parts[0]
    if not all(map(unicodedata.combining, parts[1:])):
        return char  # a ligature, or a syllable of Korean: more than a letter with its marks
    if unicodedata.combining(first) or ord(first) in _VARIATION_SELECTORS:
        return ""
    return _ALIKE.get(first, _KINDS.get(unicodedata.category(first), latin_digits(first)))
