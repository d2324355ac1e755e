"""What is in a box is read strictly, and nothing in it can do harm."""

from __future__ import annotations

import pytest

from peerdesk.features.meetings.in_tray import boxes
from peerdesk.features.meetings.in_tray.boxes import plain
from peerdesk.features.meetings.in_tray.service import InTrayService
from peerdesk.safe import seals
from peerdesk.safe.in_tray import KINDS, seal
from peerdesk.store import in_tray
from peerdesk.store.cabinet import Group
from peerdesk.store.evening import Result
from peerdesk.store.evening_json import write
from peerdesk.store.place import Place
from peerdesk.store.shelf import CabinetCard
from peerdesk.store.waiting import anew

from ..conftest import LABEL
from .conftest import GROUP, PAIR, flood, put, words


def test_twice_and_again_is_said(tray: InTrayService, shelf: Place) -> None:
    put(shelf, "One", uid=b"1" * 16)
    put(shelf, "One", uid=b"1" * 16)
    put(shelf, "Another of the same uid", uid=b"1" * 16)
    assert words(tray) == ["One", "Another of the same uid"]
    said = [str(text) for text in tray.settle()]
    assert said == ["One slip had been put in twice. The second was put away."]
    assert len(in_tray.boxes(shelf, GROUP)) == 2
    tray.to_topics(tray.look().slips[0].key)
    tray.tidy()
    put(shelf, "One", uid=b"1" * 16)
    assert words(tray) == ["Another of the same uid"], "nobody keeps a slip away by its uid"
    said = [str(text) for text in tray.settle()]
    assert said == ["A slip was put in again that was here before. It was put away."]
    for _ in range(3):
        put(shelf, "Two", uid=b"2" * 16)
    put(shelf, "One", uid=b"1" * 16)
    put(shelf, "One", uid=b"1" * 16)
    said = [str(text) for text in tray.settle()]
    assert said == [
        "2 things had been put in twice. They were put away.",
        "2 things were put in again that were here before. They were put away.",
    ]
    assert len(tray.topics()) == 1


def test_what_nobody_can_read_harms_nothing(tray: InTrayService, shelf: Place) -> None:
    put(shelf, b"\xff\xfe")
    put(shelf, "x" * (in_tray.MOST_WORDS + 1))
    put(shelf, " \u202e ")
    put(shelf, "{}", "evening")
    put(shelf, write(Result("00" * 16, "", "ff" * 16, 0, 0)), "evening", b"\0" * 16)
    put(shelf, write(Result("00" * 16, "", GROUP.hex(), 0, 0)), "evening", b"\1" * 16)
    in_tray.put_into(shelf, GROUP, b"x" * in_tray.SIZES[0], b"r" * 16, LABEL)
    shelf.database.connection().execute(
        "INSERT INTO in_tray(uid, group_uid, box) VALUES (?, ?, zeroblob(100000))",
        (b"h" * 16, GROUP),
    )
    put(shelf, "key", "sheet key")
    seen = tray.look()
    assert (seen.slips, seen.evenings, seen.unreadable) == ((), (), 8)
    assert tray.settle() == ()
    assert tray.look().unreadable == 8, "only who looks at them puts them away"
    assert tray.clear_unreadable() == 8
    assert tray.look().unreadable == 0
    assert len(in_tray.boxes(shelf, GROUP)) == 1, "the key is for another"


def test_words_cannot_look_like_others() -> None:
    assert plain("a\u202eb\tc\x00d\n\u2066e ") == "ab c d\ne"
    assert plain("م\u200cی") == "م\u200cی"


def test_a_box_an_older_peerdesk_sealed_anew_is_there_once(
    tray: InTrayService, shelf: Place
) -> None:
    """Of the two that lie there after a power cut, one opens."""
    new = seals.new_keypair()
    put(shelf, "Before the new key", row=b"1" * 16)
    box = seal(new.public, GROUP, b"1" * 16, "slip", b"Before the new key")
    in_tray.put_into(shelf, GROUP, box, anew(b"1" * 16), LABEL)
    seen = tray.look()
    assert (len(seen.slips), seen.unreadable) == (1, 0), "cut off: the old key opens the old one"
    with tray.cabinet.operation(LABEL):
        Group.update(secret_key=new.secret, public_key=new.public).execute()
    fresh = InTrayService(tray.cabinet, shelf)
    seen = fresh.look()
    assert (len(seen.slips), seen.unreadable) == (1, 0), "or the new key the new one"
    assert fresh.settle() == ()
    assert [box.uid for box in in_tray.boxes(shelf, GROUP)] == [anew(b"1" * 16)]


def test_what_was_sealed_to_the_key_before_is_not_lost(tray: InTrayService, shelf: Place) -> None:
    """Put in during the seconds of a change of key, or before a power cut; and the key before goes
    as soon as the shelf tells the new one."""
    new = seals.new_keypair()
    put(shelf, "In these very seconds")
    with tray.cabinet.operation(LABEL):
        Group.update(
            secret_key=new.secret, public_key=new.public, former_secret=PAIR.secret
        ).execute()
    fresh = InTrayService(tray.cabinet, shelf)
    assert words(fresh) == ["In these very seconds"]
    fresh.settle()
    assert Group.get().former_secret is not None, "somebody may still seal to it"
    put(shelf, "And one more")
    with shelf.operation(LABEL):
        CabinetCard.create(uid=GROUP, file_id="f", generation=2, public_key=new.public)
    assert fresh.settle() == ()
    assert Group.get().former_secret is None
    assert words(fresh) == words(InTrayService(tray.cabinet, shelf))
    assert words(fresh) == ["In these very seconds", "And one more"]
    put(shelf, "Sealed to the key that is gone")
    assert (len(fresh.look().slips), fresh.look().unreadable) == (2, 1)


def test_however_much_lies_there_a_sign_in_reads_so_much(
    tray: InTrayService, shelf: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(shelf, "Real words")
    flood(shelf, 3 * in_tray.MOST_BOXES)
    opened: list[bytes] = []
    real = boxes.safe_tray.open_box

    def counted(secret: bytes, group: bytes, box: bytes) -> boxes.Slip | None:
        opened.append(box)
        return real(secret, group, box)

    monkeypatch.setattr(boxes.safe_tray, "open_box", counted)
    (told,) = tray.settle()
    assert "More lies in the in-tray" in str(told)
    seen = tray.look()
    assert (seen.slips, seen.unreadable, seen.more) == ((), in_tray.MOST_BOXES, True)
    tray.look()
    assert len(opened) == in_tray.MOST_BOXES
    assert tray.clear_unreadable() == 3 * in_tray.MOST_BOXES, "one press is enough"
    assert words(tray) == ["Real words"]
    assert not tray.look().more
    assert tray.settle() == ()


def test_another_box_under_the_same_uid_is_looked_at(tray: InTrayService, shelf: Place) -> None:
    put(shelf, "One", row=b"1" * 16)
    assert words(tray) == ["One"]
    in_tray.remove(shelf, [b"1" * 16], LABEL)
    put(shelf, "Another", row=b"1" * 16)
    assert words(tray) == ["Another"]


def test_every_kind_is_looked_at(tray: InTrayService, shelf: Place) -> None:
    for kind in KINDS:
        put(shelf, "words", kind)
    assert (len(tray.look().slips), tray.look().unreadable) == (2, 1)
