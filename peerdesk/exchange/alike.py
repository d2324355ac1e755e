"""Listings that look like one and the same, written down twice: by two centres, or by two people.

Sure is nobody, so a person decides. Two are alike when they have the same name and organization,
and the same phone, e-mail, page or address; but never when something says that they are two places
of one chain: another street, another town, another number. What is hidden is not compared.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from peerdesk.exchange.meaning import HIDDEN, WITHHELD
from peerdesk.store.connection import Connection

MOST = 20_000
"""So many listings are looked at closely; a directory that has more of the same names as are here
was published anew, and is nothing to be decided one by one."""
CROWD = 200
"""What so many of one name have in common tells nothing."""
ENDING = 8
_WORD = re.compile(r"[^\W_]+")
_HOUSE = re.compile(r"\d+[a-z]?")
_EXTENSION = re.compile(r"\s*(?:x|ext|extension)\.?\s*\d+\s*$", re.I)
_SCHEME = re.compile(r"^(?:https?://)?(?:www\.)?", re.I)
_FILLING = frozenset({"the", "and"})
# what many streets are called
_MANY = (
    "street st road rd lane ln avenue ave av drive dr way square sq place pl court ct close house"
    " building floor flat unit suite room north south east west n s e w of calle c avenida plaza"
    " rue place straße strasse str weg platz via"
)
_STREETS = frozenset(_MANY.split())


class Spot(NamedTuple):
    """A place as it is compared: ``code`` its postcode, words of its street and town."""

    code: str
    street: frozenset[str]
    houses: frozenset[str]
    town: frozenset[str]


class Looks(NamedTuple):
    """A listing as it is compared, and as it is told: its name, organization, numbers, places and
    pages as they were written."""

    uid: bytes
    key: str
    owner: str
    phones: frozenset[str]
    mail: str
    web: str
    spots: tuple[Spot, ...]
    name: str
    organization: str
    numbers: tuple[str, ...]
    places: tuple[str, ...]
    pages: tuple[str, ...]
    brought: bool


# -- words -----------------------------------------------------------------------------------------


def plain(words: str) -> str:
    """A name as it is compared: without accents, capitals, signs and little words."""
    if not words.isascii():
        apart = unicodedata.normalize("NFKD", words)
        words = "".join(c for c in apart if not unicodedata.combining(c))
    found = _WORD.findall(words.casefold())
    return " ".join([w for w in found if w not in _FILLING] or found)


def digits(number: str) -> str:
    """The end of a phone number, the same with and without the code of the country; blank for
    words."""
    return re.sub(r"\D", "", _EXTENSION.sub("", number))[-ENDING:]


def page(address: str) -> str:
    """A web address as it is compared."""
    return _SCHEME.sub("", address.strip()).rstrip("/").casefold()


def spot(line: str, more: str, town: str, code: str) -> Spot:
    """A place as it is compared."""
    street = frozenset(plain(f"{line} {more}").split())
    found = re.sub(r"[\W_]", "", code).casefold()
    if found.isdigit() and len(found) == 9:  # as the United States write it in full
        found = found[:5]
    houses = frozenset(w for w in street if _HOUSE.fullmatch(w))
    return Spot(found, street, houses, frozenset(plain(town).split()))


# -- whether two are the same ----------------------------------------------------------------------


def one_door(one: Spot, other: Spot) -> bool | None:
    """Whether two addresses are the same; None: that cannot be told."""
    if one.code and other.code and one.code != other.code:
        return False
    if one.town and other.town and one.town.isdisjoint(other.town) and not one.code:
        return False
    # a code of digits alone may be a whole town
    exact = bool(one.code) and one.code == other.code and not one.code.isdigit()
    if _elsewhere(one, other, exact):
        return False
    if exact:
        return True
    return True if one.street and other.street and _one_street(one, other) else None


def _elsewhere(one: Spot, other: Spot, exact: bool) -> bool:
    """Whether they have house numbers, and not the same or not in the same street; the same
    ``exact`` code is the same street."""
    if not one.houses or not other.houses:
        return False
    if not (one.houses <= other.houses or other.houses <= one.houses):
        return True
    return not exact and not _one_street(one, other)


def _one_street(one: Spot, other: Spot) -> bool:
    """Whether most of what the shorter says, the longer says as well."""
    if one.houses and other.houses:
        first, second = ({w for w in s.street if w.isalpha()} for s in (one, other))
        first, second = first - _STREETS or first, second - _STREETS or second
        return 2 * len(first & second) > min(len(first), len(second))
    return one.street <= other.street or other.street <= one.street


def agree(one: Looks, other: Looks) -> int:
    """How sure it is that two of one name are the same; 0: they are not, or nothing tells."""
    if one.key != other.key:
        return 0
    if one.owner != other.owner and one.key not in (one.owner, other.owner):
        return 0  # who writes a listing by hand mostly names no organization
    doors = [one_door(a, b) for a in one.spots for b in other.spots]
    if any(doors):
        return 3 if not one.phones.isdisjoint(other.phones) else 2
    if False in doors:
        return 0
    if one.phones and other.phones:
        return 0 if one.phones.isdisjoint(other.phones) else 2
    same = (one.mail and one.mail == other.mail) or (one.web and one.web == other.web)
    return int(bool(same))


def _traits(looks: Looks) -> Iterator[tuple[str, str]]:
    """What it has in common with all that are like it."""
    for number in looks.phones:
        yield "phone", number
    for kind, words in (("mail", looks.mail), ("web", looks.web)):
        if words:
            yield kind, words
    for place in looks.spots:
        if place.code and not place.code.isdigit():
            yield "code", place.code
        for word in place.houses or place.street:
            yield "street", word


def pairs(ones: Sequence[Looks], others: Sequence[Looks]) -> list[tuple[Looks, Looks]]:
    """Each of ``ones`` with at most one of ``others``, those that are surest first."""
    having: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for at, other in enumerate(others):
        for kind, words in _traits(other):
            having[other.key, kind, words].append(at)
    found: list[tuple[int, int, int]] = []
    for number, one in enumerate(ones):
        near: set[int] = set()
        for kind, words in _traits(one):
            crowd = having.get((one.key, kind, words), ())
            if len(crowd) <= CROWD:
                near.update(crowd)
        for at in near:
            if others[at].uid != one.uid and (sure := agree(one, others[at])):
                found.append((-sure, number, at))
    left, right = set[int](), set[int]()
    chosen = []
    for _, number, at in sorted(found):
        if number not in left and at not in right:
            left.add(number)
            right.add(at)
            chosen.append((number, at))
    return [(ones[number], others[at]) for number, at in sorted(chosen)]


# -- read from the tables --------------------------------------------------------------------------


def names(connection: Connection, schema: str, which: str) -> dict[str, list[object]]:
    """The keys (``id`` here, ``uid`` in the staging file) of the services for which the SQL
    ``which`` holds, by their plain names."""
    key = "id" if schema == "main" else "uid"
    found: dict[str, list[object]] = defaultdict(list)
    for one, name in connection.execute(f"SELECT {key}, name FROM {schema}.service WHERE {which}"):
        found[plain(str(name))].append(one)
    found.pop("", None)
    return found


def looks(connection: Connection, schema: str, keys: Iterable[object]) -> list[Looks]:
    """The services with these keys as they are compared, in a steady order."""
    key = "id" if schema == "main" else "uid"
    run = connection.execute
    run("DROP TABLE IF EXISTS temp.looked")
    run("CREATE TEMP TABLE looked (k PRIMARY KEY) WITHOUT ROWID")
    connection.executemany("INSERT OR IGNORE INTO temp.looked VALUES (?)", ((k,) for k in keys))
    mine = "IN (SELECT k FROM temp.looked)"
    at = f"{schema}.service_at_location AS h"
    numbers: dict[object, dict[str, None]] = defaultdict(dict)
    for owner, number in run(
        f"SELECT p.service_id, p.number FROM {schema}.phone AS p WHERE p.service_id {mine}"
        f" UNION ALL SELECT h.service_id, p.number FROM {at} JOIN {schema}.phone AS p"
        f" ON p.service_at_location_id = h.{key} WHERE h.service_id {mine}"
        f" UNION ALL SELECT h.service_id, p.number FROM {at} JOIN {schema}.phone AS p"
        f" ON p.location_id = h.location_id WHERE h.service_id {mine}"
    ):
        numbers[owner][str(number)] = None
    places: dict[object, dict[tuple[str, str, str, str], None]] = defaultdict(dict)
    for owner, *parts in run(
        "SELECT h.service_id, a.address_1, a.address_2, a.city, a.postal_code"
        f" FROM {at} JOIN {schema}.location AS l ON l.{key} = h.location_id"
        f" AND coalesce(l.hide_address, 0) NOT IN ({HIDDEN}, {WITHHELD})"
        f" JOIN {schema}.address AS a ON a.location_id = l.{key} AND a.address_type = 'physical'"
        f" WHERE h.service_id {mine}"
    ):
        line, more, town, code = map(str, parts)
        places[owner][line, more, town, code] = None
    brought = "s.batch_id IS NOT NULL" if schema == "main" else "1"
    made = []
    for one, uid, name, owner, mail, web, came in run(
        f"SELECT s.{key}, s.uid, s.name, o.name, s.email, s.url, {brought}"
        f" FROM {schema}.service AS s LEFT JOIN {schema}.organization AS o"
        f" ON o.{key} = s.organization_id WHERE s.{key} {mine} ORDER BY s.name, s.uid"
    ):
        found = list(places.get(one, ()))
        pages = tuple(w for w in (str(web), str(mail)) if w)
        made.append(
            Looks(
                bytes(uid),
                plain(str(name)),
                plain(str(owner or name)),
                frozenset(d for n in numbers.get(one, ()) if (d := digits(n))),
                str(mail).strip().casefold(),
                page(str(web)),
                tuple(spot(*parts) for parts in found),
                str(name),
                "" if owner is None or owner == name else str(owner),
                tuple(numbers.get(one, ())),
                tuple(", ".join(filter(None, parts)) for parts in found),
                pages,
                bool(came),
            )
        )
    run("DROP TABLE temp.looked")
    return made


def both(
    connection: Connection, mine: Mapping[str, list[object]], theirs: Mapping[str, list[object]]
) -> list[tuple[Looks, Looks]]:
    """Staged services with those here that look the same, given the names of both."""
    shared = mine.keys() & theirs.keys()
    if sum(len(theirs[name]) + len(mine[name]) for name in shared) > MOST:
        return []
    staged = looks(connection, "staging", (k for name in shared for k in theirs[name]))
    return pairs(staged, looks(connection, "main", (k for name in shared for k in mine[name])))
