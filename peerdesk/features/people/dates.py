"""Days in the reader's language: "here since", the times somebody was here, and the way back."""

from __future__ import annotations

import re
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from peerdesk.features.people.records import Visit
from peerdesk.features.people.words import PREFER_NOT
from peerdesk.ui.dates import counted, day_near, full_day, month_year

translate = QCoreApplication.translate

_SHAPES = (
    ("MMMM yyyy", "yyyy-MM"),
    ("MMM yyyy", "yyyy-MM"),
    ("M/yyyy", "yyyy-MM"),
    ("M.yyyy", "yyyy-MM"),
    ("d MMMM yyyy", "yyyy-MM-dd"),
    ("d MMM yyyy", "yyyy-MM-dd"),
    ("d. MMMM yyyy", "yyyy-MM-dd"),
    ("MMMM d, yyyy", "yyyy-MM-dd"),
    ("d.M.yyyy", "yyyy-MM-dd"),
    ("d/M/yyyy", "yyyy-MM-dd"),
)


def near(day: str, today: date) -> str:
    """``YYYY-MM-DD`` as "17 Nov", with the year when it is another one; "" stays ""."""
    return day_near(date.fromisoformat(day), today) if day else ""


def since_words(since: str) -> str:
    """``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` as "2026", "March 2026" or "9 March 2026"."""
    parts = since.split("-")
    if len(parts) == 2:
        return month_year(date(int(parts[0]), int(parts[1]), 1))
    if len(parts) == 3:
        return full_day(date.fromisoformat(since))
    return since


def read_since(typed: str) -> str:
    """What somebody typed as the service keeps it; what cannot be read is handed on unchanged."""
    words = " ".join(typed.split())
    if not words or words == PREFER_NOT or re.fullmatch(r"\d{4}(-\d\d){0,2}", words):
        return words
    for locale in (QLocale(), QLocale(QLocale.Language.English)):
        for shape, kept in _SHAPES:
            found: QDate = locale.toDate(words, shape)
            if found.isValid():
                return str(found.toString(kept))
    return words


def here_on_words(visits: tuple[Visit, ...], times: int, today: date) -> str:
    """The newest visits: "17, 10 and 3 Nov, 27 Oct, by phone 20 Oct", and how many before."""
    comma = translate("People", ", ", "between the days of a list")
    parts = [_way(way, _join_days(days, today, comma)) for way, days in _runs(visits)]
    more = times - len(visits)
    if more > 0:
        parts.append(counted(translate("People", "and %n time(s) before", "", more), more))
    return comma.join(parts)


def _runs(visits: tuple[Visit, ...]) -> list[tuple[str, list[date]]]:
    """Days in a row of one month and one way stand together."""
    runs: list[tuple[str, list[date]]] = []
    for visit in visits:
        day = date.fromisoformat(visit.day)
        if runs and runs[-1][0] == visit.way and _month(runs[-1][1][0]) == _month(day):
            runs[-1][1].append(day)
        else:
            runs.append((visit.way, [day]))
    return runs


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _join_days(days: list[date], today: date, comma: str) -> str:
    last = day_near(days[-1], today)
    if len(days) == 1:
        return last
    first = comma.join(QLocale().toString(d.day) for d in days[:-1])
    return translate("People", "{days} and {last}").format(days=first, last=last)


def _way(way: str, days: str) -> str:
    if way == "phone":
        return translate("People", "by phone {days}").format(days=days)
    if way == "online":
        return translate("People", "online {days}").format(days=days)
    return days
