"""Bringing back: the round trip, nothing erased, nobody else's, and never half of it."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import Cancelled, KnownError
from peerdesk.safe import seals
from peerdesk.store import erased, restore_apply
from peerdesk.store.backup_whole import make
from peerdesk.store.connection import connect
from peerdesk.store.restore import Keys, look, open_look
from peerdesk.store.restore_apply import (
    STAGED,
    bring_back_all,
    finish,
    prepare,
    set_aside,
    waiting,
)
from peerdesk.store.workspace import NotEmpty, Workspace
from tests.store.copies import House, copied, make_house
from tests.tiny_app import TINY

BOUNDS = TINY.bounds


def bring(house: House, copy: Path, *names: str, keys: Keys | None = None) -> None:
    with look(house.workspace, copy, keys or house.keys(), BOUNDS) as looked:
        chosen = names or [part.name for part in looked.parts if part.allowed]
        prepare(looked, chosen, house.clock)
    assert waiting(house.workspace)
    assert finish(house.workspace)
    assert not waiting(house.workspace)


def everything(house: House) -> dict[str, bytes]:
    root = house.workspace.path
    return {
        p.relative_to(root).as_posix(): p.read_bytes()
        for folder in (house.workspace.groups, house.workspace.drawers)
        for p in folder.iterdir()
    }


def test_back_to_what_it_was_without_what_was_erased(house: House) -> None:
    gone = house.add_person("Gone")
    ben_before = house.workspace.drawer(house.people["ben"].drawer_id).read_bytes()
    copy = copied(house)
    house.erase_person(gone)
    house.add_person("Late")
    house.add_note("late")
    house.set_centre("Elsewhere")
    bring(house, copy)
    assert house.names() == ["Ana"]
    assert house.notes() == ["first"]
    assert house.centre() == "Riverside"
    assert house.workspace.drawer(house.people["ben"].drawer_id).read_bytes() == ben_before
    place = house.cabinet()
    assert gone in {g.uid for g in erased.erased_in(place.database.connection())}
    place.close()


def test_one_part_alone(house: House) -> None:
    copy = copied(house)
    house.add_note("late")
    house.set_centre("Elsewhere")
    bring(house, copy, "shelf.db")
    assert (house.centre(), house.notes()) == ("Riverside", ["first", "late"])


def test_a_damaged_file_is_kept_aside_with_its_journal(house: House) -> None:
    copy = copied(house)
    path = house.workspace.cabinet(house.group)
    for _ in range(2):
        path.write_bytes(b"rubbish")
        path.with_name(path.name + "-wal").write_bytes(b"journal")
        bring(house, copy, house.safe)
        assert house.names() == ["Ana"]
        house.clock.advance(hours=1)
    kept = [p.name for p in set_aside(house.workspace)]
    assert sorted(kept) == sorted(
        f"2026-11-24-{number}{house.group}.safe{suffix}"
        for number in ("", "2-")
        for suffix in ("", "-wal")
    )


def test_a_leftover_journal_never_meets_the_file_that_came(house: House) -> None:
    copy = copied(house)
    house.add_note("late")
    safe = house.workspace.drawer(house.people["maria"].drawer_id)
    with look(house.workspace, copy, house.keys(), BOUNDS) as looked:
        prepare(looked, [house.people["maria"].safe], house.clock)
    safe.with_name(safe.name + "-wal").write_bytes(b"journal of a killed process")
    finish(house.workspace)
    assert house.notes() == ["first"]


def test_cut_off_at_any_point_it_is_finished_or_never_was(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = copied(house)
    house.add_person("Late")
    house.add_note("late")
    with look(house.workspace, copy, house.keys(), BOUNDS) as looked:
        prepare(looked, [p.name for p in looked.parts if p.allowed], house.clock)
    real = os.replace
    for _ in range(10):

        def once(source: Path, target: Path) -> None:
            real(source, target)
            raise KeyboardInterrupt

        monkeypatch.setattr(os, "replace", once)
        try:
            finish(house.workspace)
            break
        except KeyboardInterrupt:
            assert waiting(house.workspace)
    monkeypatch.setattr(os, "replace", real)
    assert (house.names(), house.notes()) == (["Ana"], ["first"])
    assert not finish(house.workspace)


def test_preparing_that_is_stopped_changes_nothing(house: House) -> None:
    copy = copied(house)
    before = everything(house)
    calls = 0

    def check() -> None:
        nonlocal calls
        calls -= 1
        if calls < 0:
            raise Cancelled

    for limit in range(3):
        calls = limit
        looked = open_look(house.workspace, copy, house.keys(), BOUNDS)
        with pytest.raises(Cancelled):
            prepare(looked, [house.safe, "shelf.db"], house.clock, check)
        looked.close()
        assert not waiting(house.workspace)
        assert everything(house) == before
    assert [p.name for p in house.workspace.backups.iterdir()] == [copy.name]


def test_somebody_elses_is_refused_even_when_asked_for(house: House) -> None:
    copy = copied(house)
    looked = open_look(house.workspace, copy, house.keys(), BOUNDS)
    with pytest.raises(ValueError, match="stays as it is"):
        prepare(looked, [house.people["ben"].safe], house.clock)
    looked.close()
    assert not waiting(house.workspace)


def test_what_lies_ready_but_is_not_ours_is_thrown_away(house: House) -> None:
    staged = house.workspace.backups / STAGED
    for words in (b"", b"{}", b"[]", b'{"moves": 3}', b"[" * 200_000):
        staged.mkdir(parents=True)
        (staged / "journal.json").write_bytes(words)
        assert not finish(house.workspace)
        assert not staged.exists()
    staged.mkdir()
    outside = house.workspace.path / "outside"
    (staged / "new").mkdir()
    (staged / "new" / "x").write_bytes(b"x")
    journal = {"format": 1, "day": "2026-11-24", "moves": ["../outside", "x"], "aside": []}
    (staged / "journal.json").write_text(json.dumps(journal))
    assert finish(house.workspace)
    assert not outside.exists()


def test_a_new_wish_takes_the_place_of_one_that_waits(house: House) -> None:
    copy = copied(house)
    with look(house.workspace, copy, house.keys(), BOUNDS) as looked:
        prepare(looked, [house.safe], house.clock)
        prepare(looked, ["shelf.db"], house.clock)
    house.add_person("Late")
    house.set_centre("Elsewhere")
    finish(house.workspace)
    assert (house.names(), house.centre()) == (["Ana", "Late"], "Riverside")


# -- on another computer ----------------------------------------------------------------------


def test_all_of_it_on_another_computer(house: House, tmp_path: Path) -> None:
    copy = copied(house)
    fresh = Workspace(tmp_path / "other" / "w")
    with look(fresh, copy, Keys(), BOUNDS) as looked:
        bring_back_all(looked)
    assert not list(fresh.path.parent.glob(".looking-*"))
    there = House(fresh, house.clock, house.people, house.group, house.group_uid, house.key)
    assert (there.names(), there.notes(), there.centre()) == (["Ana"], ["first"], "Riverside")
    assert there.notes("ben") == []
    secret = house.people["ben"].pair.secret
    opened = seals.open_seals(fresh.seals(house.group), house.group_uid, secret)
    assert opened.cabinet_key == house.key


def test_not_over_other_things(house: House, tmp_path: Path) -> None:
    copy = copied(house)
    taken = Workspace(tmp_path / "taken")
    taken.path.mkdir()
    with look(taken, copy, Keys(), BOUNDS) as looked:
        (taken.path / "letter.txt").write_text("x")
        with pytest.raises(NotEmpty):
            bring_back_all(looked)
        (taken.path / "letter.txt").unlink()
        bring_back_all(looked)
    assert taken.exists()


def test_a_full_disk_leaves_nothing_there(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = copied(house)
    fresh = Workspace(tmp_path / "other" / "w")

    def full(*_: object) -> None:
        raise OSError(28, "full")

    with look(fresh, copy, Keys(), BOUNDS) as looked:
        monkeypatch.setattr(restore_apply.files, "sync_folder", full)
        with pytest.raises(KnownError, match="room"):
            bring_back_all(looked)
    assert not list(fresh.path.parent.iterdir())


# -- whatever happened in between -------------------------------------------------------------

STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.integers(0, 5)),
        st.tuples(st.just("erase"), st.integers(0, 5)),
        st.tuples(st.just("note"), st.integers(0, 5)),
        st.tuples(st.just("copy"), st.just(0)),
        st.tuples(st.just("bring"), st.integers(0, 3)),
    ),
    max_size=8,
)


@settings(max_examples=15)
@given(STEPS)
def test_whatever_happens_nothing_erased_comes_back(steps: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        clock = FixedClock(datetime(2026, 11, 24, 16, 20), "Europe/London")
        house = make_house(Path(folder) / "w", clock)
        house.add_note("of Ben", "ben")
        ben = house.workspace.drawer(house.people["ben"].drawer_id).read_bytes()
        out = Path(folder) / "copies"
        people: dict[str, bytes] = {}
        notes: list[str] = []
        gone: set[str] = set()
        copies: list[tuple[Path, set[str], list[str]]] = []
        for number, (step, which) in enumerate(steps):
            clock.advance(minutes=1)
            name = f"P{number}"
            if step == "add":
                people[name] = house.add_person(name)
            elif step == "erase" and people:
                name = sorted(people)[which % len(people)]
                house.erase_person(people.pop(name))
                gone.add(name)
            elif step == "note":
                house.add_note(name)
                notes = sorted([*notes, name])
            elif step == "copy":
                made = make(house.workspace, out / name, house.opened(), clock)
                copies.append((made.path, set(people), list(notes)))
            elif step == "bring" and copies:
                path, then, notes = copies[which % len(copies)]
                bring(house, path)
                found = house.names()
                place = house.cabinet()
                uids = {str(n): bytes(u) for n, u in place.rows("SELECT name, uid FROM person")}  # type: ignore[call-overload]
                place.close()
                assert set(found) == then - gone
                people = uids
            assert not gone & set(house.names())
            assert house.notes() == notes
        assert house.workspace.drawer(house.people["ben"].drawer_id).read_bytes() == ben


def test_the_copy_of_a_copy_is_readable_by_the_group(house: House) -> None:
    """After bringing back, the seals that are here still open what came."""
    copy = copied(house)
    bring(house, copy)
    secret = house.people["ben"].pair.secret
    found = seals.open_seals(house.workspace.seals(house.group), house.group_uid, secret)
    connect(house.workspace.cabinet(house.group), found.cabinet_key).close()
    shutil.rmtree(house.workspace.path)
