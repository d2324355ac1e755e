"""What Local help says around a call: what to ask, what came of it, and the list on paper."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QLocale

from peerdesk.core.clock import Clock
from peerdesk.features.directory import words
from peerdesk.features.directory.calls.notes import Notes
from peerdesk.features.directory.calls.service import Call
from peerdesk.features.directory.calls.told import Problem
from peerdesk.features.directory.showing import Detail
from peerdesk.ui.dates import day_month


def what_to_ask() -> str:
    """What a caller says and asks, for every listing."""
    return QCoreApplication.translate(
        "Calls",
        "Hello, I help in a peer support group. We tell people about you. May I ask you whether "
        "what we say is still right? The number, when you are open, who may come, what it costs.",
    )


def what_to_say() -> str:
    """What anyone may say who rings there, where the listing has no words of its own."""
    return QCoreApplication.translate(
        "Calls",
        "Say in one sentence what you need. Ask what to bring, and how long people wait.",
    )


def result_words(result: str) -> str:
    """What came of a call, for a list; "" while it waits."""
    translate = QCoreApplication.translate
    return {
        "right": translate("Calls", "All is right"),
        "changed": translate("Calls", "Changed"),
        "no answer": translate("Calls", "No answer"),
        "closed": translate("Calls", "Has closed"),
    }.get(result, "")


def trouble_words(notes: Notes) -> str:
    """What everyone is told about a listing that needs a call; "" for others."""
    translate = QCoreApplication.translate
    if notes.told:
        return translate("Calls", "Needs a call: someone told us that this number did not work.")
    if notes.needs_a_call:
        return translate(
            "Calls",
            "Needs a call: we rang several times, and nobody answered. It may have changed.",
        )
    return ""


def problem_words(problem: Problem, clock: Clock) -> str:
    """What somebody said is wrong, with the day."""
    day = day_month(clock.local(problem.told_at).date())
    number = QCoreApplication.translate("Calls", "The number did not work.")
    told = QCoreApplication.translate("Calls", "Told us on {day}: {words}")
    return told.format(day=day, words=problem.words or number)


def number_words(detail: Detail) -> str:
    """The number to ring, or that there is none."""
    none = QCoreApplication.translate("Calls", "No number here")
    return words.phone_words(detail) or none


def row_words(call: Call, detail: Detail, clock: Clock) -> str:
    """The second line of a listing in the list."""
    number = number_words(detail)
    return (
        number
        if call.done or call.problems
        else " · ".join((number, words.checked_words(detail, clock)))
    )


def row_end(call: Call) -> str:
    """What stands at the end of its row: what came of it, or why it is to be rung."""
    if call.problems and not call.done:
        return QCoreApplication.translate("Calls", "Someone told us")
    return result_words(call.result)


def titles() -> list[str]:
    """The headings of :func:`facts`."""
    translate = QCoreApplication.translate
    return [
        translate("Directory", "More numbers"),
        translate("Directory", "Where"),
        translate("Directory", "When"),
        translate("Directory", "Who"),
        translate("Directory", "Cost, languages"),
        translate("Directory", "How to get in"),
    ]


def facts(detail: Detail) -> list[tuple[str, str]]:
    """(heading, words) of what is to be checked. An address that is hidden is not among them."""
    texts = (
        words.more_phones(detail),
        words.where_words(detail),
        words.when_words(replace(detail, opens_next=None)),  # of that the caller asks nothing
        words.who_words(detail),
        words.cost_words(detail),
        detail.apply,
    )
    return [(title, text) for title, text in zip(titles(), texts, strict=True) if text]


def sheet_html(calls: Sequence[tuple[Call, Detail]], clock: Clock) -> str:
    """The list of the week on paper, with boxes to tick, as HTML for ``ui.printing``."""
    translate = QCoreApplication.translate
    today = day_month(clock.now().date())
    title = translate("Calls", "To ring this week")
    body = [
        f"<h1>{_lines(title)}</h1>",
        f"<p>{_lines(translate('Calls', 'Printed on {day}').format(day=today))}</p>",
        f"<p><b>{_lines(translate('Calls', 'What to say'))}</b><br>{_lines(what_to_ask())}</p>",
    ]
    tick = " &nbsp; ".join(
        f"☐&nbsp;{_lines(result_words(one))}" for one in ("right", "changed", "no answer", "closed")
    )
    for number, (call, detail) in enumerate(calls, 1):
        count = QLocale().toString(number)
        checked = _lines(words.checked_words(detail, clock))
        lines = [f"<b>{_lines(number_words(detail))}</b> · {checked}"]
        lines += [_lines(problem_words(one, clock)) for one in call.problems]
        if detail.when_you_ring:
            lines.append(
                _lines(f"{translate('Directory', 'When you ring')}: {detail.when_you_ring}")
            )
        lines += [_lines(f"{head}: {text.replace(chr(10), ' · ')}") for head, text in facts(detail)]
        lines.append(tick)
        lines.append(_lines(translate("Calls", "What is new:")) + " " + "_" * 40)
        body.append(f"<h2>{count}. {_lines(detail.name)}</h2><p>{'<br>'.join(lines)}</p>")
    return "".join(body)


def _lines(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")
