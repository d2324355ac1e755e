"""The plan of an evening: one made of whole cloth, and one with the people of an open cabinet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerdesk.store.evening import Guest, Item, Line, Plan

if TYPE_CHECKING:
    from peerdesk.app.signed_in import SignedInDesk

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
    """With everybody of the cabinet, by name and code."""
    from peerdesk.store.cabinet import Meeting, Person

    people = [Guest(bytes(p.uid).hex(), p.name) for p in Person.select().where(Person.name != "")]
    people += [Guest(f"{n:032x}", name) for n, name in enumerate(("Ana", "Bo", "Dev"), 1)]
    meeting = bytes(Meeting.select().order_by(Meeting.id.desc()).get().uid).hex()
    return plain_plan(meeting, people=tuple(people))
