"""What the addresses of the intake app share: services, refusals, and who may ask."""

import hmac
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus

from flask import Response, current_app, request

from portal.cases.correspondence import Correspondence
from portal.cases.intake import IntakeStore


@dataclass(frozen=True)
class Services:
    store: IntakeStore
    correspondence: Correspondence
    #: The relay's token hands over; the mailbox token only reads and writes mailboxes.
    token: str
    mailbox_token: str
    today: Callable[[], date]


def services() -> Services:
    found: Services = current_app.extensions["portal.services"]
    return found


def problem(status: HTTPStatus, title: str) -> Response:
    """RFC 9457. The title never repeats what was sent."""
    body = json.dumps({"type": "about:blank", "title": title, "status": status})
    response = Response(body, status, content_type="application/problem+json")
    if status == HTTPStatus.UNAUTHORIZED:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def shows(token: str) -> bool:
    """True when the request shows this bearer token."""
    shown = request.headers.get("Authorization", "").encode()
    return hmac.compare_digest(shown, f"Bearer {token}".encode())
