from __future__ import annotations

import os
from pathlib import Path

import pytest

from peerdesk.core.errors import KnownError
from peerdesk.safe.orphans import set_aside

ONE, TWO = "1" * 32, "2" * 32


@pytest.fixture
def drawers(workspace: Path) -> Path:
    folder = workspace / "drawers"
    folder.mkdir()
    return folder


def _fill(folder: Path, drawer_id: str, text: str = "x") -> None:
    for suffix in ("", "-wal", "-shm"):
        (folder / f"{drawer_id}.safe{suffix}").write_text(text + suffix)


def _names(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_only_those_without_a_key_and_back_again(drawers: Path) -> None:
    _fill(drawers, ONE)
    _fill(drawers, TWO)
    (drawers / f"{TWO}.key").touch()
    (drawers / "notes.safe").touch()
    everything = _names(drawers)
    assert set_aside(drawers) == [drawers / "aside" / f"{ONE}.safe"]
    assert set_aside(drawers) == []
    assert len(_names(drawers)) == len(everything)
    assert {path.name for path in (drawers / "aside").iterdir()} == {
        f"{ONE}.safe",
        f"{ONE}.safe-wal",
        f"{ONE}.safe-shm",
    }
    (drawers / f"{ONE}.key").touch()
    assert set_aside(drawers) == []
    assert _names(drawers) == everything | {f"{ONE}.key"}
    assert (drawers / f"{ONE}.safe-wal").read_text() == "x-wal"


def test_nothing_set_aside_is_written_over(drawers: Path) -> None:
    for text in ("first", "second", "third"):
        _fill(drawers, ONE, text)
        set_aside(drawers)
    places = ["aside", "aside/2", "aside/3"]
    found = [(drawers / place / f"{ONE}.safe").read_text() for place in places]
    assert found == ["first", "second", "third"]
    # A drawer that is in use stays, whatever lies aside.
    _fill(drawers, ONE, "in use")
    (drawers / f"{ONE}.key").touch()
    assert set_aside(drawers) == []
    assert (drawers / f"{ONE}.safe").read_text() == "in use"


def test_stopped_half_way_the_next_call_finishes(
    drawers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fill(drawers, ONE)
    real, calls = os.replace, []

    def once(source: Path, target: Path) -> None:
        calls.append(source)
        if len(calls) > 1:
            raise OSError(5, "pulled out")
        real(source, target)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", once)
        with pytest.raises(KnownError):
            set_aside(drawers)
    assert calls[0].name.endswith("-shm")
    assert set_aside(drawers) == [drawers / "aside" / f"{ONE}.safe"]
    assert len(list((drawers / "aside").iterdir())) == 3
