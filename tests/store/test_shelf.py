"""The shelf: plain, for everyone."""

from __future__ import annotations

from pathlib import Path

from peerdesk.core.clock import Clock
from peerdesk.core.ids import new_uid
from peerdesk.core.text import translate
from peerdesk.store.shelf import Setting, get_setting, open_shelf, put_setting


def test_settings_have_defaults(tmp_path: Path) -> None:
    shelf = open_shelf(tmp_path / "shelf.db", Clock(), tmp_path)
    Setting.create(uid=new_uid(), key="centre", value="Riverside")
    assert get_setting("centre") == "Riverside"
    assert get_setting("shared", "1") == "1"
    shelf.close()
    assert (tmp_path / "shelf.db").read_bytes().startswith(b"SQLite format 3")


def test_a_setting_is_kept_once(tmp_path: Path) -> None:
    shelf = open_shelf(tmp_path / "shelf.db", Clock(), tmp_path)
    for value in ("Riverside", "Harbour"):
        with shelf.operation(translate("Test", "Name")):
            put_setting("centre", value)
    assert [(row.key, row.value) for row in Setting.select()] == [("centre", "Harbour")]
    shelf.undo()
    assert get_setting("centre") == "Riverside"
    shelf.close()
