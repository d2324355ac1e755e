"""What nobody here offers: noted, counted by category, printed for the next funding talk."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from peerdesk.core.errors import KnownError
from peerdesk.features.referrals import words
from peerdesk.features.referrals.asking import holds_focus
from peerdesk.features.referrals.service import LONGEST, NeedView, ReferralsService
from peerdesk.ui import dates, printing
from peerdesk.ui.context import Context
from peerdesk.ui.page import Page
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    Card,
    CheckBox,
    Column,
    ComboBox,
    EmptyState,
    Field,
    FlowLayout,
    Heading,
    InlineMessage,
    Label,
    LineEdit,
    Muted,
    Panes,
    Paragraph,
)

NARROW = 820


class NeedRow(QWidget):
    """One need: whether it is met by now, its category, and a way to take it off."""

    def __init__(
        self,
        need: NeedView,
        categories: list[tuple[str, str]],
        service: ReferralsService,
        attempt: Callable[[Callable[[], object]], None],
        day: str,
    ) -> None:
        super().__init__()
        self.need = need
        self.title = Label(need.words, weight=600, wrap=True)
        self.met = CheckBox(
            self.tr("Met by now"),
        )
        self.met.setAccessibleName(self.tr("Met by now: {words}").format(words=need.words))
        self.met.setChecked(need.met)
        self.met.clicked.connect(
            lambda: attempt(lambda: service.set_met(need.uid, self.met.isChecked()))
        )
        keys = [key for key, _name in categories]
        self.kind = ComboBox([name for _key, name in categories], small=True)
        kind = Label(self.tr("Kind"), size=13)
        kind.setBuddy(self.kind)
        self.kind.setAccessibleName(self.tr("Kind: {words}").format(words=need.words))
        self.kind.setCurrentIndex(keys.index(need.category) if need.category in keys else 0)
        self.kind.activated.connect(
            lambda number: attempt(lambda: service.set_category(need.uid, keys[number]))
        )
        self.away = Button(self.tr("Take off"), "quiet", icon="trash", small=True)
        self.away.setAccessibleName(self.tr("Take off: {words}").format(words=need.words))
        self.away.clicked.connect(lambda: attempt(lambda: service.remove_need(need.uid)))
        bar = QWidget()
        FlowLayout(bar, spacing=(10, 8)).add(self.met, kind, self.kind, self.away)
        Column(self, (0, 4, 0, 8), 4).add(self.title, Muted(day), bar)

    def stops(self) -> list[QWidget]:
        """What Tab goes to."""
        return [self.met, self.kind, self.away]


class NeedsPage(Page):
    """The list on the left, counts by category on the right."""

    tables = frozenset({"need"})

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.service = ReferralsService(context.cabinet)
        self.categories = [("", self.tr("Something else"))]
        known = context.extra.get("service_categories")
        if known is not None:
            self.categories += known()
        self.message = InlineMessage(parent=self)
        self.print_button = Button(self.tr("Print one page"), icon="print")
        self.print_button.clicked.connect(self.print_page)
        self.words = LineEdit()
        self.words.setMaxLength(LONGEST)
        self.words.returnPressed.connect(self.note)
        self.note_button = Button(self.tr("Note it"), "primary")
        self.note_button.clicked.connect(self.note)
        self.field = Field(
            self.tr("What does nobody here offer?"),
            self.words,
            self.tr("No names: this list is for the next funding talk."),
        )
        self.empty = EmptyState(
            "list",
            self.tr("Nothing is noted yet"),
            self.tr("When a search in Local help finds nothing, it can be noted there too."),
        )
        self._rows_held = QWidget()
        self._rows_box = Column(self._rows_held, spacing=6)
        self.rows: list[NeedRow] = []
        self._shown: object = None
        left = Card(spacing=10)
        left.add(self.field)
        left.box.addWidget(self.note_button, 0, Qt.AlignmentFlag.AlignLeading)
        left.add(self.empty, self._rows_held)
        left.box.addStretch(1)
        self.side = Card(spacing=8)
        self.counts = Paragraph("")
        self.side.add(Heading(self.tr("By kind"), 2, wrap=True), self.counts)
        self.side.box.addStretch(1)
        self.panes = Panes(least=NARROW, tall=0)
        self.panes.add_pane(left, 3)
        self.panes.add_pane(self.side, 2)
        Column(self, spacing=12).add(self.message, self.panes)
        self.refresh(frozenset())

    # -- what app asks -------------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("What is missing here")

    def subtitle(self) -> str:
        return self.tr("Asked for, and nobody near here offers it.")

    def header_buttons(self) -> list[QWidget]:
        return [self.print_button]

    def refresh(self, tables: frozenset[str]) -> None:
        if tables and not tables & self.tables:
            return
        needs = self.service.needs()
        if needs != self._shown:
            self._shown = needs
            self._fill(needs)
        names = dict(self.categories)
        self.counts.setText(
            "\n".join(
                f"{words.category_name(one.category, names)}: {words.need_count_words(one)}"
                for one in self.service.need_counts()
            )
        )
        for part, shown in (
            (self.side, bool(needs)),
            (self.empty, not needs),
            (self._rows_held, bool(needs)),
        ):
            part.setVisible(shown)
        self.print_button.setEnabled(bool(needs))
        self._order()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._order()

    # -- doing ---------------------------------------------------------------------------------

    def note(self) -> None:
        """Note what stands in the field."""
        typed = self.words.text()
        if typed.strip():
            self._try(lambda: self.service.note_need(typed))
            if not self.message.text():
                self.words.clear()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def body(self) -> str:
        """The page for paper."""
        day = dates.full_day(self._context.clock.now().date())
        names = dict(self.categories)
        return words.needs_html(self.service.need_counts(), self.service.needs(), names, day)

    def print_page(self) -> None:
        """Ask for a printer and print."""
        if printing.print_text(self.body(), self.window()):
            self.message.say(self.tr("It is on its way to the printer."), "done")

    # -- inside --------------------------------------------------------------------------------

    def _fill(self, needs: tuple[NeedView, ...]) -> None:
        had = next((n for n, row in enumerate(self.rows) if holds_focus(row)), -1)
        while (item := self._rows_box.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        clock = self._context.clock
        today = clock.now().date()
        self.rows = []
        for need in needs:
            day = dates.ago(clock.local(need.noted_at).date(), today)
            row = NeedRow(need, self.categories, self.service, self._try, day)
            self.rows.append(row)
            self._rows_box.addWidget(row)
        if had >= 0:
            near = self.rows[min(had, len(self.rows) - 1)].met if self.rows else self.words
            near.setFocus(Qt.FocusReason.OtherFocusReason)

    def _order(self) -> None:
        stops: list[QWidget] = [self.words, self.note_button]
        stops += [stop for row in self.rows for stop in row.stops()]
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    def _try(self, verb: Callable[[], object]) -> None:
        self.message.clear()
        try:
            verb()
        except KnownError as problem:
            self.message.say(render(problem.text), "problem")
