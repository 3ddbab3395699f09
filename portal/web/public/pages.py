"""Put a page into words: one function, used for the static documents and for every answer."""

from typing import Any

from flask import Flask, current_app
from markupsafe import Markup

from portal.report.question import N_
from portal.settings import Public
from portal.web.languages import Language, offered
from portal.web.public.script import SCRIPT_PATH
from portal.web.styles import CSS

#: The pages around the form: path and link text, in the order of the footer.
PAGES = {
    "safety": N_("Stay safe"),
    "next": N_("What happens next"),
    "help": N_("Who else can help"),
    "privacy": N_("What we keep"),
    "contact": N_("Talk to us"),
    "accessibility": N_("Accessibility"),
}


def render(template: str, language: Language, *, app: Flask | None = None, **context: Any) -> str:
    """Render `template` in `language`. `app` is needed only outside of a request."""
    app = app or current_app
    settings: Public = app.extensions["portal.settings"]
    return app.jinja_env.get_template(template).render(
        _=language.text,
        ngettext=language.plural,
        language=language,
        languages=list(offered().values()),
        # Isolated: a name in another script must not turn the sentence around it.
        operator=Markup("<bdi>{}</bdi>").format(settings.operator),
        service=settings.service,
        phone=phone(settings.phone),
        hours=Markup('<bdi dir="ltr">{}</bdi>').format(settings.phone_hours),
        pages=PAGES,
        css=Markup(CSS),  # noqa: S704 – our own stylesheet
        script=SCRIPT_PATH,
        **context,
    )


def phone(number: str) -> Markup:
    """A number to tap, left to right in every language."""
    return Markup('<a href="tel:{}"><bdi dir="ltr">{}</bdi></a>').format(number.replace(" ", ""), number)
