"""Settings of one person about what opens and what may be seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from peerdesk.app.settings.rows import Section, SettingRow
from peerdesk.core.text import Text
from peerdesk.ui.widgets import Segmented

if TYPE_CHECKING:
    from peerdesk.app.keys.keyless import Keyless
    from peerdesk.app.settings.service import PersonalSettings


class PrivateRows:
    """Two rows in the section of the person. ``own`` is None where no keyring can be used."""

    def __init__(
        self,
        section: Section,
        mine: PersonalSettings,
        own: Keyless | None,
        save: Callable[[Callable[[], object]], None],
        problem: Callable[[Text], object],
    ) -> None:
        self._mine, self._own, self._problem = mine, own, problem
        words = QCoreApplication.translate
        no, yes = words("PrivateSettings", "No"), words("PrivateSettings", "Yes")
        title = words("PrivateSettings", "Open without password on this computer")
        self.open = Segmented([no, yes], name=title)
        self.open.chosen.connect(lambda number: self._turn(number == 1))
        self._open_row = SettingRow(title, self.open)
        title = words("PrivateSettings", "Let other programs see my notes")
        self.capture = Segmented([no, yes], name=title)
        self.capture.chosen.connect(lambda number: save(lambda: mine.set_capture(seen=number == 1)))
        row = SettingRow(
            title,
            self.capture,
            words(
                "PrivateSettings",
                "Screenshots and shared screens leave My notes out on Windows and macOS. Choose "
                "Yes if a reading aid needs to see them.",
            ),
        )
        if own is not None:
            section.add_row(self._open_row)
        else:
            self._open_row.deleteLater()
        section.add_row(row)

    def refresh(self) -> None:
        """Show what holds now."""
        self.capture.set_current(1 if self._mine.capture else 0)
        if self._own is None:
            return
        words = QCoreApplication.translate
        self.open.setEnabled(self._own.allowed)
        self.open.set_current(1 if self._own.is_on else 0)
        if self._own.allowed:
            hint = words(
                "PrivateSettings",
                "The keyring of this computer then opens your place. Whoever can sign in to this "
                "computer as you can read everything. Your password always works too.",
            )
        else:
            hint = words("PrivateSettings", "Only where nobody else uses this computer; see above.")
        self._open_row.set_hint(hint)

    def _turn(self, on: bool) -> None:
        assert self._own is not None
        self.open.setEnabled(False)
        self._own.turn(on, self.refresh, self._went_wrong)

    def _went_wrong(self, text: Text) -> None:
        self._problem(text)
        self.refresh()
