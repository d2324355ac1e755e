"""Languages: English is always there; another one brings its words, dates and direction."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt, QTranslator

from peerdesk.app import languages
from peerdesk.core import resources


@pytest.fixture(autouse=True)
def _english_again(qapp):
    yield
    languages.install(qapp, "")
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_english_comes_first_and_others_by_their_own_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "folder", lambda name: tmp_path / name)
    (tmp_path / "translations").mkdir()
    for code in ("es", "de"):
        (tmp_path / "translations" / f"peerdesk_{code}.qm").write_bytes(b"")
    assert languages.available() == [("en", "English"), ("de", "Deutsch"), ("es", "Español")]


def test_a_language_from_right_to_left_turns_the_layout(qapp) -> None:
    languages.install(qapp, "ar")
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert QLocale().language() == QLocale.Language.Arabic
    languages.install(qapp, "en")
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_going_back_leaves_no_translator_behind(qapp, qtbot) -> None:
    languages.install(qapp, "es")
    languages.install(qapp, "")
    # English speaks for itself, but for its plurals.
    qtbot.waitUntil(lambda: len(qapp.findChildren(QTranslator)) == 1, timeout=1000)
    assert qapp.translate("Meetings", "came {came} of %n evenings", "", 1).endswith("1 evening")
    languages.install(qapp, "en")
    assert len(qapp.findChildren(QTranslator)) == 1


@pytest.mark.parametrize(
    ("system", "code", "name"),
    [
        ("en_US", "es", "es_US"),  # their clock on the wall says 6:30 PM
        ("de_DE", "en", "en_DE"),
        ("pl_PL", "en", "en_PL"),
        ("en_GB", "en", "en_GB"),
        ("en_GB", "", "en_GB"),
        ("es_MX", "es", "es_MX"),
        ("C", "es", "es_ES"),
    ],
)
def test_days_and_times_are_written_as_in_this_country(
    qapp, monkeypatch: pytest.MonkeyPatch, system: str, code: str, name: str
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(system))
    languages.install(qapp, code)
    assert QLocale().name() == name
