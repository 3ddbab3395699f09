import json

import pytest

from portal.cases.intake import IntakeStore
from portal.sealing.seal import Sealer


@pytest.fixture
def store(cases_database, keys):
    return IntakeStore(cases_database, keys.intake)


@pytest.fixture
def keep(store, keys, today):
    """Stores report `number`, sealed so that the charity can open it; returns the envelope."""

    def keep(number, *, lane="ordinary", public=keys.charity_public, content=None):
        envelope = Sealer(public).seal(
            content or json.dumps({"number": number}).encode(),
            report_id=f"{number:032x}",
            locator=f"{number:032x}",
            content_hash=f"{number:064x}",
            lane=lane,
            day=today.isoformat(),
        )
        store.keep(envelope, today=today)
        return envelope

    return keep
