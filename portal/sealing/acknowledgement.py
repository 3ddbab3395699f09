"""The intake's signed word that an envelope is stored. Only this lets the portal delete its own copy."""

import base64
import binascii
import json
from dataclasses import asdict, dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey


class NotAcknowledged(ValueError):
    """The answer is not a valid acknowledgement of this very envelope."""


@dataclass(frozen=True)
class Acknowledgement:
    """`id` and `content` are those of the stored envelope's header; `stored_on` is a date."""

    id: str
    content: str
    stored_on: str

    def signed_bytes(self) -> bytes:
        return b"portal acknowledgement 1\n" + json.dumps(asdict(self), sort_keys=True).encode()

    def sign(self, key: Ed25519PrivateKey) -> bytes:
        """The body of the intake's answer."""
        signature = base64.b64encode(key.sign(self.signed_bytes())).decode()
        return json.dumps({**asdict(self), "signature": signature}).encode()


def verify(body: bytes, *, key: Ed25519PublicKey, report_id: str, content: str) -> Acknowledgement:
    """Check the intake's answer for one envelope. Raises NotAcknowledged."""
    try:
        values = json.loads(body)
        signature = base64.b64decode(values.pop("signature"), validate=True)
        acknowledgement = Acknowledgement(**values)
        key.verify(signature, acknowledgement.signed_bytes())
    except (
        ValueError,
        TypeError,
        KeyError,
        AttributeError,
        RecursionError,
        binascii.Error,
        InvalidSignature,
    ):
        raise NotAcknowledged from None
    if (acknowledgement.id, acknowledgement.content) != (report_id, content):
        raise NotAcknowledged
    return acknowledgement
