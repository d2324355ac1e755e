"""Help right now as a page: the crisis card, and what a group does when someone needs help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from peerdesk.app.help_now.card import CrisisCard
from peerdesk.ui.page import Page
from peerdesk.ui.widgets import Button, Card, Column, Heading, Paragraph, ScrollColumn

if TYPE_CHECKING:
    from peerdesk.app.help_now.editor import CrisisEditor
    from peerdesk.app.help_now.rows import RowsEditor
    from peerdesk.app.help_now.steps_editor import StepsEditor
    from peerdesk.ui.context import Context


class HelpNowPage(Page):
    """Help right now as a page of the main window: numbers, and a group's own steps. A facilitator
    can change both."""

    tables = frozenset({"crisis_line", "crisis_step", "setting"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from peerdesk.app.help_now.service import CrisisService
        from peerdesk.app.help_now.steps_card import StepsCard

        self._context = context
        self._service = CrisisService(context.shelf)
        self._group = _group_of(context)
        self.card = CrisisCard((), centre=str(context.setting("centre", "") or ""))
        self.editor: CrisisEditor | None = None
        self.steps_editor: StepsEditor | None = None
        self.edit_button = Button(self.tr("Change the numbers"), icon="pen")
        self.edit_button.clicked.connect(self.toggle)
        self.steps_button = Button(self.tr("Change the steps"), icon="pen")
        self.steps_button.clicked.connect(self.toggle_steps)
        self.steps = StepsCard()
        self._steady = Card("plain", spacing=6)
        self._steady.add(
            Heading(self.tr("While you wait, or if you are not sure"), 2, wrap=True),
            Paragraph(
                self.tr(
                    "You can ring for somebody else too. You do not have to find the right words: "
                    "“I need help” is enough. If you can, stay with someone."
                ),
                tone="muted",
            ),
        )
        self._column = ScrollColumn(spacing=16)
        self._column.add(self.card, self._steady, self.steps)
        self._column.box.addStretch(1)
        box = Column(self)
        box.add(self._column)
        self.refresh(frozenset())

    def title(self) -> str:
        return self.tr("Help right now")

    def subtitle(self) -> str:
        return self.tr("Anyone can read this, signed in or not. Nothing is recorded.")

    def header_buttons(self) -> list[QWidget]:
        if self._context.cabinet is None:
            return []
        return [self.edit_button, *([self.steps_button] if self._group else [])]

    def refresh(self, tables: frozenset[str]) -> None:
        if tables and not tables & self.tables:
            return
        from peerdesk.store.glance import shipped_crisis

        lines = [r for r in self._service.lines() if (r.title + r.number).strip()]
        country = str(self._context.setting("country", "") or "")
        rows = [line.row() for line in lines]
        self.card.show_rows(rows or shipped_crisis(country))
        self._show_steps()
        for editor in (self.editor, self.steps_editor):
            if editor is not None:
                editor.refresh()

    def _show_steps(self) -> None:
        from peerdesk.store import help_steps
        from peerdesk.store.evening import Line
        from peerdesk.store.shelf import get_setting

        shelf, language = self._context.shelf, self._language()
        contact = Line(get_setting(help_steps.CONTACT), get_setting(help_steps.CONTACT_NUMBER))
        self.steps.show_steps(
            help_steps.help_steps(shelf, self._group, language), help_steps.building(shelf), contact
        )

    def _language(self) -> str:
        return str(self._context.setting("language", "") or self.locale().name()[:2])

    def flush(self) -> None:
        for editor in (self.editor, self.steps_editor):
            if editor is not None:
                editor.flush()

    def unsaved(self) -> str:
        every = (self.editor, self.steps_editor)
        return "\n".join(words for e in every if e is not None and (words := e.unsaved()))

    def toggle(self) -> None:
        """Show or close the editor of the numbers."""
        if self.editor is None:
            from peerdesk.app.help_now.editor import CrisisEditor

            self.editor = CrisisEditor(self._service, self._context)
            self._place(self.editor, self.card)
        else:
            self.editor.setVisible(self.editor.isHidden())
        editing = not self.editor.isHidden()
        self.edit_button.setText(
            self.tr("Close the editor") if editing else self.tr("Change the numbers")
        )
        if editing and self.steps_editor is not None and not self.steps_editor.isHidden():
            self.toggle_steps()
        self._toggled(self.editor)

    def toggle_steps(self) -> None:
        """Show or close the editor of the steps."""
        if self.steps_editor is None:
            from peerdesk.app.help_now.steps_editor import StepsEditor
            from peerdesk.app.help_now.steps_service import StepsService

            service = StepsService(self._context.shelf, self._group, self._language())
            self.steps_editor = StepsEditor(service, self._context)
            self._place(self.steps_editor, self.steps)
        else:
            self.steps_editor.setVisible(self.steps_editor.isHidden())
        editing = not self.steps_editor.isHidden()
        self.steps_button.setText(
            self.tr("Close the steps") if editing else self.tr("Change the steps")
        )
        if editing and self.editor is not None and not self.editor.isHidden():
            self.toggle()
        self._toggled(self.steps_editor)
        self.card.setVisible(not editing)

    def _place(self, editor: QWidget, after: QWidget) -> None:
        box = self._column.box
        box.insertWidget(box.indexOf(after) + 1, editor)
        editor.show()

    def _toggled(self, editor: RowsEditor) -> None:
        editing = not editor.isHidden()
        self._steady.setVisible(not editing)
        self.steps.setVisible(not editing or editor is self.steps_editor)
        if editing:
            editor.begin()


def _group_of(context: Context) -> bytes:
    """The uid of the group whose cabinet is open; b"" for none."""
    if context.cabinet is None:
        return b""
    rows = context.cabinet.rows("SELECT uid FROM support_group")
    return bytes(rows[0][0]) if rows else b""
