"""How a page or a card comes by the service: Today needs it without the page."""

from __future__ import annotations

from peerdesk.features.meetings.closing.service import ClosingService
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.ui.context import Context


def service_of(context: Context) -> ClosingService:
    """The service as ``app`` wired it: ``extra["keyholder"]`` gives who sits here,
    ``extra["names_in"]`` and ``extra["names_out"]`` find names in words and leave them out."""
    extra = context.extra
    me = extra.get("keyholder")
    return ClosingService(
        context.cabinet,
        MeetingsService(context.cabinet, context.shelf),
        me() if me is not None else b"",
        extra.get("names_in"),
        extra.get("names_out"),
    )
