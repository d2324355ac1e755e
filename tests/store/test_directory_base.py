"""What an import leaves behind has its words from the start."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.core.ids import new_uid
from peerdesk.store.directory import ImportBatch, ImportBefore
from peerdesk.store.place import Place
from peerdesk.store.shelf import open_shelf


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Place]:
    clock = FixedClock(datetime(2026, 11, 24, 12, 0))
    place = open_shelf(tmp_path / "shelf.db", clock, tmp_path / "backups")
    yield place
    place.close()


def test_a_batch_says_what_it_was_and_takes_its_images_with_it(shelf: Place) -> None:
    with shelf.operation("x"):
        batch = ImportBatch.create(uid=new_uid(), source="a.zip")
        ImportBefore.create(uid=new_uid(), batch=batch, table_name="service", kind="changed")
    kept = ImportBatch.get()
    assert (kept.kind, kept.source_date, kept.services, kept.undone_at) == (
        "directory",
        "",
        0,
        None,
    )
    with shelf.operation("y"):
        batch.delete_instance()
    assert ImportBefore.select().count() == 0
