"""Words are evidence: they are kept as they were typed, in every script."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.report.question import Kind
from portal.report.questions import PEOPLE, QUESTIONS

STEERING = (
    "\0",
    "\x1b[2J",
    "\x85",
    "\u200b",
    "\u200d",
    "\u202e",
    "\u2066",
    "\u2069",
    "\u2028",
    "\ufeff",
    "\ufffe",
    "\U000e0041",
)
SCRIPTS = (
    "Ŵyneb ŵ",  # precomposed and with a combining mark: both stay
    "رأيته هناك ١٢٣",
    "می‌روم",
    "हिन्दी क्ष",
    "👩🏽‍✈️",
    "“quoted” <b>&amp;</b> %(option)s {{ 7 }}",
    "two  spaces\tand a tab",
)
ANY = st.lists(st.text(max_size=20) | st.sampled_from(STEERING + SCRIPTS), max_size=10).map("".join)

LINES = [code for code, one in QUESTIONS.items() if one.limit and (one.kind is Kind.CONTACT or one.rows == 1)]
PARAGRAPHS = [code for code, one in QUESTIONS.items() if one.limit and code not in LINES]


@given(typed=ANY)
def test_a_story_is_kept_as_it_was_typed(keep, typed):
    # The ends are not blank, and line ends stand as browsers send them.
    typed = "»" + typed.replace("\r\n", "\n") + "«"

    assert typed == keep({"story": typed.replace("\n", "\r\n")})["story"]


@given(typed=ANY)
def test_a_person_is_described_as_it_was_typed(keep, typed):
    typed = "»" + typed.replace("\r\n", "\n") + "«"

    assert [{"looks": typed}] == keep({"people-0-looks": typed})["people"]


@given(typed=ANY)
def test_an_answer_of_one_line_is_kept_as_it_was_typed(keep, typed):
    typed = "»" + typed.replace("\n", "") + "«"

    assert [{"name": typed}] == keep({"people-0-name": typed})["people"]


@given(typed=ANY)
def test_an_answer_of_one_line_loses_only_its_line_breaks(keep, typed):
    typed = "»" + typed + "\r\n«"
    kept = keep({"people-0-name": typed})["people"][0]["name"]

    assert "\n" not in kept
    assert re.sub(r"\s", "", typed) == re.sub(r"\s", "", kept)


@pytest.mark.parametrize("code", PARAGRAPHS)
def test_paragraphs_keep_their_line_breaks(keep, all_shown, code):
    assert "one\n\n  two" == keep({**all_shown, code: "one\r\n\r\n  two"})[code]


@pytest.mark.parametrize("code", [code for code in LINES if code not in {"phone", "email"}])
def test_a_line_break_in_an_answer_of_one_line_becomes_a_space(keep, all_shown, code):
    assert "one two" == keep({**all_shown, code: "one \r\n\r\n  two"})[code]


@pytest.mark.parametrize("blank", [" ", "\r\n", "\t", "\u3000", "\u00a0", " \r\n \u2003"])
def test_blank_ends_are_dropped(keep, blank):
    assert "a b" == keep({"story": f"{blank}a b{blank}"})["story"]


@pytest.mark.parametrize("blank", ["", " ", "\r\n\r\n", "\u3000\u00a0"])
def test_blanks_alone_are_no_answer(keep, wrong, blank):
    assert {"story"} == wrong({"story": blank})
    assert "more" not in keep({"more": blank})


def test_every_question_with_words_is_among_these():
    words = {one.code for one in QUESTIONS.values() if one.limit}

    assert words == {*LINES, *PARAGRAPHS}
    assert PEOPLE.questions
