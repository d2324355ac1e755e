"""Numbers, days and times, with two wide buttons to step."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QEvent, QLocale, QRect, QSize, Qt, QTime
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QDateEdit,
    QDateTimeEdit,
    QSpinBox,
    QStyle,
    QTimeEdit,
    QWidget,
)

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
    _DatedBase = QDateTimeEdit
else:
    _SpinBase = _DatedBase = object


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


_TIME = re.compile(r"(\d{1,2})[:.h](\d{2})|(\d{2})(\d{2})|(\d{1,2})")
_AM, _PM = frozenset({"a", "am"}), frozenset({"p", "pm"})
# Keys that only help to type another sign, such as the colon.
_HELPERS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
    }
)


def read_time(text: str, locale: QLocale, *, before_noon: bool | None = None) -> QTime | None:
    """A time as people type it: ``5:45 pm``, ``17.45``, ``1745``, ``5 pm``, and with the language's
    own words for the halves of the day. None when it is no time, or not all of it yet.

    ``before_noon``: the half of the day a time of a twelve hours' clock without such a word means;
    None takes it as it stands.
    """
    words = "".join(c for c in text.casefold() if not c.isspace())
    plain = words.rstrip(".")
    for marks, own, late in ((_AM, locale.amText(), False), (_PM, locale.pmText(), True)):
        bare = "".join(c for c in own.casefold() if not c.isspace() and c != ".")
        for mark in sorted(marks | {bare}, key=len, reverse=True):
            head = plain.rstrip("ap.m") if mark in marks else plain.removesuffix(mark)
            tail = plain[len(head) :].replace(".", "")
            if mark and head and tail == mark:
                return _clock(head.rstrip("."), after_noon=late)
    found = _TIME.fullmatch(words)
    if found is None or found[5]:  # an hour alone may be the beginning of more
        return None
    early = len(found[1] or found[3]) == 1 or int(found[1] or found[3]) == 12
    if before_noon is not None and early:
        return _clock(words, after_noon=not before_noon)
    return _clock(words)


def _clock(words: str, *, after_noon: bool | None = None) -> QTime | None:
    found = _TIME.fullmatch(words)
    if found is None:
        return None
    hour, minute = int(found[1] or found[3] or found[5]), int(found[2] or found[4] or 0)
    if after_noon is not None and hour <= 12:
        hour = hour % 12 + (12 if after_noon else 0)
    made = QTime(hour, minute)
    return made if made.isValid() else None


class _Dated(_Spin, _DatedBase):
    """A day or a time in the order in which the language writes it.

    From right to left Qt would turn hours and minutes round ("30:18"), and day and year. Text of
    both scripts knows by itself where it stands, so nothing needs turning: Qt is told that this is
    from left to right while it orders the parts.
    """

    def _shape(self) -> str:
        """How the language writes it, in Qt's letters."""
        raise NotImplementedError

    def setDisplayFormat(self, shape: str) -> None:
        with self._as_from_the_left():
            super().setDisplayFormat(shape)

    def displayFormat(self) -> str:
        with self._as_from_the_left():
            return super().displayFormat()

    def event(self, event: QEvent) -> bool:
        if event.type() != QEvent.Type.LayoutDirectionChange:
            return bool(super().event(event))
        with self._as_from_the_left():
            done = bool(super().event(event))
        self.restyle()
        return done

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LocaleChange:
            self.setDisplayFormat(self._shape())

    @contextmanager
    def _as_from_the_left(self) -> Iterator[None]:
        side = Qt.WidgetAttribute.WA_RightToLeft
        right = self.testAttribute(side)
        self.setAttribute(side, False)
        try:
            yield
        finally:
            self.setAttribute(side, right)


class TimeEdit(_Dated, QTimeEdit):
    """A time of day, as the language writes it. Typed over as a whole it also takes the other
    ways in which people write one (:func:`read_time`)."""

    def __init__(
        self, time: QTime | None = None, *, name: str = "", parent: QWidget | None = None
    ) -> None:
        QTimeEdit.__init__(self, parent)
        self._typed = ""
        self.setDisplayFormat(self._shape())
        if time is not None:
            self.setTime(time)
        self._prepare(name, "down", "up")

    def _shape(self) -> str:
        return self.locale().timeFormat(QLocale.FormatType.ShortFormat)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._typed = ""
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._typed = ""
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self._take(QGuiApplication.clipboard().text())
            return
        if event.key() in _HELPERS:
            super().keyPressEvent(event)
            return
        words = event.text()
        # Some systems send a letter with "select all".
        begins = event.matches(QKeySequence.StandardKey.SelectAll)
        if begins or not words.isprintable() or not words:
            self._typed = ""
            super().keyPressEvent(event)
            return
        self._typed += words
        # Qt reads hours, minutes and halves of the day one by one and stumbles over ":" or "05".
        super().keyPressEvent(event)
        self._take(self._typed)

    def _take(self, words: str) -> None:
        halves = "AP" in self.displayFormat().upper()
        morning = self.time().hour() < 12 if halves else None
        time = read_time(words, self.locale(), before_noon=morning)
        if time is not None:
            self.setTime(time)


class DateEdit(_Dated, QDateEdit):
    """A day, as the language writes it; the arrows move by the part the cursor stands in."""

    def __init__(
        self, date: QDate | None = None, *, name: str = "", parent: QWidget | None = None
    ) -> None:
        QDateEdit.__init__(self, parent)
        self.setDisplayFormat(self._shape())
        if date is not None:
            self.setDate(date)
        self._prepare(name, "down", "up")

    def _shape(self) -> str:
        shape = self.locale().dateFormat(QLocale.FormatType.ShortFormat)
        return shape if "yyyy" in shape else shape.replace("yy", "yyyy")
