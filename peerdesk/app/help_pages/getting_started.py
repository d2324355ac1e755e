"""Getting started: six steps for a first evening. Words in “quotes” stand on the screen so."""

from __future__ import annotations

from peerdesk.app.help_pages.parts import Point, Section, Sheet
from peerdesk.core.text import translate

EVENING = Section(
    translate("HelpStart", "Your first evening"),
    numbered=True,
    parts=(
        Point(
            title=translate("HelpStart", "Look at the numbers for a bad moment"),
            words=translate(
                "HelpStart",
                "Press “Help right now” at the side. Are these the right numbers for your town? "
                "“Change the numbers” puts in your own.",
            ),
        ),
        Point(
            title=translate("HelpStart", "Say when you meet"),
            words=translate(
                "HelpStart",
                "Open “Meetings” and press “When we meet”. Say the day, the time and the place "
                "once. The dates come by themselves.",
            ),
        ),
        Point(
            title=translate("HelpStart", "Add the people who come"),
            words=translate(
                "HelpStart",
                "Open “People” and press “Add”. The name somebody uses in the group is enough. "
                "Leave out what you do not need.",
            ),
        ),
        Point(
            title=translate("HelpStart", "Get the evening ready"),
            words=translate(
                "HelpStart",
                "Open “Today” and press “Agenda”. Give each part its minutes. Then tick off what "
                "is to be done before people arrive. “Print for tonight” puts all of it on paper.",
            ),
        ),
        Point(
            title=translate("HelpStart", "Hold the meeting"),
            words=translate(
                "HelpStart",
                "On the day press “Start meeting” and write the four digits down. Mark who is "
                "here, then press the space bar: it starts, and goes on to the next person or "
                "part. If someone needs help, press F1. “End meeting” when it is over.",
            ),
        ),
        Point(
            title=translate("HelpStart", "Close the evening"),
            words=translate(
                "HelpStart",
                "Sign in once more. Say who was here, what people chose to do, and whom to reach. "
                "Skip what you like. If you ran the meeting on paper, press “Close the evening”. "
                "Press “Lock” when you leave.",
            ),
        ),
    ),
)

OWN_PLACE = Section(
    translate("HelpStart", "Your own place"),
    numbered=True,
    parts=(
        Point(
            title=translate("HelpStart", "Write something down"),
            words=translate("HelpStart", "Open “My notes”. What you write there is only for you."),
        ),
        Point(
            title=translate("HelpStart", "Find help near you"),
            words=translate(
                "HelpStart",
                "Open “Local help” and type what you need: a bed, food, someone to talk to.",
            ),
        ),
        Point(
            title=translate("HelpStart", "Lock it"),
            words=translate(
                "HelpStart", "Press “Lock” when you leave. Then only your password opens it."
            ),
        ),
    ),
)

KNOW = Section(
    translate("HelpStart", "Good to know"),
    parts=(
        Point(
            translate(
                "HelpStart", "Everything saves itself. There is no Save button to think about."
            )
        ),
        Point(translate("HelpStart", "Ctrl+Z takes the last change back.")),
        Point(translate("HelpStart", "Ctrl+K finds things, and everything you can do.")),
        Point(translate("HelpStart", "F8 shows names, and closes them again.")),
        Point(translate("HelpStart", "F1 brings you back to this page.")),
    ),
)

WAY_BACK = Section(
    translate("HelpStart", "In your first week"),
    parts=(
        Point(
            title=translate("HelpStart", "Print the recovery sheets"),
            words=translate(
                "HelpStart",
                "In “Settings”, under “Our group”. When every password is forgotten, they are the "
                "only way back to what the group keeps.",
            ),
        ),
        Point(
            title=translate("HelpStart", "Fill in “If the computer is gone”"),
            words=translate(
                "HelpStart", "Print that page, fill in its lines by hand, and keep it at home."
            ),
        ),
    ),
)


def sheet(facilitator: bool) -> Sheet:
    """The page for somebody who opens a group, or for somebody with a place of their own."""
    if facilitator:
        lead = translate("HelpStart", "Six short steps, and where to press.")
        return Sheet(translate("HelpStart", "Getting started"), lead, (EVENING, KNOW, WAY_BACK))
    lead = translate("HelpStart", "Three short steps, and where to press.")
    return Sheet(translate("HelpStart", "Getting started"), lead, (OWN_PLACE, KNOW))
