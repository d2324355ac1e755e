"""What is said before a lock: that it comes, or that words could not be saved."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from peerdesk.ui import theme
from peerdesk.ui.widgets import Button, Column, FlowLayout, IconView, Label, Paragraph, Row, paint

WIDEST = 620
SPOKEN = (20, 10, 5)
"""Seconds left at which assistive technology is told again, not more often."""


class _Bar(QFrame):
    """Stands over the page of ``window``, at its foot."""

    token = "accent_soft"

    def __init__(self, window: QWidget, over: QWidget) -> None:
        super().__init__(window)
        self._over = over
        window.installEventFilter(self)
        over.installEventFilter(self)  # it takes its own size after the window has
        self.hide()

    def show_here(self) -> None:
        """Show it above everything else in the window."""
        self.place()
        self.show()
        self.raise_()

    def place(self) -> None:
        """Follow the window."""
        room = QRect(self._over.mapTo(self.window(), QPoint(0, 0)), self._over.size())
        whole = self.window().rect()
        # Never over the buttons that stand beneath the page.
        foot = min(whole.height() - theme.px(84), room.bottom() - theme.px(12))
        wide, tall = self._size(room)
        if tall > foot:
            # With the largest words in a small window all of it counts more than what it covers.
            room, foot = whole, whole.height()
            wide, tall = self._size(room)
        self.setGeometry(room.x() + (room.width() - wide) // 2, foot - tall, wide, tall)

    def _size(self, room: QRect) -> tuple[int, int]:
        wide = min(theme.px(WIDEST), room.width())
        return wide, max(self.heightForWidth(wide), self.minimumSizeHint().height())

    def announce(self) -> None:
        """Tell assistive technology."""
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        # Other words, or another text size: it needs other room now.
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.place()
        return done

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        t = theme.of(self)
        fill = getattr(t, self.token)
        paint.rounded(paint.painter(self), self.rect(), theme.px(10), fill, t.border_strong)


class WarningBar(_Bar):
    """ "PeerDesk locks in 20 s." It counts; any key or mouse, or its button, makes it go away."""

    stay = Signal()

    def __init__(self, window: QWidget, over: QWidget) -> None:
        super().__init__(window, over)
        self.words = Label("", wrap=True)
        self.button = Button(self.tr("Stay"), small=True)
        self.button.clicked.connect(self.stay)
        box = Row(self, (14, 9, 12, 9), 12)
        box.addWidget(IconView("lock"), 0, Qt.AlignmentFlag.AlignVCenter)
        box.addWidget(self.words, 1)
        box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)

    def count(self, seconds: int) -> None:
        """Say how long there is; 0 takes the bar away."""
        if seconds <= 0:
            self.hide()
            return
        words = self.tr("PeerDesk locks in %n s. Press any key to stay.", "", seconds)
        self.words.setText(words)
        self.setAccessibleName(words)
        if self.isHidden():
            self.show_here()
            self.announce()
        elif seconds in SPOKEN:
            self.announce()


class UnsavedBar(_Bar):
    """Words that could not be saved, and what can be done about it now.

    ``copy``, ``again``, ``stay`` and ``go`` are its buttons: copy the words, try to save again,
    stay a moment, lock (or close) all the same.
    """

    copy = Signal()
    again = Signal()
    stay = Signal()
    go = Signal()
    token = "clay_soft"

    def __init__(self, window: QWidget, over: QWidget) -> None:
        super().__init__(window, over)
        self.words = Paragraph("")
        self.copy_button = Button(self.tr("Copy my words"), small=True)
        self.again_button = Button(self.tr("Save again"), "primary", small=True)
        self.stay_button = Button(self.tr("Stay"), small=True)
        self.go_button = Button("", small=True)
        buttons = QWidget()
        FlowLayout(buttons, spacing=(8, 8)).add(
            self.again_button, self.copy_button, self.stay_button, self.go_button
        )
        for button, signal in (
            (self.copy_button, self.copy),
            (self.again_button, self.again),
            (self.stay_button, self.stay),
            (self.go_button, self.go),
        ):
            button.clicked.connect(signal)
        Column(self, (16, 12, 16, 12), 10).add(self.words, buttons)

    def say(self, why: str, *, closing: bool) -> None:
        """Show it. ``why`` is the sentence of what went wrong."""
        if closing:
            rest = self.tr("If PeerDesk is closed now, your last words are lost.")
            self.go_button.setText(self.tr("Close without them"))
        else:
            rest = self.tr(
                "If you lock now, PeerDesk keeps your last words locked until you sign in again. "
                "They are lost if the computer is switched off before that."
            )
            self.go_button.setText(self.tr("Lock now"))
        words = self.tr("{why} {rest}").format(why=why, rest=rest).strip()
        self.words.setText(words)
        self.setAccessibleName(words)
        self.show_here()
        self.again_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.announce()
