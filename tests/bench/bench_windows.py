"""Time until a window can be seen, and the memory it takes, against an empty PySide6 window.

usage: .venv/bin/python tests/bench/bench_windows.py [--runs N] [--command PEERDESK]

Starts the empty window, the welcome page and the signed-in window in turn (A B C A B C), so that
a busy minute slows all three, and compares medians. Exits 1 when a promise is not kept:
welcome within 1.5 times the time and 1.5 times the memory (PSS) of the empty window, the second
start of a signed-in demo within 2.2 times. Linux with Xvfb; run by hand and nightly.
"""

from __future__ import annotations

import argparse
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from screen import Screen, screen

EMPTY = (
    "from PySide6.QtWidgets import QApplication, QMainWindow\n"
    "app = QApplication([])\n"
    "window = QMainWindow()\n"
    "window.resize(1280, 800)\n"
    "window.show()\n"
    "app.exec()\n"
)
SETTLE = 1.5  # seconds until memory is read: the first paint is long done
LIMIT = 60.0
# name -> times the empty window's (time, memory)
PROMISES = {"welcome": (1.5, 1.5), "signed in": (2.2, 2.2)}


def _family(pid: int) -> list[int]:
    """The process and everything it started."""
    found, todo = [], [pid]
    while todo:
        one = todo.pop()
        found.append(one)
        for path in Path(f"/proc/{one}/task").glob("*/children"):
            try:
                todo += map(int, path.read_text().split())
            except OSError:
                continue
    return found


def _pss(pid: int) -> float | None:
    """MiB of the whole family, or None where the system hides it.

    Once keys are held PeerDesk asks the system to hide its memory, also these figures;
    root still sees them.
    """
    total = 0
    for one in _family(pid):
        try:
            text = Path(f"/proc/{one}/smaps_rollup").read_text()
        except PermissionError:
            return None
        except OSError:
            continue
        total += sum(int(li.split()[1]) for li in text.splitlines() if li.startswith("Pss:"))
    return total / 1024


def _stop(process: subprocess.Popen[bytes]) -> None:
    for how in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, how)
            process.wait(10)
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            continue
        return


def once(eyes: Screen, command: list[str]) -> tuple[float, float | None]:
    """Start ``command``; seconds until its window can be seen, and MiB a little later."""
    before = eyes.windows()
    env = {**os.environ, "DISPLAY": eyes.name, "QT_QPA_PLATFORM": "xcb"}
    env.pop("WAYLAND_DISPLAY", None)
    begun = time.perf_counter()
    process = subprocess.Popen(
        command, env=env, start_new_session=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        while not eyes.windows() - before:
            if process.poll() is not None:
                raise SystemExit(f"ended with {process.returncode}: {' '.join(command)}")
            if time.perf_counter() - begun > LIMIT:
                raise SystemExit(f"no window after {LIMIT:.0f} s: {' '.join(command)}")
            time.sleep(0.002)
        shown = time.perf_counter() - begun
        time.sleep(SETTLE)
        return shown, _pss(process.pid)
    finally:
        _stop(process)
        while eyes.windows() - before:
            time.sleep(0.01)


def main() -> int:
    """Measure, print, and say whether the promises hold."""
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("--runs", type=int, default=10)
    words.add_argument("--command", default=str(Path(sys.executable).with_name("peerdesk")))
    given = words.parse_args()
    with tempfile.TemporaryDirectory(prefix="peerdesk-bench-") as folder, screen() as eyes:
        demo = [given.command, "--demo", "--workspace", str(Path(folder, "demo"))]
        commands = {
            "empty": [sys.executable, "-c", EMPTY],
            "welcome": [given.command, "--workspace", str(Path(folder, "demo"))],
            "signed in": demo,
        }
        once(eyes, demo)  # makes the group; what is measured are second starts
        for command in commands.values():
            once(eyes, command)  # fills the system's file cache
        results: dict[str, list[tuple[float, float | None]]] = {name: [] for name in commands}
        for _ in range(given.runs):
            for name, command in commands.items():
                results[name].append(once(eyes, command))
    return _report(results)


def _report(results: dict[str, list[tuple[float, float | None]]]) -> int:
    medians = {}
    for name, runs in results.items():
        sizes = [size for _, size in runs if size is not None]
        medians[name] = (
            statistics.median(seconds for seconds, _ in runs),
            statistics.median(sizes) if sizes else None,
        )
    base_time, base_size = medians["empty"]
    kept = True
    for name, (seconds, size) in medians.items():
        spread = sorted(s for s, _ in results[name])
        line = f"{name:10} {seconds:.3f} s ({spread[0]:.3f}-{spread[-1]:.3f})"
        line += f" x{seconds / base_time:.2f}"
        most_time, most_size = PROMISES.get(name, (1.0, 1.0))
        good = seconds <= base_time * most_time
        if size is None or base_size is None:
            line += "   memory hidden (run as root to see it)"
        else:
            line += f"   {size:.0f} MiB x{size / base_size:.2f}"
            good = good and size <= base_size * most_size
        print(line + ("" if good else "   MORE THAN PROMISED"))
        kept = kept and good
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
