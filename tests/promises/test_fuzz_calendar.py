"""Hostile calendars: told in words or read, within 1 s and 512 MiB for 1 MiB.

What once broke something stays in ``corpus/calendar`` and is read again in every run; a failing
run writes the input there, to be kept with the fix.
"""

from __future__ import annotations

import hashlib
import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from peerdesk.exchange.busy import RoomCalendar
from tests.promises.conftest import Size
from tests.promises.hostile_calendar import HEAD, WORST, event, read, short, zone
from tests.promises.house import ROOT
from tests.promises.mutate import mutated

CORPUS = Path(__file__).parent / "corpus" / "calendar"
KEPT = sorted(CORPUS.glob("*"))
MUTANTS = 1500
OWN = zone("Own", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;UNTIL=20400101T000000Z")
MOVED = "DTSTART:20270101T180000"
WINDOWS = 'DTSTART;TZID="W. Europe Standard Time":20270105T180000'
PERIODS = "RDATE;VALUE=PERIOD:20270201T090000Z/PT90M,20270202/20270203"
TIMES = (
    b"20261224T090000Z/20261224T100000Z,20261225T090000Z/PT1H\n"
    b"FREEBUSY;FBTYPE=FREE:20261226T090000Z/PT1H"
)
SEEDS = [
    HEAD + event("RRULE:FREQ=WEEKLY;BYDAY=MO,TU;INTERVAL=2;COUNT=80", "EXDATE:20261130T180000"),
    HEAD
    + OWN
    + event("RRULE:FREQ=MONTHLY;BYDAY=1TU,-1FR", start="DTSTART;TZID=Own:20260105T180000"),
    HEAD
    + event("RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1;BYSETPOS=1", uid=3)
    + event("RECURRENCE-ID;RANGE=THISANDFUTURE:20261231T180000", "SEQUENCE:2", uid=3, start=MOVED),
    HEAD
    + short(f"RRULE:FREQ=DAILY;UNTIL=20270101\n{PERIODS}\nTRANSP:OPAQUE\nSTATUS:CONFIRMED")
    + short("DTEND;VALUE=DATE:20261206", "20261204"),
    HEAD + b"BEGIN:VFREEBUSY\nFREEBUSY;FBTYPE=BUSY:" + TIMES + b"\nEND:VFREEBUSY\n",
    (HEAD + event("LOCATION:R\\, 2", start=WINDOWS)).decode().encode("utf-16"),
]


def survive(data: bytes) -> RoomCalendar | None:
    """Read; what breaks is kept in the corpus."""
    try:
        return read(data)
    except BaseException:
        CORPUS.mkdir(parents=True, exist_ok=True)
        (CORPUS / hashlib.sha256(data).hexdigest()[:12]).write_bytes(data)
        raise


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.name)
def test_what_broke_something_once(path: Path) -> None:
    read(path.read_bytes())


def test_the_seeds_are_good_calendars() -> None:
    for number, seed in enumerate(SEEDS):
        found = read(seed)
        assert found is not None
        assert found.busy, number
        assert found.left_out == 0, number


def test_mutants(size: Size) -> None:
    rng = random.Random("calendar")
    known = SEEDS + [path.read_bytes() for path in KEPT]
    ends = set()
    for _ in range(size(MUTANTS, MUTANTS * 50)):
        found = survive(mutated(rng.choice(known), rng, known))
        ends.add("refused" if found is None else "told" if found.told else "read")
    assert ends == {"refused", "told", "read"}


PIECES = st.sampled_from(
    [
        *("BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTIMEZONE", "END:VTIMEZONE", "BEGIN:STANDARD"),
        *("END:STANDARD", "BEGIN:VFREEBUSY", "END:VFREEBUSY", "BEGIN:VALARM", "END:VALARM"),
        *("DTSTART:20261201T180000", "DTSTART:20261201", "DTSTART;TZID=Own:20261201T180000"),
        *("DTSTART:16000101T000000", "DTSTART:23991231T235959Z", "DTSTART:00010101", "DTSTART:"),
        *("DTEND:20261201T170000", "DTEND:20270101", "DTEND:23991231T000000", "DTEND:x"),
        *("DURATION:P1D", "DURATION:-PT1H", "DURATION:P99999W", "DURATION:PT", "DURATION:P"),
        *("RRULE:FREQ=DAILY", "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3", "RRULE:FREQ=HOURLY"),
        *("RRULE:FREQ=MONTHLY;BYMONTHDAY=31", "RRULE:FREQ=YEARLY;INTERVAL=99999", "RRULE:"),
        *("RRULE:FREQ=YEARLY;BYDAY=53MO;UNTIL=16000101", "RRULE:FREQ=YEARLY;BYYEARDAY=-366"),
        *("EXDATE:20261201", "EXDATE:20261201T180000Z", "EXDATE:,,", "RDATE:20261205T180000,"),
        *("RDATE:20261205T180000/P1D", "RDATE:20261205/20261204", "UID:a", "UID:b", "SEQUENCE:9"),
        *("RECURRENCE-ID:20261201T180000", "RECURRENCE-ID:20261201", "STATUS:CANCELLED"),
        *("TRANSP:TRANSPARENT", "TZID:Own", "TZOFFSETFROM:+0100", "TZOFFSETTO:-2359"),
        *("TZOFFSETTO:+9999", "FREEBUSY:20261201T180000Z/PT1H", "FREEBUSY:x", "SUMMARY:a\\"),
    ]
)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=25))
def test_lines_in_any_order(lines: list[str]) -> None:
    survive(HEAD + "\n".join(lines).encode())


@given(st.lists(PIECES, min_size=1, max_size=6))
def test_any_lines_in_an_entry(lines: list[str]) -> None:
    inside = "\n".join(("DTSTART:20261201T180000", *lines))
    survive(HEAD + f"BEGIN:VEVENT\n{inside}\nEND:VEVENT\n".encode())


@given(st.binary(max_size=2000) | st.text().map(lambda t: t.encode("utf-8", "surrogatepass")))
def test_any_bytes(data: bytes) -> None:
    survive(data)
    survive(HEAD + b"BEGIN:VEVENT\nDTSTART:20261201\n" + data)


@pytest.mark.skipif(sys.platform == "win32", reason="counts memory with resource")
@pytest.mark.parametrize("name", WORST)
def test_within_a_second_and_512_mib(name: str, tmp_path: Path) -> None:
    path = tmp_path / "hostile"
    path.write_bytes(WORST[name]())
    done = subprocess.run(
        [sys.executable, "-m", "tests.promises.hostile_calendar", str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")
    seconds, more, _ = done.stdout.split()
    assert float(seconds) <= 1.0
    assert float(more) <= 512
