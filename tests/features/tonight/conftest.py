"""A sheet of its own for each test, and the meeting that runs on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from peerdesk.core.clock import FixedClock
from peerdesk.features.tonight.facilitator import Facilitator
from peerdesk.features.tonight.service import TonightService, new_sheet
from peerdesk.store.evening import Guest, Item, Line, Plan, Rules
from peerdesk.store.place import Place

KEY = bytes(range(32))
SHEET = bytes(range(16))
START = datetime(2026, 11, 24, 18, 30)

ITEMS = (
    Item("arrive", "Arrive", 5, "welcome"),
    Item("agree", "Welcome and agreement", 10, "agreement"),
    Item("check-in", "Check-in round", 24, "round", say="About two minutes each."),
    Item("main", "Sleep and worry", 31, "main"),
    Item("near", "Help nearby", 5, "services", service="Housing Clinic, 555 0198"),
    Item("close", "Closing, one next step", 15, "closing"),
)
PEOPLE = (
    Guest("a1", "Ana"),
    Guest("b2", "Bo"),
    Guest("d4", "Dev"),
    Guest("e5", "Élodie Roux", code="blue heron"),
    Guest("p6", "Priya", way="phone", where="at home", ring="her sister, 555 0111"),
    Guest("t7", "Tom", new=True, heard=False),
    Guest("w8", "Wil", apologies=True),
)


def plan_of(
    items: tuple[Item, ...] = ITEMS,
    people: tuple[Guest, ...] = PEOPLE,
    *,
    rules: Rules | None = None,
    stand_in: bool = False,
) -> Plan:
    """A plan of 90 minutes that begins at ``START``."""
    return Plan(
        meeting="" if stand_in else "0a" * 16,
        group="0b" * 16,
        title="Sleep and worry",
        group_name="Tuesday Circle",
        start="2026-11-24T18:30",
        zone="Europe/London",
        starts_at=FixedClock(START, "Europe/London").now_ms(),
        minutes=90,
        items=items,
        people=people,
        agreement=("What is shared here stays here.", "Passing is fine."),
        room_lines=("Passing is fine. One voice at a time.",),
        topics=("Sleep", "The housing letter", "Anger"),
        help_steps=(Line("Stay calm, stay near"), Line("Ask directly"), Line("Ring")),
        numbers=(Line("Emergency", "999"),),
        building=("Riverside Centre, 4 Quay Street",),
        rules=rules or Rules(),
        stand_in=stand_in,
    )


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(START, "Europe/London")


@pytest.fixture
def plan() -> Plan:
    return plan_of()


@pytest.fixture
def sheet(tmp_path: Path, clock: FixedClock, plan: Plan) -> Iterator[Place]:
    place = new_sheet(tmp_path / "t.safe", KEY, plan, clock, sheet_uid=SHEET, code="2468")
    yield place
    place.close()


@pytest.fixture
def tonight(sheet: Place, clock: FixedClock) -> TonightService:
    return TonightService(sheet, clock)


@pytest.fixture
def face(qtbot: QtBot, tonight: TonightService) -> Facilitator:
    """The facilitator's face, with the keyboard."""
    made = Facilitator(tonight)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    QApplication.processEvents()
    return made
