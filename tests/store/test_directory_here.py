"""What the centre itself keeps about listings outlives them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.core.ids import new_uid
from peerdesk.store.directory import LocalChange, SavedSearch, Service, ServiceCheck
from peerdesk.store.place import Place
from peerdesk.store.shelf import open_shelf


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Place]:
    clock = FixedClock(datetime(2026, 11, 24, 12, 0))
    place = open_shelf(tmp_path / "shelf.db", clock, tmp_path / "backups")
    yield place
    place.close()


def test_it_stays_when_a_listing_goes_and_is_undone_with_what_was_done(shelf: Place) -> None:
    uid = new_uid()
    with shelf.operation("x"):
        shelf.database.connection().execute(
            "INSERT INTO organization(id, uid, name) VALUES (1, x'01', 'One')"
        )
        Service.create(uid=uid, organization=1, name="One")
        ServiceCheck.create(uid=new_uid(), service_uid=uid, at=5, how="phone", result="right")
        LocalChange.create(
            uid=new_uid(), row_uid=uid, table_name="service", column_name="name", ours="One"
        )
        SavedSearch.create(uid=new_uid(), name="Near", words="food")
    with shelf.operation("y"):
        Service.delete().execute()
    assert [bytes(c.service_uid) for c in ServiceCheck.select()] == [uid]
    assert LocalChange.select().count() == SavedSearch.select().count() == 1
    shelf.undo()
    assert Service.get().kind == "service"
    shelf.undo()
    assert ServiceCheck.select().count() == LocalChange.select().count() == 0


def test_one_correction_for_each_cell(shelf: Place) -> None:
    uid = new_uid()
    sql = (
        "INSERT INTO local_change(uid, row_uid, table_name, column_name) VALUES"
        " (?, ?, 'service', 'name') ON CONFLICT(row_uid, table_name, column_name)"
        " DO UPDATE SET ours = 'again'"
    )
    for _ in range(2):
        shelf.database.connection().execute(sql, (new_uid(), uid))
    assert shelf.rows("SELECT ours FROM local_change") == [("again",)]
