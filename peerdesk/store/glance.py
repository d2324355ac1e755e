"""What the welcome page shows, read from the shelf with sqlcipher3 alone and never written.

The page is painted before peewee is imported; and it shows the crisis card even when the shelf
cannot be opened at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlcipher3 import dbapi2 as sqlcipher

from peerdesk.core import resources
from peerdesk.core.errors import KnownError
from peerdesk.core.text import Text, translate
from peerdesk.store.connection import SQLITE_ERRORS as SQLITE_ERRORS
from peerdesk.store.connection import Connection, Damaged, connect, known, refuse_strange
from peerdesk.store.in_tray import Tray, trays

if TYPE_CHECKING:
    from peerdesk.store.workspace import Workspace

LEAST_SCALE, MOST_SCALE = 100, 200
MOST_MINUTES = 7 * 24 * 60
MOST_ROWS, MOST_WORDS = 2_000, 20_000
"""Far more of the shelf than anybody wrote: what is beyond is not shown on the first page."""
_NOTHING: Mapping[str, str] = MappingProxyType({})
# Named tuples, for making a data class takes the first paint half a millisecond each.


class CrisisRow(NamedTuple):
    """Whom to ring: ``number`` may also be words ("Front desk"), ``hours`` when somebody answers;
    ``here``: somebody in this building."""

    title: str
    detail: str
    number: str
    hours: str = ""
    here: bool = False

    @property
    def about(self) -> str:
        """For what, and when."""
        return " · ".join(part for part in (self.detail, self.hours) if part)


class MeetingRow(NamedTuple):
    """A public meeting; the fields of ``shelf.PublicMeeting``."""

    name: str
    dtstart: str
    zone: str
    minutes: int
    rrule: str
    place: str
    first_time: str
    way: str = "in person"
    dial_in: str = ""
    address: str = ""
    ended_on: str = ""
    left_out: str = ""
    extra: str = ""


_USUAL = "name, dtstart, zone, minutes, rrule, place, first_time"
_SINCE = "way, dial_in, address, ended_on, left_out, extra"


class Glance(NamedTuple):
    """The public face of a workspace. ``trouble`` says why the shelf could not be read;
    ``can_sign_in`` whether anyone has a drawer here at all."""

    crisis: tuple[CrisisRow, ...]
    settings: Mapping[str, str] = _NOTHING
    meetings: tuple[MeetingRow, ...] = ()
    agendas: int = 0
    """How many groups published an evening that may be run without a key."""
    trays: tuple[Tray, ...] = ()
    """Groups that take a question or a topic without a sign-in."""
    trouble: Text | None = None
    can_sign_in: bool = True

    @property
    def centre(self) -> str:
        """The name of the house, or ""."""
        return self.settings.get("centre", "")

    @property
    def language(self) -> str:
        """A language tag such as ``de``; "" for the system's."""
        return self.settings.get("language", "")

    @property
    def text_scale(self) -> int:
        """Per cent, 100 to 200, whatever stands there."""
        words = self.settings.get("text_scale", "")
        if not (words.isascii() and words.isdigit()):
            return LEAST_SCALE
        return min(MOST_SCALE, max(LEAST_SCALE, int(words[:9])))

    @property
    def scheme(self) -> str:
        """``light``, ``dark``, ``contrast`` or ``system``."""
        scheme = self.settings.get("scheme", "system")
        return scheme if scheme in ("light", "dark", "contrast") else "system"

    @property
    def shared(self) -> bool:
        """Whether this is a shared computer; the careful answer when nobody said."""
        return self.settings.get("shared", "yes") != "no"


class ShelfMissing(KnownError):
    """The file of the part for everyone is not there."""

    def __init__(self, shelf: Path) -> None:
        super().__init__(
            translate(
                "Store",
                "The file {file} is not where it should be. Nothing else was touched. If it was "
                "moved, put it back; a copy from before can take its place.",
            ).format(file=shelf.name)
        )


def look(workspace: Workspace, country: str = "") -> Glance:
    """:func:`read` for a whole workspace."""
    seen = read(workspace.shelf, country)
    return seen._replace(can_sign_in=workspace.has_drawers())


def read(shelf: Path, country: str = "", language: str = "") -> Glance:
    """Everything the welcome page shows. Never raises for a shelf that cannot be read.

    ``country`` (ISO 3166, upper case) and ``language`` choose the shipped crisis card where the
    shelf has none.
    """
    try:
        connection = connect_to_read(shelf)
    except KnownError as error:
        return Glance(shipped_crisis(country, language), trouble=_trouble(error))
    try:
        return _read(connection, country, language)
    except SQLITE_ERRORS as error:
        return Glance(
            shipped_crisis(country, language), trouble=_trouble(in_plain_words(error, shelf))
        )
    finally:
        connection.close()


def connect_to_read(shelf: Path) -> Connection:
    """A read-only connection to a plain file; the caller closes it.

    A file in WAL form cannot be opened read-only where its folder cannot be written, except as
    "immutable" (SQLite documentation, "Write-Ahead Logging", section 5). Raises KnownError.
    """
    if not shelf.exists():
        raise ShelfMissing(shelf)
    try:
        return connect(shelf, None, read_only=True)
    except Damaged:
        raise
    except KnownError:
        pass  # the way below says what it is, if that does not work either
    connection = sqlcipher.connect(
        f"{shelf.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None
    )
    try:
        refuse_strange(connection, shelf)
    except SQLITE_ERRORS as error:
        connection.close()
        raise in_plain_words(error, shelf) from error
    except Damaged:
        connection.close()
        raise
    return connection


def in_plain_words(error: Exception, shelf: Path) -> KnownError:
    """What kept us from reading; a file without our tables counts as damaged."""
    better = known(error, shelf)
    return better if isinstance(better, KnownError) else Damaged(shelf)


def countries(language: str = "") -> tuple[tuple[str, str], ...]:
    """(code, name) of the countries whose crisis lines ship with the program, by name."""
    shipped = _shipped(language)["countries"]
    return tuple(sorted(((c, v["name"]) for c, v in shipped.items()), key=lambda pair: pair[1]))


def shipped_crisis(country: str = "", language: str = "") -> tuple[CrisisRow, ...]:
    """The crisis card for a country, or the one for anywhere. ``resources/content/crisis.json``
    has the figures; ``crisis.<language>.json`` may stand beside it."""
    shipped = _shipped(language)
    rows = shipped["countries"].get(country, {}).get("rows") or shipped["anywhere"]
    return tuple(CrisisRow(*row) for row in rows)


def _shipped(language: str) -> dict[str, Any]:
    folder = resources.folder("content")
    own = folder / f"crisis.{language}.json"
    path = own if language and own.is_file() else folder / "crisis.json"
    import json  # 1.5 ms, which a shelf with a card of its own saves

    made: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return made


def _read(connection: Connection, country: str, language: str) -> Glance:
    run = connection.execute
    settings = dict(_plain(run("SELECT key, value FROM setting LIMIT ?", (MOST_ROWS,)), "ss"))
    crisis = crisis_rows(connection)
    agendas = 0
    columns = _USUAL
    # A shelf that was not opened since an older PeerDesk has no such table and columns yet.
    if run("SELECT 1 FROM sqlite_master WHERE name = 'published_agenda'").fetchone():
        columns = f"{_USUAL}, {_SINCE}"
        agendas = run("SELECT count(*) FROM published_agenda").fetchone()[0]
    meetings = tuple(
        MeetingRow(*row)
        for row in _plain(
            run(
                f"SELECT {columns} FROM public_meeting ORDER BY name COLLATE NOCASE, id LIMIT ?",
                (MOST_ROWS,),
            ),
            "sssi" + "s" * (columns.count(",") - 3),
        )
    )
    meetings = tuple(m for m in meetings if _can_be(m))
    where = settings.get("country", country)
    crisis = crisis or shipped_crisis(where, settings.get("language", language))
    return Glance(crisis, settings, meetings, agendas, trays=trays(connection, settings))


def crisis_rows(connection: Connection) -> tuple[CrisisRow, ...]:
    """The rows of the crisis card, in their order, without blank ones."""
    run = connection.execute
    # A shelf that was not opened since an older PeerDesk knows no hours yet.
    since = "SELECT 1 FROM pragma_table_info('crisis_line') WHERE name = 'hours'"
    more = "hours, here" if run(since).fetchone() else "'', 0"
    rows = run(
        f"SELECT title, detail, number, {more} FROM crisis_line"
        " WHERE trim(title || number) <> '' ORDER BY position, id LIMIT ?",
        (MOST_ROWS,),
    )
    found = _plain(rows, "ssssi")
    return tuple(CrisisRow(row[0], row[1], row[2], row[3], bool(row[4])) for row in found)


def _can_be(meeting: MeetingRow) -> bool:
    """Whether a meeting can be shown in a moment: a rule by the second would be counted through."""
    rule = meeting.rrule.upper()
    too_often = any(often in rule for often in ("SECONDLY", "MINUTELY", "HOURLY"))
    return 0 <= meeting.minutes <= MOST_MINUTES and not too_often


def _plain(rows: Iterable[tuple[Any, ...]], kinds: str) -> list[tuple[Any, ...]]:
    """The rows that hold what they should: words of a sensible length (s) and whole numbers (i).
    Anybody can write to the shelf, and the page has to come up all the same."""

    def sound(value: object, kind: str) -> bool:
        if kind == "i":
            return type(value) is int
        return isinstance(value, str) and len(value) <= MOST_WORDS

    return [row for row in rows if all(map(sound, row, kinds))]


def _trouble(error: KnownError) -> Text:
    return translate(
        "Store",
        "The part for everyone could not be opened, so this page shows the numbers that came "
        "with PeerDesk. {reason}",
    ).format(reason=error.text)
