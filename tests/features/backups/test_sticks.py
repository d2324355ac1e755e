"""Known sticks: random ids and times, never a name."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import pytest

from peerdesk.features.backups.sticks import FOLDER, MARKER, Stick, Sticks, marker_of
from peerdesk.store.backup_errors import MayNotWrite
from tests.store.copies import House


def test_a_stick_is_known_by_a_random_id_alone(house: House, stick: Path) -> None:
    sticks = Sticks(house.workspace)
    assert sticks.off_at is None
    made = sticks.allow(stick)
    assert marker_of(stick) == made.id
    assert made.folder == stick / FOLDER
    assert sticks.all() == (Stick(made.id),)
    assert sticks.all([stick]) == (Stick(made.id, None, stick),)
    kept = (house.workspace.backups / "known.json").read_text()
    assert "STICK" not in kept
    assert str(stick) not in kept


def test_allowing_twice_keeps_what_is_known(house: House, stick: Path) -> None:
    sticks = Sticks(house.workspace)
    made = sticks.allow(stick)
    sticks.copied(7, made.id)
    assert sticks.allow(stick) == Stick(made.id, 7, stick)
    assert sticks.off_at == 7
    sticks.copied(9)
    assert (sticks.all()[0].last, sticks.off_at) == (7, 9)
    sticks.forget(made.id)
    sticks.forget("nobody")
    assert sticks.all([stick]) == ()


@pytest.mark.parametrize(
    "words",
    [
        b"",
        b"[]",
        b"[" * 60_000,
        b"{}",
        b"\xff",
        b'{"off_at": "x", "sticks": {}}',
        b'{"off_at": -1, "sticks": {}}',
        b'{"off_at": null, "sticks": {"short": null}}',
        b'{"off_at": null, "sticks": {"' + b"x" * 32 + b'": null}}',
        b'{"off_at": null, "sticks": 3}',
        b'{"off_at": null, "sticks": {"' + b"0" * 32 + b'": true}}',
    ],
)
def test_what_cannot_be_read_counts_as_not_there(house: House, words: bytes) -> None:
    (house.workspace.backups / "known.json").write_bytes(words)
    sticks = Sticks(house.workspace)
    assert (sticks.off_at, sticks.all()) == (None, ())


def test_never_more_than_a_drawerful(house: House) -> None:
    many = {f"{n:032x}": None for n in range(200)}
    path = house.workspace.backups / "known.json"
    path.write_text(json.dumps({"off_at": None, "sticks": many}))
    assert len(Sticks(house.workspace).all()) == 50


def test_markers_that_are_none(stick: Path) -> None:
    assert marker_of(stick) == ""
    (stick / FOLDER).mkdir()
    for words in (b"", b"x" * 32, b"0" * 33, b"\xff" * 32):
        (stick / FOLDER / MARKER).write_bytes(words)
        assert marker_of(stick) == ""


def test_a_stick_that_may_not_be_written(
    house: House, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, **_: object) -> None:
        raise OSError(errno.EROFS, "read-only")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(MayNotWrite):
        Sticks(house.workspace).allow(stick)
    assert Sticks(house.workspace).all() == ()
