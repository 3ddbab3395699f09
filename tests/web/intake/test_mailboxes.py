import base64
import json

import pytest
from fixtures.envelopes import envelope

ENVELOPE = envelope(1)
LOCATOR = ENVELOPE.header.locator
LETTER = {
    "id": "a" * 32,
    "for_charity": base64.b64encode(b"c").decode(),
    "for_reporter": base64.b64encode(b"r").decode(),
}


@pytest.fixture
def ask(intake_app, keys, proper_headers):
    client = intake_app.test_client()
    body = ENVELOPE.to_bytes()
    client.post("/v1/envelopes", data=body, headers=proper_headers(body, report_id=ENVELOPE.header.id))

    def request(method, locator=LOCATOR, content=None, token=keys.mailbox_token):
        return client.open(
            f"/v1/mailboxes/{locator}",
            method=method,
            data=json.dumps(content) if content is not None else None,
            headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
        )

    return request


def test_a_mailbox_is_there_once_its_report_is_stored(ask):
    assert {"letters": []} == ask("GET").json
    assert 404 == ask("GET", "0" * 32).status_code


def test_a_letter_is_kept_once_for_its_id(ask, today):
    statuses = [ask("POST", content=LETTER).status_code for _ in range(2)]

    assert [201, 200] == statuses
    assert [
        {"id": "a" * 32, "day": today.isoformat(), "by_reporter": True, "for_reporter": LETTER["for_reporter"]}
    ] == ask("GET").json["letters"]


def test_what_is_sealed_for_the_charity_does_not_come_back_to_the_portal(ask):
    ask("POST", content=LETTER)

    assert LETTER["for_charity"] not in ask("GET").get_data(as_text=True).replace(LETTER["for_reporter"], "")


def test_a_deleted_mailbox_is_as_if_it_had_never_been(ask):
    ask("POST", content=LETTER)
    ask("DELETE")

    for method, content in (("GET", None), ("POST", LETTER), ("DELETE", None)):
        assert ask(method, "0" * 32, content).data == ask(method, content=content).data


def test_a_deleted_mailbox_does_not_come_back_with_the_report(ask, intake_app, proper_headers):
    ask("DELETE")
    body = ENVELOPE.to_bytes()
    again = intake_app.test_client().post(
        "/v1/envelopes", data=body, headers=proper_headers(body, report_id=ENVELOPE.header.id)
    )

    assert 200 == again.status_code
    assert 404 == ask("GET").status_code


@pytest.mark.parametrize("method", ["GET", "POST", "DELETE"])
@pytest.mark.parametrize("token", ["", "m" * 42])
def test_no_other_token_reaches_a_mailbox(ask, keys, method, token):
    assert 401 == ask(method, content=LETTER, token=token).status_code
    assert 401 == ask(method, content=LETTER, token=keys.token).status_code


def test_the_mailbox_token_hands_over_nothing(intake_app, keys):
    answer = intake_app.test_client().post(
        "/v1/envelopes", data=b"{}", headers={"Authorization": f"Bearer {keys.mailbox_token}"}
    )

    assert 401 == answer.status_code


@pytest.mark.parametrize(
    "content",
    [
        {},
        [],
        "x",
        {**LETTER, "more": 1},
        {**LETTER, "id": "A" * 32},
        {**LETTER, "id": 7},
        {**LETTER, "for_reporter": "not base64!"},
        {**LETTER, "for_charity": None},
    ],
    ids=str,
)
def test_what_is_not_a_letter_is_refused(ask, content):
    assert 422 == ask("POST", content=content).status_code


def test_a_mailbox_holds_no_more_than_its_number(ask):
    for number in range(100):
        ask("POST", content={**LETTER, "id": f"{number:032x}"})

    assert 409 == ask("POST", content=LETTER).status_code
    assert 200 == ask("POST", content={**LETTER, "id": f"{99:032x}"}).status_code
