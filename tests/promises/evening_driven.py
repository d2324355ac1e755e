"""A meeting in processes of its own, each with somebody before it who follows a scenario.

``evening_driven.py SCENARIO FOLDER arguments of PeerDesk``. FOLDER takes ``log`` (a line of JSON
for each thing that happened), is looked at for ``go``, and holds ``who`` (name and password), read
only where somebody signs in: the process of the meeting must not know what it is searched for.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

from peerdesk.app.desk import Desk
from peerdesk.app.start import main
from peerdesk.app.tonight.process import TonightDesk
from peerdesk.features.keys.service import KeysService
from tests.tiny_app import TINY

SCENARIO, FOLDER, *ARGUMENTS = sys.argv[1:]
PEOPLE = 3


def log(what: str, **more: object) -> None:
    line = {"what": what, "pid": os.getpid(), "at": time.monotonic(), **more}
    with (Path(FOLDER) / "log").open("a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")


def when(true: Callable[[], object], act: Callable[[], object], owner: Desk | TonightDesk) -> None:
    """Call ``act`` as soon as ``true``."""
    timer = QTimer(owner)
    timer.setInterval(20)

    def look() -> None:
        if true():
            timer.stop()
            safely(act)

    timer.timeout.connect(look)
    timer.start()


def safely(act: Callable[[], object]) -> None:
    try:
        act()
    except BaseException:  # or a dialog would wait for somebody
        log("stuck", error=traceback.format_exc())
        os._exit(3)


def told_to_go() -> bool:
    return (Path(FOLDER) / "go").exists()


def titles() -> list[str]:
    return sorted({w.windowTitle() for w in QApplication.topLevelWidgets() if w.isVisible()})


def sign_in(desk: Desk) -> None:
    name, password = json.loads((Path(FOLDER) / "who").read_text("utf-8"))
    desk.sign_in(KeysService(desk.workspace, TINY, desk.clock).sign_in(name, password))
    QApplication.processEvents()


# -- the main window -----------------------------------------------------------------------------


def starts_a_meeting(desk: Desk) -> None:
    sign_in(desk)
    signed = desk.signed_in
    assert signed is not None
    assert signed.evening is not None
    for room in list(signed.window.rooms):
        signed.window.go(room)
        QApplication.processEvents()
    from tests.promises.evenings import plan_of

    plan = plan_of(signed)
    file_id, key = signed.evening.sheets.begin(plan, "2468")
    log("starting", file_id=file_id, titles=titles())
    desk.show_meeting(file_id, key)


def looks_something_up(desk: Desk) -> None:
    """Signed in beside the meeting, then nobody touches anything."""
    sign_in(desk)
    signed = desk.signed_in
    assert signed is not None
    signed.window.go("people")
    signed.window.go("notes")
    QApplication.processEvents()
    log("beside", visible=desk.window.isVisible(), titles=titles())  # type: ignore[union-attr]

    def leaves() -> None:
        watch = signed.leaving.watch
        watch._last -= watch.limit + 1
        log("idle")
        watch.look()

    when(lambda: (Path(FOLDER) / "idle").exists(), leaves, desk)


def locks_by_hand(desk: Desk) -> None:
    """Signed in beside the meeting, and back to it."""
    sign_in(desk)
    assert desk.signed_in is not None
    log("beside", visible=desk.window.isVisible(), titles=titles())  # type: ignore[union-attr]
    desk.lock()


def is_killed(desk: Desk) -> None:
    """Signed in beside the meeting, and gone without a word."""
    sign_in(desk)
    log("beside", visible=desk.window.isVisible(), titles=titles())  # type: ignore[union-attr]
    os.kill(os.getpid(), signal.SIGKILL)


def is_closed(desk: Desk) -> None:
    """Nobody signs in; the window is closed."""
    assert desk.window is not None
    log("beside", visible=desk.window.isVisible(), titles=titles())
    desk.window.close()


def stands(desk: Desk) -> None:
    """The welcome page after a meeting."""
    assert desk.window is not None
    words = [label.text() for label in desk.window.findChildren(QLabel) if label.isVisible()]
    log("welcome", show=desk.options.show, words=words, titles=titles())
    when(told_to_go, desk.window.close, desk)


def stands_in(desk: Desk) -> None:
    """From the welcome page into an evening without a key; then the page after it."""
    from peerdesk.app.tonight.code_dialog import CodeDialog
    from peerdesk.app.welcome.front import Front

    if desk.options.show != "welcome":
        stands(desk)
        return
    front = desk.window
    assert isinstance(front, Front)
    front.welcome.stand_in.emit()
    dialog = front.findChild(CodeDialog)
    assert dialog is not None
    dialog.digits.setText("1357")
    log("starting")
    dialog.go.click()


# -- the meeting ---------------------------------------------------------------------------------


def figures(desk: TonightDesk) -> dict[str, object]:
    assert desk.service is not None
    assert desk.window is not None
    now = desk.clock.now_ms()
    state = desk.service.state(now)
    return {
        "now": now,
        "remaining": state.item_remaining_ms,
        "gap": desk.clock.gap_ms(),
        "names": desk.window.names_open,
        "face": desk.window.current,
        "visible": desk.window.isVisible(),
        "titles": titles(),
    }


def no_main_window(desk: TonightDesk) -> bool:
    return desk.beside is not None and desk.beside.child is None


def runs(desk: TonightDesk) -> None:
    """People come, it begins, somebody signs in beside it, and comes back."""
    service, window = desk.service, desk.window
    assert service is not None
    assert window is not None
    for guest in service.plan.people[:PEOPLE]:
        service.here(guest.uid)
    service.start()
    window.tick.now()
    log("running", **figures(desk))
    assert desk.beside is not None
    desk.beside.sign_in()
    when(lambda: not window.isVisible(), lambda: went_behind(desk), desk)


def went_behind(desk: TonightDesk) -> None:
    window = desk.window
    assert window is not None
    log("behind", **figures(desk))
    when(lambda: window.isVisible() and no_main_window(desk), lambda: is_back(desk), desk)


def is_back(desk: TonightDesk) -> None:
    # So that the test may look into a process that keeps others out.
    ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)
    log("back", **figures(desk))
    when(told_to_go, lambda: leaves_it(desk), desk)


def leaves_it(desk: TonightDesk) -> None:
    assert desk.window is not None
    desk.window.left.emit()


def writes_on(desk: TonightDesk) -> None:
    """Happening after happening, each told once it is kept, until somebody pulls the plug."""
    service = desk.service
    assert service is not None
    service.start()
    people = [guest.uid for guest in service.plan.people]

    def more() -> None:
        for turn in range(200):
            person = people[turn % len(people)]
            (service.here, service.not_here)[turn // len(people) % 2](person)
            service.more(1 + turn)
            kept = [h.uid for h in service._happenings]
            with (Path(FOLDER) / "kept").open("a", encoding="ascii") as file:
                file.write(kept[-1] + "\n")
        log("never killed")

    log("writing")
    safely(more)


def started_or_stands(desk: Desk) -> None:
    (stands if desk.options.greet else starts_a_meeting)(desk)


def ends(desk: TonightDesk) -> None:
    window = desk.window
    assert window is not None
    log("back", **figures(desk))
    window.asked("end")
    assert window._page is not None
    window._page.buttons["end"].click()


def comes_back(desk: TonightDesk) -> None:
    """Like ``runs``, and then the end."""
    assert desk.service is not None
    assert desk.window is not None
    window = desk.window
    desk.service.start()
    log("running", **figures(desk))
    assert desk.beside is not None
    desk.beside.sign_in()
    when(
        lambda: not window.isVisible(),
        lambda: when(lambda: window.isVisible() and no_main_window(desk), lambda: ends(desk), desk),
        desk,
    )


def goes_by(desk: TonightDesk) -> None:
    """Two come, somebody notes something, it ends."""
    assert desk.service is not None
    desk.service.start()
    desk.service.plus()
    desk.service.plus()
    desk.service.set_words("Kettle and biscuits")
    log("running", stand_in=desk.service.plan.stand_in, **figures(desk))
    when(told_to_end, lambda: ends(desk), desk)


def told_to_end() -> bool:
    return (Path(FOLDER) / "end").exists()


SCENARIOS: dict[str, dict[str, Callable[..., object]]] = {
    "idle": {"main": starts_a_meeting, "beside": looks_something_up, "tonight": runs},
    "kill": {"tonight": writes_on},
    "hand": {"main": started_or_stands, "beside": locks_by_hand, "tonight": comes_back},
    "killed": {"main": started_or_stands, "beside": is_killed, "tonight": comes_back},
    "closed": {"main": started_or_stands, "beside": is_closed, "tonight": comes_back},
    "stand in": {"main": stands_in, "tonight": goes_by},
}


def follow(kind: type[Desk] | type[TonightDesk]) -> None:
    start = kind.start

    def started(desk: Desk | TonightDesk) -> bool:
        if kind is TonightDesk:
            role = "tonight"
        else:
            role = "beside" if desk.options.beside else "main"
        act = SCENARIOS[SCENARIO][role]
        desk.settled.connect(lambda: QTimer.singleShot(0, desk, lambda: safely(lambda: act(desk))))
        return bool(start(desk))  # type: ignore[arg-type]

    kind.start = started  # type: ignore[method-assign, assignment]


if __name__ == "__main__":
    follow(Desk)
    follow(TonightDesk)
    again = [sys.executable, "-m", "tests.promises.evening_driven", SCENARIO, FOLDER]
    sys.exit(main(ARGUMENTS, kdf=TINY, relaunch=again))
