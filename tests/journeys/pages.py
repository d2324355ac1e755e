"""The inside of an encrypted file, page by page, freed pages and gaps included.

Asking SQLCipher shows rows alone. Here every page is decrypted as it lies in the file: 4,096
bytes, the last 80 of them initial vector and HMAC, the first 16 of the file its salt (SQLCipher 4,
"Design"; with a raw key there is no derivation). Only tests read like this.
"""

from __future__ import annotations

import ctypes
from pathlib import Path
from typing import Any

PAGE, RESERVE, SALT = 4096, 80, 16
WAL_HEADER, FRAME_HEADER = 32, 24


def crypto() -> Any:
    """The library of Python's own hashlib, which has AES; None where it cannot be reached."""
    try:
        import _hashlib

        library = ctypes.CDLL(_hashlib.__file__)
        for name in ("EVP_CIPHER_CTX_new", "EVP_aes_256_cbc"):
            getattr(library, name).restype = ctypes.c_void_p
    except (ImportError, AttributeError, OSError):
        return None
    return library


def _decrypted(library: Any, key: bytes, vector: bytes, data: bytes) -> bytes:
    context = ctypes.c_void_p(library.EVP_CIPHER_CTX_new())
    cipher = ctypes.c_void_p(library.EVP_aes_256_cbc())
    out, count = ctypes.create_string_buffer(len(data) + 32), ctypes.c_int()
    assert library.EVP_DecryptInit_ex(context, cipher, None, key, vector) == 1
    library.EVP_CIPHER_CTX_set_padding(context, 0)
    assert library.EVP_DecryptUpdate(context, out, ctypes.byref(count), data, len(data)) == 1
    library.EVP_CIPHER_CTX_free(context)
    return out.raw[: count.value]


def inside(path: Path, key: bytes) -> bytes:
    """Everything in a file and its journal, decrypted, in the order it lies there."""
    library = crypto()
    raw = path.read_bytes()
    pages = [raw[at : at + PAGE] for at in range(0, len(raw), PAGE)]
    found = []
    for number, page in enumerate(pages):
        start = SALT if number == 0 else 0
        vector = page[PAGE - RESERVE : PAGE - RESERVE + 16]
        found.append(_decrypted(library, key, vector, page[start : PAGE - RESERVE]))
    # Bytes 16 and 17 of a database say how large its pages are, byte 20 how much is kept back.
    assert found[0][:2] == b"\x10\x00", "wrong key, or another form of file"
    assert found[0][4] == RESERVE
    journal = path.with_name(path.name + "-wal")
    frames = journal.read_bytes()[WAL_HEADER:] if journal.exists() else b""
    for at in range(0, len(frames), FRAME_HEADER + PAGE):
        page = frames[at + FRAME_HEADER : at + FRAME_HEADER + PAGE]
        if len(page) == PAGE:
            first = int.from_bytes(frames[at : at + 4], "big") == 1
            vector = page[PAGE - RESERVE : PAGE - RESERVE + 16]
            data = page[SALT if first else 0 : PAGE - RESERVE]
            found.append(_decrypted(library, key, vector, data))
    return b"".join(found)


def holds(data: bytes, words: str) -> bool:
    """Whether ``words`` stand in ``data``, whatever the case, in UTF-8 or UTF-16."""
    low, wide = data.lower(), words.lower()
    return wide.encode() in low or wide.encode("utf-16-le") in low
