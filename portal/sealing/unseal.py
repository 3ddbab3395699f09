"""Open envelopes. Only `cases.review` may import this module; the import contracts hold it."""

from collections.abc import Iterable

from cryptography.exceptions import InvalidTag

from portal.sealing import keys, padding
from portal.sealing.envelope import Envelope


class CannotOpen(Exception):
    """No key here opens this envelope, or it was changed on its way. Says which."""


class Unsealer:
    """Holds the private keys, old and new, by fingerprint: an envelope outlives the change of a key."""

    def __init__(self, seeds: Iterable[bytes]) -> None:
        pairs = [keys.key_pair(seed) for seed in seeds]
        self._keys = {keys.fingerprint(pair.public): keys.private_key(pair.seed) for pair in pairs}

    def unseal(self, envelope: Envelope) -> bytes:
        """Return what was sealed. Raises CannotOpen."""
        if envelope.header.suite != keys.SUITE_NAME:
            raise CannotOpen(f"the suite {envelope.header.suite!r} is unknown")
        key = self._keys.get(envelope.header.key)
        if key is None:
            raise CannotOpen(f"the private key {envelope.header.key} is not here")
        try:
            padded = keys.SUITE.decrypt(envelope.sealed, key, info=envelope.header.bound())
        except (InvalidTag, ValueError):
            raise CannotOpen("it was changed after it was sealed") from None
        return padding.unpad(padded)
