"""A place of one's own, from the welcome page: made new, or brought from another computer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from peerdesk.app.keys.person import BringStep, person_steps
from peerdesk.app.keys.steps import ChooseStep, KeyAnswers, Make, WorkStep
from peerdesk.app.keys.window import StepsWindow
from peerdesk.features.keys.base import Person
from peerdesk.features.keys.handover import Handover
from peerdesk.features.keys.members import Members

if TYPE_CHECKING:
    from peerdesk.core.clock import Clock
    from peerdesk.features.keys.signed_in import SignedIn
    from peerdesk.safe.kdf import Kdf
    from peerdesk.store.workspace import Workspace

translate = QCoreApplication.translate


def person_of(answers: KeyAnswers) -> Person:
    """Who was described by the steps."""
    secret = answers.sheet_secret if answers.sheet_kept else None
    return Person(answers.name, answers.password, secret, answers.called)


class OwnPlace(StepsWindow):
    """``over(SignedIn)`` when the place is there; ``left`` when somebody thought better of it."""

    def __init__(self, workspace: Workspace, kdf: Kdf, clock: Clock, shared: bool) -> None:
        self._parts = workspace, kdf, clock
        super().__init__(KeyAnswers(shared=shared), self._steps)

    def _steps(self) -> list[Make]:
        a = self.answers
        workspace = self._parts[0]
        way: Make = partial(_choose, a)
        if a.choice == "bring":
            return [way, partial(BringStep, a, Handover(*self._parts).bring)]
        title = translate("OwnPlace", "Making your place")
        return [
            way,
            *person_steps(a, workspace.path),
            partial(WorkStep, a, title, self._make),
        ]

    def _make(self) -> SignedIn:
        return Members(*self._parts).make_place(person_of(self.answers))


def _choose(answers: KeyAnswers) -> ChooseStep:
    return ChooseStep(
        answers,
        translate("OwnPlace", "A place of my own"),
        [
            (
                "new",
                translate("OwnPlace", "Make a new place"),
                translate("OwnPlace", "Private notes that only you can open, at this computer."),
                "plus",
            ),
            (
                "bring",
                translate("OwnPlace", "Bring my own place"),
                translate("OwnPlace", "From a file that was taken along from another computer."),
                "import",
            ),
        ],
        translate(
            "OwnPlace",
            "Nobody is told that you have one. In it you see what is for everyone here, and your "
            "own notes. Groups stay closed until a facilitator lets you in.",
        ),
    )
