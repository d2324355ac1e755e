"""Give the directory to another centre or another program, and look into a pack from elsewhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from peerdesk.exchange.hsds_export import Exported
from peerdesk.exchange.pack import LONGEST_NAME
from peerdesk.features.directory.pack_sharing import Sharing
from peerdesk.features.directory.service import DirectoryService
from peerdesk.features.directory.work_panel import WorkPanel
from peerdesk.ui import drives
from peerdesk.ui.context import Context
from peerdesk.ui.dates import counted
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
    """Make a pack or a package. ``look(Path)`` when a pack was chosen to be looked into: what it
    would change is shown as with any import."""

    look = Signal(object)

    def __init__(self, context: Context, service: DirectoryService) -> None:
        super().__init__(context)
        self._service = service
        self._sharing = Sharing(context.shelf)
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
        self.add(self.title, self.about, self.name_field, self.message)
        self.cancel_button = Button(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self.cancel)
        self.add(self.stage, self.progress, self._verbs(), self.cancel_button)
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
        """Ask for a pack to look into."""
        title = self.tr("Choose the pack")
        kinds = self.tr("Packs (*.zip);;All files (*)")
        path, _ = QFileDialog.getOpenFileName(self, title, str(self.start_folder()), kinds)
        if path:
            self.look.emit(Path(path))

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

    # -- faces -----------------------------------------------------------------------------------

    def nothing(self) -> str:
        return self.tr("Cancelled. Nothing was changed.")

    def set_working(self, on: bool) -> None:
        self.message.clear()
        self.progress.hide()
        self.stage.setVisible(on)
        self.cancel_button.setVisible(on)
        for offered in (self.about, self.name_field, self.verbs):
            offered.setVisible(not on)


def _zip(path: str) -> Path:
    """The name that was typed, with the ending it must have."""
    return Path(path if path.lower().endswith(".zip") else f"{path}.zip")
