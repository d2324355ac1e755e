"""Which copy: those PeerDesk knows of, newest first, or any file."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from peerdesk.features.backups import words
from peerdesk.features.backups.service import BackupsService, KnownCopy
from peerdesk.ui.widgets import Button, Card, Column, FlowLayout, Heading, Label, ListRow, Muted

MOST = 6


class ChooseCard(Card):
    """``chosen(Path)``: look into this one."""

    chosen = Signal(object)

    def __init__(self, service: BackupsService, *, here: bool = True) -> None:
        super().__init__(margins=(22, 16, 22, 16), spacing=10)
        self._service = service
        self._all = False
        self.buttons: list[Button] = []
        self.heading = Heading(
            self.tr("Copies PeerDesk can see") if here else self.tr("Where is the copy?"),
            2,
            wrap=True,
        )
        self.about = Muted("", wrap=True)
        self._list = QWidget()
        self._rows = Column(self._list, spacing=0)
        self.more = Button("", "link")
        self.more.clicked.connect(self._show_all)
        self.file_button = Button(self.tr("Choose a file…"), icon="folder")
        self.file_button.clicked.connect(self.choose_file)
        row = QWidget()
        FlowLayout(row, spacing=(12, 8)).add(self.file_button, self.more)
        self.add(self.heading, self.about, self._list, row)

    def reload(self, folders: list[Path]) -> None:
        """Look again, also in ``folders`` of sticks."""
        copies = self._service.copies(folders)
        shown = copies if self._all else copies[:MOST]
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.buttons = []
        for copy in shown:
            self._rows.addWidget(self._row(copy))
        self._folders = folders
        self._list.setVisible(bool(shown))
        left = len(copies) - len(shown)
        self.more.setText(self.tr("and %n more", "", left))
        self.more.setVisible(left > 0)
        self.about.setText(
            self.tr("Look inside first; nothing changes until you say so.")
            if copies
            else self.tr("None yet. Plug in the stick that holds one, or choose a file.")
        )

    def choose_file(self) -> None:
        """Ask for a file."""
        title, kinds = self.tr("Choose a copy"), self.tr("Copies (*.zip);;All files (*)")
        path, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        if path:
            self.chosen.emit(Path(path))

    def _show_all(self) -> None:
        self._all = True
        self.reload(self._folders)

    def _row(self, copy: KnownCopy) -> QWidget:
        day = words.when(copy.made_at, self._service.clock)
        where = self.tr("on a stick") if copy.off else self.tr("on this computer")
        texts = Column(spacing=0)
        texts.add(Label(day, wrap=True), Muted(f"{words.size(copy.size)} · {where}", wrap=True))
        look = Button(
            self.tr("Look inside"),
            small=True,
            name=self.tr("Look inside the copy of {day}").format(day=day),
        )
        look.clicked.connect(partial(self.chosen.emit, copy.path))
        self.buttons.append(look)
        row = ListRow(first=self._rows.count() == 0, pad=7)
        row.box.addLayout(texts, 1)
        row.add(look)
        return row
