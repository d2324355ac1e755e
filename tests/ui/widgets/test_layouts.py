"""Layouts wrap, mirror and stack."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from peerdesk.ui import a11y, theme
from peerdesk.ui.widgets import (
    Button,
    FlowLayout,
    Grid,
    Label,
    Panes,
    Row,
    ScrollCard,
    TurningRow,
)


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


def test_how_high_a_flow_is_follows_what_is_in_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    widget, flow, buttons = flow_of(qtbot, 4)
    asked: list[int] = []
    worked_out = FlowLayout._lines
    monkeypatch.setattr(
        FlowLayout, "_lines", lambda self, width: asked.append(width) or worked_out(self, width)
    )
    assert {flow.heightForWidth(250) for _ in range(5)} == {2 * 40 + 8}
    assert asked == [250]
    for change, lines in (
        (lambda: buttons[0].setText("Words of nearly a line"), 3),
        (lambda: buttons[0].hide(), 2),
        (lambda: buttons[1].hide(), 1),
        (lambda: buttons[1].show(), 2),
        (lambda: flow.add(Button("More words"), Button("And more")), 3),
        (lambda: flow.removeWidget(buttons[3]), 2),
        (lambda: (flow.takeAt(2), flow.takeAt(2)), 1),
    ):
        before = flow.heightForWidth(250)
        change()
        assert flow.heightForWidth(250) == lines * 40 + (lines - 1) * 8 != before
    flow.clear()
    assert flow.heightForWidth(250) == 0
    assert widget.layout() is flow


def test_a_button_wider_than_a_line_leaves_its_icon_out(qtbot: QtBot) -> None:
    widget = QWidget()
    flow = FlowLayout(widget)
    button = Button("Read the room's calendar", icon="import")
    flow.add(button, Label("and"))
    qtbot.addWidget(widget)
    full, least = button.full_width(), button.bare_width()
    assert flow.minimumSize().width() <= least < full
    for width, shown in ((least, least), (full, full), (full - 1, least), (900, full)):
        flow.setGeometry(QRect(0, 0, width, 100))
        assert button.sizeHint().width() == shown
        assert button.sizeHint().width() <= button.width() <= width
        assert flow.sizeHint().width() > full, "it wants its icon all the time"


def test_a_button_longer_than_a_line_wraps_its_words(qtbot: QtBot) -> None:
    widget = QWidget()
    flow = FlowLayout(widget)
    button = Button("Read the calendar of the room and of the house", "primary")
    flow.add(button)
    qtbot.addWidget(widget)
    one, least = button.bare_width(), flow.minimumSize().width()
    assert least < one // 2
    flow.setGeometry(QRect(0, 0, least, 400))
    assert button.width() == least == button.sizeHint().width()
    assert button.height() == button.sizeHint().height() == flow.heightForWidth(least) > 3 * 20
    assert not list(a11y._clipped_button(button, "here"))
    flow.setGeometry(QRect(0, 0, 900, 400))
    wide = button.full_width()
    assert button.size().toTuple() == (wide, 40), "one line again, as high as any"


def test_a_button_of_one_word_does_not_become_narrower(qtbot: QtBot) -> None:
    widget = QWidget()
    flow = FlowLayout(widget)
    button = Button("Terugbetalingsvoorwaarden")
    flow.add(button)
    qtbot.addWidget(widget)
    assert flow.minimumSize().width() == button.bare_width()


def test_a_row_turns_where_its_parts_do_not_fit(qtbot: QtBot) -> None:
    widget = QWidget()
    row = TurningRow(widget, (4, 4, 4, 4), 10)
    words, button = Label("Some words on a line", wrap=True), Button("Do something about it")
    words.setMinimumWidth(120)
    row.addWidget(words, 1)
    row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
    qtbot.addWidget(widget)
    need = 120 + 10 + button.minimumSizeHint().width() + 8
    assert row.needs() == need
    assert row.minimumSize().width() == button.minimumSizeHint().width() + 8
    widget.show()
    for width, down in ((need, False), (need - 1, True), (need + 40, False)):
        widget.resize(width, 300)
        QApplication.processEvents()
        assert row.turned() is down
        assert (button.y() > words.geometry().bottom()) is down
        assert (button.x() > words.geometry().right()) is not down
        assert button.width() == button.sizeHint().width()
    assert row.itemAt(1).alignment() == Qt.AlignmentFlag.AlignVCenter


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
