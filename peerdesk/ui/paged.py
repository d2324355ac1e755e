"""A text laid out on pages: the same for counting, looking, printing and saving."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import (
    QBuffer,
    QCoreApplication,
    QLocale,
    QRectF,
    QSizeF,
    Qt,
)
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextTable,
)

from peerdesk.ui.sheets import Sheets, layout, paper

__all__ = ["LARGE_POINTS", "POINTS", "TITLE", "Pages", "document", "layout", "paper", "style"]

TITLE = "PeerDesk"
"""The title of every print job and file: it names nobody."""
POINTS, LARGE_POINTS = 12, 17
"""Clear print asks for 12–14 pt, large print for 16–18 pt (UKAAF)."""


def document(
    body: str,
    large: bool = False,
    *,
    right_to_left: bool | None = None,
    pictures: bool = False,
) -> QTextDocument:
    """A document of simple HTML (headings, paragraphs, lists, tables, codes of ``ui.scanning``),
    black on white. ``pictures``: codes as pictures, for a file format that knows nothing else."""
    size = LARGE_POINTS if large else POINTS
    made = QTextDocument()
    font = QFont(QGuiApplication.font())
    font.setPointSizeF(size)
    # Figures of one width, raised colons and joined letters (fi) are glyphs of their own: in a PDF
    # nobody could search for them, copy them or have them read aloud.
    font.clearFeatures()
    font.setFeature(QFont.Tag("calt"), 0)
    font.setFeature(QFont.Tag("liga"), 0)
    made.setDefaultFont(font)
    made.setDocumentMargin(0)
    made.setDefaultStyleSheet(style(size))
    rtl = QGuiApplication.isRightToLeft() if right_to_left is None else right_to_left
    option = made.defaultTextOption()
    way = Qt.LayoutDirection
    option.setTextDirection(way.RightToLeft if rtl else way.LeftToRight)
    made.setDefaultTextOption(option)
    made.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, TITLE)
    made.setHtml(_mirrored(body) if rtl else body)
    if "scan:" in body:
        from peerdesk.ui import scanning

        scanning.settle(made, pictures=pictures)
    return made


def _mirrored(body: str) -> str:
    """The cells of each row in the other order: Qt sets tables from left to right only. No table
    of ours stands in another."""

    def turn(row: re.Match[str]) -> str:
        return row[1] + "".join(reversed(_CELLS.findall(row[2]))) + row[3]

    return _ROWS.sub(turn, body)


def style(size: int) -> str:
    """Rules inside the document only; the screen has no style sheets."""
    return (
        f"body {{ color: #000000; }} p, li, td, th {{ font-size: {size}pt; }}"
        f"h1 {{ font-size: {size + 8}pt; }} h2 {{ font-size: {size + 3}pt; }}"
        "th { text-align: left; } td, th { padding: 3px 10px 3px 0; }"
        # Borders of their own on every cell: with collapsed ones Qt leaves a table open where a
        # page ends.
        ".grid { margin-top: 8px; margin-bottom: 8px; }"
        ".grid td, .grid th { padding: 5px 7px; border-bottom: 1px solid #000000; "
        "border-right: 1px solid #000000; }"
        ".grid th { border-top: 1px solid #000000; }"
        ".wide td, .wide th { padding: 9px 7px; }"
        "li { margin-bottom: 6px; }"
    )


def _page_words(number: int, count: int) -> str:
    said = QLocale().toString
    words = QCoreApplication.translate("printing", "Page {n} of {count}")
    return words.format(n=said(number), count=said(count))


_ROWS = re.compile(r"(<tr[^>]*>)(.*?)(</tr>)", re.DOTALL)
_CELLS = re.compile(r"<t[dh]\b.*?</t[dh]>", re.DOTALL)
TORN = 8
"""Paragraphs of up to so many lines stay on one page."""
PASSES = 6


class Pages(Sheets):
    """A text laid out on paper: what is counted, previewed, printed and saved is the same.

    It is laid out once in the measures of a printer (QTextDocument lays out for the screen
    otherwise, and then adds two centimetres while printing, so that it comes out longer).
    """

    def __init__(
        self,
        body: str,
        large: bool = False,
        *,
        right_to_left: bool | None = None,
        foot: Callable[[int, int], str] | None = None,
    ) -> None:
        """``foot``: words for (number, count) where they are not in the language of the screen."""
        self.page, self._foot_words = paper(), foot or _page_words
        self._bytes = QBuffer()
        self._device = QPdfWriter(self._bytes)  # never painted on: it lends its measures
        self._device.setPageLayout(layout(self.page))
        self._text = document(body, large, right_to_left=right_to_left)
        self._text.documentLayout().setPaintDevice(self._device)
        self._scale = self._device.logicalDpiY() / 72
        # The page number is as large as the words, and has two lines to itself.
        self._small = (LARGE_POINTS if large else POINTS) * self._scale
        self._foot = 2 * self._small
        self.size = QSizeF(self._device.width(), self._device.height() - self._foot)
        self._text.setPageSize(self.size)
        self._tall = self.size.height()
        self._keep_together()

    @property
    def count(self) -> int:
        """How many sheets it will be."""
        return self._text.pageCount()

    def draw(self, painter: QPainter, number: int, width: float) -> None:
        """Paint what stands on the page ``number`` (from 1), without its margins, ``width`` wide
        from the painter's origin."""
        painter.save()
        scale = width / self.size.width()
        painter.scale(scale, scale)
        top = (number - 1) * self._tall
        painter.save()
        painter.translate(0, -top)
        # Not drawContents, which takes the colour of words from the screen: pale in the dark.
        how = QAbstractTextDocumentLayout.PaintContext()
        # A line that only touches the edge belongs to the other page.
        how.clip = QRectF(0, top + 1, self.size.width(), self._tall - 2)
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
        how.palette = palette
        painter.setClipRect(QRectF(0, top, self.size.width(), self._tall))
        self._text.documentLayout().draw(painter, how)
        painter.restore()
        if self.count > 1:
            self._number(painter, number)
        painter.restore()

    def _keep_together(self) -> None:
        """No heading stands alone at the foot of a page, and no short paragraph is torn apart.

        Qt paints a line of a torn paragraph on both pages and covers it on one: who reads the file
        aloud would hear it twice.
        """
        for _ in range(PASSES):
            if not self._move_blocks():
                break

    def _move_blocks(self) -> bool:
        """One pass; True when something moved, which can move what was looked at before."""
        moved = False
        self._text.pageCount()  # lays out all of it; asked block by block Qt tells other places
        block = self._text.begin()
        while block.isValid():
            form = block.blockFormat()
            to_next = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore
            table = QTextCursor(block).currentTable()
            if table is not None and block == table.firstCursorPosition().block():
                moved = self._move_table(table) or moved
            elif form.pageBreakPolicy() != to_next and self._moves_on(block):
                form.setPageBreakPolicy(to_next)
                QTextCursor(block).setBlockFormat(form)
                moved = True
            block = block.next()
        return moved

    def _move_table(self, table: QTextTable) -> bool:
        """A table of one row is one thing: it begins on the next page rather than be torn, with
        the headings over it."""
        if table.rows() != 1:
            return False
        box = self._text.documentLayout().frameBoundingRect(table)
        inside = int(box.top() // self._tall) == int((box.bottom() - 1) // self._tall)
        form = table.format()
        to_next = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore
        if inside or box.height() > self._tall or form.pageBreakPolicy() == to_next:
            return False
        first = table.firstCursorPosition().block()
        while first.previous().blockFormat().headingLevel():
            first = first.previous()
        if QTextCursor(first).currentTable() is None:
            over = first.blockFormat()
            if over.pageBreakPolicy() == to_next:
                return False
            over.setPageBreakPolicy(to_next)
            QTextCursor(first).setBlockFormat(over)
        else:
            form.setPageBreakPolicy(to_next)
            table.setFormat(form)
        return True

    def _moves_on(self, block: QTextBlock) -> bool:
        """Whether a block had better begin on the next page. Those in tables go with their row."""
        lines = block.layout().lineCount()
        if not lines or QTextCursor(block).currentTable() is not None:
            return False
        begins = int(self._text.documentLayout().blockBoundingRect(block).top() // self._tall)
        if block.blockFormat().headingLevel() and block.next().isValid():
            return self._page_of(block.next(), 0) != begins
        return lines <= TORN and self._page_of(block, lines - 1) != begins

    def _page_of(self, block: QTextBlock, line: int) -> int:
        """The page of a line, counted from 0. A line that does not fit moves on, while its block
        begins where it would have been."""
        top = self._text.documentLayout().blockBoundingRect(block).top()
        if line < block.layout().lineCount():
            top += block.layout().lineAt(line).rect().center().y()
        return int(top // self._tall)

    def _number(self, painter: QPainter, number: int) -> None:
        font = QFont(self._text.defaultFont())
        # In the measures of the printer, whatever it is painted on.
        font.setPixelSize(round(self._small))
        painter.setFont(font)
        painter.setPen(Qt.GlobalColor.black)
        tall = QFontMetricsF(font).height()
        top = self.size.height() + self._foot - tall
        room = QRectF(0, top, self.size.width(), tall)
        rtl = self._text.defaultTextOption().textDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight
        painter.drawText(
            room,
            int(side | Qt.AlignmentFlag.AlignAbsolute),
            self._foot_words(number, self.count),
        )
