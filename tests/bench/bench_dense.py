"""Packages of 1 MiB that hold as much work as can be written into them, each read by a process of
its own. Prints CPU seconds and MiB for each; exits 1 when one takes more than a second.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.promises.dense import CASES

ROOT = Path(__file__).parents[2]
ROUNDS, SECONDS, MEMORY = 3, 1.0, 512.0


def main() -> int:
    """Read each in turn; the least disturbed round counts."""
    worst = most = 0.0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "package.zip"
        for name, make in CASES.items():
            path.write_bytes(make())
            found = [
                subprocess.run(
                    [sys.executable, "-m", "tests.promises.hostile", "zip", str(path)],
                    cwd=ROOT,
                    capture_output=True,
                    text=True,
                    check=True,
                ).stdout.split(" ", 2)
                for _ in range(ROUNDS)
            ]
            seconds, memory = min(float(f[0]) for f in found), max(float(f[1]) for f in found)
            said = "refused" if found[0][2].strip() else "came in"
            print(f"{seconds:5.2f} s {memory:4.0f} MiB  {said}  {name}", flush=True)
            worst, most = max(worst, seconds), max(most, memory)
    print(f"at most {worst:.2f} s (limit {SECONDS:.0f}), {most:.0f} MiB (limit {MEMORY:.0f})")
    return int(worst > SECONDS or most > MEMORY)


if __name__ == "__main__":
    sys.exit(main())
