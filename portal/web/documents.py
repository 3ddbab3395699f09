"""Static documents: rendered and compressed once, the same bytes for everybody, answered before Flask is asked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from portal.web.compression import accepted, fully

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


@dataclass(frozen=True)
class Document:
    """`headers` are all but those of the content's encoding and length."""

    body: bytes
    headers: tuple[tuple[str, str], ...]

    @cached_property
    def encodings(self) -> Mapping[str, bytes]:
        """The body in each encoding, smallest first."""
        return fully(self.body)

    def answer(self, accept_encoding: str) -> tuple[list[tuple[str, str]], bytes]:
        """Headers and body for an Accept-Encoding."""
        names = accepted(accept_encoding)
        encoding, body = next((name, body) for name, body in self.encodings.items() if not name or name in names)
        headers = [*self.headers, ("Content-Length", str(len(body))), ("Vary", "Accept-Encoding")]
        return ([*headers, ("Content-Encoding", encoding)] if encoding else headers), body


class Documents:
    """A WSGI application that answers GET and HEAD of its documents and hands on everything else."""

    def __init__(self, documents: Mapping[str, Document], application: "WSGIApplication") -> None:
        self._documents = documents
        self._application = application
        for document in documents.values():
            _ = document.encodings

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        document = self._documents.get(environ["PATH_INFO"])
        if document is None or environ["REQUEST_METHOD"] not in {"GET", "HEAD"}:
            return self._application(environ, start_response)
        headers, body = document.answer(environ.get("HTTP_ACCEPT_ENCODING", ""))
        start_response("200 OK", headers)
        return [body] if environ["REQUEST_METHOD"] == "GET" else []


def write(documents: Mapping[str, Document], to: Path) -> list[Path]:
    """Write every document, and its compressed forms beside it, for a web server or a CDN to serve."""
    return [written for path, document in documents.items() for written in _write(document, to / _file(path))]


def _write(document: Document, file: Path) -> Iterable[Path]:
    file.parent.mkdir(parents=True, exist_ok=True)
    for encoding, body in document.encodings.items():
        suffix = {"br": ".br", "gzip": ".gz", "": ""}[encoding]
        target = file.with_name(file.name + suffix)
        target.write_bytes(body)
        yield target


def _file(path: str) -> str:
    name = path.strip("/")
    return name if "." in name else f"{name}/index.html" if path.endswith("/") else f"{name}.html"
