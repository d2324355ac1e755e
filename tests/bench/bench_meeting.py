"""Whether there is a window at every moment between signing in and the page after a meeting.

usage: .venv/bin/python tests/bench/bench_meeting.py

Somebody signs in, starts a meeting, signs in again beside it, goes back by hand, and ends it
(``tests/promises/evening_driven.py``), on a screen of our own that is looked at a thousand times a
second. Exits 1 when there was ever no window, or when two stood for half a second. Linux with Xvfb;
run by hand and nightly.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(ROOT))
from screen import screen  # noqa: E402

from tests.promises.house import NAME, PASSWORD, make_house  # noqa: E402

LIMIT = 60.0
BOTH = 0.5
"""Seconds for which two windows may stand while one takes over from the other."""


def main() -> int:
    """Print every change in the number of windows; 1 when it was ever none."""
    with screen() as eyes, tempfile.TemporaryDirectory(prefix="peerdesk-bench-") as folder:
        house = make_house(Path(folder) / "w")
        told = Path(folder) / "told"
        told.mkdir()
        (told / "who").write_text(json.dumps([NAME, PASSWORD]), "utf-8")
        env = {**os.environ, "DISPLAY": eyes.name, "QT_QPA_PLATFORM": "xcb"}
        env.pop("WAYLAND_DISPLAY", None)
        before = eyes.windows()
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.promises.evening_driven", "hand", str(told),
             "--workspace", str(house.path)],
            cwd=ROOT, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        changes: list[tuple[float, int]] = []
        begun = time.perf_counter()
        try:
            while not _over(told):
                now, count = time.perf_counter() - begun, len(eyes.windows() - before)
                if (changes or count) and (not changes or changes[-1][1] != count):
                    changes.append((now, count))
                if now > LIMIT:
                    raise SystemExit("it did not end")
                time.sleep(0.001)
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    spans = list(zip(changes, [*changes[1:], (time.perf_counter() - begun, 0)], strict=True))
    for (at, count), (until, _next) in spans:
        print(f"{at:6.3f} s  {count} window{'' if count == 1 else 's'} for {until - at:.3f} s")
    none = any(count == 0 for _at, count in changes)
    both = max((until - at for (at, count), (until, _next) in spans[:-1] if count > 1), default=0.0)
    return int(none or both > BOTH)


def _over(told: Path) -> bool:
    log = told / "log"
    return log.exists() and '"what": "welcome"' in log.read_text("utf-8")


if __name__ == "__main__":
    sys.exit(main())
