"""What the room, the door and whoever passes by read of a meeting; and a group without names."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from .conftest import Seat
from .meeting_seat import CODE, MeetingSeat, begins, comes
from .person import Person
from .test_evening import adds
from .walks import make_group, signs_in

ENTER, SPACE, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape
NAMES = ("Aurelia", "Bartholomew", "Clementine")


@pytest.fixture
def person(sit_down: Seat, tiny_kdf) -> Person:
    """Signed in, three people in the group, and it is half past six."""
    make_group(sit_down.workspace, tiny_kdf, sit_down.clock, shared=False)
    _desk, person = sit_down()
    signs_in(person)
    person.waits_for_window("MainWindow")
    person.holds(Qt.Key.Key_3)
    person.waits_for("Nobody is here yet")
    for name in NAMES:
        adds(person, name)
    person.types("Code, if the name should not be written down", "KX-7", then=ENTER)
    person.presses("Done")
    sit_down.clock.advance(minutes=45)
    person.holds(Qt.Key.Key_1)
    return person


def no_names(person: Person) -> None:
    """Neither on the screen, nor for a screen reader, nor in a tip."""
    said = person.words()
    for widget in person.visible(QWidget):
        tip, name = widget.toolTip(), widget.accessibleName()
        said += f"\n{tip}\n{name}\n{widget.accessibleDescription()}"
    assert not [name for name in NAMES if name in said], said


def test_at_the_door(sit_down: Seat, meeting: MeetingSeat, person: Person) -> None:
    begins(person, "Open the door")
    person = meeting.begin()
    person.waits_for("I am here")
    no_names(person)

    person.presses("I am here")
    person.waits_for("Thank you. You are counted.")
    person.key(SPACE)
    person.presses("My first time")
    person.waits_for("Good that you came.")
    person.key(SPACE)
    person.waits_for("2 are here")

    person.presses("Type my name or code")
    person.keys("aur")
    assert not person.sees("Aurelia"), "nobody is guessed from a few letters"
    person.key(ENTER)
    person.waits_for("We could not find that name.")
    person.presses("Try again")
    person.keys("aurelia")
    person.presses("That is me")
    person.waits_for("Good that you are here.")
    no_names(person)
    person.key(SPACE)
    person.presses("Type my name or code")
    person.keys("kx-7")
    person.key(ENTER)
    person.waits_for("Good that you are here.")
    person.key(SPACE)
    person.presses("Type my name or code")
    person.keys("Nobody You Know")
    person.key(ENTER)
    person.presses("Count me in without a name")
    person.key(SPACE)
    person.waits_for("5 are here")
    no_names(person)
    assert not person.sees("Nobody You Know")

    person.key(Qt.Key.Key_F2)
    person.waits_for("5 are here")
    here = {who.name for who in meeting.state.here if who.named}
    assert here == {"Aurelia", "Clementine"}, "the facilitator reads whose code it is"
    person.key(SPACE)
    person.presses("End meeting")
    person.presses("End the meeting")
    _desk, person = meeting.to_the_welcome_page()
    signs_in(person)
    person.waits_for("Closing the evening")
    assert person.button("Aurelia, Here").isChecked()
    assert person.button("Clementine, Here").isChecked()
    assert not person.button("Bartholomew, Unknown").isChecked()
    person.button("+3 no name")


def test_left_alone_the_room_reads_no_name(
    sit_down: Seat, meeting: MeetingSeat, person: Person
) -> None:
    begins(person)
    person = meeting.begin()
    for name in NAMES[:2]:
        comes(person, name[:3].lower())
    person.key(ESCAPE)
    for _press in range(4):
        person.key(SPACE)
    person.waits_for("Check-in round · 1 of 2")
    person.waits_for("Aurelia")
    left = meeting.state.item_remaining_ms

    meeting.passes(3)
    meeting.left_alone()
    person.waits_for("Check-in")
    no_names(person)
    assert meeting.state.item_remaining_ms == left - 3 * 60_000, "the time goes on"
    person.key(SPACE)
    person.key(Qt.Key.Key_F4)
    person.waits_for("I am here")
    no_names(person)
    person.key(Qt.Key.Key_F1)
    person.waits_for("Stay calm, stay near")
    no_names(person)
    person.key(ESCAPE)

    person.presses("Show names")
    for _try in range(2):
        person.keys("0000")
        person.key(ENTER)
        person.waits_for("That is not tonight's code. Please try again.")
        no_names(person)
    person.keys(CODE)
    person.key(ENTER)
    person.waits_for("Bartholomew")

    person.holds(Qt.Key.Key_L)
    no_names(person)
    person.presses("Show names")
    for _try in range(5):
        person.keys("0000")
        person.key(ENTER)
    person.waits_for("The code does not work any more.")
    person.key(ESCAPE)
    no_names(person)
    person.key(SPACE)  # the meeting itself goes on


def test_a_group_without_names(sit_down: Seat, meeting: MeetingSeat, person: Person) -> None:
    person.holds(Qt.Key.Key_2)
    person.presses("Our agreement")
    person.presses("A group without names")
    person.holds(Qt.Key.Key_1)
    begins(person)
    person = meeting.begin()
    no_names(person)
    person.key(Qt.Key.Key_F4)
    person.waits_for("I am here")
    assert not person.sees("Type my name or code")
    person.presses("My first time")
    person.key(SPACE)
    person.key(Qt.Key.Key_F2)
    comes(person, "+3")
    person.key(ESCAPE)
    person.waits_for("4 are here")
    for _press in range(4):
        person.key(SPACE)
    person.waits_for("Check-in round · 1 of 4")
    no_names(person)
    person.presses("End meeting")
    person.presses("End the meeting")

    _desk, person = meeting.to_the_welcome_page()
    signs_in(person)
    person.waits_for("Closing the evening")
    person.waits_for("This group writes no names down.")
    no_names(person)
    assert person.field("How many were here").value() == 4  # type: ignore[attr-defined]
    assert person.field("New among them").value() == 1  # type: ignore[attr-defined]
    assert not person.sees("Next steps")
    person.presses("Done")
    person.waits_for("The evening is closed.")
    person.waits_for("Last time: 4")
    no_names(person)
