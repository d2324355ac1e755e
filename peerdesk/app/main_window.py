"""The window of somebody who signed in: sidebar, one page at a time, find, undo, lock."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import (
    QCloseEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from peerdesk.app.history import History
from peerdesk.app.page_area import COMPACT, Cover, PageArea
from peerdesk.app.room_sidebar import HIDE, LOCK, TODAY, RoomSidebar
from peerdesk.app.session import Session
from peerdesk.core.errors import KnownError
from peerdesk.core.text import Text
from peerdesk.store.place import Change
from peerdesk.ui import theme
from peerdesk.ui.context import Context
from peerdesk.ui.page import Page
from peerdesk.ui.room import Room
from peerdesk.ui.text import render
from peerdesk.ui.widgets import Row, UndoBar
from peerdesk.ui.window_size import first_size

NAMED = "group"
BAR_FOOT = 12
"""Room below the undo bar and above it, in the target's pixels."""


class MainWindow(QWidget):
    """Emits ``lock_wanted`` and ``hide_wanted``; ``app`` ends the process then."""

    lock_wanted = Signal()
    hide_wanted = Signal()
    find_wanted = Signal()
    going = Signal(str)
    """The key of the room that is shown next, just before it can be seen."""

    def __init__(
        self,
        session: Session,
        context: Context,
        rooms: list[Room],
        *,
        group: str,
        centre: str,
        scale_changed: Callable[[int], None],
        furnish: Callable[[], None] = lambda: None,
    ) -> None:
        """``furnish`` is called once, before the first page is made: what pages may ask of one
        another need not stand before the window can be seen."""
        super().__init__()
        self.setWindowTitle("PeerDesk")
        self.session, self.context = session, context
        self.rooms = {room.key: room for room in rooms}
        self.pages: dict[str, Page] = {}
        self._current = ""
        self._scale_changed, self._furnish = scale_changed, furnish
        self.history = History(session.places)
        row = Row(self, spacing=0)
        self.sidebar = RoomSidebar(rooms)
        self.set_group(group, centre)
        row.addWidget(self.sidebar)
        self._area = PageArea()
        row.addLayout(self._area, 1)
        self.header, self.stack, self.view = self._area.header, self._area.stack, self._area.view
        self.undo_bar = UndoBar(parent=self)
        self.undo_bar.remeasured.connect(self._place_undo_bar)
        self.undo_bar.appeared.connect(lambda _on: self._place_undo_bar())
        self._wire()
        self.may_close: Callable[[], bool] | None = None
        """Asked before the window closes; None saves and closes."""
        self.resize(first_size(self))
        self.setMinimumSize(640, 480)

    # -- going somewhere ---------------------------------------------------------------------

    def go(self, key: str) -> Page:
        """Show the room ``key``; its page is made at the first visit. Instead of a room that is
        not there for this group Today is shown."""
        if not self._is_there(key):
            key = TODAY
        self._save_page()
        if not self.pages:
            self._furnish()
            self.sidebar.count_rooms(self.context)
        if key not in self.pages:
            page = self.rooms[key].page(self.context)
            page.header_changed.connect(lambda: self._show_header(key))
            self.pages[key] = page
        self._current = key
        self.going.emit(key)
        self.sidebar.setVisible(not self.pages[key].focused)
        if self.stack.show_page(self.pages[key]):
            self.view.verticalScrollBar().setValue(0)  # not where another page was left
        self.sidebar.select(key)
        self._show_header(key)
        return self.pages[key]

    def open(self, room: str, kind: str, uid: bytes) -> None:
        """Show one thing in its room (what ``Context.open`` leads to)."""
        page = self.go(room)
        if self._current == room:
            page.open_item(kind, uid)

    @property
    def current(self) -> str:
        """The key of the room we are in."""
        return self._current

    def flush(self) -> None:
        """Save unsaved text of every page. What one could not save is raised when all had a go."""
        wrong: Exception | None = None
        for page in self.pages.values():
            try:
                page.flush()
            except Exception as error:
                wrong = wrong or error
        if wrong is not None:
            raise wrong

    def _save_page(self) -> None:
        """Save the page that is shown. What it could not save is said, and stays on it."""
        page = self.pages.get(self._current)
        if page is not None:
            try:
                page.flush()
            except KnownError as error:
                self.notice(error.text)

    def cover(self, words: str = "") -> QWidget:
        """Paint over everything at once, dialogs gone: closing the files may still take a while.
        ``words`` stand on it. Returns the cover."""
        for window in QApplication.topLevelWidgets():
            if window is not self and window.isVisible():
                window.hide()
        cover = Cover(self, words)
        cover.setGeometry(self.rect())
        cover.show()
        cover.raise_()
        self.repaint()
        return cover

    # -- what happened -----------------------------------------------------------------------

    def notice(self, text: Text | str, undo: Callable[[], object] | None = None) -> None:
        """A sentence in the undo bar; with ``undo`` a button that calls it."""
        self.undo_bar.say(render(text), undo)
        self._place_undo_bar()

    def undo(self) -> None:
        """Take the last change back, unless the focus is in a text that has its own."""
        self._replay(self.history.undo, self.tr("Taken back: {what}"), self.redo)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._replay(self.history.redo, self.tr("Done again: {what}"), self.undo)

    def count(self) -> None:
        """Ask the rooms for the numbers in the sidebar again, and whether they are there."""
        self.sidebar.show_rooms(self.context)
        self.sidebar.count_rooms(self.context)

    def _is_there(self, key: str) -> bool:
        shown = self.rooms[key].shown
        return shown is None or shown(self.context)

    def _replay(
        self, act: Callable[[], Change | None], words: str, back: Callable[[], object]
    ) -> None:
        focus = QApplication.focusWidget()
        if isinstance(focus, (QLineEdit, QTextEdit, QPlainTextEdit)):
            self._save_page()
        try:
            change = act()
        except KnownError as error:
            self.notice(error.text)
            return
        if change is not None:
            said = words.format(what=self._said(change.label))
            self.undo_bar.say(said, back, again=change.kind == "undo")
            self._place_undo_bar()

    def _changed(self, change: Change) -> None:
        for key, page in self.pages.items():
            if not page.tables or page.tables & change.tables:
                page.refresh(change.tables)
                if key == self._current:
                    self._show_header(key)
        if any(room.tables & change.tables for room in self.rooms.values()):
            self.count()
        if change.kind == "do" and not change.autosaved:
            self.notice(self._said(change.label), self.undo)
        elif change.kind == "job":
            self.undo_bar.hide()  # what it offered to take back may be gone with it
        elif change.kind == "erase":
            self.notice(self._said(change.label))

    def _said(self, label: Text) -> str:
        """A label in words; a person's name goes through the names curtain."""
        name = label.args.get("name")
        if isinstance(name, str):
            label = label.format(name=self.context.names.shown(name))
        return render(label)

    def _show_header(self, key: str) -> None:
        if key == self._current:
            named = self.rooms[key].place == NAMED and self.context.cabinet is not None
            self.header.show_page(self.pages[key], names=named)

    def _place_undo_bar(self) -> None:
        bar, layout = self.undo_bar, self.layout()
        self.sidebar.set_compact(self.width() < theme.px(COMPACT))
        if layout is not None:
            layout.activate()  # the page's room beside the sidebar as it is now
        room = self.view.geometry()
        wide = min(bar.line_width(), room.width())
        tall = max(bar.heightForWidth(wide), bar.minimumSizeHint().height())
        x = room.x() + (room.width() - wide) // 2
        bar.setGeometry(x, self.height() - tall - theme.px(BAR_FOOT), wide, tall)
        # The page ends above it: links at its foot can be pressed meanwhile.
        foot = tall + theme.px(2 * BAR_FOOT) if bar.isVisibleTo(self) else 0
        self._area.fit(self.width(), self.height(), foot=foot)

    # -- the sidebar -------------------------------------------------------------------------

    def set_group(self, group: str, centre: str) -> None:
        """Whose desk this is: the head of the sidebar."""
        self.sidebar.set_group(group, centre)

    def _went(self, key: str) -> None:
        foot = {HIDE: self.hide_wanted, LOCK: self.lock_wanted}
        if key in foot:
            foot[key].emit()
        else:
            self.go(key)

    # -- wiring ------------------------------------------------------------------------------

    def _wire(self) -> None:
        self._stops = [place.subscribe(self._changed) for place in self.session.places]
        self.sidebar.went.connect(self._went)
        self.header.find_wanted.connect(self.find_wanted)
        names = self.context.names
        self.header.names_wanted.connect(names.toggle)
        names.changed.connect(self._names_changed)
        self.header.show_names_state(names.is_open())
        for keys, act in (
            ("Ctrl+L", self.lock_wanted.emit),
            ("Ctrl+K", self.find_wanted.emit),
            ("F8", names.toggle),
            ("Ctrl+Z", self.undo),
            ("Ctrl+Shift+Z", self.redo),
            ("Ctrl+Y", self.redo),
            ("Ctrl++", lambda: self._scale_changed(10)),
            ("Ctrl+=", lambda: self._scale_changed(10)),
            ("Ctrl+-", lambda: self._scale_changed(-10)),
            ("Ctrl+0", lambda: self._scale_changed(0)),
        ):
            QShortcut(QKeySequence(keys), self, act)
        for room in self.rooms.values():
            if room.shortcut:
                QShortcut(QKeySequence(room.shortcut), self, partial(self.go, room.key))
        self.sidebar.show_rooms(self.context)

    def _names_changed(self) -> None:
        self.header.show_names_state(self.context.names.is_open())
        for page in self.pages.values():
            page.refresh(frozenset())
        if self._current:
            self._show_header(self._current)

    def release(self) -> None:
        """Stop listening to the places, which are about to be closed."""
        for stop in self._stops:
            stop()
        self._stops.clear()
        self.history.close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_undo_bar()

    def restyle(self) -> None:
        self._place_undo_bar()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A field with nothing of its own to take back leaves the keys to us; held down they must
        not run on from the words of the field into older changes."""
        keys, again = QKeySequence.StandardKey, event.isAutoRepeat()
        if event.matches(keys.Undo) and not again:
            self.undo()
        elif event.matches(keys.Redo) and not again:
            self.redo()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme.of(self).color("paper"))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the window is locking it: the program ends with everything saved."""
        if self.may_close is not None:
            if self.may_close():
                super().closeEvent(event)
            else:
                event.ignore()
            return
        try:
            self.flush()
        except KnownError as error:
            self.notice(error.text)
            event.ignore()
            return
        super().closeEvent(event)
