"""The way to Needs a call: its row on Today, and its button in Local help."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from peerdesk.features.directory.calls.service import CheckingService
from peerdesk.ui.context import Context
from peerdesk.ui.dates import counted
from peerdesk.ui.widgets import Button, FlowLayout, IconView, ListRow, Paragraph, Row, Tag


class CallsRow(ListRow):
    """One thing to do before the meeting; hidden while nobody is to be rung."""

    def __init__(self, context: Context) -> None:
        super().__init__(pad=4, spacing=6)
        self._service = CheckingService(context.shelf, context.cabinet)
        icon, end = QWidget(), QWidget()
        Row(icon, (6, 6, 6, 6)).addWidget(IconView("phone", 20, "muted"))
        self.words = Paragraph("")
        self.button = Button(self.tr("Make the calls"), small=True, name=self.tr("Needs a call"))
        self.button.clicked.connect(lambda: context.extra["go"]("calls"))
        # One under the other where large words leave no room beside each other.
        FlowLayout(end, spacing=(6, 4), align_end=True).add(
            self.button, Tag(self.tr("Local help"), "neutral")
        )
        said = Row(spacing=6)
        said.addWidget(icon, 0, Qt.AlignmentFlag.AlignVCenter)
        said.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        self.box.addLayout(said, 1)
        self.box.addWidget(end, 0, Qt.AlignmentFlag.AlignVCenter)
        self.refresh()

    def refresh(self) -> None:
        """Look again."""
        calls = self._service.calls()
        waiting = sum(not call.done for call in calls)
        told = sum(bool(call.problems) and not call.done for call in calls)
        words = self.tr("%n services need a call", "", waiting)
        if told:
            more = self.tr("Someone told us about %n of them", "", told)
            words = self.tr("{words}. {more}.").format(words=words, more=more)
        self.words.setText(words)
        self.setVisible(bool(waiting))


class CallsButton(Button):
    """How many are to be rung this week; for who has a group open."""

    def __init__(self, context: Context) -> None:
        super().__init__("", icon="phone")
        self._service = CheckingService(context.shelf, context.cabinet)
        self.clicked.connect(lambda: context.extra["go"]("calls"))
        self.refresh()

    def refresh(self) -> None:
        """Count again."""
        n = self._service.waiting()
        some = counted(self.tr("Needs a call: %Ln", "", n), n)
        self.setText(some if n else self.tr("Needs a call"))
        self.updateGeometry()
