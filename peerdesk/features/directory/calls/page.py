"""Needs a call: ten listings to ring this week, and one key for what came of each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from peerdesk.core.errors import KnownError
from peerdesk.features.directory.calls import words as say
from peerdesk.features.directory.calls.card import KEYS, CallCard
from peerdesk.features.directory.calls.paper import CallsPaper
from peerdesk.features.directory.calls.service import Call, CheckingService
from peerdesk.features.directory.form import ServiceForm
from peerdesk.features.directory.service import TABLES, DirectoryService
from peerdesk.features.directory.showing import Detail
from peerdesk.ui.context import Context
from peerdesk.ui.page import Page
from peerdesk.ui.saving import flush_all, unsaved_of
from peerdesk.ui.table import RowsModel
from peerdesk.ui.views import ListRows
from peerdesk.ui.widgets import (
    Button,
    Card,
    Column,
    EmptyState,
    InlineMessage,
    Panes,
    Stack,
)


class CallsList(ListRows):
    """The list; Space goes to the next one that waits."""

    on = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.on.emit()
            return
        super().keyPressEvent(event)


class CallsPage(Page):
    """List on the left; on the right the listing, its form, or the list on paper."""

    tables = frozenset({*TABLES, "service_check", "listing_problem", "referral", "import_batch"})

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.directory = DirectoryService(context.shelf)
        self.service = CheckingService(context.shelf, context.cabinet)
        self.calls: dict[int, Call] = {}
        self.form: ServiceForm | None = None
        self.paper: CallsPaper | None = None
        self._entered: list[bytes] = []
        self.message = InlineMessage("", "done")
        self.list = CallsList(self.tr("To ring this week"))
        self.model: RowsModel[tuple[Call, Detail]] = RowsModel(
            self._ids,
            self._rows,
            title=lambda row: row[0].name,
            detail=lambda row: say.row_words(*row, context.clock),
            trailing=lambda row: say.row_end(row[0]),
            parent=self,
        )
        self.list.set_model(self.model)
        self.list_card = Card(margins=(16, 10, 16, 4), spacing=8)
        self.list_card.add(self.message)
        self.list_card.box.addWidget(self.list, 1)
        self.card = CallCard(context, self.directory)
        self.right = Stack()
        self.right.addWidget(self.card)
        self.panes = Panes(least=820)
        self.panes.add_pane(self.list_card, 4)
        self.panes.add_pane(self.right, 5)
        self.empty = EmptyState(
            "check",
            self.tr("Nobody has to be rung this week"),
            " ",
            self.tr("Go to Local help"),
        )
        self.faces = Stack()
        self.faces.addWidget(self.panes)
        self.faces.addWidget(Card().add(self.empty))
        Column(self).addWidget(self.faces, 1)
        self.print_button = Button(self.tr("Print the list"), icon="print")
        self.local_button = Button(self.tr("Local help"), icon="back")
        self._connect()
        self.refresh(frozenset())

    def _connect(self) -> None:
        self.list.picked.connect(self._picked)
        self.list.clicked.connect(self._go_down)
        self.list.activated.connect(self._go_down)
        self.list.on.connect(self.next_one)
        self.card.said.connect(self.say)
        self.card.back.connect(self.take_back)
        self.empty.acted.connect(self._to_local_help)
        self.local_button.clicked.connect(self._to_local_help)
        self.print_button.clicked.connect(self.show_paper)
        self._keys: list[QShortcut] = []
        for result, key in KEYS.items():
            self._key(key).activated.connect(lambda r=result: self.say(r))
        self._key("Z").activated.connect(self.take_back)

    def _key(self, key: str) -> QShortcut:
        made = QShortcut(QKeySequence(key), self)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._keys.append(made)
        return made

    # -- what app asks -----------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("Needs a call")

    def subtitle(self) -> str:
        waiting = sum(not call.done for call in self.calls.values())
        return self.tr("%n still to ring this week", "", waiting)

    def header_buttons(self) -> list[QWidget]:
        return [self.local_button, self.print_button]

    def refresh(self, tables: frozenset[str]) -> None:
        if tables and not tables & self.tables:
            return
        before = self.list.current_id()
        self.model.refresh()
        some = bool(self.calls)
        self.faces.setCurrentIndex(0 if some else 1)
        self.print_button.setEnabled(some)
        if not some:
            self._say_nobody()
        if some:
            self._go(before if before in self.calls else next(iter(self.calls)))
        self._say_done()
        self.header_changed.emit()

    def _say_nobody(self) -> None:
        words = self.tr("Every service with a number was checked in the last two months.")
        if not self.directory.count():
            words = self.tr("There are no services in Local help yet.")
        title, go = self.tr("Nobody has to be rung this week"), self.tr("Go to Local help")
        self.empty.say(title, words, go)

    def flush(self) -> None:
        flush_all([self.card.saver, *([self.form] if self.form is not None else [])])

    def unsaved(self) -> str:
        return unsaved_of([self.card.saver, *([self.form] if self.form is not None else [])])

    # -- the list ----------------------------------------------------------------------------

    def _ids(self) -> Sequence[int]:
        self.calls = {call.id: call for call in self.service.calls()}
        return list(self.calls)

    def _rows(self, ids: Sequence[int]) -> Sequence[tuple[Call, Detail]]:
        return [row for one in ids if (row := self._row(one)) is not None]

    def _row(self, number: int) -> tuple[Call, Detail] | None:
        call = self.calls.get(number)
        detail = None if call is None else self.directory.detail(call.uid)
        return None if call is None or detail is None else (call, detail)

    def _go_down(self) -> None:
        """Where list and listing stand one under the other, a press leads down to it."""
        self.panes.go_to(self.right)

    def _picked(self, number: int) -> None:
        row = self._row(number)
        if row is not None:
            self.card.show_call(*row)
            self._face(self.card)

    def _go(self, number: int) -> None:
        self.list.show_id(number)
        row = self._row(number)
        if row is not None:
            self.card.show_call(*row)

    def _say_done(self) -> None:
        done = bool(self.calls) and all(call.done for call in self.calls.values())
        self.message.say(
            self.tr("This week’s calls are done. Thank you: the list is true again.")
            if done
            else ""
        )

    # -- one key each ------------------------------------------------------------------------

    def current(self) -> Call | None:
        """The listing that is shown."""
        number = self.list.current_id()
        return None if number is None else self.calls.get(number)

    def say(self, result: str) -> None:
        """What came of the call that is shown; then the next one, or its fields."""
        call = self.current()
        if call is None or not self._try(
            lambda: self.service.record(call.uid, result, self.card.chosen_how())
        ):
            return
        self._entered.append(call.uid)
        self.refresh(frozenset())  # the house tells it too, when it is there
        if result == "changed":
            self._open_form(call.uid)
        else:
            self.next_one()

    def next_one(self) -> None:
        """Go to the next one that waits; without any, the next."""
        order = list(self.calls)
        number = self.list.current_id()
        at = order.index(number) if number in self.calls else -1
        following = [*order[at + 1 :], *order[: at + 1]]
        waiting = [one for one in following if not self.calls[one].done]
        if following:
            self._go((waiting or following)[0])
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_back(self) -> None:
        """Take back what was entered last, or what is said of the listing that is shown."""
        call = self.current()
        uid = self._entered[-1] if self._entered else call.uid if call is not None else b""
        if uid and self._try(lambda: self.service.take_back(uid)):
            del self._entered[-1:]  # not before: the next press tries the same again
            self.refresh(frozenset())
            number = self.directory.id_of(uid)
            if number in self.calls:
                self._go(number)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _try(self, verb: object) -> bool:
        assert callable(verb)
        try:
            verb()
        except KnownError as problem:
            self.context.notice(problem.text)
            return False
        return True

    # -- faces of the right-hand side ----------------------------------------------------------

    def _face(self, widget: QWidget) -> None:
        if self.form is not None:
            self.form.try_now()
        if self.right.indexOf(widget) < 0:
            self.right.addWidget(widget)
        self.right.setCurrentWidget(widget)
        for key in self._keys:  # letters are for writing while the form is there
            key.setEnabled(widget is self.card)

    def _open_form(self, uid: bytes) -> None:
        if self.form is None:
            self.form = ServiceForm(self.context, self.directory)
            self.form.checked_button.hide()
            self.form.done.connect(self._form_done)
        self._face(self.form)
        self.form.edit_service(uid)
        self.form.checked_button.hide()  # it was said with the key

    def _form_done(self) -> None:
        self._face(self.card)
        self.refresh(frozenset())
        self.next_one()

    def show_paper(self) -> None:
        """The list as it will be on paper."""
        if self.paper is None:
            self.paper = CallsPaper()
            self.paper.closed.connect(self._paper_done)
        rows = self._rows(list(self.calls))
        self.paper.load(say.sheet_html(rows, self.context.clock))
        self._face(self.paper)
        self.paper.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _paper_done(self) -> None:
        self._face(self.card)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_local_help(self) -> None:
        self.context.extra["go"]("directory")
