"""Three pages that are reached from others."""

from __future__ import annotations

from peerdesk.features.referrals.room import needs, room, say


def test_keys_titles_and_places() -> None:
    made = [room(), needs(), say()]
    assert [one.key for one in made] == ["referrals", "needs", "say"]
    assert [one.place for one in made] == ["group", "group", "me"]
    assert [one.title() for one in made] == [
        "How did it go there?",
        "What is missing here",
        "What I want to say",
    ]
