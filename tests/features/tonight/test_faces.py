"""The room's, the door's and the help face, and the tick that refreshes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from peerdesk.core.clock import FixedClock
from peerdesk.features.tonight import words
from peerdesk.features.tonight.door import DoorFace
from peerdesk.features.tonight.face import Face
from peerdesk.features.tonight.help import HelpFace
from peerdesk.features.tonight.room_face import RoomFace
from peerdesk.features.tonight.service import TonightService, new_sheet
from peerdesk.features.tonight.tick import Announcer, Tick
from peerdesk.store.evening import Rules
from peerdesk.ui.widgets.paint import shows_focus
from tests.features.tonight.conftest import KEY, SHEET, plan_of
from tests.features.tonight.faces import arrive, press, to_the_round

pytestmark = [pytest.mark.qt_log_ignore("propagateSizeHints"), pytest.mark.usefixtures("english")]
Key = Qt.Key
Show = Callable[[Face], None]


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    def showing(face: Face) -> None:
        qtbot.addWidget(face)
        face.resize(1280, 800)
        face.show()
        qtbot.waitExposed(face)
        face.activateWindow()
        face.setFocus()
        QApplication.processEvents()

    return showing


@pytest.fixture
def ruled(tmp_path: Path, clock: FixedClock) -> Iterator[Callable[[Rules], TonightService]]:
    """Another evening, with these rules."""
    places = []

    def make(rules: Rules) -> TonightService:
        path = tmp_path / f"{len(places)}.safe"
        place = new_sheet(path, KEY, plan_of(rules=rules), clock, sheet_uid=SHEET)
        places.append(place)
        return TonightService(place, clock)

    yield make
    for place in places:
        place.close()


def texts(face: QWidget) -> str:
    """Everything a person or a screen reader could read there."""
    from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

    found = []
    for widget in face.findChildren(QWidget):
        found += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            found.append(widget.text())
    return "\n".join(found)


# -- room ------------------------------------------------------------------------------------


def test_the_room_has_no_names_and_no_digits(
    tonight: TonightService, clock: FixedClock, show: Show
) -> None:
    to_the_round(tonight, clock)
    face = RoomFace(tonight)
    show(face)
    clock.advance(minutes=3)
    face.refresh(tonight.state())
    assert face.title.text() == "Check-in"
    assert face.bar.value() == 5000
    assert not face.digits.isVisible()
    seen = texts(face)
    assert not any(guest.name in seen for guest in tonight.plan.people)
    assert [line.text() for line in face.lines] == ["Passing is fine. One voice at a time."]


def test_a_group_may_want_names_and_digits(
    ruled: Callable[[Rules], TonightService], clock: FixedClock, show: Show
) -> None:
    tonight = ruled(Rules(names_in_room=True, digits_in_room=True))
    arrive(tonight, "e5", "a1")
    tonight.start()
    tonight.go_to("check-in")
    face = RoomFace(tonight)
    show(face)
    assert face.who.text() == "Élodie", "the first name only"
    assert face.digits.text() == "12:00"
    clock.advance(minutes=13)
    face.refresh(tonight.state())
    assert face.digits.text() == "0:00", "nobody is told off in front of the others"


def test_the_keys_work_in_the_room_too(
    tonight: TonightService, clock: FixedClock, show: Show, qtbot: QtBot
) -> None:
    to_the_round(tonight, clock)
    face = RoomFace(tonight)
    show(face)
    press(Key.Key_Space)
    assert tonight.state().speaker_number == 2
    press(Key.Key_P)
    assert tonight.state().speaker_number == 3
    press(Key.Key_Z)
    assert tonight.state().speaker_number == 2
    press(Key.Key_B)
    assert face.title.text() == "Short break"
    assert not face.bar.isVisible()
    press(Key.Key_Space)
    assert face.title.text() == "Check-in"
    with qtbot.waitSignal(face.ask) as asked:
        press(Key.Key_F2)
    assert asked.args == ["facilitator"]


def test_the_room_says_break_while_someone_needs_help(
    tonight: TonightService, clock: FixedClock, show: Show
) -> None:
    to_the_round(tonight, clock)
    face = RoomFace(tonight)
    show(face)
    assert face.title.text() == "Check-in"
    press(Key.Key_F1)
    assert tonight.state().paused == "help"
    assert face.title.text() == "Short break"
    assert "help" not in texts(face).lower()


# -- door ------------------------------------------------------------------------------------


def test_at_the_door_nobody_needs_a_name(tonight: TonightService, show: Show) -> None:
    face = DoorFace(tonight)
    show(face)
    assert face.here_card.hasFocus()
    assert face.count.isHidden()
    press(Key.Key_Return)
    assert tonight.state().head_count == 1
    assert face.thanks.isVisible()
    assert face.count.text() == "1 is here"
    press(Key.Key_Space)
    assert face.stack.currentWidget() is face.choices
    assert tonight.state().head_count == 1, "the key that took the thanks away did nothing else"
    assert face.here_card.hasFocus()


def test_the_thanks_go_away_by_themselves(
    tonight: TonightService, show: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("peerdesk.features.tonight.door.THANKS", 10)
    face = DoorFace(tonight)
    show(face)
    face.new_card.click()
    assert [w.new for w in tonight.state().here] == [True]
    qtbot.waitUntil(lambda: face.stack.currentWidget() is face.choices)


@pytest.mark.parametrize("typed", ["élodie roux", "ELODIE ROUX", "Blue Heron"])
def test_an_exact_name_or_code_is_known(tonight: TonightService, show: Show, typed: str) -> None:
    face = DoorFace(tonight)
    show(face)
    face.name_card.click()
    assert face.field.hasFocus()
    face.field.insert(typed)
    press(Key.Key_Return)
    assert [w.uid for w in tonight.state().here] == ["e5"]
    assert "lodie" not in texts(face)


def test_a_beginning_is_not_enough_and_nothing_is_offered(
    tonight: TonightService, show: Show
) -> None:
    face = DoorFace(tonight)
    show(face)
    face.name_card.click()
    QTest.keyClicks(face.field, "An")
    press(Key.Key_Return)
    assert face.unknown.text() == "We could not find that name."
    assert shows_focus(face.again), "where Enter answers next is seen"
    assert tonight.state().head_count == 0
    seen = texts(face)
    assert not any(guest.name in seen for guest in tonight.plan.people)
    face.no_name.click()
    assert [w.name for w in tonight.state().here] == [""]


def test_an_unknown_name_may_be_written_as_new(tonight: TonightService, show: Show) -> None:
    face = DoorFace(tonight)
    show(face)
    face.name_card.click()
    QTest.keyClicks(face.field, "Zoe")
    press(Key.Key_Return)
    face.again.click()
    assert face.field.hasFocus()
    QTest.keyClicks(face.field, "Zoe")
    press(Key.Key_Return)
    face.as_new.click()
    assert [(w.name, w.new) for w in tonight.state().here] == [("Zoe", True)]
    assert face.field.text() == ""


def test_escape_takes_away_what_was_typed(tonight: TonightService, show: Show) -> None:
    face = DoorFace(tonight)
    show(face)
    face.name_card.click()
    QTest.keyClicks(face.field, "Ana")
    press(Key.Key_Escape)
    assert face.stack.currentWidget() is face.choices
    assert face.field.text() == ""


@pytest.mark.parametrize("how", ["thanked", "left"])
def test_who_comes_next_cannot_bring_back_what_was_typed(
    tonight: TonightService, show: Show, how: str
) -> None:
    face = DoorFace(tonight)
    show(face)
    face.name_card.click()
    QTest.keyClicks(face.field, "bo")
    if how == "thanked":
        face.ready.click()
        assert face.stack.currentWidget() is face.thanks_page
    face.begin()
    face.name_card.click()
    assert not face.field.isUndoAvailable()
    face.field.undo()
    assert face.field.text() == ""


def test_a_group_without_names_is_not_asked_for_any(
    ruled: Callable[[Rules], TonightService], show: Show
) -> None:
    face = DoorFace(ruled(Rules(no_names=True)))
    show(face)
    assert not face.name_card.isVisible()
    assert face.here_card.isVisible()


def test_the_door_leads_back(tonight: TonightService, show: Show, qtbot: QtBot) -> None:
    face = DoorFace(tonight)
    show(face)
    press(Key.Key_Right)
    assert face.name_card.hasFocus()
    with qtbot.waitSignal(face.ask) as asked:
        press(Key.Key_F4)
    assert asked.args == ["facilitator"]


# -- help ------------------------------------------------------------------------------------


@pytest.fixture
def helping(tonight: TonightService, clock: FixedClock, show: Show) -> HelpFace:
    to_the_round(tonight, clock)
    tonight.break_(help=True)
    face = HelpFace(tonight)
    show(face)
    return face


def test_steps_are_ticked_with_numbers_and_enter(helping: HelpFace) -> None:
    assert helping.rows[0].hasFocus()
    press(Key.Key_Return)
    press(Key.Key_3)
    assert helping.service.state().steps_done == {0, 2}
    assert [row.isChecked() for row in helping.rows] == [True, False, True]
    press(Key.Key_3)
    press(Key.Key_9)
    assert helping.service.state().steps_done == {0}


def test_where_somebody_is_shows_for_a_while(
    helping: HelpFace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "555 0111" not in texts(helping)
    (priya,) = helping.elsewhere
    assert priya.line.text() == "Priya joins by phone."
    priya.button.click()
    assert priya.detail.text() == "at home\nRing: her sister, 555 0111"
    priya.button.click()
    assert "555 0111" not in texts(helping)
    priya._timer.setInterval(10)
    priya.button.click()
    qtbot.waitUntil(lambda: priya.detail.isHidden())
    priya.button.click()
    helping.release()
    assert "555 0111" not in texts(helping)


def test_escape_goes_back_to_the_meeting(helping: HelpFace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(helping.ask) as asked:
        press(Key.Key_Escape)
    assert asked.args == ["facilitator"]
    assert helping.service.state().paused == ""


# -- tick ------------------------------------------------------------------------------------


def test_nothing_ticks_before_the_start_or_in_a_break(
    tonight: TonightService, clock: FixedClock, show: Show
) -> None:
    face = RoomFace(tonight)
    show(face)
    tick = Tick(tonight, face)
    tick.show(face)
    assert not tick.timer.isActive()
    to_the_round(tonight, clock)
    tick.now()
    assert 250 <= tick.timer.interval() <= 1_000, "six minutes over 860 pixels"
    tonight.break_()
    tick.now()
    assert not tick.timer.isActive()
    tonight.resume()
    tick.now()
    assert tick.timer.isActive()
    tick.stop()
    assert not tick.timer.isActive()


def test_a_screen_reader_hears_each_mark_once(
    tonight: TonightService, clock: FixedClock, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(Announcer, "say", lambda _self, said: heard.append(said))
    beeps: list[int] = []
    monkeypatch.setattr(QApplication, "beep", lambda: beeps.append(1))
    to_the_round(tonight, clock)
    face = RoomFace(tonight)
    show(face)
    tick = Tick(tonight, face)
    tick.show(face)
    for _second in range(380):
        clock.advance(seconds=1)
        tick.now()
    assert heard == ["5 minutes left", "1 minute left", "The time is up. No hurry."]
    heard.clear()
    assert not beeps
    tonight.next()
    tick.now()
    assert heard == ["Check-in"], "another speaker begins, and the room hears no name"
    tonight.plan = replace(tonight.plan, rules=Rules(tone=True))
    clock.advance(minutes=7)
    tick.now()
    assert beeps == [1]
    tick.stop()


def test_it_wakes_for_a_mark_between_two_pixels(
    tonight: TonightService, clock: FixedClock, show: Show
) -> None:
    tonight.start()
    tonight.go_to("main")
    clock.advance(minutes=25, seconds=59, milliseconds=900)
    face = RoomFace(tonight)
    show(face)
    tick = Tick(tonight, face)
    tick.show(face)
    assert tick.timer.interval() == 100
    tick.stop()


def test_an_announcement_reaches_the_window(
    tonight: TonightService, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", told.append)
    face = RoomFace(tonight)
    show(face)
    tick = Tick(tonight, face)
    told.clear()
    tick.announcer.say("5 minutes left")
    assert [event.message() for event in told] == ["5 minutes left"]  # type: ignore[attr-defined]


# -- words -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ms", "shown"),
    [(84_000, "1:24"), (83_001, "1:24"), (0, "0:00"), (-999, "0:00"), (-12_400, "+0:12")],
)
def test_digits(ms: int, shown: str) -> None:
    assert words.digits(ms) == shown


@pytest.mark.parametrize("ms", [84_000, 83_001, 1, 0, -1, -999, -1000, -12_400])
def test_digits_hold_exactly_as_long_as_said(ms: int) -> None:
    hold = words.digits_hold(ms)
    assert words.digits(ms - hold + 1) == words.digits(ms)
    assert words.digits(ms - hold) != words.digits(ms)


def test_digits_of_another_language() -> None:
    QLocale.setDefault(QLocale("ar_EG"))
    assert words.digits(84_000) == "١:٢٤"


@pytest.mark.parametrize(
    ("where", "word"),
    [
        ("At home, 12 Hill Road", "at home"),
        ("12 Hill Road, second floor", ""),
        ("at home", ""),
        ("Somewhere rather long to say, 3", ""),
    ],
)
def test_only_the_harmless_beginning_of_a_place_is_said(where: str, word: str) -> None:
    assert words.whereabouts(where) == word


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (32, "about 30 seconds each for the 9 here"),
        (60, "about 1 minute each for the 9 here"),
        (90, "about one and a half minutes each for the 9 here"),
        (135, "about 2 minutes each for the 9 here"),
    ],
)
def test_lengths_are_rounded_kindly(seconds: int, said: str) -> None:
    assert words.about_each(seconds, 9) == said


def test_whole_words_alone_are_taken_for_names() -> None:
    assert words.without("Ana and Anabel, ANA", ["Ana"]) == "someone and Anabel, someone"
