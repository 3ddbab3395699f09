import gzip

import brotli
import pytest

from portal import settings
from portal.app import static_documents
from portal.web import documents
from portal.web.compression import accepted
from portal.web.languages import offered


@pytest.mark.parametrize(
    ("header", "encoding"),
    [("br, gzip", "br"), ("gzip", "gzip"), ("gzip;q=0, br;q=0.0", None), ("", None), ("identity", None), ("BR", "br")],
)
def test_a_document_comes_in_the_smallest_form_that_the_browser_knows(public_app, header, encoding):
    answer = public_app.test_client().get("/en/report", headers={"Accept-Encoding": header})

    assert encoding == answer.headers.get("Content-Encoding")
    assert "Accept-Encoding" in answer.headers["Vary"]


def test_q_values_are_read():
    assert {"gzip"} == accepted("gzip;q=0.5, br;q=0")


def test_head_answers_as_get_without_the_body(public_app):
    client = public_app.test_client()

    head = client.head("/en/report")
    assert b"" == head.get_data()
    assert client.get("/en/report").headers["Content-Length"] == head.headers["Content-Length"]


def test_the_static_build_writes_the_very_bytes_that_are_served(environment, public_app, tmp_path):
    found = static_documents(settings.load(settings.Public, environment))
    written = documents.write(found, tmp_path / "site")
    served = public_app.test_client().get("/ar/report").get_data()

    assert len(written) == 3 * len(found)
    assert served == (tmp_path / "site/ar/report.html").read_bytes()
    assert served == brotli.decompress((tmp_path / "site/ar/report.html.br").read_bytes())
    assert served == gzip.decompress((tmp_path / "site/ar/report.html.gz").read_bytes())
    assert all((tmp_path / f"site/{tag}/index.html").exists() for tag in offered())
