"""What a sign-in says of a group whose files are older than they were."""

from __future__ import annotations

import shutil
from argparse import Namespace
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from peerdesk.app.desk import Desk
from peerdesk.app.keys.older_files import OlderFiles
from peerdesk.app.signed_in import SignedInDesk
from peerdesk.core.clock import FixedClock
from peerdesk.features.keys.facilitators import Facilitators
from peerdesk.features.keys.signed_in import SignedIn
from peerdesk.features.people.service import PeopleService
from peerdesk.ui import a11y, theme
from tests.store.copies import House, lived_in
from tests.tiny_app import TINY

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def house(tmp_path: Path) -> House:
    clock = FixedClock(datetime(2026, 11, 24, 16, 20), "Europe/London")
    return lived_in(tmp_path / "w", clock)


class Door:
    """Maria comes and goes, with this key of the group."""

    def __init__(self, house: House, desk: Desk) -> None:
        self.house, self.desk = house, desk
        self.now: SignedInDesk | None = None

    def comes(self, key: bytes) -> OlderFiles | None:
        """What she is asked to read, if she is."""
        self.goes()
        self.now = signed = SignedInDesk(self.desk, maria_with(self.house, key))
        signed.copies.sticks._find = lambda _beside: []
        signed.window.show()
        signed.arrive()
        signed.settle()
        return signed.window.findChild(OlderFiles)

    def goes(self) -> None:
        signed, self.now = self.now, None
        if signed is not None:
            signed.close()
            signed.window.close()
            signed.window.deleteLater()
            signed.deleteLater()


@pytest.fixture
def door(qapp: QApplication, house: House) -> Iterator[Door]:
    options = Namespace(
        workspace=house.workspace.path,
        demo=False,
        locked=False,
        throw_away=False,
        greet=False,
        show="welcome",
    )
    desk = Desk(qapp, options, TINY, None)
    desk.clock = house.clock
    made = Door(house, desk)
    yield made
    made.goes()
    theme.apply(qapp, "light", 1.0)
    desk.setParent(None)


def maria_with(house: House, key: bytes) -> SignedIn:
    maria = house.people["maria"]
    return SignedIn(maria.drawer_id, maria.key, [(house.group_uid, house.group, key)])


def test_files_from_before_a_new_key_are_asked_about_until_it_was_read(
    house: House, door: Door, tmp_path: Path, qtbot: QtBot
) -> None:
    assert door.comes(house.key) is None
    door.goes()
    shutil.copytree(house.workspace.groups, tmp_path / "groups")
    rooms = Facilitators(house.workspace, TINY, house.clock)
    new = rooms.withdraw(maria_with(house, house.key), house.group_uid).signed_in
    assert door.comes(new.cabinets[0][2]) is None
    door.goes()
    shutil.rmtree(house.workspace.groups)
    shutil.copytree(tmp_path / "groups", house.workspace.groups)

    dialog = door.comes(house.key)
    assert dialog is not None
    assert dialog.isVisible()
    assert any("is older than" in label.text() for label in dialog.findChildren(QLabel))
    assert a11y.walk(dialog) == []
    asked = dialog
    qtbot.waitUntil(lambda: asked.focusWidget() is asked.later)
    qtbot.keyClick(asked.later, Qt.Key.Key_Return)
    dialog = door.comes(house.key)
    assert dialog is not None, "nobody has read it"
    qtbot.mouseClick(dialog.read, LEFT)
    assert door.comes(house.key) is None


def test_what_is_erased_while_signed_in_is_kept_in_mind_at_the_lock(
    house: House, door: Door, tmp_path: Path
) -> None:
    assert door.comes(house.key) is None
    door.goes()
    shutil.copytree(house.workspace.groups, tmp_path / "groups")
    assert door.comes(house.key) is None
    assert door.now is not None
    assert door.now.session.cabinet is not None
    people = PeopleService(door.now.session.cabinet)
    people.erase(people.add_person(name="Ana"))
    door.goes()
    shutil.rmtree(house.workspace.groups)
    shutil.copytree(tmp_path / "groups", house.workspace.groups)
    assert door.comes(house.key) is not None
