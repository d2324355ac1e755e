"""When the group meets: the series, changed in place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QWidget

from peerdesk.core.text import Text
from peerdesk.features.meetings import words
from peerdesk.features.meetings.pair import Beside
from peerdesk.features.meetings.service import (
    WAYS,
    How,
    MeetingsService,
    Repeat,
    SeriesView,
    read_rule,
)
from peerdesk.ui import dates
from peerdesk.ui.saving import Saver, flush_all, unsaved_of
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    CheckBox,
    ComboBox,
    Field,
    FlowLayout,
    Heading,
    LineEdit,
    Muted,
    ScrollCard,
    SpinBox,
    TextArea,
    TimeEdit,
)

HOWS: tuple[How, ...] = ("weekly", "fortnightly", "monthly", "once")
USUAL = (18, 30)


class SeriesCard(ScrollCard):
    """Emits ``back`` to return to the dates."""

    back = Signal()

    def __init__(self, service: MeetingsService, tell: Callable[[Text], object]) -> None:
        super().__init__(spacing=14)
        self._service = service
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
            self.tr("Number, link, code. It is never shown on the welcome page."),
        )
        self.weekday = ComboBox([QLocale().standaloneDayName(n) for n in range(1, 8)])
        self.weekday.activated.connect(self._repeat)
        self.time = TimeEdit()
        self.time.editingFinished.connect(self._repeat)
        self.how = ComboBox([render(words.HOW[h]) for h in HOWS])
        self.how.activated.connect(self._repeat)
        self.when = Muted("", wrap=True)
        self.minutes = SpinBox(10, 600, suffix=self.tr(" min"))
        self.minutes.setSingleStep(5)
        self.minutes.valueChanged.connect(lambda n: self._set(minutes=n))
        self.minutes.editingFinished.connect(left)
        self.way = ComboBox([render(words.WAY[w]) for w in WAYS])
        self.way.activated.connect(lambda n: self._set(way=WAYS[n]))
        self.public = CheckBox(self.tr("Show on the welcome page, for everyone"))
        self.public.clicked.connect(self._publish)
        self.first = TextArea(lines=2)
        self._first = Saver(
            self.first,
            lambda t: service.set_first_time(self.uid, t),
            lambda: service.shelf.settle() if service.shelf else None,
            tell,
        )
        self._savers = (self._name, self._place, self._dial_in, self._first)
        self._first_field = Field(
            self.tr("What happens the first time"),
            self.first,
            self.tr("Who says hello, where to go, that nobody has to speak."),
        )
        self.end = Button(self.tr("End the series"), small=True)
        self.end.clicked.connect(self._end)
        self.another = Button(self.tr("Plan another series"), "link")
        self.another.clicked.connect(lambda: self.plan())
        self._lay_out()

    def _lay_out(self) -> None:
        self.box.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.add(Heading(self.tr("When we meet"), 3, wrap=True))
        self.add(
            self._which,
            Field(self.tr("Name of the meeting"), self.name),
            self._flow(
                Field(self.tr("Day"), self.weekday),
                Field(self.tr("Time"), self.time),
                Field(self.tr("Length"), self.minutes),
                Field(self.tr("How often"), self.how),
            ),
            self.when,
            Beside(Field(self.tr("Place"), self.place), Field(self.tr("How"), self.way), least=420),
            self._dial_field,
            self.public,
            self._first_field,
        )
        self.box.addStretch(1)
        foot = QWidget()
        FlowLayout(foot, spacing=(16, 8)).add(self.end, self.another)
        self.add(foot)

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
        self.public.setChecked(one.public)
        self.public.setVisible(self._service.shelf is not None)
        self._first.load(self._service.first_time(one.uid))
        self._first_field.setVisible(one.public and self._service.shelf is not None)
        self.end.setText(self.tr("Let it go on") if one.ended else self.tr("End the series"))
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
        said = [self._monthly(repeat)] if repeat and repeat.how == "monthly" else []
        if one.ended:
            said.append(self.tr("Its last day is {day}.").format(day=dates.full_day(one.ended)))
        said.append(self.tr("A change holds from the next date on; past dates stay as they were."))
        self.when.setText(" ".join(said))

    @staticmethod
    def _monthly(repeat: Repeat) -> str:
        day = QLocale().standaloneDayName(repeat.weekday + 1)
        said = render(words.NTH[repeat.nth].format(day=day))
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
        same_day = (before.weekday if before and before.rule else one.start.weekday()) == day
        if before and before.how == how and same_day and one.start.time() == at:
            return
        self._service.set_repeat(self.uid, day, at, how)

    def _publish(self, shown: bool) -> None:
        self._first.flush()
        self._service.show_to_everyone(self.uid, shown)

    def _end(self) -> None:
        one = self._service.one_series(self.uid)
        ended = one is not None and one.ended is not None
        self._service.end_series(self.uid, None if ended else self._service.clock.now().date())

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
