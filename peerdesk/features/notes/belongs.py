"""Choosing the meeting or the person a note belongs to, in the page itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from peerdesk.ui import icons, theme
from peerdesk.ui.names import NamesCurtain
from peerdesk.ui.room import FoundItem
from peerdesk.ui.widgets import Button, Card, Label, Row, SearchField
from peerdesk.ui.widgets.scrolling import quiet_bars

MOST = 6
Subjects = Callable[[str], list[FoundItem]]
"""Meetings and people for what was typed; ``title`` is what the tag of the note will say."""


class BelongsPanel(Card):
    """A search field with what it found below. Enter takes the marked one, Escape closes."""

    chosen = Signal(object)
    """A FoundItem, or None for "nothing"."""
    closed = Signal()

    def __init__(
        self, subjects: Subjects, names: NamesCurtain, parent: QWidget | None = None
    ) -> None:
        super().__init__("sunken", spacing=8, parent=parent)
        self._subjects, self._names = subjects, names
        self._items: list[FoundItem] = []
        self.label = Label(self.tr("Which meeting or person is it about?"), size=13, weight=500)
        self.search = SearchField(self.tr("A date, a theme or a name"))
        self.search.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.label.setBuddy(self.search)
        self.results = QListWidget()
        quiet_bars(self.results)
        self.results.setFrameShape(QFrame.Shape.NoFrame)
        self.results.setAccessibleName(self.tr("Meetings and people"))
        self.results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.results.setWordWrap(True)
        self.nothing = Button(self.tr("Belongs to nothing"), small=True)
        self.close_button = Button(self.tr("Close"), "quiet", small=True)
        buttons = Row(spacing=8)
        buttons.add(self.nothing)
        buttons.addStretch(1)
        buttons.add(self.close_button)
        self.add(self.label, self.search, self.results)
        self.box.addLayout(buttons)
        self.search.textChanged.connect(self._look)
        self.search.installEventFilter(self)
        self.results.itemActivated.connect(self._take)
        self.results.itemClicked.connect(self._take)
        self.nothing.clicked.connect(lambda: self.chosen.emit(None))
        self.close_button.clicked.connect(self.closed)
        names.changed.connect(self._names_changed)
        self.restyle()
        self.hide()

    def _names_changed(self) -> None:
        self._fill()

    def start(self, has_one: bool) -> None:
        """Show the panel; ``has_one`` when the note belongs to something already."""
        self.nothing.setVisible(has_one)
        self.search.clear()
        self._look("")
        self.show()
        self.search.setFocus()

    def restyle(self) -> None:
        self.results.setFont(theme.font())
        self._calm()
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._calm()

    def _calm(self) -> None:
        """The marked row in the soft colour, as in every list."""
        tokens = theme.of(self)
        made = QPalette()
        made.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        made.setColor(QPalette.ColorRole.Highlight, tokens.color("accent_soft"))
        made.setColor(QPalette.ColorRole.HighlightedText, tokens.color("ink"))
        self.results.setPalette(made)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self.search and pressed and self._key(cast(QKeyEvent, event).key()):
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _key(self, key: int) -> bool:
        row, last = self.results.currentRow(), self.results.count() - 1
        if key == Qt.Key.Key_Down:
            self.results.setCurrentRow(min(row + 1, last))
        elif key == Qt.Key.Key_Up:
            self.results.setCurrentRow(max(row - 1, 0))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            item = self.results.currentItem()
            if item is not None:
                self._take(item)
        else:
            return False
        return True

    def _look(self, typed: str) -> None:
        self._items = self._subjects(typed)[:MOST]
        self._fill()

    def _fill(self) -> None:
        self.results.clear()
        tokens = theme.of(self)
        for found in self._items:
            title = self._names.shown(found.title) if found.names else found.title
            words = f"{title} · {found.detail}" if found.detail else title
            item = QListWidgetItem(icons.icon(found.icon, tokens, "muted"), words)
            item.setData(Qt.ItemDataRole.UserRole, found)
            self.results.addItem(item)
        if self._items:
            self.results.setCurrentRow(0)
        self.results.setVisible(bool(self._items))
        self._fit()

    def _fit(self) -> None:
        tall = max(theme.px(32), self.results.fontMetrics().lineSpacing() + theme.px(12))
        for number in range(self.results.count()):
            self.results.item(number).setSizeHint(QSize(0, tall))
        self.results.setFixedHeight(tall * max(1, self.results.count()) + 2)

    def _take(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
