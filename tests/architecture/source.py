"""Reading our own source for the architecture tests."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOUSE = ROOT / "peerdesk"


def name_of(path: Path) -> str:
    """The path as people write it, from the project's root."""
    return path.relative_to(ROOT).as_posix()


@cache
def modules(*folders: str) -> tuple[Path, ...]:
    """Every Python file of the given folders, or of the whole house."""
    tops = [ROOT / folder for folder in folders] or [HOUSE]
    return tuple(sorted(path for top in tops for path in top.rglob("*.py")))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def where(path: Path, node: ast.AST) -> str:
    return f"{name_of(path)}:{getattr(node, 'lineno', 0)}"


def imports(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Full dotted names of all that is imported anywhere below ``node``."""
    for item in ast.walk(node):
        if isinstance(item, ast.Import):
            for alias in item.names:
                yield alias.name, item
        elif isinstance(item, ast.ImportFrom) and item.module and not item.level:
            yield item.module, item
            for alias in item.names:
                yield f"{item.module}.{alias.name}", item


def imports_at_start(path: Path) -> Iterator[tuple[str, ast.AST]]:
    """What importing the module imports at once: not inside functions or TYPE_CHECKING."""
    for statement in tree(path).body:
        if isinstance(statement, ast.Import | ast.ImportFrom):
            yield from imports(statement)
        elif isinstance(statement, ast.Try):
            for inner in statement.body:
                yield from imports(inner)


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call with the dotted name it is made by, such as ``self.tr`` or ``datetime.now``."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            yield _dotted(node.func), node


def _dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value)}.{node.attr}"
    return ""


def translated(path: Path) -> Iterator[tuple[ast.Call, list[ast.expr]]]:
    """Every call that lupdate reads, with the arguments that must be plain literals."""
    if path == HOUSE / "ui" / "text.py":
        return  # the one place that hands a lazy text on to Qt
    for name, call in calls(path):
        last = name.rsplit(".", 1)[-1]
        if last == "tr":
            yield call, call.args[:2]
        elif name == "translate" or name.endswith("Application.translate"):
            yield call, call.args[:3]
