"""The document keeps to its published schema, whatever was answered."""

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from portal.report.document import canonical, content_hash, document, json_schema
from portal.report.questions import EDITION

VALIDATOR = Draft202012Validator(json_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)
KEY = b"k" * 32


def document_of(answers, **changes):
    made = document(
        answers, report_id="0123456789abcdef" * 2, language="cy", received_on=date(2026, 11, 23), reply_key=b"\x00\xff"
    )
    return {**made, **changes}


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(json_schema())


@settings(max_examples=60)
@given(choose=st.data())
def test_every_report_keeps_to_the_schema(keep, any_form, choose):
    answers = keep(choose.draw(any_form))

    assert [] == list(VALIDATOR.iter_errors(document_of(answers)))


def test_every_question_fits_the_schema_at_once(keep, all_shown):
    answers = keep({**all_shown, "when_from-year": "2025", "people-0-name": "Sarge"})

    assert [] == list(VALIDATOR.iter_errors(document_of(answers)))


@pytest.mark.parametrize(
    "wrong",
    [
        {"danger": "maybe"},
        {"what": []},
        {"what": ["bribes", "bribes"]},
        {"what": ["unheard-of"]},
        {"story": ""},
        {"story": "x" * 10_001},
        {"area": "atlantis"},
        {"people": []},
        {"people": [{"name": "x"}] * 11},
        {"people": [{"shoe_size": "44"}]},
        {"when_date": {"day": 1, "month": 2}},
        {"when_date": {"year": 2025, "month": 13}},
        {"when_date": {"year": "2025"}},
        {"shoe_size": "44"},
    ],
    ids=str,
)
def test_the_schema_refuses_what_the_form_would(keep, wrong):
    assert not VALIDATOR.is_valid(document_of({**keep({}), **wrong}))


@pytest.mark.parametrize("code", ["danger", "what", "area", "force", "story", "contact"])
def test_the_schema_asks_for_what_everybody_answers(keep, code):
    answers = keep({})
    answers.pop(code)

    assert not VALIDATOR.is_valid(document_of(answers))


@pytest.mark.parametrize(
    "changes", [{"id": "1"}, {"received_on": "2026-11-23T10:00:00"}, {"edition": 0}, {"x": 1}], ids=str
)
def test_the_schema_knows_the_parts_of_a_document(keep, changes):
    assert VALIDATOR.is_valid(document_of(keep({})))
    assert not VALIDATOR.is_valid(document_of(keep({}), **changes))


def test_a_document_says_what_it_is_and_on_which_day_it_came():
    made = document_of({"story": "x"})

    assert ("report/1", EDITION, "cy") == (made["format"], made["edition"], made["language"])
    assert "2026-11-23" == made["received_on"]
    assert "00ff" == made["reply_key"]
    assert {"story": "x"} == made["answers"]


@given(answers=st.dictionaries(st.text(), st.text() | st.lists(st.text())))
def test_the_bytes_of_a_document_say_the_same_as_the_document(answers):
    assert answers == json.loads(canonical(answers))


def test_the_bytes_do_not_depend_on_the_order_of_answers():
    assert canonical({"a": 1, "b": 2}) == canonical({"b": 2, "a": 1})
    assert b'{"a":"\xc3\xa9"}' == canonical({"a": "é"})


def test_the_content_hash_tells_words_apart_and_only_to_those_with_the_key():
    hashes = [
        content_hash({"story": "a"}, content_key=KEY),
        content_hash({"story": "b"}, content_key=KEY),
        content_hash({"story": "a"}, content_key=b"other" * 8),
    ]

    assert hashes[0] == content_hash({"story": "a"}, content_key=KEY)
    assert 3 == len(set(hashes))


def test_the_content_hash_never_changes():
    # Else a Send that is repeated after an update would look like other words.
    expected = "d7e1f84b0bedb1d3df3dffbd5873664909df130b230792b1f40205643873b327"

    assert expected == content_hash({"a": "é"}, content_key=KEY)
