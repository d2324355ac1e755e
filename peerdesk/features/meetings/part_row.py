"""One part of an agenda in the list."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QStyle, QWidget

from peerdesk.features.meetings.service import Part
from peerdesk.ui import dates, theme
from peerdesk.ui.widgets import paint


class PartRow(QRadioButton):
    """One part of the agenda: its number, title and minutes. Arrow keys choose another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part: Part | None = None
        self._number = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_part(self, number: int, part: Part) -> None:
        """Show a part."""
        self.part = part
        self._number = self.locale().toString(number)
        self.setText(part.title or self.tr("No title yet"))
        start = dates.clock(part.starts)
        self.setToolTip(start)
        said = self.tr("{start}, {length}").format(start=start, length=dates.length(part.minutes))
        self.setAccessibleDescription(said)
        self.updateGeometry()
        self.update()

    def _columns(self, width: int) -> tuple[QRect, QRect, QRect]:
        """Number, title and minutes, not mirrored; the title as tall as its words need."""
        pad, first = theme.px(10), theme.px(32)
        minutes = QFontMetrics(theme.font(13)).horizontalAdvance(self._minutes()) + 2
        room = max(40, width - pad - first - minutes - pad - theme.px(8))
        flags = Qt.TextFlag.TextWordWrap
        metrics = QFontMetrics(theme.font(15, 600))
        tall = metrics.boundingRect(0, 0, room, 9999, flags, self.text()).height()
        top = theme.px(10)
        tall = max(tall, theme.line_height(15))
        line = theme.line_height(15)
        return (
            QRect(pad, top, first, line),
            QRect(pad + first, top, room, tall),
            QRect(width - pad - minutes, top, minutes, line),
        )

    def _minutes(self) -> str:
        return dates.length(self.part.minutes) if self.part else ""

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._columns(width)[1].bottom() + theme.px(10)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(260), self.heightForWidth(theme.px(260)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(180), theme.px(42))

    def hitButton(self, at: object) -> bool:
        return self.rect().contains(at)  # type: ignore[call-overload, no-any-return]

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        t, way, on = theme.of(self), self.layoutDirection(), self.isChecked()
        painter = paint.painter(self)
        if on:
            paint.rounded(painter, self.rect(), theme.px(8), t.accent_soft)
        elif self.underMouse():
            paint.rounded(painter, self.rect(), theme.px(8), t.hover)
        number, title, minutes = (
            QStyle.visualRect(way, self.rect(), r) for r in self._columns(self.width())
        )
        start = int(QStyle.visualAlignment(way, Qt.AlignmentFlag.AlignLeft))
        start |= int(Qt.AlignmentFlag.AlignAbsolute) | int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(theme.font(15))
        painter.setPen(t.color("ink" if on else "muted"))
        painter.drawText(number, start, self._number)
        painter.setFont(theme.font(13))
        painter.drawText(minutes, start, self._minutes())
        painter.setFont(theme.font(15, 600 if on else 400))
        painter.setPen(t.color("ink"))
        painter.drawText(title, start | int(Qt.TextFlag.TextWordWrap), self.text())
        if paint.shows_focus(self):
            paint.focus_ring(painter, self.rect(), theme.px(8), t.focus)
