"""The buses: a desktop of our own tells of locks and sleep, as logind and GNOME would."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from peerdesk.app.platform.bus import Bus

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("dbus-daemon"), reason="needs a bus of our own"
)


class Desktop:
    """The other side: a process on a bus of its own."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("desktop.py"))],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env={**os.environ, "DBUS_SESSION_BUS_ADDRESS": address},
        )  # fmt: skip
        assert self.hears() == "ready"

    def hears(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def tells(self, word: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(word + "\n")
        self.process.stdin.flush()


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    command = ["dbus-daemon", "--session", "--print-address", "--nofork"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert daemon.stdout is not None
    yield daemon.stdout.readline().strip()
    daemon.terminate()
    daemon.wait()
    daemon.stdout.close()


@pytest.fixture
def desktop(address: str) -> Iterator[Desktop]:
    made = Desktop(address)
    yield made
    made.tells("")
    made.process.wait(10)
    assert made.process.stdin is not None
    assert made.process.stdout is not None
    made.process.stdin.close()
    made.process.stdout.close()


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def bus(qapp, desktop: Desktop, told: list[str]) -> Iterator[Bus]:
    env = {
        "DBUS_SESSION_BUS_ADDRESS": desktop.address,
        "DBUS_SYSTEM_BUS_ADDRESS": desktop.address,
    }
    made = Bus(lambda: told.append("lock"), lambda: told.append("sleep"), env, ())
    made.listen()
    assert desktop.hears() == "session auto"
    assert desktop.hears() == "inhibit sleep PeerDesk delay"
    yield made
    made.close()


@pytest.mark.parametrize(
    ("word", "what"),
    [("lock", "lock"), ("sleep", "sleep"), ("wake", "sleep"), ("cover", "lock"),
     ("cover-kde", "lock")],
)  # fmt: skip
def test_what_is_told_is_heard(qtbot, desktop, bus, told, word: str, what: str) -> None:
    desktop.tells(word)
    qtbot.waitUntil(lambda: told == [what])


def test_other_sessions_and_uncovering_are_not_ours(qtbot, desktop, bus, told) -> None:
    for word in ("lock-another", "uncover", "lock"):
        desktop.tells(word)
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["lock"], "in the order they were sent"


def test_sleep_waits_until_we_are_gone(desktop, bus) -> None:
    bus.close()
    assert desktop.hears() == "may sleep"


def test_idleness_comes_from_whoever_counts_it(desktop, bus) -> None:
    assert bus.idle_ms() == 7000, "seconds, where only the screen saver counts"
    desktop.tells("gnome")
    assert desktop.hears() == "ready"
    assert bus.idle_ms() == 4321
    bus.close()
    assert bus.idle_ms() is None


def test_a_bus_without_anybody(qapp, address: str) -> None:
    env = {"DBUS_SESSION_BUS_ADDRESS": address, "DBUS_SYSTEM_BUS_ADDRESS": address}
    bus = Bus(lambda: None, lambda: None, env, ())
    bus.listen()
    assert bus.idle_ms() is None
    bus.close()


@pytest.mark.parametrize(
    "there", ["tcp:host=192.0.2.1,port=1", "", "unix:path=/nowhere;tcp:host=h"]
)
def test_no_bus_over_a_network(qapp, there: str) -> None:
    env = {"DBUS_SESSION_BUS_ADDRESS": there, "DBUS_SYSTEM_BUS_ADDRESS": there}
    bus = Bus(lambda: None, lambda: None, env, ())
    assert bus.session is None
    assert bus.system is None
    bus.listen()
    bus.close()


def test_a_bus_that_does_not_answer(qapp, tmp_path: Path) -> None:
    gone = f"unix:path={tmp_path / 'nothing'}"
    bus = Bus(lambda: None, lambda: None, {"DBUS_SESSION_BUS_ADDRESS": gone}, ())
    assert bus.session is None
    bus.close()


def test_the_usual_places_are_looked_at(qapp, tmp_path: Path) -> None:
    """Without an address Qt looks where the system puts its sockets; without those, nobody does."""
    bus = Bus(lambda: None, lambda: None, {"XDG_RUNTIME_DIR": str(tmp_path)}, (tmp_path / "no",))
    assert bus.session is None
    assert bus.system is None
