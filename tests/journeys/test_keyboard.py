"""Without a mouse: sign in, add a person, read Today, lock. Only keys are pressed here."""

from __future__ import annotations

from PySide6.QtCore import Qt

from .conftest import Seat
from .person import Person
from .walks import NAME, PASSWORD, SIGN_IN, SIX_WORDS, make_group, writes_down

TAB, ENTER, SPACE = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Space


def tabs_to(person: Person, name: str) -> None:
    """Press Tab until the control called ``name`` has the keyboard."""
    passed = [person.focused()]
    while person.focused() != name:
        person.key(TAB)
        passed.append(person.focused())
        assert len(passed) < 80, f"Tab never comes to {name!r}, only to {passed}"


def signs_in_by_keys(person: Person) -> None:
    person.waits_for("I forgot my password")
    person.qtbot.waitUntil(lambda: person.focused() == SIGN_IN)
    person.keys(NAME)
    tabs_to(person, SIX_WORDS)
    person.keys(PASSWORD)
    person.key(ENTER)
    person.waits_for_window("MainWindow")


def test_an_evening_without_a_mouse(sit_down: Seat, tiny_kdf) -> None:
    make_group(sit_down.workspace, tiny_kdf, sit_down.clock, shared=False)
    _desk, person = sit_down()
    signs_in_by_keys(person)

    person.holds(Qt.Key.Key_3)
    person.waits_for("Nobody is here yet")
    person.holds(Qt.Key.Key_N)
    person.keys("Aurelia")
    person.key(ENTER)
    person.waits_for("1 in this group")
    tabs_to(person, "Phone")
    person.keys("020 7946 0199")
    person.key(Qt.Key.Key_Escape)  # puts the field back …
    person.key(Qt.Key.Key_Escape)  # … and ends the form
    person.waits_for("How to reach Aurelia safely")

    person.holds(Qt.Key.Key_1)
    person.waits_for("Who is expected")
    tabs_to(person, "Agenda")
    person.key(SPACE)
    tabs_to(person, "Agenda")
    person.key(Qt.Key.Key_Right)
    assert person.focused() == "Attendance"
    tabs_to(person, "Who is here")
    person.qtbot.waitUntil(lambda: person.focused() == "Who is here")
    person.key(Qt.Key.Key_H)
    person.waits_for("1 here")

    person.holds(Qt.Key.Key_L)
    desk, person = sit_down.come_back()
    assert desk.signed_in is None
    signs_in_by_keys(person)
    person.waits_for("Aurelia")


def test_every_room_is_reached_by_tab_and_enter(sit_down: Seat, tiny_kdf) -> None:
    make_group(sit_down.workspace, tiny_kdf, sit_down.clock, shared=False)
    _desk, person = sit_down()
    signs_in_by_keys(person)
    for room, key in (
        ("People", "people"),
        ("Meetings", "meetings"),
        ("Local help", "directory"),
        ("My notes", "notes"),
        ("Help right now", "help"),
        ("Settings", "settings"),
        ("Today", "today"),
    ):
        tabs_to(person, room)
        person.key(SPACE)
        assert person.window.current == key
    tabs_to(person, "Lock")
    person.key(SPACE)
    assert sit_down.desk is not None
    assert sit_down.desk.next_start is not None


def test_help_before_signing_in_is_reached_by_tab(sit_down: Seat, tiny_kdf) -> None:
    make_group(sit_down.workspace, tiny_kdf, sit_down.clock)
    _desk, person = sit_down()
    person.waits_for("I forgot my password")
    tabs_to(person, "Find local help")
    person.key(SPACE)
    person.waits_for("No services here yet")
    tabs_to(person, "Back")
    person.key(SPACE)
    person.waits_for("I forgot my password")


def test_the_first_start_without_a_mouse(sit_down: Seat) -> None:
    _desk, person = sit_down()
    person.waits_for("Welcome to PeerDesk")
    person.key(ENTER)
    person.waits_for("What would you like to do?")
    person.key(Qt.Key.Key_Down)
    person.key(Qt.Key.Key_Down)
    person.key(SPACE)
    person.key(ENTER)
    person.waits_for("Whose computer is this?")
    person.key(SPACE)
    person.key(ENTER)
    person.keys(NAME)
    person.key(ENTER)
    words = writes_down(person)
    person.key(ENTER)
    person.keys(words)
    person.key(ENTER)
    person.keys("Tuesday Circle")
    person.key(ENTER)
    person.waits_for("Where this computer stands")
    person.key(ENTER)
    person.waits_for("A way back for your group")
    tabs_to(person, "Print later")
    person.key(SPACE)
    person.waits_for_window("MainWindow")


def test_ctrl_z_takes_back_an_addition_though_an_empty_field_has_the_keyboard(
    sit_down: Seat, tiny_kdf
) -> None:
    make_group(sit_down.workspace, tiny_kdf, sit_down.clock, shared=False)
    _desk, person = sit_down()
    signs_in_by_keys(person)
    person.holds(Qt.Key.Key_3)
    person.waits_for("Nobody is here yet")
    person.holds(Qt.Key.Key_N)
    person.keys("Aurelia")
    person.key(ENTER)
    person.waits_for("1 in this group")
    assert person.focused() == "Pronouns"
    person.holds(Qt.Key.Key_Z)
    person.waits_for("Nobody is here yet")
    again = person.window.undo_bar.button
    assert (again.text(), again.keys()) == ("Do it again", "Ctrl+Shift+Z")
    again.click()
    person.waits_for("1 in this group")
    assert (again.text(), again.keys()) == ("Undo", "Ctrl+Z")


def test_the_frame_fits_again_after_large_words(sit_down: Seat, tiny_kdf) -> None:
    make_group(sit_down.workspace, tiny_kdf, sit_down.clock, shared=False)
    _desk, person = sit_down()
    signs_in_by_keys(person)
    window = person.window
    window.resize(800, 600)
    before = window.sidebar.width()
    for _ in range(10):
        person.holds(Qt.Key.Key_Plus)
    assert window.sidebar.width() < before, "icons only: the page needs the room"
    person.holds(Qt.Key.Key_0)
    assert window.sidebar.width() == before
    bar = window.undo_bar
    person.qtbot.waitUntil(lambda: bar.height() == bar.heightForWidth(bar.width()))
    words = bar.words
    assert words.height() < 3 * words.fontMetrics().lineSpacing()
