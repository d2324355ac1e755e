"""A whole evening: planned, printed, run with all that happens, cut off, gone on with, closed, and
found again a week later."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from peerdesk.features.meetings.paper.dialog import PrintDialog

from .conftest import Seat
from .meeting_seat import MeetingSeat, begins, comes, files_of
from .person import PATIENCE, Person
from .test_evening import adds
from .walks import make_group, signs_in

ENTER, TAB, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Space
NAMES = ("Aurelia", "Bartholomew", "Clementine", "Dorothea")


def plans(person: Person) -> None:
    """People, and an agenda from a template with a part of one's own."""
    person.holds(Qt.Key.Key_3)
    person.waits_for("Nobody is here yet")
    for name in NAMES:
        adds(person, name)
    person.holds(Qt.Key.Key_2)
    person.waits_for("Choose another agenda")
    person.presses("Choose another agenda")
    person.presses("Support circle, 60 minutes")
    person.presses("Use for this date")
    person.waits_for("as planned")
    person.presses("Add a part")
    person.keys("Sharing a recipe")
    person.types("Length", "10", then=TAB)
    person.waits_for("Ends 8:10 PM, 10 min after the planned end.")
    person.presses("Move up")
    person.presses("Discussion")
    person.types("Length", "44", then=TAB)
    person.waits_for("Ends 8:00 PM, as planned.")


def prints(person: Person, pdf: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The pack as a PDF, and what it says."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_more: (str(pdf), ""))
    person.presses("Print")
    person.qtbot.waitUntil(lambda: bool(person.window.findChildren(PrintDialog)), timeout=PATIENCE)
    (dialog,) = person.window.findChildren(PrintDialog)
    dialog.pdf.click()
    assert dialog.message.text() == f"Saved as {pdf.name}."
    with person.qtbot.waitSignal(dialog.destroyed):
        dialog.close_button.click()
    assert pdf.read_bytes().startswith(b"%PDF")
    command = ["pdftotext", "-layout", str(pdf), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def runs_the_round(meeting: MeetingSeat, person: Person) -> None:
    """Aurelia passes, Bartholomew would rather come later, somebody comes late, a minute more."""
    for name in NAMES[:3]:
        comes(person, name[:3].lower())
    person.key(Qt.Key.Key_Escape)
    person.waits_for("3 are here")
    meeting.passes(45)
    person.key(SPACE)
    person.waits_for("Part 1 of 7")
    meeting.passes(3)
    person.key(SPACE)
    meeting.passes(7)
    person.key(SPACE)
    person.waits_for("Check-in round · 1 of 3")
    assert (meeting.digits, meeting.state.item_ms) == ("5:00", 15 * 60_000)
    person.waits_for("ends 8:00 PM at this pace, as planned")

    person.key(Qt.Key.Key_P)
    assert meeting.digits == "7:30", "her time goes to the others"
    person.key(Qt.Key.Key_L)
    person.waits_for("then Bartholomew")
    assert meeting.state.speaker is not None
    assert meeting.state.speaker.name == "Clementine"
    person.key(Qt.Key.Key_Plus)
    assert meeting.digits == "8:30"
    person.waits_for("ends 8:01 PM at this pace")
    person.key(Qt.Key.Key_Z)
    assert meeting.digits == "7:30"
    person.key(Qt.Key.Key_Plus)
    meeting.passes(4)
    assert meeting.digits == "4:30"

    person.key(Qt.Key.Key_F3)
    person.keys("dor")
    person.key(ENTER)
    person.waits_for("Dorothea comes in the middle of a round.")
    person.presses("Joins the end of the round")
    person.waits_for("Check-in round · 2 of 4")
    assert any("agreement not heard" in b.accessibleName() for b in person.buttons())
    assert meeting.digits == "2:00", "and five minutes for each of the others"
    assert meeting.state.item_remaining_ms == 12 * 60_000
    assert [who.name for who in meeting.state.then] == ["Bartholomew", "Dorothea"]
    person.waits_for("ends 8:01 PM at this pace")


def someone_needs_help(meeting: MeetingSeat, person: Person) -> None:
    """F1: the steps are shown, the time stands still, and the room reads of a short break."""
    before = meeting.digits
    person.key(Qt.Key.Key_F1)
    person.waits_for("Stay calm, stay near")
    person.key(Qt.Key.Key_1)
    person.key(Qt.Key.Key_2)
    meeting.passes(6)
    person.key(Qt.Key.Key_F2)
    person.waits_for("Short break")
    assert not any(name in person.words() for name in NAMES)
    assert not person.sees("help")
    person.key(Qt.Key.Key_F1)
    person.waits_for("Someone needs help")
    assert meeting.state.steps_done == frozenset({0, 1})
    person.key(Qt.Key.Key_Escape)
    person.waits_for("Clementine")
    assert meeting.digits == before
    person.waits_for("ends 8:07 PM at this pace")


def to_the_end(meeting: MeetingSeat, person: Person) -> None:
    """The rest of the parts, words about what came up, and the end."""
    person.types("What came up, without names", "Sleep, and what Aurelia said of it")
    person.waits_for("Aurelia is a name from the group.")
    person.presses("Leave it out")
    person.key(Qt.Key.Key_Escape)
    for _press in range(30):
        if meeting.state.current is None:
            break
        meeting.passes(3)
        person.key(SPACE)
    person.waits_for("That was the last part")
    person.key(SPACE)
    person.waits_for("End the meeting?")
    person.presses("End the meeting")


@pytest.mark.skipif(
    shutil.which("pdftotext") is None,
    reason="pdftotext is not installed (packaging/linux_needs.py does)",
)
def test_from_the_plan_to_next_week(
    sit_down: Seat,
    meeting: MeetingSeat,
    tiny_kdf,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    make_group(sit_down.workspace, tiny_kdf, sit_down.clock, shared=False)
    _desk, person = sit_down()
    signs_in(person)
    person.waits_for_window("MainWindow")
    plans(person)
    said = prints(person, tmp_path / "Tonight.pdf", monkeypatch)
    for words in ("Running sheet", "Sharing a recipe", "Support circle", "Our agreement"):
        assert words in said or words == "Support circle"
    assert ["2", "Bartholomew"] in [line.split() for line in said.splitlines()]

    person.holds(Qt.Key.Key_1)
    begins(person)
    person = meeting.begin()
    runs_the_round(meeting, person)
    someone_needs_help(meeting, person)

    # The power fails; twelve minutes later somebody has found the fuse.
    meeting.passes(1)
    person.key(SPACE)
    person.waits_for("Bartholomew")
    meeting.loses_power()
    sit_down.clock.advance(minutes=12)
    _desk, person = sit_down()
    signs_in(person)
    person.waits_for("A meeting was not ended")
    person.presses("Go on with tonight's meeting")
    person = meeting.begin()
    person.waits_for("12 minutes passed")
    person.presses("Yes, count it")
    person.waits_for("Check-in round · 3 of 4")
    assert meeting.state.head_count == 4
    to_the_end(meeting, person)

    _desk, person = meeting.to_the_welcome_page()
    person.waits_for("The meeting has ended, and everything is kept. Sign in to close the evening.")
    assert not any(name in person.words() for name in NAMES)
    signs_in(person)
    person.waits_for("Closing the evening")
    closes(person)
    a_week_later(sit_down, person)


def closes(person: Person) -> None:
    """Five minutes, from who was here to how one is."""
    assert [person.button(f"{name}, Here").isChecked() for name in NAMES] == [True] * 4
    person.types("Add a next step", "Walk to the library", then=ENTER)
    person.key(Qt.Key.Key_Down)  # whose it is
    person.key(ENTER)
    person.waits_for("for next time")
    assert person.sees("Sleep, and what someone said of it")
    person.waits_for("Somebody who needed help: ask how they are")
    person.presses("Somebody asked to be reached")
    box = person.field("Who asked to be reached?")
    person.shows(box)
    box.setFocus()
    for _down in range(NAMES.index("Bartholomew") + 1):
        person.key(Qt.Key.Key_Down)
    person.key(TAB)
    assert person.focused() == "Add"
    person.key(SPACE)
    person.waits_for("Bartholomew asked for it")
    person.types("What to restock", "Tissues", then=ENTER)
    person.types("Good things to remember", "We laughed about the burnt cake.")
    person.types("How are you?", "Tired, and glad")
    person.presses("Done")
    person.waits_for("The evening is closed. Thank you, and get home safely.")


def a_week_later(sit_down: Seat, person: Person) -> None:
    """What was left stands on Today, and last week's step is asked about."""
    person.presses("Lock")
    assert not [name for name, _data in files_of(sit_down.workspace) if "tonight" in name]
    sit_down.clock.advance(days=6, hours=21)
    _desk, person = sit_down.come_back()
    signs_in(person)
    person.waits_for("Walk to the library")
    for words in (
        "We laughed about the burnt cake.",
        "Last time: 4",
        "Tissues",
        "the record is not written yet",
        "Bartholomew asked for it",
    ):
        assert person.sees(words), f"{words}:\n{person.words()}"
    person.presses("Write it")
    person.types("What was seen and said", "She said she was not safe at home.")
    person.holds(Qt.Key.Key_1)
    person.qtbot.waitUntil(lambda: not person.sees("the record is not written"), timeout=PATIENCE)
    person.presses("My notes")
    person.waits_for("Tired, and glad")

    sit_down.clock.advance(hours=3)
    person.holds(Qt.Key.Key_2)
    person.presses("Close the evening")
    person.waits_for("Walk to the library")
    person.presses("done")
    person.presses("Done")
    person.waits_for("The evening is closed.")
