"""One line of text, painted to match."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from peerdesk.ui import theme
from peerdesk.ui.widgets import paint
from peerdesk.ui.widgets.field import (
    HEIGHT,
    SMALL,
    align_words,
    clear_base,
    paint_field,
    set_private,
    steps_spent,
)


class LineEdit(QLineEdit):
    """One line of text. ``private`` asks keyboards not to learn; ``small`` is 32 px high."""

    def __init__(
        self,
        text: str = "",
        *,
        placeholder: str = "",
        name: str = "",
        private: bool = False,
        small: bool = False,
        size: float = 15,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._small, self._size, self._private = small, size, private
        self.setFrame(False)
        self.setPlaceholderText(placeholder)
        if name or placeholder:
            self.setAccessibleName(name or placeholder)
        if private:
            set_private(self)
        clear_base(self)
        self.textChanged.connect(self._align)
        self.restyle()

    def restyle(self) -> None:
        self.setFont(theme.font(self._size))
        side = theme.px(9)
        self.setTextMargins(side, 0, side, 0)
        self._align()

    def _align(self) -> None:
        align_words(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if steps_spent(event, self.isUndoAvailable(), self.isRedoAvailable()):
            event.ignore()
            return
        keys = QKeySequence.StandardKey
        if self._private and (event.matches(keys.Copy) or event.matches(keys.Cut)):
            from peerdesk.ui.clipboard import copied_privately

            copied_privately(self, event)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self._private:
            super().contextMenuEvent(event)
            return
        from peerdesk.ui.clipboard import private_menu

        private_menu(self).popup(event.globalPos())

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), theme.px(SMALL if self._small else HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.painter(self)
        paint_field(self, painter, self.hasFocus())
        painter.end()
        super().paintEvent(event)
