"""What the tests of tonight's sheets share: an evening that runs or ended, and damaged files."""

from __future__ import annotations

from pathlib import Path

from peerdesk.core.clock import FixedClock
from peerdesk.features.tonight.service import TonightService
from peerdesk.store.cabinet import Meeting
from peerdesk.store.evening import Result
from peerdesk.store.tonight import open_tonight
from peerdesk.store.workspace import Workspace

KEY = bytes(range(1, 33))
MEETING = bytes.fromhex("0a" * 16)


class Taking:
    """Takes results over, into the meeting's row."""

    def __init__(self) -> None:
        self.results: list[Result] = []
        self.handed: list[Result] = []

    def merge(self, result: Result) -> None:
        self.results.append(result)
        meeting, sheet = bytes.fromhex(result.meeting), bytes.fromhex(result.sheet)
        taken = Meeting.select().where(Meeting.uid == meeting).exists()
        Meeting.create(
            uid=sheet if taken else meeting,
            start=result.start,
            zone="UTC",
            starts_at=0,
            minutes=60,
            sheet_uid=sheet,
        )


def run(home: Workspace, file_id: str, key: bytes, clock: FixedClock, *, end: bool) -> None:
    """What the process of the meeting does."""
    place = open_tonight(home.sheet(file_id), key, clock)
    try:
        service = TonightService(place, clock)
        service.here("a1")
        service.start()
        clock.advance(minutes=20)
        service.next()
        if end:
            service.end()
    finally:
        place.close()


def files(home: Workspace) -> list[str]:
    return sorted(p.name for p in home.tonight.rglob("*") if p.is_file())


def damage(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 0xFF
    path.write_bytes(data)


def fill(home: Workspace, file_id: str, key: bytes, clock: FixedClock) -> bytes:
    """An evening of more than one page; the bytes of the sheet."""
    place = open_tonight(home.sheet(file_id), key, clock)
    service = TonightService(place, clock)
    service.start()
    service.here("b2")
    for _turn in range(300):
        service.more(1)
    service.here("a1")
    service.end()
    place.close()
    return home.sheet(file_id).read_bytes()
