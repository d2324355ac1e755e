"""Two listings of one service are joined by hand: nothing is lost, and undo brings both back."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from peerdesk.core.clock import FixedClock
from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.exchange import alike
from peerdesk.exchange.hsds import undo_batch
from peerdesk.features.directory.import_panel import ImportPanel
from peerdesk.features.directory.joining import Joining
from peerdesk.features.directory.page import DirectoryPage
from peerdesk.features.directory.service import DirectoryService
from peerdesk.store.place import Place
from peerdesk.store.shelf import open_shelf
from peerdesk.ui.context import Context

pytestmark = pytest.mark.usefixtures("english")
MONDAY, FRIDAY = ("MO", "09:00", "12:00"), ("FR", "09:00", "12:00")


@pytest.fixture
def joining(shelf: Place) -> Joining:
    return Joining(shelf)


def everything(shelf: Place) -> dict[str, list[tuple[object, ...]]]:
    rows = shelf.rows(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_search%'"
    )
    return {str(n): sorted(shelf.rows(f"SELECT * FROM {n}"), key=repr) for (n,) in rows}


def two(joining: Joining) -> tuple[bytes, bytes]:
    """The same clinic: once with its number and note, once with all the rest."""
    one = joining.add_service("Riverside Clinic", phone="555 0198", languages=["English"])
    joining.set_text(one, "remark", "Jo is kind")
    joining.set_documents(one, ["A letter"])
    other = joining.add_service(
        "The Riverside clinic",
        phone="5550198",
        description="Advice",
        category="rights",
        hours=[MONDAY],
        languages=["english", "Welsh"],
        fees="Free",
        free=True,
        address="12 Mill Lane",
        step_free=True,
        kind="warm line",
        checked_at=1_790_000_000_000,
        checked_how="visit",
    )
    joining.set_text(other, "remark", "Bring a pen")
    joining.set_text(other, "when_you_ring", "Ask for Jo")
    joining.set_documents(other, ["a letter", "A bill"])
    joining.set_ages(other, 18, None)
    with joining.shelf.operation(translate("Test", "More of it")):
        _more(joining, other)
    return one, other


def _more(joining: Joining, other: bytes) -> None:
    run = joining._db.execute
    number = joining.id_of(other)
    run("INSERT INTO phone(uid, service_id, number) VALUES (x'01', ?, '555 0777')", (number,))
    run("INSERT INTO phone(uid, service_id, number) VALUES (x'02', ?, 'by text')", (number,))
    run("INSERT INTO service_area(uid, service_id, name) VALUES (x'03', ?, 'Mill')", (number,))
    run("INSERT INTO taxonomy_term(uid, name) VALUES (x'04', 'Law')")
    run(
        "INSERT INTO service_taxonomy(uid, service_id, taxonomy_term_id) VALUES (x'05', ?, 1)",
        (number,),
    )
    run(
        "INSERT INTO service_check(uid, service_uid, at, how, result)"
        " VALUES (x'06', ?, 5, 'phone', 'no answer')",
        (other,),
    )


def test_nothing_of_either_is_lost(joining: Joining, shelf: Place) -> None:
    one, other = two(joining)
    assert [[p.uid for p in pair] for pair in joining.may_be_twice()] == [[one, other]]
    before = everything(shelf)
    joining.join(one, other)
    detail = joining.detail(one)
    assert detail is not None
    assert detail.name == "Riverside Clinic"
    assert (detail.description, detail.cost, detail.free) == ("Advice", "Free", True)
    assert detail.remark == "Jo is kind\nBring a pen"
    assert detail.when_you_ring == "Ask for Jo"
    assert [p.number for p in detail.phones] == ["555 0198", "555 0777", "by text"]
    assert (detail.where, detail.step_free) == (("12 Mill Lane",), True)
    assert detail.documents == ("A letter", "A bill")
    assert detail.languages == ("English", "Welsh")
    assert [(x.days, x.opens) for x in detail.lines] == [((0,), 540)]
    assert (detail.ages, detail.kind, detail.category) == ((18, None), "warm line", ("rights",))
    assert (detail.checked_at, detail.checked_how) == (1_790_000_000_000, "visit")
    assert shelf.rows("SELECT service_uid FROM service_check") == [(one,)]
    number = joining.id_of(one)
    for table in ("service_area", "service_taxonomy"):
        assert shelf.rows(f"SELECT count(*) FROM {table} WHERE service_id = ?", number) == [(1,)]
    assert joining.count() == 1
    assert joining.detail(other) == detail  # whatever points to the other finds the one
    assert joining.search("Mill") == [number]
    after = everything(shelf)
    assert shelf.undo() is not None
    assert everything(shelf) == before
    assert shelf.redo() is not None
    assert everything(shelf) == after
    assert joining.may_be_twice() == []


def test_what_the_one_says_stays(joining: Joining) -> None:
    one, other = two(joining)
    joining.set_hours(one, [FRIDAY])
    joining.set_text(one, "fees_description", "5 a visit")
    joining.set_address(one, "12 Mill Lane", False, "Millbrook")
    joining.set_categories(one, ["food"])
    joining.set_text(other, "remark", "Jo is kind")
    joining.mark_checked(one)
    joining.join(one, other)
    detail = joining.detail(one)
    assert detail is not None
    assert (detail.remark, detail.cost, detail.free) == ("Jo is kind", "5 a visit", False)
    assert detail.where == ("12 Mill Lane, Millbrook",)
    assert detail.step_free
    assert [x.days for x in detail.lines] == [(4,)]
    assert (detail.category, detail.checked_how) == (("food",), "phone")
    joining.join(one, one)
    joining.join(one, b"nobody")
    assert joining.count() == 1


def test_what_is_hidden_of_either_is_hidden(joining: Joining) -> None:
    one, other = two(joining)
    joining.set_address(one, "12 Mill Lane")
    joining.set_hidden(other, True)
    joining.join(one, other)
    detail = joining.detail(one)
    assert detail is not None
    assert (detail.hidden, detail.where) == (True, ())


def test_said_to_be_two_they_are_not_asked_about_again(joining: Joining, shelf: Place) -> None:
    one, other = two(joining)
    joining.are_two(other, one)
    assert joining.may_be_twice() == []
    shelf.undo()
    assert len(joining.may_be_twice()) == 1


def test_three_become_one_and_a_turned_round_pair_is_no_circle(
    joining: Joining, shelf: Place
) -> None:
    one, other = two(joining)
    third = joining.add_service("Riverside Clinic", phone="555 0198")
    joining.join(one, other)
    joining.join(third, one)
    for uid in (one, other, third):
        detail = joining.detail(uid)
        assert detail is not None
        assert detail.uid == third
    joining.bring_back(other)
    joining.join(other, third)
    found = joining.detail(one)
    assert found is not None
    assert found.uid == other
    assert joining.told_in(other) == other


def test_a_directory_that_is_taken_back_gives_back_what_was_joined_with_it(
    joining: Joining, shelf: Place, tmp_path: Path
) -> None:
    mine = joining.add_service("Imported Help", phone="555 0101")
    folder = tmp_path / "riverside"
    folder.mkdir()
    (folder / "services.csv").write_text("id,name\n1,Imported Help\n")
    (folder / "phones.csv").write_text("id,service_id,number\n1,1,555 0101\n")
    batch = joining.import_package(folder).batch
    ((one, other),) = joining.may_be_twice()
    brought = one.uid if one.brought else other.uid
    joining.set_text(mine, "description", "Ours")
    joining.join(brought, mine)
    joining.import_package(folder)  # the next issue leaves it joined, with what came from here
    detail = joining.detail(mine)
    assert detail is not None
    assert (joining.count(), detail.uid, detail.description) == (1, brought, "Ours")
    with closing(shelf.another()) as connection:
        undo_batch(connection, batch + 1, 8)
        undo_batch(connection, batch, 9)
    detail = joining.detail(mine)
    assert detail is not None
    assert (joining.count(), detail.uid, detail.archived) == (1, mine, False)


def test_too_many_of_one_name(joining: Joining, monkeypatch: pytest.MonkeyPatch) -> None:
    two(joining)
    monkeypatch.setattr(alike, "MOST", 1)
    assert joining.may_be_twice() == []


WORDS = st.sampled_from(["", "Ours", "Theirs"])
LISTING = st.fixed_dictionaries(
    {
        "description": WORDS,
        "phone": st.sampled_from(["", "555 1", "555-1", "555 2"]),
        "address": st.sampled_from(["", "12 Mill Lane"]),
        "hours": st.sampled_from([[], [MONDAY]]),
        "when_you_ring": WORDS,
        "fees": WORDS,
        "free": st.booleans(),
        "languages": st.sampled_from([[], ["English"], ["Welsh", "English"]]),
        "step_free": st.booleans(),
        "hide_address": st.booleans(),
        "checked_at": st.sampled_from([None, 5, 9]),
        "needs_internet": st.booleans(),
    }
)


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(one=LISTING, other=LISTING)
def test_whatever_is_joined_undo_brings_back(
    tmp_path_factory: pytest.TempPathFactory,
    clock: FixedClock,
    one: dict[str, object],
    other: dict[str, object],
) -> None:
    folder = tmp_path_factory.mktemp("joined")
    shelf = open_shelf(folder / "shelf.db", clock, folder)
    try:
        joining = Joining(shelf)
        uids = [joining.add_service("Clinic", **listing) for listing in (one, other)]  # type: ignore[arg-type]
        old = [joining.detail(uid) for uid in uids]
        before = everything(shelf)
        joining.join(*uids)
        new = joining.detail(uids[0])
        for mine in old:
            assert mine is not None
            assert new is not None
            assert {*mine.languages} <= {*new.languages}
            assert {alike.digits(p.number) for p in mine.phones} <= {
                alike.digits(p.number) for p in new.phones
            }
            assert mine.when_you_ring in new.when_you_ring
            assert new.hidden or not mine.hidden
            assert new.lines or not mine.lines
            assert new.where or new.hidden or not mine.where
            assert new.description or not mine.description
            assert (new.checked_at or 0) >= (mine.checked_at or 0)
        after = everything(shelf)
        shelf.undo()
        assert everything(shelf) == before
        shelf.redo()
        assert everything(shelf) == after
    finally:
        shelf.close()


# -- on the screen ---------------------------------------------------------------------------------


@pytest.fixture
def panel(qtbot: QtBot, context: Context, service: DirectoryService) -> ImportPanel:
    made = ImportPanel(context, service)
    qtbot.addWidget(made)
    made.resize(700, 700)
    made.show()
    return made


def find(qtbot: QtBot, panel: ImportPanel) -> None:
    panel.twice_button.click()
    qtbot.waitUntil(lambda: not panel.runs())


def test_found_and_joined_on_the_screen(
    qtbot: QtBot, panel: ImportPanel, joining: Joining, shelf: Place
) -> None:
    find(qtbot, panel)
    assert panel.message.text() == "Nothing here looks as if it were twice."
    one, other = two(joining)
    third = joining.add_service("Food Bank", phone="555 0300")
    fourth = joining.add_service("Food Bank", phone="555 0300")
    find(qtbot, panel)
    face = panel.joins
    assert panel.wide()
    assert face.left.text() == "2 pairs may be the same."
    bank, clinic = face.pairs
    assert bank.answers[0].accessibleName() == "Food Bank: Keep the first"
    bank.answers[2].click()
    assert face.left.text() == "1 pair may be the same."
    assert clinic.answers[0].hasFocus()
    clinic.answers[1].click()
    assert face.left.text() == "Nothing more may be twice."
    assert face.done_button.hasFocus()
    kept = joining.detail(one)
    assert kept is not None
    assert kept.uid == other
    assert joining.count() == 3
    face.done_button.click()
    assert not panel.wide()
    assert panel.twice_button.hasFocus()
    find(qtbot, panel)
    assert panel.message.text() == "Nothing here looks as if it were twice."
    shelf.undo()
    assert joining.count() == 4
    del third, fourth


def test_the_one_that_a_directory_keeps_is_named_and_a_full_disk_is_said(
    qtbot: QtBot, panel: ImportPanel, joining: Joining, tmp_path: Path, context: Context,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    folder = tmp_path / "riverside"
    folder.mkdir()
    (folder / "services.csv").write_text("id,name\n1,Help\n2,Desk\n")
    (folder / "phones.csv").write_text("id,service_id,number\n1,1,555 0101\n2,2,555 0102\n")
    joining.import_package(folder)
    joining.add_service("help", phone="555 0101")
    joining.add_service("  The desk", phone="555 0102")
    find(qtbot, panel)
    from peerdesk.ui.widgets import Muted

    words = {m.text() for card in panel.joins.pairs for m in card.findChildren(Muted)}
    assert {w.split(" came")[0] for w in words if "came" in w} == {"The first", "The second"}
    said: list[str] = []
    monkeypatch.setattr(
        panel.joins, "_context", replace(context, notice=lambda text, *_: said.append(str(text)))
    )

    def broken(*_: object) -> None:
        raise KnownError(translate("Test", "The disk is full."))

    monkeypatch.setattr(panel.joins._joining, "join", broken)
    next(iter(panel.joins.pairs)).answers[0].click()
    assert len(said) == 1
    assert len(panel.joins.pairs) == 2
    panel.joins.show_pairs([*panel.joins.pairs.values()] * 31)
    assert len(panel.joins.pairs) == 60


def test_a_link_to_the_one_that_went_opens_the_one_that_stayed(
    qtbot: QtBot, context: Context, joining: Joining, qapp: QApplication
) -> None:
    one, other = two(joining)
    joining.join(one, other)
    page = DirectoryPage(context)
    for widget in (page, *page.header_buttons()):
        qtbot.addWidget(widget)
    page.open_item("service", other)
    shown = page.browser.reading.detail
    assert shown is not None
    assert shown.uid == one
    assert page.browser.list.current_id() == joining.id_of(one)
