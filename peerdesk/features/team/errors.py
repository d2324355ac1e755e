"""What team notes may refuse."""

from __future__ import annotations

from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate


class NotYours(KnownError):
    """Only its author changes a note."""

    def __init__(self, name: str) -> None:
        super().__init__(
            translate(
                "Team",
                "{name} wrote this, and only {name} can change it. Nothing was changed. You can "
                "write beneath it how you saw it.",
            ).format(name=name)
        )
