"""Whatever page of a sheet is damaged: what stands before it is read, and nothing is made up."""

from __future__ import annotations

import json
from pathlib import Path

from peerdesk.features.tonight.salvage import salvage
from peerdesk.features.tonight.service import TonightService
from peerdesk.store.connection import connect
from peerdesk.store.place import Place

from .conftest import KEY, SHEET

PAGE = 4096


def test_a_whole_sheet_gives_the_whole_evening(tonight: TonightService, sheet: Place) -> None:
    tonight.here("a1")
    tonight.start()
    assert salvage(sheet.path, KEY) == tonight.result()


def test_nothing_happened_yet(sheet: Place) -> None:
    assert salvage(sheet.path, KEY) is None


def test_another_key_reads_nothing(tonight: TonightService, sheet: Place) -> None:
    tonight.start()
    assert salvage(sheet.path, bytes(32)) is None
    assert salvage(Path(sheet.path.parent / "gone.safe"), KEY) is None


def test_every_page(tonight: TonightService, sheet: Place, tmp_path: Path) -> None:
    tonight.here("a1")
    tonight.start()
    for _turn in range(300):
        tonight.more(1)
    tonight.here("b2")
    sheet.close()
    whole, seen = sheet.path.read_bytes(), set()
    broken = tmp_path / "broken.safe"
    for page in range(len(whole) // PAGE):
        data = bytearray(whole)
        data[page * PAGE + 60] ^= 1
        broken.write_bytes(data)
        result = salvage(broken, KEY)
        assert broken.read_bytes() == data, "only read"
        seen.add(-1 if result is None else result.head_count)
        assert result is None or result.sheet == SHEET.hex()
    assert seen == {-1, 1, 2}


def test_a_strange_happening_is_passed_over(tonight: TonightService, sheet: Place) -> None:
    tonight.here("a1")
    sheet.close()
    connection = connect(sheet.path, KEY)
    add = "INSERT INTO event(uid, at, kind, body) VALUES (?, ?, ?, ?)"
    connection.execute(add, (b"1", 1, "dance", "{}"))
    connection.execute(add, (b"2", 1, "here", "{"))
    body = {"person": "b2", "way": "here", "listening": False, "heard": True}
    connection.execute(add, (b"3", 1, "here", json.dumps(body)))
    connection.close()
    result = salvage(sheet.path, KEY)
    assert result is not None
    assert result.head_count == 2
    connection = connect(sheet.path, KEY)
    connection.execute("UPDATE sheet SET plan = '[]'")
    connection.close()
    assert salvage(sheet.path, KEY) is None
