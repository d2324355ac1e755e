"""A session opens what one person may open, and nothing stays open when one file does not."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from peerdesk.app.session import open_session
from peerdesk.core.clock import Clock
from peerdesk.features.keys.signed_in import SignedIn
from peerdesk.store import cabinet, drawer, shelf_database
from peerdesk.store.connection import Damaged
from peerdesk.store.workspace import Workspace, build


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    with build(tmp_path / "w", Clock()):
        pass
    return Workspace(tmp_path / "w")


def test_without_a_group_there_is_a_drawer_and_the_shelf(place: Workspace) -> None:
    session = open_session(place, SignedIn("d", os.urandom(32)), Clock())
    assert [p.kind for p in session.places] == ["shelf", "drawer"]
    session.close()
    assert drawer.database.is_closed()


def test_with_a_group_the_cabinet_too(place: Workspace) -> None:
    signed = SignedIn("d", os.urandom(32), [(b"u" * 16, "g", os.urandom(32))])
    session = open_session(place, signed, Clock())
    assert [p.kind for p in session.places] == ["shelf", "drawer", "cabinet"]
    session.close()


def test_a_file_that_does_not_open_closes_the_others(place: Workspace) -> None:
    (place.groups / "g.safe").write_bytes(os.urandom(4096))
    signed = SignedIn("d", os.urandom(32), [(b"u" * 16, "g", os.urandom(32))])
    with pytest.raises(Damaged, match=r"g\.safe"):
        open_session(place, signed, Clock())
    assert all(
        base.is_closed() for base in (shelf_database.database, drawer.database, cabinet.database)
    )
