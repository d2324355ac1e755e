"""From the desk into the steps about keys and out again: everything is closed in between."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from peerdesk.core.errors import KnownError
from peerdesk.features.keys.signed_in import SignedIn
from peerdesk.store.glance import SQLITE_ERRORS

if TYPE_CHECKING:
    from peerdesk.app.desk import Desk
    from peerdesk.app.keys.flow import KeysFlow
    from peerdesk.app.keys.page import KeysPage
    from peerdesk.app.signed_in import SignedInDesk
    from peerdesk.features.keys.facilitators import Holder
    from peerdesk.ui.widgets import Sidebar


class KeysDesk(QObject):
    """What the page "Who can open this" may ask for. Lives with one sign-in."""

    def __init__(self, desk: Desk, owner: SignedInDesk, signed: SignedIn) -> None:
        super().__init__(owner)
        self._desk, self._owner = desk, owner
        self.signed = SignedIn(signed.drawer_id, signed.drawer_key, list(signed.cabinets))
        self._came_with = signed

    def page(self) -> KeysPage:
        """Who can open this."""
        from peerdesk.app.keys.page import KeysPage

        return KeysPage(self._owner.context, self)

    def give_switch(self, sidebar: Sidebar) -> None:
        """A menu in the head of the sidebar for somebody with several groups."""
        if len(self.signed.cabinets) < 2:
            return
        button = sidebar.add_switch(self.tr("Another group"))
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        button.setMenu(menu)

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        for uid, name in self.groups()[1:]:
            action = menu.addAction(name.replace("&", "&&"))
            action.triggered.connect(lambda _on=False, uid=uid: self.activate(uid))

    def put_seals_right(self) -> None:
        """Finish letting somebody in, or taking somebody out, that was cut off."""
        cabinet = self._owner.session.cabinet
        if cabinet is not None:
            from peerdesk.features.keys.service import KeysService

            service = KeysService(self._desk.workspace, self._desk.kdf, self._desk.clock)
            with contextlib.suppress(KnownError):  # the next sign-in tries again
                service.put_seals_right(cabinet, self.signed.cabinets[0][2])

    def tell_closed(self) -> None:
        """Say once that a group does not open any more; the page lists it from then on."""
        from peerdesk.features.keys import closed
        from peerdesk.safe.seals import NotForYou

        with contextlib.suppress(KnownError, *SQLITE_ERRORS):
            if closed.to_tell(self._owner.session.drawer, self._came_with):
                self._owner.notice(NotForYou().text)

    def tell_older(self) -> None:
        """Ask to read it when old files may lie in place of a group's; else keep in mind how the
        groups are now, so that it is noticed next time."""
        from peerdesk.features.keys import went_back

        with contextlib.suppress(KnownError, *SQLITE_ERRORS):
            owner, workspace = self._owner, self._desk.workspace
            told = went_back.older(workspace, owner.session.drawer, self.signed)
            self.keep_seen()
            if told:
                from peerdesk.app.keys.older_files import OlderFiles

                uids, names = zip(*told, strict=True)
                self.dialog = OlderFiles(names, owner.window)
                self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
                self.dialog.accepted.connect(lambda: self.keep_seen(uids))
                self.dialog.open()

    def keep_seen(self, read: Collection[bytes] = ()) -> None:
        """Keep in mind how the groups are now; those that went back only when that was read."""
        from peerdesk.features.keys import went_back

        with contextlib.suppress(KnownError, *SQLITE_ERRORS):
            drawer = self._owner.session.drawer
            went_back.keep(self._desk.workspace, drawer, self.signed, read=read)

    # -- reading -----------------------------------------------------------------------------

    def closed_groups(self) -> list[str]:
        """The groups that do not open to this person any more, as the shelf calls them."""
        from peerdesk.features.keys import closed

        return closed.listed(self._owner.session.drawer, self._owner.session.shelf)

    def holders(self) -> list[Holder]:
        """The facilitators of the group that is open; none without one."""
        from peerdesk.features.keys.facilitators import holders

        session = self._owner.session
        return [] if session.cabinet is None else holders(session.cabinet, session.drawer)

    def groups(self) -> list[tuple[bytes, str]]:
        """(uid, name) of all groups this person can open, the open one first."""
        from peerdesk.features.keys.groups import Groups

        return Groups(self._desk.workspace, self._desk.kdf, self._desk.clock).names(self.signed)

    # -- going -------------------------------------------------------------------------------

    def let_in(self) -> None:
        """A facilitator beside this one."""
        from peerdesk.app.keys.flows import LetIn

        self._step_out(LetIn)

    def new_key(self, holder: Holder) -> None:
        """A fresh key for a colleague."""
        from peerdesk.app.keys.flows import NewKey

        self._step_out(NewKey, holder=holder, shown=self._shown(holder))

    def take_out(self, holder: Holder) -> None:
        """A facilitator does not open the group any more."""
        from peerdesk.app.keys.flows import TakeOut

        self._step_out(TakeOut, holder=holder, shown=self._shown(holder))

    def change_password(self) -> None:
        """Another password."""
        from peerdesk.app.keys.own import ChangePassword

        self._step_out(ChangePassword)

    def make_sheet(self) -> None:
        """A new personal sheet."""
        from peerdesk.app.keys.own import MakeSheet

        self._step_out(MakeSheet)

    def make_stick(self) -> None:
        """A key on a USB stick and three words."""
        from peerdesk.app.keys.leave import MakeStick

        self._step_out(MakeStick)

    def leave(self) -> None:
        """Take one's place along, or erase it."""
        from peerdesk.app.keys.leave import Leave

        self._step_out(Leave)

    def add_group(self) -> None:
        """Another group."""
        from peerdesk.app.keys.leave import AddGroup

        owner = self._owner
        self._step_out(
            AddGroup, called=owner.personal.name or self.tr("Me"), centre=owner.computer.centre
        )

    def activate(self, group_uid: bytes) -> None:
        """Go over to another group; the next sign-in begins there."""
        from peerdesk.features.keys.groups import Groups

        desk, before = self._desk, self.signed
        if not self._closed():
            return
        service = Groups(desk.workspace, desk.kdf, desk.clock)
        try:
            desk.sign_in(service.activate(before, group_uid))
        except KnownError as error:
            _sign_in(desk, before)
            if desk.signed_in is not None:
                desk.signed_in.notice(error.text)

    # -- inside ------------------------------------------------------------------------------

    def _shown(self, holder: Holder) -> str:
        """As the page showed it: names stay closed in the steps where they were closed before."""
        return self._owner.context.names.shown(holder.name)

    def _closed(self) -> bool:
        """Close the desk. Not while words could not be saved: that is said, and they stay. Where
        closing does not go well it locks."""
        if not self._owner.leaving.all_saved():
            return False
        try:
            self._desk.step_out()
        except KnownError:
            self._desk.lock()
            return False
        return True

    def _step_out(self, make: Callable[..., KeysFlow], **more: Any) -> None:
        desk, signed = self._desk, self.signed
        shared, minutes = self._owner.computer.shared, self._owner.computer.idle_minutes
        if not self._closed():
            return
        from peerdesk.app.locking.steps import watch_steps

        window = make(desk.workspace, desk.kdf, desk.clock, signed, shared=shared, **more)
        watch_steps(desk, window, minutes)
        window.lock.connect(lambda: desk.lock())
        window.back_to_desk.connect(lambda keys: _come_back(desk, keys))
        QShortcut(QKeySequence("Ctrl+L"), window, lambda: desk.lock())
        desk.show_window(window)


def _come_back(desk: Desk, signed: SignedIn) -> None:
    _sign_in(desk, signed)
    if desk.signed_in is not None:
        desk.signed_in.window.go("keys")


def _sign_in(desk: Desk, signed: SignedIn) -> None:
    """As after a password; what does not open any more is said at the next real sign-in."""
    try:
        desk.sign_in(signed)
    except KnownError:
        desk.lock()
