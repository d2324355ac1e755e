"""Verbs of Local help."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import Cancelled
from peerdesk.exchange.categories import KEYS
from peerdesk.features.directory import finding, showing
from peerdesk.features.directory.finding import Filters
from peerdesk.features.directory.service import DirectoryService
from peerdesk.features.directory.showing import Phone
from peerdesk.store.place import Change, Place

Few = dict[str, bytes]


def names(service: DirectoryService, typed: str = "", **filters: object) -> list[str]:
    ids = service.search(typed, Filters(**filters))  # type: ignore[arg-type]
    return [row.name for row in service.rows(ids)]


def test_search_and_filters(service: DirectoryService, few: Few) -> None:
    everything = ["Food Bank", "Night Shelter", "Riverside Housing Clinic", "Tenants’ Voice"]
    assert names(service) == everything
    assert service.count() == 4
    assert names(service, "r") == ["Riverside Housing Clinic"]
    assert names(service, "letter") == ["Tenants’ Voice", "Riverside Housing Clinic"] or names(
        service, "letter"
    ) == ["Riverside Housing Clinic", "Tenants’ Voice"]
    assert names(service, "riverside") == ["Riverside Housing Clinic"]
    assert names(service, "mill") == ["Riverside Housing Clinic"]
    assert names(service, "safe") == []
    assert names(service, "housing", free=True) == ["Riverside Housing Clinic"]
    assert names(service, step_free=True) == ["Riverside Housing Clinic"]
    assert names(service, categories=frozenset({"food", "health"})) == [
        "Food Bank",
        "Riverside Housing Clinic",
    ]
    assert names(service, languages=frozenset({"Spanish"})) == ["Riverside Housing Clinic"]
    assert names(service, "!!!") == everything
    assert service.languages() == [("English", 2), ("Spanish", 1)]
    assert [key for key, _ in service.categories()] == list(KEYS)


def test_open_now(service: DirectoryService, few: Few, clock: FixedClock) -> None:
    assert names(service, open_now=True) == ["Food Bank", "Riverside Housing Clinic"]
    assert names(service, "cl", open_now=True) == ["Riverside Housing Clinic"]
    assert names(service, "f", open_now=True) == ["Food Bank"]
    clock.advance(minutes=20)
    assert names(service, open_now=True) == ["Riverside Housing Clinic"]
    clock.advance(hours=10)
    assert names(service, open_now=True) == ["Night Shelter"]
    service.set_hours(few["clinic"], [("WE", "00:00", "23:00")])
    assert names(service, open_now=True) == ["Night Shelter", "Riverside Housing Clinic"]


def test_what_is_everywhere_open_is_not_listed_one_by_one(
    service: DirectoryService, few: Few, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finding, "LOOKED_AT", 1)
    assert names(service, open_now=True) == ["Food Bank", "Riverside Housing Clinic"]
    monkeypatch.setattr(finding, "RANKED_BELOW", 1)
    assert set(names(service, "help")) == {"Tenants’ Voice"}
    monkeypatch.setattr(finding, "LIMIT", 1)
    assert len(names(service, "housing")) == 1


@pytest.mark.parametrize(
    ("typed", "instead"),
    [
        ("evicton", "eviction"),
        ("evitcion letter", "eviction letter"),
        ("hosing", "housing"),
        ("lettter", "letter"),
        ("zzzzzz", ""),
        ("abc", ""),
        ("eviction xylophone", ""),
    ],
)
def test_slips_of_the_keys(service: DirectoryService, few: Few, typed: str, instead: str) -> None:
    found = service.find(typed)
    assert found.instead == instead
    assert bool(found.ids) is bool(instead or found.category)


def test_a_guess_that_finds_nothing_together(service: DirectoryService, few: Few) -> None:
    found = service.find("evicton shelter")
    assert (found.category, found.instead) == ("housing", "")


def test_detail(service: DirectoryService, few: Few) -> None:
    found = service.detail(few["clinic"])
    assert found is not None
    assert found.organization == "Riverside Advice"
    assert found.phones == (Phone("555 0198", "", ""),)
    assert found.where == ("12 Mill Lane",)
    assert found.access == "step-free from the car park"
    assert found.step_free
    assert found.free
    assert found.languages == ("English", "Spanish")
    assert [line.days for line in found.lines] == [(0, 1, 2, 3, 4), (5,)]
    assert str(found.opening.text) == "Open until 17:00"
    assert found.category == ("housing", "health")
    assert not found.imported
    shelter = service.detail(few["shelter"])
    assert shelter is not None
    assert shelter.hidden
    assert shelter.where == ()
    assert shelter.organization == ""
    assert service.detail(b"\0" * 16) is None
    assert service.uid_of(999) is None
    assert service.id_of(b"\0" * 16) is None
    assert service.rows([999]) == []


def test_detail_of_an_import(service: DirectoryService, shelf: Place, tmp_path: Path) -> None:
    folder = tmp_path / "p"
    folder.mkdir()
    files = {
        "organizations": "id,name\no,Org",
        "services": "id,organization_id,name,description,status,assured_date\n"
        "s,o,Clinic,One. Two.,temporarily closed,2026-01-02\nt,o,Other,,active,soon",
        "locations": "id,name\nl,Mill House\nm,",
        "service_at_location": "id,service_id,location_id\nx,s,l\ny,t,l\nz,t,m",
        "addresses": "id,location_id,address_1,city\na,l,1 Road,Town",
        "phones": "id,organization_id,location_id,number,extension,description\n"
        "p,o,,555 1,,Office\nq,,l,555 2,7,Desk",
        "languages": "id,location_id,name\ng,l,Welsh",
        "cost_options": "id,service_id,option,amount,currency,amount_description\n"
        "c,s,Adults,3.5,gbp,a day\nd,s,,,,",
        "required_documents": "id,service_id,document\nd,s,Passport",
        "schedules": "id,location_id,service_at_location_id,byday,opens_at,closes_at\n"
        "h,l,,TU,09:00,17:00\ni,,y,TU,09:00,10:00",
    }
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text)
    assert service.import_package(folder).left_out == 1
    clinic, other = (service.detail(service.uid_of(n) or b"") for n in (1, 2))
    assert clinic is not None
    assert other is not None
    assert clinic.phones == (Phone("555 2", "7", "Desk"),)
    assert clinic.where == ("Mill House", "1 Road, Town")
    assert clinic.languages == ("Welsh",)
    assert clinic.cost == "Adults, 3.5 GBP, a day"
    assert clinic.documents == ("Passport",)
    assert clinic.assured == "2026-01-02"
    assert other.assured == ""
    assert clinic.imported
    assert str(clinic.opening.text) == "Closed for now"
    assert other.opening.state == "closed"
    assert [line.closes for line in clinic.lines] == [1020]
    assert names(service, languages=frozenset({"welsh"})) == ["Clinic", "Other"]
    shelf.database.execute_sql("DELETE FROM phone WHERE location_id IS NOT NULL")
    again = service.detail(clinic.uid)
    assert again is not None
    assert again.phones == (Phone("555 1", "", "Office"),)


def test_summary() -> None:
    assert showing.summary("One thing. And more.") == "One thing"
    assert showing.summary("One\nthing.\n\nMore") == "One thing"
    assert showing.summary("") == ""


def test_edit_and_undo(service: DirectoryService, shelf: Place, few: Few) -> None:
    uid = few["clinic"]
    assert service.set_text(uid, "description", " Rent and benefits ")
    assert not service.set_text(uid, "description", "Rent and benefits")
    assert not service.set_text(uid, "name", " ")
    assert not service.set_text(b"\0" * 16, "name", "X")
    assert service.set_text(uid, "description", "Rent, benefits")
    service.settle()
    assert names(service, "benefits") == ["Riverside Housing Clinic"]
    service.set_phone(uid, "555 1111")
    service.set_phone(few["voice"], " ")
    service.set_phone(few["voice"], "555 2222")
    service.set_phone(uid, "")
    service.set_address(uid, "New Street 1", hide=True)
    service.set_hidden(uid, False)
    unhidden = service.detail(uid)
    assert unhidden is not None
    assert unhidden.where == ("New Street 1",)
    service.set_address(uid, "", hide=False)
    service.set_address(few["voice"], "Chapel Row")
    service.set_languages(uid, ["Somali", " Somali", "", "Klingon"])
    service.set_categories(uid, ["rights", "nonsense"])
    service.set_free(uid, False)
    service.mark_checked(uid, "visit")
    found, voice = service.detail(uid), service.detail(few["voice"])
    assert found is not None
    assert voice is not None
    assert (found.phones, found.where, found.languages) == ((), (), ("Klingon", "Somali"))
    assert (found.category, found.free, found.checked_how) == (("rights",), False, "visit")
    assert voice.where == ("Chapel Row",)
    assert [p.number for p in voice.phones] == ["555 2222"]
    assert names(service, "chapel") == ["Tenants’ Voice"]
    while shelf.undo():
        pass
    assert service.count() == 0
    assert names(service, "benefits") == []
    while shelf.redo():
        pass
    assert names(service, languages=frozenset({"Somali"})) == ["Riverside Housing Clinic"]


def test_take_off_the_list_and_back(service: DirectoryService, few: Few) -> None:
    service.remove(few["bank"])
    assert "Food Bank" not in names(service)
    assert names(service, "food") == []
    assert service.count() == 3
    service.bring_back(few["bank"])
    assert names(service, "food") == ["Food Bank"]
    service.remove(b"\0" * 16)


def test_a_place_may_be_known_by_its_access_alone(service: DirectoryService) -> None:
    uid = service.add_service("Hall", step_free=True)
    found = service.detail(uid)
    assert found is not None
    assert (found.where, found.step_free) == ((), True)


def test_import_tells_and_can_be_taken_back(
    service: DirectoryService, shelf: Place, package: Path, clock: FixedClock
) -> None:
    told: list[Change] = []
    shelf.subscribe(told.append)
    result = service.import_package(package)
    assert (result.services, result.left_out) == (1, 1)
    assert told[-1].kind == "job"
    assert "service" in told[-1].tables
    assert names(service, "imported") == ["Imported Help"]
    assert len(list(shelf.backups.glob("*.bak"))) == 1
    (batch,) = service.batches()
    assert (batch.source, batch.services, batch.left_out) == ("riverside", 1, 1)
    assert (batch.can_undo, batch.undone) == (True, False)
    service.undo_batch(batch.id)
    assert names(service) == []
    assert [(b.can_undo, b.undone) for b in service.batches()] == [(False, True)]


def test_a_cancelled_import_closes_what_it_opened(
    service: DirectoryService, package: Path, shelf: Place
) -> None:
    with pytest.raises(Cancelled):
        service.run_import(package, cancelled=lambda: True)
    assert service.batches() == []
    assert not shelf.backups.exists()


def test_what_may_be_open_is_kept_for_the_minute(
    service: DirectoryService, few: Few, monkeypatch: pytest.MonkeyPatch, clock: FixedClock
) -> None:
    asked: list[object] = []
    real = finding.maybe_open
    monkeypatch.setattr(finding, "maybe_open", lambda *args: (asked.append(args), real(*args))[1])
    for _ in range(3):
        names(service, open_now=True)
    assert len(asked) == 1
    clock.advance(seconds=timedelta(minutes=1).total_seconds())
    names(service, open_now=True)
    assert len(asked) == 2


def test_steps_of_a_service_without_a_place(service: DirectoryService) -> None:
    line = service.add_service("Warm Line")
    service.set_step_free(line, True)
    detail = service.detail(line)
    assert detail is not None
    assert (detail.step_free, detail.where) == (True, ())
    assert service.search("", Filters(step_free=True)) == [detail.id]
    assert service.address(line) == ("", "", "")
    service.set_address(line, "", town=" Millbrook ")
    assert service.address(line) == ("", "Millbrook", "")
    service.set_hidden(line, True)
    assert service.address(line) == ("", "", "")


def test_a_hidden_address_is_not_lost_for_its_town(
    service: DirectoryService, few: dict[str, bytes]
) -> None:
    """The form shows nothing of it, so what is blank there says nothing."""
    service.set_address(few["shelter"], "", True, town="Millbrook")
    service.set_hidden(few["shelter"], False)
    assert service.address(few["shelter"]) == ("Safe House", "Millbrook", "")
    service.set_hidden(few["shelter"], True)
    service.set_address(few["shelter"], "New House", True)
    service.set_hidden(few["shelter"], False)
    assert service.address(few["shelter"]) == ("New House", "Millbrook", "")
