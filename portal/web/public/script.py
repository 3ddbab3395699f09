"""The one script, by a name that changes with its content. Everything works without it."""

import hashlib

from portal.web.documents import Document
from portal.web.languages import folder
from portal.web.protections import HEADERS

_SCRIPT = (folder("static") / "portal.js").read_bytes()

SCRIPT_PATH = f"/static/portal.{hashlib.sha256(_SCRIPT).hexdigest()[:8]}.js"

SCRIPT = Document(
    _SCRIPT,
    (
        ("Content-Type", "text/javascript; charset=utf-8"),
        ("Cache-Control", "public, max-age=86400, immutable"),
        ("X-Content-Type-Options", HEADERS["X-Content-Type-Options"]),
        ("Cross-Origin-Resource-Policy", HEADERS["Cross-Origin-Resource-Policy"]),
    ),
)
