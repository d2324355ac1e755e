"""Painted bars: the agenda of an evening, and how far something is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QStyle, QWidget

from peerdesk.ui import theme
from peerdesk.ui.widgets import paint
from peerdesk.ui.widgets.labels import Muted


@dataclass(frozen=True)
class AgendaPart:
    """A stretch of the evening: its words, the minutes of its segments, whether it is main."""

    label: str
    minutes: tuple[int, ...]
    strong: bool = False


class AgendaBar(QWidget):
    """The evening as a bar of segments, each as wide as it is long, with words beneath."""

    def __init__(self, parts: Sequence[AgendaPart] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[AgendaPart] = []
        self._labels: list[Muted] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_parts(parts)

    def set_parts(self, parts: Sequence[AgendaPart]) -> None:
        """Show another evening. Parts of 0 minutes are left out."""
        self._parts = [p for p in parts if sum(p.minutes) > 0]
        for old in self._labels:
            old.hide()
            old.deleteLater()
        self._labels = []
        spoken = []
        for part in self._parts:
            label = Muted(part.label, size=12, parent=self)
            label.show()
            self._labels.append(label)
            spoken.append(self.tr("%n minutes: {what}", "", sum(part.minutes)))
            spoken[-1] = spoken[-1].format(what=part.label)
        self.setAccessibleName(self.tr("Agenda"))
        self.setAccessibleDescription("; ".join(spoken))
        self._place()
        self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        self._place()

    def _segments(self) -> list[tuple[int, QRect, AgendaPart]]:
        """(number of the part, rectangle, part) in reading order, not mirrored."""
        pieces = [(n, m, p) for n, p in enumerate(self._parts) for m in p.minutes if m > 0]
        gap, total = theme.px(3), sum(m for _n, m, _p in pieces)
        room = self.width() - gap * (len(pieces) - 1)
        made, passed = [], 0
        for index, (number, minutes, part) in enumerate(pieces):
            left = round(room * passed / total) + gap * index
            passed += minutes
            right = round(room * passed / total) + gap * index
            made.append((number, QRect(left, 0, right - left, theme.px(14)), part))
        return made

    def _place(self) -> None:
        spans: dict[int, QRect] = {}
        for number, box, _part in self._segments() if self._parts else ():
            spans[number] = spans[number].united(box) if number in spans else box
        top, tall = theme.px(18), theme.line_height(12)
        for number, label in enumerate(self._labels):
            box = QRect(spans[number].left(), top, spans[number].width(), tall)
            metrics = QFontMetrics(label.font())
            words = self._parts[number].label
            short = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
            label.setText(short)
            label.setAccessibleName(words)
            label.setToolTip(words if short != words else "")
            label.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), box))

    def resizeEvent(self, event: object) -> None:
        del event
        self._place()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(400), theme.px(18) + theme.line_height(12))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self._parts:
            return
        t = theme.of(self)
        painter = paint.painter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape, radius = QPainterPath(), theme.px(7)
        shape.addRoundedRect(QRectF(0, 0, self.width(), theme.px(14)), radius, radius)
        painter.setClipPath(shape)
        for _number, box, part in self._segments():
            where = QStyle.visualRect(self.layoutDirection(), self.rect(), box)
            painter.fillRect(where, t.color("accent" if part.strong else "accent_soft"))


class ProgressLine(QProgressBar):
    """How far something is, 10 px high (30 px on the room screen). Fills in reading direction."""

    def __init__(self, *, name: str = "", thick: float = 10, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thick = thick
        self.setTextVisible(False)
        self.setRange(0, 1000)
        self.setValue(0)
        if name:
            self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float) -> None:
        """0.0 to 1.0; for work of unknown length use ``setRange(0, 0)``."""
        if self.maximum() == 0:
            self.setRange(0, 1000)
        self.setValue(round(1000 * min(1.0, max(0.0, share))))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(self._thick))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(60), theme.px(self._thick))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        t = theme.of(self)
        painter = paint.painter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        shape = QPainterPath()
        shape.addRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.fillPath(shape, t.color("sunken"))
        painter.setClipPath(shape)
        share = 0.35 if self.maximum() == 0 else self.value() / max(1, self.maximum())
        done = QRect(0, 0, round(self.width() * share), self.height())
        where = QStyle.visualRect(self.layoutDirection(), self.rect(), done)
        painter.fillRect(where, t.color("accent"))
