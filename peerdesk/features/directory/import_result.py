"""What came of an import: in one paragraph, with the rows that did not come in as they were."""

from __future__ import annotations

from PySide6.QtWidgets import QListWidget, QWidget

from peerdesk.exchange.hsds import Result
from peerdesk.ui.dates import counted
from peerdesk.ui.text import render
from peerdesk.ui.widgets import Column, Muted, Paragraph

SHOWN = 500
"""So many rows are named."""


class ImportResult(QWidget):
    """Hidden until :meth:`show_result`."""

    def __init__(self) -> None:
        super().__init__()
        self.summary = Paragraph("")
        self.rows = QListWidget()
        self.rows.setAccessibleName(self.tr("Rows that did not come in as they were"))
        self.rows.setWordWrap(True)
        self.rows.setFrameShape(QListWidget.Shape.NoFrame)
        self.more = Muted("", wrap=True)
        box = Column(self, spacing=13)
        box.addWidget(self.summary)
        box.addWidget(self.rows, 1)
        box.addWidget(self.more)
        box.addStretch(0)

    def clear(self) -> None:
        """Nothing was imported just now."""
        self.rows.clear()
        self.hide()

    def show_result(self, result: Result) -> None:
        """The summary and the rows that did not come in."""
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
        where = self.tr("{file}, row {row}: {what}")
        for one in result.problems[:SHOWN]:
            words = render(one.text)
            self.rows.addItem(where.format(file=one.file, row=one.row, what=words))
        self.rows.setVisible(bool(result.problems))
        left = result.left_out + result.noted - self.rows.count()
        more = counted(self.tr("And %Ln more row(s).", "", left), left) if left > 0 else ""
        self.more.setText(more)
        self.more.setVisible(bool(more))
        self.show()
