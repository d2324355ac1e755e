"""Keying the sheet in: one field, and what it means in plain words while it is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from peerdesk.core.errors import KnownError
from peerdesk.features.meetings import words
from peerdesk.features.meetings.paper import keying, numbering
from peerdesk.features.meetings.paper.keying import Understood
from peerdesk.features.meetings.paper.speaking import letters
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.store.cabinet import STATUSES
from peerdesk.ui.context import Context
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    Card,
    Column,
    Field,
    FlowLayout,
    InlineMessage,
    LineEdit,
    Paragraph,
)

MOST_TYPED = 600


class KeyingPanel(QWidget):
    """A button; pressed, the field under it. ``keyed`` is emitted when a sheet was keyed in."""

    keyed = Signal()

    def __init__(self, service: MeetingsService, context: Context) -> None:
        super().__init__()
        self._service, self._context, self._uid = service, context, b""
        self.open_button = Button(self.tr("Type in the paper list"), icon="list", small=True)
        self.open_button.clicked.connect(self.open_field)
        self.line = LineEdit(private=True)
        self.line.setMaxLength(MOST_TYPED)
        self.line.textChanged.connect(self._show)
        self.line.returnPressed.connect(self.mark_all)
        key = {meaning: letter for letter, meaning in letters().items()}
        hint = self.tr(
            "The numbers of the sheet, such as {example}. Letters: {phone} by phone, {online} "
            "online, {apologies} sent apologies, {away} not here, {new} for the first time. "
            "+3 means three more without a name."
        )
        example = f"1 2 5-9 12{key['phone']} 14{key['new']} +3"
        self.field = Field(
            self.tr("Who is ticked on the sheet"), self.line, hint.format(example=example, **key)
        )
        self.said = Paragraph("")
        self.message = InlineMessage(parent=self)
        self.mark = Button(self.tr("Mark them"), "primary", keys=self.tr("Enter"))
        self.mark.clicked.connect(self.mark_all)
        self.leave = Button(self.tr("Close"))
        self.leave.clicked.connect(self.close_field)
        escape = QShortcut(QKeySequence("Escape"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close_field)
        buttons = QWidget()
        FlowLayout(buttons, spacing=(10, 8)).add(self.mark, self.leave)
        self.card = Card("soft", margins=(16, 14, 16, 14), spacing=8)
        self.card.add(self.field, self.said, self.message, buttons)
        self.card.hide()
        column = Column(self, spacing=8)
        column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.card)
        context.names.changed.connect(self._names_changed)

    def show_meeting(self, uid: bytes) -> None:
        """The sheet of which meeting; the button is there when it has lines."""
        if uid != self._uid:
            self._uid = uid
            self.close_field()
        self.setVisible(bool(numbering.rows_to_key(self._service, uid)))
        self._show()

    def open_field(self) -> None:
        """Show the field, ready to type."""
        self.card.show()
        self.open_button.hide()
        self._show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_field(self) -> None:
        """Put the field away; what was typed is forgotten."""
        back = self.card.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self.line.clear()
        self.message.clear()
        self.card.hide()
        self.open_button.show()
        if back:
            self.open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def understood(self) -> Understood:
        """What stands in the field, on the sheet of this meeting."""
        typed = keying.read(self.line.text(), letters())
        return keying.understand(typed, numbering.rows_to_key(self._service, self._uid))

    def mark_all(self) -> None:
        """Mark everything in one step, if every part of it is clear."""
        found = self.understood()
        if not found.clear:
            if self.line.text().strip():
                self.message.say(
                    self.tr("Nothing is marked yet. Please look again at what is not clear."),
                    "problem",
                )
            return
        try:
            keying.key_in(self._service, self._uid, found)
        except KnownError as error:
            self.message.say(render(error.text), "problem")
            return
        self.line.clear()
        count = len(found.people) + found.nameless
        self.message.say(self.tr("%n marked. Undo takes all of it back.", "", count), "done")
        self.keyed.emit()

    # -- plain words ---------------------------------------------------------------------------

    def _names_changed(self) -> None:
        self._show()

    def _show(self) -> None:
        if self.card.isHidden():
            return
        found = self.understood()
        if self.line.text():
            self.message.clear()
        lines = [*self._people(found), *self._nameless(found)]
        self.said.setText("\n".join(lines))
        self.said.setVisible(bool(lines))
        self.field.set_problem(" ".join(self._unclear(found)))
        self.mark.setEnabled(found.clear)

    def _people(self, found: Understood) -> list[str]:
        lines = []
        for status in STATUSES:
            names = [
                self._name(row.name, new=said.new)
                for row, said in found.people
                if said.status == status
            ]
            if names:
                text = self.tr("{status}: {names}")
                label = render(words.STATUS[status])
                lines.append(text.format(status=label, names=", ".join(names)))
        return lines

    def _name(self, name: str, *, new: bool) -> str:
        shown = self._context.names.shown(name)
        return self.tr("{name} (first time)").format(name=shown) if new else shown

    def _nameless(self, found: Understood) -> list[str]:
        if not found.nameless:
            return []
        number = self.locale().toString
        meeting = self._service.meeting(self._uid)
        before = 0 if meeting is None else meeting.walk_ins
        count = found.nameless
        said = [self.tr("Without a name: %n more", "", count)]
        if found.fresh:
            said.append(self.tr("{n} for the first time").format(n=number(found.fresh)))
        if before:
            said.append(self.tr("{n} in all").format(n=number(before + count)))
        return [", ".join(said)]

    def _unclear(self, found: Understood) -> list[str]:
        number = self.locale().toString
        said = []
        if found.unclear:
            text = self.tr("Not clear: {words}.")
            said.append(text.format(words=" ".join(found.unclear)))
        if found.missing:
            text = self.tr("Nobody stands at: {numbers}.")
            said.append(text.format(numbers=", ".join(map(number, found.missing))))
        if found.blank:
            text = self.tr("An empty line, so nobody to mark: {numbers}.")
            said.append(text.format(numbers=", ".join(map(number, found.blank))))
        return said
