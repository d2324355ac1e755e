"""Words that stand still: headings, labels, paragraphs, tags, letters in a circle."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from peerdesk.ui import theme
from peerdesk.ui.widgets import paint

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QObject


def _escaped(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    # Qt reads the narrow space of "9:00 PM" as one where a line may break.
    return text.replace("\u202f", "&#160;")


class Label(QLabel):
    """Text in one of the target's sizes, weights and tones.

    With ``wrap`` the text flows over several lines of 1.45 times its size (about 120 % of the
    font's own).
    :meth:`text` is always the plain text.
    """

    def __init__(
        self,
        text: str = "",
        *,
        size: float = 15,
        weight: int = 400,
        tone: theme.Tone = "ink",
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._plain, self._size, self._weight = text, size, weight
        self._parts: list[tuple[str, bool]] = [(text, False)]
        self._written = self._watching = False
        self._align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.setWordWrap(wrap)
        self.setTextFormat(Qt.TextFormat.RichText if wrap else Qt.TextFormat.PlainText)
        if wrap:
            # A wrapped label has no width of its own to insist on.
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setForegroundRole(theme.tone_role(tone))
        self.restyle()
        self._write()

    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:
        """Where the text stands; left means the start of the line in the reader's language."""
        self._align = alignment
        # QLabel would go by the direction of the words, and Latin names would stand apart.
        super().setAlignment(paint.aligned(self, alignment))

    def restyle(self) -> None:
        self.setAlignment(self._align)
        self.setFont(theme.font(self._size, self._weight))
        self.setMinimumHeight(theme.line_height(self._size))
        if self.wordWrap():
            # Qt puts the extra leading below each line; half of it belongs above.
            half = (theme.line_height(self._size) - self._natural()) // 2
            half = max(0, half)
            self.setContentsMargins(0, half, 0, -half)
            if self._written:
                self._write()

    def setText(self, text: str) -> None:
        self.set_parts([(text, False)])

    def set_parts(self, parts: Sequence[tuple[str, bool]]) -> None:
        """Text in pieces; the strong ones (True) stand out. Strong pieces need ``wrap``."""
        self._parts = list(parts)
        self._plain = "".join(text for text, _strong in parts)
        if not self._watching and any(strong for _text, strong in parts):
            # Their colour is written into the text. A filter of those few labels rather than
            # changeEvent, for which PySide would build every class of events at the start.
            self._watching = True
            self.installEventFilter(self)
        self._write()

    def _write(self) -> None:
        self._written = True
        if not self.wordWrap():
            super().setText(self._plain)
            return
        ink = theme.of(self).ink
        body = "".join(
            f'<span style="font-weight:600; color:{ink}">{_escaped(text)}</span>'
            if strong
            else _escaped(text)
            for text, strong in self._parts
        ).replace("\n", "<br>")
        share = max(108, round(100 * theme.line_height(self._size) / self._natural()))
        super().setText(f'<p style="line-height:{share}%; margin:0">{body}</p>')

    def _natural(self) -> int:
        """Height of a line as the font wants it."""
        metrics = self.fontMetrics()
        return metrics.ascent() + metrics.descent()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self and event.type() == event.Type.PaletteChange:
            self._write()
        return super().eventFilter(watched, event)

    def text(self) -> str:
        return self._plain

    def set_tone(self, tone: theme.Tone) -> None:
        """Change the colour of the text."""
        self.setForegroundRole(theme.tone_role(tone))


class Muted(Label):
    """Quiet text, 13 px unless told otherwise."""

    def __init__(
        self, text: str = "", *, size: float = 13, wrap: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, size=size, tone="muted", wrap=wrap, parent=parent)


class Paragraph(Label):
    """Text that wraps."""

    def __init__(
        self,
        text: str = "",
        *,
        size: float = 15,
        weight: int = 400,
        tone: theme.Tone = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, size=size, weight=weight, tone=tone, wrap=True, parent=parent)


class Heading(Label):
    """A heading: level 1 is 24 px, level 2 is 16 px, level 3 is 20 px (inside a detail card)."""

    SIZES = {1: 24, 2: 16, 3: 20}

    def __init__(
        self,
        text: str = "",
        level: int = 1,
        *,
        tone: theme.Tone = "ink",
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            text, size=self.SIZES[level], weight=theme.HEAVY, tone=tone, wrap=wrap, parent=parent
        )
        self.level = level


_TAG_COLORS = {
    "neutral": ("sunken", "muted"),
    "accent": ("accent_soft", "accent"),
    "clay": ("clay_soft", "clay"),
    "ok": ("ok_soft", "ok"),
    "plum": ("plum_soft", "plum"),
}


def tag_colors(tokens: theme.Tokens, kind: str) -> tuple[str, str]:
    """(background, text) of a tag kind."""
    back, front = _TAG_COLORS[kind]
    return getattr(tokens, back), getattr(tokens, front)


class Tag(QLabel):
    """A small rounded word: kind neutral, accent, clay, ok or plum."""

    def __init__(
        self, text: str = "", kind: str = "neutral", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.kind = kind
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.restyle()

    def restyle(self) -> None:
        self.setFont(theme.font(12))

    def set_kind(self, kind: str) -> None:
        self.kind = kind
        self.update()

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(width + 2 * theme.px(9), theme.line_height(12) + theme.px(4))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        back, front = tag_colors(theme.of(self), self.kind)
        painter = paint.painter(self)
        paint.rounded(painter, self.rect(), self.height() / 2, back)
        painter.setPen(QColor(front))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class KeyHint(QLabel):
    """A key that does something, in a thin box: F8, Ctrl K."""

    def __init__(self, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(keys, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.restyle()

    def restyle(self) -> None:
        self.setFont(theme.font(11))

    def sizeHint(self) -> QSize:
        return QSize(*paint.key_chip_size(self.text()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.of(self)
        painter = paint.painter(self)
        text, line = tokens.color("muted"), tokens.color("line")
        paint.key_chip(painter, self.rect(), self.text(), text, line)


class _Letter(QLabel):
    """One letter in a shape. Decoration: the name stands beside it."""

    def __init__(self, text: str, size: float, text_size: float, parent: QWidget | None) -> None:
        super().__init__(text[:1].upper(), parent)
        self._size, self._text_size = size, text_size
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.restyle()

    def restyle(self) -> None:
        self.setFont(theme.font(self._text_size, 600))
        self.setFixedSize(theme.px(self._size), theme.px(self._size))

    def set_name(self, name: str) -> None:
        """Show the first letter of ``name``."""
        self.setText(name[:1].upper())

    def sizeHint(self) -> QSize:
        return QSize(theme.px(self._size), theme.px(self._size))

    def _draw(self, radius: float, back: str, front: str) -> None:
        painter = paint.painter(self)
        paint.rounded(painter, self.rect(), radius, back)
        painter.setPen(QColor(front))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class Badge(_Letter):
    """The square letter of the group or the program, 34 px (42 px on the welcome page)."""

    def __init__(self, name: str, size: float = 34, parent: QWidget | None = None) -> None:
        super().__init__(name, size, 15 if size < 40 else 19, parent)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.of(self)
        self._draw(theme.px(9), tokens.accent, tokens.accent_ink)


class Avatar(_Letter):
    """The round letter of a person: 34 px in lists, 48 px in a detail, 26 px in dense lists."""

    def __init__(self, name: str, size: float = 34, parent: QWidget | None = None) -> None:
        text_size = 19 if size >= 40 else 13 if size >= 30 else 12
        super().__init__(name, size, text_size, parent)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.of(self)
        self._draw(self.width() / 2, tokens.accent_soft, tokens.accent)
