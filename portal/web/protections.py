"""What every answer carries, and whose posts are refused. `tests/promises/` holds each line."""

from flask import Flask, Request, Response, abort, request

from portal.web.styles import CSS_HASH

UNSAFE_METHODS = {"POST", "PUT", "PATCH", "DELETE"}

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        f"style-src '{CSS_HASH}'",
        "img-src data:",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

HEADERS = {
    "Content-Security-Policy": POLICY,
    # Not no-referrer: browsers would then send `Origin: null` with our own forms.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
HTTPS_ONLY = {"Strict-Transport-Security": "max-age=31536000"}

# The blank form holds nothing personal. It must be kept for Back: with no-store, Firefox forgets what was typed.
KEEP_FOR_BACK = "private, max-age=0, must-revalidate"
NEVER_KEEP = "no-store"


def cross_site(to: Request) -> bool:
    """True when a page of another site sent this. A client that says nothing about it (a text browser) is served."""
    fetch_site = to.headers.get("Sec-Fetch-Site")
    if fetch_site is not None:
        return fetch_site not in {"same-origin", "none"}
    origin = to.headers.get("Origin")
    return origin is not None and origin.partition("://")[2] != to.host


def protect(app: Flask, *, https_only: bool) -> None:
    always = HEADERS | (HTTPS_ONLY if https_only else {})

    @app.before_request
    def refuse_other_sites() -> None:
        if request.method in UNSAFE_METHODS and cross_site(request):
            abort(403)

    @app.after_request
    def add_headers(response: Response) -> Response:
        for name, value in always.items():
            response.headers.setdefault(name, value)
        response.headers.setdefault("Cache-Control", NEVER_KEEP)
        return response
