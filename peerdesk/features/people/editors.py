"""One field of a person, open for writing. It saves itself while somebody writes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from peerdesk.core.text import Text
from peerdesk.features.people.dates import read_since, since_words
from peerdesk.features.people.words import (
    LABELS,
    MAY_PREFER_NOT,
    PREFER_NOT,
    ROLES,
    USUAL_WAYS,
    Field,
)
from peerdesk.ui import widgets
from peerdesk.ui.saving import SavesItself, called
from peerdesk.ui.text import render
from peerdesk.ui.widgets import Button, ComboBox, LineEdit, TextArea

LONG: frozenset[Field] = frozenset({"safe_contact", "access_needs"})
SECRET: frozenset[Field] = frozenset({"phone", "email", "emergency_phone", "whereabouts"})
CHOICES: dict[Field, dict[str, Text]] = {"role": ROLES, "usual_way": USUAL_WAYS}
ONLY_WHOLE: frozenset[Field] = frozenset({"since"})
"""Half a date is no date: these are saved when they are left."""
PAUSE = 700
"""Milliseconds without a key after which a field saves itself."""


class NotNow(str):
    """A sentence about the world, such as a full disk: the words are all right, and wait."""


Save = Callable[[Field, str], str]
"""Keeps a value; returns "" or a sentence that says why it could not be kept: a :class:`NotNow`
when it is worth trying again."""


class FieldEditor(widgets.Field):
    """The editor of one field. ``save`` is called with what is to be kept.

    Enter (in long texts Ctrl+Enter) and leaving the field keep it; Escape puts back what stood
    there when the field was entered, and ``escaped`` says whether that was something else.
    """

    entered = Signal()
    escaped = Signal(bool)
    left = Signal()

    def __init__(self, field: Field, save: Save, label: str = "", hint: str = "") -> None:
        self.field, self._save = field, save
        self.box: LineEdit | TextArea | ComboBox = self._make(field)
        super().__init__(label or render(LABELS[field]), self.box, hint)
        self._start = self._kept = ""
        self.waits = False
        """Whether words stand here that could not be kept but may be later."""
        self._saving = SavesItself(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._pause)
        self.rather_not: Button | None = None
        if field in MAY_PREFER_NOT:
            self.rather_not = Button(self.tr("Prefers not to say"), kind="link")
            self.rather_not.setAccessibleName(
                self.tr("{field}: prefers not to say").format(field=self.label.text())
            )
            self.rather_not.clicked.connect(self._rather_not)
            self.rather_not.installEventFilter(self)
            box = self.layout()
            assert box is not None
            box.addWidget(self.rather_not)
            box.setAlignment(self.rather_not, Qt.AlignmentFlag.AlignLeading)
        self.box.installEventFilter(self)

    def _make(self, field: Field) -> LineEdit | TextArea | ComboBox:
        if field in CHOICES:
            combo = ComboBox([render(w) for w in CHOICES[field].values()])
            combo.activated.connect(self._chosen)
            return combo
        if field in LONG:
            area = TextArea(private=True, lines=2, most=8)
            area.textChanged.connect(self._typed)
            return area
        line = LineEdit(private=True)
        line.textEdited.connect(self._typed)
        return line

    # -- values ------------------------------------------------------------------------------

    def set_value(self, value: str) -> None:
        """Show what is kept; the field somebody writes in is left alone, and so is one whose words
        still wait."""
        if self.waits or (self.box.hasFocus() and not isinstance(self.box, ComboBox)):
            return
        self._start = self._kept = value
        self._show(value)
        self._offer()

    def value(self) -> str:
        """What stands there, as the service keeps it."""
        if isinstance(self.box, ComboBox):
            number = self.box.currentIndex()
            keys = list(CHOICES[self.field])
            return keys[number] if 0 <= number < len(keys) else self._kept
        text = self.box.toPlainText() if isinstance(self.box, TextArea) else self.box.text()
        if self.field in MAY_PREFER_NOT and text.strip() == self._not_said():
            return PREFER_NOT
        if self.field == "since":
            return self._kept if text.strip() == since_words(self._kept) else read_since(text)
        return text

    def _show(self, value: str) -> None:
        words = self._not_said() if value == PREFER_NOT else value
        if isinstance(self.box, ComboBox):
            keys = list(CHOICES[self.field])
            self.box.setCurrentIndex(keys.index(value) if value in keys else -1)
            self.box.setPlaceholderText(value)
        elif isinstance(self.box, TextArea):
            self.box.blockSignals(True)
            self.box.setPlainText(words)
            self.box.blockSignals(False)
        else:
            self.box.setText(since_words(words) if self.field == "since" else words)
            self._cover()

    def _not_said(self) -> str:
        return self.tr("prefer not to say")

    def _offer(self) -> None:
        """ "Prefers not to say" is offered while nothing else is said; never amid the typing."""
        if self.rather_not is not None:
            self.rather_not.setVisible(not self._kept)

    def _cover(self) -> None:
        """Numbers and addresses stand as dots until somebody is in the field."""
        if self.field in SECRET and isinstance(self.box, LineEdit):
            open_now = self.box.hasFocus() or not self.box.text()
            modes = QLineEdit.EchoMode
            self.box.setEchoMode(modes.Normal if open_now else modes.Password)

    # -- saving ------------------------------------------------------------------------------

    def flush(self) -> None:
        """Keep what stands there now."""
        self._timer.stop()
        self._keep(self.value())

    def unsaved(self) -> str:
        """The words that wait, after the name of the field; else ""."""
        if not self.waits or isinstance(self.box, ComboBox):
            return ""
        return called(self.box, self.value())

    def forget(self) -> None:
        """Let go of words that wait."""
        self._timer.stop()
        self.waits = False
        self.set_problem("")

    def say(self, problem: str) -> None:
        """Say why the words were not kept; "" when they were."""
        self.waits = isinstance(problem, NotNow)
        self.set_problem(problem)

    def restore(self) -> bool:
        """Put back what stood there when the field was entered; False when it stands so."""
        self._timer.stop()
        changed = self.value() != self._start
        self._show(self._start)
        self.say("")
        if self._kept != self._start:
            self._keep(self._start)
        return changed

    def _keep(self, value: str) -> None:
        if self._saving.over:
            return
        if value == self._kept:
            self.say("")
            return
        problem = self._save(self.field, value)
        self.say(problem)
        if not problem:
            self._kept = value

    def _typed(self) -> None:
        self._timer.start()

    def _pause(self) -> None:
        value = self.value()
        if self.field not in ONLY_WHOLE and (self.field != "name" or value.strip()):
            self._keep(value)

    def _chosen(self) -> None:
        self.flush()
        self._start = self._kept
        self.left.emit()

    def _rather_not(self) -> None:
        self._show(PREFER_NOT)
        self.flush()
        self._start = self._kept
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._offer()
        self.left.emit()

    # -- keys and focus ----------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self.rather_not and kind == QEvent.Type.FocusOut:
            self.left.emit()
        if watched is not self.box:
            return False
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if kind == QEvent.Type.FocusIn:
            self._start = self._kept
            QTimer.singleShot(0, self, self._cover)
        elif kind == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            self._leave(event.reason())
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit(self.restore())
            return True
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if enter and (control or isinstance(self.box, LineEdit)):
            self.flush()
            if not self.problem.text():
                self.entered.emit()
            return True
        return False

    def _leave(self, reason: Qt.FocusReason) -> None:
        if reason == Qt.FocusReason.PopupFocusReason:
            return
        self.flush()
        QTimer.singleShot(0, self, self._cover)
        self._offer()
        self.left.emit()
