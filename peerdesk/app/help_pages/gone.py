"""If the computer is gone: a page to print, fill in by hand, and keep away from the computer.

PeerDesk prints no name, place or number on it; people write those themselves.
"""

from __future__ import annotations

from peerdesk.app.help_pages.parts import Line, Point, Section, Sheet, Tick
from peerdesk.core.text import translate

TELL = Section(
    translate("HelpGone", "Tell these people"),
    lead=translate(
        "HelpGone",
        "Is someone hurt or in danger? Ring the emergency services first. The computer can wait.",
    ),
    parts=(
        Line(translate("HelpGone", "Another facilitator")),
        Line(translate("HelpGone", "How the group is told")),
        Line(translate("HelpGone", "The centre")),
        Line(translate("HelpGone", "Police, and their number for the case")),
        Line(translate("HelpGone", "Data protection, if someone looks after it")),
        Point(
            translate(
                "HelpGone",
                "Ring data protection soon, even if you do not know everything yet. In some "
                "countries they must hear of it within three days.",
            )
        ),
    ),
)

HAS = Section(
    translate("HelpGone", "What the thief has"),
    new_page=True,
    parts=(
        Point(
            translate(
                "HelpGone",
                "The computer, and what was for everyone: help right now, local help, meeting "
                "times.",
            )
        ),
        Point(
            translate(
                "HelpGone", "How many locked files there are, and when each of them last changed."
            )
        ),
    ),
)

HAS_NOT = Section(
    translate("HelpGone", "What the thief does not have"),
    lead=translate(
        "HelpGone",
        "Names, phone numbers, meetings and notes. They are locked, on USB sticks with a copy too.",
    ),
    parts=(
        Point(
            translate(
                "HelpGone",
                "But tick what is true. With one tick or more, act as if all of it was read, and "
                "tell the people it is about:",
            )
        ),
        Tick(translate("HelpGone", "PeerDesk was open when the computer was taken.")),
        Tick(translate("HelpGone", "A password, or a stick with a key file, was with it.")),
        Tick(translate("HelpGone", "Enough recovery sheets to open the group were with it.")),
    ),
)

DO = Section(
    translate("HelpGone", "What to do"),
    numbered=True,
    parts=(
        Point(
            title=translate("HelpGone", "Find a new computer"),
            words=translate("HelpGone", "Put PeerDesk on it."),
        ),
        Point(
            title=translate("HelpGone", "Bring back the newest copy"),
            words=translate(
                "HelpGone",
                "On the welcome page press “Bring back a copy”. Passwords are those of the day it "
                "was made. Without a copy, what was locked is lost: begin anew.",
            ),
        ),
        Point(
            title=translate("HelpGone", "New keys for everyone"),
            words=translate(
                "HelpGone",
                "Everyone takes a new password, and a facilitator makes a new key for the group. "
                "What was stolen still opens with the old ones: use them nowhere again.",
            ),
        ),
        Point(
            title=translate("HelpGone", "Print new recovery sheets"),
            words=translate("HelpGone", "Tear up the old ones, every one of them."),
        ),
        Point(
            title=translate("HelpGone", "Add what is missing"),
            words=translate("HelpGone", "Ask the others what happened since the copy was made."),
        ),
    ),
)

WHERE = Section(
    translate("HelpGone", "Where our things are"),
    lead=translate(
        "HelpGone",
        "Write it so that your group understands it and a stranger does not.",
    ),
    parts=(
        Line(translate("HelpGone", "Newest copy")),
        Line(translate("HelpGone", "An older copy")),
        Line(translate("HelpGone", "Recovery part 1")),
        Line(translate("HelpGone", "Recovery part 2")),
        Line(translate("HelpGone", "Recovery part 3")),
        Line(translate("HelpGone", "Where to get PeerDesk")),
        Line(translate("HelpGone", "Filled in on")),
    ),
)

GONE = Sheet(
    translate("HelpGone", "If the computer is gone"),
    translate(
        "HelpGone",
        "What to do, and whom to tell. Fill it in by hand, and never keep it beside the computer.",
    ),
    (TELL, DO, HAS, HAS_NOT, WHERE),
)
