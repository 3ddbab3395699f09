"""After a journey with planted words, no byte of them is on the disk or in the output of the public side."""

import http.client
import os
from urllib.parse import urlencode

import pytest

WORD = "zebrafinch"
AGENT = "Plantedbrowser/7.7"
PATH = "plantedpath"
LANGUAGE = "tlh-plantedtongue"
ADDRESS = "203.0.113.77"


@pytest.fixture
def behind_a_proxy(installation):
    """As in real use: the address comes in a header of the proxy's."""
    installation.environment["PORTAL_TRUSTED_PROXY"] = "127.0.0.1"
    return installation


@pytest.fixture
def ask(behind_a_proxy):
    headers = {
        "User-Agent": AGENT,
        "Referer": f"{behind_a_proxy.address}/en/{PATH}",
        "Accept-Language": LANGUAGE,
        "X-Forwarded-For": ADDRESS,
        "Content-Type": "application/x-www-form-urlencoded",
    }

    def request(method, path, fields=None):
        connection = http.client.HTTPConnection("127.0.0.1", behind_a_proxy.port, timeout=30)
        try:
            connection.request(method, path, urlencode(fields or {}, doseq=True), headers)
            return connection.getresponse().read().decode()
        finally:
            connection.close()

    return request


def everything_left_by(installation, folder):
    """Each file of the public side and what it printed: outbox, its journal, log, temporary files."""
    files = [file for file in folder.rglob("*") if file.is_file() and not file.name.startswith("cases")]
    assert installation.log in files
    return {file.name: file.read_bytes() for file in files}


def field(page, name):
    return page.partition(f'name="{name}" value="')[2].partition('"')[0]


def test_no_planted_byte_stays(behind_a_proxy, ask, answers, tmp_path, monkeypatch):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setitem(os.environ, "TMPDIR", str(temporary))
    behind_a_proxy.start("public")
    behind_a_proxy.start("relay")  # with no intake to reach: what waits stays on the disk
    fields = {**answers, "story": f"The {WORD} sings. " * 4000, "people-0-name": WORD}

    ask("POST", "/en/report", {**fields, "act": "check"})  # too long: an error page
    fields["story"] = f"The {WORD} sings."
    summary = ask("POST", "/en/report", {**fields, "act": "check"})
    hidden = {name: field(summary, name) for name in ("receipt", "checked")}
    sent = ask("POST", "/en/report", {**fields, **hidden, "act": "send"})
    ask("GET", f"/en/{PATH}")
    ask("POST", f"/en/{PATH}", fields)
    ask("POST", "/en/report", {"story": WORD * 200_000})  # too large
    behind_a_proxy.kill("public")
    left = everything_left_by(behind_a_proxy, tmp_path)

    assert 'class="receipt"' in sent
    assert any(b"locator" in content for content in left.values()), "the envelope should wait on the disk"
    for planted in (WORD, AGENT, PATH, LANGUAGE, ADDRESS, hidden["receipt"]):
        assert not [name for name, content in left.items() if planted.encode() in content], planted


def test_a_fault_shows_where_and_never_what(public_app, answers, caplog):
    class Broken:
        def accept(self, *_arguments, **_named):
            raise ValueError(WORD)

    services = public_app.extensions["portal.services"]
    object.__setattr__(services, "acceptance", Broken())
    client = public_app.test_client()
    summary = client.post("/en/report", data=answers).get_data(as_text=True)
    hidden = {name: field(summary, name) for name in ("receipt", "checked")}
    page = client.post("/en/report", data={**answers, "story": WORD, **hidden, "act": "send"})
    again = field(page.get_data(as_text=True), "checked")
    broken = client.post("/en/report", data={**answers, "story": WORD, **hidden, "checked": again, "act": "send"})

    assert 500 == broken.status_code
    assert WORD in broken.get_data(as_text=True)
    assert "accept" in caplog.text
    assert WORD not in caplog.text
