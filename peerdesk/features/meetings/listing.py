"""The list of meetings: what comes next above, what lies behind below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from peerdesk.exchange.busy import Busy
from peerdesk.features.meetings.room_words import taken_words
from peerdesk.features.meetings.service import MeetingView
from peerdesk.ui import dates, theme
from peerdesk.ui.dates import to_qdate
from peerdesk.ui.whole_list import WholeList
from peerdesk.ui.widgets import paint
from peerdesk.ui.widgets.labels import tag_colors
from peerdesk.ui.widgets.scrolling import quiet_bars

Index = QModelIndex | QPersistentModelIndex
DETAIL = Qt.ItemDataRole.UserRole
TAG = Qt.ItemDataRole.UserRole + 1
UID = Qt.ItemDataRole.UserRole + 2
SECTION = Qt.ItemDataRole.UserRole + 3
NOWHERE = QModelIndex()
NOTHING: Mapping[bytes, Busy] = {}
LONG = 24
"""Letters of a holiday that still fit into a tag."""


class MeetingsModel(QAbstractListModel):
    """Sections and meetings, in the order they are shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: list[str | MeetingView] = []
        self._today = date.min
        self._taken: Mapping[bytes, Busy] = NOTHING

    def load(
        self,
        ahead: Sequence[MeetingView],
        behind: Sequence[MeetingView],
        today: date,
        taken: Mapping[bytes, Busy] = NOTHING,
    ) -> None:
        """Show these meetings; the list keeps its place when they are the same dates. ``taken``:
        what takes the room of some of them."""
        entries: list[str | MeetingView] = []
        for words, meetings in ((self.tr("Next"), ahead), (self.tr("Past"), behind)):
            if meetings:
                entries += [words, *meetings]
        same = [_key(e) for e in entries] == [_key(e) for e in self._entries]
        if not same:
            self.beginResetModel()
        self._today, self._entries, self._taken = today, entries, taken
        if not same:
            self.endResetModel()
        elif entries:
            self.dataChanged.emit(self.index(0, 0), self.index(len(entries) - 1, 0))

    def meetings(self) -> list[MeetingView]:
        """The meetings without the sections."""
        return [e for e in self._entries if isinstance(e, MeetingView)]

    def number_of(self, uid: bytes) -> int:
        """The row of a meeting; -1 when it is not in the list."""
        for number, entry in enumerate(self._entries):
            if isinstance(entry, MeetingView) and entry.uid == uid:
                return number
        return -1

    def tag(self, meeting: MeetingView) -> tuple[str, str]:
        """(words, kind) of the tag of a meeting."""
        if meeting.holiday is not None:
            why = meeting.holiday.words
            if not why or len(why) > LONG:
                return self.tr("no meeting"), "neutral"
            return self.tr("no meeting: {why}").format(why=why), "neutral"
        if meeting.cancelled:
            return self.tr("cancelled"), "clay"
        if meeting.closed or meeting.here:
            here = self.tr("{n} here").format(n=dates_number(meeting.here))
            return here, "ok" if meeting.closed else "accent"
        if meeting.start.date() < self._today:
            return self.tr("not closed"), "neutral"
        if meeting.moved:
            return self.tr("moved"), "accent"
        return (self.tr("extra"), "accent") if meeting.extra else ("", "")

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self._entries[index.row()], str):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if isinstance(entry, str):
            return {Qt.ItemDataRole.DisplayRole: entry, SECTION: True}.get(role)
        title = day_words(entry.start.date(), self._today)
        parts = [dates.clock(entry.start), entry.theme or entry.place]
        if entry.uid in self._taken:
            parts.append(taken_words(self._taken[entry.uid], entry.zone, entry.place))
        detail = " · ".join(p for p in parts if p)
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        if role == DETAIL:
            return detail
        if role == TAG:
            return self.tag(entry)
        if role == UID:
            return entry.uid
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(p for p in (title, detail, self.tag(entry)[0]) if p)
        return None


def _key(entry: str | MeetingView) -> str | bytes:
    return entry if isinstance(entry, str) else entry.uid


def day_words(day: date, today: date) -> str:
    """ "Tuesday 24 November", with the year when it is another."""
    words = dates.long_day(day)
    return (
        words if day.year == today.year else f"{words} {QLocale().toString(to_qdate(day), 'yyyy')}"
    )


def dates_number(number: int) -> str:
    """A whole number as the language writes it."""
    return QLocale().toString(number)


class _Delegate(QStyledItemDelegate):
    """Date and tag in the first line (the tag below where it does not fit), then the rest."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def _measure(self, index: Index, width: int) -> tuple[QRect, QRect, QRect, int]:
        """Date, tag and detail (not mirrored), and the height of the row."""
        pad, gap, top = theme.px(12), theme.px(8), theme.px(9)
        words = index.data() or ""
        if index.data(SECTION):
            line = theme.line_height(12)
            return (
                QRect(pad, theme.px(12), width - 2 * pad, line),
                QRect(),
                QRect(),
                line + theme.px(18),
            )
        room, flags = width - 2 * pad, Qt.TextFlag.TextWordWrap
        bold, small = QFontMetrics(theme.font(15, 600)), QFontMetrics(theme.font(13))
        wide = tall = 0
        if tag := index.data(TAG)[0]:
            wide = QFontMetrics(theme.font(12)).horizontalAdvance(tag) + 2 * theme.px(9)
            tall = theme.line_height(12) + theme.px(3)
        fits = bold.horizontalAdvance(words) + gap + wide <= room
        title_room = room - wide - gap if wide and fits else room
        title_tall = max(
            theme.line_height(15),
            bold.boundingRect(0, 0, max(40, title_room), 9999, flags, words).height(),
        )
        title = QRect(pad, top, title_room, title_tall)
        y = top + title_tall
        place = QRect()
        if wide and fits:
            place = QRect(pad + room - wide, top + (title_tall - tall) // 2, wide, tall)
        elif wide:
            place = QRect(pad, y + theme.px(2), wide, tall)
            y = place.bottom() + theme.px(3)
        detail = index.data(DETAIL)
        rest = small.boundingRect(0, 0, max(40, room), 9999, flags, detail).height()
        third = QRect(pad, y, room, max(rest, theme.line_height(13)))
        return title, place, third, third.bottom() + top

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        width = self._view.viewport().width()
        return QSize(width, self._measure(index, width)[3])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, box = self._view, option.rect
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        t, way = theme.of(view), view.layoutDirection()
        title, place, detail, _tall = self._measure(index, box.width())

        def at(rect: QRect) -> QRect:
            return QStyle.visualRect(way, box, rect.translated(box.topLeft()))

        align = int(QStyle.visualAlignment(way, Qt.AlignmentFlag.AlignLeft))
        align |= int(Qt.AlignmentFlag.AlignAbsolute) | int(Qt.TextFlag.TextWordWrap)
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        if index.data(SECTION):
            painter.setFont(theme.font(12))
            painter.setPen(t.color("muted"))
            painter.drawText(at(title), align, index.data())
            painter.restore()
            return
        if on:
            paint.rounded(painter, box, theme.px(8), t.accent_soft)
        painter.setFont(theme.font(15, 600))
        painter.setPen(t.color("ink"))
        painter.drawText(at(title), align, index.data())
        painter.setFont(theme.font(13))
        painter.setPen(t.color("ink" if on and t.name == "contrast" else "muted"))
        painter.drawText(at(detail), align, index.data(DETAIL))
        words, kind = index.data(TAG)
        if words:
            back, front = tag_colors(t, kind)
            paint.rounded(painter, at(place), place.height() / 2, t.surface if on else back)
            painter.setFont(theme.font(12))
            painter.setPen(QColor(front))
            painter.drawText(at(place), Qt.AlignmentFlag.AlignCenter, words)
        if on and view.hasFocus():
            paint.focus_ring(painter, box, theme.px(8), t.focus)
        painter.restore()


class MeetingsList(WholeList, QListView):
    """The list itself. ``picked(uid)`` follows the current row, also by keyboard."""

    WHOLE = 60  # it stands alone then
    LEAST = (160, 80)

    picked = Signal(object)
    opened = Signal()

    def __init__(self, model: MeetingsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        quiet_bars(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Meetings"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_Delegate(self))
        self.setModel(model)
        self.viewport().setAutoFillBackground(False)
        model.dataChanged.connect(lambda *_: self.scheduleDelayedItemsLayout())
        self.selectionModel().currentRowChanged.connect(self._moved)
        self.activated.connect(lambda _index: self.opened.emit())
        self.clicked.connect(lambda _index: self.opened.emit())
        self.restyle()

    def restyle(self) -> None:
        self.setFont(theme.font())
        self.scheduleDelayedItemsLayout()

    def select(self, uid: bytes | None) -> None:
        """Make the row of a meeting current without telling anyone; None for none."""
        model = self.model()
        assert isinstance(model, MeetingsModel)
        number = -1 if uid is None else model.number_of(uid)
        self._quiet = True
        if number < 0:
            self.selectionModel().clear()
        else:
            index = model.index(number, 0)
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, flag)
            self.scrollTo(index)
        self._quiet = False

    def _moved(self, now: QModelIndex, before: QModelIndex) -> None:
        del before
        uid = now.data(UID)
        if uid is not None and not self._quiet:
            self.picked.emit(uid)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
