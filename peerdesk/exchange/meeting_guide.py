"""Public weekly meetings as Meeting Guide JSON (the feed format of Code for Recovery).

The file is for anyone: no last names, no HTML, no personal way to reach anybody. The format knows
weekly meetings; one that is not is left out with a reason, because without day and time readers
show it as "by appointment".
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import blake2b

from peerdesk.core.text import Text, translate

_DAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")
_WEEKLY = re.compile(r"(SU|MO|TU|WE|TH|FR|SA)(?:,(?:SU|MO|TU|WE|TH|FR|SA))*")
_TAG = re.compile(r"<[/!a-zA-Z][^<>]*>")
_BREAK = re.compile(r"<(?:br|/p|/div|/li)\b[^<>]*>", re.I)
_BLANKS = re.compile(r"[^\S\n]+")
_TYPE = re.compile(r"[A-Z0-9-]{1,8}")
_URL = re.compile(r"https://[A-Za-z0-9.-]+\.[A-Za-z]{2,}(?:[/?][!#-;=?-~]*)?")
_PHONE = re.compile(r"\+?[0-9][0-9 ()\-.,*#]{3,60}")
_CONTROL = dict.fromkeys(
    [*range(9), *range(11, 32), *range(127, 160), 0xFEFF, *range(0xD800, 0xE000)]
)


@dataclass(frozen=True)
class PublicMeeting:
    """A meeting whose group said it is for everyone. ``start``: naive wall time in ``zone``;
    ``rrule``: "" for a single date; ``types``: codes of the format ("O" open, "C" closed);
    ``conference_url`` and ``conference_phone`` only where everyone may have them."""

    uid: bytes
    name: str
    start: datetime
    zone: str
    minutes: int
    rrule: str
    location: str = ""
    address: str = ""
    notes: str = ""
    group: str = ""
    types: tuple[str, ...] = ()
    conference_url: str = ""
    conference_phone: str = ""
    updated_ms: int = 0


@dataclass(frozen=True)
class LeftOut:
    """A meeting, or a part of one, that is not in the file, and why."""

    uid: bytes
    name: str
    text: Text


@dataclass(frozen=True)
class Guide:
    """The file (UTF-8), how many entries it has and what is not in it."""

    data: bytes
    entries: int
    left_out: tuple[LeftOut, ...]


def plain(text: str) -> str:
    """Words without HTML and control characters; a line break stays one.

    What was escaped is looked at again, so that no reader makes marks of it; a "<" or ">" that is
    left is no mark, but might become one beside others, and goes too.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for _ in range(3):
        text = html.unescape(_TAG.sub("", _BREAK.sub("\n", text)))
    text = text.translate(_CONTROL).replace("<", "").replace(">", "")
    return "\n".join(filter(None, (_BLANKS.sub(" ", line).strip() for line in text.split("\n"))))


def first_names(text: str, people: Collection[str]) -> str:
    """The text with each full name in ``people`` cut to the first name and an initial."""
    for person in sorted(people, key=len, reverse=True):
        names = person.split()
        if len(names) > 1:
            whole = r"\s+".join(map(re.escape, names))
            short = f"{names[0]} {names[-1][0]}."
            text = re.sub(rf"(?<!\w){whole}(?!\w)\.?", short.replace("\\", r"\\"), text, flags=re.I)
    return text


def slug(uid: bytes, day: str = "") -> str:
    """What names an entry for ever: from the uid alone, so that a new name or time keeps it."""
    return f"meeting-{blake2b(uid, digest_size=8).hexdigest()}" + (f"-{day.lower()}" if day else "")


def weekdays(meeting: PublicMeeting) -> list[int]:
    """Days of a weekly meeting, 0 = Sunday; [] when it is not the same every week for ever."""
    said = dict(part.partition("=")[::2] for part in meeting.rrule.upper().split(";"))
    if said.pop("FREQ", "") != "WEEKLY" or said.pop("INTERVAL", "1") != "1":
        return []
    said.pop("WKST", "")
    own = _DAYS[meeting.start.isoweekday() % 7]
    days = said.pop("BYDAY", own)
    if said or not _WEEKLY.fullmatch(days):
        return []
    return sorted({_DAYS.index(day) for day in days.split(",")})


def _entries(
    meeting: PublicMeeting, words: Mapping[str, str], days: list[int]
) -> Iterable[dict[str, object]]:
    end = meeting.start + timedelta(minutes=max(meeting.minutes, 0))
    for day in days:
        # One entry a day: many readers take a single number only.
        entry: dict[str, object] = {
            "name": words["name"],
            "slug": slug(meeting.uid, _DAYS[day] if len(days) > 1 else ""),
            "day": day,
            "time": f"{meeting.start:%H:%M}",
            "end_time": f"{end:%H:%M}",
            "timezone": meeting.zone,
        }
        for key in ("location", "formatted_address", "notes", "group"):
            if words[key]:
                entry[key] = words[key]
        types = [t for t in dict.fromkeys(meeting.types) if _TYPE.fullmatch(t)]
        if types:
            entry["types"] = types
        for key in ("conference_url", "conference_phone"):
            if words[key]:
                entry[key] = words[key]
        if meeting.updated_ms:
            at = datetime.fromtimestamp(meeting.updated_ms // 1000, UTC)
            entry["updated"] = f"{at:%Y-%m-%d %H:%M:%S}"
        yield entry


def write_meeting_guide(meetings: Iterable[PublicMeeting], people: Collection[str] = ()) -> Guide:
    """The file for all weekly meetings, and what is not in it.

    ``people``: full names nobody may find in it; they are cut to first name and initial.
    """
    entries: list[dict[str, object]] = []
    left_out: list[LeftOut] = []
    seen: set[bytes] = set()
    for meeting in meetings:
        texts = {
            "name": meeting.name,
            "location": meeting.location,
            "formatted_address": meeting.address,
            "notes": meeting.notes,
            "group": meeting.group,
        }
        words = {key: first_names(plain(text), people) for key, text in texts.items()}
        for key in ("name", "location", "formatted_address", "group"):
            words[key] = words[key].replace("\n", ", " if key == "formatted_address" else " ")
        name = words["name"]

        def leave_out(text: Text, uid: bytes = meeting.uid, name: str = name) -> None:
            left_out.append(LeftOut(uid, name, text))

        days = weekdays(meeting)
        if meeting.uid in seen:
            continue
        seen.add(meeting.uid)
        if not name:
            leave_out(translate("MeetingGuide", "It has no name. Give it one, then try again."))
            continue
        if not days:
            leave_out(
                translate(
                    "MeetingGuide",
                    "It does not take place every week. This kind of list has only weekly "
                    "meetings.",
                )
            )
            continue
        url, phone = meeting.conference_url.strip(), meeting.conference_phone.strip()
        words["conference_url"] = url if _URL.fullmatch(url) else ""
        words["conference_phone"] = phone if _PHONE.fullmatch(phone) else ""
        if url != words["conference_url"]:
            leave_out(
                translate(
                    "MeetingGuide",
                    "Its link was left out: a link in this list has to begin with https://",
                )
            )
        if phone != words["conference_phone"]:
            leave_out(
                translate("MeetingGuide", "Its phone number was left out: it is not a number.")
            )
        entries += _entries(meeting, words, days)
    data = json.dumps(entries, ensure_ascii=False, indent=1).encode() + b"\n"
    return Guide(data, len(entries), tuple(left_out))
