"""Listings that look like one and the same, and places of a chain that do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packages import Write

from peerdesk.exchange import alike
from peerdesk.exchange.alike import Looks, agree, digits, one_door, page, pairs, plain, spot
from peerdesk.exchange.hsds import import_package
from peerdesk.store.connection import Connection

UID = iter(range(10**6))


def look(
    name: str = "Food Bank",
    owner: str = "",
    phone: str = "",
    mail: str = "",
    web: str = "",
    place: tuple[str, str, str, str] | None = None,
) -> Looks:
    spots = () if place is None else (spot(*place),)
    return Looks(
        next(UID).to_bytes(16), plain(name), plain(owner or name),
        frozenset(filter(None, [digits(phone)])), mail, page(web), spots,
        name, owner, (phone,), (), (), False,
    )  # fmt: skip


def test_names_numbers_and_pages_as_they_are_compared() -> None:
    assert plain("The Café & Böckerei (North)") == plain("cafe and bockerei north")
    assert plain("The The") == "the the"
    assert plain("★") == ""
    assert digits("+44 20 7946 0018 ext. 7") == digits("020 7946 0018") == digits("02079460018")
    assert digits("988") == "988"
    assert digits("see web") == ""
    assert page(" https://www.Help.example/here/ ") == page("help.example/here")


DOOR = ("12 Mill Lane", "", "Millbrook", "MB1 2CD")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (DOOR, ("12, MILL LN", "", "", "mb12cd"), True),
        (DOOR, ("12 Mill Lane, Millbrook, MB1 2CD", "", "", ""), True),
        (DOOR, ("Mill House", "", "", "MB1 2CD"), True),
        (DOOR, ("", "", "", "MB1 2CD"), True),
        (DOOR, ("14 Mill Lane", "", "Millbrook", "MB1 2CD"), False),
        (DOOR, ("12 Mill Lane", "", "Millbrook", "MB9 9ZZ"), False),
        (("12 Mill Lane", "", "Millbrook", ""), ("12 Mill Lane", "", "Eastford", ""), False),
        (("12 Mill Lane", "", "", ""), ("12 Station Road", "", "", ""), False),
        (("12 Mill Lane", "", "", ""), ("12 High Lane", "", "", ""), False),
        (("12 Mill Lane, Millbrook", "", "", ""), ("12 High St, Millbrook", "", "", ""), False),
        (("12 Mill Lane, MB1", "", "", ""), ("12 Mill Ln, Millbrook", "", "", ""), True),
        (("12 The Street", "", "", ""), ("12 Street", "", "", ""), True),
        (("12 Mill Lane", "", "", "97205"), ("12 High Lane", "", "", "97205"), False),
        (("Library", "", "Millbrook", ""), ("The library", "", "Millbrook, Eastshire", ""), True),
        (("Library", "", "", "97205"), ("Town hall", "", "", "97205-1234"), None),
        (("", "", "", "97205"), ("Town hall", "", "", "97205-1234"), None),
        (("", "", "", "972051234"), ("", "", "", "97206"), False),
        (("", "", "Millbrook", ""), ("", "", "Millbrook", ""), None),
        (("Flat 3", "12 Mill Lane", "", ""), ("12 Mill Lane", "", "", ""), True),
    ],
)
def test_doors(
    one: tuple[str, str, str, str], other: tuple[str, str, str, str], same: bool | None
) -> None:
    assert one_door(spot(*one), spot(*other)) is same
    assert one_door(spot(*other), spot(*one)) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (look(phone="020 7946 0018"), look(phone="+44 20 7946 0018"), True),
        (look(owner="Trust", phone="5550198"), look(phone="555 0198"), True),
        (look(owner="Trust", phone="5550198"), look(owner="Club", phone="5550198"), False),
        (look(mail="a@b.example"), look(mail="a@b.example", phone="5550198"), True),
        (look(web="b.example"), look(web="http://b.example/"), True),
        (look(place=DOOR), look(place=DOOR), True),
        (look(place=DOOR, phone="5550198"), look(place=DOOR, phone="5550111"), True),
        # places of a chain, which share what the chain has one of
        (look(web="b.example", phone="5550198"), look(web="b.example", phone="5550111"), False),
        (look(phone="5550198", place=DOOR),
         look(phone="5550198", place=("3 Quay", "", "Eastford", "EF1 1AA")), False),
        (look(mail="a@b.example", place=DOOR),
         look(mail="a@b.example", place=("14 Mill Lane", "", "Millbrook", "MB1 2CD")), False),
        # nothing tells
        (look(), look(), False),
        (look("Food Bank", phone="5550198"), look("Food Hub", phone="5550198"), False),
    ],
)  # fmt: skip
def test_alike_or_a_chain(one: Looks, other: Looks, same: bool) -> None:
    assert bool(agree(one, other)) is same
    assert agree(one, other) == agree(other, one)
    assert bool(pairs([one], [other])) is same


PLACES = st.tuples(
    st.sampled_from(["", "12 Mill Lane", "12a Mill Ln", "Library", "3, 12 Mill Lane"]),
    st.just(""),
    st.sampled_from(["", "Millbrook", "Eastford"]),
    st.sampled_from(["", "MB1 2CD", "97205", "97205-1111"]),
)
LOOKS = st.builds(
    look,
    st.sampled_from(["Food Bank", "the food bank", "Clinic"]),
    st.sampled_from(["", "Trust", "Club"]),
    st.sampled_from(["", "555 0198", "555 0111"]),
    st.sampled_from(["", "a@b.example"]),
    st.sampled_from(["", "b.example"]),
    st.none() | PLACES,
)


@given(LOOKS, LOOKS)
def test_it_does_not_matter_which_is_looked_at_first(one: Looks, other: Looks) -> None:
    assert agree(one, other) == agree(other, one)
    assert bool(pairs([one], [other])) == bool(agree(one, other))


@given(st.lists(LOOKS, max_size=6), st.lists(LOOKS, max_size=6))
def test_nobody_is_taken_for_two(ones: list[Looks], others: list[Looks]) -> None:
    found = pairs(ones, others)
    assert len({one.uid for one, _ in found}) == len({other.uid for _, other in found})
    assert len({one.uid for one, _ in found}) == len(found)
    assert all(agree(one, other) for one, other in found)


def test_the_surest_is_taken_and_a_crowd_tells_nothing() -> None:
    vague, sure = look(web="b.example"), look(web="b.example", phone="5550198")
    mine = look(web="b.example", phone="5550198")
    assert pairs([mine], [vague, sure]) == [(mine, sure)]
    assert pairs([mine], [vague] * (alike.CROWD + 1) + [sure]) == [(mine, sure)]
    assert pairs([mine], [mine]) == []


def test_a_chain_of_thousands_is_not_compared_each_with_each(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ones, others = (
        [look(phone="555 0198", place=(f"{n} Mill Lane", "", "", f"M{n}")) for n in range(500)]
        for _ in range(2)
    )
    asked = []
    monkeypatch.setattr(alike, "agree", lambda a, b: asked.append(1) or agree(a, b))
    assert len(pairs(ones, others)) == 500
    assert len(asked) == 500


def test_what_is_hidden_is_not_compared(job: Connection, package: Write) -> None:
    path = package(
        {
            "services": [{"id": "1", "name": "Shelter"}, {"id": "2", "name": "Shelter 2"}],
            "locations": [
                {"id": "1", "peerdesk_hide_address": "yes"},
                {"id": "2", "peerdesk_hide_address": ""},
            ],
            "service_at_location": [
                {"id": "1", "service_id": "1", "location_id": "1"},
                {"id": "2", "service_id": "2", "location_id": "2"},
            ],
            "addresses": [
                {"id": "1", "location_id": "1", "address_1": "1 Secret Street"},
                {"id": "2", "location_id": "2", "address_1": "2 Open Street"},
            ],
            "phones": [{"id": "1", "location_id": "2", "number": "555 1"}],
        }
    )
    import_package(job, path, 1)
    found = alike.looks(job, "main", (1, 2))
    assert [(f.name, f.places, f.numbers) for f in found] == [
        ("Shelter", (), ()), ("Shelter 2", ("2 Open Street",), ("555 1",)),
    ]  # fmt: skip
    assert [f.spots for f in found] == [(), (spot("2 Open Street", "", "", ""),)]
