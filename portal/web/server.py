"""The embedded web server, set up so that slow clients block nobody and no body is written to a plain file."""

from collections.abc import Iterable
from typing import Any

from waitress.server import create_server

# Half-sent requests wait here; each costs a socket and what it has sent so far, not a thread.
CONNECTIONS = 1000
# Bytes above the application's own limit, so that it is the application that refuses, in the reader's language.
MARGIN = 1024 * 1024


def serve(application: Any, *, host: str, port: int, threads: int, largest_body: int, trusted_proxy: str = "") -> None:
    """Answer until the process is told to stop. `largest_body` is in bytes."""
    largest = largest_body + MARGIN
    server = create_server(
        application,
        host=host,
        port=port,
        threads=threads,
        connection_limit=CONNECTIONS,
        max_request_body_size=largest,
        # A body above this is spooled to a temporary file, in plain text. So none may be.
        inbuf_overflow=largest + 1,
        outbuf_overflow=largest + 1,
        ident=None,
        expose_tracebacks=False,
        clear_untrusted_proxy_headers=True,
        **_proxy(trusted_proxy),
    )
    server.run()


def _proxy(address: str) -> dict[str, str | int | Iterable[str]]:
    if not address:
        return {}
    return {
        "trusted_proxy": address,
        "trusted_proxy_count": 1,
        "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto", "x-forwarded-host"},
    }
