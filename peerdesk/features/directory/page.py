"""Local help, signed in: the same list and detail, and import, add, edit."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from peerdesk.features.directory.browser import Browser
from peerdesk.features.directory.calls.today import CallsButton
from peerdesk.features.directory.form import ServiceForm
from peerdesk.features.directory.import_panel import ImportPanel
from peerdesk.features.directory.problems_panel import Telling
from peerdesk.features.directory.service import TABLES, DirectoryService
from peerdesk.features.directory.share_panel import SharePanel
from peerdesk.features.directory.suggesting import Suggesting
from peerdesk.features.directory.work_panel import WorkPanel
from peerdesk.ui.context import Context
from peerdesk.ui.dates import counted
from peerdesk.ui.page import Page
from peerdesk.ui.widgets import Button, Column, ScrollColumn, SearchField


class DirectoryPage(Page):
    """The right-hand side shows a service, its form, or the import."""

    tables = frozenset({*TABLES, "import_batch", "service_check", "listing_problem"})

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.service = DirectoryService(context.shelf)
        self.search = SearchField(self.tr("Search local help"), keys="Ctrl F", size=15, width=420)
        self.browser = Browser(self.service, context, self.search, editable=True)
        self.form: ServiceForm | None = None
        self.imports: ImportPanel | None = None
        self.share: SharePanel | None = None
        # What is to be rung is known to who has a group open.
        self.calls_button = None if context.cabinet is None else CallsButton(context)
        self.import_button = Button(self.tr("Import"), icon="import")
        self.share_button = Button(self.tr("Share"), icon="export")
        self.add_button = Button(self.tr("Add"), "primary")
        self.import_button.clicked.connect(self.show_import)
        self.share_button.clicked.connect(self.show_share)
        self.add_button.clicked.connect(self.add_service)
        self.browser.reading.edit.connect(self.edit_service)
        self.browser.nothing_here.connect(self.show_import)
        self.browser.picked.connect(self._picked)
        self.telling = Telling(self.browser, context)
        self.telling.help_now.connect(lambda: context.extra["go"]("help"))
        self.suggesting = Suggesting(self.browser, context)
        box = Column(self, spacing=14)
        box.addWidget(self.search)
        # Large words in a small window: chips and panes scroll together.
        self.view = ScrollColumn()
        self.view.add(self.browser, stretch=1)
        box.addWidget(self.view, 1)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, act in (
            ("Ctrl+F", self._to_search),
            ("Ctrl+N", self.add_service),
            ("Ctrl+E", self.edit_service),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, activated=act)  # type: ignore[call-overload]
            shortcut.setContext(within)

    # -- what app asks -----------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("Local help")

    def subtitle(self) -> str:
        n = self.service.count()
        return counted(self.tr("%Ln service(s) near here", "", n), n)

    def header_buttons(self) -> list[QWidget]:
        calls = [] if self.calls_button is None else [self.calls_button]
        return [*calls, self.share_button, self.import_button, self.add_button]

    def refresh(self, tables: frozenset[str]) -> None:
        del tables
        self.browser.refresh()
        if self.calls_button is not None:
            self.calls_button.refresh()

    def open_item(self, kind: str, uid: bytes) -> None:
        del kind
        self._read()
        self.browser.open_service(self.service.told_in(uid))

    def flush(self) -> None:
        if self.form is not None:
            self.form.flush()

    def end(self) -> None:
        for panel in (self.imports, self.share):
            if panel is not None:
                panel.end()

    def unsaved(self) -> str:
        return "" if self.form is None else self.form.unsaved()

    # -- faces of the right-hand side ----------------------------------------------------------

    def _face(self, widget: QWidget) -> None:
        if self.form is not None:
            self.form.try_now()
        if self.browser.right.indexOf(widget) < 0:
            self.browser.right.addWidget(widget)
        self.browser.right.setCurrentWidget(widget)
        self._make_room()

    def _make_room(self) -> None:
        """What an import would change needs the whole page."""
        right = self.browser.right.currentWidget()
        wide = self.imports is not None and right is self.imports and self.imports.wide()
        for part in (self.search, self.browser.chips, self.browser.list_card):
            part.setVisible(not wide)

    def _read(self) -> None:
        self._face(self.browser.reading)

    def _picked(self, uid: object) -> None:
        shown = self.browser.right.currentWidget()
        busy = isinstance(shown, WorkPanel) and shown.busy()
        if uid is not None and not busy:
            self._read()

    def show_import(self) -> None:
        """Choose and import a package."""
        if self.imports is None:
            self.imports = ImportPanel(self.context, self.service)
            self.imports.closed.connect(self._read)
            self.imports.room_changed.connect(self._make_room)
        self._face(self.imports)
        self.imports.zip_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_share(self) -> None:
        """Give the directory away, or look into a pack."""
        if self.share is None:
            self.share = SharePanel(self.context, self.service)
            self.share.closed.connect(self._read)
            self.share.look.connect(self._look_into)
        self._face(self.share)
        self.share.pack_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look_into(self, path: Path) -> None:
        """A pack of another centre: what it would change is shown as with any import."""
        self.show_import()
        assert self.imports is not None
        if not self.imports.runs():  # one thing at a time: what comes in now is brought to its end
            self.imports.start(path, pack=True)

    def add_service(self) -> None:
        """An empty form."""
        self._open_form(None)

    def edit_service(self) -> None:
        """The form of the service that is shown."""
        shown = self.browser.reading.detail
        if shown is not None:
            self._open_form(shown.uid)

    def _open_form(self, uid: bytes | None) -> None:
        if self.form is None:
            self.form = ServiceForm(self.context, self.service)
            self.form.done.connect(self._form_done)
            self.form.added.connect(lambda _uid: self.header_changed.emit())
        self._face(self.form)
        self.form.edit_service(uid)

    def _form_done(self) -> None:
        uid = None if self.form is None else self.form.uid
        self._read()
        if uid is not None:
            self.browser.open_service(uid)
        else:
            self.browser.load()
        self.header_changed.emit()

    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.browser.reading.hush()
