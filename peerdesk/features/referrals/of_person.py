"""What was suggested to one person, on their page, and how it went: asked gently."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from peerdesk.core.text import Text
from peerdesk.features.referrals.asking import ReferralList
from peerdesk.features.referrals.service import ReferralsService
from peerdesk.ui.context import Context
from peerdesk.ui.text import render
from peerdesk.ui.widgets import Column, InlineMessage, Muted


class OfPerson(QWidget):
    """There only while something was suggested to them; their name is not said again."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.service = ReferralsService(context.cabinet)
        self.message = InlineMessage(parent=self)
        self.list = ReferralList(self.service, context.names, context.clock, named=False)
        self.list.wrong.connect(self._wrong)
        Column(self, (6, 2, 6, 0), 3).add(
            Muted(self.tr("How did it go there?")), self.message, self.list
        )
        self.hide()

    def show_person(self, uid: bytes) -> None:
        """Show what was suggested to ``uid``."""
        self.message.clear()
        views = self.service.of_person(uid)
        self.list.show_all(views)
        self.setVisible(bool(views))

    def _wrong(self, text: Text) -> None:
        self.message.say(render(text), "problem")
