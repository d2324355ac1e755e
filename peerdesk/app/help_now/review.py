"""Looking again whether the numbers of help right now are right: in the editor, and on Today."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from peerdesk.app.help_now.service import CrisisService
from peerdesk.ui import dates
from peerdesk.ui.context import Context
from peerdesk.ui.room import TodayCard
from peerdesk.ui.widgets import (
    Button,
    Card,
    CheckBox,
    DateEdit,
    Field,
    FlowLayout,
    Heading,
    Muted,
)


class ReviewPart(Card):
    """In the editor: when to look again, and that it was done."""

    def __init__(self, service: CrisisService, context: Context) -> None:
        super().__init__("soft", spacing=10)
        self._service, self._context = service, context
        self.remind = CheckBox(self.tr("Say on Today when it is time to look at this again"))
        self.day = DateEdit(dates.to_qdate(self._today()))
        self.field = Field(self.tr("Look at this again on"), self.day)
        self.right_button = Button(self.tr("Every number is right today"), icon="check")
        buttons = QWidget()
        FlowLayout(buttons).add(self.right_button)
        self.add(self.remind, self.field, buttons)
        self.refresh()
        self.remind.toggled.connect(self._remind)
        self.day.dateChanged.connect(self._day)
        self.right_button.clicked.connect(self.all_right)

    def refresh(self) -> None:
        """Show what is kept; where somebody types it is left alone."""
        on = self._service.review_on()
        for widget in (self.remind, self.day):
            widget.blockSignals(True)
        self.remind.setChecked(on is not None)
        if on is not None and not self.day.hasFocus():
            self.day.setDate(dates.to_qdate(on))
        for widget in (self.remind, self.day):
            widget.blockSignals(False)
        self.field.setVisible(on is not None)

    def all_right(self) -> None:
        """Somebody looked at every number today."""
        self._service.looked(self._today())
        self.refresh()

    def _remind(self, on: bool) -> None:
        if on:
            self._service.looked(self._today())
        else:
            self._service.set_review(None)
        self.refresh()

    def _day(self) -> None:
        self._service.set_review(dates.from_qdate(self.day.date()))

    def _today(self) -> date:
        return self._context.clock.now().date()


class ReviewCard(Card):
    """On Today, once its day has come."""

    def __init__(self, context: Context) -> None:
        super().__init__(spacing=6)
        self._service, self._context = CrisisService(context.shelf), context
        self.heading = Heading(self.tr("Help right now"), 2, wrap=True)
        self.words = Muted(
            self.tr("It is time to look again whether every number is right."), wrap=True
        )
        self.look_button = Button(self.tr("Look at the numbers"))
        self.right_button = Button(self.tr("I looked. All is right"))
        self.look_button.clicked.connect(lambda: context.extra["go"]("help"))
        self.right_button.clicked.connect(self.all_right)
        buttons = QWidget()
        FlowLayout(buttons, spacing=(10, 8)).add(self.look_button, self.right_button)
        self.add(self.heading, self.words, buttons)
        self.refresh()

    def refresh(self) -> None:
        """Look again; hidden until the day comes."""
        self.setVisible(self._service.due(self._context.clock.now().date()))

    def all_right(self) -> None:
        """Somebody looked, and says so: again in half a year."""
        on = self._service.looked(self._context.clock.now().date())
        words = self.tr("Thank you. PeerDesk says so again on {day}.")
        self._context.notice(words.format(day=dates.full_day(on)))
        self.refresh()


def cards() -> list[TodayCard]:
    """For Today's right column."""
    return [TodayCard("narrow", 6, ReviewCard, frozenset({"setting", "crisis_line"}))]


__all__ = ["ReviewCard", "ReviewPart", "cards"]
