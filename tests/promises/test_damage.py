"""10,000 random bit flips in safes, key files, seals and copies: none is taken for what was there.

Noticed means: PeerDesk says so by itself, on the way it opens or copies the file, before anything
in it is shown; not that a test found a difference.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.safe import keyfile, seals
from peerdesk.safe.accounts import Accounts
from peerdesk.store import database
from peerdesk.store.backup import before
from peerdesk.store.backup_archive import Archive
from peerdesk.store.backup_errors import BadCopy
from peerdesk.store.backup_whole import OpenFile, make
from peerdesk.store.cabinet import Person, open_cabinet
from peerdesk.store.connection import Damaged, connect
from peerdesk.store.drawer import open_drawer
from tests.promises import house as at_home
from tests.promises.conftest import Size
from tests.promises.house import NAME, PASSWORD, TINY, House, make_house, rows

FLIPS = {"key": 1500, "seals": 1500, "drawer": 3500, "cabinet": 1500, "bak": 500, "copy": 1500}


def test_there_are_as_many_flips_as_promised() -> None:
    assert sum(FLIPS.values()) >= 10_000


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    return make_house(tmp_path_factory.mktemp("damage") / "w")


@contextmanager
def flipped(path: Path, data: bytes, at: int) -> Iterator[None]:
    """One bit of the file is turned round; afterwards it is as before."""
    with path.open("r+b") as file:
        file.seek(at // 8)
        file.write(bytes([data[at // 8] ^ (1 << at % 8)]))
    try:
        yield
    finally:
        for suffix in ("-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        path.write_bytes(data)


def unnoticed(path: Path, flips: int, opens: Callable[[], object]) -> list[int]:
    """Bits whose turning ``opens`` did not refuse with a sentence."""
    data = path.read_bytes()
    rng = random.Random(f"{path.suffix}{len(data)}")
    bits = len(data) * 8
    chosen = rng.sample(range(bits), flips) if flips < bits else range(bits)
    found = []
    for at in chosen:
        with flipped(path, data, at):
            try:
                opens()
            except KnownError:
                continue
            found.append(at)
    opens()  # and undamaged it opens
    return found


def test_key_files(house: House, size: Size) -> None:
    identity = house.workspace.id

    def opens() -> None:
        keyfile.read(house.key_file, identity, TINY.bounds)

    assert unnoticed(house.key_file, size(FLIPS["key"], 10**9), opens) == []


def test_a_damaged_key_file_is_named_at_sign_in(house: House) -> None:
    people = Accounts(house.path, house.workspace.id, TINY)
    data = house.key_file.read_bytes()
    for at in random.Random(1).sample(range(len(data) * 8), 25):
        with flipped(house.key_file, data, at), pytest.raises(keyfile.KeyFileDamaged) as said:
            people.sign_in(NAME, PASSWORD)
        assert said.value.names == (house.key_file.name,)


def test_seals(house: House, size: Size) -> None:
    secret = rows(house.drawer, house.made.signed_in.drawer_key, "SELECT secret_key FROM identity")
    group, own = house.made.card.group_uid, bytes(secret[0][0])  # type: ignore[arg-type]

    def opens() -> None:
        seals.open_seals(house.seals, group, own)

    assert unnoticed(house.seals, size(FLIPS["seals"], 10**9), opens) == []


def test_a_drawer_when_it_is_opened(house: House, size: Size, tmp_path: Path) -> None:
    key = house.made.signed_in.drawer_key

    def opens() -> None:
        open_drawer(house.drawer, key, house.clock, tmp_path).close()

    assert unnoticed(house.drawer, size(FLIPS["drawer"], 50_000), opens) == []


def test_a_cabinet_when_it_is_opened(house: House, size: Size, tmp_path: Path) -> None:
    key = house.made.signed_in.cabinets[0][2]

    def opens() -> None:
        open_cabinet(house.cabinet, key, house.clock, tmp_path).close()

    assert unnoticed(house.cabinet, size(FLIPS["cabinet"], 50_000), opens) == []


def test_a_file_too_large_to_check_at_opening_is_checked_when_it_is_copied(
    house: House, size: Size, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = house.made.signed_in.cabinets[0][2]
    monkeypatch.setattr(database, "CHECKED_AT_OPENING", 0)

    def opens() -> None:
        place = open_cabinet(house.cabinet, key, house.clock, tmp_path)
        try:
            before(place.database.connection(), place.path, key, tmp_path, 1)
        finally:
            place.close()

    assert unnoticed(house.cabinet, size(FLIPS["bak"], 5_000), opens) == []


def test_what_was_not_closed_well_is_checked_however_large(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after a power cut: the journal is brought in first, then every page is looked at."""
    monkeypatch.setattr(database, "CHECKED_AT_OPENING", 0)
    key = house.made.signed_in.cabinets[0][2]
    place = open_cabinet(house.cabinet, key, house.clock, tmp_path)
    with place.operation(translate("Test", "Write")):
        Person.create(uid=b"0" * 16, name="in the journal", added_at=1, changed_at=1)
    for path in house.cabinet.parent.glob(house.cabinet.name + "*"):
        shutil.copyfile(path, tmp_path / path.name)
    place.close()
    torn = tmp_path / house.cabinet.name
    assert torn.with_name(torn.name + "-wal").stat().st_size
    open_cabinet(torn, key, house.clock, tmp_path).close()
    assert rows(torn, key, "SELECT count(*) FROM person WHERE name = 'in the journal'") == [(1,)]

    data = house.cabinet.read_bytes()
    page = unread_page(data, tmp_path / "found.safe", key, house)
    damaged = bytearray(data)
    damaged[page * 4096 + 2000] ^= 1
    crashed = tmp_path / "crashed.safe"
    crashed.write_bytes(damaged)
    writer = connect(crashed, key)
    writer.execute("PRAGMA application_id = 5")  # something for the journal
    for suffix in ("", "-wal"):
        shutil.copyfile(f"{crashed}{suffix}", f"{tmp_path / 'again.safe'}{suffix}")
    writer.close()
    with pytest.raises(Damaged):
        open_cabinet(tmp_path / "again.safe", key, house.clock, tmp_path)


def unread_page(data: bytes, path: Path, key: bytes, house: House) -> int:
    """A page that opening does not read, when it does not look at all of them."""
    for page in range(len(data) // 4096):
        changed = bytearray(data)
        changed[page * 4096 + 2000] ^= 1
        path.write_bytes(changed)
        try:
            open_cabinet(path, key, house.clock, path.parent).close()
        except Damaged:
            continue
        return page
    raise AssertionError("every page is read")


def test_copies_beside_the_files(house: House, size: Size, tmp_path: Path) -> None:
    key = house.made.signed_in.cabinets[0][2]
    raw = connect(house.cabinet, key)
    copy = before(raw, house.cabinet, key, tmp_path, 1)
    raw.close()

    def opens() -> None:
        open_cabinet(copy, key, house.clock, tmp_path / "aside").close()

    assert unnoticed(copy, size(FLIPS["bak"], 5_000), opens) == []


def test_copies_of_everything(house: House, size: Size, tmp_path: Path) -> None:
    signed = house.made.signed_in
    made = make(
        house.workspace,
        tmp_path,
        [
            OpenFile(f"drawers/{house.drawer.name}", signed.drawer_key),
            OpenFile(f"groups/{house.cabinet.name}", signed.cabinets[0][2]),
        ],
        house.clock,
    )
    assert made.damaged == ()
    data = made.path.read_bytes()

    def opens() -> dict[str, tuple[int, str, int]]:
        with Archive(made.path) as archive:
            archive.verify()
            return {m.name: (m.size, m.sha256, m.at) for m in archive.members.values()}

    whole = opens()
    rng = random.Random(7)
    # A third of the flips in the manifest and the zip's own headers, which are small.
    headers = data.rindex(b'{\n "format"') * 8
    bits = [rng.randrange(headers, len(data) * 8) for _ in range(size(FLIPS["copy"], 30_000) // 3)]
    bits += [rng.randrange(len(data) * 8) for _ in range(size(FLIPS["copy"], 30_000) * 2 // 3)]
    different = []
    for at in bits:
        with flipped(made.path, data, at):
            try:
                found = opens()
            except BadCopy:
                continue
            except KnownError:
                continue
            # A flip in what a zip says about file permissions or times changes nothing we read.
            if found != whole:
                different.append(at)
    assert different == []


def test_what_an_open_file_shows_is_never_made_up(house: House, tmp_path: Path) -> None:
    """Damage that comes while the file is open: a page that is read is right or is refused."""
    key = house.made.signed_in.drawer_key
    data = house.drawer.read_bytes()
    whole = rows(house.drawer, key, "SELECT title, body FROM note")
    refused = 0
    for at in random.Random(3).sample(range(len(data) * 8), 300):
        with flipped(house.drawer, data, at):
            try:
                shown = rows(house.drawer, key, "SELECT title, body FROM note")
            except (Damaged, sqlcipher.DatabaseError):
                refused += 1
            else:
                assert shown == whole
    assert refused
    assert at_home.BODY in str(whole)
