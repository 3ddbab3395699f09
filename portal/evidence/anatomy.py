"""How the formats are put together: their segments, chunks and boxes, each as its name and where it stands.

Every reader raises Refusal("broken") for a file that ends before its parts do.
"""

import re
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from portal.evidence.results import Refusal

SOI_LENGTH = 2
JPEG_END = b"\xd9"
PNG_START = 8
RIFF_START = 12
#: The name of what stands after the end of a file: another file, mostly.
TAIL = b"tail"
BOX_OF_BOXES = frozenset((b"moov", b"trak", b"mdia", b"minf", b"stbl"))

# Two bytes that begin a segment: not a stuffed zero, not a restart, not a fill byte.
_MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7\x01]")


class Part(NamedTuple):
    """`start` and `end` enclose the whole part; `content` is what stands in it after its name and length."""

    name: bytes
    start: int
    end: int
    content: bytes


def jpeg_segments(content: bytes) -> Iterator[Part]:
    """Markers are named by their second byte. Pixel data stand between two segments and belong to none."""
    at = SOI_LENGTH
    while found := _MARKER.search(content, at):
        name, start, length = found[0][1:], found.start(), found.end()
        if name == JPEG_END:
            yield Part(name, start, length, b"")
            yield from _tail(content, length)
            return
        at = length + int.from_bytes(content[length : length + 2])
        yield Part(name, start, at, content[length + 2 : at])
    raise Refusal("broken")


def png_chunks(content: bytes) -> Iterator[Part]:
    at = PNG_START
    while at < len(content):
        name, end = content[at + 4 : at + 8], at + 12 + int.from_bytes(content[at : at + 4])
        if end > len(content) or zlib.crc32(content[at + 4 : end - 4]) != int.from_bytes(content[end - 4 : end]):
            raise Refusal("broken")
        yield Part(name, at, end, content[at + 8 : end - 4])
        if name == b"IEND":
            yield from _tail(content, end)
            return
        at = end
    raise Refusal("broken")


def riff_chunks(content: bytes) -> Iterator[Part]:
    at, last = RIFF_START, 8 + int.from_bytes(content[4:8], "little")
    if last > len(content):
        raise Refusal("broken")
    while at < last:
        length = int.from_bytes(content[at + 4 : at + 8], "little")
        # Chunks begin at even places.
        end = at + 8 + length + length % 2
        if end > last:
            raise Refusal("broken")
        yield Part(content[at : at + 4], at, end, content[at + 8 : at + 8 + length])
        at = end
    yield from _tail(content, last)


def boxes(content: bytes, start: int = 0, end: int | None = None) -> Iterator[Part]:
    """The boxes of an ISO base media file, each before those inside it. `content` of a box of boxes is empty."""
    at, last = start, len(content) if end is None else end
    while at < last:
        head, length = 8, int.from_bytes(content[at : at + 4])
        if length == 1:
            head, length = 16, int.from_bytes(content[at + 8 : at + 16])
        elif length == 0:
            length = last - at
        if length < head or at + length > last:
            raise Refusal("broken")
        name = content[at + 4 : at + 8]
        inside = name in BOX_OF_BOXES
        yield Part(name, at, at + length, b"" if inside else content[at + head : at + length])
        if inside:
            yield from boxes(content, at + head, at + length)
        at += length


def _tail(content: bytes, end: int) -> Iterator[Part]:
    # Some cameras fill up with zeros.
    if content[end:].strip(b"\0"):
        yield Part(TAIL, end, len(content), content[end:])
