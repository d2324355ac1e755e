"""Words for paper in the language of who will read it, whatever the screen speaks."""

from __future__ import annotations

from datetime import date, time

from PySide6.QtCore import QLocale, Qt, QTranslator

from peerdesk.core import resources
from peerdesk.core.text import Text, translate
from peerdesk.ui import dates
from peerdesk.ui.languages import OWN_NAMES, PREFIX
from peerdesk.ui.text import render


class Reader:
    """Says words, days and times in the language ``code``; "" is that of the screen."""

    def __init__(self, code: str = "") -> None:
        screen = QLocale()
        self.code = code or screen.name().split("_")[0]
        own = not code or QLocale(code).language() == screen.language()
        self.locale = screen if own else QLocale(code)
        self._translator: QTranslator | None = None
        if not own:
            self._translator = QTranslator()
            self._translator.load(f"{PREFIX}{code}", str(resources.folder("translations")))

    @property
    def right_to_left(self) -> bool:
        """Whether its pages begin at the right."""
        return self.locale.textDirection() == Qt.LayoutDirection.RightToLeft

    def say(self, text: Text | str) -> str:
        """A sentence; what is not translated yet stands there in English."""
        if isinstance(text, str) or self._translator is None:
            return render(text)
        words = self._translator.translate(
            text.context, text.source, text.disambiguation or None, text.n
        )
        if not words:
            return str(text)
        words = words.replace("%n", self.number(text.n)) if text.n >= 0 else words
        if not text.args:
            return words
        said = {k: self.say(v) if isinstance(v, Text) else str(v) for k, v in text.args.items()}
        return words.format(**said)

    def number(self, value: int) -> str:
        """A whole number."""
        return self.locale.toString(value)

    def day(self, day: date) -> str:
        """A day with its year."""
        return dates.full_day(day, self.locale)

    def weekday(self, number: int) -> str:
        """The short name of a day, 0 for Monday."""
        return self.locale.dayName(number + 1, QLocale.FormatType.ShortFormat)

    def clock(self, at: time) -> str:
        """A time of the day."""
        return dates.clock(at, self.locale)

    def span(self, start: time, end: time) -> str:
        """From one time to another."""
        words = translate("dates", "{start} to {end}")
        return self.say(words.format(start=self.clock(start), end=self.clock(end)))

    def language(self, code: str) -> str:
        """The name of a language in itself."""
        return OWN_NAMES.get(code) or QLocale(code).nativeLanguageName()
