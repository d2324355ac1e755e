"""A key on a USB stick, another group, and leaving: more of what is done about keys."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from peerdesk.app.copies import opened_of
from peerdesk.app.first_start.group import GroupStep
from peerdesk.app.first_start.step import Step
from peerdesk.app.keys.copies import make_anew
from peerdesk.app.keys.flow import KeysFlow
from peerdesk.app.keys.person import SignInStep
from peerdesk.app.keys.steps import ChooseStep, KeyAnswers, Make
from peerdesk.features.backups.service import OpenFile
from peerdesk.features.keys import stick
from peerdesk.features.keys.facilitators import Renewed
from peerdesk.features.keys.groups import Groups
from peerdesk.features.keys.handover import Handover
from peerdesk.features.keys.passwords import Passwords
from peerdesk.ui.widgets import (
    Button,
    Card,
    Field,
    FlowLayout,
    InlineMessage,
    Label,
    Muted,
    PasswordField,
)

translate = QCoreApplication.translate


class FolderStep(Step):
    """A folder on a USB stick."""

    def __init__(self, answers: KeyAnswers, title: str, lead: str) -> None:
        super().__init__(answers, title, lead)
        self._mine = answers
        self.choose_button = Button(self.tr("Choose a folder on the USB stick"), icon="folder")
        self.choose_button.clicked.connect(self.choose)
        holder = QWidget()
        FlowLayout(holder).add(self.choose_button)
        self.chosen = Muted("", wrap=True)
        self.message = InlineMessage(parent=self)
        self.box.addWidget(holder)
        self.box.addWidget(self.chosen)
        self.box.addWidget(self.message)
        self._show()

    def choose(self) -> None:
        """Ask for the folder."""
        name = QFileDialog.getExistingDirectory(
            self.window(), self.tr("Choose a folder on the USB stick")
        )
        if name:
            self._mine.folder = Path(name)
            self.message.clear()
            self._show()

    def check(self) -> bool:
        if self._mine.folder is None:
            self.message.say(self.tr("Please choose a folder first."), "problem")
            self.focus(self.choose_button)
        return self._mine.folder is not None

    def _show(self) -> None:
        folder = self._mine.folder
        self.chosen.setText("" if folder is None else str(folder))
        self.chosen.setVisible(folder is not None)

    def focus_first(self) -> None:
        self.focus(self.choose_button)


class ThreeWordsStep(Step):
    """The three words that go with the stick, to be written down and typed once more."""

    def __init__(self, answers: KeyAnswers) -> None:
        super().__init__(
            answers,
            "",
        )
        self.heading.setText(self.tr("Three words"))
        self.lead.setText(
            self.tr(
                "Keep them in your head, or on paper away from the stick. Together with the stick "
                "they open your place."
            )
        )
        self.lead.show()
        if len(answers.words) != stick.THREE:
            answers.words = stick.suggest()
        card = Card("soft", margins=(24, 20, 24, 20))
        card.add(Label("   ".join(answers.words), size=20, weight=600, wrap=True))
        self.again = PasswordField()
        self.field = Field(
            self.tr("Type the three words"),
            self.again,
            self.tr("Four letters of each word are enough."),
        )
        self.box.addWidget(card)
        self.box.addWidget(self.field)

    def check(self) -> bool:
        same = stick.three_words(self.again.text()) == self.answers.words
        self.field.set_problem("" if same else self.tr("This is not the same yet."))
        if not same:
            self.focus(self.again)
        return same

    def focus_first(self) -> None:
        self.focus(self.again)


class MakeStick(KeysFlow):
    """A key file on a stick plus three words take the place of the password."""

    def steps(self) -> list[Make]:
        a = self.answers
        return [
            partial(
                SignInStep,
                a,
                translate("MakeStick", "First your password of today"),
                translate(
                    "MakeStick",
                    "A USB stick of your own and three words then take its place, for people "
                    "whom six words do not stay with. Without the stick you need your personal "
                    "sheet.",
                ),
                self._check,
            ),
            partial(
                FolderStep,
                a,
                translate("MakeStick", "Your own USB stick"),
                translate(
                    "MakeStick",
                    "Choose the stick itself, not a folder in it: PeerDesk looks there when you "
                    "sign in.",
                ),
            ),
            partial(ThreeWordsStep, a),
            self.work(translate("MakeStick", "Writing your key"), self._make),
            self.end(
                translate("MakeStick", "Your stick and three words count from now on"),
                lambda: [translate("MakeStick", "Plug the stick in, then sign in.")],
            ),
        ]

    def _check(self, name: str, password: str) -> None:
        Passwords(*self.parts).check(self.signed, name, password)

    def _make(self) -> object:
        a, secret = self.answers, stick.new_secret()
        assert a.folder is not None
        path = stick.write(a.folder, secret)
        try:
            Passwords(*self.parts).change(
                self.signed, a.name, stick.password(a.words, stick.read(path))
            )
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        return None


class AddGroup(KeysFlow):
    """Another group for a facilitator; the recovery parts are asked for on Today."""

    def __init__(self, *parts: object, called: str, centre: str, shared: bool) -> None:
        self._called, self._centre = called, centre
        super().__init__(*parts, shared=shared)  # type: ignore[arg-type]
        self.over.connect(lambda made: self.back_to_desk.emit(made.signed_in))

    def steps(self) -> list[Make]:
        return [
            partial(GroupStep, self.answers),
            self.work(translate("AddGroup", "Making the group"), self._make),
        ]

    def _make(self) -> object:
        return Groups(*self.parts).add_group(
            self.signed, self.answers.plan(), self._called, self._centre
        )


class Leave(KeysFlow):
    """Somebody leaves: their place goes along as one file, or is erased."""

    def __init__(self, *parts: object, shared: bool) -> None:
        self._then: list[OpenFile] = []
        self._now: dict[str, bytes] = {}
        super().__init__(*parts, shared=shared)  # type: ignore[arg-type]

    def steps(self) -> list[Make]:
        a = self.answers
        sure = partial(
            SignInStep,
            a,
            translate("Leave", "To be sure that it is you"),
            translate(
                "Leave",
                "This cannot be taken back. Afterwards nothing of yours is on this computer any "
                "more, and the groups you open are given back. What you wrote for a group stays "
                "there.",
            ),
            self._check,
            go=translate("Leave", "Leave this computer"),
        )
        end = self.end(
            translate("Leave", "Your place is gone from this computer"),
            lambda: [
                *self.copies_left(),
                *(
                    [translate("Leave", "Your file opens with the same name and password as here.")]
                    if a.choice == "take"
                    else []
                ),
            ],
        )
        work = self.careful(translate("Leave", "One moment"), self._leave, self._own_files)
        if a.choice == "take":
            folder = partial(
                FolderStep,
                a,
                translate("Leave", "Where your place goes"),
                translate("Leave", "One file, locked with your password. It names nobody."),
            )
            return [partial(_take_or_erase, a), folder, sure, work, end]
        return [partial(_take_or_erase, a), sure, work, end]

    def _check(self, name: str, password: str) -> None:
        Passwords(*self.parts).check(self.signed, name, password)

    def _own_files(self) -> list[str]:
        name = f"drawers/{self.signed.drawer_id}"
        return [f"{name}.safe", f"{name}.safe-wal", f"{name}.key"]

    def _leave(self) -> object:
        service = Handover(*self.parts)
        self._then += [one for one in opened_of(self.signed) if one not in self._then]
        try:
            self.signed = service.leave_groups(self.signed)
        finally:
            self._now |= {file_id: key for _, file_id, key in service.given_back}
        if self.answers.choice == "take":
            assert self.answers.folder is not None
            service.take_along(self.signed, free_name(self.answers.folder))
        service.erase(self.signed)
        groups = [OpenFile(f"groups/{file_id}.safe", key) for file_id, key in self._now.items()]
        return Renewed(self.signed, make_anew(self.parts, groups, self._then))


def free_name(folder: Path) -> Path:
    """A name in ``folder`` that replaces nothing."""
    path, number = folder / "PeerDesk place.pdplace", 1
    while path.exists():
        number += 1
        path = folder / f"PeerDesk place {number}.pdplace"
    return path


def _take_or_erase(answers: KeyAnswers) -> ChooseStep:
    return ChooseStep(
        answers,
        translate("Leave", "Leave this computer"),
        [
            (
                "take",
                translate("Leave", "Take my place along"),
                translate("Leave", "One file for another computer with PeerDesk."),
                "export",
            ),
            (
                "erase",
                translate("Leave", "Erase my place"),
                translate("Leave", "Your private notes are gone, for good."),
                "trash",
            ),
        ],
    )
