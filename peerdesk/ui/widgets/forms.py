"""A control with its label, its hint and, when needed, a calm sentence about a problem."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from peerdesk.ui import theme
from peerdesk.ui.widgets.labels import Label, Muted, Paragraph
from peerdesk.ui.widgets.layouts import Column

LEAST = 180
"""Words above a control keep to one line in this much of the target's pixels, or in less."""


class _Above(Label):
    """The words above a control: on one line, or on several where there is no room for it."""

    def on_one_line(self) -> int:
        """The width of all words side by side."""
        return self.fontMetrics().horizontalAdvance(self.text())

    def flow(self, on: bool) -> None:
        """Take several lines, or one."""
        if on == self.wordWrap():
            return
        self.setWordWrap(on)
        self.setTextFormat(Qt.TextFormat.RichText if on else Qt.TextFormat.PlainText)
        free = QSizePolicy.Policy.Preferred
        policy = QSizePolicy(free, QSizePolicy.Policy.Minimum if on else free)
        policy.setHeightForWidth(on)
        self.setSizePolicy(policy)
        self.setContentsMargins(0, 0, 0, 0)
        self.restyle()
        self._write()

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), theme.px(LEAST)), hint.height())


class Field(QWidget):
    """``label`` above ``editor``, an optional ``hint`` below, and :meth:`set_problem`.

    The label is the buddy of the editor, and its words are the editor's accessible name. It flows
    over several lines where the field is narrower than its words.
    """

    def __init__(
        self, label: str, editor: QWidget, hint: str = "", *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self.label = _Above(label, size=13, weight=500)
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

    def restyle(self) -> None:
        self._flow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._flow()

    def _flow(self) -> None:
        self.label.flow(self.label.on_one_line() > self.width() + 1 > 1)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        # Words that flow want little width; the field wants as much as before.
        wide = self.label.on_one_line() if self.label.wordWrap() else 0
        return hint.expandedTo(QSize(wide, 0))
