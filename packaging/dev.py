#!/usr/bin/env python3
"""PeerDesk's one command for a fresh machine; needs only Python 3.11 or newer.

    python3 packaging/dev.py run  [-- ARGUMENTS OF PEERDESK]
    python3 packaging/dev.py test [-- ARGUMENTS OF PYTEST]
    python3 packaging/dev.py build

`run` starts the app, `test` runs every check, `build` makes the packaged program in dist/ and
lets it test itself. Each one first sets up what is missing. `test -- ARGUMENTS` runs only
pytest, with these arguments.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036  (said before anything newer is read)
    sys.exit("PeerDesk needs Python 3.11 or newer; this is " + sys.version.split()[0] + ".")

import environment
import linux_needs
from environment import PYTHON, ROOT, program

Command = list[str | Path]
SCREENLESS = {"--version", "--self-test", "--gallery"}


def _call(command: Command, **env: str) -> int:
    """Run one command in the project's folder with our output; returns its exit code."""
    sys.stdout.flush()
    return subprocess.run([str(c) for c in command], cwd=ROOT, env={**os.environ, **env}).returncode


def _needs(purpose: str) -> None:
    if sys.platform == "linux":
        linux_needs.provide(purpose)


def run(arguments: list[str]) -> int:
    """Start the app from this checkout."""
    _needs("run")
    environment.prepare("runtime")
    no_screen = sys.platform == "linux" and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    )
    if no_screen and not SCREENLESS.intersection(arguments):
        raise linux_needs.NeedsHelp(
            "PeerDesk is set up, but there is no screen to show it on (DISPLAY and\n"
            "WAYLAND_DISPLAY are empty). Start it from a desktop session, or try\n"
            "  python3 packaging/dev.py run -- --self-test"
        )
    return _call([program("peerdesk"), *arguments])


def test(arguments: list[str]) -> int:
    """Run every check; with arguments only pytest, with these."""
    _needs("test")
    environment.prepare("runtime", "dev")
    pytest: Command = [PYTHON, "-m", "pytest"]
    offscreen = {"QT_QPA_PLATFORM": "offscreen"}
    if arguments:
        return _call([*pytest, *arguments], **offscreen)
    began = time.monotonic()
    outcome = _side_by_side(
        {
            "ruff check": [program("ruff"), "check", "."],
            "ruff format": [program("ruff"), "format", "--check", "."],
            "mypy": [PYTHON, "-m", "mypy"],
            "lint-imports": [program("lint-imports")],
        }
    )
    coverage: Command = [PYTHON, "-m", "coverage"]
    _call([*coverage, "erase"])
    workers: Command = ["-n", "auto", "--dist", "worksteal"]
    measured: Command = ["--cov", "--cov-branch", "--cov-report="]
    outcome["pytest"] = _call([*pytest, *workers, *measured], **offscreen) == 0
    outcome["coverage"] = _call([PYTHON, "packaging/coverage_gate.py"]) == 0
    print(f"\nEverything took {time.monotonic() - began:.0f} s:")
    for name, good in outcome.items():
        print(f"  {'passed' if good else 'NOT PASSED':10}  {name}")
    return 0 if all(outcome.values()) else 1


def _side_by_side(steps: dict[str, Command]) -> dict[str, bool]:
    """Run independent checks at the same time; prints each one's words in order, when all end."""
    begun = {
        name: subprocess.Popen(
            [str(c) for c in command], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        for name, command in steps.items()
    }
    outcome = {}
    for name, process in begun.items():
        words = process.communicate()[0].decode("utf-8", "replace")
        outcome[name] = process.returncode == 0
        print(f"--- {name}: {'passed' if outcome[name] else 'NOT PASSED'}")
        print(words.strip()[-20_000:] if not outcome[name] else "", end="\n" if words else "")
    return outcome


def build(arguments: list[str]) -> int:
    """Make the one-dir package for this system in dist/ and let it test itself."""
    if arguments:
        raise linux_needs.NeedsHelp("`build` takes no arguments.")
    _needs("build")
    environment.prepare("runtime", "build")
    spec = ROOT / "packaging" / "peerdesk.spec"
    made: Command = [PYTHON, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR"]
    if _call([*made, "--distpath", "dist", "--workpath", "build", spec]) != 0:
        raise linux_needs.NeedsHelp("The package could not be made; the lines above say why.")
    folder = ROOT / "dist" / "peerdesk"
    files = [p for p in folder.rglob("*") if p.is_file() and not p.is_symlink()]
    network = [p.name for p in files if "network" in p.name.lower()]
    if network:
        raise linux_needs.NeedsHelp(
            "The package holds network parts of Qt, which it must not: " + ", ".join(network)
        )
    size = sum(p.stat().st_size for p in files) / 2**20
    print(f"Made dist/peerdesk: {len(files)} files, {size:.0f} MiB. Now it tests itself.")
    binary = folder / ("peerdesk.exe" if os.name == "nt" else "peerdesk")
    code = _call([binary, "--self-test"])
    print(f"The package's self-test ended with {code}.")
    return code


def main(argv: list[str]) -> int:
    """Do what the first word says; returns an exit code."""
    commands = {"run": run, "test": test, "build": build}
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a Windows console cannot show every sign
    if not argv or argv[0] not in commands:
        print(__doc__)
        return 0 if argv in (["-h"], ["--help"]) else 2
    rest = argv[1:]
    try:
        return commands[argv[0]](rest[1:] if rest[:1] == ["--"] else rest)
    except linux_needs.NeedsHelp as problem:
        print(f"\n{problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
