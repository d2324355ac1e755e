"""Ctrl+K: one field that finds people, meetings, local help, notes and commands.

A panel inside the window, not a window of its own: it covers what lies behind, takes the keyboard,
and gives it back when it closes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from peerdesk.app.find.results import Command, Entry, ResultList
from peerdesk.ui import theme
from peerdesk.ui.names import NamesCurtain
from peerdesk.ui.room import FoundItem
from peerdesk.ui.widgets import Card, FlowLayout, KeyHint, Muted, Paragraph, SearchField

MOST = 8
"""Of each group."""
PATIENCE_MS = 15
"""After this long what is known is shown, and the rest follows when the keys allow."""
WIDTH = 620
KINDS = ("person", "meeting", "service", "team_note", "note")
AMONG = {"attendance": "meeting"}
"""Kinds that stand in another's group."""
Provider = Callable[[str], list[FoundItem]]

__all__ = ["Command", "FindPanel", "Provider"]


@dataclass
class _Search:
    """One answer in the making."""

    typed: str
    left: list[Provider]
    found: list[FoundItem]


class FindPanel(QWidget):
    """The panel over ``window``. ``providers`` answer what is typed, in any order; groups stand
    in the order people, meetings, local help, notes, commands.

    ``chosen(FoundItem)`` is emitted for a thing; a :class:`Command` is run. ``closed`` follows
    either, and Escape. Call :meth:`start` to show it; it deletes nothing, so it can be kept.
    """

    chosen = Signal(object)
    closed = Signal()

    def __init__(
        self,
        window: QWidget,
        providers: Sequence[Provider],
        *,
        commands: Sequence[Command] = (),
        names: NamesCurtain | None = None,
    ) -> None:
        super().__init__(window)
        self._providers, self._commands, self._names = list(providers), list(commands), names
        self._search: _Search | None = None
        self._before: QWidget | None = None
        self._behind: list[QWidget] = []
        self.setAccessibleName(self.tr("Find"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.card = Card(margins=(14, 14, 14, 10), spacing=8, parent=self)
        self.search = SearchField(
            self.tr("Find a person, a meeting, local help, a note, or what to do"), size=16
        )
        self.search.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.results = ResultList(self._titles(), names)
        self.results.picked.connect(self._pick)
        self.results.went.connect(self._say)
        self.nothing = Paragraph("", tone="muted")
        hints = QWidget()
        flow = FlowLayout(hints, spacing=(6, 6))
        for keys, words in (
            ("↑ ↓", self.tr("choose")),
            ("Enter", self.tr("open")),
            ("Esc", self.tr("close")),
        ):
            flow.add(KeyHint(keys), Muted(words, size=12))
        self.card.add(self.search, self.nothing)
        self.card.box.addWidget(self.results, 1)
        self.card.add(hints)
        self.search.textChanged.connect(self._look)
        self.search.installEventFilter(self)
        window.installEventFilter(self)
        if names is not None:
            names.changed.connect(self._names_changed)
        self.hide()

    def start(self) -> None:
        """Show the panel, empty, with the keyboard in its field."""
        if self.isVisible():
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()
            return
        self._before = QApplication.focusWidget()
        self.search.clear()
        self._look("")
        self._place()
        self.show()
        self.raise_()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._set_behind(False)

    def dismiss(self) -> None:
        """Close, and give the keyboard back to where it was."""
        if self.isHidden():
            return
        self._search = None
        self._set_behind(True)
        self.hide()
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None
        self.closed.emit()

    def _set_behind(self, on: bool) -> None:
        """What lies behind is out of reach, for keys and for assistive technology alike."""
        flags = Qt.FindChildOption.FindDirectChildrenOnly
        window = self.parentWidget()
        if not on and window is not None:
            self._behind = [
                w
                for w in window.findChildren(QWidget, options=flags)
                if w is not self and w.isEnabled() and not w.isWindow()
            ]
        for widget in self._behind:
            if isValid(widget):
                widget.setEnabled(on)

    # -- answering ---------------------------------------------------------------------------

    def _titles(self) -> dict[str, str]:
        return {
            "person": self.tr("People"),
            "meeting": self.tr("Meetings"),
            "service": self.tr("Local help"),
            "team_note": self.tr("Team notes"),
            "note": self.tr("My notes"),
            "command": self.tr("Go to, and do"),
            "": self.tr("More"),
        }

    def _look(self, typed: str) -> None:
        self._search = _Search(typed, list(self._providers) if typed.strip() else [], [])
        self._go_on(self._search)

    def _go_on(self, search: _Search) -> None:
        """Ask providers until patience ends; a newer search makes this one void."""
        if search is not self._search:
            return
        clock = QElapsedTimer()
        clock.start()
        while search.left and clock.elapsed() < PATIENCE_MS:
            search.found += search.left.pop(0)(search.typed)
        self._show(search)
        if search.left:
            QTimer.singleShot(0, self, lambda: self._go_on(search))

    def _show(self, search: _Search) -> None:
        groups: dict[str, list[Entry]] = {kind: [] for kind in (*KINDS, "", "command")}
        for found in search.found:
            kind = AMONG.get(found.kind, found.kind)
            groups[kind if kind in KINDS else ""].append(found)
        groups["command"] += [c for c in self._commands if c.answers(search.typed)]
        if self._commands_lead(search, groups["command"]):
            groups = {"command": groups.pop("command"), **groups}
        some = self.results.show_groups({k: v[:MOST] for k, v in groups.items() if v})
        typed = search.typed.strip()
        words = ""
        if not some and not search.left:
            words = self.tr("Nothing found for “{typed}”. Fewer letters find more.")
            words = words.format(typed=typed)
            if not typed:
                words = self.tr("Begin to type.")
        self.nothing.setText(words)
        self.nothing.setVisible(bool(words))
        self.results.setVisible(some)
        self._place()

    def _commands_lead(self, search: _Search, commands: list[Entry]) -> bool:
        """Whether what was typed is the beginning of something to do, and of nothing found."""
        typed = search.typed.strip().casefold()
        begun = [e.title.casefold().startswith(typed) for e in commands]
        found = [f.title.casefold().startswith(typed) for f in search.found]
        return bool(typed) and any(begun) and not any(found)

    def _pick(self, entry: Entry) -> None:
        self.dismiss()
        if isinstance(entry, Command):
            entry.run()
        else:
            self.chosen.emit(entry)

    def _say(self, words: str) -> None:
        """The keyboard stays in the field, so the marked row is spoken."""
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.search, words))

    def _names_changed(self) -> None:
        if self._search is not None:
            self._show(self._search)

    # -- keys and the mouse ------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._key(event.key())
        elif event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _key(self, key: int) -> bool:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 5,
            Qt.Key.Key_PageUp: -5,
        }
        if key in steps:
            self.results.step(steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.results.pick_current()
        elif key == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        # Nothing goes on to the window behind.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self.dismiss()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays inside the panel."""
        del forward
        there = self.results if self.search.hasFocus() and self.results.isVisible() else self.search
        there.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    # -- looks -------------------------------------------------------------------------------

    def restyle(self) -> None:
        # What is inside measures itself after this.
        QTimer.singleShot(0, self, self._place)

    def _place(self) -> None:
        window = self.parentWidget()
        if window is None:
            return
        self.setGeometry(window.rect())
        edge = theme.px(16)
        wide = min(theme.px(WIDTH), self.width() - 2 * edge)
        top = min(theme.px(84), self.height() // 8)
        most = self.height() - top - edge
        self.card.box.activate()
        other = self.card.minimumSizeHint().height() - self.results.minimumSizeHint().height()
        tall = min(most, other + self.results.wanted_height())
        if self.results.isHidden():
            tall = min(most, max(self.card.heightForWidth(wide), self.card.sizeHint().height()))
        self.card.setGeometry(QRect((self.width() - wide) // 2, top, wide, tall))

    def paintEvent(self, event: QPaintEvent) -> None:
        shade = QColor(theme.of(self).paper)
        shade.setAlpha(190)
        QPainter(self).fillRect(event.rect(), shade)
