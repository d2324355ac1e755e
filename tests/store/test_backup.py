"""Copies before a risky step: three are kept, and none keeps what was erased."""

from __future__ import annotations

import os
from pathlib import Path

from peerdesk.core.ids import new_uid
from peerdesk.core.text import translate
from peerdesk.store.backup import KEPT, before, copies
from peerdesk.store.cabinet import Person
from peerdesk.store.connection import connect
from peerdesk.store.place import Place


def add(cabinet: Place, name: str) -> None:
    with cabinet.operation(translate("Test", "Add")):
        Person.create(uid=new_uid(), name=name, added_at=1, changed_at=1)


def names(path: Path, key: bytes) -> list[str]:
    copy = connect(path, key)
    rows = [r[0] for r in copy.execute("SELECT name FROM person ORDER BY id")]
    copy.close()
    return rows


def test_the_newest_three_are_kept(cabinet: Place, key: bytes, tmp_path: Path) -> None:
    raw = cabinet.database.connection()
    made = []
    for index in range(KEPT + 2):
        add(cabinet, f"P{index}")
        path = before(raw, cabinet.path, key, cabinet.backups, 1000 + index)
        os.utime(path, (index, index))
        made.append(path)
    before(raw, cabinet.path, key, cabinet.backups, 2000)
    kept = copies(cabinet.path, cabinet.backups)
    assert len(kept) == KEPT
    assert made[-1] in kept
    assert names(made[-1], key) == ["P0", "P1", "P2", "P3", "P4"]


def test_after_erasing_one_new_copy_takes_the_place_of_all(cabinet: Place, key: bytes) -> None:
    raw = cabinet.database.connection()
    add(cabinet, "Stays")
    add(cabinet, "Goes")
    for index in range(2):
        before(raw, cabinet.path, key, cabinet.backups, index)
    with cabinet.erasing(translate("Test", "Erase")):
        Person.delete().where(Person.name == "Goes").execute()
    (copy,) = copies(cabinet.path, cabinet.backups)
    assert names(copy, key) == ["Stays"]


def test_nothing_is_made_where_nothing_was(cabinet: Place) -> None:
    with cabinet.erasing(translate("Test", "Erase")):
        pass
    assert not cabinet.backups.exists()
