"""/v1/mailboxes/{locator}: each status that the description names, and as the description says."""

import json

import pytest
from fixtures.envelopes import envelope

from portal.app import LARGEST_ENVELOPE
from portal.cases.correspondence import MOST_LETTERS

PATH = "/v1/mailboxes/{locator}"
METHODS = ["GET", "POST", "DELETE"]


def letter(number):
    return json.dumps({"id": f"{number:032x}", "for_charity": "Yw==", "for_reporter": "cg=="}).encode()


LETTER = letter(1)


@pytest.fixture
def ask(client, described, post, keys):
    """Asks for the mailbox of a report that is stored; what comes back must be as the description says."""
    post(envelope(1))

    def ask(method, *, body=LETTER, locator=f"{1:032x}", token=keys.mailbox_token):
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        data = body if method == "POST" else None
        return described(
            client.open(PATH.format(locator=locator), method=method, data=data, headers=headers), PATH, method
        )

    return ask


def test_what_is_done_is_said_as_described(ask):
    asked = [ask(method) for method in ("POST", "POST", "GET", "DELETE")]

    assert [201, 200, 200, 200] == [response.status_code for response in asked]


@pytest.mark.parametrize("method", METHODS)
def test_a_wrong_token_is_a_problem(ask, is_problem, method):
    assert is_problem(ask(method, token="wrong"), 401)


@pytest.mark.parametrize("method", METHODS)
def test_a_deleted_mailbox_and_one_that_never_was_answer_the_same_to_the_last_header(ask, is_problem, method):
    ask("POST")
    ask("DELETE")
    deleted, never = ask(method), ask(method, locator=f"{2:032x}")

    assert is_problem(deleted, 404)
    assert (never.data, list(never.headers)) == (deleted.data, list(deleted.headers))


def test_a_full_mailbox_is_a_conflict(ask, is_problem):
    for number in range(MOST_LETTERS):
        ask("POST", body=letter(number))

    assert is_problem(ask("POST", body=letter(MOST_LETTERS)), 409)
    assert MOST_LETTERS == len(ask("GET").json["letters"])


def test_a_letter_larger_than_the_limit_is_refused(ask, is_problem):
    assert is_problem(ask("POST", body=b" " * (LARGEST_ENVELOPE + 1)), 413)


@pytest.mark.parametrize("body", [b"", b"words", b"\xff", b"[" * 100_000, LETTER.replace(b"1", b"1\\n")])
def test_what_is_no_letter_is_a_problem(ask, is_problem, body):
    assert is_problem(ask("POST", body=body), 422)
    assert [] == ask("GET").json["letters"]


@pytest.mark.parametrize("method", METHODS)
def test_while_the_store_is_away_nothing_is_said_to_be_done(ask, is_problem, store_away, method):
    with store_away():
        during = ask(method)

    assert is_problem(during, 503)
    assert [] == ask("GET").json["letters"]
