"""Rows of one CSV file, whatever its encoding, delimiter or shape; row 1 is the headings."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator

from peerdesk.core.text import Text, translate
from peerdesk.exchange.report import Problem

MAX_CELL = 1024 * 1024
_CHUNK = 1024 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def encoding(data: bytes) -> str:
    """The encoding of a file: its byte order mark, UTF-16 by its zero bytes, UTF-8 where it fits,
    otherwise Windows-1252 (which spreadsheets write)."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    start = data[:4096]
    even, odd = start[::2].count(0), start[1::2].count(0)
    if odd > len(start) // 5 and even < odd // 4:
        return "utf-16-le"
    if even > len(start) // 5 and odd < even // 4:
        return "utf-16-be"
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for at in range(0, len(data), _CHUNK):
            decoder.decode(data[at : at + _CHUNK])
        decoder.decode(b"", True)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _lines(data: bytes) -> Iterator[str]:
    found = encoding(data)
    # with a CR alone as line end (old Macintosh) the csv module would see one endless line
    newline = "" if b"\n" in data else None
    text = io.TextIOWrapper(io.BytesIO(data), found, errors="replace", newline=newline)
    if b"\0" in data and not found.startswith(("utf-16", "utf-32")):
        return (line.replace("\0", "") for line in text)
    return iter(text)


def _delimiter(header: str) -> str:
    return max(",;\t|", key=header.count)


def heading(cell: str) -> str:
    """A heading as we compare it: small letters, ``_`` for blanks."""
    return "_".join(cell.strip(" \ufeff\"'\t").lower().replace("-", " ").replace("_", " ").split())


class Table:
    """One file being read. Iterating gives (row number, cells), as many cells as headings;
    what had to be left out or cut stands in ``problems`` afterwards."""

    def __init__(self, label: str, data: bytes) -> None:
        csv.field_size_limit(MAX_CELL)
        self.label = label
        self.problems: list[Problem] = []
        self.headings: list[str] = []
        lines = _lines(data)
        first = next((line for line in lines if line.strip(" \t\r\n,;|\ufeff")), "")
        self._reader = csv.reader(_again(first, lines), delimiter=_delimiter(first))
        try:
            self.headings = [heading(c) for c in next(self._reader, [])]
        except csv.Error:
            self._problem(1, translate("Import", "The first row could not be read as headings."))

    def _problem(self, row: int, text: Text, left_out: bool = True) -> None:
        self.problems.append(Problem(self.label, row, text, left_out))

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        width = len(self.headings)
        row = 1
        while width:
            row += 1
            try:
                cells = next(self._reader)
            except StopIteration:
                return
            except csv.Error:
                self._problem(
                    row,
                    translate(
                        "Import",
                        "This row could not be taken apart: perhaps a quotation mark is not "
                        "closed.",
                    ),
                )
                continue
            if len(cells) != width:
                if len(cells) > width:
                    if any(c.strip() for c in cells[width:]):
                        self._problem(
                            row,
                            translate(
                                "Import",
                                "The row has more cells than there are headings. It came in "
                                "without the last ones.",
                            ),
                            False,
                        )
                    del cells[width:]
                elif len(cells) <= 1 and not "".join(cells).strip():
                    continue
                else:
                    cells += [""] * (width - len(cells))
            yield row, cells


def _again(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest
