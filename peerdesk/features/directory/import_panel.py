"""Import of a directory: choose it, look at what would change, decide, bring it in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QListWidget, QWidget

from peerdesk.core.errors import KnownError
from peerdesk.core.text import Text
from peerdesk.exchange.csv_columns import Columns
from peerdesk.exchange.hsds import Result
from peerdesk.features.directory.import_columns import ColumnsFace
from peerdesk.features.directory.import_conflicts import ConflictsFace
from peerdesk.features.directory.import_preview import PreviewFace
from peerdesk.features.directory.import_service import ImportService, Read
from peerdesk.features.directory.service import DirectoryService
from peerdesk.ui.context import Context
from peerdesk.ui.dates import counted, day_month
from peerdesk.ui.jobs import Job, Running
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    Card,
    Column,
    FlowLayout,
    Heading,
    InlineMessage,
    Muted,
    Paragraph,
    ProgressLine,
)

SHOWN = 500


class Faces(QWidget):
    """One of some widgets; a stack of Qt's would not make it as high as its words need."""

    def __init__(self, *faces: QWidget) -> None:
        super().__init__()
        self._faces, self._current = faces, faces[0]
        box = Column(self)
        for face in faces:
            box.addWidget(face, 1)
        self.setCurrentWidget(faces[0])

    def setCurrentWidget(self, face: QWidget) -> None:
        """Show this one."""
        self._current = face
        for one in self._faces:
            one.setVisible(one is face)

    def currentWidget(self) -> QWidget:
        """The one that is shown."""
        return self._current


class ImportPanel(Card):
    """Stands where the detail stands. ``closed`` when it is no longer needed."""

    closed = Signal()
    room_changed = Signal()
    """It needs the whole page now (:meth:`wide`), or not any more."""

    def __init__(self, context: Context, service: DirectoryService) -> None:
        super().__init__(margins=(26, 22, 26, 22), spacing=13)
        self._context, self._service = context, service
        self._built = False
        self._imports = ImportService(context.shelf)
        self._running: Running[Read] | Running[Result] | Running[None] | None = None
        self._read: Read | None = None
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
        self.message = InlineMessage("", "info")
        self.progress = ProgressLine(name=self.tr("How far the import is"))
        self.stage = Muted("")
        self.summary = Paragraph("")
        self.rows = QListWidget()
        self.rows.setAccessibleName(self.tr("Rows that did not come in as they were"))
        self.rows.setWordWrap(True)
        self.rows.setFrameShape(QListWidget.Shape.NoFrame)
        self.more = Muted("", wrap=True)
        self.batch = Muted("", wrap=True)
        self.add(self.title, self.about, self.message, self.stage, self.progress, self.summary)
        self.box.addWidget(self.rows, 1)
        self.add(self.more)
        self.preview, self.conflicts, self.columns = PreviewFace(), ConflictsFace(), ColumnsFace()
        self.faces = Faces(self.preview, self.conflicts, self.columns)
        self.preview.bring_in.connect(self.bring_in)
        self.preview.leave.connect(self.leave)
        self.preview.decide.connect(self.decide)
        self.conflicts.done.connect(self._show_preview)
        self.columns.look.connect(self._columns_said)
        self.columns.leave.connect(self.leave)
        self.box.addWidget(self.faces, 1)
        self.box.addStretch(0)
        self.add(self.batch, self._buttons())
        self._built = True
        self._idle()

    def _buttons(self) -> QWidget:
        bar = QWidget()
        flow = FlowLayout(bar, spacing=(8, 8))
        self.zip_button = Button(self.tr("Choose a zip"), "primary", icon="import")
        self.folder_button = Button(self.tr("Choose a folder"), icon="folder")
        self.list_button = Button(self.tr("Choose a list (CSV)"), icon="import")
        self.cancel_button = Button(self.tr("Cancel the import"))
        self.undo_button = Button(self.tr("Take the import back"), icon="undo")
        self.close_button = Button(self.tr("Close"))
        self.zip_button.clicked.connect(self.choose_zip)
        self.folder_button.clicked.connect(self.choose_folder)
        self.list_button.clicked.connect(self.choose_list)
        self.cancel_button.clicked.connect(self.cancel)
        self.undo_button.clicked.connect(self.take_back)
        self.close_button.clicked.connect(self.closed)
        flow.add(self.zip_button, self.folder_button, self.list_button, self.cancel_button)
        flow.add(self.undo_button, self.close_button)
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

    def start(self, path: Path, columns: Columns | None = None) -> None:
        """Read and compare in the background; nothing is changed."""
        self._forget()

        def work(job: Job) -> Read:
            return self._imports.read(
                path, lambda done, whole: job.progress(done, whole), job.cancelled, columns
            )

        self._busy(self.tr("Reading {file}").format(file=path.name))
        self._follow(self._context.jobs.start(work, self._seen, self._problem, self._cancelled))

    def _seen(self, read: Read) -> None:
        self._idle()
        self._read = read
        self.conflicts.show_conflicts(read.preview.conflicts)
        self._show_preview()

    def _show_preview(self) -> None:
        if self._read is not None:
            taken = len(self.conflicts.taken)
            source = self._read.prepared.source
            self.preview.show_preview(self._read.preview, source, taken)
            self._show_face(self.preview)
            self.preview.bring_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def decide(self) -> None:
        """Show what was changed here and in the new directory as well."""
        self._show_face(self.conflicts)
        self.conflicts.done_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Do not bring in what was read."""
        self._forget()
        self._idle()
        self.message.say(self.tr("Left as it was. Nothing was changed."), "info")

    def end(self) -> None:
        """The desk is closed: what was read and not brought in goes."""
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
        taken = frozenset(self.conflicts.taken)
        copy_first = self._context.extra.get("copy_first")

        def work(job: Job) -> Result:
            with read.prepared as prepared:
                return self._imports.bring_in(
                    prepared,
                    lambda done, whole: job.progress(done, whole),
                    job.cancelled,
                    None if copy_first is None else lambda: copy_first(job.check),
                    taken,
                )

        self._busy(self.tr("Bringing in {source}").format(source=read.prepared.source))
        self.progress.setRange(0, 0)  # how long one transaction takes is not known
        self._follow(self._context.jobs.start(work, self._done, self._problem, self._cancelled))

    def take_back(self) -> None:
        """Undo the newest import in the background."""
        batch = next((b for b in self._service.batches() if b.can_undo), None)
        if batch is None:
            return
        number = batch.id

        def work(job: Job) -> None:
            self._service.run_undo(number, job.cancelled)

        self._busy(self.tr("Taking the import back"))
        self.progress.setRange(0, 0)
        back: Callable[[None], None] = lambda _nothing: self._taken_back()  # noqa: E731
        self._follow(self._context.jobs.start(work, back, self._problem, self._cancelled))

    def _follow(self, running: Running[Read] | Running[Result] | Running[None]) -> None:
        self._running = running
        running.slow.connect(self.progress.show)
        running.progress.connect(self._told)

    def _told(self, done: int, whole: int, _words: object) -> None:
        self.progress.set_share(done / whole)

    def cancel(self) -> None:
        """Ask the job to stop; the shelf stays as it was."""
        if self._running is not None:
            self._running.cancel()
            self.stage.setText(self.tr("Stopping"))

    # -- what came of it -------------------------------------------------------------------------

    def _done(self, result: Result) -> None:
        self._idle()
        self._service.imported()
        self.show_result(result)

    def show_result(self, result: Result) -> None:
        """The summary and the rows that did not come in."""
        self.about.hide()
        n = result.services
        came = counted(self.tr("%Ln service(s) came in from {source}.", "", n), n)
        lines = [came.format(source=result.source)]
        if result.resting:
            n = result.resting
            words = self.tr(
                "Not on the list: %Ln service(s), closed or not running now, as the directory "
                "says.",
                "",
                n,
            )
            lines.append(counted(words, n))
        if result.taken_off:
            n = result.taken_off
            words = self.tr(
                "Not on the list: %Ln service(s) that somebody here took off.",
                "",
                n,
            )
            lines.append(counted(words, n))
        if result.gone:
            n = result.gone
            words = self.tr(
                "Taken off the list: %Ln service(s) that the directory has no more.", "", n
            )
            lines.append(counted(words, n))
        if result.left_out:
            n = result.left_out
            lines.append(counted(self.tr("%Ln row(s) did not come in, as listed below.", "", n), n))
        if result.noted:
            n = result.noted
            lines.append(counted(self.tr("%Ln row(s) came in with something missing.", "", n), n))
        if result.not_kept:
            files = self.tr("PeerDesk has no use for: {files}.")
            lines.append(files.format(files=", ".join(result.not_kept)))
        self.summary.setText("\n".join(lines))
        self.summary.show()
        where = self.tr("{file}, row {row}: {what}")
        for one in result.problems[:SHOWN]:
            words = render(one.text)
            self.rows.addItem(where.format(file=one.file, row=one.row, what=words))
        self.rows.setVisible(bool(result.problems))
        left = result.left_out + result.noted - self.rows.count()
        more = counted(self.tr("And %Ln more row(s).", "", left), left) if left > 0 else ""
        self.more.setText(more)
        self.more.setVisible(bool(more))

    def _problem(self, text: Text) -> None:
        self._idle()
        self.message.say(render(text), "problem")

    def _cancelled(self) -> None:
        self._idle()
        self.message.say(self.tr("Cancelled. The directory is as it was before."), "info")

    def _taken_back(self) -> None:
        self._idle()
        self._service.imported()
        self.message.say(self.tr("The import was taken back."), "done")

    # -- faces -----------------------------------------------------------------------------------

    def _busy(self, words: str) -> None:
        self._set_working(True)
        self.stage.setText(words)
        self.progress.set_share(0)

    def _idle(self) -> None:
        self._running = None
        self._set_working(False)
        self._say_batch()

    def _set_working(self, on: bool) -> None:
        self.message.clear()
        self.rows.clear()
        for part in (self.summary, self.rows, self.more, self.progress, self.faces):
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
        return (*choose, self.undo_button, self.close_button)

    def _show_face(self, face: QWidget) -> None:
        """One of the faces instead of everything else."""
        self._set_working(False)
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
