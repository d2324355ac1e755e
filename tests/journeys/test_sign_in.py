"""Signing in: what is said to somebody who mistypes, and to somebody whose key file is damaged."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from peerdesk.app.welcome.front import Front

from .conftest import Seat
from .person import Person
from .walks import NAME, PASSWORD, SIX_WORDS, make_group, signs_in


@pytest.fixture
def group(sit_down: Seat, tiny_kdf) -> Path:
    make_group(sit_down.workspace, tiny_kdf, sit_down.clock, shared=False)
    return sit_down.workspace


def can_open(person: Person) -> bool:
    return any(b.text() == "Open" and b.isEnabled() for b in person.buttons())


def refused(person: Person, seat: Seat) -> str:
    """What is said after a miss, once one may try again; the first line, without what was typed."""
    person.qtbot.waitUntil(lambda: person.sees("You typed the name"))
    front = person.window
    assert isinstance(front, Front)
    panel = front.welcome.panel
    assert panel is not None
    words = str(panel.message.text())
    person.qtbot.waitUntil(lambda: can_open(person))
    seat.clock.advance(minutes=6)  # a miss is forgotten, so that the next one waits 1 s again
    return words.splitlines()[0]


def test_wrong_wrong_damaged_and_then_right(sit_down: Seat, group: Path) -> None:
    _desk, person = sit_down()
    signs_in(person)
    person.waits_for_window("MainWindow")
    person.presses("People")
    person.presses("Add")
    person.types("Name used in the group", "Aurelia", then=Qt.Key.Key_Return)
    person.waits_for("1 in this group")
    person.presses("Lock")

    _desk, person = sit_down.come_back()
    signs_in(person, name="Wilhelm")
    wrong_name = refused(person, sit_down)
    signs_in(person, password="mountain paper quiet ladder eight")
    wrong_password = refused(person, sit_down)
    assert wrong_name == wrong_password, "nobody learns which of the two was wrong"
    assert not person.sees("Aurelia")

    (key_file,) = (group / "drawers").glob("*.key")
    whole = key_file.read_bytes()
    key_file.write_bytes(whole[:-7])
    signs_in(person)
    assert key_file.name in refused(person, sit_down)

    key_file.write_bytes(whole)
    signs_in(person)
    person.waits_for_window("MainWindow")
    person.presses("People")
    person.waits_for("Aurelia")


def test_a_miss_says_what_was_typed_and_waits_a_little_longer_each_time(
    sit_down: Seat, group: Path
) -> None:
    _desk, person = sit_down()
    signs_in(person, password="not these words")
    person.waits_for("You typed the name “Wilhelmina”.")
    assert person.sees("Open in 1 s")
    person.qtbot.waitUntil(lambda: can_open(person))
    signs_in(person, password="nor these")
    person.waits_for("Open in 2 s")
    assert not person.sees("not these words"), "a password is never shown"


def test_nothing_typed_is_not_a_miss(sit_down: Seat, group: Path) -> None:
    _desk, person = sit_down()
    person.waits_for("I forgot my password")
    person.presses("Open")
    person.waits_for("Please type your sign-in name.")
    person.types("Your sign-in name", NAME)
    person.presses("Open")
    person.waits_for("Please type your password.")


def test_somebody_who_forgot_is_told_the_truth(sit_down: Seat, group: Path) -> None:
    _desk, person = sit_down()
    person.waits_for("I forgot my password")
    person.presses("I forgot my password")
    person.waits_for("What do you have?")
    person.presses("None of these")
    person.presses("Continue")
    person.waits_for("nobody can open your place, not even us")


def test_two_drawers_are_tried_whichever_is_damaged(sit_down: Seat, group: Path) -> None:
    """The key file of somebody else is broken: whoever has a whole one signs in as always."""
    (key_file,) = (group / "drawers").glob("*.key")
    shutil.copyfile(key_file, key_file.with_name("00000000000000000000000000000000.key"))
    broken = key_file.with_name("00000000000000000000000000000000.key")
    broken.write_bytes(b"not a key")
    _desk, person = sit_down()
    signs_in(person)
    person.waits_for_window("MainWindow")


def test_four_letters_of_each_word_are_enough(sit_down: Seat, tiny_kdf, home: Path) -> None:
    from peerdesk.safe.words import suggest

    words = suggest()
    make_group(sit_down.workspace, tiny_kdf, sit_down.clock, password=" ".join(words))
    _desk, person = sit_down()
    signs_in(person, name="  WILHELMINA ", password=" ".join(w[:4] for w in words))
    person.waits_for_window("MainWindow")


def test_the_password_is_never_readable_for_assistive_technology(
    sit_down: Seat, group: Path
) -> None:
    _desk, person = sit_down()
    person.waits_for("I forgot my password")
    person.types(SIX_WORDS, PASSWORD)
    from PySide6.QtGui import QAccessible

    field = QAccessible.queryAccessibleInterface(person.field(SIX_WORDS))
    assert "mountain" not in field.text(QAccessible.Text.Value)
    assert not any("mountain" in w.text() for w in person.window.findChildren(QLabel))
