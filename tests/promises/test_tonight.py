"""A meeting goes on while the keys are gone, loses nothing to a power cut, and tells nobody."""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from peerdesk.app.tonight.alive import meeting_lives
from peerdesk.app.tonight.stand_in import key_in
from peerdesk.core.clock import Clock
from peerdesk.core.text import translate
from peerdesk.features.tonight.service import TonightService, new_sheet
from peerdesk.safe import in_tray
from peerdesk.store.cabinet import Group, TonightKey
from peerdesk.store.connection import connect, held
from peerdesk.store.evening import Guest
from peerdesk.store.evening_json import read_result, write
from peerdesk.store.shelf import PublishedAgenda
from peerdesk.store.tonight import open_tonight
from tests.promises.conftest import Size
from tests.promises.evenings import plain_plan
from tests.promises.house import (
    CANARIES,
    NAME,
    PASSWORD,
    ROOT,
    House,
    found_in,
    leaks,
    make_house,
    rows,
)
from tests.promises.test_running import LINUX, memory_of

DRIVEN = ("-m", "tests.promises.evening_driven")
PATIENCE = 30.0
TONIGHT = ("Ostrawina", "Blaubart", "KX-Pirol-9")
"""Names and codes are what tonight's sheet is for; nothing else of the cabinet is."""
KEY = bytes(range(32))


def wait_for(true: Callable[[], object], what: str) -> None:
    until = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < until, f"never: {what}"
        time.sleep(0.005)


class Street:
    """Processes before one workspace, and what they told."""

    def __init__(self, folder: Path, workspace: Path) -> None:
        self.folder, self.workspace = folder, workspace
        self.started: list[subprocess.Popen[bytes]] = []
        self.temp = folder.parent / "temp"
        self.temp.mkdir()

    def start(self, scenario: str, *arguments: str, key: bytes = b"") -> subprocess.Popen[bytes]:
        with (self.folder / "stderr").open("ab") as errors:
            process = subprocess.Popen(
                [
                    *(sys.executable, *DRIVEN, scenario, str(self.folder)),
                    *(*arguments, "--workspace", str(self.workspace)),
                ],
                cwd=ROOT,
                env={**os.environ, "TMPDIR": str(self.temp)},
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=errors,
                start_new_session=True,
            )
        assert process.stdin is not None
        process.stdin.write(key)
        process.stdin.close()
        self.started.append(process)
        return process

    def told(self, what: str) -> dict[str, object]:
        """The line about ``what``, waited for."""
        lines: list[dict[str, object]] = []

        def there() -> bool:
            log = self.folder / "log"
            text = log.read_text("utf-8") if log.exists() else ""
            every = [json.loads(x) for x in text.splitlines(keepends=True) if x[-1] == "\n"]
            stuck = [line for line in every if line["what"] == "stuck"]
            assert not stuck, stuck[0]["error"]
            lines[:] = [line for line in every if line["what"] == what]
            return bool(lines)

        wait_for(there, what)
        return lines[0]

    def do(self, what: str) -> None:
        (self.folder / what).touch()

    def said(self) -> bytes:
        return (self.folder / "stderr").read_bytes()

    def end(self) -> None:
        self.do("go")
        for process in self.started:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@pytest.fixture
def street(tmp_path: Path) -> Iterator[Callable[[Path], Street]]:
    made: list[Street] = []

    def make(workspace: Path) -> Street:
        folder = tmp_path / "told"
        folder.mkdir()
        made.append(Street(folder, workspace))
        return made[-1]

    yield make
    for one in made:
        one.end()


def number(line: dict[str, object], name: str) -> int:
    value = line[name]
    assert isinstance(value, int)
    return value


def lives(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in "ZX"


@LINUX
def test_the_meeting_goes_on_and_the_keys_are_gone(tmp_path: Path, street) -> None:
    house = make_house(tmp_path / "w")
    there: Street = street(house.path)
    (there.folder / "who").write_text(json.dumps([NAME, PASSWORD]), "utf-8")

    there.start("idle")
    starting = there.told("starting")
    running = there.told("running")
    behind = there.told("behind")
    beside = there.told("beside")
    first, meeting, keyed = (number(line, "pid") for line in (starting, running, beside))
    assert len({first, meeting, keyed}) == 3
    assert not lives(first), "whoever starts a meeting leaves no key behind"
    assert beside["visible"]
    assert not behind["visible"], "one window of PeerDesk is enough"
    assert running["names"]

    there.do("idle")
    idle = there.told("idle")
    back = there.told("back")
    wait_for(lambda: not lives(keyed), "the process that held keys ends")
    assert lives(meeting)
    assert number(back, "pid") == meeting
    assert back["visible"]
    assert (back["face"], back["names"]) == ("room", False)
    assert number(idle, "pid") == keyed

    # To the millisecond, though it was out of sight; and the clock of the wall agrees.
    passed = number(back, "now") - number(running, "now")
    assert number(running, "remaining") - number(back, "remaining") == passed
    assert abs(number(back, "gap") - number(running, "gap")) < 200

    for line in (starting, running, behind, beside, back):
        assert set(line["titles"]) <= {"PeerDesk"}  # type: ignore[call-overload]
    try:
        held = memory_of(meeting)
    except PermissionError:
        pytest.skip("this system does not let one process read another")
    assert len(held) > 1024 * 1024
    private = [word for word in CANARIES if word not in TONIGHT]
    assert found_in(held, private) == []
    assert found_in(held, list(TONIGHT)) == list(TONIGHT), "the look itself works"
    for key in (house.made.signed_in.drawer_key, house.made.signed_in.cabinets[0][2]):
        assert key not in held
        assert key.hex().encode() not in held
    assert found_in(there.said()) == []
    assert leaks(house.path, there.temp, Path(os.environ["HOME"])) == {}

    # A power cut now costs one sign-in: the cabinet has the sheet's key.
    os.kill(meeting, signal.SIGKILL)
    wait_for(lambda: not lives(meeting), "the plug is pulled")
    with house.open():
        row = TonightKey.get()
        assert row.merged_at is None
        path = house.workspace.sheet(str(row.file_id))
        place = open_tonight(path, bytes(row.key), Clock())
        try:
            service = TonightService(place, Clock())
            state = service.state()
            assert state.started
            assert state.head_count == 3
        finally:
            place.close()


@LINUX
@pytest.mark.parametrize(
    ("scenario", "names"), [("hand", False), ("killed", False), ("closed", False)]
)
def test_the_meeting_comes_back_however_the_main_window_goes(
    tmp_path: Path, street, scenario: str, names: bool
) -> None:
    """By hand, killed, or closed without signing in; and at its end there is the welcome page."""
    house = make_house(tmp_path / "w")
    there: Street = street(house.path)
    (there.folder / "who").write_text(json.dumps([NAME, PASSWORD]), "utf-8")
    there.start(scenario)
    running, beside, back = (there.told(what) for what in ("running", "beside", "back"))
    assert beside["visible"]
    assert back["pid"] == running["pid"]
    assert (back["visible"], back["names"]) == (True, names)
    wait_for(lambda: not lives(number(beside, "pid")), "the main window's process ends")

    welcome = there.told("welcome")
    assert welcome["show"] == "ended"
    assert any("The meeting has ended" in w for w in welcome["words"])  # type: ignore[attr-defined]
    wait_for(lambda: not lives(number(running, "pid")), "the meeting's process ends")
    there.do("go")
    wait_for(lambda: not lives(number(welcome, "pid")), "all is over")
    with house.open():
        row = TonightKey.get()
        assert house.workspace.sheet(str(row.file_id)).exists(), "kept until it is merged"
    assert found_in(there.said()) == []


@LINUX
def test_an_evening_without_a_key(tmp_path: Path, street) -> None:
    """A stand-in's evening; a second start brings it forward; its result waits in the in-tray."""
    house = make_house(tmp_path / "w")
    with house.open() as session:
        group = Group.get()
        uid, secret = bytes(group.uid), bytes(group.secret_key)
        plan = plain_plan("", uid.hex())
        with session.shelf.operation(translate("Test", "Publish")):
            PublishedAgenda.create(uid=uid, group_uid=uid, plan=write(plan))
    there: Street = street(house.path)
    there.start("stand in")
    running = there.told("running")
    assert running["stand_in"]

    second = there.start("stand in")
    assert second.wait(PATIENCE) == 0
    assert lives(number(running, "pid"))

    (sheet,) = (p for p in house.workspace.tonight.iterdir() if p.suffix == ".safe")
    boxes = in_tray_of(house, secret, uid)
    assert [kind for kind, _ in boxes] == ["sheet key"]
    kept_uid, key = key_in(boxes[0][1]) or (b"", b"")
    assert kept_uid.hex() == sheet.stem
    assert held(sheet), "its process has it alone"
    copy = tmp_path / "copy.safe"
    for suffix in ("", "-wal"):
        copy.with_name(copy.name + suffix).write_bytes(
            sheet.with_name(sheet.name + suffix).read_bytes()
        )
    connect(copy, key, read_only=True).close()

    # Somebody tidies up files they do not know: the meeting is still the one that runs.
    house.path.with_name(f"{house.path.name}.tonight.lock").unlink()
    third = there.start("stand in")
    assert third.wait(PATIENCE) == 0
    assert lives(number(running, "pid"))
    assert meeting_lives(house.path)

    there.do("end")
    welcome = there.told("welcome")
    assert welcome["show"] == "in-tray"
    there.do("go")
    wait_for(lambda: not lives(number(welcome, "pid")), "all is over")
    assert not house.workspace.tonight.exists()
    kinds = dict(in_tray_of(house, secret, uid))
    result = read_result(kinds["evening"].decode())
    assert (result.head_count, result.stand_in) == (2, True)
    assert result.words == "Kettle and biscuits"
    assert leaks(house.path) == {}
    assert found_in(b"".join(p.read_bytes() for p in house.path.glob("shelf*")), ["Kettle"]) == []


def in_tray_of(house: House, secret: bytes, group: bytes) -> list[tuple[str, bytes]]:
    found = []
    for (box,) in rows(house.workspace.shelf, None, "SELECT box FROM in_tray"):
        slip = in_tray.open_box(secret, group, box)  # type: ignore[arg-type]
        assert slip is not None
        found.append((slip.kind, slip.data))
    return found


def test_pulling_the_plug_loses_nothing(tmp_path: Path, street, size: Size) -> None:
    """Killed at random moments: what was told is there, in order, and at most what was just being
    written comes after it."""
    people = tuple(Guest(f"{n:032x}", f"Somebody {n}") for n in range(8))
    workspace = tmp_path / "w"
    there: Street = street(workspace)
    moments, lines = random.Random(4), 0
    for turn in range(size(6, 60)):
        file_id = f"{turn:032x}"
        path = workspace / "tonight" / f"{file_id}.safe"
        path.parent.mkdir(parents=True, exist_ok=True)
        plan = plain_plan(people=people)
        new_sheet(path, KEY, plan, Clock(), sheet_uid=bytes.fromhex(file_id), code="1234").close()
        process = there.start("kill", "--tonight", file_id, key=KEY)
        there.told("writing")
        time.sleep(moments.uniform(0.0, 0.6))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

        kept = there.folder / "kept"
        told = kept.read_text("ascii").split("\n")[:-1] if kept.exists() else []
        place = open_tonight(path, KEY, Clock())
        try:
            there_now = [h.uid for h in TonightService(place, Clock())._happenings]
        finally:
            place.close()
        # Two verbs happen between two lines.
        assert set(told) <= set(there_now)
        assert [uid for uid in there_now if uid in set(told)] == told
        assert len(there_now) <= 1 + 2 * (len(told) + 1)
        lines += len(told)
        kept.unlink(missing_ok=True)
        (there.folder / "log").unlink()
    assert lines, "it was killed while it wrote"
    assert b"Somebody" not in there.said()


def test_a_house_like_this_is_made(house: House) -> None:
    """What the first test looks for stands in the cabinet it starts from."""
    with house.open() as session:
        assert session.cabinet is not None
        names = {str(row[0]) for row in session.cabinet.rows("SELECT name FROM person")}
    assert any(word in name for word in TONIGHT for name in names)
