"""The one window of a running meeting: its faces in a stack, behind them the curtain.

Names are open or closed for the whole window. Closed, it shows the room's face without any name;
door and help can be reached, and go without names too; the facilitator's face asks for the code.
Passing on, pausing and the rest go on working in the room's face.

Hide (three bare taps of Shift), a locked session and sleep close names and show the room's face at
once, whatever was shown. Leaving the computer alone does the same, but for the door and help: they
are there for whoever comes in, and for a helper whose hands are full.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QDialog, QMenu, QToolTip, QWidget

from peerdesk.app.tonight.asking import AskingWindow
from peerdesk.app.tonight.curtain import Curtain
from peerdesk.core.errors import KnownError
from peerdesk.ui import theme
from peerdesk.ui.widgets import Button, Column, Row
from peerdesk.ui.window_size import first_size

if TYPE_CHECKING:
    from peerdesk.features.tonight.face import Face
    from peerdesk.features.tonight.service import TonightService

FACES = ("facilitator", "room", "door", "help")
STAY = ("door", "help")
"""Faces that stay when the computer is only left alone."""

MakeFace = Callable[["TonightService"], "Face"]


def _facilitator(service: TonightService) -> Face:
    from peerdesk.features.tonight.facilitator import Facilitator

    return Facilitator(service)


def _room(service: TonightService) -> Face:
    from peerdesk.features.tonight.room_face import RoomFace

    return RoomFace(service)


def _door(service: TonightService) -> Face:
    from peerdesk.features.tonight.door import DoorFace

    return DoorFace(service)


def _help(service: TonightService) -> Face:
    from peerdesk.features.tonight.help import HelpFace

    return HelpFace(service)


MAKE: dict[str, MakeFace] = {
    "facilitator": _facilitator,
    "room": _room,
    "door": _door,
    "help": _help,
}


class TonightWindow(AskingWindow):
    """``painted`` once after each :meth:`show_again`; ``scaled``: larger words (1), smaller (-1),
    as usual (0); and what :class:`AskingWindow` tells."""

    names_closed = Signal()
    names_opened = Signal()
    painted = Signal()
    scaled = Signal(int)

    def __init__(self, service: TonightService, face: str = "facilitator") -> None:
        super().__init__(service)
        from peerdesk.features.tonight.tick import Tick

        self.setWindowTitle("PeerDesk")
        self.curtain = Curtain(service)
        self.current = ""
        self._before = face
        self._awaited = True
        self._faces: dict[str, Face] = {}
        self.tick = Tick(self.curtain.as_service, self)
        self.foot = self._foot()
        box = Column(self, spacing=0)
        box.add(self.message)
        box.addWidget(self.stack, 1)
        box.add(self.foot)
        self.code.typed.connect(self._code_typed)
        self.code.sign_in.connect(self.sign_in)
        self.code.back.connect(self._show_room)
        QShortcut(QKeySequence("F11"), self, self.toggle_full_screen)
        QShortcut(QKeySequence("Ctrl+L"), self, self._hide)
        QShortcut(QKeySequence("F8"), self, self._toggle_names)
        for keys, by in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1), ("Ctrl+0", 0)):
            QShortcut(QKeySequence(keys), self, partial(self.scaled.emit, by))
        self.resize(first_size(self))
        self.setMinimumSize(640, 480)
        self.show_face(face)

    def _foot(self) -> QWidget:
        """Under the room's face while names are closed: the way back to them."""
        foot = QWidget()
        self.show_names = Button(self.tr("Show names"), keys="F2")
        self.foot_sign_in = Button(self.tr("Sign in"))
        self.show_names.clicked.connect(self.ask_code)
        self.foot_sign_in.clicked.connect(self.sign_in)
        row = Row(foot, (26, 0, 26, 20), 10)
        row.addStretch(1)
        row.add(self.show_names, self.foot_sign_in)
        return foot

    @property
    def names_open(self) -> bool:
        """Whether tonight's names may be read."""
        return self.curtain.open

    # -- faces -------------------------------------------------------------------------------

    def face(self, name: str) -> Face:
        """One of FACES, made when it is first shown."""
        if name not in self._faces:
            made = MAKE[name](self.curtain.as_service)
            made.ask.connect(self.asked)
            made.changed.connect(self.tick.now)
            self._faces[name] = made
            self.stack.addWidget(made)
        return self._faces[name]

    def show_face(self, name: str) -> None:
        """Show a face; the facilitator's asks for the code while names are closed."""
        self.message.clear()
        if name == "facilitator" and not self.names_open:
            self.ask_code()
            return
        shown = self.face(name)
        if name in ("facilitator", "room"):
            self._before = name
        self.current = name
        self._drop_page()
        self.stack.setCurrentWidget(shown)
        self.foot.setVisible(name == "room" and not self.names_open)
        self.tick.show(shown)
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_meeting(self) -> None:
        """The face that was shown before a question."""
        self.show_face(self._before if self.names_open else "room")

    def no_face(self, current: str) -> None:
        """Something else than a face is shown: nothing ticks."""
        self.tick.show(None)
        self.current = current
        self.foot.hide()

    def asked(self, what: str) -> None:
        """What a face asks for."""
        if what == "end":
            self.ask_end()
        elif what == "sign in":
            self.sign_in.emit()
        elif what == "hide":
            self.close_names(strict=True)
        elif what == "back" or (what == "facilitator" and not self.names_open and self._is_aside()):
            self.show_meeting()
        elif what in FACES:
            self.show_face(what)

    def _is_aside(self) -> bool:
        """Door and help lead back to where the meeting is, not to the code."""
        return self.current in STAY

    def _hide(self) -> None:
        self.close_names(strict=True)

    def _toggle_names(self) -> None:
        """F8, as in the main window."""
        if self.names_open:
            self.close_names(strict=False)
        else:
            self.ask_code()

    def _show_room(self) -> None:
        self.show_face("room")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Keys that no widget took mean the same wherever the keyboard is.
        shown = self._faces.get(self.current)
        if shown is None or not shown.take_key(event):
            super().keyPressEvent(event)

    # -- the curtain -------------------------------------------------------------------------

    def close_names(self, *, strict: bool) -> None:
        """Close names. ``strict``: whatever is shown gives way to the room's face; else door and
        help stay, without names."""
        was_open = self.curtain.open
        kept = self.keep_words()
        self.curtain.open = False
        again = self.current if self.current in STAY and not strict else "room"
        self._close_what_hangs_over()
        self._forget_faces(but="" if kept else "facilitator")
        self.show_face(again)
        if self.isVisible():
            self.repaint()  # before the computer sleeps, or a screen lock takes a last picture
        else:
            self.tick.timer.stop()  # another window of ours stands before us
        if self._gaps:
            self._ask_gap()
        if was_open:
            self.names_closed.emit()

    def open_names(self) -> None:
        """Names may be read again."""
        self.curtain.open = True
        self._forget_faces(but="facilitator")
        if self._page is None:
            self.show_face("facilitator")
        self.names_opened.emit()

    def keep_words(self) -> bool:
        """What is half written goes into the sheet; what cannot stays where it was written. Whether
        everything is kept."""
        kept = True
        for made in self._faces.values():
            try:
                made.flush()
            except KnownError:
                kept = False
        return kept

    def _close_what_hangs_over(self) -> None:
        """Menus and dialogs of who sat here until now: one of them chooses a new code."""
        for dialog in self.findChildren(QDialog):
            dialog.reject()
        for menu in self.findChildren(QMenu):
            menu.close()
        QToolTip.hideText()

    def _forget_faces(self, but: str) -> None:
        """Faces are made anew, so that none still holds what it once read, not even out of sight.
        Where words could not be kept, the face they stand in stays: ``but``, without the rest."""
        self.tick.show(None)
        if but in self._faces and not self.curtain.open:
            self._faces[but].refresh(self.curtain.state())
        for name in [n for n in self._faces if n != but]:
            made = self._faces.pop(name)
            made.release()
            self.stack.removeWidget(made)
            made.hide()
            made.deleteLater()

    def ask_code(self) -> None:
        """The page that asks for the evening's code."""
        self._drop_page()
        self.no_face("code")
        self.stack.setCurrentWidget(self.code)
        self.code.ask(has_code=self.service.has_code)

    def _code_typed(self, digits: str) -> None:
        try:
            right = self.service.try_code(digits)
        except KnownError as problem:
            self.code.say(problem)
            return
        if right:
            self.open_names()
        else:
            self.code.missed(has_code=self.service.has_code)

    # -- the window --------------------------------------------------------------------------

    def show_again(self) -> None:
        """Show the window; ``painted`` follows."""
        self._awaited = True
        self.tick.now()
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        self.update()

    def step_behind(self) -> None:
        """Another window of ours stands before us; nothing ticks meanwhile."""
        self.tick.timer.stop()
        self.hide()

    def toggle_full_screen(self) -> None:
        """F11."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def release(self) -> None:
        """Stop everything that ticks; the sheet is about to be closed."""
        self.keep_words()
        self.tick.stop()
        for made in self._faces.values():
            made.release()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._leaving or self.service.state().ended:
            super().closeEvent(event)
            return
        event.ignore()
        self._ask_leave()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme.of(self).color("paper"))
        if self._awaited:
            self._awaited = False
            self.painted.emit()
