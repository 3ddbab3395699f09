"""The report as it is sealed and sent: a versioned JSON document, with a schema made from the questions."""

import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from portal.report.answers import Answers
from portal.report.dates import EARLIEST_YEAR
from portal.report.question import Kind, Question
from portal.report.questions import EDITION, PEOPLE, QUESTIONS

FORMAT = "report/1"

Schema = dict[str, Any]


def canonical(document: Mapping[str, Any]) -> bytes:
    """The same bytes for the same content: sorted keys, no spaces, UTF-8."""
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def content_hash(answers: Answers, *, content_key: bytes) -> str:
    """Tells whether two sendings say the same, to those who hold the receipt, and nothing to anybody else."""
    return hmac.new(content_key, canonical(answers), hashlib.sha256).hexdigest()


def document(answers: Answers, *, report_id: str, language: str, received_on: date, reply_key: bytes) -> Schema:
    """Build the document. `received_on` is a day: an exact time could be matched with a phone record."""
    return {
        "format": FORMAT,
        "edition": EDITION,
        "id": report_id,
        "channel": "online",
        "language": language,
        "received_on": received_on.isoformat(),
        "reply_key": reply_key.hex(),
        "answers": answers,
    }


def json_schema() -> Schema:
    """JSON Schema (2020-12) of the document, published as `docs/report-1.schema.json`."""
    answers = {question.code: _schema(question) for question in QUESTIONS.values()}
    answers[PEOPLE.code] = {
        "description": PEOPLE.title,
        "type": "array",
        "minItems": 1,
        "maxItems": PEOPLE.repeat,
        "items": _object({question.code: _schema(question) for question in PEOPLE.questions}, required=()),
    }
    required = [code for code, question in QUESTIONS.items() if question.required and not question.only]
    fields = {
        "format": {"const": FORMAT},
        "edition": {"type": "integer", "minimum": 1, "description": "Edition of the questions"},
        "id": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
        "channel": {"enum": ["online"]},
        "language": {"type": "string", "description": "BCP 47 tag of the page that the reporter used"},
        "received_on": {"type": "string", "format": "date"},
        "reply_key": {
            "type": "string",
            "pattern": "^[0-9a-f]+$",
            "description": "The reporter's public key for replies: ML-KEM-768 then X25519, in hex",
        },
        "answers": _object(answers, required=[*required, "force"]),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Report",
        "description": "What a reporter sent, as sealed inside an envelope. Codes are stable; labels may change.",
        **_object(fields, required=fields),
    }


def _object(properties: Schema, *, required: Any) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(required),
        "additionalProperties": False,
    }


def _schema(question: Question) -> Schema:
    described = {"description": question.label}
    match question.kind:
        case Kind.ONE:
            return {**described, **_codes(question)}
        case Kind.MANY:
            return {
                **described,
                "type": "array",
                "items": _codes(question),
                "minItems": 1,
                "uniqueItems": True,
            }
        case Kind.DATE | Kind.MONTH:
            return {**described, **_parts()}
    return {**described, "type": "string", "minLength": 1, "maxLength": question.limit}


def _codes(question: Question) -> Schema:
    if question.code == "force":
        # The register grows without a new edition, and one-force areas name a force that is not an option.
        return {"type": "string", "pattern": "^[a-z-]+$"}
    return {"oneOf": [{"const": option.code, "title": option.label} for option in question.options]}


def _parts() -> Schema:
    parts = {
        "day": {"type": "integer", "minimum": 1, "maximum": 31},
        "month": {"type": "integer", "minimum": 1, "maximum": 12},
        "year": {"type": "integer", "minimum": EARLIEST_YEAR, "maximum": 9999},
    }
    return _object(parts, required=["year"])
