"""Paper speaks the reader's language, whatever the screen speaks."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import QLocale

from peerdesk.core.text import translate
from peerdesk.ui.languages import available
from peerdesk.ui.reader import Reader

pytestmark = pytest.mark.usefixtures("qapp", "english")


def test_the_languages_there_are() -> None:
    assert available()[0] == ("en", "English")
    assert ("es", "Español") in available()


def test_the_language_of_the_screen() -> None:
    reader = Reader()
    assert (reader.code, reader.right_to_left) == ("en", False)
    assert reader.say("as it is") == "as it is"
    assert reader.say(translate("Directory", "Housing")) == "Housing"
    assert reader.day(date(2026, 11, 24)) == "24 November 2026"
    assert reader.span(time(9, 30), time(17)) == "09:30 to 17:00"
    assert reader.language("es") == "Español"
    assert Reader("en").locale.territory() == QLocale.Country.UnitedKingdom


def test_another_language() -> None:
    reader = Reader("es")
    assert reader.say(translate("Directory", "Housing")) == "Vivienda"
    assert reader.weekday(0) == "lun"
    inside = translate("dates", "{start} to {end}").format(
        start=translate("Directory", "Food"), end="x"
    )
    assert reader.say(inside) == "Comida a x"
    assert Reader("ar").right_to_left


def test_what_is_not_translated_stands_there_in_english() -> None:
    reader = Reader("es")
    unknown = translate("Directory", "Nobody {said} this.")
    assert reader.say(unknown.format(said="said")) == "Nobody said this."
    assert reader.say(translate("Nowhere", "%n thing(s)", "", 2)) == "2 things"


def test_numbers_in_words() -> None:
    assert Reader("es").say(translate("InTrayCard", "%n slips", "", 3)).startswith("3")
