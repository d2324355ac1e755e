"""Layouts wrap, mirror and stack."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from peerdesk.ui import theme
from peerdesk.ui.widgets import Button, FlowLayout, Grid, Label, Panes, Row, ScrollCard


def flow_of(qtbot: QtBot, count: int) -> tuple[QWidget, FlowLayout, list[Button]]:
    widget = QWidget()
    flow = FlowLayout(widget)
    buttons = [Button(f"Words {n}") for n in range(count)]
    flow.add(*buttons)
    qtbot.addWidget(widget)
    return widget, flow, buttons


def test_flow_wraps_and_grows(qtbot: QtBot) -> None:
    widget, flow, buttons = flow_of(qtbot, 6)
    one, narrow = flow.heightForWidth(2000), flow.heightForWidth(250)
    assert one == 40
    assert narrow == 3 * 40 + 2 * 8
    flow.setGeometry(QRect(0, 0, 250, narrow))
    assert buttons[2].y() == 48
    assert buttons[2].x() == 0
    assert flow.minimumSize().width() == max(b.bare_width() for b in buttons)
    assert widget.layout() is flow


def test_a_button_wider_than_a_line_leaves_its_icon_out(qtbot: QtBot) -> None:
    widget = QWidget()
    flow = FlowLayout(widget)
    button = Button("Read the room's calendar", icon="import")
    flow.add(button, Label("and"))
    qtbot.addWidget(widget)
    full, least = button.full_width(), flow.minimumSize().width()
    assert least == button.bare_width() < full
    for width, shown in ((least, least), (full, full), (full - 1, least), (900, full)):
        flow.setGeometry(QRect(0, 0, width, 100))
        assert button.sizeHint().width() == shown
        assert button.sizeHint().width() <= button.width() <= width
        assert flow.sizeHint().width() > full, "it wants its icon all the time"


def test_flow_from_right_to_left(qtbot: QtBot) -> None:
    widget, flow, buttons = flow_of(qtbot, 2)
    widget.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    flow.setGeometry(QRect(0, 0, 400, 40))
    assert buttons[0].geometry().right() == 399
    assert buttons[1].geometry().right() < buttons[0].x()


def test_flow_at_the_end_and_without_hidden_widgets(qtbot: QtBot) -> None:
    _widget, flow, buttons = flow_of(qtbot, 2)
    flow.align_end = True
    buttons[0].hide()
    flow.setGeometry(QRect(0, 0, 400, 40))
    assert buttons[1].geometry().right() == 399


def test_flow_clear(qtbot: QtBot) -> None:
    _widget, flow, _buttons = flow_of(qtbot, 3)
    assert flow.itemAt(9) is None
    assert flow.takeAt(9) is None
    flow.clear()
    assert flow.count() == 0


def test_rows_and_grids(qtbot: QtBot, qapp: QApplication) -> None:
    widget = QWidget()
    row = Row(widget, (1, 2, 3, 4), 8).add(Label("a"), Label("b"))
    grid = Grid(spacing=(10, 4))
    row.addLayout(grid)
    qtbot.addWidget(widget)
    theme.apply(qapp, "light", 2.0)
    assert row.contentsMargins().right() == 6
    assert (grid.horizontalSpacing(), grid.verticalSpacing()) == (20, 8)


@pytest.mark.parametrize(("scale", "stacked"), [(1.0, False), (2.0, True)])
def test_panes_stack_when_text_is_large(
    qtbot: QtBot, qapp: QApplication, scale: float, stacked: bool
) -> None:
    theme.apply(qapp, "light", scale)
    panes = Panes()
    left, right = ScrollCard(), ScrollCard()
    panes.add_pane(left, 2)
    panes.add_pane(right, 1)
    qtbot.addWidget(panes)
    panes.resize(900, 600)
    panes.show()
    qtbot.waitExposed(panes)
    assert panes.stacked() is stacked
    assert (left.width() == right.width()) is stacked
    if not stacked:
        assert left.height() == right.height() == panes.viewport().height()
