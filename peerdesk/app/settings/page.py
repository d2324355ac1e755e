"""Settings: one calm page, ordered by place. Each setting saves itself and can be taken back.

``Context.extra`` may hold ``edit_help_now`` and ``print_recovery``: callables without arguments,
made by ``app``; without them the buttons are not there.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from peerdesk.app import languages
from peerdesk.app.settings.rows import Section, SettingRow
from peerdesk.app.settings.service import (
    SCHEMES,
    TEXT_SCALES,
    ComputerSettings,
    GroupSettings,
    PersonalSettings,
)
from peerdesk.core.errors import KnownError
from peerdesk.core.text import Text, translate
from peerdesk.ui import theme
from peerdesk.ui.context import Context
from peerdesk.ui.page import Page
from peerdesk.ui.saving import Saver, flush_all, unsaved_of
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    Column,
    ComboBox,
    InlineMessage,
    LineEdit,
    ScrollColumn,
    Segmented,
    SpinBox,
)

WIDTH = 780
FIELD = 280


class SettingsPage(Page):
    """This computer, our group, only me, and what is protected."""

    tables = frozenset({"setting", "preference", "support_group"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._savers: list[Saver] = []
        self.computer = ComputerSettings(context.shelf)
        self.group: GroupSettings | None = None
        self.mine: PersonalSettings | None = None
        self.message = InlineMessage(kind="problem")
        self.column = ScrollColumn((0, 0, 0, 24), 16)
        self.column.add(self.message)
        self.column.add(self._make_computer())
        if context.cabinet is not None:
            self.group = GroupSettings(context.cabinet)
            self.column.add(self._make_group())
        if context.drawer is not None:
            self.mine = PersonalSettings(context.drawer, self.computer)
            self.column.add(self._make_mine())
        self._add_about()
        self.column.box.addStretch(1)
        Column(self, spacing=0).addWidget(self.column)
        self.refresh(frozenset())

    # -- Page --------------------------------------------------------------------------------

    def title(self) -> str:
        return self.tr("Settings")

    def subtitle(self) -> str:
        return self.tr("Everything here saves itself.")

    def refresh(self, tables: frozenset[str]) -> None:
        del tables
        self._fill(self.centre, self.computer.centre)
        self.shared.set_current(0 if self.computer.shared else 1)
        self.own_places.set_current(0 if self.computer.own_places else 1)
        at = self.language.findData(self.computer.language)
        self._quietly(self.language, lambda: self.language.setCurrentIndex(max(0, at)))
        minutes = self.computer.idle_minutes
        self._quietly(self.idle, lambda: self.idle.setValue(minutes))
        self._say_minutes(minutes)
        if self.group is not None:
            self._fill(self.group_name, self.group.name)
            self._say_recovery(self.group.recovery_printed_at)
        if self.mine is not None:
            self._fill(self.my_name, self.mine.name)
            self.scheme.set_current(SCHEMES.index(self.mine.scheme))
            self.text_size.set_current(TEXT_SCALES.index(self.mine.text_scale))
            self.private.refresh()

    def flush(self) -> None:
        """Every key was saved as it was typed, so the next one is a new step for undo; what could
        not be saved is tried again. Raises a KnownError."""
        for service in (self.computer, self.group, self.mine):
            if service is not None:
                service.settle()
        flush_all(self._savers)

    def unsaved(self) -> str:
        return unsaved_of(self._savers)

    # -- making ------------------------------------------------------------------------------

    def _make_computer(self) -> Section:
        section = Section(self.tr("This computer"), self.tr("for everyone"), "accent")
        self._make_computer_controls()
        for row in (
            SettingRow(
                self.tr("Name of the centre"),
                self.centre,
                self.tr("Stands on the welcome page."),
                width=FIELD,
            ),
            SettingRow(
                self.tr("Who uses this computer"),
                self.shared,
                self.tr("When others use it too, names are closed until you press F8."),
            ),
            SettingRow(
                self.tr("Language"),
                self.language,
                self.tr("Changes when PeerDesk starts or locks the next time."),
                width=FIELD,
            ),
            SettingRow(
                self.tr("Lock when nobody is here"),
                self.idle,
                self.tr("Counted from the last key or the last move of the mouse."),
            ),
        ):
            section.add_row(row)
        self._add_own_places(section)
        self._add_links(section)
        return section

    def _make_computer_controls(self) -> None:
        self.centre = LineEdit()
        self._typed(self.centre, self.computer, self.computer.set_centre)
        self.shared = Segmented(
            [self.tr("Others use it too"), self.tr("Only I use it")],
            name=self.tr("Who uses this computer"),
        )
        self.shared.chosen.connect(
            lambda number: self._do(lambda: self.computer.set_shared(number == 0))
        )
        self.own_places = Segmented(
            [self.tr("Anyone may"), self.tr("Nobody")],
            name=self.tr("Places of one's own"),
        )
        self.own_places.chosen.connect(
            lambda number: self._do(lambda: self.computer.set_own_places(number == 0))
        )
        self.language = ComboBox()
        self.language.addItem(self.tr("As this computer"), "")
        for code, own_name in languages.available():
            self.language.addItem(own_name, code)
        self.language.currentIndexChanged.connect(
            lambda _at: self._do(lambda: self.computer.set_language(self.language.currentData()))
        )
        self.idle = SpinBox(1, 10, 3)
        self.idle.valueChanged.connect(
            lambda n: self._do(lambda: self.computer.set_idle_minutes(n))
        )

    def _add_own_places(self, section: Section) -> None:
        """Only somebody of the group says whether others may make a place here."""
        if self._context.cabinet is not None:
            section.add_row(
                SettingRow(
                    self.tr("Places of one's own"),
                    self.own_places,
                    self.tr("Whether “Make a place of my own” stands on the welcome page."),
                )
            )
        else:
            self.own_places.setParent(self)
            self.own_places.hide()

    def _add_links(self, section: Section) -> None:
        """The ways to what has a page of its own."""
        edit = self._context.extra.get("edit_help_now")
        if edit is not None:
            self.help_now = Button(self.tr("Change the numbers"), icon="help")
            self.help_now.clicked.connect(lambda: edit())
            section.add_row(
                SettingRow(
                    self.tr("Help right now"),
                    self.help_now,
                    self.tr("Whom to ring: on the welcome page and on every screen."),
                )
            )
        copies = self._context.extra.get("show_copies")
        if copies is not None:
            self.copies = Button(self.tr("Show the copies"), icon="copy")
            self.copies.clicked.connect(lambda: copies())
            section.add_row(
                SettingRow(
                    self.tr("Copies"),
                    self.copies,
                    self.tr("For the day the computer breaks, or a file is damaged."),
                )
            )

    def _make_group(self) -> Section:
        group = self.group
        assert group is not None
        section = Section(
            self.tr("Our group"), self.tr("the facilitators of this group"), "neutral"
        )
        self.group_name = LineEdit(private=True)
        self._typed(self.group_name, group, group.set_name)
        self.group_name.editingFinished.connect(
            lambda: None if self.group_name.text() else self.group_name.setText(group.name)
        )
        section.add_row(SettingRow(self.tr("Name of the group"), self.group_name, width=FIELD))
        self.print_parts = Button(self.tr("Print them…"), icon="print")
        printing = self._context.extra.get("print_recovery")
        if printing is not None:
            self.print_parts.clicked.connect(lambda: printing())
        self.recovery = SettingRow(self.tr("Recovery parts"), self.print_parts)
        self.print_parts.setVisible(printing is not None)
        section.add_row(self.recovery)
        keys = self._context.extra.get("open_keys")
        if keys is not None:
            self.keys = Button(self.tr("Who can open this"), icon="key")
            self.keys.clicked.connect(lambda: keys())
            section.add_row(
                SettingRow(
                    self.tr("Facilitators"),
                    self.keys,
                    self.tr("Let somebody in, take somebody out, give a new key."),
                )
            )
        return section

    def _make_mine(self) -> Section:
        mine = self.mine
        assert mine is not None
        section = Section(self.tr("Only me"), self.tr("only you"), "plum")
        keys = self._context.extra.get("open_keys")
        self.my_keys = Button(self.tr("My password and my sheet"), icon="lock")
        self.my_keys.clicked.connect(lambda: keys() if keys is not None else None)
        self.my_name = LineEdit(private=True)
        self._typed(self.my_name, mine, mine.set_name)
        self.scheme = Segmented(
            [
                self.tr("As the system"),
                self.tr("Light"),
                self.tr("Dark"),
                self.tr("High contrast"),
            ],
            name=self.tr("Light and dark"),
        )
        self.scheme.chosen.connect(lambda n: self._do(lambda: mine.set_scheme(SCHEMES[n])))
        per_cent = self.tr("{number} %")
        sizes = [per_cent.format(number=QLocale().toString(n)) for n in TEXT_SCALES]
        self.text_size = Segmented(sizes, name=self.tr("Text size"))
        self.text_size.chosen.connect(
            lambda n: self._do(lambda: mine.set_text_scale(TEXT_SCALES[n]))
        )
        for row in (
            SettingRow(
                self.tr("How PeerDesk greets you"),
                self.my_name,
                self.tr("Any name you like, or none."),
                width=FIELD,
            ),
            SettingRow(
                self.tr("Password"),
                self.my_keys,
                self.tr("Change it, make a personal sheet, or take your place along."),
            ),
            SettingRow(self.tr("Light and dark"), self.scheme),
            SettingRow(
                self.tr("Text size"), self.text_size, self.tr("Also with Ctrl + and Ctrl −.")
            ),
        ):
            section.add_row(row)
        self._add_private(section, mine)
        return section

    def _add_private(self, section: Section, mine: PersonalSettings) -> None:
        from peerdesk.app.settings.private import PrivateRows

        own = self._context.extra.get("keyless")
        self.private = PrivateRows(section, mine, own, self._do, self._say_problem)

    def _say_problem(self, text: Text) -> None:
        self.message.say(render(text), "problem")
        self.column.ensureWidgetVisible(self.message)

    def _add_about(self) -> None:
        from peerdesk.app.settings.about import About

        self.about = About(self._context.extra.get("go"))
        self.column.add(self.about)

    # -- doing -------------------------------------------------------------------------------

    def _typed(
        self,
        field: LineEdit,
        service: ComputerSettings | GroupSettings | PersonalSettings,
        save: Callable[[str], bool],
    ) -> None:
        def kept(words: str) -> None:
            save(words)
            self.message.clear()

        self._savers.append(Saver(field, kept, service.settle, self._say_problem, pause=0))

    def _do(self, save: Callable[[], object]) -> None:
        try:
            save()
            self.message.clear()
        except KnownError as problem:
            self.message.say(render(problem.text), "problem")
            self.column.ensureWidgetVisible(self.message)
            self.refresh(frozenset())

    # -- showing -----------------------------------------------------------------------------

    def _fill(self, field: LineEdit, words: str) -> None:
        if not field.hasFocus():
            next(s for s in self._savers if s.parent() is field).load(words)

    @staticmethod
    def _quietly(widget: QWidget, act: Callable[[], object]) -> None:
        widget.blockSignals(True)
        act()
        widget.blockSignals(False)

    def _say_minutes(self, minutes: int) -> None:
        self.idle.setSuffix(
            " " + render(translate("SettingsPage", "minute(s)", "after so many", minutes))
        )

    def _say_recovery(self, printed_at: int | None) -> None:
        if printed_at is None:
            words = self.tr(
                "Not printed yet. If every password is forgotten, nobody can open the group "
                "again without them."
            )
        else:
            at = self._context.clock.local(printed_at)
            day = QLocale().toString(
                QDate(at.year, at.month, at.day), QLocale.FormatType.LongFormat
            )
            words = self.tr("Printed on {day}. Any two of the three open the group.")
            words = words.format(day=day)
        self.recovery.set_hint(words)

    # -- looks -------------------------------------------------------------------------------

    def restyle(self) -> None:
        self._narrow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._narrow()

    def _narrow(self) -> None:
        """Rows stay short enough that the eye finds the control that belongs to the words."""
        self.column.inside.setMaximumWidth(theme.px(WIDTH))
        self.column.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
