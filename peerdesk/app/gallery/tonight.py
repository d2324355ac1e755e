"""The faces of a running meeting, at the moments worth looking at."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from peerdesk.app.gallery.surfaces import ZONE, Stage, Surface
from peerdesk.core.clock import FixedClock
from peerdesk.features.tonight.service import TonightService, new_sheet
from peerdesk.store.evening import Guest, Item, Line, Plan, Rules
from peerdesk.ui.widgets import Column

if TYPE_CHECKING:
    from peerdesk.features.tonight.face import Face

START = datetime(2026, 11, 24, 18, 30)
SHEET = bytes(range(16))
CAME = ("Bo", "Dev", "Maria", "River", "Ana", "Lee", "Priya", "Sam", "Tom")
"""In the order they came; Jo and two without a name come later."""


def _uid(n: int) -> str:
    return f"{n:032x}"


def _people() -> tuple[Guest, ...]:
    names = ("Ana", "Bo", "Dev", "Jo", "Lee", "Maria", "Priya", "River", "Sam", "Tom", "Una", "Wil")
    people = []
    for number, name in enumerate(names, start=1):
        far = name == "Priya"
        people.append(
            Guest(
                _uid(number),
                name,
                code="blue heron" if name == "River" else "",
                way="phone" if far else "here",
                apologies=name == "Wil",
                new=name == "Tom",
                where="At home, 12 Hill Road, second floor" if far else "",
                ring="Noor, her sister, 555 0163" if far else "",
            )
        )
    return tuple(people)


def plan(clock: FixedClock, *, stand_in: bool = False, rules: Rules | None = None) -> Plan:
    """The evening of the target."""
    items = (
        Item(_uid(101), "Arrive", 5, "welcome", say="Tea is on the table. Sit where you like."),
        Item(
            _uid(102), "Welcome and agreement", 10, "agreement",
            say="What is shared stays here, within the limits we read out.",
        ),
        Item(
            _uid(103), "Check-in round", 24, "round",
            say="About two minutes each. Passing is fine. We listen, we do not fix.",
        ),
        Item(_uid(104), "Sleep and worry", 31, "main", say="What helps you at four at night?"),
        Item(_uid(105), "Help nearby", 5, "services", service="Riverside sleep clinic, 555 0150"),
        Item(_uid(106), "Closing, one next step", 15, "closing", say="One small step, or none."),
    )  # fmt: skip
    return Plan(
        meeting="" if stand_in else _uid(900),
        group=_uid(901),
        title="Sleep and worry",
        group_name="Tuesday Circle",
        start=START.isoformat(timespec="minutes"),
        zone=ZONE,
        starts_at=clock.now_ms(),
        minutes=90,
        place="Blue room",
        items=items,
        people=() if stand_in else _people(),
        room_lines=(
            "Passing is fine. One voice at a time.",
            "What is shared stays here, within the limits we read out.",
        ),
        topics=("When the night is long", "Phones in the bedroom", "What do you tell your boss?"),
        help_steps=(
            Line("Stay calm, stay near", "One of you goes aside with the person. "
                 "The other holds the group."),
            Line("Ask directly", "“Are you thinking of hurting yourself?” "
                 "Asking does not put the thought there."),
            Line("Do not leave them alone"),
            Line("Ring", "If in doubt, ring. Put the phone on speaker and stay."),
            Line("Tell only those who must know", "The safeguarding contact is on the right."),
            Line("Write it down, short and factual",
                 "What you saw, what was said, who was told, when."),
            Line("Agree who rings tomorrow"),
        ),
        numbers=(
            Line("Emergency", "911"),
            Line("Crisis line", "988"),
            Line("Riverside crisis team", "555 0142"),
            Line("Safeguarding contact", "555 0177"),
        ),
        building=(
            "Riverside Centre, 4 Quay Street",
            "Ambulance: rear gate, Mill Lane",
            "Nearest phone: kitchen",
        ),
        rules=rules or Rules(),
        stand_in=stand_in,
    )  # fmt: skip


class Evening:
    """A sheet in a folder of its own, with a clock that is moved by hand."""

    def __init__(self, *, stand_in: bool = False, rules: Rules | None = None) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="peerdesk-evening-")
        self.clock = FixedClock(START, ZONE)
        made = plan(self.clock, stand_in=stand_in, rules=rules)
        path = Path(self._folder.name) / "sheet.safe"
        self.place = new_sheet(path, bytes(32), made, self.clock, sheet_uid=SHEET)
        self.service = TonightService(self.place, self.clock)
        self.uids = {g.name: g.uid for g in made.people}

    def arrive(self, most: int = len(CAME), *, more: int = 2) -> None:
        """People of the plan come, and some without a name."""
        for name in CAME[:most]:
            self.service.here(self.uids[name], "phone" if name == "Priya" else "here")
        for _one in range(more):
            self.service.plus()

    def until_ana(self) -> None:
        """As in the target: 18:54:51, the fifth of twelve speaks."""
        service, clock = self.service, self.clock
        self.arrive()
        clock.advance(minutes=2)
        service.start()
        clock.advance(minutes=6)
        service.next()
        clock.advance(minutes=10)
        service.next()
        for _speaker in range(3):
            clock.advance(seconds=90)
            service.next()
        service.here(self.uids["Jo"])
        service.heard(self.uids["Jo"])
        clock.advance(seconds=90)
        service.next()
        clock.advance(seconds=51)
        service.set_words("Phones in the bedroom. Waking at four. The housing letter.")

    def close(self) -> None:
        """Close the sheet and take its folder away."""
        self.place.close()
        self._folder.cleanup()


class Shown(QWidget):
    """A window with one face, closed with its evening."""

    def __init__(self, evening: Evening, face: Face) -> None:
        super().__init__()
        self.evening, self.face = evening, face
        self.setWindowTitle("PeerDesk")
        Column(self, spacing=0).addWidget(face)

    def release(self) -> None:
        """Let go of the sheet."""
        self.face.release()
        self.evening.close()


Show = Callable[[Stage], QWidget]


def _run(prepare: Callable[[Evening], object], *, stand_in: bool = False) -> Show:
    def make(_stage: Stage) -> QWidget:
        from peerdesk.features.tonight.facilitator import Facilitator

        evening = Evening(stand_in=stand_in)
        prepare(evening)
        return Shown(evening, Facilitator(evening.service))

    return make


def _paused(evening: Evening) -> None:
    evening.until_ana()
    evening.service.break_()


def _latecomer(_stage: Stage) -> QWidget:
    from peerdesk.features.tonight.facilitator import Facilitator

    evening = Evening()
    evening.until_ana()
    face = Facilitator(evening.service)
    una = next(g for g in evening.service.plan.people if g.name == "Una")
    face.people.comes(una)
    face.came_up.area.setPlainText("Phones in the bedroom. Ana could not sleep.")
    face.came_up.saver.try_now()
    return Shown(evening, face)


def _typing(_stage: Stage) -> QWidget:
    from peerdesk.features.tonight.facilitator import Facilitator

    evening = Evening()
    evening.until_ana()
    face = Facilitator(evening.service)
    face.people.start_typing()
    face.people.field.setText("u")
    face.people.field.textEdited.emit("u")
    return Shown(evening, face)


def _topics(evening: Evening) -> None:
    evening.until_ana()
    service = evening.service
    service.go_to(_uid(104))
    service.vote(1, 6)
    service.vote(2, 3)


def _stand_in(evening: Evening) -> None:
    evening.arrive(0, more=7)
    evening.service.start()
    evening.service.next()
    evening.service.next()
    evening.clock.advance(seconds=30)


def _help(_stage: Stage) -> QWidget:
    from peerdesk.features.tonight.help import HelpFace

    evening = Evening()
    evening.until_ana()
    evening.service.break_(help=True)
    evening.service.step(0, True)
    evening.service.step(1, True)
    return Shown(evening, HelpFace(evening.service))


def _room(prepare: Callable[[Evening], object], rules: Rules | None = None) -> Show:
    def make(_stage: Stage) -> QWidget:
        from peerdesk.features.tonight.room_face import RoomFace

        evening = Evening(rules=rules)
        prepare(evening)
        return Shown(evening, RoomFace(evening.service))

    return make


def _door(state: str = "") -> Show:
    def make(_stage: Stage) -> QWidget:
        from peerdesk.features.tonight.door import DoorFace

        evening = Evening()
        evening.arrive(7)
        face = DoorFace(evening.service)
        if state:
            face.name_card.click()
            face.field.setText("Rivver" if state == "typing" else "blue heron")
            face.ready.click()
        if state == "thanks":
            face.field.setText("Sam")
            face.ready.click()
        return Shown(evening, face)

    return make


SURFACES = (
    Surface("run", _run(Evening.until_ana)),
    Surface("run-before-start", _run(Evening.arrive)),
    Surface("run-break", _run(_paused)),
    Surface("run-latecomer", _latecomer),
    Surface("run-typing", _typing),
    Surface("run-topics", _run(_topics)),
    Surface("run-stand-in", _run(_stand_in, stand_in=True)),
    Surface("help", _help),
    Surface("room", _room(Evening.until_ana)),
    Surface("room-break", _room(_paused)),
    Surface(
        "room-figures",
        _room(Evening.until_ana, Rules(names_in_room=True, digits_in_room=True)),
    ),
    Surface("door", _door()),
    Surface("door-typing", _door("typing")),
    Surface("door-thanks", _door("thanks")),
)
