"""The order of the Tab key, where widgets are made after those they should follow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def tab_after(earlier: QWidget, widgets: Sequence[QWidget]) -> None:
    """Widgets made afterwards come to the end of the Tab order; put them after ``earlier``, which
    must be able to have the focus."""
    for widget in widgets:
        QWidget.setTabOrder(earlier, widget)
        earlier = widget


def has_focus(widget: QWidget) -> bool:
    """Whether the keyboard is in ``widget`` or in something that stands in it."""
    there = QApplication.focusWidget()
    return there is not None and (there is widget or widget.isAncestorOf(there))


class Anchor(QWidget):
    """A place in the Tab order that is never seen: what is made later can follow it.

    Asking Qt for the neighbours in the focus chain is no way: PySide then takes the neighbour for
    a child of the one asked, and the collector deletes both.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hide()

    def lead(self, widgets: Sequence[QWidget]) -> None:
        """Put ``widgets`` right behind this place, in their order."""
        tab_after(self, widgets)
