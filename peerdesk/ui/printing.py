"""Paper and files of an HTML text: print, preview, PDF, HTML, ODT.

QtPrintSupport costs 100 ms and more, so it is imported when somebody prints. Every job has a
neutral title: the queue of a shared printer shows it.
"""

from __future__ import annotations

import html
import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QLocale,
    QMarginsF,
    QRectF,
    QSizeF,
    Qt,
)
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
    QTextDocumentWriter,
)
from PySide6.QtWidgets import QWidget

from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

TITLE = "PeerDesk"
"""The title of every print job and file: it names nobody."""
POINTS, LARGE_POINTS = 12, 17
"""Clear print asks for 12–14 pt, large print for 16–18 pt (UKAAF)."""


def document(body: str, large: bool = False, *, right_to_left: bool | None = None) -> QTextDocument:
    """A document of simple HTML (headings, paragraphs, lists, tables), black on white."""
    size = LARGE_POINTS if large else POINTS
    made = QTextDocument()
    font = QFont(QGuiApplication.font())
    font.setPointSizeF(size)
    # Figures of one width and raised colons are glyphs of their own in the font of the screen: in
    # a PDF nobody could search for them, copy them or have them read aloud.
    font.clearFeatures()
    font.setFeature(QFont.Tag("calt"), 0)
    made.setDefaultFont(font)
    made.setDocumentMargin(0)
    made.setDefaultStyleSheet(_style(size))
    rtl = QGuiApplication.isRightToLeft() if right_to_left is None else right_to_left
    option = made.defaultTextOption()
    way = Qt.LayoutDirection
    option.setTextDirection(way.RightToLeft if rtl else way.LeftToRight)
    made.setDefaultTextOption(option)
    made.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, TITLE)
    made.setHtml(body)
    return made


def _style(size: int) -> str:
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


class Pages:
    """A text laid out on paper: what is counted, previewed, printed and saved is the same.

    It is laid out once in the measures of a printer (QTextDocument lays out for the screen
    otherwise, and then adds two centimetres while printing, so that it comes out longer).
    """

    def __init__(self, body: str, large: bool = False) -> None:
        self._bytes = QBuffer()
        self._device = QPdfWriter(self._bytes)  # never painted on: it lends its measures
        self._device.setPageLayout(_layout(paper()))
        self._text = document(body, large)
        self._text.documentLayout().setPaintDevice(self._device)
        self._scale = self._device.logicalDpiY() / 72
        # The page number is as large as the words, and has two lines to itself.
        self._small = (LARGE_POINTS if large else POINTS) * self._scale
        self._foot = 2 * self._small
        self.size = QSizeF(self._device.width(), self._device.height() - self._foot)
        self._text.setPageSize(self.size)

    @property
    def count(self) -> int:
        """How many sheets it will be."""
        return self._text.pageCount()

    @property
    def shape(self) -> QSizeF:
        """Size of the paper in points, margins included."""
        return QSizeF(_layout(paper()).fullRectPoints().size())

    def draw(self, painter: QPainter, number: int, width: float) -> None:
        """Paint what stands on the page ``number`` (from 1), without its margins, ``width`` wide
        from the painter's origin."""
        painter.save()
        scale = width / self.size.width()
        painter.scale(scale, scale)
        top = (number - 1) * self.size.height()
        painter.save()
        painter.translate(0, -top)
        # Not drawContents, which takes the colour of words from the screen: pale in the dark.
        how = QAbstractTextDocumentLayout.PaintContext()
        how.clip = QRectF(0, top, self.size.width(), self.size.height())
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
        how.palette = palette
        painter.setClipRect(how.clip)
        self._text.documentLayout().draw(painter, how)
        painter.restore()
        if self.count > 1:
            self._number(painter, number)
        painter.restore()

    def draw_sheet(self, painter: QPainter, number: int, width: float) -> None:
        """The same with its margins: a sheet of paper ``width`` wide."""
        layout = _layout(paper())
        scale = width / layout.fullRectPoints().width()
        room = layout.paintRectPoints()
        painter.save()
        painter.translate(room.left() * scale, room.top() * scale)
        self.draw(painter, number, room.width() * scale)
        painter.restore()

    def put_on(self, device: QPagedPaintDevice) -> bool:
        """Paint every page; False when the device could not be painted on."""
        painter = QPainter()
        if not painter.begin(device):
            return False
        try:
            for number in range(1, self.count + 1):
                if number > 1 and not device.newPage():
                    return False
                self.draw(painter, number, device.width())
        finally:
            painter.end()
        return True

    def _number(self, painter: QPainter, number: int) -> None:
        said = QLocale().toString
        words = QCoreApplication.translate("printing", "Page {n} of {count}")
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
            words.format(n=said(number), count=said(self.count)),
        )


def _layout(paper: QPageSize.PageSizeId) -> QPageLayout:
    margins = QMarginsF(18, 18, 18, 18)
    upright = QPageLayout.Orientation.Portrait
    return QPageLayout(QPageSize(paper), upright, margins, QPageLayout.Unit.Millimeter)


def paper() -> QPageSize.PageSizeId:
    """A4, or Letter where the region uses inches."""
    imperial = QLocale().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    return QPageSize.PageSizeId.Letter if imperial else QPageSize.PageSizeId.A4


def _printer() -> QPrinter:
    from PySide6.QtPrintSupport import QPrinter

    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setDocName(TITLE)
    made.setCreator(TITLE)
    made.setPageLayout(_layout(paper()))
    return made


def can_print() -> bool:
    """Whether the system knows a printer."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return bool(QPrinterInfo.availablePrinterNames())


def print_text(
    body: str, parent: QWidget | None = None, *, large: bool = False, copies: int = 1
) -> bool:
    """Ask for a printer and print; False when the person thought better of it."""
    from PySide6.QtPrintSupport import QPrintDialog

    printer = _printer()
    printer.setCopyCount(copies)
    dialog = QPrintDialog(printer, parent)
    try:
        if not dialog.exec():
            return False
        return Pages(body, large).put_on(printer)
    finally:
        dialog.deleteLater()


def preview(body: str, parent: QWidget | None = None, *, large: bool = False) -> None:
    """Show the pages first; printing is one press away."""
    from PySide6.QtPrintSupport import QPrintPreviewDialog

    printer = _printer()
    dialog = QPrintPreviewDialog(printer, parent)
    dialog.setWindowTitle(TITLE)
    text = Pages(body, large)
    dialog.paintRequested.connect(lambda where: text.put_on(where))
    try:
        dialog.exec()
    finally:
        dialog.deleteLater()


def save_pdf(body: str, path: Path, *, large: bool = False) -> None:
    """Write a PDF. Raises KnownError when the file cannot be written; nothing half is left."""
    with _Whole(path) as part:
        writer = QPdfWriter(str(part))
        writer.setTitle(TITLE)
        writer.setCreator(TITLE)
        writer.setPageLayout(_layout(paper()))
        Pages(body, large).put_on(writer)
        del writer
        with part.open("rb") as written:
            # Qt does not say when the drive was full; a whole PDF ends with its mark.
            written.seek(max(0, part.stat().st_size - 1024))
            if b"%%EOF" not in written.read():
                raise OSError(str(part))


def save_html(body: str, path: Path, *, large: bool = False) -> None:
    """Write an HTML page that a screen reader can read. Raises KnownError."""
    size = LARGE_POINTS if large else POINTS
    way = "rtl" if QGuiApplication.isRightToLeft() else "ltr"
    language = html.escape(_language(), quote=True)
    page = (
        f'<!doctype html>\n<html lang="{language}" dir="{way}"><head><meta charset="utf-8">'
        f"<title>{TITLE}</title><style>body {{ font: {size}pt/1.5 sans-serif; max-width: 42em; "
        f"margin: 2em auto; padding: 0 1em; }} {_style(size)}</style></head>\n"
        f"<body>\n{body}\n</body></html>\n"
    )
    with _Whole(path) as part:
        part.write_text(page, "utf-8")


def save_odt(body: str, path: Path, *, large: bool = False) -> None:
    """Write an OpenDocument text. Raises KnownError."""
    with _Whole(path) as part:
        writer = QTextDocumentWriter(str(part), QByteArray(b"odf"))
        if not writer.write(document(body, large)):
            raise OSError(str(part))


def save(body: str, path: Path, *, large: bool = False) -> None:
    """Write by the ending of the name: .pdf, .html or .odt."""
    kinds = {".html": save_html, ".htm": save_html, ".odt": save_odt}
    kinds.get(path.suffix.lower(), save_pdf)(body, path, large=large)


def page_count(body: str, *, large: bool = False) -> int:
    """How many sheets it will be."""
    return Pages(body, large).count


def _language() -> str:
    return QLocale().bcp47Name()


class _Whole:
    """A file that is there whole or not at all: written beside, then put in place."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._part = path.with_name(f".{path.name}.part")

    def __enter__(self) -> Path:
        try:
            # Qt's writers tell little about why a file cannot be written; ask the system first.
            self._part.write_bytes(b"")
        except OSError as why:
            raise self._known() from why
        return self._part

    def __exit__(self, kind: object, wrong: BaseException | None, trace: object) -> None:
        try:
            if wrong is None and self._part.stat().st_size > 0:
                os.replace(self._part, self._path)
                return
        except OSError as why:
            wrong = why
        self._part.unlink(missing_ok=True)
        if wrong is None or isinstance(wrong, OSError):
            raise self._known() from wrong

    def _known(self) -> KnownError:
        words = translate(
            "printing",
            "The file “{name}” could not be written. Nothing is lost here. Choose another place, "
            "or make some room on the drive.",
        )
        return KnownError(words.format(name=self._path.name))


def stand_at_the_printer() -> str:
    """What to say before names go to a printer in another room."""
    return QCoreApplication.translate("printing", "Stand at the printer: names will be on paper.")
