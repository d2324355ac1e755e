"""Painted widgets. Import from here: ``from peerdesk.ui.widgets import Button, Card``.

A module is imported with the first of its names (PEP 562): the first window shows a handful of
them, and all would cost it 35 ms.

* layouts: Column, Row, Grid (distances follow the text size), FlowLayout, TurningRow; stack: Stack
* labels: Label, Muted, Paragraph, Heading, Tag, KeyHint, Badge, Avatar
* buttons: Button, NavButton; choices: Segmented, ChoiceCard(s);
  tiles: Tile
* cards: Card, Separator, ListRow; scrolling: ScrollColumn, ScrollCard, Panes, ScrollBar
* line_edit: LineEdit; editors: TextArea, ComboBox, CheckBox; steppers: SpinBox, DateEdit, TimeEdit;
  search: SearchField; password: PasswordField; forms: Field
* messages: InlineMessage, EmptyState; undo_bar: UndoBar; icon_view: IconView
* bars: AgendaBar, AgendaPart, ProgressLine; frames: PageHeader, Sidebar
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peerdesk.ui.widgets.bars import AgendaBar, AgendaPart, ProgressLine
    from peerdesk.ui.widgets.buttons import Button, NavButton
    from peerdesk.ui.widgets.cards import Card, ListRow, Separator
    from peerdesk.ui.widgets.choices import ChoiceCard, ChoiceCards, Segmented
    from peerdesk.ui.widgets.editors import CheckBox, ComboBox, TextArea
    from peerdesk.ui.widgets.forms import Field
    from peerdesk.ui.widgets.frames import PageHeader, Sidebar
    from peerdesk.ui.widgets.icon_view import IconView
    from peerdesk.ui.widgets.labels import (
        Avatar,
        Badge,
        Heading,
        KeyHint,
        Label,
        Muted,
        Paragraph,
        Tag,
    )
    from peerdesk.ui.widgets.layouts import Column, FlowLayout, Grid, Row, TurningRow
    from peerdesk.ui.widgets.line_edit import LineEdit
    from peerdesk.ui.widgets.messages import EmptyState, InlineMessage
    from peerdesk.ui.widgets.password import PasswordField
    from peerdesk.ui.widgets.scrolling import Panes, ScrollBar, ScrollCard, ScrollColumn
    from peerdesk.ui.widgets.search import SearchField
    from peerdesk.ui.widgets.stack import Stack
    from peerdesk.ui.widgets.steppers import DateEdit, SpinBox, TimeEdit
    from peerdesk.ui.widgets.tiles import Tile
    from peerdesk.ui.widgets.undo_bar import UndoBar
else:
    from importlib import import_module

    _HOMES = {
        "bars": ("AgendaBar", "AgendaPart", "ProgressLine"),
        "buttons": ("Button", "NavButton"),
        "cards": ("Card", "ListRow", "Separator"),
        "choices": ("ChoiceCard", "ChoiceCards", "Segmented"),
        "editors": ("CheckBox", "ComboBox", "TextArea"),
        "forms": ("Field",),
        "frames": ("PageHeader", "Sidebar"),
        "icon_view": ("IconView",),
        "labels": ("Avatar", "Badge", "Heading", "KeyHint", "Label", "Muted", "Paragraph", "Tag"),
        "layouts": ("Column", "FlowLayout", "Grid", "Row", "TurningRow"),
        "line_edit": ("LineEdit",),
        "messages": ("EmptyState", "InlineMessage"),
        "password": ("PasswordField",),
        "scrolling": ("Panes", "ScrollBar", "ScrollCard", "ScrollColumn"),
        "search": ("SearchField",),
        "stack": ("Stack",),
        "steppers": ("DateEdit", "SpinBox", "TimeEdit"),
        "tiles": ("Tile",),
        "undo_bar": ("UndoBar",),
    }

    def __getattr__(name: str) -> object:
        for home, names in _HOMES.items():
            if name in names:
                made = getattr(import_module(f"{__name__}.{home}"), name)
                globals()[name] = made
                return made
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


__all__ = [
    "AgendaBar",
    "AgendaPart",
    "Avatar",
    "Badge",
    "Button",
    "Card",
    "CheckBox",
    "ChoiceCard",
    "ChoiceCards",
    "Column",
    "ComboBox",
    "DateEdit",
    "EmptyState",
    "Field",
    "FlowLayout",
    "Grid",
    "Heading",
    "IconView",
    "InlineMessage",
    "KeyHint",
    "Label",
    "LineEdit",
    "ListRow",
    "Muted",
    "NavButton",
    "PageHeader",
    "Panes",
    "Paragraph",
    "PasswordField",
    "ProgressLine",
    "Row",
    "ScrollBar",
    "ScrollCard",
    "ScrollColumn",
    "SearchField",
    "Segmented",
    "Separator",
    "Sidebar",
    "SpinBox",
    "Stack",
    "Tag",
    "TextArea",
    "Tile",
    "TimeEdit",
    "TurningRow",
    "UndoBar",
]
