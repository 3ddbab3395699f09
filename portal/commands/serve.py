"""`portal serve`: one web process of one trust zone."""

import logging

import click

from portal import app
from portal.commands.reading import settings
from portal.settings import Intake, Public
from portal.web.server import serve


@click.group("serve")
def command() -> None:
    """Serve one of the applications."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")


@command.command()
def public() -> None:
    """The app that faces the public."""
    read = settings(Public)
    application = app.create_public_app(read)
    serve(
        application,
        host=read.host,
        port=read.port,
        threads=read.threads,
        largest_body=app.LARGEST_FORM,
        trusted_proxy=read.trusted_proxy,
    )


@command.command()
def intake() -> None:
    """The reference intake, on the charity's side."""
    read = settings(Intake)
    application = app.create_intake_app(read)
    serve(
        application,
        host=read.intake_host,
        port=read.intake_port,
        threads=4,
        largest_body=app.LARGEST_ENVELOPE,
    )
