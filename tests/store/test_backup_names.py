"""The name of a copy is a date, and nothing but files of a workspace goes into one."""

from __future__ import annotations

from pathlib import Path

import pytest

from peerdesk.store import backup_names


def test_names_are_dates() -> None:
    name = backup_names.file_name(1_700_000_000_123)
    assert name == "peerdesk-copy-2023-11-14-221320-123.zip"
    assert backup_names.made_at_of(Path(name)) == 1_700_000_000_123
    assert backup_names.made_at_of(Path("peerdesk-copy-2023-13-14-221320-123.zip")) is None
    assert backup_names.made_at_of(Path("other.zip")) is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("shelf.db", "shelf"),
        ("shelf.db-wal", "shelf"),
        ("groups/" + "a" * 32 + ".safe", "cabinet"),
        ("groups/" + "a" * 32 + ".safe-wal", "cabinet"),
        ("groups/" + "a" * 32 + ".seals", "seals"),
        ("drawers/" + "0" * 32 + ".safe", "drawer"),
        ("drawers/" + "0" * 32 + ".key", "key"),
        ("drawers/" + "0" * 31 + ".key", ""),
        ("groups/" + "A" * 32 + ".safe", ""),
        ("../shelf.db", ""),
        ("shelf.db\n", ""),
        ("tonight/" + "a" * 32 + ".safe", ""),
    ],
)
def test_a_member_is_known_by_its_whole_name(name: str, kind: str) -> None:
    assert backup_names.kind_of(name) == kind


def test_copies_of_a_folder_come_oldest_first(tmp_path: Path) -> None:
    later, first = backup_names.file_name(1_700_000_000_123), backup_names.file_name(5)
    for name in (later, first, "other.zip", f".{first}.part"):
        (tmp_path / name).touch()
    assert [path.name for path in backup_names.in_folder(tmp_path)] == [first, later]
    assert backup_names.in_folder(tmp_path / "none") == []
