"""Smaller answers for slow phones.

A page that holds a secret and repeats what was posted must not be compressed where another site can make a
browser post its guesses (BREACH). Here it cannot: posts of other sites are refused before anything is
repeated, and a receipt that was not sent yet changes with every letter of the form.
"""

import gzip
import re
from collections.abc import Mapping
from functools import lru_cache

import brotli
from flask import Flask, Response, request

# Of brotli's 0–11 and gzip's 1–9: most of the gain at little cost, for what is compressed at each request.
BROTLI_QUALITY = 5
GZIP_LEVEL = 6
WORTH_IT = 500  # bytes


@lru_cache(maxsize=256)
def accepted(header: str) -> frozenset[str]:
    """The encodings that an Accept-Encoding allows; one with q=0 is refused."""
    parts = (part.partition(";") for part in header.lower().split(","))
    return frozenset(name.strip() for name, _, q in parts if not re.fullmatch(r"\s*q=0(\.0*)?\s*", q))


def fully(body: bytes) -> Mapping[str, bytes]:
    """A body in every encoding, smallest first and as small as can be: for what is compressed once."""
    # No time in the gzip header: the same document is the same bytes after every start.
    return {"br": brotli.compress(body), "gzip": gzip.compress(body, mtime=0), "": body}


def compress_answers(app: Flask) -> None:
    """Compress what the application answers, in the best way that the browser knows."""

    @app.after_request
    def compress(response: Response) -> Response:
        if response.headers.get("Content-Encoding") == "identity":
            # A page whose size must tell nothing. The word is for us alone: it means nothing on the wire.
            del response.headers["Content-Encoding"]
            return response
        response.vary.add("Accept-Encoding")
        names = accepted(request.headers.get("Accept-Encoding", ""))
        body = response.get_data()
        if len(body) < WORTH_IT or not names & {"br", "gzip"}:
            return response
        if "br" in names:
            smaller, name = brotli.compress(body, quality=BROTLI_QUALITY), "br"
        else:
            smaller, name = gzip.compress(body, GZIP_LEVEL, mtime=0), "gzip"
        response.set_data(smaller)
        response.headers["Content-Encoding"] = name
        return response
