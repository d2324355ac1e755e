"""The way to Needs a call: its card on Today, and its button in Local help."""

from __future__ import annotations

from PySide6.QtCore import Qt

from peerdesk.features.directory.checking import CheckingService
from peerdesk.ui.context import Context
from peerdesk.ui.dates import counted
from peerdesk.ui.widgets import Button, Card, Heading, Muted


class CallsCard(Card):
    """Hidden while nobody is to be rung."""

    def __init__(self, context: Context) -> None:
        super().__init__(spacing=4)
        self._service = CheckingService(context.shelf, context.cabinet)
        self.words = Muted("", wrap=True)
        self.told = Muted("", wrap=True)
        self.button = Button(self.tr("Make the calls"), "link", name=self.tr("Needs a call"))
        self.button.clicked.connect(lambda: context.extra["go"]("calls"))
        self.add(Heading(self.tr("Local help: needs a call"), 2, wrap=True), self.words, self.told)
        self.box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        self.refresh()

    def refresh(self) -> None:
        """Look again."""
        calls = self._service.calls()
        waiting = sum(not call.done for call in calls)
        told = sum(bool(call.problems) and not call.done for call in calls)
        self.words.setText(self.tr("%n services to ring this week", "", waiting))
        self.told.setText(self.tr("Someone told us about %n of them", "", told) if told else "")
        self.told.setVisible(bool(told))
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
