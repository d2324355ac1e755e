"""Real processes: a second start, and a lock after which the process that held keys is gone."""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from .walks import make_group

HERE = Path(__file__).resolve().parent
TINY_APP = HERE.parent / "tiny_app.py"
PATIENCE = 20.0
NOTE = "Quarterlight zebrafinch"
linux = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


def wait_for(true: Callable[[], object], what: str) -> None:
    until = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < until, f"never: {what}"
        time.sleep(0.005)


class House:
    """Processes before one workspace, and what they told."""

    def __init__(self, folder: Path, workspace: Path) -> None:
        self.folder, self.workspace = folder, workspace
        self.started: list[subprocess.Popen[bytes]] = []

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        number = len(self.started)
        with (self.folder / f"out{number}").open("wb") as out:
            process = subprocess.Popen(
                [sys.executable, *command], stdout=out, stderr=out, start_new_session=True
            )
        self.started.append(process)
        return process

    def somebody(self, scenario: str, *arguments: str) -> subprocess.Popen[bytes]:
        """PeerDesk with somebody before it."""
        return self.start(str(HERE / "driven.py"), scenario, str(self.folder), *arguments)

    def told(self, what: str) -> dict[str, object]:
        """The line about ``what``, waited for."""
        lines: list[dict[str, object]] = []

        def there() -> bool:
            text = (self.folder / "log").read_text() if (self.folder / "log").exists() else ""
            every = [
                json.loads(line) for line in text.splitlines(keepends=True) if line[-1] == "\n"
            ]
            stuck = [line for line in every if line["what"] == "stuck"]
            assert not stuck, (stuck, self.printed())
            lines[:] = [line for line in every if line["what"] == what]
            return bool(lines)

        wait_for(there, what)
        return lines[0]

    def go(self) -> None:
        (self.folder / "go").touch()

    def printed(self) -> str:
        """All that was written to stdout and stderr, but for what Qt says without a screen."""
        said = "".join(p.read_text(errors="replace") for p in sorted(self.folder.glob("out*")))
        lines = said.splitlines(keepends=True)
        return "".join(line for line in lines if "propagateSizeHints" not in line)

    def alive(self) -> list[int]:
        """Processes that follow a scenario of this test and are not only waiting to be reaped."""
        found = []
        for entry in Path("/proc").iterdir():
            try:
                words = (entry / "cmdline").read_bytes()
                state = (entry / "stat").read_text().rpartition(")")[2].split()[0]
            except (OSError, IndexError):
                continue
            if entry.name.isdigit() and str(self.folder).encode() in words and state != "Z":
                found.append(int(entry.name))
        return found

    def end(self) -> None:
        self.go()
        for process in self.started:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, 9)
            process.wait()


@pytest.fixture
def house(tmp_path: Path, home: Path, tiny_kdf, clock) -> Iterator[House]:
    make_group(home / "workspace", tiny_kdf, clock)
    folder = tmp_path / "told"
    folder.mkdir()
    (folder / "note").write_text(NOTE)
    made = House(folder, home / "workspace")
    yield made
    made.end()


@pytest.fixture
def reaper() -> Iterator[None]:
    """Orphans come to this process, so that it is known how they ended and none is left over."""
    libc = ctypes.CDLL(None)
    assert libc.prctl(36, 1, 0, 0, 0) == 0  # PR_SET_CHILD_SUBREAPER
    yield
    libc.prctl(36, 0, 0, 0, 0)


def in_memory(pid: int, words: bytes) -> bool:
    """Whether the memory of a process holds ``words``."""
    with open(f"/proc/{pid}/maps") as maps, open(f"/proc/{pid}/mem", "rb", 0) as memory:
        for line in maps:
            span, rights = line.split()[:2]
            if "r" not in rights or "[v" in line:
                continue
            start, end = (int(n, 16) for n in span.split("-"))
            try:
                memory.seek(start)
                if words in memory.read(end - start):
                    return True
            except (OSError, ValueError, OverflowError):
                continue
    return False


def test_the_second_start_brings_the_first_one_forward(house: House) -> None:
    arguments = ("--workspace", str(house.workspace))
    first = house.somebody("is_put_away", *arguments)
    house.told("put away")
    second = house.start(str(TINY_APP), *arguments)
    assert second.wait(PATIENCE) == 0
    assert house.told("forward")["visible"] is True
    assert first.poll() is None
    house.go()
    assert first.wait(PATIENCE) == 0
    # The platform without a screen says this of every window that comes forward.
    assert house.printed() in ("", "This plugin does not support raise()\n")


@linux
def test_after_a_lock_the_process_that_held_keys_is_gone(house: House, reaper: None) -> None:
    old = house.somebody("locks", "--workspace", str(house.workspace))
    locking = house.told("locking")
    assert old.wait(PATIENCE) == 0
    gone = time.monotonic()
    assert gone - float(str(locking["at"])) < 2.0
    assert locking["title"] == "PeerDesk"

    seen = house.told("seen")
    new = int(str(seen["pid"]))
    assert new != old.pid
    assert seen["window"] == "Front"
    assert seen["title"] == "PeerDesk"
    assert "I forgot my password" in str(seen["words"])
    assert NOTE not in str(seen["words"])
    assert not Path(f"/proc/{old.pid}").exists(), "no zombie either"
    assert house.alive() == [new], "one PeerDesk remains"
    lock_file = house.workspace.with_name("workspace.lock")
    assert lock_file.read_text().splitlines()[0] == str(new)
    try:
        for secret in (NOTE.encode(), NOTE.encode("utf-16-le")):
            assert not in_memory(new, secret), "it never knew"
        assert in_memory(new, b"PeerDesk"), "the look itself works"
    except PermissionError:  # somebody else's rules about /proc/…/mem: its death is proof enough
        pass

    house.go()
    assert os.waitpid(new, 0)[1] == 0
    assert house.alive() == []
    assert not lock_file.exists()
    assert house.printed() == ""


@linux
def test_hide_shows_local_help(house: House, reaper: None) -> None:
    old = house.somebody("hides", "--workspace", str(house.workspace))
    locking = house.told("locking")
    assert old.wait(PATIENCE) == 0
    assert time.monotonic() - float(str(locking["at"])) < 2.0
    seen = house.told("seen")
    assert "Nothing you look at is recorded" in str(seen["words"])
    assert "I forgot my password" not in str(seen["words"])
    house.go()
    assert os.waitpid(int(str(seen["pid"])), 0)[1] == 0


@linux
def test_looking_round_leaves_nothing_also_after_a_lock(
    house: House, reaper: None, own_temp: Path
) -> None:
    old = house.somebody("looks_round", "--demo")
    workspace = Path(str(house.told("locking")["workspace"]))
    assert own_temp in workspace.parents
    assert old.wait(PATIENCE) == 0
    seen = house.told("seen")
    assert workspace.exists()
    house.go()
    assert os.waitpid(int(str(seen["pid"])), 0)[1] == 0
    assert sorted(own_temp.iterdir()) == []
