"""Making the made-up group, through the same verbs a person uses."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any, cast

from peerdesk.app.session import Session, open_session
from peerdesk.app.subjects import meeting_words
from peerdesk.core import resources
from peerdesk.core.clock import Clock
from peerdesk.core.ids import new_uid
from peerdesk.core.text import translate
from peerdesk.features.directory.service import DirectoryService
from peerdesk.features.keys.plans import DAYS, Computer, GroupPlan
from peerdesk.features.keys.service import KeysService
from peerdesk.features.keys.signed_in import SignedIn
from peerdesk.features.meetings import stand_in
from peerdesk.features.meetings.base import MeetingView
from peerdesk.features.meetings.closing.service import ClosingService
from peerdesk.features.meetings.in_tray.service import InTrayService
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.features.notes.service import NotesService
from peerdesk.features.people.service import PeopleService
from peerdesk.features.referrals.service import ReferralsService
from peerdesk.features.team.service import TeamService, keyholder_here
from peerdesk.safe.in_tray import seal
from peerdesk.safe.kdf import Kdf
from peerdesk.store import in_tray
from peerdesk.store.cabinet import (
    Group,
    Keyholder,
    Need,
    NextStep,
    Person,
    Preparation,
    Referral,
    Series,
    TeamNote,
)
from peerdesk.store.drawer import Note, Preference
from peerdesk.store.shelf import CrisisLine, PublicMeeting
from peerdesk.store.workspace import Workspace

DAY_MS = 86_400_000
_MADE_UP = translate("Demo", "Make up a group")


def content() -> dict[str, Any]:
    """What the made-up group is made of (``resources/content/demo.json``)."""
    text = (resources.folder("content") / "demo.json").read_text("utf-8")
    return cast(dict[str, Any], json.loads(text))


def make(workspace: Workspace, kdf: Kdf | None, clock: Clock) -> SignedIn:
    """Make the group in a fresh workspace; its keys."""
    from peerdesk.safe.kdf import REAL

    data = content()
    group = data["group"]
    keys = KeysService(workspace, kdf or REAL, clock)
    made = keys.first_facilitator(
        data["sign_in"]["name"],
        data["sign_in"]["password"],
        GroupPlan(
            group["name"],
            DAYS.index(group["weekday"]),
            group["time"],
            group["minutes"],
            group["place"],
            True,
        ),
        Computer(language="", shared=True, centre=data["centre"], country=data["country"]),
    )
    signed = made.signed_in
    session = open_session(workspace, signed, clock)
    try:
        Filler(session, data).fill()
    finally:
        session.close()
    return signed


class Filler:
    """Fills the places of a fresh session with the made-up group."""

    def __init__(self, session: Session, data: dict[str, Any]) -> None:
        self.data, self.clock = data, session.clock
        assert session.cabinet is not None
        self.shelf, self.drawer, self.cabinet = session.shelf, session.drawer, session.cabinet
        self.people: dict[str, bytes] = {}
        self.meetings = MeetingsService(self.cabinet, self.shelf)
        self.past: dict[int, MeetingView] = {}

    def fill(self) -> None:
        """Operations, one for each place; what was suggested names listings that are there."""
        with self.cabinet.operation(_MADE_UP):
            self._group()
            self._people()
            self._meetings()
            self._steps()
            self._team()
        with self.shelf.operation(_MADE_UP):
            self._everyone()
        with self.cabinet.operation(_MADE_UP):
            self._suggested()
        with self.drawer.operation(_MADE_UP):
            self._mine()
        self._welcome()

    def _group(self) -> None:
        group = self.data["group"]
        series = Series.get()
        first = datetime.fromisoformat(series.dtstart) - timedelta(weeks=8)
        Series.update(
            dtstart=first.isoformat(timespec="minutes"),
            way=group["way"],
            dial_in=group["dial_in"],
            public=True,
        ).execute()
        for words, tag in self.data["preparation"]:
            Preparation.create(uid=new_uid(), words=words, tag=tag, added_at=self.clock.now_ms())

    def _people(self) -> None:
        service = PeopleService(self.cabinet)
        fields = (
            "code",
            "pronouns",
            "safe_contact",
            "phone",
            "emergency_who",
            "emergency_phone",
            "languages",
            "access_needs",
            "since",
        )
        for person in self.data["people"]:
            uid = service.add_person(person["name"], person["role"])
            self.people[person["name"]] = uid
            for name in fields:
                if person.get(name):
                    service.edit(uid, cast(Any, name), person[name])
            for purpose, answer in person.get("agreed", {}).items():
                service.agree(uid, purpose, answer)
            remote = {k: person[k] for k in ("usual_way", "whereabouts") if k in person}
            if remote:
                Person.update(**remote).where(Person.uid == uid).execute()

    def _meetings(self) -> None:
        group = self.data["group"]
        coming = self.meetings.next_meeting()
        assert coming is not None, "the made-up group meets every week"
        self.meetings.set_meeting(
            coming.uid,
            theme=self.data["next"]["theme"],
            place=self.data["next"]["place"],
            lead=group["lead"],
            door=group["door"],
        )
        behind = self.meetings.past_meetings(len(self.data["meetings"]))
        for view, past in zip(behind, self.data["meetings"], strict=True):
            uid = view.uid
            self.meetings.set_meeting(
                uid, theme=past["theme"], lead=group["lead"], good_things=past["good"]
            )
            for status in ("here", "phone", "apologies", "away"):
                for name in past[status].split():
                    self.meetings.mark(uid, self.people[name], status)
            self.meetings.set_walk_ins(uid, past["walk_ins"])
            self.meetings.close(uid)
            self.past[past["weeks_ago"]] = view

    def _steps(self) -> None:
        """What people chose last week, to be asked about tonight."""
        closing = ClosingService(self.cabinet, self.meetings)
        week_ms = 7 * DAY_MS
        for number, step in enumerate(self.data["steps"]):
            uid = closing.add_step(self.past[1].uid, self.people[step["name"]], step["words"])
            at = self.clock.now_ms() - week_ms + number
            NextStep.update(chosen_at=at).where(NextStep.uid == uid).execute()

    def _team(self) -> None:
        """Notes of the one who is signed in, and of a facilitator who has left."""
        Keyholder.update(name=self.data["greet"]).execute()
        team = TeamService(self.cabinet, keyholder_here(self.cabinet, self.drawer), self.clock)
        left: dict[str, bytes] = {}

        def by(uid: bytes, words: dict[str, Any]) -> None:
            at = self.clock.now_ms() - words["days_ago"] * DAY_MS
            values: dict[str, Any] = {"created_at": at, "changed_at": at}
            if "author" in words:
                name = words["author"]
                author = left.setdefault(name, new_uid())
                values |= {"author_uid": author, "author_name": name}
            TeamNote.update(values).where(TeamNote.uid == uid).execute()

        for note in reversed(self.data["team_notes"]):
            uid = team.write(note["title"], note["body"])
            meeting = self.past.get(note.get("meeting_weeks_ago", -1))
            if meeting is not None:
                team.belong_to(uid, "meeting", meeting.uid, meeting_words(meeting.start.date()))
            for view in note.get("differently", ()):
                beneath = team.see_differently(uid, view["body"])
                assert beneath is not None
                by(beneath, view)
            by(uid, note)

    def _everyone(self) -> None:
        CrisisLine.delete().execute()
        for position, row in enumerate(self.data["crisis"]):
            columns = dict(zip(("title", "detail", "number", "hours", "here"), row, strict=False))
            CrisisLine.create(uid=new_uid(), position=position, **columns)
        PublicMeeting.update(first_time=self.data["first_time"]).execute()
        directory = DirectoryService(self.shelf)
        for entry in self.data["services"]:
            self._service(directory, entry)

    def _service(self, directory: DirectoryService, entry: dict[str, Any]) -> None:
        days = entry.get("checked_days_ago")
        uid = directory.add_service(
            entry["name"],
            organization=entry["organization"],
            category=entry["category"],
            description=entry["description"],
            phone=entry.get("phone", ""),
            address=entry.get("address", ""),
            hours=[tuple(row) for row in entry["hours"]],
            eligibility=entry.get("eligibility", ""),
            when_you_ring=entry.get("when_you_ring", ""),
            free=entry["free"],
            languages=entry["languages"],
            step_free=entry["step_free"],
            access=entry.get("access", ""),
            by_appointment=entry["by_appointment"],
            checked_at=None if days is None else self.clock.now_ms() - days * DAY_MS,
            checked_how="" if days is None else "phone",
        )
        if town := entry.get("town"):
            directory.set_address(uid, entry["address"], town=town)

    def _suggested(self) -> None:
        """What was suggested to people, how it went, and what nobody here offers."""
        service = ReferralsService(self.cabinet)
        listed = {
            str(name): bytes(cast(bytes, uid))
            for uid, name in self.shelf.rows("SELECT uid, name FROM service")
        }
        now = self.clock.now_ms()
        for one in self.data["referrals"]:
            uid = service.suggest(
                listed[one["service"]], one["service"], self.people.get(one["name"])
            )
            values = {"made_at": now - one["days_ago"] * DAY_MS}
            if "outcome" in one:
                service.record(uid, one["outcome"], one.get("why", ""))
                values["outcome_at"] = now - one["asked_days_ago"] * DAY_MS
            Referral.update(values).where(Referral.uid == uid).execute()
        for need in self.data["needs"]:
            noted = service.note_need(need["words"], need["category"])
            assert noted is not None
            if need.get("met"):
                service.set_met(noted, met=True)
            at = now - need["days_ago"] * DAY_MS
            Need.update(noted_at=at).where(Need.uid == noted).execute()

    def _welcome(self) -> None:
        """What the group offers without a sign-in, and two slips that were left there."""
        stand_in.turn(self.meetings, self.shelf, on=True)
        service = InTrayService(self.cabinet, self.shelf)
        service.set_way("in_tray", on=True)
        service.publish()
        group = Group.get()
        uid, key = bytes(group.uid), bytes(group.public_key)
        for words in self.data["slips"]:
            box = seal(key, uid, new_uid(), "slip", words.encode())
            in_tray.put(self.shelf.path, uid, box)

    def _mine(self) -> None:
        Preference.update(value=self.data["greet"]).where(Preference.key == "name").execute()
        notes = NotesService(self.drawer)
        for note in reversed(self.data["notes"]):
            uid = notes.new_note(note["title"], note["body"])
            at = self.clock.now_ms() - note["days_ago"] * DAY_MS
            Note.update(created_at=at, changed_at=at).where(Note.uid == uid).execute()
            meeting = self.past.get(note.get("meeting_weeks_ago", -1))
            if meeting is not None:
                notes.belong_to(uid, "meeting", meeting.uid, meeting_words(meeting.start.date()))
