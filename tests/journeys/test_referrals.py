"""A service is suggested to somebody; next week the group asks how it went, and counts."""

from __future__ import annotations

from PySide6.QtCore import Qt

from peerdesk.features.directory.service import DirectoryService
from peerdesk.features.people.service import PeopleService

from .conftest import Seat
from .walks import make_group, signs_in


def test_suggested_asked_counted(sit_down: Seat, tiny_kdf, printer: list[str]) -> None:
    make_group(sit_down.workspace, tiny_kdf, sit_down.clock, shared=False)
    desk, person = sit_down()
    signs_in(person)
    person.waits_for_window("MainWindow")
    session = desk.signed_in.session
    PeopleService(session.cabinet).add_person("Ana")
    DirectoryService(session.shelf).add_service("Harbour Advice", phone="555 0100")

    # tonight: to Ana, and to somebody who does not want to be written down
    person.holds(Qt.Key.Key_4)
    person.waits_for("Harbour Advice")
    person.presses("Suggest this to…")
    person.waits_for("Suggest Harbour Advice to…")
    person.keys("an")
    person.key(Qt.Key.Key_Return)
    person.waits_for("Suggested a service")
    person.presses("Suggest this to…")
    person.presses("To nobody by name")

    # nothing is found: it is noted for the next funding talk
    person.types("Search local help", "zither lessons")
    person.presses("Note it: Nobody here offers this. Note it for the next funding talk.")
    person.waits_for("Noted under")
    person.presses("Lock")

    # a week later
    sit_down.clock.advance(days=7)
    desk, person = sit_down.come_back()
    signs_in(person)
    person.waits_for_window("MainWindow")
    person.holds(Qt.Key.Key_3)
    person.waits_for("How did it go there?")
    person.presses("On a waiting list: Harbour Advice")
    person.waits_for("On a waiting list")
    desk.signed_in.window.go("referrals")
    person.waits_for("To nobody by name · 7 days ago")
    person.presses("Turned away: Harbour Advice, To nobody by name")
    person.keys("Only with a letter")
    person.key(Qt.Key.Key_Return)
    person.waits_for("Nothing to ask about")
    words = person.words()
    assert "All together · suggested 2 times" in words
    assert "On a waiting list 1 · Turned away 1" in words
    assert "Only with a letter: 1" in words

    person.presses("What is missing here")
    person.waits_for("zither lessons")
    person.presses("Print one page")
    assert "zither lessons" in printer[-1]
    assert "Ana" not in printer[-1]
    assert "Harbour" not in printer[-1]


def test_what_i_want_to_say_is_gone_after_a_lock(
    sit_down: Seat, tiny_kdf, printer: list[str]
) -> None:
    make_group(sit_down.workspace, tiny_kdf, sit_down.clock, shared=False)
    desk, person = sit_down()
    signs_in(person)
    person.waits_for_window("MainWindow")
    person.waits_for("Today")
    desk.signed_in.window.go("say")
    person.waits_for("Nothing here is kept")
    person.types("What helps", "A door that is not locked")
    person.presses("Print…")
    assert "A door that is not locked" in printer[-1]
    person.presses("Lock")
    desk, person = sit_down.come_back()
    signs_in(person)
    person.waits_for_window("MainWindow")
    desk.signed_in.window.go("say")
    person.waits_for("Nothing here is kept")
    assert not person.sees("A door that is not locked")
    held = b"".join(p.read_bytes() for p in sit_down.workspace.rglob("*") if p.is_file())
    assert b"A door that is not locked" not in held
