"""All fields of a person at once, in the same pane; each saves itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from peerdesk.features.people.editors import FieldEditor, Save
from peerdesk.features.people.records import Answer, Detail
from peerdesk.features.people.words import PURPOSES, Field
from peerdesk.ui import theme
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    Column,
    FlowLayout,
    Heading,
    Label,
    Muted,
    Row,
    ScrollColumn,
    Segmented,
)

ANSWERS: tuple[Answer, ...] = ("yes", "no", "")
_ORDER: tuple[tuple[Field, ...], ...] = (
    ("name",),
    ("pronouns", "role"),
    ("safe_contact",),
    ("phone", "email"),
    ("emergency_who", "emergency_phone"),
    ("usual_way", "whereabouts"),
    ("languages", "since"),
    ("access_needs",),
    ("code",),
)


class PersonForm(QWidget):
    """``done`` when reading should go on. For somebody new only the name stands there until
    ``add`` made a person of it."""

    done = Signal()

    def __init__(
        self,
        save: Save,
        agree: Callable[[str, Answer], None],
        add: Callable[[str], str],
        settle: Callable[[], object],
    ) -> None:
        super().__init__()
        self._save, self._agree, self._add, self._settle = save, agree, add, settle
        self.new = False
        self._uid: bytes | None = None
        self.title = Heading("", 3, wrap=True)
        self.finish = Button(self.tr("Done"), small=True)
        self.finish.clicked.connect(self._finish)
        head = Row(None, spacing=12)
        head.addWidget(self.title, 1)
        head.addWidget(self.finish, 0, Qt.AlignmentFlag.AlignTop)
        page = Column(self, (6, 0, 6, 0), 10)
        page.addLayout(head)
        self.column = ScrollColumn((0, 0, 0, 12), 12)
        page.addWidget(self.column, 1)
        self.fields: dict[Field, FieldEditor] = {}
        self._pairs: list[tuple[QGridLayout, list[FieldEditor]]] = []
        self._build()

    def _build(self) -> None:
        self._name_hint = self.tr("Any name used in the group. Everything else may stay blank.")
        hints: dict[Field, str] = {
            "name": self._name_hint,
            "since": self.tr("A year or a month is enough: “2026”, “March 2026”."),
            "languages": self.tr("For example: Spanish, English"),
            "whereabouts": self.tr("Only the helpers of the evening see it, if help is needed."),
            "code": self.tr("Sheets and the door then show the code and not the name."),
        }
        for fields in _ORDER:
            grid = QGridLayout()
            editors = []
            for field in fields:
                editor = FieldEditor(field, self._kept, hint=hints.get(field, ""))
                editor.entered.connect(lambda e=editor: self._entered(e))
                editor.escaped.connect(self._escaped)
                editor.left.connect(self._left)
                self.fields[field] = editor
                editors.append(editor)
            self._pairs.append((grid, editors))
            self.column.box.addLayout(grid)
            self._lay(grid, editors, wide=False)  # now, because Tab follows the order of adding
            if fields == ("name",):
                self.make = Button(self.tr("Add"), kind="primary")
                self.make.clicked.connect(self.flush)
                self.column.box.addWidget(self.make, 0, Qt.AlignmentFlag.AlignLeading)
        self.rest = QWidget()
        box = Column(self.rest, spacing=8)
        box.addWidget(Label(self.tr("Agreed to"), size=13, weight=500))
        self.answers: dict[str, Segmented] = {}
        for purpose, words in PURPOSES.items():
            box.addWidget(self._answer(purpose, render(words)))
        self.column.add(self.rest)
        self.column.box.addStretch(1)
        self._arrange()

    def _answer(self, purpose: str, words: str) -> QWidget:
        line = QWidget()
        flow = FlowLayout(line, spacing=(10, 4))
        names = [self.tr("agreed"), self.tr("not agreed"), self.tr("not asked")]
        choice = Segmented(names, name=words, current=2)
        choice.chosen.connect(lambda number: self._agree(purpose, ANSWERS[number]))
        self.answers[purpose] = choice
        flow.add(choice, Muted(words))
        return line

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._arrange()

    def _arrange(self) -> None:
        """Two fields side by side where there is room."""
        wide = self.width() >= theme.px(400)
        for grid, editors in self._pairs:
            self._lay(grid, editors, wide)

    def _lay(self, grid: QGridLayout, editors: list[FieldEditor], wide: bool) -> None:
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(12))
        for number, editor in enumerate(editors):
            across, down = (number, 0) if wide else (0, number)
            grid.addWidget(editor, down, across, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1 if wide and len(editors) > 1 else 0)

    # -- showing -----------------------------------------------------------------------------

    def start_new(self) -> None:
        """Ask for the name of somebody new."""
        self.new, self._uid = True, None
        self.title.setText(self.tr("Somebody new"))
        self.finish.setText(self.tr("Do not add"))
        for field, editor in self.fields.items():
            editor.forget()
            editor.set_value("")
            editor.setVisible(field == "name")
        self.warn_of_namesakes(0)
        self.rest.hide()
        self.make.show()
        self.fields["name"].box.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_person(self, person: Detail) -> None:
        """Fill the fields; the one somebody writes in is left alone."""
        if self.new:
            return
        self.title.setText(person["name"])
        self.finish.setText(self.tr("Done"))
        other, self._uid = person.uid != self._uid, person.uid
        for field, editor in self.fields.items():
            editor.show()
            if other:
                editor.forget()
            editor.set_value(person[field])
        given = {a.purpose: a.answer for a in person.agreed}
        # Only who agreed to it is asked where they are.
        self.fields["whereabouts"].setVisible(given.get("whereabouts") == "yes")
        for purpose, choice in self.answers.items():
            choice.set_current(ANSWERS.index(given.get(purpose, "")))
        self.rest.show()
        self.make.hide()

    def warn_of_namesakes(self, others: int) -> None:
        """Two people of one name are told apart by something the group chooses."""
        words = self.tr(
            "Somebody else goes by this name too. A letter or a colour helps to tell who is who."
        )
        self.fields["name"].set_hint(words if others else self._name_hint)

    def focus(self, field: str) -> None:
        """Put the keyboard into a field, or to what was agreed."""
        if field == "agreed":
            target: QWidget = self.answers["agreement"].buttons()[0]
            self.column.ensureWidgetVisible(self.rest)
        else:
            target = self.fields[field].box  # type: ignore[index]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self.column.ensureWidgetVisible(target)

    def last(self) -> QWidget:
        """Where Tab leaves the form."""
        return list(self.answers.values())[-1].buttons()[-1]

    def flush(self) -> None:
        """Keep what stands there."""
        if self.new:
            if self.fields["name"].value().strip():
                self._make_person()
        else:
            for editor in self.fields.values():
                editor.flush()
            self._settle()

    def waits(self) -> bool:
        """Whether a field has words that could not be kept but may be later."""
        return any(editor.waits for editor in self.fields.values())

    def unsaved(self) -> str:
        """The words that wait to be kept."""
        return "\n".join(words for e in self.fields.values() if (words := e.unsaved()))

    def forget(self) -> None:
        """Let go of words that wait."""
        for editor in self.fields.values():
            editor.forget()

    # -- inside ------------------------------------------------------------------------------

    def _kept(self, field: Field, value: str) -> str:
        if not self.new:
            return self._save(field, value)
        return ""

    def _entered(self, editor: FieldEditor) -> None:
        """Enter goes on to the next field; in the name of somebody new it adds them."""
        if self.new:
            self._make_person()
            return
        order = [e for e in self.fields.values() if e is editor or not e.isHidden()]
        number = order.index(editor) + 1
        if number < len(order):
            order[number].box.setFocus(Qt.FocusReason.TabFocusReason)

    def _escaped(self, changed: bool) -> None:
        """The first Escape puts a field back, the next one ends the form."""
        if self.new or not changed:
            self._finish()

    def _left(self) -> None:
        if self.new:
            # After the focus has arrived: it may be on "Do not add".
            QTimer.singleShot(0, self, self._look)
            return
        self._settle()

    def _look(self) -> None:
        stay = (self.finish, self.fields["name"].box)
        if self.window().isActiveWindow() and not any(w.hasFocus() for w in stay):
            self.flush()

    def _make_person(self) -> None:
        editor = self.fields["name"]
        name = editor.value()
        self.new = False
        problem = self._add(name)
        if problem:
            self.new = True
            editor.say(problem)
            return
        self.focus("pronouns")

    def _finish(self) -> None:
        if self.new:
            self.forget()  # "Do not add"
        elif self.waits():
            self.flush()
            if self.waits():
                return
        self.new = False
        self.done.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._finish()
            return
        super().keyPressEvent(event)
