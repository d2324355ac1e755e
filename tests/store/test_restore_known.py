"""What is known from sources newer than a copy, when one of them cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from peerdesk.store import erased, restore_known
from peerdesk.store.connection import Damaged, connect
from peerdesk.store.restore import look, open_look
from tests.store.copies import House, copied
from tests.tiny_app import TINY

BOUNDS = TINY.bounds


def test_a_newer_source_that_breaks_is_passed_over(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = copied(house)
    house.add_person("Late")
    real = erased.erased_in
    calls = 0

    def breaks(connection: object) -> frozenset[erased.Gone]:
        nonlocal calls
        calls += 1
        if calls == 1:
            raise restore_known.SQLITE_ERRORS[0]("malformed")
        return real(connection)

    looked = open_look(house.workspace, copy, house.keys(), BOUNDS)
    with monkeypatch.context() as patch:
        patch.setattr(restore_known.erased, "erased_in", breaks)
        known = restore_known.what_is_known(looked, house.safe, looked.room)
    looked.close()
    assert calls == 1
    assert not known.rows


def test_a_table_that_was_not_there_yet(house: House) -> None:
    raw = connect(house.workspace.shelf, None)
    assert restore_known._read(raw, "withdrawn_key") is None
    raw.close()


def test_a_source_that_closes_between_two_looks(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = copied(house)

    def refuse(path: Path, key: bytes | None) -> object:
        raise Damaged(path)

    with look(house.workspace, copy, house.keys(), BOUNDS) as looked:
        monkeypatch.setattr(restore_known, "peek", refuse)
        known = restore_known.what_is_known(looked, "shelf.db", looked.room)
    assert not known.gone
    assert not known.rows
