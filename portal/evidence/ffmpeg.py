"""Recordings as FFmpeg reads them, by PyAV, with one demuxer that is named and none that is guessed."""

import io

import av

# Loaded now: PyAV asks for these when it meets such a stream, and then the process can open no file.
import av.audio.codeccontext
import av.subtitles.codeccontext
import av.subtitles.stream
import av.video.codeccontext
from av.container import InputContainer
from av.stream import Disposition, Stream

from portal.evidence import traces


def opened(content: bytes, demuxer: str) -> InputContainer:
    # FFmpeg has hundreds of demuxers, and some follow addresses.
    return av.open(io.BytesIO(content), "r", format=demuxer, metadata_errors="ignore")


def of_names(metadata: dict[str, str]) -> set[str]:
    return (traces.of_names(metadata) or {"other"}) if metadata else set()


def is_cover(stream: Stream) -> bool:
    return bool(stream.disposition & Disposition.attached_pic)
