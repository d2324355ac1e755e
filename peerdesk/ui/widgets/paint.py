"""Shapes that several widgets paint."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from peerdesk.ui import theme


def painter(widget: QWidget) -> QPainter:
    """A painter on a widget that reads each text in its own direction; places are mirrored by
    the widget, with absolute alignment."""
    made = QPainter(widget)
    made.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    return made


def mirrored(widget: QWidget, box: QRect) -> QRect:
    """``box`` where it belongs in the reader's direction, as ``QStyle.visualRect`` says it; that
    class alone costs the first window 4 ms."""
    if widget.layoutDirection() == Qt.LayoutDirection.LeftToRight:
        return QRect(box)
    left, right = box.left(), widget.width() - 1 - box.right()
    return box.translated(right - left, 0)


def aligned(
    widget: QWidget, alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
) -> Qt.AlignmentFlag:
    """``alignment`` with left as the start of the reader's lines, whatever script the words are
    in, as ``QStyle.visualAlignment`` says it."""
    flags = Qt.AlignmentFlag
    if not alignment & flags.AlignHorizontal_Mask:
        alignment |= flags.AlignLeft
    sides = flags.AlignLeft | flags.AlignRight
    if not alignment & flags.AlignAbsolute and alignment & sides:
        if widget.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            alignment ^= sides
        alignment |= flags.AlignAbsolute
    return alignment


def rounded(
    painter: QPainter,
    rect: QRect | QRectF,
    radius: float,
    fill: QColor | str | None = None,
    border: QColor | str | None = None,
    width: float = 1.0,
) -> None:
    """A rounded rectangle whose border lies wholly inside ``rect``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(fill) if fill is not None else Qt.BrushStyle.NoBrush)
    box = QRectF(rect)
    if border is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        painter.setPen(QPen(QColor(border), width))
        half = width / 2
        box.adjust(half, half, -half, -half)
        radius -= half
    painter.drawRoundedRect(box, radius, radius)
    painter.restore()


def focus_ring(painter: QPainter, rect: QRect | QRectF, radius: float, color: str) -> None:
    """The 2 px ring that shows where the keyboard is, just inside ``rect``."""
    rounded(painter, rect, radius, None, color, max(2.0, theme.px(2)))


def shows_focus(widget: QWidget) -> bool:
    """Whether a button shows its focus ring: only once the keyboard is in use."""
    window = widget.window()
    return widget.hasFocus() and window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)


def key_chip_size(keys: str) -> tuple[int, int]:
    """Width and height of a key hint."""
    metrics = QFontMetrics(theme.font(11))
    return metrics.horizontalAdvance(keys) + theme.px(10) + 2, theme.line_height(11) + 2


def key_chip(painter: QPainter, rect: QRect, keys: str, text: QColor, border: QColor) -> None:
    """A key hint: small text in a thin box."""
    rounded(painter, rect, theme.px(4), None, border)
    painter.save()
    painter.setFont(theme.font(11))
    painter.setPen(text)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, keys)
    painter.restore()


def check_mark(painter: QPainter, rect: QRectF, color: str) -> None:
    """The tick of a check box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(color), max(1.5, rect.width() * 0.11))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    w, h = rect.width(), rect.height()
    points = [(0.24, 0.53), (0.43, 0.71), (0.77, 0.32)]
    painter.drawPolyline([QPointF(rect.x() + x * w, rect.y() + y * h) for x, y in points])
    painter.restore()
