"""A person as they are read: what matters most on top, every value pressed to change it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QWidget

from peerdesk.core.clock import Clock
from peerdesk.features.people.dates import here_on_words, since_words
from peerdesk.features.people.editors import FieldEditor, Save
from peerdesk.features.people.inplace import PAD, InPlace, ValueButton
from peerdesk.features.people.records import Agreed, Detail
from peerdesk.features.people.secret import Secret
from peerdesk.features.people.words import LABELS, PREFER_NOT, PURPOSES, REFUSED, USUAL_WAYS, Field
from peerdesk.ui import theme
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Avatar,
    Button,
    Column,
    FlowLayout,
    Heading,
    Muted,
    Paragraph,
    Row,
    ScrollColumn,
    Tag,
)


class Reading(ScrollColumn):
    """The reading view. ``form_wanted(field)`` opens all fields; ``told(str)`` says a problem."""

    form_wanted = Signal(str)
    told = Signal(str)

    def __init__(self, save: Save, settle: Callable[[], object], clock: Clock) -> None:
        super().__init__(spacing=11)
        self._save, self._settle, self._clock = save, settle, clock
        self.person: Detail | None = None
        self.places: dict[Field, InPlace] = {}
        self._head()
        self._reach()
        self._contact()
        self._quiet_values()
        self._agreed()
        self._here()
        self.box.addStretch(1)

    # -- building ----------------------------------------------------------------------------

    def _head(self) -> None:
        self.avatar = Avatar("", 48)
        self.name = Heading("", 3, wrap=True)
        self.line = Muted(wrap=True)
        self.line_button = ValueButton(self.line, pad=(PAD, 0, PAD, 0), lean="up")
        self.line_button.clicked.connect(lambda: self.form_wanted.emit("pronouns"))
        self.edit = Button(self.tr("Edit"), icon="pen", small=True, kind="quiet")
        self.edit.setToolTip("Ctrl+E")
        self.edit.setAccessibleDescription("Ctrl+E")
        self.edit.clicked.connect(lambda: self.form_wanted.emit("name"))
        first = Row(None, spacing=8)
        place = self._place("name", ValueButton(self.name, pad=(PAD, 0, PAD, 0), lean="down"))
        first.addWidget(place, 1)
        first.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignTop)
        words = Column(None, spacing=0)
        words.addLayout(first)
        words.addWidget(self.line_button)
        row = Row(None, (PAD, 0, PAD, 0), 13 - PAD)
        row.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        self.box.addLayout(row)

    def _reach(self) -> None:
        self.reach_title = Paragraph("", weight=600, tone="accent")
        self.reach = Paragraph("")
        button = ValueButton(self.reach_title, self.reach, soft=True, pad=(13, 11, 13, 11))
        place = self._place("safe_contact", button)
        holder = Column(None, (PAD, 0, PAD, 0), 0)
        holder.addWidget(place)
        self.box.addLayout(holder)

    def _contact(self) -> None:
        self.phone, self.email = Secret(), Secret()
        self.emergency = Secret(timed=False)
        self.contact = FlowPair(
            self._secret("phone", self.phone),
            self._secret("emergency_who", self.emergency),
        )
        self.box.addWidget(self.contact)
        self.email_block = self._secret("email", self.email)
        self.box.addWidget(self.email_block)

    def _secret(self, field: Field, secret: Secret) -> InPlace:
        block = QWidget()
        title = Column(None, (PAD, 0, PAD, 0), 0)
        title.addWidget(Muted(render(LABELS[field]), wrap=True))
        box = Column(block, spacing=0)
        box.addLayout(title)
        box.addWidget(secret)
        place = InPlace(secret.button, lambda: self._editor(field), block)
        place.closed.connect(self._closed)
        self.places[field] = place
        return place

    def _quiet_values(self) -> None:
        """Shown only when there is something."""
        self.needs, self.code = Paragraph(""), Paragraph("")
        self.needs_place = self._titled("access_needs", self.needs)
        self.code_place = self._titled("code", self.code)
        self.box.addWidget(self.needs_place)
        self.box.addWidget(self.code_place)

    def _titled(self, field: Field, words: Paragraph) -> InPlace:
        return self._place(field, ValueButton(Muted(render(LABELS[field]), wrap=True), words))

    def _agreed(self) -> None:
        self.tags = QWidget()
        self.flow = FlowLayout(self.tags, spacing=(4, 4))
        self.asked = Paragraph("", tone="muted")
        title = Muted(self.tr("Agreed to"))
        self.agreed = ValueButton(title, self.asked, self.tags)
        self.agreed.box.setSpacing(theme.px(3))
        self.agreed.clicked.connect(lambda: self.form_wanted.emit("agreed"))
        self.box.addWidget(self.agreed)

    def _here(self) -> None:
        self.here = Paragraph("")
        column = Column(None, (PAD, 2, PAD, 0), 3)
        self.often = Muted("", wrap=True)
        column.add(Muted(self.tr("Here on")), self.here, self.often)
        self.box.addLayout(column)

    def _place(self, field: Field, button: ValueButton) -> InPlace:
        place = InPlace(button, lambda: self._editor(field))
        place.closed.connect(self._closed)
        self.places[field] = place
        return place

    def _editor(self, field: Field) -> FieldEditor:
        editor = FieldEditor(field, self._save)
        if self.person is not None:
            editor.set_value(self.person[field])
        return editor

    def _closed(self, problem: str) -> None:
        self._settle()
        self.told.emit(problem)

    # -- showing -----------------------------------------------------------------------------

    def show_person(self, person: Detail, now: datetime) -> None:
        """Fill the view; a field that is being written in stays as it is."""
        if self.person is None or self.person.uid != person.uid:
            self.close_all()
            self.drop_all()
            self.hide_secrets()
            self.show_top()
        self.person = person
        name = person["name"]
        self.avatar.set_name(name)
        self.name.setText(name)
        self._name(self.places["name"].button, LABELS["name"], name)
        self.line.setText(self._line(person))
        self.line_button.setAccessibleName(self.line.text())
        title = self.tr("How to reach {name} safely").format(name=name)
        self.reach_title.setText(title)
        reach = person["safe_contact"]
        self.reach.setText(reach or self.tr("Nothing written down yet. Press to write it."))
        self.places["safe_contact"].button.setAccessibleName(f"{title}: {self.reach.text()}")
        self._show_contact(person)
        quiet: tuple[tuple[Field, Paragraph, InPlace], ...] = (
            ("access_needs", self.needs, self.needs_place),
            ("code", self.code, self.code_place),
        )
        for field, words, place in quiet:
            value = person[field]
            words.setText(self._said(value))
            self._name(place.button, LABELS[field], words.text())
            place.setVisible(bool(value) or place.editor is not None)
        self._show_agreed(person.agreed)
        here = here_on_words(person.here_on, person.times, now.date())
        self.here.setText(here or self.tr("Not yet"))
        self.here.set_tone("ink" if here else "muted")

    def show_often(self, words: str) -> None:
        """How often they came when they were expected; "" for nothing to say."""
        self.often.setText(words)
        self.often.setVisible(bool(words))

    def _show_contact(self, person: Detail) -> None:
        phone, mail = render(LABELS["phone"]), render(LABELS["email"])
        self.phone.set_value(phone, person["phone"])
        self.email.set_value(mail, person["email"])
        self.email_block.setVisible(bool(person["email"]))
        who, number = person["emergency_who"], person["emergency_phone"]
        self.emergency.set_value(render(LABELS["emergency_who"]), number, self._said(who))
        secret: tuple[Field, ...] = ("phone", "email", "emergency_who")
        for field in secret:
            button = self.places[field].button
            words = self.tr("{field}, press to change")
            button.setAccessibleName(words.format(field=render(LABELS[field])))

    def _show_agreed(self, agreed: tuple[Agreed, ...]) -> None:
        self.flow.clear()
        spoken = []
        for one in agreed:
            words, kind = self._agreed_words(one), "ok" if one.answer == "yes" else "neutral"
            self.flow.add(Tag(words, kind))
            spoken.append(words)
        self.tags.setVisible(bool(agreed))
        self.asked.setText("" if agreed else self.tr("Not asked yet"))
        self.asked.setVisible(not agreed)
        said = ", ".join(spoken) or self.asked.text()
        self.agreed.setAccessibleName(self.tr("Agreed to: {words}").format(words=said))
        self.agreed.updateGeometry()

    def _agreed_words(self, one: Agreed) -> str:
        words = render((PURPOSES if one.answer == "yes" else REFUSED)[one.purpose])
        if one.purpose == "agreement" and one.answer == "yes":
            month = QLocale().standaloneMonthName(self._clock.local(one.at).month)
            return self.tr("{agreement}, {month}").format(agreement=words, month=month)
        return words

    def _line(self, person: Detail) -> str:
        since = person["since"]
        if since and since != PREFER_NOT:
            since = self.tr("here since {when}").format(when=since_words(since))
        way = person["usual_way"]
        takes_part = render(USUAL_WAYS[way]) if way in ("phone", "online") else ""
        parts = [person["pronouns"], since, person["languages"], takes_part]
        shown = [p for p in parts if p and p != PREFER_NOT]
        return " · ".join(shown) or self.tr("Pronouns, languages, here since")

    def _said(self, value: str) -> str:
        return self.tr("Prefers not to say") if value == PREFER_NOT else value

    def _name(self, button: ValueButton, label: object, words: str) -> None:
        button.setAccessibleName(f"{render(label)}: {words}")  # type: ignore[arg-type]

    # -- ending ------------------------------------------------------------------------------

    def hide_secrets(self) -> None:
        """Hide every number again."""
        for secret in (self.phone, self.email, self.emergency):
            secret.hide_value()

    def close_all(self) -> None:
        """Keep what is being written and go back to reading."""
        for place in self.places.values():
            place.stop(focus=False)

    def drop_all(self) -> None:
        """Go back to reading; words that wait are let go, as whom they are about is gone."""
        for place in self.places.values():
            place.drop()

    def unsaved(self) -> str:
        """The words that wait to be kept."""
        open_now = [p.editor for p in self.places.values() if p.editor is not None]
        return "\n".join(words for editor in open_now if (words := editor.unsaved()))


class FlowPair(QWidget):
    """Two blocks side by side, one under the other where it is narrow."""

    def __init__(self, one: QWidget, other: QWidget) -> None:
        super().__init__()
        self._row = Row(self, spacing=16)
        self._row.addWidget(one, 1, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(other, 1, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        narrow = self.width() < theme.px(330)
        ways = self._row.Direction
        self._row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
