"""Who does what on the next dates, fair turns by one button, and who is away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from peerdesk.features.meetings import words
from peerdesk.features.meetings.dated_rows import DatedRows, days_words
from peerdesk.features.meetings.names_edit import NameEdit
from peerdesk.features.meetings.service import MeetingsService, MeetingView
from peerdesk.ui import dates
from peerdesk.ui.beside import Beside
from peerdesk.ui.context import Context
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    Column,
    DateEdit,
    Field,
    FlowLayout,
    Heading,
    Muted,
    Paragraph,
)

AHEAD = 6
"""So many dates are shown and filled."""


class Rota(QWidget):
    """The next dates of one series with their people."""

    def __init__(self, service: MeetingsService, context: Context) -> None:
        super().__init__()
        self._service, self._context, self._uid = service, context, b""
        self.about = Muted(
            self.tr(
                "PeerDesk can suggest who does what: whoever did it longest ago comes next, and "
                "nobody is asked while they are away. You can change each name in “About this "
                "date”."
            ),
            wrap=True,
        )
        self.suggest = Button(self.tr("Suggest who does what"), icon="repeat")
        self.suggest.clicked.connect(self._suggest)
        self.told = Muted("", wrap=True)
        self.told.hide()
        self._dates = QWidget()
        self._box = Column(self._dates, spacing=10)
        self.lines: list[tuple[Heading, Paragraph]] = []
        for _ in range(AHEAD):
            line = (Heading("", 2, wrap=True), Paragraph(""))
            self.lines.append(line)
            self._box.add(*line)
        self.away = DatedRows(self.tr("Is back"))
        self.away.removed.connect(self._back)
        self.who = NameEdit(context.names, service.names, lambda _t: None, _nothing, context.notice)
        self.who.textChanged.connect(self._typed)
        self.who.returnPressed.connect(self._add)
        self.first, self.last = DateEdit(), DateEdit()
        for day in (self.first, self.last):
            day.setCalendarPopup(False)
            day.setDate(dates.to_qdate(service.clock.now().date()))
        self.first.dateChanged.connect(self._follow)
        self.add_button = Button(self.tr("Note that they are away"), icon="plus")
        self.add_button.clicked.connect(self._add)
        self.add_button.setEnabled(False)
        self._lay_out()

    def _lay_out(self) -> None:
        days = QWidget()
        flow = FlowLayout(days, spacing=(16, 14))
        flow.add(Field(self.tr("From"), self.first), Field(self.tr("To"), self.last))
        box = Column(self, spacing=14)
        box.addWidget(self.about)
        box.addWidget(self.suggest, 0, Qt.AlignmentFlag.AlignLeading)
        box.add(
            self.told,
            self._dates,
            Heading(self.tr("Who is away"), 2, wrap=True),
            self.away,
            Beside(Field(self.tr("Who"), self.who), days, least=420),
        )
        box.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeading)
        box.addStretch(1)

    # -- showing -----------------------------------------------------------------------------

    def reload(self, uid: bytes) -> None:
        """Show the next dates of a series."""
        if uid != self._uid:
            self._uid = uid
            self.told.hide()
        shown = self._ahead()
        for number, (heading, line) in enumerate(self.lines):
            there = number < len(shown)
            heading.setVisible(there)
            line.setVisible(there)
            if there:
                heading.setText(dates.long_day(shown[number].start.date()))
                line.setText(self._people(shown[number]))
        is_open = self._context.names.is_open()
        if not self.who.text() or not is_open:
            self.who.load("")
        aways = self._service.aways()
        self.away.show_rows(
            [(a.uid, self._context.names.shown(a.who), days_words(a.first, a.last)) for a in aways],
            self.tr("Nobody said so."),
        )
        self._typed()

    def _ahead(self) -> list[MeetingView]:
        ahead = self._service.next_meetings(3 * AHEAD)
        mine = [m for m in ahead if m.series == self._uid and not m.cancelled]
        return mine[:AHEAD]

    def _people(self, meeting: MeetingView) -> str:
        said = []
        for duty in self._service.duties(meeting.uid):
            if not duty.who:
                continue
            name = self._context.names.shown(duty.who)
            if duty.away:
                name = self.tr("{name} (away)").format(name=name)
            elif duty.cover:
                cover = self._context.names.shown(duty.cover)
                name = self.tr("{name} instead of {other}").format(name=name, other=cover)
            role = render(words.ROLE_SHORT[duty.role])
            said.append(self.tr("{role}: {name}").format(role=role, name=name))
        return "\n".join(said) or self.tr("Nobody yet")

    # -- doing -------------------------------------------------------------------------------

    def _suggest(self) -> None:
        filled = self._service.suggest_duties([m.uid for m in self._ahead()])
        self.told.setText(
            self.tr("Suggested. Look at it together and change what does not fit.")
            if filled
            else self.tr("There is nothing to fill in, or nobody who could be asked.")
        )
        self.told.show()
        self.reload(self._uid)

    def _typed(self) -> None:
        name = self.who.text().strip()
        self.add_button.setEnabled(bool(name) and self._context.names.is_open())

    def _follow(self) -> None:
        if self.last.date() < self.first.date():
            self.last.setDate(self.first.date())

    def _add(self) -> None:
        if not self.add_button.isEnabled():
            return
        self._service.add_away(
            self.who.text(),
            dates.from_qdate(self.first.date()),
            dates.from_qdate(self.last.date()),
        )
        self.who.setText("")

    def _back(self, uid: object) -> None:
        assert isinstance(uid, bytes)
        self._service.remove_away(uid)


def _nothing() -> None:
    """Nothing is left to settle: the name is kept by the button."""
