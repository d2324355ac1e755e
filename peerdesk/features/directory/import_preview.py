"""What an import would change, before it is brought in."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from peerdesk.exchange.preview import Changed, Preview
from peerdesk.features.directory.import_twins import looks_words
from peerdesk.features.directory.import_words import field_name, field_words
from peerdesk.ui import theme
from peerdesk.ui.dates import counted, day_month
from peerdesk.ui.widgets import (
    Button,
    Column,
    FlowLayout,
    Heading,
    InlineMessage,
    Label,
    Muted,
    Paragraph,
    ScrollColumn,
)

SHOWN = 60
"""Of each list; the rest is a number."""


class Lines(QWidget):
    """Words one under the other, made anew each time."""

    def __init__(self) -> None:
        super().__init__()
        self.box = Column(self, spacing=10)

    def add(self, *widgets: QWidget) -> None:
        """Add words."""
        self.box.add(*widgets)

    def clear(self) -> None:
        """Take all of them out."""
        while (item := self.box.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()


class PreviewFace(QWidget):
    """``bring_in``, ``leave``, ``decide`` (what was changed here and there) and ``compare`` (what
    may be the same as a listing here) are pressed."""

    bring_in = Signal()
    leave = Signal()
    decide = Signal()
    compare = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = Heading("", 3, wrap=True)
        self.summary = Paragraph("")
        self.alike = InlineMessage("", "info")
        self.both = InlineMessage("", "info")
        self.lists = Lines()
        self.body = ScrollColumn(spacing=13)
        free = QSizePolicy.Policy
        self.body.setSizePolicy(free.Expanding, free.Ignored)  # it scrolls instead of growing
        self.bring_button = Button(self.tr("Bring it in"), "primary", icon="import")
        self.decide_button = Button(self.tr("Decide about these"))
        self.compare_button = Button(self.tr("Look at what may be the same"))
        self.leave_button = Button(self.tr("Leave it"))
        self.bring_button.clicked.connect(self.bring_in)
        self.decide_button.clicked.connect(self.decide)
        self.compare_button.clicked.connect(self.compare)
        self.leave_button.clicked.connect(self.leave)
        self.nothing_yet = Muted("", wrap=True)
        bar = QWidget()
        FlowLayout(bar, spacing=(8, 8)).add(
            self.bring_button, self.compare_button, self.decide_button, self.leave_button
        )
        box = Column(self, spacing=13)
        box.add(self.title, self.nothing_yet)
        self.body.add(self.summary, self.alike, self.both, self.lists)
        self.body.box.addStretch(1)
        box.addWidget(self.body, 1)
        box.add(bar)
        self.restyle()

    def restyle(self) -> None:
        """With large words the page scrolls as well, and not this alone."""
        self.body.setMinimumHeight(theme.px(200))

    def show_preview(
        self,
        preview: Preview,
        source: str,
        taken: int,
        made_on: str = "",
        same: Collection[bytes] = (),
    ) -> None:
        """Show what would change; ``taken`` of the conflicts are decided for theirs, and ``same``
        (uids there) of the twins for being one. ``made_on``: the day (ISO) on which another centre
        made it as a pack."""
        lines = [self.tr("Nothing has been changed yet.")]
        if made_on:
            made = self.tr("{name} made this pack on {day}.")
            day = day_month(date.fromisoformat(made_on))
            lines.insert(0, made.format(name=source, day=day))
        self.nothing_yet.setText(" ".join(lines))
        self.title.setText(self.tr("What would change: {source}").format(source=source))
        self.summary.setText("\n".join(self._summary(preview)))
        n = len(preview.conflicts)
        words = self.tr("%Ln field(s) were changed here, and in the new directory as well.", "", n)
        lines = [counted(words, n)]
        if taken:
            words = self.tr("%Ln of them will be as in the new directory.", "", taken)
            lines.append(counted(words, taken))
        else:
            lines.append(self.tr("What stands here stays, unless you decide otherwise."))
        self.both.say(" ".join(lines) if n else "", "info")
        self.decide_button.setVisible(n > 0)
        self._say_alike(preview, len(same))
        self.lists.clear()
        self._twins(preview, same)
        self._names(self.tr("New"), preview.new_names, preview.new)
        self._names(self.tr("Not in it any more"), preview.gone_names, preview.gone)
        if preview.changed:
            self.lists.add(Label(self.tr("Changed"), weight=600, wrap=True))
            for one in preview.changes[:SHOWN]:
                self._changed(one)
            self._rest(preview.changed - min(len(preview.changes), SHOWN))

    def _say_alike(self, preview: Preview, same: int) -> None:
        n = len(preview.twins)
        words = self.tr("%Ln service(s) in it may be the same as one that is here.", "", n)
        lines = [counted(words, n)]
        if same:
            words = self.tr("%Ln of them will be one with it.", "", same)
            lines.append(counted(words, same))
        else:
            lines.append(self.tr("Both will be listed, unless you say that they are the same."))
        self.alike.say(" ".join(lines) if n else "", "info")
        self.compare_button.setVisible(n > 0)

    def _twins(self, preview: Preview, same: Collection[bytes]) -> None:
        lines = []
        for twin in preview.twins[:SHOWN]:
            words = self.tr("{name}: may be the same as {other}")
            if twin.there.uid in same:
                words = self.tr("{name}: the same as {other}")
            other = f"{twin.here.name} ({looks_words(twin.here, twin.here.name)})"
            lines.append(words.format(name=twin.there.name, other=other))
        if lines:
            self.lists.add(Label(self.tr("May be the same as one here"), weight=600, wrap=True))
            self.lists.add(Paragraph("\n".join(lines)))
            self._rest(len(preview.twins) - len(lines))

    def _summary(self, preview: Preview) -> list[str]:
        lines = []
        n = preview.new
        if n:
            lines.append(counted(self.tr("%Ln new service(s)", "", n), n))
        n = preview.changed
        if n:
            lines.append(counted(self.tr("%Ln service(s) with something changed", "", n), n))
        n = preview.gone
        if n:
            words = self.tr(
                "%Ln service(s) it has no more: taken off the list, and not thrown away", "", n
            )
            lines.append(counted(words, n))
        n = preview.same
        if n:
            lines.append(counted(self.tr("%Ln service(s) as they are here already", "", n), n))
        return lines

    def _names(self, title: str, names: tuple[str, ...], count: int) -> None:
        if count:
            self.lists.add(Label(title, weight=600, wrap=True))
            self.lists.add(Paragraph("\n".join(names[:SHOWN])))
            self._rest(count - min(len(names), SHOWN))

    def _rest(self, n: int) -> None:
        if n > 0:
            self.lists.add(Muted(counted(self.tr("And %Ln more.", "", n), n)))

    def _changed(self, one: Changed) -> None:
        lines = []
        for field in one.fields:
            name = field_name(field.table, field.column)
            if field.before == field.after == "":
                lines.append(name)
                continue
            words = self.tr("{field}: {before} → {after}")
            if self.isRightToLeft():
                words = self.tr("{field}: {before} ← {after}")
            before = field_words(field.table, field.column, field.before)
            after = field_words(field.table, field.column, field.after)
            lines.append(words.format(field=name, before=before, after=after))
        self.lists.add(Paragraph(one.name), Muted("\n".join(lines), wrap=True))
