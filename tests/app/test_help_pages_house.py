"""Help pages in the house: how one comes to them, and keys that are really there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from peerdesk.app.find.also import ALSO
from peerdesk.app.gallery.surfaces import Stage, stage
from peerdesk.app.help_pages import keys
from peerdesk.app.help_pages.page import OTHERS, HelpPage
from peerdesk.app.main_window import MainWindow
from peerdesk.app.room_sidebar import HELP_PAGES
from peerdesk.app.settings.page import SettingsPage
from peerdesk.app.welcome.front import Front
from peerdesk.ui import theme
from tests.tiny_app import TINY


@pytest.fixture
def scene(qapp: QApplication) -> Iterator[Stage]:
    with stage(qapp, TINY) as made:
        yield made
        theme.apply(qapp, "light", 1.0)


def _sequence(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)


def _owner(window: MainWindow, shortcut: QShortcut) -> str:
    """The room a shortcut belongs to; "" for the window."""
    pages: dict[QObject, str] = {page: key for key, page in window.pages.items()}
    at: QObject | None = shortcut
    while at is not None:
        if at in pages:
            return pages[at]
        at = at.parent()
    return ""


def test_no_key_is_missing_and_none_is_left_over(scene: Stage) -> None:
    """Whoever adds a shortcut says on the page of keys what it does."""
    window = scene.signed_in("today").window
    for key in window.rooms:
        window.go(key)
    real: dict[str, set[str]] = defaultdict(set)
    for shortcut in window.findChildren(QShortcut):
        real[_owner(window, shortcut)].add(shortcut.key().toString())
    said = {
        room: {_sequence(k) for key in listed for k in key.all()}
        for room, listed in keys.ROOMS.items()
    }
    go = {_sequence(room.shortcut) for room in window.rooms.values() if room.shortcut}
    said[""] = {_sequence(k) for key in keys.WINDOW for k in key.all()} | go
    assert dict(real) == said


def test_keys_without_signing_in_are_there(scene: Stage, qtbot: QtBot) -> None:
    front = Front(scene.desk, scene.desk.glance())
    qtbot.addWidget(front)
    with qtbot.waitSignal(front.painted):
        front.show()
    front.show_directory()
    real = {shortcut.key().toString() for shortcut in front.findChildren(QShortcut)}
    said = {_sequence(k) for key in keys.NOBODY for k in key.all()}
    assert said - {"Esc"} == real
    front.release()


def test_help_stands_in_no_list_of_rooms_but_is_found(scene: Stage) -> None:
    desk = scene.signed_in("today")
    assert tuple(key for key, _words in OTHERS) == HELP_PAGES
    commands = {command.title for command in desk._commands()}
    assert {"Getting started", "Keys", "What is protected", "If the computer is gone"} <= commands
    for key in HELP_PAGES:
        page = desk.window.go(key)
        assert isinstance(page, HelpPage)
        assert desk.window.current == key
        with pytest.raises(KeyError):
            desk.window.sidebar.entry(key)


def test_commands_are_found_by_other_words(scene: Stage) -> None:
    desk = scene.signed_in("today")
    assert {*ALSO} - {*desk.window.rooms} == {"lock"}
    for typed, title in (
        ("copy", "Copies"),
        ("backup", "Copies"),
        ("password", "Settings"),
        ("dark", "Settings"),
        ("close the evening", "Closing the evening"),
        ("log off", "Lock"),
    ):
        assert title in {c.title for c in desk._commands() if c.answers(typed)}, typed


def test_settings_lead_there(scene: Stage) -> None:
    window = scene.signed_in("settings").window
    page = window.pages["settings"]
    assert isinstance(page, SettingsPage)
    for key, button in page.about.pages.items():
        button.click()
        assert window.current == key
    assert set(page.about.pages) == set(HELP_PAGES)


def test_the_welcome_page_leads_there_and_back(scene: Stage, qtbot: QtBot) -> None:
    front = Front(scene.desk, scene.desk.glance())
    qtbot.addWidget(front)
    with qtbot.waitActive(front):
        front.show()
        front.activateWindow()
    front.welcome.protected_link.click()
    assert front.protected is not None
    assert front.stack.currentWidget() is front.protected
    assert front.protected.back_button.hasFocus()
    assert front.shelf is None, "reading this opens nothing"
    qtbot.keyClick(front.protected.back_button, Qt.Key.Key_Escape)
    assert front.stack.currentWidget() is front.welcome
    assert front.welcome.protected_link.hasFocus()
    front.show_protected()
    front.show_welcome()
    assert front.stack.currentWidget() is front.welcome
