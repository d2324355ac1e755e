"""What stands on paper beside a service."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from peerdesk.exchange.hours import Line
from peerdesk.features.directory.paper import documents
from peerdesk.features.directory.paper.entries import LONG, Entry, Maker
from peerdesk.features.directory.showing import Detail, Phone
from tests.features.directory.paper.voices import BARE, CLINIC, SHELTER, Voice


def local(at: int) -> date:
    return datetime.fromtimestamp(at / 1000, UTC).date()


def entry(detail: Detail, code: str = "phone", language: str = "en") -> Entry:
    return Maker(Voice(language), local, code).entry(detail)


def test_all_of_it() -> None:
    made = entry(CLINIC)
    assert {key: said for key, _, said in made.parts} == {
        "ring": "Have the letter ready.",
        "where": "12 Mill Lane\nstep-free from the car park",
        "when": "Mon to Fri 09:30 to 17:00\nfirst Saturday\nBy appointment",
        "who": "Anyone renting",
        "cost": "Free",
        "languages": "English, Spanish",
        "apply": "Just come",
        "bring": "The letter\nProof of address",
        "numbers": "555 0199 evenings",
        "web": "https://clinic.example/\na@clinic.example",
    }
    assert made.part("who") == "Anyone renting"
    assert made.part("nothing") == ""
    assert (made.phone, made.brief) == ("555 0198", "Free advice")
    assert made.checked == "Checked by phone on 2026-11-03"


def test_nothing_of_it() -> None:
    made = entry(BARE)
    assert made.parts == ()
    assert (made.phone, made.code, made.code_words, made.speaks) == ("", "", "", "")
    assert made.checked == "Not checked yet. Ask before you go."


def test_a_hidden_address_stands_nowhere() -> None:
    made = entry(SHELTER)
    assert made.part("where") == "The address is not printed. Ring first."
    assert "left over" not in repr(made)
    assert "car park" not in repr(made)


def test_step_free_in_plain_words() -> None:
    assert entry(replace(CLINIC, access="")).part("where") == "12 Mill Lane\nStep-free"
    assert entry(replace(CLINIC, access="", step_free=False)).part("where") == "12 Mill Lane"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (Line((0, 2), 540, 1020), "Mon, Wed 09:00 to 17:00"),
        (Line((0, 2, 4), 540, 1020), "Mon, Wed, Fri 09:00 to 17:00"),
        (Line((0, 1, 2, 3, 4, 5, 6), 1080, 1920), "Every day 18:00 to 08:00"),
        (Line((5, 6), 0, 1440), "Sat, Sun day and night"),
    ],
)
def test_lines_of_the_week(line: Line, said: str) -> None:
    one = replace(CLINIC, lines=(line,), written=(), by_appointment=False)
    assert entry(one).part("when") == said


def test_codes() -> None:
    assert (entry(CLINIC).code, entry(CLINIC).code_words) == (
        "tel:5550198",
        "Scan with a phone to ring 555 0198",
    )
    page = entry(CLINIC, "page")
    assert (page.code, page.code_words) == (
        "https://clinic.example/",
        "Scan with a phone to open clinic.example",
    )
    assert entry(CLINIC, "none").code == ""
    # the other one where there is no such
    assert entry(replace(CLINIC, url=""), "page").code == "tel:5550198"
    assert entry(replace(CLINIC, phones=())).code == "https://clinic.example/"
    assert entry(replace(CLINIC, phones=(Phone("Front desk", "", ""),), url="")).code == ""
    long = "https://clinic.example/" + "a" * LONG
    assert entry(replace(CLINIC, url=long), "page").code_words.endswith("clinic.example")


def test_an_extension_is_said_and_not_dialled() -> None:
    made = entry(replace(CLINIC, phones=(Phone("555 0198", "12", ""),)))
    assert made.phone == "555 0198, extension 12"
    assert made.code == "tel:5550198"


def test_a_number_reads_from_the_left_in_every_language() -> None:
    made = Maker(Voice("ar", right_to_left=True), local).entry(CLINIC)
    assert made.phone == "\u2066555 0198\u2069"
    assert made.part("numbers") == "\u2066555 0199\u2069 evenings"
    assert made.code == "tel:5550198"
    assert made.part("where").split("\n")[0] == "\u206812 Mill Lane\u2069"
    assert entry(CLINIC).part("where").split("\n")[0] == "12 Mill Lane"
    two = Maker(Voice("ar", right_to_left=True), local).entry(replace(BARE, who="A\n\nB"))
    assert two.part("who") == "\u2068A\u2069\n\n\u2068B\u2069"


def test_the_readers_language() -> None:
    assert entry(CLINIC, language="es").speaks == "They speak Español."
    assert entry(CLINIC, language="fr").speaks == ""
    assert entry(CLINIC, language="xx").speaks == ""
    assert entry(CLINIC).speaks == ""


def test_who_checked() -> None:
    assert entry(replace(CLINIC, checked_how="")).checked == "Checked on 2026-11-03"
    assured = replace(CLINIC, checked_at=None, assured="2026-01-02")
    assert entry(assured).checked == "Checked by its directory on 2026-01-02"
    never = replace(CLINIC, checked_at=None)
    assert entry(never).checked == "Not checked yet. Ring before you go."


def test_what_it_is_our_note_and_that_the_number_did_not_work() -> None:
    line = replace(CLINIC, kind="warm line", needs_internet=True, remark="Ask for Bo")
    said = Maker(Voice("en"), local, trouble=lambda uid: "told" if uid == CLINIC.uid else "")
    made = said.entry(line)
    assert made.part("kind") == "A phone line to talk (warm line) · Needs the internet"
    assert made.part("note") == "Ask for Bo"
    assert made.alert == "Someone told us that this number did not work.\nClosed in August"
    assert said.entry(BARE).alert == said.entry(BARE).part("kind") == ""
    card = "".join(documents.card(made).lines)
    assert "did not work" in card
    assert "warm line" in card
    page = documents.handouts([made], Voice("en"), lambda *_: "", lambda _page: True)
    assert "Ask for Bo" in page
    cover = documents.Cover("", "")
    book = documents.booklet([made], Voice("en"), lambda *_: "", cover)
    assert "did not work" in book
    # what lies about holds no words of ours on others
    assert "Ask for Bo" not in book + card
