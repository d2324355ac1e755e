"""A service to write in: every field saves itself; a new one needs only a name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from peerdesk.core.errors import KnownError
from peerdesk.features.directory.form_hours import read_hours, write_hours
from peerdesk.features.directory.import_service import NOTHING, listing
from peerdesk.features.directory.service import DirectoryService
from peerdesk.features.directory.showing import KIND_NAMES, Detail
from peerdesk.ui.context import Context
from peerdesk.ui.dates import clock as at_clock
from peerdesk.ui.saving import called
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    Card,
    CheckBox,
    ComboBox,
    Field,
    FlowLayout,
    Heading,
    LineEdit,
    Muted,
    ScrollColumn,
    SpinBox,
    TextArea,
)

PAUSE = 700
TEXT_FIELDS = ("name", "description", "when_you_ring", "eligibility_description")
MORE_FIELDS = ("fees_description", "application_process", "url", "email", "remark")
PLACE_FIELDS = ("address", "town", "postcode")
REFERRALS = ("", "no", "yes")
NO_AGE, OLDEST = -1, 120


class ServiceForm(Card):
    """Edits one service or asks for a new one. ``done`` when it is left, ``added(uid)`` when a
    new service got its name."""

    done = Signal()
    added = Signal(object)

    def __init__(self, context: Context, service: DirectoryService) -> None:
        super().__init__(margins=(26, 22, 18, 22), spacing=13)
        self._context, self._service = context, service
        self.uid: bytes | None = None
        self._kept: dict[str, object] = {}
        self._told = False
        self.heading = Heading("", 3, wrap=True)
        self.body = ScrollColumn(spacing=13)
        free = QSizePolicy.Policy
        self.body.setSizePolicy(free.Expanding, free.Ignored)  # it scrolls instead of growing
        self.fields: dict[str, Field] = {}
        self._text("name", self.tr("Name"))
        self._text("description", self.tr("What it does"), tall=True)
        self._text("phone", self.tr("Phone"))
        self._text("when_you_ring", self.tr("When you ring"), tall=True)
        self._text("address", self.tr("Where"))
        self._text("town", self.tr("Town"))
        self._text("postcode", self.tr("Postcode"))
        self.hide_address = CheckBox(self.tr("Do not show or print the address"))
        self.step_free = CheckBox(self.tr("No steps on the way in"))
        self.body.add(self.hide_address, self.step_free)
        hint = self.tr("One line each, such as: Mon to Fri 9:30-17:00")
        self._text("hours", self.tr("When"), tall=True, hint=hint)
        self._text("eligibility_description", self.tr("Who"))
        self.ages = tuple(SpinBox(NO_AGE, OLDEST, NO_AGE) for _ in range(2))
        for box, label in zip(
            self.ages, (self.tr("From what age"), self.tr("Up to what age")), strict=True
        ):
            box.setSpecialValueText(self.tr("Any age"))
            box.valueChanged.connect(lambda _age: self._typed())
            self.body.add(Field(label, box))
        self._text("fees_description", self.tr("Cost"))
        self.free = CheckBox(self.tr("There is nothing to pay"))
        self.body.add(self.free)
        self._text("languages", self.tr("Languages"), hint=self.tr("With commas between"))
        self._text("application_process", self.tr("How to get in"), tall=True)
        self._text("documents", self.tr("Bring with you"), tall=True, hint=self.tr("One line each"))
        words = [self.tr("Not known"), self.tr("No"), self.tr("Yes")]
        self.referral = self._choice(self.tr("Do you have to be sent there?"), words)
        self._text("url", self.tr("On the web"))
        self._text("email", self.tr("E-mail"))
        names = [render(name) for name in KIND_NAMES.values()]
        self.kind = self._choice(self.tr("What it is"), names)
        self.internet = CheckBox(self.tr("Needs the internet"))
        self.body.add(self.internet)
        hint = self.tr("Everyone can read it. An import leaves it alone.")
        self._text("remark", self.tr("Our own note"), tall=True, hint=hint)
        self.kinds: dict[str, Button] = {}
        self.body.add(self._categories())
        self.body.box.addStretch(1)
        self.saved = Muted("")
        self.add(self.heading)
        self.box.addWidget(self.body, 1)
        self.add(self.saved, self._buttons())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.try_now)
        self.hide_address.toggled.connect(lambda _on: self.try_now())
        self.step_free.toggled.connect(lambda _on: self.try_now())
        self.free.toggled.connect(lambda _on: self.try_now())
        self.internet.toggled.connect(lambda _on: self.try_now())
        self._loading = False

    def _text(self, key: str, label: str, *, tall: bool = False, hint: str = "") -> None:
        box: LineEdit | TextArea = TextArea(lines=2, most=6) if tall else LineEdit()
        box.textChanged.connect(self._typed)
        self.fields[key] = Field(label, box, hint)
        self.body.add(self.fields[key])

    def _choice(self, label: str, words: list[str]) -> ComboBox:
        box = ComboBox(words)
        box.currentIndexChanged.connect(lambda _at: self.try_now())
        self.body.add(Field(label, box))
        return box

    def _categories(self) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, spacing=(8, 8))
        for key, name in self._service.categories():
            chip = Button(render(name), chip=True, small=True)
            chip.toggled.connect(lambda _on: self.try_now())
            self.kinds[key] = chip
            flow.add(chip)
        return holder

    def _buttons(self) -> QWidget:
        bar = QWidget()
        flow = FlowLayout(bar, spacing=(8, 8))
        self.done_button = Button(self.tr("Done"), "primary")
        self.checked_button = Button(self.tr("I rang: all is right"), icon="check")
        self.remove_button = Button(self.tr("Take off the list"), icon="archive")
        self.done_button.clicked.connect(self.finish)
        self.checked_button.clicked.connect(self._checked)
        self.remove_button.clicked.connect(self._remove)
        flow.add(self.done_button, self.checked_button, self.remove_button)
        return bar

    # -- what stands in the fields -----------------------------------------------------------

    def value(self, key: str) -> str:
        """What is written in a field."""
        box = self.fields[key].editor
        assert isinstance(box, LineEdit | TextArea)
        return (box.toPlainText() if isinstance(box, TextArea) else box.text()).strip()

    def write(self, key: str, text: str) -> None:
        """Put something into a field."""
        box = self.fields[key].editor
        assert isinstance(box, LineEdit | TextArea)
        box.setPlainText(text) if isinstance(box, TextArea) else box.setText(text)

    def edit_service(self, uid: bytes | None) -> None:
        """Open a service, or with None an empty form for a new one. Not while words of the one
        before could not be saved: they stay, and it is said."""
        if not self.try_now(again=True):
            return
        detail = None if uid is None else self._service.detail(uid)
        self.uid = None if detail is None else uid
        self._loading = True
        new = detail is None
        self.heading.setText(self.tr("Add a service") if detail is None else detail.name)
        texts = self._texts(detail) if detail else dict.fromkeys(self.fields, "")
        for key in self.fields:
            self.write(key, texts.get(key, ""))
            self.fields[key].set_problem("")
        self.hide_address.setChecked(bool(detail and detail.hidden))
        self.step_free.setChecked(bool(detail and detail.step_free))
        self.free.setChecked(bool(detail and detail.free))
        for box, age in zip(self.ages, detail.ages if detail else (None, None), strict=True):
            box.setValue(NO_AGE if age is None else age)
        more = NOTHING if detail is None else listing(self._service.shelf, detail.uid)
        self.write("remark", more.remark)
        self.kind.setCurrentIndex(list(KIND_NAMES).index(more.kind))
        self.internet.setChecked(more.needs_internet)
        self.referral.setCurrentIndex(REFERRALS.index(more.referral))
        for key, chip in self.kinds.items():
            chip.setChecked(bool(detail and key in detail.category))
        self.saved.setText(self.tr("Only the name is needed.") if new else "")
        self.checked_button.setVisible(not new)
        self.remove_button.setVisible(not new)
        self._loading = False
        self._kept = self._now()
        self.fields["name"].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _texts(self, detail: Detail) -> dict[str, str]:
        return {
            "name": detail.name,
            "description": detail.description,
            "phone": detail.phones[0].number if detail.phones else "",
            "when_you_ring": detail.when_you_ring,
            **dict(zip(PLACE_FIELDS, self._service.address(detail.uid), strict=True)),
            "hours": write_hours(detail),
            "eligibility_description": detail.who,
            "fees_description": detail.cost,
            "languages": ", ".join(detail.languages),
            "application_process": detail.apply,
            "documents": "\n".join(detail.documents),
            "url": detail.url,
            "email": detail.email,
        }

    def _now(self) -> dict[str, object]:
        now: dict[str, object] = {key: self.value(key) for key in self.fields}
        now["hide"], now["free"] = self.hide_address.isChecked(), self.free.isChecked()
        now["step_free"] = self.step_free.isChecked()
        now["ages"] = tuple(map(_age, self.ages))
        now["kind"] = list(KIND_NAMES)[self.kind.currentIndex()]
        now["internet"] = self.internet.isChecked()
        now["referral"] = REFERRALS[self.referral.currentIndex()]
        now["kinds"] = tuple(key for key, chip in self.kinds.items() if chip.isChecked())
        return now

    # -- saving ------------------------------------------------------------------------------

    def _typed(self) -> None:
        if not self._loading:
            self._timer.start()

    def flush(self) -> None:
        """Save what was changed, now. Raises a KnownError; what is not saved then is tried again
        the next time."""
        self._timer.stop()
        if self._loading:
            return
        now = self._now()
        changed = self._changed(now)
        if not changed:
            return
        if not now["name"]:
            if self.uid is not None:
                self.fields["name"].set_problem(self.tr("A service needs a name."))
            return
        self.fields["name"].set_problem("")
        fresh = self.uid is None
        if self.uid is None:
            self.uid = self._service.add_service(str(now["name"]))
            changed.discard("name")
            self.checked_button.show()
            self.remove_button.show()
        before, self._kept = self._kept, now  # now, as the screens refresh while it is saved
        try:
            self._save(self.uid, now, changed)
        except KnownError:
            self._kept = before
            raise
        self._told = False
        at = at_clock(self._context.clock.now())
        self.saved.setText(self.tr("Saved {time}").format(time=at))
        if fresh:
            self.added.emit(self.uid)

    def _save(self, uid: bytes, now: dict[str, object], changed: set[str]) -> None:
        service = self._service
        for key in (*TEXT_FIELDS, *MORE_FIELDS):
            if key in changed:
                service.set_text(uid, key, str(now[key]))
        hours = read_hours(str(now["hours"])) if "hours" in changed else []
        unclear = self.tr("This is not clear yet, so the old times stay: Mon to Fri 9:30-17:00")
        self.fields["hours"].set_problem(unclear if hours is None else "")
        verbs: dict[str, Callable[[], object]] = {
            "phone": lambda: service.set_phone(uid, str(now["phone"])),
            "step_free": lambda: service.set_step_free(uid, bool(now["step_free"])),
            "ages": lambda: service.set_ages(uid, *(_age(box) for box in self.ages)),
            "hide": lambda: service.set_hidden(uid, bool(now["hide"])),
            "hours": lambda: None if hours is None else service.set_hours(uid, hours),
            "languages": lambda: service.set_languages(uid, str(now["languages"]).split(",")),
            "documents": lambda: service.set_documents(uid, str(now["documents"]).splitlines()),
            "free": lambda: service.set_free(uid, bool(now["free"])),
            "kind": lambda: service.set_kind(uid, str(now["kind"])),
            "internet": lambda: service.set_needs_internet(uid, bool(now["internet"])),
            "referral": lambda: service.set_referral(uid, str(now["referral"])),
            "kinds": lambda: service.set_categories(uid, [k for k in self.kinds if k in _of(now)]),
        }
        if changed & {*PLACE_FIELDS}:
            where = [str(now[key]) for key in PLACE_FIELDS]
            service.set_address(uid, where[0], bool(now["hide"]), *where[1:])
            changed -= {"hide"}
        for key in verbs.keys() & changed:
            verbs[key]()

    def _changed(self, now: dict[str, object]) -> set[str]:
        return {key for key, value in now.items() if self._kept.get(key) != value}

    def try_now(self, *, again: bool = False) -> bool:
        """As :meth:`flush`, but says once (``again``: once more) what went wrong; whether it went
        well."""
        try:
            self.flush()
        except KnownError as error:
            if again or not self._told:
                self._told = True
                self._context.notice(error.text)
            return False
        return True

    def unsaved(self) -> str:
        """The words that are not saved, after the name of what they are about."""
        if self._loading:
            return ""
        changed = self._changed(self._now())
        lines = []
        for key in self.fields:
            box = self.fields[key].editor
            assert isinstance(box, LineEdit | TextArea)
            if key in changed and self.value(key):
                lines.append(called(box, self.value(key)))
        if lines and "name" not in changed and self.uid is not None:
            lines.insert(0, self.value("name"))
        return "\n".join(lines)

    def finish(self) -> None:
        """Save and go back to reading. What cannot be saved stays here."""
        if not self.try_now(again=True):
            return
        self._service.settle()
        self._kept = self._now()  # nothing waits in a form that was ended
        self.done.emit()

    def _checked(self) -> None:
        if self.try_now(again=True) and self.uid is not None:
            self._service.mark_checked(self.uid)
            self.finish()

    def _remove(self) -> None:
        if self.uid is not None:
            self._timer.stop()
            uid, self.uid = self.uid, None
            self._kept = self._now()
            self._service.remove(uid)
            self.done.emit()


def _age(box: SpinBox) -> int | None:
    return None if box.value() == NO_AGE else box.value()


def _of(now: dict[str, object]) -> tuple[str, ...]:
    kinds = now["kinds"]
    assert isinstance(kinds, tuple)
    return kinds
