"""The one question that is asked: before somebody is erased for good."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QSizePolicy, QWidget

from peerdesk.ui import theme
from peerdesk.ui.widgets import Button, Column, FlowLayout, Heading, Paragraph


class EraseDialog(QDialog):
    """ "Erase for good" accepts; "Keep", Escape and closing keep everything."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("PeerDesk")
        self.setModal(True)
        title = self.tr("Erase {name} for good?").format(name=name)
        self.setAccessibleName(title)
        words = (
            self.tr(
                "This takes away the name, how to reach this person, what they agreed to, and "
                "when they were here. It goes from this group and from its copies on this "
                "computer."
            ),
            self.tr("It cannot come back, and there is no undo."),
            self.tr(
                "Head counts of past meetings stay as they are. Copies on USB sticks still hold "
                "it until they are made again."
            ),
        )
        column = Column(self, (24, 22, 24, 20), 12)
        self.heading = Heading(title, 3, wrap=True)
        column.addWidget(self.heading)
        for text in words:
            column.addWidget(Paragraph(text))
        column.addSpacing(theme.px(6))
        self.erase = Button(self.tr("Erase for good"))
        self.keep = Button(self.tr("Keep"), kind="primary")
        self.erase.clicked.connect(self.accept)
        self.keep.clicked.connect(self.reject)
        holder = QWidget()
        holder.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        buttons = FlowLayout(holder, spacing=(10, 8), align_end=True)
        buttons.add(self.erase, self.keep)
        column.addWidget(holder)
        screen = self.screen().availableSize()
        wide = min(theme.px(460), screen.width() - theme.px(20))
        self.setFixedSize(wide, column.totalHeightForWidth(wide))
        QTimer.singleShot(0, self.keep, lambda: self.keep.setFocus(Qt.FocusReason.TabFocusReason))
