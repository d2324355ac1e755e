"""Dates, times and spans as the reader's language writes them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def short_day(day: date, locale: QLocale | None = None) -> str:
    """ "17 Nov": day and short month, in the order of the language."""
    return _without_year(day, locale or QLocale(), "MMM")


def day_month(day: date, locale: QLocale | None = None) -> str:
    """ "24 November"."""
    return _without_year(day, locale or QLocale(), "MMMM")


def long_day(day: date, locale: QLocale | None = None) -> str:
    """ "Tuesday 24 November"."""
    used = locale or QLocale()
    return f"{used.dayName(day.isoweekday())} {_without_year(day, used, 'MMMM')}"


def full_day(day: date, locale: QLocale | None = None) -> str:
    """ "24 November 2026"."""
    used = locale or QLocale()
    return f"{_without_year(day, used, 'MMMM')} {used.toString(_qdate(day), 'yyyy')}"


def month_year(day: date, locale: QLocale | None = None) -> str:
    """ "March 2026"."""
    used = locale or QLocale()
    return f"{used.standaloneMonthName(day.month)} {used.toString(_qdate(day), 'yyyy')}"


def _without_year(day: date, locale: QLocale, month: str) -> str:
    # Languages that put the month first say so in their long format.
    long = locale.dateFormat(QLocale.FormatType.LongFormat)
    month_first = -1 < long.find("MMM") < long.replace("dddd", "####").find("d")
    shape = f"{month} d" if month_first else f"d {month}"
    return (
        locale.toString(_qdate(day), shape).replace(".", "")
        if month == "MMM"
        else (locale.toString(_qdate(day), shape))
    )


def clock(at: time | datetime, locale: QLocale | None = None) -> str:
    """ "18:30", or with am and pm where the language does so."""
    used = locale or QLocale()
    return used.toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)


def span(start: time | datetime, end: time | datetime, locale: QLocale | None = None) -> str:
    """ "18:30 to 20:00"."""
    words = QCoreApplication.translate("dates", "{start} to {end}")
    return words.format(start=clock(start, locale), end=clock(end, locale))


def day_and_clock(at: datetime, now: datetime, locale: QLocale | None = None) -> str:
    """ "Today 20:21", "Yesterday 20:21", otherwise "19 Nov"; with the year when it is another."""
    if at.date() == now.date():
        words = QCoreApplication.translate("dates", "Today {time}")
        return words.format(time=clock(at, locale))
    if at.date() == now.date() - timedelta(days=1):
        words = QCoreApplication.translate("dates", "Yesterday {time}")
        return words.format(time=clock(at, locale))
    return day_near(at.date(), now.date(), locale)


def day_near(day: date, today: date, locale: QLocale | None = None) -> str:
    """ "19 Nov", or "19 Nov 2025" in another year."""
    used = locale or QLocale()
    words = short_day(day, used)
    return words if day.year == today.year else f"{words} {used.toString(_qdate(day), 'yyyy')}"


def until(at: datetime, now: datetime) -> str:
    """How long till then: "in 2 h 10 min", "in 3 days", "now", or "" when it has passed."""
    minutes = int((at - now).total_seconds() // 60)
    if minutes < 0:
        return ""
    if minutes == 0:
        return QCoreApplication.translate("dates", "now")
    days = (at.date() - now.date()).days
    if days == 1 and minutes >= 12 * 60:
        return QCoreApplication.translate("dates", "tomorrow")
    if days > 1:
        return counted(QCoreApplication.translate("dates", "in %n day(s)", "", days), days)
    words = QCoreApplication.translate("dates", "in {span}")
    return words.format(span=length(minutes))


def length(minutes: int) -> str:
    """ "2 h 10 min", "45 min", "2 h"."""
    number = QLocale().toString
    hours, rest = divmod(minutes, 60)
    parts = []
    if hours:
        parts.append(QCoreApplication.translate("dates", "{n} h").format(n=number(hours)))
    if rest or not hours:
        parts.append(QCoreApplication.translate("dates", "{n} min").format(n=number(rest)))
    return " ".join(parts)


def counted(words: str, n: int) -> str:
    """Tidy "(s)" in a plural that no English plural file has resolved."""
    return words.replace("(s)", "" if n == 1 else "s")


def ago(day: date, today: date) -> str:
    """ "today", "yesterday", "12 days ago"."""
    days = (today - day).days
    if days <= 0:
        return QCoreApplication.translate("dates", "today")
    if days == 1:
        return QCoreApplication.translate("dates", "yesterday")
    return counted(QCoreApplication.translate("dates", "%n day(s) ago", "", days), days)


def greeting(now: datetime) -> str:
    """ "Good morning", "Good afternoon" or "Good evening"."""
    if now.hour < 12:
        return QCoreApplication.translate("dates", "Good morning")
    if now.hour < 18:
        return QCoreApplication.translate("dates", "Good afternoon")
    return QCoreApplication.translate("dates", "Good evening")


def to_qdate(day: date) -> QDate:
    """For date editors."""
    return _qdate(day)


def from_qdate(day: QDate) -> date:
    """From date editors."""
    return date(day.year(), day.month(), day.day())


def to_qtime(at: time) -> QTime:
    """For time editors."""
    return QTime(at.hour, at.minute)


def from_qtime(at: QTime) -> time:
    """From time editors."""
    return time(at.hour(), at.minute())
