"""`portal build`: write the static documents, for a web server or a CDN."""

from pathlib import Path

import click

from portal import app
from portal.commands.reading import settings
from portal.settings import Public
from portal.web import documents


@click.command("build")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def command(folder: Path) -> None:
    """Write every static document to FOLDER, with its brotli and gzip forms beside it."""
    written = documents.write(app.static_documents(settings(Public)), folder)
    click.echo(f"{len(written)} files written to {folder}")
