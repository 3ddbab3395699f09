"""Dates as people write them, in many scripts; never one that cannot be."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.report.dates import NotADate, latin_digits, read

TODAY = date(2026, 11, 23)
MONTHS = {"march": 3, "sept": 9, "mawrth": 3, "مارس": 3, "août": 8}
DIGITS = {
    "latin": "0123456789",
    "arabic": "٠١٢٣٤٥٦٧٨٩",
    "persian": "۰۱۲۳۴۵۶۷۸۹",
    "bengali": "০১২৩৪৫৬৭৮৯",
    "devanagari": "०१२३४५६७८९",
    "gurmukhi": "੦੧੨੩੪੫੬੭੮੯",
    "thai": "๐๑๒๓๔๕๖๗๘๙",
    "fullwidth": "０１２３４５６７８９",
}
ALREADY = st.dates(min_value=date(1900, 1, 1), max_value=TODAY)


def parts(day="", month="", year=""):
    return {"day": day, "month": month, "year": year}


def read_today(typed):
    return read(typed, month_names=MONTHS, today=TODAY)


@given(day=ALREADY, digits=st.sampled_from(list(DIGITS.values())))
def test_every_day_since_1900_is_read_in_every_script(day, digits):
    script = str.maketrans(DIGITS["latin"], digits)
    typed = {part: str(getattr(day, part)).translate(script) for part in ("day", "month", "year")}

    assert {"day": day.day, "month": day.month, "year": day.year} == read_today(typed)


@pytest.mark.parametrize("month", ["3", "03", "٣", "March", "MARCH", "march.", " mawrth ", "مارس"])
def test_a_month_is_a_number_or_a_name_in_any_language(month):
    assert {"month": 3, "year": 2025} == read_today(parts(month=month, year="2025"))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (parts(), {}),
        ({}, {}),
        (parts(" ", " .", ""), {}),
        (parts(year="2025"), {"year": 2025}),
        (parts(year=" 2025. "), {"year": 2025}),
        (parts("1", "2", "2025"), {"day": 1, "month": 2, "year": 2025}),
        (parts("29", "2", "2024"), {"day": 29, "month": 2, "year": 2024}),
    ],
)
def test_any_part_but_the_year_can_be_left_out(typed, expected):
    assert expected == read_today(typed)


@pytest.mark.parametrize(
    "typed",
    [
        parts(day="1"),
        parts(month="3"),
        parts(day="1", month="3"),
        parts(day="1", year="2025"),
        parts("29", "2", "2025"),
        parts("31", "4", "2025"),
        parts("0", "4", "2025"),
        parts("1", "13", "2025"),
        parts("1", "0", "2025"),
        parts("001", "4", "2025"),
        parts(year="25"),
        parts(year="02025"),
        parts(year="1899"),
        parts(year="0000"),
        parts(month="Marchember", year="2025"),
        parts(year="MMXX"),
        parts(year="-202"),
        parts(year="20.5"),
        parts("first", "3", "2025"),
    ],
    ids=str,
)
def test_what_is_no_date_is_refused(typed):
    with pytest.raises(NotADate) as caught:
        read_today(typed)

    assert caught.value.message.text


@pytest.mark.parametrize("days", [1, 30, 400])
def test_a_day_in_the_future_is_refused(days):
    later = TODAY + timedelta(days)

    with pytest.raises(NotADate):
        read_today(parts(str(later.day), str(later.month), str(later.year)))


def test_this_year_this_month_and_today_are_not_in_the_future():
    assert {"year": 2026} == read_today(parts(year="2026"))
    assert {"month": 11, "year": 2026} == read_today(parts(month="11", year="2026"))
    assert {"day": 23, "month": 11, "year": 2026} == read_today(parts("23", "11", "2026"))


@pytest.mark.parametrize(("month", "year"), [("12", "2026"), ("", "2027"), ("1", "2027")])
def test_a_month_or_a_year_in_the_future_is_refused(month, year):
    with pytest.raises(NotADate):
        read_today(parts(month=month, year=year))


@given(typed=st.fixed_dictionaries(dict.fromkeys(("day", "month", "year"), st.text(max_size=6))))
def test_whatever_is_typed_is_a_date_or_is_refused(typed):
    try:
        found = read_today(typed)
    except NotADate:
        return

    assert not found or date(found["year"], found.get("month", 1), found.get("day", 1)) <= TODAY


@given(text=st.text())
def test_only_digits_are_changed_into_digits(text):
    changed = latin_digits(text)

    assert len(text) == len(changed)
    assert all(
        old == new or (new in DIGITS["latin"] and not old.isascii()) for old, new in zip(text, changed, strict=True)
    )


@pytest.mark.parametrize("code", ["when_from", "when_to"])
def test_a_date_of_the_form_is_kept_as_numbers(keep, code):
    answers = keep({"when": "several", f"{code}-month": "Mawrth", f"{code}-year": "٢٠٢٥"})

    assert {"month": 3, "year": 2025} == answers[code]


def test_a_wrong_date_of_the_form_is_found_only_where_it_is_asked_for(wrong):
    fields = {"when_date-day": "31", "when_date-month": "2", "when_date-year": "2025"}

    assert {"when_date"} == wrong({**fields, "when": "once"})
    assert set() == wrong({**fields, "when": "still"})
