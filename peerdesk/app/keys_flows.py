"""What somebody who is signed in does about keys, as calm steps. Nothing is open meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from peerdesk.app import keys_sheet
from peerdesk.app.keys_person import SignInStep, person_steps
from peerdesk.app.keys_steps import (
    ChooseStep,
    KeyAnswers,
    Make,
    SayStep,
    StepsWindow,
    WorkStep,
)
from peerdesk.app.own_place import person_of
from peerdesk.features.keys.facilitators import Facilitators, Holder, Renewed
from peerdesk.features.keys.members import Members
from peerdesk.features.keys.passwords import Passwords

if TYPE_CHECKING:
    from peerdesk.core.clock import Clock
    from peerdesk.features.keys.plans import SignedIn
    from peerdesk.safe.kdf import Kdf
    from peerdesk.store.workspace import Workspace

translate = QCoreApplication.translate


class KeysFlow(StepsWindow):
    """The base: the keys of the one who is signed in, and how it ends.

    ``lock`` when the desk is to lock now, as after every change of who can open the group;
    ``back_to_desk(SignedIn)`` when one can go on working.
    """

    lock = Signal()
    back_to_desk = Signal(object)

    def __init__(
        self, workspace: Workspace, kdf: Kdf, clock: Clock, signed: SignedIn, *, shared: bool
    ) -> None:
        self.parts = workspace, kdf, clock
        self.workspace, self.signed = workspace, signed
        super().__init__(KeyAnswers(shared=shared), self.steps)
        self.left.connect(lambda: self.back_to_desk.emit(self.signed))

    @property
    def group_uid(self) -> bytes:
        """The group that was open."""
        return self.signed.cabinets[0][0]

    def steps(self) -> list[Make]:
        """The steps after the answers so far."""
        raise NotImplementedError

    def work(self, title: str, work: Callable[[], object]) -> Make:
        """A step that does it."""
        return partial(WorkStep, self.answers, title, work)

    def say(self, title: str, lines: list[str], go: str) -> Make:
        """Something to know before going on."""
        return partial(SayStep, self.answers, title, lines, go=go)

    def end(self, title: str, lines: Callable[[], list[str]]) -> Make:
        """It is done, and PeerDesk locks."""

        def make() -> SayStep:
            return SayStep(
                self.answers,
                title,
                [
                    *lines(),
                    translate("KeysFlow", "PeerDesk locks now. Then everyone signs in afresh."),
                ],
                button=translate("KeysFlow", "Lock now"),
                act=self.lock.emit,
            )

        return make

    def copies_left(self) -> list[str]:
        """What to say of copies on this computer that still open with the old key."""
        renewed = self.answers.result
        names = renewed.old_copies if isinstance(renewed, Renewed) else ()
        if not names:
            return []
        words = translate(
            "KeysFlow",
            "These copies on this computer could not be made anew and still open with the old "
            "key: {files}",
        )
        return [words.format(files=", ".join(names))]


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
            self.work(translate("NewKey", "Making the new key"), self._give),
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
            self.work(translate("TakeOut", "Making a new key for the group"), self._remove),
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
        return service.remove(self.signed, self.group_uid, self.holder.uid)


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
            self.work(translate("ChangePassword", "Changing your password"), self._change),
            self.end(
                translate("ChangePassword", "Your new password counts from now on"),
                self.copies_left,
            ),
        ]

    def _change(self) -> object:
        service, a = Passwords(*self.parts), self.answers
        if a.choice == "known":
            return service.renew(self.signed, person_of(a))
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
