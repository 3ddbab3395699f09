"""Send: seal a checked report and commit it, before anybody is told that it was received."""

from datetime import date

from portal.outbox.outbox import Outbox, Put
from portal.report import receipt as receipts
from portal.report.answers import Answers
from portal.report.document import canonical, content_hash, document
from portal.sealing.envelope import Lane
from portal.sealing.keys import key_pair
from portal.sealing.seal import Sealer


class Acceptance:
    def __init__(self, outbox: Outbox, sealer: Sealer) -> None:
        self._outbox = outbox
        self._sealer = sealer

    def accept(self, answers: Answers, *, receipt: str, language: str, lane: Lane, today: date) -> Put:
        """Seal the report and put it into the outbox, durably.

        The receipt makes it one report, however often it is sent. Raises DatabaseUnavailable: then nothing
        was kept, and the reporter must be told so.
        """
        derived = receipts.derive(receipt)
        content = document(
            answers,
            report_id=derived.report_id,
            language=language,
            received_on=today,
            reply_key=key_pair(derived.reply_seed).public,
        )
        envelope = self._sealer.seal(
            canonical(content),
            report_id=derived.report_id,
            locator=derived.locator,
            content_hash=content_hash(answers, content_key=derived.content_key),
            lane=lane,
            day=today.isoformat(),
        )
        return self._outbox.put(envelope)
