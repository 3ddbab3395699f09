"""`portal outbox`: what waits, and what the intake refused."""

import click

from portal.commands.reading import settings
from portal.outbox.outbox import Outbox
from portal.settings import Waiting
from portal.storage.database import Database
from portal.storage.tables import outbox_tables


@click.group("outbox")
@click.pass_context
def command(context: click.Context) -> None:
    """What waits to be handed over."""
    database = Database(settings(Waiting).database_url, outbox_tables)
    context.call_on_close(database.close)
    context.obj = Outbox(database)


@command.command("list")
@click.pass_obj
def list_waiting(outbox: Outbox) -> None:
    """How many wait, and each that the intake refused for good."""
    parked = outbox.parked()
    click.echo(f"{outbox.depth()} not yet acknowledged, {len(parked)} of them refused for good")
    for one in parked:
        click.echo(f"{one.id}  {one.day}  {one.reason}")


@command.command()
@click.argument("report_id")
@click.pass_obj
def retry(outbox: Outbox, report_id: str) -> None:
    """Send a refused envelope once more, when its cause is mended."""
    if not outbox.retry(report_id):
        raise click.ClickException(f"no refused envelope has the id {report_id}")
