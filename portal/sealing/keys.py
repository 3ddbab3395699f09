"""Key pairs as bytes. A private key is X-Wing's 32-byte seed; a public key is ML-KEM-768's, then X25519's."""

import hashlib
from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import (
    AEAD,
    KDF,
    KEM,
    MLKEM768X25519PrivateKey,
    MLKEM768X25519PublicKey,
    Suite,
)

SEED_LENGTH = 32
MLKEM_SEED_LENGTH = 64
MLKEM_PUBLIC_LENGTH = 1184
PUBLIC_LENGTH = MLKEM_PUBLIC_LENGTH + 32

SUITE_NAME = "MLKEM768_X25519/HKDF-SHA256/CHACHA20-POLY1305"
SUITE = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)


class NotAKey(ValueError):
    """The bytes are not a key of this suite."""


@dataclass(frozen=True)
class KeyPair:
    seed: bytes
    public: bytes

    def __repr__(self) -> str:
        return f"KeyPair({fingerprint(self.public)})"


def key_pair(seed: bytes) -> KeyPair:
    """Derive the pair of a 32-byte seed, as X-Wing does (draft-connolly-cfrg-xwing-kem, section 5.2)."""
    mlkem, x25519 = _private_parts(seed)
    public = mlkem.public_key().public_bytes_raw() + x25519.public_key().public_bytes_raw()
    return KeyPair(seed, public)


def private_key(seed: bytes) -> MLKEM768X25519PrivateKey:
    return MLKEM768X25519PrivateKey(*_private_parts(seed))


def public_key(public: bytes) -> MLKEM768X25519PublicKey:
    """Raises NotAKey."""
    try:
        mlkem = MLKEM768PublicKey.from_public_bytes(public[:MLKEM_PUBLIC_LENGTH])
        x25519 = X25519PublicKey.from_public_bytes(public[MLKEM_PUBLIC_LENGTH:])
    except ValueError:
        raise NotAKey from None
    return MLKEM768X25519PublicKey(mlkem, x25519)


def fingerprint(public: bytes) -> str:
    """32 hex digits that name a public key, for people to compare and for envelopes to carry."""
    return hashlib.sha256(public).hexdigest()[:32]


def _private_parts(seed: bytes) -> tuple[MLKEM768PrivateKey, X25519PrivateKey]:
    if len(seed) != SEED_LENGTH:
        raise NotAKey
    expanded = hashlib.shake_256(seed).digest(MLKEM_SEED_LENGTH + 32)
    return (
        MLKEM768PrivateKey.from_seed_bytes(expanded[:MLKEM_SEED_LENGTH]),
        X25519PrivateKey.from_private_bytes(expanded[MLKEM_SEED_LENGTH:]),
    )
