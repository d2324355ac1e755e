"""Copies off this computer: how old the last one is, and the sticks that get them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from peerdesk.core.errors import KnownError
from peerdesk.features.backups import words
from peerdesk.features.backups.service import BackupsService, Stick
from peerdesk.features.backups.watch import StickWatch
from peerdesk.ui.widgets import (
    Button,
    Card,
    Column,
    FlowLayout,
    Heading,
    InlineMessage,
    Label,
    ListRow,
    Muted,
    Paragraph,
    Tag,
)


class OffCard(Card):
    """``folder_wanted``: a folder for a copy should be asked for. ``problem(Text)``."""

    folder_wanted = Signal()
    problem = Signal(object)
    changed = Signal()

    def __init__(self, service: BackupsService, watch: StickWatch) -> None:
        super().__init__(margins=(22, 16, 22, 16), spacing=10)
        self._service, self._watch = service, watch
        self._offered: Path | None = None
        self.last = Paragraph("")
        self.offer = InlineMessage(parent=self)
        self.offer.acted.connect(self.allow)
        self.make_button = Button(self.tr("Make a copy…"), "primary", icon="copy")
        self.make_button.clicked.connect(self.folder_wanted)
        buttons = QWidget()
        FlowLayout(buttons).add(self.make_button)
        self._list = QWidget()
        self._rows = Column(self._list, spacing=0)
        self.forget_buttons: list[Button] = []
        self.add(
            Heading(self.tr("Off this computer"), 2),
            self.last,
            Muted(
                self.tr(
                    "A copy on a stick that is kept elsewhere brings everything back on any "
                    "computer. Whoever finds the stick cannot read it without a password."
                ),
                wrap=True,
            ),
            self.offer,
            buttons,
            self._list,
        )

    def reload(self) -> None:
        """Show it as it is now."""
        self.last.setText(words.last_off(self._service.days_off()))
        unknown = self._watch.unknown()
        self._offered = unknown[0] if unknown else None
        if self._offered is None:
            self.offer.clear()
        else:
            self.offer.say(
                self.tr(
                    "A drive is plugged in: {name}. PeerDesk can make a copy on it by itself "
                    "whenever it is plugged in."
                ).format(name=self._offered.name or str(self._offered)),
                action=self.tr("Use this drive"),
            )
        self._fill(self._watch.sticks())

    def allow(self) -> None:
        """The drive that was offered gets a copy now and whenever it is plugged in."""
        if self._offered is None:
            return
        try:
            stick = self._service.sticks.allow(self._offered)
        except KnownError as error:
            self.problem.emit(error.text)
            return
        self._watch.copy_to(stick)
        self.changed.emit()

    def forget(self, stick_id: str) -> None:
        """No more copies on this one by itself."""
        try:
            self._service.sticks.forget(stick_id)
        except KnownError as error:
            self.problem.emit(error.text)
        self.changed.emit()

    def _fill(self, sticks: tuple[Stick, ...]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.forget_buttons = []
        for number, stick in enumerate(sticks, start=1):
            self._rows.addWidget(self._row(number, stick))
        self._list.setVisible(bool(sticks))

    def _row(self, number: int, stick: Stick) -> QWidget:
        name = self.tr("Stick {n}").format(n=self.locale().toString(number))
        said = [self.tr("no copy yet")]
        if stick.last is not None:
            at = words.when(stick.last, self._service.clock)
            said = [self.tr("last copy: {day}").format(day=at)]
        if self._service.holds_erased(stick):
            said.append(self.tr("still holds what was erased since; plug it in to clean it"))
        if self._service.holds_old_key(stick):
            said.append(self.tr("still opens with the old key; plug it in to change that"))
        texts = Column(spacing=0)
        texts.add(Label(name), Muted(" · ".join(said), wrap=True))
        row = ListRow(first=number == 1, pad=7)
        row.box.addLayout(texts, 1)
        if stick.root is not None:
            row.add(Tag(self.tr("plugged in"), "accent"))
        forget = Button(
            self.tr("Forget"), small=True, name=self.tr("Forget {name}").format(name=name)
        )
        forget.clicked.connect(partial(self.forget, stick.id))
        self.forget_buttons.append(forget)
        row.add(forget)
        return row
