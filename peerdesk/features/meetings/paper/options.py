"""What is to be printed: the documents, and what each of them asks."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QSize, QTime, Signal
from PySide6.QtWidgets import QWidget

from peerdesk.features.meetings.paper import numbering
from peerdesk.features.meetings.paper.documents import Proof
from peerdesk.features.meetings.paper.pack import HOW, TITLES, USUAL, Pack, Wanted, hours
from peerdesk.ui import theme
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    CheckBox,
    Column,
    ComboBox,
    Field,
    Heading,
    LineEdit,
    Muted,
    ScrollCard,
    Segmented,
    SpinBox,
    TimeEdit,
)

INSET = 32
"""What belongs to a document stands under its words, beside the box to tick."""


class Options(ScrollCard):
    """``changed`` is emitted whenever the papers would be others. ``house``: the centre's name."""

    changed = Signal()

    def __init__(self, pack: Pack, house: str, today: date, when: str) -> None:
        super().__init__(spacing=6)
        self._pack, self._house, self._today = pack, house, today
        self.add(Heading(self.tr("Print for the evening"), 2, wrap=True), Muted(when, wrap=True))
        self.boxes: dict[str, CheckBox] = {}
        self._more: dict[str, QWidget] = {}
        make = {
            "running": self._running,
            "sign_in": self._sign_in,
            "badges": self._badges,
            "proof": self._proof,
            "numbers": self._numbers,
        }
        for key in pack.offered():
            box = CheckBox(render(TITLES[key]))
            box.setChecked(key in USUAL)
            self.boxes[key] = box
            self.add(box)
            if key in make:
                self._more[key] = self._under(*make[key]())
                self.add(self._more[key])
        self.print_size = Segmented(
            [self.tr("Normal print"), self.tr("Large print")], name=self.tr("Size")
        )
        self.copies = SpinBox(1, 50, 1)
        self.add(Field(self.tr("Size"), self.print_size), Field(self.tr("Copies"), self.copies))
        self.box.addStretch(1)
        for box in self.boxes.values():
            box.toggled.connect(self._arrange)
        self.print_size.chosen.connect(self.changed)
        self._arrange()

    # -- what each document asks -----------------------------------------------------------------

    def _under(self, *widgets: QWidget) -> QWidget:
        made = QWidget()
        column = Column(made, (INSET, 0, 0, 8), 8)
        column.add(*widgets)
        return made

    def _running(self) -> tuple[QWidget, ...]:
        expected = self._pack.service.expected(self._pack.meeting)
        self.people = SpinBox(2, 99, max(2, expected))
        self.people.valueChanged.connect(self.changed)
        return (Field(self.tr("About how many people (for the rounds)"), self.people),)

    def _sign_in(self) -> tuple[QWidget, ...]:
        self.how = ComboBox(
            [self.tr("First names"), self.tr("Codes only"), self.tr("Empty lines only")]
        )
        self.blanks = SpinBox(0, 100, 6)
        self.anew = CheckBox(self.tr("Number from 1 again: the older sheet is thrown away"))
        self.anew.setVisible(bool(numbering.kept(self._pack.service, self._pack.meeting)))
        self.how.currentIndexChanged.connect(self._how)
        self.blanks.valueChanged.connect(self.changed)
        self.anew.toggled.connect(self.changed)
        return (
            Field(self.tr("Who stands on the sheet"), self.how),
            Field(self.tr("Empty lines"), self.blanks),
            self.anew,
        )

    def _how(self, number: int) -> None:
        if HOW[number] == "blank" and self.blanks.value() < self.people.value():
            self.blanks.setValue(self.people.value() + 4)
        self.changed.emit()

    def _badges(self) -> tuple[QWidget, ...]:
        self.empty = SpinBox(0, 60, 4)
        self.empty.valueChanged.connect(self.changed)
        return (Field(self.tr("Empty ones"), self.empty),)

    def _proof(self) -> tuple[QWidget, ...]:
        self.for_whom = ComboBox([self.tr("Empty slips"), self.tr("One person")])
        self.pad = SpinBox(1, 60, 6)
        self.name = LineEdit(private=True)
        start, end = hours(self._pack.plan)
        self.start = TimeEdit(QTime(start.hour, start.minute))
        self.end = TimeEdit(QTime(end.hour, end.minute))
        self.purpose = LineEdit(self.tr("Support group"), private=True)
        self.say_purpose = CheckBox(self.tr("They want the purpose to stand there"))
        self.slips = Field(self.tr("How many"), self.pad)
        self._purpose = Field(self.tr("Purpose"), self.purpose)
        self.one = QWidget()
        Column(self.one, spacing=8).add(
            Field(self.tr("Name"), self.name, self.tr("It goes on paper and is kept nowhere.")),
            Field(self.tr("Here from"), self.start),
            Field(self.tr("Here until"), self.end),
            self.say_purpose,
            self._purpose,
        )
        self.for_whom.currentIndexChanged.connect(self._arrange)
        self.say_purpose.toggled.connect(self._arrange)
        for line in (self.name, self.purpose):
            line.textChanged.connect(self.changed)
        for time in (self.start, self.end):
            time.timeChanged.connect(self.changed)
        self.pad.valueChanged.connect(self.changed)
        return Field(self.tr("For whom"), self.for_whom), self.slips, self.one

    def _numbers(self) -> tuple[QWidget, ...]:
        self.period = ComboBox(
            [
                self.tr("The last three months"),
                self.tr("The last month"),
                self.tr("This year"),
                self.tr("The year before"),
            ]
        )
        self.period.currentIndexChanged.connect(self.changed)
        return (Field(self.tr("Which time"), self.period),)

    # -- reading -------------------------------------------------------------------------------

    def wanted(self) -> Wanted:
        """What is chosen now."""
        first, last = self._period()
        ticked = {key for key, box in self.boxes.items() if box.isChecked()}
        named = "sign_in" in self.boxes
        return Wanted(
            documents=frozenset(ticked),
            people=self.people.value(),
            how=HOW[self.how.currentIndex()] if named else "blank",
            blanks=self.blanks.value() if named else 0,
            anew=named and self.anew.isChecked(),
            empty_badges=self.empty.value() if named else 0,
            proof=self._one_proof(),
            pad=self.pad.value() if "proof" in self.boxes else 0,
            house=self._house,
            first=first,
            last=last,
            large=self.print_size.current() == 1,
        )

    def _one_proof(self) -> Proof | None:
        if "proof" not in self.boxes or self.for_whom.currentIndex() == 0:
            return None
        start, _ = hours(self._pack.plan)

        def at(edit: TimeEdit) -> QTime:
            return edit.time()

        begin, end = at(self.start), at(self.end)
        return Proof(
            self.name.text().strip(),
            start.replace(hour=begin.hour(), minute=begin.minute()),
            start.replace(hour=end.hour(), minute=end.minute()),
            self.purpose.text().strip() if self.say_purpose.isChecked() else "",
            self._house,
        )

    def _period(self) -> tuple[date, date]:
        today = self._today
        year = today.year
        return (
            (today - timedelta(days=91), today),
            (today - timedelta(days=30), today),
            (date(year, 1, 1), today),
            (date(year - 1, 1, 1), date(year - 1, 12, 31)),
        )[self.period.currentIndex()]

    def sizeHint(self) -> QSize:
        # It scrolls by itself, and must not push the pages beside it out of the window.
        return QSize(super().sizeHint().width(), theme.px(240))

    def _arrange(self) -> None:
        for key, more in self._more.items():
            more.setVisible(self.boxes[key].isChecked())
        if "proof" in self.boxes:
            one = self.for_whom.currentIndex() == 1
            self.one.setVisible(one)
            self.slips.setVisible(not one)
            self._purpose.setVisible(self.say_purpose.isChecked())
        self.changed.emit()
