"""How copies are spoken of: dates, sizes, what is in them."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale

from peerdesk.core.clock import Clock
from peerdesk.features.backups.aside import Kept
from peerdesk.features.backups.service import Held, Part
from peerdesk.ui import dates
from peerdesk.ui.text import render


def when(ms: int, clock: Clock) -> str:
    """ "Today 20:21", or "24 November 2026, 16:20"."""
    at, now = clock.local(ms), clock.now()
    if (now.date() - at.date()).days in (0, 1):
        return dates.day_and_clock(at, now)
    return full(at)


def full(at: datetime) -> str:
    """ "24 November 2026, 16:20"."""
    words = QCoreApplication.translate("CopiesPage", "{day}, {time}")
    return words.format(day=dates.full_day(at.date()), time=dates.clock(at))


def size(count: int) -> str:
    """ "692 kB"."""
    return QLocale().formattedDataSize(count, 0 if count < 1_000_000 else 1)


def last_off(days: int | None) -> str:
    """How old the last copy off this computer is."""
    if days is None:
        return QCoreApplication.translate("CopiesPage", "No copy off this computer yet.")
    if days == 0:
        return QCoreApplication.translate("CopiesPage", "Last copy off this computer: today.")
    if days == 1:
        return QCoreApplication.translate("CopiesPage", "Last copy off this computer: yesterday.")
    words = QCoreApplication.translate(
        "CopiesPage", "Last copy off this computer: %n day(s) ago.", "", days
    )
    return dates.counted(words, days)


def title(part: Part) -> str:
    """Whose place it is."""
    if part.kind == "shelf":
        return QCoreApplication.translate("CopiesPage", "For everyone")
    if part.kind == "cabinet":
        return part.title or QCoreApplication.translate("CopiesPage", "A group")
    if part.held is not None or part.state == "open":
        return QCoreApplication.translate("CopiesPage", "Only me")
    return QCoreApplication.translate("CopiesPage", "Somebody's own place")


def kept_title(kept: Kept) -> str:
    """Whose place a file was that was kept aside."""
    if kept.kind == "shelf":
        return QCoreApplication.translate("CopiesPage", "For everyone")
    if kept.kind == "cabinet":
        if kept.mine:
            return QCoreApplication.translate("CopiesPage", "Our group")
        return QCoreApplication.translate("CopiesPage", "A group")
    if kept.mine:
        return QCoreApplication.translate("CopiesPage", "Only me")
    if kept.kind == "drawer":
        return QCoreApplication.translate("CopiesPage", "Somebody's own place")
    return QCoreApplication.translate("CopiesPage", "A place that is not here any more")


def folder(path: Path) -> str:
    """A folder's address: from left to right in any text, and broken only between its parts."""
    return f"\u2066{str(path).replace(os.sep, os.sep + chr(0x200B))}\u2069"


def about(part: Part) -> str:
    """What is in it, as far as a key at hand opens it, and how it is here now."""
    said = [size(part.size), *(_held(part.held) if part.held is not None else [])]
    if part.held is None and part.kind != "shelf":
        said.append(QCoreApplication.translate("CopiesPage", "locked"))
    line = " · ".join(said)
    state = {
        "missing": QCoreApplication.translate("CopiesPage", "It is missing here now."),
        "damaged": QCoreApplication.translate("CopiesPage", "What is here now is damaged."),
    }.get(part.state, "")
    why = render(part.why) if part.why is not None else ""
    return "\n".join(words for words in (line, state, why) if words)


def _held(held: Held) -> list[str]:
    # Plain names as numbers: lupdate passes over a call that reaches into an object.
    people, meetings, services, notes = held.people, held.meetings, held.services, held.notes
    said = []
    if people is not None:
        said.append(QCoreApplication.translate("CopiesPage", "%n people", "", people))
    if meetings is not None:
        words = QCoreApplication.translate("CopiesPage", "%n meeting(s)", "", meetings)
        said.append(dates.counted(words, meetings))
    if services is not None:
        words = QCoreApplication.translate("CopiesPage", "%n service(s)", "", services)
        said.append(dates.counted(words, services))
    if notes is not None:
        words = QCoreApplication.translate("CopiesPage", "%n note(s)", "", notes)
        said.append(dates.counted(words, notes))
    return said
