"""Pages, cards and words for the ear."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from peerdesk.features.directory.paper import documents
from peerdesk.features.directory.paper.basket import MOST, Basket
from peerdesk.features.directory.paper.entries import Entry, Maker
from peerdesk.features.directory.showing import Detail
from tests.features.directory.paper.voices import BARE, CLINIC, SHELTER, Voice

VOICE = Voice()
NUMBERS = (("Emergency services", "In danger", "999"), ("Front desk", "", "Ask"))


def entry(detail: Detail, language: str = "en") -> Entry:
    return Maker(Voice(language), lambda _at: date(2026, 11, 3)).entry(detail)


def image(payload: str, words: str, points: int) -> str:
    return f"[{payload}|{words}|{points}]"


def handout(*details: Detail, fits: bool = True, language: str = "en") -> str:
    entries = [entry(one, language) for one in details]
    return documents.handouts(entries, VOICE, image, lambda _page: fits)


def test_a_page_for_each() -> None:
    page = handout(CLINIC, BARE)
    assert page.count("page-break-before") == 1
    assert "<h1>Riverside &lt;Housing&gt; Clinic</h1>" in page
    assert "[tel:5550198|Scan with a phone to ring 555 0198|92]" in page
    assert "<b>When</b><br>Mon to Fri 09:30 to 17:00<br>first Saturday" in page
    assert "Closed in August" in page
    assert "Not checked yet" in page.split("page-break-before")[1]
    assert "<table" not in page.split("page-break-before")[1]


def test_a_long_page_is_told_more_shortly() -> None:
    long, short = handout(CLINIC), handout(CLINIC, fits=False)
    assert "Bring the letter." in long
    assert "Bring the letter." not in short
    assert "Proof of address" in long
    assert "Proof of address" not in short
    assert "12 Mill Lane" in short


def test_a_hidden_address_is_on_no_paper() -> None:
    made = entry(SHELTER)
    cover = documents.Cover("", "Printed today")
    whole = [
        handout(SHELTER),
        documents.booklet([made], VOICE, image, cover),
        repr(documents.card(made)),
        documents.cards_text([documents.card(made)], image),
        documents.spoken([made], VOICE),
    ]
    for text in whole:
        assert "left over" not in text
        assert "car park" not in text
        assert "Night Shelter" in text


def test_the_readers_language_is_said() -> None:
    assert "They speak Español." in handout(CLINIC, language="es")
    no_phone = replace(CLINIC, phones=(), url="")
    assert "They speak Español." in handout(no_phone, language="es")


def test_a_booklet() -> None:
    entries = [entry(one) for one in (BARE, SHELTER, CLINIC)]
    cover = documents.Cover("Riverside Centre", "Printed today", NUMBERS)
    book = documents.booklet(entries, VOICE, image, cover)
    assert book.index("If you need help right now") < book.index("What is in here")
    assert "Housing (2)" in book
    assert "More help (1)" in book
    assert book.index("Night Shelter") < book.index("Riverside &lt;Housing&gt;")
    assert book.index("Riverside &lt;Housing&gt;") < book.index(">More help<")
    assert book.count("page-break-before") == 1  # the cover stands alone
    assert "Riverside Centre · Printed today" in book
    assert "[tel:5550198|Scan with a phone to ring 555 0198|66]" in book


def test_an_empty_booklet_says_so() -> None:
    book = documents.booklet([], VOICE, image, documents.Cover("", "Printed today"))
    assert "No services are chosen." in book
    assert "If you need help right now" not in book


def test_cards_begin_with_what_is_needed_most() -> None:
    card = documents.card(entry(CLINIC))
    assert card.lines[0] == "<p><b>Riverside &lt;Housing&gt; Clinic</b></p>"
    assert "555 0198" in card.lines[1]
    assert card.lines[2] == "<p><b>Closed in August</b></p>"
    assert card.lines[3] == "<p>Have the letter ready.</p>"
    assert card.lines[-1] == "<p>Riverside Advice</p>"
    assert card.code == "tel:5550198"
    bare = documents.card(entry(BARE))
    assert bare.lines == ("<p><b>Bench</b></p>", "<p>Not checked yet. Ask before you go.</p>")


def test_help_right_now_on_a_card() -> None:
    card = documents.help_card(NUMBERS, VOICE)
    assert card.lines == (
        "<p><b>If you need help right now</b></p>",
        "<p>Emergency services: <b>999</b><br>In danger</p>",
        "<p>Front desk: <b>Ask</b></p>",
    )
    text = documents.cards_text([card, documents.card(entry(CLINIC))], image)
    assert text.count("<hr>") == 2
    assert "[tel:5550198|Scan with a phone to ring 555 0198|60]" in text


def test_for_the_ear() -> None:
    long = documents.spoken([entry(CLINIC)], VOICE)
    assert "Phone: 5 5 5 0 1 9 8." in long
    assert "https" not in long
    assert "Bring with you: The letter" in long
    short = documents.spoken([entry(CLINIC), entry(BARE)], VOICE, short=True)
    assert "Bring with you" not in short
    assert short.endswith("Bench.\nNot checked yet. Ask before you go.")
    right = replace(entry(CLINIC), phone="\u2066555\u2069")
    assert "Phone: 5 5 5." in documents.spoken([right], VOICE)
    words = replace(entry(CLINIC), phone="Front desk")
    assert "Phone: Front desk." in documents.spoken([words], VOICE)


def test_no_pages() -> None:
    assert documents.in_one([]) == ""


def test_my_list() -> None:
    told: list[int] = []
    basket = Basket(lambda: told.append(1))
    basket.clear()
    assert told == []
    assert basket.turn(b"a")
    assert basket.turn(b"b")
    assert not basket.turn(b"a")
    assert (basket.uids(), len(basket), b"b" in basket) == ((b"b",), 1, True)
    for number in range(MOST):
        basket.turn(bytes([number, 1]))
    assert basket.full()
    assert not basket.turn(b"one more")
    assert len(basket) == MOST
    basket.clear()
    assert (basket.uids(), basket.full()) == ((), False)
    assert Basket().turn(b"a")
