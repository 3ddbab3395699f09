"""A question applies when its condition holds, and those of all the questions that lead to it."""

import pytest

from portal.report.conditions import applies, holds
from portal.report.question import When
from portal.report.questions import QUESTIONS


def chosen(**answers):
    return lambda code: answers.get(code, ())


def test_no_condition_always_holds():
    assert holds(None, chosen())


@pytest.mark.parametrize(
    ("codes", "expected"), [((), False), (("b",), False), (("yes",), True), (("b", "unsure"), True)]
)
def test_a_condition_holds_when_one_of_its_codes_is_chosen(codes, expected):
    assert expected is holds(When("danger", ("yes", "unsure")), chosen(danger=codes))


@pytest.mark.parametrize(
    ("code", "shown", "hidden"),
    [
        ("force_other", {"area": ["wales"]}, {"area": ["scotland"]}),
        ("email", {"contact": ["details"]}, {"contact": ["anonymous"]}),
        ("interpreter", {"contact": ["details"]}, {}),
    ],
)
def test_an_answer_that_is_hidden_itself_shows_nothing(code, shown, hidden):
    last = {QUESTIONS[code].only.question: QUESTIONS[code].only.codes}

    assert applies(QUESTIONS[code], chosen(**last, **shown))
    assert not applies(QUESTIONS[code], chosen(**last, **hidden))
