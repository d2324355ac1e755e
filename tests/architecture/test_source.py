"""House rules that can be read from the source: DESIGN's "the house" and "how data travels"."""

from __future__ import annotations

import ast
import re

import pytest

from tests.architecture.source import (
    HOUSE,
    calls,
    imports,
    imports_at_start,
    modules,
    name_of,
    tree,
    where,
)

NETWORK = {
    "asyncio", "ftplib", "http", "imaplib", "poplib", "requests", "smtplib", "socket",
    "socketserver", "ssl", "telnetlib", "urllib", "xmlrpc", "PySide6.QtNetwork",
}  # fmt: skip
# What the first window may not wait for (DESIGN, Decided dependencies).
HEAVY = {"icalendar", "jinja2", "keyring", "nacl", "peewee", "playhouse", "segno"}
QUICK_QT = {"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets"}


def _below(name: str, banned: set[str]) -> bool:
    return any(name == b or name.startswith(b + ".") for b in banned)


def test_there_is_a_house_to_look_at() -> None:
    names = {name_of(path) for path in modules()}
    assert {"peerdesk/__main__.py", "peerdesk/core/clock.py"} <= names


def test_files_are_short_enough_to_read() -> None:
    lengths = {
        name_of(path): len(path.read_text("utf-8").splitlines())
        for path in modules("peerdesk", "tests", "packaging")
    }
    assert not {name: lines for name, lines in lengths.items() if lines > 500}
    assert lengths["peerdesk/__main__.py"] < 40


def test_every_file_says_what_it_is_for() -> None:
    """Whoever looks for a feature reads first lines; those of folders stand in ``__init__.py``."""
    silent = {
        name_of(path)
        for path in modules()
        if not ast.get_docstring(tree(path)) and "migrations" not in path.parts
    }
    assert not silent


def test_nothing_can_reach_the_network() -> None:
    found = [
        f"{where(path, node)} {name}"
        for path in modules()
        for name, node in imports(tree(path))
        if _below(name, NETWORK)
    ]
    assert not found


def test_sqlcipher_is_the_only_sqlite() -> None:
    """Two SQLite libraries on one file break its locks (SECURITY, Opening an encrypted file)."""
    found = [
        where(path, node)
        for path in modules()
        for name, node in imports(tree(path))
        if _below(name, {"sqlite3", "PySide6.QtSql", "apsw"})
    ]
    assert not found


def test_only_essentials_of_qt() -> None:
    """Addons are never installed, so an import of them works here and nowhere else."""
    essentials = QUICK_QT | {"PySide6.QtPrintSupport", "PySide6.QtSvg", "PySide6.QtDBus"}
    found = [
        f"{where(path, node)} {name}"
        for path in modules()
        for name, node in imports(tree(path))
        if re.fullmatch(r"PySide6\.Qt\w+", name) and name not in essentials
    ]
    assert not found


@pytest.mark.parametrize("folder", ["ui", "app"])
def test_the_first_window_waits_for_nothing_heavy(folder: str) -> None:
    found = [
        f"{where(path, node)} {name}"
        for path in modules(f"peerdesk/{folder}")
        for name, node in imports_at_start(path)
        if _below(name, HEAVY) or (re.fullmatch(r"PySide6\.Qt\w+", name) and name not in QUICK_QT)
    ]
    assert not found


def test_no_style_sheets() -> None:
    """They override palettes, and with them high contrast."""
    found = [
        where(path, call)
        for path in modules()
        for name, call in calls(path)
        if name.rsplit(".", 1)[-1] in {"setStyleSheet", "styleSheet"}
    ]
    assert not found


def test_no_sorting_or_filtering_in_python() -> None:
    """A proxy model sorts 100,000 rows in 11 s, SQL in 144 ms."""
    found = [
        name_of(path)
        for path in modules()
        if any(
            isinstance(node, ast.Name | ast.Attribute)
            and getattr(node, "id", getattr(node, "attr", "")) == "QSortFilterProxyModel"
            for node in ast.walk(tree(path))
        )
    ]
    assert not found


def test_rows_are_never_replaced() -> None:
    """REPLACE deletes by cascade what undo cannot bring back; an upsert does not."""
    sql = re.compile(r"\b(INSERT\s+OR\s+REPLACE|REPLACE\s+INTO)\b", re.IGNORECASE)
    found = [
        where(path, node)
        for path in modules()
        for node in ast.walk(tree(path))
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and sql.search(node.value)
        )
        or (
            isinstance(node, ast.Attribute) and node.attr in {"replace_many", "on_conflict_replace"}
        )
    ]
    assert not found


def test_time_comes_from_the_clock() -> None:
    now = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time"}
    found = [
        f"{where(path, call)} {name}"
        for path in modules("peerdesk/features", "peerdesk/store", "peerdesk/app")
        for name, call in calls(path)
        # A widget may be called time too: ``self.time.time()`` is what someone typed.
        if name.removeprefix("datetime.") in now or name in now
    ]
    assert not found


def test_what_is_not_covered_says_for_which_system() -> None:
    pragma = re.compile(r"#\s*pragma:\s*no (cover|branch)")
    found = [
        f"{name_of(path)}: {line.strip()}"
        for path in modules()
        for line in path.read_text("utf-8").splitlines()
        if pragma.search(line)
        and not re.search(r"sys\.platform|os\.name|Windows|macOS|Linux|frozen", line)
    ]
    assert not found


@pytest.mark.parametrize("area", ["safe", "store", "exchange"])
def test_every_module_has_its_tests(area: str) -> None:
    """tests/ mirrors these parts name for name; migrations are tested by opening old files."""
    top = HOUSE / area
    tests = HOUSE.parent / "tests" / area
    missing = []
    for path in modules(f"peerdesk/{area}"):
        inside = path.relative_to(top)
        if path.name == "__init__.py" or "migrations" in inside.parts:
            continue
        if not (tests / inside.parent / f"test_{path.name}").exists():
            missing.append(name_of(path))
    assert not missing
