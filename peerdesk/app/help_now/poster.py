"""Help right now for the wall: choose the paper and the size, look, then print or save."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from peerdesk.app.help_now.card import crisis_html, crisis_words
from peerdesk.store.glance import CrisisRow
from peerdesk.ui.paper_dialog import PaperDialog, SpeakerFor, speaker_for
from peerdesk.ui.poster import Poster
from peerdesk.ui.sheets import Sheets, paper, wall_paper
from peerdesk.ui.widgets import Field, Heading, Muted, Segmented, SpinBox

_HEADING = re.compile(r"<h[12] style='(.*?)</h[12]>")


class PosterDialog(PaperDialog):
    """Nothing here names anybody and nothing is recorded, so it needs no sign-in."""

    def __init__(
        self,
        rows: Sequence[CrisisRow],
        centre: str = "",
        parent: QWidget | None = None,
        speaker: SpeakerFor = speaker_for,
    ) -> None:
        super().__init__(parent=parent, speaker=speaker)
        self.setAccessibleName(self.tr("Print help right now"))
        self._rows, self._centre = tuple(rows), centre
        names = [page.name for page in (paper(), wall_paper())]
        self.paper = Segmented(names, name=self.tr("Paper"))
        self.print_size = Segmented(
            [self.tr("Normal print"), self.tr("Large print")], name=self.tr("Size"), current=1
        )
        self.number = SpinBox(1, 50, 1)
        self.options.add(
            Heading(self.tr("Print help right now"), 2, wrap=True),
            Muted(
                self.tr("For a wall, a door, the inside of a cupboard. One sheet holds all of it."),
                wrap=True,
            ),
            Field(self.tr("Paper"), self.paper),
            Field(
                self.tr("Size"),
                self.print_size,
                self.tr("Large print is as large as the sheet allows."),
            ),
            Field(self.tr("Copies"), self.number),
        )
        self.options.box.addStretch(1)
        for segmented in (self.paper, self.print_size):
            segmented.chosen.connect(lambda _at: self.change())
        self.make_pages()

    def sheets(self) -> Sheets | None:
        page = wall_paper() if self.paper.current() else paper()
        return Poster(self._painted, page, large=self.large())

    def text(self) -> str:
        return self._body(1.0)

    def words(self) -> str:
        return crisis_words(self._rows)

    def large(self) -> bool:
        return self.print_size.current() == 1

    def copies(self) -> int:
        return self.number.value()

    def _painted(self, scale: float) -> str:
        """Qt gives a heading a size of its own, so that on the sheet it is a paragraph."""
        return _HEADING.sub(r"<p style='font-weight:700; \1</p>", self._body(scale))

    def _body(self, scale: float) -> str:
        return crisis_html(self._rows, self._centre, scale)


def print_poster(rows: Sequence[CrisisRow], centre: str, parent: QWidget) -> PosterDialog:
    """Open the poster over ``parent``; it goes when it is closed."""
    made = PosterDialog(rows, centre, parent.window())
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    made.open()
    return made
