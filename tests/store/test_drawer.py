"""A drawer opens with its own key and no other."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from peerdesk.core.clock import Clock
from peerdesk.core.ids import new_uid
from peerdesk.store.connection import Damaged
from peerdesk.store.drawer import Note, open_drawer


def test_a_note_is_for_one_key_only(tmp_path: Path) -> None:
    key = os.urandom(32)
    path = tmp_path / "d.safe"
    drawer = open_drawer(path, key, Clock(), tmp_path)
    Note.create(uid=new_uid(), title="After tonight", created_at=1, changed_at=1)
    drawer.close()
    with pytest.raises(Damaged):
        open_drawer(path, os.urandom(32), Clock(), tmp_path)
    drawer = open_drawer(path, key, Clock(), tmp_path)
    assert [n.title for n in Note.select()] == ["After tonight"]
    drawer.close()
