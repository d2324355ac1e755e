"""The in-tray as a facilitator sees it, and its card on Today."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.features.meetings.in_tray.card import InTrayCard
from peerdesk.features.meetings.in_tray.page import InTrayPage
from peerdesk.features.meetings.in_tray.room import cards, room
from peerdesk.features.meetings.in_tray.service import InTrayService
from peerdesk.store import in_tray
from peerdesk.store.cabinet import Meeting
from peerdesk.store.evening import Extra, Helped
from peerdesk.store.listing_reports import Report
from peerdesk.store.listing_reports import write as write_report
from peerdesk.store.place import Place
from peerdesk.ui.a11y import walk
from peerdesk.ui.context import Context

from ..conftest import LABEL
from .conftest import GROUP, evening, flood, listed, put, put_evening


@pytest.fixture
def shown(qtbot: QtBot, context: Context, shelf: Place) -> Iterator[InTrayPage]:
    made = room().page(context)
    assert isinstance(made, InTrayPage)
    qtbot.addWidget(made)
    made.resize(1000, 760)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    stops = [
        place.subscribe(lambda change: made.refresh(change.tables))
        for place in (context.cabinet, shelf)
    ]
    yield made
    for stop in stops:
        stop()


def said(widget: QWidget) -> str:
    QApplication.processEvents()  # cards that were made anew show themselves
    return "\n".join(w.text() for w in widget.findChildren(QLabel) if w.isVisible())


def press(page: InTrayPage, words: str) -> None:
    next(b for b in page.buttons if b.text() == words).click()


def test_empty(shown: InTrayPage) -> None:
    assert "The in-tray is empty" in said(shown)
    assert shown.title() == "In-tray"
    assert "Nothing is taken over by itself" in shown.subtitle()


def test_slips_are_decided_one_by_one(
    qtbot: QtBot, shown: InTrayPage, shelf: Place, context: Context
) -> None:
    put(shelf, "How does one <b>sleep</b>?")
    put(shelf, "Not this")
    put(shelf, "The number is old", "listing")
    assert "How does one <b>sleep</b>?" in said(shown)
    assert "About local help" in said(shown)
    assert "empty" not in said(shown)
    first = shown.buttons[0]
    assert first.accessibleName() == "Put into the topic box: How does one <b>sleep</b>?"
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert [t.words for t in shown.service.topics()] == ["How does one <b>sleep</b>?"]
    assert shown.buttons[0].hasFocus()
    press(shown, "Put away")
    assert "Not this" not in said(shown)
    context.cabinet.undo()
    assert "Not this" in said(shown)
    shown.setWindowTitle("PeerDesk")
    assert walk(shown) == []
    shown.refresh(frozenset({"person"}))


def test_an_evening_is_taken_over(
    shown: InTrayPage, shelf: Place, context: Context, tonight: bytes
) -> None:
    opened: list[tuple[str, bytes]] = []
    context.open = lambda _place, kind, uid: opened.append((kind, uid))
    people = (Extra("Zoe", new=True), Extra(""))
    helped = (Helped(1, 60),)
    put_evening(shelf, evening(shown.service, tonight, extras=people, helped=helped))
    words = said(shown)
    assert "An evening with a stand-in: Tuesday 24 November, 18:30" in words
    assert "2 people came. 1 for the first time. Someone needed help, " in words
    assert "Names given at the door: Zoe" in words
    assert "Sleep" in words
    context.names.close()
    assert "Zoe" not in said(shown)
    press(shown, "Take it over")
    assert opened == [("closing", tonight)]
    assert Meeting.get(Meeting.uid == tonight).came_up == "Sleep"


def test_an_evening_beside_another_is_only_offered(
    shown: InTrayPage, shelf: Place, tonight: bytes
) -> None:
    assert shown.service.merge(evening(shown.service, tonight, sheet="0f" * 16))
    put_evening(shelf, evening(shown.service, tonight, words="Forged"))
    assert "was kept or closed already" in said(shown)
    press(shown, "Put away")
    assert Meeting.get(Meeting.uid == tonight).came_up == "Sleep"


def test_an_evening_of_its_own(shown: InTrayPage, shelf: Place) -> None:
    put_evening(shelf, evening(shown.service, b"", extras=(Extra(""),), words=""))
    words = said(shown)
    assert "It becomes a date of its own" in words
    assert "Tuesday 24 November, 16:20" in words
    assert "What came up" not in words


def test_what_cannot_be_read_is_said_and_put_away(shown: InTrayPage, shelf: Place) -> None:
    in_tray.put_into(shelf, GROUP, b"x" * in_tray.SIZES[0], b"r" * 16, LABEL)
    assert "cannot be read" in shown.message.text()
    shown.message.acted.emit()
    assert in_tray.boxes(shelf, GROUP) == ()
    assert shown.message.text() == ""


def test_that_more_lies_there_is_said_kindly(
    shown: InTrayPage, shelf: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(in_tray, "MOST_BOXES", 2)
    put(shelf, "One")
    put(shelf, "Two")
    flood(shelf, 1, first=10_000)
    shown.refresh(frozenset())
    assert shown.message.text().startswith("More lies here than is shown at a time.")
    assert shown.message.button.isHidden()
    flood(shelf, in_tray.MOST_BOXES)
    shown.refresh(frozenset())
    assert "cannot be read" in shown.message.text()
    assert "More lies here" in shown.message.text()
    shown.message.acted.emit()
    assert shown.service.look().unreadable == 0


def test_slips_are_switched_off(shown: InTrayPage, shelf: Place) -> None:
    key = in_tray.OPEN + GROUP.hex()
    shown.service.settle()
    assert shown.open_box.isChecked()
    shown.open_box.click()
    assert not InTrayService(shown.service.cabinet, shelf).is_open
    assert shelf.rows("SELECT value FROM setting WHERE key = ?", key) == []
    shown.open_box.click()
    assert shelf.rows("SELECT value FROM setting WHERE key = ?", key) == [("",)]


def test_what_cannot_be_kept_is_said(
    shown: InTrayPage, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    context.notice = told.append

    def full() -> int:
        raise KnownError(translate("InTray", "no room"))

    monkeypatch.setattr(shown.service, "clear_unreadable", full)
    shown._clear_unreadable()
    assert [str(text) for text in told] == ["no room"]


def test_the_card_on_today(
    qtbot: QtBot, context: Context, shelf: Place, clock: FixedClock, tmp_path: Path
) -> None:
    del clock, tmp_path
    gone: list[str] = []
    context.extra["go"] = gone.append
    (card,) = cards()
    made = card.widget(context)
    assert isinstance(made, InTrayCard)
    qtbot.addWidget(made)
    assert made.isHidden()
    in_tray.put_into(shelf, GROUP, b"x" * in_tray.SIZES[0], b"r" * 16, LABEL)
    made.refresh()
    assert not made.isHidden()
    assert "cannot be read" in made.words.text()
    put(shelf, "One")
    put(shelf, "Two")
    made.refresh()
    assert made.tag.text() == "2 slips"
    assert made.words.text() == "Left without a name on the welcome page"
    put_evening(shelf, evening(InTrayService(context.cabinet, shelf), b""))
    made.refresh()
    assert made.tag.text() in ("2 slips, 1 evening", "2 slips, 1 evenings")  # with plurals or not
    assert "take it over" in made.words.text()
    made.look_button.click()
    assert gone == ["in-tray"]


def test_a_listing_is_put_among_those_to_ring(shown: InTrayPage, shelf: Place) -> None:
    uid = listed(shelf)
    put(shelf, write_report(Report(uid, "Warm Rooms")), "listing")
    put(shelf, write_report(Report(None, "", "The list is old")), "listing")
    words = said(shown)
    assert "Warm Rooms" in words
    assert "The number did not work." in words
    names = [b.accessibleName() for b in shown.buttons]
    assert names == [
        "Put among those to ring: Warm Rooms: The number did not work.",
        "Put away: Warm Rooms: The number did not work.",
        "Put away: The list is old",
    ]
    press(shown, "Put among those to ring")
    assert shelf.rows("SELECT how FROM service_check") == [("told",)]
    assert "Warm Rooms" not in said(shown)
