"""The project's own papers: import contracts, locks, changelog, README."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

import peerdesk
from packaging.requirements import Requirement
from tests.architecture.source import HOUSE, ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCKS = sorted((ROOT / "packaging" / "requirements").glob("*.txt"))
PIN = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^\s;]+)(?P<rest>(?:.*\\\n)*.*)$", re.MULTILINE)


def test_the_import_contracts_hold() -> None:
    from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

    assert lint_imports(config_filename=str(ROOT / "pyproject.toml")) == EXIT_STATUS_SUCCESS


def _pins(lock: Path) -> dict[str, str]:
    return {
        canonicalize_name(pin["name"]): pin["version"]
        for pin in PIN.finditer(lock.read_text("utf-8"))
    }


def _wanted(group: str) -> list[str]:
    """The requirements of a dependency group with the groups it includes."""
    found: list[str] = []
    for entry in PROJECT["dependency-groups"][group]:
        found += _wanted(entry["include-group"]) if isinstance(entry, dict) else [entry]
    return found


def test_the_locks_are_there() -> None:
    assert [lock.stem for lock in LOCKS] == ["build", "dev", "runtime"]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda p: p.stem)
def test_every_locked_package_has_hashes_and_no_address(lock: Path) -> None:
    text = lock.read_text("utf-8")
    assert not re.search(r"https?:|file:|index-url|find-links|trusted-host|\s@\s", text)
    pins = list(PIN.finditer(text))
    assert len(pins) > 10
    assert not [pin["name"] for pin in pins if "--hash=sha256:" not in pin["rest"]]
    lines = {line for line in text.splitlines() if line and not line.startswith((" ", "#"))}
    assert len(lines) == len(pins), "a line is neither a pin nor a comment"


@pytest.mark.parametrize(
    ("lock", "group"), [("runtime", "install"), ("dev", "dev"), ("build", "build")]
)
def test_the_locks_are_those_of_the_project(lock: str, group: str) -> None:
    pins = _pins(ROOT / "packaging" / "requirements" / f"{lock}.txt")
    for text in PROJECT["project"]["dependencies"] + _wanted(group):
        wanted = Requirement(text)
        assert wanted.specifier.contains(pins.get(canonicalize_name(wanted.name), "0")), text


def test_the_locks_agree() -> None:
    runtime, *others = (
        _pins(ROOT / "packaging" / "requirements" / f"{name}.txt")
        for name in ("runtime", "dev", "build")
    )
    for other in others:
        assert {name: other.get(name) for name in runtime} == runtime


def test_the_locks_serve_three_systems() -> None:
    text = (ROOT / "packaging" / "requirements" / "runtime.txt").read_text("utf-8")
    assert {"secretstorage", "pywin32-ctypes"} <= _pins(LOCKS[-1]).keys()
    assert "sys_platform == 'win32'" in text
    assert "sys_platform == 'linux'" in text


CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_changelog_is_one() -> None:
    """As keepachangelog.com describes: newest first, known kinds of change, ISO dates."""
    assert CHANGELOG.startswith("# Changelog\n")
    versions = re.findall(
        r"^## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d\d-\d\d|Unreleased)$", CHANGELOG, re.M
    )
    assert len(versions) == len(re.findall(r"^## ", CHANGELOG, re.M)) > 0
    numbers = [tuple(map(int, number.split("."))) for number, _ in versions]
    assert all(newer > older for newer, older in pairwise(numbers))
    assert versions[0][0] == peerdesk.__version__
    assert all(date != "Unreleased" for _, date in versions[1:])
    kinds = set(re.findall(r"^### (.+)$", CHANGELOG, re.M))
    assert kinds <= {
        "Added", "Changed", "Deprecated", "Removed", "Fixed", "Security", "Dependencies",
    }  # fmt: skip


def test_every_dependency_has_its_reason() -> None:
    for text in PROJECT["project"]["dependencies"] + _wanted("dev") + _wanted("build"):
        name = Requirement(text).name
        assert re.search(rf"^- {re.escape(name)}: \S.{{10,}}$", CHANGELOG, re.M | re.I), name


def test_the_readme_names_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert "python3 packaging/dev.py run" in readme
    assert "python3 packaging/dev.py test" in readme
    assert "python3 packaging/dev.py test" in (ROOT / ".ci" / "run").read_text("utf-8")


def test_the_version_is_said_without_qt() -> None:
    """`--version` works where Qt or its system libraries are missing."""
    code = (
        "import sys; sys.argv = ['peerdesk', '--version']\n"
        "from peerdesk.__main__ import main\n"
        "code = main()\n"
        "assert not any(name.startswith('PySide6') for name in sys.modules)\n"
        "sys.exit(code)"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout == f"PeerDesk {peerdesk.__version__}\n"


def test_the_one_command_explains_itself() -> None:
    dev = ROOT / "packaging" / "dev.py"
    said = subprocess.run([sys.executable, dev, "dance"], capture_output=True, text=True)
    assert said.returncode == 2
    assert "packaging/dev.py run" in said.stdout


def test_the_table_for_newcomers_leads_somewhere() -> None:
    rows = [
        line
        for line in (ROOT / "CONTRIBUTING.md").read_text("utf-8").splitlines()
        if line.startswith("|")
    ]
    names = re.findall(r"`([^`]+)`", "\n".join(rows))
    assert len(names) > 30
    assert [name for name in names if not list(HOUSE.glob(name))] == []
