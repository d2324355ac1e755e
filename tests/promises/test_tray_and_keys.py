"""An evening that was handed in is never lost: whatever somebody writes past us into the tray, and
whenever the group's key is changed, cut off or not.

A long run of random deeds beside a model that is a list: what was handed in and counts as put in
is there at every sign-in, once, or still waits behind a flood that is said.
"""

from __future__ import annotations

import contextlib
import os
import random
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from peerdesk.app.tonight import stand_in
from peerdesk.core.clock import FixedClock
from peerdesk.core.ids import natural_uid
from peerdesk.features.keys import facilitators, renewal
from peerdesk.features.keys.facilitators import Facilitators
from peerdesk.features.meetings.in_tray.service import InTrayService
from peerdesk.safe import seals
from peerdesk.safe.in_tray import open_box, seal
from peerdesk.store import in_tray
from peerdesk.store.cabinet import Group, open_cabinet
from peerdesk.store.connection import connect
from peerdesk.store.evening import Result
from peerdesk.store.evening_json import write
from peerdesk.store.place import Place
from peerdesk.store.shelf import open_shelf
from peerdesk.store.waiting import anew
from tests.features.keys.house import MARIA, House
from tests.promises.conftest import Size

MOMENTS = (
    (renewal, "copied"),
    (seals, "write_seals"),
    (renewal, "finish"),
    (Facilitators, "_tell"),
    (facilitators, "write_card"),
    (facilitators, "let_former_go"),
    (Facilitators, "_remake"),
)


class Cut(BaseException):
    """The plug is pulled."""


class Desk:
    """A group, its stand-ins, and somebody who can write to the shelf."""

    def __init__(self, house: House, rng: random.Random, monkeypatch: pytest.MonkeyPatch) -> None:
        self.house, self.rng, self.patch = house, rng, monkeypatch
        self.handed: dict[bytes, str] = {}
        self.old: list[bytes] = []

    def shelf(self) -> Place:
        return open_shelf(
            self.house.workspace.shelf, self.house.clock, self.house.workspace.backups
        )

    # -- deeds -------------------------------------------------------------------------------

    def hands_in(self, again: bool = False) -> None:
        sheet = self.rng.choice([*self.handed]) if again and self.handed else os.urandom(16)
        words = self.handed.get(sheet, f"evening {len(self.handed)}")
        group = self.house.group_uid.hex()
        result = Result(sheet.hex(), "", group, 1_793_000_000_000, 1_793_003_600_000, words=words)
        shelf = self.shelf()
        try:
            stand_in.put(shelf, group, sheet, "evening", write(result).encode())
            self.handed[sheet] = words
        except in_tray.TrayFull:
            pass  # said, and the sheet stays where it is
        finally:
            shelf.close()

    def writes_past_us(self) -> None:
        """A row of any uid: of a sheet, of a row that is there, of what a box could be called."""
        raw = connect(self.house.workspace.shelf, None)
        there = [row[0] for row in raw.execute("SELECT uid FROM in_tray").fetchall()]
        known = [*self.handed, *(uid for uid in there if isinstance(uid, bytes)), bytes(16)]
        uid = self.rng.choice(known)
        forms = (uid, anew(uid), natural_uid("evening", uid), os.urandom(16), uid.hex(), b"x" * 99)
        (card,) = raw.execute("SELECT public_key FROM cabinet_card").fetchone()
        boxes = (
            b"x" * in_tray.SIZES[0],
            os.urandom(in_tray.SIZES[1]),
            b"",
            "words",
            seal(card, self.house.group_uid, uid, "evening", b"forged"),
            seal(card, self.house.group_uid, uid, "sheet key", uid + bytes(32)),
        )
        raw.execute(
            "INSERT OR IGNORE INTO in_tray(id, uid, group_uid, box) VALUES (?, ?, ?, ?)",
            (
                self.rng.choice((None, -self.rng.randrange(1, 10**6))),
                self.rng.choice(forms),
                self.rng.choice((self.house.group_uid, b"o" * 16)),
                self.rng.choice(boxes),
            ),
        )
        raw.close()

    def changes_the_key(self) -> None:
        """With an evening handed in amid the change, and the plug pulled, at any moment."""
        maria = self.signs_in()
        ((secret,),) = self.house.group(
            "SELECT secret_key FROM support_group", key=maria.cabinets[0][2]
        )
        assert isinstance(secret, bytes)
        self.old.append(secret)
        owner, name = self.rng.choice(MOMENTS)
        hands, cuts = self.rng.random() < 0.7, self.rng.random() < 0.4
        alone = name not in ("write_card", "let_former_go")  # amid a transaction nobody can write

        def before(function: Callable[..., object]) -> Callable[..., object]:
            def both(*args: object, **more: object) -> object:
                if hands and alone:
                    self.hands_in()
                if cuts:
                    raise Cut
                return function(*args, **more)

            return both

        with self.patch.context() as patch:
            patch.setattr(owner, name, before(getattr(owner, name)))
            with contextlib.suppress(Cut):
                self.house.facilitators.withdraw(maria, self.house.group_uid)

    def signs_in(self) -> facilitators.SignedIn:
        maria = self.house.signs_in(MARIA)
        assert maria.troubles == ()
        shelf = self.shelf()
        self.house.keys.put_cards_right(shelf, maria)
        shelf.close()
        return maria

    def looks(self) -> None:
        """What a facilitator sees, and what is put away by one press."""
        maria, shelf = self.signs_in(), self.shelf()
        ((_, file_id, key),) = maria.cabinets
        path, backups = self.house.workspace.cabinet(file_id), self.house.workspace.backups
        cabinet = open_cabinet(path, key, self.house.clock, backups)
        try:
            tray = InTrayService(cabinet, shelf)
            tray.settle()
            tray.clear_unreadable()
            tray.settle()
            seen = tray.look()
            assert not seen.more
            found = sorted(e.result.words for e in seen.evenings)
            assert found == sorted(self.handed.values())
            assert Group.get().former_secret is None, "it is not needed any more"
            rows = in_tray.boxes(shelf, self.house.group_uid)
            now = bytes(Group.get().secret_key)
            for old in set(self.old) - {now}:  # a change that was cut off early was none
                assert not any(
                    open_box(old, self.house.group_uid, row.box or b"") for row in rows
                ), "whoever was taken out reads nothing of it"
        finally:
            cabinet.close()
            shelf.close()


@pytest.mark.parametrize("seed", range(4))
def test_no_evening_is_lost_whatever_is_done(
    tmp_path: Path, tiny_kdf, monkeypatch: pytest.MonkeyPatch, size: Size, seed: int
) -> None:
    clock = FixedClock(datetime(2026, 11, 22, 16, 0), "Europe/London")
    rng = random.Random(seed)
    monkeypatch.setattr(in_tray, "MOST_BOXES", 60)
    desk = Desk(House(tmp_path / "w", tiny_kdf, clock), rng, monkeypatch)
    deeds = (
        desk.hands_in,
        lambda: desk.hands_in(again=True),
        *(desk.writes_past_us,) * 4,
        desk.changes_the_key,
        desk.looks,
    )
    for _ in range(size(30, 600)):
        rng.choice(deeds)()
        if len(desk.handed) > 30:
            break
    desk.looks()
    assert desk.handed
