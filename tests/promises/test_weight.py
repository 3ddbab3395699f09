"""Sizes on the wire, to the byte: budgets of a slow phone, in every language."""

import gzip
import http.client
from urllib.parse import urlencode

import pytest
from fixtures.invariants import header_bytes
from lxml import html

from portal.web.languages import offered

LANGUAGES = list(offered())
STORY = "Every week, in the car park behind the station, he takes an envelope from the same man. " * 12


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("encoding", "budget"), [("br", 12_000), ("gzip", 14_600)])
def test_the_form_is_ready_to_use_after_one_small_answer(public_app, language, encoding, budget):
    answer = public_app.test_client().get(f"/{language}/report", headers={"Accept-Encoding": encoding})

    assert encoding == answer.headers["Content-Encoding"]
    assert len(answer.get_data()) + header_bytes(answer) <= budget


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_needs_nothing_else_to_be_used(public_app, language):
    page = html.document_fromstring(public_app.test_client().get(f"/{language}/report").get_data(as_text=True))

    assert [] == page.xpath("//link[@rel='stylesheet']|//img|//iframe|//object|//video|//audio")
    assert [True] == [script.get("defer") is not None for script in page.xpath("//script")]


@pytest.fixture
def wire(running):
    counting = Wire(running.port)
    yield counting
    counting.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_report_takes_three_requests_and_40_kilobytes(wire, answers, language):
    fields = {**answers, "story": f"{language}: {STORY}", "people-0-name": "Sarge", "where": "Newport"}
    wire.ask("GET", f"/{language}/report")
    summary = wire.ask("POST", f"/{language}/report", {**fields, "act": "check"})
    hidden = {name: summary.xpath(f"//input[@name='{name}']/@value")[0] for name in ("receipt", "checked")}
    receipt = wire.ask("POST", f"/{language}/report", {**fields, **hidden, "act": "send"})

    assert receipt.find_class("receipt")
    assert 3 == wire.requests
    assert wire.bytes <= 40_000


def test_our_own_script_is_small(public_app):
    client = public_app.test_client()
    page = html.document_fromstring(client.get("/en/report").get_data(as_text=True))
    (address,) = page.xpath("//script/@src")

    assert len(client.get(address, headers={"Accept-Encoding": "br"}).get_data()) <= 2_560


class Wire:
    """Counts every byte of head and body, both ways."""

    def __init__(self, port):
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.requests = 0
        self.bytes = 0

    def close(self):
        self._connection.close()

    def ask(self, method, path, fields=None):
        body = urlencode(fields, doseq=True) if fields else None
        headers = {
            "User-Agent": "Mozilla/5.0 (Linux; Android 7.0; SM-J330F) AppleWebKit/537.36 Mobile Safari/537.36",
            "Accept-Encoding": "gzip, deflate",
            "Accept-Language": "ar,en;q=0.8",
            **({"Content-Type": "application/x-www-form-urlencoded"} if fields else {}),
        }
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        wire = answer.read()
        self.requests += 1
        self.bytes += len(body or "") + sum(len(f"{name}: {value}\r\n") for name, value in headers.items())
        self.bytes += len(wire) + sum(len(f"{name}: {value}\r\n") for name, value in answer.getheaders())
        assert "gzip" == answer.getheader("Content-Encoding")
        return html.document_fromstring(gzip.decompress(wire))
