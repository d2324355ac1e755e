"""How referrals and needs are said, on the screen and on paper."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from peerdesk.core.text import Text, translate
from peerdesk.features.referrals.service import (
    REACHED,
    TURNED_AWAY,
    UNKNOWN,
    WAITLISTED,
    NeedCount,
    NeedView,
    ReferralView,
    Tally,
)
from peerdesk.ui.names import NamesCurtain
from peerdesk.ui.text import render

HOW: dict[str, Text] = {
    REACHED: translate("Referrals", "Got through"),
    WAITLISTED: translate("Referrals", "On a waiting list"),
    TURNED_AWAY: translate("Referrals", "Turned away"),
    UNKNOWN: translate("Referrals", "We do not know"),
}
"""What came of it, as its button says it."""


def whom(view: ReferralView, names: NamesCurtain) -> str:
    """Whom it was suggested to; closed names as initials."""
    if not view.name:
        return QCoreApplication.translate("Referrals", "To nobody by name")
    words = QCoreApplication.translate("Referrals", "To {name}")
    return words.format(name=names.shown(view.name))


def how(view: ReferralView) -> str:
    """What came of it, with the reason; "" while nobody asked."""
    if not view.outcome:
        return ""
    said = render(HOW[view.outcome])
    return f"{said}: {view.why}" if view.why else said


def tally_words(one: Tally) -> str:
    """The counts that are not nothing, in one line."""
    said = QLocale().toString
    pairs = (
        (render(HOW[REACHED]), one.reached),
        (render(HOW[WAITLISTED]), one.waitlisted),
        (render(HOW[TURNED_AWAY]), one.turned_away),
        (render(HOW[UNKNOWN]), one.unknown),
        (QCoreApplication.translate("Referrals", "Not asked yet"), one.asked_not),
    )
    return " · ".join(f"{words} {said(n)}" for words, n in pairs if n)


def category_name(key: str, names: Mapping[str, str]) -> str:
    """The plain name of a category; of a key from another list, the words for none."""
    return names.get(key) or QCoreApplication.translate("Referrals", "Something else")


def need_count_words(one: NeedCount) -> str:
    """How many are missing and how many are met by now."""
    is_open, met = one.open, one.met
    parts = []
    if is_open:
        parts.append(QCoreApplication.translate("Referrals", "%n missing", "", is_open))
    if met:
        parts.append(QCoreApplication.translate("Referrals", "%n met by now", "", met))
    return " · ".join(parts)


def needs_html(
    counts: Sequence[NeedCount], needs: Sequence[NeedView], names: Mapping[str, str], day: str
) -> str:
    """One page for the next funding talk: what was asked for and nobody here offers."""
    say = QCoreApplication.translate

    def safe(words: str) -> str:
        return html.escape(words)

    by = say("Referrals", "What was asked for in our group, and nobody here offers. {day}")
    body = [
        f"<h1>{safe(say('Referrals', 'What is missing here'))}</h1>",
        f"<p>{safe(by.format(day=day))}</p>",
        "<table class='grid' width='100%'><tr>",
        f"<th>{safe(say('Referrals', 'What kind'))}</th>",
        f"<th>{safe(say('Referrals', 'Missing'))}</th>",
        f"<th>{safe(say('Referrals', 'Met by now'))}</th></tr>",
    ]
    said = QLocale().toString
    for one in counts:
        name = category_name(one.category, names)
        body.append(
            f"<tr><td>{safe(name)}</td><td>{safe(said(one.open))}</td>"
            f"<td>{safe(said(one.met))}</td></tr>"
        )
    body.append("</table>")
    for one in counts:
        missing = [n.words for n in needs if n.category == one.category and not n.met]
        if missing:
            body.append(f"<h2>{safe(category_name(one.category, names))}</h2><ul>")
            body += [f"<li>{safe(words)}</li>" for words in missing]
            body.append("</ul>")
    return "".join(body)


def letter_html(title: str, parts: Sequence[tuple[str, str]]) -> str:
    """What somebody wants to say to a professional: the parts that have words."""

    def lines(words: str) -> str:
        return html.escape(words.strip()).replace("\n", "<br>")

    body = [f"<h1>{html.escape(title)}</h1>"]
    body += [
        f"<h2>{html.escape(head)}</h2><p>{lines(words)}</p>"
        for head, words in parts
        if words.strip()
    ]
    return "".join(body)
