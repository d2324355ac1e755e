"""The field for a password of six words.

The control stays in password echo, because normal echo hands the text to assistive technology
and to whoever asks the accessibility bus. What is seen is painted: three dots for a finished
word, dots while typing, and once four letters name a word those letters and the rest as a hint.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from peerdesk.ui import theme
from peerdesk.ui.widgets import paint
from peerdesk.ui.widgets.field import HEIGHT, InnerButton, clear_base, paint_field, set_private

DOT = "•"
LETTERS = 4
"""So many letters name a word of the list (SECURITY.md, Password)."""


class PasswordField(QLineEdit):
    """A password; ``complete`` gives the whole word for four letters, or None.

    :meth:`text` is what was typed. :meth:`completed` is the same with every four-letter word
    written out, when all of it is words of the list.
    """

    def __init__(
        self,
        complete: Callable[[str], str | None] | None = None,
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.complete = complete
        self.setFrame(False)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        set_private(self)
        if name:
            self.setAccessibleName(name)
        clear_base(self)
        self._show = InnerButton(self, self.tr("Show the password"), words=self.tr("show"))
        self._show.clicked.connect(self._toggle)
        self.textChanged.connect(lambda _text: self.update())
        self.cursorPositionChanged.connect(lambda _old, _new: self.update())
        self.selectionChanged.connect(self.update)
        self.restyle()

    def restyle(self) -> None:
        self.setFont(theme.font())
        near, far = theme.px(9), self._show.sizeHint().width()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setTextMargins(*((far, 0, near, 0) if rtl else (near, 0, far, 0)))
        self._place()

    def _place(self) -> None:
        wide = self._show.sizeHint().width()
        box = QRect(self.width() - wide - 2, 0, wide, self.height())
        self._show.setGeometry(paint.mirrored(self, box))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def shown(self) -> bool:
        """Whether the password stands there readable."""
        return self.echoMode() == QLineEdit.EchoMode.Normal

    def set_shown(self, on: bool) -> None:
        """Show or hide what was typed."""
        mode = QLineEdit.EchoMode
        self.setEchoMode(mode.Normal if on else mode.Password)
        set_private(self)
        self._show.setText(self.tr("hide") if on else self.tr("show"))
        self._show.setAccessibleName(
            self.tr("Hide the password") if on else self.tr("Show the password")
        )
        self.restyle()
        self.update()

    def _toggle(self) -> None:
        self.set_shown(not self.shown())

    def completed(self) -> str:
        """The words written out and joined by one blank; otherwise exactly what was typed."""
        typed = self.text()
        words = [self._word(part) for part in typed.split()]
        if not words or self.complete is None or any(w is None for w in words):
            return typed
        return " ".join(w for w in words if w is not None)

    def _word(self, part: str) -> str | None:
        if self.complete is None or len(part) < LETTERS:
            return None
        whole = self.complete(part[:LETTERS].lower())
        return whole if whole is not None and whole.startswith(part.lower()) else None

    def painted(self) -> list[tuple[str, str]]:
        """What is seen, piece by piece: (kind, text) with kind dots, letters, hint or gap."""
        pieces: list[tuple[str, str]] = []
        parts = self.text().split(" ")
        for number, part in enumerate(parts):
            if number:
                pieces.append(("gap", "  "))
            last = number == len(parts) - 1
            whole = self._word(part)
            if whole is None:
                pieces.append(("dots", DOT * len(part)))
            elif last:
                pieces.append(("letters", part))
                pieces.append(("hint", whole[len(part) :]))
            else:
                pieces.append(("dots", DOT * 3))
        return pieces

    def sizeHint(self) -> QSize:
        return QSize(theme.px(260), theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(160), theme.px(HEIGHT))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.shown():
            super().mousePressEvent(event)
        else:
            # Painted dots do not stand where the letters do, so a click means the end.
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.end(False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.shown():
            super().mouseMoveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = paint.painter(self)
        paint_field(self, painter, self.hasFocus())
        if self.shown() or not self.text():
            painter.end()
            super().paintEvent(event)
            return
        tokens = theme.of(self)
        painter.setFont(self.font())
        metrics = self.fontMetrics()
        near, far = theme.px(12), self._show.width()
        room = QRect(near, 0, self.width() - near - far, self.height())
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if rtl:
            room = paint.mirrored(self, room)
        pieces = self.painted()
        total = sum(metrics.horizontalAdvance(text) for _kind, text in pieces)
        # A long password shows its end, where typing happens.
        x = room.left() + min(0, room.width() - total - 2)
        if rtl:
            x = max(room.right() - total, room.left() + min(0, room.width() - total - 2))
        painter.setClipRect(room)
        if self.hasSelectedText():
            band = QRectF(x, room.height() * 0.22, total, room.height() * 0.56)
            painter.fillRect(band, tokens.color("accent_soft"))
        caret = x
        for kind, text in pieces:
            painter.setPen(tokens.color("muted" if kind == "hint" else "ink"))
            wide = metrics.horizontalAdvance(text)
            align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(QRect(int(x), 0, wide + 4, self.height()), align, text)
            x += wide
            if kind != "hint":
                caret = x
        if self.hasFocus():
            tall = metrics.height()
            painter.fillRect(
                QRectF(caret + 1, (self.height() - tall) / 2, 1, tall), tokens.color("ink")
            )
