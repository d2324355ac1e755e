"""The right column of Today: who is expected, and what is good to remember."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from peerdesk.features.backups.today import CopyLine
from peerdesk.features.meetings.service import Mark, MeetingsService, MeetingView
from peerdesk.ui.context import Context
from peerdesk.ui.widgets import (
    Avatar,
    Button,
    Card,
    Column,
    Heading,
    Label,
    ListRow,
    Muted,
    Paragraph,
    Tag,
)

MOST = 6
"""So many people stand on Today; the others are a press away."""


class ExpectedCard(Card):
    """Who is expected: those who come for the first time above."""

    def __init__(self, service: MeetingsService, context: Context) -> None:
        super().__init__(spacing=4)
        self._service, self._context, self._uid = service, context, b""
        self._shown: list[tuple[str, bool, str]] = []
        self.heading = Heading(self.tr("Who is expected"), 2)
        self.quiet = Muted("", wrap=True)
        self._list = QWidget()
        self._box = Column(self._list, spacing=0)
        self.more = Button("", "link")
        self.more.clicked.connect(lambda: context.open("group", "attendance", self._uid))
        self.add(self.heading, self.quiet, self._list)
        self.box.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        self.start: QWidget | None = None

    def show_meeting(self, meeting: MeetingView | None) -> None:
        """Show who is expected at ``meeting`` (None: nothing is planned)."""
        self._uid = meeting.uid if meeting else b""
        marks = self._service.attendance(self._uid) if meeting else []
        coming = [m for m in marks if m.status not in ("apologies", "away")]
        coming.sort(key=lambda m: not m.new)
        not_coming = [m for m in marks if m.status == "apologies"]
        self._fill(coming[:MOST])
        self.quiet.setText(self._say(bool(marks), meeting is not None, not_coming))
        self.quiet.setVisible(bool(self.quiet.text()))
        self._offer(not marks, meeting is not None)
        left = len(coming) - MOST
        self.more.setText(self.tr("and %n more", "", max(0, left)))
        self.more.setVisible(left > 0)

    def _fill(self, marks: list[Mark]) -> None:
        shown = [(self._context.names.shown(m.name), m.new, m.status) for m in marks]
        if shown == self._shown:
            return
        self._shown = shown
        while (item := self._box.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for mark in marks:
            name = self._context.names.shown(mark.name)
            row = ListRow(Avatar(name, 26), first=self._box.count() == 0, pad=5)
            row.box.addWidget(Label(name, wrap=True), 1)
            if mark.new:
                row.add(Tag(self.tr("New here"), "accent"))
            elif mark.status in ("phone", "online"):
                row.add(Tag(self.tr("joins from afar"), "accent"))
            self._box.addWidget(row)
        self._list.setVisible(bool(marks))

    def _offer(self, wanted: bool, planned: bool) -> None:
        """The first things to do of a group that has nobody in its list yet."""
        if self.start is None:
            if not wanted:
                return
            self.start = QWidget()
            self.people = Button(self.tr("Add people"))
            self.people.clicked.connect(lambda: self._context.extra["go"]("people"))
            self.guide = Button(self.tr("Your first evening, step by step"), keys="F1")
            self.guide.clicked.connect(lambda: self._context.extra["go"]("help-start"))
            box = Column(self.start, (0, 8, 0, 0), 8)
            for button in (self.people, self.guide):
                box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
            self.box.addWidget(self.start)
        self.start.setVisible(wanted)
        self.people.setVisible(planned)

    def _say(self, some: bool, planned: bool, apologies: list[Mark]) -> str:
        if not planned:
            return self.tr("Once a meeting is planned, the people of the group stand here.")
        if not some:
            return self.tr("Nobody is in the list yet.")
        if not apologies:
            return ""
        names = ", ".join(self._context.names.shown(m.name) for m in apologies)
        return self.tr("Sent apologies: {names}").format(names=names)


class RememberCard(Card):
    """Good things from past closings, how many usually come, and how old the last copy is."""

    def __init__(self, service: MeetingsService, context: Context) -> None:
        super().__init__(spacing=8)
        self._service = service
        self.heading = Heading(self.tr("Good things to remember"), 2)
        self.words = Paragraph("", tone="muted")
        self.usual = Muted("", wrap=True)
        self.add(self.heading, self.words)
        self.box.addStretch(1)
        self.copies = CopyLine(context)
        foot = Column(spacing=0)
        foot.add(self.usual, self.copies)
        self.box.addLayout(foot)

    def reload(self) -> None:
        """Read them again."""
        good = [words.strip() for _, words in self._service.good_things(2)]
        nothing = self.tr(
            "What was good in an evening stands here, without names, once it is closed."
        )
        self.words.setText("\n".join(good) or nothing)
        usual = self._service.usually()
        last = self._service.held(1)
        said = [self.tr("Usually %n come.", "", usual)] if usual else []
        said += [self.tr("Last time: %n.", "", m.here) for m in last if m.here]
        self.usual.setText(" ".join(said))
        self.usual.setVisible(bool(said))
        self.copies.reload()
