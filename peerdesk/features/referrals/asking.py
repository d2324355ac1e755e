"""Asking how it went: one row for each suggestion, and a list of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from peerdesk.core.clock import Clock
from peerdesk.core.errors import KnownError
from peerdesk.features.referrals import words
from peerdesk.features.referrals.service import LONGEST, TURNED_AWAY, ReferralsService, ReferralView
from peerdesk.ui import dates
from peerdesk.ui.names import NamesCurtain
from peerdesk.ui.text import render
from peerdesk.ui.widgets import Button, Column, Field, FlowLayout, Label, LineEdit, Muted, Row

Try = Callable[[Callable[[], object]], None]


def holds_focus(row: QWidget) -> bool:
    """Whether the keyboard is somewhere in ``row``."""
    focus = QApplication.focusWidget()
    return focus is not None and row.isAncestorOf(focus)


class ReferralRow(QWidget):
    """What was suggested, when, and one button for each answer; with an answer, that answer and a
    way to ask again. ``attempt`` runs a verb and says what went wrong."""

    def __init__(
        self,
        view: ReferralView,
        service: ReferralsService,
        names: NamesCurtain,
        clock: Clock,
        attempt: Try,
        *,
        named: bool,
    ) -> None:
        super().__init__()
        self.view, self._service, self._attempt = view, service, attempt
        self.buttons: list[Button] = []
        day = dates.ago(clock.local(view.made_at).date(), clock.now().date())
        whom = words.whom(view, names) if named else ""
        self._about = ", ".join(part for part in (view.service, whom) if part)
        self.title = Label(view.service, weight=600, wrap=True)
        self.when = Muted(" · ".join(p for p in (whom, day, words.how(view)) if p), wrap=True)
        bar = QWidget()
        self._flow = FlowLayout(bar, spacing=(8, 8))
        top = Row(spacing=8)
        top.addWidget(self.title, 1)
        away = self._button(
            self.tr("Take away"), lambda: service.remove(view.uid), kind="quiet", icon="trash"
        )
        top.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
        column = Column(self, (0, 4, 0, 8), 4)
        column.addLayout(top)
        column.add(self.when, bar)
        self.why: LineEdit | None = None
        self.reason: QWidget | None = None
        if view.outcome:
            again = self._button(
                self.tr("Ask again"), lambda: service.ask_again(view.uid), icon="back"
            )
            self._flow.add(again)
        else:
            for outcome, label in words.HOW.items():
                act = self._ask_why if outcome == TURNED_AWAY else partial(self._record, outcome)
                self._flow.add(self._button(render(label), act))
            self.reason = self._reason()
            column.add(self.reason)

    def _button(
        self, label: str, act: Callable[[], object], *, kind: str = "plain", icon: str = ""
    ) -> Button:
        made = Button(label, kind, icon=icon, small=True)
        made.setAccessibleName(f"{label}: {self._about}")
        made.clicked.connect(lambda: self._attempt(act))
        self.buttons.append(made)
        return made

    def _reason(self) -> QWidget:
        """Why somebody was turned away; hidden until that is the answer."""
        held = QWidget()
        self.why = LineEdit(private=True)
        self.why.setMaxLength(LONGEST)
        self.why.returnPressed.connect(self._turned_away)
        self.keep = Button(self.tr("Keep it"), "primary")
        self.keep.setAccessibleName(self.tr("Keep it: {about}").format(about=self._about))
        self.keep.clicked.connect(self._turned_away)
        field = Field(
            self.tr("Why were they turned away, if they want to say?"),
            self.why,
            self.tr("No names. It is counted together with the same words."),
        )
        box = Column(held, (0, 4, 0, 0), 8).add(field)
        box.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeading)
        held.hide()
        return held

    def _ask_why(self) -> None:
        assert self.reason is not None
        assert self.why is not None
        self.reason.show()
        self.why.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turned_away(self) -> None:
        assert self.why is not None
        why = self.why.text()
        self._attempt(lambda: self._service.record(self.view.uid, TURNED_AWAY, why))

    def _record(self, outcome: str) -> None:
        self._service.record(self.view.uid, outcome)

    def stops(self) -> list[QWidget]:
        """What Tab goes to, as one reads."""
        more: list[QWidget] = [self.why, self.keep] if self.why is not None else []
        return [*self.buttons, *more]

    def is_writing(self) -> bool:
        """Whether a reason is being written."""
        return self.reason is not None and not self.reason.isHidden()

    def words(self) -> str:
        """The reason as it stands."""
        return self.why.text() if self.why is not None else ""

    def write(self, why: str) -> None:
        """Go on with a reason that was begun; nothing where there is an answer already."""
        if self.why is not None and self.reason is not None:
            self.why.setText(why)
            self.reason.show()


class ReferralList(QWidget):
    """Rows one under the other, made anew only when something changed; a reason that is being
    written stays. ``wrong(Text)`` says what could not be kept."""

    wrong = Signal(object)

    def __init__(
        self, service: ReferralsService, names: NamesCurtain, clock: Clock, *, named: bool = True
    ) -> None:
        super().__init__()
        self._service, self._names, self._clock, self._named = service, names, clock, named
        self._box = Column(self, spacing=6)
        self._shown: object = None
        self.rows: list[ReferralRow] = []

    def show_all(self, views: Sequence[ReferralView]) -> None:
        """Show these."""
        today = self._clock.now().date()
        wanted = (tuple(views), self._names.is_open(), today)
        if wanted == self._shown:
            return
        self._shown = wanted
        writing = {row.view.uid: row.words() for row in self.rows if row.is_writing()}
        had = next((n for n, row in enumerate(self.rows) if holds_focus(row)), -1)
        while (item := self._box.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.rows = [
            ReferralRow(view, self._service, self._names, self._clock, self._try, named=self._named)
            for view in views
        ]
        for row in self.rows:
            self._box.addWidget(row)
            if row.view.uid in writing:
                row.write(writing[row.view.uid])
        self.setVisible(bool(views))
        self.order()
        if had >= 0 and self.rows:
            near = self.rows[min(had, len(self.rows) - 1)]
            near.buttons[1].setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self) -> list[QWidget]:
        """What Tab goes to, from top to bottom."""
        return [stop for row in self.rows for stop in row.stops()]

    def order(self) -> None:
        """Rows made later come where they stand."""
        for one, following in pairwise(self.stops()):
            QWidget.setTabOrder(one, following)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.order()

    def _try(self, verb: Callable[[], object]) -> None:
        try:
            verb()
        except KnownError as problem:
            self.wrong.emit(problem.text)
