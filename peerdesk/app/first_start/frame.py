"""What every window of steps looks like: how far one is, one step in a column, Back and on."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from peerdesk.app.first_start.step import Step
from peerdesk.ui import theme
from peerdesk.ui.widgets import (
    Badge,
    Button,
    InlineMessage,
    ProgressLine,
    Row,
    ScrollColumn,
)
from peerdesk.ui.window_size import first_size

WIDTH = 640
HIGH, LOW = 700, 520
"""From HIGH on (in the target's pixels) there is room to breathe; below LOW everything is close."""


class StepsFrame(QWidget):
    """Shows one :class:`Step` at a time, in a column of the target's width in the middle.

    Made of ``head`` (badge, progress), ``leave_bar``, ``column`` with the step, and a foot with
    ``back_button`` and ``next_button``.
    """

    def __init__(self, progress: str, back: str, on: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step: Step | None = None
        self.badge = Badge("P", 42)
        self.progress = ProgressLine(name=progress, thick=6)
        self.leave_bar = InlineMessage(parent=self)
        self.column = ScrollColumn(spacing=16)
        self.back_button = Button(back, icon="back")
        self.next_button = Button(on, "primary")
        self.head = Row(spacing=14)
        self.head.addWidget(self.badge)
        self.head.addWidget(self.progress, 1, Qt.AlignmentFlag.AlignVCenter)
        self._foot = Row(spacing=12)
        self._foot.add(self.back_button)
        self._foot.addStretch(1)
        self._foot.add(self.next_button)
        # Not a Column, which would put its own margins back when the text size changes.
        self.frame = QVBoxLayout(self)
        self.frame.addLayout(self.head)
        self.frame.addWidget(self.leave_bar)
        self.frame.addWidget(self.column, 1)
        self.frame.addLayout(self._foot)
        self.setMinimumSize(640, 480)
        self.resize(first_size(self))

    def put(self, step: Step, *, keep: QWidget | None = None) -> None:
        """Show ``step`` in place of the one before, which goes unless it is ``keep``."""
        old, self.step = self.step, step
        self.leave_bar.clear()
        self.column.box.insertWidget(0, step)
        self.column.verticalScrollBar().setValue(0)
        if old is not None:
            old.hide()
            self.column.box.removeWidget(old)
            if old is not keep:
                old.deleteLater()
        if self.column.box.count() < 2:
            self.column.box.addStretch(1)
        self.next_button.setVisible(step.can_continue)
        step.renamed.connect(self._name_next)
        self._name_next()

    def _name_next(self) -> None:
        if self.step is not None:
            self.next_button.setText(self.step.continue_words())

    # -- room --------------------------------------------------------------------------------

    def restyle(self) -> None:
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """A column of the target's width in the middle; less room around it where it is small."""
        side = max(theme.px(20), (self.width() - theme.px(WIDTH)) // 2)
        top = theme.px(46 if self.height() >= theme.px(HIGH) else 20)
        if self.height() < theme.px(LOW):  # large words in a small window
            side, top = min(side, theme.px(12)), theme.px(8)
        small, policy = self.width() < theme.px(WIDTH), Qt.ScrollBarPolicy
        self.column.setHorizontalScrollBarPolicy(
            policy.ScrollBarAsNeeded if small else policy.ScrollBarAlwaysOff
        )
        self.frame.setContentsMargins(side, top, side, top)
        self.frame.setSpacing(theme.px(20 if self.height() >= theme.px(LOW) else 8))

    def sizeHint(self) -> QSize:
        return QSize(1280, 800)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme.of(self).color("paper"))
