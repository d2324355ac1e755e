"""What stands at the end of a row of Local help."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from peerdesk.features.directory.showing import Row
from peerdesk.features.directory.words import opening_words

KILOMETRES_OF_A_MILE = 1.609344


def distance_words(kilometres: float) -> str:
    """``1.2 km``, or miles where people measure in miles."""
    metric = QLocale().measurementSystem() == QLocale.MeasurementSystem.MetricSystem
    far = kilometres if metric else kilometres / KILOMETRES_OF_A_MILE
    number = QLocale().toString(far, "f", 1 if far < 10 else 0)
    if metric:
        return QCoreApplication.translate("Directory", "{number} km").format(number=number)
    return QCoreApplication.translate("Directory", "{number} miles").format(number=number)


def trailing_words(row: Row) -> str:
    """What stands at the end of a row: how far it is, and what may be said about now."""
    far = "" if row.kilometres is None else distance_words(row.kilometres)
    return " · ".join(part for part in (far, opening_words(row.opening)) if part)
