"""The crisis card of this computer: whom to ring. Every change can be undone. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from peerdesk.core.ids import new_uid
from peerdesk.core.text import translate
from peerdesk.store.glance import shipped_crisis
from peerdesk.store.place import Place
from peerdesk.store.shelf import CrisisLine

Part = Literal["title", "detail", "number"]


@dataclass(frozen=True)
class Line:
    """One row of the card; ``number`` may also be words ("Front desk")."""

    uid: bytes
    title: str
    detail: str
    number: str


class CrisisService:
    """Reads and changes the crisis card on the open shelf."""

    def __init__(self, shelf: Place) -> None:
        self._shelf = shelf

    def lines(self) -> tuple[Line, ...]:
        """The rows in the order shown, blank ones too."""
        rows = CrisisLine.select().order_by(CrisisLine.position, CrisisLine.id)
        return tuple(Line(r.uid, r.title, r.detail, r.number) for r in rows)

    def add(self, title: str = "", detail: str = "", number: str = "") -> bytes:
        """A new row at the end; returns its uid."""
        uid = new_uid()
        with self._shelf.operation(translate("Help now", "Added a number")):
            CrisisLine.create(
                uid=uid,
                position=CrisisLine.select().count(),
                title=title,
                detail=detail,
                number=number,
            )
        return uid

    def change(self, uid: bytes, part: Part, words: str) -> None:
        """Change one field; typing is one step for undo until :meth:`settle`."""
        label = translate("Help now", "Changed a number")
        with self._shelf.operation(label, merge=("crisis_line", uid, part)):
            CrisisLine.update({part: words}).where(CrisisLine.uid == uid).execute()

    def settle(self) -> None:
        """The person left a field: typing there again is a new step for undo."""
        self._shelf.settle()

    def remove(self, uid: bytes) -> None:
        """Take a row out. A card without rows shows the numbers that came with PeerDesk."""
        with self._shelf.operation(translate("Help now", "Took a number out")):
            CrisisLine.delete().where(CrisisLine.uid == uid).execute()
            self._number([line.uid for line in self.lines()])

    def move(self, uid: bytes, by: int) -> None:
        """Move a row up (``by`` < 0) or down; past the ends nothing happens."""
        order = [line.uid for line in self.lines()]
        at = order.index(uid)
        to = max(0, min(len(order) - 1, at + by))
        if to == at:
            return
        order.insert(to, order.pop(at))
        with self._shelf.operation(translate("Help now", "Moved a number")):
            self._number(order)

    def use_country(self, country: str, language: str = "") -> int:
        """Put the numbers that ship for ``country`` on top; returns how many were new.

        Rows that are there stay: numbers of the house and the town are nowhere else.
        """
        known = {_bare(line.number) for line in self.lines()}
        new = [r for r in shipped_crisis(country, language) if _bare(r.number) not in known]
        if new:
            with self._shelf.operation(translate("Help now", "Added the numbers of a country")):
                uids = [self.add(row.title, row.detail, row.number) for row in new]
                rest = [line.uid for line in self.lines() if line.uid not in uids]
                self._number(uids + rest)
        return len(new)

    def _number(self, order: list[bytes]) -> None:
        for position, uid in enumerate(order):
            CrisisLine.update(position=position).where(CrisisLine.uid == uid).execute()


def _bare(number: str) -> str:
    return "".join(number.split()).casefold()
