"""`portal schema`: the JSON Schema of a report, made from the questions."""

import json

import click

from portal.report.document import json_schema


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of a report."""
    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
