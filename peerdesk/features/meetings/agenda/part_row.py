"""One part of an agenda in the list."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QRadioButton, QSizePolicy, QStyle, QWidget

from peerdesk.features.meetings.service import Part
from peerdesk.ui import dates, theme
from peerdesk.ui.widgets import paint


class PartRow(QRadioButton):
    """One part of the agenda: its number, title and minutes, and a quiet line below. Arrow keys
    choose another; the mouse drags it (``dragged`` and ``dropped`` give the place on the screen,
    ``let_go``: it stays where it was)."""

    dragged = Signal(QPoint)
    dropped = Signal(QPoint)
    let_go = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part: Part | None = None
        self._number = self._detail = ""
        self._pressed: QPoint | None = None
        self._dragging = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_part(self, number: int, part: Part, detail: str = "") -> None:
        """Show a part; ``detail`` stands below its title."""
        self.part = part
        self._number = self.locale().toString(number)
        self._detail = detail
        self.setText(part.title or self.tr("No title yet"))
        start = dates.clock(part.starts)
        self.setToolTip(start)
        said = self.tr("{start}, {length}").format(start=start, length=dates.length(part.minutes))
        self.setAccessibleDescription(", ".join(w for w in (said, detail) if w))
        self.updateGeometry()
        self.update()

    # -- dragging ----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = QApplication.startDragDistance()
        at = event.position().toPoint()
        if self._pressed is not None and (at - self._pressed).manhattanLength() >= far:
            self._dragging = True
            self.setDown(False)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self._dragging:
            self.dragged.emit(event.globalPosition().toPoint())
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragging = self._dragging
        self._end_drag()
        if dragging:
            self.dropped.emit(event.globalPosition().toPoint())
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._dragging and event.key() == Qt.Key.Key_Escape:
            self._end_drag()
            self.let_go.emit()
            return
        super().keyPressEvent(event)

    def _end_drag(self) -> None:
        self._dragging, self._pressed = False, None
        self.unsetCursor()

    # -- looks -------------------------------------------------------------------------------

    def _columns(self, width: int) -> tuple[QRect, QRect, QRect, QRect]:
        """Number, title, minutes and detail, not mirrored; as tall as their words need."""
        pad, first = theme.px(10), theme.px(32)
        minutes = QFontMetrics(theme.font(13)).horizontalAdvance(self._minutes()) + 2
        room = max(40, width - pad - first - minutes - pad - theme.px(8))
        top, line = theme.px(10), theme.line_height(15)
        tall = max(self._tall(theme.font(15, 600), room, self.text()), line)
        below = self._tall(theme.font(13), room, self._detail) if self._detail else 0
        return (
            QRect(pad, top, first, line),
            QRect(pad + first, top, room, tall),
            QRect(width - pad - minutes, top, minutes, line),
            QRect(pad + first, top + tall, room, below),
        )

    @staticmethod
    def _tall(font: object, room: int, words: str) -> int:
        metrics = QFontMetrics(font)  # type: ignore[call-overload]
        flags = Qt.TextFlag.TextWordWrap
        return int(metrics.boundingRect(0, 0, room, 9999, flags, words).height())

    def _minutes(self) -> str:
        return dates.length(self.part.minutes) if self.part else ""

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        columns = self._columns(width)
        return columns[1].height() + columns[3].height() + theme.px(20)

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
        number, title, minutes, detail = (
            QStyle.visualRect(way, self.rect(), r) for r in self._columns(self.width())
        )
        start = int(QStyle.visualAlignment(way, Qt.AlignmentFlag.AlignLeft))
        start |= int(Qt.AlignmentFlag.AlignAbsolute)
        middle = start | int(Qt.AlignmentFlag.AlignVCenter)
        wraps = start | int(Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
        painter.setFont(theme.font(15))
        painter.setPen(t.color("ink" if on else "muted"))
        painter.drawText(number, middle, self._number)
        painter.setFont(theme.font(13))
        painter.drawText(minutes, middle, self._minutes())
        painter.drawText(detail, wraps, self._detail)
        painter.setFont(theme.font(15, 600 if on else 400))
        painter.setPen(t.color("ink"))
        painter.drawText(title, middle | int(Qt.TextFlag.TextWordWrap), self.text())
        if paint.shows_focus(self):
            paint.focus_ring(painter, self.rect(), theme.px(8), t.focus)
