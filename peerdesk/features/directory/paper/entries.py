"""A service as it is said on paper, in the language of who will read it.

Clear print (UKAAF): left aligned, no italics, nothing underlined. An address that is not to be
shown stands nowhere here, and neither do words on how to get in there. No Qt: who calls gives a
:class:`Voice`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from typing import Protocol

from peerdesk.core import scan_code
from peerdesk.core.text import Text
from peerdesk.exchange.cleaning import LANGUAGES
from peerdesk.exchange.hours import DAY, Line
from peerdesk.features.directory.paper import words
from peerdesk.features.directory.showing import KIND_NAMES, Detail, ages_text, summary

CODES = ("phone", "page", "none")
"""What a code beside a service does: ring, open its page, nothing."""
LTR, OWN, POP = "\u2066", "\u2068", "\u2069"
"""Around what reads from the left wherever it stands, and around words of another language, which
read as their first letter does (Unicode: LRI, FSI, PDI)."""
LONG = 40
"""A web address longer than this is not written out beside its code."""


class Voice(Protocol):
    """How words, days, times and numbers are written; ``ui.reader.Reader`` is one."""

    code: str

    @property
    def right_to_left(self) -> bool: ...

    def say(self, text: Text | str) -> str: ...

    def number(self, value: int) -> str: ...

    def day(self, day: date) -> str: ...

    def weekday(self, number: int) -> str: ...

    def clock(self, at: time) -> str: ...

    def span(self, start: time, end: time) -> str: ...

    def language(self, code: str) -> str: ...


@dataclass(frozen=True)
class Entry:
    """``parts`` are (key of ``words.WORDS``, heading, words); ``code`` what a phone reads, "" for
    none, and ``code_words`` the same in words. ``categories`` are keys."""

    name: str
    organization: str
    about: str
    brief: str
    phone: str
    alert: str
    speaks: str
    parts: tuple[tuple[str, str, str], ...]
    checked: str
    code: str
    code_words: str
    categories: tuple[str, ...]

    def part(self, key: str) -> str:
        """Words of one part, "" where there is none."""
        return next((said for k, _, said in self.parts if k == key), "")


@dataclass(frozen=True)
class Maker:
    """Makes entries; ``local`` tells the day of UTC milliseconds, ``code`` is one of ``CODES``.
    ``trouble`` gives the key of what everyone is told of a listing that needs a call, or blank."""

    voice: Voice
    local: Callable[[int], date]
    code: str = "phone"
    trouble: Callable[[bytes], str] = lambda _uid: ""

    def entry(self, detail: Detail) -> Entry:
        """One service."""
        phone = self._phone(detail)
        payload, said = self._code(detail, phone)
        return Entry(
            name=self._own(detail.name),
            organization=self._own(detail.organization),
            about=self._own(detail.description),
            brief=self._own(summary(detail.description)),
            phone=phone,
            alert=self._alert(detail),
            speaks=self._speaks(detail),
            parts=self._parts(detail),
            checked=self._checked(detail, bool(phone)),
            code=payload,
            code_words=said,
            categories=detail.category,
        )

    def when(self, detail: Detail) -> str:
        """Opening times, one line each; those that are not certain as they were written."""
        lines = [self._line(one) for one in detail.lines]
        lines += [self._own(one) for one in detail.written]
        if detail.by_appointment:
            lines.append(self._say("appointment"))
        return "\n".join(lines)

    def where(self, detail: Detail) -> str:
        """Where it is and how one gets in; nothing of either where the address is hidden."""
        if detail.hidden:
            return self._say("hidden")
        lines = [self._own(line) for line in detail.where]
        if detail.access:
            lines.append(self._own(detail.access))
        elif detail.step_free:
            lines.append(self._say("step_free"))
        return "\n".join(lines)

    # -- inside --------------------------------------------------------------------------------

    def _say(self, key: str) -> str:
        return self.voice.say(words.WORDS[key])

    def _alert(self, detail: Detail) -> str:
        key = self.trouble(detail.uid)
        return "\n".join(filter(None, (self._say(key) if key else "", self._own(detail.alert))))

    def _kind(self, detail: Detail) -> str:
        plain = detail.kind == "service"
        said = ["" if plain else self.voice.say(KIND_NAMES[detail.kind])]
        said.append(self._say("internet") if detail.needs_internet else "")
        return " · ".join(filter(None, said))

    def _parts(self, detail: Detail) -> tuple[tuple[str, str, str], ...]:
        numbers = "\n".join(
            " ".join(p for p in (self._dialled(n.number), n.about) if p) for n in detail.phones[1:]
        )
        said = {
            "kind": self._kind(detail),
            "ring": self._own(detail.when_you_ring),
            "where": self.where(detail),
            "when": self.when(detail),
            "who": self._who(detail),
            "cost": self._own(detail.cost) or (self._say("free") if detail.free else ""),
            "languages": ", ".join(detail.languages),
            "apply": self._own(detail.apply),
            "bring": "\n".join(self._own(one) for one in detail.documents),
            "numbers": numbers,
            "web": "\n".join(t for t in (detail.url, detail.email) if t),
            "note": self._own(detail.remark),
        }
        return tuple((key, self._say(key), text) for key, text in said.items() if text)

    def _who(self, detail: Detail) -> str:
        ages = ages_text(detail.ages)
        said = all(str(age) in detail.who for age in detail.ages if age is not None)
        own = self._own(detail.who)
        return own if ages is None or said else "\n".join(filter(None, (own, self.voice.say(ages))))

    def _phone(self, detail: Detail) -> str:
        if not detail.phones:
            return ""
        first = detail.phones[0]
        if not first.extension:
            return self._dialled(first.number)
        number = self._dialled(first.number)
        return self.voice.say(words.EXTENSION.format(number=number, extension=first.extension))

    def _own(self, text: str) -> str:
        """Words of the listing, as they were written, among words from the right."""
        if not self.voice.right_to_left:
            return text
        return "\n".join(f"{OWN}{line}{POP}" if line else "" for line in text.split("\n"))

    def _dialled(self, number: str) -> str:
        """In a line from the right the groups of a number would change places."""
        return f"{LTR}{number}{POP}" if self.voice.right_to_left and number else number

    def _code(self, detail: Detail, phone: str) -> tuple[str, str]:
        """The one that was asked for, or the other where there is no such."""
        ring = scan_code.ring(detail.phones[0].number) if detail.phones else ""
        page = scan_code.page(detail.url)
        if self.code == "none" or not (ring or page):
            return "", ""
        if ring and (self.code == "phone" or not page):
            return ring, self.voice.say(words.SCAN_RING.format(number=phone))
        short = detail.url.strip().split("://")[-1].rstrip("/")
        shown = short if len(short) <= LONG else short.split("/")[0]
        return page, self.voice.say(words.SCAN_PAGE.format(page=shown))

    def _speaks(self, detail: Detail) -> str:
        """That they speak the reader's language, where the listing says so. Not for English, in
        which the listings themselves are written."""
        name = LANGUAGES.get(self.voice.code, "") if self.voice.code != "en" else ""
        if not name or name not in detail.languages:
            return ""
        language = self.voice.language(self.voice.code)
        return self.voice.say(words.SPEAKS.format(language=language))

    def _checked(self, detail: Detail, rings: bool) -> str:
        if detail.checked_at is not None:
            said = words.CHECKED_BY.get(detail.checked_how, words.CHECKED)
            return self.voice.say(said.format(day=self.voice.day(self.local(detail.checked_at))))
        if detail.assured:
            day = date.fromisoformat(detail.assured)
            return self.voice.say(words.ASSURED.format(day=self.voice.day(day)))
        return self._say("unsure" if rings else "unsure_no_phone")

    def _line(self, line: Line) -> str:
        names = [self.voice.weekday(day) for day in line.days]
        if len(names) == 7:
            days = self._say("every_day")
        elif len(names) > 2 and line.days[-1] - line.days[0] == len(names) - 1:
            days = self.voice.say(words.DAYS.format(first=names[0], last=names[-1]))
        else:
            days = ", ".join(names)
        if line.opens % DAY == line.closes % DAY:
            return f"{days} {self._say('always')}"
        return f"{days} {self.voice.span(_time(line.opens), _time(line.closes))}"


def _time(minute: int) -> time:
    return time(minute % DAY // 60, minute % 60)
