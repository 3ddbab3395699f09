"""The way back: everything that a receipt opens, at one address."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from flask import Blueprint, Response, make_response, request
from werkzeug.datastructures import MultiDict

from portal.mailbox.client import MailboxUnavailable
from portal.mailbox.way_back import Found
from portal.report import receipt as receipts
from portal.report.outcomes import OUTCOMES
from portal.report.receipt import Derived
from portal.storage.database import DatabaseUnavailable
from portal.web.languages import Language, language
from portal.web.public import report
from portal.web.public.form import new_form
from portal.web.public.pages import render
from portal.web.public.services import services

way_back = Blueprint("way_back", __name__)

#: Code points. As much as the story of a report.
LONGEST_LETTER = 10_000
# Bytes. Pages of this address are not compressed and are filled up to a multiple of this, so that their size
# tells nobody on the way whether a receipt was right.
STEP = 16 * 1024


@way_back.post("/<tag>/return")
def come_back(tag: str) -> Response:
    """Look up a receipt, and do what was asked with what it opens."""
    reader = language(tag)
    typed = request.form.get("receipt", "")
    try:
        receipt = receipts.read(typed)
    except receipts.NotAReceipt:
        return page(reader, "return.html", HTTPStatus.UNPROCESSABLE_ENTITY, note="wrong number", typed=typed)
    try:
        return ACTS.get(request.form.get("act", ""), look)(reader, receipt, receipts.derive(receipt))
    except (MailboxUnavailable, DatabaseUnavailable):
        return ask_again(reader, "unavailable", HTTPStatus.SERVICE_UNAVAILABLE)


def look(reader: Language, receipt: str, derived: Derived) -> Response:
    """Show where the report is and the letters; or bring a saved form back."""
    draft = services().drafts.find(derived, today=services().today())
    found = services().way_back.look(derived)
    if draft is not None and found is None:
        fields = MultiDict([(name, value) for name, values in draft.items() for value in values])
        return report.show(new_form(fields), reader, receipt=receipt, note=report.Note.SAVED_BEFORE)
    return _shown(reader, receipt, found)


def write(reader: Language, receipt: str, derived: Derived) -> Response:
    """Leave an answer, or add to the report."""
    text = request.form.get("text", "").replace("\r\n", "\n").strip()
    found = services().way_back.look(derived)
    if found is None:
        return _shown(reader, receipt, None)
    if not text or len(text) > LONGEST_LETTER:
        problem = "too long" if text else "empty"
        return _shown(reader, receipt, found, HTTPStatus.UNPROCESSABLE_ENTITY, problem=problem, text=text)
    kind = "answer" if any(letter.content["kind"] == "question" for letter in found.letters) else "addition"
    services().way_back.write(derived, {"kind": kind, "text": text})
    return _shown(reader, receipt, services().way_back.look(derived), note="written")


def delete(reader: Language, receipt: str, derived: Derived) -> Response:
    """Delete the mailbox, once it was asked for twice."""
    if request.form.get("sure") != "yes":
        return _shown(reader, receipt, services().way_back.look(derived), asked="delete")
    services().way_back.close(derived)
    services().drafts.drop(derived)
    return page(reader, "return.html", note="deleted")


ACTS: dict[str, Callable[[Language, str, Derived], Response]] = {"write": write, "delete": delete}


def ask_again(reader: Language, note: str, status: HTTPStatus) -> Response:
    """The page that asks for a receipt, with all that was typed still in it."""
    typed, text = request.form.get("receipt", ""), request.form.get("text", "")
    return page(reader, "return.html", status, note=note, typed=typed, text=text)


def _shown(
    reader: Language, receipt: str, found: Found | None, status: HTTPStatus = HTTPStatus.OK, **context: Any
) -> Response:
    if found is None:
        # One answer for "unknown", "expired" and "deleted": the difference would confirm a guess.
        return page(reader, "return.html", note="unknown", typed=receipts.grouped(receipt))
    return page(reader, "mailbox.html", status, found=found, receipt=receipt, outcomes=OUTCOMES, **context)


def page(reader: Language, template: str, status: HTTPStatus = HTTPStatus.OK, **context: Any) -> Response:
    blank = {"note": None, "typed": "", "text": "", "problem": None, "asked": None, "limit": LONGEST_LETTER}
    body = render(template, reader, **{**blank, **context}).encode()
    response = make_response(body + b" " * (-len(body) % STEP), status)
    response.headers["Content-Language"] = reader.tag
    response.headers["Content-Encoding"] = "identity"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
