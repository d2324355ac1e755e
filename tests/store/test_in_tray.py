"""The in-tray: anyone may put a box in, within a number and two sizes; nothing tells when."""

from __future__ import annotations

from pathlib import Path

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.safe import in_tray as safe_tray
from peerdesk.safe import seals
from peerdesk.store import glance, in_tray
from peerdesk.store.connection import connect
from peerdesk.store.place import Change, Place
from peerdesk.store.shelf import open_shelf
from peerdesk.store.workspace import Workspace, build

GROUP, OTHER = b"g" * 16, b"o" * 16
LABEL = translate("InTray", "Test")
SMALL = b"x" * in_tray.SIZES[0]


@pytest.fixture
def path(tmp_path: Path, clock: FixedClock) -> Path:
    with build(tmp_path / "w", clock):
        pass
    return Workspace(tmp_path / "w").shelf


@pytest.fixture
def opened(path: Path, clock: FixedClock, tmp_path: Path):  # type: ignore[no-untyped-def]
    place = open_shelf(path, clock, tmp_path / "backups")
    yield place
    place.close()


def run(path: Path, sql: str, *values: object) -> list[tuple[object, ...]]:
    raw = connect(path, None)
    rows: list[tuple[object, ...]] = raw.execute(sql, values).fetchall()
    raw.close()
    return rows


def test_the_sizes_are_those_of_the_boxes_we_make() -> None:
    assert tuple(size + seals.SEAL_BYTES for size in safe_tray.SIZES) == in_tray.SIZES
    public = seals.new_keypair().public
    for characters in ("a", "ö", "漢", "🌱"):
        words = (characters * in_tray.MOST_WORDS).encode()
        box = safe_tray.seal(public, GROUP, b"u" * 16, "slip", words)
        assert len(box) == in_tray.SIZES[0], "a slip shows nothing of its length"


def test_a_box_is_put_in_without_a_key_and_taken_out(path: Path, opened: Place) -> None:
    in_tray.put(path, GROUP, SMALL)
    in_tray.put(path, OTHER, SMALL)
    in_tray.put_into(opened, GROUP, b"y" * in_tray.SIZES[1], b"u" * 16, LABEL)
    first, second = in_tray.boxes(opened, GROUP)
    assert (first.box, second.uid, second.box) == (SMALL, b"u" * 16, b"y" * in_tray.SIZES[1])
    told: list[Change] = []
    opened.subscribe(told.append)
    in_tray.remove(opened, [], LABEL)
    assert not told
    in_tray.remove(opened, [first.uid, b"nobody's".ljust(16)], LABEL)
    assert in_tray.boxes(opened, GROUP) == (second,)
    assert [(change.kind, change.tables) for change in told] == [("job", {"in_tray"})]
    opened.undo()
    assert in_tray.boxes(opened, GROUP) == (second,), "the cabinet knows it already"
    assert len(in_tray.boxes(opened, OTHER)) == 1


def test_nothing_tells_when_a_slip_was_put_in(path: Path) -> None:
    for _ in range(8):
        in_tray.put(path, GROUP, SMALL)
    columns = [row[1] for row in run(path, "PRAGMA table_info(in_tray)")]
    assert columns == ["id", "uid", "group_uid", "box"]
    uids = [row[0] for row in run(path, "SELECT uid FROM in_tray ORDER BY id")]
    assert len({bytes(uid)[:6] for uid in uids}) == 8, "no stamp in front"  # type: ignore[call-overload]


@pytest.mark.parametrize("size", [0, 1, in_tray.SIZES[0] - 1, in_tray.SIZES[1] + 1, 1 << 20])
def test_other_sizes_are_refused(path: Path, opened: Place, size: int) -> None:
    with pytest.raises(in_tray.TooLarge):
        in_tray.put(path, GROUP, b"x" * size)
    with pytest.raises(in_tray.TooLarge):
        in_tray.put_into(opened, GROUP, b"x" * size, b"u" * 16, LABEL)
    assert in_tray.boxes(opened, GROUP) == ()


def test_what_was_written_past_us_is_not_even_read(path: Path, opened: Place) -> None:
    for box in (b"x" * 70_000, "words", 7):
        run(path, "INSERT INTO in_tray(uid, group_uid, box) VALUES (randomblob(16), ?, ?)",
            GROUP, box)  # fmt: skip
    run(path, "INSERT INTO in_tray(uid, group_uid, box) VALUES (randomblob(16), ?, ?)",
        GROUP, "x" * in_tray.SIZES[0])  # fmt: skip
    run(path, "INSERT INTO in_tray(uid, group_uid, box) VALUES ('words', ?, ?)", GROUP, SMALL)
    seen = in_tray.boxes(opened, GROUP)
    assert [box.box for box in seen] == [None] * 4
    in_tray.remove(opened, [seen[0].uid], LABEL)
    assert run(path, "SELECT count(*) FROM in_tray") == [(4,)]
    for _ in range(2):
        in_tray.sweep(opened, GROUP, LABEL)
        assert run(path, "SELECT count(*) FROM in_tray") == [(3,)], "a uid of ours is 16 bytes"


def test_slips_leave_room_for_an_evening(path: Path, opened: Place) -> None:
    raw = connect(path, None)
    raw.executemany(
        "INSERT INTO in_tray(uid, group_uid, box) VALUES (randomblob(16), ?, x'00')",
        [(GROUP,)] * (in_tray.MOST_BOXES - in_tray.KEPT_FREE - 1),
    )
    raw.close()
    in_tray.put(path, GROUP, SMALL)
    with pytest.raises(in_tray.TrayFull):
        in_tray.put(path, GROUP, SMALL)
    in_tray.put(path, OTHER, SMALL)
    for n in range(in_tray.KEPT_FREE):
        in_tray.put_into(opened, GROUP, SMALL, bytes([n]) * 16, LABEL)
    with pytest.raises(in_tray.TrayFull):
        in_tray.put_into(opened, GROUP, SMALL, b"z" * 16, LABEL)
    in_tray.put_into(opened, GROUP, SMALL, bytes([1]) * 16, LABEL)  # it is there already
    assert len(in_tray.boxes(opened, GROUP)) == in_tray.MOST_BOXES


def test_what_lies_under_a_uid_already_swallows_nothing(path: Path, opened: Place) -> None:
    """The uid of a sheet is the name of its file: anybody can put a row there first."""
    in_tray.put_into(opened, GROUP, SMALL, b"u" * 16, LABEL)
    in_tray.put_into(opened, GROUP, SMALL, b"u" * 16, LABEL)
    for group, box in ((GROUP, b"y" * in_tray.SIZES[1]), (OTHER, SMALL)):
        with pytest.raises(in_tray.NotKept):
            in_tray.put_into(opened, group, box, b"u" * 16, LABEL)
    assert in_tray.boxes(opened, GROUP) == (in_tray.Box(b"u" * 16, SMALL),)
    assert in_tray.boxes(opened, OTHER) == ()


STRANGERS = (
    "CREATE TRIGGER no BEFORE INSERT ON in_tray BEGIN SELECT RAISE(IGNORE); END",
    "CREATE TRIGGER no BEFORE INSERT ON in_tray BEGIN SELECT RAISE(ABORT, 'x'); END",
    "CREATE TRIGGER no BEFORE INSERT ON in_tray BEGIN SELECT RAISE(ROLLBACK, 'x'); END",
    "CREATE TRIGGER no AFTER INSERT ON in_tray BEGIN DELETE FROM in_tray; END",
    "CREATE TRIGGER no AFTER INSERT ON in_tray BEGIN UPDATE in_tray SET box = x'00'; END",
    "CREATE TRIGGER no AFTER INSERT ON in_tray BEGIN UPDATE in_tray SET group_uid = x'00'; END",
)
ENDLESS = (
    "CREATE TRIGGER no AFTER INSERT ON in_tray BEGIN UPDATE setting SET value = (WITH RECURSIVE"
    " n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n); END"
)


@pytest.mark.parametrize("sql", STRANGERS)
def test_what_was_turned_away_counts_as_not_put_in(path: Path, opened: Place, sql: str) -> None:
    run(path, sql)
    with pytest.raises(in_tray.NotKept, match="did not keep"):
        in_tray.put_into(opened, GROUP, SMALL, b"u" * 16, LABEL)


@pytest.mark.parametrize("sql", [*STRANGERS, ENDLESS])
def test_what_a_stranger_lets_run_at_a_slip_is_taken_out(
    path: Path, opened: Place, sql: str
) -> None:
    """It would hold up the welcome page, or keep the slip from lying there."""
    run(path, sql)
    in_tray.put(path, GROUP, SMALL)
    assert [box.box for box in in_tray.boxes(opened, GROUP)] == [SMALL]
    assert opened.rows("SELECT 1 FROM sqlite_master WHERE name = 'no'") == []


def test_what_cannot_be_taken_out_is_said(path: Path, opened: Place) -> None:
    run(path, "CREATE UNIQUE INDEX one ON in_tray(group_uid)")
    in_tray.put(path, GROUP, SMALL)
    with pytest.raises(in_tray.NotKept, match="did not keep"):
        in_tray.put(path, GROUP, SMALL)


def test_a_box_can_be_made_while_nobody_else_writes(path: Path, opened: Place) -> None:
    def made() -> bytes:
        assert opened.database.connection().in_transaction
        return SMALL

    in_tray.put_into(opened, GROUP, made, b"u" * 16, LABEL)
    assert in_tray.boxes(opened, GROUP) == (in_tray.Box(b"u" * 16, SMALL),)

    def none() -> bytes:
        raise in_tray.NoKey

    with pytest.raises(in_tray.NoKey):
        in_tray.put_into(opened, GROUP, none, b"v" * 16, LABEL)


def flood(path: Path, many: int, sql: str = "randomblob(16)", first: int = 1) -> None:
    raw = connect(path, None)
    raw.execute(
        f"WITH RECURSIVE n(x) AS (SELECT ? UNION ALL SELECT x + 1 FROM n LIMIT ?)"
        f" INSERT INTO in_tray(id, uid, group_uid, box) SELECT x, {sql}, ?, zeroblob(?) FROM n",
        (first, many, GROUP, in_tray.SIZES[0]),
    )
    raw.close()


def test_however_much_lies_there_only_so_much_is_read(path: Path, opened: Place) -> None:
    flood(path, in_tray.MOST_BOXES)
    assert not in_tray.more_wait(opened, GROUP)
    flood(path, 2_000, first=1_000)
    assert in_tray.more_wait(opened, GROUP)
    assert not in_tray.more_wait(opened, OTHER)
    assert len(in_tray.boxes(opened, GROUP)) == in_tray.MOST_BOXES
    with pytest.raises(in_tray.TrayFull):
        in_tray.put_into(opened, GROUP, SMALL, b"u" * 16, LABEL)


@pytest.mark.parametrize("uid", ["x", "randomblob(15)", "zeroblob(1000) || CAST(x AS BLOB)"])
def test_rows_that_are_none_of_ours_make_way(path: Path, opened: Place, uid: str) -> None:
    """They cannot even be named, so nobody could decide about them."""
    in_tray.put_into(opened, GROUP, SMALL, b"u" * 16, LABEL)
    flood(path, in_tray.MOST_BOXES + 50, uid, first=-1_000)
    assert in_tray.boxes(opened, GROUP) == ()
    for _ in range(2):
        in_tray.sweep(opened, GROUP, LABEL)
    assert [box.uid for box in in_tray.boxes(opened, GROUP)] == [b"u" * 16]
    assert run(path, "SELECT count(*) FROM in_tray") == [(1,)]


def test_taking_out_without_room_is_said(
    path: Path, opened: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_tray.put_into(opened, GROUP, SMALL, b"u" * 16, LABEL)
    raw = opened.another()

    class Full:
        def execute(self, sql: str) -> None:
            raw.execute(sql)

        def executemany(self, *_: object) -> None:
            import sqlcipher3.dbapi2 as driver

            raise driver.OperationalError("database or disk is full")

        def close(self) -> None:
            raw.close()

    monkeypatch.setattr(opened, "another", Full)
    with pytest.raises(KnownError, match="no room left"):
        in_tray.remove(opened, [b"u" * 16], LABEL)
    assert len(in_tray.boxes(opened, GROUP)) == 1


def test_a_shelf_that_is_not_there_or_no_shelf_is_said(path: Path) -> None:
    with pytest.raises(glance.ShelfMissing):
        in_tray.put(path.with_name("nothing.db"), GROUP, SMALL)
    assert not path.with_name("nothing.db").exists()
    path.with_name("other.db").write_bytes(b"no database" * 100)
    with pytest.raises(KnownError):
        in_tray.put(path.with_name("other.db"), GROUP, SMALL)


def test_what_goes_wrong_while_writing_is_said(
    path: Path, opened: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        import sqlcipher3.dbapi2 as driver

        raise driver.OperationalError("database or disk is full")

    monkeypatch.setattr(in_tray, "_put", full)
    with pytest.raises(KnownError, match="no room left"):
        in_tray.put(path, GROUP, SMALL)
    assert in_tray.boxes(opened, GROUP) == ()


def test_groups_that_take_slips_stand_on_the_welcome_page(path: Path) -> None:
    assert glance.read(path).trays == ()
    setting = "INSERT INTO setting(uid, key, value) VALUES (randomblob(16), ?, ?)"
    card = (
        "INSERT INTO cabinet_card(uid, file_id, generation, public_key)"
        " VALUES (?, hex(randomblob(16)), 1, ?)"
    )
    run(path, setting, in_tray.OPEN + GROUP.hex(), "Tuesday Circle")
    assert glance.read(path).trays == (), "without a key nobody could read it"
    run(path, card, GROUP, b"p" * 32)
    run(path, card, OTHER, b"q" * 32)
    run(path, setting, in_tray.OPEN + "ff" * 16, "Gone")
    assert glance.read(path).trays == (in_tray.Tray(GROUP, "Tuesday Circle", b"p" * 32),)
    run(path, setting, in_tray.OPEN + OTHER.hex(), "evening walk")
    run(path, card, "words", "words")
    assert [tray.name for tray in glance.read(path).trays] == ["evening walk", "Tuesday Circle"]
