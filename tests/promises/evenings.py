"""The plan of an evening: one made of whole cloth, and one with the people of an open cabinet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from peerdesk.store.evening import Guest, Item, Line, Plan

if TYPE_CHECKING:
    from peerdesk.app.signed_in import SignedInDesk

DAY = 86_400_000
ITEMS = (
    Item("01", "Welcome", 10, "welcome"),
    Item("02", "Check-in round", 30, "round"),
    Item("03", "Closing", 20, "closing"),
)


def plain_plan(
    meeting: str = "0a" * 16, group: str = "0b" * 16, people: tuple[Guest, ...] = (), **more: object
) -> Plan:
    """An evening of an hour."""
    values: dict[str, object] = {
        "title": "Evening",
        "group_name": "Circle",
        "start": "2026-11-24T18:30",
        "zone": "Europe/London",
        "starts_at": 1_795_545_000_000,
        "minutes": 60,
        "items": ITEMS,
        "people": people,
        "help_steps": (Line("Stay near"),),
        "room_lines": ("Passing is fine.",),
        **more,
    }
    return Plan(meeting=meeting, group=group, **values)  # type: ignore[arg-type]


def plan_of(signed: SignedInDesk) -> Plan:
    """What the desk would start the next meeting with that nobody prepared, and three people."""
    from peerdesk.features.meetings.service import MeetingsService

    service = MeetingsService(signed.session.cabinet, signed.session.shelf)
    now = service.clock.now_ms()
    coming = [m for m in service.between(now, now + 60 * DAY) if not m.theme]
    plan = service.plan_for(coming[0].uid)
    assert plan.people, "somebody of the cabinet is expected"
    more = tuple(Guest(f"{n:032x}", name) for n, name in enumerate(("Ana", "Bo"), 1))
    return replace(plan, people=(*plan.people, *more))
