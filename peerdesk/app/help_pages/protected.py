"""What is protected, and what is not (SECURITY, Threats and answers), in plain words."""

from __future__ import annotations

from peerdesk.app.help_pages.parts import Point, Section, Sheet
from peerdesk.core.text import translate

PLACES = Section(
    translate("HelpProtected", "Three places to keep things"),
    lead=translate(
        "HelpProtected",
        "Everything in PeerDesk lies in one of three places. Two of them are locked.",
    ),
    parts=(
        Point(
            title=translate("HelpProtected", "For everyone"),
            words=translate(
                "HelpProtected",
                "Help right now, local help, when the groups meet, and the settings of this "
                "computer. Anyone may read it without signing in. Nobody writes down who looked.",
            ),
        ),
        Point(
            title=translate("HelpProtected", "Our group"),
            words=translate(
                "HelpProtected",
                "People, meetings and who was there. This is locked. Only the facilitators of the "
                "group can open it. So can the group’s printed recovery sheets: any two of the "
                "three, or the one sheet if the group chose that.",
            ),
        ),
        Point(
            title=translate("HelpProtected", "Only me"),
            words=translate(
                "HelpProtected",
                "Your own notes. They are locked with your own password. No other facilitator can "
                "open them, nobody at the centre, and not the makers of PeerDesk. Only your own "
                "recovery sheet can, if you printed one.",
            ),
        ),
    ),
)

WHO_SEES = Section(
    translate("HelpProtected", "Who sees what"),
    parts=(
        Point(
            title=translate("HelpProtected", "The next person at this computer"),
            words=translate(
                "HelpProtected",
                "Only the welcome page, once PeerDesk is locked. It locks when you press Lock or "
                "Hide, and by itself after a few quiet minutes. There is no list of the people "
                "who sign in.",
            ),
        ),
        Point(
            title=translate("HelpProtected", "Someone who walks past"),
            words=translate(
                "HelpProtected",
                "What is on the screen. When others use the computer too, names are closed: only "
                "first letters show until you press F8. After a quiet minute they close again. "
                "The window is always called “PeerDesk”.",
            ),
        ),
        Point(
            title=translate("HelpProtected", "A thief"),
            words=translate(
                "HelpProtected",
                "What is for everyone. Of the rest: how many locked files there are, how large "
                "they are, and when they last changed. No names, no phone numbers, no notes. The "
                "same is true for a USB stick with a copy. Guessing passwords is made slow on "
                "purpose.",
            ),
        ),
        Point(
            title=translate("HelpProtected", "Another facilitator of the group"),
            words=translate(
                "HelpProtected", "What belongs to the group. Nothing that is only yours."
            ),
        ),
        Point(
            title=translate("HelpProtected", "Whoever looks after this computer"),
            words=translate(
                "HelpProtected",
                "The locked files, but not what is in them. It is different for someone who "
                "watches while you are signed in: read on.",
            ),
        ),
    ),
)

MEETING = Section(
    translate("HelpProtected", "While a meeting runs"),
    lead=translate(
        "HelpProtected",
        "The running meeting has a sheet of its own, locked with a key of its own. The rest of "
        "what the group keeps is closed meanwhile.",
    ),
    parts=(
        Point(
            title=translate("HelpProtected", "What lies open"),
            words=translate(
                "HelpProtected",
                "Tonight’s agenda and the names of those who may come. Of people who join from "
                "elsewhere, if they agreed: where they are and whom to ring. No other phone "
                "numbers, no notes, nothing of other evenings.",
            ),
        ),
        Point(
            title=translate("HelpProtected", "When nobody touches the computer"),
            words=translate(
                "HelpProtected",
                "After a few quiet minutes, with Hide, or when the computer locks, names close. "
                "The time goes on. Tonight’s four digits show the names again, and open nothing "
                "else. After five wrong tries they do not work any more; then somebody signs in.",
            ),
        ),
        Point(
            title=translate("HelpProtected", "The room and the door"),
            words=translate(
                "HelpProtected",
                "The room screen shows no names unless your group wants that. The door screen "
                "has no list of names: whoever comes in says as much as they like.",
            ),
        ),
        Point(
            title=translate("HelpProtected", "When the power fails"),
            words=translate(
                "HelpProtected",
                "Everything up to the last press is kept. Whoever signs in can go on with it.",
            ),
        ),
        Point(
            title=translate("HelpProtected", "Somebody who stands in"),
            words=translate(
                "HelpProtected",
                "They get the agenda without any names, and no key. How the evening went is "
                "locked into the in-tray. Only facilitators can open that, and they look at it "
                "before it is taken over.",
            ),
        ),
    ),
)

ALSO = Section(
    translate("HelpProtected", "What PeerDesk does for you"),
    parts=(
        Point(
            title=translate("HelpProtected", "It stays off the internet"),
            words=translate(
                "HelpProtected",
                "PeerDesk has no part that could send anything. When you print, the system may "
                "talk to a printer in your house.",
            ),
        ),
        Point(
            title=translate("HelpProtected", "Locked means gone"),
            words=translate(
                "HelpProtected",
                "The running program knows your key. When PeerDesk locks, that program ends, and "
                "a new one shows the welcome page.",
            ),
        ),
        Point(
            title=translate("HelpProtected", "Erased for good"),
            words=translate(
                "HelpProtected",
                "What you erase for good is gone from the files on this computer. A copy on a USB "
                "stick that is not plugged in still holds it.",
            ),
        ),
    ),
)

NOT_PROTECTED = Section(
    translate("HelpProtected", "What is not protected"),
    lead=translate("HelpProtected", "No program can do everything. This is what PeerDesk cannot."),
    kind="clay",
    parts=(
        Point(
            title=translate("HelpProtected", "Someone who watches while it is open"),
            words=translate(
                "HelpProtected",
                "A harmful program on the computer can see what you see and which keys you press. "
                "So can a person who manages the computer from afar. PeerDesk cannot stop them.",
            ),
        ),
        Point(
            title=translate("HelpProtected", "Being made to open it"),
            words=translate(
                "HelpProtected",
                "If someone forces you, PeerDesk opens. You matter more than any note. Get safe "
                "first. Change the password later.",
            ),
        ),
        Point(
            title=translate("HelpProtected", "Printers that keep pages"),
            words=translate(
                "HelpProtected",
                "A printed page may wait inside the computer, or stay in the printer for days. "
                "PeerDesk cannot wipe it there. Stand at the printer, take every page, and ask "
                "whether this printer keeps what it prints. In the waiting list each page is "
                "called “PeerDesk”.",
            ),
        ),
        Point(
            title=translate("HelpProtected", "Memory that is written to the disk"),
            words=translate(
                "HelpProtected",
                "When memory is full or the computer sleeps, the system may put memory on the "
                "disk (“swap” and “sleep files”). A piece of an open note can be in it. Disk "
                "encryption protects it. So does shutting down instead of sleeping.",
            ),
        ),
        Point(
            title=translate("HelpProtected", "How many places there are"),
            words=translate(
                "HelpProtected",
                "Whoever can read the disk sees how many people have a place of their own here, "
                "and when each place last changed. They do not see whose it is.",
            ),
        ),
        Point(
            title=translate("HelpProtected", "Copies from before"),
            words=translate(
                "HelpProtected",
                "A new password or a new key protects what comes after it. A copy that someone "
                "took before can still be opened with the old one.",
            ),
        ),
        Point(
            title=translate("HelpProtected", "Pictures of the screen"),
            words=translate(
                "HelpProtected",
                "On Linux, other programs can take a picture of what is on the screen. PeerDesk "
                "has no way to forbid it. And a phone can take one anywhere.",
            ),
        ),
        Point(
            title=translate("HelpProtected", "A lost password with no way back"),
            words=translate(
                "HelpProtected",
                "If the password is lost and there is no recovery sheet, what it opened stays "
                "shut for ever. There is no back door, not even for us.",
            ),
        ),
    ),
)

DISK = Section(
    translate("HelpProtected", "Switch on disk encryption"),
    lead=translate(
        "HelpProtected",
        "It locks the whole disk while the computer is off. Whoever looks after the computer can "
        "switch it on. The system then shows a recovery key: keep it on paper, in another place.",
    ),
    parts=(
        Point(
            title=translate("HelpProtected", "Windows"),
            words=translate(
                "HelpProtected",
                "Open Settings and type “encryption” in its search field. Switch on “Device "
                "encryption” or “BitLocker”, whichever is there.",
            ),
        ),
        Point(
            title=translate("HelpProtected", "macOS"),
            words=translate(
                "HelpProtected",
                "Open System Settings, then Privacy & Security. Switch on “FileVault”.",
            ),
        ),
        Point(
            title=translate("HelpProtected", "Linux"),
            words=translate(
                "HelpProtected",
                "It is easiest on the day Linux is installed: choose to encrypt the whole disk "
                "(it may be called “LUKS”), swap included. Later, ask someone who knows Linux.",
            ),
        ),
    ),
)

TIPS = Section(
    translate("HelpProtected", "Small things that help a lot"),
    parts=(
        Point(translate("HelpProtected", "Press Lock when you get up, even for a minute.")),
        Point(translate("HelpProtected", "Turn the screen away from the door and the window.")),
        Point(
            translate(
                "HelpProtected",
                "Keep passwords and recovery sheets away from the computer, never stuck to it.",
            )
        ),
        Point(
            translate(
                "HelpProtected", "Never lend your password. Each facilitator has one of their own."
            )
        ),
        Point(translate("HelpProtected", "Keep a copy on a USB stick, in another building.")),
        Point(
            translate(
                "HelpProtected", "Let the computer install its updates. They close known holes."
            )
        ),
    ),
)

PROTECTED = Sheet(
    translate("HelpProtected", "What is protected"),
    translate("HelpProtected", "And what is not. Anyone may read this, signed in or not."),
    (PLACES, WHO_SEES, MEETING, NOT_PROTECTED, DISK, TIPS, ALSO),
)
