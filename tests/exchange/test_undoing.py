"""Taking imports back: so many, and no more."""

from __future__ import annotations

import pytest
from packages import Write, column, plain

from peerdesk.core.errors import KnownError
from peerdesk.exchange.hsds import import_package, undo_batch
from peerdesk.store.connection import Connection
from peerdesk.store.place import Place


def test_only_the_newest_imports_are_remembered(
    shelf: Place, job: Connection, package: Write
) -> None:
    tables = plain()
    batches = []
    for number in range(7):
        tables["services"][0]["description"] = f"Version {number}"
        batches.append(import_package(job, package(tables), number).batch)
    assert column(shelf, "SELECT count(DISTINCT batch_id) FROM import_before") == [5]
    for batch in reversed(batches[2:]):
        undo_batch(job, batch, 9)
    with pytest.raises(KnownError):
        undo_batch(job, batches[1], 9)
