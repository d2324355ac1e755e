"""Before the meeting: what was noticed, and the group's own list, ticked off one by one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from peerdesk.core.errors import KnownError
from peerdesk.features.meetings.service import Check, MeetingsService, MeetingView
from peerdesk.ui.context import Context
from peerdesk.ui.saving import called
from peerdesk.ui.tab_order import Anchor
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    Card,
    CheckBox,
    Column,
    FlowLayout,
    Heading,
    IconView,
    LineEdit,
    ListRow,
    Muted,
    Paragraph,
    Row,
    Tag,
)

KINDS = {"reach": "accent", "newcomer": "accent", "cover": "accent"}


class CheckRow(ListRow):
    """One thing to do: a box to tick, the words, and a tag or, for an own row, Remove."""

    def __init__(self, card: BeforeCard, check: Check, first: bool) -> None:
        super().__init__(first=first, pad=4, spacing=6)
        self.check, self._card = check, card
        self.tick = CheckBox()
        self.tick.clicked.connect(lambda on: card.tick(self.check, on))
        self.icon = QWidget()
        Row(self.icon, (6, 6, 6, 6)).addWidget(IconView("info", 20, "muted"))
        self.words = Paragraph("")
        self.tag = Tag("", KINDS.get(check.tag, "neutral"))
        self.remove = Button(icon="close", kind="quiet", small=True, name=self.tr("Remove"))
        self.remove.clicked.connect(lambda: card.remove(self.check))
        self.act = Button(self.tr("Print them"), small=True)
        self.act.clicked.connect(lambda: card.print_recovery())
        middle = Qt.AlignmentFlag.AlignVCenter
        for widget, stretch in ((self.tick, 0), (self.icon, 0), (self.words, 1)):
            self.box.addWidget(widget, stretch, middle)
        # One under the other where large words leave no room beside each other.
        self._end = QWidget()
        FlowLayout(self._end, spacing=(6, 4), align_end=True).add(self.act, self.tag, self.remove)
        self.box.addWidget(self._end, 0, middle)

    def show_check(self, check: Check, words: str, tag: str) -> None:
        """Show a check whose words are ready to read."""
        self.check = check
        self.words.setText(words)
        self.words.set_tone("muted" if check.done else "ink")
        self.tick.setVisible(check.can_tick)
        self.tick.setAccessibleName(words)
        self.tick.setChecked(check.done)
        self.icon.setVisible(not check.can_tick)
        self.act.setVisible(check.tag == "recovery" and self._card.can_print)
        own = check.tag == "own"
        self.tag.setText(tag)
        self.tag.setVisible(not own)
        self.tag.updateGeometry()
        self.remove.setVisible(own)
        self.remove.setAccessibleDescription(words)


class BeforeCard(Card):
    """The check list of the next meeting."""

    def __init__(self, service: MeetingsService, context: Context) -> None:
        super().__init__(spacing=6)
        self._service, self._context = service, context
        self.heading = Heading("", 2)
        self.rows: dict[bytes, CheckRow] = {}
        self._list = QWidget()
        self._box = Column(self._list, spacing=0)
        self.none = Muted("", wrap=True)
        self.line = LineEdit(placeholder=self.tr("Something to do before every meeting"))
        self.line.setAccessibleName(self.tr("Something to do before every meeting"))
        self.line.returnPressed.connect(self._try)
        self.line.textChanged.connect(self._typed)
        self.add_button = Button(self.tr("Add"), icon="plus")
        self.add_button.clicked.connect(self._try)
        self.add_button.hide()
        self._others: tuple[QWidget, ...] = ()
        self._anchor = Anchor()
        self._more = QWidget()
        self._more_box = Column(self._more, spacing=0)
        self.add(self.heading, self.none, self._anchor, self._list, self._more)
        self.box.addSpacing(4)
        self.add(ListRow(self.line, self.add_button, first=True, pad=0, spacing=8))
        self.box.addStretch(1)

    def add_rows(self, rows: Sequence[QWidget]) -> None:
        """What other rooms say is to be done; it stands under the rest."""
        self._others = tuple(rows)
        for row in rows:
            self._more_box.addWidget(row)

    def show_meeting(self, meeting: MeetingView | None) -> None:
        """Show what to do before ``meeting`` (None: nothing is planned)."""
        self.heading.setText(self._title(meeting))
        checks = self._service.checks(meeting.uid if meeting else None)
        if list(self.rows) != [c.key for c in checks]:
            self._rebuild(checks)
        for check in checks:
            self.rows[check.key].show_check(check, self._words(check), self._tag(check))
        self.none.setText(
            self.tr("Nothing to do yet. Write down what your group gets ready each time.")
        )
        self._list.setVisible(bool(checks))
        self.look_empty()

    def look_empty(self) -> None:
        """Say that there is nothing to do, unless another room has something."""
        more = any(not row.isHidden() for row in self._others)
        self.none.setVisible(not self.rows and not more)

    def _rebuild(self, checks: list[Check]) -> None:
        focused = next((k for k, r in self.rows.items() if r.tick.hasFocus()), None)
        for row in self.rows.values():
            self._box.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}
        for check in checks:
            row = CheckRow(self, check, first=not self.rows)
            self.rows[check.key] = row
            self._box.addWidget(row)
        self._anchor.lead([w for r in self.rows.values() for w in (r.tick, r.act, r.remove)])
        if focused in self.rows:
            self.rows[focused].tick.setFocus()

    def _title(self, meeting: MeetingView | None) -> str:
        if meeting is None or meeting.start.date() != self._context.clock.now().date():
            return self.tr("Before the next meeting")
        if meeting.start.hour >= 17:
            return self.tr("Before tonight")
        return self.tr("Before today’s meeting")

    def _words(self, check: Check) -> str:
        if isinstance(check.words, str):
            return check.words
        if not check.name:
            return render(check.words)
        shown = self._context.names.shown
        other = shown(check.other) if check.other else ""
        return render(check.words.format(name=shown(check.name), other=other))

    def _tag(self, check: Check) -> str:
        return {
            "reach": self.tr("To reach"),
            "newcomer": self.tr("Newcomer"),
            "print": self.tr("Print"),
            "needs": self.tr("Room"),
            "recovery": self.tr("Recovery"),
            "cover": self.tr("Stand in"),
            "restock": self.tr("Restock"),
            "own": "",
        }[check.tag]

    # -- doing -------------------------------------------------------------------------------

    def tick(self, check: Check, done: bool) -> None:
        """Tick one row off, or take the tick away."""
        self._service.tick(check, done)

    def remove(self, check: Check) -> None:
        """Take an own row away."""
        self._service.remove_preparation(check.key)

    def _typed(self, words: str) -> None:
        self.add_button.setVisible(bool(words.strip()))

    @property
    def can_print(self) -> bool:
        """Whether the recovery parts can be printed from here."""
        return "print_recovery" in self._context.extra

    def print_recovery(self) -> None:
        """Go where the recovery parts of the group are printed."""
        self._context.extra["print_recovery"]()

    def _add(self) -> None:
        words = self.line.text().strip()
        if words:
            self._service.add_preparation(words)
            self.line.setText("")  # unlike clear(), its own Ctrl+Z cannot bring the words back

    def _try(self) -> None:
        try:
            self._add()
        except KnownError as error:
            self._context.notice(error.text)

    def flush(self) -> None:
        """What is half typed is kept as a row rather than lost. Raises a KnownError."""
        self._add()

    def unsaved(self) -> str:
        """What could not be kept."""
        words = self.line.text().strip()
        return called(self.line, words) if words else ""
