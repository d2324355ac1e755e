"""Lazy words from code without Qt, put into the reader's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from peerdesk.core.text import Text


def render(text: Text | str) -> str:
    """The sentence in the language of the installed translators; plain strings pass through.

    Translation comes before ``format``, so translators see the ``{name}`` places; values that are
    themselves :class:`Text` are rendered too.
    """
    if isinstance(text, str):
        return text
    words = QCoreApplication.translate(
        text.context, text.source, text.disambiguation or None, text.n
    )
    if text.n >= 0 and words == text.source.replace("%n", str(text.n)):
        # Without an English plural file Qt leaves "(s)" as it stands.
        words = words.replace("(s)", "" if text.n == 1 else "s")
    if not text.args:
        return words
    return words.format(
        **{k: render(v) if isinstance(v, Text) else str(v) for k, v in text.args.items()}
    )
