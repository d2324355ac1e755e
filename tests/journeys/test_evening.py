"""A full evening and the week after, as one facilitator lives it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton

from .conftest import Seat
from .person import Person
from .walks import make_group, signs_in

ENTER, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Down


def finds(person: Person, typed: str, row: str) -> None:
    """Ctrl+K, type, Enter on the first thing found."""
    person.holds(Qt.Key.Key_K)
    person.keys(typed)
    person.waits_for(row)
    person.key(ENTER)


def adds(person: Person, name: str) -> None:
    """One person, by keyboard, in the room People."""
    person.holds(Qt.Key.Key_N)
    person.keys(name)
    person.key(ENTER)
    person.qtbot.waitUntil(lambda: person.focused() == "Pronouns")


def parts_of(person: Person) -> list[str]:
    """The agenda from top to bottom."""
    rows = [w for w in person.visible(QRadioButton) if type(w).__name__ == "PartRow"]
    return [row.text() for row in sorted(rows, key=lambda w: w.y())]


def to_the_evening(person: Person) -> None:
    for name in ("Aurelia", "Bartholomew", "Clementine"):
        adds(person, name)
    person.types("Pronouns", "she/her")
    person.types("Phone", "020 7946 0199", then=ENTER)
    person.presses("Done")
    person.waits_for("3 in this group")


def test_a_full_evening(sit_down: Seat, tiny_kdf, home: Path) -> None:
    make_group(sit_down.workspace, tiny_kdf, sit_down.clock, shared=False)
    _desk, person = sit_down()
    signs_in(person)
    person.waits_for_window("MainWindow")

    # People
    person.holds(Qt.Key.Key_3)
    person.waits_for("Nobody is here yet")
    to_the_evening(person)
    assert not person.sees("020 7946 0199"), "a phone stays hidden until it is asked for"
    person.presses("show for 30 s")
    assert person.sees("020 7946 0199")

    # The meeting: theme, agenda, projected finish
    person.holds(Qt.Key.Key_1)
    person.waits_for("Tonight")
    person.presses("Agenda")
    person.waits_for("as planned")
    person.presses("Add a part")
    person.keys("Sharing a recipe")
    person.types("Length", "20", then=Qt.Key.Key_Tab)
    person.waits_for("20 min after the planned end.")
    before = parts_of(person)
    at = before.index("Sharing a recipe")
    before[at - 1], before[at] = before[at], before[at - 1]
    person.presses("Move up")
    assert parts_of(person) == before
    person.presses("About this date")
    person.types("Theme", "Sleep and worry")

    # Who is here, one key each
    person.presses("Attendance")
    person.waits_for("Unknown")
    person.key(Qt.Key.Key_H)
    person.key(Qt.Key.Key_P)
    person.key(Qt.Key.Key_A)
    person.key(Qt.Key.Key_Plus)
    person.key(Qt.Key.Key_Plus)
    person.waits_for("4 here (1 by phone) · 1 sent apologies")

    # Closing it, when it has begun
    sit_down.clock.advance(hours=2, minutes=30)
    person.holds(Qt.Key.Key_1)
    person.presses("Close the evening")
    person.types("Add a next step", "Walk to the library", then=ENTER)
    person.key(Qt.Key.Key_Down)  # whose it is
    person.key(ENTER)
    person.waits_for("for next time")
    person.types("Good things to remember", "We laughed about the burnt cake.")
    person.presses("Done")
    person.waits_for("The evening is closed.")

    # The week after, on Today
    person.presses("Lock")
    sit_down.clock.advance(days=6, hours=20)
    _desk, person = sit_down.come_back()
    assert not person.sees("burnt cake")
    signs_in(person)
    person.waits_for_window("MainWindow")
    person.waits_for("We laughed about the burnt cake.")
    assert person.sees("Last time: 4")
    assert person.sees("Walk to the library")


def test_undo_goes_back_through_the_rooms(sit_down: Seat, tiny_kdf, home: Path) -> None:
    make_group(sit_down.workspace, tiny_kdf, sit_down.clock, shared=False)
    _desk, person = sit_down()
    signs_in(person)
    person.waits_for_window("MainWindow")
    person.holds(Qt.Key.Key_3)
    adds(person, "Aurelia")
    person.presses("Done")
    person.holds(Qt.Key.Key_2)
    person.waits_for("Add a part")
    before = parts_of(person)
    person.presses("Remove")
    assert len(parts_of(person)) == len(before) - 1
    person.holds(Qt.Key.Key_1)
    person.types("Something to do before every meeting", "Put the kettle on", then=ENTER)
    person.waits_for("Put the kettle on")
    person.button("Remove")

    person.key(Qt.Key.Key_Tab)  # out of the field, which has its own Ctrl+Z
    person.holds(Qt.Key.Key_Z)
    person.waits_for("Taken back:")
    assert not any(b.accessibleName() == "Remove" for b in person.buttons())
    person.holds(Qt.Key.Key_Z)
    person.holds(Qt.Key.Key_2)
    assert parts_of(person) == before
    person.holds(Qt.Key.Key_Z)
    person.holds(Qt.Key.Key_3)
    person.waits_for("Nobody is here yet")
    person.holds(Qt.Key.Key_Z)

    for _ in range(3):
        person.holds(Qt.Key.Key_Y)
    person.waits_for("1 in this group")
    person.holds(Qt.Key.Key_2)
    assert len(parts_of(person)) == len(before) - 1
    person.holds(Qt.Key.Key_1)
    person.waits_for("Put the kettle on")


def test_names_are_closed_on_a_shared_computer_until_f8(
    sit_down: Seat, tiny_kdf, home: Path
) -> None:
    make_group(sit_down.workspace, tiny_kdf, sit_down.clock)
    _desk, person = sit_down()
    signs_in(person)
    person.waits_for_window("MainWindow")
    person.holds(Qt.Key.Key_3)
    adds(person, "Aurelia")
    person.presses("Done")
    assert not person.sees("Aurelia")
    assert person.sees("Names are closed")
    assert person.sees("A.")
    person.key(Qt.Key.Key_F8)
    person.waits_for("Aurelia")
    person.holds(Qt.Key.Key_1)
    person.waits_for("Who is expected")
    assert person.sees("Aurelia")
    person.key(Qt.Key.Key_F8)
    assert not person.sees("Aurelia")
    person.holds(Qt.Key.Key_2)
    person.presses("Attendance")
    assert not person.sees("Aurelia")
    person.holds(Qt.Key.Key_K)
    person.keys("Aurel")
    person.waits_for("A.")
    assert "Aurelia" not in person.words().replace("Aurel\n", "")


def test_one_field_finds_everything_and_opens_it(sit_down: Seat, tiny_kdf, home: Path) -> None:
    make_group(sit_down.workspace, tiny_kdf, sit_down.clock, shared=False)
    _desk, person = sit_down()
    signs_in(person)
    person.waits_for_window("MainWindow")
    person.holds(Qt.Key.Key_3)
    adds(person, "Aurelia")
    adds(person, "Bartholomew")
    person.presses("Done")
    person.holds(Qt.Key.Key_2)
    person.presses("About this date")
    person.types("Theme", "Sleep and worry")
    person.presses("Local help")
    person.presses("Add")
    person.types("Name", "Riverside Soup Kitchen")
    person.presses("Add")
    person.waits_for("Riverside Soup Kitchen")
    person.presses("My notes")
    person.holds(Qt.Key.Key_N)
    person.keys("A thought about gardens")
    person.key(ENTER)
    person.keys("Tomatoes like the sun.")
    person.waits_for("Saved 5:45")

    finds(person, "barth", "Bartholomew")
    person.waits_for("How to reach Bartholomew safely")
    finds(person, "sleep", "Sleep and worry")
    assert person.window.current == "meetings"
    assert person.sees("6:30 PM to 8:00 PM · Blue room · Tuesday Circle · Sleep and worry")
    finds(person, "soup kitch", "Riverside Soup Kitchen")
    person.waits_for("Edit")
    assert person.window.current == "directory"
    finds(person, "tomato", "A thought about gardens")
    person.waits_for("Tomatoes like the sun.")
    finds(person, "setti", "Settings")
    person.waits_for("Settings")
    assert person.window.current == "settings"


def test_a_private_note_saves_itself_and_is_there_after_the_lock(
    sit_down: Seat, tiny_kdf, home: Path
) -> None:
    make_group(sit_down.workspace, tiny_kdf, sit_down.clock, shared=False)
    _desk, person = sit_down()
    signs_in(person)
    person.waits_for_window("MainWindow")
    person.presses("My notes")
    person.waits_for("A place for your own thoughts")
    person.presses("Write a first note")
    person.keys("After the call")
    person.key(ENTER)
    person.keys("Half a sentence that nobody saved")
    person.holds(Qt.Key.Key_L)
    seen = person.window.grab().toImage()
    colors = {seen.pixel(x, y) for x in range(seen.width()) for y in range(0, seen.height(), 16)}
    assert len(colors) == 1, "covered, while the next process is on its way"

    desk, person = sit_down.come_back()
    person.waits_for("I forgot my password")
    assert desk.signed_in is None
    assert not person.sees("Half a sentence")
    signs_in(person)
    person.waits_for_window("MainWindow")
    person.presses("My notes")
    person.waits_for("Half a sentence that nobody saved")
    assert person.sees("After the call")
