"""What the views call, put together once by the application."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from flask import current_app

from portal.limits.keys import CallerKeys
from portal.mailbox.drafts import Drafts
from portal.mailbox.way_back import WayBack
from portal.outbox.acceptance import Acceptance


@dataclass(frozen=True)
class Services:
    acceptance: Acceptance
    drafts: Drafts
    way_back: WayBack
    callers: CallerKeys
    #: Counts one sending of a caller; False above the limit.
    within_send_limit: Callable[[str], bool]
    today: Callable[[], date]
    exit_url: str


def services() -> Services:
    found: Services = current_app.extensions["portal.services"]
    return found
