"""A key file on a USB stick plus three words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peerdesk.features.keys import stick
from peerdesk.features.keys.base import Person
from peerdesk.features.keys.errors import NoStick, StickDamaged
from peerdesk.safe import words
from peerdesk.safe.accounts import WrongNameOrPassword

from .house import House


def test_three_words_and_the_stick_open_a_place(house: House, tmp_path: Path) -> None:
    three, secret = stick.suggest(), stick.new_secret()
    path = stick.write(tmp_path, secret)
    own = house.members.make_place(Person("Sam", stick.password(three, secret)))
    (found,) = stick.found_in([tmp_path / "not there", tmp_path])
    typed = stick.three_words(" ".join(word[:4].upper() for word in three))
    assert (found, typed) == (path, three)
    assert house.keys.sign_in("sam", stick.password(typed, stick.read(found))) == own
    for wrong in (stick.password(three, stick.new_secret()), " ".join(three)):
        with pytest.raises(WrongNameOrPassword):
            house.keys.sign_in("sam", wrong)


def test_a_second_key_on_one_stick_does_not_replace_the_first(tmp_path: Path) -> None:
    secrets = [stick.new_secret() for _ in range(3)]
    paths = [stick.write(tmp_path, secret) for secret in secrets]
    assert sorted(paths) == stick.found_in([tmp_path])
    assert [stick.read(path) for path in paths] == secrets
    assert paths[2].name == "PeerDesk key 3.pdkey"


@pytest.mark.parametrize(
    "typed", ["", "river", "river lunar", "river lunar artist academic", "river lunar xyzzy"]
)
def test_what_is_not_three_words(typed: str) -> None:
    assert stick.three_words(typed) is None


def test_a_stick_that_cannot_be_listed_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object) -> None:
        raise OSError(5, "pulled out")

    monkeypatch.setattr(Path, "glob", gone)
    assert stick.found_in([tmp_path]) == []


@given(st.data())
def test_any_other_bytes_are_refused(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("stick")
    path = stick.write(folder, stick.new_secret())
    right = path.read_bytes()
    assert len(right) == stick.LENGTH
    how = data.draw(st.sampled_from(["flip", "cut", "longer", "other"]))
    if how == "flip":
        at = data.draw(st.integers(0, 8 * len(right) - 1))
        wrong = bytearray(right)
        wrong[at // 8] ^= 1 << at % 8
        path.write_bytes(wrong)
    elif how == "cut":
        path.write_bytes(right[: data.draw(st.integers(0, len(right) - 1))])
    elif how == "longer":
        path.write_bytes(right + b"x")
    else:
        path.write_bytes(data.draw(st.binary(max_size=200)))
    with pytest.raises(StickDamaged):
        stick.read(path)


def test_another_magic_with_a_right_checksum_is_refused(tmp_path: Path) -> None:
    body = b"PDU2" + bytes(32)
    path = tmp_path / "PeerDesk key.pdkey"
    path.write_bytes(body + stick._checksum(body))
    with pytest.raises(StickDamaged):
        stick.read(path)


def test_a_missing_stick_is_a_sentence() -> None:
    assert "Plug it in" in str(NoStick())


def test_the_words_are_on_the_list() -> None:
    assert all(words.whole_word(word) == word for word in stick.suggest())
