"""Dates as people know them: a day, a month, or only a year, in any script's digits or with the month's name."""

import unicodedata
from collections.abc import Mapping
from datetime import date

from portal.report.message import Message
from portal.report.question import N_

PARTS = ("day", "month", "year")
EARLIEST_YEAR = 1900


class NotADate(ValueError):
    """Carries the `message` for the reporter."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.message = Message(text)


def latin_digits(text: str) -> str:
    """Turn the digits of every script into 0–9 and leave the rest as it is.

    NFKC would leave Arabic and Persian digits alone, so each character is asked for its own value.
    """
    return "".join(str(unicodedata.digit(char, char)) for char in text)


def read(parts: Mapping[str, str], *, month_names: Mapping[str, int], today: date) -> dict[str, int]:
    """Return the parts that were given, as numbers; empty when none was. Raise NotADate otherwise."""
    typed = {part: latin_digits(parts.get(part, "")).strip(" .") for part in PARTS}
    given = {part: _number(part, text, month_names) for part, text in typed.items() if text}
    if not given:
        return {}
    if "year" not in given:
        raise NotADate(N_("Enter a year. You can leave out the day and the month"))
    if "day" in given and "month" not in given:
        raise NotADate(N_("Enter a month, or leave out the day"))
    try:
        earliest = date(given["year"], given.get("month", 1), given.get("day", 1))
    except ValueError:
        raise NotADate(N_("The date must be a real date")) from None
    if earliest > today:
        raise NotADate(N_("The date must be today or in the past"))
    return given


def _number(part: str, text: str, month_names: Mapping[str, int]) -> int:
    if part == "month" and text.casefold() in month_names:
        return month_names[text.casefold()]
    if not (text.isascii() and text.isdigit()):
        raise NotADate(N_("The date must be in numbers. The month can be a name"))
    if part == "year" and (len(text) != len("2026") or int(text) < EARLIEST_YEAR):
        raise NotADate(N_("The year must have 4 numbers, like 2026"))
    if part != "year" and len(text) > len("31"):
        raise NotADate(N_("The date must be a real date"))
    return int(text)
