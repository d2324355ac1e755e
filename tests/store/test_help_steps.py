"""Steps, house and numbers: what the group wrote, else what ships."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from peerdesk.core import resources
from peerdesk.core.clock import FixedClock
from peerdesk.core.ids import new_uid
from peerdesk.store import help_steps
from peerdesk.store.evening import Line
from peerdesk.store.glance import shipped_crisis
from peerdesk.store.in_tray import OPEN
from peerdesk.store.place import Place
from peerdesk.store.shelf import CrisisLine, CrisisStep, Setting, open_shelf

GROUP, OTHER = b"g" * 16, b"o" * 16


@pytest.fixture
def shelf(tmp_path: Path, clock: FixedClock) -> Iterator[Place]:
    place = open_shelf(tmp_path / "shelf.db", clock, tmp_path / "backups")
    yield place
    place.close()


def step(group: bytes, position: int, title: str, detail: str = "") -> None:
    CrisisStep.create(uid=new_uid(), group_uid=group, position=position, title=title, detail=detail)


def put(key: str, value: str) -> None:
    Setting.create(uid=new_uid(), key=key, value=value)


def test_ours_until_the_group_writes_its_own(shelf: Place) -> None:
    ours = help_steps.help_steps(shelf, GROUP)
    assert ours[0].title == "Stay calm, stay near"
    assert len(ours) == 7
    spanish = help_steps.help_steps(shelf, GROUP, "es")
    assert len(spanish) == 7
    assert spanish[0] == Line(
        "Calma, y cerca",
        "Una de las dos personas se aparta con quien lo necesita. La otra sostiene el grupo.",
    )
    assert help_steps.help_steps(shelf, GROUP, "xx") == ours
    step(GROUP, 1, "Second")
    step(GROUP, 0, "First", "x" * 5000)
    step(GROUP, 2, " ")
    step(OTHER, 0, "Another group's")
    own = help_steps.help_steps(shelf, GROUP)
    assert [line.title for line in own] == ["First", "Second"]
    assert len(own[0].detail) == 4000


def test_both_languages_hold_the_same_steps() -> None:
    folder = resources.folder("content")
    every = [json.loads(p.read_text("utf-8")) for p in sorted(folder.glob("help_steps*.json"))]
    assert len(every) >= 2
    assert all(len(row) == 2 and row[0].strip() for steps in every for row in steps)
    shapes = [[bool(detail) for _, detail in steps] for steps in every]
    assert all(shape == shapes[0] for shape in shapes)


def test_the_house_and_the_numbers(shelf: Place) -> None:
    assert help_steps.building(shelf) == ()
    assert help_steps.numbers(shelf) == tuple(
        Line(row.title, row.number) for row in shipped_crisis()
    )
    put("centre", "Riverside Centre")
    assert help_steps.building(shelf) == ("Riverside Centre",)
    put(help_steps.BUILDING, "4 Quay Street\n\n Ambulance: rear gate ")
    assert help_steps.building(shelf) == ("4 Quay Street", "Ambulance: rear gate")
    CrisisLine.create(uid=new_uid(), position=0, title="Emergency", number="911")
    CrisisLine.create(uid=new_uid(), position=1, title="Nobody", number=" ")
    assert help_steps.numbers(shelf) == (Line("Emergency", "911"),)
    put(help_steps.CONTACT, "Safeguarding contact")
    assert help_steps.numbers(shelf) == (Line("Emergency", "911"),)
    put(help_steps.CONTACT_NUMBER, "555 0177")
    assert help_steps.numbers(shelf)[-1] == Line("Safeguarding contact", "555 0177")


def test_without_a_sign_in(shelf: Place, tmp_path: Path) -> None:
    ours = (("", help_steps.shipped_steps()),)
    assert help_steps.for_everyone(shelf.path) == ours
    step(GROUP, 0, "Ours")
    step(OTHER, 0, "Theirs")
    put(OPEN + GROUP.hex(), "Tuesday Circle")
    assert help_steps.for_everyone(shelf.path) == (
        ("", (Line("Theirs"),)),
        ("Tuesday Circle", (Line("Ours"),)),
    )
    assert help_steps.for_everyone(tmp_path / "nothing.db") == ours
    shelf.database.connection().execute("DROP TABLE crisis_step")
    assert help_steps.for_everyone(shelf.path) == ours
