"""The card of the next meeting: when, where, the theme, the evening as a bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QWidget

from peerdesk.features.meetings.service import MeetingsService, MeetingView, Part
from peerdesk.features.meetings.words import place_and_way
from peerdesk.ui import dates, theme
from peerdesk.ui.context import Context
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    AgendaBar,
    AgendaPart,
    Button,
    Card,
    FlowLayout,
    Heading,
    Muted,
    Paragraph,
    Row,
    Tag,
)

if TYPE_CHECKING:
    from peerdesk.app.tonight.evening import Evening

EVENING = 17
"""From this hour on a meeting is tonight's."""
STRONG = ("round", "topic", "main")
Fits = Callable[[str, Sequence[Part]], bool]
"""Whether a label finds room over the minutes of these parts."""


class _Day(Heading):
    """When the meeting is: on one line, or on several where one has no room."""

    def __init__(self) -> None:
        super().__init__("", 2, wrap=True)

    def sizeHint(self) -> QSize:
        words = self.text().replace("\u202f", "\xa0")  # as wide as they are drawn
        line = self.fontMetrics().horizontalAdvance(words) + theme.px(4)
        return QSize(line, self.heightForWidth(line))


class NextCard(Card):
    """The next meeting that takes place."""

    def __init__(self, service: MeetingsService, context: Context) -> None:
        super().__init__(spacing=8)
        self._service, self._context, self._uid = service, context, b""
        self._parts: list[AgendaPart] = []
        self.heading = _Day()
        self.tag = Tag("", "accent")
        self.until = Muted("")
        self.until.setContentsMargins(0, theme.px(3), 0, 0)
        self.theme = Paragraph("", tone="muted")
        self.bar = AgendaBar()
        self.start = Button(self.tr("Start meeting"), "primary")
        self.door = Button(self.tr("Open the door"), "link")
        self.agenda = Button(self.tr("Agenda"), "primary")
        self.attendance = Button(self.tr("Attendance"))
        self.papers = Button(self.tr("Print for tonight"))
        self.papers.clicked.connect(self.print_papers)
        self.closing = Button(self.tr("Close the evening"), "primary")
        for button, kind in (
            (self.closing, "closing"),
            (self.agenda, "agenda"),
            (self.attendance, "attendance"),
        ):
            button.clicked.connect(lambda _on=False, k=kind: context.open("group", k, self._uid))
        self._evening = cast("Evening | None", context.extra.get("evening"))
        self.start.clicked.connect(self._start)
        self.door.clicked.connect(self._open_door)
        head = QWidget()
        row = Row(head, spacing=10)
        words = QWidget()
        FlowLayout(words, spacing=(10, 4)).add(self.heading, self.tag)
        row.addWidget(words, 1)
        row.addWidget(self.until, 0, Qt.AlignmentFlag.AlignTop)
        buttons = QWidget()
        FlowLayout(buttons, spacing=(10, 8)).add(
            self.start, self.closing, self.agenda, self.attendance, self.papers, self.door
        )
        self.add(head, self.theme, self.bar, buttons)

    def show_meeting(self, meeting: MeetingView, me: str, *, leads: bool = True) -> None:
        """Show a meeting to somebody called ``me``. With ``leads`` the one primary button of the
        page is here; otherwise another card has it."""
        self._uid = meeting.uid
        now = self._context.clock.now()
        here = now.replace(tzinfo=None)
        self.heading.setText(when_words(meeting, here))
        place = render(place_and_way(meeting.place, meeting.way))
        self.tag.setText(place)
        self.tag.setVisible(bool(place))
        self.tag.updateGeometry()
        over = meeting.ends_at <= self._context.clock.now_ms()
        begun = meeting.starts_at <= self._context.clock.now_ms()
        starts = self._context.clock.local(meeting.starts_at)
        words = dates.until(starts, now)
        if over:
            words = self.tr("It is over")
        elif begun:
            words = self.tr("It has begun")
        self.until.setText(words)
        tonight = meeting.start.date() == here.date()
        self.papers.setText(self.tr("Print for tonight") if tonight else self.tr("Print"))
        can_start = self._can_start(meeting, here) and not over
        if can_start and not leads and self._evening is not None:
            # What was left of this meeting is gone on with, not started once more.
            can_start = self._evening.left_of(meeting.uid) is None
        self.start.setVisible(can_start)
        self.door.setVisible(can_start)
        # Once it has begun, closing it matters more; the agenda has a button to print, too.
        self.papers.setVisible(not (can_start and begun))
        # The door and the meeting itself do it then; it stands beside the agenda too.
        self.attendance.setVisible(not can_start)
        self.closing.setVisible(begun)
        first = self.start if can_start else self.closing if begun else self.agenda
        for button in (self.start, self.closing, self.agenda):
            button.set_kind("primary" if leads and button is first else "plain")
        self._say_theme(meeting, me)
        self._fill_bar()

    def _can_start(self, meeting: MeetingView, now: datetime) -> bool:
        """On its day (the made-up group: any day), until it is over, while no meeting runs."""
        evening = self._evening
        if evening is None or evening.runs():
            return False
        return evening.any_day or meeting.start.date() == now.date()

    def _start(self) -> None:
        if self._evening is not None:
            self._evening.start(self._uid)

    def _open_door(self) -> None:
        if self._evening is not None:
            self._evening.open_door(self._uid)

    def print_papers(self) -> None:
        """Choose what to print for this meeting."""
        from peerdesk.features.meetings.paper.dialog import print_for

        print_for(self._service, self._context, self._uid, self)

    def _fill_bar(self) -> None:
        agenda = self._service.agenda(self._uid)
        total = max(1, sum(p.minutes for p in agenda))
        gap, metrics = theme.px(3), QFontMetrics(theme.font(12))
        bar = self.bar.width() - gap * (len(agenda) - 1)

        def fits(label: str, group: Sequence[Part]) -> bool:
            room = bar * sum(p.minutes for p in group) / total + gap * (len(group) - 1)
            return metrics.horizontalAdvance(label) <= room

        parts = parts_of(agenda, fits)
        if parts != self._parts:
            self._parts = parts
            self.bar.set_parts(parts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill_bar()

    def _say_theme(self, meeting: MeetingView, me: str) -> None:
        number = self.locale().toString
        said = []
        if count := self._service.expected(meeting.uid):
            said.append(self.tr("about {n}").format(n=number(count)))
        if fresh := len(self._service.newcomers(meeting.uid)):
            words = self.tr("%n new", "", fresh)
            said = [", ".join([*said, words])]
        who = [self._who(meeting.lead, me, lead=True), self._who(meeting.door, me, lead=False)]
        if any(who):
            said.append(", ".join(w for w in who if w))
        rest = "".join(f" · {words}" for words in said)
        if meeting.theme:
            self.theme.set_parts(
                [(self.tr("Theme:") + " ", False), (meeting.theme, True), (rest, False)]
            )
        else:
            self.theme.set_parts([(self.tr("No theme yet") + rest, False)])

    def _who(self, name: str, me: str, *, lead: bool) -> str:
        if not name:
            return ""
        if name.casefold() == me.casefold():
            return self.tr("you lead") if lead else self.tr("you hold the door")
        words = self.tr("{name} leads") if lead else self.tr("{name} holds the door")
        return words.format(name=self._context.names.shown(name))


def when_words(meeting: MeetingView, now: datetime) -> str:
    """ "Tonight 18:30 to 20:00", "Tomorrow …", or the day."""
    span, day = dates.span(meeting.start, meeting.end), meeting.start.date()
    if day == now.date():
        words = QCoreApplication.translate("NextCard", "Today {time}")
        if meeting.start.hour >= EVENING:
            words = QCoreApplication.translate("NextCard", "Tonight {time}")
    elif day == now.date() + timedelta(days=1):
        words = QCoreApplication.translate("NextCard", "Tomorrow {time}")
    else:
        words = QCoreApplication.translate("NextCard", "{day}, {time}")
    return words.format(time=span, day=dates.long_day(day))


def parts_of(agenda: Sequence[Part], fits: Fits) -> list[AgendaPart]:
    """The agenda for the bar, with labels that fit over their minutes where that is possible.

    What is short and at the edge stands together; choosing topics stands with what it leads to.
    """
    groups: list[list[Part]] = []
    for part in agenda:
        last = groups[-1][-1] if groups else None
        edge = part.kind not in STRONG
        if last and ((edge and last.kind not in STRONG) or (not edge and last.kind == "topic")):
            groups[-1].append(part)
        else:
            groups.append([part])
    return [
        AgendaPart(_label(g, fits), tuple(p.minutes for p in g), g[-1].kind in STRONG)
        for g in groups
    ]


def _label(group: Sequence[Part], fits: Fits) -> str:
    titles = [p.title for p in group]
    if group[-1].kind in STRONG:
        titles = titles[-1:]
    short = {
        "services": QCoreApplication.translate("NextCard", "Help", "a short label in the agenda"),
        "closing": QCoreApplication.translate("NextCard", "Close", "a short label in the agenda"),
    }
    shorter = [short.get(p.kind, p.title) for p in group][-len(titles) :]
    first = titles[0].split(" ")[:1]
    for words in (titles, titles[:2], shorter, shorter[:2], titles[:1], shorter[:1], first):
        label = ", ".join([words[0], *(w[:1].lower() + w[1:] for w in words[1:])])
        if fits(label, group):
            return label
    return shorter[0]
