"""What goes on paper for an evening, as simple HTML that prints well and reads well aloud.

Clear print (UKAAF): left aligned, no italics, nothing underlined; the sizes are those of
``ui.printing``. No Qt in here: who calls gives a :class:`Voice` that speaks their language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

from peerdesk.core import resources
from peerdesk.core.text import Text, translate
from peerdesk.features.meetings.paper import words
from peerdesk.features.meetings.paper.numbering import Row
from peerdesk.features.meetings.shapes import MeetingView
from peerdesk.features.meetings.words import place_and_way
from peerdesk.store.evening import ROUNDS, Item, Line, Plan

if TYPE_CHECKING:
    from jinja2 import Environment

AROUND = (-4, -2, 0, 2, 4)
"""A round is worked out for so many people more or less than are expected."""
BADGES_ACROSS = 2
SLIPS_A_PAGE, SLIPS_A_LARGE_PAGE = 3, 2
NEW_PAGE = "<h1 style='page-break-before:always'>"


@dataclass(frozen=True)
class Voice:
    """How words, days ("Tuesday 24 November 2026"), times, spans of time ("18:30 to 20:00") and
    numbers are written."""

    say: Callable[[Text | str], str]
    day: Callable[[date], str]
    clock: Callable[[datetime], str]
    span: Callable[[datetime, datetime], str]
    number: Callable[[int], str]


@dataclass(frozen=True)
class Evening:
    """A date that took place: ``heads`` who came, ``new`` of them for the first time."""

    day: date
    heads: int
    new: int


@dataclass(frozen=True)
class Proof:
    """What somebody asked to have on paper; it is kept nowhere. ``purpose`` only if they chose so:
    the name of a group can say more than they want to be known."""

    name: str
    start: datetime
    end: datetime
    purpose: str = ""
    house: str = ""


def first_names(names: Sequence[str]) -> list[str]:
    """The first word of each name; as many more as tell two people apart."""
    parts = [name.split() for name in names]
    taken = [min(1, len(p)) for p in parts]
    while True:
        short = [" ".join(p[:n]) for p, n in zip(parts, taken, strict=True)]
        folded = [s.casefold() for s in short]
        twice = [
            at for at, p in enumerate(parts) if taken[at] < len(p) and folded.count(folded[at]) > 1
        ]
        if not twice:
            return short
        for at in twice:
            taken[at] += 1


def each_seconds(minutes: int, people: int, circles: int = 1) -> int:
    """What everybody has in a round; in two circles at once it is about twice as much."""
    in_one = -(-people // max(1, circles))
    return minutes * 60 // in_one if in_one > 0 else 0


# -- the documents ---------------------------------------------------------------------------


def running(plan: Plan, voice: Voice, people: int, circles: Mapping[str, int]) -> str:
    """The running sheet: enough for an evening without any computer.

    ``people``: how many are expected; ``circles``: by uid of an item, where it is more than one.
    """
    start, rows = datetime.fromisoformat(plan.start), []
    at = start
    for item in plan.items:
        end = at + timedelta(minutes=item.minutes)
        rows.append(
            {
                "time": voice.clock(at),
                "minutes": voice.say(words.MINUTES).format(n=voice.number(item.minutes)),
                "title": item.title,
                "lead": voice.say(words.LEADS.format(name=item.lead)) if item.lead else "",
                "say": item.say,
                "service": item.service,
                "each": _each(item, voice, people, circles.get(item.uid, 1)),
            }
        )
        at = end
    return _page(
        "running",
        voice,
        plan=plan,
        head=_head(plan, voice),
        rows=rows,
        ends=voice.say(words.ENDS).format(time=voice.clock(at)),
        numbers=plan.numbers,
        building=plan.building,
    )


def agreement(plan: Plan, voice: Voice) -> str:
    """What the group agreed on, to be read out."""
    return _page("agreement", voice, lines=plan.agreement)


def help_now(plan: Plan, voice: Voice) -> str:
    """Whom to ring, where this is, and the group's own steps."""
    return _page(
        "help",
        voice,
        numbers=[_number(line) for line in plan.numbers],
        building=plan.building,
        steps=plan.help_steps,
    )


def sign_in(plan: Plan, voice: Voice, rows: Sequence[Row], how: str) -> str:
    """The numbered sheet. ``how``: "names" (first names), "codes", or "blank" (lines only).

    A person who has no code stands on no sheet of codes: they write on a blank line.
    """
    named = [r for r in rows if r.person is not None and not r.gone]
    short = dict(zip((r.number for r in named), first_names([r.name for r in named]), strict=True))
    shown = [
        {"number": voice.number(r.number), "label": label}
        for r in rows
        if (label := _label(r, short, how)) is not None
    ]
    return _page("sign_in", voice, head=_head(plan, voice), rows=shown, letters=_letters(voice))


def badges(voice: Voice, names: Sequence[str], blanks: int) -> str:
    """First names to wear, and empty ones."""
    cells = [*first_names(names), *[""] * blanks]
    rows = [cells[at : at + BADGES_ACROSS] for at in range(0, len(cells), BADGES_ACROSS)]
    return _page("badges", voice, rows=[row + [None] * (BADGES_ACROSS - len(row)) for row in rows])


def proof(voice: Voice, wanted: Proof) -> str:
    """That somebody was here: day and hours, never how it went."""
    said = voice.say(words.WAS_HERE).format(
        name=wanted.name,
        day=voice.day(wanted.start.date()),
        start=voice.clock(wanted.start),
        end=voice.clock(wanted.end),
    )
    return _page("proof", voice, said=said, purpose=wanted.purpose, house=wanted.house)


def proof_pad(voice: Voice, count: int, house: str = "", *, large: bool = False) -> str:
    """The same with lines to fill in by hand, a few on each page."""
    a_page = SLIPS_A_LARGE_PAGE if large else SLIPS_A_PAGE
    return _page("proof_pad", voice, slips=range(count), a_page=a_page, house=house)


def numbers(voice: Voice, group: str, first: date, last: date, evenings: Sequence[Evening]) -> str:
    """One page for the centre: dates, head counts, newcomers. Visits are never hidden."""
    rows = [
        (voice.day(e.day), voice.number(e.heads), voice.number(e.new))
        for e in sorted(evenings, key=lambda e: e.day)
    ]
    totals = [
        (voice.say(label), voice.number(count))
        for label, count in (
            (words.MEETINGS, len(evenings)),
            (words.VISITS, sum(e.heads for e in evenings)),
            (words.NEWCOMERS, sum(e.new for e in evenings)),
        )
    ]
    period = voice.say(words.PERIOD).format(first=voice.day(first), last=voice.day(last))
    return _page("numbers", voice, group=group, period=period, rows=rows, totals=totals)


def next_dates(voice: Voice, meetings: Iterable[MeetingView]) -> str:
    """When the group meets, to take along."""
    rows = [
        (voice.day(m.start.date()), voice.span(m.start, m.end), _where(m, voice)) for m in meetings
    ]
    return _page("dates", voice, rows=rows)


def in_one(pages: Sequence[str]) -> str:
    """All documents in one text, each on a page of its own."""
    first, *rest = pages or [""]
    return first + "".join(page.replace("<h1>", NEW_PAGE, 1) for page in rest)


# -- inside ----------------------------------------------------------------------------------


def _where(meeting: MeetingView, voice: Voice) -> str:
    words_ = voice.say(place_and_way(meeting.place, meeting.way))
    return voice.say(words.NOT_THEN) if meeting.cancelled else words_


def _head(plan: Plan, voice: Voice) -> str:
    start = datetime.fromisoformat(plan.start)
    span = voice.span(start, start + timedelta(minutes=plan.minutes))
    parts = [plan.group_name, voice.day(start.date()), span, plan.place]
    return " · ".join(p for p in parts if p)


def _each(item: Item, voice: Voice, people: int, circles: int) -> str:
    """ "Minutes each: 8 people 2:30", for about as many as are expected."""
    if item.kind not in ROUNDS:
        return ""
    said = []
    for count in sorted({max(2, people + by) for by in AROUND}):
        seconds = each_seconds(item.minutes, count, circles)
        text = translate("Paper", "%n people {time}", "", count)
        time = f"{voice.number(seconds // 60)}:{voice.number(0) if seconds % 60 < 10 else ''}"
        said.append(voice.say(text.format(time=time + voice.number(seconds % 60))))
    label = translate("Paper", "Minutes each: {counts}")
    if circles > 1:
        label = translate("Paper", "Minutes each, in %n circles at once: {counts}", "", circles)
    return voice.say(label.format(counts=" · ".join(said)))


def _number(line: Line) -> tuple[str, str]:
    return line.title, line.detail


def _label(row: Row, short: Mapping[int, str], how: str) -> str | None:
    """What stands on a line; None when it is not on this sheet."""
    if row.gone:
        return None
    if row.person is None:
        return ""
    if how == "blank":
        return None
    return short[row.number] if how == "names" else row.code or None


def _letters(voice: Voice) -> dict[str, str]:
    from peerdesk.features.meetings.paper.keying import LETTERS, NEW

    return {"phone": voice.say(LETTERS["phone"]), "new": voice.say(LETTERS[NEW])}


@cache
def _templates() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup, escape

    made = Environment(
        loader=FileSystemLoader(resources.folder("content") / "paper"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["lines"] = lambda said: Markup("<br>").join(
        escape(line) for line in str(said).splitlines()
    )
    return made


def _page(name: str, voice: Voice, **values: object) -> str:
    w = {key: voice.say(text) for key, text in words.PAGE.items()}
    return _templates().get_template(f"{name}.html").render(w=w, **values)
