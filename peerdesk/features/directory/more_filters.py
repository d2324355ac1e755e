"""The filters that few people need: they stand behind "More filters"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from peerdesk.core.text import Text
from peerdesk.features.directory.finding import Filters, Spot
from peerdesk.features.directory.service import DirectoryService
from peerdesk.ui import theme
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    Card,
    ComboBox,
    Field,
    FlowLayout,
    LineEdit,
    Muted,
    SpinBox,
)

NO_AGE, OLDEST = -1, 120
PLACES_SHOWN = 4
WIDTH = 210


class MoreFilters(Card):
    """``changed`` when something was chosen; ``load`` before it is shown."""

    changed = Signal()

    def __init__(self, service: DirectoryService, categories: Sequence[tuple[str, Text]]) -> None:
        super().__init__(margins=(16, 14, 16, 14), spacing=12)
        self._service = service
        self._spot: Spot | None = None
        chips = QWidget()
        self._chips = FlowLayout(chips, spacing=(8, 8))
        self.categories = {key: self._chip(render(name)) for key, name in categories}
        self.first = next(iter(self.categories.values()))
        kinds = QWidget()
        self._chips = FlowLayout(kinds, spacing=(8, 8))
        self.no_referral = self._chip(self.tr("Nobody has to send you"))
        self.offline = self._chip(self.tr("Works without internet"))
        self.kinds = {
            "warm line": self._chip(self.tr("Warm lines")),
            "online group": self._chip(self.tr("Online groups")),
            "app": self._chip(self.tr("Apps")),
            "forum": self._chip(self.tr("Forums")),
            "blog": self._chip(self.tr("Blogs")),
            "webinar": self._chip(self.tr("Webinars")),
        }
        fields = QWidget()
        flow = FlowLayout(fields, spacing=(14, 10))
        self.near = LineEdit()
        self.age = SpinBox(NO_AGE, OLDEST, NO_AGE)
        self.age.setSpecialValueText(self.tr("Any age"))
        self.area = ComboBox([self.tr("Anywhere")])
        self.language = ComboBox([self.tr("Any language")])
        self._fields: list[Field] = []
        for label, editor in (
            (self.tr("Near a postcode or town"), self.near),
            (self.tr("Area"), self.area),
            (self.tr("Age"), self.age),
            (self.tr("Language"), self.language),
        ):
            field = Field(label, editor)
            self._fields.append(field)
            flow.add(field)
        self.places_box = QWidget()
        self._places = FlowLayout(self.places_box, spacing=(8, 8))
        self.places: list[Button] = []
        self.said = Muted("", wrap=True)
        self.add(chips, kinds, fields, self.places_box, self.said)
        self.said.hide()
        self.places_box.hide()
        self.near.textEdited.connect(self._near_typed)
        self.near.returnPressed.connect(self._take_first)
        self.age.valueChanged.connect(lambda _value: self.changed.emit())
        self.area.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self.language.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self.restyle()

    def restyle(self) -> None:
        for field in self._fields:
            field.setFixedWidth(theme.px(WIDTH))

    def _chip(self, words: str) -> Button:
        chip = Button(words, chip=True, small=True)
        chip.toggled.connect(lambda _on: self.changed.emit())
        self._chips.add(chip)
        return chip

    def load(self) -> None:
        """Fill the lists; what is chosen stays chosen."""
        spoken = sorted(name for name, _ in self._service.languages())
        for box, names in ((self.area, self._service.areas()), (self.language, spoken)):
            _fill(box, names)

    # -- near --------------------------------------------------------------------------------

    def _near_typed(self, typed: str) -> None:
        had, self._spot = self._spot, None
        self._offer(self._service.places(typed)[:PLACES_SHOWN])
        if typed.strip() and not self.places:
            self._say(self.tr("No such place in the directory."))
        else:
            self._say("")
        if had is not None:
            self.changed.emit()

    def _offer(self, spots: Sequence[Spot]) -> None:
        self._places.clear()
        self.places = []
        for spot in spots:
            chip = Button(spot.name, chip=True, small=True)
            chip.setChecked(spot == self._spot)
            chip.clicked.connect(lambda _on=False, one=spot: self._take(one))
            self._places.add(chip)
            self.places.append(chip)
        self.places_box.setVisible(bool(self.places))

    def _take_first(self) -> None:
        if self.places:
            self.places[0].click()

    def _take(self, spot: Spot) -> None:
        """Look from this place; pressed again, from nowhere."""
        self._spot = None if self._spot == spot else spot
        self._say_named()
        for chip in self.places:
            chip.setChecked(self._spot is not None and chip.text() == self._spot.name)
        self.near.setText(spot.name if self._spot else "")
        self.changed.emit()

    def _say_named(self) -> None:
        named = self._spot is not None and self._spot.named
        words = self.tr("No map here: the same postcode or town comes first.")
        self._say(words if named else "")

    def _say(self, words: str) -> None:
        """Below the fields: in its own it would move them up and down."""
        self.said.setText(words)
        self.said.setVisible(bool(words))
        self.near.setAccessibleDescription(words)

    # -- all of them -------------------------------------------------------------------------

    def filters(self) -> Filters:
        """What is chosen here."""
        spoken = self.language.currentText() if self.language.currentIndex() > 0 else ""
        return Filters(
            categories=frozenset(k for k, chip in self.categories.items() if chip.isChecked()),
            languages=frozenset({spoken} if spoken else ()),
            kinds=frozenset(k for k, chip in self.kinds.items() if chip.isChecked()),
            no_referral=self.no_referral.isChecked(),
            offline=self.offline.isChecked(),
            age=None if self.age.value() == NO_AGE else self.age.value(),
            area=self.area.currentText() if self.area.currentIndex() > 0 else "",
            near=self._spot,
        )

    def chosen(self) -> int:
        """How many filters are chosen here."""
        now = self.filters()
        single = (now.no_referral, now.offline, now.age is not None, now.area, now.near)
        return len(now.categories) + len(now.languages) + len(now.kinds) + sum(map(bool, single))

    def choose(self, filters: Filters) -> None:
        """Choose these without telling."""
        with QSignalBlocker(self):
            for key, chip in self.categories.items():
                chip.setChecked(key in filters.categories)
            for key, chip in self.kinds.items():
                chip.setChecked(key in filters.kinds)
            self.no_referral.setChecked(filters.no_referral)
            self.offline.setChecked(filters.offline)
            self.age.setValue(NO_AGE if filters.age is None else filters.age)
            for box, name in (
                (self.area, filters.area),
                (self.language, min(filters.languages, default="")),
            ):
                if name and box.findText(name) < 0:
                    box.addItem(name)
                box.setCurrentIndex(box.findText(name) if name else 0)
            self._spot = filters.near
            self.near.setText(self._spot.name if self._spot else "")
            self._say_named()
            self._offer([self._spot] if self._spot else [])


def _fill(box: ComboBox, names: Sequence[str]) -> None:
    chosen = box.currentText() if box.currentIndex() > 0 else ""
    with QSignalBlocker(box):
        while box.count() > 1:
            box.removeItem(1)
        box.addItems([*names, *([chosen] if chosen and chosen not in names else [])])
        box.setCurrentIndex(box.findText(chosen) if chosen else 0)
