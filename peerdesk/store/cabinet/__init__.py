"""A cabinet: what one group keeps, opened by its facilitators alone.

The group itself, people and what they agreed to, meetings and their agendas, who was there, and
what stays after an evening.
"""

from __future__ import annotations

from pathlib import Path

from peerdesk.core.clock import Clock
from peerdesk.store.cabinet.after import (
    STEP_STATUSES,
    FollowUp,
    Incident,
    NextStep,
    StepNews,
    TeamNote,
)
from peerdesk.store.cabinet.base import CabinetRow, database
from peerdesk.store.cabinet.group import (
    Erased,
    Group,
    GroupSetting,
    Keyholder,
    Taken,
    TonightKey,
    WithdrawnKey,
)
from peerdesk.store.cabinet.local_help import OUTCOMES, ListingProblem, Need, Referral
from peerdesk.store.cabinet.meetings import (
    HERE,
    STATUSES,
    AgendaItem,
    AgendaTemplate,
    AgreementItem,
    Attendance,
    Away,
    Duty,
    Holiday,
    Meeting,
    Preparation,
    RoomBusy,
    Series,
    Topic,
)
from peerdesk.store.cabinet.people import Consent, Person
from peerdesk.store.place import Place
from peerdesk.store.search import mirror

SEARCH = (
    mirror("person", ("name", "pronouns", "role", "code", "languages", "access_needs")),
    mirror("meeting", ("theme", "place", "good_things")),
    mirror("team_note", ("title", "body")),
)


def open_cabinet(path: Path, key: bytes, clock: Clock, backups: Path) -> Place:
    """Open (or make) the cabinet at ``path`` with its 32-byte key."""
    return Place(database, path, key, clock, SEARCH, backups)


def writes_no_names(cabinet: Place) -> bool:
    """Whether the group writes no names down at all (its setting ``no_names``)."""
    rows = cabinet.rows("SELECT value FROM group_setting WHERE key = 'no_names'")
    return bool(rows) and rows[0][0] == "1"


__all__ = [
    "HERE",
    "OUTCOMES",
    "SEARCH",
    "STATUSES",
    "STEP_STATUSES",
    "AgendaItem",
    "AgendaTemplate",
    "AgreementItem",
    "Attendance",
    "Away",
    "CabinetRow",
    "Consent",
    "Duty",
    "Erased",
    "FollowUp",
    "Group",
    "GroupSetting",
    "Holiday",
    "Incident",
    "Keyholder",
    "ListingProblem",
    "Meeting",
    "Need",
    "NextStep",
    "Person",
    "Preparation",
    "Referral",
    "RoomBusy",
    "Series",
    "StepNews",
    "Taken",
    "TeamNote",
    "TonightKey",
    "Topic",
    "WithdrawnKey",
    "database",
    "open_cabinet",
    "writes_no_names",
]
