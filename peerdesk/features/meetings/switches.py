"""The switches of how a group meets: what each says and does, and how it stands in a new group."""

from __future__ import annotations

from dataclasses import dataclass

from peerdesk.core.text import Text, translate


@dataclass(frozen=True)
class Switch:
    """A yes or no of the group; ``words`` say what it does. ``usual`` is on for a new group."""

    key: str
    title: Text
    words: Text
    usual: bool
    part: str


SWITCHES: tuple[Switch, ...] = (
    Switch(
        "cross_talk",
        translate("Ways", "People may answer each other"),
        translate(
            "Ways",
            "Outside the rounds, people may ask and answer each other. In a round, one person "
            "speaks and the others listen.",
        ),
        True,
        "talk",
    ),
    Switch(
        "medicines",
        translate("Ways", "Medicines may be named"),
        translate(
            "Ways",
            "People may say what they take. Nobody tells others what to take or to stop taking.",
        ),
        False,
        "talk",
    ),
    Switch(
        "suicide_talk",
        translate("Ways", "Suicide may be talked about"),
        translate(
            "Ways",
            "People may say that they think of it, without telling of methods. If someone is in "
            "danger, the steps for help come first.",
        ),
        True,
        "talk",
    ),
    Switch(
        "contacts",
        translate("Ways", "People may exchange phone numbers"),
        translate("Ways", "Whoever wants to may give their number to others. Nobody has to."),
        False,
        "talk",
    ),
    Switch(
        "names_in_room",
        translate("Ways", "Names on the room screen"),
        translate(
            "Ways",
            "The screen for the room shows the first name of who speaks. When this is off, it "
            "shows no names.",
        ),
        False,
        "room",
    ),
    Switch(
        "digits_in_room",
        translate("Ways", "Minutes on the room screen"),
        translate("Ways", "The screen for the room shows the time as digits beside the bar."),
        False,
        "room",
    ),
    Switch(
        "tone",
        translate("Ways", "A soft tone when time is up"),
        translate("Ways", "One quiet tone at the end of each part. When this is off, no sound."),
        False,
        "room",
    ),
    Switch(
        "no_names",
        translate("Ways", "A group without names"),
        translate(
            "Ways",
            "Meetings only count heads, new or returning. There is no list of people, and there "
            "are no next steps. What is already written is kept.",
        ),
        False,
        "names",
    ),
    Switch(
        "we_sign",
        translate("Ways", "We sign that someone was here"),
        translate(
            "Ways",
            "A sheet with dates and hours can be printed for somebody who needs it. When this is "
            "off, say at the start that you do not sign.",
        ),
        True,
        "names",
    ),
    Switch(
        "in_tray",
        translate("Ways", "Slips without signing in"),
        translate(
            "Ways",
            "Anyone at this computer may write a question or a topic for the group. Only "
            "facilitators can read it.",
        ),
        True,
        "names",
    ),
    Switch(
        "stand_in",
        translate("Ways", "Somebody may stand in"),
        translate(
            "Ways",
            "The next agenda stands on the welcome page, without names. If you cannot come, "
            "somebody without a password can run the meeting from it.",
        ),
        False,
        "names",
    ),
)
"""In the order shown; the values stand in the group's settings as "1" and "0"."""
USUAL = {s.key: s.usual for s in SWITCHES}
