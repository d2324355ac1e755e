"""A facilitator finishes the ten calls by keyboard; somebody without a sign-in had said before that
a number did not work."""

from __future__ import annotations

from PySide6.QtCore import Qt

from peerdesk.features.directory.service import DirectoryService
from peerdesk.features.meetings.in_tray.service import InTrayService

from .conftest import Seat
from .walks import make_group, signs_in

DAY = 86_400_000
NAMES = [f"Service {n:02}" for n in range(1, 13)]


def test_ten_calls_by_keyboard(sit_down: Seat, tiny_kdf) -> None:
    make_group(sit_down.workspace, tiny_kdf, sit_down.clock, shared=False)
    desk, person = sit_down()
    signs_in(person)
    person.waits_for_window("MainWindow")
    session = desk.signed_in.session
    service, now = DirectoryService(session.shelf), sit_down.clock.now_ms()
    for n, name in enumerate(NAMES):
        service.add_service(
            name, phone=f"555 01{n:02}", checked_at=now - (400 - 30 * n) * DAY, checked_how="phone"
        )
    InTrayService(session.cabinet, session.shelf).publish()
    desk.lock("welcome", "session")

    # somebody who passes by
    desk, person = sit_down.come_back()
    person.presses("Find local help")
    person.waits_for("Nothing you look at is recorded")
    person.picks("Service 12")
    person.presses("Something is wrong here")
    person.waits_for("Nobody reads this tonight.")
    person.presses("This number did not work")
    person.waits_for("Thank you for telling us")
    person.presses("Back to the service")
    assert not person.sees("someone told us")
    person.presses("Back")

    # a facilitator, with keys alone from here
    signs_in(person)
    person.waits_for_window("MainWindow")
    person.presses("Look at the in-tray")
    person.waits_for("The number did not work.")
    person.presses("Put among those to ring: Service 12: The number did not work.")
    person.presses("Today")
    person.waits_for("Someone told us about 1 of them")
    person.presses("Needs a call")
    person.waits_for("11 still to ring this week")  # ten, and what somebody said since
    window = desk.signed_in.window
    page = window.pages["calls"]
    page.list.setFocus()
    assert person.sees("Told us on November 24: The number did not work.")

    keys = {"R": Qt.Key.Key_R, "N": Qt.Key.Key_N, "X": Qt.Key.Key_X, "Z": Qt.Key.Key_Z}
    person.key(keys["R"])  # Service 12: a slip of whoever dialled
    person.key(keys["X"])
    person.key(keys["Z"])  # that was the wrong key
    person.key(keys["R"])
    person.key(Qt.Key.Key_Space)
    person.key(keys["N"])
    person.key(Qt.Key.Key_C)
    person.waits_for("Done")
    person.types("Phone", "555 0999")
    person.button("Done").setFocus()
    person.key(Qt.Key.Key_Return)
    for _ in range(7):
        person.key(keys["R"])
    person.waits_for("calls are done")
    assert person.sees("0 still to ring this week")

    assert [call.result for call in page.calls.values()] == [
        "right",
        "right",
        "right",
        "no answer",
        "changed",
        *["right"] * 6,
    ]
    told = {call.name: call for call in page.calls.values()}
    assert not told["Service 12"].notes.needs_a_call
    assert not told["Service 12"].problems
    changed = [call for call in told.values() if call.result == "changed"]
    detail = page.directory.detail(changed[0].uid)
    assert detail is not None
    assert detail.phones[0].number == "555 0999"

    # next week nobody is rung again but who did not answer, and whoever was left
    unanswered = next(name for name, call in told.items() if call.result == "no answer")
    sit_down.clock.advance(days=7)
    page.refresh(frozenset())
    names = [call.name for call in page.calls.values()]
    assert names == [unanswered, "Service 11"]
