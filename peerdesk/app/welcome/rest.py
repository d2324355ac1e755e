"""What the welcome page shows after its first paint: tiles, sign-in, language and text size."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from peerdesk.ui import theme
from peerdesk.ui.widgets import Button, Column, FlowLayout, Muted, Tile

SCALES = (100, 125, 150, 175, 200)


class Tiles(QWidget):
    """Tiles in two columns, or one when it is narrow."""

    def __init__(self, tiles: Sequence[Tile], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles = list(tiles)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._columns = 0
        self.restyle()

    def restyle(self) -> None:
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(18))
        self._arrange()

    def _arrange(self) -> None:
        widest = max(t.minimumSizeHint().width() for t in self._tiles)
        columns = 2 if self.width() >= 2 * max(widest, theme.px(290)) + theme.px(16) else 1
        if columns == self._columns:
            return
        self._columns = columns
        for number, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, number // columns, number % columns)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, columns - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


class Switches(QWidget):
    """Language and text size for whoever sits here now: ``language(str)``, ``text_scale(int)``."""

    language = Signal(str)
    text_scale = Signal(int)

    def __init__(self, languages: Sequence[tuple[str, str]], code: str, percent: int) -> None:
        super().__init__()
        own = dict(languages).get(code, code)
        self.language_button = Button(own, name=self.tr("Language: {name}").format(name=own))
        menu = QMenu(self.language_button)
        _fill(menu, languages, code, self.language.emit)
        self.language_button.setMenu(menu)
        self.size_button = _SizeButton(self.tr("Text size: {n} per cent").format(n=percent))
        menu = QMenu(self.size_button)
        sizes = [(str(n), self.tr("{n} %").format(n=n)) for n in SCALES]
        _fill(menu, sizes, str(percent), self._size_chosen)
        self.size_button.setMenu(menu)
        FlowLayout(self).add(self.language_button, self.size_button)

    def _size_chosen(self, percent: str) -> None:
        self.text_scale.emit(int(percent))


class Promise(QWidget):
    """The last lines of the side, and a quiet way to all that stands behind them."""

    def __init__(self) -> None:
        super().__init__()
        words = Muted(
            self.tr("Press Lock when you leave. Nothing leaves this computer."), wrap=True
        )
        self.link = Button(self.tr("What is protected"), "link")
        box = Column(self, spacing=0)
        box.add(words)
        box.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)


def _fill(
    menu: QMenu,
    items: Sequence[tuple[str, str]],
    current: str,
    chosen: Callable[[str], object],
) -> None:
    group = QActionGroup(menu)
    for key, words in items:
        action = QAction(words, menu)
        action.setCheckable(True)
        action.setChecked(key == current)
        action.setData(key)
        group.addAction(action)
        menu.addAction(action)
    group.triggered.connect(lambda action: chosen(str(action.data())))


class _SizeButton(Button):
    """A small and a large letter. Painted, as two sizes stand in one button."""

    def __init__(self, name: str) -> None:
        super().__init__("", name=name)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(67), theme.px(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(theme.of(self).color("ink"))
        half = self.rect().adjusted(theme.px(14), 0, 0, 0)
        half.setWidth(theme.px(14))
        middle = Qt.AlignmentFlag.AlignCenter
        rest = half.translated(theme.px(23), 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            half, rest = rest, half
        painter.setFont(theme.font(15, 500))
        painter.drawText(half, middle, "A")
        painter.setFont(theme.font(18, 700))
        painter.drawText(rest, middle, "A")
