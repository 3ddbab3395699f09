"""When something goes wrong: a calm page in the reader's language, and no typed word lost where we hold it."""

import logging
import traceback
from http import HTTPStatus

from flask import Flask, Response, make_response, request
from flask_limiter import RateLimitExceeded
from werkzeug.exceptions import HTTPException

from portal.report.question import N_
from portal.web.languages import Language, UnknownLanguage, language, ordered
from portal.web.public.form import new_form
from portal.web.public.pages import render
from portal.web.public.report import Note, show
from portal.web.public.way_back import ask_again

log = logging.getLogger(__name__)

BACK = N_("Press Back in your browser. What you typed should still be there.")

#: Heading and lines for each kind of problem.
PAGES: dict[int, tuple[str, tuple[str, ...]]] = {
    HTTPStatus.FORBIDDEN: (
        N_("This was not sent from our own page"),
        (N_("To keep you safe, we only take what is sent from this site."), BACK),
    ),
    HTTPStatus.NOT_FOUND: (
        N_("There is no page at this address"),
        (N_("If you typed the address, check that it is right."),),
    ),
    HTTPStatus.METHOD_NOT_ALLOWED: (
        N_("This page cannot do that"),
        (BACK,),
    ),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: (
        N_("Your report is too large to send"),
        (BACK, N_("Make it shorter, or tell us the rest by phone.")),
    ),
    HTTPStatus.TOO_MANY_REQUESTS: (
        N_("There were too many tries from your network"),
        (N_("Wait a little, and try again."), BACK),
    ),
    HTTPStatus.INTERNAL_SERVER_ERROR: (
        N_("Something went wrong on our side"),
        (N_("It was not your fault. Nothing was sent."), BACK, N_("Try again in a few minutes.")),
    ),
}


def reader() -> Language:
    """The language of the address; else the first that the browser asks for and we offer."""
    try:
        return language(request.path.split("/")[1])
    except UnknownLanguage:
        wanted = [tag.split("-")[0] for tag, _ in request.accept_languages]
        return next((found for found in ordered(wanted) if found.tag in wanted), language("en"))


def page(status: int) -> Response:
    heading, lines = PAGES.get(status, PAGES[HTTPStatus.INTERNAL_SERVER_ERROR])
    response = make_response(render("problem.html", reader(), heading=heading, lines=lines), status)
    response.headers["Content-Language"] = reader().tag
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def handle(app: Flask) -> None:
    @app.errorhandler(UnknownLanguage)
    def no_such_language(_error: UnknownLanguage) -> Response:
        return page(HTTPStatus.NOT_FOUND)

    @app.errorhandler(HTTPException)
    def http_problem(error: HTTPException) -> Response:
        response = page(error.code or HTTPStatus.INTERNAL_SERVER_ERROR)
        for name, value in error.get_headers():
            if name == "Allow":
                response.headers[name] = value
        return response

    @app.errorhandler(RateLimitExceeded)
    def too_many(error: RateLimitExceeded) -> Response:
        if request.path.endswith("/return"):
            response = ask_again(reader(), "too many", HTTPStatus.TOO_MANY_REQUESTS)
        else:
            response = _with_what_was_typed(Note.TOO_MANY, HTTPStatus.TOO_MANY_REQUESTS)
        response.headers["Retry-After"] = str(error.limit.limit.get_expiry())
        return response

    @app.errorhandler(Exception)
    def fault(error: Exception) -> Response:
        log.error("a fault in %s: %s", _place(error), type(error).__name__)
        return _with_what_was_typed(Note.TROUBLE, HTTPStatus.INTERNAL_SERVER_ERROR)


def _with_what_was_typed(note: Note, status: HTTPStatus) -> Response:
    """The form with all that was typed; the plain page when even that fails."""
    if request.method != "POST" or not request.path.endswith("/report"):
        return page(status)
    try:
        return show(new_form(request.form), reader(), note=note, status=status)
    except Exception as error:  # noqa: BLE001 – this is the last resort
        log.error("a fault in %s: %s", _place(error), type(error).__name__)  # noqa: TRY400 – a trace shows content
        return page(status)


def _place(error: Exception) -> str:
    """Where in our code, and never the message or a value: they may hold what somebody typed."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{frame.name}, line {frame.lineno}"
