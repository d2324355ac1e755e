"""Meetings here: what anyone may know of the groups that meet in this house."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import QWidget

from peerdesk.features.meetings import when
from peerdesk.features.meetings.shapes import WAYS
from peerdesk.store.glance import MeetingRow
from peerdesk.ui import dates
from peerdesk.ui.widgets import (
    Button,
    Card,
    Column,
    EmptyState,
    Heading,
    IconView,
    Muted,
    Paragraph,
    Row,
)

AHEAD = timedelta(days=120)


def how_often(row: MeetingRow) -> str:
    """ "Every Tuesday", "Every second Tuesday", "On the first Tuesday of the month"."""

    repeat = when.read_rule(row.rrule)
    start = when.wall(row.dtstart)
    if repeat is None or repeat.how == "once":
        return dates.long_day(start.date())
    day = QLocale().dayName(repeat.weekday + 1, QLocale.FormatType.LongFormat)
    if repeat.how == "twice":
        words = (
            QCoreApplication.translate("MeetingsHere", "The first and third {day} of the month")
            if repeat.nth == 1
            else QCoreApplication.translate(
                "MeetingsHere", "The second and fourth {day} of the month"
            )
        )
    elif repeat.how == "monthly":
        words = {
            1: QCoreApplication.translate("MeetingsHere", "The first {day} of the month"),
            2: QCoreApplication.translate("MeetingsHere", "The second {day} of the month"),
            3: QCoreApplication.translate("MeetingsHere", "The third {day} of the month"),
            4: QCoreApplication.translate("MeetingsHere", "The fourth {day} of the month"),
            when.LAST: QCoreApplication.translate("MeetingsHere", "The last {day} of the month"),
        }[repeat.nth]
    elif repeat.how == "fortnightly":
        words = QCoreApplication.translate("MeetingsHere", "Every second {day}")
    else:
        words = QCoreApplication.translate("MeetingsHere", "Every {day}")
    return words.format(day=day)


def next_date(row: MeetingRow, today: date) -> date | None:
    """The next day it meets, today included; None when there is none in sight."""
    after = datetime.combine(today, datetime.min.time())
    try:
        ended = date.fromisoformat(row.ended_on) if row.ended_on else None
        found = when.occurrences(when.wall(row.dtstart), row.rrule, after, after + AHEAD, ended)
        gone = set(row.left_out.split(","))
        more = [when.wall(start) for start in row.extra.split(",") if start]
    except ValueError:
        return None
    coming = [d for d in found if when.stamp(d) not in gone]
    coming += [d for d in more if after <= d < after + AHEAD]
    return min(coming).date() if coming else None


def way_words(row: MeetingRow) -> str:
    """How one takes part, where that is not only by coming; "" otherwise."""
    said = {
        "phone": QCoreApplication.translate("MeetingsHere", "By phone"),
        "online": QCoreApplication.translate("MeetingsHere", "Online"),
        "mixed": QCoreApplication.translate("MeetingsHere", "Here, or from home"),
    }.get(row.way, "")
    if said and not row.dial_in.strip():
        ask = QCoreApplication.translate(
            "MeetingsHere", "{way}. Ask at the desk or come by to hear how to join."
        )
        return ask.format(way=said)
    return said


class MeetingsHere(QWidget):
    """A quiet list; ``back`` goes where one came from."""

    back = Signal()

    def __init__(
        self, meetings: Sequence[MeetingRow], today: date | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._today = today
        box = Column(self, spacing=18)
        head = Row(spacing=12)
        self.back_button = Button(self.tr("Back"), icon="back", keys="Esc")
        self.back_button.clicked.connect(self.back)
        head.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(Heading(self.tr("Meetings here"), 1, wrap=True), 1)
        box.addLayout(head)
        if not meetings:
            empty = EmptyState(
                "calendar",
                self.tr("No meeting is shown here yet"),
                self.tr(
                    "Ask at the desk when a group meets. A facilitator can show day, time and "
                    "place on this page."
                ),
            )
            box.addWidget(empty)
            box.addStretch(1)
            return
        for row in meetings:
            box.addWidget(self._card(row))
        if any(not row.first_time.strip() for row in meetings):
            box.addWidget(self._first_time(self._usual_first_time()))
        box.addStretch(1)

    def _card(self, row: MeetingRow) -> Card:
        start = when.wall(row.dtstart)
        card = Card(across=True, spacing=14)
        card.box.addWidget(IconView("calendar", 28), 0, Qt.AlignmentFlag.AlignTop)
        words = Column(spacing=4)
        words.add(
            Heading(row.name, 2, wrap=True),
            Paragraph(
                self.tr("{often}, {times}").format(
                    often=how_often(row),
                    times=dates.span(start, start + timedelta(minutes=row.minutes)),
                )
            ),
        )
        for said in self._where(row):
            words.add(Paragraph(said))
        coming = None if self._today is None else next_date(row, self._today)
        if coming is not None:
            words.add(Muted(self.tr("Next: {day}").format(day=dates.long_day(coming)), wrap=True))
        if row.first_time.strip():
            words.addSpacing(6)
            words.add(
                Muted(self.tr("What happens the first time"), wrap=True),
                Paragraph(row.first_time),
            )
        card.box.addLayout(words, 1)
        return card

    def _where(self, row: MeetingRow) -> list[str]:
        """Place, address and how to join, each a line of its own."""
        comes = row.way in ("in person", "mixed") or row.way not in WAYS
        lines = [row.place, row.address] if comes else []
        lines.append(way_words(row))
        if row.way in WAYS[1:] and row.dial_in.strip():
            lines.append(self.tr("To join: {how}").format(how=row.dial_in.strip()))
        return [line.strip() for line in lines if line.strip()]

    def _first_time(self, words: str) -> Card:
        card = Card("soft", spacing=6, margins=(18, 14, 18, 14))
        card.add(Heading(self.tr("What happens the first time"), 2, wrap=True), Paragraph(words))
        return card

    def _usual_first_time(self) -> str:
        return self.tr(
            "Come a few minutes early; someone will say hello. You do not have to give your name, "
            "and you do not have to speak: listening is fine. You can leave the room whenever you "
            "like. There is nothing to pay and nothing to sign."
        )
