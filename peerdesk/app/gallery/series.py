"""When the group meets: days off, turns, calendars, a taken room, and how everyone may join."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import cast

from PySide6.QtWidgets import QWidget

from peerdesk.app.gallery.surfaces import Stage, Surface
from peerdesk.exchange.busy import Busy, RoomCalendar
from peerdesk.features.meetings.page import MeetingsPage
from peerdesk.features.meetings.series_card import CALENDARS, DAYS_OFF, ROTA, WHEN
from peerdesk.features.meetings.service import MeetingsService, MeetingView

HOUR = 3_600_000


def _coming(service: MeetingsService) -> MeetingView:
    found = service.next_meeting()
    assert found is not None
    return found


def _turns(service: MeetingsService) -> None:
    dates = service.next_meetings(6)
    service.suggest_duties([m.uid for m in dates])
    first = service.duties(dates[0].uid)[0]
    service.add_away(first.who, dates[0].start.date(), dates[1].start.date())


def _holidays(service: MeetingsService) -> None:
    service.add_holiday(date(2026, 12, 20), date(2027, 1, 3), "Winter break")
    service.add_holiday(date(2027, 1, 19), date(2027, 1, 19))


def _room(service: MeetingsService) -> None:
    at = _coming(service).starts_at
    busy = (
        Busy(at - HOUR // 2, at + HOUR, "Yoga", "Blue room"),
        Busy(at + 7 * 24 * HOUR, at + 7 * 24 * HOUR + HOUR, "Choir practice", "Blue room"),
    )
    service.keep_room_calendar("riverside-rooms.ics", RoomCalendar(busy, 2, 0, 0, ()))


def _mixed(service: MeetingsService) -> None:
    one = service.series()[0]
    service.set_series(
        one.uid,
        way="mixed",
        dial_in="Ring 555 0144, then type 2468",
        address="14 River Street, Riverside",
    )
    service.show_dial_in(one.uid, True)


def _page(
    prepare: Callable[[MeetingsService], None], part: int | None = None, kind: str = "meeting"
) -> Callable[[Stage], QWidget]:
    def make(stage: Stage) -> QWidget:
        stage.spoil()
        window = stage.signed_in("meetings", names=True).window
        page = cast(MeetingsPage, window.pages["meetings"])
        prepare(page.service)
        page.open_item(kind, _coming(page.service).uid)
        if part is not None:
            page.edit_series()
            page.series.show_part(part)
        return window

    return make


def today_cover(stage: Stage) -> QWidget:
    """Somebody who was to lead tonight is away."""
    window = _page(_turns)(stage)
    stage.signed_in("today", names=True)
    return window


def meetings_here_ways(stage: Stage) -> QWidget:
    """Two groups, one of which can be joined from home, and one by phone alone."""
    from peerdesk.app.welcome.front import Front

    seen = stage.desk.glance()
    one = seen.meetings[0]
    mixed = one._replace(
        way="mixed",
        dial_in="555 0144, then 2468",
        address="14 River Street, Riverside",
        left_out="2026-11-24T18:30",
    )
    phone = one._replace(
        name="Morning line",
        way="phone",
        rrule="FREQ=MONTHLY;BYDAY=1TH,3TH",
        dtstart="2026-11-19T09:30",
        first_time="",
    )
    front = Front(stage.desk, seen._replace(meetings=(mixed, phone)))
    front.welcome.show_meetings()
    return front


SURFACES = (
    Surface("meetings-here-ways", meetings_here_ways),
    Surface("series-mixed", _page(_mixed, WHEN)),
    Surface("series-days-off", _page(_holidays, DAYS_OFF)),
    Surface("series-turns", _page(_turns, ROTA)),
    Surface("series-calendars", _page(_room, CALENDARS)),
    Surface("meeting-room-taken", _page(_room)),
    Surface("meeting-cover", _page(_turns, kind="about")),
    Surface("today-cover", today_cover),
)
