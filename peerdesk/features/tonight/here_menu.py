"""What can be changed of somebody on the list of who is here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

if TYPE_CHECKING:
    from peerdesk.features.tonight.face import Face
    from peerdesk.features.tonight.state import State, Who
    from peerdesk.store.evening import Guest


class _Menu(QMenu):
    """A menu whose entries are verbs; it goes away when it was used."""

    def __init__(self, face: Face, parent: QWidget) -> None:
        super().__init__(parent)
        self._face = face
        self.aboutToHide.connect(self.deleteLater)

    def _offer(self, label: str, verb: Callable[..., object], *values: object) -> None:
        self.addAction(label).triggered.connect(lambda: self._face.do(verb, *values))


class PersonMenu(_Menu):
    """Of somebody who is here; ``uid`` "+" stands for those without a name."""

    def __init__(self, face: Face, state: State, uid: str, parent: QWidget) -> None:
        super().__init__(face, parent)
        service = face.service
        if uid == "+":
            last = next(w for w in reversed(state.here) if not w.name)
            self._offer(self.tr("Count one more"), service.plus)
            self._offer(self.tr("Count one less"), service.minus, last.uid)
            return
        who = next(w for w in state.here if w.uid == uid)
        known = any(g.uid == uid for g in service.plan.people)
        if known:
            self._ways(who)
        if not who.heard:
            self._offer(self.tr("Has heard the agreement"), service.heard, uid)
        if known:
            label = self.tr("Joins the rounds") if who.listening else self.tr("Is just listening")
            self._offer(label, service.here, uid, who.way, not who.listening)
        self._offer(self.tr("Is not here"), service.not_here if known else service.minus, uid)

    def _ways(self, who: Who) -> None:
        labels = {
            "here": self.tr("Is in the room"),
            "phone": self.tr("Is by phone"),
            "online": self.tr("Is online"),
        }
        for way, label in labels.items():
            if way != who.way:
                self._offer(label, self._face.service.here, who.uid, way, who.listening)


class ExpectedMenu(_Menu):
    """Of somebody who is expected."""

    def __init__(self, face: Face, guest: Guest, parent: QWidget) -> None:
        super().__init__(face, parent)
        service, uid = face.service, guest.uid
        self._offer(self.tr("Is in the room"), service.here, uid, "here")
        self._offer(self.tr("Is by phone"), service.here, uid, "phone")
        self._offer(self.tr("Is online"), service.here, uid, "online")
        self._offer(self.tr("Sent apologies"), service.apologies, uid)
        self._offer(self.tr("Does not come"), service.not_here, uid)
