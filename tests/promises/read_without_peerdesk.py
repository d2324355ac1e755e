#!/usr/bin/env python3
"""Read a PeerDesk workspace without PeerDesk, as peerdesk/safe/FORMAT.md describes it.

    read_without_peerdesk.py WORKSPACE NAME     the password comes on standard input
    read_without_peerdesk.py WORKSPACE NAME KEY a stick's key file; its three words come instead
    read_without_peerdesk.py WORKSPACE --parts  two recovery parts, one a line, on standard input

Prints the notes and the people. Needs Python 3.11, PyNaCl and sqlcipher3; ``--parts`` also
shamir-mnemonic. Work on a copy of the folder. Type six-word passwords with whole words and one
blank between.
"""

from __future__ import annotations

import struct
import sys
import unicodedata
from hashlib import blake2b
from pathlib import Path

import nacl.bindings
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, SealedBox
from nacl.pwhash import argon2id
from sqlcipher3 import dbapi2 as sqlcipher


def utf8(text: str) -> bytes:
    return unicodedata.normalize("NFKC", text).encode("utf-8", "surrogatepass")


def drawer_key(key_file: bytes, name: str, password: str) -> bytes | None:
    """The key of a drawer from its key file, or None when name or password is another one."""
    body, checksum = key_file[:-16], key_file[-16:]
    if len(key_file) != 268 or key_file[:4] != b"PDK1":
        return None
    if blake2b(body, digest_size=16, person=b"PeerDesk key").digest() != checksum:
        return None
    header, wrap = body[:44], body[44:148]
    memory_kib, passes = struct.unpack(">II", header[36:44])
    who = unicodedata.normalize("NFKC", name).casefold().strip()
    salt = blake2b(who.encode("utf-8", "surrogatepass"), digest_size=16, key=header[20:36]).digest()
    secret = argon2id.kdf(64, utf8(password), salt, opslimit=passes, memlimit=memory_kib * 1024)
    nonce, box, commitment = wrap[:24], wrap[24:72], wrap[72:]
    if blake2b(nonce + header, digest_size=32, key=secret[32:]).digest() != commitment:
        return None
    return nacl.bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(box, header, nonce, secret[:32])


def stick_secret(key_file: bytes) -> str:
    """What stands on a USB stick, as it goes into the password; ValueError when it is damaged."""
    body, checksum = key_file[:-16], key_file[-16:]
    whole = blake2b(body, digest_size=16, person=b"PeerDesk stick").digest() == checksum
    if len(key_file) != 52 or key_file[:4] != b"PDU1" or not whole:
        raise ValueError("this is not the key file of a stick, or it is damaged")
    return body[4:].hex()


def cabinet_key(seals: bytes, secret_key: bytes) -> bytes | None:
    """The key of a cabinet from its seals, or None when no box is for this X25519 secret."""
    for at in range(0, 1600, 100):
        try:
            payload = SealedBox(PrivateKey(secret_key)).decrypt(seals[at : at + 100])
        except CryptoError:
            continue
        return payload[20:52]  # after the group id (16 bytes) and the generation (4 bytes)
    return None


def recovery_secret_key(parts: list[str]) -> bytes:
    """The X25519 secret that two recovery parts (or the one that is enough) stand for."""
    from shamir_mnemonic import combine_mnemonics

    return blake2b(
        b"", digest_size=32, key=combine_mnemonics(parts), person=b"PeerDesk group"
    ).digest()


def rows(path: Path, key: bytes, sql: str) -> list[tuple]:
    connection = sqlcipher.connect(str(path))
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    found = connection.execute(sql).fetchall()
    connection.close()
    return found


def print_group(workspace: Path, file_id: str, key: bytes) -> None:
    for name, phone in rows(
        workspace / "groups" / f"{file_id}.safe", key, "SELECT name, phone FROM person"
    ):
        print(f"person: {name} {phone}".rstrip())


def main(workspace: Path, who: str, stick: Path | None = None) -> int:
    lines = [line.rstrip("\n") for line in sys.stdin]
    if stick is not None:
        lines[0] += " " + stick_secret(stick.read_bytes())
    if who == "--parts":
        secret = recovery_secret_key(lines)
        for seals in sorted((workspace / "groups").glob("*.seals")):
            key = cabinet_key(seals.read_bytes(), secret)
            if key is not None:
                print_group(workspace, seals.stem, key)
                return 0
        return 1
    for key_file in sorted((workspace / "drawers").glob("*.key")):
        own = drawer_key(key_file.read_bytes(), who, lines[0])
        if own is None:
            continue
        drawer = key_file.with_suffix(".safe")
        for title, body in rows(drawer, own, "SELECT title, body FROM note"):
            print(f"note: {title}: {body}")
        secret = rows(drawer, own, "SELECT secret_key FROM identity")[0][0]
        for (file_id,) in rows(drawer, own, "SELECT file_id FROM cabinet_pass"):
            key = cabinet_key((workspace / "groups" / f"{file_id}.seals").read_bytes(), secret)
            if key is not None:
                print_group(workspace, file_id, key)
        return 0
    return 1


if __name__ == "__main__":
    status = main(Path(sys.argv[1]), sys.argv[2], *map(Path, sys.argv[3:4]))
    assert not any(name.partition(".")[0] == "peerdesk" for name in sys.modules)
    sys.exit(status)
