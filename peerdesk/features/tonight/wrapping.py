"""Words in lines of the target's height, for what paints itself."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from peerdesk.ui.widgets import paint


def cut(font: QFont, text: str, width: int) -> list[str]:
    """``text`` in lines that are at most ``width`` wide; a longer word is cut."""
    metrics, lines = QFontMetrics(font), [""]
    for word in text.split():
        while len(word) > 1 and metrics.horizontalAdvance(word) > width:
            fits = len(word) - 1
            while fits > 1 and metrics.horizontalAdvance(word[:fits]) > width:
                fits -= 1
            lines += [word[:fits]] if lines[-1] else []
            lines[-1] = lines[-1] or word[:fits]
            word = word[fits:]
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and metrics.horizontalAdvance(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def lines_of(font: QFont, text: str, width: int) -> int:
    """How many lines ``text`` takes."""
    return len(cut(font, text, width))


def draw_wrapped(
    painter: QPainter, widget: QWidget, box: QRect, text: str, line: int, *, centred: bool = False
) -> None:
    """Draw ``text`` in lines of the target's height (Qt's own are closer together)."""
    start = Qt.AlignmentFlag.AlignHCenter if centred else paint.aligned(widget)
    flags = start | Qt.AlignmentFlag.AlignVCenter
    for number, words in enumerate(cut(painter.font(), text, box.width())):
        place = QRect(box.x(), box.y() + number * line, box.width(), line)
        painter.drawText(place, flags, words)
