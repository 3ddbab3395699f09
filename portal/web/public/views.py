"""The addresses of the public app. The start page and the blank form are static documents: see `static`."""

from datetime import timedelta

from flask import Blueprint, Response, make_response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from portal.web.languages import language, ordered
from portal.web.public import report
from portal.web.public.form import new_form
from portal.web.public.pages import render
from portal.web.public.services import services

pages = Blueprint("pages", __name__)


@pages.get("/")
def chooser() -> Response:
    """Every language by its own name. Orders them for the reader, and never decides for them."""
    wanted = [tag for tag, _ in request.accept_languages]
    response = make_response(render("chooser.html", language("en"), ordered=ordered(wanted)))
    response.headers["Content-Language"] = "mul"
    response.vary.add("Accept-Language")
    return response


@pages.get("/exit")
def leave() -> AnyResponse:
    """Lead away, and have the browser drop what it kept of this site."""
    response = redirect(services().exit_url, code=303)
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


@pages.post("/<tag>/report")
def answer_form(tag: str) -> Response:
    """One address for everything that the form can ask for; `act` is the button that was pressed."""
    reader = language(tag)
    form = new_form(request.form)
    # It may already be tomorrow where the reporter is.
    form.today = services().today() + timedelta(days=1)
    act, _, number = request.form.get("act", "").partition("-")
    return report.ACTS.get(act, report.check)(form, reader, number)
