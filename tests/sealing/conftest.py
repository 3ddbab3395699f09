"""A sealer of the charity's key, and envelopes made with it."""

import pytest

from portal.sealing.seal import Sealer
from portal.sealing.unseal import Unsealer


@pytest.fixture(scope="session")
def unsealer(keys):
    return Unsealer([keys.charity_seed])


@pytest.fixture(scope="session")
def seal(keys):
    """Seal `content` with the charity's key, or with another."""

    def make(content, *, public=keys.charity_public, **changes):
        header = {
            "report_id": "1" * 32,
            "locator": "2" * 32,
            "content_hash": "3" * 64,
            "lane": "ordinary",
            "day": "2026-11-23",
        }
        return Sealer(public).seal(content, **{**header, **changes})

    return make
