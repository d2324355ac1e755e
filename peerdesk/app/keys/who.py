"""Which of the group's facilitators somebody was who comes back with the group's parts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence, QShortcut

from peerdesk.app.keys.steps import ChooseStep, KeyAnswers
from peerdesk.features.keys.facilitators import Holder
from peerdesk.ui import dates
from peerdesk.ui.names import NamesCurtain, initials
from peerdesk.ui.widgets import Button

if TYPE_CHECKING:
    from peerdesk.core.clock import Clock

NOBODY = "nobody"
translate = QCoreApplication.translate


class WhoStep(ChooseStep):
    """Their old entry gets the new key, so that nobody stands in the list twice, and the key that
    was forgotten opens the group no more. ``answers.was`` is the holder's uid in hexadecimal, or
    :data:`NOBODY` for somebody who was none of them.

    On a shared computer it opens with names closed, as every page does: nobody is signed in yet,
    and the list says who runs the group.
    """

    def __init__(self, answers: KeyAnswers, holders: Sequence[Holder], clock: Clock) -> None:
        names_button = Button(translate("WhoStep", "Show names"), icon="eye", keys="F8")
        super().__init__(
            answers,
            translate("WhoStep", "Which of these were you?"),
            [
                *(
                    (
                        holder.uid.hex(),
                        initials(holder.name),
                        translate("WhoStep", "since {day}").format(
                            day=dates.full_day(clock.local(holder.since_at).date())
                        ),
                        "person",
                    )
                    for holder in holders
                ),
                (
                    NOBODY,
                    translate("WhoStep", "None of these"),
                    translate("WhoStep", "I am new in this list."),
                    "plus",
                ),
            ],
            translate(
                "WhoStep",
                "Choose only yourself. You get a new key, and the one you had opens the group no "
                "more. Team notes you wrote stay yours.",
            ),
            above=names_button,
        )
        if answers.was:
            self.choices.set_current(answers.was)
        self._holders = holders
        self.names = NamesCurtain(answers.shared is not False, parent=self)
        self.names_button = names_button
        self.names_button.clicked.connect(self.names.toggle)
        self.names_button.setVisible(bool(holders))
        QShortcut(QKeySequence("F8"), self, self.names.toggle)
        self.names.changed.connect(self._show_names)
        self._show_names(self.names.is_open())

    def _show_names(self, shown: bool) -> None:
        for holder in self._holders:
            self.choices.rename(holder.uid.hex(), self.names.shown(holder.name))
        words = translate("WhoStep", "Close names") if shown else translate("WhoStep", "Show names")
        self.names_button.setText(words)
        self.names_button.set_icon("eye-off" if shown else "eye")
        self.names_button.updateGeometry()

    def keep(self) -> None:
        assert isinstance(self.answers, KeyAnswers)
        self.answers.was = self.choices.current()
