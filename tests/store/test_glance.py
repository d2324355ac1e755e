"""The welcome page always has something to show, and most of all the crisis card."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.store import glance
from peerdesk.store.connection import Unwritable, connect
from peerdesk.store.glance import CrisisRow, Glance, look, read, shipped_crisis
from peerdesk.store.workspace import Workspace, build


@pytest.fixture
def shelf(tmp_path: Path, clock: FixedClock) -> Path:
    with build(tmp_path / "w", clock):
        pass
    return Workspace(tmp_path / "w").shelf


def run(shelf: Path, *statements: str) -> None:
    raw = connect(shelf, None)
    for sql in statements:
        raw.execute(sql)
    raw.close()


def test_an_empty_shelf_shows_the_shipped_card(shelf: Path) -> None:
    seen = read(shelf, "DE")
    assert seen.crisis == shipped_crisis("DE")
    assert seen.trouble is None
    assert (seen.centre, seen.language, seen.text_scale, seen.scheme) == ("", "", 100, "system")
    assert seen.shared
    assert seen.meetings == ()


def test_everything_on_the_shelf_is_seen(shelf: Path) -> None:
    setting = "INSERT INTO setting(uid, key, value) VALUES (randomblob(16), '{}', '{}')"
    line = (
        "INSERT INTO crisis_line(uid, position, title, detail, number)"
        " VALUES (randomblob(16), {}, '{}', '{}', '{}')"
    )
    run(
        shelf,
        setting.format("centre", "Riverside Centre"),
        setting.format("language", "de"),
        setting.format("text_scale", "150"),
        setting.format("scheme", "dark"),
        setting.format("shared", "no"),
        line.format(2, "Second", "", "2"),
        line.format(1, "First", "detail", "1"),
        "INSERT INTO public_meeting(uid, group_uid, name, dtstart, zone, minutes, rrule, place)"
        " VALUES (randomblob(16), randomblob(16), 'Tuesday Circle', '2026-11-24T18:30',"
        " 'Europe/London', 90, 'FREQ=WEEKLY;BYDAY=TU', 'Blue room')",
    )
    seen = read(shelf)
    assert seen.centre == "Riverside Centre"
    assert (seen.language, seen.text_scale, seen.scheme, seen.shared) == ("de", 150, "dark", False)
    assert seen.crisis == (CrisisRow("First", "detail", "1"), CrisisRow("Second", "", "2"))
    assert [(m.name, m.minutes, m.place, m.first_time) for m in seen.meetings] == [
        ("Tuesday Circle", 90, "Blue room", "")
    ]


def test_how_a_meeting_is_joined_is_seen(shelf: Path) -> None:
    run(
        shelf,
        "INSERT INTO public_meeting(uid, group_uid, name, dtstart, zone, minutes, way, dial_in,"
        " address, ended_on, left_out, extra) VALUES (randomblob(16), randomblob(16), 'Circle',"
        " '2026-11-24T18:30', 'Europe/London', 90, 'mixed', '555 0101', '1 River Road',"
        " '2027-01-01', '2026-12-01T18:30', '2026-12-02T18:30')",
    )
    (row,) = read(shelf).meetings
    assert (row.way, row.dial_in, row.address) == ("mixed", "555 0101", "1 River Road")
    assert (row.ended_on, row.left_out) == ("2027-01-01", "2026-12-01T18:30")
    assert row.extra == "2026-12-02T18:30"


def test_a_shelf_of_before_meetings_could_be_joined_from_home(shelf: Path) -> None:
    run(
        shelf,
        "DROP TABLE published_agenda",
        *(
            f"ALTER TABLE public_meeting DROP COLUMN {c}"
            for c in ("way", "dial_in", "address", "ended_on", "left_out", "extra")
        ),
        "INSERT INTO public_meeting(uid, group_uid, name, dtstart, zone, minutes)"
        " VALUES (randomblob(16), randomblob(16), 'Circle', '2026-11-24T18:30', 'UTC', 90)",
    )
    seen = read(shelf)
    assert seen.trouble is None
    assert [(m.name, m.way, m.dial_in) for m in seen.meetings] == [("Circle", "in person", "")]


def test_settings_nobody_could_have_meant() -> None:
    def scale(value: str) -> int:
        return Glance((), {"text_scale": value}).text_scale

    assert [scale(v) for v in ("big", "-5", "9", "900", "125")] == [100, 100, 100, 200, 125]
    assert Glance((), {"scheme": "pink"}).scheme == "system"


def test_no_shelf_or_a_damaged_one_still_shows_the_card(tmp_path: Path) -> None:
    seen = read(tmp_path / "none.db", "US")
    assert seen.crisis == shipped_crisis("US")
    assert "came with PeerDesk" in str(seen.trouble)
    assert "none.db is not where it should be" in str(seen.trouble)
    broken = tmp_path / "shelf.db"
    broken.write_bytes(b"no database at all" * 300)
    seen = read(broken, "US")
    assert seen.crisis == shipped_crisis("US")
    assert "shelf.db cannot be read" in str(seen.trouble)
    foreign = tmp_path / "foreign.db"
    connect(foreign, None).close()
    assert "foreign.db cannot be read" in str(read(foreign).trouble)


def test_a_folder_that_cannot_be_written_is_read_as_immutable(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tests may run as root, whom no folder refuses; so the first way is barred by hand."""
    run(
        shelf,
        "INSERT INTO setting(uid, key, value) VALUES (randomblob(16), 'centre', 'Hill House')",
    )

    def refuse(*_: object, **__: object) -> None:
        raise KnownError(glance.translate("Store", "no"))

    monkeypatch.setattr(glance, "connect", refuse)
    assert read(shelf).centre == "Hill House"
    assert {p.name for p in shelf.parent.iterdir() if p.is_file()} == {"shelf.db"}


def test_looking_at_a_workspace_says_whether_anyone_can_sign_in(shelf: Path) -> None:
    workspace = Workspace(shelf.parent)
    assert not look(workspace).can_sign_in
    (workspace.drawers / "a.key").touch()
    seen = look(workspace, "IE")
    assert seen.can_sign_in
    assert seen.crisis == shipped_crisis("IE")


def test_reading_never_writes(shelf: Path) -> None:
    before = shelf.read_bytes()
    connection = glance.connect_to_read(shelf)
    with pytest.raises(glance.SQLITE_ERRORS):
        connection.execute("DELETE FROM setting")
    connection.close()
    assert shelf.read_bytes() == before


def test_another_language_of_the_card(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = json.loads((glance.resources.folder("content") / "crisis.json").read_text("utf-8"))
    shipped["anywhere"] = [["Notruf", "", "112"]]
    for name, data in (("crisis.json", "{}"), ("crisis.de.json", json.dumps(shipped))):
        (tmp_path / name).write_text(data, "utf-8")
    monkeypatch.setattr(glance.resources, "folder", lambda _name: tmp_path)
    assert shipped_crisis("", "de") == (CrisisRow("Notruf", "", "112"),)


def test_shipped_cards_can_be_rung() -> None:
    found = dict(glance.countries())
    assert list(found.values()) == sorted(found.values())
    assert {"US", "CA", "GB", "IE", "AU", "NZ", "DE", "FR", "ES", "IN", "EU"} <= set(found)
    for code in ("", *found):
        rows = shipped_crisis(code)
        assert rows
        for row in rows:
            assert row.title
            assert re.fullmatch(r"[*\d][\d ]*\d", row.number)
    assert [r.number for r in shipped_crisis("US")] == ["911", "988"]
    assert shipped_crisis("XX") == shipped_crisis("")


def test_peewee_and_nacl_stay_out_of_it() -> None:
    code = (
        "import sys, peerdesk.store.glance, peerdesk.store.workspace;"
        "print([m for m in ('peewee', 'nacl', 'PySide6', 'playhouse') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_agendas_for_a_stand_in_are_counted(shelf: Path) -> None:
    assert read(shelf).agendas == 0
    run(
        shelf,
        "INSERT INTO published_agenda(uid, group_uid, plan)"
        " VALUES (randomblob(16), randomblob(16), '{}')",
    )
    assert read(shelf).agendas == 1
    run(shelf, "DROP TABLE published_agenda")  # as in a shelf of an older PeerDesk
    seen = read(shelf)
    assert (seen.agendas, seen.trouble) == (0, None)


@pytest.mark.parametrize("immutable", [False, True])
def test_a_view_without_an_end_holds_the_page_up_in_no_way(
    shelf: Path, immutable: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(
        shelf,
        "DROP TABLE crisis_line",
        "CREATE VIEW crisis_line AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
        " SELECT x AS id, x AS position, x AS title, x AS detail, x AS number FROM n",
    )
    if immutable:

        def no(path: Path, *_more: object, **_named: object) -> None:
            raise Unwritable(path)

        monkeypatch.setattr(glance, "connect", no)
    seen = read(shelf, "DE")
    assert seen.crisis == shipped_crisis("DE")
    assert "cannot be read" in str(seen.trouble)


SETTING = "INSERT OR REPLACE INTO setting(uid, key, value) VALUES (randomblob(16), {}, {})"
LINE = (
    "INSERT INTO crisis_line(uid, position, title, detail, number)"
    " VALUES (randomblob(16), 1, {0}, {0}, {0})"
)
MEETING = (
    "INSERT INTO public_meeting(uid, group_uid, name, dtstart, zone, minutes, rrule, place)"
    " VALUES (randomblob(16), randomblob(16), {0}, {0}, {0}, {1}, {0}, {0})"
)


@pytest.mark.parametrize(
    "sql",
    [
        SETTING.format("x'00ff'", "x'00'"),
        SETTING.format("'language'", "x'00ff'"),
        SETTING.format("'centre'", "hex(zeroblob(1000000))"),
        LINE.format("x'00ff'"),
        LINE.format("hex(zeroblob(1000000))"),
        MEETING.format("x'00ff'", "60"),
        MEETING.format("'a'", "'many'"),
        MEETING.format("hex(zeroblob(1000000))", "60"),
        MEETING.format("'a'", str(10**15)),
        MEETING.format("'FREQ=SECONDLY'", "60"),
    ],
)
def test_what_nobody_wrote_with_peerdesk_is_left_out(shelf: Path, sql: str) -> None:
    """The first page would not come up: bytes are no words, and a million letters no name."""
    before = read(shelf, "IE")
    run(shelf, sql)
    assert read(shelf, "IE") == before


def test_a_damaged_shelf_in_a_folder_that_cannot_be_written(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.write_bytes(b"SQLite format 3\0" + b"x" * 5_000)

    def no(path: Path, *_more: object, **_named: object) -> None:
        raise Unwritable(path)

    monkeypatch.setattr(glance, "connect", no)
    assert "cannot be read" in str(read(shelf).trouble)
