"""Days off, turns and calendars on the card of a series, as a person uses them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.exchange.ical_reading import MOST_BYTES
from peerdesk.features.meetings import calendar_files
from peerdesk.features.meetings.detail import ABOUT
from peerdesk.features.meetings.listing import DETAIL, TAG
from peerdesk.features.meetings.page import MeetingsPage
from peerdesk.features.meetings.series_card import CALENDARS, DAYS_OFF, ROTA, SeriesCard
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.store.place import Place
from peerdesk.ui.context import Context

from .test_calendars import TONIGHT, room


@pytest.fixture
def card(page: MeetingsPage) -> SeriesCard:
    page.edit_series()
    return page.series


def listed(page: MeetingsPage) -> list[tuple[str, str, str]]:
    """What the list says of each date ahead: day, detail, tag."""
    model = page.model
    rows = [model.index(n, 0) for n in range(1, 9)]
    return [(str(i.data()), str(i.data(DETAIL)), str(i.data(TAG)[0])) for i in rows]


def trouble(*_args: object) -> None:
    raise KnownError(translate("Test", "There is no room left."))


# -- days off ----------------------------------------------------------------------------------


def test_a_holiday_from_the_card_to_the_list_and_back(
    card: SeriesCard, page: MeetingsPage, qtbot: QtBot, service: MeetingsService, cabinet: Place
) -> None:
    card.show_part(DAYS_OFF)
    part = card.days_off
    assert part.rows.none.text() == "No days off yet."
    part.first.setDate(QDate(2026, 12, 20))
    assert part.last.date() == QDate(2026, 12, 20)
    part.last.setDate(QDate(2027, 1, 3))
    qtbot.keyClicks(part.words, "Winter break")
    part.add_button.click()
    assert part.words.text() == ""
    assert [d.words for d in service.days_off()] == ["Winter break"]
    assert [t for _, _, t in listed(page)][4:6] == ["no meeting: Winter break"] * 2
    uid = service.next_meetings(5)[4].uid
    page.open_item("about", uid)
    assert page.card.message.text() == "No meeting on this day: Winter break"
    assert page.card.about.back.text() == "Meet all the same"
    page.card.message.button.click()
    assert [t for _, _, t in listed(page)][4:6] == ["", "no meeting: Winter break"]
    cabinet.undo()
    page.edit_series()
    assert part.rows.buttons[0].accessibleDescription() == (
        "Winter break, 20 December 2026 to 3 January 2027"
    )
    part.rows.buttons[0].click()
    assert service.days_off() == []
    assert [t for _, _, t in listed(page)][4:6] == ["", ""]


def test_days_without_words_and_with_many(
    card: SeriesCard, page: MeetingsPage, service: MeetingsService
) -> None:
    service.add_holiday(date(2026, 11, 24), date(2026, 11, 24))
    service.add_holiday(date(2026, 12, 1), date(2026, 12, 1), "The boiler is being mended again")
    service.add_holiday(date(2026, 1, 1), date(2026, 1, 1), "Long over")
    assert [t for _, _, t in listed(page)][:2] == ["no meeting"] * 2
    page.open_item("meeting", service.next_meetings()[0].uid)
    assert page.card.message.text() == "No meeting on this day."
    card.show_part(DAYS_OFF)
    assert len(card.days_off.rows.buttons) == 2


def test_enter_adds_the_days(card: SeriesCard, qtbot: QtBot, service: MeetingsService) -> None:
    card.show_part(DAYS_OFF)
    qtbot.keyClicks(card.days_off.words, "Easter\r")
    assert [(d.words, d.first) for d in service.days_off()] == [("Easter", date(2026, 12, 1))]


# -- who does what -----------------------------------------------------------------------------


def test_turns_are_suggested_and_shown(
    card: SeriesCard, service: MeetingsService, cabinet: Place
) -> None:
    card.show_part(ROTA)
    rota = card.rota
    assert rota.lines[0][1].text() == "Nobody yet"
    rota.suggest.click()
    assert "Leads: Dev" in rota.lines[0][1].text()
    assert rota.told.text().startswith("Suggested.")
    rota.suggest.click()
    assert rota.told.text().startswith("There is nothing to fill in")
    cabinet.undo()
    assert service.duties(service.next_meetings()[0].uid)[0].who == ""
    assert rota.lines[0][1].text() == "Nobody yet"


def test_a_series_that_ends_soon_has_few_dates(
    card: SeriesCard, service: MeetingsService, tuesday: bytes
) -> None:
    service.end_series(tuesday, date(2026, 12, 1))
    card.show_part(ROTA)
    assert [h.isVisible() for h, _ in card.rota.lines] == [True, True] + [False] * 4


def test_who_is_away_is_noted_and_covered(
    card: SeriesCard,
    page: MeetingsPage,
    qtbot: QtBot,
    service: MeetingsService,
    context: Context,
    tonight: bytes,
) -> None:
    service.set_duty(tonight, "lead", "Dev")
    service.set_duty(service.past_meetings(1)[0].uid, "lead", "Ana")
    card.show_part(ROTA)
    rota = card.rota
    assert not rota.add_button.isEnabled()
    rota._add()
    qtbot.keyClicks(rota.who, "dev")
    rota.first.setDate(QDate(2026, 12, 1))
    assert rota.last.date() == QDate(2026, 12, 1)
    rota.first.setDate(QDate(2026, 11, 24))
    rota.add_button.click()
    assert rota.who.text() == ""
    assert [a.who for a in service.aways()] == ["Dev"]
    assert "Leads: Dev (away)" in rota.lines[0][1].text()
    context.names.close()
    card.reload()
    assert "Leads: D. (away)" in rota.lines[0][1].text()
    assert "Dev" not in rota.away.buttons[0].accessibleDescription()
    context.names.open()
    page.open_item("about", tonight)
    message = page.card.about.duties.messages["lead"]
    assert message.text() == "Dev is away that day. Ana could do it."
    message.button.click()
    assert page.card.about.lead.text() == "Ana"
    assert page.card.about.duties.fields["lead"].hint.text() == "Instead of Dev"
    assert not message.isVisible()
    page.edit_series()
    assert "Leads: Ana instead of Dev" in rota.lines[0][1].text()
    rota.away.buttons[0].click()
    assert service.aways() == []
    assert rota.away.none.isVisible()


def test_nobody_could_do_it(page: MeetingsPage, service: MeetingsService, tonight: bytes) -> None:
    service.set_duty(tonight, "lead", "Dev")
    service.add_away("Dev", date(2026, 11, 24), date(2026, 11, 24))
    page.card.show_part(ABOUT)
    message = page.card.about.duties.messages["lead"]
    assert message.text() == "Dev is away that day. Ask who could do it."
    assert not message.button.isVisible()


def test_a_host_is_asked_for_only_where_people_join_from_home(
    page: MeetingsPage, service: MeetingsService, tonight: bytes, qtbot: QtBot
) -> None:
    page.card.show_part(ABOUT)
    duties = page.card.about.duties
    assert not duties.fields["host"].isVisible()
    service.set_meeting(tonight, way="mixed")
    assert duties.fields["host"].isVisible()
    qtbot.keyClicks(duties.edits["host"], "Bo")
    page.flush()
    assert [d.who for d in service.duties(tonight) if d.role == "host"] == ["Bo"]


# -- calendars ---------------------------------------------------------------------------------


def answer(monkeypatch: pytest.MonkeyPatch, path: Path | str) -> None:
    """What the file dialogs give back."""
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_args: (str(path), ""))


def test_the_series_is_saved_for_a_calendar(
    card: SeriesCard,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    qtbot: QtBot,
    service: MeetingsService,
    tuesday: bytes,
) -> None:
    card.show_part(CALENDARS)
    part = card.calendars
    assert not part.joining.isVisible()
    answer(monkeypatch, "")
    part.save.click()
    assert part.message.text() == ""
    answer(monkeypatch, tmp_path / "ours")
    part.summary.selectAll()
    qtbot.keyClicks(part.summary, "Appointment")
    part.save.click()
    data = (tmp_path / "ours.ics").read_bytes()
    assert b"SUMMARY:Appointment" in data
    assert part.message.text() == "Saved as “ours.ics”."
    service.set_series(tuesday, way="phone", dial_in="555 0101")
    part.joining.click()
    part.summary.clear()
    part.save.click()
    data = (tmp_path / "ours.ics").read_bytes()
    assert b"SUMMARY:Meeting" in data
    assert b"555 0101" in data
    monkeypatch.setattr(calendar_files, "write", trouble)
    part.save.click()
    assert part.message.text() == "There is no room left."


def test_one_date_is_saved_for_a_calendar(
    page: MeetingsPage,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    context: Context,
) -> None:
    said: list[str] = []
    context.notice = lambda text, *_undo: said.append(str(text))
    page.card.show_part(ABOUT)
    answer(monkeypatch, "")
    page.card.about.save.click()
    answer(monkeypatch, tmp_path / "tonight.ics")
    page.card.about.save.click()
    assert b"RRULE:FREQ=WEEKLY" not in (tmp_path / "tonight.ics").read_bytes()
    monkeypatch.setattr(calendar_files, "write", trouble)
    page.card.about.save.click()
    assert said == ["Saved as “tonight.ics”.", "There is no room left."]


def test_the_rooms_calendar_shows_a_clash(
    card: SeriesCard,
    page: MeetingsPage,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    qtbot: QtBot,
    service: MeetingsService,
    tonight: bytes,
) -> None:
    card.show_part(CALENDARS)
    part = card.calendars
    answer(monkeypatch, "")
    part.read.click()
    file = tmp_path / "hall.ics"
    file.write_bytes(room(TONIGHT))
    answer(monkeypatch, file)
    part.read.click()
    qtbot.waitUntil(lambda: part.message.text() != "")
    assert part.message.text().startswith("The calendar was read. The room is taken on 1 ")
    assert part.rooms.buttons[0].accessibleDescription().startswith("hall.ics, 1 time at")
    assert listed(page)[0][1] == "18:30 · Blue room · The room is taken 18:00 to 20:00, Yoga"
    assert "first on Tuesday 24 November: 18:00 to 20:00, Yoga" in card.taken.text()
    page.open_item("meeting", tonight)
    assert page.card.message.text() == (
        "The room is taken 18:00 to 20:00, Yoga. Ask for another room, or move this date."
    )
    page.edit_series()
    part.rooms.buttons[0].click()
    assert service.room_sources() == []
    assert listed(page)[0][1] == "18:30 · Blue room"
    assert card.taken.text() == ""


def test_a_room_that_is_free_and_entries_that_cannot_be_read(
    card: SeriesCard, tmp_path: Path, qtbot: QtBot
) -> None:
    card.show_part(CALENDARS)
    part = card.calendars
    bad = "BEGIN:VEVENT\r\nUID:{n}\r\nDTSTART:soon\r\nSUMMARY:Odd\r\nEND:VEVENT"
    file = tmp_path / "odd.ics"
    file.write_bytes(room(*(bad.format(n=n) for n in range(10))))
    part.read_room(file)
    qtbot.waitUntil(lambda: part.message.text() != "")
    assert part.message.text() == "The calendar was read. The room is free whenever you meet."
    assert part.told.text().count("Odd") == 8
    assert part.told.text().endswith("And 2 more.")


def test_a_file_that_is_no_calendar_and_a_full_disk(
    card: SeriesCard,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    service: MeetingsService,
) -> None:
    card.show_part(CALENDARS)
    part = card.calendars
    file = tmp_path / "photo.ics"
    file.write_bytes(b"JPEG")
    part.read_room(file)
    qtbot.waitUntil(lambda: part.message.text() != "")
    assert part.message.text().startswith("This file is not a calendar.")
    part.read_room(tmp_path / "gone.ics")
    qtbot.waitUntil(lambda: "gone.ics" in part.message.text())
    file.write_bytes(room(TONIGHT))
    monkeypatch.setattr(service.__class__, "keep_room_calendar", trouble)
    part.read_room(file)
    qtbot.waitUntil(lambda: part.message.text() == "There is no room left.")
    assert part.read.isEnabled()


def test_a_calendar_larger_than_any_is_not_read_whole(tmp_path: Path) -> None:
    file = tmp_path / "large.ics"
    with file.open("wb") as made:
        made.truncate(MOST_BYTES + 100)
    assert len(calendar_files.read(file)) == MOST_BYTES + 1


def test_the_list_for_everyone(
    card: SeriesCard,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    service: MeetingsService,
    tuesday: bytes,
) -> None:
    card.show_part(CALENDARS)
    part = card.calendars
    assert not part.guide.isVisible()
    service.show_to_everyone(tuesday, True)
    walk = service.add_series("Walk", service.next_meetings()[0].start, how="monthly", public=True)
    assert part.guide.isVisible()
    answer(monkeypatch, "")
    part.guide.click()
    answer(monkeypatch, tmp_path / "list.json")
    part.guide.click()
    assert [e["name"] for e in json.loads((tmp_path / "list.json").read_bytes())] == [
        "Tuesday Circle"
    ]
    assert part.message.text().startswith("Saved as “list.json”.\nWalk: It does not take place")
    assert service.one_series(walk) is not None
