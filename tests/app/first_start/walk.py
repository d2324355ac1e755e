"""How a person goes through the first start, and the words for what it ends with."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from peerdesk.app.first_start import FirstStart
from peerdesk.app.first_start.group import GroupStep, HouseStep
from peerdesk.app.first_start.making import MakingStep
from peerdesk.app.first_start.parts import CheckStep, PartsStep
from peerdesk.app.first_start.person import AgainStep, NameStep, PasswordStep
from peerdesk.features.keys.service import SignedIn
from peerdesk.store.workspace import Workspace

Make = Callable[[], FirstStart]
Ended = list[tuple[str, Workspace | None, SignedIn | None]]


def left_behind(place: Path) -> list[str]:
    top = place.parent.parent
    return sorted(str(p.relative_to(top)) for p in top.rglob("*"))


def on(window: FirstStart, kind: type) -> object:
    assert type(window.step) is kind, type(window.step)
    return window.step


def press_next(qtbot: QtBot, window: FirstStart) -> None:
    qtbot.mouseClick(window.next_button, Qt.MouseButton.LeftButton)


def choose(qtbot: QtBot, window: FirstStart, title: str) -> None:
    assert window.step is not None
    card = next(c for c in window.step.findChildren(QRadioButton) if c.text() == title)
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    press_next(qtbot, window)


def wait_made(qtbot: QtBot, window: FirstStart) -> None:
    qtbot.waitUntil(lambda: not isinstance(window.step, MakingStep), timeout=20_000)


def to_person(qtbot: QtBot, window: FirstStart, computer: str = "A shared computer") -> None:
    press_next(qtbot, window)
    choose(qtbot, window, "I run a group")
    choose(qtbot, window, computer)


def to_group(qtbot: QtBot, window: FirstStart) -> None:
    name = on(window, NameStep)
    assert isinstance(name, NameStep)
    qtbot.keyClicks(name.name, "Maria")
    press_next(qtbot, window)
    on(window, PasswordStep)
    press_next(qtbot, window)
    again = on(window, AgainStep)
    assert isinstance(again, AgainStep)
    qtbot.keyClicks(again.again, " ".join(w[:4] for w in window.answers.words))
    qtbot.keyClick(again.again, Qt.Key.Key_Return)


def to_parts(qtbot: QtBot, window: FirstStart, computer: str = "A shared computer") -> PartsStep:
    to_person(qtbot, window, computer)
    to_group(qtbot, window)
    group = on(window, GroupStep)
    assert isinstance(group, GroupStep)
    qtbot.keyClicks(group.name, "Tuesday Circle")
    qtbot.keyClicks(group.place, "Blue room")
    group.public.click()
    press_next(qtbot, window)
    house = on(window, HouseStep)
    assert isinstance(house, HouseStep)
    qtbot.keyClicks(house.centre, "Riverside Centre")
    house.country.setCurrentIndex(house.country.findData("GB"))
    press_next(qtbot, window)
    wait_made(qtbot, window)
    step = on(window, PartsStep)
    assert isinstance(step, PartsStep)
    return step


def type_words(qtbot: QtBot, window: FirstStart) -> None:
    check = on(window, CheckStep)
    assert isinstance(check, CheckStep)
    for part, number, _field, typed in check.fields:
        typed.clear()
        qtbot.keyClicks(typed, part.split()[number - 1][:4])
