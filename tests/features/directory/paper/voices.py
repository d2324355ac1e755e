"""A voice for tests: without Qt, and an easy way to make a service."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time

from peerdesk.core.text import Text
from peerdesk.exchange.hours import Line, Opening
from peerdesk.features.directory.showing import Detail, Phone


@dataclass
class Voice:
    code: str = "en"
    right_to_left: bool = False

    def say(self, text: Text | str) -> str:
        return str(text)

    def number(self, value: int) -> str:
        return str(value)

    def day(self, day: date) -> str:
        return day.isoformat()

    def weekday(self, number: int) -> str:
        return ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][number]

    def clock(self, at: time) -> str:
        return f"{at:%H:%M}"

    def span(self, start: time, end: time) -> str:
        return f"{self.clock(start)} to {self.clock(end)}"

    def language(self, code: str) -> str:
        return {"es": "Español"}.get(code, code)


CLINIC = Detail(
    id=1,
    uid=b"c" * 16,
    name="Riverside <Housing> Clinic",
    organization="Riverside Advice",
    description="Free advice. Bring the letter.",
    phones=(Phone("555 0198", "", ""), Phone("555 0199", "", "evenings")),
    when_you_ring="Have the letter ready.",
    where=("12 Mill Lane",),
    hidden=False,
    access="step-free from the car park",
    lines=(Line((0, 1, 2, 3, 4), 570, 1020),),
    written=("first Saturday",),
    opening=Opening("open", Text("Test", "Open")),
    who="Anyone renting",
    cost="",
    free=True,
    step_free=True,
    by_appointment=True,
    languages=("English", "Spanish"),
    documents=("The letter", "Proof of address"),
    apply="Just come",
    alert="Closed in August",
    url="https://clinic.example/",
    email="a@clinic.example",
    category=("housing", "rights"),
    checked_at=1_793_700_000_000,
    checked_how="phone",
    assured="",
    archived=False,
    imported=False,
)
BARE = Detail(
    id=2,
    uid=b"b" * 16,
    name="Bench",
    organization="",
    description="",
    phones=(),
    when_you_ring="",
    where=(),
    hidden=False,
    access="",
    lines=(),
    written=(),
    opening=Opening("unknown", Text("Test", "")),
    who="",
    cost="",
    free=False,
    step_free=False,
    by_appointment=False,
    languages=(),
    documents=(),
    apply="",
    alert="",
    url="",
    email="",
    category=(),
    checked_at=None,
    checked_how="",
    assured="",
    archived=False,
    imported=False,
)
SHELTER = replace(
    CLINIC,
    uid=b"s" * 16,
    name="Night Shelter",
    where=("left over",),
    hidden=True,
    category=("housing",),
)
