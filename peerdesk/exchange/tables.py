"""Rows of one CSV file, whatever its encoding, delimiter or shape; row 1 is the headings."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from itertools import chain, islice

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
    if data.isascii():
        return "utf-8"
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
    """One file being read. Rows come with as many cells as headings;
    what had to be left out or cut stands in ``problems`` afterwards."""

    def __init__(self, label: str, data: bytes) -> None:
        csv.field_size_limit(MAX_CELL)
        self.label = label
        self.problems: list[Problem] = []
        self.headings: list[str] = []
        # Short rows are filled up with blanks. Two bytes a row under a hundred thousand headings
        # would fill the memory, so there may be no more blanks than the file has bytes.
        self._blanks_left = len(data)
        lines = _lines(data)
        first = next((line for line in lines if line.strip(" \t\r\n,;|\ufeff")), "")
        self._reader = csv.reader(chain([first], lines), delimiter=_delimiter(first))
        try:
            self.headings = [heading(c) for c in next(self._reader, [])]
        except csv.Error:
            self._problem(1, translate("Import", "The first row could not be read as headings."))

    def _problem(self, row: int, text: Text, left_out: bool = True) -> None:
        self.problems.append(Problem(self.label, row, text, left_out))

    def lots(self, size: int) -> Iterator[tuple[Sequence[int], list[list[str]]]]:
        """(row numbers, rows), up to ``size`` at a time."""
        width, row = len(self.headings), 1
        more = width > 0
        while more:
            rows: list[list[str]] = []
            torn = False
            try:
                rows.extend(islice(self._reader, size))  # keeps what came before an error
            except csv.Error:
                torn = True
            count = len(rows)
            numbers: Sequence[int] = range(row + 1, row + 1 + count)
            row += count
            if set(map(len, rows)) - {width}:
                numbers, rows = self._even(numbers, rows)
            if rows:
                yield numbers, rows
            if torn:
                row += 1
                self._problem(
                    row,
                    translate(
                        "Import",
                        "This row could not be taken apart: perhaps a quotation mark is not "
                        "closed.",
                    ),
                )
            more = torn or count > 0
            if self._blanks_left < 0:
                more = False
                self._problem(
                    row + 1,
                    translate(
                        "Import",
                        "Most rows have far fewer cells than there are headings. The rest of this "
                        "file did not come in.",
                    ),
                )

    def _even(
        self, numbers: Sequence[int], rows: list[list[str]]
    ) -> tuple[list[int], list[list[str]]]:
        """Rows with too few or too many cells, made as long as the headings; empty ones go."""
        width = len(self.headings)
        kept: dict[int, list[str]] = {}
        for number, cells in zip(numbers, rows, strict=True):
            if any(c.strip() for c in cells[width:]):
                self._problem(
                    number,
                    translate(
                        "Import",
                        "The row has more cells than there are headings. It came in without the "
                        "last ones.",
                    ),
                    False,
                )
            if cells:
                self._blanks_left -= max(0, width - len(cells))
                if self._blanks_left < 0:
                    break
                kept[number] = (cells + [""] * (width - len(cells)))[:width]
        return list(kept), list(kept.values())

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        for numbers, rows in self.lots(1_000):
            yield from zip(numbers, rows, strict=True)
