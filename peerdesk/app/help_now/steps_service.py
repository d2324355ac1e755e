"""What a group does when someone needs help, and what to tell an ambulance: written by its
facilitators, shown to everyone. Every change can be undone. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from peerdesk.core.ids import natural_uid, new_uid
from peerdesk.core.text import translate
from peerdesk.store.evening import MOST_LINES
from peerdesk.store.help_steps import BUILDING, shipped_steps
from peerdesk.store.place import Place
from peerdesk.store.shelf import CrisisStep, get_setting, put_setting

StepPart = Literal["title", "detail"]


@dataclass(frozen=True)
class Step:
    """One step; ``detail`` may be ""."""

    uid: bytes
    title: str
    detail: str


class StepsService:
    """The steps of one group (its uid) on the open shelf, and the facts of the house.

    ``language``: that of our steps where the group wrote none.
    """

    def __init__(self, shelf: Place, group: bytes, language: str = "") -> None:
        self._shelf, self._group, self._language = shelf, group, language

    # -- steps -------------------------------------------------------------------------------

    @property
    def own(self) -> bool:
        """Whether the group wrote steps of its own."""
        return bool(self._rows())

    def steps(self) -> tuple[Step, ...]:
        """The steps in order, blank ones too; ours until the group changes something."""
        rows = self._rows()
        if rows:
            return tuple(Step(bytes(r.uid), r.title, r.detail) for r in rows)
        return tuple(
            Step(natural_uid(self._group, "help step", n), line.title, line.detail)
            for n, line in enumerate(shipped_steps(self._language))
        )

    def add(self) -> bytes:
        """A new step at the end; its uid, or b"" when there are as many as there may be."""
        uid = new_uid()
        if len(self.steps()) >= MOST_LINES:
            return b""
        with self._shelf.operation(translate("Help now", "Added a step")):
            order = self._keep()
            CrisisStep.create(uid=uid, group_uid=self._group, position=len(order), title="")
        return uid

    def change(self, uid: bytes, part: StepPart, words: str) -> None:
        """Change one field; typing is one step for undo until :meth:`settle`."""
        label = translate("Help now", "Changed a step")
        with self._shelf.operation(label, merge=("crisis_step", uid, part)):
            self._keep()
            CrisisStep.update({part: words}).where(CrisisStep.uid == uid).execute()

    def move(self, uid: bytes, by: int) -> None:
        """Move a step up (``by`` < 0) or down; past the ends nothing happens."""
        order = [step.uid for step in self.steps()]
        at = order.index(uid)
        to = max(0, min(len(order) - 1, at + by))
        if to == at:
            return
        order.insert(to, order.pop(at))
        with self._shelf.operation(translate("Help now", "Moved a step")):
            self._keep()
            self._number(order)

    def remove(self, uid: bytes) -> None:
        """Take a step out. A group without any step shows ours."""
        with self._shelf.operation(translate("Help now", "Took a step out")):
            order = self._keep()
            CrisisStep.delete().where(CrisisStep.uid == uid).execute()
            self._number([one for one in order if one != uid])

    def restore(self) -> None:
        """Our own steps again."""
        if self.own:
            with self._shelf.operation(translate("Help now", "Brought our steps back")):
                CrisisStep.delete().where(CrisisStep.group_uid == self._group).execute()

    # -- the house ---------------------------------------------------------------------------

    def fact(self, key: str) -> str:
        """A fact of the house (``store.help_steps.ADDRESS`` and the like)."""
        return get_setting(key)

    def set_fact(self, key: str, words: str, lines: tuple[str, ...]) -> None:
        """Keep a fact; ``lines`` are all facts as they are shown, in the language of the house."""
        label = translate("Help now", "Changed what to tell an ambulance")
        with self._shelf.operation(label, merge=("building", key)):
            put_setting(key, words)
            put_setting(BUILDING, "\n".join(line for line in lines if line.strip()))

    def settle(self) -> None:
        """The person left a field: typing there again is a new step for undo."""
        self._shelf.settle()

    # -- inside ------------------------------------------------------------------------------

    def _rows(self) -> list[CrisisStep]:
        return list(
            CrisisStep.select()
            .where(CrisisStep.group_uid == self._group)
            .order_by(CrisisStep.position, CrisisStep.id)
        )

    def _keep(self) -> list[bytes]:
        """Write our steps down once something is changed. Returns the order."""
        steps = self.steps()
        if not self.own:
            for position, step in enumerate(steps):
                CrisisStep.create(
                    uid=step.uid,
                    group_uid=self._group,
                    position=position,
                    title=step.title,
                    detail=step.detail,
                )
        return [step.uid for step in steps]

    @staticmethod
    def _number(order: list[bytes]) -> None:
        for position, uid in enumerate(order):
            CrisisStep.update(position=position).where(CrisisStep.uid == uid).execute()
