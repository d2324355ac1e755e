"""Painted pieces of the faces: digits, the fading bar, the field with a key, words in the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from peerdesk.ui import theme
from peerdesk.ui.widgets import Label, LineEdit, TextArea, paint
from peerdesk.ui.widgets.buttons import Button
from peerdesk.ui.widgets.field import align_words, paint_field


class Digits(Label):
    """What is left, in large figures."""

    def __init__(self, size: float = 76, parent: QWidget | None = None) -> None:
        super().__init__("", size=size, weight=500, parent=parent)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)

    def restyle(self) -> None:
        super().restyle()
        made = theme.font(self._size, 500)
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -theme.px(2))
        made.setFeature(QFont.Tag("calt"), 0)  # the colon stays where it is in words
        self.setFont(made)
        self.setFixedHeight(theme.px(self._size * 1.25))

    def set_size(self, size: float) -> None:
        """Larger or smaller."""
        self._size = size
        self.restyle()


class Gap(QWidget):
    """So much air, in the target's pixels."""

    def __init__(self, tall: float) -> None:
        super().__init__()
        self.set_tall(tall)

    def set_tall(self, tall: float) -> None:
        """More air, or less."""
        self._tall = tall
        self.restyle()

    def restyle(self) -> None:
        self.setFixedHeight(theme.px(self._tall) if self._tall else 0)


class Large(Label):
    """Large words as the target sets them, a little wider than headings."""

    def restyle(self) -> None:
        super().restyle()
        made = self.font()
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0)
        self.setFont(made)


class FadeBar(QWidget):
    """What is left of the time. The last tenth fades; when it is over nothing alarms.

    No progress bar to assistive technology, which would speak all the evening: the tick says
    what there is to hear.
    """

    FULL = 10_000

    def __init__(self, *, thick: float = 10, wide: float = 400) -> None:
        super().__init__()
        self._thick, self._wide, self._value = thick, wide, 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.restyle()

    def set_share(self, share: float) -> None:
        """0.0 to 1.0 of the time is left."""
        value = round(self.FULL * min(1.0, max(0.0, share)))
        if value != self._value:
            self._value = value
            self.update()

    def value(self) -> int:
        """What is left, out of ``FULL``."""
        return self._value

    def sizeHint(self) -> QSize:
        return QSize(theme.px(self._wide), theme.px(self._thick))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(60), theme.px(self._thick))

    def restyle(self) -> None:
        self.setMaximumWidth(theme.px(self._wide))
        self.updateGeometry()

    def hold_ms(self, share_ms: int, remaining_ms: int) -> int | None:
        """How long the bar stays as it is; None when it is empty."""
        if share_ms <= 0 or remaining_ms <= 0 or self.width() <= 0:
            return None
        step = share_ms / self.width()
        return max(500, round(remaining_ms - step * (-(-remaining_ms // step) - 1)))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        t = theme.of(self)
        painter = paint.painter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        shape = QPainterPath()
        shape.addRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.fillPath(shape, t.color("sunken"))
        painter.setClipPath(shape)
        share = self._value / self.FULL
        done = paint.mirrored(self, QRect(0, 0, round(self.width() * share), self.height()))
        strength = 0.45 + 0.55 * min(1.0, share / 0.1)
        painter.fillRect(done, theme.blend(t.accent, t.sunken, strength))
        if t.name == "contrast":
            paint.rounded(painter, self.rect(), box.height() / 2, None, t.line)


class KeyField(LineEdit):
    """A field that names the key which leads to it."""

    def __init__(self, placeholder: str, keys: str, *, name: str = "") -> None:
        self._keys = keys
        super().__init__(placeholder=placeholder, name=name, private=True)
        self.setAccessibleDescription(keys)

    def restyle(self) -> None:
        self.setFont(theme.font())
        near, far = theme.px(9), paint.key_chip_size(self._keys)[0] + theme.px(14)
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setTextMargins(far if right else near, 0, near if right else far, 0)
        align_words(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = theme.of(self)
        painter = paint.painter(self)
        paint_field(self, painter, self.hasFocus(), quiet=True)
        if not self.text():
            wide, tall = paint.key_chip_size(self._keys)
            left = self.width() - wide - theme.px(12)
            chip = paint.mirrored(self, QRect(left, (self.height() - tall) // 2, wide, tall))
            paint.key_chip(painter, chip, self._keys, t.color("muted"), t.color("line"))
        painter.end()
        QLineEdit.paintEvent(self, event)


class PlainArea(TextArea):
    """Words that stand in a card as if printed, until the keyboard is there."""

    def restyle(self) -> None:
        super().restyle()
        self.setViewportMargins(0, theme.px(4), 0, theme.px(4))
        self._tint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()  # narrower, the words take more lines

    def _tint(self) -> None:
        made, role = self.palette(), QPalette.ColorRole.Text
        muted = theme.of(self).color("muted")
        if made.color(role) != muted:
            made.setColor(role, muted)
            self.setPalette(made)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80), theme.px(32))

    def sizeHint(self) -> QSize:
        lines = min(self._most, max(1, round(self.document().size().height())))
        tall = lines * self.fontMetrics().lineSpacing() + theme.px(12)
        return QSize(theme.px(240), max(theme.px(32), tall))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()
        if event.type() == QEvent.Type.Paint:
            if self.hasFocus():
                line = QRect(0, self.height() - 2, self.width(), 2)
                paint.painter(self).fillRect(line, theme.of(self).color("focus"))
            return True
        return super().event(event)


class WideLink(Button):
    """A link in the size of the text around it."""

    def __init__(self, text: str, *, name: str = "") -> None:
        super().__init__(text, "link", name=name)

    def restyle(self) -> None:
        self.setFont(theme.font())
