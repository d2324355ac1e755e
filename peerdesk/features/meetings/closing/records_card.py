"""If somebody needed help: a short factual record, changed by its author alone."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from peerdesk.features.meetings.closing.records import PARTS, NotYours
from peerdesk.features.meetings.closing.service import ClosingService, Record
from peerdesk.ui import dates
from peerdesk.ui.context import Context
from peerdesk.ui.saving import Saver, flush_all, unsaved_of
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    Card,
    Column,
    Field,
    FlowLayout,
    Heading,
    Muted,
    Paragraph,
    TextArea,
)


class RecordForm(QWidget):
    """One record, to write or (somebody else's) to read."""

    def __init__(self, card: RecordsCard, record: Record) -> None:
        super().__init__()
        self.uid, self.mine = record.uid, record.mine
        self._card = card
        labels = {
            "what": self.tr("What was seen and said"),
            "told": self.tr("Who was told, and when"),
            "agreed": self.tr("What was agreed for the next days"),
            "debrief": self.tr("The ten minutes afterwards, for the two of you"),
        }
        self.head = Muted("", wrap=True)
        box = Column(self, spacing=10)
        box.addWidget(self.head)
        self.areas: dict[str, TextArea] = {}
        self.savers: list[Saver] = []
        self.words: dict[str, Paragraph] = {}
        for part in PARTS:
            if record.mine:
                area = TextArea(private=True, lines=3 if part == "what" else 1)
                self.areas[part] = area
                self.savers.append(card.saver(area, record.uid, part))
                box.addWidget(Field(labels[part], area))
            else:
                self.words[part] = Paragraph("")
                box.add(Muted(labels[part]), self.words[part])
        self.remove = Button(self.tr("Take this record away"), small=True)
        self.remove.clicked.connect(lambda: card.remove(record.uid))
        flow = QWidget()
        FlowLayout(flow).add(self.remove)
        box.addWidget(flow)

    def show_record(self, record: Record, when: str) -> None:
        """Show what is kept."""
        if record.mine:
            words = self.tr(
                "{when}. Only you can change it; facilitators of the group can read it."
            )
        else:
            words = self.tr("{when}. Written by {name}, who alone can change it.")
        self.head.setText(words.format(when=when, name=record.author))
        for part in PARTS:
            said = getattr(record, part)
            if part in self.areas:
                self.savers[PARTS.index(part)].load(said)
            else:
                self.words[part].setText(said or "–")
        blank = not any(getattr(record, part).strip() for part in PARTS)
        self.remove.setVisible(record.mine and blank)


class RecordsCard(Card):
    """The records of one meeting; hidden while there are none. ``emptied``: the last was taken away
    by hand."""

    emptied = Signal()

    def __init__(self, service: ClosingService, context: Context) -> None:
        super().__init__(spacing=12)
        self._service, self._context, self._uid = service, context, b""
        self.forms: dict[bytes, RecordForm] = {}
        self._list = QWidget()
        self._rows = Column(self._list, spacing=18)
        self.add(
            Heading(self.tr("Someone needed help"), 2),
            Muted(
                self.tr("Short and factual: what you saw and heard. No guesses, no diagnosis."),
                wrap=True,
            ),
            self._list,
        )

    def show_meeting(self, uid: bytes) -> None:
        """Show the records of a meeting."""
        self._uid = uid
        records = self._service.records(uid)
        if [(r.uid, r.mine) for r in records] != [(f.uid, f.mine) for f in self.forms.values()]:
            self._fill(records)
        clock = self._context.clock
        for record in records:
            when = dates.day_and_clock(clock.local(record.happened_at), clock.now())
            self.forms[record.uid].show_record(record, when)
        self.setVisible(bool(records))

    def _fill(self, records: tuple[Record, ...]) -> None:
        for old in self.forms.values():
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.forms = {}
        for record in records:
            self.forms[record.uid] = RecordForm(self, record)
            self._rows.addWidget(self.forms[record.uid])

    def saver(self, area: TextArea, uid: bytes, part: str) -> Saver:
        """What keeps one field."""
        return Saver(
            area,
            lambda words: self._service.write_record(uid, part, words),
            self._service.cabinet.settle,
            self._context.notice,
        )

    def begin(self) -> None:
        """Write a record of one's own."""
        uid = self._service.add_record(self._uid)
        self.show_meeting(self._uid)
        self.forms[uid].areas["what"].setFocus()

    def remove(self, uid: bytes) -> None:
        """Take an empty record away."""
        try:
            self._service.remove_record(uid)
        except NotYours as problem:
            self._context.notice(render(problem.text))
        self.show_meeting(self._uid)
        if not self.forms:
            self.emptied.emit()

    def flush(self) -> None:
        """Save what is not saved yet."""
        flush_all([s for form in self.forms.values() for s in form.savers])

    def unsaved(self) -> str:
        """Words that could not be saved."""
        return unsaved_of([s for form in self.forms.values() for s in form.savers])
