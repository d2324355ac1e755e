"""The page on which an evening is closed, as people press it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from peerdesk.core.clock import FixedClock
from peerdesk.core.text import translate
from peerdesk.features.meetings.closing.page import ClosingPage
from peerdesk.features.meetings.closing.service import ClosingService
from peerdesk.features.meetings.closing.today import LeftCard, StepsToAsk, cards
from peerdesk.features.meetings.closing.who import MOST
from peerdesk.store.cabinet import FollowUp, Incident, Person
from peerdesk.store.place import Place
from peerdesk.ui.context import Context
from peerdesk.ui.text import render
from peerdesk.ui.widgets import Button

from ..conftest import answer, person
from .conftest import ME, OTHER, names_in, names_out


@pytest.fixture
def told(context: Context) -> list[Any]:
    """What the page said or asked for."""
    said: list[Any] = []
    context.notice = said.append
    context.open = lambda *what: said.append(what)
    context.extra["go"] = said.append
    return said


@pytest.fixture
def kept(context: Context) -> list[tuple[bytes, str, str, bytes]]:
    """What went into the drawer."""
    notes: list[tuple[bytes, str, str, bytes]] = []

    def keep(note: bytes, title: str, words: str, meeting: bytes) -> bytes:
        notes.append((note, title, words, meeting))
        return b"n" * 16

    context.extra["note_to_me"] = keep
    return notes


def shown(qtbot: QtBot, context: Context, widget: QWidget) -> None:
    """On the screen, told of changes."""
    qtbot.addWidget(widget)
    widget.resize(1228, 690)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    context.cabinet.subscribe(lambda change: widget.refresh(change.tables))  # type: ignore[attr-defined]


@pytest.fixture
def page(
    qtbot: QtBot,
    context: Context,
    closing: ClosingService,
    evening: bytes,
    told: list[Any],
    kept: list[Any],
) -> ClosingPage:
    del closing, told, kept
    context.extra["keyholder"] = lambda: ME
    context.extra["names_in"], context.extra["names_out"] = names_in, names_out
    made = ClosingPage(context)
    for button in made.header_buttons():
        qtbot.addWidget(button)
    shown(qtbot, context, made)
    made.open_item("closing", evening)
    return made


def chips(page: ClosingPage) -> dict[str, bool]:
    return {chip.text(): chip.isChecked() for chip in page.who.chips.values()}


# -- who was here ------------------------------------------------------------------------------


def test_chips_are_pressed_on_and_off(
    page: ClosingPage, service: Any, group: dict[str, bytes], evening: bytes
) -> None:
    assert page.focused
    assert set(chips(page).values()) == {False}
    page.who.chips[group["Tom"]].click()
    assert chips(page)["Tom · new"]
    assert next(iter(page.who.chips)) == group["Tom"], "who was here comes first"
    service.mark(evening, group["Bo"], "phone")
    service.mark(evening, group["Dev"], "apologies")
    assert chips(page) == {
        "Bo · phone": True,
        "Tom · new": True,
        "Ana": False,
        "Dev · sent apologies": False,
    }
    assert page.who.chips[group["Dev"]].accessibleName() == "Dev, Sent apologies"
    page.who.chips[group["Tom"]].click()
    assert [m.status for m in service.attendance(evening) if m.person == group["Tom"]] == ["away"]


@pytest.mark.parametrize(
    ("status", "without"),
    [("phone", "away"), ("online", "away"), ("apologies", "here"), ("here", "away")],
)
def test_how_somebody_came_is_not_lost(
    page: ClosingPage,
    service: Any,
    group: dict[str, bytes],
    evening: bytes,
    status: str,
    without: str,
) -> None:
    def marked() -> str:
        (now,) = (m.status for m in service.attendance(evening) if m.person == group["Bo"])
        return str(now)

    service.mark(evening, group["Bo"], status)
    page.who.chips[group["Bo"]].click()
    assert marked() == without
    page.open_item("closing", service.past_meetings(2)[1].uid)
    page.open_item("closing", evening)
    page.who.chips[group["Bo"]].click()
    assert marked() == status
    service.mark(evening, group["Bo"], "here")
    page.who.chips[group["Bo"]].click()
    page.who.chips[group["Bo"]].click()
    assert marked() == "here", "as it was said last"


def test_those_without_a_name_are_counted(
    page: ClosingPage, service: Any, evening: bytes, told: list[Any]
) -> None:
    assert not page.who.fewer.isVisible()
    page.who.nameless.click()
    page.who.nameless.click()
    assert page.who.nameless.text() == "+2 no name"
    page.who.fewer.click()
    assert service.counts(evening).walk_ins == 1
    page.who.more.click()
    assert told[-1] == ("group", "attendance", evening)


def test_a_long_list_shows_those_who_were_marked(
    page: ClosingPage, cabinet: Place, service: Any, evening: bytes
) -> None:
    with cabinet.operation(translate("Test", "Many came")):  # told to the page once
        many = [person(cabinet, f"P{n:03}") for n in range(MOST)]
    service.mark(evening, many[5], "here")
    page.refresh(frozenset())
    assert list(page.who.chips) == [many[5]]


def test_a_group_without_names(page: ClosingPage, service: Any, evening: bytes) -> None:
    service.set_way("no_names", on=True)
    assert not page.steps.isVisible()
    assert not page.reach.isVisible()
    assert page.who.numbers.isVisible()
    page.who.heads.setValue(9)
    page.who.new.setValue(2)
    assert (service.counts(evening).here, service.new_at(evening)) == (9, 2)


# -- next steps --------------------------------------------------------------------------------


def test_a_step_is_added_and_told_of(
    page: ClosingPage, qtbot: QtBot, service: Any, group: dict[str, bytes], evening: bytes
) -> None:
    before = service.past_meetings(1)[0].uid
    step = page.service.add_step(before, group["Ana"], "Ring the housing clinic")
    row = page.steps.rows[step]
    assert row.words.accessibleName() == "Ana: Ring the housing clinic"
    assert row.how.current() == -1
    row.how.buttons()[4].click()
    (told,) = page.service.steps(evening)
    assert told.status == "hard this time"
    page.steps.rows[step].how.buttons()[4].click()  # the same again: nobody told after all
    (told,) = page.service.steps(evening)
    assert told.status == ""
    assert not page.steps.who.isVisible()
    qtbot.keyClicks(page.steps.line, "Walk twice")
    assert page.steps.unsaved() == "Add a next step: Walk twice"
    page.steps.who.setCurrentText("Bo")
    qtbot.keyClick(page.steps.line, Qt.Key.Key_Return)
    fresh = page.service.steps(evening)[-1]
    assert (fresh.name, fresh.words, fresh.fresh) == ("Bo", "Walk twice", True)
    assert page.steps.unsaved() == ""
    qtbot.keyClick(page.steps.line, Qt.Key.Key_Return)
    page.steps.rows[fresh.uid].remove.click()
    assert [s.words for s in page.service.steps(evening)] == ["Ring the housing clinic"]


def test_a_step_goes_to_nobody_by_itself(
    page: ClosingPage, qtbot: QtBot, evening: bytes, context: Context
) -> None:
    steps = page.steps
    qtbot.keyClicks(steps.line, "Walk twice")
    qtbot.keyClick(steps.line, Qt.Key.Key_Return)
    assert page.service.steps(evening) == ()
    assert steps.who.currentText() == ""
    assert steps.who.hasFocus()
    for _down in range(2):
        qtbot.keyClick(steps.who, Qt.Key.Key_Down)
    chosen = steps.who.currentText()
    context.names.close()
    context.names.open()
    assert steps.line.width() > steps.who.width()
    qtbot.keyClick(steps.who, Qt.Key.Key_Return)
    (step,) = page.service.steps(evening)
    assert (step.name, step.words) == (chosen, "Walk twice")
    assert steps.line.hasFocus()
    assert steps.who.currentIndex() == -1


# -- to reach ----------------------------------------------------------------------------------


def test_who_gets_in_touch(
    page: ClosingPage, cabinet: Place, service: Any, group: dict[str, bytes], evening: bytes
) -> None:
    assert page.reach.none.isVisible()
    answer(cabinet, group["Tom"], "text", "yes")
    service.mark(evening, group["Tom"], "here")
    (row,) = page.reach.rows
    assert (row.words.text(), row.how.text()) == ("Tom, after the first time", "text agreed")
    assert [b.text() for b in row.who.buttons()] == ["me", "Dev"]
    assert row.who.current() == 0
    row.who.buttons()[1].click()
    assert FollowUp.get().who == OTHER.hex()
    assert page.reach.rows[0].who.current() == 1


def test_somebody_asked(page: ClosingPage, group: dict[str, bytes]) -> None:
    assert not page.reach.field.isVisible()
    page.reach.more.click()
    assert page.reach.asked.hasFocus()
    assert not page.reach.add_button.isEnabled(), "the words that ask"
    assert page.reach.rows == []
    at = page.reach.asked.findText("Bo")
    for _name in range(at):
        QTest.keyClick(page.reach.asked, Qt.Key.Key_Down)
    assert not page.reach.rows, "going through the names chooses nobody"
    page.refresh(frozenset({"person"}))
    assert page.reach.asked.currentText() == "Bo", "what else happens takes no choice back"
    page.reach.add_button.click()
    assert [r.words.text() for r in page.reach.rows] == ["Bo asked for it"]
    assert FollowUp.get().person == Person.get(Person.uid == group["Bo"])


# -- words -------------------------------------------------------------------------------------


def test_a_name_is_pointed_out_before_it_is_kept(page: ClosingPage, evening: bytes) -> None:
    good = page.good
    good.area.setPlainText("Ana laughed")
    good.flush()
    assert good.words.asking.isVisible()
    assert page.service.words_of(evening, "good_things") == "someone laughed"
    assert good.area.toPlainText() == "Ana laughed"
    page.refresh(frozenset())
    assert good.area.toPlainText() == "Ana laughed", "until it was said what to do"
    good.words.leave_out.click()
    assert not good.words.asking.isVisible()
    assert good.area.toPlainText() == "someone laughed"
    page.came_up.area.setPlainText("Ana's garden")
    page.flush()
    page.came_up.words.keep.click()
    assert page.service.words_of(evening, "came_up") == "Ana's garden"
    assert not page.came_up.words.asking.isVisible()
    page.came_up.area.setPlainText("Ana's garden, and Ana")
    page.flush()
    assert not page.came_up.words.asking.isVisible()
    assert page.unsaved() == ""


def test_what_was_used_up(page: ClosingPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.restock.line, "Tea")
    assert page.restock.unsaved() == "What to restock: Tea"
    page.restock.add_button.click()
    qtbot.keyClick(page.restock.line, Qt.Key.Key_Return)
    assert [words for _, words in page.service.to_restock()] == ["Tea"]
    assert page.restock.unsaved() == ""


def test_how_are_you_goes_to_the_drawer_alone(
    page: ClosingPage, kept: list[Any], evening: bytes, service: Any, cabinet: Place
) -> None:
    page.flush()
    assert kept == []
    page.me.area.setPlainText("canary tired")
    page.flush()
    page.me.area.setPlainText("canary tired and glad")
    page.flush()
    assert [(note, words, of) for note, _, words, of in kept] == [
        (b"", "canary tired", evening),
        (b"n" * 16, "canary tired and glad", evening),
    ]
    tables = [str(r[0]) for r in cabinet.rows("SELECT name FROM sqlite_master WHERE type='table'")]
    assert "meeting" in tables
    assert not any("canary" in str(cabinet.rows(f'SELECT * FROM "{t}"')) for t in tables)
    page.open_item("closing", service.past_meetings(1)[0].uid)
    assert page.me.area.toPlainText() == ""


# -- records -----------------------------------------------------------------------------------


def test_a_record_is_written(page: ClosingPage, evening: bytes, closing: ClosingService) -> None:
    assert not page.records.isVisible()
    page.write.click()
    (form,) = page.records.forms.values()
    assert form.areas["what"].hasFocus()
    assert not page.write.isVisible()
    assert form.remove.isVisible()
    form.areas["what"].setPlainText("Went out crying.")
    page.flush()
    assert page.unsaved() == ""
    (record,) = closing.records(evening)
    assert (record.what, record.author) == ("Went out crying.", "Maria")
    assert not form.remove.isVisible()


def test_an_empty_record_goes_again(page: ClosingPage) -> None:
    page.write.click()
    (form,) = page.records.forms.values()
    form.remove.setFocus()
    form.remove.click()
    assert Incident.select().count() == 0
    assert page.write.isVisible()
    assert page.write.hasFocus()  # on a name at the top the space bar would mark them away


def test_a_record_of_somebody_else_is_only_read(
    page: ClosingPage, cabinet: Place, closing: ClosingService, evening: bytes, told: list[Any]
) -> None:
    other = ClosingService(cabinet, closing.meetings, OTHER)
    uid = other.add_record(evening)
    other.write_record(uid, "what", "Somebody fell.")
    form = page.records.forms[uid]
    assert form.areas == {}
    assert form.words["what"].text() == "Somebody fell."
    assert "Dev" in form.head.text()
    page.records.remove(uid)  # it was empty and free when the button was drawn
    assert "Only the person who wrote" in str(told[-1])


# -- the end -----------------------------------------------------------------------------------


def test_done_says_something_kind_and_goes_to_today(
    page: ClosingPage, service: Any, evening: bytes, told: list[Any], qtbot: QtBot
) -> None:
    assert page.subtitle() == "About five minutes. Skip what you like; Today keeps it."
    page.done.click()
    view = service.meeting(evening)
    assert view.closed
    assert told[-2:] == ["today", "The evening is closed. Thank you, and get home safely."]
    assert page.subtitle().startswith("Closed: ")
    closed_at = view.closed_at
    page.done.click()
    assert service.meeting(evening).closed_at == closed_at
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert told[-1] == "today"
    page.later.click()
    assert told[-1] == "today"


def test_what_cannot_be_saved_stays(
    page: ClosingPage, told: list[Any], service: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from peerdesk.core.errors import KnownError

    def full(*_: object) -> None:
        raise KnownError(translate("Store", "The disk is full."))

    monkeypatch.setattr(page.service, "set_words", full)
    page.good.area.setPlainText("A good day")
    page.done.click()
    assert render(told[-1]) == "The disk is full."
    assert "A good day" in page.unsaved()
    before = page._uid
    page.open_item("closing", service.past_meetings(1)[0].uid)
    assert page._uid == before, "the words stay with the evening they are about"


def test_closing_names(page: ClosingPage, context: Context) -> None:
    context.names.close()
    assert set(chips(page)) == {"A.", "B.", "D.", "T."}


def test_it_finds_the_evening_to_close_by_itself(
    page: ClosingPage, clock: FixedClock, service: Any, group: dict[str, bytes], evening: bytes
) -> None:
    page.hide()
    page.show()
    assert page._uid == evening
    page.done.click()
    page.hide()
    page.show()
    assert page._uid == evening, "closed, and no other one waits"
    clock.advance(days=7)
    newer = service.next_meetings()[0].uid
    service.mark(newer, group["Ana"], "here")
    page.hide()
    page.show()
    assert page._uid == newer
    page.hide()
    page._uid = b""
    page.show()
    assert page._uid == newer


def test_nothing_is_shown_before_an_evening_is(qtbot: QtBot, context: Context) -> None:
    made = ClosingPage(context)
    for button in made.header_buttons():
        qtbot.addWidget(button)
    qtbot.addWidget(made)
    made.show()
    assert made.none.isVisible()
    assert not made.panes.isVisible()
    made.done.click()
    assert made.service.latest() == b""
    made.refresh(frozenset())
    made.refresh(frozenset({"note"}))
    assert not made.me.isVisibleTo(made), "without a drawer there is nowhere to keep it"
    made._leave()


# -- Today -------------------------------------------------------------------------------------


def test_today_keeps_what_was_left(
    qtbot: QtBot,
    context: Context,
    closing: ClosingService,
    evening: bytes,
    group: dict[str, bytes],
    told: list[Any],
) -> None:
    context.extra["keyholder"] = lambda: ME
    card = LeftCard(context)
    qtbot.addWidget(card)
    assert card.isHidden()
    closing.meetings.mark(evening, group["Tom"], "here")
    card.refresh()
    assert not card.isHidden()
    assert card.reach.isHidden()
    closing.add_record(evening)
    closing.finish(evening)
    card.refresh()
    assert [r.words.text() for r in card.reach.rows] == ["Tom, after the first time"]
    card.reach.rows[0].tick.click()
    assert FollowUp.get().done_at is not None
    card.refresh()
    assert card.reach.isHidden()
    button = next(b for b in card.open_card.findChildren(Button) if b.text() == "Write it")
    button.click()
    assert told[-1] == ("group", "closing", evening)


def test_today_shows_the_steps_to_ask_about(
    qtbot: QtBot,
    context: Context,
    closing: ClosingService,
    clock: FixedClock,
    evening: bytes,
    group: dict[str, bytes],
) -> None:
    card = StepsToAsk(context)
    qtbot.addWidget(card)
    assert card.isHidden()
    for number in range(7):
        closing.add_step(evening, group["Ana"], f"Step {number}")
    closing.finish(evening)
    card.refresh()
    assert not card.isHidden()
    assert card.when.text() == "Ask next time, if they like"
    assert card.more.text() == "and 2 more"
    clock.advance(days=7, hours=-3)
    card.refresh()
    assert card.when.text() == "Ask tonight, if they like"
    assert {c.column for c in cards()} == {"wide", "narrow"}
