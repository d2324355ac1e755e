"""While names are closed nothing that the faces are told has one, and every verb works."""

from __future__ import annotations

import json
from dataclasses import asdict

from peerdesk.app.tonight.curtain import Curtain
from peerdesk.features.tonight.service import TonightService

NAMES = ("Ana", "Bo", "Dev", "lodie", "Priya", "Tom", "Wil", "sister", "letter")


def told(curtain: Curtain) -> str:
    state = asdict(curtain.state())
    state["steps_done"] = sorted(state["steps_done"])
    people = [asdict(g) for g in curtain.plan.people + tuple(curtain.find_people("a"))]
    return json.dumps([state, people, curtain.names_in("Ana and Bo")], ensure_ascii=False)


def test_open_it_is_not_there(service: TonightService) -> None:
    curtain = Curtain(service)
    assert curtain.state() == service.state()
    assert curtain.plan is service.plan
    assert [n for n in NAMES if n in told(curtain)] == list(NAMES)
    assert curtain.next() == service.state()


def test_closed_no_name_comes_through(service: TonightService) -> None:
    curtain = Curtain(service)
    curtain.open = False
    assert [n for n in NAMES if n in told(curtain)] == []
    state = curtain.as_service.state()
    assert state.speaker is not None
    assert (state.speaker.name, state.head_count) == ("", 3)
    assert state.remaining_ms == service.state().remaining_ms


def test_closed_every_verb_works(service: TonightService) -> None:
    curtain = Curtain(service)
    curtain.open = False
    before = service.state().speaker
    state = curtain.as_service.pass_()
    assert service.state().speaker != before
    assert state.speaker is not None
    assert state.speaker.name == ""
    guest = curtain.as_service.at_the_door("Blue Heron")
    assert guest is not None, "the door finds who types their own name or code"
    assert curtain.has_code
