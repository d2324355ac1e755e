"""Codes for a phone's camera on paper: painted as squares, sharp at every size.

In a text a code is ``<img src="scan:HEX" alt="…" width="80">``, HEX the payload in UTF-8,
``width`` in points. Words beside it say the same.
"""

from __future__ import annotations

import base64
import html
import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QImage,
    QPainter,
    QPainterPath,
    QPyTextObject,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextImageFormat,
)

from peerdesk.core.scan_code import QUIET, modules, svg

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEME = "scan:"
_KIND = QTextFormat.ObjectTypes.UserObject.value + 7
_PAYLOAD = QTextFormat.Property.UserProperty.value + 7
_POINTS = _PAYLOAD + 1
_IMAGES = re.compile(rf'src="{SCHEME}([0-9a-f]+)"')
DOTS = 6
"""Dots for each module where a code has to be a picture."""


def image(payload: str, words: str, points: int) -> str:
    """The code inside a text. ``words`` are what a screen reader says."""
    alt = html.escape(words, quote=True)
    name = SCHEME + payload.encode().hex()
    return f'<img src="{name}" alt="{alt}" width="{points}" height="{points}">'


def paint(painter: QPainter, box: QRectF, payload: str) -> None:
    """Paint a code into a square, black on white, its white included."""
    rows = modules(payload)
    side = len(rows) + 2 * QUIET
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(box, Qt.GlobalColor.white)
    painter.translate(box.topLeft())
    painter.scale(box.width() / side, box.height() / side)
    path = QPainterPath()
    for y, row in enumerate(rows):
        start = None
        for x, black in enumerate([*row, False]):
            if black and start is None:
                start = x
            elif not black and start is not None:
                path.addRect(QUIET + start, QUIET + y, x - start, 1)
                start = None
    painter.fillPath(path, Qt.GlobalColor.black)
    painter.restore()


class _Code(QPyTextObject):
    """Paints the codes of one document."""

    def intrinsicSize(self, doc: QTextDocument, pos_in_doc: int, form: QTextFormat) -> QSizeF:
        del pos_in_doc
        device = doc.documentLayout().paintDevice()
        scale = 96 / 72 if device is None else device.logicalDpiY() / 72
        side = form.doubleProperty(_POINTS) * scale
        return QSizeF(side, side)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        pos_in_doc: int,
        form: QTextFormat,
    ) -> None:
        del doc, pos_in_doc
        paint(painter, QRectF(rect), form.stringProperty(_PAYLOAD))


def settle(document: QTextDocument, *, pictures: bool = False) -> None:
    """Make the codes of a document visible: painted, or as ``pictures`` for a file format that
    knows nothing else."""
    found = list(_found(document))
    if pictures:
        for _, form in found:
            payload = _payload(form.name().removeprefix(SCHEME))
            kind = QTextDocument.ResourceType.ImageResource
            document.addResource(kind.value, QUrl(form.name()), picture(payload))
        return
    if not found:
        return
    painter = _Code(document)
    document.documentLayout().registerHandler(_KIND, painter)
    for position, form in found:
        made = QTextCharFormat()
        made.setObjectType(_KIND)
        made.setProperty(_PAYLOAD, _payload(form.name().removeprefix(SCHEME)))
        made.setProperty(_POINTS, form.width())
        cursor = QTextCursor(document)
        cursor.setPosition(position)
        cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(made)


def picture(payload: str) -> QImage:
    """The code as a picture."""
    side = (len(modules(payload)) + 2 * QUIET) * DOTS
    made = QImage(side, side, QImage.Format.Format_RGB32)
    painter = QPainter(made)
    paint(painter, QRectF(0, 0, side, side), payload)
    painter.end()
    return made


def for_the_web(body: str) -> str:
    """The same text with its codes as pictures inside it."""

    def put(found: re.Match[str]) -> str:
        data = base64.b64encode(svg(_payload(found[1])).encode()).decode()
        return f'src="data:image/svg+xml;base64,{data}"'

    return _IMAGES.sub(put, body)


def _payload(name: str) -> str:
    return bytes.fromhex(name).decode()


def _found(document: QTextDocument) -> Iterator[tuple[int, QTextImageFormat]]:
    block = document.begin()
    while block.isValid():
        parts = block.begin()
        while not parts.atEnd():
            part = parts.fragment()
            form = part.charFormat().toImageFormat()
            if form.isValid() and form.name().startswith(SCHEME):
                yield from ((part.position() + at, form) for at in range(part.length()))
            parts += 1
        block = block.next()
