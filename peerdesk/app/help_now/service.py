"""The crisis card of this computer: whom to ring. Every change can be undone. No Qt."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

from peerdesk.core.ids import new_uid
from peerdesk.core.text import translate
from peerdesk.store.glance import CrisisRow, shipped_crisis
from peerdesk.store.place import Place
from peerdesk.store.shelf import CrisisLine, get_setting, put_setting

Part = Literal["title", "detail", "number", "hours"]

REVIEW = "help_review_on"
MONTHS = 6
"""After so many months somebody looks again."""


@dataclass(frozen=True)
class Line:
    """One row of the card; ``number`` may also be words ("Front desk"); ``hours``: when somebody
    answers or is there; ``here``: in this building."""

    uid: bytes
    title: str
    detail: str
    number: str
    hours: str = ""
    here: bool = False

    def row(self) -> CrisisRow:
        """As the card shows it."""
        return CrisisRow(self.title, self.detail, self.number, self.hours, self.here)


class CrisisService:
    """Reads and changes the crisis card on the open shelf."""

    def __init__(self, shelf: Place) -> None:
        self._shelf = shelf

    def lines(self) -> tuple[Line, ...]:
        """The rows in the order shown, blank ones too."""
        rows = CrisisLine.select().order_by(CrisisLine.position, CrisisLine.id)
        return tuple(Line(r.uid, r.title, r.detail, r.number, r.hours, bool(r.here)) for r in rows)

    def add(
        self,
        title: str = "",
        detail: str = "",
        number: str = "",
        hours: str = "",
        *,
        here: bool = False,
    ) -> bytes:
        """A new row at the end; returns its uid. ``here``: somebody in this building."""
        uid = new_uid()
        with self._shelf.operation(translate("Help now", "Added a number")):
            CrisisLine.create(
                uid=uid,
                position=CrisisLine.select().count(),
                title=title,
                detail=detail,
                number=number,
                hours=hours,
                here=int(here),
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
                uids = [self.add(row.title, row.detail, row.number, row.hours) for row in new]
                rest = [line.uid for line in self.lines() if line.uid not in uids]
                self._number(uids + rest)
        return len(new)

    # -- looking again -------------------------------------------------------------------------

    def review_on(self) -> date | None:
        """The day on which somebody looks again whether all of it is right; None: nobody asked."""
        try:
            return date.fromisoformat(get_setting(REVIEW))
        except ValueError:
            return None

    def set_review(self, on: date | None) -> None:
        """Choose that day, or None."""
        with self._shelf.operation(translate("Help now", "Chose when to look again")):
            put_setting(REVIEW, "" if on is None else on.isoformat())

    def looked(self, today: date) -> date:
        """Every number was right today: look again in half a year. Returns that day."""
        month = today.month + MONTHS
        year, month = today.year + (month - 1) // 12, (month - 1) % 12 + 1
        on = date(year, month, min(today.day, monthrange(year, month)[1]))
        self.set_review(on)
        return on

    def due(self, today: date) -> bool:
        """Whether that day has come."""
        on = self.review_on()
        return on is not None and on <= today

    def _number(self, order: list[bytes]) -> None:
        for position, uid in enumerate(order):
            CrisisLine.update(position=position).where(CrisisLine.uid == uid).execute()


def _bare(number: str) -> str:
    return "".join(number.split()).casefold()
