from __future__ import annotations

import json

import pytest

from peerdesk.core import resources
from peerdesk.features.meetings.service import SWITCHES, MeetingsService
from peerdesk.features.meetings.ways import ROOM_LINES, shipped_agreement
from peerdesk.store.cabinet import AgreementItem, GroupSetting
from peerdesk.store.place import Place
from peerdesk.store.shelf import Setting

from .conftest import LABEL


def words(service: MeetingsService) -> list[str]:
    return [line.words for line in service.agreement()]


def speak(shelf: Place, code: str) -> None:
    with shelf.operation(LABEL):
        Setting.create(uid=b"l" * 16, key="language", value=code)


def test_settings_are_kept_and_undone(service: MeetingsService, cabinet: Place) -> None:
    assert service.group_setting("tone", "0") == "0"
    service.set_group_setting("tone", "1")
    service.set_group_setting("tone", "1")  # nothing new: nothing to undo
    service.set_group_setting("tone", "")
    assert service.group_setting("tone", "x") == ""
    assert cabinet.undo_depth == 2 + 1  # and the group of the fixture
    cabinet.undo()
    assert service.group_setting("tone") == "1"
    assert GroupSetting.select().count() == 1


def test_two_computers_make_the_same_row(service: MeetingsService) -> None:
    service.set_group_setting("tone", "1")
    first = GroupSetting.get().uid
    GroupSetting.delete().execute()
    service.set_group_setting("tone", "0")
    assert GroupSetting.get().uid == first


def test_every_switch_says_what_it_does_and_can_be_turned(service: MeetingsService) -> None:
    assert {s.key for s in SWITCHES} == {
        "cross_talk",
        "medicines",
        "suicide_talk",
        "contacts",
        "names_in_room",
        "digits_in_room",
        "tone",
        "no_names",
        "we_sign",
        "in_tray",
        "stand_in",
    }
    for switch in SWITCHES:
        assert str(switch.words).endswith(".")
        assert service.way(switch.key) is switch.usual
        service.set_way(switch.key, not switch.usual)
        assert service.way(switch.key) is not switch.usual


def test_a_new_group_shows_no_names_to_the_room(service: MeetingsService) -> None:
    assert not any(service.way(k) for k in ("names_in_room", "digits_in_room", "tone"))


def test_a_switch_that_is_none(service: MeetingsService) -> None:
    with pytest.raises(KeyError):
        service.way("dance")
    with pytest.raises(KeyError):
        service.set_way("dance", True)


def test_what_everyone_has_at_least(service: MeetingsService) -> None:
    assert service.floor_seconds() == 30
    service.set_floor_seconds(45)
    assert service.floor_seconds() == 45
    service.set_floor_seconds(1)
    assert service.floor_seconds() == 10
    service.set_group_setting("floor_seconds", "9999")
    assert service.floor_seconds() == 300
    service.set_group_setting("floor_seconds", "long")
    assert service.floor_seconds() == 30


def test_our_lines_stand_there_first(service: MeetingsService) -> None:
    lines = service.agreement()
    assert len(lines) == 12
    assert not service.own_agreement
    assert lines[0].shown
    assert service.agreement() == lines  # with the same uids
    assert "limits" in service.room_lines()[0]
    assert len(service.room_lines()) <= ROOM_LINES


def test_lines_are_changed_in_place(service: MeetingsService, cabinet: Place) -> None:
    before = service.agreement()
    service.set_agreement(before[1].uid, "We g")
    service.set_agreement(before[1].uid, "We get help.")
    assert words(service)[1] == "We get help."
    assert service.own_agreement
    assert [a.uid for a in service.agreement()] == [a.uid for a in before]
    cabinet.undo()  # typing is one step
    assert service.agreement() == before
    assert not service.own_agreement


def test_a_line_comes_and_goes(service: MeetingsService) -> None:
    new = service.add_agreement("  Bring a cup. ")
    assert words(service)[-1] == "Bring a cup."
    top = service.add_agreement("Shoes off.", at=0)
    assert words(service)[0] == "Shoes off."
    service.remove_agreement(new)
    service.remove_agreement(top)
    assert words(service) == [w for w, _ in shipped_agreement()]


def test_a_group_may_have_no_lines_at_all(service: MeetingsService) -> None:
    for line in service.agreement():
        service.remove_agreement(line.uid)
    assert service.agreement() == ()
    assert service.room_lines() == ()
    service.restore_agreement()
    assert len(service.agreement()) == 12
    assert AgreementItem.select().count() == 0


def test_lines_move_and_stop_at_the_ends(service: MeetingsService) -> None:
    first, second = words(service)[:2]
    uid = service.agreement()[0].uid
    service.move_agreement(uid, 1)
    assert words(service)[:2] == [second, first]
    service.move_agreement(uid, -9)
    assert words(service)[0] == first
    service.move_agreement(uid, 99)
    assert words(service)[-1] == first
    service.move_agreement(b"x" * 16, 1)  # gone meanwhile
    assert words(service)[-1] == first


def test_which_lines_the_room_sees(service: MeetingsService) -> None:
    for line in service.agreement():
        service.show_agreement(line.uid, False)
    assert service.room_lines() == ()
    last = service.agreement()[-1]
    service.show_agreement(last.uid, True)
    assert service.room_lines() == (last.words,)
    for line in service.agreement():
        service.show_agreement(line.uid, True)
    assert len(service.room_lines()) == ROOM_LINES


def test_the_lines_speak_the_language_of_the_computer(
    service: MeetingsService, shelf: Place
) -> None:
    speak(shelf, "es")
    assert words(service)[4] == "Se puede pasar."


def test_without_a_shelf_or_a_translation_they_are_english(cabinet: Place, shelf: Place) -> None:
    assert words(MeetingsService(cabinet))[4] == "Passing is fine."
    speak(shelf, "fi")
    assert words(MeetingsService(cabinet, shelf))[4] == "Passing is fine."


def test_every_language_has_the_same_lines_and_numbers() -> None:
    folder = resources.folder("content")
    english = shipped_agreement()
    others = [p.name.split(".")[1] for p in folder.glob("agreement.*.json")]
    assert "es" in others
    for code in others:
        lines = shipped_agreement(code)
        assert [shown for _, shown in lines] == [shown for _, shown in english]
        assert not {w for w, _ in lines} & {w for w, _ in english}
    crisis = json.loads((folder / "crisis.json").read_text("utf-8"))
    for path in folder.glob("crisis.*.json"):
        other = json.loads(path.read_text("utf-8"))
        assert _numbers(other) == _numbers(crisis), path.name


def _numbers(crisis: dict[str, object]) -> dict[str, list[str]]:
    countries = crisis["countries"]
    assert isinstance(countries, dict)
    found = {code: [row[2] for row in one["rows"]] for code, one in countries.items()}
    anywhere = crisis["anywhere"]
    assert isinstance(anywhere, list)
    return {**found, "": [row[2] for row in anywhere]}
