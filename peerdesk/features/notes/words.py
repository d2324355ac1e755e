"""Dates of notes as the person's language writes them."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime


def time_of(at: datetime) -> str:
    """A time of day such as 20:24."""
    return QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)


def day_of(at: datetime, now: datetime) -> str:
    """ "Today 20:21", "19 Nov", or with the year when it is another one."""
    if at.date() == now.date():
        words = QCoreApplication.translate("NotesPage", "Today {time}")
        return words.format(time=time_of(at))
    day = QDate(at.year, at.month, at.day)
    if at.year == now.year:
        shape = QCoreApplication.translate("NotesPage", "d MMM", "day and month, as Qt writes it")
        return QLocale().toString(day, shape)
    shape = QCoreApplication.translate("NotesPage", "d MMM yyyy", "day, month and year")
    return QLocale().toString(day, shape)
