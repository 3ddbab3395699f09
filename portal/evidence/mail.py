"""E-mail: an allow-list of headers stays; how the mail travelled, and with what it was written, goes."""

import codecs
import contextlib
import io
import re
from collections.abc import Iterator
from email import policy
from email.errors import CloseBoundaryNotFoundDefect, NoBoundaryInMultipartDefect, StartBoundaryNotFoundDefect
from email.generator import BytesGenerator
from email.message import Message
from email.parser import BytesParser
from email.utils import collapse_rfc2231_value
from encodings.aliases import aliases

from portal.evidence import traces
from portal.evidence.kinds import Kind
from portal.evidence.results import Cleaned, Refusal

KEPT = ("from", "to", "cc", "date", "subject", "mime-version", "content-transfer-encoding")
#: Rebuilt with these parameters alone: others hold times and sizes.
KEPT_PARAMETERS = {"content-type": ("charset", "name", "format", "delsp"), "content-disposition": ("filename",)}
# The boundary is made anew: a mail program writes the time and its own name into it.
RENEWED = "boundary"

CODES = {
    "software": ("user-agent", "x-mailer", "x-mimeole", "x-originating-client", "thread-index"),
    "route": (
        *("received", "x-received", "x-originating-ip", "x-sender-ip", "x-forwarded-to", "received-spf"),
        *("dkim-signature", "authentication-results", "message-id", "in-reply-to", "references"),
        *("return-path", "delivered-to", "x-original-to", "envelope-to", "reply-to", "sender", "bcc", "list-id"),
    ),
}
CODE_OF = {name: code for code, names in CODES.items() for name in names}
CUT_SHORT = (CloseBoundaryNotFoundDefect, NoBoundaryInMultipartDefect, StartBoundaryNotFoundDefect)
# No line is broken anew: a signature of the content may depend on it.
POLICY = policy.compat32.clone(max_line_length=0)
MOST_PARTS = 1000
_BODY = re.compile(rb"\n\r?\n")

# Loaded now: later, the process can open no file, not even one of Python's own.
for _name in set(aliases.values()):
    with contextlib.suppress(LookupError):
        codecs.lookup(_name)


def traces_of(content: bytes, _: Kind = Kind.EML) -> set[str]:
    return {code for part in _parts(content) for code in _dropped(part)}


def clean(content: bytes, kind: Kind) -> Cleaned:
    parts = _parts(content)
    found = frozenset(code for part in parts for code in _dropped(part))
    remains = ("addresses", "text", *(("attachments",) if any(map(_is_file, parts)) else ()))
    for part in parts:
        _strip(part)
    target = io.BytesIO()
    BytesGenerator(target, mangle_from_=False, policy=POLICY).flatten(parts[0])
    return Cleaned(kind, target.getvalue(), found, remains)


def _parts(content: bytes) -> list[Message]:
    """The mail itself, then everything inside it, mails too."""
    if not _BODY.search(content):
        raise Refusal("broken")
    parts = list(BytesParser(policy=POLICY).parsebytes(content).walk())
    if len(parts) > MOST_PARTS:
        raise Refusal("bomb")
    if any(isinstance(defect, CUT_SHORT) for part in parts for defect in part.defects):
        raise Refusal("broken")
    return parts


def _dropped(part: Message) -> Iterator[str]:
    if part.get_unixfrom():
        yield "route"
    for name in map(str.lower, part.keys()):
        if name in KEPT_PARAMETERS:
            allowed = (*KEPT_PARAMETERS[name], RENEWED)
            dropped = [key.lower() for key, _ in _parameters(part, name) if key.lower() not in allowed]
            yield from traces.of_names(key.replace("-", "") for key in dropped)
        elif name not in KEPT:
            yield CODE_OF.get(name, "other")


def _strip(part: Message) -> None:
    kept = [(name, value) for name, value in part.raw_items() if name.lower() in KEPT]
    rebuilt = {name: (_main(part, name), _parameters(part, name)) for name in KEPT_PARAMETERS if name in part}
    for name in set(part.keys()):
        del part[name]
    for name, value in kept:
        part[name] = value
    for name, (main, parameters) in rebuilt.items():
        part[name.title()] = main
        for key, value in parameters:
            if key.lower() in KEPT_PARAMETERS[name]:
                part.set_param(key, value, header=name, charset="" if value.isascii() else "utf-8")
    part.set_unixfrom("")
    # Mail programs show neither.
    part.preamble = part.epilogue = None


def _main(part: Message, header: str) -> str:
    return part.get_content_type() if header == "content-type" else part.get_content_disposition() or "inline"


def _parameters(part: Message, header: str) -> list[tuple[str, str]]:
    pairs = part.get_params(failobj=[], header=header)[1:]
    return [(key, _whole(collapse_rfc2231_value(value))) for key, value in pairs]


def _whole(text: str) -> str:
    return text.encode(errors="replace").decode()


def _is_file(part: Message) -> bool:
    return not part.is_multipart() and (part.get_content_maintype() != "text" or part.get_filename() is not None)
