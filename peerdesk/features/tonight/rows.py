"""Rows and cards that are pressed: parts of the agenda, people, steps, the cards of the door."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPaintEvent

from peerdesk.features.tonight.wrapping import draw_wrapped, lines_of
from peerdesk.ui import icons, theme
from peerdesk.ui.widgets import paint
from peerdesk.ui.widgets.buttons import WrappingButton
from peerdesk.ui.widgets.labels import tag_colors


class AgendaRow(WrappingButton):
    """A part of the agenda: number or tick, title, minutes. Pressing goes to it."""

    def __init__(self, number: str, title: str, minutes: str, how: str, spoken: str) -> None:
        super().__init__(title)
        self._number, self._minutes, self.how = number, minutes, how
        self.setAccessibleName(spoken)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.restyle()

    def restyle(self) -> None:
        made = theme.font(15, theme.HEAVY if self.how == "now" else 400)
        made.setStrikeOut(self.how == "left out")
        self.setFont(made)

    def _room(self, width: int) -> tuple[int, int, int]:
        """(start of the title, its width, width of the minutes)"""
        end = QFontMetrics(theme.font(13)).horizontalAdvance(self._minutes) + theme.px(1)
        start = theme.px(10 + 22 + 10)
        return start, max(30, width - start - end - theme.px(10 + 10)), end

    def heightForWidth(self, width: int) -> int:
        _start, room, _end = self._room(width)
        return lines_of(self.font(), self.text(), room) * theme.line_height() + theme.px(20)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(270), self.heightForWidth(theme.px(270)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(150), theme.px(42))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        t = theme.of(self)
        painter = paint.painter(self)
        radius, line = theme.px(8), theme.line_height()
        if self.how == "now":
            paint.rounded(painter, self.rect(), radius, t.accent_soft)
        elif self.underMouse():
            paint.rounded(painter, self.rect(), radius, t.hover)
        start, room, end = self._room(self.width())
        top = theme.px(10)
        painter.setPen(t.color("muted"))
        box = QRect(theme.px(10), top, theme.px(22), line)
        if self.how == "done":
            side = theme.px(14)
            tick = QRect(box.x(), top + (line - side) // 2, side, side)
            icons.paint(painter, paint.mirrored(self, tick), "check", t.color("muted"))
        else:
            painter.setFont(theme.font())
            flags = paint.aligned(self) | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(paint.mirrored(self, box), flags, self._number)
        painter.setFont(self.font())
        painter.setPen(t.color("muted" if self.how in ("done", "left out") else "ink"))
        box = paint.mirrored(self, QRect(start, top, room, self.height() - 2 * top))
        draw_wrapped(painter, self, box, self.text(), line)
        painter.setFont(theme.font(13))
        painter.setPen(t.color("muted"))
        box = QRect(self.width() - theme.px(10) - end, top, end, theme.line_height(13))
        flags = paint.aligned(self, Qt.AlignmentFlag.AlignRight) | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(paint.mirrored(self, box), flags, self._minutes)
        if paint.shows_focus(self):
            paint.focus_ring(painter, self.rect(), radius, t.focus)


class HereRow(WrappingButton):
    """Somebody who is here: letter, name, tags. Pressing offers what can be changed.

    ``tags``: words and whether they stand out. Tags that do not fit beside the name go below.
    """

    def __init__(self, name: str, tags: tuple[tuple[str, bool], ...], *, letter: str = "") -> None:
        super().__init__(name)
        self._letter, self._tags = (letter or name[:1]).upper(), tags
        spoken = ", ".join([name, *(words for words, _strong in tags)])
        self.setAccessibleName(spoken)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _start(self) -> int:
        return theme.px(26 + 12)

    def _place(self, width: int) -> tuple[int, list[QRect], int]:
        """(width for the name, boxes of the tags, height)"""
        metrics, tall = QFontMetrics(theme.font(12)), theme.line_height(12) + theme.px(4)
        wides = [metrics.horizontalAdvance(w) + 2 * theme.px(9) for w, _s in self._tags]
        first, gap = theme.px(36) + 1, theme.px(6)
        name = self.fontMetrics().horizontalAdvance(self.text())
        total = sum(wides) + gap * max(0, len(wides) - 1)
        room = width - self._start()
        if not wides or name + theme.px(12) + total <= room:
            x, boxes = width - total, []
            for wide in wides:
                boxes.append(QRect(x, (first + 1 - tall) // 2, wide, tall))
                x += wide + gap
            return room - total, boxes, first
        x, y, boxes = self._start(), first - theme.px(5), []
        for wide in wides:
            if x > self._start() and x + wide > width:
                x, y = self._start(), y + tall + theme.px(4)
            boxes.append(QRect(x, y, min(wide, room), tall))
            x += wide + gap
        return room, boxes, y + tall + theme.px(6)

    def heightForWidth(self, width: int) -> int:
        return self._place(width)[2]

    def sizeHint(self) -> QSize:
        return QSize(theme.px(256), self.heightForWidth(self.width() or theme.px(256)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(150), theme.px(37))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        t = theme.of(self)
        painter = paint.painter(self)
        painter.fillRect(0, 0, self.width(), 1, t.color("line"))
        if self.underMouse():
            painter.fillRect(self.rect().adjusted(0, 1, 0, 0), t.color("hover"))
        room, boxes, _tall = self._place(self.width())
        side, first = theme.px(26), theme.px(36) + 1
        box = paint.mirrored(self, QRect(0, (first + 1 - side) // 2, side, side))
        paint.rounded(painter, box, side / 2, t.accent_soft)
        painter.setFont(theme.font(12, 600))
        painter.setPen(t.color("accent"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._letter)
        painter.setFont(self.font())
        painter.setPen(t.color("ink"))
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        tip = self.text() if words != self.text() else ""
        if tip != self.toolTip():
            self.setToolTip(tip)
        box = paint.mirrored(self, QRect(self._start(), 0, room, first))
        painter.drawText(box, paint.aligned(self) | Qt.AlignmentFlag.AlignVCenter, words)
        painter.setFont(theme.font(12))
        for (words, strong), place in zip(self._tags, boxes, strict=True):
            back, front = tag_colors(t, "accent" if strong else "neutral")
            box = paint.mirrored(self, place)
            paint.rounded(painter, box, box.height() / 2, back)
            painter.setPen(front)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        if paint.shows_focus(self):
            paint.focus_ring(painter, self.rect(), theme.px(6), t.focus)


class StepRow(WrappingButton):
    """A step of the help page: a circle to tick, what to do, and a detail."""

    def __init__(self, number: int, title: str, detail: str, *, first: bool) -> None:
        super().__init__(title)
        self.number, self._detail, self._first = number, detail, first
        self.setCheckable(True)
        self.setAccessibleName(f"{number}. {title}")
        self.setAccessibleDescription(detail)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.restyle()

    def restyle(self) -> None:
        self.setFont(theme.font(17, 600))

    def _heights(self, width: int) -> tuple[int, int]:
        room = max(40, width - theme.px(26 + 12))
        title = lines_of(self.font(), self.text(), room) * theme.line_height(17)
        detail = lines_of(theme.font(), self._detail, room) * theme.line_height()
        return title, detail if self._detail else 0

    def heightForWidth(self, width: int) -> int:
        return (
            max(theme.px(26), sum(self._heights(width)))
            + 2 * theme.px(13)
            + (0 if self._first else 1)
        )

    def sizeHint(self) -> QSize:
        return QSize(theme.px(560), self.heightForWidth(self.width() or theme.px(560)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(53))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        t = theme.of(self)
        painter = paint.painter(self)
        if not self._first:
            painter.fillRect(0, 0, self.width(), 1, t.color("line"))
        side, top = theme.px(26), theme.px(13) + (0 if self._first else 1)
        circle = paint.mirrored(self, QRect(0, top, side, side))
        if self.isChecked():
            paint.rounded(painter, circle, side / 2, t.plum)
            inner = QRectF(circle).adjusted(side * 0.2, side * 0.2, -side * 0.2, -side * 0.2)
            paint.check_mark(painter, inner, t.surface)
        else:
            paint.rounded(painter, circle, side / 2, None, t.muted, 1.5)
            painter.setPen(t.color("muted"))
            painter.setFont(theme.font())
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self.number))
        title, detail = self._heights(self.width())
        start = theme.px(26 + 12)
        painter.setFont(self.font())
        painter.setPen(t.color("ink"))
        box = paint.mirrored(self, QRect(start, top, self.width() - start, title))
        draw_wrapped(painter, self, box, self.text(), theme.line_height(17))
        painter.setFont(theme.font())
        painter.setPen(t.color("muted"))
        box = paint.mirrored(self, QRect(start, top + title, self.width() - start, detail))
        draw_wrapped(painter, self, box, self._detail, theme.line_height())
        if paint.shows_focus(self):
            paint.focus_ring(painter, self.rect().adjusted(-0, 4, 0, -4), 6, t.focus)


class DoorCard(WrappingButton):
    """A card of the door, large enough from two metres: title and a quiet sentence."""

    PAD, SIDE = 44, 20

    def __init__(self, title: str, sentence: str) -> None:
        super().__init__(title)
        self._sentence = sentence
        self.setAccessibleDescription(sentence)
        self.restyle()

    def restyle(self) -> None:
        self.setFont(self._font(28, theme.HEAVY))

    def _font(self, size: float, weight: int) -> QFont:
        made = theme.font(size, weight)
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0)
        return made

    def _heights(self, width: int) -> tuple[int, int]:
        room = max(40, width - 2 * theme.px(self.SIDE) - 4)
        title = lines_of(self.font(), self.text(), room) * theme.line_height(28)
        return title, lines_of(theme.font(18), self._sentence, room) * theme.line_height(18)

    def heightForWidth(self, width: int) -> int:
        return sum(self._heights(width)) + theme.px(8) + 2 * theme.px(self.PAD) + 4

    def sizeHint(self) -> QSize:
        return QSize(theme.px(270), self.heightForWidth(theme.px(270)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(150), theme.px(100))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        t = theme.of(self)
        painter = paint.painter(self)
        fill = t.sunken if self.isDown() else t.hover if self.underMouse() else t.surface
        paint.rounded(painter, self.rect(), theme.px(10), fill, t.line, 2)
        title, sentence = self._heights(self.width())
        side, top = theme.px(self.SIDE) + 2, theme.px(self.PAD) + 2
        box = QRect(side, top, self.width() - 2 * side, title)
        painter.setFont(self.font())
        painter.setPen(t.color("ink"))
        draw_wrapped(painter, self, box, self.text(), theme.line_height(28), centred=True)
        painter.setFont(theme.font(18))
        painter.setPen(t.color("muted"))
        box = QRect(side, top + title + theme.px(8), self.width() - 2 * side, sentence)
        draw_wrapped(painter, self, box, self._sentence, theme.line_height(18), centred=True)
        if paint.shows_focus(self):
            paint.focus_ring(painter, self.rect(), theme.px(10), t.focus)
