"""The crisis card, on the welcome page and everywhere else, without a dialog.

Nothing here needs a key and nothing is recorded. Numbers are large; the card can be read aloud
where the computer has a voice, and printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from peerdesk.store.glance import CrisisRow
from peerdesk.ui import theme
from peerdesk.ui.widgets import Card, IconView, Label, ListRow, Row

if TYPE_CHECKING:
    from peerdesk.ui.speech import Speaker
    from peerdesk.ui.widgets import Button


class CrisisLineView(QFrame):
    """One row: who, when to ring, and the number; the number moves below when it is narrow."""

    def __init__(self, row: CrisisRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label(row.title, size=16, weight=600, wrap=True)
        self.detail = Label(row.about, size=13, tone="muted", wrap=True)
        if not row.about:  # showing it before it stands in the row would open a window for it
            self.detail.hide()
        self.number = Label(row.number, size=25, weight=theme.HEAVY, tone="plum")
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.detail)
        words.addStretch(1)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addLayout(words, 1)
        self._box.addWidget(self.number, 0, Qt.AlignmentFlag.AlignVCenter)
        self.restyle()

    def restyle(self) -> None:
        self._box.setSpacing(theme.px(12))
        self._arrange()

    def _arrange(self) -> None:
        below = self.number.sizeHint().width() > self.width() * 0.5
        way = QBoxLayout.Direction
        self._box.setDirection(way.TopToBottom if below else way.LeftToRight)
        self._box.setSpacing(0 if below else theme.px(12))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


class CrisisCard(Card):
    """The card of the target. ``show_rows`` changes what stands there. The first window makes the
    numbers ``at_once`` and the buttons a moment later (:meth:`fill`), in room that was left."""

    read_button: Button
    print_button: Button

    def __init__(
        self,
        rows: Sequence[CrisisRow],
        *,
        centre: str = "",
        at_once: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("crisis", margins=(24, 20, 24, 20), spacing=0, parent=parent)
        self._rows: tuple[CrisisRow, ...] = ()
        self._centre = centre
        self._lines: list[ListRow] = []
        self._speaker: Speaker | None = None
        self.title = Label(
            self.tr("If you need help right now"),
            size=20,
            weight=theme.HEAVY,
            tone="plum",
            wrap=True,
        )
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        first = Row(spacing=10)
        first.addWidget(IconView("help", 24, "plum"), 0, Qt.AlignmentFlag.AlignVCenter)
        first.addWidget(self.title, 1)
        self._buttons: QWidget | None = None
        self._head.addLayout(first, 1)
        self._head.addStrut(theme.px(40))  # as high as the buttons
        self.box.addLayout(self._head)
        self.show_rows(rows)
        self._asked = False
        if at_once:
            self.fill()
        else:
            self._arrange()

    def fill(self) -> None:
        """Make the buttons; doing it again is harmless."""
        if self._buttons is not None:
            return
        from peerdesk.ui.widgets import Button, FlowLayout

        self.read_button = Button(self.tr("Read to me"), icon="sound")
        self.read_button.clicked.connect(self.read_aloud)
        self.read_button.hide()
        self.print_button = Button(self.tr("Print"))
        self.print_button.clicked.connect(self.print_card)
        self._buttons = QWidget()
        FlowLayout(self._buttons, spacing=(10, 8)).add(self.read_button, self.print_button)
        self._head.addWidget(self._buttons)
        self._arrange()

    def show_rows(self, rows: Sequence[CrisisRow]) -> None:
        """Show other rows; the same ones are left standing."""
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        for line in self._lines:
            self.box.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = []
        for row in self._rows:
            line = ListRow(pad=11, token="plum_line")
            line.add(CrisisLineView(row), stretch=1)
            self.box.addWidget(line)
            self._lines.append(line)

    def rows(self) -> tuple[CrisisRow, ...]:
        """What stands there."""
        return self._rows

    def words(self) -> str:
        """The card as it is read aloud; numbers digit by digit, as one dials them."""
        return crisis_words(self._rows)

    def page(self) -> str:
        """The card as HTML, for a sheet on the wall."""
        return crisis_html(self._rows, self._centre)

    def read_aloud(self) -> None:
        """Read the card, or stop reading."""
        if self._speaker is not None:
            self._speaker.toggle(self.words())

    def print_card(self) -> None:
        """Look at the page for the wall, then print or save it."""
        from peerdesk.app.help_now.poster import print_poster

        print_poster(self._rows, self._centre, self)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._asked:
            # Looking for a voice asks the system; the first paint does not wait for it.
            self._asked = True
            QTimer.singleShot(0, self, self._find_voice)

    def _find_voice(self) -> None:
        from peerdesk.ui.speech import Speaker

        self.fill()
        self._speaker = Speaker(parent=self)
        self._speaker.changed.connect(self._voice_changed)
        self.read_button.setVisible(self._speaker.available())
        self._arrange()

    def _voice_changed(self, speaking: bool) -> None:
        self.read_button.setText(self.tr("Stop reading") if speaking else self.tr("Read to me"))

    def restyle(self) -> None:
        self._head.setSpacing(theme.px(10))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.title.fontMetrics().horizontalAdvance(self.title.text()) + theme.px(34 + 14)
        buttons = 0 if self._buttons is None else self._buttons.sizeHint().width()
        below = wide + buttons + theme.px(58) > self.width()
        way = QBoxLayout.Direction
        self._head.setDirection(way.TopToBottom if below else way.LeftToRight)
        self._head.setSpacing(theme.px(10))
        self._head.setContentsMargins(0, 0, 0, theme.px(8))  # the buttons stand clear of the line


def _is_number(words: str) -> bool:
    return all(c.isdigit() or c in " +-()*#" for c in words)


def _line(words: str, points: float, *, bold: bool = False, whole: bool = False) -> str:
    import html

    # The size stands on the words themselves: a table cell of the printed page has a size of its
    # own, which wins over the paragraph's.
    weight = "; font-weight:600" if bold else ""
    style = f"font-size:{points:.1f}pt{weight}"
    block = "margin:0; white-space:nowrap" if whole else "margin:0"
    return f"<p style='{block}'><span style='{style}'>{html.escape(words)}</span></p>"


def crisis_words(rows: Sequence[CrisisRow]) -> str:
    """The card as it is read aloud; numbers digit by digit, as one dials them."""
    title = QCoreApplication.translate("Help now", "If you need help right now")
    spoken = [f"{title}."]
    for row in rows:
        number = " ".join(row.number.replace(" ", "")) if _is_number(row.number) else row.number
        spoken.append(". ".join(p for p in (row.title, row.about, number) if p) + ".")
    return "\n".join(spoken)


def crisis_html(rows: Sequence[CrisisRow], centre: str = "", scale: float = 1.0) -> str:
    """A page for the wall: 16 pt and more, left aligned, no italics (UKAAF clear print). ``scale``
    times that where a sheet has more room; who is in the building stands last."""

    import html

    def block(some: Sequence[CrisisRow]) -> list[str]:
        return [
            f"<table width='100%' cellspacing='0' cellpadding='{8 * scale:.0f}'><tr>"
            f"<td>{_line(row.title, 20 * scale, bold=True)}{_line(row.about, 16 * scale)}</td>"
            "<td align='right' valign='middle'>"
            f"{number(row.number, 34 * scale)}</td></tr></table><hr>"
            for row in some
        ]

    def heading(tag: str, words: str, points: float) -> str:
        size = f"font-size:{points * scale:.1f}pt"
        return f"<{tag} style='{size}'>{html.escape(words)}</{tag}>"

    def number(words: str, points: float) -> str:
        """On one line, and from the left in every language."""
        if not _is_number(words):
            return _line(words, points, bold=True)
        plain = f"\u2066{words.replace(' ', chr(160))}\u2069"
        return _line(plain, points, bold=True, whole=True)

    title = QCoreApplication.translate("Help now", "If you need help right now")
    parts = [heading("h1", title, 26), *block([row for row in rows if not row.here])]
    here = [row for row in rows if row.here]
    if here:
        where = QCoreApplication.translate("Help now", "In this building")
        parts += [heading("h2", where, 22), *block(here)]
    if centre:
        parts.append(_line(centre, 16 * scale))
    return "".join(parts)
