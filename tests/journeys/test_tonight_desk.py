"""From Today into a meeting and back: what the main window does before and after the meeting's own
process, which is played here by its service."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from peerdesk.app.tonight import stand_in
from peerdesk.app.tonight.alive import meeting_instance
from peerdesk.app.tonight.code_dialog import CodeDialog
from peerdesk.app.tonight.evening import Evening
from peerdesk.core.text import translate
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.features.people.service import PeopleService
from peerdesk.features.tonight.service import TonightService
from peerdesk.store.cabinet import Group, Meeting, TonightKey
from peerdesk.store.evening_json import write
from peerdesk.store.in_tray import boxes
from peerdesk.store.shelf import PublishedAgenda
from peerdesk.store.tonight import open_tonight
from peerdesk.store.workspace import Workspace

from .conftest import Seat, TestDesk
from .person import Person
from .walks import make_group, signs_in


@pytest.fixture
def seat(sit_down: Seat, tiny_kdf) -> Seat:
    make_group(sit_down.workspace, tiny_kdf, sit_down.clock, shared=False)
    return sit_down


def sits_down(seat: Seat) -> tuple[TestDesk, Person]:
    desk, person = seat()
    signs_in(person)
    person.waits_for_window("MainWindow")
    return desk, person


def dialog() -> CodeDialog:
    QApplication.processEvents()
    (found,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, CodeDialog))
    return found


def starts(person: Person, button: str = "Start meeting", code: str = "1357") -> None:
    person.waits_for(button)
    person.presses(button)
    asked = dialog()
    assert len(asked.digits.text()) == 4
    asked.digits.setText(code)
    asked.go.click()


def meets(
    desk: TestDesk, seat: Seat, act: Callable[[TonightService], object], code: str = "1357"
) -> str:
    """What the meeting's process does; returns the file id."""
    assert desk.next_start is not None
    assert len(desk.next_key) == 32
    words = " ".join(desk.next_start)
    assert desk.next_key.hex() not in words
    assert code not in words
    file_id = desk.next_start[desk.next_start.index("--tonight") + 1]
    place = open_tonight(Workspace(seat.workspace).sheet(file_id), desk.next_key, seat.clock)
    try:
        act(TonightService(place, seat.clock))
    finally:
        place.close()
    return file_id


def whole_evening(service: TonightService) -> None:
    assert service.try_code("1357")
    service.start()
    service.plus()
    service.set_words("Sleep, and the letter")
    service.end()


def sheets(seat: Seat) -> list[str]:
    folder: Path = Workspace(seat.workspace).tonight
    return sorted(p.name for p in folder.iterdir()) if folder.exists() else []


def test_start_run_end_close(seat: Seat) -> None:
    desk, person = sits_down(seat)
    starts(person)
    assert desk.signed_in is None, "every key is gone"
    file_id = meets(desk, seat, whole_evening)
    assert sheets(seat) == [f"{file_id}.safe"]

    desk, person = sits_down(seat)
    person.waits_for("Took over the evening")
    assert desk.signed_in is not None
    window = desk.signed_in.window
    assert window.current == "closing", "the closing of this evening"
    (meeting,) = Meeting.select().where(Meeting.sheet_uid == bytes.fromhex(file_id))
    assert (meeting.came_up, meeting.walk_ins) == ("Sleep, and the letter", 1)
    assert sheets(seat) == [f"{file_id}.safe"]
    desk.lock("welcome", "session")
    assert sheets(seat) == []

    _desk, person = sits_down(seat)
    assert not person.sees("Took over the evening")
    assert TonightKey.select().count() == 0


def test_a_power_cut_after_the_merge(seat: Seat) -> None:
    """Nobody locked: the sheet goes at the next sign-in."""
    desk, person = sits_down(seat)
    starts(person)
    meets(desk, seat, whole_evening)
    desk, person = sits_down(seat)
    person.waits_for("Took over the evening")
    assert desk.signed_in is not None
    evening = desk.signed_in.evening
    assert evening is not None
    evening.tidy = lambda: None  # type: ignore[method-assign]
    desk.lock("welcome", "session")
    assert len(sheets(seat)) == 1
    _desk, person = sits_down(seat)
    person.waits_for("Start meeting")
    assert sheets(seat) == []


def test_the_made_up_group_need_not_wait_for_its_day(seat: Seat, monkeypatch) -> None:
    seat.clock.advance(days=-2)
    _desk, person = sits_down(seat)
    person.waits_for("in 2 days")
    assert not any(b.text() == "Start meeting" for b in person.buttons())
    person.button("Print")
    monkeypatch.setattr(Evening, "any_day", True)
    desk, person = sits_down(seat)
    starts(person)
    plans = []
    meets(desk, seat, lambda service: plans.append(service.plan))
    assert plans[0].start == "2026-11-22T17:45"
    assert plans[0].starts_at == seat.clock.now_ms()
    assert plans[0].meeting


def test_thinking_again_starts_nothing(seat: Seat) -> None:
    desk, person = sits_down(seat)
    person.waits_for("Start meeting")
    person.presses("Start meeting")
    dialog().digits.setText("12")
    dialog().go.click()
    assert "four digits" in dialog().message.text()
    dialog().stay.click()
    assert desk.next_start is None
    assert sheets(seat) == []


def test_the_door_is_its_own_face(seat: Seat) -> None:
    desk, person = sits_down(seat)
    starts(person, "Open the door")
    assert desk.next_start is not None
    assert desk.next_start[desk.next_start.index("--face") + 1] == "door"


def test_after_a_power_cut_one_goes_on(seat: Seat) -> None:
    desk, person = sits_down(seat)
    starts(person)
    file_id = meets(desk, seat, lambda service: service.start())
    key = desk.next_key
    seat.clock.advance(minutes=12)

    desk, person = sits_down(seat)
    person.waits_for("A meeting was not ended")
    person.presses("Go on with tonight's meeting")
    assert desk.next_start is not None
    assert (desk.next_start[desk.next_start.index("--tonight") + 1], desk.next_key) == (
        file_id,
        key,
    )
    place = open_tonight(Workspace(seat.workspace).sheet(file_id), key, seat.clock)
    assert TonightService(place, seat.clock).left_over() == 12 * 60_000
    place.close()


def test_after_a_power_cut_starting_goes_on_too(seat: Seat) -> None:
    desk, person = sits_down(seat)
    starts(person)
    file_id = meets(desk, seat, lambda service: service.start())
    desk, person = sits_down(seat)
    person.waits_for("A meeting was not ended")
    assert not person.sees("Start meeting"), "it was"
    assert desk.signed_in is not None
    assert desk.signed_in.evening is not None
    (left,) = desk.signed_in.evening.left()
    desk.signed_in.evening.start(left.meeting)
    assert desk.next_start is not None
    assert desk.next_start[desk.next_start.index("--tonight") + 1] == file_id


def test_after_a_power_cut_one_closes(seat: Seat) -> None:
    desk, person = sits_down(seat)
    starts(person)
    meets(desk, seat, lambda service: service.start())
    desk, person = sits_down(seat)
    person.waits_for("A meeting was not ended")
    person.presses("Close it")
    person.waits_for("Took over the evening")
    assert desk.signed_in is not None
    assert desk.signed_in.window.current == "closing"
    desk.signed_in.window.go("today")
    assert not person.sees("A meeting was not ended")


def test_closing_after_a_power_cut_finds_who_was_here(seat: Seat) -> None:
    """Whichever button says so."""
    desk, person = sits_down(seat)
    starts(person)
    meets(desk, seat, lambda service: (service.start(), service.plus(), service.plus()))
    seat.clock.advance(hours=1)
    desk, person = sits_down(seat)
    person.waits_for("A meeting was not ended")
    person.presses("Close the evening")
    person.waits_for("Took over the evening")
    assert desk.signed_in is not None
    assert desk.signed_in.window.current == "closing"
    person.button("+2 no name")
    desk.signed_in.window.go("today")
    assert not person.sees("A meeting was not ended")
    person.presses("Close the evening")
    person.waits_for("About five minutes.")


def test_a_damaged_sheet_is_said_calmly(seat: Seat) -> None:
    desk, person = sits_down(seat)
    starts(person)
    file_id = meets(desk, seat, lambda service: service.start())
    path = Workspace(seat.workspace).sheet(file_id)
    whole = path.read_bytes()
    path.write_bytes(b"\0" * 4096)
    _desk, person = sits_down(seat)
    person.waits_for("The sheet of a meeting cannot be read just now.")
    assert not person.sees("A meeting was not ended")
    path.write_bytes(whole)
    _desk, person = sits_down(seat)
    person.waits_for("A meeting was not ended")


def test_a_sheet_that_is_not_there_today_is_offered_tomorrow(seat: Seat) -> None:
    """A folder that is half in step with another computer."""
    desk, person = sits_down(seat)
    starts(person)
    file_id = meets(desk, seat, lambda service: service.start())
    path = Workspace(seat.workspace).sheet(file_id)
    away = path.rename(seat.workspace.parent / "elsewhere")
    for days in (1, 3):
        seat.clock.advance(days=days)
        desk, person = sits_down(seat)
        person.waits_for("Good afternoon")
        assert not person.sees("A meeting was not ended")
        desk.lock("welcome", "session")
    path.parent.mkdir(exist_ok=True)
    away.rename(path)
    _desk, person = sits_down(seat)
    person.waits_for("A meeting was not ended")
    person.presses("Close it")
    person.waits_for("Took over the evening")


def test_erasing_somebody_leaves_no_name_in_an_evening_that_waits(seat: Seat) -> None:
    desk, person = sits_down(seat)
    assert desk.signed_in is not None
    people = PeopleService(desk.signed_in.session.cabinet)
    uid = people.add_person("Anastasia")
    starts(person)
    file_id = meets(desk, seat, lambda service: (service.start(), service.here(uid.hex())))
    path = Workspace(seat.workspace).sheet(file_id)
    key = desk.next_key
    desk, person = sits_down(seat)
    person.waits_for("A meeting was not ended")
    assert desk.signed_in is not None
    page = desk.signed_in.window.go("people")
    page.open_item("person", uid)  # type: ignore[attr-defined]
    page.detail.erase_now()  # type: ignore[attr-defined]
    assert TonightKey.select().count() == 0, "its key is gone"
    (meeting,) = Meeting.select().where(Meeting.sheet_uid == bytes.fromhex(file_id))
    assert meeting.walk_ins == 1, "who came counts"
    assert b"nastasia" not in path.read_bytes()
    assert len(key) == 32
    desk.lock("welcome", "session")
    assert sheets(seat) == []


def test_a_second_start_calls_the_meeting(seat: Seat, qapp, tiny_kdf) -> None:
    running = meeting_instance(seat.workspace)
    assert running.take()
    try:
        from peerdesk.app.start import parser

        options = parser().parse_args(["--workspace", str(seat.workspace)])
        desk = TestDesk(qapp, options, tiny_kdf, None)
        assert not desk.start()
        assert seat.workspace.with_name("workspace.tonight.raise").exists()
        assert desk.instance.take(), "the main window's own lock is free"
        desk.instance.release()
        desk.deleteLater()
    finally:
        running.when_called(lambda: None)
        running.release()


# -- standing in -----------------------------------------------------------------------------------


def publish(seat: Seat) -> None:
    """The group lets somebody stand in."""
    desk, _person = sits_down(seat)
    assert desk.signed_in is not None
    MeetingsService(desk.signed_in.session.cabinet).set_group_setting("stand_in", "1")
    desk.lock("welcome", "session")


def test_nothing_to_run_without_an_agenda(seat: Seat) -> None:
    _desk, person = seat()
    assert not person.sees("Run tonight's meeting")


def test_a_stand_in_whose_power_fails(seat: Seat) -> None:
    publish(seat)
    desk, person = seat()
    person.waits_for("Run tonight's meeting")
    desk.window.welcome.stand_in.emit()  # type: ignore[union-attr]
    asked = dialog()
    asked.digits.setText("1357")
    asked.go.click()
    file_id = meets(desk, seat, lambda service: (service.start(), service.plus()))

    desk, person = sits_down(seat)
    person.waits_for("A meeting was not ended")
    assert desk.signed_in is not None
    shelf = desk.signed_in.session.shelf
    group = bytes(Group.get().uid)
    assert boxes(shelf, group) == (), "the key is in the cabinet now"
    person.presses("Close it")
    assert len(boxes(shelf, group)) == 1, "looked at by a facilitator before it is taken over"
    assert Meeting.select().where(Meeting.sheet_uid == bytes.fromhex(file_id)).count() == 0
    desk.lock("welcome", "session")
    assert sheets(seat) == []


def test_an_agenda_that_cannot_be_read(seat: Seat) -> None:
    publish(seat)
    desk, person = seat()
    with desk.window.open_shelf().operation(translate("Test", "Spoil")):  # type: ignore[union-attr]
        PublishedAgenda.update(plan="{}").execute()
    desk.window.welcome.stand_in.emit()  # type: ignore[union-attr]
    person.waits_for("cannot be read. Nothing was changed.")
    assert desk.next_start is None


def test_a_full_in_tray_starts_nothing(seat: Seat, monkeypatch) -> None:
    from peerdesk.store.in_tray import TrayFull

    publish(seat)
    desk, person = seat()

    def full(*_values: object) -> None:
        raise TrayFull

    monkeypatch.setattr(stand_in, "put_into", full)
    desk.window.welcome.stand_in.emit()  # type: ignore[union-attr]
    dialog().go.click()
    person.waits_for("The in-tray is full.")
    assert desk.next_start is None
    assert sheets(seat) == []


def test_people_never_stand_in_what_is_published(seat: Seat) -> None:
    publish(seat)
    desk, _person = seat()
    desk.window.open_shelf()  # type: ignore[union-attr]
    (plan,) = stand_in.published()
    assert plan.people == ()
    from peerdesk.store.evening import Guest
    from peerdesk.store.evening_json import read_plan

    assert plan.stand_in
    assert all(not item.lead for item in plan.items)
    row = PublishedAgenda.get()
    spoiled = replace(read_plan(row.plan), people=(Guest("01", "Ana"),))
    PublishedAgenda.update(plan=write(spoiled)).execute()
    assert stand_in.published() == []
    for plan, group in ((b"{}", bytes(row.group_uid)), (row.plan, 10**12)):
        spoil = "UPDATE published_agenda SET plan = ?, group_uid = ?"
        PublishedAgenda._meta.database.execute_sql(spoil, (plan, group))
        assert stand_in.published() == []


def test_an_agenda_of_last_week_is_an_evening_of_its_own(seat: Seat) -> None:
    """Nobody signed in since: what is run tonight is not last week's meeting."""
    publish(seat)
    seat.clock.advance(days=8)
    desk, _person = seat()
    desk.window.welcome.stand_in.emit()  # type: ignore[union-attr]
    dialog().go.click()
    plans = []
    meets(desk, seat, lambda service: plans.append(service.plan), "----")
    assert (plans[0].meeting, plans[0].start) == ("", "2026-12-02T17:45")
    assert plans[0].items


def test_switched_off_it_goes(seat: Seat) -> None:
    publish(seat)
    desk, _person = sits_down(seat)
    assert desk.signed_in is not None
    MeetingsService(desk.signed_in.session.cabinet).set_group_setting("stand_in", "0")
    desk.lock("welcome", "session")
    desk, _person = seat()
    assert desk.glance().agendas == 0
