"""FORMAT.md is true: vectors made from it alone open here, and what is made here opens by it."""

from __future__ import annotations

import hashlib
import hmac
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from peerdesk.core.errors import KnownError
from peerdesk.features.keys import stick
from peerdesk.features.keys.errors import StickDamaged
from peerdesk.features.keys.passwords import Passwords
from peerdesk.safe import carried, keyfile, recovery, seals, words
from peerdesk.safe.kdf import REAL, Bounds, Kdf, KdfParams
from peerdesk.store.connection import connect
from tests.promises import house as at_home
from tests.promises.house import ROOT, TINY, House

VECTORS = ROOT / "tests" / "vectors"
READER = ROOT / "tests" / "promises" / "read_without_peerdesk.py"


def vectors(name: str) -> Any:
    return json.loads((VECTORS / name).read_text("utf-8"))


KEYS, SEALS, RECOVERY = vectors("keys.json"), vectors("seals.json"), vectors("recovery.json")
STICK, WORDS = vectors("stick.json"), vectors("words.json")


def bounds_for(case: dict[str, Any]) -> Bounds:
    """Those of the product, except where the vector says that it is too small for it."""
    if case["small"]:
        return Bounds(KdfParams(8, 1), REAL.bounds.most)
    return REAL.bounds


def test_one_vector_has_parameters_the_product_takes() -> None:
    assert [c["case"] for c in KEYS["valid"] if not c["small"]] == ["the least the product takes"]


@pytest.mark.parametrize("case", KEYS["valid"], ids=lambda c: c["case"])
def test_key_files_that_open(case: dict[str, Any]) -> None:
    bounds = bounds_for(case)
    data, workspace = bytes.fromhex(case["file"]), bytes.fromhex(case["workspace_id"])
    keys = keyfile.parse(data, "a.key", workspace, bounds)
    assert keys.params == KdfParams(case["memory_kib"], case["passes"])
    secret = Kdf(bounds, bounds.least, 0).derive(
        case["name"], words.canonical(case["password"]), keys.salt, keys.params
    )
    assert secret.hex() == case["argon2id_output"]
    key = keyfile.unwrap(secret, keys.header, keys.by_password)
    assert key is not None
    assert key.hex() == case["drawer_key"]
    if case["sheet_secret"]:
        by_sheet = keyfile.sheet_wrap_secret(bytes.fromhex(case["sheet_secret"]), keys.sheet_header)
        assert keyfile.unwrap(by_sheet, keys.sheet_header, keys.by_sheet) == key


@pytest.mark.parametrize("case", KEYS["must_be_refused"], ids=lambda c: c["why"])
def test_key_files_that_are_refused(case: dict[str, str]) -> None:
    workspace = bytes.fromhex(KEYS["valid"][0]["workspace_id"])
    with pytest.raises(keyfile.KeyFileDamaged):
        keyfile.parse(bytes.fromhex(case["file"]), "a.key", workspace, REAL.bounds)


@pytest.mark.parametrize("case", KEYS["must_not_open"], ids=lambda c: c["why"])
def test_forged_key_files_do_not_open(case: dict[str, str]) -> None:
    good = KEYS["valid"][0]
    bounds = bounds_for(good)
    workspace = bytes.fromhex(good["workspace_id"])
    keys = keyfile.parse(bytes.fromhex(case["file"]), "a.key", workspace, bounds)
    secret = Kdf(bounds, bounds.least, 0).derive(
        good["name"], good["password"], keys.salt, keys.params
    )
    assert keyfile.unwrap(secret, keys.header, keys.by_password) is None


def opened(path: Path, data: str, secret: bytes) -> seals.Unsealed:
    path.write_bytes(bytes.fromhex(data))
    return seals.open_seals(path, bytes.fromhex(SEALS["group_id"]), secret)


def test_seals_open_for_a_facilitator_and_for_the_recovery_parts(tmp_path: Path) -> None:
    path = tmp_path / "a.seals"
    for secret in (SEALS["secret_key"], RECOVERY["group"]["secret_key"]):
        found = opened(path, SEALS["file"], bytes.fromhex(secret))
        assert found == (SEALS["generation"], bytes.fromhex(SEALS["cabinet_key"]))
    with pytest.raises(seals.NotForYou):
        opened(path, SEALS["file"], bytes.fromhex(SEALS["stranger"]))


@pytest.mark.parametrize("case", SEALS["must_fail"], ids=lambda c: c["why"])
def test_seals_that_do_not_open(case: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises((seals.SealsDamaged, seals.NotForYou)):
        opened(tmp_path / "a.seals", case["file"], bytes.fromhex(SEALS["secret_key"]))


@pytest.mark.parametrize("pair", [(0, 1), (0, 2), (1, 2)])
def test_any_two_recovery_parts(pair: tuple[int, int]) -> None:
    group = RECOVERY["group"]
    secret = recovery.combine([group["parts"][n] for n in pair])
    assert secret.hex() == group["secret"]
    keys = recovery.recovery_keypair(secret)
    assert (keys.secret.hex(), keys.public.hex()) == (group["secret_key"], group["public_key"])


def test_a_personal_sheet() -> None:
    sheet = RECOVERY["sheet"]
    assert recovery.read_personal_sheet(sheet["words"]).hex() == sheet["secret"]


@pytest.mark.parametrize("case", RECOVERY["must_fail"], ids=lambda c: c["why"])
def test_parts_that_are_refused(case: dict[str, Any]) -> None:
    with pytest.raises(KnownError):
        recovery.combine(case["parts"])


def on_a_stick(path: Path, data: str) -> bytes:
    path.write_bytes(bytes.fromhex(data))
    return stick.read(path)


def test_three_words_and_a_stick(tmp_path: Path) -> None:
    secret = on_a_stick(tmp_path / stick.NAME, STICK["file"])
    assert secret.hex() == STICK["secret"]
    four_letters = " ".join(word[:4].upper() for word in STICK["three_words"].split())
    three = stick.three_words(four_letters)
    assert three is not None
    assert stick.password(three, secret) == STICK["drawer"]["password"]
    test_key_files_that_open(STICK["drawer"])


@pytest.mark.parametrize("case", STICK["must_fail"], ids=lambda c: c["why"])
def test_sticks_that_are_refused(case: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(StickDamaged):
        on_a_stick(tmp_path / stick.NAME, case["file"])


def test_words_that_wait_open_for_their_writer() -> None:
    key = bytes.fromhex(WORDS["drawer_key"])
    boxes = [bytes.fromhex(case["box"]) for case in WORDS["valid"]]
    assert [carried.open_box(key, box) for box in boxes] == [c["words"] for c in WORDS["valid"]]
    assert carried.pack(boxes) == bytes.fromhex(WORDS["row"])
    assert carried.unpack(bytes.fromhex(WORDS["row"])) == boxes
    assert carried.unpack(bytes.fromhex(WORDS["row_cut_short"])) == boxes[:-1]


@pytest.mark.parametrize("case", WORDS["must_fail"], ids=lambda c: c["why"])
def test_words_that_do_not_open(case: dict[str, str]) -> None:
    assert carried.open_box(bytes.fromhex(WORDS["drawer_key"]), bytes.fromhex(case["box"])) is None


def test_a_safe_opens_with_its_raw_key() -> None:
    about = vectors("safe.json")
    connection = connect(VECTORS / about["file"], bytes.fromhex(about["key"]), read_only=True)
    assert connection.execute("SELECT name FROM person").fetchall() == [("Ana of the vectors",)]
    connection.close()


def page_hmacs(data: bytes, key: bytes) -> list[bool]:
    """Whether each page of a safe carries the HMAC that FORMAT.md describes."""
    salt = bytes(byte ^ 0x3A for byte in data[:16])
    own = hashlib.pbkdf2_hmac("sha512", key, salt, 2, 32)
    whole = []
    for number, at in enumerate(range(0, len(data), 4096), start=1):
        signed = data[at + (16 if number == 1 else 0) : at + 4096 - 64]
        made = hmac.new(own, signed + number.to_bytes(4, "little"), "sha512").digest()
        whole.append(hmac.compare_digest(made, data[at + 4096 - 64 : at + 4096]))
    return whole


def test_pages_are_signed_as_described(house: House) -> None:
    about = vectors("safe.json")
    files = [
        (VECTORS / about["file"], bytes.fromhex(about["key"])),
        (house.drawer, house.made.signed_in.drawer_key),
        (house.cabinet, house.made.signed_in.cabinets[0][2]),
    ]
    for path, key in files:
        data = path.read_bytes()
        assert len(data) % 4096 == 0
        assert all(page_hmacs(data, key))


def test_every_safe_has_the_settings_described(house: House) -> None:
    connection = connect(house.drawer, house.made.signed_in.drawer_key, read_only=True)
    said = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in (
            "cipher_page_size",
            "cipher_hmac_algorithm",
            "cipher_use_hmac",
            "cipher_plaintext_header_size",
        )
    }
    connection.close()
    assert said == {
        "cipher_page_size": "4096",
        "cipher_hmac_algorithm": "HMAC_SHA512",
        "cipher_use_hmac": "1",
        "cipher_plaintext_header_size": "0",
    }


def read_without_peerdesk(
    workspace: Path, who: str, typed: str, *more: str
) -> subprocess.CompletedProcess:
    # Isolated (-I): neither the project's folder nor anyone's settings are on the path.
    return subprocess.run(
        [sys.executable, "-I", str(READER), str(workspace), who, *more],
        input=typed,
        capture_output=True,
        text=True,
        cwd=workspace,
        env={"PYTHONUTF8": "1"},
    )


def test_notes_and_people_without_peerdesk(house: House) -> None:
    read = read_without_peerdesk(house.path, f"  {at_home.NAME.upper()}", at_home.PASSWORD + "\n")
    assert (read.returncode, read.stderr) == (0, "")
    assert read.stdout.splitlines() == [
        f"note: {at_home.NOTE}: {at_home.BODY}",
        f"person: {at_home.PERSON} {at_home.PHONE}",
    ]


def test_notes_by_three_words_and_a_stick_without_peerdesk(house: House, tmp_path: Path) -> None:
    secret, three = stick.new_secret(), stick.suggest()
    file = stick.write(tmp_path, secret)
    passwords = Passwords(house.workspace, TINY, house.clock)
    passwords.change(house.made.signed_in, at_home.NAME, stick.password(three, secret))
    read = read_without_peerdesk(house.path, at_home.NAME, " ".join(three) + "\n", str(file))
    assert (read.returncode, read.stderr) == (0, "")
    assert f"note: {at_home.NOTE}: {at_home.BODY}" in read.stdout.splitlines()
    assert read_without_peerdesk(house.path, at_home.NAME, " ".join(three)).returncode == 1
    whole = file.read_bytes()
    file.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    read = read_without_peerdesk(house.path, at_home.NAME, " ".join(three), str(file))
    assert "damaged" in read.stderr


@pytest.mark.parametrize("pair", [(0, 1), (2, 0)])
def test_people_by_two_recovery_parts_without_peerdesk(house: House, pair: tuple[int, int]) -> None:
    parts = "\n".join(house.made.parts[n] for n in pair)
    read = read_without_peerdesk(house.path, "--parts", parts)
    assert (read.returncode, read.stderr) == (0, "")
    assert read.stdout.splitlines() == [f"person: {at_home.PERSON} {at_home.PHONE}"]


def test_a_wrong_password_reads_nothing(house: House) -> None:
    read = read_without_peerdesk(house.path, at_home.NAME, "another " + at_home.PASSWORD)
    assert (read.returncode, read.stdout, read.stderr) == (1, "", "")


def test_the_reader_is_short_and_stands_alone() -> None:
    source = READER.read_text("utf-8")
    assert len(source.splitlines()) < 150
    assert "import peerdesk" not in source
    assert "from peerdesk" not in source
    assert 'assert not any(name.partition(".")[0] == "peerdesk" for name in sys.modules)' in source


def test_the_vectors_are_those_of_the_script(tmp_path: Path) -> None:
    """Run again, make.py writes the same files: nothing in them was changed by hand."""
    copy = tmp_path / "make.py"
    copy.write_bytes((VECTORS / "make.py").read_bytes())
    subprocess.run([sys.executable, "-I", str(copy)], check=True)
    for path in sorted(VECTORS.glob("*.json")):
        assert (tmp_path / path.name).read_bytes() == path.read_bytes(), path.name
