"""Words that stand on paper; no Qt in here."""

from __future__ import annotations

from peerdesk.core.text import Text, translate

MINUTES = translate("Paper", "{n} min")
LEADS = translate("Paper", "{name} leads")
ENDS = translate("Paper", "Ends {time}")
WAS_HERE = translate("Paper", "{name} was here on {day}, from {start} to {end}.")
MEETINGS = translate("Paper", "Meetings held")
VISITS = translate("Paper", "Visits in all")
NEWCOMERS = translate("Paper", "Came for the first time")
PERIOD = translate("Paper", "{first} to {last}")
NOT_THEN = translate("Paper", "does not take place")

PAGE: dict[str, Text] = {
    "running": translate("Paper", "Running sheet"),
    "agreement": translate("Paper", "Our agreement"),
    "help": translate("Paper", "If you need help right now"),
    "sign_in": translate("Paper", "Sign-in sheet"),
    "badges": translate("Paper", "First names to wear"),
    "proof": translate("Paper", "To whom it may concern"),
    "numbers": translate("Paper", "Our meetings in numbers"),
    "dates": translate("Paper", "Next dates"),
    "before": translate("Paper", "Before people come"),
    "before_list": translate(
        "Paper",
        "Room open, way in free of steps · chairs in a circle, one by the door · water, tissues · "
        "signs on the doors · sign-in sheet and pens · this sheet, the agreement and the help page "
        "· a word with who comes for the first time",
    ),
    "time": translate("Paper", "Time"),
    "part": translate("Paper", "Part"),
    "notes": translate("Paper", "Notes, no names"),
    "passing": translate(
        "Paper",
        "In a round: whoever likes to passes. Who comes late joins at the end. When fewer or more "
        "people are here, each round says how many minutes everyone has.",
    ),
    "needs_help": translate("Paper", "If someone needs help"),
    "needs_help_words": translate(
        "Paper",
        "Say “We take a short break.” One of you goes aside with the person and stays with them. "
        "The steps are on the help page.",
    ),
    "after": translate("Paper", "Before you leave"),
    "came": translate("Paper", "How many came"),
    "came_new": translate("Paper", "For the first time"),
    "began": translate("Paper", "Began and ended at"),
    "reach": translate("Paper", "What to do next, and who does it"),
    "good": translate("Paper", "Good things to remember, no names"),
    "lock": translate(
        "Paper", "Take all sheets along. Lock them away, or shred them once they are keyed in."
    ),
    "no_lines": translate("Paper", "Nothing is written down yet."),
    "where": translate("Paper", "Where you are"),
    "steps": translate("Paper", "Step by step"),
    "sign_words": translate(
        "Paper", "First name or code is enough. A tick says how you take part."
    ),
    "row": translate("Paper", "No."),
    "name": translate("Paper", "First name or code"),
    "here": translate("Paper", "Here"),
    "phone": translate("Paper", "By phone"),
    "new": translate("Paper", "First time"),
    "key_words": translate(
        "Paper",
        "Keep the numbers as they are: the sheet is keyed in by number. Then shred it or lock it "
        "away.",
    ),
    "cut": translate("Paper", "Cut along the lines."),
    "purpose": translate("Paper", "Purpose:"),
    "only": translate(
        "Paper", "This sheet says when somebody was here. It says nothing about how they are."
    ),
    "signed": translate("Paper", "Signed:"),
    "signed_name": translate("Paper", "Name and role of who signs:"),
    "signed_on": translate("Paper", "Day:"),
    "was_here": translate("Paper", "was here on"),
    "from": translate("Paper", "from"),
    "to": translate("Paper", "to"),
    "your_name": translate("Paper", "Name:"),
    "day": translate("Paper", "Day"),
    "heads": translate("Paper", "People"),
    "in_all": translate("Paper", "In all"),
    "numbers_words": translate(
        "Paper",
        "People are all who came, also those who gave no name. One person who comes twice counts "
        "as two visits. No names are kept on this page.",
    ),
    "no_meetings": translate("Paper", "No meeting was closed in this time."),
    "no_dates": translate("Paper", "No dates are planned."),
    "place": translate("Paper", "Where"),
}
"""By the name a template uses."""
