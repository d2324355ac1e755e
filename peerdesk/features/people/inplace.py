"""A value that is read until somebody presses it, and then written where it stands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from peerdesk.features.people.editors import FieldEditor
from peerdesk.ui import theme
from peerdesk.ui.widgets import Column, paint
from peerdesk.ui.widgets.layouts import Margins

PAD = 6
"""Room around a value for the soft shade and the ring; the columns stand that much further out."""


class ValueButton(QPushButton):
    """Shows widgets and is pressed as a whole: by mouse, Enter, Space or F2."""

    def __init__(
        self,
        *shown: QWidget,
        soft: bool = False,
        pad: Margins = (PAD, 2, PAD, 2),
        lean: str = "",
    ) -> None:
        super().__init__()
        self._soft = soft
        self.box = Column(self, pad, 0)
        if lean == "down":
            self.box.addStretch(1)
        self.box.add(*shown)
        if lean == "up":
            self.box.addStretch(1)
        for widget in shown:
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.restyle()

    def restyle(self) -> None:
        # Qt asks the layout inside for the height, and a target is at least this high.
        self.setMinimumHeight(theme.px(32))

    def hasHeightForWidth(self) -> bool:
        return self.box.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        return max(self.box.totalHeightForWidth(width), self.minimumHeight())

    def sizeHint(self) -> QSize:
        hint = self.box.totalSizeHint()
        return QSize(hint.width(), max(hint.height(), self.minimumHeight()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.box.totalMinimumSize().width(), self.minimumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
        if event.key() in keys and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens, radius = theme.of(self), theme.px(8)
        painter = QPainter(self)
        hover = self.underMouse() and self.isEnabled()
        if self._soft:
            fill = theme.blend(tokens.accent, tokens.accent_soft, 0.06 if hover else 0)
            paint.rounded(painter, self.rect(), radius, fill)
        elif hover:
            paint.rounded(painter, self.rect(), radius, tokens.hover)
        if paint.shows_focus(self):
            paint.focus_ring(painter, self.rect(), radius, tokens.focus)


class InPlace(QWidget):
    """A :class:`ValueButton` and, once pressed, an editor in its place (or in that of ``shown``,
    which holds the button).

    ``make`` gives a fresh editor with its value set. ``closed`` comes when reading goes on, with a
    sentence when what was written could not be kept.
    """

    opened = Signal()
    closed = Signal(str)

    def __init__(
        self,
        button: ValueButton,
        make: Callable[[], FieldEditor],
        shown: QWidget | None = None,
    ) -> None:
        super().__init__()
        self.button, self._make = button, make
        self._shown = shown or button
        self.editor: FieldEditor | None = None
        self._box = Column(self, spacing=0)
        self._box.addWidget(self._shown)
        self.setFocusProxy(button)
        button.clicked.connect(self.start)

    def start(self) -> None:
        """Turn the value into its editor."""
        if self.editor is not None:
            return
        editor = self.editor = self._make()
        editor.layout().setContentsMargins(theme.px(PAD), 0, theme.px(PAD), theme.px(4))  # type: ignore[union-attr]
        self._box.addWidget(editor)
        self._shown.hide()
        self.setFocusProxy(editor.box)
        editor.show()
        editor.box.setFocus(Qt.FocusReason.OtherFocusReason)
        select = getattr(editor.box, "selectAll", None)
        if select is not None:
            select()
        editor.entered.connect(lambda: self.stop(focus=True))
        editor.escaped.connect(lambda _changed: self.stop(focus=True))
        editor.left.connect(self._left)
        self.opened.emit()

    def _left(self) -> None:
        # After the focus has arrived somewhere: it may be the "prefers not to say" beneath.
        QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        editor, window = self.editor, self.window()
        if editor is None or not window.isActiveWindow():
            return
        if window.focusWidget() not in (editor.box, editor.rather_not):
            self.stop(focus=False)

    def stop(self, *, focus: bool) -> None:
        """Back to reading; what was written is kept. Where it has to wait the editor stays."""
        editor = self.editor
        if editor is None:
            return
        self.editor = None
        editor.flush()
        if editor.waits:
            self.editor = editor
            return
        self._close(editor, focus=focus)

    def drop(self) -> None:
        """Back to reading; what has to wait is let go."""
        editor, self.editor = self.editor, None
        if editor is not None:
            editor.forget()
            self._close(editor, focus=False)

    def _close(self, editor: FieldEditor, *, focus: bool) -> None:
        problem = editor.problem.text()
        self.setFocusProxy(self.button)
        self._shown.show()
        if focus:
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.hide()
        editor.deleteLater()
        self.closed.emit(problem)
