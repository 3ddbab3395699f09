"""Phone numbers in folded text: of the United Kingdom as they are dialled there, and of every country with its code.

`phonenumbers` knows every country's numbers. Its own search through a text takes more than a minute for hostile
input of 1 MB, so it is asked only about short places that look like a number.
"""

import re
from collections.abc import Iterator

from phonenumbers import (
    NumberParseException,
    PhoneNumber,
    PhoneNumberType,
    ValidationResult,
    is_possible_number_with_reason,
    is_valid_number,
    number_type,
    parse,
)

#: No honest report has so many places that look like a phone number; a hostile one cannot make us look at more.
MOST_PLACES = 500

# Dialled at home, a person's number begins with 01, 02 or 07: the rest are helplines and companies.
_PLACE = re.compile(
    r"""(?<![\w+£$€¥])(?<!\d[.-])
    (?!0[1-9][ .-](?:0[1-9]|1[0-2])[ .-](?:\d\d|19\d\d|20\d\d)(?!\d))  # a date, and what follows it
    \(?(?:\+\(?[1-9]|00[ -]?[1-9]|0[ ]?[127]|44)
    [\d ().-]{7,26}""",
    re.VERBOSE,
)
_DIGITS = re.compile(r"\d+")
_FEWEST, _MOST = 8, 17  # 15 after the country's code by E.164, and the 00 before it
_AT_HOME = 11
_SERVICES = {
    PhoneNumberType.TOLL_FREE,
    PhoneNumberType.PREMIUM_RATE,
    PhoneNumberType.SHARED_COST,
    PhoneNumberType.UAN,
    PhoneNumberType.VOICEMAIL,
}


def phones(text: str) -> Iterator[tuple[int, int]]:
    """Where numbers that may be a person's stand in `text`, in order."""
    place = 0
    for _ in range(MOST_PLACES):
        match = _PLACE.search(text, place)
        if not match:
            return
        end = _end(match)
        if end:
            yield match.start(), end
        place = end or match.start() + 1


def _end(match: re.Match[str]) -> int | None:
    """Where the number ends that begins where `match` does; None when none does. The longest valid one is meant."""
    numbers = [(end, number) for end in _ends(match) if (number := _read(match.string[match.start() : end]))]
    valid = (end for end, number in numbers if is_valid_number(number))
    # A mobile number just handed out, or one with a slip, is a hint too, where it cannot be much else.
    likely = (end for end, number in numbers if _plainly_a_number(match.string[match.start() : end], number))
    return next(valid, None) or next(likely, None)


def _ends(match: re.Match[str]) -> list[int]:
    """Where a group of digits ends and there are enough, but not too many; the last first."""
    ends, count = [], 0
    for group in _DIGITS.finditer(match.string, *match.span()):
        count += len(group[0])
        cut = match.string[group.end() : group.end() + 1].isalnum()
        if _FEWEST <= count <= _MOST and not cut:
            ends.append(group.end())
    return ends[::-1]


def _read(text: str) -> PhoneNumber | None:
    """Nothing for a helpline or a company's number."""
    try:
        number = parse(text, "GB")
    except NumberParseException:
        return None
    return None if number_type(number) in _SERVICES else number


def _plainly_a_number(text: str, number: PhoneNumber) -> bool:
    digits = re.sub(r"\D", "", text)
    plain = "+" in text or (len(digits) == _AT_HOME and re.match("0[127]", digits) is not None)
    return plain and is_possible_number_with_reason(number) == ValidationResult.IS_POSSIBLE
