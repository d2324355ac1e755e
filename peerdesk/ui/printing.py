"""Paper and files of an HTML text: print, preview, PDF, HTML, ODT.

QtPrintSupport costs 100 ms and more, so it is imported when somebody prints. Every job has a
neutral title: the queue of a shared printer shows it.
"""

from __future__ import annotations

import html
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QLocale, Qt
from PySide6.QtGui import QGuiApplication, QPageSize, QPdfWriter, QTextDocumentWriter
from PySide6.QtWidgets import QWidget

from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.ui.paged import (
    LARGE_POINTS,
    POINTS,
    TITLE,
    Pages,
    document,
    layout,
    paper,
    style,
)
from peerdesk.ui.sheets import Sheets

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


__all__ = [
    "LARGE_POINTS",
    "POINTS",
    "TITLE",
    "Pages",
    "can_print",
    "document",
    "page_count",
    "preview",
    "print_sheets",
    "print_text",
    "save",
    "save_html",
    "save_odt",
    "save_pdf",
    "save_sheets",
    "stand_at_the_printer",
]


def _printer() -> QPrinter:
    from PySide6.QtPrintSupport import QPrinter

    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setDocName(TITLE)
    made.setCreator(TITLE)
    made.setPageLayout(layout(paper()))
    return made


def can_print() -> bool:
    """Whether the system knows a printer."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return bool(QPrinterInfo.availablePrinterNames())


def print_text(
    body: str, parent: QWidget | None = None, *, large: bool = False, copies: int = 1
) -> bool:
    """Ask for a printer and print; False when the person thought better of it."""
    return print_sheets(lambda: Pages(body, large), parent, copies=copies)


def print_sheets(
    make: Callable[[], Sheets],
    parent: QWidget | None = None,
    *,
    page: QPageSize.PageSizeId | None = None,
    copies: int = 1,
) -> bool:
    """The same for any sheets, made once a printer was chosen; ``page``: their paper.

    Never into a file, which the system's dialog would put anywhere: where names or the words of a
    recovery sheet may be saved is asked by whoever offers to save them.
    """
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = _printer()
    if page is not None:
        printer.setPageLayout(layout(page))
    printer.setCopyCount(copies)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, False)
    try:
        if not dialog.exec() or printer.outputFormat() == QPrinter.OutputFormat.PdfFormat:
            return False
        return make().put_on(printer)
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
    save_sheets(Pages(body, large), path)


def save_sheets(sheets: Sheets, path: Path) -> None:
    """The same for any sheets. Raises KnownError."""
    with _Whole(path) as part:
        writer = QPdfWriter(str(part))
        writer.setTitle(TITLE)
        writer.setCreator(TITLE)
        writer.setPageLayout(layout(sheets.page))
        sheets.put_on(writer)
        del writer
        with part.open("rb") as written:
            # Qt does not say when the drive was full; a whole PDF ends with its mark.
            written.seek(max(0, part.stat().st_size - 1024))
            if b"%%EOF" not in written.read():
                raise OSError(str(part))


def save_html(body: str, path: Path, *, large: bool = False, locale: QLocale | None = None) -> None:
    """Write an HTML page that a screen reader can read. ``locale``: of its words, where they are
    not in the language of the screen. Raises KnownError."""
    size = LARGE_POINTS if large else POINTS
    language = html.escape(_language() if locale is None else locale.bcp47Name(), quote=True)
    way = "rtl" if _right_to_left(locale) else "ltr"
    if "scan:" in body:
        from peerdesk.ui import scanning

        body = scanning.for_the_web(body)
    page = (
        f'<!doctype html>\n<html lang="{language}" dir="{way}"><head><meta charset="utf-8">'
        f"<title>{TITLE}</title><style>body {{ font: {size}pt/1.5 sans-serif; max-width: 42em; "
        f"margin: 2em auto; padding: 0 1em; }} {style(size)}</style></head>\n"
        f"<body>\n{body}\n</body></html>\n"
    )
    with _Whole(path) as part:
        part.write_text(page, "utf-8")


def save_odt(body: str, path: Path, *, large: bool = False, locale: QLocale | None = None) -> None:
    """Write an OpenDocument text. Raises KnownError."""
    rtl = _right_to_left(locale)
    with _Whole(path) as part:
        writer = QTextDocumentWriter(str(part), QByteArray(b"odf"))
        if not writer.write(document(body, large, right_to_left=rtl, pictures=True)):
            raise OSError(str(part))


def save(body: str, path: Path, *, large: bool = False) -> None:
    """Write by the ending of the name: .pdf, .html or .odt."""
    kinds = {".html": save_html, ".htm": save_html, ".odt": save_odt}
    kinds.get(path.suffix.lower(), save_pdf)(body, path, large=large)


def page_count(body: str, *, large: bool = False) -> int:
    """How many sheets it will be."""
    return Pages(body, large).count


def _right_to_left(locale: QLocale | None) -> bool:
    if locale is None:
        return QGuiApplication.isRightToLeft()
    return locale.textDirection() == Qt.LayoutDirection.RightToLeft


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
