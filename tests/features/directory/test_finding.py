"""Slips of the keys, filters beside the words, and the nearest first."""

from __future__ import annotations

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.features.directory import finding, near, slips
from peerdesk.features.directory.finding import Filters, Spot
from peerdesk.features.directory.service import DirectoryService
from peerdesk.store.place import Place

Few = dict[str, bytes]
HERE = Spot("Here", 51.5, -0.1)


def names(service: DirectoryService, typed: str = "", **filters: object) -> list[str]:
    ids = service.search(typed, Filters(**filters))  # type: ignore[arg-type]
    return [row.name for row in service.rows(ids)]


def settle(shelf: Place, sql: str, *values: object) -> None:
    shelf.database.connection().execute(sql, values)


def put(shelf: Place, service: DirectoryService, name: str, *where: object, hide: int = 0) -> None:
    """A service at a place: latitude, longitude, town, postcode."""
    uid = service.add_service(name, address=f"{name} Street", description="Something warm")
    one = service.id_of(uid)
    place = "(SELECT location_id FROM service_at_location WHERE service_id = ?)"
    settle(
        shelf,
        f"UPDATE location SET latitude = ?, longitude = ?, hide_address = ? WHERE id = {place}",
        *where[:2],
        hide,
        one,
    )
    settle(
        shelf,
        f"UPDATE address SET city = ?, postal_code = ? WHERE location_id = {place}",
        *where[2:],
        one,
    )


@pytest.fixture
def town(shelf: Place, service: DirectoryService) -> DirectoryService:
    put(shelf, service, "Far Kitchen", 52.5, -0.1, "Norwick", "NO1 1AA")
    put(shelf, service, "Near Kitchen", 51.501, -0.1, "Málaga End", "SE1 7ZZ")
    put(shelf, service, "Middle Kitchen", 51.6, -0.1, "Málaga End", "SE1 7ZY")
    put(shelf, service, "Safe Kitchen", 51.5, -0.1, "Málaga End", "SE9 9XX", hide=1)
    service.add_service("Phone Kitchen", description="A warm voice")
    return service


# -- needs -----------------------------------------------------------------------------------


def test_a_need_that_no_service_names_shows_its_kind(town: DirectoryService) -> None:
    found = town.find("I am hungry")
    assert [row.name for row in town.rows(found.ids)] == [
        "Far Kitchen",
        "Middle Kitchen",
        "Near Kitchen",
        "Phone Kitchen",
        "Safe Kitchen",
    ]
    assert (found.category, found.instead) == ("food", "")
    assert town.find("I am hungry", Filters(free=True)).ids == []
    # whoever chose a kind already is not led away from it
    assert town.find("hungry", Filters(categories=frozenset({"housing"}))).ids == []
    assert town.find("lonely").category == ""  # nothing of that kind is here
    assert town.find("kitchen").category == ""


# -- slips -----------------------------------------------------------------------------------


def test_everything_one_slip_away() -> None:
    found = ["abc", "ac", "acb", "ba", "cab", "cb"]
    assert slips.variants("ab", "c") == found
    assert "xfree" not in slips.variants("free", "x")


def test_accents_and_first_letters(service: DirectoryService) -> None:
    service.add_service("Café Señal")
    service.add_service("Женский Центр")
    assert names(service, "cafe senal") == ["Café Señal"]
    for typed in ("CÁFE", "xafe", "acfe", "cafe sennal", "cafee senal", "caf3 senal"):
        assert names(service, typed) == ["Café Señal"], typed
    assert names(service, "женскйи") == ["Женский Центр"]
    assert names(service, "женский цантр") == ["Женский Центр"]


def test_a_blank_too_many_or_too_few(service: DirectoryService) -> None:
    service.add_service("Food Bank")
    service.add_service("Nightline")
    assert service.find("foodbank").instead == "food bank"
    assert service.find("night line").instead == "nightline"
    assert names(service, "night line") == ["Nightline"]
    assert names(service, "ni ght linex") == []
    assert names(service, "night line bank") == []
    found = service.find("foodbank nightline")
    assert (found.category, found.instead) == ("food", "")


def test_a_word_that_was_another_words_slip(service: DirectoryService) -> None:
    service.add_service("Harlow Form Room")
    service.add_service("News From Nowhere")
    assert names(service, "harlow from") == ["Harlow Form Room"]
    assert names(service, "from") == ["News From Nowhere"]
    assert names(service, "nowhere harlow") == []


def test_a_name_that_was_meant_comes_after_a_text_that_holds_the_word(
    service: DirectoryService,
) -> None:
    service.add_service("Hub", description="Everyone may rent a bike")
    service.add_service("Tent Lending")
    assert names(service, "rent") == ["Hub", "Tent Lending"]
    assert service.find("rent").instead == ""


def test_what_is_remembered_is_forgotten_when_something_is_written(
    service: DirectoryService,
) -> None:
    service.add_service("Bread Round")
    assert names(service, "zugar") == []
    service.add_service("Sugar Round")
    assert names(service, "zugar") == ["Sugar Round"]
    assert names(service, "zugar") == ["Sugar Round"]


def test_very_long_words_are_let_be(service: DirectoryService, few: Few) -> None:
    assert names(service, "q" * 40) == []
    assert names(service, "zq") == []


# -- filters ---------------------------------------------------------------------------------


def test_filters_beside_the_words(
    shelf: Place, service: DirectoryService, few: Few, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle(shelf, "UPDATE service SET kind = 'app', needs_internet = 1 WHERE name = 'Food Bank'")
    settle(shelf, "UPDATE service SET referral = 'no', minimum_age = 18 WHERE name LIKE 'Tenant%'")
    settle(shelf, "UPDATE service SET maximum_age = 25.5 WHERE name = 'Night Shelter'")
    for _ in range(2):  # the second time as if each were too many to name
        assert names(service, kinds=frozenset({"app"})) == ["Food Bank"]
        assert names(service, kinds=frozenset({"app", "service"}), age=30) == [
            "Food Bank",
            "Riverside Housing Clinic",
            "Tenants’ Voice",
        ]
        assert names(service, no_referral=True) == ["Tenants’ Voice"]
        assert names(service, no_referral=True, kinds=frozenset({"app"})) == []
        assert names(service, "food", offline=True) == []
        assert names(service, "food", kinds=frozenset({"app"})) == ["Food Bank"]
        assert names(service, "tenants", kinds=frozenset({"app"})) == []
        assert names(service, offline=True, age=16) == ["Night Shelter", "Riverside Housing Clinic"]
        assert names(service, no_referral=True, open_now=True) == []
        monkeypatch.setattr(finding, "LOOKED_AT", 1)


def test_area(shelf: Place, town: DirectoryService, monkeypatch: pytest.MonkeyPatch) -> None:
    one = town.search("phone")[0]
    settle(
        shelf,
        "INSERT INTO service_area(uid, service_id, name) VALUES (randomblob(16), ?, 'Norwick')",
        one,
    )
    assert town.areas() == ["Málaga End", "Norwick"]
    for _ in range(2):
        assert names(town, area="norwick") == ["Far Kitchen", "Phone Kitchen"]
        assert names(town, "phone", area="Norwick") == ["Phone Kitchen"]
        monkeypatch.setattr(finding, "LOOKED_AT", 1)


# -- near ------------------------------------------------------------------------------------


def test_the_nearest_first(town: DirectoryService) -> None:
    placed = ["Near Kitchen", "Middle Kitchen", "Far Kitchen"]
    assert names(town, near=HERE) == [*placed, "Phone Kitchen", "Safe Kitchen"]
    found = names(town, "kitchen", near=HERE)
    assert found[:3] == placed
    assert set(found[3:]) == {"Phone Kitchen", "Safe Kitchen"}
    rows = {row.name: row.kilometres for row in town.rows(town.search(), HERE)}
    assert rows["Near Kitchen"] == pytest.approx(0.111, abs=0.001)
    assert rows["Far Kitchen"] == pytest.approx(111.2, abs=0.1)
    # a distance would tell where a shelter is
    assert rows["Safe Kitchen"] is None is rows["Phone Kitchen"]
    assert all(row.kilometres is None for row in town.rows(town.search()))


def test_near_and_filters(town: DirectoryService, shelf: Place, clock: FixedClock) -> None:
    for uid in [row.uid for row in town.rows(town.search("kitchen"))]:
        town.set_hours(uid, [("TU", "09:00", "17:00")])
    middle = town.rows(town.search("middle"))[0].uid
    town.set_free(middle, free=True)
    assert names(town, near=HERE, free=True) == ["Middle Kitchen"]
    assert names(town, near=HERE, open_now=True)[0] == "Near Kitchen"
    assert names(town, "kitchen", near=HERE, open_now=True)[0] == "Near Kitchen"
    assert names(town, "m", near=HERE) == ["Middle Kitchen"]
    clock.advance(hours=3)
    assert names(town, near=HERE, open_now=True) == []


def test_enough_that_is_near_leaves_out_what_is_nowhere(
    town: DirectoryService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "LIMIT", 2)
    assert names(town, near=HERE) == ["Near Kitchen", "Middle Kitchen"]


@pytest.mark.parametrize("longitude", [179.99, -179.99])
def test_across_the_date_line(shelf: Place, service: DirectoryService, longitude: float) -> None:
    put(shelf, service, "West", -17.0, 179.98, "Taveuni", "1")
    put(shelf, service, "East", -17.0, -179.97, "Taveuni", "2")
    spot = Spot("Line", -17.0, longitude)
    rows = service.rows(service.search("", Filters(near=spot)), spot)
    assert len(rows) == 2
    assert all(row.kilometres is not None and row.kilometres < 6 for row in rows)


def test_places_to_look_from(town: DirectoryService) -> None:
    assert [one.name for one in town.places("se1")] == ["SE1 7ZY", "SE1 7ZZ"]
    assert [one.name for one in town.places("se17z")] == ["SE1 7ZY", "SE1 7ZZ"]
    assert town.places("SE9") == []  # only the shelter is there
    assert town.places("  ") == []
    assert town.places("nowhere") == []
    (found,) = town.places("malag")
    assert (found.name, found.latitude) == ("Málaga End", pytest.approx(51.5505))


def test_a_town_without_any_place_to_show(shelf: Place, service: DirectoryService) -> None:
    put(shelf, service, "Hidden", 50.0, 1.0, "Secret", "Q1", hide=1)
    assert service.places("secret") == []
    assert near.kilometres(HERE, -51.5, 179.9) == pytest.approx(20015, abs=5)


def test_so_many_postcodes_that_no_town_is_looked_for(
    town: DirectoryService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(near, "MOST_PLACES", 1)
    assert [one.name for one in town.places("se1")] == ["SE1 7ZY"]


def test_a_notice_is_worth_more_than_hours(service: DirectoryService, few: Few) -> None:
    assert "Food Bank" in names(service, open_now=True)
    service.set_text(few["bank"], "alert", "Closed this week")
    assert "Food Bank" not in names(service, open_now=True)


def test_words_that_are_right_are_not_changed_because_of_a_filter(
    service: DirectoryService,
) -> None:
    for number in range(5):
        service.add_service(f"Letter help {number}")
    service.add_service("Better help", free=True)
    assert service.find("letter", Filters(free=True)) == finding.Found([])
    assert names(service, "lettr", free=True) == []
    assert names(service, "bettr", free=True) == ["Better help"]


def test_near_where_nobody_knows_points_on_a_map(shelf: Place, service: DirectoryService) -> None:
    for name, code, town in (
        ("Far", "Y9 1AA", "Hilltop"),
        ("Door", "X1 2ZZ", "Millbrook"),
        ("Street", "X1 2AB", "Millbrook"),
        ("Town", "X3 1AA", "Millbrook"),
        ("Refuge", "X1 2ZQ", "Secret Town"),
    ):
        service.add_service(name, address="1 Road", hide_address=name == "Refuge")
        settle(
            shelf,
            f"UPDATE address SET postal_code = '{code}', city = '{town}'"
            " WHERE id = (SELECT max(id) FROM address)",
        )
    (code,) = service.places("x12zz")
    assert code == Spot("X1 2ZZ", named=True)
    assert [s.name for s in service.places("x1")] == ["X1 2AB", "X1 2ZZ"]
    assert names(service, near=code)[:3] == ["Door", "Street", "Town"]
    assert set(names(service, near=code)) == {"Door", "Street", "Town", "Far", "Refuge"}
    (town,) = service.places("mill")
    assert set(names(service, near=town)[:3]) == {"Door", "Street", "Town"}
    assert service.places("secret") == []
    assert service.places("zz9") == []
    service.set_text(service.uid_of(1) or b"", "description", "bread")
    service.set_text(service.uid_of(4) or b"", "description", "bread")
    assert names(service, "bread", near=town) == ["Town", "Far"]
    assert [row.kilometres for row in service.rows([1, 2], town)] == [None, None]
