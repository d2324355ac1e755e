from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from peerdesk.core import resources
from peerdesk.exchange import agenda_file
from peerdesk.exchange.agenda_file import Agenda, AgendaPart
from peerdesk.features.meetings.agenda.templates import SHIPPED, fitted, shipped, usual
from peerdesk.features.meetings.service import KINDS, MeetingsService
from peerdesk.store.cabinet import AgendaTemplate
from peerdesk.store.place import Place
from peerdesk.store.shelf import Setting

from ..conftest import LABEL, person

LANGUAGES = sorted(
    p.name for p in (resources.folder("content") / "templates").iterdir() if p.is_dir()
)


def titles(service: MeetingsService, uid: bytes) -> list[str]:
    return [p.title for p in service.agenda(uid)]


def test_there_are_eight_of_ours_and_each_can_be_held() -> None:
    ours = shipped()
    assert [t.key for t in ours] == list(SHIPPED)
    assert [t.minutes for t in ours] == [90, 60, 45, 90, 80, 90, 60, 90]
    for template in ours:
        assert template.words.endswith(".")
        assert template.parts[-1].kind == "closing"
        for part in template.parts:
            assert part.title
            assert part.say.startswith("“")
    assert {p.kind for t in ours for p in t.parts} == set(KINDS)


def test_only_ours_lie_in_the_folder() -> None:
    folder = resources.folder("content") / "templates"
    assert {p.stem for p in folder.glob("*.json")} == set(SHIPPED)


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_language_says_the_same(language: str) -> None:
    for ours, english in zip(shipped(language), shipped(), strict=True):
        assert [(p.minutes, p.kind) for p in ours.parts] == [
            (p.minutes, p.kind) for p in english.parts
        ]
        assert ours.name != english.name
        assert not {p.say for p in ours.parts} & {p.say for p in english.parts}


def test_an_unknown_language_is_english() -> None:
    assert "es" in LANGUAGES
    assert shipped("fi") == shipped() == shipped("en")


def test_the_language_of_the_computer_counts(
    service: MeetingsService, shelf: Place, tonight: bytes
) -> None:
    with shelf.operation(LABEL):
        Setting.create(uid=b"l" * 16, key="language", value="es")
    assert titles(service, tonight)[0] == "Llegada"


def test_the_main_part_takes_what_is_left() -> None:
    parts = shipped()[0].parts
    assert sum(p.minutes for p in fitted(parts, 120)) == 120
    assert sum(p.minutes for p in fitted(parts, 10)) == 58  # what is left of it cannot go below 5
    check_in = next(t for t in shipped() if t.key == "check-in").parts
    assert fitted(check_in, 120) == check_in
    two = (AgendaPart("a", 5, "main"), AgendaPart("b", 5, "main"))
    assert [p.minutes for p in fitted(two, 20)] == [15, 5]


def test_a_template_takes_the_place_of_the_agenda(
    service: MeetingsService, tonight: bytes, cabinet: Place
) -> None:
    service.set_part(tonight, service.agenda(tonight)[0].uid, title="Hello")
    before = service.agenda(tonight)
    service.use_template(tonight, "skills")
    assert "Try it in twos or threes" in titles(service, tonight)
    assert service.finish(tonight) == (datetime(2026, 11, 24, 20, 0), 0)
    cabinet.undo()
    assert service.agenda(tonight) == before


def test_the_theme_names_only_the_first_main_part(service: MeetingsService, tonight: bytes) -> None:
    key = service.add_template(
        Agenda("Two", "", (AgendaPart("a", 5, "main"), AgendaPart("b", 5, "main")))
    )
    service.set_meeting(tonight, theme="Sleep")
    service.use_template(tonight, key)
    assert titles(service, tonight) == ["Sleep", "b"]


def test_what_is_gone_cannot_be_used(service: MeetingsService, tonight: bytes) -> None:
    with pytest.raises(KeyError):
        service.use_template(tonight, "gone")
    with pytest.raises(KeyError):
        service.use_template(b"x" * 16, "skills")


def test_an_agenda_is_kept_without_the_names_of_who_leads(
    service: MeetingsService, tonight: bytes, cabinet: Place
) -> None:
    person(cabinet, "Dev")
    service.set_part(tonight, service.agenda(tonight)[3].uid, lead="Dev", title="Hello round")
    key = service.keep_template(tonight, " Our  usual ")
    own = service.templates()[0]
    assert (own.key, own.name, own.own, len(own.parts)) == (key, "Our usual", True, 8)
    assert own.parts[3].title == "Hello round"
    assert "Dev" not in str(AgendaTemplate.get().parts)
    other = service.add_date(datetime(2026, 11, 26, 18, 30), minutes=90)
    service.use_template(other, key)
    assert titles(service, other)[3] == "Hello round"


def test_what_an_agenda_of_old_holds_is_cut_to_what_a_file_may(
    service: MeetingsService, tonight: bytes
) -> None:
    part = service.agenda(tonight)[0]
    service.set_part(tonight, part.uid, kind="dance", minutes=0, title="x\ny" * 200, say="z" * 9000)
    agenda = service.agenda_as(tonight, "Long")
    assert agenda_file.read(agenda_file.write(agenda)) == agenda
    assert (agenda.parts[0].kind, agenda.parts[0].minutes) == ("topic", 1)


def test_own_ones_are_renamed_and_removed(
    service: MeetingsService, tonight: bytes, cabinet: Place
) -> None:
    key = service.keep_template(tonight, "Ours")
    service.set_template(key, name="A")
    service.set_template(key, name="A better name")
    service.set_template(key, words="For winter.")
    template = service.template(key)
    assert template is not None
    assert (template.name, template.words) == ("A better name", "For winter.")
    service.remove_template(key)
    assert service.template(key) is None
    cabinet.undo()
    assert service.template(key) == template


def test_meetings_begin_with_what_was_chosen(
    service: MeetingsService, tuesday: bytes, tonight: bytes
) -> None:
    extra = service.add_date(datetime(2026, 11, 26, 18, 30), minutes=60)
    assert titles(service, tonight)[0] == "Arrive"
    service.set_default_template("planning")
    service.set_default_template("planning")
    assert titles(service, tonight)[1] == titles(service, extra)[1] == "How it has gone"
    service.set_default_template("check-in", tuesday)
    assert titles(service, tonight)[1] == "First round"
    assert titles(service, extra)[1] == "How it has gone"
    service.set_default_template("", tuesday)
    service.set_default_template("")
    assert titles(service, extra) == [p.title for p in shipped()[1].parts]


def test_a_default_that_goes_leaves_what_fits(
    service: MeetingsService, tuesday: bytes, tonight: bytes, cabinet: Place
) -> None:
    service.use_template(tonight, "check-in")
    key = service.keep_template(tonight, "Ours")
    service.set_default_template(key)
    service.set_default_template(key, tuesday)
    service.remove_template(key)
    assert (service.default_template(), service.default_template(tuesday)) == ("", "")
    service.reset_agenda(tonight)
    assert len(service.agenda(tonight)) == 8
    cabinet.undo()
    cabinet.undo()
    assert service.default_template(tuesday) == key


@pytest.mark.parametrize(
    ("length", "key"), [(90, "circle-90"), (76, "circle-90"), (75, "circle-60")]
)
def test_what_fits_a_length(length: int, key: str) -> None:
    assert usual(length) == key


WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=5)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.integers(0, 9), st.sampled_from(KINDS)),
        st.tuples(st.just("remove"), st.integers(0, 20)),
        st.tuples(st.just("move"), st.integers(0, 20), st.integers(-9, 9)),
        st.tuples(st.just("title"), st.integers(0, 20), WORDS),
        st.tuples(st.just("minutes"), st.integers(0, 20), st.integers(1, 90)),
        st.tuples(st.just("use"), st.sampled_from(SHIPPED)),
        st.tuples(st.just("draw"), st.sampled_from(["Sleep", "Work"])),
        st.tuples(st.just("reset")),
    ),
    max_size=12,
)


AT = ("remove", "move", "title", "minutes")


def do(service: MeetingsService, uid: bytes, step: tuple[object, ...]) -> None:
    parts = service.agenda(uid)
    at = parts[int(str(step[1])) % len(parts)].uid if step[0] in AT else b""
    match step:
        case ("add", int(where), str(kind)):
            service.add_part(uid, "New", 5, kind, min(where, len(parts)))
        case ("remove", _):
            service.remove_part(uid, at)
        case ("move", _, int(by)):
            service.move_part(uid, at, by)
        case ("title", _, str(title)):
            service.set_part(uid, at, title=title)
        case ("minutes", _, int(minutes)):
            service.set_part(uid, at, minutes=minutes)
        case ("use", str(key)):
            service.use_template(uid, key)
        case ("draw", str(words)):
            service.draw(service.ask(words), uid)
        case _:
            service.reset_agenda(uid)


@settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(steps=STEPS, written=st.booleans())
def test_any_changes_undone_give_the_former_agenda(
    service: MeetingsService, cabinet: Place, steps: list[tuple[object, ...]], written: bool
) -> None:
    uid = service.add_date(datetime(2026, 11, 27, 18, 30), minutes=90)
    if written:
        service.use_template(uid, "skills")
    before, topics = service.agenda(uid), service.topics()
    cabinet.settle()
    depth = cabinet.undo_depth
    for step in steps:
        cabinet.settle()
        do(service, uid, step)
        starts = [p.starts for p in service.agenda(uid)]
        assert starts == sorted(starts)
        assert len({p.uid for p in service.agenda(uid)}) == len(starts)
    after = service.agenda(uid)
    while cabinet.undo_depth > depth:
        cabinet.undo()
    assert service.agenda(uid) == before
    assert service.topics() == topics
    while cabinet.redo_label is not None:
        cabinet.redo()
    assert service.agenda(uid) == after
    service.remove_date(uid)
    cabinet._undo.clear()
