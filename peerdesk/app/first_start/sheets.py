"""The printed recovery parts. They name neither the group nor anyone: a finder learns nothing."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

COLUMNS = 4
MARK = "▸ "


def sheet(part: str, number: int, count: int, marked: Sequence[int]) -> str:
    """One part as HTML. ``marked``: numbers (from 1) of the words that are asked back."""
    one = count == 1
    title = (
        QCoreApplication.translate("RecoverySheet", "PeerDesk: recovery sheet")
        if one
        else QCoreApplication.translate("RecoverySheet", "PeerDesk: recovery part {n} of {count}")
    ).format(n=number, count=count)
    use = (
        QCoreApplication.translate(
            "RecoverySheet",
            "This sheet alone opens the records of your group when nobody can sign in any more. "
            "It opens nobody's private notes.",
        )
        if one
        else QCoreApplication.translate(
            "RecoverySheet",
            "Any two of the three parts open the records of one group when nobody can sign in any "
            "more. They open nobody's private notes. One part alone opens nothing.",
        )
    )
    keep = (
        QCoreApplication.translate(
            "RecoverySheet", "Keep it locked away, and never beside the computer."
        )
        if one
        else QCoreApplication.translate(
            "RecoverySheet",
            "Keep it locked away, never beside the computer and never beside another part. "
            "Parts that belong together begin with the same two words.",
        )
    )
    cells = []
    for at, word in enumerate(part.split(), start=1):
        shown = f"<b>{MARK}{html.escape(word)}</b>" if at in marked else html.escape(word)
        cells.append(f"<td width='{100 // COLUMNS}%'>{at}&nbsp; {shown}</td>")
    rows = "".join(
        f"<tr>{''.join(cells[at : at + COLUMNS])}</tr>" for at in range(0, len(cells), COLUMNS)
    )
    mark = QCoreApplication.translate(
        "RecoverySheet", "PeerDesk asks for the two words marked {mark} once, after printing."
    ).format(mark=MARK.strip())
    line = "_" * 24
    fields = "".join(
        f"<p>{label} {line}</p>"
        for label in (
            QCoreApplication.translate("RecoverySheet", "Kept by:"),
            QCoreApplication.translate("RecoverySheet", "Printed on:"),
        )
    )
    return (
        f"<h1>{html.escape(title)}</h1><p>{html.escape(use)}</p>"
        f"<table width='100%' cellspacing='0' cellpadding='8'>{rows}</table>"
        f"<p>{html.escape(mark)}</p><p>{html.escape(keep)}</p>{fields}"
    )


def sheets(parts: Sequence[str], asked: Sequence[tuple[int, int]]) -> list[str]:
    """All parts, one HTML text each."""
    return [
        sheet(part, number, len(parts), marked)
        for number, (part, marked) in enumerate(zip(parts, asked, strict=True), start=1)
    ]


def in_one(texts: Sequence[str]) -> str:
    """All sheets in one text, each on a page of its own."""
    first, *rest = texts
    return first + "".join(
        text.replace("<h1>", "<h1 style='page-break-before:always'>", 1) for text in rest
    )
