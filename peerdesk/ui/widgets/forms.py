"""A control with its label, its hint and, when needed, a calm sentence about a problem."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from peerdesk.ui.widgets.labels import Label, Muted, Paragraph
from peerdesk.ui.widgets.layouts import Column


class Field(QWidget):
    """``label`` above ``editor``, an optional ``hint`` below, and :meth:`set_problem`.

    The label is the buddy of the editor, and its words are the editor's accessible name.
    """

    def __init__(
        self, label: str, editor: QWidget, hint: str = "", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self.label = Label(label, size=13, weight=500)
        self.label.setBuddy(editor)
        self.hint = Muted(hint, wrap=True)
        self.problem = Paragraph("", size=13, tone="clay")
        editor.setAccessibleName(label)
        box = Column(self, spacing=5)
        box.add(self.label, editor, self.hint, self.problem)
        self.problem.hide()
        self.set_hint(hint)
        self.setFocusProxy(editor)

    def set_hint(self, hint: str) -> None:
        """The quiet line below the control; empty for none."""
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self._describe()

    def set_problem(self, sentence: str) -> None:
        """A sentence that says what is missing and how to go on; empty when all is well."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.editor.setProperty("problem", bool(sentence))
        self.editor.update()
        self._describe()
        if sentence:
            change = QAccessible.Event.DescriptionChanged
            QAccessible.updateAccessibility(QAccessibleEvent(self.editor, change))

    def _describe(self) -> None:
        parts = [self.problem.text(), self.hint.text()]
        self.editor.setAccessibleDescription(" ".join(p for p in parts if p))
