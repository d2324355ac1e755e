"""Three words and a USB stick: where sticks are plugged in, and signing in with one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QStorageInfo

T = TypeVar("T")


def plugged_in() -> list[Path]:
    """The top folders of the drives that are there, but not the system's own."""
    drives = [v for v in QStorageInfo.mountedVolumes() if v.isValid() and v.isReady()]
    return [Path(v.rootPath()) for v in drives if not v.isRoot()]


def open_keys(
    sign_in: Callable[[str, str], T],
    name: str,
    password: str,
    folders: Iterable[Path] | None = None,
) -> T:
    """What ``sign_in`` gives; three list words count together with a key file in ``folders`` (the
    drives that are plugged in).

    Raises as ``KeysService.sign_in``; NoStick or StickDamaged for three words.
    """
    from peerdesk.core.errors import KnownError
    from peerdesk.features.keys import stick
    from peerdesk.features.keys.errors import NoStick

    three = stick.three_words(password)
    if three is None:
        return sign_in(name, password)
    problem: KnownError = NoStick()
    for path in stick.found_in(plugged_in() if folders is None else folders):
        try:
            return sign_in(name, stick.password(three, stick.read(path)))
        except KnownError as error:
            problem = error
    raise problem
