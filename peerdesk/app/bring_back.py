"""Bringing a copy back while nobody is signed in: at the first start, or from the welcome page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from peerdesk.features.backups.bring_back import BringBackCard
from peerdesk.features.backups.choose import ChooseCard
from peerdesk.features.backups.service import BackupsService
from peerdesk.features.backups.sticks import FOLDER
from peerdesk.ui import drives, theme
from peerdesk.ui.jobs import Jobs
from peerdesk.ui.widgets import (
    Badge,
    Button,
    Column,
    FlowLayout,
    Heading,
    Paragraph,
    Row,
    ScrollColumn,
)
from peerdesk.ui.window_size import first_size

if TYPE_CHECKING:
    from peerdesk.app.desk import Desk

WIDTH = 640


class BringBackWindow(QWidget):
    """``done`` when what was chosen is ready; ``left`` with nothing changed."""

    done = Signal()
    left = Signal()

    def __init__(self, desk: Desk, *, find: Callable[[Path], list[Path]] = drives.plugged) -> None:
        super().__init__()
        self.service = BackupsService(desk.workspace, desk.clock, desk.kdf)
        self.service.tidy()
        self._find = find
        self.jobs = Jobs(self)
        self.setWindowTitle("PeerDesk")
        self.column = ScrollColumn(spacing=16)
        head = Row(spacing=14)
        head.addWidget(Badge("P", 42), 0, Qt.AlignmentFlag.AlignTop)
        texts = Column(spacing=4)
        texts.add(
            Heading(self.tr("Bring back a copy"), 1, wrap=True),
            Paragraph(
                self.tr(
                    "A copy holds everything. Places that are whole here and not yours stay as "
                    "they are."
                )
                if desk.workspace.exists()
                else self.tr("A copy from another computer brings everything to this one."),
                tone="muted",
            ),
        )
        head.addLayout(texts, 1)
        self.column.box.addLayout(head)
        self.choose = ChooseCard(self.service, here=False)
        self.choose.chosen.connect(self.look_into)
        self.bring = BringBackCard(self.service, self.jobs)
        self.bring.back.connect(self._show_list)
        self.bring.ready.connect(self.done)
        self.bring.hide()
        self.leave_button = Button(self.tr("Back"), icon="back")
        self.leave_button.clicked.connect(self.left)
        self._foot = QWidget()
        FlowLayout(self._foot).add(self.leave_button)
        self.column.add(self.choose, self.bring, self._foot)
        self.column.box.addStretch(1)
        self._box = Column(self)
        self._box.add(self.column)
        self.setMinimumSize(640, 480)
        self.resize(first_size(self))
        self._reload()

    def look_into(self, path: Path) -> None:
        """Show what the copy at ``path`` holds."""
        self.choose.hide()
        self._foot.hide()
        self.bring.show()
        self.bring.show_copy(path)

    def release(self) -> None:
        """The window is about to go; nothing of a copy stays behind."""
        self.bring.release()
        self.jobs.cancel_all()

    def _show_list(self) -> None:
        self.bring.hide()
        self.choose.show()
        self._foot.show()
        self._reload()

    def _reload(self) -> None:
        roots = self._find(self.service.workspace.path)
        self.choose.reload([root / FOLDER for root in roots] + roots)

    def restyle(self) -> None:
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        side = max(theme.px(20), (self.width() - theme.px(WIDTH)) // 2)
        top = theme.px(46 if self.height() >= theme.px(700) else 20)
        self._box.setContentsMargins(side, top, side, top)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme.of(self).color("paper"))
