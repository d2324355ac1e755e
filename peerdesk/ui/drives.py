"""Which drive a folder is on, and which drives are plugged in.

A sheet with recovery words and a copy of everything belong on another drive than the keys.
"""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QStorageInfo

OUTER = tuple(map(Path, ("/media", "/run/media", "/mnt", "/Volumes")))
_PARTITION = re.compile(r"(/dev/(?:sd|hd|vd|xvd)[a-z]+)\d+|(/dev/(?:nvme|mmcblk)\w*?\d)p\d+")


def disk_of(device: str) -> str:
    """The whole disk a device name belongs to, where the name tells: two partitions of one disk
    are stolen together."""
    found = _PARTITION.fullmatch(device)
    return (found[1] or found[2]) if found else device


def same_drive(one: Path, other: Path) -> bool:
    """Whether two folders lie on one drive. A folder that is not there yet counts as its parent;
    a drive that cannot be told from another counts as the same, which is the careful answer."""
    first, second = (QStorageInfo(str(_there(p))) for p in (one, other))
    if not (first.isValid() and second.isValid()):
        return True
    devices = [
        disk_of(bytes(i.device().data()).decode("utf-8", "replace")) for i in (first, second)
    ]
    return devices[0] == devices[1] or first.rootPath() == second.rootPath()


def _there(path: Path) -> Path:
    while not path.exists() and path != path.parent:
        path = path.parent
    return path


def plugged(beside: Path) -> list[Path]:
    """Where drives are plugged in that can be written and taken away: USB sticks and the like,
    never the drive ``beside`` lies on. Quick; asked every few seconds."""
    found = []
    for volume in QStorageInfo.mountedVolumes():
        root = Path(volume.rootPath())
        if not volume.isValid() or not volume.isReady() or volume.isReadOnly():
            continue
        if not can_be_taken_away(root) or same_drive(root, beside):
            continue
        found.append(root)
    return sorted(found)


def can_be_taken_away(root: Path) -> bool:
    """Whether systems mount sticks and outer drives at ``root``."""
    if root.drive:
        return True  # a drive letter of its own; that of the workspace is left out by its drive
    return any(root.is_relative_to(folder) and root != folder for folder in OUTER)
