"""One's own password and personal sheet, as calm steps."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from peerdesk.app.keys import sheet as keys_sheet
from peerdesk.app.keys.flow import KeysFlow
from peerdesk.app.keys.own_place import person_of
from peerdesk.app.keys.person import SignInStep, person_steps
from peerdesk.app.keys.steps import ChooseStep, KeyAnswers, Make, SayStep
from peerdesk.features.keys.members import Members
from peerdesk.features.keys.passwords import Passwords

translate = QCoreApplication.translate


class ChangePassword(KeysFlow):
    """Another password; with a new key for everything when someone may know the old one."""

    def steps(self) -> list[Make]:
        a = self.answers
        known = a.choice == "known"
        return [
            partial(_why_change, a),
            partial(
                SignInStep,
                a,
                translate("ChangePassword", "First your password of today"),
                translate("ChangePassword", "So that nobody else changes it at an open desk."),
                partial(Passwords(*self.parts).check, self.signed),
            ),
            *person_steps(a, self.workspace.path, sheet=known),
            (self.careful if known else self.work)(
                translate("ChangePassword", "Changing your password"), self._change
            ),
            self.end(
                translate("ChangePassword", "Your new password counts from now on"),
                self.copies_left,
            ),
        ]

    def _change(self) -> object:
        service, a = Passwords(*self.parts), self.answers
        if a.choice == "known":
            return self.anew(lambda: service.renew(self.signed, person_of(a)))
        service.change(self.signed, a.name, a.password)
        return None


def _why_change(answers: KeyAnswers) -> ChooseStep:
    return ChooseStep(
        answers,
        translate("ChangePassword", "Change my password"),
        [
            (
                "new",
                translate("ChangePassword", "I would like another one"),
                translate("ChangePassword", "Your personal sheet goes on working."),
                "repeat",
            ),
            (
                "known",
                translate("ChangePassword", "Someone may know it"),
                translate(
                    "ChangePassword",
                    "Everything it opened gets a new key. Older copies stay readable with the old "
                    "one. A new personal sheet takes the place of the old.",
                ),
                "warning",
            ),
        ],
    )


class MakeSheet(KeysFlow):
    """A new personal sheet; it counts once two of its words were read back."""

    def steps(self) -> list[Make]:
        offer = keys_sheet.steps(self.answers, self.workspace.path, optional=False)
        if not self.answers.sheet_kept:
            return offer
        return [
            *offer,
            self.work(translate("MakeSheet", "One moment"), self._give),
            partial(
                SayStep,
                self.answers,
                translate("MakeSheet", "Your new sheet counts from now on"),
                [translate("MakeSheet", "Tear up an older one: it opens nothing any more.")],
                button=translate("MakeSheet", "Back to my desk"),
                act=lambda: self.back_to_desk.emit(self.signed),
            ),
        ]

    def _give(self) -> None:
        Members(*self.parts).give_sheet(self.signed, self.answers.sheet_secret)
