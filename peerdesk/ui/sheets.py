"""What is put on paper sheet by sheet: counting, looking, printing and saving are the same."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QMarginsF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter

MARGIN = 18
"""Millimetres left white around every sheet."""


class Sheets:
    """Sheets of one size. Who makes them says how many there are and paints one."""

    page: QPageSize.PageSizeId

    @property
    def count(self) -> int:
        """How many sheets it will be."""
        raise NotImplementedError

    def draw(self, painter: QPainter, number: int, width: float) -> None:
        """Paint what stands on the sheet ``number`` (from 1), without its margins, ``width`` wide
        from the painter's origin."""
        raise NotImplementedError

    @property
    def shape(self) -> QSizeF:
        """Size of the paper in points, margins included."""
        return QSizeF(layout(self.page).fullRectPoints().size())

    def draw_sheet(self, painter: QPainter, number: int, width: float) -> None:
        """The same with its margins: a sheet of paper ``width`` wide."""
        page = layout(self.page)
        scale = width / page.fullRectPoints().width()
        room = page.paintRectPoints()
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


def layout(paper: QPageSize.PageSizeId) -> QPageLayout:
    """A sheet upright, with its margins."""
    margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
    upright = QPageLayout.Orientation.Portrait
    return QPageLayout(QPageSize(paper), upright, margins, QPageLayout.Unit.Millimeter)


def paper() -> QPageSize.PageSizeId:
    """A4, or Letter where the region uses inches."""
    return QPageSize.PageSizeId.Letter if _inches() else QPageSize.PageSizeId.A4


def wall_paper() -> QPageSize.PageSizeId:
    """Twice as large, for a wall: A3, or Tabloid."""
    return QPageSize.PageSizeId.Tabloid if _inches() else QPageSize.PageSizeId.A3


def _inches() -> bool:
    return QLocale().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
