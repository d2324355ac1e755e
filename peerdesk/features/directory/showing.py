"""What one service looks like, put together from the tables of the directory."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from peerdesk.core.text import Text, translate
from peerdesk.exchange.cleaning import day
from peerdesk.exchange.hours import Line, Opening, next_opening, week
from peerdesk.features.directory import hiding
from peerdesk.features.directory.near import Spot, distances
from peerdesk.features.directory.open_now import openings, schedules
from peerdesk.store.connection import Connection

OLDEST = 120


@dataclass(frozen=True)
class Row:
    """A service in a list; ``summary`` is the first sentence of what it says. ``kilometres`` from
    the place that was asked about; None: it has none, or nobody asked."""

    id: int
    uid: bytes
    name: str
    summary: str
    opening: Opening
    kilometres: float | None = None


@dataclass(frozen=True)
class Phone:
    """A number as it was written, with what it is for."""

    number: str
    extension: str
    about: str


@dataclass(frozen=True)
class Detail:
    """Everything about one service. ``where`` are lines; ``hidden``: its address is not shown.
    ``lines`` and ``written`` are the opening times that are certain, and those that can only be
    shown as written. ``checked_at`` is UTC milliseconds, ``assured`` the date its directory gives
    (ISO). ``category`` holds keys, ``imported`` whether it came with an import. ``opens_next`` is
    local time, where it is closed today and the next time is certain."""

    id: int
    uid: bytes
    name: str
    organization: str
    description: str
    phones: tuple[Phone, ...]
    when_you_ring: str
    where: tuple[str, ...]
    hidden: bool
    access: str
    lines: tuple[Line, ...]
    written: tuple[str, ...]
    opening: Opening
    who: str
    cost: str
    free: bool
    step_free: bool
    by_appointment: bool
    languages: tuple[str, ...]
    documents: tuple[str, ...]
    apply: str
    alert: str
    url: str
    email: str
    category: tuple[str, ...]
    checked_at: int | None
    checked_how: str
    assured: str
    archived: bool
    imported: bool
    opens_next: datetime | None = None
    ages: tuple[int | None, int | None] = (None, None)
    """From what age to what age, in years; None: any."""
    kind: str = "service"
    needs_internet: bool = False
    remark: str = ""
    """The centre's own words."""


def summary(description: str) -> str:
    """The first sentence, on one line."""
    line = " ".join(description.split("\n\n")[0].split())
    end = line.find(". ")
    return (line[:end] if end > 0 else line.removesuffix("."))[:300]


def rows(
    connection: Connection, ids: list[int], now: datetime, near: Spot | None = None
) -> list[Row]:
    """Rows of a list, in the order of ``ids``; those that are gone are left out."""
    marks = ", ".join("?" * len(ids))
    found = {
        row[0]: row
        for row in connection.execute(
            f"SELECT id, uid, name, substr(description, 1, 600) FROM service WHERE id IN ({marks})",
            ids,
        )
    }
    there = [one for one in ids if one in found]
    states = openings(connection, there, now)
    far = {} if near is None else distances(connection, there, near)
    hide = hiding.hiders(connection, there)
    return [
        Row(
            one,
            bytes(found[one][1]),
            found[one][2],
            summary(hide.get(one, str)(found[one][3])),
            states[one],
            far.get(one),
        )
        for one in there
    ]


def detail(connection: Connection, uid: bytes, now: datetime) -> Detail | None:
    """One service; None when it is gone."""
    row = connection.execute(
        "SELECT s.id, s.name, o.name, s.description, s.when_you_ring, s.eligibility_description,"
        " s.minimum_age, s.maximum_age, s.fees_description, s.free, s.by_appointment,"
        " s.application_process, s.alert, s.url, s.email, s.category, s.checked_at, s.checked_how,"
        " s.assured_date, s.archived_at, s.batch_id, s.kind, s.needs_internet, s.remark"
        " FROM service AS s JOIN organization AS o ON o.id = s.organization_id WHERE s.uid = ?",
        (uid,),
    ).fetchone()
    if row is None:
        return None
    one = int(row[0])
    where, hidden, access, step_free = _where(connection, one)
    times = schedules(connection, [one])[one]
    lines, written = week(times, now.date())
    state = openings(connection, [one], now)[one]
    hide = hiding.hiders(connection, [one]).get(one, str)
    return Detail(
        id=one,
        uid=uid,
        name=row[1],
        organization="" if row[2] == row[1] else row[2],
        description=hide(row[3]),
        phones=_phones(connection, one),
        when_you_ring=hide(row[4]),
        where=where,
        hidden=hidden,
        access=access,
        lines=tuple(lines),
        written=tuple(map(hide, written)),
        opening=state,
        opens_next=next_opening(times, now) if state.state in ("closed", "days") else None,
        who=hide(row[5]),
        cost=hide(row[8] or _cost(connection, one)),
        free=bool(row[9]),
        step_free=step_free,
        by_appointment=bool(row[10]),
        languages=_column(
            connection,
            "SELECT name FROM language WHERE service_id = ?1 UNION SELECT g.name FROM language AS g"
            " JOIN service_at_location AS l ON l.location_id = g.location_id"
            " WHERE l.service_id = ?1 AND g.service_id IS NULL ORDER BY 1",
            one,
        ),
        documents=_column(
            connection, "SELECT document FROM required_document WHERE service_id = ?1", one
        ),
        apply=hide(row[11]),
        alert=hide(row[12]),
        url=row[13],
        email=row[14],
        category=tuple(row[15].split()),
        checked_at=row[16],
        checked_how=row[17],
        assured=row[18] if day(row[18]) else "",
        archived=row[19] is not None,
        imported=row[20] is not None,
        ages=(_years(row[6]), _years(row[7])),
        kind=row[21],
        needs_internet=bool(row[22]),
        remark=hide(row[23]),
    )


def ages_text(ages: tuple[int | None, int | None]) -> Text | None:
    """For whom it is, by age; None: for any."""
    least, most = ages
    if least is not None and most is not None:
        words = translate("Directory", "{least} to {most} years")
        return words.format(least=str(least), most=str(most))
    if least is not None:
        return translate("Directory", "From {age} years").format(age=str(least))
    if most is not None:
        return translate("Directory", "Up to {age} years").format(age=str(most))
    return None


def _years(age: object) -> int | None:
    return int(age) if isinstance(age, int | float) and 0 <= age <= OLDEST else None


def _column(connection: Connection, sql: str, one: int) -> tuple[str, ...]:
    return tuple(str(r[0]) for r in connection.execute(sql, (one,)) if r[0])


def _where(connection: Connection, one: int) -> tuple[tuple[str, ...], bool, str, bool]:
    """(lines, whether one is hidden, words about access, step-free). A way in tells where."""
    found: dict[str, None] = {}
    hidden = step_free = False
    for hide, step, name, *address in connection.execute(
        "SELECT l.hide_address, l.step_free, l.name, a.address_1, a.address_2, a.city,"
        " a.postal_code FROM service_at_location AS sal"
        " JOIN location AS l ON l.id = sal.location_id"
        " LEFT JOIN address AS a ON a.location_id = l.id AND a.address_type = 'physical'"
        " WHERE sal.service_id = ? ORDER BY sal.id, a.id",
        (one,),
    ):
        step_free = step_free or bool(step)
        if hide:
            hidden = True
            continue
        line = ", ".join(part for part in address if part)
        if name and name not in line:
            found[name] = None
        if line:
            found[line] = None
    access = _column(
        connection,
        "SELECT DISTINCT trim(replace(a.description, '_', ' ') ||"
        " CASE WHEN a.details <> '' THEN ' ' || a.details ELSE '' END)"
        " FROM accessibility AS a JOIN service_at_location AS l"
        " ON l.location_id = a.location_id JOIN location AS p ON p.id = l.location_id"
        " WHERE l.service_id = ?1 AND NOT p.hide_address",
        one,
    )
    return tuple(found), hidden, "\n".join(access), step_free


def _phones(connection: Connection, one: int) -> tuple[Phone, ...]:
    """Of the service; then of its places; those of the organization only when there are none."""
    for source in (
        "p.service_id = ?1 OR p.service_at_location_id IN"
        " (SELECT id FROM service_at_location WHERE service_id = ?1)",
        "p.location_id IN (SELECT location_id FROM service_at_location WHERE service_id = ?1)",
        "p.organization_id = (SELECT organization_id FROM service WHERE id = ?1)",
    ):
        found = {
            (number, extension): Phone(number, extension, about)
            for number, extension, about in connection.execute(
                f"SELECT p.number, p.extension, p.description FROM phone AS p WHERE {source}"
                " ORDER BY p.id DESC",
                (one,),
            )
        }
        if found:
            return tuple(reversed(found.values()))
    return ()


def _cost(connection: Connection, one: int) -> str:
    parts = []
    for option, amount, currency, words in connection.execute(
        "SELECT option, amount, currency, amount_description FROM cost_option"
        " WHERE service_id = ? ORDER BY id",
        (one,),
    ):
        price = f"{amount:g} {currency.upper()}".strip() if amount is not None else ""
        parts.append(", ".join(p for p in (option, price, words) if p))
    return "\n".join(p for p in parts if p)


CATEGORY_NAMES: dict[str, Text] = {
    "housing": translate("Directory", "Housing"),
    "food": translate("Directory", "Food"),
    "money": translate("Directory", "Money"),
    "health": translate("Directory", "Health"),
    "talk": translate("Directory", "Someone to talk to"),
    "family": translate("Directory", "Family"),
    "work": translate("Directory", "Work"),
    "rights": translate("Directory", "Papers and rights"),
    "mind": translate("Directory", "Mental health"),
    "addiction": translate("Directory", "Alcohol and drugs"),
    "safety": translate("Directory", "Safe from violence"),
    "loss": translate("Directory", "Grief and loss"),
    "learning": translate("Directory", "Learning"),
    "disability": translate("Directory", "Living with a disability"),
    "older": translate("Directory", "Older people"),
    "young": translate("Directory", "Young people"),
    "newcomers": translate("Directory", "New in the country"),
    "transport": translate("Directory", "Getting around"),
    "things": translate("Directory", "Clothes and household"),
    "together": translate("Directory", "Meeting people"),
}
KIND_NAMES: dict[str, Text] = {
    "service": translate("Directory", "A service"),
    "warm line": translate("Directory", "A phone line to talk (warm line)"),
    "online group": translate("Directory", "An online group"),
    "blog": translate("Directory", "A blog"),
    "forum": translate("Directory", "A forum"),
    "webinar": translate("Directory", "A talk on the web (webinar)"),
    "app": translate("Directory", "An app"),
}
