"""The languages PeerDesk speaks: the compiled files in ``resources/translations``, and English."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from peerdesk.core import resources
from peerdesk.ui.languages import OWN_NAMES, PREFIX, available

__all__ = ["OWN_NAMES", "PREFIX", "SPEAKS", "available", "install"]

SPEAKS = "peerdeskSpeaks"
ENGLISH = "en"


def install(app: QApplication, code: str) -> None:
    """Speak ``code`` from now on: our words, Qt's own, dates and numbers, and the direction.

    Every language keeps the region of the system where the two are known together: dates and times
    as people there write them. Of its own file English needs the plural forms alone.
    """
    spoken, speaks = app.property(SPEAKS), code or ENGLISH
    if spoken not in (None, speaks):  # finding none among the children still costs 5 ms
        for old in app.findChildren(QTranslator):
            app.removeTranslator(old)
            old.deleteLater()
    app.setProperty(SPEAKS, speaks)
    system = QLocale.system()
    locale = QLocale(code) if code else system
    if locale.language() == system.language():
        locale = system
    elif "_" not in code:
        locale = QLocale(locale.language(), system.territory())
    QLocale.setDefault(locale)
    right = locale.textDirection() == Qt.LayoutDirection.RightToLeft
    app.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
    )
    if spoken == speaks:
        return
    ours = resources.folder("translations")
    qts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    wanted = [(f"{PREFIX}{speaks}", str(ours))]
    if speaks != ENGLISH:
        wanted.append((f"qtbase_{speaks}", qts))
    for stem, folder in wanted:
        translator = QTranslator(app)
        if translator.load(stem, folder):
            app.installTranslator(translator)
        else:
            translator.deleteLater()
