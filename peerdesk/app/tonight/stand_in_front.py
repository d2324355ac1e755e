"""From the welcome page into a meeting that is run without a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from peerdesk.app.tonight import stand_in
from peerdesk.app.tonight.code_dialog import CodeDialog
from peerdesk.core.errors import KnownError
from peerdesk.core.text import translate
from peerdesk.store.evening import Plan

if TYPE_CHECKING:
    from peerdesk.app.welcome.front import Front


def run_tonight(front: Front) -> None:
    """Ask for the evening's code, and which group's evening where there are several; then hand
    over to the meeting's process."""
    try:
        front.open_shelf()
        plans = stand_in.published()
        if not plans:
            raise KnownError(
                translate(
                    "Tonight",
                    "The agenda that was put here for tonight cannot be read. Nothing was changed. "
                    "The paper running sheet is enough for an evening.",
                )
            )
    except KnownError as problem:
        front.say(problem)
        return
    dialog = CodeDialog(front, evenings=[plan.group_name for plan in plans])
    dialog.accepted.connect(lambda: _begin(front, plans[dialog.evening], dialog.code))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _begin(front: Front, plan: Plan, code: str) -> None:
    desk = front.desk
    try:
        shelf = front.open_shelf()
        file_id, key = stand_in.begin(shelf, desk.workspace, plan, code)
    except KnownError as problem:
        front.say(problem)
        return
    front.release()
    desk.show_meeting(file_id, key)
