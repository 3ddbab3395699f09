"""The published schema is the one that the questions make."""

import json
from pathlib import Path

PUBLISHED = Path(__file__).parents[2] / "docs/report-1.schema.json"


def test_the_published_schema_is_up_to_date(command):
    # When it is not: portal schema > docs/report-1.schema.json
    assert PUBLISHED.read_text(encoding="utf-8") == command("schema").output


def test_the_intake_serves_the_published_schema(intake_app, command):
    assert json.loads(command("schema").output) == intake_app.test_client().get("/v1/report.schema.json").get_json()
