"""Numbers, days and times, with two wide buttons to step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QRect, QSize, Qt, QTime
from PySide6.QtGui import QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDateEdit, QSpinBox, QStyle, QTimeEdit, QWidget

from peerdesk.ui import theme
from peerdesk.ui.widgets import paint
from peerdesk.ui.widgets.field import (
    HEIGHT,
    SMALL,
    InnerButton,
    align_start,
    clear_base,
    paint_field,
)

if TYPE_CHECKING:
    _SpinBase = QAbstractSpinBox
else:
    _SpinBase = object


class _Spin(_SpinBase):
    """Painting and measures shared by the boxes that step, with two wide step buttons."""

    def _prepare(self, name: str, less: str = "minus", more: str = "plus") -> None:
        self.setFrame(False)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        if name:
            self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        clear_base(self)
        self.less = InnerButton(self, QCoreApplication.translate("Spin", "Less"), less)
        self.more = InnerButton(self, QCoreApplication.translate("Spin", "More"), more)
        for button, way in ((self.less, -1), (self.more, 1)):
            # The keyboard has Up and Down, so Tab need not stop here.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAutoRepeat(True)
            button.clicked.connect(lambda _on=False, way=way: self.stepBy(way))
        self.restyle()

    def restyle(self) -> None:
        self.setFont(theme.font())
        near, far = theme.px(9), 2 * theme.px(SMALL) + theme.px(6)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.lineEdit().setTextMargins(*((far, 0, near, 0) if rtl else (near, 0, far, 0)))
        align_start(self.lineEdit())
        self._place()

    def _place(self) -> None:
        wide = theme.px(SMALL)
        for button, back in ((self.less, 2), (self.more, 1)):
            box = QRect(self.width() - back * wide - theme.px(3), 0, wide, self.height())
            button.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), box))
            button.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def sizeHint(self) -> QSize:
        # Qt's own measure knows the longest text but not our margins and buttons.
        inside = super().sizeHint().width()
        return QSize(inside + theme.px(18) + 2 * theme.px(SMALL), theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = paint.painter(self)
        paint_field(self, painter, self.hasFocus() or self.lineEdit().hasFocus())


class SpinBox(_Spin, QSpinBox):
    """A whole number."""

    def __init__(
        self,
        low: int = 0,
        high: int = 99,
        value: int = 0,
        *,
        suffix: str = "",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        QSpinBox.__init__(self, parent)
        self.setRange(low, high)
        self.setValue(value)
        self.setSuffix(suffix)
        self._prepare(name)


class TimeEdit(_Spin, QTimeEdit):
    """A time of day, as the language writes it."""

    def __init__(
        self, time: QTime | None = None, *, name: str = "", parent: QWidget | None = None
    ) -> None:
        QTimeEdit.__init__(self, parent)
        if time is not None:
            self.setTime(time)
        self._prepare(name, "down", "up")


class DateEdit(_Spin, QDateEdit):
    """A day, as the language writes it; the arrows move by the part the cursor stands in."""

    def __init__(
        self, date: QDate | None = None, *, name: str = "", parent: QWidget | None = None
    ) -> None:
        QDateEdit.__init__(self, parent)
        shape = self.locale().dateFormat(self.locale().FormatType.ShortFormat)
        if "yyyy" not in shape:
            shape = shape.replace("yy", "yyyy")
        self.setDisplayFormat(shape)
        if date is not None:
            self.setDate(date)
        self._prepare(name, "down", "up")
