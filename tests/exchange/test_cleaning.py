"""Cells as people publish them."""

from __future__ import annotations

import uuid
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerdesk.exchange import cleaning


@pytest.mark.parametrize(
    ("cell", "tidy"),
    [
        ("  a  b ", "a b"),
        ("one\\ntwo", "one\ntwo"),
        ("one\\r\\ntwo\\r", "one\ntwo"),
        ("a\tb\r\nc\x07", "a b\nc"),
        ("a\n\n\n\nb", "a\n\nb"),
        ("NULL", ""),
        ("n/a", ""),
        ("\\N", ""),
        ('"+44 1234"', "+44 1234"),
        ('say "yes"', 'say "yes"'),
        ('"a" and "b"', '"a" and "b"'),
        ("none of these", "none of these"),
        ("\u00a0x\u200b", "x"),
        ("", ""),
    ],
)
def test_a_cell_is_made_tidy(cell: str, tidy: str) -> None:
    assert cleaning.tidy(cell) == tidy


@pytest.mark.parametrize(
    "dirty",
    [
        "a\\nb",
        "a  b",
        "NULL",
        "a\x01",
        '"q"',
        "a\tb",
        "wide   ",
        "café",
        "caf\u00e9\u00a0",
        "“a  b”",
        "",
    ],
)
@pytest.mark.parametrize("others", [["plain", " stray "], ["plain"]])
def test_a_column_is_made_tidy_like_its_cells(dirty: str, others: list[str]) -> None:
    column = [*others, dirty]
    assert cleaning.clean_column(column) == [cleaning.tidy(c) for c in column]


@given(st.lists(st.text(' aé\\n"\t\n\u00a0-|', max_size=6), max_size=4))
def test_any_column_is_made_tidy_like_its_cells(column: list[str]) -> None:
    assert cleaning.clean_column(column) == [cleaning.tidy(c) for c in column]


def test_a_tidy_column_stays_as_it_is() -> None:
    assert cleaning.clean_column(["a", " b", ""]) == ["a", "b", ""]


def test_uuids_stay_and_other_ids_get_one_of_their_own() -> None:
    one = uuid.uuid4()
    assert cleaning.uid_of("service", "key", str(one)) == one.bytes
    assert cleaning.uid_of("service", "key", f"{{{one}}}") == one.bytes
    assert cleaning.uid_of("service", "key", one.hex) == one.bytes
    other = cleaning.uid_of("service", "key", "1")
    assert other == cleaning.uid_of("service", "key", "1")
    assert other != cleaning.uid_of("service", "other", "1")
    assert other != cleaning.uid_of("phone", "key", "1")
    assert len(cleaning.uid_of("service", "key", "z" * 32)) == 16
    assert len(cleaning.uid_of("service", "key", "7c92d010-1b0a-11e9-b56e-0800200c9a")) == 16


def test_numbers_and_days() -> None:
    assert cleaning.number("about 12,5 years") == 12.5
    assert cleaning.number("-3") == -3
    assert cleaning.number("none") is None


@pytest.mark.parametrize(
    "cells",
    [
        ["51.5", "-0.12", "", "7"],
        ["51,5", "about 3"],
        ["1.2.3", "-", "4-5"],
        [".5", "1"],
        ["-.5", "1"],
        ["--3", "1.", "007"],
        ["", ""],
        [],
    ],
)
def test_a_column_of_numbers_is_as_its_cells(cells: list[str]) -> None:
    assert cleaning.numbers(cells) == [cleaning.number(c) if c else None for c in cells]


def test_days() -> None:
    assert cleaning.day("2026-11-03T10:00:00Z") == date(2026, 11, 3)
    assert cleaning.day("2026-02-30") is None
    assert cleaning.day("soon") is None


@pytest.mark.parametrize(
    ("name", "code", "found"),
    [
        ("Spanish", "", (("Spanish", "es"),)),
        ("en, es", "", (("English", "en"), ("Spanish", "es"))),
        ("English and Somali", "", (("English", "en"), ("Somali", "so"))),
        ("", "pl", (("Polish", "pl"),)),
        ("en-GB", "", (("English", "en"),)),
        ("sign language", "bfi", (("Sign language", "bfi"),)),
        ("Tok Pisin", "", (("Tok Pisin", ""),)),
        ("xx_YY", "", (("Xx_YY", ""),)),
        ("", "", ()),
        (" , English", "", (("English", "en"),)),
    ],
)
def test_languages(name: str, code: str, found: tuple[tuple[str, str], ...]) -> None:
    assert cleaning.languages(name, code) == found


def test_status_and_kind_of_place() -> None:
    assert cleaning.status("Active") == "active"
    assert cleaning.status("CLOSED") == "defunct"
    assert cleaning.status("who knows") == "active"
    assert cleaning.kind_of_place("Mailing") == "postal"
    assert cleaning.kind_of_place("virtual") == "virtual"
    assert cleaning.kind_of_place("") == "physical"


@pytest.mark.parametrize(
    ("words", "yes"),
    [
        ("wheelchair access on all levels", True),
        ("step-free from the car park", True),
        ("not wheelchair accessible", False),
        ("no lift", False),
        ("ask at the desk", False),
    ],
)
def test_step_free_only_when_clear(words: str, yes: bool) -> None:
    assert cleaning.step_free(words) is yes


@pytest.mark.parametrize(
    ("words", "yes"),
    [
        ("Free", True),
        ("No charge", True),
        ("0.00", True),
        ("£0", True),
        ("The service is free", True),
        ("Free for members, otherwise £5", False),
        ("Sliding scale", False),
        ("$10", False),
        ("", False),
    ],
)
def test_free_only_when_clear(words: str, yes: bool) -> None:
    assert cleaning.free(words) is yes


def test_appointments_and_hidden_addresses() -> None:
    assert cleaning.by_appointment("By appointment only")
    assert not cleaning.by_appointment("Walk in")
    assert not cleaning.by_appointment("Ask for your appointment")
    assert cleaning.hidden("Confidential location")
    assert not cleaning.hidden("12 Mill Lane")


@given(st.lists(st.text('ab |\\"\n\t\xa0\u3000\x07-', max_size=6), max_size=4))
def test_a_column_is_as_tidy_as_its_cells(cells: list[str]) -> None:
    assert cleaning.clean_column(cells) == [*map(cleaning.tidy, cells)]
