"""A group's own steps: kept once something is changed, every change undone as one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from peerdesk.app.help_now.steps_service import StepsService
from peerdesk.core.clock import FixedClock
from peerdesk.store.evening import MOST_LINES
from peerdesk.store.help_steps import ADDRESS, CONTACT, building, help_steps, shipped_steps
from peerdesk.store.place import Place
from peerdesk.store.shelf import open_shelf

GROUP = b"g" * 16


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Place]:
    clock = FixedClock(datetime(2026, 11, 22, 16, 0))
    place = open_shelf(tmp_path / "shelf.db", clock, tmp_path / "backups")
    yield place
    place.close()


@pytest.fixture
def steps(shelf: Place) -> StepsService:
    return StepsService(shelf, GROUP)


def titles(steps: StepsService) -> list[str]:
    return [step.title for step in steps.steps()]


def test_ours_until_something_is_changed(steps: StepsService, shelf: Place) -> None:
    ours = [line.title for line in shipped_steps()]
    assert titles(steps) == ours
    assert not steps.own
    steps.restore()
    assert shelf.undo_depth == 0
    first = steps.steps()[0]
    steps.change(first.uid, "title", "Breathe")
    steps.change(first.uid, "title", "Breathe first")
    assert titles(steps) == ["Breathe first", *ours[1:]]
    assert steps.own
    assert help_steps(shelf, GROUP)[0].title == "Breathe first"
    assert StepsService(shelf, b"o" * 16).steps()[0].title == ours[0]
    shelf.undo()
    assert not steps.own
    shelf.redo()
    steps.settle()
    steps.restore()
    assert titles(steps) == ours
    shelf.undo()
    assert titles(steps)[0] == "Breathe first"


def test_added_moved_and_taken_out(steps: StepsService, shelf: Place) -> None:
    ours = titles(steps)
    new = steps.add()
    steps.change(new, "title", "Sit down together")
    steps.change(new, "detail", "Both of you")
    assert titles(steps) == [*ours, "Sit down together"]
    steps.move(new, -1)
    assert titles(steps)[-2] == "Sit down together"
    steps.move(steps.steps()[0].uid, -1)
    steps.move(steps.steps()[-1].uid, 1)
    assert titles(steps)[-2] == "Sit down together"
    steps.remove(new)
    assert titles(steps) == ours
    shelf.undo()
    assert steps.steps()[-2].detail == "Both of you"
    for _ in range(MOST_LINES):
        last = steps.add()
    assert last == b""
    assert len(steps.steps()) == MOST_LINES


def test_moved_before_anything_else(steps: StepsService) -> None:
    ours = titles(steps)
    steps.move(steps.steps()[1].uid, -1)
    assert titles(steps)[:2] == [ours[1], ours[0]]
    steps.restore()
    steps.remove(steps.steps()[0].uid)
    assert titles(steps) == ours[1:]


def test_the_house(steps: StepsService, shelf: Place) -> None:
    steps.set_fact(ADDRESS, "4 Quay", ("4 Quay",))
    steps.set_fact(ADDRESS, "4 Quay Street", ("4 Quay Street", " ", "Ambulance: rear gate"))
    assert steps.fact(ADDRESS) == "4 Quay Street"
    assert steps.fact(CONTACT) == ""
    assert building(shelf) == ("4 Quay Street", "Ambulance: rear gate")
    shelf.undo()
    assert building(shelf) == ()
