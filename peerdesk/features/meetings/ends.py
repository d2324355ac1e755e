"""How long a series goes on: for ever, to a day, or for a number of dates."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from peerdesk.features.meetings.service import MeetingsService, SeriesView
from peerdesk.ui import dates
from peerdesk.ui.widgets import ComboBox, DateEdit, Field, FlowLayout, SpinBox

FOR_EVER, ON_A_DAY, AFTER = range(3)
USUAL_TIMES = 10


class Ends(QWidget):
    """A choice, and the day or the number that goes with it."""

    def __init__(self, service: MeetingsService) -> None:
        super().__init__()
        self._service, self._uid = service, b""
        self._counting = False
        self.choice = ComboBox(
            [
                self.tr("It goes on"),
                self.tr("Until a day"),
                self.tr("For a number of dates"),
            ]
        )
        self.choice.activated.connect(self._choose)
        self.day = DateEdit()
        self.day.setCalendarPopup(False)
        self.day.editingFinished.connect(self._set_day)
        self.times = SpinBox(1, 200, USUAL_TIMES)
        self.times.editingFinished.connect(self._set_times)
        self._day_field = Field(self.tr("Last day"), self.day)
        self._times_field = Field(self.tr("Dates from now on"), self.times)
        FlowLayout(self, spacing=(16, 14)).add(
            Field(self.tr("How long"), self.choice), self._day_field, self._times_field
        )

    def load(self, one: SeriesView) -> None:
        """Show when a series ends."""
        if one.uid != self._uid or one.ended is None:
            self._uid, self._counting = one.uid, False
        if one.ended is not None and not self.day.hasFocus():
            self.day.setDate(dates.to_qdate(one.ended))
        current = FOR_EVER if one.ended is None else AFTER if self._counting else ON_A_DAY
        self.choice.setCurrentIndex(current)
        self._day_field.setVisible(current == ON_A_DAY)
        self._times_field.setVisible(current == AFTER)
        self.updateGeometry()

    def _choose(self, number: int) -> None:
        if number == FOR_EVER:
            self._service.end_series(self._uid, None)
        elif number == ON_A_DAY:
            self._counting = False
            coming = (m for m in self._service.next_meetings() if m.series == self._uid)
            days = [m.start.date() for m in coming if not m.cancelled]
            last = days[0] if days else self._service.clock.now().date()
            self._service.end_series(self._uid, last)
        else:
            self.times.setValue(USUAL_TIMES)
            self._count()

    def _set_day(self) -> None:
        one = self._service.one_series(self._uid)
        day = dates.from_qdate(self.day.date())
        if one is not None and one.ended is not None and one.ended != day:
            self._service.end_series(self._uid, day)

    def _set_times(self) -> None:
        if self._counting:
            self._count()

    def _count(self) -> None:
        self._counting = True
        try:
            self._service.end_after(self._uid, self.times.value())
        except KeyError:  # a single date
            self._counting = False
            one = self._service.one_series(self._uid)
            if one is not None:
                self.load(one)
