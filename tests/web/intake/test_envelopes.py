"""POST /v1/envelopes: every status of the contract, and why the intake gives it."""

import json
import sqlite3
from contextlib import closing

import pytest
from fixtures.envelopes import envelope

from portal.app import LARGEST_ENVELOPE
from portal.sealing.acknowledgement import verify


@pytest.fixture
def stored(tmp_path):
    def rows():
        with closing(sqlite3.connect(tmp_path / "cases.sqlite")) as other:
            return [row[0] for row in other.execute("SELECT envelope FROM envelopes ORDER BY sequence")]

    return rows


def test_a_new_envelope_is_stored_and_acknowledged(post, stored, keys):
    made = envelope(1)
    response = post(made)

    assert 201 == response.status_code
    assert [made.to_bytes()] == stored()
    assert verify(response.data, key=keys.intake.public_key(), report_id=made.header.id, content=made.header.content)


def test_the_same_report_again_gets_the_same_acknowledgement(post, stored):
    first, second = post(envelope(1)), post(envelope(1, sealed=b"sealed anew"))

    assert 200 == second.status_code
    assert first.data == second.data
    assert [envelope(1).to_bytes()] == stored()


@pytest.mark.parametrize("other", [envelope(1, words=2), envelope(2, locator=f"{1:032x}")], ids=["id", "locator"])
def test_another_report_in_the_place_of_the_first_is_a_conflict(post, is_problem, stored, other):
    post(envelope(1))

    assert is_problem(post(other), 409)
    assert [envelope(1).to_bytes()] == stored()


@pytest.mark.parametrize(
    "shown",
    [
        None,
        "",
        "Bearer",
        "Bearer ",
        "Bearer wrong",
        "Bearer " + "t" * 42,
        "Bearer " + "t" * 44,
        "Bearer  " + "t" * 43,
        "Basic " + "t" * 43,
        "t" * 43,
        "Bearer " + "T" * 43,
        "Bearer \u00e9\u00fe",
    ],
)
def test_without_the_very_token_nothing_is_stored(post, is_problem, stored, shown):
    response = post(envelope(1), Authorization=shown)

    assert is_problem(response, 401)
    assert "Bearer" == response.headers["WWW-Authenticate"]
    assert [] == stored()


@pytest.mark.parametrize("content", [b"", b"words", envelope(1)], ids=["nothing", "words", "an envelope"])
def test_a_stranger_learns_nothing_about_what_was_sent(post, is_problem, content):
    assert is_problem(post(content, Authorization=None, Content_Digest=None, Idempotency_Key=None), 401)


@pytest.mark.parametrize(
    "digest",
    [
        None,
        "",
        "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:",
        "sha-256=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
        "sha-512=::",
    ],
)
def test_a_body_that_was_changed_on_its_way_is_not_stored(post, is_problem, stored, digest):
    assert is_problem(post(envelope(1), Content_Digest=digest), 400)
    assert [] == stored()


@pytest.mark.parametrize("key", [None, "", f"{2:032x}", f"{1:032X}" + " 1"])
def test_an_idempotency_key_that_is_not_the_envelopes_id_is_refused(post, is_problem, stored, key):
    assert is_problem(post(envelope(1), Idempotency_Key=key), 400)
    assert [] == stored()


@pytest.mark.parametrize(
    "content_type", [None, "", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]
)
def test_what_is_not_json_is_refused(post, is_problem, stored, content_type):
    assert is_problem(post(envelope(1), Content_Type=content_type), 415)
    assert [] == stored()


def test_parameters_of_the_content_type_do_not_matter(post):
    assert 201 == post(envelope(1), Content_Type="application/json; charset=utf-8").status_code


def test_what_is_larger_than_the_limit_is_refused(post, is_problem, stored):
    assert is_problem(post(b" " * (LARGEST_ENVELOPE + 1)), 413)
    assert [] == stored()


@pytest.mark.parametrize("body", [b"", b"{}", b"[1]", b"null", b"words", b"\xff", b"[" * 100_000])
def test_what_is_no_envelope_is_refused_for_good(post, is_problem, stored, body):
    assert is_problem(post(body), 422)
    assert [] == stored()


def test_while_the_store_is_away_nothing_is_acknowledged_and_later_all_is(post, stored, store_away, is_problem):
    with store_away():
        during = post(envelope(1))

    assert is_problem(during, 503)
    assert [] == stored()
    assert 201 == post(envelope(1)).status_code


@pytest.mark.parametrize("field", ["id", "suite", "key", "lane", "locator", "content", "day", "sealed", "canary"])
def test_a_refusal_never_repeats_what_was_sent(post, field):
    values = json.loads(envelope(1).to_bytes()) | {field: "canary"}
    response = post(json.dumps(values).encode(), Idempotency_Key="canary")

    assert response.status_code >= 400
    assert b"canary" not in response.data
    assert "canary" not in str(response.headers)
