"""The words of the command line are a contract."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from peerdesk.app.arguments import default_workspace, parser


def test_the_public_words() -> None:
    words = parser().format_help()
    for name in ("--workspace", "--demo", "--version", "--self-test", "--gallery"):
        assert name in words
    assert "--greet" not in words


def test_a_portable_program_keeps_its_data_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "peerdesk"))
    assert default_workspace().name == "workspace"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert default_workspace().parent != tmp_path / "data"
    (tmp_path / "data").mkdir()
    assert default_workspace() == tmp_path / "data" / "workspace"
