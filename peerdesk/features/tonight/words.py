"""Words and figures of a running meeting, as the reader's language writes them."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from peerdesk.core.clock import zone_info
from peerdesk.features.tonight.names import left_out
from peerdesk.ui import dates

if TYPE_CHECKING:
    from peerdesk.features.tonight.state import ItemView, State, Who
    from peerdesk.store.evening import Plan


def digits(ms: int) -> str:
    """ "1:24" for what is left, rounded up to whole seconds; "+0:12" for what is over."""
    seconds = -(-ms // 1000) if ms >= 0 else -ms // 1000
    sign = "+" if ms <= -1000 else ""
    minutes, rest = divmod(seconds, 60)
    return sign + in_figures(f"{minutes}:{rest:02}")


def digits_hold(ms: int) -> int:
    """How many ms :func:`digits` stays the same while ``ms`` falls."""
    return (ms - 1) % 1000 + 1 if ms > 0 else 1000 - (-ms) % 1000


def in_figures(text: str) -> str:
    """``text`` with the figures of the reader's language."""
    zero = QLocale().zeroDigit()
    if zero == "0" or len(zero) != 1:
        return text
    return "".join(chr(ord(zero) + int(c)) if c.isdecimal() else c for c in text)


def clock(plan: Plan, ms: int) -> str:
    """A machine time as the wall clock of the meeting's room: "18:32". "" where there is no such
    time or zone: a stand-in's plan lies where anybody can write."""
    try:
        at = datetime.fromtimestamp(ms / 1000, UTC).astimezone(zone_info(plan.zone))
    except (ValueError, KeyError, OSError, OverflowError):
        return ""
    return dates.clock(at)


def minutes(n: int) -> str:
    """ "24 min"."""
    return dates.length(n)


def name_of(who: Who) -> str:
    """What to call somebody; those without a name are "someone"."""
    return who.name or QCoreApplication.translate("TonightWords", "someone")


def first_name(name: str) -> str:
    """The first word of a name."""
    return name.split()[0] if name.split() else name


def way(which: str) -> str:
    """ "by phone", "online", or "" for somebody in the room."""
    if which == "phone":
        return QCoreApplication.translate("TonightWords", "by phone")
    if which == "online":
        return QCoreApplication.translate("TonightWords", "online")
    return ""


def then(who: tuple[Who, ...]) -> str:
    """ "then Lee, then Priya by phone"; "" where nobody of them has a name."""
    pieces: list[str] = []
    if not any(one.name for one in who):
        return ""
    for one in who:
        words = QCoreApplication.translate("TonightWords", "then {name}")
        pieces.append(words.format(name=" ".join(w for w in (name_of(one), way(one.way)) if w)))
    return QCoreApplication.translate("TonightWords", ", ").join(pieces)


def about_each(seconds: int, here: int) -> str:
    """ "about 2 minutes each for the 12 here"; the length is rounded kindly."""
    if seconds < 55:
        rounded = max(5, 5 * round(seconds / 5))
        words = QCoreApplication.translate("TonightWords", "about %n second(s) each", "", rounded)
        words = dates.counted(words, rounded)
    elif 75 <= seconds < 105:
        words = QCoreApplication.translate("TonightWords", "about one and a half minutes each")
    else:
        rounded = max(1, round(seconds / 60))
        words = QCoreApplication.translate("TonightWords", "about %n minute(s) each", "", rounded)
        words = dates.counted(words, rounded)
    both = QCoreApplication.translate("TonightWords", "{each} for the {number} here")
    return both.format(each=words, number=QLocale().toString(here))


def head_count(state: State) -> str:
    """ "11 and 1 by phone"."""
    number = QLocale().toString
    phone = sum(w.way == "phone" for w in state.here)
    online = sum(w.way == "online" for w in state.here)
    words = number(len(state.here) - phone - online)
    if phone:
        both = QCoreApplication.translate("TonightWords", "{here} and {others} by phone")
        words = both.format(here=words, others=number(phone))
    if online:
        both = QCoreApplication.translate("TonightWords", "{here} and {others} online")
        words = both.format(here=words, others=number(online))
    return words


def are_here(n: int) -> str:
    """ "9 are here"."""
    if n == 1:
        return QCoreApplication.translate("TonightWords", "1 is here")
    return QCoreApplication.translate("TonightWords", "%n are here", "", n)


def pace(plan: Plan, state: State) -> str:
    """ "Started 18:32 · ends 20:03 at this pace, planned 20:00"."""
    started, planned = clock(plan, state.started_at), clock(plan, state.planned_finish_at)
    ends = clock(plan, state.finish_at)
    if ends == planned:
        words = QCoreApplication.translate(
            "TonightWords", "Started {start} · ends {end} at this pace, as planned"
        )
        return words.format(start=started, end=ends)
    words = QCoreApplication.translate(
        "TonightWords", "Started {start} · ends {end} at this pace, planned {planned}"
    )
    return words.format(start=started, end=ends, planned=planned)


def for_the_room(item: ItemView) -> str:
    """The title of a part as the room screen says it."""
    if item.title == QCoreApplication.translate("TonightWords", "Check-in round"):
        return QCoreApplication.translate("TonightWords", "Check-in")
    return item.title


def without(words: str, names: list[str]) -> str:
    """``words`` with "someone" in place of each of ``names``, however they are written."""
    return left_out(words, names, QCoreApplication.translate("TonightWords", "someone"))


def whereabouts(where: str) -> str:
    """The harmless beginning of where somebody is ("at home"), "" when it could be an address."""
    first = re.split(r"[,;:\n]", where, maxsplit=1)[0].strip()
    if first == where.strip() or len(first) > 20 or any(c.isdecimal() for c in first):
        return ""
    return first[:1].lower() + first[1:]
