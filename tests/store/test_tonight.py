"""Tonight's sheet: opened with its key alone."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.core.ids import new_uid
from peerdesk.core.text import translate
from peerdesk.store import tonight
from peerdesk.store.connection import Damaged, connect


def test_a_sheet_opens_with_its_key_alone(tmp_path: Path) -> None:
    clock, key = FixedClock(datetime(2026, 11, 24, 18, 30)), os.urandom(32)
    place = tonight.open_tonight(tmp_path / "a.safe", key, clock)
    with place.operation(translate("Tonight", "Started")):
        tonight.Event.create(uid=new_uid(), at=clock.now_ms(), kind="start")
    place.close()
    assert b"start" not in (tmp_path / "a.safe").read_bytes()
    place = tonight.open_tonight(tmp_path / "a.safe", key, clock)
    assert [e.kind for e in tonight.Event.select()] == ["start"]
    place.close()
    with pytest.raises(KnownError):
        tonight.open_tonight(tmp_path / "a.safe", os.urandom(32), clock)


def test_a_sheet_of_a_stranger_is_looked_at_before_it_is_opened(tmp_path: Path) -> None:
    clock, key = FixedClock(datetime(2026, 11, 24, 18, 30)), os.urandom(32)
    path = tmp_path / "a.safe"
    tonight.open_tonight(path, key, clock).close()
    assert tonight.may_be_opened(path, key)
    raw = connect(path, key)
    raw.execute("CREATE TRIGGER runs AFTER INSERT ON event BEGIN SELECT 1; END")
    raw.close()
    assert not tonight.may_be_opened(path, key)
    raw = connect(path, key)
    raw.execute("CREATE VIEW endless AS SELECT 1")
    raw.close()
    with pytest.raises(Damaged):
        tonight.may_be_opened(path, key)


def test_a_sheet_without_happenings_of_ours_is_not_opened(tmp_path: Path) -> None:
    key = os.urandom(32)
    raw = connect(tmp_path / "a.safe", key)
    raw.execute("CREATE TABLE sheet(x)")
    raw.close()
    assert not tonight.may_be_opened(tmp_path / "a.safe", key)
