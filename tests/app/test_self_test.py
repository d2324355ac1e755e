"""The self-test does the whole job, and names what broke when something did."""

from __future__ import annotations

from pathlib import Path

import pytest

from peerdesk.app import self_test


def test_it_does_the_whole_job(tiny_kdf, capsys: pytest.CaptureFixture[str]) -> None:
    assert self_test.run(tiny_kdf) == 0
    said = capsys.readouterr().out
    for step in ("make keys", "add a person", "hold a meeting", "import services", "write a note"):
        assert f"ok: {step}" in said


@pytest.mark.parametrize("folder", ["drawers", "groups"])
def test_a_damaged_safe_is_named(
    folder: str, tiny_kdf, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "w"
    assert self_test.run(tiny_kdf, place) == 0
    assert self_test.run(tiny_kdf, place) == 0
    (safe,) = (place / folder).glob("*.safe")
    raw = bytearray(safe.read_bytes())
    raw[100] ^= 1
    safe.write_bytes(raw)
    capsys.readouterr()
    assert self_test.run(tiny_kdf, place) == 1
    assert safe.name in capsys.readouterr().err


def test_what_changed_is_told(tiny_kdf, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "w"
    assert self_test.run(tiny_kdf, place) == 0
    test = self_test.SelfTest(self_test.Workspace(place), tiny_kdf)
    test.sign_in()
    from peerdesk.store.drawer import Note

    Note.update(title="another").execute()
    with pytest.raises(self_test.Broken, match="note: expected"):
        test.compare()
    test.lock()


def test_a_real_workspace_is_left_alone(tiny_kdf, tmp_path: Path) -> None:
    place = tmp_path / "w"
    assert self_test.run(tiny_kdf, place) == 0
    (place / self_test.MARKER).unlink()
    assert self_test.run(tiny_kdf, place) == 1
