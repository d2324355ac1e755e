"""Somebody starts PeerDesk on a bare machine: all three ways, and leaving half-way."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Seat
from .walks import marked_words, says_who, signs_in, to_parts, to_purpose


def left_in(folder: Path) -> list[str]:
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*"))


def test_somebody_looks_round_first(sit_down: Seat, home: Path, own_temp: Path) -> None:
    desk, person = sit_down()
    to_purpose(person, "Look round first")
    assert desk.next_start == ["--demo"]
    sit_down.leave()
    assert left_in(home) == []

    _desk, person = sit_down.start(["--demo"])
    assert person.waits_for_window("MainWindow").windowTitle() == "PeerDesk"
    person.waits_for("Good things to remember")
    assert left_in(own_temp), "the made-up group lives in a folder of its own"
    sit_down.leave()
    assert left_in(own_temp) == [], "nothing of looking round is kept"
    assert left_in(home) == []


def test_somebody_sets_it_up_for_others_and_a_facilitator_adds_a_group(sit_down: Seat) -> None:
    desk, person = sit_down()
    to_purpose(person, "I'm setting this up for others")
    person.presses("A shared computer")
    person.presses("Continue")
    person.types("Name of the house or centre", "Hill House")
    person.presses("Continue")
    person.waits_for_window("Front")
    person.waits_for("No group is set up here yet")
    assert person.sees("Hill House")
    assert not desk.workspace.has_drawers()

    person.presses("Set up a group")
    person.waits_for_window("FirstStart")
    assert not person.sees("Whose computer is this?"), "what is known is not asked again"
    says_who(person)
    person.types("Name of the group", "Quiet Circle")
    person.presses("Continue")
    person.waits_for("A way back for your group")
    person.presses("Print later")
    person.waits_for_window("MainWindow")
    assert person.sees("Quiet Circle")
    assert person.sees("Hill House")


def test_somebody_runs_a_group_and_checks_the_printed_parts(
    sit_down: Seat, home: Path, printer: list[str]
) -> None:
    _desk, person = sit_down()
    to_purpose(person, "I run a group")
    password = to_parts(person)
    assert not (home / "workspace").exists(), "nothing is kept before the end"
    person.presses("Print")
    person.waits_for("Can the sheets be read?")
    marked = marked_words("".join(printer))
    assert len(marked) == 6, "two words of each of three parts"

    first = next(iter(marked))
    for field, word in marked.items():
        person.types(field, "wrong" if field == first else word)
    person.presses("Finish")
    person.waits_for("The sheet says another word here. Please look again.")
    person.types(first, marked[first])
    person.presses("Finish")
    person.waits_for_window("MainWindow")
    person.waits_for("Tuesday Circle")
    assert not person.sees("The recovery parts of the group are not printed yet")

    person.presses("Lock")
    _desk, person = sit_down.come_back()
    signs_in(person, "wilhelmina", password)
    person.waits_for_window("MainWindow")


def test_parts_that_are_printed_later_stand_on_today(sit_down: Seat) -> None:
    _desk, person = sit_down()
    to_purpose(person, "I run a group")
    password = to_parts(person)
    person.presses("Print later")
    person.waits_for_window("MainWindow")
    person.waits_for("The recovery parts of the group are not printed yet")
    person.presses("Lock")
    _desk, person = sit_down.come_back()
    signs_in(person, "Wilhelmina", password)
    person.waits_for("The recovery parts of the group are not printed yet")


@pytest.mark.parametrize("far", ["at once", "before the password", "at the parts"])
def test_leaving_half_way_leaves_nothing(sit_down: Seat, home: Path, far: str) -> None:
    _desk, person = sit_down()
    if far != "at once":
        to_purpose(person, "I run a group")
    if far == "before the password":
        person.presses("A shared computer")
        person.presses("Continue")
    elif far == "at the parts":
        to_parts(person)
    sit_down.leave()
    assert left_in(home) == []
    _desk, person = sit_down()
    person.waits_for("Welcome to PeerDesk")


def test_language_and_text_size_are_seen_while_they_are_chosen(sit_down: Seat) -> None:
    _desk, person = sit_down()
    person.waits_for("Welcome to PeerDesk")
    before = person.button("Continue").font().pixelSize()
    person.presses("200 %")
    person.qtbot.waitUntil(lambda: person.button("Continue").font().pixelSize() >= 1.9 * before)
