"""Opening times that somebody wrote as a sentence.

"Mon-Fri 9am-5pm; Sat 10-2" is taken when each word and sign of it is understood and nothing in it
contradicts anything else; otherwise there is no answer, and the words are shown as they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, cast

from peerdesk.exchange import hours_clock
from peerdesk.exchange.hours_clock import DAY, Time
from peerdesk.exchange.hours_days import WRITTEN, run

MOST = 600
Kind = Literal["day", "days", "nth", "month", "time", "always", "closed", "to", "and", "end"]
Token = tuple[Kind, object]
Days = tuple[tuple[int, int], ...]

_ALL, _WEEK, _WEEKEND = tuple(range(7)), tuple(range(5)), (5, 6)
_GROUPS: dict[str, tuple[int, ...]] = {
    **dict.fromkeys(("daily", "everyday", "every day", "each day", "all days"), _ALL),
    **dict.fromkeys(("7 days a week", "seven days a week", "7 days per week", "7 days"), _ALL),
    **dict.fromkeys(("weekdays", "weekday", "every weekday"), _WEEK),
    **dict.fromkeys(("weekends", "weekend", "every weekend"), _WEEKEND),
    **dict.fromkeys(("mwf", "m/w/f"), (0, 2, 4)),
    **dict.fromkeys(("tth", "tuth", "t/th"), (1, 3)),
    **dict.fromkeys(("mtwthf", "mtwtf"), _WEEK),
    **dict.fromkeys(("mw", "m/w"), (0, 2)),
}
# "t" and "s" may be either of two days
_LETTERS = {"m": 0, "w": 2, "f": 4}
_NTH = {
    **dict.fromkeys(("1st", "first"), 1),
    **dict.fromkeys(("2nd", "second"), 2),
    **dict.fromkeys(("3rd", "third"), 3),
    **dict.fromkeys(("4th", "fourth"), 4),
    "last": -1,
}
_PHRASES: tuple[tuple[Kind, str], ...] = (
    (
        "always",
        r"(open )?(24\s?/\s?7(\s?/\s?365)?|24x7|24 hours,? (a day,? )?(7|seven) days (a|per) week"
        r"|24 hours daily|24 hours every day|24 hrs?,? (7|seven) days (a|per) week"
        r"|24 hours( a day| per day)?|24 hrs?"
        r"|(day and night|around the clock),? (every day|daily))\b",
    ),
    ("days", "|".join(sorted(map(re.escape, _GROUPS), key=len, reverse=True))),
    ("month", r"(of )?(each|every|the) month|monthly"),
    ("nth", "|".join(_NTH)),
    ("closed", r"closed( on)?"),
    ("day", "|".join(sorted(map(re.escape, WRITTEN), key=len, reverse=True))),
    (
        "time",
        r"12\s?(noon|midnight|midday)|noon|midday|midnight"
        r"|\d{1,2}(\s?[:.h]\s?[0-5]\d)?(\s?([ap]\.\s?m\.|[ap]\.?m\b|uhr\b|hrs\b|h\b)|[ap]\b)?"
        r"(?!\d)|([01]\d|2[0-4])[0-5]\d(\s?(hrs|h)\b)?(?!\d)",
    ),
    ("to", r"-|to\b|thru\b|through\b|until\b|till\b|til\b|bis\b|hasta\b|a\b|à"),
    ("and", r",|&|/|and\b|plus\b|y\b|und\b|et\b"),
    ("end", r";|\n|\||\.(?=\s)"),
)
_WORDS = frozenset({"day", "days", "nth", "closed"})
_ENDS = r"(?!\w)"
_SCAN = re.compile(
    "|".join(f"(?P<{kind}>(?:{text}){_ENDS if kind in _WORDS else ''})" for kind, text in _PHRASES)
    + r"|(?P<letter>[mwf](?![a-z]))"
)
# what may stand there and says nothing
_NOISE = re.compile(
    r"(?:(?:(?:office|opening|service|business|regular) )?(?:hours|times)"
    r"(?: of (?:operation|service))?(?: are)?|we are open|open|from|every|each|on|between|horario"
    r"|de|von)(?![a-z])|[:()]"
)
_CONDITION = re.compile(
    r"\b(except|clos(ed?|es|ing|ure)|only|appointments?|var(y|ies|iable|ying)|check|confirm"
    r"|season(al)?|summer|winter|spring|autumn|fall|terms?|school|semester|holidays?|vacations?"
    r"|alternat(e|ing)|every other|other week|fort ?night(ly)?|bi-?weekly|bi-?monthly"
    r"|first|second|third|fourth|fifth|last|\d+(st|nd|rd|th)|months?|monthly|until|till|starts?"
    r"|starting|begins?|beginning|suspend(ed)?|temporar(y|ily)|currently|covid\S*|pandemic|may"
    r"|might|usually|normally|approx\S*|about|subject|weather|unless|if|when|while|lunch|not|no"
    r"|without|unavailable|cancel\S*|changes?|limited|select(ed)?|some|january|february|march"
    r"|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug"
    r"|sept?|oct|nov|dec|20[2-9]\d|ramadan|christmas|easter|good friday|bank|dates?"
    r"|cerrado|cerrada|festivos?|feriados?|excepto|salvo|solo|s[oó]lo|cita|ferm[ée]e?|sauf"
    r"|f[ée]ri[ée]s?|vacances|rendez-vous|geschlossen|au(ß|ss)er|nur|feiertag\w*|ferien|termin)\b",
    re.I,
)


@dataclass(frozen=True)
class Span:
    """Days that share times; ``monthly``: its days have ordinals."""

    days: Days
    opens: int
    closes: int
    monthly: bool = False


def conditional(words: str) -> bool:
    """Whether words beside certain times may take something away from them."""
    return bool(words) and bool(_CONDITION.search(words))


@lru_cache(maxsize=4096)
def parse(words: str) -> tuple[Span, ...] | None:
    """Everything the words say, or None when any of them is not understood."""
    tokens = _tokens(words) if len(words) <= MOST else None
    if not tokens:
        return None
    found = _Reader(tokens).clauses()
    return tuple(found) if found and _agree(found) else None


def _tokens(words: str) -> list[Token] | None:
    plain = unicodedata.normalize("NFC", words).lower().replace("’", "'")
    plain = re.sub(r"\s*[‐-―−]\s*|\s+-+\s+|-{2,}", "-", plain)
    plain = re.sub(r"[^\S\n]+", " ", plain).strip(" .;,|\n")
    found: list[Token] = []
    at = 0
    while at < len(plain):
        if plain[at] == " ":
            at += 1
            continue
        match = _SCAN.match(plain, at)
        if match:
            found.append(_token(match))
        else:
            match = _NOISE.match(plain, at)
            if not match or not match[0]:
                return None
        at = match.end()
    return found


def _token(match: re.Match[str]) -> Token:
    kind, text = str(match.lastgroup), match[0]
    meant: dict[str, Mapping[str, object]] = {
        "days": _GROUPS,
        "nth": _NTH,
        "day": WRITTEN,
        "letter": _LETTERS,
    }
    if kind == "time":
        return "time", _time(text)
    value = meant[kind][text] if kind in meant else text
    return ("day" if kind == "letter" else cast(Kind, kind)), value


def _time(text: str) -> Time | None:
    tight = text.replace(" ", "")
    if tight[-1] in "ap" and tight[-2].isdigit():
        tight += "m"
    if tight.startswith("12") and tight[2:3] in ("n", "m"):
        tight = tight[2:]
    return hours_clock.read(tight.replace("a.m.", "am").replace("p.m.", "pm"))


class _Reader:
    """Reads clauses: days and their times, always in the same order."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._at = 0
        self._closed: set[int] = set()

    def _kind(self, ahead: int = 0) -> Kind | None:
        at = self._at + ahead
        return self._tokens[at][0] if at < len(self._tokens) else None

    def _take(self) -> object:
        self._at += 1
        return self._tokens[self._at - 1][1]

    def _pass(self, *kinds: Kind) -> bool:
        passed = False
        while self._kind() in kinds:
            self._at += 1
            passed = True
        return passed

    def clauses(self) -> list[Span] | None:
        """Every clause, or None."""
        found: list[Span] = []
        days_first = self._kind() not in ("time", "always")
        while self._kind() is not None:
            made = self._clause(days_first)
            if made is None:
                return None
            found += made
            if self._kind() is not None and not self._pass("and", "end") and not days_first:
                return None
        if self._closed & {number for one in found for _, number in one.days}:
            return None
        return found

    def _clause(self, days_first: bool) -> list[Span] | None:
        if self._kind() == "closed":
            self._take()
            return self._shut(self._days())
        if days_first:
            days = self._days()
            if not days:
                return None
            self._pass("and")
            if self._kind() == "closed":
                self._take()
                return self._shut(days)
            times = self._times()
        else:
            times = self._times()
            if times == [(0, DAY)] and self._kind() is None:
                return [Span(tuple((0, n) for n in _ALL), 0, DAY)]
            self._pass("and")
            days = self._days()
        if not times or not days:
            return None
        return [Span(days, *time, monthly=bool(days[0][0])) for time in times]

    def _shut(self, days: Days | None) -> list[Span] | None:
        if not days or days[0][0]:
            return None
        self._closed |= {number for _, number in days}
        return []

    def _days(self) -> Days | None:
        """Days with ordinals before each, or none with any."""
        nths: list[int] = []
        while self._kind() == "nth":
            nths.append(int(str(self._take())))
            if self._kind(1) == "nth":
                self._pass("and")
        numbers: list[int] = []
        while self._kind() in ("day", "days"):
            kind = self._kind()
            value = self._take()
            if kind == "days":
                numbers += cast(tuple[int, ...], value)
            elif self._kind() == "to" and self._kind(1) == "day":
                self._take()
                numbers += run(int(str(value)), int(str(self._take())))
            else:
                numbers.append(int(str(value)))
            if self._kind(1) in ("day", "days"):
                self._pass("and")
        if nths:
            # only "of the month" makes sure that it is not the first Monday of term
            monthly = self._kind() == "month" and len(numbers) == 1
            self._pass("month")
            return tuple((nth, numbers[0]) for nth in nths) if monthly else None
        return tuple((0, n) for n in dict.fromkeys(numbers)) or None

    def _times(self) -> list[tuple[int, int]] | None:
        if self._kind() == "always":
            self._take()
            return [(0, DAY)]
        found: list[tuple[int, int]] = []
        while self._kind() == "time":
            opens = self._take()
            if self._kind() != "to" or self._kind(1) != "time":
                return None
            self._take()
            closes = self._take()
            both = isinstance(opens, Time) and isinstance(closes, Time)
            pair = hours_clock.pair(opens, closes) if both else None  # type: ignore[arg-type]
            if pair is None:
                return None
            found.append(pair)
            if self._kind(1) == "time":
                self._pass("and")
        return found


def _agree(found: Iterable[Span]) -> bool:
    """Whether no two clauses say different things of one day."""
    taken: dict[int, list[tuple[int, int, bool]]] = {}
    for one in found:
        for number in {number for _, number in one.days}:
            end = one.closes if one.closes > one.opens else one.closes + DAY
            others = taken.setdefault(number, [])
            if any(m != one.monthly or (one.opens < c and o < end) for o, c, m in others):
                return False
            others.append((one.opens, end, one.monthly))
    return True
