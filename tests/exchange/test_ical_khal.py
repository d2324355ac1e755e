"""Another program opens our files: khal, a calendar for the terminal, of another family of code."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from peerdesk.exchange.ical import Event, write_calendar
from peerdesk.features.meetings.when import occurrences
from tests.exchange.calendars import MADE, moved, series

pytestmark = pytest.mark.skipif(
    shutil.which("khal") is None, reason="khal is not installed (packaging/linux_needs.py does)"
)
CONFIG = """
[calendars]
[[room]]
path = {folder}/calendar
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = {zone}
default_timezone = {zone}
[sqlite]
path = {folder}/cache
[default]
default_calendar = room
"""
Listed = Callable[..., list[str]]


@pytest.fixture
def khal(tmp_path: Path) -> Listed:
    """Imports a file and lists start, end and title in local time."""

    def listed(
        *events: Event, days: int, zone: str = "Europe/Berlin", first: str = "2026-11-20"
    ) -> list[str]:
        (tmp_path / "calendar").mkdir()
        (tmp_path / "config").write_text(CONFIG.format(folder=tmp_path, zone=zone))
        file = tmp_path / "ours.ics"
        file.write_bytes(write_calendar(events, made_at_ms=MADE, name="Meetings"))
        env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LANG": "C.UTF-8"}

        def run(*words: str) -> str:
            done = subprocess.run(
                ["khal", "-c", str(tmp_path / "config"), *words],
                env=env,
                capture_output=True,
                text=True,
            )
            assert done.returncode == 0, done.stderr
            assert "rror" not in done.stderr
            return done.stdout

        run("import", "--batch", str(file))
        line = "{start-long}|{end-time}|{title}|{location}|{uid}"
        out = run("list", "--day-format", "", "--format", line, first, f"{days}d")
        return [text.rsplit("|", 1)[0] for text in out.splitlines()]

    return listed


@pytest.mark.parametrize(
    ("rule", "start"),
    [
        ("FREQ=WEEKLY;BYDAY=TU", datetime(2026, 11, 24, 18)),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", datetime(2026, 11, 24, 18)),
        ("FREQ=MONTHLY;BYDAY=1TU", datetime(2026, 12, 1, 18)),
        ("FREQ=MONTHLY;BYDAY=-1FR", datetime(2026, 11, 27, 18)),
    ],
)
@pytest.mark.parametrize("zone", ["Europe/Berlin", "Australia/Sydney"])
def test_a_year_of_local_times(khal: Listed, rule: str, start: datetime, zone: str) -> None:
    dates = occurrences(start, rule, start, datetime(2026, 11, 20) + timedelta(days=400))
    end = f"{start + timedelta(minutes=90):%H:%M}"
    assert khal(series(rule, start=start, zone=zone), days=400, zone=zone) == [
        f"{d:%Y-%m-%d %H:%M}|{end}|Meeting|" for d in dates
    ]
    assert len({d.month for d in dates}) > 11


def test_a_reader_elsewhere_sees_the_clocks_change(khal: Listed) -> None:
    """Berlin and New York change on different Sundays."""
    found = khal(series(), days=40, zone="America/New_York", first="2027-03-08")
    assert [line[:16] for line in found] == [
        "2027-03-09 12:00",
        "2027-03-16 13:00",
        "2027-03-23 13:00",
        "2027-03-30 12:00",
        "2027-04-06 12:00",
        "2027-04-13 12:00",
    ]


def test_moved_cancelled_and_ended(khal: Listed) -> None:
    found = khal(
        series(last=date(2026, 12, 22), location="Room 2"),
        moved(datetime(2026, 12, 1, 18), datetime(2026, 12, 2, 19), location="Hall"),
        moved(datetime(2026, 12, 8, 18), status="cancelled"),
        days=90,
    )
    assert found == [
        "2026-11-24 18:00|19:30|Meeting|Room 2",
        "2026-12-02 19:00|20:30|Meeting|Hall",
        "2026-12-15 18:00|19:30|Meeting|Room 2",
        "2026-12-22 18:00|19:30|Meeting|Room 2",
    ]
