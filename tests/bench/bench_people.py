"""People must open within 150 ms with 10,000 rows; measured in turn with a bare table.

Run it with ``python -m tests.bench.bench_people``; it exits with 1 above the promise. Opening is
everything from making the page to its first paint. The bare table reads the same ids with the
same SQL and shows their names from a list.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from peerdesk.core.clock import FixedClock
from peerdesk.core.ids import new_uid
from peerdesk.core.text import translate
from peerdesk.features.people.page import PeoplePage
from peerdesk.store.cabinet import SEARCH, open_cabinet
from peerdesk.store.place import Place
from peerdesk.ui import theme
from peerdesk.ui.context import Context
from peerdesk.ui.jobs import Jobs
from peerdesk.ui.names import NamesCurtain

PEOPLE, MEETINGS, THERE, ROUNDS, PROMISE_MS = 10_000, 60, 12, 9, 150.0
FIRST = ("Ana", "Bo", "Dev", "Élodie", "Jo", "Lee", "Maria", "Priya", "River", "Sam", "Zoë")


def fill(cabinet: Place) -> None:
    """10,000 people, most of whom were at a dozen of 60 meetings."""
    raw = cabinet.another()
    names = [(f"{FIRST[n * 7 % len(FIRST)]} {n * 7919 % PEOPLE:05d}") for n in range(PEOPLE)]
    roles = ("member", "member", "member", "new", "co-facilitator")
    raw.execute("BEGIN IMMEDIATE")
    raw.executemany(
        "INSERT INTO person(uid, name, role, phone, phone_digits, added_at, changed_at)"
        " VALUES (?, ?, ?, ?, ?, 0, 0)",
        [(new_uid(n), x, roles[n % 5], f"07700 {n}", f"07700{n}") for n, x in enumerate(names)],
    )
    raw.executemany(
        "INSERT INTO meeting(uid, start, zone, minutes, walk_ins) VALUES (?, ?, 'UTC', 90, 0)",
        [(new_uid(n), f"2026-{1 + n // 6:02d}-{1 + n % 6 * 4:02d}T18:30") for n in range(MEETINGS)],
    )
    raw.executemany(
        "INSERT INTO attendance(uid, meeting_id, person_id, status, marked_at)"
        " VALUES (?, ?, ?, ?, 0)",
        [
            (new_uid(), 1 + (p * 13 + k * 5) % MEETINGS, p + 1, ("here", "away", "phone")[k % 3])
            for p in range(PEOPLE)
            for k in range(THERE)
        ],
    )
    for table in SEARCH:
        raw.execute(table.rebuild)
    raw.execute("COMMIT")
    raw.close()
    cabinet.changed(translate("Bench", "People"), "person")


class Bare(QAbstractTableModel):
    """The least a table model can be."""

    def __init__(self, rows: list[tuple[object, ...]]) -> None:
        super().__init__()
        self.shown = rows

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # type: ignore[override]  # noqa: B008
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # type: ignore[override]  # noqa: B008
        return 0 if parent.isValid() else 3

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # type: ignore[override]
        if role == Qt.ItemDataRole.DisplayRole:
            return str(self.shown[index.row()][index.column()])
        return None


def until_painted(make: Callable[[], QWidget]) -> tuple[float, QWidget]:
    """Milliseconds from making a widget to its first paint at 1008 × 686."""
    start = time.perf_counter()
    widget = make()
    widget.resize(1008, 686)
    widget.show()
    QApplication.processEvents()
    widget.grab()
    return (time.perf_counter() - start) * 1000, widget


def timed(act: Callable[[], object]) -> float:
    """Milliseconds of one act and what it makes Qt paint."""
    start = time.perf_counter()
    act()
    QApplication.processEvents()
    return (time.perf_counter() - start) * 1000


def main() -> int:
    """Measure and say so; 1 when the promise is not kept."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme.apply(app, "light")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        clock = FixedClock(datetime(2026, 11, 22, 16, 12))
        cabinet = open_cabinet(root / "group.safe", b"k" * 32, clock, root / "backups")
        fill(cabinet)
        context = Context(clock, NamesCurtain(shared=False), Jobs(), cabinet=cabinet)

        def bare() -> QWidget:
            sql = "SELECT name, role, id FROM person WHERE archived_at IS NULL ORDER BY name, id"
            view = QTableView()
            view.model_kept = Bare(cabinet.rows(sql))  # type: ignore[attr-defined]
            view.setModel(view.model_kept)  # type: ignore[attr-defined]
            return view

        pages: list[float] = []
        tables: list[float] = []
        for number in range(ROUNDS):
            one, table = until_painted(bare)
            two, page = until_painted(lambda: PeoplePage(context))
            assert isinstance(page, PeoplePage)
            if number:  # the first round loads modules and fonts
                tables.append(one)
                pages.append(two)
            if number == ROUNDS - 1:
                acts = measure(page)
            for widget in (table, page):
                widget.close()
                widget.deleteLater()
            app.processEvents()
        cabinet.close()
    opened, base = statistics.median(pages), statistics.median(tables)
    print(f"People with {PEOPLE:,} rows opens in {opened:.0f} ms (worst {max(pages):.0f} ms)")
    print(f"a bare table over the same rows: {base:.0f} ms; ratio {opened / base:.2f}")
    for what, ms in acts.items():
        print(f"  {what}: {ms:.0f} ms")
    slow = [what for what, ms in (*acts.items(), ("open", opened)) if ms > PROMISE_MS]
    if slow:
        print(f"above {PROMISE_MS:.0f} ms: {', '.join(slow)}")
    return 1 if slow else 0


def measure(page: PeoplePage) -> dict[str, float]:
    """What is done most in a long list."""

    def typed() -> None:
        page.filter.setText("ana 0")
        page._filtered()

    def all_again() -> None:
        page.filter.clear()
        page._filtered()

    uid = page.service.uid_of(page.model.id_at(5000) or 0)
    return {
        "jump to the end": timed(page.table.scrollToBottom),
        "sort by last here": timed(lambda: page.table._header_pressed(2)),
        "sort by role": timed(lambda: page.table._header_pressed(1)),
        "filter": timed(typed),
        "everybody again": timed(all_again),
        "show somebody": timed(lambda: page.open_item("person", uid)),
        "after a change": timed(lambda: page.refresh(frozenset({"person"}))),
    }


if __name__ == "__main__":
    sys.exit(main())
