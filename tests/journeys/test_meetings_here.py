"""What a facilitator says of a meeting is what a passer-by reads on the welcome page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from peerdesk.app.welcome.meetings import MeetingsHere
from peerdesk.core.clock import FixedClock
from peerdesk.core.text import translate
from peerdesk.features.meetings.page import MeetingsPage
from peerdesk.features.meetings.series_card import DAYS_OFF, SeriesCard
from peerdesk.features.meetings.service import WAYS
from peerdesk.store import glance
from peerdesk.store.cabinet import Group, open_cabinet
from peerdesk.store.shelf import open_shelf
from peerdesk.ui import dates, theme
from peerdesk.ui.context import Context
from peerdesk.ui.jobs import Jobs
from peerdesk.ui.names import NamesCurtain

TODAY = date(2026, 11, 24)


@pytest.fixture
def house(qapp: QApplication, tmp_path: Path) -> Iterator[Context]:
    """A group that has planned nothing yet."""
    theme.apply(qapp, "light", 1.0)
    clock = FixedClock(datetime(2026, 11, 24, 9, 0), "Europe/London")
    cabinet = open_cabinet(tmp_path / "c.safe", bytes(32), clock, tmp_path / "b")
    shelf = open_shelf(tmp_path / "shelf.db", clock, tmp_path / "b")
    with cabinet.operation(translate("Test", "Made the group")):
        Group.create(
            uid=b"g" * 16,
            name="Tuesday Circle",
            public_key=b"p" * 32,
            secret_key=b"s" * 32,
            recovery_public=b"r" * 32,
        )
    yield Context(
        clock=clock, names=NamesCurtain(shared=False), jobs=Jobs(), shelf=shelf, cabinet=cabinet
    )
    cabinet.close()
    shelf.close()


def read_by_anyone(qtbot: QtBot, house: Context) -> str:
    """The page of the meetings, made from the file alone."""
    page = MeetingsHere(glance.read(house.shelf.path).meetings, TODAY)
    qtbot.addWidget(page)
    page.show()
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def off(card: SeriesCard, first: date, last: date) -> None:
    card.show_part(DAYS_OFF)
    card.days_off.first.setDate(dates.to_qdate(first))
    card.days_off.last.setDate(dates.to_qdate(last))
    card.days_off.add_button.click()


def test_from_the_plan_to_the_welcome_page(qtbot: QtBot, house: Context) -> None:
    page = MeetingsPage(house)
    qtbot.addWidget(page)
    for button in page.header_buttons():
        qtbot.addWidget(button)
    page.resize(1008, 690)
    page.show()
    house.cabinet.subscribe(lambda change: page.refresh(change.tables))
    page.empty.button.click()
    card = page.series
    qtbot.keyClicks(card.name, "Evening circle")
    qtbot.keyClicks(card.place, "Blue room")
    card.flush()
    assert "No meeting is shown here yet" in read_by_anyone(qtbot, house)
    card.public.click()
    said = read_by_anyone(qtbot, house)
    assert "Evening circle\nEvery Tuesday, 18:30 to 20:00\nBlue room\n" in said
    assert "Next: Tuesday 24 November" in said

    card.way.activated.emit(WAYS.index("mixed"))
    qtbot.keyClicks(card.dial_in, "555 0144")
    qtbot.keyClicks(card.everyone.address, "14 River Street")
    card.flush()
    said = read_by_anyone(qtbot, house)
    assert "Blue room\n14 River Street\nHere, or from home. Ask at the desk" in said
    assert "555 0144" not in said
    card.everyone.dial_in.click()
    assert "To join: 555 0144" in read_by_anyone(qtbot, house)
    house.cabinet.undo()
    assert "555 0144" not in read_by_anyone(qtbot, house)
    for file in house.shelf.path.parent.glob("shelf.db*"):
        assert b"555 0144" not in file.read_bytes(), file.name

    off(card, TODAY, date(2026, 12, 5))
    assert "Next: Tuesday 8 December" in read_by_anyone(qtbot, house)
    card.days_off.rows.buttons[0].click()
    assert "Next: Tuesday 24 November" in read_by_anyone(qtbot, house)
    page.service.cancel(page.service.next_meetings()[0].uid)
    assert "Next: Tuesday 1 December" in read_by_anyone(qtbot, house)
    page.service.move(page.service.next_meetings()[1].uid, datetime(2026, 12, 3, 10, 0))
    assert "Next: Thursday 3 December" in read_by_anyone(qtbot, house)
    card.public.click()
    assert "No meeting is shown here yet" in read_by_anyone(qtbot, house)
