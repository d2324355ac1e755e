"""The People page: the list on the left, the person on the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from peerdesk.features.people.detail import DetailPane
from peerdesk.features.people.erase import EraseDialog
from peerdesk.features.people.model import People, PeopleTable
from peerdesk.features.people.service import PeopleService
from peerdesk.ui import theme
from peerdesk.ui.context import Context
from peerdesk.ui.dates import counted
from peerdesk.ui.page import Page
from peerdesk.ui.widgets import Button, Card, EmptyState, Row, SearchField, Stack

BOTH_FROM = 820
"""Below this width, in the target's pixels, list and person take turns."""


class PeoplePage(Page):
    """Everybody of the group."""

    tables = frozenset({"person", "consent", "attendance", "meeting", "referral"})

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.service = PeopleService(context.cabinet)
        self.people = People(self.service, context.names)
        self.model = self.people.model()
        self.model.setParent(self)
        self._build_list()
        self.detail = DetailPane(self.service, context.names)
        often = context.extra.get("how_often")
        if often is not None:
            self.detail.how_often = often
        if "before_erasing" in context.extra:
            self.detail.before_erasing = context.extra["before_erasing"]
        asked = context.extra.get("asked_of")
        if asked is not None:
            self.detail.stand_below(asked())
        self.add_button = Button(self.tr("Add"), kind="primary", parent=self)
        self.add_button.hide()  # until the header of the window takes it
        self.add_button.setToolTip("Ctrl+N")
        self.add_button.setAccessibleDescription("Ctrl+N")
        self.row = Row(self, spacing=16)
        self.row.addWidget(self.list_card, 11)
        self.row.addWidget(self.detail, 10)
        self._both = True
        self._wire()
        self._load(first=True)

    def _build_list(self) -> None:
        self.list_card = Card(margins=(8, 6, 8, 6), spacing=0)
        self.table = PeopleTable(self.tr("People"))
        self.table.set_model(self.model)
        self.empty = EmptyState("people", "", "", " ")
        self.faces = Stack()
        self.faces.addWidget(self.table)
        self.faces.addWidget(self.empty)
        self.filter = SearchField(self.tr("Look for somebody"), keys="Ctrl F", size=13, width=200)
        self.archived = Button(self.tr("Archived too"), chip=True, small=True)
        self.bottom = QWidget()
        bar = Row(self.bottom, (2, 6, 2, 2), 8)
        bar.addWidget(self.filter, 1)
        bar.addWidget(self.archived)
        self.list_card.box.addWidget(self.faces, 1)
        self.list_card.add(self.bottom)

    def _wire(self) -> None:
        self.table.picked.connect(self._picked)
        self.table.opened.connect(self._opened)
        self.table.installEventFilter(self)
        self.filter.installEventFilter(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(80)
        self._pause.timeout.connect(self._filtered)
        self.filter.textChanged.connect(lambda _text: self._pause.start())
        self.archived.toggled.connect(lambda _on: self._filtered())
        self.empty.acted.connect(self._help_out)
        self.add_button.clicked.connect(self.add_somebody)
        self.detail.added.connect(self._added)
        self.detail.back.connect(self._back)
        self.detail.erase_wanted.connect(self._ask)
        self.detail.changed_face.connect(self._arrange)
        for keys, act in (
            ("Ctrl+N", self.add_somebody),
            ("Ctrl+F", self._to_filter),
            ("Ctrl+E", lambda: self.detail.edit()),
        ):
            QShortcut(QKeySequence(keys), self, activated=act)  # type: ignore[call-overload]

    # -- what app asks -----------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("People")

    def subtitle(self) -> str:
        n = self.service.count()
        return counted(self.tr("%n in this group", "", n), n)

    def header_buttons(self) -> list[QWidget]:
        return [self.add_button]

    def refresh(self, tables: frozenset[str]) -> None:
        del tables
        self._load()
        self.detail.refresh()

    def open_item(self, kind: str, uid: bytes) -> None:
        del kind
        self._show(uid)
        self._arrange(True)

    def flush(self) -> None:
        self.detail.flush()
        trouble = self.detail.trouble()
        if trouble is not None:
            raise trouble

    def unsaved(self) -> str:
        return self.detail.unsaved()

    # -- the list ----------------------------------------------------------------------------

    def _load(self, first: bool = False) -> None:
        person = self.detail.person if not first else None
        self.model.refresh()
        if person is not None:
            self.table.show_id(person.id)
        elif first and self.model.rowCount():
            self.table.show_id(self.model.id_at(0) or 0)
            self._picked(self.model.id_at(0) or 0)
        self._say_empty()

    def _say_empty(self) -> None:
        some = self.model.rowCount() > 0
        self.faces.setCurrentWidget(self.table if some else self.empty)
        nobody = not some and not self.people.filter
        archived = self.service.count(archived=True) > 0
        self.archived.setVisible(archived or self.archived.isChecked())
        self.bottom.setVisible(not nobody or archived)
        if some:
            return
        if not nobody:
            self.empty.say(
                self.tr("Nobody matches"),
                self.tr("Try fewer letters, or look among the archived too."),
                self.tr("Show everybody"),
            )
        else:
            self.empty.say(
                self.tr("Nobody is here yet"),
                self.tr("A name used in the group is all that is needed."),
                self.tr("Add the first person"),
            )

    def _help_out(self) -> None:
        if self.people.filter:
            self.filter.clear()
            self.filter.setFocus()
        else:
            self.add_somebody()

    def _filtered(self) -> None:
        self._pause.stop()
        self.people.filter = self.filter.text()
        self.people.archived = self.archived.isChecked()
        self._load()

    def _to_filter(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def _picked(self, number: int) -> None:
        row = self.model.row_at(self.model.place_of(number))
        if row is not None:
            self.detail.show_person(row.uid)
            person = self.detail.person
            if person is not None and person.uid != row.uid:
                self.table.show_id(person.id)  # words about them have to wait

    def _opened(self, number: int) -> None:
        self._picked(number)
        self._arrange(True)
        target = self.detail.reading.places["name"]
        if self.detail.faces.currentWidget() is self.detail.reading:
            target.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.detail.closed.button.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if watched is self.table and key == Qt.Key.Key_F2:
                self._arrange(True)
                self.detail.edit()
                return True
            if watched is self.table and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                current = self.table.current_id()
                if current is not None:
                    self._opened(current)
                return True
            if watched is self.filter and key == Qt.Key.Key_Down:
                self.table.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    # -- the person --------------------------------------------------------------------------

    def _show(self, uid: bytes) -> None:
        self.detail.show_person(uid)
        person = self.detail.person
        if person is None:
            return
        if not self.table.show_id(person.id):
            self.filter.clear()
            self.archived.setChecked(person.archived or self.archived.isChecked())
            self._filtered()

    def add_somebody(self) -> None:
        """Ask for the name of somebody new."""
        if not self.detail.start_new():
            return
        self.table.clearSelection()
        self._arrange(True)
        self.detail.form.fields["name"].box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _added(self, uid: bytes) -> None:
        del uid
        self.header_changed.emit()
        person = self.detail.person
        if person is not None and not self.table.show_id(person.id):
            self.filter.clear()
            self._filtered()

    def _ask(self) -> None:
        person = self.detail.person
        if person is None:
            return
        self.detail.flush()
        shown = self.context.names.shown(person["name"])
        given_up = self.context.extra.get("given_up_by_erasing", int)()
        self.dialog = EraseDialog(shown, self, given_up=given_up)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.accepted.connect(self.detail.erase_now)
        self.dialog.open()

    def _back(self) -> None:
        self.detail.flush()
        self._arrange(False)
        self.table.setFocus(Qt.FocusReason.TabFocusReason)

    # -- room --------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def restyle(self) -> None:
        """The text size changed: there may be room for one of the two only."""
        self._arrange()

    def _arrange(self, person: bool | None = None) -> None:
        """Both side by side; where it is narrow one of them, ``person`` says which."""
        if person is not None:
            self._person_first = person
        both = self.width() >= theme.px(BOTH_FROM)
        first = getattr(self, "_person_first", False)
        first = first and self.detail.faces.currentWidget() is not self.detail.nobody
        self.list_card.setVisible(both or not first)
        self.detail.setVisible(both or first)
        self.detail.back_button.setVisible(not both)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.detail.hide_secrets()
