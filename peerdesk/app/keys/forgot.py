"""“I forgot my password”: with a colleague, with the group's sheets, with one's own, or without."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, Signal

from peerdesk.app.keys.copies import CarefulStep, copy_first
from peerdesk.app.keys.own_place import person_of
from peerdesk.app.keys.person import person_steps
from peerdesk.app.keys.steps import (
    ChooseStep,
    KeyAnswers,
    Make,
    SayStep,
    TryStep,
)
from peerdesk.app.keys.who import NOBODY, WhoStep
from peerdesk.app.keys.window import StepsWindow
from peerdesk.features.backups.service import OpenFile
from peerdesk.features.keys.recover import Recover, Recovered
from peerdesk.safe.process import keys_held
from peerdesk.ui.widgets import Field, TextArea

if TYPE_CHECKING:
    from peerdesk.core.clock import Clock
    from peerdesk.features.keys.signed_in import SignedIn
    from peerdesk.safe.accounts import Opened
    from peerdesk.safe.kdf import Kdf
    from peerdesk.store.workspace import Workspace

translate = QCoreApplication.translate


class SheetWordsStep(TryStep):
    """The words of one or two sheets; which word is not as on the paper is said by name."""

    def __init__(
        self,
        answers: KeyAnswers,
        title: str,
        lead: str,
        labels: list[str],
        read: Callable[[list[str]], object],
    ) -> None:
        super().__init__(answers, title, lead)
        self._read = read
        self.areas: list[TextArea] = []
        for label in labels:
            area = TextArea(private=True)
            self.areas.append(area)
            hint = self.tr("20 words. Four letters of each word are enough.")
            self.box.addWidget(Field(label, area, hint))
        self.add_foot()

    def attempt(self) -> Callable[[], object] | None:
        typed = [area.toPlainText() for area in self.areas]
        if not any(text.strip() for text in typed):
            self.message.say(self.tr("Please type the words from the paper."), "problem")
            self.focus_first()
            return None
        return lambda: self._read(typed)

    def focus_first(self) -> None:
        self.focus(self.areas[0])


class Forgot(StepsWindow):
    """``over(SignedIn)`` when there is a way in again; ``own_place`` asks for a new empty place."""

    own_place = Signal()

    def __init__(
        self, workspace: Workspace, kdf: Kdf, clock: Clock, shared: bool, own_places: bool
    ) -> None:
        self._workspace, self._own_places, self._clock = workspace, own_places, clock
        self._parts_of = workspace, kdf, clock
        self._recover = Recover(workspace, kdf, clock)
        self._found: object = None
        super().__init__(KeyAnswers(shared=shared), self._steps)

    def _steps(self) -> list[Make]:
        a, way = self.answers, cast(Make, partial(_choose, self.answers))
        making = translate("Forgot", "Making your new key")
        if a.choice == "parts":
            return [
                way,
                self._parts,
                self._who,
                *person_steps(a, self._workspace.path, called=a.was in ("", NOBODY)),
                partial(CarefulStep, a, making, self._copy_first, self._let_in),
            ]
        if a.choice == "sheet":
            return [
                way,
                self._sheet,
                *person_steps(a, self._workspace.path, sheet=False),
                partial(CarefulStep, a, making, self._copy_first, self._new_password),
            ]
        return [way, self._colleague if a.choice == "colleague" else self._nothing]

    def _copy_first(self) -> None:
        """With what the sheets opened, everything else as it lies there: nothing is open now."""
        found = self._found
        if isinstance(found, Recovered):
            file = OpenFile(f"groups/{found.file_id}.safe", found.key)
        else:
            opened = cast("Opened", found)
            file = OpenFile(f"drawers/{opened.drawer_id}.safe", opened.key)
        copy_first(self._parts_of, [file])

    def holds_keys(self) -> bool:
        """Whether a sheet was right: then this process knows a key, and must not stay."""
        return self._found is not None

    # -- the ways ----------------------------------------------------------------------------

    def _parts(self) -> TryStep:
        labels = [translate("Forgot", "Part 1"), translate("Forgot", "Part 2")]
        return SheetWordsStep(
            self.answers,
            translate("Forgot", "The group's recovery parts"),
            translate(
                "Forgot",
                "Type any two of the three printed parts, in any order. If the group made one "
                "sheet only, type that one and leave the other field empty.",
            ),
            labels,
            self._read_parts,
        )

    def _read_parts(self, typed: list[str]) -> object:
        self._found = self._recover.open_group(typed)
        keys_held()
        return None

    def _who(self) -> WhoStep:
        there = self._recover.facilitators(cast(Recovered, self._found)) if self._found else []
        return WhoStep(self.answers, there, self._clock)

    def _let_in(self) -> SignedIn:
        was = None if self.answers.was == NOBODY else bytes.fromhex(self.answers.was)
        found = cast(Recovered, self._found)
        return self._recover.let_in(found, person_of(self.answers), was)

    def _sheet(self) -> TryStep:
        return SheetWordsStep(
            self.answers,
            translate("Forgot", "Your personal sheet"),
            translate(
                "Forgot", "It opens your place as you left it. Then you choose a new password."
            ),
            [translate("Forgot", "Words of the sheet")],
            self._read_sheet,
        )

    def _read_sheet(self, typed: list[str]) -> object:
        self._found = self._recover.open_sheet(typed[0])
        keys_held()
        return None

    def _new_password(self) -> SignedIn:
        return self._recover.new_password(
            cast("Opened", self._found), self.answers.name, self.answers.password
        )

    def _colleague(self) -> SayStep:
        return SayStep(
            self.answers,
            translate("Forgot", "Sit down together"),
            [
                translate("Forgot", "Your colleague signs in as always and opens Settings."),
                translate(
                    "Forgot",
                    "Under “Who can open this”, your colleague presses “Give a new key” beside "
                    "your name. Then you take the keyboard and choose a new password.",
                ),
                translate(
                    "Forgot",
                    "The group's records are all there again. Your private notes cannot come back "
                    "without your sheet.",
                ),
            ],
            button=translate("Forgot", "Back to the sign-in"),
            act=self.left.emit,
        )

    def _nothing(self) -> SayStep:
        lines = [
            translate(
                "Forgot",
                "Take your time. Look where you wrote the words down, and try their order.",
            ),
            translate(
                "Forgot",
                "Without the password or the sheet nobody can open your place, not even us. Your "
                "notes stay locked, and they stay here, for the day one of them is found.",
            ),
        ]
        if not self._own_places:
            return SayStep(
                self.answers,
                translate("Forgot", "What is left"),
                lines,
                button=translate("Forgot", "Back to the sign-in"),
                act=self.left.emit,
            )
        lines.append(translate("Forgot", "You can begin again with a new, empty place."))
        return SayStep(
            self.answers,
            translate("Forgot", "What is left"),
            lines,
            button=translate("Forgot", "Make a place of my own"),
            act=self.own_place.emit,
        )


def _choose(answers: KeyAnswers) -> ChooseStep:
    return ChooseStep(
        answers,
        translate("Forgot", "What do you have?"),
        [
            (
                "colleague",
                translate("Forgot", "A colleague beside me"),
                translate("Forgot", "Another facilitator of the group, who can sign in."),
                "people",
            ),
            (
                "parts",
                translate("Forgot", "Two of the group's recovery parts"),
                translate("Forgot", "They open the group's records, and nobody's private notes."),
                "key",
            ),
            (
                "sheet",
                translate("Forgot", "My personal sheet"),
                translate("Forgot", "It opens my own place, with everything in it."),
                "note",
            ),
            (
                "nothing",
                translate("Forgot", "None of these"),
                translate("Forgot", "See what is left."),
                "info",
            ),
        ],
        translate("Forgot", "Nobody can look a password up. There are other ways back."),
    )
