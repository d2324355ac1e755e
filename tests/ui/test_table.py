"""Long lists fetch what is seen, and nothing more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QStyle
from pytestqt.qtbot import QtBot

from peerdesk.ui import a11y, table, theme
from peerdesk.ui.views import ListRows, ListTable

Person = tuple[str, str, str]


class Source:
    """Numbered people; remembers what it was asked for."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.fetched: list[int] = []
        self.orders: list[tuple[str, bool]] = []

    def ids(self, sort: str = "", descending: bool = False) -> Sequence[int]:
        self.orders.append((sort, descending))
        made = range(1, self.count + 1)
        return made[::-1] if descending else made

    def rows(self, ids: Sequence[int]) -> list[Person]:
        self.fetched += ids
        return [(f"Name {n}", "Member", "new" if n % 2 else "") for n in ids]


def make(source: Source) -> table.WindowModel[Person]:
    columns = [
        table.Column[Person]("Name", lambda p: p[0], "name", bold=True),
        table.Column[Person]("Role", lambda p: p[1], width=120),
        table.Column[Person](
            "", lambda _p: "", tags=lambda p: [(p[2], "accent")] if p[2] else [], width=90
        ),
    ]
    model = table.WindowModel(
        columns, source.ids, source.rows, spoken=lambda p: f"{p[0]}, {p[1]}", sort="name"
    )
    model.reload()
    return model


@pytest.mark.usefixtures("qapp")
def test_only_seen_rows_are_fetched() -> None:
    source = Source(100_000)
    model = make(source)
    assert model.rowCount() == 100_000
    assert source.fetched == []
    assert model.index(70_000, 0).data() == "Name 70001"
    assert len(source.fetched) == model.BLOCK
    model.index(70_001, 0).data()
    assert len(source.fetched) == model.BLOCK


@pytest.mark.usefixtures("qapp")
def test_few_blocks_are_kept() -> None:
    source = Source(10_000)
    model = make(source)
    for row in range(0, 10_000, model.BLOCK):
        model.row_at(row)
    assert len(model._blocks) == model.KEPT


@pytest.mark.usefixtures("qapp")
def test_the_model_keeps_qts_rules() -> None:
    model = make(Source(5))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert model.index(0, 0).data() == "Name 5"
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(model.index(0, 0)) == 0


@pytest.mark.usefixtures("qapp")
def test_roles() -> None:
    model = make(Source(3))
    first, tags = model.index(0, 0), model.index(0, 2)
    said = Qt.ItemDataRole.AccessibleTextRole
    assert first.data(table.ID) == 1
    assert first.data(table.BOLD) is True
    assert first.data(said) == "Name 1, Member"
    assert model.index(0, 1).data(said) == "Role: Member"
    assert tags.data(said) == "new"
    assert tags.data(table.TAGS) == [("new", "accent")]
    assert first.data(table.ROW) == ("Name 1", "Member", "new")
    assert first.data(Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex()) is None
    horizontal = Qt.Orientation.Horizontal
    assert model.headerData(1, horizontal, said) == "Role"
    assert model.headerData(9, horizontal) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None


@pytest.mark.usefixtures("qapp")
def test_sorting_is_asked_of_the_source() -> None:
    source = Source(3)
    model = make(source)
    model.sort(1)
    model.sort(-1)
    assert source.orders == [("name", False)]
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert source.orders[-1] == ("name", True)
    assert model.sort_key() == ("name", True)


@pytest.mark.usefixtures("qapp")
def test_refresh_keeps_the_place_when_the_ids_stay(qtbot: QtBot) -> None:
    source = Source(3)
    model = make(source)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.refresh()
    source.count = 4
    with qtbot.waitSignal(model.modelReset):
        model.refresh()
    assert model.rowCount() == 4
    assert model.id_at(9) is None
    assert model.row_at(9) is None


def shown(qtbot: QtBot, view: Any) -> None:
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    qtbot.waitExposed(view)


def test_table_by_keyboard(qtbot: QtBot) -> None:
    view = ListTable("People")
    model = make(Source(50))
    view.set_model(model)
    shown(qtbot, view)
    assert view.show_id(2)
    assert not view.show_id(999)
    picked: list[int] = []
    view.picked.connect(picked.append)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert picked == [3, 4]
    assert view.current_id() == 4
    with qtbot.waitSignal(view.opened) as told:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert told.args == [4]
    assert view.rowHeight(0) == 41
    assert a11y.walk(view) == []


def test_header_sorts_and_keeps_the_row(qtbot: QtBot) -> None:
    view = ListTable("People")
    model = make(Source(50))
    view.set_model(model)
    shown(qtbot, view)
    view.show_id(7)
    header = view.horizontalHeader()
    header.sectionClicked.emit(0)
    assert model.sort_key() == ("name", True)
    assert view.current_id() == 7
    assert header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
    header.sectionClicked.emit(1)
    assert model.sort_key() == ("name", True)
    view.grab()


def test_many_rows_paint_only_what_is_seen(qtbot: QtBot) -> None:
    source = Source(100_000)
    view = ListTable("People")
    view.set_model(make(source))
    shown(qtbot, view)
    view.grab()
    view.scrollToBottom()
    view.grab()
    assert len(set(source.fetched)) <= 4 * table.WindowModel.BLOCK
    assert view.columnWidth(1) >= theme.px(120)


def make_rows(source: Source) -> table.RowsModel[Person]:
    model = table.RowsModel(
        source.ids,
        source.rows,
        title=lambda p: p[0],
        detail=lambda p: p[1],
        trailing=lambda p: p[2],
    )
    model.reload()
    return model


@pytest.mark.parametrize("rtl", [False, True])
def test_two_line_rows(qtbot: QtBot, qapp: QApplication, rtl: bool) -> None:
    way = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    qapp.setLayoutDirection(way)
    view = ListRows("Local help")
    model = make_rows(Source(100_000))
    view.set_model(model)
    shown(qtbot, view)
    index = model.index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Name 1, Member, new"
    assert index.data(table.DETAIL) == "Member"
    assert index.data(table.TRAILING) == "new"
    assert view.sizeHintForIndex(index).height() == 76
    view.show_id(1)
    picked: list[int] = []
    view.picked.connect(picked.append)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert picked == [100_000]
    with qtbot.waitSignal(view.opened):
        qtbot.keyClick(view, Qt.Key.Key_Return)
    view.grab()
    assert not view.show_id(-4)
    assert a11y.walk(view) == []


def test_tags_stay_inside_their_cell(qtbot: QtBot) -> None:
    view = ListTable("People")
    view.set_model(make(Source(3)))
    shown(qtbot, view)
    cell: QRect = view.visualRect(view.model().index(0, 2))
    image = view.viewport().grab().toImage()
    soft = theme.LIGHT.color("accent_soft")
    ratio = image.devicePixelRatio()
    y = int(cell.center().y() * ratio)
    columns = [x for x in range(image.width()) if image.pixelColor(x, y) == soft]
    assert columns
    assert min(columns) >= cell.left() * ratio
    assert max(columns) <= (cell.right() + 1) * ratio
    assert QStyle.visualRect(view.layoutDirection(), cell, cell) == cell
