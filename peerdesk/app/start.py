"""From the arguments to the first window, and nothing imported before it is needed."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from peerdesk import __version__
from peerdesk.app.arguments import parser

if TYPE_CHECKING:
    from argparse import Namespace

    from PySide6.QtWidgets import QApplication

    from peerdesk.safe.kdf import Kdf


def main(argv: list[str], kdf: Kdf | None = None, relaunch: list[str] | None = None) -> int:
    """Run PeerDesk. ``kdf`` and ``relaunch`` are for tests: small key derivation, and the
    command that starts the next process after a lock. Returns the exit status."""
    options = parser().parse_args(argv)
    if options.version:
        print(f"PeerDesk {__version__}")
        return 0
    from peerdesk.safe.process import no_core_dumps

    no_core_dumps()
    if options.self_test:
        from peerdesk.app.self_test import run

        return run(kdf, options.workspace)
    if options.gallery is not None:
        from peerdesk.app.gallery.draw import draw_all

        return draw_all(options.gallery, kdf)
    if options.tonight is not None:
        return _run_meeting(options, relaunch)
    return _run_desk(options, kdf, relaunch)


def _collect_again() -> None:
    """What stands now stays until the end, so the collector need not walk through it again."""
    gc.freeze()
    gc.enable()


def _application() -> QApplication:
    from PySide6.QtWidgets import QApplication

    app = QApplication(["peerdesk", "-style", "fusion"])
    app.setProperty("peerdeskStyle", "fusion")
    app.setApplicationDisplayName("PeerDesk")
    app.setDesktopFileName("peerdesk")
    _remember_no_folders()
    return app


def _remember_no_folders() -> None:
    """Qt's file dialog keeps the folders of last time in the home folder and shows them to who
    comes next; the dialog of a Linux desktop tells all programs what was opened. On Windows and
    macOS the dialog is the system's."""
    import os
    import sys

    from PySide6.QtCore import QCoreApplication, QSettings, Qt

    if sys.platform == "linux":  # pragma: no branch (elsewhere there is nothing to do)
        native, person = QSettings.Format.NativeFormat, QSettings.Scope.UserScope
        QSettings.setPath(native, person, os.devnull)
        own = Qt.ApplicationAttribute.AA_DontUseNativeDialogs
        QCoreApplication.setAttribute(own)


def _run_meeting(options: Namespace, relaunch: list[str] | None) -> int:
    """The process of a running meeting, which knows the key of its sheet and no other."""
    from peerdesk.ui.plain_imports import plain_imports

    plain_imports()
    from peerdesk.app.crash import install
    from peerdesk.app.desk import tell
    from peerdesk.app.tonight.process import TonightDesk
    from peerdesk.core.errors import KnownError

    app = _application()
    app.setQuitOnLastWindowClosed(False)
    desk = TonightDesk(app, options, relaunch)
    install(desk)
    try:
        if not desk.start():
            return 0
    except KnownError as error:
        tell(error)
        desk.give_up()
    return app.exec()


def _run_desk(options, kdf: Kdf | None, relaunch: list[str] | None) -> int:  # type: ignore[no-untyped-def]
    gc.disable()  # until the first window is painted (_collect_again)
    from peerdesk.ui.plain_imports import plain_imports

    plain_imports()
    from peerdesk.app.crash import install
    from peerdesk.app.desk import Desk, tell
    from peerdesk.core.errors import KnownError

    app = _application()
    desk = Desk(app, options, kdf, relaunch)
    desk.hurry = True
    desk.settled.connect(_collect_again)
    install(desk)
    try:
        if not desk.start():
            return 0
    except KnownError as error:
        return tell(error)
    status = app.exec()
    desk.finish()
    return status
