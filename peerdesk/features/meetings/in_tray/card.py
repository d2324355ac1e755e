"""The in-tray on Today: "2 slips", and the way there."""

from __future__ import annotations

from PySide6.QtCore import Qt

from peerdesk.features.meetings.in_tray.service import InTrayService
from peerdesk.ui.context import Context
from peerdesk.ui.widgets import Button, Card, Heading, Muted, Row, Tag


class InTrayCard(Card):
    """Hidden while nothing waits."""

    def __init__(self, context: Context) -> None:
        super().__init__(spacing=4)
        self._service = InTrayService(context.cabinet, context.shelf)
        self.tag = Tag("")
        head = Row(spacing=10)
        head.addWidget(Heading(self.tr("In-tray"), 2), 1)
        head.addWidget(self.tag, 0, Qt.AlignmentFlag.AlignVCenter)
        self.words = Muted("", wrap=True)
        self.look_button = Button(
            self.tr("Look at it"), "link", name=self.tr("Look at the in-tray")
        )
        self.look_button.clicked.connect(lambda: context.extra["go"]("in-tray"))
        self.box.addLayout(head)
        self.add(self.words)
        self.box.addWidget(self.look_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.refresh()

    def refresh(self) -> None:
        """Look again."""
        seen = self._service.look()
        slips, evenings = len(seen.slips), len(seen.evenings)
        said = [self.tr("%n slips", "", slips)] if slips else []
        said += [self.tr("%n evenings", "", evenings)] if evenings else []
        self.tag.setText(", ".join(said))
        self.tag.setVisible(bool(said))
        words = self.tr("Left without a name on the welcome page")
        if evenings:
            words = self.tr("A stand-in ran an evening. Look at it, and take it over.")
        elif not slips:
            words = self.tr("Something lies there that cannot be read. It changed nothing.")
        self.words.setText(words)
        self.setVisible(bool(seen.count or seen.unreadable))
