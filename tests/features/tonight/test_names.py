"""A name is found however it is written; words that only look like one are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerdesk.features.tonight import names


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Ana was tired.", "Ana"),
        ("ANA", "Ana"),
        ("what Ana's sister said", "Ana"),
        ("Anas Wohnung", "Ana"),
        ("We may meet earlier", "May"),
        ("elodie slept badly", "Élodie"),
        ("E\u0301LODIE", "Élodie"),
        ("about Roux", "Élodie Roux"),
        ("with Anne-Marie", "Anne Marie"),
        ("O’Brien came", "O'Brien"),
        ("Joerg rang", "Jörg"),
        ("Jorg rang", "Jörg"),
        ("Aage rang", "Åge"),
        ("Lukasz", "Łukasz"),
        ("ISIL", "Işıl"),
        ("Ｂｏ", "Bo"),
        ("fairouz والدة فيروز", "فيروز"),
        ("שרה באה", "שרה"),
        ("с Олегом и Ольга", "Ольга"),
        ("प्रिया आई", "प्रिया"),
        ("小明昨晚没睡好", "小明"),
        ("민수가 왔다", "민수"),
        ("สมชายมา", "สมชาย"),
        ("さくらは来た", "さくら"),
        ("我和 李 说", "李"),
        ("blue heron said so", "blue heron"),
    ],
)
def test_a_name_in_the_words_is_pointed_out(words: str, name: str) -> None:
    assert names.standing_in(words, [name]) == [name]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Analysis and banana", "Ana"),
        ("Phones in the bedroom. Waking at four.", "Bo"),
        ("The maybe list", "May"),
        ("a plan B for the winter", "Dev B."),
        ("nothing", ""),
        ("", "Ana"),
        ("李子熟了", "李"),
        ("it was cold", "Wa"),
    ],
)
def test_other_words_are_not(words: str, name: str) -> None:
    assert names.standing_in(words, [name]) == []


def test_each_name_once_and_in_their_order() -> None:
    assert names.standing_in("Bo, Ana, Ana and Bo", ["Ana", "Bo", "Ana", "Dev"]) == ["Ana", "Bo"]


@given(st.text(max_size=30), st.text(max_size=30))
def test_folding_is_done_once(one: str, other: str) -> None:
    assert names.fold(names.fold(one)) == names.fold(one)
    assert names.words_of(f"{one} . {other}") == names.words_of(one) + names.words_of(other)


@given(st.text(max_size=40), st.text(st.characters(categories=("L",)), min_size=2, max_size=9))
def test_a_name_between_other_words_is_always_found(words: str, name: str) -> None:
    if all(len(word) > 1 for word in names.words_of(name)) and names.words_of(name):
        assert names.standing_in(f"{words} {name}, {words}", [name]) == [name]


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("elodie slept, ROUX too.", "someone slept, someone too."),
        ("Élodie Roux rang Ana.", "someone rang someone."),
        ("Ana's sister and Anas flat", "someone's sister and someone flat"),
        ("Analysis, banana", "Analysis, banana"),
        ("E\u0301lodie-Roux\nAna", "someone\nsomeone"),
        ("小明昨晚没睡好。", "someone。"),
        ("", ""),
    ],
)
def test_names_are_left_out_however_they_are_written(words: str, left: str) -> None:
    assert names.left_out(words, ["Ana", "Élodie Roux", "小明"], "someone") == left


@given(st.text(max_size=60), st.lists(st.text(max_size=8), max_size=4))
def test_what_was_left_out_is_found_no_more(words: str, known: list[str]) -> None:
    left = names.left_out(words, known, "…")
    assert names.standing_in(left, known) == []
    if not names.standing_in(words, known):
        assert left == words


@given(
    st.lists(
        st.sampled_from(["ana", "Ana", "Bo", "bo's", "and", ", ", " ", "-", "Bos", "ana\u0301"])
    )
)
def test_names_among_names_are_all_left_out(parts: list[str]) -> None:
    left = names.left_out("".join(parts), ["Ana", "Bo"], "…")
    assert names.standing_in(left, ["Ana", "Bo"]) == []
