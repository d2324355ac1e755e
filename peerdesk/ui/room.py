"""What a feature gives to the house: one :class:`Room`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from peerdesk.ui.context import Context
    from peerdesk.ui.page import Page

Place = Literal["group", "everyone", "me"]


class FoundItem(NamedTuple):
    """One thing found by Ctrl+K. ``place``, ``kind`` and ``uid`` go to ``Context.open``."""

    title: str
    detail: str
    icon: str
    place: Place
    kind: str
    uid: bytes
    names: bool = False
    """Whether ``title`` names a person, so that the names curtain applies."""


class TodayCard(NamedTuple):
    """A card a room puts on Today, or with ``before`` a row among what to do before the meeting.
    ``widget`` is made lazily; lower ``order`` stands higher."""

    column: Literal["wide", "narrow", "before"]
    order: int
    widget: Callable[[Context], object]
    tables: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Room:
    """A feature: where it stands in the sidebar and what it gives to find and to Today.

    ``title`` is a callable so that it is translated when it is shown. ``page`` imports inside
    itself and is called at the first visit. ``count`` gives the badge, ``find`` answers Ctrl+K.
    """

    key: str
    title: Callable[[], str]
    icon: str
    place: Place
    shortcut: str
    page: Callable[[Context], Page]
    count: Callable[[Context], int | None] | None = None
    find: Callable[[Context, str], list[FoundItem]] | None = None
    today: Callable[[Context], list[TodayCard]] | None = None
    tables: frozenset[str] = field(default_factory=frozenset)
    """Tables whose change may alter ``count`` or ``shown``."""
    shown: Callable[[Context], bool] | None = None
    """Whether the room is there at all; None for one that always is."""
