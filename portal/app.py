"""Put the applications together."""

import logging
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from http import HTTPStatus

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from flask import Flask, Response, request
from flask_limiter import Limiter
from jinja2 import StrictUndefined
from limits import parse
from werkzeug.exceptions import HTTPException

from portal.cases.correspondence import Correspondence
from portal.cases.intake import IntakeStore
from portal.limits import rules
from portal.limits.keys import CallerKeys
from portal.mailbox.client import MailboxClient
from portal.mailbox.drafts import Drafts
from portal.mailbox.way_back import WayBack
from portal.outbox.acceptance import Acceptance
from portal.outbox.outbox import Outbox
from portal.sealing.seal import Sealer
from portal.settings import Intake, Public
from portal.storage.database import Database
from portal.storage.tables import cases_tables, outbox_tables
from portal.web import protections
from portal.web.compression import compress_answers
from portal.web.documents import Document, Documents
from portal.web.intake import answers
from portal.web.intake.envelopes import intake
from portal.web.intake.mailboxes import mailboxes
from portal.web.public import problems
from portal.web.public.services import Services
from portal.web.public.static import documents
from portal.web.public.views import pages
from portal.web.public.way_back import way_back

# Bytes. The longest honest report, in a script of three bytes a letter, is under half of this.
LARGEST_FORM = 1024 * 1024
LARGEST_ENVELOPE = 32 * 1024 * 1024

Today = Callable[[], date]


def utc_today() -> date:
    return datetime.now(UTC).date()


def create_public_app(settings: Public, *, today: Today = utc_today) -> Flask:
    """The app that faces the public. It holds no private key, and its code cannot open a report."""
    app = _flask(LARGEST_FORM)
    app.config["TRUSTED_HOSTS"] = list(settings.hosts)
    app.extensions["portal.settings"] = settings
    callers = CallerKeys(today)
    limiter = _limit(app, settings, callers)
    database = Database(settings.database_url, outbox_tables)
    outbox = Outbox(database)
    client = MailboxClient(settings.intake_url, token=settings.mailbox_token)
    app.extensions["portal.services"] = Services(
        acceptance=Acceptance(outbox, Sealer(settings.charity_public_key)),
        drafts=Drafts(database),
        way_back=WayBack(outbox, client, settings.charity_public_key),
        callers=callers,
        within_send_limit=lambda caller: limiter.limiter.hit(parse(rules.SEND), "send", caller),
        today=today,
        exit_url=settings.exit_url,
    )
    compress_answers(app)
    protections.protect(app, https_only=settings.https_only)
    app.register_blueprint(pages)
    app.register_blueprint(way_back)
    problems.handle(app)
    app.wsgi_app = Documents(  # type: ignore[method-assign]
        documents(app, https_only=settings.https_only), app.wsgi_app
    )
    return app


def static_documents(settings: Public) -> Mapping[str, Document]:
    """The documents that are the same for everybody, for `portal build`. Needs no database."""
    app = _flask(LARGEST_FORM)
    app.extensions["portal.settings"] = settings
    return documents(app, https_only=settings.https_only)


def create_intake_app(settings: Intake, *, today: Today = utc_today) -> Flask:
    """The reference intake: stores envelopes, signs acknowledgements, opens nothing."""
    app = _flask(LARGEST_ENVELOPE)
    key = Ed25519PrivateKey.from_private_bytes(settings.intake_private_key)
    database = Database(settings.cases_database_url, cases_tables)
    app.extensions["portal.services"] = answers.Services(
        store=IntakeStore(database, key),
        correspondence=Correspondence(database),
        token=settings.intake_token,
        mailbox_token=settings.mailbox_token,
        today=today,
    )
    app.register_blueprint(intake)
    app.register_blueprint(mailboxes)

    @app.errorhandler(HTTPException)
    def refused(error: HTTPException) -> Response:
        response = answers.problem(HTTPStatus(error.code or 500), error.name)
        response.headers.extend(
            {name: value for name, value in error.get_headers() if name in {"Allow", "Retry-After"}}
        )
        return response

    return app


def _flask(largest_body: int) -> Flask:
    # No static folder: the files of the public app are documents, and the intake has none.
    app = Flask("portal", static_folder=None, template_folder="web/templates")
    app.config["MAX_CONTENT_LENGTH"] = largest_body
    app.config["MAX_FORM_MEMORY_SIZE"] = largest_body
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.undefined = StrictUndefined
    # A template has no business with the settings of the application.
    app.jinja_env.globals.pop("config")
    return app


def _limit(app: Flask, settings: Public, callers: CallerKeys) -> Limiter:
    limiter = Limiter(
        key_func=lambda: callers.of(request.remote_addr or ""),
        app=app,
        storage_uri=settings.limits_url,
        # Not moving-window: in memory it never forgets a key.
        strategy="sliding-window-counter",
        # With Redis away, limits count in memory, and reports still go through.
        in_memory_fallback=[],
        in_memory_fallback_enabled=True,
    )
    limiter.limit(rules.CHECK, methods=["POST"], exempt_when=lambda: request.form.get("act") == "send")(pages)
    limiter.limit(rules.LOOK_UP, methods=["POST"])(way_back)
    logging.getLogger("flask-limiter").setLevel(logging.CRITICAL)
    return limiter
