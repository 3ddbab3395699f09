"""Asks the charity's side for mailboxes. The contract is in docs/intake-contract.md."""

import base64
import json
from dataclasses import dataclass
from typing import Any

import urllib3

# Seconds. A person waits for this.
TIMEOUT = urllib3.Timeout(connect=3, read=10)
NOT_FOUND = 404
LARGEST_ANSWER = 8 * 1024 * 1024


class MailboxUnavailable(Exception):
    """The charity's side did not answer, or not as agreed. Nothing was changed."""


@dataclass(frozen=True)
class Sealed:
    """A letter as the charity's side keeps it: a day, who wrote it, and what only the receipt opens."""

    day: str
    by_reporter: bool
    for_reporter: bytes


class MailboxClient:
    def __init__(self, url: str, *, token: str) -> None:
        self._url = url.rstrip("/") + "/v1/mailboxes/"
        self._headers = {"Authorization": f"Bearer {token}"}
        self._pool = urllib3.PoolManager(retries=False, timeout=TIMEOUT)

    def letters(self, locator: str) -> list[Sealed] | None:
        """Every letter, oldest first; None when there is no such mailbox. Raises MailboxUnavailable."""
        answer = self._ask("GET", locator)
        if answer is None:
            return None
        try:
            return [_read(letter) for letter in answer["letters"]]
        except (KeyError, TypeError, ValueError):
            raise MailboxUnavailable from None

    def post(self, locator: str, *, letter_id: str, for_charity: bytes, for_reporter: bytes) -> bool:
        """Leave a letter; False when there is no such mailbox. Raises MailboxUnavailable."""
        letter = {"id": letter_id, "for_charity": _text(for_charity), "for_reporter": _text(for_reporter)}
        return self._ask("POST", locator, letter) is not None

    def close(self, locator: str) -> bool:
        """Delete the mailbox; False when there is none. Raises MailboxUnavailable."""
        return self._ask("DELETE", locator) is not None

    def _ask(self, method: str, locator: str, content: Any = None) -> Any:
        try:
            answer = self._pool.request(
                method, self._url + locator, json=content, headers=self._headers, preload_content=False
            )
            body = answer.read(LARGEST_ANSWER)
            answer.release_conn()
        except urllib3.exceptions.HTTPError:
            raise MailboxUnavailable from None
        if answer.status == NOT_FOUND and answer.headers.get("Content-Type") == "application/problem+json":
            return None
        if answer.status not in {200, 201}:
            raise MailboxUnavailable
        try:
            return json.loads(body)
        except ValueError:
            raise MailboxUnavailable from None


def _read(letter: Any) -> Sealed:
    return Sealed(str(letter["day"]), bool(letter["by_reporter"]), base64.b64decode(letter["for_reporter"]))


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()
