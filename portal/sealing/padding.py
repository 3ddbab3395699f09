"""Fixed sizes: the length of a sealed report says almost nothing about the length of what was told."""

#: Each step is four times the last; a report of one page and one of three look the same.
SIZES = tuple(4 * 1024 * 4**step for step in range(7))
LENGTH_BYTES = 4


class TooLong(ValueError):
    """More bytes than the largest fixed size."""


def pad(content: bytes) -> bytes:
    """Put the length first and fill up with zeros to the next fixed size. Raises TooLong."""
    needed = LENGTH_BYTES + len(content)
    size = next((size for size in SIZES if size >= needed), None)
    if size is None:
        raise TooLong
    return (len(content).to_bytes(LENGTH_BYTES) + content).ljust(size, b"\0")


def unpad(padded: bytes) -> bytes:
    length = int.from_bytes(padded[:LENGTH_BYTES])
    return padded[LENGTH_BYTES : LENGTH_BYTES + length]
