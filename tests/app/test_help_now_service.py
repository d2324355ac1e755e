"""The crisis card is changed row by row, and every change can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from peerdesk.app.help_now.service import CrisisService
from peerdesk.core.clock import FixedClock
from peerdesk.store.glance import read, shipped_crisis
from peerdesk.store.place import Place
from peerdesk.store.shelf import open_shelf


@pytest.fixture
def shelf(workspace: Path) -> Iterator[Place]:
    clock = FixedClock(datetime(2026, 11, 22, 16, 0))
    place = open_shelf(workspace / "shelf.db", clock, workspace / "backups")
    yield place
    place.close()


@pytest.fixture
def service(shelf: Place) -> CrisisService:
    return CrisisService(shelf)


def titles(service: CrisisService) -> list[str]:
    return [line.title for line in service.lines()]


def test_rows_are_added_moved_and_taken_out(service: CrisisService, shelf: Place) -> None:
    one, two, three = (service.add(name, "", name) for name in ("One", "Two", "Three"))
    service.move(three, -1)
    assert titles(service) == ["One", "Three", "Two"]
    service.move(one, -1)
    service.move(two, 1)
    assert titles(service) == ["One", "Three", "Two"]
    service.move(one, 5)
    assert titles(service) == ["Three", "Two", "One"]
    service.remove(two)
    assert titles(service) == ["Three", "One"]
    shelf.undo()
    assert titles(service) == ["Three", "Two", "One"]


def test_typing_in_a_field_is_one_step(service: CrisisService, shelf: Place) -> None:
    uid = service.add("Team", "", "1")
    for words in ("5", "55", "555"):
        service.change(uid, "number", words)
    service.settle()
    service.change(uid, "number", "555 0")
    assert service.lines()[0].number == "555 0"
    shelf.undo()
    assert service.lines()[0].number == "555"
    shelf.undo()
    assert service.lines()[0].number == "1"


def test_numbers_of_a_country_go_on_top_and_take_nothing_away(
    service: CrisisService, shelf: Place
) -> None:
    service.add("Front desk", "", "Front desk")
    service.add("Emergency", "as we say it here", " 112")
    assert service.use_country("DE") == 1
    assert [line.number for line in service.lines()] == ["116 123", "Front desk", " 112"]
    assert service.use_country("DE") == 0
    shelf.undo()
    assert titles(service) == ["Front desk", "Emergency"]


def test_the_welcome_page_leaves_out_blank_rows(service: CrisisService, shelf: Place) -> None:
    service.add()
    assert read(shelf.path, "US").crisis == shipped_crisis("US")
    service.add("Team", "", "1")
    assert [row.title for row in read(shelf.path).crisis] == ["Team"]


def test_a_day_to_look_again_is_chosen_comes_and_moves_on(service: CrisisService) -> None:
    assert service.review_on() is None
    assert not service.due(date(2026, 11, 22)), "nobody asked"
    service.set_review(date(2026, 11, 22))
    assert not service.due(date(2026, 11, 21))
    assert service.due(date(2026, 11, 22))
    assert service.looked(date(2026, 11, 22)) == service.review_on() == date(2027, 5, 22)
    assert service.looked(date(2026, 8, 31)) == date(2027, 2, 28), "a month with fewer days"
    service.set_review(None)
    assert service.review_on() is None


def test_a_line_is_shown_as_it_stands(service: CrisisService) -> None:
    service.add("Team", "who is on call", "555", "9 to 5")
    (line,) = service.lines()
    row = line.row()
    assert (row.title, row.detail, row.number, row.hours, row.here) == (
        "Team",
        "who is on call",
        "555",
        "9 to 5",
        False,
    )
