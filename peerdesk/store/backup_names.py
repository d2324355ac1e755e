"""How a copy is called, and the names of what is in it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from peerdesk.safe import files
from peerdesk.store.backup_errors import copying_to

WAL = "-wal"
_KINDS = (
    ("shelf", re.compile(r"shelf\.db(-wal)?")),
    ("cabinet", re.compile(r"groups/[0-9a-f]{32}\.safe(-wal)?")),
    ("seals", re.compile(r"groups/[0-9a-f]{32}\.seals")),
    ("drawer", re.compile(r"drawers/[0-9a-f]{32}\.safe(-wal)?")),
    ("key", re.compile(r"drawers/[0-9a-f]{32}\.key")),
)
_NAME = re.compile(r"peerdesk-copy-(\d{4})-(\d\d)-(\d\d)-(\d\d)(\d\d)(\d\d)-(\d{3})\.zip", re.ASCII)


def kind_of(name: str) -> str:
    """The kind of a member of this name; "" for a name no member has."""
    return next((kind for kind, pattern in _KINDS if pattern.fullmatch(name)), "")


def file_name(made_at: int) -> str:
    """The name of a copy made at ``made_at`` (UTC milliseconds): a date and nothing else."""
    stamp = datetime.fromtimestamp(made_at // 1000, UTC).strftime("%Y-%m-%d-%H%M%S")
    return f"peerdesk-copy-{stamp}-{made_at % 1000:03}.zip"


def made_at_of(path: Path) -> int | None:
    """When the copy of this name was made, UTC milliseconds; None for another name."""
    found = _NAME.fullmatch(path.name)
    if found is None:
        return None
    *parts, ms = (int(part) for part in found.groups())
    try:
        year, month, day, hour, minute, second = parts
        at = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None
    return int(at.timestamp()) * 1000 + ms


def in_folder(folder: Path) -> list[Path]:
    """The copies in ``folder`` by their names, oldest first. Raises the KnownErrors of reading."""
    with copying_to(folder):
        names = files.names_in(folder)
    return [folder / name for name in names if made_at_of(Path(name)) is not None]
