"""The acts of the form. Each answers with the whole form and all that was typed, until it is sent."""

import hashlib
from collections.abc import Callable
from enum import StrEnum
from http import HTTPStatus
from typing import Any

from flask import Response, make_response, request
from wtforms import Form

from portal.outbox.outbox import Put
from portal.report import receipt as receipts
from portal.report.answers import Answers, kept, left_out
from portal.report.document import canonical
from portal.report.identifying import SELF_QUESTIONS
from portal.report.questions import PEOPLE
from portal.sealing.envelope import Lane
from portal.storage.database import DatabaseUnavailable
from portal.web.languages import Language
from portal.web.public import form_view, summary
from portal.web.public.pages import render
from portal.web.public.services import services

#: Fields of the form that a saved form does without.
NOT_ANSWERS = {"act", "receipt", "checked"}


class Note(StrEnum):
    """What the page has to say above the form, beside errors and summary."""

    CHANGED = "changed"  # something was changed after it was checked
    NOT_SENT = "not sent"  # we could not keep it
    OTHER_WORDS = "other words"  # another report was sent with this receipt
    TOO_MANY = "too many"  # the limit of checking
    TROUBLE = "trouble"  # a fault of ours
    SAVED = "saved"  # kept for the reporter to come back to
    SAVED_BEFORE = "saved before"  # brought back by the receipt


def check(form: Form, reader: Language, _number: str) -> Response:
    """Show what would be sent, with the receipt; or what is missing."""
    if not form.validate():
        return show(form, reader, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return _show_summary(form, reader, kept(form))


def send(form: Form, reader: Language, _number: str) -> Response:
    """Seal and keep the report. Only what was shown on the summary is ever sent."""
    if not form.validate():
        return show(form, reader, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    answers = kept(form)
    if request.form.get("checked") != _mark(answers):
        return _show_summary(form, reader, answers, note=Note.CHANGED)
    receipt = _posted_receipt() or _first_receipt(answers)
    caller = services().callers.of(request.remote_addr or "")
    lane: Lane = "ordinary" if services().within_send_limit(caller) else "quarantine"
    try:
        put = services().acceptance.accept(
            answers, receipt=receipt, language=reader.tag, lane=lane, today=services().today()
        )
    except DatabaseUnavailable:
        unavailable = HTTPStatus.SERVICE_UNAVAILABLE
        return _show_summary(form, reader, answers, note=Note.NOT_SENT, status=unavailable)
    if put is Put.DIFFERENT:
        return _show_summary(
            form,
            reader,
            answers,
            note=Note.OTHER_WORDS,
            status=HTTPStatus.CONFLICT,
            receipt=_first_receipt(answers),
        )
    return _page(render("receipt.html", reader, receipt=receipts.grouped(receipt)), reader)


def add_person(form: Form, reader: Language, _number: str) -> Response:
    people = form[PEOPLE.code]
    if len(people) < PEOPLE.repeat:
        people.append_entry()
    return show(form, reader)


def remove_person(form: Form, reader: Language, number: str) -> Response:
    people = form[PEOPLE.code]
    if number.isdecimal() and int(number) < len(people):
        del people.entries[int(number)]
    if not len(people):
        people.append_entry()
    return show(form, reader)


def save(form: Form, reader: Language, _number: str) -> Response:
    """Keep the form for seven days, sealed to a receipt that only the reporter has."""
    fields = {name: values for name, values in request.form.lists() if name not in NOT_ANSWERS and any(values)}
    receipt = _posted_receipt() or _first_receipt(fields)
    try:
        services().drafts.save(fields, receipts.derive(receipt), today=services().today())
    except DatabaseUnavailable:
        return show(form, reader, note=Note.NOT_SENT, status=HTTPStatus.SERVICE_UNAVAILABLE)
    return show(form, reader, note=Note.SAVED, receipt=receipt, grouped_receipt=receipts.grouped(receipt))


def as_typed(form: Form, reader: Language, _number: str) -> Response:
    """The same answers in another language, unchecked."""
    return show(form, reader)


ACTS: dict[str, Callable[[Form, Language, str], Response]] = {
    "check": check,
    "send": send,
    "add": add_person,
    "remove": remove_person,
    "language": as_typed,
    "save": save,
}


def show(
    form: Form,
    reader: Language,
    *,
    note: Note | None = None,
    status: HTTPStatus = HTTPStatus.OK,
    **context: Any,
) -> Response:
    """The form with everything in it."""
    shown = form_view.sections(form, reader)
    html = render(
        "report.html",
        reader,
        **{
            "sections": shown,
            "errors": list(form_view.errors(shown)),
            "note": note,
            "receipt": _posted_receipt(),
            "answered": True,
            **context,
        },
    )
    return _page(html, reader, status)


def _show_summary(form: Form, reader: Language, answers: Answers, **context: Any) -> Response:
    receipt = context.pop("receipt", None) or _posted_receipt() or _first_receipt(answers)
    return show(
        form,
        reader,
        cards=summary.cards(answers, reader),
        not_sent=summary.not_sent(left_out(form), reader),
        showing=summary.showing(answers, reader),
        self_questions=SELF_QUESTIONS.values(),
        checked=_mark(answers),
        receipt=receipt,
        grouped_receipt=receipts.grouped(receipt),
        **context,
    )


def _page(html: str, reader: Language, status: HTTPStatus = HTTPStatus.OK) -> Response:
    response = make_response(html, status)
    response.headers["Content-Language"] = reader.tag
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _mark(answers: Answers) -> str:
    """Stands on the summary for what it shows, so that Send can tell whether something was changed since."""
    return hashlib.sha256(canonical(answers)).hexdigest()[:16]


def _posted_receipt() -> str | None:
    """The receipt that this form was given before."""
    try:
        return receipts.read(request.form.get("receipt", ""))
    except receipts.NotAReceipt:
        return None


def _first_receipt(answers: Answers) -> str:
    """A receipt for a form that has none yet.

    The blank form is the same for everybody and we keep nothing, so a reporter who goes Back and checks again
    could not be recognised, and would send the same report twice. Therefore the receipt follows from the
    answers, the caller and a key that lives only in this process's memory, for one day: the same form from the
    same caller gets the same receipt, and nobody can work one out. See docs/decisions/0003-first-receipt.md.
    """
    callers = services().callers
    caller = callers.of(request.remote_addr or "")
    return receipts.issue(callers.digest(caller.encode() + b"\n" + canonical(answers)))
