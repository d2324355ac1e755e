"""What waits in the in-tray, as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass

from peerdesk.features.meetings.base import MeetingView
from peerdesk.features.meetings.in_tray.boxes import plain
from peerdesk.store.evening import Result


@dataclass(frozen=True)
class SlipView:
    """Words somebody left. ``key`` names them for the verbs; ``listing``: they say that something
    is wrong with a listing of local help, ``about`` one of this name if it is there. Such a slip
    without words says that the number did not work."""

    key: bytes
    words: str
    listing: bool = False
    about: str = ""


@dataclass(frozen=True)
class EveningView:
    """An evening run without a key, not taken over yet. ``key`` names it for the verbs, and stands
    for its sheet in ``result``: the uid of a sheet is the name of its file, so anybody can use it.

    ``meeting``: the date it would be taken over into, None for one of its own. ``beside``: that
    date was closed, or has an evening of its own already, so this is only offered beside it.
    """

    key: bytes
    result: Result
    began_at: int
    meeting: MeetingView | None
    beside: bool

    @property
    def here(self) -> int:
        """How many came."""
        return self.result.head_count

    @property
    def new(self) -> int:
        """How many of them for the first time."""
        return sum(extra.new for extra in self.result.extras)

    @property
    def names(self) -> tuple[str, ...]:
        """Names that were typed in at the door."""
        return tuple(n for extra in self.result.extras if (n := plain(extra.name)))


@dataclass(frozen=True)
class Look:
    """What lies in the in-tray. ``unreadable``: so many boxes that nobody here can read; ``more``:
    more lies there than is read at a time, and comes up when this is decided."""

    slips: tuple[SlipView, ...] = ()
    evenings: tuple[EveningView, ...] = ()
    unreadable: int = 0
    more: bool = False

    @property
    def count(self) -> int:
        """How many things wait for a decision."""
        return len(self.slips) + len(self.evenings)
