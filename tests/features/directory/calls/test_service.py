"""Which ten to ring this week, and what a call leaves behind."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.features.directory.calls import service as checking
from peerdesk.features.directory.calls.notes import Notes, notes
from peerdesk.features.directory.calls.service import Call, CheckingService
from peerdesk.features.directory.service import DirectoryService
from peerdesk.store.cabinet import GroupSetting, ListingProblem, Referral, open_cabinet
from peerdesk.store.listing_reports import Report, keep, show
from peerdesk.store.place import Place

LABEL = translate("Test", "test")
DAY = 86_400_000


@pytest.fixture
def cabinet(tmp_path: Path, clock: FixedClock) -> Iterator[Place]:
    place = open_cabinet(tmp_path / "c.safe", bytes(range(32)), clock, tmp_path / "backups")
    yield place
    place.close()


@pytest.fixture
def checking_service(shelf: Place, cabinet: Place) -> CheckingService:
    return CheckingService(shelf, cabinet)


Checks = CheckingService


def add(
    service: DirectoryService, name: str, days: int | None = None, phone: str = "555 1"
) -> bytes:
    at = None if days is None else service._shelf.clock.now_ms() - days * DAY
    how = "" if days is None else "visit"
    return service.add_service(name, phone=phone, checked_at=at, checked_how=how)


def tell(cabinet: Place, uid: bytes, words: str = "It moved", key: bytes = b"k" * 16) -> None:
    with cabinet.operation(LABEL):
        keep(cabinet, key, Report(uid, "Any", words), "desk")


def names(checks: Checks) -> list[str]:
    return [call.name for call in checks.calls()]


def call(checks: Checks, name: str) -> Call:
    return next(c for c in checks.calls() if c.name == name)


@pytest.fixture
def fifteen(service: DirectoryService) -> dict[str, bytes]:
    """From 460 to 100 days ago, 30 days apart; two never, one of them without a number."""
    made = {f"S{n:02}": add(service, f"S{n:02}", 100 + 30 * (13 - n)) for n in range(1, 14)}
    made["Never"] = add(service, "Never")
    made["Nobody answers"] = add(service, "Nobody answers", phone="")
    return made


def test_the_longest_unchecked_come_first(
    checking_service: Checks, fifteen: dict[str, bytes]
) -> None:
    assert names(checking_service) == ["Never", *(f"S{n:02}" for n in range(1, 10))]
    assert checking_service.waiting() == 10
    first = checking_service.calls()[1]
    assert (first.result, first.called_at, first.done, first.problems) == ("", None, False, ())
    assert first.notes == Notes()


def test_what_somebody_told_us_comes_before(
    checking_service: Checks, cabinet: Place, fifteen: dict[str, bytes]
) -> None:
    tell(cabinet, fifteen["S13"])
    tell(cabinet, fifteen["Nobody answers"], "", b"n" * 16)
    tell(cabinet, b"?" * 16, key=b"g" * 16)  # of a listing that is gone
    assert names(checking_service)[:4] == ["S13", "Nobody answers", "Never", "S01"]
    assert len(names(checking_service)) == 10
    one = call(checking_service, "S13").problems[0]
    assert (one.words, one.uid) == ("It moved", b"k" * 16)
    assert set(checking_service.problems()) == {
        fifteen["S13"],
        fifteen["Nobody answers"],
        b"?" * 16,
    }


def test_of_one_age_the_most_used_comes_first(
    checking_service: Checks, cabinet: Place, service: DirectoryService
) -> None:
    made = [add(service, f"S{n:02}", 100) for n in range(14)]
    old = add(service, "Old", 400)
    with cabinet.operation(LABEL):
        for at, times in ((12, 1), (13, 3), (2, 1)):
            for n in range(times):
                Referral.create(uid=bytes([at, n] * 8), service_uid=made[at])
        Referral.create(uid=b"w" * 16, service_words="Written by hand")
    assert names(checking_service)[:5] == ["Old", "S13", "S02", "S12", "S00"]
    assert old in {c.uid for c in checking_service.calls()}
    assert len(names(checking_service)) == 10


def test_what_its_directory_says_of_its_day_counts(
    checking_service: Checks, shelf: Place, service: DirectoryService
) -> None:
    for name, day in (("A", "2026-11-01"), ("B", "2020-01-01"), ("C", "last May"), ("D", "")):
        uid = add(service, name)
        run = shelf.database.connection().execute
        run("UPDATE service SET assured_date = ? WHERE uid = ?", (day, uid))
    assert names(checking_service) == ["C", "D", "B"]


def test_numbers_of_the_house_and_of_the_organization_count(
    checking_service: Checks, shelf: Place, service: DirectoryService
) -> None:
    run = shelf.database.connection().execute
    for n, (name, column, sql) in enumerate(
        (
            (
                "House",
                "location_id",
                "SELECT location_id FROM service_at_location WHERE service_id = ?",
            ),
            (
                "There",
                "service_at_location_id",
                "SELECT id FROM service_at_location WHERE service_id = ?",
            ),
            ("Owner", "organization_id", "SELECT organization_id FROM service WHERE id = ?"),
        )
    ):
        uid = service.add_service(name, address="1 High Street")
        one = run(sql, (service.id_of(uid),)).fetchone()[0]
        run(f"INSERT INTO phone (uid, number, {column}) VALUES (?, '5', ?)", (bytes([n] * 16), one))
    blank = service.add_service("Blank", phone="5")
    run("UPDATE phone SET number = '' WHERE service_id = ?", (service.id_of(blank),))
    assert sorted(names(checking_service)) == ["House", "Owner", "There"]


def test_the_list_stands_all_week(
    checking_service: Checks,
    cabinet: Place,
    service: DirectoryService,
    clock: FixedClock,
    fifteen: dict[str, bytes],
) -> None:
    before = names(checking_service)
    add(service, "Brought in since")
    checking_service.record(fifteen["S01"], "right")
    assert names(checking_service) == before
    tell(cabinet, fifteen["S12"])
    assert names(checking_service) == ["S12", *before]
    other = CheckingService(checking_service._shelf, cabinet)
    assert names(other) == ["S12", *before]
    clock.advance(days=5)  # Sunday
    assert names(checking_service) == ["S12", *before]
    assert cabinet.undo_depth == 1  # the list is no step that somebody took
    clock.advance(days=1)
    after = names(checking_service)
    assert after[:3] == ["S12", "Never", "Brought in since"]
    assert "S01" not in after


def test_one_that_is_gone_makes_room(
    checking_service: Checks, shelf: Place, service: DirectoryService, fifteen: dict[str, bytes]
) -> None:
    assert "S10" not in names(checking_service)
    service.remove(fifteen["S02"])
    shelf.database.connection().execute("DELETE FROM service WHERE uid = ?", (fifteen["S03"],))
    assert names(checking_service)[-2:] == ["S10", "S11"]
    assert len(names(checking_service)) == 10


def test_few_services_and_more_later(checking_service: Checks, service: DirectoryService) -> None:
    assert checking_service.calls() == []
    add(service, "One")
    assert names(checking_service) == ["One"]
    add(service, "Two")
    assert names(checking_service) == ["One", "Two"]


def test_a_list_that_cannot_be_kept_is_shown_all_the_same(
    checking_service: Checks,
    cabinet: Place,
    fifteen: dict[str, bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from peerdesk.store.connection import DiskFull

    def no_room() -> None:
        raise DiskFull

    monkeypatch.setattr(cabinet, "another", no_room)
    assert len(checking_service.calls()) == 10
    assert not GroupSetting.select().exists()


def test_right_and_changed(
    checking_service: Checks,
    service: DirectoryService,
    clock: FixedClock,
    fifteen: dict[str, bytes],
) -> None:
    assert checking_service.waiting() == 10
    checking_service.record(fifteen["S01"], "right")
    checking_service.record(fifteen["Never"], "changed", "website")
    for name, how, result in (("S01", "phone", "right"), ("Never", "website", "changed")):
        found = service.detail(fifteen[name])
        assert found is not None
        assert (found.checked_at, found.checked_how) == (clock.now_ms(), how)
        assert call(checking_service, name).result == result
    assert checking_service.waiting() == 8
    clock.advance(hours=2)
    service.mark_checked(fifteen["S02"])
    assert call(checking_service, "S02").result == "right"
    assert checking_service.take_back(fifteen["S02"]) is False
    checking_service.record(b"?" * 16, "right")
    assert checking_service.take_back(b"?" * 16) is False
    rows = checking_service._shelf.rows("SELECT * FROM service_check")
    assert not any("keyholder" in str(row) for row in rows)


def test_nobody_answers_twice(
    checking_service: Checks,
    service: DirectoryService,
    clock: FixedClock,
    fifteen: dict[str, bytes],
) -> None:
    uid, db = fifteen["S01"], checking_service._db
    before = service.detail(uid)
    assert before is not None
    checking_service.record(uid, "no answer")
    assert notes(db, uid) == Notes(unanswered=1)
    assert not notes(db, uid).needs_a_call
    after = service.detail(uid)
    assert after is not None
    assert after.checked_at == before.checked_at
    clock.advance(days=7)
    assert call(checking_service, "S01").result == ""
    checking_service.record(uid, "no answer")
    assert notes(db, uid).needs_a_call
    clock.advance(days=7)
    assert call(checking_service, "S01").notes.needs_a_call
    checking_service.record(uid, "right")
    assert notes(db, uid) == Notes()
    assert notes(db, b"?" * 16) == Notes()


def test_no_answer_twice_on_one_day_counts_twice(
    checking_service: Checks, fifteen: dict[str, bytes]
) -> None:
    for _ in range(2):
        checking_service.record(fifteen["S01"], "no answer")
    assert notes(checking_service._db, fifteen["S01"]).unanswered == 2


def test_closed_leaves_the_list_and_can_be_undone(
    checking_service: Checks, service: DirectoryService, shelf: Place, fifteen: dict[str, bytes]
) -> None:
    uid = fifteen["S01"]
    assert uid in {c.uid for c in checking_service.calls()}
    checking_service.record(uid, "closed")
    assert service.count() == 14
    assert call(checking_service, "S01").result == "closed"
    assert len(names(checking_service)) == 10
    shelf.undo()
    assert service.count() == 15
    checking_service.record(uid, "closed")
    assert checking_service.take_back(uid)
    assert service.count() == 15
    assert call(checking_service, "S01").result == ""


@pytest.mark.parametrize("result", ["right", "changed", "no answer", "closed"])
def test_each_is_taken_back(
    checking_service: Checks,
    cabinet: Place,
    service: DirectoryService,
    fifteen: dict[str, bytes],
    result: str,
) -> None:
    uid = fifteen["S01"]
    before = service.detail(uid)
    tell(cabinet, uid)
    checking_service.record(uid, result)
    solved = result != "no answer"
    assert (uid not in checking_service.problems()) == solved
    assert checking_service.take_back(uid)
    assert service.detail(uid) == before
    assert uid in checking_service.problems()
    assert not checking_service.take_back(uid)


@pytest.mark.parametrize("full", ["shelf", "cabinet"])
def test_nothing_is_taken_back_by_half(
    checking_service: Checks,
    shelf: Place,
    cabinet: Place,
    clock: FixedClock,
    fifteen: dict[str, bytes],
    full: str,
) -> None:
    uid = fifteen["S01"]
    assert call(checking_service, "S01").result == ""  # the week's list is made
    checking_service.record(uid, "no answer")
    clock.advance(hours=25)
    tell(cabinet, uid)
    checking_service.record(uid, "right")
    place, table = (shelf, "service_check") if full == "shelf" else (cabinet, "listing_problem")
    stop = "SELECT RAISE(ABORT, 'database or disk is full'); END"
    for verb in ("DELETE", "UPDATE"):
        place.database.connection().execute(
            f"CREATE TEMP TRIGGER stop_{verb} BEFORE {verb} ON main.{table} BEGIN {stop}"
        )
    with pytest.raises(KnownError):
        checking_service.take_back(uid)
    assert call(checking_service, "S01").result == "right"
    assert uid not in checking_service.problems()
    for verb in ("DELETE", "UPDATE"):
        place.database.connection().execute(f"DROP TRIGGER stop_{verb}")
    assert checking_service.take_back(uid)
    newest = "SELECT result FROM service_check WHERE service_uid = ? ORDER BY at DESC LIMIT 1"
    assert [tuple(row) for row in shelf.rows(newest, uid)] == [("no answer",)]
    assert uid in checking_service.problems()


def test_where_nobody_told_anything_nothing_of_the_groups_is_undone(
    checking_service: Checks, shelf: Place, cabinet: Place, fifteen: dict[str, bytes]
) -> None:
    uid = fifteen["S01"]
    assert call(checking_service, "S01").result == ""  # the week's list is made
    checking_service.record(uid, "no answer")
    last = cabinet.undo_label
    shelf.database.connection().execute(
        "CREATE TEMP TRIGGER stop BEFORE DELETE ON main.service_check"
        " BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
    )
    with pytest.raises(KnownError):
        checking_service.take_back(uid)
    assert call(checking_service, "S01").result == "no answer"
    assert cabinet.undo_label == last


def test_what_never_was_checked_is_so_again(
    checking_service: Checks, service: DirectoryService, fifteen: dict[str, bytes]
) -> None:
    checking_service.record(fifteen["Never"], "right")
    assert checking_service.take_back(fifteen["Never"])
    found = service.detail(fifteen["Never"])
    assert found is not None
    assert (found.checked_at, found.checked_how) == (None, "")


def test_another_key_stands_instead(
    checking_service: Checks,
    service: DirectoryService,
    clock: FixedClock,
    fifteen: dict[str, bytes],
) -> None:
    uid = fifteen["S01"]
    before = service.detail(uid)
    for result in ("right", "changed", "closed", "no answer"):
        clock.advance(minutes=1)
        checking_service.record(uid, result)
    assert service.detail(uid) == before
    assert call(checking_service, "S01").result == "no answer"
    assert notes(checking_service._db, uid).unanswered == 1


def test_told_since_it_was_checked(
    checking_service: Checks,
    cabinet: Place,
    shelf: Place,
    clock: FixedClock,
    fifteen: dict[str, bytes],
) -> None:
    uid = fifteen["S01"]
    checking_service.record(uid, "right")
    clock.advance(hours=1)
    tell(cabinet, uid, "")
    assert show(shelf, b"k" * 16, Report(uid, "S01"))
    assert notes(shelf.database.connection(), uid) == Notes(told=True)
    again = call(checking_service, "S01")
    assert (again.result, again.notes.needs_a_call, len(again.problems)) == ("", True, 1)
    clock.advance(hours=1)
    checking_service.record(uid, "no answer")
    assert call(checking_service, "S01").result == "no answer"
    checking_service.record(uid, "right")
    assert notes(shelf.database.connection(), uid) == Notes()
    assert ListingProblem.get().done_at == clock.now_ms()


def test_a_week_begins_on_monday_here(shelf: Place, cabinet: Place, clock: FixedClock) -> None:
    checks = CheckingService(shelf, cabinet)
    assert checks.week().isoformat() == "2026-11-23"
    assert checks._name() == "2026-W48"
    assert checks.clock.local(checks._begins()).isoformat() == "2026-11-23T00:00:00+00:00"
    assert timedelta(milliseconds=checks._midnight() - checks._begins()).days == 1
    spring = FixedClock(datetime(2026, 3, 31, 9, 0), "Europe/London")
    checks.clock = spring  # summer time began on the Sunday before
    assert spring.local(checks._begins()).isoformat() == "2026-03-30T00:00:00+01:00"
    autumn = FixedClock(datetime(2026, 3, 29, 9, 0), "Europe/London")
    checks.clock = autumn
    assert autumn.local(checks._begins()).isoformat() == "2026-03-23T00:00:00+00:00"
    assert checking.TEN == 10


def test_what_cannot_be_written_changes_nothing(
    checking_service: Checks,
    cabinet: Place,
    shelf: Place,
    fifteen: dict[str, bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from peerdesk.store.connection import DiskFull

    def no_room(*_values: object) -> None:
        raise DiskFull

    uid = fifteen["S01"]
    monkeypatch.setattr(checking_service._checks, "write", no_room)
    with pytest.raises(DiskFull):
        checking_service.record(uid, "right")
    tell(cabinet, uid)
    with pytest.raises(DiskFull):
        checking_service.record(uid, "right")
    assert uid in checking_service.problems()
    monkeypatch.setattr(cabinet, "undo", no_room)
    with pytest.raises(DiskFull):
        checking_service.record(uid, "right")
    assert shelf.rows("SELECT * FROM service_check") == []


def test_who_was_checked_lately_is_left_in_peace(
    checking_service: Checks, service: DirectoryService, cabinet: Place, clock: FixedClock
) -> None:
    add(service, "Lately", 50)
    add(service, "Long ago", 62)
    wrong = add(service, "Wrong", 3)
    assert names(checking_service) == ["Long ago"]
    tell(cabinet, wrong)
    assert names(checking_service) == ["Wrong", "Long ago"]
    clock.advance(days=14)
    checking_service.record(wrong, "right")
    assert names(checking_service) == ["Long ago", "Lately"]


def test_who_makes_sure_on_the_listing_itself_has_looked_into_it(
    checking_service: Checks,
    service: DirectoryService,
    cabinet: Place,
    clock: FixedClock,
    fifteen: dict[str, bytes],
) -> None:
    tell(cabinet, fifteen["S13"])
    assert names(checking_service)[0] == "S13"
    clock.advance(hours=1)
    service.mark_checked(fifteen["S13"])
    assert checking_service.problems() == {}
    assert call(checking_service, "S13").done
    clock.advance(days=7)
    assert "S13" not in names(checking_service)
    tell(cabinet, fifteen["S13"], "Again", b"a" * 16)
    assert [p.words for p in checking_service.problems()[fifteen["S13"]]] == ["Again"]


def test_what_is_said_of_one_that_was_joined_is_told_in_the_one_that_stayed(
    checking_service: Checks, service: DirectoryService, cabinet: Place
) -> None:
    from peerdesk.features.directory.joining import Joining

    kept, other = add(service, "Clinic"), add(service, "The clinic")
    tell(cabinet, other)
    Joining(service.shelf).join(kept, other)
    (one,) = checking_service.calls()
    assert (one.uid, [p.words for p in one.problems]) == (kept, ["It moved"])
    checking_service.record(kept, "right", "phone")
    assert call(checking_service, "Clinic").problems == ()
    assert cabinet.rows("SELECT done_at IS NULL FROM listing_problem") == [(0,)]
    checking_service.take_back(kept)
    assert len(call(checking_service, "Clinic").problems) == 1
