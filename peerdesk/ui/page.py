"""The base of every page that stands in the main window."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """One screen of a room. ``app`` draws the header from :meth:`title`, :meth:`subtitle` and
    :meth:`header_buttons` and calls :meth:`refresh` after a change.

    Emit ``header_changed`` when title, subtitle or buttons should be asked for again.
    """

    header_changed = Signal()

    tables: frozenset[str] = frozenset()
    """Tables this page shows; empty means all."""

    focused = False
    """One thing to do, beginning to end: the window shows no sidebar and no search beside it."""

    def title(self) -> str:
        """The heading of the page."""
        return ""

    def subtitle(self) -> str:
        """The quiet line under the heading."""
        return ""

    def header_buttons(self) -> list[QWidget]:
        """Buttons right of the search box, made once."""
        return []

    def refresh(self, tables: frozenset[str]) -> None:
        """Show again what ``tables`` hold (empty: everything), but never the focused field."""
        del tables

    def open_item(self, kind: str, uid: bytes) -> None:
        """Show one thing of this room."""
        del kind, uid

    def flush(self) -> None:
        """Save unsaved text now; called before leaving the page and before a lock. Raises a
        KnownError where it could not; the words then wait (``ui.saving``) and are tried again."""

    def end(self) -> None:
        """The places are about to be closed: let go of what lies elsewhere, such as a file that was
        looked into."""

    def unsaved(self) -> str:
        """Words that :meth:`flush` could not save and that still stand here; else ""."""
        return ""
