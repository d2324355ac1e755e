"""How the directory says things: opening times, where, cost, the spoken text."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import QCoreApplication, QLocale

from peerdesk.core.clock import Clock
from peerdesk.exchange.hours import DAY, Line, Opening
from peerdesk.features.directory.showing import Detail, ages_text
from peerdesk.ui.dates import clock as at_clock
from peerdesk.ui.dates import day_month, span
from peerdesk.ui.text import render


def _time(minute: int) -> time:
    return time(minute % DAY // 60, minute % 60)


def opening_words(opening: Opening) -> str:
    """What may be said about now, with times as the reader writes them."""
    if opening.minute < 0:
        return render(opening.text)
    return render(opening.text.format(time=at_clock(_time(opening.minute))))


def line_words(line: Line) -> str:
    """One line of the week: ``Mon to Fri 9:30–17:00``."""
    names = [QLocale().dayName(d + 1, QLocale.FormatType.ShortFormat) for d in line.days]
    if len(names) == 7:
        days = QCoreApplication.translate("Directory", "Every day")
    elif len(names) > 2:
        pair = QCoreApplication.translate("Directory", "{first} to {last}")
        days = pair.format(first=names[0], last=names[-1])
    else:
        days = ", ".join(names)
    if line.opens % DAY == line.closes % DAY:
        always = QCoreApplication.translate("Directory", "day and night")
        return f"{days} {always}"
    return f"{days} {span(_time(line.opens), _time(line.closes))}"


def when_words(detail: Detail) -> str:
    """Opening times, one line each; those that are not certain as they were written."""
    lines = [line_words(one) for one in detail.lines] + list(detail.written)
    if detail.by_appointment:
        lines.append(QCoreApplication.translate("Directory", "By appointment"))
    if detail.opens_next is not None:
        lines.append(next_words(detail.opens_next))
    return "\n".join(lines)


def next_words(when: datetime) -> str:
    """``Opens next Thursday 26 November, 09:30``."""
    words = QCoreApplication.translate("Directory", "Opens next {day}, {time}")
    name = QLocale().dayName(when.weekday() + 1, QLocale.FormatType.LongFormat)
    return words.format(day=f"{name} {day_month(when.date())}", time=at_clock(when.time()))


def where_words(detail: Detail) -> str:
    """Where it is and how one gets in."""
    lines = list(detail.where)
    if detail.hidden:
        hidden = QCoreApplication.translate("Directory", "The address is not shown. Ring first.")
        lines.append(hidden)
    if detail.access:
        lines.append(detail.access)
    elif detail.step_free:
        lines.append(QCoreApplication.translate("Directory", "step-free"))
    return "\n".join(lines)


def who_words(detail: Detail) -> str:
    """For whom it is, with the ages where they are known and not said there already."""
    ages = ages_text(detail.ages)
    said = all(str(age) in detail.who for age in detail.ages if age is not None)
    return "\n".join(filter(None, (detail.who, "" if ages is None or said else render(ages))))


def cost_words(detail: Detail) -> str:
    """``Free · English, Spanish``."""
    free = QCoreApplication.translate("Directory", "Free")
    cost = detail.cost or (free if detail.free else "")
    return " · ".join(part for part in (cost, ", ".join(detail.languages)) if part)


def phone_words(detail: Detail) -> str:
    """The first number, with its extension."""
    if not detail.phones:
        return ""
    first = detail.phones[0]
    if not first.extension:
        return first.number
    words = QCoreApplication.translate("Directory", "{number}, extension {extension}")
    return words.format(number=first.number, extension=first.extension)


def more_phones(detail: Detail) -> str:
    """The other numbers, with what they are for."""
    return "\n".join(
        " ".join(part for part in (one.number, one.about) if part) for one in detail.phones[1:]
    )


def checked_words(detail: Detail, clock: Clock) -> str:
    """When somebody last made sure that this is right."""
    if detail.checked_at is not None:
        day = day_month(clock.local(detail.checked_at).date())
        words = {
            "phone": QCoreApplication.translate("Directory", "Checked by phone, {day}"),
            "visit": QCoreApplication.translate("Directory", "Checked by a visit, {day}"),
            "website": QCoreApplication.translate("Directory", "Checked on the web, {day}"),
        }.get(detail.checked_how, QCoreApplication.translate("Directory", "Checked, {day}"))
        return words.format(day=day)
    if detail.assured:
        when = date.fromisoformat(detail.assured)
        words = QCoreApplication.translate("Directory", "Checked by its directory, {day}")
        return words.format(day=day_with_year(when, clock.now()))
    if not phone_words(detail):
        return QCoreApplication.translate("Directory", "Not checked yet. Ask before you go.")
    return QCoreApplication.translate("Directory", "Not checked yet. Ring before you go.")


def day_with_year(day: date, now: datetime) -> str:
    """A day, with its year unless that is this one."""
    if day.year == now.year:
        return day_month(day)
    return f"{day_month(day)} {day.year}"


def parts(detail: Detail) -> list[tuple[str, str]]:
    """(heading, words) of what the card holds besides name and phone; empty ones are left out."""
    translate = QCoreApplication.translate
    all_parts = [
        (translate("Directory", "When you ring"), detail.when_you_ring),
        (translate("Directory", "Where"), where_words(detail)),
        (translate("Directory", "When"), when_words(detail)),
        (translate("Directory", "Who"), who_words(detail)),
        (translate("Directory", "Cost, languages"), cost_words(detail)),
        (translate("Directory", "How to get in"), detail.apply),
        (translate("Directory", "Bring with you"), "\n".join(detail.documents)),
        (translate("Directory", "More numbers"), more_phones(detail)),
    ]
    return [(title, words) for title, words in all_parts if words]


def spoken(detail: Detail, *, trouble: str = "", kind: str = "", last: str = "") -> str:
    """The same for the ear. ``trouble`` is said of its number, ``kind`` of what it is, and
    ``last`` at the end."""
    head = [detail.name, kind, detail.description, detail.alert, phone_words(detail), trouble]
    rest = [f"{title}: {words}" for title, words in parts(detail)]
    return ".\n".join(part.rstrip(".") for part in [*head, *rest, last] if part)
