from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerdesk.core.errors import KnownError
from peerdesk.exchange import agenda_file
from peerdesk.exchange.agenda_file import (
    Agenda,
    AgendaPart,
    Newer,
    NotAnAgenda,
    TooLarge,
    dump_parts,
    load,
    load_parts,
    read,
    save,
    write,
)
from peerdesk.store.evening import KINDS

WALK = Agenda(
    "Walk and talk",
    "For dry evenings.\nMost of it outside.",
    (
        AgendaPart("Meet at the door", 5, "welcome", "“Say how far you can walk.”"),
        AgendaPart("Walk in twos", 40, "pairs"),
    ),
)


def shape(**fields: object) -> bytes:
    made = json.loads(write(WALK))
    made.update(fields)
    return json.dumps({k: v for k, v in made.items() if v is not ...}).encode()


def part(**fields: object) -> bytes:
    made = {"title": "Tea", "minutes": 5, "kind": "break", "say": "", **fields}
    return shape(parts=[{k: v for k, v in made.items() if v is not ...}])


def test_what_is_written_is_read_again() -> None:
    assert read(write(WALK)) == WALK
    assert load_parts(dump_parts(WALK.parts)) == WALK.parts
    assert WALK.minutes == 45


line = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), max_size=40)


@given(
    st.builds(
        Agenda,
        line.filter(bool),
        line,
        st.lists(
            st.builds(
                AgendaPart,
                line,
                st.integers(1, agenda_file.MOST_MINUTES),
                st.sampled_from(KINDS),
                line,
            ),
            min_size=1,
            max_size=8,
        ).map(tuple),
    )
)
def test_any_agenda_goes_there_and_back(agenda: Agenda) -> None:
    assert read(write(agenda)) == agenda


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b"null",
        b'"agenda"',
        b"9" * 5000,
        shape(peerdesk="recovery"),
        shape(version="1"),
        shape(version=True),
        shape(version=0),
        shape(version=...),
        shape(people=["Ana"]),
        shape(name=...),
        shape(name=""),
        shape(name=" \u202e \n"),
        shape(name=7),
        shape(name="x" * 121),
        shape(words=None),
        shape(parts=...),
        shape(parts=[]),
        shape(parts={}),
        shape(parts=[{"title": "x", "minutes": 5}] * 61),
        shape(parts=["Tea"]),
        part(minutes=0),
        part(minutes=241),
        part(minutes=5.5),
        part(minutes=True),
        part(minutes="5"),
        part(minutes=...),
        part(kind="dance"),
        part(kind=[]),
        part(title=5),
        part(title="x" * 201),
        part(say="x" * 2001),
        part(lead="Ana"),
    ],
)
def test_what_is_no_agenda_is_refused_in_plain_words(data: bytes) -> None:
    with pytest.raises(NotAnAgenda, match="Nothing was changed"):
        read(data)


def test_a_file_that_is_too_large_is_not_looked_at() -> None:
    with pytest.raises(TooLarge, match="too large"):
        read(b" " * (agenda_file.MOST_BYTES + 1))


def test_a_file_of_a_newer_version_says_so() -> None:
    with pytest.raises(Newer, match="newer PeerDesk"):
        read(shape(version=2))


def test_words_come_without_what_cannot_be_seen_or_kept() -> None:
    data = part(title=" Tea \u202eand\x07\n biscuits\ud800 ", say="one\r\ntwo\x00")
    (tea,) = read(data).parts
    assert (tea.title, tea.say) == ("Tea and biscuits", "one\ntwo")
    assert tea.title.encode()


def test_what_may_be_left_out() -> None:
    (tea,) = read(part(kind=..., say=..., title=...)).parts
    assert tea == AgendaPart("", 5, "topic", "")


def test_a_mark_at_the_beginning_is_no_trouble() -> None:
    assert read(b"\xef\xbb\xbf" + write(WALK)) == WALK


@pytest.mark.parametrize("text", ["", "{}", "[", "[" * 100_000])
def test_kept_parts_are_read_as_strictly(text: str) -> None:
    with pytest.raises(NotAnAgenda):
        load_parts(text)


def test_a_file_is_written_and_read(tmp_path: Path) -> None:
    path = tmp_path / ("walk" + agenda_file.ENDING)
    path.write_bytes(b"older")
    save(WALK, path)
    assert load(path) == WALK
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match=r"“gone\.json” could not be opened"):
        load(tmp_path / "gone.json")


def test_a_place_that_takes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "walk.json"
    with pytest.raises(KnownError, match="The agenda is safe in PeerDesk"):
        save(WALK, path)
    assert not list(tmp_path.iterdir())


def test_only_so_much_is_read_of_a_huge_file(tmp_path: Path) -> None:
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(1 << 32)
    with pytest.raises(TooLarge):
        load(path)
