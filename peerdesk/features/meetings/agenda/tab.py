"""The agenda of one meeting: the parts on the left, the chosen one to change on the right; behind
them the templates and the topic box."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from peerdesk.core.errors import KnownError
from peerdesk.features.meetings.agenda.part_editor import PartEditor
from peerdesk.features.meetings.agenda.part_list import PartList
from peerdesk.features.meetings.agenda.templates_view import TemplatesView
from peerdesk.features.meetings.service import MeetingsService, Part
from peerdesk.features.meetings.topics_view import TopicsView
from peerdesk.ui import dates
from peerdesk.ui.beside import Beside
from peerdesk.ui.context import Context
from peerdesk.ui.saving import flush_all, unsaved_of
from peerdesk.ui.widgets import Button, Column, FlowLayout, Muted

SIDE_BY_SIDE = 560
"""From this width on (in the target's pixels) parts and editor stand side by side."""
AGENDA, TEMPLATES, TOPICS = range(3)


class AgendaTab(QWidget):
    """Everything that can be done to one agenda."""

    def __init__(self, service: MeetingsService, context: Context) -> None:
        super().__init__()
        self._service, self._context = service, context
        self._uid, self._part, self._view = b"", b"", AGENDA
        self.editor = PartEditor(service, context, self._set)
        self.editor.move_wanted.connect(self._move)
        self.editor.remove_wanted.connect(self._remove)
        self.templates = TemplatesView(service, context)
        self.templates.back.connect(lambda: self.show_view(AGENDA))
        self.topics = TopicsView(service, context)
        self.topics.back.connect(lambda: self.show_view(AGENDA))
        both = Beside(self._make_list(), self.editor, least=SIDE_BY_SIDE, spacing=20, shares=(5, 6))
        self._views: tuple[QWidget, ...] = (both, self.templates, self.topics)
        box = Column(self)
        for view in self._views:
            box.addWidget(view)
            view.setVisible(view is both)
        for keys, by in (("Ctrl+Up", -1), ("Ctrl+Down", 1)):
            QShortcut(
                QKeySequence(keys),
                both,
                lambda by=by: self._move(by),
                context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
            )

    def _make_list(self) -> QWidget:
        made = QWidget()
        box = Column(made, spacing=10)
        self.choose = Button(self.tr("Choose another agenda"), icon="list", small=True)
        self.choose.clicked.connect(lambda: self.show_view(TEMPLATES))
        self.ask = Button(self.tr("Topic box"), icon="mail", small=True)
        self.ask.clicked.connect(lambda: self.show_view(TOPICS))
        head = QWidget()
        FlowLayout(head, spacing=(8, 6)).add(self.choose, self.ask)
        self.list = PartList()
        self.list.picked.connect(self._picked)
        self.list.moved.connect(self._moved)
        self.ends = Muted("", wrap=True)
        self.add = Button(self.tr("Add a part"), icon="plus", small=True)
        self.add.clicked.connect(self._add)
        self.again = Button(self.tr("Start from the template again"), "link")
        self.again.clicked.connect(self._reset)
        foot = QWidget()
        FlowLayout(foot, spacing=(12, 6)).add(self.add, self.again)
        box.add(head, self.list, self.ends, foot)
        box.addStretch(1)
        return made

    # -- showing -----------------------------------------------------------------------------

    def show_meeting(self, uid: bytes) -> None:
        """Show the agenda of a meeting."""
        if uid != self._uid:
            self.flush()
            self._uid, self._part = uid, b""
            self.show_view(AGENDA)
        if self._view != AGENDA:
            self._load_view()
            return
        parts = self._service.agenda(uid)
        if not any(p.uid == self._part for p in parts):
            self._part = parts[0].uid if parts else b""
        expected = self._service.expected(uid)
        self.list.load([(p, self._detail(p, expected)) for p in parts], self._part)
        self._show_end()
        self._show_box()
        part = next((p for p in parts if p.uid == self._part), None)
        self.editor.setVisible(part is not None)
        if part is not None:
            self.editor.load(part, expected, parts.index(part), len(parts))

    def show_view(self, view: int) -> None:
        """Show the AGENDA itself, the TEMPLATES or the TOPICS."""
        try:
            self.flush()
        except KnownError as error:  # the words stay where they were typed
            self._context.notice(error.text)
            return
        came, self._view = self._view, view
        for number, widget in enumerate(self._views):
            widget.setVisible(number == view)
        if view == AGENDA:
            if came != AGENDA:
                self.show_meeting(self._uid)
                (self.choose if came == TEMPLATES else self.ask).setFocus()
            return
        self._load_view()
        self._views[view].setFocus()

    def _load_view(self) -> None:
        (self.templates if self._view == TEMPLATES else self.topics).show_meeting(self._uid)

    def _detail(self, part: Part, expected: int) -> str:
        """The quiet line: how long each has in a round, who leads, the service."""
        each = self._service.each_in(part, expected)
        shares = self.tr("{time} min each").format(time=each) if each else ""
        lead = self._context.names.shown(part.lead) if part.lead else ""
        return " · ".join(w for w in (shares, lead, self._service.service_name(part.service)) if w)

    def _show_box(self) -> None:
        waiting = len(self._service.topics())
        words = self.tr("Topic box")
        if waiting:
            words = self.tr("Topic box: %n", "", waiting)
        self.ask.setText(words)

    def _show_end(self) -> None:
        finish = self._service.finish(self._uid)
        if finish is None:
            return
        end, over = dates.clock(finish[0]), finish[1]
        if over > 0:
            words = self.tr("Ends {time}, {span} after the planned end.")
        elif over < 0:
            words = self.tr("Ends {time}, {span} before the planned end.")
        else:
            words = self.tr("Ends {time}, as planned.")
        self.ends.setText(words.format(time=end, span=dates.length(abs(over))))
        self.ends.set_tone("clay" if over > 0 else "muted")

    def flush(self) -> None:
        """Save what is not saved yet."""
        flush_all((self.editor, self.templates, self.topics))

    def unsaved(self) -> str:
        """The words that could not be saved."""
        return unsaved_of((self.editor, self.templates, self.topics))

    # -- doing -------------------------------------------------------------------------------

    def _picked(self, uid: bytes) -> None:
        try:
            self.flush()
        except KnownError as error:  # its words would be taken for those of the other part
            self._context.notice(error.text)
        else:
            self._part = uid
        self.show_meeting(self._uid)

    def _set(self, **fields: str | int | bytes | None) -> None:
        self._service.set_part(self._uid, self._part, **fields)

    def _add(self) -> None:
        self.flush()
        self._part = self._service.add_part(self._uid, self.tr("New part"))
        self.show_meeting(self._uid)
        self.editor.title.setFocus()
        self.editor.title.selectAll()

    def _remove(self) -> None:
        self.flush()
        parts = [p.uid for p in self._service.agenda(self._uid)]
        at = parts.index(self._part)
        gone, self._part = self._part, (parts[at + 1 :] + parts[:at][::-1] + [b""])[0]
        self._service.remove_part(self._uid, gone)
        self.show_meeting(self._uid)

    def _move(self, by: int) -> None:
        if self._part:
            self._moved(self._part, by)

    def _moved(self, uid: bytes, by: int) -> None:
        self.flush()
        self._part = uid
        self._service.move_part(self._uid, uid, by)
        self.show_meeting(self._uid)

    def _reset(self) -> None:
        self.flush()
        self._service.reset_agenda(self._uid)
        self.show_meeting(self._uid)
