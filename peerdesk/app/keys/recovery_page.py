"""New recovery sheets for a group that is open: made, printed, and checked, or left as it was."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from peerdesk.app.first_start.answers import Answers
from peerdesk.app.first_start.parts import CheckStep, PartsStep
from peerdesk.app.first_start.step import Step
from peerdesk.core.errors import KnownError
from peerdesk.ui.page import Page
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    Card,
    Column,
    FlowLayout,
    InlineMessage,
    Paragraph,
    ScrollColumn,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class RecoveryPage(Page):
    """``new_parts(one_sheet)`` makes new parts, and from then on older ones open nothing;
    ``printed()`` keeps in mind that they are on paper. ``done`` when that is so."""

    done = Signal()

    def __init__(
        self,
        new_parts: Callable[[bool], list[str]],
        printed: Callable[[], None],
        workspace: Path,
        shared: bool,
    ) -> None:
        super().__init__()
        self._new_parts, self._printed, self._workspace = new_parts, printed, workspace
        self._answers = Answers(shared=shared)
        self.message = InlineMessage(parent=self)
        self.column = ScrollColumn(spacing=16)
        self.holder = Card(spacing=16)
        self.column.add(self.message, self.holder)
        self.column.box.addStretch(1)
        Column(self).add(self.column)
        self._start()

    def title(self) -> str:
        return self.tr("Recovery sheets")

    def subtitle(self) -> str:
        return self.tr("A way back for the group when every password is forgotten.")

    def _start(self) -> None:
        words = Paragraph(
            self.tr(
                "PeerDesk makes three new sheets, of which any two open the group's records, and "
                "never anyone's private notes. Sheets from before stop working at that moment: "
                "tear them up."
            )
        )
        self.make_button = Button(self.tr("Make new sheets"), "primary")
        self.make_button.clicked.connect(self._make)
        self._show(words, self.make_button)

    def _make(self) -> None:
        try:
            self.sheets = PartsStep(self._answers, _Parts(self._new_parts), self._workspace)
        except KnownError as error:
            self.message.say(render(error.text), "problem")
            return
        self.sheets.later_button.hide()
        self.sheets.later_hint.hide()
        self.sheets.go_on.connect(self._check)
        self._show(self.sheets)

    def _check(self) -> None:
        step = CheckStep(self._answers, self.sheets.parts, self.sheets.asked, self.sheets.saved)
        self.finish_button = Button(step.continue_words(), "primary")
        self.finish_button.clicked.connect(partial(self._finish, step))
        self._show(step, self.finish_button)
        step.focus_first()

    def _finish(self, step: Step) -> None:
        if not step.check():
            return
        try:
            self._printed()
        except KnownError as error:
            self.message.say(render(error.text), "problem")
            return
        again = Button(self.tr("Make new sheets"))
        again.clicked.connect(self._start)
        self._show(
            Paragraph(
                self.tr(
                    "The sheets can be read. Give them to different people, or keep them in "
                    "different places."
                )
            ),
            again,
        )
        self.done.emit()

    def _show(self, *widgets: QWidget) -> None:
        self.message.clear()
        box = self.holder.box
        while (item := box.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                if old is not getattr(self, "sheets", None):
                    old.deleteLater()
        for widget in widgets:
            if isinstance(widget, Button):
                row = QWidget()
                FlowLayout(row).add(widget)
                widget = row
            box.addWidget(widget)
            widget.show()


class _Parts:
    """Parts for the step of the first start: made once for each choice."""

    def __init__(self, new_parts: Callable[[bool], list[str]]) -> None:
        self._new_parts = new_parts

    def parts(self, one_sheet: bool) -> list[str]:
        """New recovery parts; older ones stop working."""
        return self._new_parts(one_sheet)
