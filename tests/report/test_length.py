"""An answer may be as long as its limit, counted in code points."""

import pytest

from portal.report.questions import PEOPLE, QUESTIONS

LIMITED = [question for question in QUESTIONS.values() if question.limit]
LETTERS = ["a", "ط", "語", "👮"]


def text(question, length, letter="7"):
    end = "@example.org" if question.code == "email" else ""
    return letter * (length - len(end)) + end


@pytest.mark.parametrize("question", LIMITED, ids=lambda one: one.code)
def test_an_answer_can_be_as_long_as_its_limit_and_no_longer(wrong, all_shown, question):
    assert set() == wrong({**all_shown, question.code: text(question, question.limit)})
    assert {question.code} == wrong({**all_shown, question.code: text(question, question.limit + 1)})


@pytest.mark.parametrize("question", PEOPLE.questions, ids=lambda one: one.code)
def test_a_person_too_is_described_within_limits(wrong, question):
    assert set() == wrong({f"people-3-{question.code}": text(question, question.limit)})
    assert {PEOPLE.code} == wrong({f"people-3-{question.code}": text(question, question.limit + 1)})


@pytest.mark.parametrize("letter", LETTERS)
def test_a_letter_of_any_script_counts_one(wrong, letter):
    limit = QUESTIONS["story"].limit

    assert set() == wrong({"story": letter * limit})
    assert {"story"} == wrong({"story": letter * (limit + 1)})


def test_the_end_of_a_line_counts_one(wrong):
    half = QUESTIONS["story"].limit // 2

    assert set() == wrong({"story": "\r\na" * half})
    assert {"story"} == wrong({"story": "a\r\n" * half + "aa"})


def test_the_message_says_how_many_are_too_many(post):
    question = QUESTIONS["story"]
    (message,) = post({"story": "👮" * (question.limit + 3)}).errors["story"]

    assert 3 == message.number
    assert {"question": question.label, "over": 3, "limit": question.limit} == message.values
