"""The field to search in."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QWidget

from peerdesk.ui import icons, theme
from peerdesk.ui.widgets import paint
from peerdesk.ui.widgets.field import (
    HEIGHT,
    InnerButton,
    align_words,
    clear_base,
    paint_field,
    steps_spent,
)


class SearchField(QLineEdit):
    """A field with a magnifying glass, a key hint while empty and a clear button while not.

    ``textEdited`` and ``textChanged`` as in QLineEdit; Escape clears first.
    """

    def __init__(
        self,
        placeholder: str = "",
        *,
        keys: str = "",
        name: str = "",
        size: float = 15,
        width: float = 290,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._keys, self._size, self._width = keys, size, width
        self.setFrame(False)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)
        self.setAccessibleDescription(keys)
        clear_base(self)
        self._clear = InnerButton(self, self.tr("Clear the search"), icon="close")
        self._clear.hide()
        self._clear.clicked.connect(self.clear)
        self._clear.clicked.connect(lambda: self.setFocus())
        self.textChanged.connect(self._text_changed)
        self.restyle()

    def restyle(self) -> None:
        self.setFont(theme.font(self._size))
        chip = paint.key_chip_size(self._keys)[0] + theme.px(15) if self._keys else 0
        end, start = max(chip, theme.px(35)), theme.px(12 + 17 + 6)
        self.setTextMargins(*((end, 0, start, 0) if self._rtl() else (start, 0, end, 0)))
        align_words(self)
        self._place()

    def _rtl(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _text_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        align_words(self)
        self.update()

    def _place(self) -> None:
        size = self._clear.sizeHint()
        box = QRect(self.width() - size.width() - 2, 0, size.width(), self.height())
        self._clear.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), box))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(self._width), theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(min(self._width, 180)), theme.px(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if steps_spent(event, self.isUndoAvailable(), self.isRedoAvailable()):
            event.ignore()
            return
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.of(self)
        painter = paint.painter(self)
        paint_field(self, painter, self.hasFocus(), quiet=True)
        side = theme.px(17)
        box = QRect(theme.px(12), (self.height() - side) // 2, side, side)
        box = QStyle.visualRect(self.layoutDirection(), self.rect(), box)
        icons.paint(painter, box, "search", tokens.muted)
        if self._keys and not self.text():
            wide, tall = paint.key_chip_size(self._keys)
            left = self.width() - wide - theme.px(12)
            chip = QRect(left, (self.height() - tall) // 2, wide, tall)
            chip = QStyle.visualRect(self.layoutDirection(), self.rect(), chip)
            line = tokens.color("line")
            paint.key_chip(painter, chip, self._keys, tokens.color("muted"), line)
        painter.end()
        super().paintEvent(event)
