"""Envelopes, and what describes them."""

import base64
import hashlib
import json
from http import HTTPStatus
from importlib import resources

from flask import Blueprint, Response, request

from portal.cases.intake import DifferentEnvelope
from portal.report.document import json_schema
from portal.sealing import envelope as envelopes
from portal.storage.database import DatabaseUnavailable
from portal.web.intake.answers import problem, services, shows

intake = Blueprint("intake", __name__, url_prefix="/v1")

OPENAPI = resources.files("portal.web.intake").joinpath("openapi.json").read_text(encoding="utf-8")


@intake.get("/openapi.json")
def openapi() -> Response:
    return Response(OPENAPI, content_type="application/json")


@intake.get("/report.schema.json")
def report_schema() -> Response:
    return Response(json.dumps(json_schema(), ensure_ascii=False), content_type="application/schema+json")


@intake.post("/envelopes")
def put_envelope() -> Response:
    """Store one envelope, durably, before saying so."""
    if not shows(services().token):
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


def _digest_matches(body: bytes) -> bool:
    digest = base64.b64encode(hashlib.sha256(body).digest()).decode()
    return request.headers.get("Content-Digest") == f"sha-256=:{digest}:"
