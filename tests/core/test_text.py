"""Lazy words: English here, any language on screens."""

from peerdesk.core.text import translate


def test_places_are_filled_and_may_be_words_themselves() -> None:
    text = translate("T", "{who} wrote {what}").format(who="Ana", what=translate("T", "a note"))
    assert str(text) == "Ana wrote a note"


def test_numbers() -> None:
    assert str(translate("T", "%n person(s)", "", 1)) == "1 person"
    assert str(translate("T", "%n person(s)", "", 3)) == "3 persons"
    assert str(translate("T", "{a} %n", "", 0).format(a="b")) == "b 0"


def test_braces_stay_without_values() -> None:
    assert str(translate("T", "{name}")) == "{name}"
