"""Days off: holidays of the whole group, added and removed."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from peerdesk.features.meetings.dated_rows import DatedRows, days_words
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.ui import dates
from peerdesk.ui.widgets import Button, Column, DateEdit, Field, FlowLayout, LineEdit, Muted

WEEK = timedelta(days=7)


class DaysOff(QWidget):
    """A row for each holiday, and three fields for another."""

    def __init__(self, service: MeetingsService) -> None:
        super().__init__()
        self._service = service
        self.about = Muted(
            self.tr("The group does not meet on these days. When you remove them, it does again."),
            wrap=True,
        )
        self.rows = DatedRows(self.tr("Remove"))
        self.rows.removed.connect(self._remove)
        self.first, self.last = DateEdit(), DateEdit()
        self.first.setCalendarPopup(False)
        self.last.setCalendarPopup(False)
        self.first.dateChanged.connect(self._follow)
        self.words = LineEdit(placeholder=self.tr("For example: Easter"))
        self.words.returnPressed.connect(self._add)
        self.add_button = Button(self.tr("Add these days"), icon="plus")
        self.add_button.clicked.connect(self._add)
        fields = QWidget()
        flow = FlowLayout(fields, spacing=(16, 14))
        flow.add(Field(self.tr("First day"), self.first), Field(self.tr("Last day"), self.last))
        box = Column(self, spacing=14)
        box.add(self.about, self.rows, fields, Field(self.tr("Why"), self.words))
        box.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeading)
        box.addStretch(1)
        self._start()

    def _start(self) -> None:
        day = dates.to_qdate(self._service.clock.now().date() + WEEK)
        self.first.setDate(day)
        self.last.setDate(day)

    def _follow(self) -> None:
        if self.last.date() < self.first.date():
            self.last.setDate(self.first.date())

    def reload(self) -> None:
        """Show the holidays again; those that are over are left out."""
        today = self._service.clock.now().date()
        ahead = [d for d in self._service.days_off() if d.last >= today]
        self.rows.show_rows(
            [(d.uid, d.words or self.tr("No meeting"), days_words(d.first, d.last)) for d in ahead],
            self.tr("No days off yet."),
        )

    def _add(self) -> None:
        self._service.add_holiday(
            dates.from_qdate(self.first.date()),
            dates.from_qdate(self.last.date()),
            self.words.text(),
        )
        self.words.setText("")
        self._start()

    def _remove(self, uid: object) -> None:
        assert isinstance(uid, bytes)
        self._service.remove_holiday(uid)
