"""Settings are kept in the place they belong to, at once, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from peerdesk.app.settings.service import (
    TEXT_SCALES,
    ComputerSettings,
    GroupSettings,
    PersonalSettings,
    nearest_scale,
    next_scale,
)
from peerdesk.core.clock import FixedClock
from peerdesk.core.ids import new_uid
from peerdesk.store.cabinet import Group, open_cabinet
from peerdesk.store.drawer import open_drawer
from peerdesk.store.place import Place
from peerdesk.store.shelf import open_shelf

CLOCK = FixedClock(datetime(2026, 11, 24, 20, 21), "Europe/London")
KEY = bytes(range(32))


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Place]:
    place = open_shelf(tmp_path / "shelf.db", CLOCK, tmp_path / "backups")
    yield place
    place.close()


@pytest.fixture
def drawer(tmp_path: Path) -> Iterator[Place]:
    place = open_drawer(tmp_path / "d.safe", KEY, CLOCK, tmp_path / "backups")
    yield place
    place.close()


@pytest.fixture
def cabinet(tmp_path: Path) -> Iterator[Place]:
    place = open_cabinet(tmp_path / "c.safe", KEY, CLOCK, tmp_path / "backups")
    yield place
    place.close()


def make_group(cabinet: Place) -> None:
    from peerdesk.core.text import translate

    with cabinet.operation(translate("Test", "Make a group")):
        Group.create(
            uid=new_uid(),
            name="Tuesday Circle",
            public_key=b"p" * 32,
            secret_key=b"s" * 32,
            recovery_public=b"r" * 32,
        )


def test_an_untouched_computer_is_shared_and_locks_after_three_minutes(shelf: Place) -> None:
    computer = ComputerSettings(shelf)
    assert computer.shared
    assert (computer.centre, computer.language, computer.scheme) == ("", "", "system")
    assert (computer.text_scale, computer.idle_minutes) == (100, 3)


def test_each_setting_of_the_computer_is_kept_and_can_be_undone(shelf: Place) -> None:
    computer = ComputerSettings(shelf)
    assert computer.set_centre(" Riverside Centre ")
    assert computer.set_shared(False)
    assert computer.set_language("es")
    assert computer.set_scheme("dark")
    assert computer.set_text_scale(150)
    assert computer.set_idle_minutes(10)
    again = ComputerSettings(shelf)
    assert again.centre == "Riverside Centre"
    assert not again.shared
    assert (again.language, again.scheme) == ("es", "dark")
    assert (again.text_scale, again.idle_minutes) == (150, 10)
    shelf.undo()
    assert computer.idle_minutes == 3
    assert not computer.set_scheme("dark")


def test_typing_a_name_is_one_step(shelf: Place) -> None:
    computer = ComputerSettings(shelf)
    computer.set_centre("R")
    computer.set_centre("Ri")
    computer.settle()
    computer.set_centre("Riv")
    shelf.undo()
    assert computer.centre == "Ri"
    shelf.undo()
    assert computer.centre == ""


@pytest.mark.parametrize(
    ("key", "value"), [("idle_minutes", "0"), ("idle_minutes", "-3"), ("idle_minutes", "soon")]
)
def test_a_value_nobody_knows_gives_way_to_the_default(shelf: Place, key: str, value: str) -> None:
    from peerdesk.core.text import translate
    from peerdesk.store.shelf import Setting

    with shelf.operation(translate("Test", "Spoil it")):
        Setting.create(uid=new_uid(), key=key, value=value)
        Setting.create(uid=new_uid(), key="scheme", value="sepia")
        Setting.create(uid=new_uid(), key="text_scale", value="999")
    computer = ComputerSettings(shelf)
    assert computer.idle_minutes == 3
    assert computer.scheme == "system"
    assert computer.text_scale == 200


def test_only_choices_we_offer_are_taken(shelf: Place, drawer: Place) -> None:
    computer = ComputerSettings(shelf)
    mine = PersonalSettings(drawer, computer)
    for wrong in (
        lambda: computer.set_scheme("sepia"),
        lambda: computer.set_text_scale(90),
        lambda: computer.set_idle_minutes(11),
        lambda: mine.set_scheme(""),
        lambda: mine.set_text_scale(300),
    ):
        with pytest.raises(ValueError):
            wrong()


def test_a_person_who_chose_nothing_has_what_the_computer_has(shelf: Place, drawer: Place) -> None:
    computer = ComputerSettings(shelf)
    mine = PersonalSettings(drawer, computer)
    computer.set_scheme("dark")
    computer.set_text_scale(125)
    assert (mine.name, mine.scheme, mine.text_scale) == ("", "dark", 125)
    assert mine.set_name("Maria ")
    assert mine.set_scheme("contrast")
    assert mine.set_text_scale(200)
    assert (mine.name, mine.scheme, mine.text_scale) == ("Maria", "contrast", 200)
    assert (computer.scheme, computer.text_scale) == ("dark", 125)
    drawer.undo()
    assert mine.text_scale == 125


def test_a_group_keeps_a_name(cabinet: Place) -> None:
    group = GroupSettings(cabinet)
    assert (group.name, group.recovery_printed_at) == ("", None)
    make_group(cabinet)
    assert group.name == "Tuesday Circle"
    assert group.recovery_printed_at is None
    assert not group.set_name("  ")
    assert not group.set_name("Tuesday Circle ")
    assert group.set_name("Wednesday Circle")
    group.settle()
    assert group.set_name("Thursday Circle")
    cabinet.undo()
    assert group.name == "Wednesday Circle"


def test_text_sizes_step_within_what_we_offer() -> None:
    assert [nearest_scale(p) for p in (0, 104, 106, 130, 500)] == [100, 100, 110, 125, 200]
    assert next_scale(100, 1) == 110
    assert next_scale(100, -1) == 100
    assert next_scale(200, 1) == 200
    assert next_scale(150, -2) == 110
    assert TEXT_SCALES[0] == 100


def test_places_of_ones_own_may_be_made_until_somebody_says_no(shelf: Place) -> None:
    computer = ComputerSettings(shelf)
    assert computer.own_places
    assert computer.set_own_places(False)
    assert not computer.own_places
    shelf.undo()
    assert computer.own_places


def test_my_notes_are_seen_by_no_other_program_until_i_say_so(shelf: Place, drawer: Place) -> None:
    mine = PersonalSettings(drawer, ComputerSettings(shelf))
    assert not mine.capture
    assert mine.set_capture(seen=True)
    assert mine.capture
    assert mine.set_capture(seen=False)
    assert not mine.capture
