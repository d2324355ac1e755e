"""The pack for one evening: which documents there are, what goes into them, and whose names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from peerdesk.core.text import Text, translate
from peerdesk.features.meetings.paper import documents, numbering
from peerdesk.features.meetings.paper.documents import Evening, Proof, Voice
from peerdesk.features.meetings.paper.numbering import Row
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.store.cabinet import HERE
from peerdesk.store.evening import Plan

TITLES: dict[str, Text] = {
    "running": translate("Paper", "Running sheet"),
    "agreement": translate("Paper", "Agreement"),
    "help": translate("Paper", "Help right now"),
    "sign_in": translate("Paper", "Sign-in sheet"),
    "badges": translate("Paper", "First names to wear"),
    "proof": translate("Paper", "Proof that somebody was here"),
    "numbers": translate("Paper", "Numbers for the centre"),
    "dates": translate("Paper", "Next dates"),
}
"""Every document, in the order in which they are printed."""
USUAL = ("running", "agreement", "help", "sign_in")
NAMING = ("sign_in", "badges")
"""Documents that a group without names does not print."""
HOW = ("names", "codes", "blank")
MOST_DATES = 8
MOST_EVENINGS = 400
Shown = Callable[[str], str]


@dataclass(frozen=True)
class Wanted:
    """What was chosen. ``how``: one of HOW; ``proof`` None prints ``pad`` slips to fill in."""

    documents: frozenset[str] = frozenset(USUAL)
    people: int = 8
    how: str = "names"
    blanks: int = 6
    anew: bool = False
    empty_badges: int = 4
    proof: Proof | None = None
    pad: int = 6
    house: str = ""
    first: date = date.min
    last: date = date.max
    large: bool = False


@dataclass
class Pack:
    """The papers of one meeting. Raises KeyError for no such meeting."""

    service: MeetingsService
    meeting: bytes
    voice: Voice
    plan: Plan = field(init=False)

    def __post_init__(self) -> None:
        self.plan = self.service.plan_for(self.meeting)

    def offered(self) -> tuple[str, ...]:
        """Which documents this group prints."""
        return tuple(
            key
            for key in TITLES
            if not (key in NAMING and self.plan.rules.no_names)
            and not (key == "proof" and not self.service.way("we_sign"))
        )

    def chosen(self, wanted: Wanted) -> list[str]:
        """Those of them that are wanted, in their order."""
        return [key for key in self.offered() if key in wanted.documents]

    def rows(self, wanted: Wanted) -> tuple[Row, ...]:
        """The lines of the sign-in sheet."""
        return numbering.rows_for(
            self.service,
            self.meeting,
            named=wanted.how != "blank",
            blanks=wanted.blanks,
            anew=wanted.anew,
        )

    def names_people(self, wanted: Wanted) -> bool:
        """Whether names or codes of people will be on paper."""
        return bool(self._named(wanted))

    def body(self, wanted: Wanted, shown: Shown = str) -> str:
        """All documents as one HTML text; ``shown`` closes names on a screen in a hallway."""
        return documents.in_one([self._document(k, wanted, shown) for k in self.chosen(wanted)])

    def went_to_paper(self, wanted: Wanted) -> None:
        """Keep the numbers of the sign-in sheet, if it was among them."""
        if "sign_in" in self.chosen(wanted):
            numbering.keep(self.service, self.meeting, self.rows(wanted))

    # -- inside --------------------------------------------------------------------------------

    def _named(self, wanted: Wanted) -> list[str]:
        """The documents that name somebody."""
        chosen = self.chosen(wanted)
        named = {
            "running": any(item.lead for item in self.plan.items),
            "sign_in": wanted.how != "blank" and any(r.person for r in self.rows(wanted)),
            "badges": bool(self._guests()),
            "proof": wanted.proof is not None and bool(wanted.proof.name.strip()),
        }
        return [key for key in chosen if named.get(key)]

    def _guests(self) -> list[str]:
        return [guest.name for guest in self.plan.people if not guest.apologies]

    def _document(self, key: str, wanted: Wanted, shown: Shown) -> str:
        make: dict[str, Callable[[], str]] = {
            "running": lambda: self._running(wanted, shown),
            "agreement": lambda: documents.agreement(self.plan, self.voice),
            "help": lambda: documents.help_now(self.plan, self.voice),
            "sign_in": lambda: self._sign_in(wanted, shown),
            "badges": lambda: documents.badges(
                self.voice, [shown(name) for name in self._guests()], wanted.empty_badges
            ),
            "proof": lambda: self._proof(wanted),
            "numbers": lambda: documents.numbers(
                self.voice,
                self.plan.group_name,
                wanted.first,
                wanted.last,
                evenings(self.service, wanted.first, wanted.last),
            ),
            "dates": lambda: documents.next_dates(
                self.voice, self.service.next_meetings(MOST_DATES)
            ),
        }
        return make[key]()

    def _running(self, wanted: Wanted, shown: Shown) -> str:
        circles = {p.uid.hex(): p.circles for p in self.service.agenda(self.meeting)}
        items = tuple(
            replace(item, lead=shown(item.lead) if item.lead else "") for item in self.plan.items
        )
        plan = replace(self.plan, items=items)
        return documents.running(plan, self.voice, wanted.people, circles)

    def _sign_in(self, wanted: Wanted, shown: Shown) -> str:
        rows: Sequence[Row] = [
            replace(
                row,
                name=shown(row.name) if row.name else "",
                code=shown(row.code) if row.code else "",
            )
            for row in self.rows(wanted)
        ]
        return documents.sign_in(self.plan, self.voice, rows, wanted.how)

    def _proof(self, wanted: Wanted) -> str:
        if wanted.proof is None:
            return documents.proof_pad(self.voice, wanted.pad, wanted.house, large=wanted.large)
        return documents.proof(self.voice, wanted.proof)


def evenings(service: MeetingsService, first: date, last: date) -> list[Evening]:
    """The closed meetings of these days, ``first`` and ``last`` included."""
    return [
        Evening(m.start.date(), m.here, min(m.here, _new_at(service, m.uid)))
        for m in service.held(MOST_EVENINGS)
        if first <= m.start.date() <= last
    ]


def _new_at(service: MeetingsService, meeting: bytes) -> int:
    """How many came to a meeting for the first time, with and without a name."""
    rows = service.cabinet.rows(
        "SELECT p.uid, a.first_time FROM attendance a JOIN person p ON p.id = a.person_id "
        "JOIN meeting m ON m.id = a.meeting_id WHERE m.uid = ? AND a.status IN (?, ?, ?)",
        meeting,
        *HERE,
    )
    never_before = set(service.newcomers(meeting))
    nameless = service.cabinet.rows("SELECT new_people FROM meeting WHERE uid = ?", meeting)
    named = sum(bool(r[1]) or r[0] in never_before for r in rows)
    return named + sum(int(str(r[0])) for r in nameless)


def hours(plan: Plan) -> tuple[datetime, datetime]:
    """When the meeting begins and ends, as naive wall time."""
    start = datetime.fromisoformat(plan.start)
    return start, start + timedelta(minutes=plan.minutes)
