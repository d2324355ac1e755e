"""Everything that is pressed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from peerdesk.ui import theme
from peerdesk.ui.widgets import Button, ChoiceCards, NavButton, Segmented, Tile


def name_of(widget: QPushButton) -> str:
    iface = QAccessible.queryAccessibleInterface(widget)
    assert iface is not None
    assert iface.role() in (QAccessible.Role.Button, QAccessible.Role.CheckBox)
    return iface.text(QAccessible.Text.Name)


@pytest.mark.parametrize("kind", ["primary", "plain", "crisis", "quiet", "link"])
@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_every_kind(qtbot: QtBot, qapp: QApplication, kind: str, scheme: theme.Scheme) -> None:
    theme.apply(qapp, scheme, 1.0)
    button = Button("Read to me", kind, icon="sound", keys="F8")
    qtbot.addWidget(button)
    assert name_of(button) == "Read to me"
    assert button.sizeHint().height() == (32 if kind == "link" else 40)
    first = button.grab().toImage()
    button.setEnabled(False)
    assert button.grab().toImage() != first


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_press(qtbot: QtBot, key: Qt.Key) -> None:
    button = Button("Add")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_sizes_and_icon_only(qtbot: QtBot) -> None:
    close = Button(icon="close", name="Close")
    small, large = Button("One", small=True), Button("Open", "primary", large=True)
    for made in (close, small, large):
        qtbot.addWidget(made)
    assert name_of(close) == close.toolTip() == "Close"
    assert close.sizeHint().width() >= 40
    assert small.sizeHint().height() == 32
    assert large.sizeHint().height() == 46


def test_parts_change(qtbot: QtBot) -> None:
    button = Button("Show names")
    qtbot.addWidget(button)
    narrow = button.sizeHint().width()
    button.set_icon("eye")
    button.set_keys("F8")
    assert button.keys() == "F8"
    assert button.accessibleDescription() == "F8"
    assert button.sizeHint().width() > narrow
    button.set_kind("primary")
    assert button.grab().toImage().pixelColor(20, 3).name() == theme.LIGHT.accent.lower()


def test_chips_stay_pressed(qtbot: QtBot) -> None:
    chip = Button("Housing", chip=True)
    qtbot.addWidget(chip)
    off = chip.grab().toImage()
    chip.click()
    assert chip.isChecked()
    assert chip.grab().toImage() != off


def focus(qtbot: QtBot, window: QWidget, widget: QWidget) -> None:
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)


def ends(image: QImage) -> tuple[int, int]:
    """How many dark pixels the first and the last quarter hold."""
    wide, quarter = image.width(), image.width() // 4

    def dark(xs: range) -> int:
        return sum(
            image.pixelColor(x, y).lightness() < 120 for x in xs for y in range(image.height())
        )

    return dark(range(quarter)), dark(range(wide - quarter, wide))


def test_right_to_left_mirrors(qtbot: QtBot, qapp: QApplication) -> None:
    def draw() -> tuple[int, int]:
        button = NavButton("x", "home")
        qtbot.addWidget(button)
        button.resize(200, 38)
        return ends(button.grab().toImage())

    left = draw()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    right = draw()
    assert left[0] > left[1]
    assert right[1] > right[0]


def test_sidebar_entries(qtbot: QtBot) -> None:
    entry = NavButton("People", "people", trailing="12")
    qtbot.addWidget(entry)
    entry.click()
    assert not entry.isChecked()
    entry.set_selected(True)
    assert entry.isChecked()
    assert entry.accessibleDescription() == "12"
    assert entry.font().weight() == 600
    assert not entry.grab().isNull()


def test_segments_by_arrow(qtbot: QtBot) -> None:
    parts = Segmented(["done", "going", "changed"], name="How it went", current=0)
    qtbot.addWidget(parts)
    focus(qtbot, parts, parts.buttons()[0])
    seen: list[int] = []
    parts.chosen.connect(seen.append)
    qtbot.keyClick(parts.buttons()[0], Qt.Key.Key_Right)
    assert parts.current() == 1
    assert parts.buttons()[1].accessibleDescription() == "How it went"
    qtbot.mouseClick(parts.buttons()[2], Qt.MouseButton.LeftButton)
    assert seen[-1] == 2
    told = len(seen)
    parts.set_current(0)
    parts.set_current(-1)
    assert parts.current() == -1
    assert len(seen) == told
    parts.set_items(["me", "Dev"], 1)
    assert parts.current() == 1
    assert not parts.grab().isNull()


def test_segments_stack_when_narrow(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "light", 2.0)
    parts = Segmented(["done", "going", "changed", "set aside", "hard this time"])
    qtbot.addWidget(parts)
    parts.resize(parts.sizeHint())
    assert not parts.stacked()
    parts.resize(300, parts.heightForWidth(300))
    parts.grab()
    assert parts.stacked()
    boxes = [b.geometry() for b in parts.buttons()]
    assert all(parts.rect().contains(b) for b in boxes)
    assert all(a.bottom() < b.top() for a, b in pairwise(boxes))


@pytest.mark.parametrize("rtl", [False, True])
def test_choice_cards(qtbot: QtBot, qapp: QApplication, rtl: bool) -> None:
    way = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    qapp.setLayoutDirection(way)
    cards = ChoiceCards(name="How to begin")
    first = cards.add("look", "Look round first", "Opens a made-up group. " * 4, "eye")
    second = cards.add("run", "I run a group")
    qtbot.addWidget(cards)
    cards.show()
    assert cards.current() == ""
    with qtbot.waitSignal(cards.chosen) as told:
        qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert told.args == ["look"]
    focus(qtbot, cards, first)
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert cards.current() == "run"
    assert first.heightForWidth(260) > first.heightForWidth(900)
    assert first.accessibleDescription().startswith("Opens")
    assert second.description() == ""
    cards.set_current("look")
    assert cards.current() == "look"
    assert not cards.grab().isNull()


@pytest.mark.parametrize("large", [False, True])
def test_tiles(qtbot: QtBot, large: bool) -> None:
    tile = Tile("Find local help", "Housing, food", icon="" if large else "pin", large=large)
    qtbot.addWidget(tile)
    tile.resize(tile.sizeHint())
    assert name_of(tile) == "Find local help"
    assert tile.heightForWidth(200) >= tile.heightForWidth(600)
    tile.set_words("Meetings here", "When and where")
    assert tile.description() == tile.accessibleDescription() == "When and where"
    with qtbot.waitSignal(tile.clicked):
        qtbot.keyClick(tile, Qt.Key.Key_Return)
    assert not tile.grab().isNull()


def test_what_is_chosen_can_be_read_where_nothing_can_be_chosen(qtbot: QtBot) -> None:
    choice = Segmented(["No", "Yes"], name="Open without password")
    qtbot.addWidget(choice)
    choice.setEnabled(False)
    chosen = choice.buttons()[0]
    assert chosen.isChecked()
    image = chosen.grab().toImage()
    # Beside the words: their colour, "muted", holds on this ground (see contrast.py).
    ground = image.pixelColor(6, image.height() // 2)
    assert ground == theme.of(chosen).color("accent_soft")
