"""When the group meets: the series, changed in place."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QWidget

from peerdesk.features.meetings import words
from peerdesk.features.meetings.calendar_part import CalendarPart
from peerdesk.features.meetings.days_off import DaysOff
from peerdesk.features.meetings.ends import Ends
from peerdesk.features.meetings.public_box import PublicBox
from peerdesk.features.meetings.room_words import words_of_busy
from peerdesk.features.meetings.rota import Rota
from peerdesk.features.meetings.service import (
    WAYS,
    How,
    MeetingsService,
    Repeat,
    SeriesView,
    read_rule,
)
from peerdesk.ui import dates
from peerdesk.ui.beside import Beside
from peerdesk.ui.context import Context
from peerdesk.ui.saving import Saver, flush_all, unsaved_of
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    Column,
    ComboBox,
    Field,
    FlowLayout,
    Heading,
    InlineMessage,
    LineEdit,
    Muted,
    ScrollCard,
    Segmented,
    SpinBox,
    TextArea,
    TimeEdit,
)

HOWS: tuple[How, ...] = ("weekly", "fortnightly", "twice", "monthly", "once")
USUAL = (18, 30)
WHEN, DAYS_OFF, ROTA, CALENDARS = range(4)


class SeriesCard(ScrollCard):
    """Emits ``back`` to return to the dates."""

    back = Signal()

    def __init__(self, service: MeetingsService, context: Context) -> None:
        super().__init__(spacing=14)
        self._service, tell = service, context.notice
        self.uid = b""
        left = service.cabinet.settle
        self.back_button = Button(self.tr("Back to the dates"), icon="back", small=True)
        self.back_button.clicked.connect(self._back)
        self.which = ComboBox()
        self.which.activated.connect(self._choose)
        self._which = Field(self.tr("Series"), self.which)
        self.name = LineEdit()
        self._name = Saver(self.name, lambda t: self._set(name=t), left, tell)
        self.place = LineEdit()
        self._place = Saver(self.place, lambda t: self._set(place=t), left, tell)
        self.dial_in = TextArea(lines=2)
        self._dial_in = Saver(self.dial_in, lambda t: self._set(dial_in=t), left, tell)
        self._dial_field = Field(
            self.tr("How to join by phone or online"),
            self.dial_in,
            self.tr("Number, link, code. Only the group sees it, unless you show it to everyone."),
        )
        self.weekday = ComboBox([QLocale().standaloneDayName(n) for n in range(1, 8)])
        self.weekday.activated.connect(self._repeat)
        self.time = TimeEdit()
        self.time.editingFinished.connect(self._repeat)
        self.how = ComboBox([render(words.HOW[h]) for h in HOWS])
        self.how.activated.connect(self._repeat)
        self.week = ComboBox()
        self.week.activated.connect(self._repeat)
        self._week = Field(self.tr("Which week"), self.week)
        self._weeks: tuple[int, ...] = ()
        self.ends = Ends(service)
        self.when = Muted("", wrap=True)
        self.taken = InlineMessage("")
        self.minutes = SpinBox(10, 600, suffix=self.tr(" min"))
        self.minutes.setSingleStep(5)
        self.minutes.valueChanged.connect(lambda n: self._set(minutes=n))
        self.minutes.editingFinished.connect(left)
        self.way = ComboBox([render(words.WAY[w]) for w in WAYS])
        self.way.activated.connect(lambda n: self._set(way=WAYS[n]))
        self.everyone = PublicBox(service, tell)
        self.public, self.first = self.everyone.public, self.everyone.first
        self._savers = (self._name, self._place, self._dial_in, *self.everyone.savers)
        self.days_off = DaysOff(service)
        self.rota = Rota(service, context)
        self.calendars = CalendarPart(service, context)
        self.choice = Segmented(name=self.tr("Show"))
        self.choice.set_items(
            [
                self.tr("When and where"),
                self.tr("Days off"),
                self.tr("Who does what"),
                self.tr("Calendars"),
            ],
            WHEN,
        )
        self.choice.chosen.connect(self.show_part)
        self.another = Button(self.tr("Plan another series"), "link")
        self.another.clicked.connect(lambda: self.plan())
        self._lay_out()

    def _lay_out(self) -> None:
        self.box.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeading)
        choice = QWidget()
        FlowLayout(choice).add(self.choice)
        self.add(Heading(self.tr("When we meet"), 3, wrap=True), self._which, choice)
        main = QWidget()
        column = Column(main, spacing=14)
        column.add(
            Field(self.tr("Name of the meeting"), self.name),
            self._flow(
                Field(self.tr("Day"), self.weekday),
                Field(self.tr("Time"), self.time),
                Field(self.tr("Length"), self.minutes),
                Field(self.tr("How often"), self.how),
                self._week,
            ),
            self.ends,
            self.when,
            self.taken,
            Beside(Field(self.tr("Place"), self.place), Field(self.tr("How"), self.way), least=420),
            self._dial_field,
            self.everyone,
        )
        column.addStretch(1)
        foot = QWidget()
        FlowLayout(foot, spacing=(16, 8)).add(self.another)
        column.add(foot)
        self.parts: tuple[QWidget, ...] = (main, self.days_off, self.rota, self.calendars)
        for number, part in enumerate(self.parts):
            self.box.addWidget(part, 1)
            part.setVisible(number == WHEN)

    def show_part(self, part: int) -> None:
        """Show one of WHEN, DAYS_OFF, ROTA, CALENDARS."""
        for saver in self._savers:
            saver.try_now()
        self.choice.set_current(part)
        for number, widget in enumerate(self.parts):
            widget.setVisible(number == part)
        self.column.show_top()
        self._show_part()

    def _show_part(self) -> None:
        part = self.choice.current()
        if part == DAYS_OFF:
            self.days_off.reload()
        elif part == ROTA:
            self.rota.reload(self.uid)
        elif part == CALENDARS:
            self.calendars.reload(self.uid)

    @staticmethod
    def _flow(*fields: Field) -> QWidget:
        made = QWidget()
        flow = FlowLayout(made, spacing=(16, 14))
        for field in fields:
            flow.add(field)
        return made

    # -- showing -----------------------------------------------------------------------------

    def reload(self) -> bool:
        """Show the series again; False when there is none."""
        every = self._service.series()
        if not every:
            return False
        one = next((s for s in every if s.uid == self.uid), every[0])
        if one.uid != self.uid:
            self.flush()
            self.uid = one.uid
        self._which.setVisible(len(every) > 1)
        self.which.clear()
        self.which.addItems([s.name or self.tr("No name yet") for s in every])
        self.which.setCurrentIndex(every.index(one))
        self._name.load(one.name)
        self._place.load(one.place)
        self._dial_in.load(one.dial_in)
        self._show_repeat(one)
        self.way.setCurrentIndex(WAYS.index(one.way) if one.way in WAYS else 0)
        self._dial_field.setVisible(one.way != "in person")
        self.everyone.load(one)
        self._show_taken()
        self._show_part()
        return True

    def _show_repeat(self, one: SeriesView) -> None:
        repeat = read_rule(one.rule)
        self.weekday.setCurrentIndex(
            repeat.weekday if repeat and repeat.rule else one.start.weekday()
        )
        if not self.time.hasFocus():
            self.time.setTime(dates.to_qtime(one.start.time()))
        self.minutes.blockSignals(True)
        self.minutes.setValue(one.minutes)
        self.minutes.blockSignals(False)
        self.how.setCurrentIndex(HOWS.index(repeat.how) if repeat else -1)
        self._show_weeks(repeat)
        self.ends.load(one)
        self.ends.setVisible(bool(one.rule))
        said = [self._monthly(repeat)] if repeat and repeat.how in ("monthly", "twice") else []
        if one.ended:
            said.append(self.tr("Its last day is {day}.").format(day=dates.full_day(one.ended)))
        said.append(self.tr("A change holds from the next date on; past dates stay as they were."))
        self.when.setText(" ".join(said))

    def _show_weeks(self, repeat: Repeat | None) -> None:
        how = repeat.how if repeat else ""
        listed = {"monthly": words.WEEK, "twice": words.TWO_WEEKS}.get(how, {})
        if tuple(listed) != self._weeks:
            self._weeks = tuple(listed)
            self.week.clear()
            self.week.addItems([render(w) for w in listed.values()])
        if repeat and listed:
            self.week.setCurrentIndex(self._weeks.index(repeat.nth))
        self._week.setVisible(bool(listed))

    def _show_taken(self) -> None:
        clashes = self._service.taken_ahead(self.uid)
        said = ""
        if clashes:
            times = len(clashes)
            first, busy = clashes[0]
            said = self.tr(
                "The room is taken on %Ln of the dates to come, first on {day}: {what}",
                "",
                times,
            ).format(
                day=dates.long_day(first.start.date()),
                what=words_of_busy(busy, first.zone, first.place),
            )
        if said != self.taken.text():
            self.taken.say(said, "info")

    @staticmethod
    def _monthly(repeat: Repeat) -> str:
        day = QLocale().standaloneDayName(repeat.weekday + 1)
        listed = words.TWICE if repeat.how == "twice" else words.NTH
        said = render(listed[repeat.nth].format(day=day))
        return said[:1].upper() + said[1:] + "."

    # -- doing -------------------------------------------------------------------------------

    def plan(self) -> None:
        """A new weekly series, today's weekday at the usual time, to be changed at once."""
        self.flush()
        now = self._service.clock.now()
        from datetime import time

        start = self._service.first_date(now.weekday(), time(*USUAL))
        self.uid = self._service.add_series("", start)
        self.reload()
        self.name.setFocus()

    def _choose(self, number: int) -> None:
        self.flush()
        self.uid = self._service.series()[number].uid
        self.reload()

    def _set(self, **fields: str | int) -> None:
        self._service.set_series(self.uid, **fields)

    def _repeat(self) -> None:
        one = self._service.one_series(self.uid)
        if one is None or self.how.currentIndex() < 0:
            return
        how, at = HOWS[self.how.currentIndex()], dates.from_qtime(self.time.time())
        day = self.weekday.currentIndex()
        before = read_rule(one.rule)
        nth = self._weeks[self.week.currentIndex()] if self._weeks else 0
        if before is None or before.how != how:
            nth = 0  # the week of another rhythm says nothing about this one
        else:
            same_day = (before.weekday if before.rule else one.start.weekday()) == day
            if same_day and one.start.time() == at and nth in (0, before.nth):
                return
        self._service.set_repeat(self.uid, day, at, how, nth)

    def _back(self) -> None:
        for saver in self._savers:
            saver.try_now()
        self.back.emit()

    def flush(self) -> None:
        """Save what is not saved yet."""
        flush_all(self._savers)

    def unsaved(self) -> str:
        """The words that could not be saved."""
        return unsaved_of(self._savers)
