"""An evening is planned: the agenda, the slips, what the group agreed on; and it is there after a
lock, in the plan the meeting is started with."""

from __future__ import annotations

from PySide6.QtCore import Qt

from peerdesk.features.directory.service import DirectoryService
from peerdesk.features.meetings.service import MeetingsService

from .conftest import Seat
from .walks import make_group, signs_in


def test_an_evening_is_planned(sit_down: Seat, tiny_kdf) -> None:
    make_group(sit_down.workspace, tiny_kdf, sit_down.clock, shared=False)
    desk, person = sit_down()
    signs_in(person)
    person.waits_for_window("MainWindow")
    person.waits_for("Today")
    DirectoryService(desk.signed_in.session.shelf).add_service("Warm Rooms", phone="555 0147")

    person.presses("Meetings")
    person.presses("Choose another agenda")
    person.presses("Skills evening")
    person.waits_for("Try it in twos or threes")
    person.presses("Use for this date")
    person.waits_for("Ends 8:00 PM, as planned.")

    person.presses("Topic box")
    for slip in ("Sleep, when the house is loud", "Hard phone calls"):
        person.types("What stands on the slip", slip, then=Qt.Key.Key_Return)
    person.waits_for("Question 2")
    desk.signed_in.window.pages["meetings"].card.agenda.topics.rows[1].hands.setValue(6)
    desk.signed_in.window.pages["meetings"].card.agenda.topics.rows[0].draw.click()
    person.waits_for("Topic box: 1")

    person.presses("Help nearby")
    person.presses("Add a service")
    person.types("Name of the service", "warm")
    person.presses("Warm Rooms")
    person.waits_for("From Local help: Warm Rooms")

    person.presses("Our agreement")
    person.presses("Names on the room screen")
    person.types("Line 5", "You may pass.")
    person.presses("Back to the dates")

    desk.lock("welcome", "session")
    desk, person = sit_down.come_back()
    signs_in(person)
    person.waits_for_window("MainWindow")
    session = desk.signed_in.session
    service = MeetingsService(session.cabinet, session.shelf)
    coming = service.next_meeting()
    assert coming is not None
    plan = service.plan_for(coming.uid)
    assert plan.title == "Hard phone calls"
    assert plan.topics == ("Sleep, when the house is loud",)
    assert "You may pass." in plan.agreement
    assert plan.rules.names_in_room
    assert [(i.title, i.kind) for i in plan.items][2:4] == [
        ("Hard phone calls", "main"),
        ("Try it in twos or threes", "pairs"),
    ]
    assert plan.items[6].service == "Warm Rooms · 555 0147"
    assert sum(i.minutes for i in plan.items) == plan.minutes
