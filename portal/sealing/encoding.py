"""Bytes in JSON: base64 with exactly one spelling, so that equal bytes are equal texts."""

import base64
import binascii


def to_text(content: bytes) -> str:
    return base64.b64encode(content).decode()


def from_text(text: str) -> bytes:
    """Raises ValueError for what `to_text` would not write."""
    try:
        content = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise ValueError("not base64") from None
    # Even with `validate`, some wrong padding is read.
    if to_text(content) != text:
        raise ValueError("not base64")
    return content
