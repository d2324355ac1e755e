"""Every sentence can be translated, and every translation is whole."""

from __future__ import annotations

import ast
import importlib.util
from pathlib import Path

import pytest

from tests.architecture.source import modules, translated, where

ROOT = Path(__file__).resolve().parents[2]
_spec = importlib.util.spec_from_file_location("translate", ROOT / "packaging" / "translate.py")
assert _spec is not None
assert _spec.loader is not None
translate = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(translate)

FILES = sorted((ROOT / "resources" / "translations").glob("*.ts"))


def is_tr(call: ast.Call) -> bool:
    """``self.tr(words)`` rather than ``translate(context, words)``."""
    return isinstance(call.func, ast.Attribute) and call.func.attr == "tr"


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str, str], list[str]]:
    ts = tmp_path_factory.mktemp("ts") / "peerdesk_xx.ts"
    translate.update(ts)
    return translate.messages(ts)


def test_every_sentence_is_found_with_its_context(found) -> None:
    assert len(found) > 400
    assert not [source for context, source, _ in found if not context]
    assert not [source for context, source, _ in found if context == "QCoreApplication"]


def test_no_sentence_is_overlooked(found) -> None:
    """lupdate reads Python line by line and now and then passes over a call."""
    sources = {source for _, source, _ in found}
    overlooked = [
        f"{where(path, call)}: {words.value!r}"
        for path in modules()
        for call, arguments in translated(path)
        for words in (arguments[:1] if is_tr(call) else arguments[1:2])
        if isinstance(words, ast.Constant) and words.value not in sources
    ]
    assert not overlooked


def test_no_sentence_is_a_context_by_mistake(found) -> None:
    contexts = {context for context, _, _ in found}
    twisted = [(c, s) for c, s, _ in found if s in contexts and " " not in s and s[:1].islower()]
    assert not twisted


@pytest.mark.parametrize("ts", FILES, ids=lambda path: path.stem)
def test_translations_are_whole_and_compiled(ts: Path) -> None:
    assert translate.problems(ts) == []


def test_problems_are_seen(tmp_path: Path) -> None:
    ts = tmp_path / "peerdesk_yy.ts"
    translate.update(ts)
    assert any("not translated" in line for line in translate.problems(ts))
    ts.write_text(
        ts.read_text("utf-8").replace("<source>Lock</source>", "<source>Was here</source>"),
        "utf-8",
    )
    lines = translate.problems(ts)
    assert any("not in the sources any more: 'Was here'" in line for line in lines)
    assert any("out of date" in line for line in lines)
