"""Fields that save themselves, also when saving did not go well the first time."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.ui.saving import Saver, end_all, flush_all, unsaved_of

FULL = translate("Store", "There is no room left.")


class Disk:
    """Keeps words, and what was said and left."""

    def __init__(self) -> None:
        self.full = False
        self.kept: list[str] = []
        self.told: list[str] = []
        self.left = 0

    def save(self, text: str) -> None:
        if self.full:
            raise KnownError(FULL)
        self.kept.append(text)

    def leave(self) -> None:
        self.left += 1


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    box = QVBoxLayout(made)
    for name in ("Theme", "Place"):
        field = QLineEdit()
        field.setAccessibleName(name)
        box.addWidget(field)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def fields(window: QWidget) -> list[QLineEdit]:
    return window.findChildren(QLineEdit)


def saver(field: QLineEdit, disk: Disk, pause: int = 600) -> Saver:
    return Saver(
        field, disk.save, disk.leave, lambda text: disk.told.append(str(text)), pause=pause
    )


def test_words_wait_until_there_is_room(window: QWidget, disk: Disk, qtbot: QtBot) -> None:
    field, other = fields(window)
    one = saver(field, disk)
    disk.full = True
    field.setFocus()
    qtbot.keyClicks(field, "Rest")
    with pytest.raises(KnownError):
        one.flush()
    assert one.unsaved() == "Theme: Rest"
    one.load("what was kept before")
    assert field.text() == "Rest"
    for _time in range(3):  # leaving the field tries again, and speaks up once
        other.setFocus()
        field.setFocus()
    assert disk.told == ["There is no room left."]
    assert disk.left == 0
    disk.full = False
    other.setFocus()
    one.flush()
    assert disk.kept == ["Rest"]
    assert disk.left == 1
    assert one.unsaved() == ""
    disk.full = True
    field.setFocus()
    qtbot.keyClicks(field, "!")
    other.setFocus()
    assert len(disk.told) == 2, "another time it is said again"


def test_every_key_is_saved_without_a_pause(window: QWidget, disk: Disk, qtbot: QtBot) -> None:
    field, _other = fields(window)
    one = saver(field, disk, pause=0)
    qtbot.keyClicks(field, "Re")
    assert disk.kept == ["R", "Re"]
    disk.full = True
    qtbot.keyClicks(field, "st")
    assert disk.told == ["There is no room left."]
    assert one.text() == "Rest"


def test_a_mistake_of_ours_is_not_tried_for_ever(window: QWidget, qtbot: QtBot) -> None:
    def mistake(_text: str) -> None:
        raise ZeroDivisionError

    field, _other = fields(window)
    one = Saver(field, mistake, list, list)
    qtbot.keyClicks(field, "R")
    with pytest.raises(ZeroDivisionError):
        one.flush()
    one.flush()


def test_all_have_a_go(window: QWidget, disk: Disk, qtbot: QtBot) -> None:
    field, other = fields(window)
    full = Disk()
    full.full = True
    both = saver(field, full), saver(other, disk)
    for number, one in enumerate((field, other)):
        qtbot.keyClicks(one, str(number))
    with pytest.raises(KnownError):
        flush_all(both)
    assert disk.kept == ["1"]
    assert unsaved_of(both) == "Theme: 0"


def test_nothing_is_tried_once_the_files_are_closed(
    window: QWidget, disk: Disk, qtbot: QtBot
) -> None:
    field, other = fields(window)
    one = saver(field, disk)
    field.setFocus()
    qtbot.keyClicks(field, "Rest")
    end_all(window)
    other.setFocus()
    one.flush()
    assert disk.kept == []


def test_what_is_shown_is_read_from_its_beginning(window: QWidget, disk: Disk) -> None:
    theme, place = fields(window)
    theme.setFocus()
    here, there = saver(theme, disk), saver(place, disk)
    here.load("Maximiliana Theodora")
    there.load("Maximiliana Theodora")
    assert place.cursorPosition() == 0
    assert theme.cursorPosition() == len("Maximiliana Theodora")  # who types goes on at the end
