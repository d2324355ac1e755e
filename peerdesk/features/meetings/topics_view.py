"""The topic box: slips typed in, hands counted, questions drawn into the agenda."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from peerdesk.core.text import Text
from peerdesk.features.meetings.service import MeetingsService, TopicView
from peerdesk.features.meetings.topics import LONGEST_TOPIC, MOST_HANDS
from peerdesk.ui.context import Context
from peerdesk.ui.saving import Saver, called, flush_all, unsaved_of
from peerdesk.ui.tab_order import tab_after
from peerdesk.ui.widgets import (
    Button,
    Card,
    Column,
    Field,
    FlowLayout,
    Heading,
    Label,
    LineEdit,
    Muted,
    Paragraph,
    SpinBox,
    Tag,
)

USED_SHOWN = 12


class TopicRow(QWidget):
    """A question that waits; ``drawn`` and ``removed`` give its uid."""

    drawn = Signal(bytes)
    removed = Signal(bytes)

    def __init__(
        self,
        service: MeetingsService,
        tell: Callable[[Text], object],
        topic: TopicView,
    ) -> None:
        super().__init__()
        self.uid = topic.uid
        left = service.cabinet.settle
        self.words = LineEdit()
        self.words.setMaxLength(LONGEST_TOPIC)
        self.number = Label("", size=13)
        self.number.setBuddy(self.words)
        self.saver = Saver(self.words, lambda t: service.set_topic(self.uid, t), left, tell)
        self.hands = SpinBox(0, MOST_HANDS)
        self.hands.setAccessibleName(self.tr("Hands for it"))
        self.hands.valueChanged.connect(lambda n: service.set_votes(self.uid, n))
        self.hands.editingFinished.connect(left)
        self.draw = Button(self.tr("Draw into the agenda"), icon="list", small=True)
        self.draw.clicked.connect(lambda: self.drawn.emit(self.uid))
        self.remove = Button(icon="trash", name=self.tr("Take it out of the box"), small=True)
        self.remove.clicked.connect(lambda: self.removed.emit(self.uid))
        label = Muted(self.tr("Hands"))
        label.setBuddy(self.hands)
        self.tag = Tag(self.tr("From the in-tray"), "accent")
        below = QWidget()
        FlowLayout(below, spacing=(10, 6)).add(label, self.hands, self.draw, self.remove, self.tag)
        Column(self, spacing=6).add(self.number, self.words, below)

    def load(self, topic: TopicView, number: int) -> None:
        """Show the question as it is now, the ``number``-th of those that wait."""
        self.uid = topic.uid
        name = self.tr("Question {number}").format(number=self.locale().toString(number + 1))
        self.number.setText(name)
        self.words.setAccessibleName(name)
        self.saver.load(topic.words)
        if not self.hands.hasFocus() or self.hands.value() != topic.votes:
            self.hands.blockSignals(True)
            self.hands.setValue(topic.votes)
            self.hands.blockSignals(False)
        self.tag.setVisible(topic.source == "in-tray")


class TopicsView(QWidget):
    """Emits ``back`` when the agenda should be shown again."""

    back = Signal()

    def __init__(self, service: MeetingsService, context: Context) -> None:
        super().__init__()
        self._service, self._context, self._uid = service, context, b""
        self.rows: list[TopicRow] = []
        self.used: list[QWidget] = []
        self.back_button = Button(self.tr("Back to the agenda"), icon="back", small=True)
        self.back_button.clicked.connect(self.back)
        self.typed = LineEdit()
        self.typed.setMaxLength(LONGEST_TOPIC)
        self.typed.returnPressed.connect(self._ask)
        self.put = Button(self.tr("Put it into the box"), "primary")
        self.put.clicked.connect(self._ask)
        self.nothing = Muted(
            self.tr("The box is empty. Type in what stands on the slips."), wrap=True
        )
        self.again = Button(self.tr("Count the hands again"), "link")
        self.again.clicked.connect(lambda: self._service.clear_votes())
        waiting = QWidget()
        self._waiting = Column(waiting, spacing=14)
        self._used_card = Card("sunken", spacing=8)
        self._used_card.add(Heading(self.tr("Talked about before"), 2, wrap=True))
        new, back, foot = QWidget(), QWidget(), QWidget()
        FlowLayout(back).add(self.back_button)
        FlowLayout(foot).add(self.again)
        Column(new, spacing=8).add(
            Field(
                self.tr("What stands on the slip"),
                self.typed,
                self.tr("Word for word, but without names."),
            ),
        )
        button = QWidget()
        FlowLayout(button).add(self.put)
        box = Column(self, spacing=14)
        box.add(
            back,
            Heading(self.tr("Topic box"), 2, wrap=True),
            Muted(
                self.tr(
                    "Read the questions out and count the hands. The one that most people want "
                    "comes first. Drawing it makes it the title of the main part."
                ),
                wrap=True,
            ),
            new,
            button,
            self.nothing,
            waiting,
            foot,
            self._used_card,
        )
        box.addStretch(1)
        self.setFocusProxy(self.typed)

    def show_meeting(self, uid: bytes) -> None:
        """Show the box; questions are drawn into the agenda of this meeting."""
        self._uid = uid
        topics = self._service.topics()
        shown = {row.uid for row in self.rows}
        focused = any(row.words.hasFocus() or row.hands.hasFocus() for row in self.rows)
        same = {t.uid for t in topics} == shown
        if same and (focused or [t.uid for t in topics] == [r.uid for r in self.rows]):
            by_uid = {t.uid: t for t in topics}
            topics = tuple(by_uid[row.uid] for row in self.rows)
        else:  # but counting must not move the row away beneath the fingers
            self._lay_out(topics)
        for number, (row, topic) in enumerate(zip(self.rows, topics, strict=True)):
            row.load(topic, number)
        self.nothing.setVisible(not topics)
        self.again.setVisible(any(t.votes for t in topics))
        self._show_used()

    def _lay_out(self, topics: tuple[TopicView, ...]) -> None:
        flush_all([row.saver for row in self.rows])
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [TopicRow(self._service, self._context.notice, t) for t in topics]
        before: QWidget = self.put
        for row in self.rows:
            self._waiting.addWidget(row)
            row.drawn.connect(self._draw)
            row.removed.connect(self._service.remove_topic)
            parts = (row.words, row.hands, row.draw, row.remove)
            tab_after(before, parts)
            before = row.remove

    def _show_used(self) -> None:
        for old in self.used:
            old.hide()
            old.deleteLater()
        self.used.clear()
        topics = self._service.used_topics(USED_SHOWN)
        for topic in topics:
            put = Button(self.tr("Put it back"), "link")
            put.setAccessibleDescription(topic.words)
            put.clicked.connect(lambda _=False, uid=topic.uid: self._service.put_back(uid))
            host, made = QWidget(), QWidget()
            FlowLayout(host).add(put)
            Column(made, spacing=2).add(Paragraph(topic.words), host)
            self._used_card.add(made)
            self.used.append(made)
        self._used_card.setVisible(bool(topics))

    # -- doing -------------------------------------------------------------------------------

    def flush(self) -> None:
        """Save what is not saved yet; a question that was typed goes into the box."""
        flush_all([row.saver for row in self.rows])
        if self.typed.text().strip():
            self._service.ask(self.typed.text())
            self.typed.clear()

    def unsaved(self) -> str:
        """The words that could not be saved."""
        slip = self.typed.text().strip()
        rows = unsaved_of([row.saver for row in self.rows])
        return "\n".join(w for w in (rows, called(self.typed, slip) if slip else "") if w)

    def _ask(self) -> None:
        if self._service.ask(self.typed.text()):
            self.typed.clear()
            self.show_meeting(self._uid)
        self.typed.setFocus()

    def _draw(self, uid: bytes) -> None:
        self.flush()
        self._service.draw(uid, self._uid)
        self.back.emit()
