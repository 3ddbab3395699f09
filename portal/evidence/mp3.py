"""MP3: the frames that hold sound are kept as they are; every tag before, between and after them goes."""

from collections.abc import Iterator

from portal.evidence import ffmpeg
from portal.evidence.kinds import Kind
from portal.evidence.results import Cleaned, Refusal

# Kilobits a second by the header's index (ISO/IEC 11172-3 and 13818-3, layer III), and samples a second.
RATES_1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
RATES_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
SAMPLES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
LAYER_3 = 1
HEADER = 4
SYNC = 0xFFE0

TAGS = (b"TAG", b"APETAGEX", b"LYRICSBEGIN", b"ID3")
#: In the first frame, in the place of sound: the number of frames, and the program that made them.
INFO = (b"Xing", b"Info", b"VBRI")
INFO_REACH = 64
FLAGS_BYTES = 0x2


def traces_of(content: bytes, _: Kind = Kind.MP3) -> set[str]:
    found = set()
    start = _after_id3(content)
    if start:
        with ffmpeg.opened(content, "mp3") as source:
            found |= ffmpeg.of_names(dict(source.metadata))
            if source.streams.video:
                found.add("thumbnail")
    frames = list(_frames(content, start))
    if any(content[end:].strip(b"\0") for _, end in frames[-1:]):
        found.add("other")
    if _is_info(content, *frames[0]):
        found.add("software")
    return found


def clean(content: bytes, kind: Kind) -> Cleaned:
    frames = list(_frames(content, _after_id3(content)))
    sound = b"".join(content[start:end] for start, end in frames if not _is_info(content, start, end))
    if not sound or _is_cut_short(content, *frames[0]):
        raise Refusal("broken")
    return Cleaned(kind, sound, frozenset(traces_of(content)), ("voices", "background"))


def _after_id3(content: bytes) -> int:
    at = 0
    while content[at : at + 3] == b"ID3":
        # Seven bits of each byte count.
        size = sum(
            (byte & 0x7F) << shift for byte, shift in zip(content[at + 6 : at + 10], (21, 14, 7, 0), strict=False)
        )
        footer = 10 if content[at + 5] & 0x10 else 0
        at += 10 + size + footer
    while content[at : at + 1] == b"\0":
        at += 1
    return at


def _frames(content: bytes, at: int) -> Iterator[tuple[int, int]]:
    """Where each frame begins and ends. Raises Refusal for a cut frame, and for anything but tags between them."""
    first = at
    while at < len(content):
        length = _length(content[at : at + HEADER])
        if not length:
            break
        if at + length > len(content):
            raise Refusal("broken")
        yield at, at + length
        at += length
    rest = content[at:].lstrip(b"\0")
    if at == first or (rest and not rest.startswith(TAGS)):
        raise Refusal("broken")


def _length(header: bytes) -> int:
    """The length of the frame with this header; 0 when it is none."""
    if len(header) < HEADER or int.from_bytes(header[:2]) & SYNC != SYNC:
        return 0
    version, layer = header[1] >> 3 & 3, header[1] >> 1 & 3
    rate, sample, padding = header[2] >> 4, header[2] >> 2 & 3, header[2] >> 1 & 1
    if version not in SAMPLES or layer != LAYER_3 or rate in {0, 15} or sample == len(SAMPLES[0]):
        return 0
    kilobits, words = (RATES_1, 144) if version == max(SAMPLES) else (RATES_2, 72)
    return words * kilobits[rate] * 1000 // SAMPLES[version][sample] + padding


def _is_info(content: bytes, start: int, end: int) -> bool:
    return any(mark in content[start : min(end, start + INFO_REACH)] for mark in INFO)


def _is_cut_short(content: bytes, start: int, end: int) -> bool:
    """Whether the first frame promises more bytes than there are."""
    at = max(content.find(mark, start, min(end, start + INFO_REACH)) for mark in INFO[:2])
    if at < 0 or not content[at + 7] & FLAGS_BYTES:
        return False
    place = at + 8 + (4 if content[at + 7] & 1 else 0)
    return int.from_bytes(content[place : place + 4]) > len(content) - start
