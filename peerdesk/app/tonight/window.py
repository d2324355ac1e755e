"""The one window of a running meeting: its faces in a stack, behind them the curtain.

Names are open or closed for the whole window. Closed, it shows the room's face without any name;
door and help can be reached, and go without names too; the facilitator's face asks for the code.
Passing on, pausing and the rest go on working in the room's face.

Hide (three bare taps of Shift), a locked session and sleep close names and show the room's face at
once, whatever was shown. Leaving the computer alone does the same, but for the door and help: they
are there for whoever comes in, and for a helper whose hands are full.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from peerdesk.app.tonight.curtain import Curtain
from peerdesk.app.tonight.pages import AskPage, CodePage
from peerdesk.core.errors import KnownError
from peerdesk.ui import theme
from peerdesk.ui.text import render
from peerdesk.ui.widgets import Button, Column, InlineMessage, Row
from peerdesk.ui.window_size import first_size

if TYPE_CHECKING:
    from peerdesk.features.tonight.face import Face
    from peerdesk.features.tonight.service import TonightService

FACES = ("facilitator", "room", "door", "help")
STAY = ("door", "help")
"""Faces that stay when the computer is only left alone."""
MINUTE_MS = 60_000

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


class TonightWindow(QWidget):
    """``sign_in`` when somebody wants the main window; ``ended`` when the meeting was ended and
    ``left`` when its window was closed for now; ``names_closed`` and ``names_opened``; ``painted``
    once after each :meth:`show_again`; ``scaled``: larger words (1), smaller (-1), as usual (0)."""

    sign_in = Signal()
    ended = Signal()
    left = Signal()
    names_closed = Signal()
    names_opened = Signal()
    painted = Signal()
    scaled = Signal(int)

    def __init__(self, service: TonightService, face: str = "facilitator") -> None:
        super().__init__()
        from peerdesk.features.tonight.tick import Tick

        self.setWindowTitle("PeerDesk")
        self.service = service
        self.curtain = Curtain(service)
        self.current = ""
        self._before = face
        self._awaited = True
        self._leaving = False
        self._faces: dict[str, Face] = {}
        self._gaps: list[int] = []
        self.message = InlineMessage(parent=self)
        self.stack = QStackedWidget()
        self.code = CodePage()
        self.stack.addWidget(self.code)
        self._page: AskPage | None = None
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
        self._keep_words()
        self.curtain.open = False
        again = self.current if self.current in STAY and not strict else "room"
        self._forget_faces()
        self.show_face(again)
        if not self.isVisible():
            self.tick.timer.stop()  # another window of ours stands before us
        if self._gaps:
            self._ask_gap()
        if was_open:
            self.names_closed.emit()

    def open_names(self) -> None:
        """Names may be read again."""
        self.curtain.open = True
        self._forget_faces()
        if self._page is None:
            self.show_face("facilitator")
        self.names_opened.emit()

    def _keep_words(self) -> None:
        """What is half written goes into the sheet; what cannot stays where it was written."""
        for made in self._faces.values():
            with contextlib.suppress(KnownError):
                made.flush()

    def _forget_faces(self) -> None:
        """Faces are made anew, so that none still shows what it once read. The facilitator's own
        face is only out of sight: somebody's words may stand in it."""
        self.tick.show(None)
        for name in [n for n in self._faces if n != "facilitator"]:
            made = self._faces.pop(name)
            made.release()
            self.stack.removeWidget(made)
            made.hide()
            made.deleteLater()

    def ask_code(self) -> None:
        """The page that asks for the evening's code."""
        self._drop_page()
        self.tick.show(None)
        self.current = "code"
        self.foot.hide()
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

    # -- questions ---------------------------------------------------------------------------

    def ask_gap(self, ms: int) -> None:
        """Time passed while the computer was off or asleep: ask whether it counts."""
        self._gaps.append(ms)
        if len(self._gaps) == 1:
            self._ask_gap()

    @property
    def asks_gap(self) -> bool:
        """Whether it is not yet said if a gap counts."""
        return bool(self._gaps)

    def _ask_gap(self) -> None:
        minutes = max(1, round(self._gaps[0] / MINUTE_MS))
        words = self.tr("%n minutes passed", "", minutes)
        page = AskPage(
            words,
            [
                self.tr("The computer was off or asleep, and the meeting may have gone on."),
                self.tr("Count that time?"),
            ],
            (
                ("count", self.tr("Yes, count it")),
                ("stand", self.tr("No, go on from where we were")),
            ),
        )
        page.chosen.connect(self._gap_answered)
        self._show_page(page)

    def _gap_answered(self, answer: str) -> None:
        ms = self._gaps.pop(0)
        if not self._try(lambda: self.service.gap(ms, answer == "count")):
            self._gaps.insert(0, ms)
            return
        if self._gaps:
            self._ask_gap()
        else:
            self.show_meeting()

    def ask_end(self) -> None:
        """Whether the meeting is over."""
        stand_in = self.service.plan.stand_in
        if stand_in:
            rest = self.tr(
                "How the evening went is locked into the in-tray. Only the facilitators of the "
                "group can read it."
            )
        else:
            rest = self.tr("How the evening went is kept. Sign in next to close the evening.")
        page = AskPage(
            self.tr("End the meeting?"),
            [rest],
            (
                ("end", self.tr("End the meeting")),
                ("back", self.tr("Back to the meeting")),
                ("sign in", self.tr("Sign in, and let it run")),
            ),
        )
        page.chosen.connect(self._end_answered)
        page.back.connect(lambda: self._end_answered("back"))
        self._show_page(page)

    def _ask_leave(self) -> None:
        lines = [self.tr("The meeting is still running, and everything so far is kept.")]
        if not self.service.plan.stand_in:
            lines.append(self.tr("If you close it, you can go on after signing in."))
        page = AskPage(
            self.tr("Close PeerDesk?"),
            lines,
            (
                ("back", self.tr("Back to the meeting")),
                ("end", self.tr("End the meeting")),
                ("leave", self.tr("Close PeerDesk")),
            ),
        )
        page.chosen.connect(self._end_answered)
        page.back.connect(lambda: self._end_answered("back"))
        self._show_page(page)

    def _end_answered(self, answer: str) -> None:
        if answer == "end":
            if self._try(self._end):
                self.ended.emit()
        elif answer == "sign in":
            self.show_meeting()
            self.sign_in.emit()
        elif answer == "leave":
            self._leaving = True
            self.left.emit()
        else:
            self.show_meeting()

    def _end(self) -> None:
        if not self.service.state().started:
            self.service.start()  # the door alone was used; what it took down counts
        self.service.end()

    def _show_page(self, page: AskPage) -> None:
        self._drop_page()
        self._page = page
        self.tick.show(None)
        self.current = "page"
        self.foot.hide()
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)

    def _drop_page(self) -> None:
        if self._page is not None:
            self.stack.removeWidget(self._page)
            self._page.deleteLater()
            self._page = None

    def _try(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except KnownError as problem:
            self.say(render(problem.text))
            return False
        return True

    def say(self, words: str) -> None:
        """A sentence above the face."""
        self.message.say(words, "problem")

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
        self._keep_words()
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
