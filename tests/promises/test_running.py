"""PeerDesk as it runs: no sockets, no word in plain anywhere, and gone once it is locked."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.promises.house import CANARIES, ROOT, House, found_in, leaks, make_house, python

DRIVEN = ROOT / "tests" / "promises" / "driven.py"
INTERNET = re.compile(rb"socket\((AF_INET6?|AF_PACKET)\b.*")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


def traced(folder: Path, *command: str) -> list[str]:
    """Every internet socket that a command and the processes it starts ask for."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed (packaging/linux_needs.py does)")
    log = folder / "sockets"
    strace = ["strace", "-f", "-qq", "-e", "trace=socket", "-o", str(log)]
    if subprocess.run([*strace, "true"], capture_output=True).returncode:
        pytest.skip("this system does not let one process trace another")
    done = subprocess.run([*strace, *command], cwd=ROOT, capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr.decode()
    return [line.decode() for line in INTERNET.findall(log.read_bytes())]


def test_a_socket_would_be_seen(tmp_path: Path) -> None:
    code = "import socket; socket.socket(); socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)"
    child = f"import subprocess, sys; sys.exit(subprocess.call([sys.executable, '-c', {code!r}]))"
    assert traced(tmp_path, sys.executable, "-c", child) == ["AF_INET", "AF_INET6"]


def test_the_self_test_opens_no_sockets(tmp_path: Path) -> None:
    tiny = str(ROOT / "tests" / "tiny_app.py")
    assert traced(tmp_path, sys.executable, tiny, "--self-test") == []


def test_a_whole_run_on_a_screen_opens_no_sockets(house: House, tmp_path: Path) -> None:
    told = tmp_path / "report"
    command = ["-m", "tests.promises.driven", "leave", str(told), "--workspace", str(house.path)]
    assert traced(tmp_path, sys.executable, *command) == []
    lines = [json.loads(line) for line in told.read_text("utf-8").splitlines()]
    assert len({line["pid"] for line in lines}) == 2  # the one that knew keys, and the next
    assert {title for line in lines for title in line["titles"]} == {"PeerDesk"}


@dataclass
class Locked:
    """What was seen of a run that was locked."""

    house: House
    titles: set[str]
    first: int
    alive: list[int]
    folders: tuple[Path, ...]
    stderr: Path


def pids(group: int) -> list[int]:
    """The processes of a process group that run."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text("utf-8").rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[2]) == group and fields[0] not in "ZX":
                found.append(int(entry.name))
    return found


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[Locked]:
    """Sign in, walk through the rooms, lock; the welcome page stays."""
    if sys.platform != "linux":
        pytest.skip("reads /proc")
    house = make_house(tmp_path / "w")
    temp, told = tmp_path / "temp", tmp_path / "report"
    temp.mkdir()
    stderr = tmp_path / "stderr"
    command = [sys.executable, "-m", "tests.promises.driven", "stay", str(told)]
    with stderr.open("wb") as errors:
        process = subprocess.Popen(
            [*command, "--workspace", str(house.path)],
            cwd=ROOT,
            env={**os.environ, "TMPDIR": str(temp)},
            stdout=subprocess.DEVNULL,
            stderr=errors,
            start_new_session=True,
        )
    try:
        process.wait(60)
        (line,) = told.read_text("utf-8").splitlines()
        first = json.loads(line)
        yield Locked(
            house,
            set(first["titles"]),
            first["pid"],
            pids(process.pid),
            (house.path, temp, Path(os.environ["HOME"])),
            stderr,
        )
    finally:
        os.killpg(process.pid, signal.SIGKILL)


def memory_of(pid: int) -> bytes:
    """All that a process holds in memory it may write to."""
    held = []
    with Path(f"/proc/{pid}/maps").open() as maps, Path(f"/proc/{pid}/mem").open("rb") as memory:
        for line in maps:
            span, rights, *_ = line.split()
            if rights.startswith("rw"):
                start, end = (int(part, 16) for part in span.split("-"))
                memory.seek(start)
                try:
                    held.append(memory.read(end - start))
                except OSError:
                    continue
    return b"\0".join(held)


@LINUX
def test_a_canary_in_memory_would_be_seen() -> None:
    code = "import sys; word = 'Kolibri' + 'schatten'; print(word, flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        child.stdout.readline()
        try:
            assert found_in(memory_of(child.pid)) == ["Kolibrischatten"]
        except PermissionError:
            pytest.skip("this system does not let one process read another")
        finally:
            assert child.stdin is not None
            child.stdin.close()


@LINUX
def test_locked_means_gone(locked: Locked) -> None:
    assert not Path(f"/proc/{locked.first}").exists()
    (welcome,) = locked.alive
    try:
        held = memory_of(welcome)
    except PermissionError:
        pytest.skip("this system does not let one process read another")
    assert len(held) > 1024 * 1024
    assert found_in(held) == []
    for key in (locked.house.made.signed_in.drawer_key, locked.house.made.signed_in.cabinets[0][2]):
        assert key not in held
        assert key.hex().encode() not in held
    # And on the way nothing private was said in a title, to the terminal, or to any file.
    assert locked.titles == {"PeerDesk"}
    said = locked.stderr.read_bytes()
    assert found_in(said) == []
    assert leaks(*locked.folders) == {}


# -- the journey through the services ------------------------------------------------------------

_JOURNEY = """
import sys
from pathlib import Path
from tests.promises import house as at_home
place = at_home.make_house(Path(sys.argv[1]))
with place.open() as session:
    at_home.NotesService(session.drawer).new_note(at_home.NOTE, at_home.BODY)
    print(at_home.leaks(place.path))  # while journals lie beside the files
"""


def test_a_canary_in_a_file_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("… Kolibrischatten …", "utf-16")
    (tmp_path / "Ostrawina.txt").touch()
    (tmp_path / "b").write_text("kolibri schatten")
    assert leaks(tmp_path) == {
        str(tmp_path / "a"): ["Kolibrischatten"],
        str(tmp_path / "Ostrawina.txt"): ["Ostrawina"],
    }
    assert len(CANARIES) > 12


def test_no_word_in_plain_after_a_whole_journey(tmp_path: Path) -> None:
    temp = tmp_path / "temp"
    temp.mkdir()
    run = python(
        *("-c", _JOURNEY, str(tmp_path / "w")),
        capture_output=True,
        env={**os.environ, "TMPDIR": str(temp)},
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "{}\n", "")
    assert leaks(tmp_path, Path(os.environ["HOME"])) == {}
