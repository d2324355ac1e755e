"""Which drives are plugged in: those that can be written and taken away."""

from __future__ import annotations

from pathlib import Path

import pytest

from peerdesk.ui import drives


class Volume:
    """What QStorageInfo says of one mounted drive."""

    def __init__(self, root: str, *, valid: bool = True, ready: bool = True, ro: bool = False):
        self._root, self._valid, self._ready, self._ro = root, valid, ready, ro

    def rootPath(self) -> str:
        return self._root

    def isValid(self) -> bool:
        return self._valid

    def isReady(self) -> bool:
        return self._ready

    def isReadOnly(self) -> bool:
        return self._ro


def test_sticks_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    volumes = [
        Volume("/"),
        Volume("/media"),
        Volume("/media/anyone/STICK"),
        Volume("/run/media/anyone/OTHER"),
        Volume("/media/anyone/CAMERA", ro=True),
        Volume("/media/anyone/EMPTY", ready=False),
        Volume("/media/anyone/BROKEN", valid=False),
        Volume("/mnt/same"),
    ]

    class Info:
        @staticmethod
        def mountedVolumes() -> list[Volume]:
            return volumes

    monkeypatch.setattr(drives, "QStorageInfo", Info)
    monkeypatch.setattr(drives, "same_drive", lambda root, _beside: root == Path("/mnt/same"))
    found = drives.plugged(tmp_path)
    assert found == [Path("/media/anyone/STICK"), Path("/run/media/anyone/OTHER")]


def test_what_is_really_plugged_in_can_be_asked(tmp_path: Path) -> None:
    assert isinstance(drives.plugged(tmp_path), list)


def test_a_drive_letter_is_a_drive() -> None:
    class Letter:
        drive = "E:"

    assert drives.can_be_taken_away(Letter())  # type: ignore[arg-type]
