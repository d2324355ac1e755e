"""People with keys, from the first click to the next sign-in."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from peerdesk.app.keys import stick as keys_stick
from peerdesk.app.keys.page import KeysPage
from peerdesk.app.locking.watch import LockWatch
from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.features.keys import stick
from peerdesk.features.keys.base import Person as Newcomer
from peerdesk.features.keys.facilitators import Facilitators
from peerdesk.features.keys.members import Members
from peerdesk.features.keys.service import GroupPlan, KeysService, Made
from peerdesk.store.workspace import Workspace, build
from peerdesk.ui import printing

from .conftest import Seat
from .key_walks import confirms, locks, marked, to_keys, types_two_parts, words_on
from .walks import NAME, PASSWORD, SIGN_IN, SIX_WORDS, says_who, signs_in

TOM = Newcomer("tom", "a sentence of tom, long enough", called="Tom Q")


@pytest.fixture
def group(sit_down: Seat, tiny_kdf) -> Made:
    with build(sit_down.workspace, sit_down.clock) as fresh:
        keys = KeysService(fresh, tiny_kdf, sit_down.clock)
        made = keys.first_facilitator(NAME, PASSWORD, GroupPlan("Tuesday Circle"))
        keys.parts_printed_at_first_start(made)
    return made


@pytest.fixture
def tom(sit_down: Seat, group: Made, tiny_kdf) -> Newcomer:
    """A colleague, let in already."""
    service = Facilitators(Workspace(sit_down.workspace), tiny_kdf, sit_down.clock)
    service.add_new(group.signed_in, group.card.group_uid, TOM)
    return TOM


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    pages: list[str] = []
    monkeypatch.setattr(printing, "print_text", lambda body, _w: pages.append(body) or True)
    monkeypatch.setattr(printing, "can_print", lambda: True)
    return pages


def test_a_colleague_is_let_in_and_opens_the_group(sit_down: Seat, group: Made) -> None:
    _desk, person = sit_down()
    to_keys(person)
    person.presses("Let somebody in")
    person.presses("New at this computer")
    person.presses("Continue")
    person.presses("I am the new colleague")
    person.types("The name your colleagues see", "Tom Q")
    password = says_who(person, "tom")
    person.presses("Not now")
    person.waits_for("Your colleague can open the group now")
    person = locks(sit_down, person)
    to_keys(person, "tom", password)
    person.presses("Show names")
    assert person.sees("Tom Q")
    assert person.sees(NAME)
    assert person.sees("Tuesday Circle")


def test_somebody_with_a_place_signs_in_beside(sit_down: Seat, group: Made, tiny_kdf) -> None:
    Members(Workspace(sit_down.workspace), tiny_kdf, sit_down.clock).make_place(TOM)
    _desk, person = sit_down()
    to_keys(person)
    person.presses("Let somebody in")
    person.presses("Has a place here")
    person.presses("Continue")
    person.types(SIGN_IN, "tom")
    person.types(SIX_WORDS, "not the password at all")
    person.presses("Continue")
    person.waits_for("do not open anything here")
    person.types(SIX_WORDS, TOM.password)
    person.presses("Continue")
    person.waits_for("Your colleague can open the group now")
    person = locks(sit_down, person)
    signs_in(person, "tom", TOM.password)
    person.waits_for("Tuesday Circle")


def test_somebody_is_taken_out(sit_down: Seat, tom: Newcomer) -> None:
    _desk, person = sit_down()
    to_keys(person)
    person.presses("Take T. out")
    person.waits_for("stay readable for whoever could read them before")
    person.presses("Take out")
    person.waits_for("That is done")
    person = locks(sit_down, person)
    signs_in(person, "tom", TOM.password)
    person.waits_for("My place")
    assert not person.sees("Tuesday Circle")
    person.waits_for("You cannot open this group's records")
    _desk, person = sit_down()
    to_keys(person, "tom", TOM.password)
    assert not person.sees("You cannot open this group's records")
    assert person.sees("Groups that do not open")
    assert person.sees("A group without a public name")
    _desk, person = sit_down()
    signs_in(person)
    person.waits_for("Tuesday Circle")


def test_thinking_better_of_it_changes_nothing(sit_down: Seat, tom: Newcomer) -> None:
    _desk, person = sit_down()
    to_keys(person)
    person.presses("Take T. out")
    person.presses("Back")
    person.waits_for_window("MainWindow")
    person.waits_for("Keys of the group")
    _desk, person = sit_down()
    signs_in(person, "tom", TOM.password)
    person.waits_for("Tuesday Circle")


def test_a_new_key_beside_a_colleague(sit_down: Seat, tom: Newcomer) -> None:
    _desk, person = sit_down()
    to_keys(person)
    person.presses("Give T. a new key")
    person.waits_for("Your private notes cannot come back without your sheet")
    person.presses("I need the new key")
    password = says_who(person, "tom")
    person.presses("Not now")
    person.waits_for("The new key is there")
    person = locks(sit_down, person)
    signs_in(person, "tom", password)
    person.waits_for("Tuesday Circle")


def test_a_member_makes_a_place_with_a_sheet_forgets_and_comes_back(
    sit_down: Seat, group: Made, printed: list[str]
) -> None:
    _desk, person = sit_down()
    person.waits_for("Make a place of my own")
    person.presses("Make a place of my own")
    person.presses("Make a new place")
    person.presses("Continue")
    says_who(person, "sam")
    person.presses("Print")
    (page,) = printed
    assert "sam" not in page
    for label, word in marked(page):
        person.types(label, word[:4])
    person.presses("Finish")
    person.waits_for_window("MainWindow")
    assert person.sees("My place")
    assert not person.sees("Tuesday Circle")
    assert not person.sees("People")
    assert person.sees("Local help")
    _desk, person = sit_down()
    person.waits_for("I forgot my password")
    person.presses("I forgot my password")
    person.presses("My personal sheet")
    person.presses("Continue")
    typed = words_on(page).split()
    wrong = next(w for w in ("academic", "acid") if w != typed[8])
    person.types("Words of the sheet", " ".join([*typed[:8], wrong, *typed[9:]]))
    person.presses("Continue")
    person.waits_for(f"word 9 does not fit. Does the paper say “{typed[8]}” there?")
    person.types("Words of the sheet", " ".join(word[:4] for word in typed))
    person.presses("Continue")
    person.waits_for("Choose a sign-in name")
    says_who(person, "sam")
    person.waits_for_window("MainWindow")
    assert person.sees("My place")


def test_two_parts_bring_a_group_back(sit_down: Seat, group: Made) -> None:
    _desk, person = sit_down()
    person.waits_for("I forgot my password")
    person.presses("I forgot my password")
    person.presses("Two of the group's recovery parts")
    person.presses("Continue")
    one, _, three = group.parts
    person.types("Part 1", one)
    person.presses("Continue")
    person.waits_for("1 more part of the sheet needed")
    swapped = three.split()
    at = next(n for n in range(8, 18) if swapped[n] != swapped[n + 1])
    swapped[at], swapped[at + 1] = swapped[at + 1], swapped[at]
    person.types("Part 2", " ".join(swapped))
    person.presses("Continue")
    person.waits_for(f"Look at part 2: words {at + 1} and {at + 2} have changed places")
    person.types("Part 2", three)
    person.presses("Continue")
    person.waits_for("Which of these were you?")
    person.presses("Continue")
    person.waits_for("Please choose one.")
    person.presses("None of these")
    person.presses("Continue")
    person.waits_for("Choose a sign-in name")
    assert person.sees("The name your colleagues see")
    says_who(person, "nina")
    person.presses("Not now")
    person.waits_for_window("MainWindow")
    assert person.sees("Tuesday Circle")


def test_two_parts_bring_back_whom_it_was(sit_down: Seat, group: Made, tom: Newcomer) -> None:
    _desk, person = sit_down()
    types_two_parts(person, group, "Tom Q")
    assert not person.sees("The name your colleagues see")
    person.presses("Back")
    person.waits_for("Which of these were you?")
    person.presses("Continue")
    person.waits_for("Choose a sign-in name")
    says_who(person, "tom the second")
    person.presses("Not now")
    person.waits_for_window("MainWindow")
    person.presses("Settings")
    person.presses("My password and my sheet")
    page = person.window.findChild(KeysPage)
    assert [(h.name, h.me) for _, h in page.rows] == [(NAME, False), ("Tom Q", True)]


def test_with_nothing_left_a_new_place_is_offered(sit_down: Seat, group: Made) -> None:
    _desk, person = sit_down()
    person.waits_for("I forgot my password")
    person.presses("I forgot my password")
    person.presses("A colleague beside me")
    person.presses("Continue")
    person.waits_for("presses “Give a new key”")
    person.presses("Back")
    person.presses("None of these")
    person.presses("Continue")
    person.presses("Make a place of my own")
    person.waits_for("A place of my own")
    person.presses("Back")
    person.waits_for("Sign in")


def test_a_facilitator_switches_places_of_ones_own_off(sit_down: Seat, group: Made) -> None:
    _desk, person = sit_down()
    signs_in(person)
    person.waits_for_window("MainWindow")
    person.presses("Settings")
    person.presses("Nobody")
    _desk, person = sit_down()
    person.waits_for("I forgot my password")
    assert not person.sees("Make a place of my own")
    person.presses("I forgot my password")
    person.presses("None of these")
    person.presses("Continue")
    person.waits_for("nobody can open your place")
    person.presses("Back to the sign-in")
    person.waits_for("Sign in")


@pytest.mark.parametrize("way", ["I would like another one", "Someone may know it"])
def test_another_password(sit_down: Seat, group: Made, way: str) -> None:
    _desk, person = sit_down()
    to_keys(person)
    person.presses("Password: Change…")
    person.presses(way)
    person.presses("Continue")
    person.types(SIGN_IN, "somebody else")
    person.types(SIX_WORDS, PASSWORD)
    person.presses("Continue")
    person.waits_for("do not open anything here")
    confirms(person)
    person.waits_for("Choose a sign-in name")
    password = says_who(person)
    if way == "Someone may know it":
        person.presses("Not now")
    person.waits_for("Your new password counts from now on")
    person = locks(sit_down, person)
    signs_in(person)
    person.waits_for("do not open anything here")
    _desk, person = sit_down()
    signs_in(person, password=password)
    person.waits_for("Tuesday Circle")


def test_a_sheet_later_from_settings(
    sit_down: Seat, group: Made, printed: list[str], tiny_kdf
) -> None:
    _desk, person = sit_down()
    to_keys(person)
    person.presses("Personal sheet: Make a new one…")
    person.presses("Print")
    for label, word in marked(printed[0]):
        person.types(label, word)
    person.presses("Finish")
    person.waits_for("Your new sheet counts from now on")
    person.presses("Back to my desk")
    person.waits_for("Keys of the group")
    opened = KeysService(Workspace(sit_down.workspace), tiny_kdf, sit_down.clock)._accounts()
    from peerdesk.safe import recovery

    secret = recovery.read_personal_sheet(words_on(printed[0]))
    assert opened.open_with_sheet(secret).drawer_id == group.signed_in.drawer_id


def test_a_stick_and_three_words(
    sit_down: Seat, group: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usb = tmp_path / "usb"
    usb.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(usb))
    monkeypatch.setattr(stick, "suggest", lambda: ["river", "lunar", "artist"])
    monkeypatch.setattr(keys_stick, "plugged_in", list)
    _desk, person = sit_down()
    to_keys(person)
    person.presses("USB stick and three words: Make a key…")
    confirms(person)
    person.waits_for("Your own USB stick")
    person.presses("Continue")
    person.waits_for("Please choose a folder first.")
    person.presses("Choose a folder on the USB stick")
    person.presses("Continue")
    person.types("Type the three words", "rive luna beav")
    person.presses("Continue")
    person.waits_for("This is not the same yet.")
    person.types("Type the three words", "rive luna arti")
    person.presses("Continue")
    person.waits_for("Your stick and three words count from now on")
    assert [p.name for p in usb.iterdir()] == [stick.NAME]
    person = locks(sit_down, person)
    signs_in(person, password="river lunar artist")
    person.waits_for("no such stick is plugged in")
    found = stick.found_in([usb])
    monkeypatch.setattr(stick, "found_in", lambda _folders: found)
    person.types(SIX_WORDS, "rive luna arti")
    person.presses("Open")
    person.waits_for("Tuesday Circle")
    person.presses("Settings")
    person.presses("My password and my sheet")
    person.presses("Password: Change…")
    person.presses("I would like another one")
    person.presses("Continue")
    person.types(SIGN_IN, NAME)
    person.types(SIX_WORDS, "rive luna arti")
    person.presses("Continue")
    person.waits_for("Choose a sign-in name")


def test_another_group_and_back(sit_down: Seat, group: Made) -> None:
    _desk, person = sit_down()
    to_keys(person)
    person.presses("Add another group")
    person.types("Name of the group", "Quiet group")
    person.presses("Continue")
    person.waits_for("Keys of the group")
    assert person.sees("Quiet group")
    sit_down.clock.advance(minutes=1)
    person.presses("Tuesday Circle: Go there")
    person.waits_for_window("MainWindow")
    person.waits_for("Tuesday Circle")
    _desk, person = sit_down()
    signs_in(person)
    person.waits_for("Tuesday Circle")
    desk = sit_down.desk
    assert desk is not None
    assert desk.signed_in is not None
    menu = person.button("Another group").menu()
    menu.aboutToShow.emit()
    (action,) = menu.actions()
    sit_down.clock.advance(minutes=1)
    action.trigger()
    person.waits_for("Quiet group")


def test_leaving_with_the_place_and_bringing_it_back(
    sit_down: Seat, tom: Newcomer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usb = tmp_path / "usb"
    usb.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(usb))
    _desk, person = sit_down()
    to_keys(person, "tom", TOM.password)
    person.presses("Leave this computer: Leave…")
    person.presses("Take my place along")
    person.presses("Continue")
    person.presses("Choose a folder on the USB stick")
    person.presses("Continue")
    person.types(SIGN_IN, "tom")
    person.types(SIX_WORDS, TOM.password)
    person.presses("Leave this computer")
    person.waits_for("Your place is gone from this computer")
    (file,) = usb.iterdir()
    person = locks(sit_down, person)
    signs_in(person, "tom", TOM.password)
    person.waits_for("do not open anything here")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    person.presses("Make a place of my own")
    person.presses("Bring my own place")
    person.presses("Continue")
    person.presses("Continue")
    person.waits_for("Please choose the file first.")
    person.presses("Choose the file")
    person.types(SIGN_IN, "tom")
    person.types(SIX_WORDS, TOM.password)
    person.presses("Continue")
    person.waits_for_window("MainWindow")
    assert person.sees("My place")


def test_the_last_facilitator_cannot_leave(sit_down: Seat, group: Made) -> None:
    _desk, person = sit_down()
    to_keys(person)
    person.presses("Leave this computer: Leave…")
    person.presses("Erase my place")
    person.presses("Continue")
    confirms(person, "Leave this computer")
    person.waits_for("Nobody else can open the group")
    person.presses("Back")
    person.presses("Back")
    person.presses("Back")
    person.waits_for("Keys of the group")


def test_a_process_that_knew_a_key_does_not_show_the_welcome_page(
    sit_down: Seat, group: Made
) -> None:
    desk, person = sit_down()
    types_two_parts(person, group)
    for _ in range(4):
        person.presses("Back")
    assert desk.next_start is not None


@pytest.mark.parametrize("how", ["idle", "hide"])
def test_steps_that_are_left_alone_lock(sit_down: Seat, group: Made, how: str) -> None:
    desk, person = sit_down()
    types_two_parts(person, group)
    getattr(person.window.findChild(LockWatch), how).emit()
    assert desk.next_start is not None
    desk, person = sit_down()
    to_keys(person)
    person.presses("Let somebody in")
    getattr(person.window.findChild(LockWatch), how).emit()
    assert desk.next_start is not None
    assert desk.signed_in is None


def test_a_full_disk_on_the_way_out_of_the_desk_locks(
    sit_down: Seat, group: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, person = sit_down()
    to_keys(person)

    def full() -> None:
        raise KnownError(translate("Store", "full"))

    monkeypatch.setattr(person.window, "flush", full)
    person.presses("Let somebody in")
    assert desk.next_start is not None


def test_a_group_that_does_not_open_leaves_the_one_before(sit_down: Seat, group: Made) -> None:
    _desk, person = sit_down()
    to_keys(person)
    person.presses("Add another group")
    person.types("Name of the group", "Quiet group")
    person.presses("Continue")
    person.waits_for("Keys of the group")
    Workspace(sit_down.workspace).cabinet(group.card.file_id).write_bytes(b"x" * 8192)
    person.presses("Tuesday Circle: Go there")
    person.waits_for("A part is damaged")
    assert person.sees("Quiet group")
