"""What the meeting's window asks, one question at a time in place of its faces."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from peerdesk.app.tonight.pages import AskPage, CodePage
from peerdesk.core.errors import KnownError
from peerdesk.ui.text import render
from peerdesk.ui.widgets import InlineMessage

if TYPE_CHECKING:
    from peerdesk.features.tonight.service import TonightService

MINUTE_MS = 60_000


class AskingWindow(QWidget):
    """The part of the window that asks: whether time that passed counts, whether to end. ``ended``
    when the meeting was ended, ``left`` when its window was closed for now, ``sign_in`` when
    somebody wants the main window."""

    sign_in = Signal()
    ended = Signal()
    left = Signal()

    def __init__(self, service: TonightService) -> None:
        super().__init__()
        self.service = service
        self.message = InlineMessage(parent=self)
        self.stack = QStackedWidget()
        self.code = CodePage()
        self.stack.addWidget(self.code)
        self._page: AskPage | None = None
        self._gaps: list[int] = []
        self._leaving = self._warned = False

    def keep_words(self) -> bool:
        """Whether everything is kept that was written."""
        raise NotImplementedError

    def show_meeting(self) -> None:
        """The face that was shown before a question."""
        raise NotImplementedError

    def no_face(self, current: str) -> None:
        """Something else than a face is shown: nothing ticks."""
        raise NotImplementedError

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
            # Space goes on to here, too: pressed twice it must not end what cannot begin again.
            first="back",
            letters={"end": "E"},
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
        if answer in ("end", "leave") and self._would_lose():
            return
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

    def _would_lose(self) -> bool:
        """Whether words that cannot be kept would go. It is said once; then it is known."""
        if self._warned or self.keep_words():
            return False
        self._warned = True
        self.show_meeting()
        self.say(
            self.tr(
                "What came up is not kept yet, and would be lost now. Please make it shorter. If "
                "you choose this again, only what was saved before stays."
            )
        )
        return True

    def _end(self) -> None:
        if not self.service.state().started:
            self.service.start()  # the door alone was used; what it took down counts
        self.service.end()

    def _show_page(self, page: AskPage) -> None:
        self._drop_page()
        self._page = page
        self.no_face("page")
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
