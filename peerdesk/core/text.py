"""Words written where there is no Qt, and put into the reader's language by ``ui.text``."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

NOTHING: Mapping[str, object] = MappingProxyType({})


class Text(NamedTuple):
    """A sentence that is translated when it is shown.

    ``source`` may hold ``{name}`` places, filled by :meth:`format`, and ``%n``, filled from ``n``.
    A named tuple, because the first window waits for this module and not for dataclasses.
    """

    context: str
    source: str
    disambiguation: str = ""
    n: int = -1
    args: Mapping[str, object] = NOTHING

    def format(self, **args: object) -> Text:
        """The same sentence with its ``{name}`` places filled; a value may itself be a Text."""
        return self._replace(args={**self.args, **args})

    def __str__(self) -> str:
        """The English sentence: for logs, the self-test and tests; screens use ``ui.text``."""
        words = self.source.replace("%n", str(self.n)) if self.n >= 0 else self.source
        words = words.replace("(s)", "" if self.n == 1 else "s") if self.n >= 0 else words
        return words.format(**{k: str(v) for k, v in self.args.items()}) if self.args else words


def translate(context: str, source: str, disambiguation: str = "", n: int = -1) -> Text:
    """Mark ``source`` for translation; lupdate finds the call by this name.

    ``context``, ``source`` and ``disambiguation`` must be plain literals.
    """
    return Text(context, source, disambiguation, n)
