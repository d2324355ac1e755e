"""Give the directory to another centre or another program, and look into a pack from elsewhere."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from peerdesk.exchange.hsds import Result
from peerdesk.exchange.hsds_export import Exported
from peerdesk.exchange.pack import LONGEST_NAME, Preview
from peerdesk.features.directory.pack_sharing import Sharing
from peerdesk.features.directory.service import DirectoryService
from peerdesk.features.directory.work_panel import WorkPanel
from peerdesk.ui import drives
from peerdesk.ui.context import Context
from peerdesk.ui.dates import counted, day_month
from peerdesk.ui.jobs import Job
from peerdesk.ui.widgets import (
    Button,
    Field,
    FlowLayout,
    Heading,
    LineEdit,
    Paragraph,
)


class SharePanel(WorkPanel):
    """Make a pack or a package, look into a pack, bring it in."""

    def __init__(self, context: Context, service: DirectoryService) -> None:
        super().__init__(context)
        self._service = service
        self._sharing = Sharing(context.shelf)
        self._seen: Path | None = None
        self.title = Heading(self.tr("Share this directory"), 3, wrap=True)
        self.about = Paragraph(
            self.tr(
                "A pack is one file for another centre's USB stick. It holds the services listed "
                "here and nothing else: nobody of a group, no notes, no meetings. Addresses that "
                "are not to be shown stay here, and so do services taken off the list."
            ),
            tone="muted",
        )
        self.name = LineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setText(self._sharing.centre())
        self.name_field = Field(self.tr("Whose pack is it?"), self.name)
        self.summary = Paragraph("")
        self.add(self.title, self.about, self.name_field, self.message)
        self.add(self.stage, self.progress, self.summary, self._verbs(), self._answers())
        self.box.addStretch(1)
        self.idle()

    def _verbs(self) -> QWidget:
        self.verbs = QWidget()
        flow = FlowLayout(self.verbs, spacing=(8, 8))
        self.pack_button = Button(self.tr("Make a pack"), "primary", icon="export")
        self.package_button = Button(self.tr("Save for other programs"), icon="folder")
        self.package_button.setToolTip(
            self.tr("An HSDS 3.0 package, the form in which directories are exchanged")
        )
        self.open_button = Button(self.tr("Look into a pack"), icon="import")
        self.close_button = Button(self.tr("Close"))
        self.pack_button.clicked.connect(self.choose_pack)
        self.package_button.clicked.connect(self.choose_package)
        self.open_button.clicked.connect(self.choose_file)
        self.close_button.clicked.connect(self.closed)
        flow.add(self.pack_button, self.package_button, self.open_button, self.close_button)
        return self.verbs

    def _answers(self) -> QWidget:
        self.answers = QWidget()
        flow = FlowLayout(self.answers, spacing=(8, 8))
        self.bring_button = Button(self.tr("Bring it in"), "primary", icon="import")
        self.leave_button = Button(self.tr("Not now"))
        self.cancel_button = Button(self.tr("Cancel"))
        self.bring_button.clicked.connect(self.bring_in)
        self.leave_button.clicked.connect(self.idle)
        self.cancel_button.clicked.connect(self.cancel)
        flow.add(self.bring_button, self.leave_button, self.cancel_button)
        return self.answers

    # -- choosing ------------------------------------------------------------------------------

    def start_folder(self) -> Path:
        """Where the person is asked first: on a stick if one is plugged in."""
        sticks = drives.plugged(self._context.shelf.path.parent)
        usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        return sticks[0] if sticks else Path(usual)

    def choose_pack(self) -> None:
        """Ask where the pack is to be and write it."""
        start = str(self.start_folder() / self._sharing.file_name(self.name.text()))
        title, kinds = self.tr("Where should the pack be?"), self.tr("Packs (*.zip)")
        path, _ = QFileDialog.getSaveFileName(self, title, start, kinds)
        if path:
            self.start_pack(_zip(path))

    def choose_package(self) -> None:
        """Ask where the package is to be and write it."""
        start = str(self.start_folder() / self._sharing.package_name())
        title, kinds = self.tr("Where should it be?"), self.tr("Zip files (*.zip)")
        path, _ = QFileDialog.getSaveFileName(self, title, start, kinds)
        if path:
            self.start_package(_zip(path))

    def choose_file(self) -> None:
        """Ask for a pack and look into it."""
        title = self.tr("Choose the pack")
        kinds = self.tr("Packs (*.zip);;All files (*)")
        path, _ = QFileDialog.getOpenFileName(self, title, str(self.start_folder()), kinds)
        if path:
            self.look(Path(path))

    # -- working -------------------------------------------------------------------------------

    def start_pack(self, path: Path) -> None:
        """Write a pack in the background."""
        name = self.name.text()

        def work(job: Job) -> Exported:
            return self._sharing.run_pack(
                path, name, lambda done, whole: job.progress(done, whole), job.cancelled
            )

        self.run(self.tr("Writing {file}").format(file=path.name), work, self._written)

    def start_package(self, path: Path) -> None:
        """Write a package for other programs in the background."""

        def work(job: Job) -> Exported:
            return self._sharing.run_package(
                path, lambda done, whole: job.progress(done, whole), job.cancelled
            )

        self.run(self.tr("Writing {file}").format(file=path.name), work, self._written)

    def look(self, path: Path) -> None:
        """Look into a pack in the background."""

        def work(_job: Job) -> Preview:
            return self._sharing.run_look(path)

        self._seen = path
        words = self.tr("Reading {file}").format(file=path.name)
        self.run(words, work, self.show_preview, lasting=False)

    def bring_in(self) -> None:
        """Bring the pack in that was looked into."""
        path = self._seen
        if path is None:
            return
        copy_first = self._context.extra.get("copy_first")

        def work(job: Job) -> Result:
            return self._sharing.run_bring_in(
                path,
                lambda done, whole: job.progress(done, whole),
                job.cancelled,
                None if copy_first is None else lambda: copy_first(job.check),
            )

        self.run(self.tr("Reading {file}").format(file=path.name), work, self._came)

    # -- what came of it -------------------------------------------------------------------------

    def _written(self, done: Exported) -> None:
        n = done.services
        words = counted(self.tr("%Ln service(s) are in {file} now.", "", n), n)
        lines = [words.format(file=done.path.name)]
        if done.bare:
            n = done.bare
            words = self.tr("%Ln address(es) stayed here, because they are not to be shown.", "", n)
            lines.append(counted(words, n))
        if done.taken_off:
            n = done.taken_off
            words = self.tr("%Ln service(s) stayed here, because they were taken off.", "", n)
            lines.append(counted(words, n))
        self.message.say("\n".join(lines), "done")

    def show_preview(self, seen: Preview) -> None:
        """What is in the pack, and the question whether it is to come in."""
        n, new = seen.services, seen.new
        made = self.tr("{name} made this pack on {day}.")
        day = day_month(date.fromisoformat(seen.made_on))
        lines = [
            made.format(name=seen.name, day=day),
            counted(self.tr("It holds %Ln service(s).", "", n), n),
            counted(self.tr("%Ln of them are not on this computer yet.", "", new), new),
            self.tr(
                "What is here already is brought up to date. Under Import you can take it back."
            ),
        ]
        self.summary.setText("\n".join(lines))
        for part in (self.about, self.name_field, self.verbs, self.cancel_button):
            part.hide()
        for part in (self.summary, self.answers, self.bring_button, self.leave_button):
            part.show()

    def _came(self, result: Result) -> None:
        self._service.imported()
        n = result.services
        words = counted(self.tr("%Ln service(s) came in from {source}.", "", n), n)
        self.message.say(words.format(source=result.source), "done")

    # -- faces -----------------------------------------------------------------------------------

    def nothing(self) -> str:
        return self.tr("Cancelled. Nothing was changed.")

    def set_working(self, on: bool) -> None:
        self.message.clear()
        for part in (self.summary, self.progress, self.bring_button, self.leave_button):
            part.hide()
        self.stage.setVisible(on)
        self.answers.setVisible(on)
        self.cancel_button.setVisible(on)
        for offered in (self.about, self.name_field, self.verbs):
            offered.setVisible(not on)


def _zip(path: str) -> Path:
    """The name that was typed, with the ending it must have."""
    return Path(path if path.lower().endswith(".zip") else f"{path}.zip")
