"""Hostile boxes: whatever lies in an in-tray, looking, settling and taking over never break, and
what a group wrote itself stays as it was.

What once broke something stays in ``corpus/in_tray`` and is tried again in every run; a failing run
writes the payload there, to be kept with the fix.
"""

from __future__ import annotations

import hashlib
import os
import random
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from peerdesk.core.clock import FixedClock
from peerdesk.core.text import translate
from peerdesk.features.meetings.in_tray.service import InTrayService
from peerdesk.safe import in_tray as safe_tray
from peerdesk.safe import seals
from peerdesk.store import in_tray
from peerdesk.store.cabinet import Group, Person, open_cabinet
from peerdesk.store.evening import Came, Extra, Helped, Ran, Result
from peerdesk.store.evening_json import write
from peerdesk.store.place import Place
from peerdesk.store.shelf import open_shelf
from tests.promises.conftest import Size
from tests.promises.mutate import mutated

CORPUS = Path(__file__).parent / "corpus" / "in_tray"
KEPT = sorted(CORPUS.glob("*"))
MUTANTS = 300
LABEL = translate("InTray", "Test")
GROUP, PAIR = b"g" * 16, seals.new_keypair()
ANA = b"a" * 16
NUMBERS = st.integers(-(2**54), 2**54) | st.sampled_from(
    [0, 1, -1, 1 << 41, (1 << 42) - 1, 1 << 42, 1_793_212_800_000]
)
ZONES = st.sampled_from(
    ["", "UTC", "Europe/London", "../etc", "Europe", "a\0b", "zone1970.tab", "\ud7ff", "x" * 300]
)
STARTS = st.sampled_from(
    ["", "2026-11-24T18:30", "0001-01-01T00:00", "9999-12-31T23:59", "2026-02-31T18:30", "x"]
)
WORDS = st.text(max_size=20) | st.sampled_from(["Ana", "Ana\0", "\u202e", "x" * 4000])
UIDS = st.sampled_from(["", "zz", ANA.hex(), GROUP.hex(), "00" * 16, "00" * 15, "é" * 32])
STATUS = st.sampled_from(["here", "away", "unknown", "phone", "", "closed"])
RESULTS = st.builds(
    Result,
    sheet=st.sampled_from(["00" * 16, "11" * 16]),
    meeting=UIDS,
    group=st.just(GROUP.hex()),
    started_at=NUMBERS,
    ended_at=NUMBERS,
    title=WORDS,
    start=STARTS,
    zone=ZONES,
    people=st.lists(st.builds(Came, UIDS, STATUS), max_size=3).map(tuple),
    extras=st.lists(st.builds(Extra, WORDS, st.booleans(), STATUS), max_size=4).map(tuple),
    ran=st.lists(st.builds(Ran, UIDS, NUMBERS), max_size=3).map(tuple),
    helped=st.lists(st.builds(Helped, NUMBERS, NUMBERS), max_size=2).map(tuple),
    topics_used=st.lists(WORDS, max_size=3).map(tuple),
    words=WORDS,
    stand_in=st.booleans(),
)


class Tray:
    """A group with one person, a series and one evening of its own, and what somebody puts in."""

    def __init__(self, folder: Path) -> None:
        clock = FixedClock(datetime(2026, 11, 24, 16, 20), "Europe/London")
        self.cabinet = open_cabinet(folder / "c.safe", bytes(32), clock, folder)
        self.shelf = open_shelf(folder / "shelf.db", clock, folder)
        with self.cabinet.operation(LABEL):
            Group.create(
                uid=GROUP,
                name="Tuesday Circle",
                public_key=PAIR.public,
                secret_key=PAIR.secret,
                recovery_public=b"r" * 32,
            )
            Person.create(uid=ANA, name="Ana", added_at=1, changed_at=1)
        self.service = InTrayService(self.cabinet, self.shelf)
        self.service.add_series("Tuesday Circle", datetime(2026, 9, 1, 18, 30), minutes=90)
        self.own = self.service.past_meetings(1)[0]
        merged = self.service.merge(
            Result(
                sheet="77" * 16,
                meeting=self.own.uid.hex(),
                group=GROUP.hex(),
                started_at=self.own.starts_at,
                ended_at=self.own.ends_at,
                people=(Came(ANA.hex(), "here"),),
                words="Our own",
            )
        )
        assert merged

    def put(self, data: bytes, kind: str, uid: bytes, times: int = 1) -> None:
        box = safe_tray.seal(PAIR.public, GROUP, uid, kind, data[: safe_tray.MOST])
        for _ in range(times):
            in_tray.put_into(self.shelf, GROUP, box, os.urandom(16), LABEL)

    def empty(self) -> None:
        self.shelf.database.connection().execute("DELETE FROM in_tray")
        self.service = InTrayService(self.cabinet, self.shelf)

    def ours(self) -> list[tuple[object, ...]]:
        mine = "SELECT came_up, sheet_uid, walk_ins, start, status FROM meeting WHERE uid = ?"
        marks = "SELECT a.* FROM attendance a JOIN meeting m ON m.id = a.meeting_id WHERE m.uid = ?"
        return [
            *self.cabinet.rows(mine, self.own.uid),
            *self.cabinet.rows(marks, self.own.uid),
            *self.cabinet.rows("SELECT * FROM person"),
            *self.cabinet.rows("SELECT * FROM series"),
        ]

    def survive(self, data: bytes, kind: str = "evening", uid: bytes = bytes(16)) -> None:
        """Everything a facilitator can do with one payload; each step is taken back again."""
        try:
            self._survive(data, kind, uid)
        except BaseException:
            CORPUS.mkdir(parents=True, exist_ok=True)
            (CORPUS / hashlib.sha256(data).hexdigest()[:12]).write_bytes(data)
            raise
        finally:
            self.empty()

    def _survive(self, data: bytes, kind: str, uid: bytes) -> None:
        before = self.ours()
        self.put(data, kind, uid, times=2)
        said = self.service.settle()
        seen = self.service.look()
        assert self.ours() == before, "nothing is taken over by itself"
        assert len(said) + seen.unreadable in (1, 2) or kind == "sheet key"
        for slip in seen.slips:
            assert self.service.to_topics(slip.key)
            self.cabinet.undo()
        for evening in seen.evenings:
            assert evening.here <= 500
            made = self.service.take_over(evening.key)
            assert made is not None
            if not evening.beside:
                assert self.ours() == before
            assert self.service.meeting(made) is not None
            assert self.service.next_meetings() is not None
            assert self.service.past_meetings(3)
            assert self.service.take_over(evening.key) is None
            self.cabinet.undo()
        assert self.ours() == before
        self.service.clear_unreadable()
        self.service.tidy()
        assert self.service.look().unreadable == 0


@pytest.fixture(scope="module")
def tray(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tray]:
    made = Tray(tmp_path_factory.mktemp("tray"))
    yield made
    for place in (made.shelf, made.cabinet):
        assert isinstance(place, Place)
        place.close()


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.name)
def test_what_once_broke_something(tray: Tray, path: Path) -> None:
    for kind in safe_tray.KINDS:
        tray.survive(path.read_bytes(), kind)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(result=RESULTS, same=st.booleans())
def test_any_evening_of_the_right_shape(tray: Tray, result: Result, same: bool) -> None:
    uid = bytes.fromhex(result.sheet) if same else b"?" * 16
    tray.survive(write(result).encode("utf-8", "replace"), "evening", uid)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.binary(max_size=80)
    | st.text(max_size=600).map(lambda words: words.encode("utf-8", "replace")),
    kind=st.sampled_from(safe_tray.KINDS),
)
def test_any_bytes(tray: Tray, data: bytes, kind: str) -> None:
    tray.survive(data, kind)


def test_evenings_that_were_changed(tray: Tray, size: Size) -> None:
    rng = random.Random(4)
    good = Result(
        sheet="00" * 16,
        meeting=tray.own.uid.hex(),
        group=GROUP.hex(),
        started_at=tray.own.starts_at,
        ended_at=tray.own.ends_at,
        start="2026-11-17T18:30",
        zone="Europe/London",
        people=(Came(ANA.hex(), "away"),),
        extras=(Extra("Ana", True), Extra("")),
        ran=(Ran("11" * 16, 60),),
        helped=(Helped(1, 60, (1,)),),
        topics_used=("Sleep",),
        words="What came up",
    )
    seed = write(good).encode()
    tray.survive(seed)
    for _ in range(size(MUTANTS, 20 * MUTANTS)):
        tray.survive(mutated(seed, rng, [b'{"sheet":1}', b"[]"]))


def test_boxes_that_were_changed(tray: Tray, size: Size) -> None:
    rng = random.Random(5)
    good = safe_tray.seal(PAIR.public, GROUP, bytes(16), "slip", b"How does one sleep?")
    for _ in range(size(MUTANTS, 20 * MUTANTS)):
        raw = bytearray(good)
        for _ in range(rng.choice((1, 2, 40))):
            raw[rng.randrange(len(raw))] ^= 1 << rng.randrange(8)
        in_tray.put_into(tray.shelf, GROUP, bytes(raw), os.urandom(16), LABEL)
        if len(in_tray.boxes(tray.shelf, GROUP)) == 50:
            assert tray.service.look().count == 0
            assert tray.service.clear_unreadable() == 50
            tray.empty()
    tray.empty()
