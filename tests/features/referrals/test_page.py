"""How did it go there?: asked row by row, counted beside, and gone without a trace when undone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.features.referrals.asking import ReferralRow
from peerdesk.features.referrals.page import MOST, ReferralsPage
from peerdesk.features.referrals.room import room
from peerdesk.features.referrals.service import TURNED_AWAY, WAITLISTED, ReferralsService
from peerdesk.store.place import Place
from peerdesk.ui.a11y import walk
from peerdesk.ui.context import Context

from .conftest import ANA, BO, FOOD, HOUSING


@pytest.fixture
def page(
    qtbot: QtBot, context: Context, cabinet: Place, service: ReferralsService, clock: FixedClock
) -> Iterator[ReferralsPage]:
    service.suggest(HOUSING, "Housing Clinic", ANA)
    service.suggest(FOOD, "Food bank")
    clock.advance(days=7)
    made = room().page(context)
    assert isinstance(made, ReferralsPage)
    qtbot.addWidget(made)
    for button in made.header_buttons():
        qtbot.addWidget(button)
    made.resize(1000, 760)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    stop = cabinet.subscribe(lambda change: made.refresh(change.tables))
    yield made
    stop()


def said(widget: QWidget) -> str:
    QApplication.processEvents()  # rows that were made anew show themselves
    return "\n".join(w.text() for w in widget.findChildren(QLabel) if w.isVisible())


def press(row: ReferralRow, words: str) -> None:
    next(b for b in row.buttons if b.text() == words).click()


def test_it_asks_gently(page: ReferralsPage) -> None:
    assert page.title() == "How did it go there?"
    assert "Nobody has to answer" in page.subtitle()
    words = said(page)
    assert "Housing Clinic" in words
    assert "To Ana · 7 days ago" in words
    assert "To nobody by name · 7 days ago" in words
    assert "All together · suggested 2 times" in words
    assert page.lately.isHidden()


def test_one_press_answers(page: ReferralsPage, service: ReferralsService) -> None:
    press(page.ask.rows[0], "On a waiting list")
    assert [v.outcome for v in service.asked()] == [WAITLISTED]
    words = said(page)
    assert "To Ana · 7 days ago · On a waiting list" in words
    assert "All together: suggested 2 times. On a waiting list 1 · Not asked yet 1" in (
        page.counts.lines
    )
    press(page.asked.rows[0], "Ask again")
    assert service.asked() == ()
    assert len(page.ask.rows) == 2


def test_why_somebody_was_turned_away(
    qtbot: QtBot, page: ReferralsPage, service: ReferralsService
) -> None:
    first, other = page.ask.rows
    assert not first.is_writing()
    press(first, "Turned away")
    assert service.waiting() == 2, "there is a question first, that may stay without an answer"
    assert first.why is not None
    assert first.why.hasFocus()
    qtbot.keyClicks(first.why, "No inter")
    press(other, "We do not know")
    (again,) = page.ask.rows
    assert again.is_writing()
    assert again.why is not None
    assert again.why.text() == "No inter", "what was begun stays"
    qtbot.keyClicks(again.why, "preter")
    qtbot.keyClick(again.why, Qt.Key.Key_Return)
    assert (TURNED_AWAY, "No interpreter") in [(v.outcome, v.why) for v in service.asked()]
    assert "No interpreter: 1" in page.counts.lines
    assert "Nothing to ask about" in said(page)


def test_turned_away_without_a_word(page: ReferralsPage, service: ReferralsService) -> None:
    row = page.ask.rows[0]
    press(row, "Turned away")
    row.keep.click()
    assert [(v.outcome, v.why) for v in service.asked()] == [(TURNED_AWAY, "")]
    page.asked.rows[0].write("does nothing where there is an answer")
    assert page.asked.rows[0].words() == ""


def test_the_keyboard_stays_near(page: ReferralsPage, cabinet: Place) -> None:
    second = page.ask.rows[1].buttons[1]
    second.setFocus()
    second.click()
    assert page.ask.rows[0].isAncestorOf(QApplication.focusWidget())
    cabinet.undo()
    assert len(page.ask.rows) == 2


def test_names_are_closed(context: Context, page: ReferralsPage) -> None:
    context.names.close()
    words = said(page)
    assert "Ana" not in words
    assert "To A. · 7 days ago" in words
    assert "Ana" not in "\n".join(b.accessibleName() for b in page.ask.rows[0].buttons)
    context.names.open()
    assert "To Ana" in said(page)


def test_what_is_no_suggestion_is_taken_away(page: ReferralsPage, cabinet: Place) -> None:
    for _ in range(2):
        press(page.ask.rows[0], "Take away")
    assert "Nothing was suggested yet" in said(page)
    assert page.counts.isHidden()
    cabinet.undo()
    assert len(page.ask.rows) == 1


def test_many_come_one_after_the_other(page: ReferralsPage, service: ReferralsService) -> None:
    with service._cabinet.operation(translate("Test", "Many were suggested")):
        for number in range(MOST):
            service.suggest(None, f"Place {number}", BO)
    assert len(page.ask.rows) == MOST
    assert "2 more come after these." in said(page)


def test_a_full_disk_is_said(page: ReferralsPage, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_values: object) -> None:
        raise KnownError(translate("Test", "There is no room."))

    monkeypatch.setattr(page.service, "record", full)
    press(page.ask.rows[0], "Got through")
    assert page.message.text() == "There is no room."
    page.refresh(frozenset({"other"}))
    assert page.message.text()


def test_ways_to_the_other_pages(context: Context, page: ReferralsPage) -> None:
    went: list[str] = []
    page.needs_button.click()  # nobody to ask the way
    context.extra["go"] = went.append
    page.needs_button.click()
    page.say_button.click()
    page.empty.acted.emit()
    assert went == ["needs", "say", "directory"]


def test_it_can_be_used(page: ReferralsPage) -> None:
    press(page.ask.rows[1], "Got through")
    press(page.ask.rows[0], "Turned away")
    QApplication.processEvents()
    assert walk(page, QSize(1000, 760)) == []
