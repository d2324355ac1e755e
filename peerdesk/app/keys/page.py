"""Who can open this: the colleagues of the group, one's own password, other groups."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from peerdesk.app.settings.rows import Section, SettingRow
from peerdesk.ui import dates, theme
from peerdesk.ui.context import Context
from peerdesk.ui.page import Page
from peerdesk.ui.widgets import (
    Avatar,
    Button,
    Column,
    FlowLayout,
    Label,
    Muted,
    Paragraph,
    ScrollColumn,
    Tag,
)

if TYPE_CHECKING:
    from peerdesk.app.keys.desk import KeysDesk
    from peerdesk.features.keys.facilitators import Holder

WIDTH = 780


class HolderRow(QWidget):
    """One facilitator: ``name`` as the names curtain shows it, since when, and two buttons."""

    def __init__(self, name: str, since: str, *, me: bool, alone: bool) -> None:
        super().__init__()
        flow = FlowLayout(self, spacing=(12, 8))
        words = QWidget()
        inside = Column(words, spacing=0)
        self.name = Label(name, weight=500, wrap=True)
        inside.add(self.name, Muted(since, wrap=True))
        words.setMinimumWidth(theme.px(220))
        self.avatar = Avatar(name)
        flow.add(self.avatar, words)
        self.tag = Tag(self.tr("you"), "neutral")
        flow.add(self.tag)
        self.tag.setVisible(me)
        self.new_key = Button(self.tr("Give a new key"))
        self.take_out = Button(self.tr("Take out"))
        flow.add(self.new_key, self.take_out)
        self.new_key.setVisible(not me)
        self.take_out.setVisible(not me and not alone)

        self.set_name(name)

    def set_name(self, name: str) -> None:
        """As the names curtain shows it now."""
        self.name.setText(name)
        self.avatar.set_name(name)
        self.new_key.setAccessibleName(self.tr("Give {name} a new key").format(name=name))
        self.take_out.setAccessibleName(self.tr("Take {name} out").format(name=name))

    def restyle(self) -> None:
        self.setContentsMargins(0, theme.px(6), 0, theme.px(6))


class KeysPage(Page):
    """Everything here leads into steps of its own, while the desk is closed."""

    tables = frozenset({"keyholder", "support_group"})

    def __init__(self, context: Context, keys: KeysDesk) -> None:
        super().__init__()
        self._context, self._keys = context, keys
        self.rows: list[tuple[HolderRow, Holder]] = []
        self.column = ScrollColumn((0, 0, 0, 24), 16)
        if context.cabinet is not None:
            self.column.add(self._make_group())
        self.column.add(self._make_mine())
        if context.cabinet is not None:
            self.column.add(self._make_groups())
        if names := keys.closed_groups():
            self.column.add(self.make_closed(names))
        self.column.box.addStretch(1)
        Column(self, spacing=0).addWidget(self.column)
        self.refresh(frozenset())

    # -- Page --------------------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("Who can open this")

    def subtitle(self) -> str:
        return self.tr("Keys of the group, and your own.")

    def refresh(self, tables: frozenset[str]) -> None:
        del tables
        # Who stands here changes only while the desk is closed; what changes is who may read it.
        for row, holder in self.rows:
            row.set_name(self._context.names.shown(holder.name))

    # -- making ------------------------------------------------------------------------------

    def _make_group(self) -> Section:
        section = Section(
            self.tr("Our group"),
            self.tr("the facilitators of this group"),
            "neutral",
            self.tr(
                "Whoever stands here opens everything of the group, and nobody's private notes. "
                "After a change PeerDesk locks."
            ),
        )
        people = self._keys.holders()
        for holder in people:
            section.add(self._row(holder, alone=len(people) == 1))
        self.let_in = Button(self.tr("Let somebody in"), "primary", icon="plus")
        self.let_in.clicked.connect(lambda: self._keys.let_in())
        foot = QWidget()
        FlowLayout(foot).add(self.let_in)
        section.add(foot)
        return section

    def _row(self, holder: Holder, *, alone: bool) -> HolderRow:
        since = dates.full_day(self._context.clock.local(holder.since_at).date())
        row = HolderRow(
            self._context.names.shown(holder.name),
            self.tr("since {day}").format(day=since),
            me=holder.me,
            alone=alone,
        )
        row.new_key.clicked.connect(lambda: self._keys.new_key(holder))
        row.take_out.clicked.connect(lambda: self._keys.take_out(holder))
        self.rows.append((row, holder))
        return row

    def _make_mine(self) -> Section:
        section = Section(self.tr("Only me"), self.tr("only you"), "plum")
        for title, words, hint, act in (
            (
                self.tr("Password"),
                self.tr("Change…"),
                self.tr("Also when someone may know it."),
                self._keys.change_password,
            ),
            (
                self.tr("Personal sheet"),
                self.tr("Make a new one…"),
                self.tr("The way back to your private notes when the password is forgotten."),
                self._keys.make_sheet,
            ),
            (
                self.tr("USB stick and three words"),
                self.tr("Make a key…"),
                self.tr("When six words do not stay with you."),
                self._keys.make_stick,
            ),
            (
                self.tr("Leave this computer"),
                self.tr("Leave…"),
                self.tr("Take your place along as one file, or erase it."),
                self._keys.leave,
            ),
        ):
            section.add_row(SettingRow(title, self._button(words, title, act), hint))
        return section

    def _make_groups(self) -> Section:
        section = Section(self.tr("My groups"), self.tr("only you"), "plum")
        groups = self._keys.groups()
        if len(groups) > 1:
            for at, (uid, name) in enumerate(groups):
                section.add_row(self._group_row(uid, name, open_now=at == 0))
        else:
            section.add(
                Paragraph(
                    self.tr("If you run another group too, it gets records of its own."),
                    size=13,
                    tone="muted",
                )
            )
        self.add_group = Button(self.tr("Add another group"), icon="plus")
        self.add_group.clicked.connect(lambda: self._keys.add_group())
        foot = QWidget()
        FlowLayout(foot).add(self.add_group)
        section.add(foot)
        return section

    def make_closed(self, names: list[str]) -> Section:
        """The groups that do not open to this person any more; "" for one without a name."""
        section = Section(
            self.tr("Groups that do not open"),
            self.tr("only you"),
            "plum",
            self.tr(
                "Your key was taken out, or a new one was made. Your own notes are all there. A "
                "facilitator of the group can let you in again, sitting beside you."
            ),
        )
        for name in names:
            tag = Tag(self.tr("closed"), "neutral")
            section.add_row(SettingRow(name or self.tr("A group without a public name"), tag))
        return section

    def _group_row(self, uid: bytes, name: str, *, open_now: bool) -> QWidget:
        if open_now:
            return SettingRow(name, Tag(self.tr("open now"), "accent"))
        return SettingRow(
            name, self._button(self.tr("Go there"), name, lambda: self._keys.activate(uid))
        )

    @staticmethod
    def _button(words: str, title: str, act: Callable[[], object]) -> Button:
        button = Button(words, name=f"{title}: {words}")
        button.clicked.connect(lambda: act())
        return button

    # -- looks -------------------------------------------------------------------------------

    def restyle(self) -> None:
        self.column.inside.setMaximumWidth(theme.px(WIDTH))
