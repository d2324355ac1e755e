from __future__ import annotations

from peerdesk.features.people.records import digits, fold, number_in
from peerdesk.features.people.words import CHANGED, LABELS, PURPOSES, REFUSED, role_words


def test_digits_of_any_script() -> None:
    assert digits("+44 (0)7700 ٩٠٠") == "4407700900"


def test_a_number_needs_three_digits() -> None:
    assert number_in("room 12") == ""
    assert number_in("0 770") == "770"


def test_fold() -> None:
    assert fold("ÉLODIE") == fold("elodie") == "elodie"


def test_every_field_and_purpose_has_its_words() -> None:
    assert LABELS.keys() == CHANGED.keys()
    assert PURPOSES.keys() == REFUSED.keys()
    assert str(role_words("new")) == "New"
    assert role_words("quartermaster") == "quartermaster"
