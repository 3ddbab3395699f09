"""The documents that are the same for everybody, rendered at start-up and by `portal build`."""

from collections.abc import Mapping

from flask import Flask

from portal.web.documents import Document
from portal.web.languages import Language, offered
from portal.web.protections import HEADERS, HTTPS_ONLY, KEEP_FOR_BACK
from portal.web.public.form import new_form
from portal.web.public.form_view import sections
from portal.web.public.pages import render
from portal.web.public.script import SCRIPT, SCRIPT_PATH


def documents(app: Flask, *, https_only: bool) -> Mapping[str, Document]:
    """Every static document by its path."""
    always = HEADERS | (HTTPS_ONLY if https_only else {})
    found = {SCRIPT_PATH: SCRIPT}
    for language in offered().values():
        start = render("start.html", language, app=app)
        form = render("report.html", language, app=app, sections=sections(new_form(None), language))
        found[f"/{language.tag}/"] = _page(start, language, always)
        found[f"/{language.tag}/report"] = _page(form, language, always | {"X-Robots-Tag": "noindex"})
    return found


def _page(html: str, language: Language, always: Mapping[str, str]) -> Document:
    headers = {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Language": language.tag,
        "Cache-Control": KEEP_FOR_BACK,
        **always,
    }
    return Document(html.encode(), tuple(headers.items()))
