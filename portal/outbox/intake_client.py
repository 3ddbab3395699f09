"""Talks to the intake endpoint, and only to it. The contract is in docs/intake-contract.md."""

import base64
import hashlib
import json
from dataclasses import dataclass

import urllib3
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from portal.outbox.outbox import Waiting
from portal.sealing.acknowledgement import NotAcknowledged, verify

# Seconds. Sending again is always safe, so there is no reason to wait long.
TIMEOUT = urllib3.Timeout(connect=5, read=30)
LARGEST_ANSWER = 64 * 1024
# What an intake means for good: no later try of the same bytes can end otherwise.
FINAL_REFUSALS = {409, 413, 422}


@dataclass(frozen=True)
class Stored:
    """A valid signature says that the intake has it."""


@dataclass(frozen=True)
class Refused:
    reason: str
    retry: bool


class IntakeClient:
    def __init__(self, url: str, *, token: str, key: Ed25519PublicKey, timeout: urllib3.Timeout = TIMEOUT) -> None:
        self._url = url.rstrip("/") + "/v1/envelopes"
        self._token = token
        self._key = key
        # The relay retries, with its own patience.
        self._pool = urllib3.PoolManager(retries=False, timeout=timeout)

    def deliver(self, waiting: Waiting) -> Stored | Refused:
        """Post one envelope. Whatever is not a signed acknowledgement of it is a refusal."""
        digest = base64.b64encode(hashlib.sha256(waiting.envelope).digest()).decode()
        headers = {
            "Authorization": f"Bearer {self._token}",
            "Content-Type": "application/json",
            "Content-Digest": f"sha-256=:{digest}:",
            "Idempotency-Key": waiting.id,
        }
        try:
            # A redirect could lead elsewhere; its address is not even read.
            answer = self._pool.request(
                "POST",
                self._url,
                body=waiting.envelope,
                headers=headers,
                redirect=False,
                preload_content=False,
            )
            try:
                body = answer.read(LARGEST_ANSWER)
            finally:
                answer.release_conn()
        except urllib3.exceptions.HTTPError as error:
            return Refused(type(error).__name__, retry=True)
        return self._judge(answer.status, answer.headers.get("Content-Type", ""), body, waiting)

    def _judge(self, status: int, content_type: str, body: bytes, waiting: Waiting) -> Stored | Refused:
        if status in FINAL_REFUSALS and content_type.startswith("application/problem+json"):
            return Refused(f"{status} {_title(body)}", retry=False)
        if status not in {200, 201}:
            return Refused(f"{status}", retry=True)
        try:
            verify(body, key=self._key, report_id=waiting.id, content=waiting.content)
        except NotAcknowledged:
            return Refused(f"{status} without a valid acknowledgement", retry=True)
        return Stored()


def _title(body: bytes) -> str:
    try:
        title = str(json.loads(body)["title"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""
    # It goes into a log, a table and a terminal.
    return "".join(char for char in title if char.isprintable())
