"""The project's own Python environment, ``.venv``, made from the hash-locked requirements."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

from linux_needs import NeedsHelp, install, may_install

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCKS = ROOT / "packaging" / "requirements"
STAMP = VENV / ".peerdesk-stamp.json"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
OLDEST = (3, 11)


def program(name: str) -> Path:
    """Where a program of the environment stands."""
    return BIN / (f"{name}.exe" if os.name == "nt" else name)


def _digest(*paths: Path) -> str:
    total = hashlib.sha256()
    for path in paths:
        total.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def _works() -> bool:
    """Whether ``.venv`` runs, on a Python that is new enough, with its own pip."""
    check = f"import sys, pip; sys.exit(sys.version_info < {OLDEST})"
    try:
        return subprocess.run([PYTHON, "-c", check], capture_output=True).returncode == 0
    except OSError:
        return False


def _make() -> None:
    try:
        import ensurepip  # noqa: F401  (Debian keeps it in a package of its own)
    except ImportError:
        package = f"python3.{sys.version_info.minor}-venv"
        if not (sys.platform == "linux" and may_install()):
            raise NeedsHelp(
                "Python's venv part is missing. On Debian, Ubuntu and Mint this gets it:\n"
                f"  sudo apt-get install {package}\nThen run this again."
            ) from None
        install([package])
    print("Making the environment in .venv", flush=True)
    # In a process of its own: an ensurepip installed just now is not seen by this one. --clear
    # repairs an environment that was moved or left half made.
    done = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(VENV)], capture_output=True, text=True
    )
    if done.returncode != 0:
        raise NeedsHelp(
            "The environment .venv could not be made. Python said:\n  "
            + (done.stdout + done.stderr).strip().replace("\n", "\n  ")
        )


def _pip(*arguments: str) -> None:
    """Run pip; PIP_* variables and pip.conf count, so a local mirror or a proxy works."""
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    done = subprocess.run([*command, *arguments], cwd=ROOT)
    if done.returncode != 0:
        raise NeedsHelp(
            "The parts PeerDesk is built from could not be installed; the lines above say why.\n"
            "Most often the internet connection or the proxy setting (PIP_PROXY, pip.conf) is the\n"
            "reason. Nothing else on this computer was changed. Run the same command again."
        )


def _stamp() -> dict[str, str]:
    """What the environment was last made from; empty when it was not made by us."""
    try:
        return dict(json.loads(STAMP.read_text("utf-8")))
    except (OSError, ValueError):
        return {}


def prepare(*locks: str) -> None:
    """Bring ``.venv`` to the state of the named lock files and the project itself.

    Each part is stamped with the hash of what it was made from, so a second call with nothing
    changed takes a few milliseconds.
    """
    stamp = _stamp()
    # Programs in a moved environment still point to where it was.
    if not _works() or stamp.get("place", str(VENV)) != str(VENV):
        _make()
        stamp = {}
    stamp["place"] = str(VENV)
    for lock in locks:
        path = LOCKS / f"{lock}.txt"
        wanted = _digest(path)
        if stamp.get(lock) != wanted:
            print(f"Installing {path.relative_to(ROOT)}", flush=True)
            # Only wheels: a source package would run code of its own and want a compiler.
            _pip("--only-binary=:all:", "--require-hashes", "-r", str(path))
            stamp[lock] = wanted
    wanted = _digest(ROOT / "pyproject.toml", ROOT / "peerdesk" / "__init__.py")
    if stamp.get("project") != wanted or not program("peerdesk").exists():
        _pip("--no-deps", "--no-build-isolation", "--editable", str(ROOT))
        stamp["project"] = wanted
    # Where PYTHONDONTWRITEBYTECODE is set, each start would compile all of it again: 40 ms.
    subprocess.run([str(PYTHON), "-m", "compileall", "-q", "peerdesk"], cwd=ROOT)
    STAMP.write_text(json.dumps(stamp, indent=1), "utf-8")
