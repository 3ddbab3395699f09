"""The `portal` command in this process, and cases that have arrived at the charity."""

import os
from datetime import date

import pytest
from click.testing import CliRunner

from portal.cases.intake import IntakeStore
from portal.commands import portal
from portal.report.document import canonical, document
from portal.sealing.seal import Sealer


@pytest.fixture
def command(environment, tmp_path, monkeypatch):
    """Run `portal` with these arguments, in an empty folder; the answer has `exit_code` and `output`."""
    monkeypatch.chdir(tmp_path)
    # The command narrows it for its own process, which is ours here.
    before = os.umask(0o022)
    yield lambda *arguments, **changes: CliRunner().invoke(portal, arguments, env={**environment, **changes})
    os.umask(before)


@pytest.fixture
def envelope(keys):
    """Seal a document with the charity's key, as the public app would."""

    def seal(answers, /, *, number=1, lane="ordinary", public=keys.charity_public, **changes):
        report_id = f"{number:032x}"[::-1]
        made = document(
            answers, report_id=report_id, language="cy", received_on=date(2026, 11, 22), reply_key=b"\1" * 1_216
        )
        return Sealer(public).seal(
            canonical({**made, **changes}),
            report_id=report_id,
            locator=report_id,
            content_hash=report_id * 2,
            lane=lane,
            day="2026-11-22",
        )

    return seal


@pytest.fixture
def arrive(envelope, cases_database, keys, today):
    """Seal a document and store it at the charity; returns its id."""
    store = IntakeStore(cases_database, keys.intake)

    def keep(answers, /, **changes):
        sealed = envelope(answers, **changes)
        store.keep(sealed, today=today)
        return sealed.header.id

    return keep
