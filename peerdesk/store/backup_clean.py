"""Taking out of older copies what was erased since, and making withdrawn keys useless in them."""

from __future__ import annotations

from pathlib import Path

from peerdesk.safe.kdf import Bounds
from peerdesk.store import backup_archive as archives
from peerdesk.store import erased
from peerdesk.store.backup_archive import Archive, Check, Source, no_check
from peerdesk.store.backup_names import WAL
from peerdesk.store.restore import Keys, Look, Part, look
from peerdesk.store.restore_renew import renewed
from peerdesk.store.restore_state import companions, peek
from peerdesk.store.workspace import Workspace

SLACK = 60_000
"""Milliseconds by which a clock may be put right without another look at every copy."""


def newest_change(path: Path, key: bytes | None) -> int:
    """When something was last erased from a place, or a key to it withdrawn: UTC milliseconds.

    Raises the KnownErrors of opening.
    """
    return max(newest_erased(path, key), newest_withdrawn(path, key))


def newest_erased(path: Path, key: bytes | None) -> int:
    """When something was last erased from a place for good; as :func:`newest_change`."""
    connection = peek(path, key)
    try:
        gone = erased.erased_in(connection)
        return erased.newest(one for one in gone if one.kind != erased.KEY)
    finally:
        connection.close()


def newest_withdrawn(path: Path, key: bytes | None) -> int:
    """When a key to a place was last withdrawn; as :func:`newest_change`."""
    connection = peek(path, key)
    try:
        gone = erased.erased_in(connection)
        at = erased.newest(one for one in gone if one.kind == erased.KEY)
        if connection.execute("PRAGMA table_info(withdrawn_key)").fetchall():
            row = connection.execute("SELECT max(withdrawn_at) FROM withdrawn_key").fetchone()
            at = max(at, row[0] or 0)
        return at
    finally:
        connection.close()


def is_stale(archive: Archive, late: dict[str, int], now_ms: int) -> bool:
    """Whether a copy may still hold what was erased, or open to a withdrawn key; ``late``: by
    place, what :func:`newest_change` says."""
    return any(
        n in archive.members and is_before(archive.members[n].at, at, now_ms)
        for n, at in late.items()
    )


def is_before(made_at: int, change: int, now_ms: int) -> bool:
    """Whether a copy of ``made_at`` may be from before ``change``, which 0 says never was. One
    from a time still to come was made under another clock, so nobody knows: it may."""
    return change > 0 and (made_at <= change or made_at > now_ms + SLACK)


def clean(
    workspace: Workspace,
    path: Path,
    keys: Keys,
    bounds: Bounds,
    now_ms: int,
    check: Check = no_check,
    old: dict[str, bytes] | None = None,
) -> None:
    """Write the copy at ``path`` anew: every place that ``keys`` open here is in it as it was, but
    without what was erased since, under the key of now. One that can no longer be opened in the
    copy is left out of it, and so is a place that was erased for good. Other people's places stay
    as they are. ``old``: keys that opened places until now, by name, for the copies made then.

    Raises BadCopy and the errors of writing; then the copy is as before.
    """
    with look(workspace, path, keys, bounds, check) as looked:
        if old:
            looked.open_with(keys, old)
        target = looked.room / "clean"
        target.mkdir()
        fresh: dict[str, Path] = {}
        left_out: set[str] = set()
        gone = looked.gone_files()
        for part in looked.parts:
            if part.kind != "shelf" and bytes.fromhex(Path(part.name).stem) in gone:
                left_out |= {part.name, *companions(part.name)}
                continue
            if part.state != "open" or (part.kind != "shelf" and part.name not in keys.safes):
                continue  # what is not whole here may need the copy some day
            ours = {part.name, *companions(part.name)}
            left_out |= ours
            if part.held is not None:
                names = renewed(looked, part, target)
                fresh |= {name: target / name for name in names}
                fresh |= _as_here(looked, part, names)
        sources = []
        for name, member in looked.members.items():
            if name in fresh:
                sources.append(Source(name, fresh[name], now_ms + 1))
            elif name not in left_out:
                sources.append(Source(name, looked.room / name, member.at))
        archives.write(path, sources, looked.workspace_id, looked.made_at, check)


def _as_here(looked: Look, part: Part, made: list[str]) -> dict[str, Path]:
    """Key file and seals of now belong to the key of now."""
    return {
        name: looked.workspace.path / name
        for name in companions(part.name)
        if name not in made and not name.endswith(WAL) and name in looked.members
    }
