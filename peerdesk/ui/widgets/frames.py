"""The frames of a window: the header of a page and the sidebar."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QVBoxLayout, QWidget

from peerdesk.ui import theme
from peerdesk.ui.widgets import paint
from peerdesk.ui.widgets.buttons import Button, NavButton
from peerdesk.ui.widgets.labels import Badge, Heading, Label, Muted
from peerdesk.ui.widgets.layouts import Column, FlowLayout, Row
from peerdesk.ui.widgets.scrolling import ScrollColumn


class PageHeader(QWidget):
    """Title and quiet line at the start, search and buttons at the end.

    When the words are large and the window is small the end moves below and wraps.
    """

    def __init__(
        self,
        title: str = "",
        subtitle: str = "",
        *,
        tone: theme.Tone = "ink",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = Heading(title, 1, tone=tone, wrap=True)
        self.subtitle = Muted(subtitle, wrap=True)
        self._start = QWidget()
        self._start_box = Row(self._start, spacing=12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        self._start_box.addLayout(words, 1)
        self._end = QWidget()
        self._flow = FlowLayout(self._end, spacing=(12, 8), align_end=True)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self._start, 1)
        self._box.addWidget(self._end, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.set_words(title, subtitle)
        self.restyle()

    def restyle(self) -> None:
        self._box.setSpacing(theme.px(12))
        self._arrange()

    def set_words(self, title: str, subtitle: str = "") -> None:
        """Change title and quiet line."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))
        self._arrange()

    def add_start(self, widget: QWidget) -> None:
        """Put a widget (such as Back) before the title."""
        self._start_box.insertWidget(self._start_box.count() - 1, widget)

    def add(self, *widgets: QWidget) -> None:
        """Put widgets at the end."""
        self._flow.add(*widgets)
        self._arrange()

    def set_end(self, widgets: Sequence[QWidget]) -> None:
        """Replace what stands at the end; the old widgets are hidden, not deleted."""
        while (item := self._flow.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
        for widget in widgets:
            self._flow.addWidget(widget)
            widget.show()
        self._arrange()

    def _words_width(self) -> int:
        """The least width in which title and quiet line stand on one line each."""
        lines = [
            label.fontMetrics().horizontalAdvance(label.text()) + 4
            for label in (self.title, self.subtitle)
            if not label.isHidden()
        ]
        before = []
        for number in range(self._start_box.count()):
            item = self._start_box.itemAt(number)
            widget = item.widget() if item is not None else None
            if widget is not None:
                before.append(widget.sizeHint().width() + theme.px(12))
        return max(lines, default=0) + sum(before)

    def _arrange(self) -> None:
        end = self._flow.sizeHint().width()
        below = self._words_width() + theme.px(12) + end > self.width() and end > 0
        want = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        if self._box.direction() != want:
            self._box.setDirection(want)
        self._box.setAlignment(
            self._end, Qt.AlignmentFlag(0) if below else Qt.AlignmentFlag.AlignVCenter
        )
        self._flow.align_end = not below
        # Beside the title the end keeps its width; below it may wrap.
        self._end.setMinimumWidth(0 if below else end)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), theme.px(300)), hint.height())


LOW = 620
"""Below this height, in the target's pixels, the foot of the sidebar keeps only what must stay."""


class Sidebar(QFrame):
    """The sidebar: who we are, the rooms, and at the foot what is always there.

    ``went(key)`` is emitted when an entry is pressed.
    """

    went = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: dict[str, NavButton] = {}
        self._compact = False
        self._sections: list[QWidget] = []
        self._words: dict[Button, str] = {}
        self.badge = Badge("P")
        self.group = Label("", weight=600, wrap=True)
        self.place = Muted("", size=12.5, wrap=True)
        head = QWidget()
        row = Row(head, (10, 8, 10, 11), 10)
        row.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.group)
        words.addWidget(self.place)
        row.addLayout(words, 1)
        self.rooms = ScrollColumn(spacing=2)
        self.rooms.box.addStretch(1)
        self.foot = QWidget()
        self._foot_box = Column(self.foot, spacing=2)
        self.rest = QWidget()
        self._rest_box = Column(self.rest, spacing=2)
        self._foot_box.addWidget(self.rest)
        box = Column(self, (10, 14, 11, 14), 2)
        box.addWidget(head)
        box.addWidget(self.rooms, 1)
        box.addWidget(self.foot)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.restyle()

    def restyle(self) -> None:
        wide = self._widest() + 2 * theme.px(10) + 1
        bar = self.rooms.verticalScrollBar().sizeHint().width()
        self.setFixedWidth(wide + bar if self._compact else max(theme.px(216), wide))
        self._place_rest()

    def set_compact(self, on: bool) -> None:
        """Icons only, where large words would leave no room for the page. The words are told by
        tool tips and to assistive technology."""
        if on == self._compact:
            return
        self._compact = on
        self.group.setVisible(not on)
        self.place.setVisible(not on and bool(self.place.text()))
        for section in self._sections:
            section.setVisible(not on)
        for entry in self._entries.values():
            entry.set_compact(on)
            entry.setToolTip(entry.toolTip() or entry.text())
        for button, words in self._words.items():
            button.setText("" if on else words)
            button.setAccessibleName(words)
            button.setToolTip(button.toolTip() or words)
        self.restyle()

    def _place_rest(self) -> None:
        """Where there is little height only help right now keeps its place; the entries of the
        foot scroll with the rooms."""
        low = self.height() < theme.px(LOW)
        inside, box = self.rest.parentWidget() is not self.foot, self.rooms.box
        last = box.itemAt(box.count() - 2) if box.count() > 1 else None  # before the stretch
        if low and not (inside and last is not None and last.widget() is self.rest):
            box.removeWidget(self.rest)
            box.insertWidget(box.count() - 1, self.rest)
        elif not low and inside:
            self._foot_box.addWidget(self.rest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_rest()

    def _widest(self) -> int:
        entries = [b.sizeHint().width() for b in self.findChildren(NavButton)]
        for button in self.findChildren(Button):
            button.restyle()  # its turn comes after ours, and it would be measured at the old size
            entries.append(button.sizeHint().width())
        return max(entries, default=0)

    def set_group(self, name: str, place: str = "", letter: str = "") -> None:
        """Name and place of the group at the top."""
        self.badge.set_name(letter or name)
        self.group.setText(name)
        self.place.setText(place)
        self.place.setVisible(bool(place) and not self._compact)

    def add_switch(self, words: str) -> Button:
        """A button below the head, for the menu of somebody with several groups."""
        made = Button(words, "quiet", icon="repeat", small=True, align="start")
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box = self.layout()
        assert isinstance(box, Column)
        box.insertWidget(1, made)
        self._words[made] = words
        self.restyle()
        return made

    def add_section(self, words: str) -> Muted:
        """A quiet word above a group of entries."""
        label = Muted(words, size=12)
        holder = QWidget()
        Column(holder, (10, 12, 10, 4)).addWidget(label)
        self.rooms.box.insertWidget(self.rooms.box.count() - 1, holder)
        self._sections.append(holder)
        return label

    def add_room(self, key: str, words: str, icon: str, trailing: str = "") -> NavButton:
        """An entry of the upper part."""
        made = self._entry(key, words, icon, trailing)
        self.rooms.box.insertWidget(self.rooms.box.count() - 1, made)
        self._place_rest()
        return made

    def add_foot(self, key: str, words: str, icon: str, trailing: str = "") -> NavButton:
        """An entry that stays at the foot."""
        made = self._entry(key, words, icon, trailing)
        self._rest_box.addWidget(made)
        return made

    def add_crisis(self, words: str, key: str = "help") -> Button:
        """Help right now, at the foot."""
        made = Button(words, "crisis", icon="help", align="start")
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.clicked.connect(lambda: self.went.emit(key))
        self._foot_box.insertWidget(0, made)
        self._words[made] = words
        self.restyle()
        return made

    def _entry(self, key: str, words: str, icon: str, trailing: str) -> NavButton:
        made = NavButton(words, icon, trailing=trailing)
        made.clicked.connect(lambda: self.went.emit(key))
        self._entries[key] = made
        self.restyle()
        return made

    def entry(self, key: str) -> NavButton:
        """The button of one entry."""
        return self._entries[key]

    def select(self, key: str) -> None:
        """Mark where we are; an unknown key marks nothing."""
        for name, button in self._entries.items():
            button.set_selected(name == key)
            if name == key and self.rooms.inside.isAncestorOf(button):
                self.rooms.ensureWidgetVisible(button)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        t = theme.of(self)
        painter = paint.painter(self)
        painter.fillRect(self.rect(), t.color("sunken"))
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        edge = 0 if rtl else self.width() - 1
        painter.fillRect(edge, 0, 1, self.height(), t.color("line"))
