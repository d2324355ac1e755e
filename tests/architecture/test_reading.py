"""The eyes of the other tests here: each is shown what it must see and what it must not."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.architecture.source import calls, imports, imports_at_start, translated, tree

SOURCE = """
from __future__ import annotations
import os.path
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    import peewee
try:
    import nacl.pwhash
except ImportError:
    pass

class Page:
    def words(self, name, n):
        from socket import create_connection
        self.tr("Plain")
        self.tr(f"Hello {name}")
        self.tr("%n people", "", n)
        translate("Context", name)
        QCoreApplication.translate("Context", "Words")
        name.translate({1: 2})
        datetime.datetime.now()
"""


@pytest.fixture
def module(tmp_path: Path) -> Path:
    path = tmp_path / "module.py"
    path.write_text(SOURCE)
    return path


def test_imports_are_seen_wherever_they_stand(module: Path) -> None:
    names = {name for name, _ in imports(tree(module))}
    assert {"os.path", "peewee", "nacl.pwhash", "socket", "socket.create_connection"} <= names


def test_imports_at_start_are_those_that_cost_time(module: Path) -> None:
    names = {name for name, _ in imports_at_start(module)}
    assert {"os.path", "nacl.pwhash"} <= names
    assert not {"peewee", "socket"} & names


def test_calls_have_their_dotted_names(module: Path) -> None:
    assert {"self.tr", "translate", "datetime.datetime.now"} <= {name for name, _ in calls(module)}


def test_texts_are_those_lupdate_reads(module: Path) -> None:
    plain = {
        ast.unparse(call): all(isinstance(argument, ast.Constant) for argument in arguments)
        for call, arguments in translated(module)
    }
    assert plain == {
        "self.tr('Plain')": True,
        "self.tr(f'Hello {name}')": False,
        "self.tr('%n people', '', n)": True,
        "translate('Context', name)": False,
        "QCoreApplication.translate('Context', 'Words')": True,
    }
