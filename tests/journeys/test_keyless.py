"""Opening without a password on one's own computer, and every way back to the password."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtWidgets import QWidget

from peerdesk.app.keys import keyless
from peerdesk.app.keys.keyless_front import OpenMyPlace
from peerdesk.safe.own_computer import OwnComputer

from .conftest import Seat, TestDesk
from .person import Person
from .walks import make_group, signs_in

ROW = "Open without password on this computer"


class Keyring:
    def __init__(self) -> None:
        self.entries: dict[tuple[str, str], str] = {}
        self.answers = True

    def _asked(self) -> None:
        if not self.answers:
            raise RuntimeError("locked")

    def get_password(self, service: str, username: str) -> str | None:
        self._asked()
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._asked()
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._asked()
        del self.entries[service, username]


@pytest.fixture
def keyring(monkeypatch) -> Keyring:
    made = Keyring()

    def own(workspace) -> OwnComputer:
        return OwnComputer(workspace.path, workspace.id, lambda: made)

    monkeypatch.setattr(keyless, "own_computer", own)
    return made


def rows(desk: TestDesk, person: Person):
    person.presses("Settings")
    return desk.signed_in.window.pages["settings"].private


def opens(sit_down: Seat, tiny_kdf, *, shared: bool = False) -> tuple[TestDesk, Person]:
    make_group(sit_down.workspace, tiny_kdf, sit_down.clock, shared=shared)
    desk, person = sit_down()
    signs_in(person)
    person.waits_for_window("MainWindow")
    return desk, person


def turned_on(sit_down: Seat, tiny_kdf) -> tuple[TestDesk, Person]:
    """Somebody asked for it; then PeerDesk was locked."""
    desk, person = opens(sit_down, tiny_kdf)
    private = rows(desk, person)
    private.open.chosen.emit(1)
    person.qtbot.waitUntil(lambda: desk.signed_in.keyless.is_on)
    person.qtbot.waitUntil(private.open.isEnabled)
    desk.lock()
    return sit_down.come_back()


def offers(person: Person) -> bool:
    return bool(person.window.findChildren(OpenMyPlace))


def test_nobody_is_offered_it_by_itself(sit_down, tiny_kdf, keyring) -> None:
    desk, _person = opens(sit_down, tiny_kdf)
    desk.lock()
    _desk, person = sit_down.come_back()
    person.waits_for("I forgot my password")
    assert not offers(person)
    assert not keyring.entries


def test_a_press_opens_the_place(sit_down, tiny_kdf, keyring) -> None:
    _desk, person = turned_on(sit_down, tiny_kdf)
    person.waits_for("Open my place")
    assert not person.sees("Wilhelmina"), "whose place it is does not stand there"
    person.presses("Open my place")
    person.waits_for_window("MainWindow")
    person.waits_for("Wilhelmina")


@pytest.mark.parametrize("lost", ["entry", "answer", "file"])
def test_whatever_is_lost_the_password_opens(sit_down, tiny_kdf, keyring, lost) -> None:
    desk, person = turned_on(sit_down, tiny_kdf)
    person.waits_for("Open my place")
    if lost == "entry":
        keyring.entries.clear()
    elif lost == "answer":
        keyring.answers = False
    else:
        for path in desk.workspace.drawers.glob("*.own"):
            path.unlink()
    person.presses("Open my place")
    person.waits_for("Please sign in with your name and password.")
    assert person.focused() == "Your sign-in name"
    found = [w for w in person.visible(QWidget) if w.property("text") == "Open my place"]
    assert bool(found) == (lost != "file")
    signs_in(person)
    person.waits_for_window("MainWindow")


def test_switching_it_off(sit_down, tiny_kdf, keyring) -> None:
    _desk, person = turned_on(sit_down, tiny_kdf)
    person.waits_for("Open my place")
    person.presses("Open my place")
    person.waits_for_window("MainWindow")
    desk = cast(TestDesk, sit_down.desk)
    private = rows(desk, person)
    assert private.open.current() == 1
    private.open.chosen.emit(0)
    person.qtbot.waitUntil(lambda: not desk.signed_in.keyless.is_on)
    person.qtbot.waitUntil(private.open.isEnabled)
    assert not keyring.entries


def test_others_use_it_too(sit_down, tiny_kdf, keyring) -> None:
    _desk, person = turned_on(sit_down, tiny_kdf)
    person.waits_for("Open my place")
    person.presses("Open my place")
    person.waits_for_window("MainWindow")
    desk = cast(TestDesk, sit_down.desk)
    private = rows(desk, person)
    desk.signed_in.computer.set_shared(True)
    person.qtbot.waitUntil(lambda: not desk.signed_in.keyless.any_here())
    person.qtbot.waitUntil(lambda: not keyring.entries)
    assert not private.open.isEnabled()
    person.waits_for("Only where nobody else uses this computer")
    desk.lock()
    _desk, person = sit_down.come_back()
    person.waits_for("I forgot my password")
    assert not offers(person)


def test_a_shared_computer_never_offers_it(sit_down, tiny_kdf, keyring) -> None:
    desk, person = opens(sit_down, tiny_kdf, shared=True)
    private = rows(desk, person)
    assert not private.open.isEnabled()
    name = desk.signed_in.session.drawer.path.stem
    (desk.workspace.drawers / f"{name}.own").write_bytes(b"")
    desk.lock()
    _desk, person = sit_down.come_back()
    person.waits_for("I forgot my password")
    assert not offers(person)


def test_a_keyring_that_refuses_says_so(sit_down, tiny_kdf, keyring) -> None:
    desk, person = opens(sit_down, tiny_kdf)
    private = rows(desk, person)
    keyring.answers = False
    private.open.chosen.emit(1)
    person.waits_for("The keyring of this computer did not keep")
    assert private.open.current() == 0
    assert not desk.signed_in.keyless.is_on


def test_other_programs_may_see_my_notes(sit_down, tiny_kdf, keyring) -> None:
    desk, person = opens(sit_down, tiny_kdf)
    private = rows(desk, person)
    assert private.capture.current() == 0
    private.capture.chosen.emit(1)
    assert desk.signed_in.personal.capture
    private.refresh()
    assert private.capture.current() == 1
    person.waits_for("Changed who may see my notes")
