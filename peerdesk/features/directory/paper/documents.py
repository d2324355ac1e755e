"""Entries as simple HTML that prints well and reads well aloud, and as words for the ear."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from peerdesk.core import resources
from peerdesk.features.directory.paper import words
from peerdesk.features.directory.paper.entries import LTR, OWN, POP, Entry, Voice
from peerdesk.features.directory.showing import CATEGORY_NAMES

if TYPE_CHECKING:
    from jinja2 import Environment

NEW_PAGE = "<h1 style='page-break-before:always'>"
ON_A_CARD = ("kind", "ring", "when", "where", "who", "cost", "languages")
"""What a pocket card tells, the most needed first; the last go where there is no room. Our own note
on a service is on the page alone, which somebody is handed, and not in what lies about."""
IN_A_BOOKLET = ("kind", "where", "when", "who", "cost", "languages", "apply")
ON_A_SHORT_PAGE = ("kind", "ring", "where", "when", "who", "cost", "languages", "apply")
OTHER = "other"
Image = Callable[[str, str, int], str]
"""Payload, words and size in points to what stands in the text for a code."""
CODE_POINTS, BOOKLET_POINTS = 92, 66


@dataclass(frozen=True)
class CardWords:
    """A pocket card: ``lines`` are HTML, the most needed first."""

    lines: tuple[str, ...]
    code: str = ""
    code_words: str = ""


@dataclass(frozen=True)
class Cover:
    """What stands before a booklet: the house, the day, and (who, when, number) of help now."""

    centre: str
    printed: str
    numbers: tuple[tuple[str, str, str], ...] = ()


def handouts(
    entries: Sequence[Entry], voice: Voice, image: Image, fits: Callable[[str], bool]
) -> str:
    """A page for each service; it is told more shortly where ``fits`` says it is too long."""
    made = []
    for entry in entries:
        page = _page(
            "handout", voice, entry=entry, parts=entry.parts, image=image, about=entry.about
        )
        if not fits(page):
            parts = [one for one in entry.parts if one[0] in ON_A_SHORT_PAGE]
            page = _page("handout", voice, entry=entry, parts=parts, image=image, about=entry.brief)
        made.append(page)
    return in_one(made)


def booklet(entries: Iterable[Entry], voice: Voice, image: Image, cover: Cover) -> str:
    """A cover, then the services by category, each once."""
    groups = grouped(entries, voice)
    return _page("booklet", voice, groups=groups, image=image, cover=cover, keys=IN_A_BOOKLET)


def grouped(entries: Iterable[Entry], voice: Voice) -> list[tuple[str, list[Entry]]]:
    """(category in words, its services by name); what is in none stands last."""
    found: dict[str, list[Entry]] = {key: [] for key in (*CATEGORY_NAMES, OTHER)}
    for entry in entries:
        key = next((k for k in entry.categories if k in CATEGORY_NAMES), OTHER)
        found[key].append(entry)
    names = {**CATEGORY_NAMES, OTHER: words.WORDS["other"]}
    return [
        (voice.say(names[key]), sorted(some, key=lambda e: e.name.casefold()))
        for key, some in found.items()
        if some
    ]


def card(entry: Entry) -> CardWords:
    """A service on a card for the pocket."""
    said = {
        "name": entry.name,
        "phone": entry.phone,
        "alert": entry.alert,
        "organization": entry.organization,
        "parts": [entry.part(key) for key in ON_A_CARD if entry.part(key)],
        "checked": entry.checked,
    }
    lines = _templates().get_template("card.html").render(said).split("<!-- next -->")
    kept = tuple(line.strip() for line in lines if line.strip())
    return CardWords(kept, entry.code, entry.code_words)


def help_card(numbers: Iterable[tuple[str, str, str]], voice: Voice) -> CardWords:
    """Help right now on a card: (who, when, number)."""
    page = _templates().get_template("help_card.html")
    lines = page.render(title=voice.say(words.WORDS["now"]), numbers=list(numbers))
    return CardWords(tuple(x.strip() for x in lines.split("<!-- next -->") if x.strip()))


def cards_text(cards: Iterable[CardWords], image: Image) -> str:
    """The same cards one after the other, for a file that is read and not cut."""
    return _templates().get_template("cards.html").render(cards=list(cards), image=image)


def spoken(entries: Iterable[Entry], voice: Voice, *, short: bool = False) -> str:
    """The same for the ear."""
    said: list[str] = []
    for entry in entries:
        phone = voice.say(words.CALL.format(number=_digits(entry.phone))) if entry.phone else ""
        about = entry.brief if short else entry.about
        said += [entry.name, entry.organization, about, entry.alert, phone, entry.speaks]
        keys = ON_A_CARD if short else [key for key, *_ in entry.parts if key != "web"]
        said += [f"{title}: {text}" for key, title, text in entry.parts if key in keys]
        said.append(entry.checked)
    plain = "\n".join(said).translate(dict.fromkeys(map(ord, LTR + OWN + POP)))
    return "\n".join(f"{line.strip().rstrip('.')}." for line in plain.split("\n") if line.strip())


def in_one(pages: Sequence[str]) -> str:
    """All pages in one text, each on a sheet of its own."""
    first, *rest = pages or [""]
    return first + "".join(page.replace("<h1>", NEW_PAGE, 1) for page in rest)


def _digits(number: str) -> str:
    """One by one, as one dials them."""
    bare = number.strip(LTR + POP)
    if not all(c in " +-()" or c.isdigit() for c in bare):
        return bare
    return " ".join(bare.replace(" ", ""))


@cache
def _templates() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup, escape

    made = Environment(
        loader=FileSystemLoader(resources.folder("content") / "paper" / "directory"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["lines"] = lambda said: Markup("<br>").join(
        escape(line) for line in str(said).splitlines()
    )
    return made


def _page(name: str, voice: Voice, *, image: Image, **values: object) -> str:
    from markupsafe import Markup

    def code(entry: Entry, points: int) -> Markup:
        return Markup(image(entry.code, entry.code_words, points))

    w = {key: voice.say(text) for key, text in words.WORDS.items()}
    sizes = {"code_points": CODE_POINTS, "booklet_points": BOOKLET_POINTS}
    return _templates().get_template(f"{name}.html").render(w=w, code=code, **sizes, **values)
