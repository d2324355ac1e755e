"""Errors of two kinds: the world (:class:`KnownError`) and our own mistakes (anything else)."""

from __future__ import annotations

from peerdesk.core.text import Text


class KnownError(Exception):
    """Something outside the program went wrong, and ``text`` says in plain words what happened,
    what is safe and what to do next."""

    def __init__(self, text: Text) -> None:
        super().__init__(str(text))
        self.text = text


class Cancelled(Exception):
    """A job was cancelled by the person; whatever it did leaves no trace."""
