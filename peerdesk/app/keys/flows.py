"""Who can open the group, as calm steps: letting in, a new key, taking out."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from peerdesk.app.keys.flow import KeysFlow
from peerdesk.app.keys.own_place import person_of
from peerdesk.app.keys.person import SignInStep, person_steps
from peerdesk.app.keys.steps import ChooseStep, KeyAnswers, Make
from peerdesk.features.keys.facilitators import Facilitators, Holder

translate = QCoreApplication.translate


class LetIn(KeysFlow):
    """A facilitator beside the present one."""

    def steps(self) -> list[Make]:
        a = self.answers
        way: Make = partial(_new_or_known, a)
        end = self.end(
            translate("LetIn", "Your colleague can open the group now"),
            lambda: [
                translate("LetIn", "Sign in once, right now, to see that it works."),
            ],
        )
        if a.choice == "known":
            beside = partial(
                SignInStep,
                a,
                translate("LetIn", "Your colleague signs in here"),
                translate("LetIn", "Hand over the keyboard, and look away while they type."),
                self._add_known,
            )
            return [way, beside, self.work(translate("LetIn", "One moment"), self._known), end]
        return [
            way,
            self.say(
                translate("LetIn", "Hand over the keyboard"),
                [
                    translate(
                        "LetIn",
                        "Your colleague chooses a name and a password now. Look away while they "
                        "do: nobody ever needs to know the password of somebody else.",
                    )
                ],
                translate("LetIn", "I am the new colleague"),
            ),
            *person_steps(a, self.workspace.path, called=True),
            self.work(translate("LetIn", "Letting you in"), self._add_new),
            end,
        ]

    def _add_new(self) -> object:
        service = Facilitators(*self.parts)
        return service.add_new(self.signed, self.group_uid, person_of(self.answers))

    def _add_known(self, name: str, password: str) -> None:
        Facilitators(*self.parts).add_known(self.signed, self.group_uid, name, password)

    def _known(self) -> object:
        """They were let in when they signed in beside; there is no way back from here."""
        return None


def _new_or_known(answers: KeyAnswers) -> ChooseStep:
    return ChooseStep(
        answers,
        translate("LetIn", "Let somebody in"),
        [
            (
                "new",
                translate("LetIn", "New at this computer"),
                translate("LetIn", "Chooses a sign-in name and a password now, beside you."),
                "plus",
            ),
            (
                "known",
                translate("LetIn", "Has a place here"),
                translate("LetIn", "Signs in beside you, with the name and password they have."),
                "person",
            ),
        ],
        translate(
            "LetIn",
            "Whoever is let in opens everything of this group, as you do, and none of your "
            "private notes.",
        ),
    )


class NewKey(KeysFlow):
    """A fresh key for a colleague who forgot the password."""

    def __init__(self, *parts: object, holder: Holder, shown: str, shared: bool) -> None:
        self.holder, self.shown = holder, shown
        super().__init__(*parts, shared=shared)  # type: ignore[arg-type]

    def steps(self) -> list[Make]:
        a = self.answers
        return [
            self.say(
                translate("NewKey", "A new key for {name}").format(name=self.shown),
                [
                    translate(
                        "NewKey",
                        "Your private notes cannot come back without your sheet. If there is a "
                        "personal sheet, go back, lock, and use “I forgot my password” instead: "
                        "it brings everything back.",
                    ),
                    translate(
                        "NewKey",
                        "With the new key the group's records are all there, and an empty place "
                        "for new notes. The old place stays locked on this computer.",
                    ),
                    translate("NewKey", "Now hand over the keyboard, and look away."),
                ],
                translate("NewKey", "I need the new key"),
            ),
            *person_steps(a, self.workspace.path),
            self.careful(translate("NewKey", "Making the new key"), self._give),
            self.end(translate("NewKey", "The new key is there"), list),
        ]

    def _give(self) -> object:
        return Facilitators(*self.parts).give_new_key(
            self.signed, self.group_uid, self.holder.uid, person_of(self.answers)
        )


class TakeOut(KeysFlow):
    """A facilitator does not open the group any more."""

    def __init__(self, *parts: object, holder: Holder, shown: str, shared: bool) -> None:
        self.holder, self.shown = holder, shown
        super().__init__(*parts, shared=shared)  # type: ignore[arg-type]

    def steps(self) -> list[Make]:
        return [
            self.say(
                translate("TakeOut", "Take {name} out").format(name=self.shown),
                [
                    translate(
                        "TakeOut",
                        "The group gets a new key, made for those who remain. Nothing that was "
                        "written is lost, and private notes stay with the one who wrote them.",
                    ),
                    translate(
                        "TakeOut",
                        "Copies that were already taken, such as backups on a USB stick, stay "
                        "readable for whoever could read them before.",
                    ),
                ],
                translate("TakeOut", "Take out"),
            ),
            self.careful(translate("TakeOut", "Making a new key for the group"), self._remove),
            self.end(
                translate("TakeOut", "That is done"),
                lambda: [
                    *self.copies_left(),
                    translate(
                        "TakeOut",
                        "Make a new backup on your USB stick, so that the old one can be erased. "
                        "If they kept a recovery part, make new sheets too.",
                    ),
                ],
            ),
        ]

    def _remove(self) -> object:
        service = Facilitators(*self.parts)
        return self.anew(lambda: service.remove(self.signed, self.group_uid, self.holder.uid))
