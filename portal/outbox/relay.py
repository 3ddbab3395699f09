"""Hands envelopes over, at least once, for as long as it takes."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from threading import Event
from typing import Protocol

from portal.outbox.intake_client import Refused, Stored
from portal.outbox.outbox import Outbox, Waiting
from portal.storage.database import DatabaseUnavailable

BATCH = 20
# So many refusals in a row mean that the intake is away, and not that one envelope is at fault.
AWAY = 3
# Seconds between looks at the outbox.
LOOK = 1.0
# Seconds: the first pause after a failure, and the longest.
FIRST_PAUSE = 2.0
LONGEST_PAUSE = 300.0

log = logging.getLogger(__name__)


class Deliverer(Protocol):
    def deliver(self, waiting: Waiting) -> Stored | Refused: ...


@dataclass
class Round:
    """What became of one batch."""

    stored: int = 0
    parked: int = 0
    failed: int = 0


def pause_after(failures: int, *, luck: float) -> float:
    """Seconds to wait after so many failed rounds, twice as long each time, up to five minutes.

    `luck` is in [0, 1): each pause is a random part of its length, so that many relays do not come back at
    the same moment.
    """
    longest = min(LONGEST_PAUSE, FIRST_PAUSE * 2.0 ** min(failures - 1, 30))
    return longest * (0.5 + luck / 2)


class Relay:
    """`holder` names this relay among others. `today` and `luck` are its clock and its dice.

    Once a day it deletes what is too old: tombstones, and what `also_forget` deletes.
    """

    def __init__(
        self,
        outbox: Outbox,
        intake: Deliverer,
        *,
        holder: str,
        today: Callable[[], date],
        luck: Callable[[], float],
        also_forget: Callable[[date], None] = lambda _today: None,
    ) -> None:
        self._outbox = outbox
        self._intake = intake
        self._holder = holder
        self._today = today
        self._luck = luck
        self._also_forget = also_forget
        self._failures = 0
        self._forgot_on: date | None = None

    def run(self, stop: Event) -> None:
        """Go on until `stop` is set; the batch in hand is finished first."""
        released = False
        pause = 0.0
        while not stop.is_set():
            try:
                if not released:
                    self._outbox.release_all()
                    released = True
                done = self.round(only_new=pause > 0)
            except DatabaseUnavailable as error:
                # What was claimed before it failed is still held.
                released = False
                done = Round(failed=1)
                log.warning("the outbox is not available: %s", error)
            pause = self._pause(done, left=pause - LOOK)
            if done.stored < BATCH:
                stop.wait(LOOK)

    def round(self, *, only_new: bool = False) -> Round:
        """Send one batch of what is due; with `only_new`, only what was never tried."""
        done = Round()
        batch = self._outbox.claim(BATCH, holder=self._holder, only_new=only_new)
        in_a_row = 0
        for position, waiting in enumerate(batch):
            in_a_row = 0 if self._send(waiting, done) else in_a_row + 1
            if in_a_row == AWAY:
                self._outbox.release([left.id for left in batch[position + 1 :]])
                break
        self._forget_old()
        return done

    def _send(self, waiting: Waiting, done: Round) -> bool:
        answer = self._intake.deliver(waiting)
        if isinstance(answer, Stored):
            self._outbox.delivered(waiting.id, on=self._today())
            done.stored += 1
            return True
        if not answer.retry:
            self._outbox.park(waiting.id, reason=answer.reason)
            done.parked += 1
            log.error("the intake refused an envelope for good (%s); see `portal outbox list`", answer.reason)
            return True
        self._outbox.failed(waiting.id)
        done.failed += 1
        if not self._failures and done.failed == 1:
            log.warning("the intake did not store an envelope (%s); it will be sent again", answer.reason)
        return False

    def _pause(self, done: Round, *, left: float) -> float:
        if done.stored:
            if self._failures:
                log.warning("the intake stores again")
            self._failures = 0
            return 0.0
        if done.failed and left <= 0:
            self._failures += 1
            return pause_after(self._failures, luck=self._luck())
        return max(left, 0.0)

    def _forget_old(self) -> None:
        today = self._today()
        if today != self._forgot_on:
            self._outbox.forget(today=today)
            self._also_forget(today)
            self._forgot_on = today
