"""Words that may be in no file but inside the encrypted ones, and after erasing not even there."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from peerdesk.features.directory.service import DirectoryService
from peerdesk.store.connection import connect
from peerdesk.store.place import Place

from . import pages
from .conftest import Seat
from .person import Person
from .walks import make_group, marked_words, signs_in, to_parts, to_purpose

# What the platform without a screen says of dialogs and of lists that drop down.
pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)
ENTER = Qt.Key.Key_Return
SIGN_IN_NAME = "Wilhelmina"
GROUP = "Gossamer Circle"
PERSON, REACH = "Zephyrine Oxlade", "Ring twice and say dovecote"
PHONE, MAIL = "0161 496 0777", "zephyrine@oxlade.example"
TITLE, NOTE = "Marmalade telescope", "The velvet harmonica is hers"
THEME, GOOD = "Thimbles and lanterns", "A pomegranate on the ferry"
TODO = "Borrow the wheelbarrow"
WHY, NEED, SAY = "Only with a zeppelin", "Xylophone lessons", "A cinnamon staircase helps"
STEP, RECORD = "Ring the velodrome", "Sat by the gazebo and shivered"
CANARIES = (
    *(SIGN_IN_NAME, GROUP, PERSON, "Oxlade", REACH, "dovecote", PHONE, "01614960777", MAIL),
    *(TITLE, NOTE, "harmonica", THEME, GOOD, "pomegranate", TODO),
    *(STEP, "velodrome", RECORD, "gazebo"),
    *(WHY, "zeppelin", NEED, "xylophone", SAY, "cinnamon"),
)


def readable(folders: list[Path], canaries: tuple[str, ...]) -> list[tuple[str, str]]:
    """(file, canary) wherever one can be read, in a name or inside."""
    found = []
    for folder in folders:
        for path in folder.rglob("*"):
            data = path.read_bytes() if path.is_file() else b""
            data += str(path.relative_to(folder)).encode()
            found += [(str(path), words) for words in canaries if pages.holds(data, words)]
    return found


def titles() -> set[str]:
    """What the task bar and the list of windows show."""
    shown = {w.windowTitle() for w in QApplication.topLevelWidgets() if w.isVisible()}
    return shown | {w.title() for w in QGuiApplication.topLevelWindows() if w.isVisible()}


def opens_names(person: Person) -> None:
    """F8, unless names are open."""
    if not person.sees("Close names"):
        person.key(Qt.Key.Key_F8)
    person.waits_for("Close names")


def an_evening(person: Person, seat: Seat) -> None:
    """People, a meeting, a note: everything that holds a canary."""
    person.holds(Qt.Key.Key_3)
    person.waits_for("Nobody is here yet")
    opens_names(person)
    person.holds(Qt.Key.Key_N)
    person.keys(PERSON)
    person.key(ENTER)
    person.qtbot.waitUntil(lambda: person.focused() == "Pronouns")
    person.types("How to reach safely", REACH)
    person.types("Phone", PHONE)
    person.types("Email", MAIL, then=ENTER)
    person.presses("Done")
    person.holds(Qt.Key.Key_1)
    person.types("Something to do before every meeting", TODO, then=ENTER)
    person.presses("Agenda")
    person.presses("Attendance")
    person.key(Qt.Key.Key_H)
    person.presses("About this date")
    opens_names(person)
    person.types("Theme", THEME)
    person.types("Who leads", PERSON)
    seat.clock.advance(hours=3)
    person.holds(Qt.Key.Key_1)
    person.presses("Close the evening")
    person.types("Good things to remember", GOOD)
    person.types("Add a next step", STEP, then=ENTER)
    person.key(Qt.Key.Key_Down)  # whose it is
    person.key(ENTER)
    person.presses("Someone needed help: write it down")
    person.types("What was seen and said", RECORD)
    person.presses("Done")
    a_referral(person, seat)
    person.presses("My notes")
    person.presses("Write a first note")
    person.keys(TITLE)
    person.key(ENTER)
    person.keys(NOTE)
    person.holds(Qt.Key.Key_K)
    person.keys("oxlade")
    person.waits_for("Zephyrine")
    person.key(Qt.Key.Key_Escape)


def a_referral(person: Person, seat: Seat) -> None:
    """Who was sent where, why they were turned away, what is missing, and a page not kept."""
    assert seat.desk is not None
    assert seat.desk.signed_in is not None
    window = seat.desk.signed_in.window
    DirectoryService(seat.desk.signed_in.session.shelf).add_service("Harbour Advice")
    window.go("directory")
    person.presses("Suggest this to…")
    person.keys("zeph")
    person.key(ENTER)
    person.types("Search local help", NEED)
    person.presses("Note it: Nobody here offers this. Note it for the next funding talk.")
    window.go("referrals")
    opens_names(person)
    person.presses(f"Turned away: Harbour Advice, To {PERSON}")
    person.keys(WHY)
    person.key(ENTER)
    person.waits_for(f"{WHY}: 1")
    window.go("say")
    person.types("What helps", SAY)


def test_nothing_can_be_read_outside_the_encrypted_files(
    sit_down: Seat, tmp_path: Path, printer: list[str], capfd
) -> None:
    everywhere = [tmp_path, Path(os.environ["HOME"])]
    _desk, person = sit_down()
    to_purpose(person, "I run a group")
    password = to_parts(person, name=SIGN_IN_NAME, group=GROUP, public=False)
    person.presses("Print")
    for field, word in marked_words(printer[0]).items():
        person.types(field, word)
    person.presses("Finish")
    person.waits_for_window("MainWindow")
    canaries = (*CANARIES, password, *beginnings(printer[0]))

    an_evening(person, sit_down)
    assert titles() == {"PeerDesk"}
    assert readable(everywhere, canaries) == [], "while everything is open"
    person.presses("Lock")
    assert readable(everywhere, canaries) == [], "after the lock"

    _desk, person = sit_down.come_back()
    signs_in(person, SIGN_IN_NAME, "a quite wrong password")
    person.waits_for("You typed the name")
    person.qtbot.waitUntil(lambda: any(b.text() == "Open" for b in person.buttons()))
    signs_in(person, SIGN_IN_NAME, password)
    person.waits_for_window("MainWindow")
    person.presses("My notes")
    person.waits_for(TITLE)
    sit_down.leave()
    assert readable(everywhere, canaries) == [], "after the end"
    out, err = capfd.readouterr()
    assert [w for w in canaries if w.lower() in (out + err).lower()] == []


def beginnings(printed: str) -> list[str]:
    """The first four words of each printed part, which are enough to know it by."""
    found = []
    for sheet in printed.split("<h1")[1:]:
        words = re.findall(r"<td[^>]*>\d+&nbsp; (?:<b>▸ )?(\w+)", sheet)
        assert len(words) == 20
        found.append(" ".join(words[:4]))
    return found


def rows_of(path: Path, key: bytes) -> str:
    """Every row of every table, search tables included."""
    raw = connect(path, key, read_only=True)
    try:
        tables = [r[0] for r in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return "\n".join(str(raw.execute(f'SELECT * FROM "{t}"').fetchall()) for t in tables)
    finally:
        raw.close()


@pytest.mark.skipif(pages.crypto() is None, reason="no AES to look inside with")
def test_what_was_erased_for_good_is_not_even_inside(sit_down: Seat, tiny_kdf, home: Path) -> None:
    make_group(sit_down.workspace, tiny_kdf, sit_down.clock, shared=False)
    desk, person = sit_down()
    signs_in(person)
    person.waits_for_window("MainWindow")
    an_evening(person, sit_down)
    assert desk.signed_in is not None
    cabinet, drawer = desk.signed_in.session.cabinet, desk.signed_in.session.drawer
    assert cabinet is not None

    def everything(place: Place) -> bytes:
        assert place._key is not None
        found = pages.inside(place.path, place._key)
        for copy in sit_down.workspace.joinpath("backups").glob(f"{place.path.stem}-*"):
            found += pages.inside(copy, place._key)
        return found

    person_words = (PERSON, "Oxlade", REACH, "dovecote", PHONE, "01614960777", MAIL, STEP, WHY)
    note_words = (TITLE, NOTE, "harmonica", "telescope")
    for words in person_words:
        assert pages.holds(everything(cabinet), words), f"the look itself does not find {words}"
    for words in note_words:
        assert pages.holds(everything(drawer), words), f"the look itself does not find {words}"

    person.presses("Erase for good…")
    person.waits_for("Nothing can bring it back.")
    person.presses("Erase for good")
    person.waits_for("The note is erased.")
    person.holds(Qt.Key.Key_3)
    person.waits_for("How to reach")
    person.presses("Erase for good…")
    person.waits_for("It cannot come back, and there is no undo.")
    person.presses("Erase for good")
    person.waits_for("Nobody is here yet")

    assert [w for w in person_words if pages.holds(everything(cabinet), w)] == []
    assert [w for w in note_words if pages.holds(everything(drawer), w)] == []
    assert cabinet._key is not None
    assert "Oxlade" not in rows_of(cabinet.path, cabinet._key)
    assert pages.holds(everything(cabinet), THEME), "what was not erased is still there"

    person.holds(Qt.Key.Key_Z)
    assert not person.sees("Oxlade")
    person.holds(Qt.Key.Key_K)
    person.keys("oxlade")
    person.waits_for("Nothing found for “oxlade”.")
