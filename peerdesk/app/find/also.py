"""Other words that people type for a room or a command in find, by its key."""

from __future__ import annotations

from peerdesk.core.text import Text, translate

# Words only, in any order; a translation holds what people of that language would type.
ALSO: dict[str, Text] = {
    "today": translate("Find", "home start overview"),
    "meetings": translate("Find", "agenda date plan theme attendance timetable"),
    "people": translate("Find", "add person member participant name erase"),
    "team": translate("Find", "facilitators handover shared"),
    "notes": translate("Find", "private diary own thoughts"),
    "directory": translate("Find", "services resources import add food housing"),
    "calls": translate("Find", "ring phone check services"),
    "closing": translate("Find", "close end finish next steps"),
    "help": translate("Find", "crisis emergency numbers danger"),
    "backups": translate("Find", "copy backup save stick restore bring back"),
    "keys": translate("Find", "password facilitator access sign-in"),
    "recovery": translate("Find", "parts print lost forgot password"),
    "settings": translate(
        "Find", "password language text size dark light colours options printing lock minutes"
    ),
    "help-start": translate("Find", "help how manual guide first evening"),
    "help-keys": translate("Find", "keyboard shortcuts"),
    "help-protected": translate("Find", "safe privacy encryption secret"),
    "help-gone": translate("Find", "stolen lost broken"),
    "lock": translate("Find", "leave close sign out log off"),
}
