"""What a receipt leads to."""

import hashlib
import hmac
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from portal.mailbox.client import MailboxClient, Sealed
from portal.outbox.outbox import Outbox
from portal.report.receipt import Derived
from portal.sealing.keys import key_pair
from portal.sealing.letter import CannotOpenLetter, open_letter, seal_letter


class Place(StrEnum):
    WAITING = "waiting"  # kept here, and not yet handed to the charity
    ARRIVED = "arrived"


@dataclass(frozen=True)
class Letter:
    """`content` holds `kind` (question, outcome, answer or addition) and `text` or `outcome`."""

    day: str
    by_reporter: bool
    content: dict[str, Any]


@dataclass(frozen=True)
class Found:
    place: Place
    letters: list[Letter]


class WayBack:
    def __init__(self, outbox: Outbox, client: MailboxClient, charity_public: bytes) -> None:
        self._outbox = outbox
        self._client = client
        self._charity_public = charity_public

    def look(self, derived: Derived) -> Found | None:
        """Where the report is, and its letters; None when there is nothing to this receipt.

        Asks in both places whatever the first one says, so that a wrong receipt takes as long as a right one.
        Raises MailboxUnavailable and DatabaseUnavailable.
        """
        waiting = self._outbox.is_waiting(derived.report_id)
        sealed = self._client.letters(derived.locator)
        if sealed is None:
            return Found(Place.WAITING, []) if waiting else None
        return Found(Place.ARRIVED, [letter for one in sealed if (letter := _opened(one, derived))])

    def write(self, derived: Derived, content: dict[str, Any]) -> bool:
        """Leave a letter for the charity, readable by the reporter too; False when there is no mailbox.

        The same words twice are one letter. Raises MailboxUnavailable: then nothing was left.
        """
        words = repr(sorted(content.items())).encode()
        return self._client.post(
            derived.locator,
            letter_id=hmac.new(derived.content_key, words, hashlib.sha256).hexdigest()[:32],
            for_charity=seal_letter(content, public=self._charity_public, place=derived.locator),
            for_reporter=seal_letter(content, public=key_pair(derived.reply_seed).public, place=derived.locator),
        )

    def close(self, derived: Derived) -> bool:
        """Delete the mailbox and every letter in it. The report stays. Raises MailboxUnavailable."""
        return self._client.close(derived.locator)


def _opened(sealed: Sealed, derived: Derived) -> Letter | None:
    try:
        content = open_letter(sealed.for_reporter, seed=derived.reply_seed, place=derived.locator)
    except CannotOpenLetter:
        # Not ours to read: the rest of the mailbox must not be lost for it.
        return None
    return Letter(sealed.day, sealed.by_reporter, content)
