"""The group and the house: when and where it meets, and which numbers help right now shows."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QTime

from peerdesk.app.first_start.answers import Answers
from peerdesk.app.first_start.step import Step
from peerdesk.store.glance import countries, shipped_crisis
from peerdesk.ui.widgets import (
    CheckBox,
    ComboBox,
    Field,
    LineEdit,
    Muted,
    SpinBox,
    TimeEdit,
    TurningRow,
)


class GroupStep(Step):
    """Name and usual time; only the name is needed."""

    number = 5

    def __init__(self, answers: Answers) -> None:
        super().__init__(answers, "")
        self.heading.setText(self.tr("Your group"))
        self.lead.setText(self.tr("Only the name is needed. You can change all of this later."))
        self.lead.show()
        self.name = LineEdit(answers.group)
        self.name_field = Field(self.tr("Name of the group"), self.name)
        self.name.textEdited.connect(lambda: self.name_field.set_problem(""))
        self.weekday = ComboBox(
            [QLocale().dayName(n, QLocale.FormatType.LongFormat) for n in range(1, 8)]
        )
        self.weekday.setCurrentIndex(answers.weekday)
        self.time = TimeEdit(QTime.fromString(answers.time, "HH:mm"))
        self.minutes = SpinBox(15, 480, answers.minutes)
        self.minutes.setSuffix(self.tr(" minutes"))
        self.minutes.setSingleStep(15)
        self.place = LineEdit(answers.place)
        self.public = CheckBox(self.tr("Show day, time and place on the welcome page"))
        self.public.setChecked(answers.public)
        self.box.addWidget(self.name_field)
        when = TurningRow(spacing=16)
        when.add(
            Field(self.tr("Usual weekday"), self.weekday),
            Field(self.tr("Starts at"), self.time),
            Field(self.tr("Length"), self.minutes),
            stretch=1,
        )
        self.box.addLayout(when)
        self.box.addWidget(Field(self.tr("Place"), self.place, self.tr("Such as: Blue room")))
        self.box.addWidget(self.public)
        self.box.addWidget(
            Muted(
                self.tr("Anyone at this computer can see it then, without signing in."), wrap=True
            )
        )

    def keep(self) -> None:
        self.answers.group = self.name.text().strip()
        self.answers.weekday = self.weekday.currentIndex()
        self.answers.time = self.time.time().toString("HH:mm")
        self.answers.minutes = self.minutes.value()
        self.answers.place = self.place.text().strip()
        self.answers.public = self.public.isChecked()

    def check(self) -> bool:
        missing = not self.name.text().strip()
        self.name_field.set_problem(self.tr("Please type a name for the group.") if missing else "")
        if missing:
            self.focus(self.name)
        return not missing

    def focus_first(self) -> None:
        self.focus(self.name)


class HouseStep(Step):
    """The house and the country."""

    def __init__(self, answers: Answers) -> None:
        super().__init__(answers, "")
        self.number = 4 if answers.purpose == "others" else 5
        self.heading.setText(self.tr("Where this computer stands"))
        self.lead.setText(
            self.tr("The welcome page shows the name of the house and whom to ring for help.")
        )
        self.lead.show()
        self.centre = LineEdit(answers.centre)
        self.country = ComboBox()
        for code, name in countries():
            self.country.addItem(name, code)
        self.country.addItem(self.tr("Another country"), "")
        known = answers.country
        if known is None:
            known = QLocale.territoryToCode(QLocale.system().territory())
        at = self.country.findData(known)
        self.country.setCurrentIndex(at if at >= 0 else self.country.count() - 1)
        self.numbers = Muted("", wrap=True)
        self.country.currentIndexChanged.connect(self._show_numbers)
        self.box.addWidget(
            Field(
                self.tr("Name of the house or centre"),
                self.centre,
                self.tr("Leave it empty if there is none."),
            )
        )
        self.box.addWidget(Field(self.tr("Country, for help right now"), self.country))
        self.box.addWidget(self.numbers)
        self._show_numbers()

    def _show_numbers(self, _at: int = 0) -> None:
        rows = shipped_crisis(self.country.currentData() or "", self.answers.language)
        shown = " · ".join(f"{row.title}: {row.number}" for row in rows)
        asked = self.tr(
            "Please make sure that each number is right, but never ring emergency services only "
            "to try it. A facilitator can change and add numbers at any time."
        )
        self.numbers.setText(f"{shown}\n{asked}")

    def keep(self) -> None:
        self.answers.centre = self.centre.text().strip()
        self.answers.country = self.country.currentData() or ""

    def focus_first(self) -> None:
        self.focus(self.centre)
