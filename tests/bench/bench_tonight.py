"""What a running meeting costs while nobody touches it: share of one core, timer shown.

usage: .venv/bin/python tests/bench/bench_tonight.py [--seconds N] [--command PEERDESK]

Starts the process of a meeting with 12 people in its check-in round on a screen of our own, waits
until it is calm, and reads the processor time it used from /proc: once with the facilitator's face
(digits, once a second) and once with the room's (a bar). Exits 1 when one of them used 1 % or more.
Linux with Xvfb and xdotool; run by hand and nightly.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parents[1]))
from screen import Screen, screen  # noqa: E402

from peerdesk.core.clock import Clock  # noqa: E402
from peerdesk.features.tonight.service import TonightService, new_sheet  # noqa: E402
from peerdesk.store.evening import Guest, Item, Plan  # noqa: E402
from peerdesk.store.tonight import open_tonight  # noqa: E402

LIMIT = 30.0
CALM = 5.0
PROMISED = 1.0
"""Per cent of a core."""
KEY, FILE = bytes(32), "0123456789abcdef" * 2


def make(workspace: Path) -> None:
    """A meeting in the middle of its round."""
    clock = Clock()
    people = tuple(Guest(f"{n:032x}", f"Somebody {n}") for n in range(12))
    items = (Item("01", "Check-in round", 60, "round"), Item("02", "Closing", 30, "closing"))
    plan = Plan(
        *("0a" * 16, "0b" * 16, "Sleep and worry", "Circle", "2026-11-24T18:30", "UTC"),
        *(clock.now_ms(), 90),
        items=items,
        people=people,
    )
    sheet = workspace / "tonight" / f"{FILE}.safe"
    sheet.parent.mkdir(parents=True)
    uid = bytes.fromhex(FILE)
    new_sheet(sheet, KEY, plan, clock, sheet_uid=uid, code="1234").close()
    place = open_tonight(sheet, KEY, clock)
    service = TonightService(place, clock)
    for guest in people:
        service.here(guest.uid)
    service.start()
    place.close()


def used(pid: int) -> float:
    """Seconds of processor time of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def press(eyes: Screen, window: int, key: str) -> None:
    """Press a key in a window."""
    env = {**os.environ, "DISPLAY": eyes.name}
    focus = ["xdotool", "windowfocus", "--sync", str(window)]
    subprocess.run([*focus, "key", "--window", "0", key], env=env, check=True, timeout=10)


def measure(eyes: Screen, command: list[str], seconds: float) -> dict[str, float]:
    """Per cent of a core by face."""
    with tempfile.TemporaryDirectory(prefix="peerdesk-bench-") as folder:
        workspace = Path(folder) / "workspace"
        make(workspace)
        env = {**os.environ, "DISPLAY": eyes.name, "QT_QPA_PLATFORM": "xcb"}
        env.pop("WAYLAND_DISPLAY", None)
        before = eyes.windows()
        process = subprocess.Popen(
            [*command, "--workspace", str(workspace), "--tonight", FILE],
            env=env, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        try:
            assert process.stdin is not None
            process.stdin.write(KEY)
            process.stdin.close()
            until = time.monotonic() + LIMIT
            while not (new := eyes.windows() - before):
                if process.poll() is not None or time.monotonic() > until:
                    raise SystemExit("no window")
                time.sleep(0.02)
            found = {}
            for face in ("facilitator", "room"):
                if face == "room":
                    press(eyes, new.copy().pop(), "F2")
                time.sleep(CALM)
                begun, cost = time.monotonic(), used(process.pid)
                time.sleep(seconds)
                share = (used(process.pid) - cost) / (time.monotonic() - begun)
                found[face] = share * 100
            return found
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def main() -> int:
    """Print what was found; 1 when it is too much."""
    words = argparse.ArgumentParser(description=__doc__, add_help=False)
    words.add_argument("--seconds", type=float, default=30.0)
    words.add_argument("--command", default=f"{sys.executable} -m peerdesk")
    options = words.parse_args()
    with screen() as eyes:
        found = measure(eyes, options.command.split(), options.seconds)
    for face, share in found.items():
        print(f"{face:12} {share:5.2f} % of a core (promised: under {PROMISED} %)")
    return int(any(share >= PROMISED for share in found.values()))


if __name__ == "__main__":
    sys.exit(main())
