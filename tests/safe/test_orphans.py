from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from peerdesk.core.errors import KnownError
from peerdesk.safe import orphans
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


def test_the_one_that_was_used_last_comes_home(drawers: Path) -> None:
    for text in ("first", "second", *"3456789", "the last"):
        _fill(drawers, ONE, text)
        set_aside(drawers)
    (drawers / f"{ONE}.key").touch()
    newest = orphans.find(drawers, ONE)
    assert newest is not None
    assert newest.parent.name == "10"
    orphans.bring_home(drawers)
    assert (drawers / f"{ONE}.safe").read_text() == "the last"
    assert len(orphans.every(drawers, ONE)) == 9 * 3


def test_a_drawer_of_ones_own_computer_opens_without_its_key_file(drawers: Path) -> None:
    _fill(drawers, ONE)
    (drawers / f"{ONE}.own").touch()
    assert set_aside(drawers) == []
    assert (drawers / f"{ONE}.safe").exists()


def test_nothing_lies_aside(drawers: Path) -> None:
    _fill(drawers, ONE)
    assert (orphans.ids(drawers), orphans.find(drawers, ONE)) == ((), None)
    set_aside(drawers)
    assert (orphans.ids(drawers), orphans.find(drawers, TWO)) == ((ONE,), None)


def test_a_journal_that_was_moved_alone_comes_home_too(drawers: Path) -> None:
    _fill(drawers, ONE)
    (drawers / "aside").mkdir()
    for suffix in ("-wal", "-shm"):
        (drawers / f"{ONE}.safe{suffix}").replace(drawers / "aside" / f"{ONE}.safe{suffix}")
    (drawers / f"{ONE}.key").touch()
    orphans.bring_home(drawers)
    assert _names(drawers) == {f"{ONE}.key", *(f"{ONE}.safe{s}" for s in orphans.SUFFIXES)}


def test_what_is_being_made_is_waited_for(drawers: Path) -> None:
    with orphans.making:
        _fill(drawers, ONE)
        beside = threading.Thread(target=set_aside, args=(drawers,))
        beside.start()
        beside.join(0.2)
        assert beside.is_alive()
        (drawers / f"{ONE}.key").touch()
    beside.join()
    assert (drawers / f"{ONE}.safe").exists()
