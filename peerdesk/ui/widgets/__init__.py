"""Painted widgets. Import from here: ``from peerdesk.ui.widgets import Button, Card``.

* layouts: Column, Row, Grid (distances follow the text size), FlowLayout
* labels: Label, Muted, Paragraph, Heading, Tag, KeyHint, Badge, Avatar
* buttons: Button, NavButton; choices: Segmented, ChoiceCard(s);
  tiles: Tile
* cards: Card, Separator, ListRow; scrolling: ScrollColumn, ScrollCard, Panes, ScrollBar
* editors: LineEdit, TextArea, ComboBox, CheckBox; steppers: SpinBox, DateEdit, TimeEdit;
  search: SearchField; password: PasswordField; forms: Field
* messages: IconView, InlineMessage, UndoBar, EmptyState
* bars: AgendaBar, AgendaPart, ProgressLine; frames: PageHeader, Sidebar
"""

from peerdesk.ui.widgets.bars import AgendaBar, AgendaPart, ProgressLine
from peerdesk.ui.widgets.buttons import Button, NavButton
from peerdesk.ui.widgets.cards import Card, ListRow, Separator
from peerdesk.ui.widgets.choices import ChoiceCard, ChoiceCards, Segmented
from peerdesk.ui.widgets.editors import (
    CheckBox,
    ComboBox,
    LineEdit,
    TextArea,
)
from peerdesk.ui.widgets.forms import Field
from peerdesk.ui.widgets.frames import PageHeader, Sidebar
from peerdesk.ui.widgets.labels import Avatar, Badge, Heading, KeyHint, Label, Muted, Paragraph, Tag
from peerdesk.ui.widgets.layouts import Column, FlowLayout, Grid, Row
from peerdesk.ui.widgets.messages import EmptyState, IconView, InlineMessage, UndoBar
from peerdesk.ui.widgets.password import PasswordField
from peerdesk.ui.widgets.scrolling import Panes, ScrollBar, ScrollCard, ScrollColumn
from peerdesk.ui.widgets.search import SearchField
from peerdesk.ui.widgets.steppers import DateEdit, SpinBox, TimeEdit
from peerdesk.ui.widgets.tiles import Tile

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
    "Tag",
    "TextArea",
    "Tile",
    "TimeEdit",
    "UndoBar",
]
