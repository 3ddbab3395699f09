"""The documents that are the same for everybody, rendered at start-up and by `portal build`."""

from collections.abc import Iterator, Mapping

from flask import Flask

from portal.web.documents import Document
from portal.web.languages import Language, offered
from portal.web.protections import HEADERS, HTTPS_ONLY, KEEP_FOR_BACK
from portal.web.public.form import new_form
from portal.web.public.form_view import sections
from portal.web.public.helplines import HELPLINES
from portal.web.public.pages import PAGES, phone, render
from portal.web.public.script import SCRIPT, SCRIPT_PATH

NOT_INDEXED = {"X-Robots-Tag": "noindex"}


def documents(app: Flask, *, https_only: bool) -> Mapping[str, Document]:
    """Every static document by its path."""
    always = HEADERS | (HTTPS_ONLY if https_only else {})
    found = {SCRIPT_PATH: SCRIPT}
    for language in offered().values():
        for path, html, more in _pages(app, language):
            found[f"/{language.tag}/{path}"] = _page(html, language, {**always, **more})
    return found


def _pages(app: Flask, language: Language) -> Iterator[tuple[str, str, Mapping[str, str]]]:
    """Path below the language, HTML and headers of its own."""
    yield "", render("start.html", language, app=app), {}
    form = sections(new_form(None), language)
    yield "report", render("report.html", language, app=app, sections=form), NOT_INDEXED
    yield "return", render("return.html", language, app=app, note=None, typed="", text=""), NOT_INDEXED
    for path in PAGES:
        yield path, render(f"{path}.html", language, app=app, helplines=HELPLINES, call=phone), {}


def _page(html: str, language: Language, always: Mapping[str, str]) -> Document:
    headers = {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Language": language.tag,
        "Cache-Control": KEEP_FOR_BACK,
        **always,
    }
    return Document(html.encode(), tuple(headers.items()))
