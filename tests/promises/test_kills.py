"""200 kills at random moments: nothing said to be kept is lost, no half state, no word in plain."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from peerdesk.store.connection import connect
from tests.promises.all_deeds import DEEDS
from tests.promises.conftest import Size
from tests.promises.house import ROOT, found_in, leaks

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="forks its processes")

PER_RUN = 200


def test_there_are_as_many_kills_as_promised() -> None:
    assert sum(deed.kills for deed in DEEDS.values()) >= PER_RUN


class Nursery:
    """Starts processes that are killed; ``ask`` gives what became of one."""

    def __init__(self, temp: Path) -> None:
        self.stderr = temp / "stderr"
        with self.stderr.open("wb") as errors:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tests.promises.nursery"],
                cwd=ROOT,
                env={**os.environ, "TMPDIR": str(temp)},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )

    def ask(self, **task: Any) -> dict[str, Any]:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(task) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        assert line, self.stderr.read_text("utf-8")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def close(self) -> None:
        self.process.communicate()


@pytest.fixture
def temp(tmp_path: Path) -> Path:
    folder = tmp_path / "temp"
    folder.mkdir()
    return folder


@pytest.fixture
def nursery(temp: Path) -> Iterator[Nursery]:
    made = Nursery(temp)
    yield made
    made.close()


@pytest.mark.parametrize("key", [b"k" * 32, None])
def test_a_reader_takes_back_what_a_killed_writer_began(key: bytes | None, tmp_path: Path) -> None:
    """A rollback journal (files are in that form right after a key was renewed) is hot."""
    path, torn = tmp_path / "a.safe", tmp_path / "b.safe"
    writer = connect(path, key)
    writer.execute("CREATE TABLE t(x)")
    writer.execute("PRAGMA journal_mode = DELETE")
    writer.executemany("INSERT INTO t VALUES (?)", [("before" * 200,)] * 300)
    writer.execute("PRAGMA cache_size = 3")
    writer.execute("BEGIN")
    writer.execute("UPDATE t SET x = 'after'")
    for suffix in ("", "-journal"):
        shutil.copyfile(f"{path}{suffix}", f"{torn}{suffix}")
    writer.close()
    reader = connect(torn, key, read_only=True)
    assert reader.execute("SELECT DISTINCT x FROM t").fetchall() == [("before" * 200,)]
    assert reader.execute("PRAGMA quick_check").fetchall() == [("ok",)]
    reader.close()


@pytest.mark.parametrize("name", DEEDS)
def test_killed_at_random_moments(
    name: str, nursery: Nursery, tmp_path: Path, temp: Path, size: Size
) -> None:
    deed, rng = DEEDS[name], random.Random(name)
    folder = tmp_path / "house"
    folder.mkdir()
    known = deed.prepare(folder)
    task = {"deed": name, "folder": str(folder), "known": known, "seed": 0}
    # Once to the end, to learn how long it takes and how many calls; and it does work unkilled.
    free = nursery.ask(**task)
    assert not free["killed"]
    deed.check(folder, known, free["said"])
    counted = nursery.ask(**task, event=0)
    deed.check(folder, known, counted["said"])
    kills, wanted = 0, size(deed.kills, deed.kills * 10)
    for number in range(wanted * 3):
        # By turns at any instant (also inside the library), at any call, and at one of those that
        # handle files.
        when = (
            {"after": rng.random() * free["seconds"]},
            {"event": rng.randrange(1, counted["events"] + 1)},
            {"event": rng.choice(counted["hot"] or [1])},
        )[number % 3]
        end = nursery.ask(**{**task, "seed": number}, **when)
        deed.check(folder, known, end["said"])
        kills += end["killed"]
        if kills == wanted:
            break
    assert kills == wanted
    nursery.close()
    assert leaks(tmp_path, Path(os.environ["HOME"])) == {}
    assert found_in(nursery.stderr.read_bytes()) == []
    assert nursery.stderr.read_text("utf-8") == ""
