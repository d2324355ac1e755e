"""Rows in their order, edited in place: what the numbers and the steps have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from peerdesk.core.errors import KnownError
from peerdesk.ui import theme
from peerdesk.ui.saving import Saver, flush_all, unsaved_of
from peerdesk.ui.widgets import Button, Card, Column, Field, FlowLayout, LineEdit

if TYPE_CHECKING:
    from peerdesk.ui.context import Context


class Entry(Protocol):
    """What a row shows: fields under their own names."""

    @property
    def uid(self) -> bytes:
        """Which one it is."""


class Service(Protocol):
    """The verbs that every such list has."""

    def move(self, uid: bytes, by: int) -> None:
        """Up (``by`` < 0) or down."""

    def remove(self, uid: bytes) -> None:
        """Take it out."""

    def settle(self) -> None:
        """The step for undo ends."""


class RowCard(Card):
    """One row: its fields, and the buttons that move it or take it out."""

    def __init__(self, editor: RowsEditor, uid: bytes) -> None:
        super().__init__("plain", spacing=10)
        self.uid, self.editor = uid, editor
        self.fields: dict[str, LineEdit] = {}
        self.savers: dict[str, Saver] = {}

    def field(
        self,
        part: str,
        label: str,
        words: str,
        save: Callable[[str], object],
        left: Callable[[], object],
    ) -> Field:
        """A field that saves itself at every key."""
        made = LineEdit(words)
        self.savers[part] = Saver(made, save, left, self.editor.tell, pause=0)
        self.fields[part] = made
        return Field(label, made)

    def add_buttons(self, who: str, *, first: bool, last: bool) -> None:
        """The buttons at its foot; ``who``: how they call the row."""
        self.up = Button(self.tr("Move up"), icon="up", small=True)
        self.up.setEnabled(not first)
        self.down = Button(self.tr("Move down"), icon="down", small=True)
        self.down.setEnabled(not last)
        self.remove = Button(self.tr("Take out"), icon="trash", small=True)
        for button, words in (
            (self.up, self.tr("Move up: {who}")),
            (self.down, self.tr("Move down: {who}")),
            (self.remove, self.tr("Take out: {who}")),
        ):
            button.setAccessibleName(words.format(who=who))
        self.up.clicked.connect(lambda: self.editor.move_row(self.uid, -1))
        self.down.clicked.connect(lambda: self.editor.move_row(self.uid, 1))
        self.remove.clicked.connect(lambda: self.editor.remove_row(self.uid))
        buttons = QWidget()
        FlowLayout(buttons).add(self.up, self.down, self.remove)
        self.add(buttons)

    def stops(self) -> list[QWidget]:
        """What Tab reaches in it, in the order in which one reads."""
        return [*self.fields.values(), self.up, self.down, self.remove]

    def show_entry(self, entry: Entry) -> None:
        """Put changed words in, but never where somebody types."""
        for part, field in self.fields.items():
            if not field.hasFocus():
                self.savers[part].load(getattr(entry, part))


class RowsEditor(QWidget):
    """An editor of rows. Who inherits it lays ``list`` out with ``add_button`` below, and says in
    :meth:`stops_below` all that follows."""

    add_button: Button

    def __init__(self, service: Service, context: Context, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._rows_service, self._context = service, context
        self._shown: tuple[bytes, ...] = ()
        self.rows: list[RowCard] = []
        self.list = Column(spacing=12)

    def refresh(self) -> None:
        """Show again what the shelf holds; the field being typed in is left alone."""
        raise NotImplementedError

    def stops_below(self) -> Iterable[QWidget]:
        """What Tab reaches below the rows, in the order in which one reads."""
        raise NotImplementedError

    def savers(self) -> list[Saver]:
        """Of every field."""
        return [saver for row in self.rows for saver in row.savers.values()]

    def show_rows(
        self, entries: Sequence[Entry], make: Callable[[int, bool, bool], RowCard]
    ) -> None:
        """Rows are made anew only when others came, went or moved. ``make`` is given the place
        from 0 and whether it is the first or the last."""
        uids = tuple(entry.uid for entry in entries)
        if uids == self._shown:
            for row, entry in zip(self.rows, entries, strict=True):
                row.show_entry(entry)
            return
        self._shown = uids
        for row in self.rows:
            self.list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [make(at, at == 0, at == len(uids) - 1) for at in range(len(uids))]
        for row in self.rows:
            self.list.addWidget(row)
        self._order()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._order()  # what was said before it came into its window is forgotten

    def _order(self) -> None:
        """Tab goes as one reads: rows made later come before what stands below them."""
        stops = [stop for row in self.rows for stop in row.stops()]
        for one, following in pairwise([*stops, *self.stops_below()]):
            QWidget.setTabOrder(one, following)

    # -- doing -------------------------------------------------------------------------------

    def write_in_last(self) -> None:
        """A row was added at the end: show it, ready to type in."""
        self.refresh()
        self.rows[-1].fields["title"].setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Put the keyboard where the list begins; where there is no row, on what adds one."""
        first = self.rows[0].fields["title"] if self.rows else self.add_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def move_row(self, uid: bytes, by: int) -> None:
        """Move a row; the keyboard stays with it."""
        if not self.all_saved():
            return
        self._rows_service.move(uid, by)
        self.refresh()
        row = next(r for r in self.rows if r.uid == uid)
        wanted, other = (row.up, row.down) if by < 0 else (row.down, row.up)
        (wanted if wanted.isEnabled() else other).setFocus(Qt.FocusReason.OtherFocusReason)

    def remove_row(self, uid: bytes) -> None:
        """Take a row out; the undo bar can bring it back."""
        if not self.all_saved():
            return
        self._rows_service.remove(uid)
        self.refresh()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- saving ------------------------------------------------------------------------------

    def flush(self) -> None:
        """Every key was saved at once, so the step for undo ends here; what could not be saved
        is tried again. Raises a KnownError."""
        self._rows_service.settle()
        flush_all(self.savers())

    def unsaved(self) -> str:
        """The words that could not be saved."""
        return unsaved_of(self.savers())

    def all_saved(self) -> bool:
        """Rows are made anew when they move, so their words have to be safe before."""
        try:
            self.flush()
        except KnownError as error:
            self.tell(error.text)
            return False
        return True

    def tell(self, text: object) -> None:
        """Say a sentence in the undo bar."""
        self._context.notice(text)

    def restyle(self) -> None:
        self.setMinimumWidth(theme.px(200))
