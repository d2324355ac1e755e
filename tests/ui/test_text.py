"""Lazy words become the reader's language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from peerdesk.core.text import translate
from peerdesk.ui.text import render


class _Spanish(QTranslator):
    """Two sentences of Spanish."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        del context, disambiguation
        known = {"Hello {name}": "Hola {name}", "%n file(s)": "%n ficheros"}
        return known.get(source, "")


@pytest.fixture
def spanish(qapp: QApplication) -> Iterator[None]:
    translator = _Spanish()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def test_plain_strings_pass_through() -> None:
    assert render("Ana {name}") == "Ana {name}"


def test_places_are_filled_and_nested() -> None:
    inner = translate("x", "Bo {n}").format(n=2)
    assert render(translate("x", "Hello {name}").format(name=inner)) == "Hello Bo 2"


@pytest.mark.parametrize(("n", "words"), [(0, "0 files"), (1, "1 file"), (2, "2 files")])
def test_english_plurals(n: int, words: str) -> None:
    assert render(translate("x", "%n file(s)", "", n)) == words


@pytest.mark.usefixtures("spanish")
def test_translation_comes_before_filling() -> None:
    assert render(translate("x", "Hello {name}").format(name="Ana")) == "Hola Ana"
    assert render(translate("x", "%n file(s)", "", 3)) == "3 ficheros"
