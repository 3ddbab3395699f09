"""Mailboxes: letters between the charity and reporters, each sealed for its reader."""

import json
import re
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from flask import Blueprint, Response, request

from portal.cases.correspondence import Letter, MailboxFull, NoMailbox
from portal.sealing.encoding import from_text, to_text
from portal.storage.database import DatabaseUnavailable
from portal.web.intake.answers import problem, services, shows

mailboxes = Blueprint("mailboxes", __name__, url_prefix="/v1/mailboxes")

HEX_32 = re.compile(r"[0-9a-f]{32}")


class NotALetter(ValueError):
    """What was posted is not a letter of the contract."""


@mailboxes.before_request
def only_the_portal() -> Response | None:
    if shows(services().mailbox_token):
        return None
    return problem(HTTPStatus.UNAUTHORIZED, "The bearer token is missing or wrong")


@mailboxes.get("/<locator>")
def letters(locator: str) -> Response:
    """Every letter, oldest first."""

    def read() -> Response:
        found = services().correspondence.letters(locator)
        return _json({"letters": [_shown(letter) for letter in found]})

    return _answered(read)


@mailboxes.post("/<locator>")
def post(locator: str) -> Response:
    """Keep a letter of the reporter's, once for its id."""

    def keep() -> Response:
        new = services().correspondence.post(locator, _letter())
        return _json({"stored": True}, HTTPStatus.CREATED if new else HTTPStatus.OK)

    return _answered(keep)


@mailboxes.delete("/<locator>")
def close(locator: str) -> Response:
    """Delete the mailbox and every letter in it."""

    def delete() -> Response:
        services().correspondence.close(locator)
        return _json({"deleted": True})

    return _answered(delete)


def _answered(act: Callable[[], Response]) -> Response:
    try:
        return act()
    except NoMailbox:
        return problem(HTTPStatus.NOT_FOUND, "There is no such mailbox")
    except NotALetter:
        return problem(HTTPStatus.UNPROCESSABLE_ENTITY, "Not a letter")
    except MailboxFull:
        return problem(HTTPStatus.CONFLICT, "The mailbox is full")
    except DatabaseUnavailable:
        return problem(HTTPStatus.SERVICE_UNAVAILABLE, "The store is not available; nothing was changed")


def _letter() -> Letter:
    try:
        values = json.loads(request.get_data())
        letter_id, sealed = values["id"], [values["for_reporter"], values["for_charity"]]
        if set(values) != {"id", "for_reporter", "for_charity"} or not HEX_32.fullmatch(letter_id):
            raise NotALetter
        for_reporter, for_charity = map(from_text, sealed)
    except (ValueError, TypeError, KeyError, RecursionError):
        raise NotALetter from None
    return Letter(letter_id, services().today().isoformat(), for_reporter, for_charity)


def _shown(letter: Letter) -> dict[str, Any]:
    return {
        "id": letter.id,
        "day": letter.day,
        "by_reporter": letter.for_charity is not None,
        "for_reporter": to_text(letter.for_reporter),
    }


def _json(content: Any, status: HTTPStatus = HTTPStatus.OK) -> Response:
    return Response(json.dumps(content), status, content_type="application/json")
