"""Everything that is pressed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from peerdesk.ui import icons, theme
from peerdesk.ui.widgets import paint

LEAST_WORDS = 140
"""Words of a button do not wrap in less than this, in the target's pixels."""


class _Pressed(QPushButton):
    """What all painted buttons share: hover, Enter presses, a name for assistive technology."""

    def __init__(self, text: str, parent: QWidget | None) -> None:
        # With the text, PySide would look whether it is a QIcon and build that class: 1 ms.
        super().__init__(parent)
        self.setText(text)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def restyle(self) -> None:
        self.setFont(theme.font())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def _rtl(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _mirror(self, rect: QRect) -> QRect:
        return paint.mirrored(self, rect)


class WrappingButton(_Pressed):
    """As wide as there is room, and as high as its words need there (``heightForWidth``)."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True


class Button(_Pressed):
    """A button: kind primary, plain, crisis, quiet or link.

    ``keys`` is shown as a hint and named to assistive technology; the shortcut itself belongs to
    the window. Without ``text`` an icon needs ``name``, which is also the tool tip. Checkable
    buttons (``chip=True``) are the filter chips of the target. ``small`` is 32 px high.
    """

    def __init__(
        self,
        text: str = "",
        kind: str = "plain",
        *,
        icon: str = "",
        keys: str = "",
        name: str = "",
        chip: bool = False,
        small: bool = False,
        large: bool = False,
        align: str = "center",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.kind, self._icon, self._keys = kind, icon, keys
        self._small, self._large, self._align = small, large, align
        self._bare, self._wraps_at = False, 0
        self.setCheckable(chip)
        if name:
            self.setAccessibleName(name)
            if not text:
                self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        if kind == "link":
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.restyle()
        self.set_keys(keys)

    def restyle(self) -> None:
        small_text = self._small or self.kind == "link"
        weight = 400 if self.kind == "link" else 600 if self._align == "start" else 500
        self.setFont(theme.font(13 if small_text else 15, weight))

    def set_icon(self, icon: str) -> None:
        """Change the icon; empty for none."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_keys(self, keys: str) -> None:
        """Change the key hint; empty for none."""
        self._keys = keys
        self.setAccessibleDescription(keys)
        self.updateGeometry()
        self.update()

    def keys(self) -> str:
        """The key hint."""
        return self._keys

    def set_kind(self, kind: str) -> None:
        """Change the kind."""
        self.kind = kind
        self.restyle()
        self.updateGeometry()
        self.update()

    def set_bare(self, bare: bool) -> None:
        """Leave the icon out, and some of the room beside the words, where there is no room for
        it: words alone say what happens."""
        if bare != self._bare:
            self._bare = bare
            self.updateGeometry()
            self.update()

    def full_width(self) -> int:
        """How wide it wants to be, with its icon."""
        return self._across(*self._parts(bare=False))

    def bare_width(self) -> int:
        """How wide it has to be: the words, closer to its ends and without an icon."""
        return self._across(*self._parts(bare=bool(self.text())))

    def least_width(self) -> int:
        """How narrow it may be where a whole line is not enough: its words wrap then."""
        icon, text, keys, gap, pad = self._parts(bare=bool(self.text()))
        metrics = QFontMetrics(self.font())
        longest = max((metrics.horizontalAdvance(w) for w in self.text().split()), default=text)
        return self._across(icon, min(text, max(longest, theme.px(LEAST_WORDS))), keys, gap, pad)

    def wrap_at(self, width: int) -> None:
        """Let the words wrap in ``width`` pixels; 0 for one line."""
        if width != self._wraps_at:
            self._wraps_at = width
            self.updateGeometry()
            self.update()

    def height_at(self, width: int) -> int:
        """How high it is in ``width`` pixels, where its words may need more than one line."""
        tall = self._line_tall()
        if width >= self.bare_width():
            return tall
        _icon, _text, keys, gap, pad = self._parts(bare=True)
        room = width - 2 * pad - 2 - (keys + gap if keys else 0)
        box, flags = QRect(0, 0, max(1, room), 9999), Qt.TextFlag.TextWordWrap
        words = QFontMetrics(self.font()).boundingRect(box, flags, self.text()).height()
        return max(tall, words + theme.px(12))

    @staticmethod
    def _across(icon: int, text: int, keys: int, gap: int, pad: int) -> int:
        inside = [w for w in (icon, text, keys) if w]
        return sum(inside) + gap * (len(inside) - 1) + 2 * pad + 2

    def _parts(self, *, bare: bool | None = None) -> tuple[int, int, int, int, int]:
        """Widths of icon, text, key hint, one gap and one side's padding."""
        bare = self._bare if bare is None else bare
        icon = theme.px(16 if self._small else 19) if self._icon and not bare else 0
        text = QFontMetrics(self.font()).horizontalAdvance(self.text())
        keys = paint.key_chip_size(self._keys)[0] if self._keys else 0
        pad = 14 if self.text() else 10
        pad = {"link": 2}.get(self.kind, 10 if self._small else pad)
        pad = min(pad, 8) if bare else pad
        return icon, text, keys, theme.px(8), theme.px(pad)

    def sizeHint(self) -> QSize:
        if self._wraps_at:
            return QSize(self._wraps_at, self.height_at(self._wraps_at))
        tall = self._line_tall()
        return QSize(max(self._across(*self._parts()), 0 if self.kind == "link" else tall), tall)

    def _line_tall(self) -> int:
        tall = 42 if self._align == "start" else 40
        return theme.px(32 if self._small or self.kind == "link" else 46 if self._large else tall)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _colors(self) -> tuple[QColor | None, QColor, QColor | None]:
        """(fill, text, border)"""
        t = theme.of(self)
        hover = self.underMouse() and self.isEnabled()
        down = self.isDown()
        fill: QColor | None
        if not self.isEnabled():
            faded = theme.blend(t.ink, t.surface, 0.5)
            quiet = self.kind in ("quiet", "link")
            return (
                None if quiet else t.color("surface"),
                faded,
                None if quiet else t.color("line"),
            )
        if self.kind == "primary":
            share = 0.8 if down else 0.9 if hover else 1.0
            fill = theme.blend(t.accent, t.ink, share)
            return fill, t.color("accent_ink"), fill
        if self.kind == "crisis":
            fill = theme.blend(t.plum_soft, t.plum, 0.92) if hover or down else t.color("plum_soft")
            return fill, t.color("plum"), t.color("plum")
        if self.isChecked():
            return t.color("accent_soft"), t.color("accent"), t.color("accent")
        if self.kind == "link":
            return None, t.color("accent"), None
        if self.kind == "quiet":
            return (t.color("hover") if hover or down else None), t.color("ink"), None
        fill = t.color("sunken") if down else t.color("hover") if hover else t.color("surface")
        return fill, t.color("ink"), t.color("line")

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        fill, front, border = self._colors()
        tokens, radius = theme.of(self), theme.px(7)
        painter = paint.painter(self)
        painter.setFont(self.font())
        if fill is not None or border is not None:
            paint.rounded(painter, self.rect(), radius, fill, border)
        icon, text, keys, gap, pad = self._parts()
        if self._wraps_at:
            text = self.width() - 2 * pad - (keys + gap if keys else 0)
        inside = [w for w in (icon, text, keys) if w]
        total = sum(inside) + gap * (len(inside) - 1)
        x = theme.px(12) if self._align == "start" else max(pad, (self.width() - total) // 2)
        painter.setPen(front)
        if icon:
            box = QRect(x, (self.height() - icon) // 2, icon, icon)
            icons.paint(painter, self._mirror(box), self._icon, front, self._rtl())
            x += icon + gap
        if text:
            box = self._mirror(QRect(x, 0, min(text, self.width() - x) + 1, self.height()))
            if self.kind == "link":
                font = self.font()
                font.setUnderline(True)
                painter.setFont(font)
            wrap = int(Qt.TextFlag.TextWordWrap) if self._wraps_at else 0
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter) | wrap, self.text())
            x += text + gap
        if keys:
            _wide, tall = paint.key_chip_size(self._keys)
            if self._align == "start":
                x = self.width() - pad - keys
            box = self._mirror(QRect(x, (self.height() - tall) // 2, keys, tall))
            lines = {"plain": "line", "quiet": "line", "crisis": "plum_line"}
            line = tokens.color(lines[self.kind]) if self.kind in lines else front
            paint.key_chip(painter, box, self._keys, front, line)
        if paint.shows_focus(self):
            self._focus(painter, radius, tokens)

    def _focus(self, painter: QPainter, radius: int, tokens: theme.Tokens) -> None:
        if self.kind == "primary":
            inner = self.rect().adjusted(3, 3, -3, -3)
            paint.focus_ring(painter, inner, radius - 2, tokens.accent_ink)
        else:
            color = tokens.plum if self.kind == "crisis" else tokens.focus
            paint.focus_ring(painter, self.rect(), radius, color)


class NavButton(_Pressed):
    """An entry of the sidebar: icon, words, and at the end a count or a key hint."""

    def __init__(
        self, text: str, icon: str, *, trailing: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._icon, self._trailing, self._selected = icon, "", False
        self._compact = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCheckable(True)
        self.set_trailing(trailing)
        self.restyle()

    def nextCheckState(self) -> None:
        """A press does not select; the window does, with :meth:`set_selected`."""

    def set_selected(self, on: bool) -> None:
        """Mark as the place where we are."""
        self.setChecked(on)
        self.restyle()

    def set_compact(self, on: bool) -> None:
        """Only the icon; the words are still told to assistive technology."""
        self._compact = on
        self.updateGeometry()
        self.update()

    def set_trailing(self, words: str) -> None:
        """The count or key hint at the end."""
        self._trailing = words
        self.setAccessibleDescription(words)
        self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        self.setFont(theme.font(15, 600 if self.isChecked() else 400))

    def sizeHint(self) -> QSize:
        if self._compact:
            return QSize(theme.px(20) + theme.px(19), theme.px(38))
        text = QFontMetrics(theme.font(15, 600)).horizontalAdvance(self.text())
        tail = QFontMetrics(theme.font(12)).horizontalAdvance(self._trailing)
        gaps = theme.px(11) + (theme.px(8) if tail else 0)
        width = theme.px(20) + theme.px(19) + gaps + text + tail
        return QSize(width, theme.px(38))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        t = theme.of(self)
        on = self.isChecked()
        painter = paint.painter(self)
        radius = theme.px(7)
        if on:
            paint.rounded(painter, self.rect(), radius, t.accent_soft)
        elif self.underMouse():
            paint.rounded(painter, self.rect(), radius, theme.blend(t.ink, t.sunken, 0.06))
        front = t.color("accent") if on else t.color("ink")
        side, x = theme.px(19), theme.px(10)
        box = QRect(QPoint(x, (self.height() - side) // 2), QSize(side, side))
        icons.paint(painter, self._mirror(box), self._icon, front, self._rtl())
        if self._compact:
            if paint.shows_focus(self):
                paint.focus_ring(painter, self.rect(), radius, t.focus)
            return
        x += side + theme.px(11)
        start = Qt.AlignmentFlag.AlignVCenter | (
            Qt.AlignmentFlag.AlignRight if self._rtl() else Qt.AlignmentFlag.AlignLeft
        )
        painter.setPen(front)
        painter.setFont(self.font())
        rest = QRect(x, 0, self.width() - x - theme.px(10), self.height())
        painter.drawText(self._mirror(rest), start | Qt.AlignmentFlag.AlignAbsolute, self.text())
        if self._trailing:
            painter.setFont(theme.font(12, 600 if on else 400))
            painter.setPen(t.color("ink") if on else t.color("muted"))
            end = Qt.AlignmentFlag.AlignVCenter | (
                Qt.AlignmentFlag.AlignLeft if self._rtl() else Qt.AlignmentFlag.AlignRight
            )
            box = self._mirror(rest)
            painter.drawText(box, end | Qt.AlignmentFlag.AlignAbsolute, self._trailing)
        if paint.shows_focus(self):
            paint.focus_ring(painter, self.rect(), radius, t.focus)
