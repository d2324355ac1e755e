"""The facilitator's face, driven by keys as in a meeting."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from peerdesk.core.clock import FixedClock
from peerdesk.features.tonight.facilitator import Facilitator
from peerdesk.features.tonight.service import TonightService, new_sheet
from peerdesk.features.tonight.tick import Announcer, Tick
from peerdesk.store.evening import Rules
from peerdesk.ui import a11y
from peerdesk.ui.widgets.paint import shows_focus
from tests.features.tonight.conftest import KEY, SHEET, plan_of
from tests.features.tonight.faces import again, arrive, press, to_the_round

pytestmark = [pytest.mark.qt_log_ignore("propagateSizeHints"), pytest.mark.usefixtures("english")]
Key = Qt.Key


def test_before_the_start_it_says_who_is_here_and_space_starts(
    face: Facilitator, qtbot: QtBot
) -> None:
    assert face.timer.title.text() == "Nobody is here yet"
    assert face.timer.next.text() == "Start"
    face.people.rows["a1"].click()
    assert face.timer.title.text() == "1 is here"
    assert face.door_button.isVisible()
    with qtbot.waitSignal(face.ask) as asked:
        face.away_button.click()
    assert asked.args == ["sign in"]  # who began too early
    press(Key.Key_Space)
    assert face.service.state().started
    assert face.timer.next.text() == "Next"
    assert not face.door_button.isVisible()
    assert not face.away_button.isVisible()
    assert face.end_button.isVisible()


def test_a_round_is_led_with_single_keys(face: Facilitator, clock: FixedClock) -> None:
    to_the_round(face.service, clock)
    again(face)
    timer = face.timer
    assert timer.above.text() == "Check-in round · 1 of 4"
    assert timer.title.text() == "Ana"
    assert timer.below.text() == "then Bo, then Dev"
    assert timer.digits.text() == "6:00"
    assert timer.hint.text() == "about 6 minutes each for the 4 here"
    press(Key.Key_L)
    assert timer.title.text() == "Bo"
    press(Key.Key_P)
    assert timer.title.text() == "Dev"
    assert timer.below.text() == "then Priya by phone, then Ana"
    press(Key.Key_Z)
    assert timer.title.text() == "Bo"
    before = face.service.state().remaining_ms
    press(Key.Key_Plus)
    assert face.service.state().remaining_ms == before + 60_000
    press(Key.Key_Space)
    assert timer.title.text() == "Dev"


def test_after_the_last_part_space_asks_for_the_end(
    face: Facilitator, clock: FixedClock, qtbot: QtBot
) -> None:
    arrive(face.service)
    face.service.start()
    again(face)
    for _part in range(6):
        press(Key.Key_S)
    assert face.timer.title.text() == "That was the last part"
    assert face.timer.next.text() == "End meeting"
    with qtbot.waitSignal(face.ask) as asked:
        press(Key.Key_Space)
    assert asked.args == ["end"]
    assert not face.service.state().ended


def test_s_leaves_a_part_out_and_the_agenda_says_so(face: Facilitator) -> None:
    press(Key.Key_Space)
    press(Key.Key_S)
    assert [row.how for row in face.agenda.rows[:3]] == ["left out", "now", ""]
    assert face.agenda.rows[0].accessibleName() == "1. Arrive, 5 min, left out"
    press(Key.Key_Z)
    assert face.agenda.rows[0].how == "now"


def test_a_part_of_the_agenda_is_gone_to_by_pressing_it(face: Facilitator) -> None:
    face.agenda.rows[3].click()
    assert not face.service.state().started, "before the start nothing is gone to"
    press(Key.Key_Space)
    face.agenda.rows[3].click()
    current = face.service.state().current
    assert current is not None
    assert current.title == "Sleep and worry"


def test_b_is_a_short_break_and_space_goes_on(face: Facilitator, clock: FixedClock) -> None:
    to_the_round(face.service, clock)
    again(face)
    press(Key.Key_B)
    assert face.timer.title.text() == "Short break"
    assert not face.timer.digits.isVisible()
    assert face.wake_ms(face.service.state()) is None
    press(Key.Key_P)
    assert face.service.state().speaker_number == 1, "nothing passes in a break"
    clock.advance(minutes=7)
    press(Key.Key_Space)
    assert face.timer.digits.text() == "6:00", "the time stood still"


def test_f1_pauses_and_asks_for_the_help_page(
    face: Facilitator, clock: FixedClock, qtbot: QtBot
) -> None:
    to_the_round(face.service, clock)
    again(face)
    with qtbot.waitSignal(face.ask) as asked:
        press(Key.Key_F1)
    assert asked.args == ["help"]
    assert face.service.state().paused == "help"


@pytest.mark.parametrize(("key", "wanted"), [(Key.Key_F2, "room"), (Key.Key_F4, "door")])
def test_keys_ask_for_other_faces(
    face: Facilitator, qtbot: QtBot, key: Qt.Key, wanted: str
) -> None:
    with qtbot.waitSignal(face.ask) as asked:
        press(key)
    assert asked.args == [wanted]


def test_the_header_says_when_it_ends_at_this_pace(face: Facilitator, clock: FixedClock) -> None:
    assert face.header.subtitle.text() == "Tuesday Circle · 18:30 to 20:00"
    clock.advance(minutes=2)
    press(Key.Key_Space)
    words = "Started 18:32 · ends 20:02 at this pace, planned 20:00"
    assert face.header.subtitle.text() == words


def test_digits_only_refresh_leaves_the_lists_standing(
    face: Facilitator, clock: FixedClock
) -> None:
    to_the_round(face.service, clock)
    again(face)
    rows = dict(face.people.rows)
    assert face.wake_ms(face.service.state()) == 1000
    clock.advance(seconds=75)
    again(face)
    assert face.timer.digits.text() == "4:45"
    assert face.people.rows == rows
    clock.advance(minutes=6)
    again(face)
    assert face.timer.digits.text() == "+1:15"
    assert face.timer.bar.value() == 0


# -- who is here -----------------------------------------------------------------------------


def test_f3_finds_by_the_first_letters_and_enter_marks(face: Facilitator) -> None:
    press(Key.Key_F3)
    assert face.people.field.hasFocus()
    assert [b.text() for b in face.people.offers][:2] == ["Ana", "Bo"], "those who are expected"
    QTest.keyClicks(face.people.field, "el")
    assert face.people.offers[0].text() == "Élodie Roux"
    press(Key.Key_Return)
    assert [w.name for w in face.service.state().here] == ["Élodie Roux"]
    assert face.people.field.text() == ""
    press(Key.Key_Escape)
    assert face.timer.next.hasFocus()


def test_a_name_typed_twice_counts_once(face: Facilitator) -> None:
    for _twice in range(2):
        press(Key.Key_F3)
        QTest.keyClicks(face.people.field, "bo")
        press(Key.Key_Return)
    assert [w.name for w in face.service.state().here] == ["Bo"]
    QTest.keyClicks(face.people.field, "bo")
    assert [b.text() for b in face.people.offers] == ["Bo is here already", "Count bo, who is new"]
    face.people.offers[1].click()
    assert face.service.state().head_count == 2, "there can be two of a name"


def test_a_press_beside_the_line_of_what_came_up_types_there(face: Facilitator) -> None:
    face.go_on()
    card = face.came_up
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().bottomLeft() + QPoint(9, -4))
    assert card.area.hasFocus()


def test_plus_counts_and_a_name_that_is_unknown_is_a_walk_in(face: Facilitator) -> None:
    press(Key.Key_F3)
    QTest.keyClicks(face.people.field, "+")
    press(Key.Key_Return)
    QTest.keyClicks(face.people.field, "+ 2")
    press(Key.Key_Return)
    assert face.people.rows["+"].text() == "+ 3"
    assert face.people.rows["+"].accessibleName() == "+ 3, no name"
    QTest.keyClicks(face.people.field, "Zoe")
    press(Key.Key_Return)
    state = face.service.state()
    assert [(w.name, w.new) for w in state.here if w.name] == [("Zoe", True)]
    assert face.people.count.text() == "4"


def test_whatever_number_was_pasted_counts_no_more_than_thirty(face: Facilitator) -> None:
    face.people.field.setText("+" + "9" * 5000)
    face.people.field.returnPressed.emit()
    assert face.service.state().head_count == 30


def test_letters_in_the_field_are_no_commands(face: Facilitator, clock: FixedClock) -> None:
    to_the_round(face.service, clock)
    again(face)
    press(Key.Key_F3)
    QTest.keyClicks(face.people.field, "pl zs b")
    assert face.service.state().speaker_number == 1
    assert face.service.state().paused == ""
    assert face.people.field.text() == "pl zs b"


def test_a_latecomer_joins_the_end_or_just_listens(face: Facilitator, clock: FixedClock) -> None:
    to_the_round(face.service, clock)
    again(face)
    press(Key.Key_F3)
    QTest.keyClicks(face.people.field, "tom")
    press(Key.Key_Return)
    assert face.people.asking.words.text() == "Tom comes in the middle of a round."
    assert shows_focus(face.people.asking.buttons[0]), "it is seen where Enter answers"
    assert face.service.state().head_count == 4, "not before it was said how"
    face.people.asking.buttons[1].click()
    tom = next(w for w in face.service.state().here if w.name == "Tom")
    assert tom.listening
    assert face.service.state().speakers == 4
    name = face.people.rows["t7"].accessibleName()
    assert name == "Tom, new, agreement not heard, just listening"
    assert face.timer.next.hasFocus()
    actions = {a.text(): a for a in face.people.menu_for("t7").actions()}
    actions["Joins the rounds"].trigger()
    assert face.service.state().speakers == 5
    actions = {a.text(): a for a in face.people.menu_for("t7").actions()}
    actions["Has heard the agreement"].trigger()
    assert face.people.rows["t7"].accessibleName() == "Tom, new, just came"


def test_a_row_offers_phone_online_and_not_here(face: Facilitator) -> None:
    arrive(face.service, "a1")
    again(face)
    actions = {a.text(): a for a in face.people.menu_for("a1").actions()}
    actions["Is by phone"].trigger()
    assert face.people.count.text() == "0 and 1 by phone"
    actions = {a.text(): a for a in face.people.menu_for("a1").actions()}
    assert "Is in the room" in actions
    actions["Is online"].trigger()
    assert face.people.count.text() == "0 and 1 online"
    actions = {a.text(): a for a in face.people.menu_for("a1").actions()}
    actions["Is not here"].trigger()
    assert face.service.state().head_count == 0


def test_the_row_without_names_counts_up_and_down(face: Facilitator) -> None:
    face.service.plus(new=True)
    face.service.plus("Zoe")
    again(face)
    assert face.people.rows["+"].accessibleName() == "+ 1, 1 new, no name"
    actions = {a.text(): a for a in face.people.menu_for("+").actions()}
    actions["Count one more"].trigger()
    assert face.people.rows["+"].text() == "+ 2"
    actions = {a.text(): a for a in face.people.menu_for("+").actions()}
    actions["Count one less"].trigger()
    zoe = next(w.uid for w in face.service.state().here if w.name == "Zoe")
    actions = {a.text(): a for a in face.people.menu_for(zoe).actions()}
    actions["Is not here"].trigger()
    assert face.service.state().head_count == 1


def test_the_agreement_stands_there_while_it_is_read(face: Facilitator) -> None:
    press(Key.Key_Space)
    assert face.agenda.agreed.isHidden()
    press(Key.Key_Space)
    assert face.agenda.agreed.isVisible()
    assert "Passing is fine." in face.agenda.agreed.text()


def test_where_there_is_little_room_the_time_comes_first(
    face: Facilitator, clock: FixedClock
) -> None:
    to_the_round(face.service, clock)
    again(face)
    assert face.columns.parts()[0] is face.agenda
    face.resize(800, 600)
    QApplication.processEvents()
    assert face.columns.stacked()
    assert face.columns.parts()[2] is face.agenda
    bottom = face.timer.next.mapTo(face, face.timer.next.rect().bottomLeft()).y()
    assert bottom < 600


def test_before_the_start_z_takes_back_what_was_done_at_the_door(face: Facilitator) -> None:
    face.service.plus()
    again(face)
    assert face.timer.back.isVisible()
    press(Key.Key_Z)
    assert face.service.state().head_count == 0


def test_apologies_may_come_in_before_the_start(face: Facilitator) -> None:
    again(face)
    guest = next(g for g in face.service.plan.people if g.name == "Bo")
    actions = {a.text(): a for a in face.people.expected_menu(guest).actions()}
    actions["Sent apologies"].trigger()
    assert "Bo" in [g.name for g in face.service.state().apologies]
    assert "b2" not in face.people.rows
    dev = next(g for g in face.service.plan.people if g.name == "Dev")
    actions = {a.text(): a for a in face.people.expected_menu(dev).actions()}
    actions["Is by phone"].trigger()
    assert face.people.count.text() == "0 and 1 by phone"


def test_a_screen_reader_hears_who_is_next(
    face: Facilitator, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(Announcer, "say", lambda _self, said: heard.append(said))
    to_the_round(face.service, clock)
    tick = Tick(face.service, face)
    face.changed.connect(tick.now)
    tick.show(face)
    press(Key.Key_Space)
    press(Key.Key_B)
    assert heard == ["Bo, then Dev, then Priya by phone", "Short break"]
    tick.stop()


def test_thirty_people_and_long_names_fit(face: Facilitator) -> None:
    for number in range(30):
        face.service.plus(f"Maximiliana Alexandrowna Theodorakopoulou {number}", new=True)
    again(face)
    for _settle in range(4):
        QApplication.processEvents()
    assert len([r for r in face.people.rows.values() if "Maximiliana" in r.text()]) == 30
    field = face.people.field
    bottom = field.mapTo(face, field.rect().bottomLeft()).y()
    assert bottom < face.height(), "the field stays in sight"
    assert not a11y.walk(face, QSize(1280, 800))


def test_what_came_up_grows_with_its_words(face: Facilitator) -> None:
    press(Key.Key_Space)
    area = face.came_up.area
    QApplication.processEvents()
    one_line = area.height()
    area.setFocus()
    QTest.keyClicks(
        area, "Phones in the bedroom. Waking at four. The housing letter. All of it and more"
    )
    for _settle in range(3):
        QApplication.processEvents()
    QTest.keyClicks(area, " and what the doctor said about the pills, and the neighbours")
    for _settle in range(3):
        QApplication.processEvents()
    assert area.document().lineCount() == 2
    assert area.height() > one_line
    assert area.viewport().height() >= 2 * area.fontMetrics().height()


def test_escape_answers_no_question(face: Facilitator, clock: FixedClock) -> None:
    to_the_round(face.service, clock)
    again(face)
    press(Key.Key_F3)
    QTest.keyClicks(face.people.field, "tom")
    press(Key.Key_Return)
    press(Key.Key_Escape)
    assert face.people.asking.isHidden()
    assert face.timer.next.hasFocus()
    assert face.service.state().head_count == 4
    card = face.came_up
    card.area.setPlainText("Ana wakes at four")
    face.flush()
    card.asking.buttons[1].setFocus()
    press(Key.Key_Escape)
    again(face)
    assert face.service.state().words == "someone wakes at four"
    assert card.area.toPlainText() == "someone wakes at four"


def test_a_group_without_names_only_counts(qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> None:
    plan = plan_of(rules=Rules(no_names=True))
    place = new_sheet(tmp_path / "n.safe", KEY, plan, clock, sheet_uid=SHEET)
    face = Facilitator(TonightService(place, clock))
    qtbot.addWidget(face)
    assert face.people.field.placeholderText() == "+ to count"
    face.people.field.setText("Ana")
    face.people.field.returnPressed.emit()
    face.people.field.setText("+3")
    face.people.field.returnPressed.emit()
    state = face.service.state()
    assert [w.name for w in state.here] == [""] * 4
    place.close()


def test_in_a_narrow_window_help_stays_on_top_and_nothing_is_lost(face: Facilitator) -> None:
    press(Key.Key_Space)
    assert face.header.isAncestorOf(face.end_button)
    face.resize(420, 700)
    for _settle in range(3):
        QApplication.processEvents()
    assert face.header.isAncestorOf(face.help_button)
    assert not face.header.isAncestorOf(face.end_button)
    assert face.end_button.isVisible()
    assert not face.door_button.isVisible()
    assert not a11y.walk(face, QSize(1280, 800))
    face.resize(1280, 800)
    for _settle in range(3):
        QApplication.processEvents()
    assert face.header.isAncestorOf(face.end_button)
