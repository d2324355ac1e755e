#!/usr/bin/env python3
"""Makes the test vectors beside it, from peerdesk/safe/FORMAT.md alone: PeerDesk is not imported.

Every "random" byte comes from BLAKE2b of a name, so a second run writes the same JSON files.
``cabinet.safe`` alone is new at each run (SQLCipher draws its own randomness), so it is made only
where it is missing. Small Argon2id parameters are marked ``small``; the product refuses those.
"""

from __future__ import annotations

import json
import struct
import unicodedata
from hashlib import blake2b
from pathlib import Path
from typing import Any

import nacl.bindings as sodium
import shamir_mnemonic
from nacl.pwhash import argon2id
from shamir_mnemonic import shamir
from sqlcipher3 import dbapi2 as sqlcipher

HERE = Path(__file__).parent
SIX = "academic acid acne acquire acrobat activity"


def dice(name: str, length: int) -> bytes:
    """``length`` bytes that look random and are the same at every run."""
    made, number = b"", 0
    while len(made) < length:
        made += blake2b(f"{name}/{number}".encode(), digest_size=64).digest()
        number += 1
    return made[:length]


# -- key files --------------------------------------------------------------------------------


def key_checksum(body: bytes) -> bytes:
    return blake2b(body, digest_size=16, person=b"PeerDesk key").digest()


def wrap(secret: bytes, associated: bytes, key: bytes, nonce: bytes) -> bytes:
    box = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(key, associated, nonce, secret[:32])
    return nonce + box + blake2b(nonce + associated, digest_size=32, key=secret[32:]).digest()


def key_file(
    case: str, name: str, password: str, memory_kib: int, passes: int, *, with_sheet: bool
) -> dict[str, Any]:
    """One valid case; ``password`` in its canonical form."""
    workspace, salt = dice("workspace", 16), dice("salt", 16)
    key, sheet = dice(case + " key", 32), dice(case + " sheet", 16)
    header = b"PDK1" + workspace + salt + struct.pack(">II", memory_kib, passes)
    who = unicodedata.normalize("NFKC", name).casefold().strip().encode()
    argon_salt = blake2b(who, digest_size=16, key=salt).digest()
    typed = unicodedata.normalize("NFKC", password).encode()
    secret = argon2id.kdf(64, typed, argon_salt, opslimit=passes, memlimit=memory_kib * 1024)
    by_sheet = dice(case + " unused", 104)
    if with_sheet:
        sheet_secret = blake2b(
            header[:36], digest_size=64, key=sheet, person=b"PeerDesk sheet"
        ).digest()
        by_sheet = wrap(sheet_secret, header[:36], key, dice(case + " sheet nonce", 24))
    body = header + wrap(secret, header, key, dice(case + " nonce", 24)) + by_sheet
    return {
        "case": case,
        "small": memory_kib < 64 * 1024,
        "workspace_id": workspace.hex(),
        "name": name,
        "password": password,
        "memory_kib": memory_kib,
        "passes": passes,
        "argon2id_salt": argon_salt.hex(),
        "argon2id_output": secret.hex(),
        "sheet_secret": sheet.hex() if with_sheet else None,
        "drawer_key": key.hex(),
        "file": (body + key_checksum(body)).hex(),
    }


def damaged_key_files(good: bytes) -> list[dict[str, str]]:
    """Files that must be refused before anything is derived."""

    def case(why: str, body: bytes) -> dict[str, str]:
        return {"why": why, "file": (body + key_checksum(body)).hex()}

    body = good[:-16]

    def asks(memory_kib: int, passes: int) -> bytes:
        return body[:36] + struct.pack(">II", memory_kib, passes) + body[44:]

    flipped = bytearray(good)
    flipped[100] ^= 1
    return [
        {"why": "one bit turned round", "file": bytes(flipped).hex()},
        {"why": "one byte too short", "file": good[:-1].hex()},
        {"why": "one byte too long", "file": (good + b"\0").hex()},
        {"why": "empty", "file": ""},
        case("another magic", b"PDK2" + body[4:]),
        case("another workspace", body[:4] + dice("elsewhere", 16) + body[20:]),
        case("less memory than the least", asks(4, 1)),
        case("more memory than the most", asks(2**32 - 1, 1)),
        case("no passes", asks(64 * 1024, 0)),
        case("more passes than the most", asks(64 * 1024, 21)),
    ]


def forged_key_files(good: dict[str, Any]) -> list[dict[str, str]]:
    """Whole files, checksum and all, that the right password must not open."""
    file = bytes.fromhex(good["file"])
    found = []
    for why, at in (
        ("the salt of another", 20),
        ("the nonce of another", 44),
        ("the box of another", 68),
        ("the commitment of another", 116),
    ):
        body = bytearray(file[:-16])
        body[at : at + 16] = dice("forged " + why, 16)
        found.append({"why": why, "file": (bytes(body) + key_checksum(bytes(body))).hex()})
    return found


# -- seals ------------------------------------------------------------------------------------


def seals_checksum(body: bytes) -> bytes:
    return blake2b(body, digest_size=16, person=b"PeerDesk seals").digest()


def sealed_box(case: str, public: bytes, payload: bytes) -> bytes:
    """libsodium's crypto_box_seal with an ephemeral key that is the same at every run."""
    secret = dice(case + " ephemeral", 32)
    ephemeral = sodium.crypto_scalarmult_base(secret)
    nonce = blake2b(ephemeral + public, digest_size=24).digest()
    return ephemeral + sodium.crypto_box(payload, nonce, public, secret)


def seals(recovery_public: bytes) -> dict[str, Any]:
    group, key = dice("group", 16), dice("cabinet", 32)
    mine = dice("facilitator", 32)
    payload = struct.pack(">16sI32s", group, 3, key)
    receivers = {11: sodium.crypto_scalarmult_base(mine), 4: recovery_public}
    boxes = []
    for number in range(16):
        filler = sodium.crypto_scalarmult_base(dice(f"filler {number}", 32))
        inside = payload if number in receivers else dice(f"nothing {number}", 52)
        boxes.append(sealed_box(f"box {number}", receivers.get(number, filler), inside))
    body = b"".join(boxes)
    good = body + seals_checksum(body)
    flipped = bytearray(good)
    flipped[1150] ^= 4
    elsewhere = sealed_box(
        "box 11", receivers[11], struct.pack(">16sI32s", dice("another group", 16), 3, key)
    )
    other = body[:1100] + elsewhere + body[1200:]
    return {
        "group_id": group.hex(),
        "generation": 3,
        "cabinet_key": key.hex(),
        "secret_key": mine.hex(),
        "stranger": dice("stranger", 32).hex(),
        "file": good.hex(),
        "must_fail": [
            {"why": "one bit turned round", "file": bytes(flipped).hex()},
            {"why": "one box missing", "file": (body[:1500] + seals_checksum(body[:1500])).hex()},
            {"why": "one byte too long", "file": (good + b"\0").hex()},
            {"why": "empty", "file": ""},
            {"why": "for another group", "file": (other + seals_checksum(other)).hex()},
        ],
    }


# -- recovery ---------------------------------------------------------------------------------


def recovery() -> dict[str, Any]:
    turn = 0

    def fixed(length: int) -> bytes:
        nonlocal turn
        turn += 1
        return dice(f"slip-39 {turn}", length)

    shamir.RANDOM_BYTES = fixed
    group = dice("recovery", 16)
    parts = shamir_mnemonic.generate_mnemonics(1, [(2, 3)], group)[0]
    sheet = dice("personal sheet", 16)
    (words,) = shamir_mnemonic.generate_mnemonics(1, [(1, 1)], sheet)[0]
    secret = blake2b(b"", digest_size=32, key=group, person=b"PeerDesk group").digest()
    other = shamir_mnemonic.generate_mnemonics(1, [(2, 3)], dice("another set", 16))[0]
    mistyped = parts[0].split()
    mistyped[8] = "zero" if mistyped[8] != "zero" else "yoga"
    return {
        "group": {
            "parts": parts,
            "secret": group.hex(),
            "secret_key": secret.hex(),
            "public_key": sodium.crypto_scalarmult_base(secret).hex(),
        },
        "sheet": {"words": words, "secret": sheet.hex()},
        "must_fail": [
            {"why": "one part of two", "parts": [parts[0]]},
            {"why": "the same part twice", "parts": [parts[1], parts[1]]},
            {"why": "parts of two sets", "parts": [parts[0], other[1]]},
            {"why": "one word mistyped", "parts": [" ".join(mistyped), parts[1]]},
            {"why": "a word left out", "parts": [" ".join(parts[0].split()[1:]), parts[1]]},
        ],
    }


# -- a stick and three words --------------------------------------------------------------------


def stick_checksum(body: bytes) -> bytes:
    return blake2b(body, digest_size=16, person=b"PeerDesk stick").digest()


def stick() -> dict[str, Any]:
    secret = dice("stick", 32)
    body = b"PDU1" + secret
    good = body + stick_checksum(body)
    flipped = bytearray(good)
    flipped[20] ^= 1
    three = "academic acid acne"
    other = b"PDU2" + secret
    return {
        "three_words": three,
        "secret": secret.hex(),
        "file": good.hex(),
        "drawer": key_file(
            "three words and a stick", "Robin", f"{three} {secret.hex()}", 8, 1, with_sheet=False
        ),
        "must_fail": [
            {"why": "one bit turned round", "file": bytes(flipped).hex()},
            {"why": "one byte too short", "file": good[:-1].hex()},
            {"why": "one byte too long", "file": (good + b"\0").hex()},
            {"why": "empty", "file": ""},
            {"why": "another magic", "file": (other + stick_checksum(other)).hex()},
            {"why": "the checksum of a key file", "file": (body + key_checksum(body)).hex()},
        ],
    }


# -- words that wait for their writer -------------------------------------------------------------


def waiting() -> dict[str, Any]:
    drawer = dice("drawer of the words", 32)

    def box(words: str, of: bytes = drawer, associated: bytes = b"PDW1") -> bytes:
        key = blake2b(b"PDW1", digest_size=32, key=of, person=b"PeerDesk words").digest()
        nonce = dice("words " + words, 24)
        return nonce + sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
            words.encode(), associated, nonce, key
        )

    texts = ["", "half a sent", "Grüße an die Gruppe 🙂"]
    boxes = [box(text) for text in texts]
    row = b"".join(struct.pack(">I", len(made)) + made for made in boxes)
    flipped = bytearray(boxes[1])
    flipped[30] ^= 1
    return {
        "drawer_key": drawer.hex(),
        "valid": [
            {"words": text, "box": made.hex()} for text, made in zip(texts, boxes, strict=True)
        ],
        "row": row.hex(),
        "row_cut_short": row[:-1].hex(),
        "must_fail": [
            {"why": "one bit turned round", "box": bytes(flipped).hex()},
            {"why": "of another drawer", "box": box("x", dice("another drawer", 32)).hex()},
            {"why": "another associated text", "box": box("x", associated=b"PDW2").hex()},
            {"why": "one byte too short", "box": boxes[1][:-1].hex()},
            {"why": "a nonce alone", "box": boxes[1][:24].hex()},
            {"why": "empty", "box": ""},
        ],
    }


# -- a safe -----------------------------------------------------------------------------------


def safe(path: Path) -> None:
    key = dice("safe", 32)
    connection = sqlcipher.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("CREATE TABLE person(id INTEGER PRIMARY KEY, name TEXT)")
    connection.execute("INSERT INTO person(name) VALUES ('Ana of the vectors')")
    connection.close()


def main() -> None:
    good = key_file("six words, no sheet", "Maria Quill", SIX, 8, 1, with_sheet=False)
    drawers = [
        good,
        key_file("with a sheet", "Maria Quill", SIX, 16, 2, with_sheet=True),
        # Case, outer blanks and width of a name do not matter; a password is NFKC and no more.
        key_file(
            "folded", " ＭARIA  Straße ", "Ｓix words are e\u0301nough ", 8, 1, with_sheet=False
        ),
        key_file("the least the product takes", "Robin", SIX, 64 * 1024, 3, with_sheet=True),
    ]
    made = recovery()
    files = {
        "keys.json": {
            "valid": drawers,
            "must_be_refused": damaged_key_files(bytes.fromhex(drawers[3]["file"])),
            "must_not_open": forged_key_files(good),
        },
        "seals.json": seals(bytes.fromhex(made["group"]["public_key"])),
        "recovery.json": made,
        "stick.json": stick(),
        "words.json": waiting(),
        "safe.json": {"file": "cabinet.safe", "key": dice("safe", 32).hex()},
    }
    for name, content in files.items():
        (HERE / name).write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", "utf-8")
    if not (HERE / "cabinet.safe").exists():
        safe(HERE / "cabinet.safe")


if __name__ == "__main__":
    main()
