"""The process that looks at one file: bytes in, an answer out (`results`), and nothing else touched."""

import importlib
import sys
from types import ModuleType

from portal.evidence import confinement
from portal.evidence.kinds import LARGEST, Kind, sniff
from portal.evidence.results import Refusal, Refused, Scrubbed, to_bytes

FAMILIES = {
    **dict.fromkeys((Kind.JPEG, Kind.PNG, Kind.HEIC, Kind.WEBP), "pictures"),
    **dict.fromkeys((Kind.MP4, Kind.MOV, Kind.M4A), "recordings"),
    Kind.MP3: "mp3",
    Kind.PDF: "pdf",
    Kind.DOCX: "word",
    Kind.EML: "mail",
    Kind.TXT: "text",
}
# Their decoders refuse to work without a thread.
THREADED = (Kind.HEIC, Kind.WEBP)


def main() -> None:
    confinement.limit()
    answer = _answer(sys.stdin.buffer.read(LARGEST + 1))
    sys.stdout.buffer.write(to_bytes(answer))


def _answer(content: bytes) -> Scrubbed | Refused:
    try:
        kind = sniff(content)
        if not kind:
            return Refused("unknown-kind")
        family = importlib.import_module(f"portal.evidence.{FAMILIES[kind]}")
        confinement.close(threads=kind in THREADED)
        return _scrubbed(family, content, kind)
    except MemoryError:
        return Refused("bomb")


def _scrubbed(family: ModuleType, content: bytes, kind: Kind) -> Scrubbed | Refused:
    try:
        cleaned = family.clean(content, kind)
        # Asked again of the new file: nothing is said to be removed that is not gone.
        if len(cleaned.content) > LARGEST or family.traces_of(cleaned.content, cleaned.kind):
            return Refused("cannot-scrub", kind)
        return Scrubbed(cleaned.kind, cleaned.content, tuple(sorted(cleaned.found)), cleaned.remains)
    except Refusal as refusal:
        return Refused(refusal.reason, kind)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 – whatever a library does with a hostile file, the answer is an answer
        return Refused("broken", kind)


if __name__ == "__main__":
    main()
