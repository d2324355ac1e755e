"""The list of people as Qt sees it: columns, words and tags of a row, and the table itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import cast

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontMetrics

from peerdesk.features.people.dates import near
from peerdesk.features.people.records import Row, Sort, Tag
from peerdesk.features.people.service import PeopleService
from peerdesk.features.people.words import LABELS, ROLES, role_words
from peerdesk.ui import theme
from peerdesk.ui.dates import counted
from peerdesk.ui.names import NamesCurtain
from peerdesk.ui.table import Column, TagList, WindowModel
from peerdesk.ui.text import render
from peerdesk.ui.views import ListTable

NAME, ROLE, LAST, TAG = range(4)
SORTS = ("name", "role", "last")
SHORT = 18
"""So many letters of somebody's own words fit into a tag."""
translate = QCoreApplication.translate


class People:
    """What the list asks for: the filter of the moment, and the words of a row."""

    def __init__(self, service: PeopleService, names: NamesCurtain) -> None:
        self.service, self.names = service, names
        self.filter, self.archived = "", False

    def model(self) -> WindowModel[Row]:
        """The list, empty until it is asked to ``reload``."""
        columns = [
            Column(render(LABELS["name"]), self.name, sort="name", bold=True),
            Column(render(LABELS["role"]), self.role, sort="role"),
            Column(translate("People", "Last here"), self.last, sort="last"),
            Column("", _nothing, tags=self.tags),
        ]
        return WindowModel(columns, self.ids, self.rows, spoken=self.spoken, sort="name")

    def ids(self, sort: str, descending: bool) -> list[int]:
        """All ids in order; of "last here" the newest come first."""
        down = descending != (sort == "last")
        return self.service.ids(
            self.filter, archived=self.archived, sort=cast(Sort, sort), descending=down
        )

    def rows(self, ids: Sequence[int]) -> list[Row]:
        """The rows of a window."""
        return self.service.rows(list(ids))

    def today(self) -> date:
        """Today, by the clock that was handed in."""
        return self.service.cabinet.clock.now().date()

    def name(self, row: Row) -> str:
        """The name, or its first letter while names are closed."""
        return self.names.shown(row.name)

    def role(self, row: Row) -> str:
        """The role in words."""
        return render(role_words(row.role))

    def last(self, row: Row) -> str:
        """When the person was here last."""
        return near(row.last, self.today())

    def tags(self, row: Row) -> TagList:
        """At most one tag; a person's own words only while names are open."""
        words = self._tag(row.tag) if row.tag else ""
        kind = "neutral" if row.archived else "accent"
        return [(words, kind)] if words else []

    def spoken(self, row: Row) -> str:
        """A row as it is read aloud."""
        last = self.last(row)
        if last:
            last = translate("People", "last here {day}").format(day=last)
        words = [self.name(row), self.role(row), last, *(w for w, _kind in self.tags(row))]
        return ", ".join(w for w in words if w)

    def _tag(self, tag: Tag) -> str:
        if tag.kind == "away":
            return _away(tag.n)
        if tag.kind == "first":
            words = translate("People", "first time {day}")
            return words.format(day=near(tag.day, self.today()))
        if tag.kind == "code":
            return translate("People", "code only")
        if tag.kind == "archived":
            return translate("People", "archived")
        if not self.names.is_open():
            return ""
        return tag.words if len(tag.words) <= SHORT else translate("People", "see what helps")


def _nothing(row: Row) -> str:
    del row
    return ""


def _away(n: int) -> str:
    if n == 3:
        return translate("People", "away three times")
    if n == 4:
        return translate("People", "away four times")
    return counted(translate("People", "away %n time(s)", "", n), n)


class PeopleTable(ListTable):
    """Name, role, last here and tag. Where it is narrow the role goes first, then the day: both
    stand in the detail as well."""

    WHOLE = 60  # it stands alone then

    def set_model(self, model: WindowModel) -> None:  # type: ignore[type-arg]
        super().set_model(model)
        model.reloaded.connect(self._widths)

    def _widths(self) -> None:
        model = self.model()
        if not isinstance(model, WindowModel):
            return
        body, small = QFontMetrics(theme.font()), QFontMetrics(theme.font(12.5, 500))
        tags = QFontMetrics(theme.font(12))
        pad = theme.px(20)
        roles = max(body.horizontalAdvance(render(w)) for w in ROLES.values())
        day = body.horizontalAdvance(near("2000-09-27", date(2000, 1, 1)))
        sorted_by = SORTS.index(model.sort_key()[0])
        title = [
            small.horizontalAdvance(c.title + (" ↓" if n == sorted_by else ""))
            for n, c in enumerate(model.columns)
        ]
        tag = tags.horizontalAdvance(_away(3)) + 2 * theme.px(9) + pad + 1
        wide = [0, max(title[ROLE], roles) + pad + 2, max(title[LAST], day) + pad, tag]
        room, least = self.viewport().width(), theme.px(120)
        for column in (ROLE, LAST):
            narrow = room - sum(wide) < least
            self.setColumnHidden(column, narrow)
            if narrow:
                wide[column] = 0
        wide[TAG] = max(theme.px(60), min(tag, room - sum(wide) + tag - least))
        wide[NAME] = room - sum(wide)
        full = small.horizontalAdvance(render(LABELS["name"])) + theme.px(16) <= wide[NAME]
        words = render(LABELS["name"]) if full else translate("People", "Name")
        if model.columns[NAME].title != words:
            model.columns[NAME] = replace(model.columns[NAME], title=words)
            model.headerDataChanged.emit(Qt.Orientation.Horizontal, NAME, NAME)
        for column, width in enumerate(wide):
            self.setColumnWidth(column, width)
