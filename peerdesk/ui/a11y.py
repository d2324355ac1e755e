"""Walks a window as an accessibility checker would, and lists what is wrong in plain words.

Used over every surface: each visible control has a role, a name and a label, is reached by Tab in
reading order, is large enough, and no text is cut off. What scrolls may be longer than its view.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QStackedLayout,
    QTabBar,
    QTextEdit,
    QWidget,
)

from peerdesk.ui.widgets.field import InnerButton

LEAST = 32
"""Least height of a target in pixels."""

_TYPING = (QLineEdit, QAbstractSpinBox, QPlainTextEdit, QTextEdit, QComboBox)
_CONTROLS = (*_TYPING, QAbstractButton, QAbstractItemView, QAbstractSlider, QTabBar)


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong. ``kind`` is one of: name, role, label, tab, order, clipped,
    outside, overlap, small, window."""

    kind: str
    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.where}: {self.what}"


def walk(top: QWidget, within: QSize | None = None) -> list[Problem]:
    """Everything wrong in a shown window. ``within`` is the screen it must fit."""
    shown = [w for w in (top, *top.findChildren(QWidget)) if _counts(w, top)]
    buddies = {label.buddy(): label for label in shown if isinstance(label, QLabel)}
    found: list[Problem] = []
    for widget in shown:
        if isinstance(widget, _CONTROLS) and widget.isEnabled() and not _part(widget):
            found += _control(widget, buddies.get(widget))
        elif _tab_stop(widget) and widget is not top and not _part(widget):
            found += _stop(widget)
        found += _clipped(widget)
        if widget is not top:
            found += _outside(widget)
        found += _overlaps(widget)
    found += _order(top)
    if within is not None:
        least = top.minimumSizeHint().expandedTo(top.minimumSize())
        if least.width() > within.width() or least.height() > within.height():
            size = f"{least.width()} × {least.height()}"
            found.append(Problem("window", name_of(top), f"needs {size} pixels"))
    return found


def name_of(widget: QWidget) -> str:
    """Where a widget is, for a person who looks for it: class, words, nearest named parents."""
    words = _words(widget) or widget.accessibleName() or widget.objectName()
    here = type(widget).__name__ + (f" “{words[:40]}”" if words else "")
    parent = widget.parentWidget()
    trail: list[str] = []
    while parent is not None and len(trail) < 3:
        if type(parent) not in (QWidget,):
            trail.append(type(parent).__name__)
        parent = parent.parentWidget()
    return " < ".join([here, *trail])


def _words(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    return ""


def _counts(widget: QWidget, top: QWidget) -> bool:
    """Seen by the person: visible, of some size, and not a window of its own."""
    if widget is top:
        return True
    return widget.isVisible() and widget.window() is top.window() and not widget.size().isEmpty()


def _part(widget: QWidget) -> bool:
    """A piece of a larger control, which answers for it."""
    if isinstance(widget, QScrollBar | QHeaderView):
        return True
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractSpinBox | QComboBox | QHeaderView):
            return True
        if isinstance(parent, QAbstractItemView):
            return True
        parent = parent.parentWidget()
    return False


def _tab_stop(widget: QWidget) -> bool:
    policy = widget.focusPolicy()
    by_tab = bool(policy.value & Qt.FocusPolicy.TabFocus.value)
    return by_tab and widget.isEnabled() and widget.isVisible() and widget.focusProxy() is None


def _control(widget: QWidget, label: QLabel | None) -> list[Problem]:
    found = []
    where = name_of(widget)
    named = widget.accessibleName() or (label.text() if label is not None else "")
    iface = QAccessible.queryAccessibleInterface(widget)
    if isinstance(widget, QAbstractButton) and not named:
        named = iface.text(QAccessible.Text.Name) if iface is not None else widget.text()
    if not named.strip():
        found.append(Problem("name", where, "has no accessible name"))
    if iface is None or iface.role() in (QAccessible.Role.NoRole, QAccessible.Role.Client):
        found.append(Problem("role", where, "has no role"))
    if isinstance(widget, _TYPING) and label is None and not _placeholder(widget):
        found.append(Problem("label", where, "has no visible label"))
    if not _tab_stop(widget) and widget.focusProxy() is None and not _by_arrows(widget):
        found.append(Problem("tab", where, "is not reached by Tab"))
    if widget.height() < LEAST and not isinstance(widget, QAbstractItemView | QAbstractSlider):
        found.append(Problem("small", where, f"is {widget.height()} px high"))
    return found


def _by_arrows(widget: QWidget) -> bool:
    """A radio button whose group is reached by Tab at another button; arrows do the rest."""
    if not isinstance(widget, QRadioButton):
        return False
    group, parent = widget.group(), widget.parentWidget()
    if group is not None:
        others: list[QAbstractButton] = list(group.buttons())
    else:
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        others = list(parent.findChildren(QRadioButton, options=direct)) if parent else []
    return any(_tab_stop(other) for other in others)


def _stop(widget: QWidget) -> list[Problem]:
    """A tab stop that is no known control, such as a scroll area or a painted widget."""
    if isinstance(widget, QAbstractScrollArea) and not widget.accessibleName():
        return [Problem("name", name_of(widget), "takes the keyboard but has no name")]
    iface = QAccessible.queryAccessibleInterface(widget)
    if iface is None or iface.role() in (QAccessible.Role.NoRole, QAccessible.Role.Client):
        return [Problem("role", name_of(widget), "takes the keyboard but has no role")]
    return []


def _placeholder(widget: QWidget) -> str:
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        return widget.placeholderText()
    return ""


# Text that is cut off


def _clipped(widget: QWidget) -> Iterator[Problem]:
    where = name_of(widget)
    if isinstance(widget, QLabel) and widget.text():
        yield from _clipped_label(widget, where)
    elif isinstance(widget, QAbstractButton) and not isinstance(widget, InnerButton):
        yield from _clipped_button(widget, where)
    elif isinstance(widget, QLineEdit) and not _part(widget):
        room = widget.width() - widget.textMargins().left() - widget.textMargins().right() - 4
        words = widget.placeholderText()
        if not widget.text() and widget.fontMetrics().horizontalAdvance(words) > room:
            yield Problem("clipped", where, f"placeholder “{words}” does not fit")
        if widget.fontMetrics().height() > widget.height():
            yield Problem("clipped", where, "is lower than its text")
    elif isinstance(widget, QComboBox):
        wide = widget.fontMetrics().horizontalAdvance(widget.currentText())
        if wide > widget.width() - 24 and not widget.toolTip():
            yield Problem("clipped", where, f"“{widget.currentText()}” does not fit")
    elif isinstance(widget, QAbstractSpinBox):
        if widget.width() < widget.minimumSizeHint().width():
            yield Problem("clipped", where, "is narrower than its text")
    elif isinstance(widget, QHeaderView):
        yield from _clipped_header(widget, where)
    elif isinstance(widget, QScrollArea):
        inside = widget.widget()
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if inside is None:
            return
        wider = inside.width() > widget.viewport().width() + 1
        if wider and widget.horizontalScrollBarPolicy() == off:
            yield Problem("clipped", where, "content is wider than the view")
        taller = inside.height() > widget.viewport().height() + 1
        if taller and widget.verticalScrollBarPolicy() == off:
            yield Problem("clipped", where, "content is taller than the view")


def _clipped_label(widget: QLabel, where: str) -> Iterator[Problem]:
    if widget.wordWrap():
        need = widget.heightForWidth(widget.width())
        if need > widget.height() + 2:
            yield Problem("clipped", where, f"needs {need} px of height, has {widget.height()}")
        # Lines also break at a zero width space.
        longest = max(widget.text().replace("\u200b", " ").split() or [""], key=len)
        wide = widget.fontMetrics().horizontalAdvance(longest)
        if wide > widget.width() + 1 and not widget.toolTip():
            yield Problem("clipped", where, f"“{longest}” is wider than the label")
        return
    hint = widget.minimumSizeHint() if widget.pixmap().isNull() else QSize(0, 0)
    if hint.width() > widget.width() + 1 and not widget.toolTip():
        yield Problem("clipped", where, f"needs {hint.width()} px, has {widget.width()}")
    if widget.fontMetrics().height() > widget.height() + 2:
        yield Problem("clipped", where, f"is {widget.height()} px high, lower than its text")


def _clipped_button(widget: QAbstractButton, where: str) -> Iterator[Problem]:
    if widget.hasHeightForWidth():
        need = widget.heightForWidth(widget.width())
        if need > widget.height() + 1:
            yield Problem("clipped", where, f"needs {need} px of height, has {widget.height()}")
        return
    hint = widget.sizeHint()
    if hint.width() > widget.width() + 1 and not widget.toolTip():
        yield Problem("clipped", where, f"needs {hint.width()} px, has {widget.width()}")
    if hint.height() > widget.height() + 1:
        yield Problem("clipped", where, f"needs {hint.height()} px of height")


def _clipped_header(widget: QHeaderView, where: str) -> Iterator[Problem]:
    model = widget.model()
    if model is None or widget.orientation() != Qt.Orientation.Horizontal:
        return
    for section in range(model.columnCount()):
        words = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        wide = widget.fontMetrics().horizontalAdvance(words)
        if wide > widget.sectionSize(section) and not widget.isSectionHidden(section):
            yield Problem("clipped", where, f"“{words}” does not fit its column")
    view = widget.parentWidget()
    off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    if not isinstance(view, QAbstractItemView) or view.horizontalScrollBarPolicy() != off:
        return
    if widget.length() > view.viewport().width() + 1:
        yield Problem("clipped", where, "columns are wider than the table")


# Where things are


def _outside(widget: QWidget) -> Iterator[Problem]:
    parent = widget.parentWidget()
    if parent is None or widget.isWindow():
        return
    above = parent.parentWidget()
    if isinstance(above, QAbstractScrollArea) and above.viewport() is parent:
        return
    if _part(widget) or isinstance(parent, QAbstractScrollArea | QAbstractSpinBox | QLineEdit):
        return
    room = parent.rect().adjusted(-1, -1, 1, 1)
    if not room.contains(widget.geometry()):
        box = widget.geometry()
        detail = f"{box.x()},{box.y()} {box.width()} × {box.height()} in a parent of "
        yield Problem("outside", name_of(widget), f"{detail}{parent.width()} × {parent.height()}")


def _overlaps(widget: QWidget) -> Iterator[Problem]:
    layout = widget.layout()
    if layout is None or isinstance(layout, QStackedLayout):
        return
    placed = list(_placed(layout))
    for number, (one, first) in enumerate(placed):
        for other, second in placed[number + 1 :]:
            shared = first.intersected(second)
            if shared.width() > 1 and shared.height() > 1:
                yield Problem("overlap", name_of(one), f"lies over {name_of(other)}")


def _placed(layout: QLayout) -> Iterator[tuple[QWidget, QRect]]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None and widget.isVisible() and not widget.size().isEmpty():
            yield widget, widget.geometry()
        elif inner is not None and not isinstance(inner, QStackedLayout):
            yield from _placed(inner)


# The way of the Tab key


def tab_stops(top: QWidget) -> list[QWidget]:
    """Where Tab stops, in its order, from the first control of the window."""
    window = top.window()
    stops: list[QWidget] = []
    current = window.nextInFocusChain()
    for _step in range(5000):
        if current is None or current is window:
            break
        inside = current is top or top.isAncestorOf(current)
        if inside and _tab_stop(current) and current.isVisible() and not _part(current):
            stops.append(current)
        current = current.nextInFocusChain()
    return stops


def _box(widget: QWidget, top: QWidget) -> QRect:
    return QRect(widget.mapTo(top, QPoint(0, 0)), widget.size())


def _order(top: QWidget) -> Iterator[Problem]:
    stops = [s for s in tab_stops(top) if s is not top]
    rtl = top.layoutDirection() == Qt.LayoutDirection.RightToLeft
    for before, after in pairwise(stops):
        if before.isAncestorOf(after) or after.isAncestorOf(before):
            continue
        a, b = _box(before, top), _box(after, top)
        shared = min(a.bottom(), b.bottom()) - max(a.top(), b.top())
        same_row = shared > 0.5 * min(a.height(), b.height())
        back = b.left() >= a.right() if rtl else b.right() <= a.left()
        above = b.bottom() <= a.top()
        same_column = min(a.right(), b.right()) - max(a.left(), b.left()) > 0
        leaves = _region(before, top) is not _region(after, top)
        if (same_row and back) or (above and same_column and not leaves):
            detail = f"Tab goes back to {name_of(after)}"
            yield Problem("order", name_of(before), detail)


def _region(widget: QWidget, top: QWidget) -> QWidget:
    """The scrolling view a widget is in: what is scrolled away has no place on the screen."""
    parent = widget.parentWidget()
    while parent is not None and parent is not top:
        if isinstance(parent, QScrollArea):
            return parent
        parent = parent.parentWidget()
    return top
