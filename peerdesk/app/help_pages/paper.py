"""A help page as simple HTML, for paper and files (``ui.printing``)."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from itertools import groupby

from PySide6.QtGui import QKeySequence

from peerdesk.app.help_pages.parts import Key, Line, Part, Point, Section, Sheet, Tick
from peerdesk.core.text import Text
from peerdesk.ui.text import render

BOX = "☐"


def key_words(keys: str) -> str:
    """Keys as this system writes them; what is no key sequence stays as it is."""
    if "×" in keys:
        return keys
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) or keys


def page(sheet: Sheet) -> str:
    """The whole page."""
    body = [f"<h1>{_say(sheet.title)}</h1>", f"<p>{_say(sheet.lead)}</p>"]
    for section in sheet.sections:
        body += _section(section)
    return "".join(body)


def _say(words: Text | str) -> str:
    return html.escape(render(words))


def _section(section: Section) -> Iterator[str]:
    way = " style='page-break-before:always'" if section.new_page else ""
    yield f"<h2{way}>{_say(section.title)}</h2>"
    if section.lead is not None:
        yield f"<p>{_say(section.lead)}</p>"
    for kind, parts in groupby(section.parts, type):
        if kind is Key:
            yield _table(_key(part) for part in parts)
        elif kind is Line:
            yield _table(_line(part) for part in parts)
        elif kind is Point and section.numbered:
            yield f"<ol>{''.join(f'<li>{_point(part)}</li>' for part in parts)}</ol>"
        elif kind is Tick:
            yield "".join(f"<p>{BOX}&nbsp; {_say(part.words)}</p>" for part in parts)
        else:
            yield "".join(f"<p>{_point(part)}</p>" for part in parts)


def _table(rows: Iterable[str]) -> str:
    return f"<table width='100%' cellspacing='0'>{''.join(rows)}</table>"


def _point(part: Part) -> str:
    title = part.title if isinstance(part, Point) else None
    head = f"<b>{_say(title)}</b><br>" if title is not None else ""
    return head + _say(part.words)


def _key(part: Part) -> str:
    each = part.all() if isinstance(part, Key) else ()
    keys = " &nbsp; ".join(html.escape(key_words(keys)) for keys in each)
    return f"<tr><td width='65%'>{_say(part.words)}</td><td><b>{keys}</b></td></tr>"


def _line(part: Part) -> str:
    # The line is the lower border of an empty cell: it is as long as the paper is wide.
    return (
        "<tr><td width='38%' style='padding-top:18px'>"
        f"{_say(part.words)}</td>"
        "<td style='padding-top:18px; border-bottom:1px solid #000000'>&nbsp;</td></tr>"
    )
