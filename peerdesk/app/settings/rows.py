"""What the settings page is made of: sections, and rows with words and one control."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from peerdesk.ui import theme
from peerdesk.ui.widgets import Button, Card, FlowLayout, Heading, Label, Muted, Separator, Tag

WORDS_WIDTH = 240
"""Words need this much (in the target's pixels) to stand beside their control."""
LEAST = 160
"""A control with a width of its own becomes narrower down to this, where the row has no more."""


class SettingRow(QWidget):
    """``title`` and ``hint`` at the start, ``control`` at the end; below where it does not fit.

    The title is the label (buddy) of the control and its accessible name.
    """

    def __init__(self, title: str, control: QWidget, hint: str = "", *, width: float = 0) -> None:
        super().__init__()
        self.control, self._width = control, width
        self.title = Label(title, weight=500, wrap=True)
        self.title.setBuddy(control)
        self.hint = Muted(hint, wrap=True)
        if not control.accessibleName():
            control.setAccessibleName(title)
        self._words = QWidget()
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.hint)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._words.setSizePolicy(policy)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.addWidget(self._words, 1)
        self._box.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self.set_hint(hint)
        self.restyle()

    def set_hint(self, hint: str) -> None:
        """The quiet line under the title; also told to assistive technology."""
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.control.setAccessibleDescription(hint)

    def restyle(self) -> None:
        self._box.setContentsMargins(0, theme.px(9), 0, theme.px(9))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Wrapped words claim the height of their narrowest form; here their width is known."""
        hint = super().minimumSizeHint()
        width = max(self._words.minimumSizeHint().width(), self._least())
        tall = self._box.heightForWidth(self.width()) if self.width() >= width else -1
        return QSize(width, min(hint.height(), tall) if tall > 0 else hint.height())

    def _least(self) -> int:
        """The width below which something of the control would be cut off."""
        if self._width:
            return theme.px(min(self._width, LEAST))
        if isinstance(self.control, Button):
            return self.control.bare_width()
        return self.control.minimumSizeHint().width()

    def _natural(self) -> int:
        if isinstance(self.control, Button):
            return self.control.full_width()
        return self.control.sizeHint().width()

    def _arrange(self) -> None:
        wide = theme.px(self._width) if self._width else self._natural()
        below = wide + theme.px(WORDS_WIDTH + 24) > self.width()
        if self._width:
            # A field keeps its width; in a small window with large words it takes what there is.
            self.control.setFixedWidth(max(theme.px(LEAST), min(wide, self.width())))
        elif isinstance(self.control, Button):
            self.control.set_bare(self.control.full_width() > self.width())
        way = QBoxLayout.Direction
        want = way.TopToBottom if below else way.LeftToRight
        self._box.setSpacing(theme.px(8 if below else 24))
        if self._box.direction() != want:
            self._box.setDirection(want)
        flag = Qt.AlignmentFlag
        self._box.setAlignment(self.control, flag.AlignLeft if below else flag.AlignVCenter)


class Section(Card):
    """A card with a heading, a tag that says whose these settings are, and rows."""

    def __init__(self, title: str, place: str = "", kind: str = "neutral", hint: str = "") -> None:
        super().__init__(margins=(22, 16, 22, 12), spacing=0)
        head = QWidget()
        flow = FlowLayout(head, spacing=(10, 4))
        flow.add(Heading(title, 2))
        if place:
            flow.add(Tag(place, kind))
        self.add(head)
        if hint:
            self.add(Muted(hint, wrap=True))
        self._first = True

    def add_row(self, row: QWidget) -> None:
        """Add a row, with a thin line above unless it is the first."""
        if not self._first:
            self.add(Separator())
        self._first = False
        self.add(row)
