from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from peerdesk.app.today.next import parts_of, when_words
from peerdesk.app.today.page import TodayPage
from peerdesk.app.tonight import card as left_card
from peerdesk.app.tonight.sheets import Left
from peerdesk.core.clock import FixedClock
from peerdesk.core.ids import new_uid
from peerdesk.core.text import translate
from peerdesk.features.meetings.service import MeetingsService
from peerdesk.store.cabinet import Group, Person, open_cabinet
from peerdesk.store.place import Place
from peerdesk.store.shelf import PublicMeeting, open_shelf
from peerdesk.ui import a11y, theme
from peerdesk.ui.context import Context
from peerdesk.ui.jobs import Jobs
from peerdesk.ui.names import NamesCurtain
from peerdesk.ui.room import TodayCard
from peerdesk.ui.widgets import Button, Tag

LABEL = translate("Today", "Test")
Opened = list[tuple[str, str, bytes]]


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 24, 16, 20), "Europe/London")


@pytest.fixture
def cabinet(tmp_path: Path, clock: FixedClock) -> Iterator[Place]:
    place = open_cabinet(tmp_path / "c.safe", bytes(range(32)), clock, tmp_path / "backups")
    with place.operation(LABEL):
        Group.create(
            uid=b"g" * 16,
            name="Tuesday Circle",
            public_key=b"p" * 32,
            secret_key=b"s" * 32,
            recovery_public=b"r" * 32,
        )
    yield place
    place.close()


@pytest.fixture
def shelf(tmp_path: Path, clock: FixedClock) -> Iterator[Place]:
    place = open_shelf(tmp_path / "shelf.db", clock, tmp_path / "backups")
    yield place
    place.close()


@pytest.fixture
def went() -> Opened:
    return []


@pytest.fixture
def context(
    qapp: QApplication, clock: FixedClock, cabinet: Place, shelf: Place, went: Opened
) -> Context:
    theme.apply(qapp, "light", 1.0, "Inter")
    return Context(
        clock=clock,
        names=NamesCurtain(shared=False),
        jobs=Jobs(),
        shelf=shelf,
        cabinet=cabinet,
        open=lambda place, kind, uid: went.append((place, kind, uid)),
        extra={"me": "Maria"},
    )


@pytest.fixture
def service(cabinet: Place, shelf: Place) -> MeetingsService:
    return MeetingsService(cabinet, shelf)


@pytest.fixture
def people(cabinet: Place) -> dict[str, bytes]:
    made = {}
    with cabinet.operation(LABEL):
        for name, fields in {
            "Ana": {},
            "Dev": {"role": "co-facilitator"},
            "Jo": {"safe_contact": "text only"},
            "Maria": {"role": "facilitator"},
            "Sam": {"access_needs": "large print"},
            "Tom": {"role": "new"},
        }.items():
            made[name] = new_uid()
            row = {"uid": made[name], "name": name, "added_at": 1, "changed_at": 1}
            Person.create(**row, **fields)
    return made


@pytest.fixture
def tonight(service: MeetingsService, people: dict[str, bytes]) -> bytes:
    service.add_series("Circle", datetime(2026, 10, 20, 18, 30), place="Blue room")
    for meeting in service.past_meetings(4):
        for name in ("Ana", "Dev", "Maria"):
            service.mark(meeting.uid, people[name], "here")
        service.mark(meeting.uid, people["Jo"], "away")
        service.set_meeting(meeting.uid, good_things="The garden day.")
        service.close(meeting.uid)
    uid = service.next_meetings()[0].uid
    service.set_meeting(uid, theme="Sleep and worry", lead="Maria", door="Dev")
    service.add_preparation("Water, tissues")
    return uid


@pytest.fixture
def make(qtbot: QtBot, context: Context) -> Callable[..., TodayPage]:
    def made(**more: object) -> TodayPage:
        page = TodayPage(context, **more)  # type: ignore[arg-type]
        qtbot.addWidget(page)
        page.resize(1008, 690)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        context.cabinet.subscribe(lambda change: page.refresh(change.tables))
        return page

    return made


def checks(page: TodayPage) -> list[tuple[str, str]]:
    return [
        (row.words.text(), row.tag.text() if row.tag.isVisible() else "")
        for row in page.before.rows.values()
    ]


@pytest.mark.parametrize("width", [480, 760, 1008])
def test_a_long_name_never_pushes_today_out_of_its_window(
    make: Callable[..., TodayPage], tonight: bytes, cabinet: Place, width: int
) -> None:
    with cabinet.operation(LABEL):
        name = "Maximiliane-Konstantina von und zu Hohenlohe-Waldenburg again"
        Person.create(uid=new_uid(), name=name, role="new", added_at=1, changed_at=1)
    page = make()
    page.resize(width, 690)
    assert page.minimumSizeHint().width() <= 480


@pytest.mark.usefixtures("tonight")
def test_the_largest_words_in_a_small_window_scroll_down_only(
    make: Callable[..., TodayPage], qapp: QApplication, context: Context
) -> None:
    context.extra["print_recovery"] = lambda: None
    theme.apply(qapp, "light", 2.0, "Inter")
    try:
        page = make()
        page.resize(563, 400)  # what a window of 800 × 600 leaves
        for _ in range(3):
            qapp.processEvents()
        assert page.panes.horizontalScrollBar().maximum() == 0
        row = next(r for r in page.before.rows.values() if r.check.tag == "recovery")
        assert row.act.y() < row.tag.y(), "one under the other"
    finally:
        theme.apply(qapp, "light", 1.0, "Inter")


def test_the_day_wraps_where_large_words_need_it(
    make: Callable[..., TodayPage], tonight: bytes, qapp: QApplication
) -> None:
    page = make()
    heading = page.next.heading
    heading.setText("Wednesday November 25, 7:30\u202fPM to 9:00\u202fPM")
    line = heading.fontMetrics().horizontalAdvance(heading.text())
    qapp.processEvents()
    assert heading.width() >= line
    assert heading.heightForWidth(heading.width()) < 2 * heading.fontMetrics().height()
    theme.apply(qapp, "light", 2.0, "Inter")
    assert page.next.minimumSizeHint().width() < 2 * line


def expected(page: TodayPage) -> list[str]:
    return [label.text() for label in page.expected._list.findChildren(QLabel) if label.isVisible()]


@pytest.mark.usefixtures("tonight")
def test_the_evening_at_a_glance(make: Callable[..., TodayPage]) -> None:
    page = make()
    assert page.title() == "Good afternoon, Maria"
    assert page.subtitle() == "Tuesday 24 November"
    assert page.next.heading.text() == "Tonight 18:30 to 20:00"
    assert page.next.tag.text() == "Blue room"
    assert page.next.until.text() == "in 2 h 10 min"
    assert page.next.theme.text() == (
        "Theme: Sleep and worry · about 3, 1 new · you lead, Dev holds the door"
    )
    assert not page.empty_card.isVisible()


@pytest.mark.usefixtures("tonight")
def test_names_close_to_initials(
    make: Callable[..., TodayPage], context: Context, qapp: QApplication
) -> None:
    page = make()
    context.names.close()
    qapp.processEvents()
    assert "D. holds the door" in page.next.theme.text()
    assert checks(page)[0][0] == "J. has been away 4 times. Agreed: text only"
    assert "Tom" not in expected(page)
    assert "T." in expected(page)


@pytest.mark.usefixtures("tonight")
def test_what_to_do_before(make: Callable[..., TodayPage]) -> None:
    page = make()
    assert page.before.heading.text() == "Before tonight"
    assert checks(page) == [
        ("Jo has been away 4 times. Agreed: text only", "To reach"),
        ("Sam asked for large print", "Print"),
        ("Tom comes for the first time: talk first", "Newcomer"),
        ("The recovery parts of the group are not printed yet", "Recovery"),
        ("Water, tissues", ""),
    ]


@pytest.mark.usefixtures("tonight")
def test_recovery_parts_are_printed_elsewhere(
    make: Callable[..., TodayPage], context: Context
) -> None:
    went: list[str] = []
    context.extra["print_recovery"] = lambda: went.append("recovery")
    page = make()
    row = next(r for r in page.before.rows.values() if r.check.tag == "recovery")
    assert not row.tick.isVisible()
    row.act.click()
    assert went == ["recovery"]
    del context.extra["print_recovery"]
    page.refresh(frozenset())
    assert not row.act.isVisible()


def test_publishing_is_finished_at_the_next_start(
    make: Callable[..., TodayPage], service: MeetingsService, shelf: Place, cabinet: Place
) -> None:
    uid = service.add_series("Circle", datetime(2026, 11, 25, 10, 0))
    MeetingsService(cabinet).show_to_everyone(uid, True)
    assert PublicMeeting.select().count() == 0
    make()
    assert PublicMeeting.select().count() == 1
    cabinet.undo()
    assert PublicMeeting.select().count() == 0


def test_a_shelf_that_cannot_be_written_is_said_calmly(
    make: Callable[..., TodayPage], service: MeetingsService, cabinet: Place, context: Context
) -> None:
    uid = service.add_series("Circle", datetime(2026, 11, 25, 10, 0))
    MeetingsService(cabinet).show_to_everyone(uid, True)
    context.shelf.database.connection().execute(
        "CREATE TRIGGER stop BEFORE INSERT ON public_meeting "
        "BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
    )
    said: list[str] = []
    context.notice = lambda text, _undo=None: said.append(str(text))
    make()
    assert "no room left" in said[0]


@pytest.mark.usefixtures("tonight")
def test_rows_are_ticked_and_keep_the_keyboard(
    make: Callable[..., TodayPage], qtbot: QtBot, service: MeetingsService, tonight: bytes
) -> None:
    page = make()
    row = next(iter(page.before.rows.values()))
    row.tick.setFocus()
    qtbot.keyClick(row.tick, Qt.Key.Key_Space)
    assert row.tick.isChecked()
    assert row.tick.hasFocus()
    assert service.checks(tonight)[0].done
    service.add_preparation("Chairs")
    assert next(iter(page.before.rows.values())).tick.hasFocus()


@pytest.mark.usefixtures("tonight")
def test_own_rows_come_and_go(make: Callable[..., TodayPage], qtbot: QtBot) -> None:
    page = make()
    assert not page.before.add_button.isVisible()
    qtbot.keyClicks(page.before.line, "Chairs")
    assert page.before.add_button.isVisible()
    qtbot.keyClick(page.before.line, Qt.Key.Key_Return)
    qtbot.keyClick(page.before.line, Qt.Key.Key_Return)  # nothing typed: nothing added
    assert checks(page)[-1] == ("Chairs", "")
    qtbot.keyClicks(page.before.line, "Tea")
    page.flush()
    assert [words for words, _ in checks(page)[-3:]] == ["Water, tissues", "Chairs", "Tea"]
    next(reversed(page.before.rows.values())).remove.click()
    assert checks(page)[-1] == ("Chairs", "")


def test_who_is_expected(
    make: Callable[..., TodayPage],
    service: MeetingsService,
    people: dict[str, bytes],
    tonight: bytes,
    cabinet: Place,
) -> None:
    service.mark(tonight, people["Ana"], "apologies")
    service.mark(tonight, people["Dev"], "phone")
    page = make()
    assert expected(page)[:3] == ["T", "Tom", "New here"]
    assert "joins from afar" in expected(page)
    assert page.expected.quiet.text() == "Sent apologies: Ana"
    assert not page.expected.more.isVisible()
    with cabinet.operation(LABEL):
        for name in ("Una", "Wil"):
            Person.create(uid=new_uid(), name=name, added_at=1, changed_at=1)
    assert page.expected.more.text() == "and 1 more"


def test_good_things_and_how_many_usually_come(
    make: Callable[..., TodayPage], tonight: bytes
) -> None:
    del tonight
    page = make()
    assert page.remember.words.text() == "The garden day.\nThe garden day."
    assert page.remember.usual.text() == "Usually 3 come. Last time: 3."


def test_the_buttons_lead_to_the_meeting(
    make: Callable[..., TodayPage], tonight: bytes, went: Opened, clock: FixedClock
) -> None:
    page = make()
    assert not page.next.closing.isVisible()
    page.next.agenda.click()
    page.next.attendance.click()
    clock.advance(hours=2, minutes=30)
    page.refresh(frozenset())
    assert page.next.until.text() == "It has begun"
    clock.advance(hours=1, minutes=20)
    page._minute_passed()
    assert page.next.until.text() == "It is over"
    page.next.closing.click()
    assert [(kind, uid) for _, kind, uid in went] == [
        ("agenda", tonight),
        ("attendance", tonight),
        ("closing", tonight),
    ]


class Evening(QObject):
    """What Today asks about meetings in processes of their own."""

    changed = Signal()
    any_day = False

    def __init__(self) -> None:
        super().__init__()
        self.running = False
        self.sheets: list[Left] = []
        self.did: list[tuple[str, object]] = []

    def runs(self) -> bool:
        return self.running

    def left(self) -> tuple[Left, ...]:
        return tuple(self.sheets)

    def left_of(self, meeting: bytes) -> Left | None:
        return next((left for left in self.sheets if left.meeting == meeting), None)

    def start(self, meeting: bytes) -> None:
        self.did.append(("start", meeting))

    def open_door(self, meeting: bytes) -> None:
        self.did.append(("door", meeting))

    def go_on(self, file_id: str) -> None:
        self.did.append(("go on", file_id))

    def close(self, file_id: str) -> None:
        self.did.append(("close", file_id))

    def back(self) -> None:
        self.did.append(("back", None))


@pytest.fixture
def evening(context: Context) -> Evening:
    context.extra["evening"] = made = Evening()
    return made


def primary(page: TodayPage) -> list[str]:
    buttons = page.findChildren(Button)
    return [b.text() for b in buttons if b.kind == "primary" and b.isVisibleTo(page)]


def in_order(page: TodayPage) -> list[str]:
    buttons = [b for b in page.next.findChildren(Button) if b.isVisibleTo(page)]
    return [b.text() for b in sorted(buttons, key=lambda b: (b.y(), b.x()))]


def side_by_side(page: TodayPage) -> bool:
    """In a window of 1280 pixels."""
    QApplication.processEvents()
    shown = [b for b in page.next.findChildren(Button) if b.isVisible()]
    return len({b.geometry().center().y() for b in shown}) == 1


def test_what_comes_next_is_as_calm_as_the_target(
    make: Callable[..., TodayPage], tonight: bytes, evening: Evening, clock: FixedClock
) -> None:
    page = make()
    assert in_order(page) == ["Start meeting", "Agenda", "Print for tonight", "Open the door"]
    assert side_by_side(page)
    assert page.next.door.kind == "link"
    assert primary(page) == ["Start meeting"]
    page.next.start.click()
    page.next.door.click()
    assert evening.did == [("start", tonight), ("door", tonight)]
    clock.advance(hours=2, minutes=30)
    page.refresh(frozenset())
    assert in_order(page) == ["Start meeting", "Close the evening", "Agenda", "Open the door"]
    assert primary(page) == ["Start meeting"]
    assert side_by_side(page)
    clock.advance(hours=1, minutes=20)
    page.refresh(frozenset())
    assert in_order(page) == ["Close the evening", "Agenda", "Attendance", "Print for tonight"]
    assert primary(page) == ["Close the evening"]


@pytest.mark.parametrize("hours", [0, 2.5, 5])
def test_after_a_power_cut_one_thing_comes_first(
    make: Callable[..., TodayPage],
    context: Context,
    tonight: bytes,
    evening: Evening,
    clock: FixedClock,
    hours: float,
) -> None:
    clock.advance(minutes=int(hours * 60))
    page = make(cards=left_card.cards(context))
    evening.sheets = [Left("a", tonight, "Sleep and worry", "2026-11-24T18:30", True)]
    evening.changed.emit()
    assert primary(page) == ["Go on with tonight's meeting"]
    (card,) = page.findChildren(left_card.LeftCard)
    assert card.y() < page.next.y()
    assert not page.next.start.isVisible(), "it was started"
    assert not page.next.door.isVisible()
    evening.sheets = [Left("a", b"other", "Another", "2026-11-17T18:30", True)]
    evening.changed.emit()
    assert page.next.start.isVisible() == (hours < 5)
    assert primary(page) == ["Go on with tonight's meeting"]
    evening.running = True
    evening.changed.emit()
    assert primary(page) == ["Back to the meeting"]
    evening.running, evening.sheets = False, []
    evening.changed.emit()
    assert primary(page) == [["Start meeting", "Close the evening"][hours == 5]]


def test_a_group_without_a_meeting_has_one_thing_first_too(
    make: Callable[..., TodayPage], context: Context, evening: Evening
) -> None:
    page = make(cards=left_card.cards(context))
    assert primary(page) == ["Plan the meetings"]
    evening.sheets = [Left("a", b"other", "Another", "2026-11-17T18:30", True)]
    evening.changed.emit()
    assert primary(page) == ["Go on with tonight's meeting"]


@pytest.mark.usefixtures("tonight")
def test_the_greeting_follows_the_day(
    make: Callable[..., TodayPage], qtbot: QtBot, clock: FixedClock
) -> None:
    page = make()
    clock.advance(hours=2)
    with qtbot.waitSignal(page.header_changed, timeout=1000):
        page._minute_passed()
    assert page.title() == "Good evening, Maria"
    page.hide()
    assert not page._timer.isActive()


def test_a_new_group(make: Callable[..., TodayPage], went: Opened, context: Context) -> None:
    context.extra.clear()
    page = make()
    assert page.title() == "Good afternoon"
    assert page.empty.isVisible()
    assert not page.next.isVisible()
    assert page.before.heading.text() == "Before the next meeting"
    assert not page.remember.usual.isVisible()
    assert page.expected.quiet.isVisible()
    page.empty.button.click()
    assert went == [("group", "series", b"")]


def test_a_group_without_people(make: Callable[..., TodayPage], service: MeetingsService) -> None:
    service.add_series("Circle", datetime(2026, 11, 25, 10, 0))
    page = make()
    assert page.next.theme.text() == "No theme yet"
    assert page.next.heading.text() == "Tomorrow 10:00 to 11:30"
    assert not page.next.tag.isVisible()
    assert "Nobody is in the list yet" in page.expected.quiet.text()


@pytest.mark.parametrize(
    ("start", "words", "before"),
    [
        (datetime(2026, 11, 24, 16, 30), "Today 16:30 to 18:00", "Before today’s meeting"),
        (datetime(2026, 12, 1, 18, 30), "Tuesday 1 December, 18:30", "Before the next meeting"),
    ],
)
def test_other_days(
    make: Callable[..., TodayPage],
    service: MeetingsService,
    start: datetime,
    words: str,
    before: str,
) -> None:
    uid = service.add_date(start)
    meeting = service.meeting(uid)
    assert meeting is not None
    assert when_words(meeting, datetime(2026, 11, 24, 16, 20)).startswith(words)
    page = make()
    assert page.before.heading.text() == before


def test_who_does_what_in_other_words(
    make: Callable[..., TodayPage], service: MeetingsService, tonight: bytes
) -> None:
    service.set_meeting(tonight, lead="Dev", door="maria", theme="")
    page = make()
    assert page.next.theme.text() == (
        "No theme yet · about 3, 1 new · Dev leads, you hold the door"
    )


def test_other_rooms_add_cards(make: Callable[..., TodayPage], tonight: bytes) -> None:
    del tonight
    cards = [
        TodayCard("narrow", 2, lambda _context: Tag("second")),
        TodayCard("narrow", 1, lambda _context: Tag("first")),
        TodayCard("wide", 1, lambda _context: Tag("left")),
    ]
    page = make(cards=cards)
    found = {t.text(): t for t in page.findChildren(Tag) if t.isVisible()}
    assert found["first"].y() < found["second"].y()
    assert found["left"].parent() is page.next.parent()


def test_other_changes_are_none_of_ours(make: Callable[..., TodayPage], tonight: bytes) -> None:
    del tonight
    page = make()
    page.service.cabinet = None  # type: ignore[assignment]
    page.refresh(frozenset({"note"}))
    assert page.next.isVisible()


def test_labels_of_the_bar_fit(service: MeetingsService, tonight: bytes) -> None:
    agenda = service.agenda(tonight)
    wide = parts_of(agenda, lambda _label, _group: True)
    assert [p.label for p in wide] == [
        "Arrive, welcome, agreement",
        "Check-in round",
        "Sleep and worry",
        "Help nearby, closing round",
    ]
    assert wide[2].minutes == (3, 37)
    assert [p.strong for p in wide] == [False, True, True, False]
    narrow = parts_of(
        agenda, lambda label, group: len(label) <= sum(p.minutes for p in group) * 0.8
    )
    assert [p.label for p in narrow] == [
        "Arrive",
        "Check-in round",
        "Sleep and worry",
        "Help, close",
    ]
    least = parts_of(agenda, lambda _label, _group: False)
    assert [p.label for p in least][-1] == "Help"


@pytest.mark.usefixtures("tonight")
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("way", list(Qt.LayoutDirection)[:2])
def test_nothing_is_cut_off_and_everything_is_reached(
    make: Callable[..., TodayPage], qapp: QApplication, scale: float, way: Qt.LayoutDirection
) -> None:
    theme.apply(qapp, "light", scale, "Inter")
    page = make()
    page.setLayoutDirection(way)
    for _ in range(3):
        qapp.processEvents()
    try:
        assert [str(p) for p in a11y.walk(page, QSize(1008, 690))] == []
    finally:
        theme.apply(qapp, "light", 1.0, "Inter")


def test_time_that_passed_while_another_page_was_shown(
    make: Callable[..., TodayPage], tonight: bytes, clock: FixedClock
) -> None:
    page = make()
    assert not page.next.closing.isVisible()
    page.hide()
    clock.advance(hours=4)
    page.show()
    assert page.next.closing.isVisible()


def test_what_was_added_does_not_come_back_into_the_field(
    qtbot: QtBot, make: Callable[..., TodayPage], tonight: bytes
) -> None:
    page = make()
    qtbot.keyClicks(page.before.line, "Chairs")
    qtbot.keyClick(page.before.line, Qt.Key.Key_Return)
    qtbot.keyClick(page.before.line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.before.line.text() == ""


def test_who_could_stand_in_is_said(
    make: Callable[..., TodayPage], context: Context, qapp: QApplication, tonight: bytes
) -> None:
    page = make()
    page.service.set_duty(page.service.past_meetings(1)[0].uid, "lead", "Tom")
    day = date(2026, 11, 24)
    page.service.add_away("Maria", day, day)
    for is_open, said in (
        (True, "Leads: Maria is away. Tom could do it."),
        (False, "Leads: M. is away. T. could do it."),
    ):
        context.names.open() if is_open else context.names.close()
        page.refresh(frozenset({"away"}))
        qapp.processEvents()
        assert (said, "Stand in") in checks(page), tonight
