"""Asks full branch coverage of the parts where a slip costs someone their privacy or their data.

Reads the ``.coverage`` file the test run left; exits 1 and names files and lines otherwise.
"""

from __future__ import annotations

import sys
from pathlib import Path

import coverage

ROOT = Path(__file__).resolve().parent.parent
GATED = (
    "peerdesk/safe/**/*.py",
    "peerdesk/store/**/*.py",
    "peerdesk/exchange/**/*.py",
    "peerdesk/features/**/service.py",
    "peerdesk/app/**/service.py",
    "peerdesk/app/help_now/steps_service.py",
    # the verbs of a service that stand in files beside it
    "peerdesk/features/backups/base.py",
    "peerdesk/features/backups/bringing.py",
    "peerdesk/features/backups/cleaning.py",
    "peerdesk/features/backups/making.py",
    "peerdesk/features/*/service_*.py",
    "peerdesk/features/directory/calls/checks.py",
    "peerdesk/features/directory/calls/choosing.py",
    "peerdesk/features/directory/calls/notes.py",
    "peerdesk/features/directory/calls/told.py",
    "peerdesk/features/meetings/in_tray/boxes.py",
)


def main(root: Path = ROOT) -> int:
    """Compare every gated file below ``root`` with 100 %; returns an exit code."""
    measured = coverage.Coverage(data_file=str(root / ".coverage"))
    measured.load()
    known = {Path(name).resolve() for name in measured.get_data().measured_files()}
    gaps = []
    files = sorted({path for pattern in GATED for path in root.glob(pattern)})
    for path in files:
        name = path.relative_to(root).as_posix()
        if path.resolve() not in known:
            if path.read_text("utf-8").strip():
                gaps.append(f"{name}: never run")
            continue
        analysis = measured._analyze(str(path))  # the public API has no branches
        numbers = analysis.numbers
        if numbers.n_missing or numbers.n_missing_branches:
            lines = analysis.missing_formatted(branches=True)
            gaps.append(f"{name}: {numbers.pc_covered:.1f} %, missing {lines}")
    print(f"--- coverage of {len(files)} gated files: {len(gaps)} with gaps")
    for gap in gaps:
        print("  " + gap)
    return 1 if gaps or not files else 0


if __name__ == "__main__":
    sys.exit(main())
