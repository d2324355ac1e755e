"""An evening without a mouse: only keys are pressed here, from Today to the closing's last line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from peerdesk.app.tonight.code_dialog import CodeDialog
from peerdesk.ui.widgets.paint import shows_focus

from .conftest import Seat
from .meeting_seat import MeetingSeat, comes
from .person import PATIENCE, Person
from .test_evening import adds
from .test_keyboard import ENTER, SPACE, TAB, signs_in_by_keys, tabs_to
from .walks import make_group

NAMES = ("Aurelia", "Bartholomew")


def chooses_code(person: Person) -> None:
    """The dialog has the keyboard; its own code is replaced and Enter starts."""
    person.qtbot.waitUntil(lambda: bool(person.window.findChildren(CodeDialog)), timeout=PATIENCE)
    dialog = person.window.findChildren(CodeDialog)[-1]
    asks = Person(person.qtbot, lambda: dialog)
    assert asks.focused() == "Four digits"
    asks.keys("2468")
    asks.key(ENTER)


def runs(meeting: MeetingSeat, person: Person) -> None:
    assert person.focused() == "Start"
    for name in NAMES:
        comes(person, name[:3].lower())
    person.key(Qt.Key.Key_F3)
    person.keys("+2")
    person.key(ENTER)
    person.key(Qt.Key.Key_Escape)
    person.waits_for("4 are here")
    person.key(SPACE)
    person.waits_for("Part 1 of 8")
    person.key(Qt.Key.Key_B)
    person.waits_for("Short break")
    meeting.passes(4)
    person.key(SPACE)
    person.waits_for("Part 1 of 8")
    person.key(Qt.Key.Key_S)
    person.waits_for("Part 2 of 8")

    # What is typed into a field is words and no verb.
    tabs_to(person, "What came up, without names")
    person.keys("Sleep, planning, letters")
    person.key(Qt.Key.Key_Escape)
    assert person.focused() == "Next"
    person.waits_for("Part 2 of 8")

    # Somebody is here by phone: the row's own menu.
    tabs_to(person, "Aurelia")
    person.key(SPACE)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, ENTER)
    assert [who.way for who in meeting.state.here if who.name == "Aurelia"] == ["phone"]

    # To the room screen and back, and the names away and back with the code.
    person.key(Qt.Key.Key_F2)
    assert not person.sees("Aurelia")
    person.key(SPACE)
    assert meeting.state.number == 3, "the keys are heard here too"
    person.key(Qt.Key.Key_F8)
    person.key(Qt.Key.Key_F2)
    person.waits_for("Names are closed")
    person.keys("2468")
    person.key(ENTER)
    person.waits_for("Aurelia")

    person.key(Qt.Key.Key_F1)
    person.waits_for("Stay calm, stay near")
    person.key(SPACE)
    assert meeting.state.steps_done == frozenset({0})
    person.key(Qt.Key.Key_Escape)
    for _press in range(40):
        if meeting.state.current is None:
            break
        meeting.passes(2)
        person.key(SPACE)
    person.waits_for("That was the last part")
    person.key(SPACE)
    person.waits_for("End the meeting?")
    assert shows_focus(person.button("Back to the meeting")), "it is seen what Space presses now"
    person.key(SPACE)
    person.waits_for("That was the last part")
    assert not meeting.state.ended, "pressed twice, Space does not end it"
    person.key(SPACE)
    person.waits_for("End the meeting?")
    person.key(Qt.Key.Key_E)
    assert meeting.state.ended


@pytest.mark.qt_log_ignore("plugin does not support")  # of the menu that pops up
def test_an_evening_by_keys_alone(sit_down: Seat, meeting: MeetingSeat, tiny_kdf) -> None:
    make_group(sit_down.workspace, tiny_kdf, sit_down.clock, shared=False)
    _desk, person = sit_down()
    signs_in_by_keys(person)
    person.holds(Qt.Key.Key_3)
    person.waits_for("Nobody is here yet")
    for name in NAMES:
        adds(person, name)
    sit_down.clock.advance(minutes=45)
    person.holds(Qt.Key.Key_1)
    person.waits_for("Start meeting")
    tabs_to(person, "Start meeting")
    person.key(SPACE)
    chooses_code(person)

    person = meeting.begin()
    runs(meeting, person)

    _desk, person = meeting.to_the_welcome_page()
    person.waits_for("The meeting has ended")
    signs_in_by_keys(person)
    person.waits_for("Closing the evening")
    person.awake()
    assert person.focused() == "Aurelia, By phone"
    person.key(TAB)
    assert person.focused() == "Bartholomew, Here"
    person.key(SPACE)
    assert person.focused() == "Bartholomew, Not here"
    person.key(SPACE)
    assert person.focused() == "Bartholomew, Here", "the keyboard stays with the name"
    tabs_to(person, "Add a next step")
    person.keys("Ring the clinic")
    person.key(ENTER)
    assert person.focused() == "Whose step is it?"
    person.key(Qt.Key.Key_Down)
    person.key(ENTER)
    person.waits_for("for next time")
    tabs_to(person, "Good things to remember")
    person.keys("The soup.")
    person.key(TAB)
    tabs_to(person, "Done")
    person.key(SPACE)
    person.waits_for("The evening is closed.")
    person.waits_for("Ring the clinic")
