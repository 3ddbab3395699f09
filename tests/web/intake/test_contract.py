"""The description that the intake serves, and the intake, say the same."""

import json
from pathlib import Path

import jsonschema
import pytest
from fixtures.envelopes import envelope
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import ignored_auth, positive_data_acceptance

import portal.web.intake
from portal.report.document import json_schema
from portal.sealing.envelope import NotAnEnvelope, read

FILE = Path(portal.web.intake.__file__).with_name("openapi.json")
ENVELOPE = json.loads(FILE.read_text(encoding="utf-8"))["components"]["schemas"]["Envelope"]
OPERATIONS = [
    ("/v1/envelopes", "POST"),
    ("/v1/mailboxes/{locator}", "GET"),
    ("/v1/mailboxes/{locator}", "POST"),
    ("/v1/mailboxes/{locator}", "DELETE"),
]
VALID = json.loads(envelope(1).to_bytes())

few = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))


def test_the_description_is_valid_openapi(contract):
    contract.validate()


def test_the_served_description_is_the_file(client):
    response = client.get("/v1/openapi.json")

    assert FILE.read_bytes() == response.data
    assert "application/json" == response.content_type


def test_the_served_schema_is_that_of_the_report(client):
    response = client.get("/v1/report.schema.json")

    jsonschema.Draft202012Validator.check_schema(response.json)
    assert json_schema() == response.json
    assert "application/schema+json" == response.content_type


@pytest.mark.parametrize("path", ["/v1/openapi.json", "/v1/report.schema.json"])
def test_what_is_described_can_be_fetched(contract, path):
    contract[path]["GET"].Case().call_and_validate()


@pytest.mark.parametrize("token", ["right", "none"])
@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_any_request_gets_an_answer_of_the_description(contract, keys, path, method, mode, token):
    token = {"/v1/envelopes": keys.token}.get(path, keys.mailbox_token) if token == "right" else ""

    @few
    @given(contract[path][method].as_strategy(generation_mode=mode))
    def ask(case):
        response = case.call(headers={"Authorization": f"Bearer {token}"})
        # Headers that are made up cannot fit the body.
        case.validate_response(response, excluded_checks=[positive_data_acceptance])

    ask()


def test_every_envelope_of_the_description_is_taken(contract, proper_headers):
    @few
    @given(contract["/v1/envelopes"]["POST"].as_strategy(generation_mode=GenerationMode.POSITIVE))
    def post(case):
        body = json.dumps(case.body).encode()
        response = case.call(data=body, headers=proper_headers(body, report_id=case.body["id"]))
        # It does not see the token among headers that are put on so late.
        case.validate_response(response, excluded_checks=[ignored_auth])
        assert response.status_code in {200, 201, 409}

    post()


def test_every_letter_of_the_description_is_taken(contract, post, keys):
    post(envelope(1))

    @few
    @given(contract["/v1/mailboxes/{locator}"]["POST"].as_strategy(generation_mode=GenerationMode.POSITIVE))
    def leave(case):
        case.path_parameters = {"locator": envelope(1).header.locator}
        response = case.call(headers={"Authorization": f"Bearer {keys.mailbox_token}"})
        case.validate_response(response, excluded_checks=[ignored_auth])
        assert response.status_code in {200, 201}

    leave()


# A line's end is left out: Python's `$`, unlike that of JSON Schema, stands before it too.
text = st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]))
anything = st.none() | st.booleans() | st.integers() | st.lists(text) | text


@st.composite
def nearly_right(draw):
    right = draw(st.sampled_from([str(value) for value in VALID.values()]))
    at = draw(st.integers(0, len(right)))
    return right[:at] + draw(text)[:1] + right[at + draw(st.integers(0, 1)) :]


@given(field=st.sampled_from([*VALID, "more"]), value=anything | nearly_right())
@example(field="envelope", value=True)
@example(field="day", value="20261123")
@example(field="day", value="2026-02-30")
@example(field="suite", value="x" * 100)
@example(field="suite", value="x" * 101)
@example(field="sealed", value="AAAA==")
@example(field="sealed", value="AB==")
@example(field="sealed", value="AA==")
@example(field="key", value="\u0661" * 32)
def test_what_is_read_as_an_envelope_is_what_the_description_allows(field, value):
    values = VALID | {field: value}
    allowed = jsonschema.Draft202012Validator(ENVELOPE, format_checker=jsonschema.FormatChecker()).is_valid(values)
    try:
        read(json.dumps(values).encode())
    except NotAnEnvelope:
        assert not allowed
    else:
        assert allowed


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/", 404), ("GET", "/v1", 404), ("POST", "/v1/envelope", 404), ("GET", "/v1/envelopes", 405)],
)
def test_other_addresses_are_problems_too(client, method, path, status):
    response = client.open(path, method=method)

    assert status == response.status_code
    assert "application/problem+json" == response.content_type
    assert status == response.json["status"]


def test_a_wrong_method_is_told_the_right_one(client):
    assert "POST" in client.put("/v1/envelopes").headers["Allow"]


def test_the_intake_serves_no_pages_and_no_cookies(client):
    for path in ("/", "/en/", "/static/portal.css", "/v1/openapi.json"):
        response = client.get(path)
        assert "json" in response.content_type
        assert "Set-Cookie" not in response.headers
