"""The facilitator is ill: somebody without a key holds the evening, and it is taken over later."""

from __future__ import annotations

from PySide6.QtCore import Qt

from .conftest import Seat
from .meeting_seat import MeetingSeat, comes, files_of, types_code
from .person import PATIENCE, Person
from .test_evening import adds
from .walks import make_group, signs_in

ENTER, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Space
NAMES = ("Aurelia", "Bartholomew")
CANARY = "Kettle and biscuits"


def lets_somebody_stand_in(person: Person) -> None:
    """People of the group, and the switch beside the date."""
    person.holds(Qt.Key.Key_3)
    person.waits_for("Nobody is here yet")
    for name in NAMES:
        adds(person, name)
    person.holds(Qt.Key.Key_2)
    person.presses("About this date")
    person.presses("Let a stand-in run it")
    person.presses("Lock")


def holds_the_evening(meeting: MeetingSeat, person: Person) -> None:
    """Heads are counted; a name is only there when somebody gives it."""
    assert not any(name in person.words() for name in NAMES)
    person.key(Qt.Key.Key_F3)
    person.keys("aur")
    assert not any("Aurelia" in b.text() for b in person.buttons()), "no name is known here"
    person.types("Name, or + to count", "+3", then=ENTER)
    comes(person, "Esmeralda")
    comes(person, "bartholomew")
    person.key(Qt.Key.Key_Escape)
    person.waits_for("5 are here")
    person.key(SPACE)
    person.types("What came up, without names", CANARY)
    person.key(Qt.Key.Key_Escape)
    person.key(Qt.Key.Key_F1)
    person.waits_for("Stay calm, stay near")
    person.key(Qt.Key.Key_Escape)
    for _press in range(40):
        if meeting.state.current is None:
            break
        meeting.passes(3)
        person.key(SPACE)
    person.waits_for("That was the last part")
    person.key(SPACE)
    person.waits_for("Only the facilitators of the group can read it.")
    person.presses("End the meeting")


def test_an_evening_with_a_stand_in(sit_down: Seat, meeting: MeetingSeat, tiny_kdf) -> None:
    make_group(sit_down.workspace, tiny_kdf, sit_down.clock, shared=False)
    _desk, person = sit_down()
    signs_in(person)
    person.waits_for_window("MainWindow")
    lets_somebody_stand_in(person)

    # Tonight, at the welcome page, without a password.
    sit_down.clock.advance(minutes=45)
    desk, person = sit_down.come_back()
    person.waits_for("Run tonight's meeting")
    person.presses("Run tonight's meeting")
    types_code(person)
    person = meeting.begin()
    holds_the_evening(meeting, person)
    desk, person = meeting.to_the_welcome_page()
    person.waits_for("Thank you for standing in.")
    assert desk.signed_in is None
    for name, data in files_of(sit_down.workspace):
        assert "tonight" not in name, "the sheet is gone"
        for word in (CANARY, "Esmeralda"):
            assert word.encode() not in data, name

    # The day after, with a password.
    sit_down.clock.advance(days=1)
    person.qtbot.waitUntil(lambda: person.sees("I forgot my password"), timeout=PATIENCE)
    signs_in(person)
    person.waits_for("A stand-in ran an evening. Look at it, and take it over.")
    assert not person.sees("Last time: 5"), "nothing is taken over by itself"
    person.presses("Look at the in-tray")
    person.waits_for("An evening with a stand-in")
    for words in ("5 people came.", "Someone needed help", CANARY, "Esmeralda"):
        assert person.sees(words), f"{words}:\n{person.words()}"
    person.presses("Take it over: " + evening_day(person))
    person.waits_for("Closing the evening")
    assert person.sees(CANARY)
    assert person.button("Bartholomew, Here").isChecked(), "a name of the group, given at the door"
    assert not person.button("Aurelia, Unknown").isChecked()
    person.button("+4 no name")
    assert person.sees("Esmeralda, after the first time")
    person.presses("Done")
    person.waits_for("The evening is closed.")
    person.waits_for("Last time: 5")
    assert not person.sees("A stand-in ran an evening")


def evening_day(person: Person) -> str:
    """The day as the button of the in-tray calls it."""
    (name,) = (
        b.accessibleName() for b in person.buttons() if b.accessibleName().startswith("Take it")
    )
    return name.removeprefix("Take it over: ")
