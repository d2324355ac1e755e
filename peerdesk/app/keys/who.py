"""Which of the group's facilitators somebody was who comes back with the group's parts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from peerdesk.app.keys.steps import ChooseStep, KeyAnswers
from peerdesk.features.keys.facilitators import Holder
from peerdesk.ui import dates

if TYPE_CHECKING:
    from peerdesk.core.clock import Clock

NOBODY = "nobody"
translate = QCoreApplication.translate


class WhoStep(ChooseStep):
    """Their old entry gets the new key, so that nobody stands in the list twice, and the key that
    was forgotten opens the group no more. ``answers.was`` is the holder's uid in hexadecimal, or
    :data:`NOBODY` for somebody who was none of them."""

    def __init__(self, answers: KeyAnswers, holders: Sequence[Holder], clock: Clock) -> None:
        super().__init__(
            answers,
            translate("WhoStep", "Which of these were you?"),
            [
                *(
                    (
                        holder.uid.hex(),
                        holder.name,
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
        )
        if answers.was:
            self.choices.set_current(answers.was)

    def keep(self) -> None:
        assert isinstance(self.answers, KeyAnswers)
        self.answers.was = self.choices.current()
