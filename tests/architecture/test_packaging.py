"""The one command: what it installs, what it asks for, and that no check can be skipped."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.architecture.source import ROOT


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> object:
    """Import a script of packaging/ by name, fresh."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))

    def one(name: str) -> ModuleType:
        for known in ("dev", "environment", "linux_needs", "coverage_gate"):
            monkeypatch.delitem(sys.modules, known, raising=False)
        return importlib.import_module(name)

    return one


@pytest.fixture
def needs(load, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A system that lacks one library and has everything else."""
    module = load("linux_needs")
    monkeypatch.setattr(module, "_loads", lambda library: library != "libGL.so.1")
    monkeypatch.setattr(module, "_has_font", lambda _pattern: True)
    monkeypatch.setattr(module.shutil, "which", lambda name: f"/usr/bin/{name}")
    return module


def test_a_missing_library_is_named_with_its_package(needs: ModuleType) -> None:
    assert needs.missing("run") == {"libGL.so.1": "libgl1"}


def test_fonts_and_programs_are_looked_for_too(
    needs: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(needs, "_has_font", lambda _pattern: False)
    monkeypatch.setattr(needs.shutil, "which", lambda _name: None)
    assert {"fonts-inter", "xvfb", "strace"} <= set(needs.missing("test").values())
    assert {"fonts-inter", "binutils"} <= set(needs.missing("build").values())


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has these needs")
def test_without_rights_it_says_what_to_type(
    needs: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(needs.os, "geteuid", lambda: 1000)
    with pytest.raises(needs.NeedsHelp, match=r"sudo apt-get install .* libgl1\n"):
        needs.provide("run")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has these needs")
def test_what_it_can_do_without_stops_nobody(
    needs: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(needs.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(needs, "_loads", lambda library: library not in needs.NOT_VITAL)
    assert needs.missing("run").keys() == needs.NOT_VITAL
    needs.provide("run")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has these needs")
def test_with_rights_it_installs_only_what_is_missing(
    needs: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed: list[str] = []

    def install(packages: list[str]) -> None:
        installed.extend(packages)
        monkeypatch.setattr(needs, "_loads", lambda _library: True)

    monkeypatch.setattr(needs.os, "geteuid", lambda: 0)
    monkeypatch.setattr(needs, "install", install)
    needs.provide("run")
    needs.provide("run")
    assert installed == ["libgl1"]


@pytest.fixture
def place(load, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> tuple[ModuleType, list]:
    """``environment`` over an empty folder, writing down what it would ask of pip."""
    module = load("environment")
    venv = tmp_path / ".venv"
    (venv / "bin").mkdir(parents=True)
    (venv / "bin" / "peerdesk").touch()
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(module, "BIN", venv / "bin")
    monkeypatch.setattr(module, "STAMP", venv / "stamp.json")
    monkeypatch.setattr(module, "program", lambda name: venv / "bin" / name)
    monkeypatch.setattr(module, "_works", lambda: True)
    monkeypatch.setattr(module, "_pip", lambda *words: asked.append(words))
    return module, asked


def test_pip_must_check_every_hash_and_runs_no_source(place) -> None:
    module, asked = place
    module.prepare("runtime", "dev")
    runtime, dev, project = asked
    for lock in (runtime, dev):
        assert "--require-hashes" in lock
        assert "--only-binary=:all:" in lock
    assert {"--no-deps", "--no-build-isolation", "--editable"} <= set(project)


def test_a_second_call_has_nothing_to_do(place) -> None:
    module, asked = place
    module.prepare("runtime")
    asked.clear()
    module.prepare("runtime")
    assert asked == []


def test_a_changed_lock_is_installed_again(
    place, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    module, asked = place
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "LOCKS", tmp_path)
    (tmp_path / "peerdesk").mkdir()
    for name in ("pyproject.toml", "peerdesk/__init__.py", "runtime.txt"):
        (tmp_path / name).write_text("old")
    module.prepare("runtime")
    (tmp_path / "runtime.txt").write_text("new")
    asked.clear()
    module.prepare("runtime")
    assert [words[-1] for words in asked] == [str(tmp_path / "runtime.txt")]


def test_a_moved_environment_is_made_anew(
    place, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    module, asked = place
    made: list[bool] = []
    monkeypatch.setattr(module, "_make", lambda: made.append(True))
    module.prepare("runtime")
    assert made == []
    monkeypatch.setattr(module, "VENV", tmp_path / "elsewhere")
    asked.clear()
    module.prepare("runtime")
    assert made == [True]
    assert len(asked) == 2


@pytest.fixture
def dev(load, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    module = load("dev")
    monkeypatch.setattr(module, "_needs", lambda _purpose: None)
    monkeypatch.setattr(module.environment, "prepare", lambda *_locks: None)
    return module


CHECKS = ["ruff check", "ruff format", "mypy", "lint-imports", "pytest", "coverage"]


@pytest.mark.parametrize("broken", [None, *CHECKS])
def test_one_check_that_does_not_pass_is_enough(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, broken: str | None
) -> None:
    ran = []

    def call(command: list[object], **_env: str) -> int:
        words = " ".join(map(str, command))
        name = "coverage" if "coverage_gate" in words else "pytest" if "pytest" in words else ""
        ran.append(name)
        return int(name == broken)

    def side_by_side(steps: dict[str, object]) -> dict[str, bool]:
        ran.extend(steps)
        return {name: name != broken for name in steps}

    monkeypatch.setattr(dev, "_call", call)
    monkeypatch.setattr(dev, "_side_by_side", side_by_side)
    assert dev.main(["test"]) == (0 if broken is None else 1)
    assert [name for name in ran if name] == CHECKS


def test_steps_side_by_side_tell_good_from_bad(
    dev: ModuleType, capfd: pytest.CaptureFixture[str]
) -> None:
    steps = {
        "good": [sys.executable, "-c", "print('quiet')"],
        "bad": [sys.executable, "-c", "import sys; sys.exit('loud')"],
    }
    assert dev._side_by_side(steps) == {"good": True, "bad": False}
    said = capfd.readouterr().out
    assert "loud" in said
    assert "quiet" not in said


def test_arguments_go_to_pytest_alone(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[list[str]] = []
    monkeypatch.setattr(dev, "_call", lambda command, **_env: ran.append([*map(str, command)]) or 0)
    assert dev.main(["test", "--", "tests/safe", "-k", "x"]) == 0
    assert [command[1:] for command in ran] == [["-m", "pytest", "tests/safe", "-k", "x"]]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
def test_without_a_screen_run_says_so(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(dev, "_call", lambda _command, **_env: 0)
    assert dev.main(["run"]) == 1
    assert "no screen" in capsys.readouterr().err
    assert dev.main(["run", "--", "--self-test"]) == 0


SERVICE = "def pick(yes):\n    if yes:\n        return 1\n    return 2\n"


@pytest.mark.parametrize(
    ("calls", "kept"), [("pick(True); pick(False)", 0), ("pick(True)", 1), ("", 1)]
)
def test_the_gate_opens_only_at_every_branch(
    load, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, calls: str, kept: int
) -> None:
    room = tmp_path / "peerdesk" / "features" / "steps"
    room.mkdir(parents=True)
    for folder in (room, room.parent, room.parent.parent):
        (folder / "__init__.py").touch()
    (room / "service.py").write_text(SERVICE)
    loose = "" if not calls else "from peerdesk.features.steps.service import pick\n" + calls
    (tmp_path / "use.py").write_text(loose or "pass")
    run = [sys.executable, "-m", "coverage", "run", "--branch", "--source=peerdesk", "use.py"]
    # The outer run is measured too; its settings are not meant for this inner one.
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    subprocess.run(run, cwd=tmp_path, check=True, capture_output=True)
    monkeypatch.chdir(tmp_path)
    assert load("coverage_gate").main(tmp_path) == kept


def test_the_gate_does_not_open_on_nothing(load, tmp_path: Path) -> None:
    assert load("coverage_gate").main(tmp_path) == 1
