"""The addresses of the intake app."""

import base64
import hashlib
import hmac
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
from importlib import resources

from flask import Blueprint, Response, current_app, request

from portal.cases.intake import DifferentEnvelope, IntakeStore
from portal.report.document import json_schema
from portal.sealing import envelope as envelopes
from portal.storage.database import DatabaseUnavailable

intake = Blueprint("intake", __name__, url_prefix="/v1")

OPENAPI = resources.files("portal.web.intake").joinpath("openapi.json").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Services:
    store: IntakeStore
    token: str
    today: Callable[[], date]


def services() -> Services:
    found: Services = current_app.extensions["portal.services"]
    return found


@intake.get("/openapi.json")
def openapi() -> Response:
    return Response(OPENAPI, content_type="application/json")


@intake.get("/report.schema.json")
def report_schema() -> Response:
    return Response(json.dumps(json_schema(), ensure_ascii=False), content_type="application/schema+json")


@intake.post("/envelopes")
def put_envelope() -> Response:
    """Store one envelope, durably, before saying so."""
    if not _authorised():
        return problem(HTTPStatus.UNAUTHORIZED, "The bearer token is missing or wrong")
    if request.mimetype != "application/json":
        return problem(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "An envelope is application/json")
    body = request.get_data()
    if not _digest_matches(body):
        return problem(HTTPStatus.BAD_REQUEST, "Content-Digest is missing or does not match the body")
    try:
        envelope = envelopes.read(body)
    except envelopes.NotAnEnvelope as trouble:
        return problem(HTTPStatus.UNPROCESSABLE_ENTITY, f"Not an envelope: {trouble}")
    if request.headers.get("Idempotency-Key") != envelope.header.id:
        return problem(HTTPStatus.BAD_REQUEST, "Idempotency-Key must be the envelope's id")
    return _keep(envelope)


def _keep(envelope: envelopes.Envelope) -> Response:
    try:
        acknowledgement, new = services().store.keep(envelope, today=services().today())
    except DifferentEnvelope:
        return problem(HTTPStatus.CONFLICT, "Another report is stored under this id or locator")
    except DatabaseUnavailable:
        return problem(HTTPStatus.SERVICE_UNAVAILABLE, "The store is not available; nothing was kept")
    status = HTTPStatus.CREATED if new else HTTPStatus.OK
    return Response(acknowledgement, status, content_type="application/json")


def problem(status: HTTPStatus, title: str) -> Response:
    """RFC 9457. The title never repeats what was sent."""
    body = json.dumps({"type": "about:blank", "title": title, "status": status})
    response = Response(body, status, content_type="application/problem+json")
    if status == HTTPStatus.UNAUTHORIZED:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def _authorised() -> bool:
    shown = request.headers.get("Authorization", "").encode()
    return hmac.compare_digest(shown, f"Bearer {services().token}".encode())


def _digest_matches(body: bytes) -> bool:
    digest = base64.b64encode(hashlib.sha256(body).digest()).decode()
    return request.headers.get("Content-Digest") == f"sha-256=:{digest}:"
