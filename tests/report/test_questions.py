"""The form as data keeps the promises that all other code builds on."""

import hashlib
import json
import re

import pytest

from portal.report.conditions import applies
from portal.report.question import Kind, every_question
from portal.report.questions import EDITION, PEOPLE, QUESTIONS, SECTIONS

EVERY = (*every_question(SECTIONS), *PEOPLE.questions)
ORDER = list(QUESTIONS)

#: What the codes of each edition come to. A code that is added or withdrawn makes a new edition: raise
#: EDITION, and add a line here. The forces are counted elsewhere: their register grows by itself.
EDITIONS = {1: "a3eb45401f8a6ff8"}


def conditions():
    """Every condition of the form, with the question that it stands on and whether it may ask that very question."""
    for question in EVERY:
        yield from ((question.code, one.only, False) for one in (question, *question.options) if one.only)
        yield from ((question.code, signpost.only, True) for signpost in question.signposts)


CONDITIONS = list(conditions())


def test_no_two_questions_share_a_code():
    codes = [question.code for question in every_question(SECTIONS)]

    assert len(codes) == len({*codes, PEOPLE.code}) - 1


def test_no_two_questions_about_a_person_share_a_code():
    assert len(PEOPLE.questions) == len({question.code for question in PEOPLE.questions})


def test_no_two_sections_share_a_code():
    assert len(SECTIONS) == len({section.code for section in SECTIONS})


@pytest.mark.parametrize("question", EVERY, ids=lambda question: question.code)
def test_no_two_options_of_a_question_share_a_code_or_a_label(question):
    assert len(question.options) == len(set(question.option_codes))
    assert len(question.options) == len({option.label for option in question.options})


@pytest.mark.parametrize("question", EVERY, ids=lambda question: question.code)
def test_a_code_is_plain(question):
    assert re.fullmatch("[a-z]+(_[a-z]+)*", question.code)
    assert all(re.fullmatch("[a-z]+(-[a-z]+)*", code) for code in question.option_codes)


@pytest.mark.parametrize("question", EVERY, ids=lambda question: question.code)
def test_a_question_has_options_or_a_limit_as_its_kind_says(question):
    assert (question.kind in {Kind.ONE, Kind.MANY}) == bool(question.options)
    assert (question.kind in {Kind.TEXT, Kind.CONTACT}) == bool(question.limit)


@pytest.mark.parametrize(("code", "condition", "own"), CONDITIONS, ids=str)
def test_a_condition_asks_for_codes_of_an_earlier_question(code, condition, own):
    assert ORDER.index(condition.question) < ORDER.index(code) + own
    assert condition.codes
    assert set(condition.codes) <= set(QUESTIONS[condition.question].option_codes)


def test_a_person_has_no_conditions_and_nothing_that_must_be_answered():
    assert not any(question.only or question.required for question in PEOPLE.questions)


def test_an_option_alone_is_one_of_many():
    alone = {question.kind for question in EVERY for option in question.options if option.exclusive}

    assert {Kind.MANY} == alone


def test_five_answers_are_asked_of_everybody_and_danger_comes_first():
    asked = [question.code for question in EVERY if question.required and not question.only]

    assert ["danger", "what", "area", "story", "contact"] == asked
    assert "danger" == ORDER[0]


@pytest.mark.parametrize("contact", ["anonymous", "receipt"])
def test_an_anonymous_reporter_is_asked_nothing_about_themselves(contact):
    # Whatever else is chosen: all of it.
    everything = {code: question.option_codes for code, question in QUESTIONS.items()} | {"contact": (contact,)}
    about = SECTIONS[-1].questions
    asked = [one.code for one in about if applies(one, everything.__getitem__)]

    assert {Kind.CONTACT} <= {one.kind for one in about}
    assert ["contact"] == asked
    assert not [one for section in SECTIONS[:-1] for one in section.questions if one.kind is Kind.CONTACT]


def test_the_edition_is_raised_when_a_code_is_added_or_withdrawn():
    codes = {one.code: sorted(one.option_codes) for one in QUESTIONS.values() if one.code != "force"}
    codes[PEOPLE.code] = sorted(question.code for question in PEOPLE.questions)
    digest = hashlib.sha256(json.dumps(codes, sort_keys=True).encode()).hexdigest()[:16]

    assert max(EDITIONS) == EDITION
    assert EDITIONS[EDITION] == digest
