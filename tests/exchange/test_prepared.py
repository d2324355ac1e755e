"""A package that was read and not brought in yet."""

from __future__ import annotations

import gc
import tempfile
from pathlib import Path

import pytest
from packages import Write, column, dump, plain

from peerdesk.core.errors import Cancelled, KnownError
from peerdesk.exchange.prepared import Prepared
from peerdesk.store.connection import Connection
from peerdesk.store.place import Place


@pytest.fixture
def temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_it_lies_beside_until_it_is_brought_in(
    shelf: Place, job: Connection, package: Write, temp: Path
) -> None:
    with Prepared(package(plain())) as prepared:
        assert (prepared.source, prepared.kind, prepared.found.services) == (
            "package", "directory", 2,
        )  # fmt: skip
        assert column(shelf, "SELECT count(*) FROM service") == [0]
        assert [f.name for f in temp.glob("*/*")] == ["staging.db"]
        seen: list[tuple[int, int]] = []
        result = prepared.bring_in(job, 5, lambda done, whole: seen.append((done, whole)))
        assert (result.services, result.gone, seen) == (2, 0, [(1_000, 1_000)])
    assert not list(temp.iterdir())
    assert column(shelf, "SELECT started_at FROM import_batch") == [5]


def test_a_cancel_after_the_last_step_is_too_late(
    shelf: Place, job: Connection, package: Write, temp: Path
) -> None:
    def told(_done: int, _whole: int) -> None:
        raise Cancelled

    with Prepared(package(plain())) as prepared:
        assert prepared.bring_in(job, 5, told).services == 2
    assert column(shelf, "SELECT started_at FROM import_batch") == [5]


def test_forgotten_it_goes_by_itself(package: Write, temp: Path) -> None:
    prepared = Prepared(package(plain()))
    prepared.close()
    prepared.close()
    Prepared(package(plain()))
    gc.collect()
    assert not list(temp.iterdir())


def test_what_cannot_be_read_leaves_nothing(package: Write, temp: Path, tmp_path: Path) -> None:
    (tmp_path / "none.zip").write_text("no zip")
    with pytest.raises(KnownError):
        Prepared(tmp_path / "none.zip")
    with pytest.raises(Cancelled):
        Prepared(package(plain()), cancelled=lambda: True)
    assert not list(temp.iterdir())


def test_looking_may_be_repeated_and_given_up(
    shelf: Place, job: Connection, package: Write
) -> None:
    before = dump(shelf)
    many = plain()
    many["services"] += [{"id": f"m{n}", "name": f"Filler {n}"} for n in range(2_000)]
    with Prepared(package(many)) as prepared:
        assert prepared.look(job) == prepared.look(job)
        with pytest.raises(Cancelled):
            prepared.look(job, lambda: True)
        assert prepared.look(job).new == 2_002
        with pytest.raises(Cancelled):
            prepared.bring_in(job, 1, cancelled=lambda: True)
        assert dump(shelf) == before
        assert prepared.bring_in(job, 1).added > 2_000


def test_the_copy_comes_before_the_first_change(
    shelf: Place, job: Connection, package: Write
) -> None:
    counts: list[object] = []
    with Prepared(package(plain())) as prepared:
        prepared.bring_in(
            job, 1, ready=lambda: counts.extend(column(shelf, "SELECT count(*) FROM service"))
        )
    assert counts == [0]
