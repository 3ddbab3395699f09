"""Seal with the charity's public key. What comes out cannot be opened by whoever sealed it."""

from portal.sealing import keys, padding
from portal.sealing.envelope import Envelope, Header, Lane


class Sealer:
    """Holds one public key, checked once."""

    def __init__(self, public: bytes) -> None:
        self._key = keys.public_key(public)
        self.fingerprint = keys.fingerprint(public)

    def seal(
        self, content: bytes, *, report_id: str, locator: str, content_hash: str, lane: Lane, day: str
    ) -> Envelope:
        """Pad `content` to a fixed size and seal it, bound to its header. `day` is an ISO date."""
        header = Header(
            id=report_id,
            suite=keys.SUITE_NAME,
            key=self.fingerprint,
            lane=lane,
            locator=locator,
            content=content_hash,
            day=day,
        )
        return Envelope(header, keys.SUITE.encrypt(padding.pad(content), self._key, info=header.bound()))
