"""An evening that is over: four people of the group, and who sits here."""

from __future__ import annotations

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.features.meetings.closing.service import ClosingService
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.store.cabinet import Keyholder
from peerdesk.store.place import Place

from ..conftest import LABEL

ME, OTHER = b"m" * 16, b"o" * 16


def names_in(words: str, names: object) -> list[str]:
    """Names that stand in ``words``, letter by letter."""
    return [name for name in names if name in words]  # type: ignore[attr-defined]


def names_out(words: str, names: object, instead: str) -> str:
    """``words`` with ``instead`` for ``names``."""
    for name in names:  # type: ignore[attr-defined]
        words = words.replace(name, instead)
    return words


@pytest.fixture
def closing(cabinet: Place, service: MeetingsService) -> ClosingService:
    with cabinet.operation(LABEL):
        Keyholder.create(uid=OTHER, name="Dev", public_key=b"2" * 32, since_at=1)
        Keyholder.create(uid=ME, name="Maria", public_key=b"1" * 32, since_at=2)
    return ClosingService(cabinet, service, ME, names_in, names_out)


@pytest.fixture
def evening(clock: FixedClock, tonight: bytes, group: dict[str, bytes]) -> bytes:
    """Tonight's meeting, which has just ended."""
    del group
    clock.advance(hours=3, minutes=45)
    return tonight
