"""What a page may use, handed to it by ``app``: nothing is looked up globally."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from peerdesk.core.clock import Clock
from peerdesk.core.text import Text

if TYPE_CHECKING:
    from peerdesk.ui.jobs import Jobs
    from peerdesk.ui.names import NamesCurtain


def _no_open(place: str, kind: str, uid: bytes) -> None:
    del place, kind, uid


def _no_notice(text: Text | str, undo: Callable[[], object] | None = None) -> None:
    del text, undo


def _no_setting(key: str, default: Any = None) -> Any:
    del key
    return default


@dataclass
class Context:
    """The open places (``peerdesk.store.place.Place``; None while closed) and the house's helpers.

    ``open(place, kind, uid)`` shows a thing in its room. ``notice(text, undo=None)`` shows a
    sentence in the undo bar. ``setting(key, default)`` reads a setting of the computer,
    ``my_setting`` a personal one.
    """

    clock: Clock
    names: NamesCurtain
    jobs: Jobs
    shelf: Any = None
    cabinet: Any = None
    drawer: Any = None
    open: Callable[[str, str, bytes], None] = _no_open
    notice: Callable[..., None] = _no_notice
    setting: Callable[..., Any] = _no_setting
    my_setting: Callable[..., Any] = _no_setting
    extra: dict[str, Any] = field(default_factory=dict)
    """What only ``app`` and one room share, by name."""
