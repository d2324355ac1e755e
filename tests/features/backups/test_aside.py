"""Damaged files that were kept, and the card that lists them."""

from __future__ import annotations

import errno
import os
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from peerdesk.core.errors import Cancelled, KnownError
from peerdesk.features.backups import words
from peerdesk.features.backups.aside import Kept
from peerdesk.features.backups.aside_card import AsideCard
from peerdesk.features.backups.service import BackupsService
from peerdesk.safe import files, orphans
from peerdesk.store import restore_apply
from peerdesk.store.backup_errors import DriveGone, NoRoomForCopy
from peerdesk.ui.jobs import Jobs
from peerdesk.ui.widgets import Label
from tests.store.copies import House


@pytest.fixture
def folder(house: House) -> Path:
    made = house.workspace.backups / restore_apply.ASIDE
    made.mkdir()
    return made


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).write_bytes(name.encode())


def titles(service: BackupsService) -> list[tuple[str, bool]]:
    return [(words.kept_title(kept), kept.mine) for kept in service.aside.all()]


# -- the list ---------------------------------------------------------------------------------


def test_nothing_was_ever_kept(service: BackupsService) -> None:
    assert service.aside.all() == []


def test_a_damaged_group_that_was_brought_back_is_listed(
    service: BackupsService, house: House
) -> None:
    copy = service.make_here()
    house.workspace.cabinet(house.group).write_bytes(b"rubbish")
    looked = service.look(copy.path)
    service.bring_back(looked, [house.safe])
    looked.close()
    service.finish()
    (kept,) = service.aside.all()
    assert (kept.day, kept.size, kept.mine) == (date(2026, 11, 24), 7, True)
    assert words.kept_title(kept) == "Our group"


def test_files_of_one_place_are_one_thing_newest_first(
    service: BackupsService, house: House, folder: Path
) -> None:
    maria, ben = (house.people[n].drawer_id for n in ("maria", "ben"))
    put(folder, f"2026-11-20-{maria}.safe", f"2026-11-20-{maria}.safe-wal")
    put(folder, f"2026-11-20-2-{maria}.safe", "2026-11-21-shelf.db", f"2026-11-19-{ben}.safe")
    kept = service.aside.all()
    assert [k.day.day for k in kept] == [21, 20, 20, 19]
    assert [len(k.paths) for k in kept] == [1, 1, 2, 1], "the second of a day is newer"
    assert titles(service) == [
        ("For everyone", True),
        ("Only me", True),
        ("Only me", True),
        ("Somebody's own place", False),
    ]


def test_places_that_are_not_here_any_more(
    service: BackupsService, house: House, folder: Path
) -> None:
    put(folder, f"2026-11-20-{'a' * 32}.key", f"2026-11-20-{'b' * 32}.seals")
    put(folder, f"2026-11-20-{'c' * 32}.safe", f"2026-11-20-{house.group}.safe")
    service.opened = ()
    assert sorted(title for title, _ in titles(service)) == [
        "A group",
        "A group",
        "A place that is not here any more",
        "Somebody's own place",
    ]


def test_what_is_not_ours_is_not_listed(service: BackupsService, folder: Path) -> None:
    put(folder, "notes.txt", "2026-13-40-shelf.db", "x-shelf.db", "2026-11-20-shelf")
    (folder / "2026-11-20-shelf.db").symlink_to(folder / "nowhere")
    assert service.aside.all() == []


# -- places whose key file was gone -------------------------------------------------------------


def orphan(house: House, name: str, *, at: tuple[int, int, int] = (2026, 11, 3)) -> Path:
    """The place of somebody whose key file is gone, as a sign-in finds it; returns its safe."""
    drawer = house.people[name].drawer_id
    path = house.workspace.drawers / f"{drawer}.safe"
    when = datetime(*at, 12, tzinfo=UTC).timestamp()
    os.utime(path, (when, when))
    path.with_suffix(".key").unlink()
    (moved,) = [p for p in orphans.set_aside(house.workspace.drawers) if p.stem == drawer]
    return moved


def test_a_place_without_its_key_file_is_listed(service: BackupsService, house: House) -> None:
    moved = orphan(house, "ben")
    (kept,) = service.aside.all()
    assert kept.keyless
    assert (kept.paths, kept.folder) == ((moved,), house.workspace.drawers / "aside")
    assert (kept.day, kept.size, kept.mine) == (date(2026, 11, 3), moved.stat().st_size, False)
    assert words.kept_title(kept) == "Somebody's own place"
    with pytest.raises(ValueError, match="not theirs"):
        service.aside.take_out(kept)
    assert moved.exists()


def test_older_ones_of_the_same_place_are_things_of_their_own(
    service: BackupsService, house: House
) -> None:
    moved = orphan(house, "maria")
    place = house.workspace.drawers
    (place / moved.name).write_bytes(b"another")
    (place / f"{moved.name}-wal").write_bytes(b"journal")
    (again,) = orphans.set_aside(place)
    assert again.parent.name == "2"
    newest, oldest = service.aside.all()
    assert [len(newest.paths), newest.size, oldest.paths] == [2, 14, (moved,)]
    assert newest.mine, "whoever is signed in opens the place of this name"
    service.aside.take_out(newest)
    assert not again.exists()
    assert moved.exists()


def test_one_that_went_meanwhile_is_passed_over(
    service: BackupsService, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = orphan(house, "ben")
    monkeypatch.setattr(orphans, "every", lambda *_: [moved.with_name("gone.safe")])
    assert service.aside.all() == []


def test_it_comes_onto_a_stick(service: BackupsService, house: House, stick: Path) -> None:
    moved = orphan(house, "ben")
    (kept,) = service.aside.all()
    service.aside.bring(kept, stick)
    assert (stick / moved.name).read_bytes() == moved.read_bytes()


# -- onto a stick -----------------------------------------------------------------------------


def two(service: BackupsService, house: House, folder: Path) -> Kept:
    put(folder, f"2026-11-20-{house.group}.safe", f"2026-11-20-{house.group}.seals")
    (kept,) = service.aside.all()
    return kept


def test_onto_a_stick_and_still_here(
    service: BackupsService, house: House, folder: Path, stick: Path
) -> None:
    kept = two(service, house, folder)
    service.aside.bring(kept, stick)
    service.aside.bring(kept, stick)  # a name that is taken is not replaced
    for path in kept.paths:
        again = stick / f"{path.stem}-2{path.suffix}"
        assert path.read_bytes() == (stick / path.name).read_bytes() == again.read_bytes()


def test_a_stick_that_is_full_or_lies_keeps_nothing_of_it(
    service: BackupsService,
    house: House,
    folder: Path,
    stick: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kept = two(service, house, folder)

    def full(_path: Path) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as no_room:
        no_room.setattr(files, "sync_folder", full)
        with pytest.raises(NoRoomForCopy):
            service.aside.bring(kept, stick)
    assert list(stick.iterdir()) == []
    with monkeypatch.context() as lies:
        lies.setattr(shutil, "copyfileobj", lambda *_: None)
        with pytest.raises(DriveGone):
            service.aside.bring(kept, stick)
    assert list(stick.iterdir()) == []

    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        service.aside.bring(kept, stick, stop)
    with pytest.raises(KnownError):
        service.aside.bring(kept, stick / "none")


# -- out for good -----------------------------------------------------------------------------


def test_out_for_good(service: BackupsService, house: House, folder: Path) -> None:
    service.aside.take_out(two(service, house, folder))
    assert list(folder.iterdir()) == []


def test_nobody_takes_out_what_is_somebody_elses(
    service: BackupsService, house: House, folder: Path
) -> None:
    put(folder, f"2026-11-20-{house.people['ben'].drawer_id}.safe")
    (kept,) = service.aside.all()
    with pytest.raises(ValueError, match="not theirs"):
        service.aside.take_out(kept)
    assert len(list(folder.iterdir())) == 1


# -- the card ---------------------------------------------------------------------------------


@pytest.fixture
def card(qtbot: QtBot, service: BackupsService, folder: Path, house: House) -> AsideCard:
    put(folder, "2026-11-20-shelf.db", f"2026-11-21-{house.people['ben'].drawer_id}.safe")
    jobs = Jobs()
    made = AsideCard(service.aside, jobs)
    jobs.setParent(made)
    qtbot.addWidget(made)
    made.reload()
    made.show()
    return made


def test_only_what_is_ones_own_may_be_taken_out_and_it_is_asked(card: AsideCard) -> None:
    assert len(card.stick_buttons) == 2
    (out,) = card.out_buttons
    assert "For everyone" in out.accessibleName()
    out.click()
    assert "does not come back" in card.message.text()
    card.forget()
    card.take_out()  # nobody asked any more
    assert len(card.stick_buttons) == 2
    out.click()
    card.message.button.click()
    assert card.message.text() == "It is gone for good."
    assert len(card.stick_buttons) == 1
    assert card.out_buttons == []


def test_a_folder_that_says_no_is_a_sentence(
    card: AsideCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, **_: object) -> None:
        raise OSError(errno.EROFS, "read-only")

    with monkeypatch.context() as held:
        held.setattr(Path, "unlink", refuse)
        card.ask(card._aside.all()[1])
        card.take_out()
    assert card.message.kind == "problem"
    assert len(card.stick_buttons) == 2

    def gone(_workspace: object) -> None:
        raise OSError(errno.EIO, "gone")

    monkeypatch.setattr(restore_apply, "set_aside", gone)
    card.reload()
    assert card.message.kind == "problem"
    assert card.stick_buttons == []
    assert not card.isHidden()
    card.forget()
    monkeypatch.setattr(restore_apply, "set_aside", lambda _workspace: [])
    card.reload()
    assert card.isHidden()


def test_onto_a_stick_by_hand(
    qtbot: QtBot, card: AsideCard, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["", str(stick), str(stick / "none")])
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: next(answers))
    card.stick_buttons[1].click()
    assert card.message.text() == ""
    card.stick_buttons[1].click()
    qtbot.waitUntil(lambda: card.message.text() != "")
    assert "read back" in card.message.text()
    assert (stick / "2026-11-20-shelf.db").exists()
    card.stick_buttons[1].click()
    qtbot.waitUntil(lambda: card.message.kind == "problem")


def test_the_card_says_where_they_lie(
    qtbot: QtBot, card: AsideCard, house: House, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert card.damaged.isVisible()
    assert not card.keyless.isVisible()
    assert plain(card.damaged.where.text()) == f"They lie here: {folder}"
    orphan(house, "maria")
    card.reload()
    assert card.keyless.isVisible()
    aside = house.workspace.drawers / "aside"
    assert plain(card.keyless.where.text()) == f"They lie here: {aside}"
    said = [label.text() for label in card.keyless.findChildren(Label)]
    assert "Only me" in said
    assert any(words.startswith("last used on 3 November 2026 · ") for words in said)
    titles: list[str] = []
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda _card, t: titles.append(t))
    card.stick_buttons[-1].click()
    assert titles == ["Where should this place go?"]
    card.out_buttons[-1].click()
    assert card.message.text() == "Take this place out for good? It does not come back."
    card.message.button.click()
    assert not card.keyless.isVisible()
    assert card.damaged.isVisible()


def plain(text: str) -> str:
    """Without what only says how it is laid out."""
    return "".join(c for c in text if c.isprintable())
