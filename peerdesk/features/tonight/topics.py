"""The topic box: questions from paper and from the in-tray, voted on by a show of hands."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from peerdesk.features.tonight.face import put
from peerdesk.ui import theme
from peerdesk.ui.widgets import Button, Column, Label, ListRow, Paragraph, Row

if TYPE_CHECKING:
    from peerdesk.features.tonight.face import Face
    from peerdesk.features.tonight.state import State


class _TopicRow(ListRow):
    """One topic: words, hands, take it."""

    def __init__(self, box: TopicBox, number: int, topic: str, first: bool) -> None:
        super().__init__(first=first, pad=5, spacing=8)
        self.words = Paragraph(topic)
        self.less = Button("", "quiet", icon="minus", small=True)
        self.less.setAccessibleName(self.tr("One hand less: {topic}").format(topic=topic))
        self.hands = Label("0", weight=600)
        self.hands.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        self.more = Button("", "quiet", icon="plus", small=True)
        self.more.setAccessibleName(self.tr("One hand more: {topic}").format(topic=topic))
        self.take = Button(self.tr("Talk about this"), small=True)
        spoken = self.tr("Talk about this: {topic}").format(topic=topic)
        self.take.setAccessibleName(spoken)
        self.less.clicked.connect(box.voting(number, -1))
        self.more.clicked.connect(box.voting(number, 1))
        self.take.clicked.connect(box.taking(number))
        for button in (self.less, self.more, self.take):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        keys = QWidget()
        Row(keys, spacing=8).add(self.less, self.hands, self.more, self.take)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self.words, 1)
        self._line.addWidget(keys)
        self.box.addLayout(self._line, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._turn()
        super().resizeEvent(event)

    def _turn(self) -> None:
        """The keys go below the words where it is narrow."""
        down = self.width() < theme.px(460)
        way = QBoxLayout.Direction
        self._line.setDirection(way.TopToBottom if down else way.LeftToRight)
        self._line.setSpacing(theme.px(2 if down else 8))

    def minimumSizeHint(self) -> QSize:
        # Side by side they need more than stacked; the row may be as narrow as stacked.
        return QSize(theme.px(230), super().minimumSizeHint().height())

    def show_votes(self, votes: int, used: bool) -> None:
        """So many hands."""
        put(self.hands, QLocale().toString(votes))
        self.hands.setAccessibleName(self.tr("%n hands", "", votes))
        self.less.setEnabled(votes > 0)
        for part in (self.less, self.hands, self.more, self.take):
            part.setVisible(not used)
        self.words.set_tone("muted" if used else "ink")


class TopicBox(QWidget):
    """Shown while the evening comes to a part that talks, as long as nothing was taken."""

    def __init__(self, face: Face, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = face
        box = Column(self, (10, 22, 10, 10), 4)
        topics = face.service.plan.topics
        title = self.tr("Topic box: who would like to talk about…")
        self.title = Label(title, weight=600, wrap=True)
        box.addWidget(self.title)
        self.rows = [_TopicRow(self, n, topic, n == 0) for n, topic in enumerate(topics)]
        for row in self.rows:
            box.addWidget(row)
        self.setVisible(False)

    def show_state(self, state: State) -> None:
        """Show hands and what was taken."""
        item = state.current
        wanted = item is not None and item.kind in ("topic", "main") and not item.topics
        self.setVisible(bool(self.rows) and wanted and not state.paused and not state.ended)
        for number, row in enumerate(self.rows):
            row.show_votes(state.votes[number], number in state.topic_used)

    def voting(self, number: int, by: int) -> Callable[[], None]:
        """What a press on more or less does."""

        def press() -> None:
            state = self._face.now
            if state is not None:
                votes = max(0, state.votes[number] + by)
                self._face.do(self._face.service.vote, number, votes)

        return press

    def taking(self, number: int) -> Callable[[], None]:
        """What a press on "Talk about this" does."""
        return lambda: self._take(number)

    def _take(self, number: int) -> None:
        self._face.do(self._face.service.draw_topic, number)
        self._face.setFocus()

    def stops(self) -> list[QWidget]:
        """Where Tab goes, in order."""
        return [b for row in self.rows for b in (row.less, row.more, row.take)]
