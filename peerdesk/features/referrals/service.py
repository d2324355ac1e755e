"""Verbs of referrals and of needs. All of it is in the cabinet: the shelf, which anyone reads,
holds nothing about who was sent where, nor how often."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from peerdesk.core.ids import new_uid
from peerdesk.core.text import translate
from peerdesk.exchange.categories import categories
from peerdesk.store.cabinet import Person, writes_no_names
from peerdesk.store.cabinet.local_help import OUTCOMES, Need, Referral
from peerdesk.store.place import Place

REACHED, WAITLISTED, TURNED_AWAY, UNKNOWN = OUTCOMES
TABLES = frozenset({"referral", "need", "person", "group_setting"})
LATELY = 12
FEW = 6
LONGEST = 400
"""Letters of a reason or of a need: a sentence, not a record."""


@dataclass(frozen=True)
class ReferralView:
    """One suggestion. ``name`` is "" for nobody by name; times are UTC milliseconds; ``outcome``
    is one of ``OUTCOMES``, or "" until somebody asked."""

    uid: bytes
    service: str
    service_uid: bytes | None
    person: bytes | None
    name: str
    made_at: int
    outcome: str
    why: str


@dataclass(frozen=True)
class Tally:
    """How many were sent to ``service`` ("" for all of them together), and what came of it.
    ``asked_not`` are those nobody asked about yet. Counts, never shares."""

    service: str
    sent: int
    reached: int
    waitlisted: int
    turned_away: int
    unknown: int
    asked_not: int

    @property
    def numbers(self) -> tuple[int, ...]:
        """All but its name."""
        kinds = (self.reached, self.waitlisted, self.turned_away, self.unknown, self.asked_not)
        return (self.sent, *kinds)


@dataclass(frozen=True)
class Counts:
    """For facilitators only: ``all`` of them, each service, and why people were turned away."""

    all: Tally
    services: tuple[Tally, ...]
    reasons: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class NeedView:
    """Something nobody here offers. ``category`` is a key of ``exchange.categories`` or ""."""

    uid: bytes
    words: str
    category: str
    noted_at: int
    met: bool


@dataclass(frozen=True)
class NeedCount:
    """How many needs of one category, and how many of those are met by now."""

    category: str
    open: int
    met: int


_VIEW = (
    "SELECT r.uid, r.service_words, r.service_uid, p.uid, coalesce(p.name, ''), r.made_at,"
    " r.outcome, r.why FROM referral AS r LEFT JOIN person AS p ON p.id = r.person_id"
)
_TALLY = (
    "count(*), sum(outcome = 'reached'), sum(outcome = 'waitlisted'),"
    " sum(outcome = 'turned away'), sum(outcome = 'unknown'), sum(outcome = '')"
)

_ALONE: Mapping[bytes, bytes] = {}


class ReferralsService:
    """Referrals and needs of one cabinet. Writing raises the KnownErrors of ``store.place``;
    a verb about something that is gone does nothing."""

    def __init__(self, cabinet: Place) -> None:
        self._cabinet = cabinet

    @property
    def no_names(self) -> bool:
        """Whether this group writes no names down: then nobody is suggested anything by name."""
        return writes_no_names(self._cabinet)

    # -- suggesting ----------------------------------------------------------------------------

    def suggest(self, service_uid: bytes | None, words: str, person: bytes | None = None) -> bytes:
        """Write down that a service was suggested, to ``person`` or to nobody by name; its uid.

        ``words`` name the service for the day its listing is gone. A person who is gone, or a
        group without names, makes it one to nobody by name.
        """
        now = self._cabinet.clock.now_ms()
        uid = new_uid(now)
        known = (
            None if person is None or self.no_names else Person.get_or_none(Person.uid == person)
        )
        with self._cabinet.operation(translate("Referrals", "Suggested a service")):
            Referral.create(
                uid=uid,
                person=known,
                service_uid=service_uid,
                service_words=words.strip()[:LONGEST],
                made_at=now,
            )
        return uid

    def record(self, uid: bytes, outcome: str, why: str = "") -> None:
        """Write down what came of it. ``why`` is kept with "turned away" only. Raises ValueError
        for an ``outcome`` that is none."""
        if outcome not in OUTCOMES:
            raise ValueError(outcome)
        self._set(
            uid,
            "how",
            outcome=outcome,
            why=why.strip()[:LONGEST] if outcome == TURNED_AWAY else "",
            outcome_at=self._cabinet.clock.now_ms(),
        )

    def ask_again(self, uid: bytes) -> None:
        """What was written down was not so, or things went on: it is asked again."""
        self._set(uid, "again", outcome="", why="", outcome_at=None)

    def remove(self, uid: bytes) -> None:
        """Take a suggestion away that was none."""
        with self._cabinet.operation(translate("Referrals", "Took a suggestion away")):
            Referral.delete().where(Referral.uid == uid).execute()

    # -- reading -------------------------------------------------------------------------------

    def to_ask(self) -> tuple[ReferralView, ...]:
        """What nobody asked about yet, the oldest first."""
        return self._views("WHERE r.outcome = '' ORDER BY r.made_at, r.id")

    def asked(self, most: int = LATELY) -> tuple[ReferralView, ...]:
        """What is known, the latest answer first."""
        return self._views(
            "WHERE r.outcome <> '' ORDER BY r.outcome_at DESC, r.id DESC LIMIT ?", most
        )

    def of_person(self, person: bytes) -> tuple[ReferralView, ...]:
        """What was suggested to somebody, what is to be asked first, then the latest; ``FEW`` at
        most, and nothing in a group without names."""
        if self.no_names:
            return ()
        return self._views(
            "WHERE p.uid = ? ORDER BY r.outcome <> '', r.made_at DESC, r.id DESC LIMIT ?",
            person,
            FEW,
        )

    def waiting(self) -> int:
        """How many nobody asked about yet."""
        return int(cast(int, self._cabinet.rows(_COUNT)[0][0]))

    def counts(self, same: Mapping[bytes, bytes] = _ALONE) -> Counts:
        """What came of all of it, and service by service, those most suggested first; ``same``
        says in which listing another is told by now."""
        # beside max() stand the words of the latest: a service may have been renamed meanwhile
        found: dict[object, Tally] = {}
        for uid, *row in self._cabinet.rows(
            f"SELECT service_uid, service_words, {_TALLY}, max(made_at) AS latest FROM referral"
            " GROUP BY coalesce(service_uid, service_words) ORDER BY latest DESC"
        ):
            key = same.get(uid, uid) if isinstance(uid, bytes) else row[0]
            one = _tally(tuple(row))
            if (before := found.get(key)) is not None:
                sums = map(sum, zip(before.numbers, one.numbers, strict=True))
                one = Tally(before.service, *sums)
            found[key] = one
        services = sorted(found.values(), key=lambda one: (-one.sent, one.service.casefold()))
        reasons = self._cabinet.rows(
            "SELECT why, count(*) FROM referral WHERE outcome = 'turned away' AND why <> ''"
            " GROUP BY lower(why) ORDER BY 2 DESC, why COLLATE NOCASE"
        )
        every = self._cabinet.rows(f"SELECT '', {_TALLY} FROM referral")[0]
        return Counts(
            _tally(every),
            tuple(services),
            tuple((str(why), int(cast(int, n))) for why, n in reasons),
        )

    # -- needs ---------------------------------------------------------------------------------

    def note_need(self, words: str, category: str | None = None) -> bytes | None:
        """Note what nobody here offers; its uid. None when there are no words, and the same words
        noted before and not met yet are not noted twice. Without ``category`` it is guessed."""
        words = " ".join(words.split())[:LONGEST]
        if not words:
            return None
        for need in self.needs():
            if need.words.casefold() == words.casefold() and not need.met:
                return need.uid
        if category is None:
            category = (categories(words, "").split() or [""])[0]
        now = self._cabinet.clock.now_ms()
        uid = new_uid(now)
        with self._cabinet.operation(translate("Referrals", "Noted a need")):
            Need.create(uid=uid, words=words, category=category, noted_at=now)
        return uid

    def set_met(self, uid: bytes, met: bool) -> None:
        """Somebody offers it now, or does not any more."""
        at = self._cabinet.clock.now_ms() if met else None
        with self._cabinet.operation(translate("Referrals", "Changed a need")):
            Need.update(met_at=at).where(Need.uid == uid).execute()

    def set_category(self, uid: bytes, category: str) -> None:
        """Say what kind of need it is."""
        with self._cabinet.operation(translate("Referrals", "Changed a need")):
            Need.update(category=category).where(Need.uid == uid).execute()

    def remove_need(self, uid: bytes) -> None:
        """Take a need off the list."""
        with self._cabinet.operation(translate("Referrals", "Took a need off the list")):
            Need.delete().where(Need.uid == uid).execute()

    def needs(self) -> tuple[NeedView, ...]:
        """Those not met first, the latest first."""
        rows = self._cabinet.rows(
            "SELECT uid, words, category, noted_at, met_at IS NOT NULL FROM need"
            " ORDER BY met_at IS NOT NULL, noted_at DESC, id DESC"
        )
        return tuple(
            NeedView(bytes(cast(bytes, uid)), str(words), str(kind), cast(int, noted), bool(met))
            for uid, words, kind, noted, met in rows
        )

    def need_counts(self) -> tuple[NeedCount, ...]:
        """Needs by category, those with most that is not met first; "" for no category last."""
        rows = self._cabinet.rows(
            "SELECT category, sum(met_at IS NULL), sum(met_at IS NOT NULL) FROM need"
            " GROUP BY category ORDER BY category = '', 2 DESC, category"
        )
        return tuple(
            NeedCount(str(key), int(cast(int, is_open)), int(cast(int, met)))
            for key, is_open, met in rows
        )

    # -- inside --------------------------------------------------------------------------------

    def _set(self, uid: bytes, what: str, **values: object) -> None:
        label = {
            "how": translate("Referrals", "Wrote down how it went"),
            "again": translate("Referrals", "It is asked again"),
        }[what]
        with self._cabinet.operation(label):
            Referral.update(values).where(Referral.uid == uid).execute()

    def _views(self, where: str, *values: object) -> tuple[ReferralView, ...]:
        nameless = self.no_names
        made = []
        for uid, words, service, person, name, at, outcome, why in self._cabinet.rows(
            f"{_VIEW} {where}", *values
        ):
            shown = person is not None and not nameless
            made.append(
                ReferralView(
                    uid=bytes(cast(bytes, uid)),
                    service=str(words),
                    service_uid=None if service is None else bytes(cast(bytes, service)),
                    person=bytes(cast(bytes, person)) if shown else None,
                    name=str(name) if shown else "",
                    made_at=cast(int, at),
                    outcome=str(outcome),
                    why=str(why),
                )
            )
        return tuple(made)


_COUNT = "SELECT count(*) FROM referral WHERE outcome = ''"


def _tally(row: tuple[object, ...]) -> Tally:
    return Tally(str(row[0]), *(int(cast(int, n or 0)) for n in row[1:7]))
