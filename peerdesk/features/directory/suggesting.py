"""What Local help hands on to the group that is open: a listing suggested to somebody, and a need
that nobody here serves. Both are kept by another room; without a group nothing of it is there."""

from __future__ import annotations

from typing import Any, Protocol, cast

from PySide6.QtCore import QObject, Qt, SignalInstance
from PySide6.QtWidgets import QWidget

from peerdesk.core.errors import KnownError
from peerdesk.features.directory.browser import Browser
from peerdesk.ui.context import Context
from peerdesk.ui.text import render
from peerdesk.ui.widgets import Button, Column, InlineMessage, Muted


class _Panel(Protocol):
    closed: SignalInstance

    def start(self, listing: bytes, name: str) -> None: ...


class Suggesting(QObject):
    """A button beside the listing, and one under a search that found nothing."""

    def __init__(self, browser: Browser, context: Context) -> None:
        super().__init__(browser)
        self._browser, self._context = browser, context
        self._panel: QWidget | None = None
        self.button = Button(self.tr("Suggest this to…"), icon="person", parent=browser)
        self.need = QWidget(browser)
        self.need_button = Button(self.tr("Note it"), icon="flag")
        words = Muted(
            self.tr("Nobody here offers this. Note it for the next funding talk."), wrap=True
        )
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.need_button.setAccessibleName(f"{self.need_button.text()}: {words.text()}")
        box = Column(self.need, spacing=6)
        box.addWidget(words)
        box.addWidget(self.need_button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.message = InlineMessage(parent=browser)
        self.button.clicked.connect(self.suggest)
        self.need_button.clicked.connect(self.note_need)
        here = "suggest_panel" in context.extra
        if here:
            browser.reading.add_button(self.button)
            browser.list_card.add(self.message, self.need)
            browser.picked.connect(self._look)
        self.button.setVisible(here)
        self._here = here
        self._look(browser.reading.detail)

    def _extra(self, key: str) -> Any:
        return self._context.extra[key]

    def _look(self, shown: object) -> None:
        typed = self._browser.search.text().strip()
        lacking = shown is None or self._browser.of_a_kind
        self.need.setVisible(self._here and lacking and bool(typed))
        if shown is not None:
            self.message.clear()

    def is_open(self) -> bool:
        """Whether somebody is being chosen, in place of the listing."""
        return self._panel is not None and self._browser.right.currentWidget() is self._panel

    def suggest(self) -> None:
        """Ask to whom the listing that is shown is suggested."""
        shown = self._browser.reading.detail
        if shown is None:
            return
        right = self._browser.right
        if self._panel is None:
            self._panel = cast(QWidget, self._extra("suggest_panel")())
            cast(_Panel, self._panel).closed.connect(self._close)
            right.addWidget(self._panel)
        right.setCurrentWidget(self._panel)
        cast(_Panel, self._panel).start(shown.uid, shown.name)

    def note_need(self) -> None:
        """Note the words that found nothing."""
        try:
            self._extra("note_need")(self._browser.search.text())
        except KnownError as problem:
            self.message.say(render(problem.text), "problem")
            return
        self.message.say(self.tr("Noted under “What is missing here”."), "done")
        self.need.hide()
        self._browser.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self._browser.right.setCurrentWidget(self._browser.reading)
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
