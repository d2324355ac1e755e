"""The quiet line on Today: how old the last copy off this computer is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from peerdesk.features.backups import words
from peerdesk.features.backups.service import BackupsService
from peerdesk.ui.context import Context
from peerdesk.ui.widgets import Button, Column, Muted


class CopyLine(QWidget):
    """ "Last copy off this computer: 12 days ago. Make one". Hidden where there are no copies."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._service: BackupsService | None = context.extra.get("copies")
        self.words = Muted("", wrap=True)
        self.make = Button(self.tr("Make one"), "link")
        self.make.setAccessibleName(self.tr("Make a copy off this computer"))
        go = context.extra.get("show_copies")
        self.make.clicked.connect(lambda: go() if go is not None else None)
        box = Column(self, spacing=0)
        box.addWidget(self.words)
        box.addWidget(self.make, 0, Qt.AlignmentFlag.AlignLeading)
        self.reload()

    def reload(self) -> None:
        """Read it again."""
        self.setVisible(self._service is not None)
        if self._service is not None:
            self.words.setText(words.last_off(self._service.days_off()))
