"""The pane on the right: nobody, names closed, reading or the form; beneath it what can be done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from peerdesk.core.errors import KnownError
from peerdesk.core.text import Text
from peerdesk.features.people.editors import NotNow
from peerdesk.features.people.form import PersonForm
from peerdesk.features.people.reading import Reading
from peerdesk.features.people.records import Answer, Detail
from peerdesk.features.people.service import PeopleService
from peerdesk.features.people.words import Field
from peerdesk.store.connection import DiskFull, Unwritable
from peerdesk.ui.dates import clock, day_and_clock
from peerdesk.ui.names import NamesCurtain
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    Card,
    EmptyState,
    FlowLayout,
    InlineMessage,
    Muted,
    Stack,
)


class PersonPart(QWidget):
    """A part of the page about a person that another room gives."""

    def show_person(self, uid: bytes) -> None:
        """Show what is known about ``uid``."""


class DetailPane(Card):
    """One person. ``added(uid)`` after somebody new has a name; ``back`` where the list is
    covered; ``erase_wanted`` before anything is erased."""

    added = Signal(bytes)
    back = Signal()
    erase_wanted = Signal()
    changed_face = Signal()

    def __init__(self, service: PeopleService, names: NamesCurtain) -> None:
        super().__init__(margins=(12, 10, 12, 10), spacing=9)
        self.service, self.names = service, names
        self.person: Detail | None = None
        self.how_often: Callable[[bytes], str] = lambda _uid: ""
        """How often somebody came, in words; another room knows."""
        self.before_erasing: Callable[[], object] = lambda: None
        """Takes over what waits elsewhere and may name somebody; raises KnownError where that
        cannot be done now."""
        self.below: PersonPart | None = None
        self._before: bytes | None = None
        self._trouble: KnownError | None = None
        self.back_button = Button(
            self.tr("Back to the list"), icon="back", kind="quiet", small=True
        )
        self.back_button.clicked.connect(self.back)
        self.back_button.hide()
        self.message = InlineMessage()
        self.faces = Stack()
        self.nobody = EmptyState(
            "person",
            self.tr("Nobody is chosen"),
            self.tr("Choose somebody in the list to read and change what is kept."),
        )
        self.closed = EmptyState(
            "eye-off",
            self.tr("Names are closed"),
            self.tr("Press F8, or the button, to read about this person."),
            self.tr("Show names"),
        )
        self.closed.acted.connect(names.open)
        self.reading = Reading(self._save, service.settle, service.cabinet.clock)
        self._form: PersonForm | None = None
        for face in (self.nobody, self.closed, self.reading):
            self.faces.addWidget(face)
        self.reading.form_wanted.connect(self.edit)
        self.reading.told.connect(self._tell)
        self._footer()
        self.box.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.add(self.message)
        self.box.addWidget(self.faces, 1)
        self.add(self.footer)
        names.changed.connect(self._names_changed)
        self.show_nobody()

    def stand_below(self, widget: PersonPart) -> None:
        """Something another room knows about the person, at the end of what is read."""
        self.below = widget
        self.reading.box.insertWidget(self.reading.box.count() - 1, widget)

    def _footer(self) -> None:
        self.footer = QWidget()
        self.saved = Muted()
        self.archive = Button(self.tr("Archive"), kind="link")
        self.bring_back = Button(self.tr("Bring back"), kind="link")
        self.erase = Button(self.tr("Erase for good…"), kind="link")
        self.archive.clicked.connect(self._archive)
        self.bring_back.clicked.connect(self._bring_back)
        self.erase.clicked.connect(self.erase_wanted)
        self._dots = [Muted("·"), Muted("·")]
        flow = FlowLayout(self.footer, (6, 0, 6, 0), (4, 0))
        flow.add(self.saved, self._dots[0], self.archive, self.bring_back)
        flow.add(self._dots[1], self.erase)

    @property
    def form(self) -> PersonForm:
        """All fields; made when it is first needed, because the page opens to be read."""
        if self._form is None:
            form = PersonForm(self._save, self._agree, self._add, self.service.settle)
            form.done.connect(self.read)
            self.faces.addWidget(form)
            last: QWidget = form.last()
            for link in (self.archive, self.bring_back, self.erase):
                QWidget.setTabOrder(last, link)
                last = link
            self._form = form
        return self._form

    def is_writing(self) -> bool:
        """Whether the form is open."""
        return self._form is not None and self.faces.currentWidget() is self._form

    # -- faces -------------------------------------------------------------------------------

    def show_nobody(self) -> None:
        """Nobody is chosen."""
        self.person = None
        self.reading.drop_all()
        if self._form is not None:
            self._form.forget()
        self._face(self.nobody)

    def show_person(self, uid: bytes) -> None:
        """Read about a person; who is gone leaves the pane empty. Where words about somebody else
        have to wait, those stay."""
        if not self._all_saved():
            return
        self.message.clear()
        self.person = self._read(uid)
        self.read()

    def refresh(self) -> None:
        """Show anew what is kept, but not the field somebody writes in."""
        if self.person is None:
            return
        try:
            self.person = self.service.detail(self.person.uid)
        except KnownError:  # taken back or erased: nothing is wrong
            self.show_nobody()
        else:
            self._fill()

    def read(self) -> None:
        """The face to read."""
        if self.person is None and self._before is not None:
            self.person = self._read(self._before)
        self._before = None
        if self.person is None:
            self.show_nobody()
            return
        self.service.settle()
        writing = self.is_writing()
        self._face(self.reading if self.names.is_open() else self.closed)
        self._fill()
        if writing and self.names.is_open():
            self.reading.edit.setFocus()

    def edit(self, field: str = "name") -> None:
        """All fields to write in."""
        if self.person is None or not self.names.is_open():
            return
        self.reading.close_all()
        form = self.form
        form.new = False
        self._face(form)
        self._fill()
        form.focus(field)

    def start_new(self) -> bool:
        """Ask for somebody new. False where words about somebody else have to wait."""
        if not self._all_saved():
            return False
        self.message.clear()
        self._before = self.person.uid if self.person else None
        self.person = None
        self._face(self.form)
        self.form.start_new()
        return True

    def flush(self) -> None:
        """Keep what is being written; :meth:`unsaved` says what has to wait."""
        self.reading.close_all()
        if self._form is not None and (self.is_writing() or self._form.waits()):
            self._form.flush()

    def unsaved(self) -> str:
        """Words that wait to be kept, after the name of whom they are about; else ""."""
        words = self.reading.unsaved()
        if self._form is not None:
            words = "\n".join(w for w in (words, self._form.unsaved()) if w)
        return f"{self.person['name']}\n{words}" if words and self.person else words

    def trouble(self) -> KnownError | None:
        """Why words wait; None when all are kept."""
        return self._trouble if self.unsaved() else None

    def _all_saved(self) -> bool:
        self.flush()
        trouble = self.trouble()
        if trouble is not None:
            self._tell(trouble.text)
        return trouble is None

    def hide_secrets(self) -> None:
        """Hide phones again."""
        self.reading.hide_secrets()

    def _face(self, face: QWidget) -> None:
        self.faces.setCurrentWidget(face)
        if self._form is not None and face is not self._form and not self._form.waits():
            self._form.new = False
        self.footer.setVisible(self.person is not None and face is not self.closed)
        self.changed_face.emit()

    def _fill(self) -> None:
        person = self.person
        assert person is not None
        now = self.service.cabinet.clock.now()
        if self.names.is_open():
            self.reading.show_person(person, now)
            self.reading.show_often(self.how_often(person.uid))
            if self.below is not None:
                self.below.show_person(person.uid)
        if self.is_writing():
            self.form.show_person(person)
            self.form.warn_of_namesakes(self.service.namesakes(person.uid))
        at = self.service.cabinet.clock.local(person.changed_at)
        when = clock(at) if at.date() == now.date() else day_and_clock(at, now)
        self.saved.setText(self.tr("Saved {time}").format(time=when))
        self.archive.setVisible(not person.archived)
        self.bring_back.setVisible(person.archived)

    def _names_changed(self, shown: bool) -> None:
        if not shown:
            self.flush()
            self.hide_secrets()
        if self.faces.currentWidget() in (self.reading, self.closed) or not shown:
            self.read()

    # -- verbs -------------------------------------------------------------------------------

    def _read(self, uid: bytes) -> Detail | None:
        try:
            return self.service.detail(uid)
        except KnownError as gone:
            self._tell(render(gone.text))
            return None

    def _tell(self, problem: Text | str) -> None:
        self.message.say(render(problem), "problem")

    def _save(self, field: Field, value: str) -> str:
        """The sentence of what went wrong, "" when all is kept."""
        if self.person is None:
            return ""
        try:
            self.service.edit(self.person.uid, field, value)
        except KnownError as problem:
            return self._said(problem)
        return ""

    def _said(self, problem: KnownError) -> str:
        if isinstance(problem, DiskFull | Unwritable):
            self._trouble = problem
            return NotNow(render(problem.text))
        return render(problem.text)

    def _try(self, verb: Callable[[], object]) -> None:
        try:
            verb()
        except KnownError as problem:
            self._tell(problem.text)

    def _agree(self, purpose: str, answer: Answer) -> None:
        person = self.person
        if person is not None:
            self._try(lambda: self.service.agree(person.uid, purpose, answer))

    def _add(self, name: str) -> str:
        try:
            uid = self.service.add_person(name)
        except KnownError as problem:
            return self._said(problem)
        self._before = None
        self.person = self._read(uid)
        self._face(self.form)
        self._fill()
        self.added.emit(uid)
        return ""

    def _archive(self) -> None:
        person = self.person
        if person is not None:
            self.flush()
            self._try(lambda: self.service.archive(person.uid))

    def _bring_back(self) -> None:
        person = self.person
        if person is not None:
            self._try(lambda: self.service.bring_back(person.uid))

    def erase_now(self) -> None:
        """Erase this person for good; the question has been asked."""
        person = self.person
        if person is None:
            return
        self.reading.close_all()
        self.show_nobody()
        try:
            self.before_erasing()
            self.service.erase(person.uid)
        except KnownError as problem:
            self.show_person(person.uid)
            self._tell(problem.text)
