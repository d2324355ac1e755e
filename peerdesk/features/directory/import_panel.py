"""Import of a directory: choose it, look at what would change, decide, bring it in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from peerdesk.core.errors import KnownError
from peerdesk.exchange.csv_columns import Columns
from peerdesk.exchange.hsds import Result
from peerdesk.features.directory.import_columns import ColumnsFace
from peerdesk.features.directory.import_conflicts import ConflictsFace
from peerdesk.features.directory.import_faces import Faces
from peerdesk.features.directory.import_preview import PreviewFace
from peerdesk.features.directory.import_result import ImportResult
from peerdesk.features.directory.import_service import ImportService, Read
from peerdesk.features.directory.import_twins import TwinsFace
from peerdesk.features.directory.joining import Joining, Pair
from peerdesk.features.directory.joining_face import JoiningFace
from peerdesk.features.directory.service import DirectoryService
from peerdesk.features.directory.work_panel import WorkPanel
from peerdesk.ui.context import Context
from peerdesk.ui.dates import counted, day_month
from peerdesk.ui.jobs import Job
from peerdesk.ui.widgets import Button, FlowLayout, Heading, Muted, Paragraph


class ImportPanel(WorkPanel):
    """Stands where the detail stands; looking at what would change needs the whole page."""

    room_changed = Signal()
    """It needs the whole page now (:meth:`wide`), or not any more."""

    def __init__(self, context: Context, service: DirectoryService) -> None:
        super().__init__(context)
        self._service = service
        self._built = False
        self._imports = ImportService(context.shelf)
        self._read: Read | None = None
        self._same: dict[bytes, bytes] = {}
        self._list: Path | None = None
        self.title = Heading(self.tr("Import a directory"), 3, wrap=True)
        self.about = Paragraph(
            self.tr(
                "Many areas publish their services as a package (called HSDS or Open Referral): a "
                "zip file or a folder. A list from a spreadsheet (CSV) will do as well. You see "
                "what would change before anything is changed, what you put right here stays, and "
                "you can take the whole import back."
            ),
            tone="muted",
        )
        self.result = ImportResult()
        self.batch = Muted("", wrap=True)
        self.add(self.title, self.about, self.message, self.stage, self.progress)
        self.box.addWidget(self.result, 1)
        self.preview, self.conflicts, self.columns = PreviewFace(), ConflictsFace(), ColumnsFace()
        self.twins = TwinsFace()
        self._joining = Joining(context.shelf)
        self.joins = JoiningFace(context, self._joining)
        self.joins.done.connect(self._joined)
        self.faces = Faces(self.preview, self.conflicts, self.columns, self.twins, self.joins)
        self.preview.bring_in.connect(self.bring_in)
        self.preview.leave.connect(self.leave)
        self.preview.decide.connect(self.decide)
        self.preview.compare.connect(self.compare)
        self.twins.done.connect(self._twins_said)
        self.conflicts.done.connect(self._show_preview)
        self.columns.look.connect(self._columns_said)
        self.columns.leave.connect(self.leave)
        self.box.addWidget(self.faces, 1)
        self.box.addStretch(0)
        self.add(self.batch, self._buttons())
        self._built = True
        self.idle()

    def _buttons(self) -> QWidget:
        bar = QWidget()
        flow = FlowLayout(bar, spacing=(8, 8))
        self.zip_button = Button(self.tr("Choose a zip"), "primary", icon="import")
        self.folder_button = Button(self.tr("Choose a folder"), icon="folder")
        self.list_button = Button(self.tr("Choose a list (CSV)"), icon="import")
        self.twice_button = Button(self.tr("Find what may be twice"), icon="search")
        self.cancel_button = Button(self.tr("Cancel the import"))
        self.undo_button = Button(self.tr("Take the import back"), icon="undo")
        self.close_button = Button(self.tr("Close"))
        self.zip_button.clicked.connect(self.choose_zip)
        self.folder_button.clicked.connect(self.choose_folder)
        self.list_button.clicked.connect(self.choose_list)
        self.twice_button.clicked.connect(self.find_twice)
        self.cancel_button.clicked.connect(self.cancel)
        self.undo_button.clicked.connect(self.take_back)
        self.close_button.clicked.connect(self.closed)
        flow.add(self.zip_button, self.folder_button, self.list_button, self.cancel_button)
        flow.add(self.twice_button, self.undo_button, self.close_button)
        return bar

    # -- choosing ------------------------------------------------------------------------------

    def _start_folder(self) -> str:
        return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)

    def choose_zip(self) -> None:
        """Ask for a zip file and import it."""
        title, kinds = self.tr("Choose the zip"), self.tr("Zip files (*.zip);;All files (*)")
        path, _ = QFileDialog.getOpenFileName(self, title, self._start_folder(), kinds)
        if path:
            self.start(Path(path))

    def choose_folder(self) -> None:
        """Ask for a folder and import it."""
        title = self.tr("Choose the folder")
        path = QFileDialog.getExistingDirectory(self, title, self._start_folder())
        if path:
            self.start(Path(path))

    def choose_list(self) -> None:
        """Ask for a list in one file, and what its columns are."""
        title, kinds = (
            self.tr("Choose the list"),
            self.tr("Lists (*.csv *.tsv *.txt);;All files (*)"),
        )
        path, _ = QFileDialog.getOpenFileName(self, title, self._start_folder(), kinds)
        if path:
            self.start_list(Path(path))

    def start_list(self, path: Path) -> None:
        """Show what the columns of a list are taken for."""
        try:
            found = self._imports.look_at_list(path)
        except KnownError as error:
            self._problem(error.text)
            return
        self._list = path
        self.columns.show_list(found)
        self._show_face(self.columns)
        (self.columns.boxes[0] if self.columns.boxes else self.columns.look_button).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def _columns_said(self) -> None:
        if self._list is None or self.columns.list is None:
            return
        columns = self.columns.chosen()
        try:
            self._imports.remember(self.columns.list, columns)
        except KnownError as error:
            self._problem(error.text)
            return
        self.start(self._list, columns)

    # -- working -------------------------------------------------------------------------------

    def start(self, path: Path, columns: Columns | None = None, *, pack: bool = False) -> None:
        """Read and compare in the background; nothing is changed. ``pack``: it must be one."""
        self._forget()

        def work(job: Job) -> Read:
            return self._imports.read(
                path,
                lambda done, whole: job.progress(done, whole),
                job.cancelled,
                columns,
                pack=pack,
            )

        words = self.tr("Reading {file}").format(file=path.name)
        self.run(words, work, self._seen)

    def _seen(self, read: Read) -> None:
        self.twins.show_twins(read.preview.twins)
        self._looked(read)

    def _looked(self, read: Read) -> None:
        self._read, self._same = read, self.twins.same()
        self.conflicts.show_conflicts(read.preview.conflicts)
        self._show_preview()

    def _show_preview(self) -> None:
        if self._read is not None:
            taken = len(self.conflicts.taken)
            prepared = self._read.prepared
            pack = prepared.made_on if prepared.kind == "pack" else ""
            self.preview.show_preview(self._read.preview, prepared.source, taken, pack, self._same)
            self._show_face(self.preview)
            self.preview.bring_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def decide(self) -> None:
        """Show what was changed here and in the new directory as well."""
        self._show_face(self.conflicts)
        self.conflicts.done_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def compare(self) -> None:
        """Show what may be the same as a listing here."""
        self._show_face(self.twins)
        self.twins.done_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _twins_said(self) -> None:
        """What would change is another thing when something else is the same."""
        same = self.twins.same()
        if self._read is None or same == self._same:
            self._show_preview()
            return
        read, self._read = self._read, None

        def work(job: Job) -> Read:
            preview = self._imports.look_again(read.prepared, same, job.cancelled)
            return Read(read.prepared, preview)

        words = self.tr("Looking again at {source}").format(source=read.prepared.source)
        self.run(words, work, self._looked, measured=False)

    def leave(self) -> None:
        """Do not bring in what was read."""
        self._forget()
        self.idle()
        self.message.say(self.tr("Left as it was. Nothing was changed."), "info")

    def end(self) -> None:
        """The desk is closed: what was read and not brought in goes."""
        super().end()
        self._forget()

    def _forget(self) -> None:
        if self._read is not None:
            self._read.prepared.close()
            self._read = None

    def bring_in(self) -> None:
        """Bring in what was read, in the background."""
        if self._read is None:
            return
        read, self._read = self._read, None
        taken, same = frozenset(self.conflicts.taken), self._same
        copy_first = self._context.extra.get("copy_first")

        def work(job: Job) -> Result:
            with read.prepared as prepared:
                return self._imports.bring_in(
                    prepared,
                    lambda done, whole: job.progress(done, whole),
                    job.cancelled,
                    None if copy_first is None else lambda: copy_first(job.check),
                    taken,
                    same,
                )

        words = self.tr("Bringing in {source}").format(source=read.prepared.source)
        self.run(words, work, self._done, measured=False)  # how long one transaction takes

    def take_back(self) -> None:
        """Undo the newest import in the background."""
        batch = next((b for b in self._service.batches() if b.can_undo), None)
        if batch is None:
            return
        number = batch.id

        def work(job: Job) -> None:
            self._service.run_undo(number, job.cancelled)

        self.run(self.tr("Taking the import back"), work, self._taken_back, measured=False)

    def find_twice(self) -> None:
        """Look for listings here that may be the same, in the background."""
        self._forget()
        words = self.tr("Looking for what may be twice")
        self.run(words, lambda _job: self._joining.may_be_twice(), self._twice, measured=False)

    def _twice(self, pairs: list[Pair]) -> None:
        if not pairs:
            self.message.say(self.tr("Nothing here looks as if it were twice."), "done")
            return
        self.joins.show_pairs(pairs)
        self._show_face(self.joins)
        self.joins.start()

    def _joined(self) -> None:
        self.idle()
        self.twice_button.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what came of it -------------------------------------------------------------------------

    def _done(self, result: Result) -> None:
        self._service.imported()
        self.about.hide()
        self.result.show_result(result)

    def _taken_back(self, _nothing: None) -> None:
        self._service.imported()
        self.message.say(self.tr("The import was taken back."), "done")

    # -- faces -----------------------------------------------------------------------------------

    def nothing(self) -> str:
        return self.tr("Cancelled. The directory is as it was before.")

    def idle(self) -> None:
        super().idle()
        self._say_batch()

    def set_working(self, on: bool) -> None:
        self.message.clear()
        self.result.clear()
        for part in (self.progress, self.faces):
            part.hide()
        self.room_changed.emit()
        self.title.show()
        self.stage.setVisible(on)
        self.cancel_button.setVisible(on)
        self.about.setVisible(not on)
        for button in self._choices():
            button.setVisible(not on)

    def _choices(self) -> tuple[Button, ...]:
        choose = (self.zip_button, self.folder_button, self.list_button)
        return (*choose, self.twice_button, self.undo_button, self.close_button)

    def _show_face(self, face: QWidget) -> None:
        """One of the faces instead of everything else."""
        self.set_working(False)
        for part in (self.title, self.about, self.batch, *self._choices()):
            part.hide()
        self.faces.setCurrentWidget(face)
        self.faces.show()
        self.room_changed.emit()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._be_high_enough()
        return done

    def _be_high_enough(self) -> None:
        """The stack it stands in does not ask how high words become in a narrow place."""
        least = self.box.minimumHeightForWidth(self.width()) if self.wide() else 0
        if least != self.minimumHeight():
            self.setMinimumHeight(least)

    def busy(self) -> bool:
        return super().busy() or self.wide()

    def wide(self) -> bool:
        """Whether something is to be looked at that needs the whole page."""
        return self._built and not self.faces.isHidden()

    def _say_batch(self) -> None:
        newest = next((b for b in self._service.batches() if b.can_undo), None)
        self.undo_button.setVisible(newest is not None)
        self.batch.setVisible(newest is not None)
        if newest is not None:
            n = newest.services
            words = self.tr("Last import: {source}, {day}, {services}.")
            self.batch.setText(
                words.format(
                    source=newest.source,
                    day=day_month(self._context.clock.local(newest.at).date()),
                    services=counted(self.tr("%Ln service(s)", "", n), n),
                )
            )
