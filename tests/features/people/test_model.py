from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from peerdesk.features.people.model import LAST, NAME, ROLE, TAG
from peerdesk.features.people.page import PeoplePage
from peerdesk.features.people.service import PeopleService
from peerdesk.ui import theme
from peerdesk.ui.table import TAGS

from .acting import mark, uid_of


def test_narrow_lists_leave_out_what_the_detail_says_too(
    page: PeoplePage, qapp: QApplication
) -> None:
    table = page.table
    table.setParent(page)  # out of its layout, so that it can be of any width
    title = QFontMetrics(theme.font(12.5, 500)).horizontalAdvance
    seen = []
    for width in range(1000, 200, -20):
        table.resize(width, 300)
        table.show()
        qapp.processEvents()
        hidden = [c for c in (NAME, ROLE, LAST, TAG) if table.isColumnHidden(c)]
        shown = sum(table.columnWidth(c) for c in range(4) if c not in hidden)
        assert shown == table.viewport().width()
        words = page.model.headerData(NAME, Qt.Orientation.Horizontal)
        assert title(words) <= table.columnWidth(NAME) - theme.px(16)
        if (hidden, words) not in seen:
            seen.append((hidden, words))
    assert seen[0] == ([], "Name used in the group")
    assert ([ROLE], "Name") in seen
    assert seen[-1] == ([ROLE, LAST], "Name")


def test_tags_in_words(page: PeoplePage, people: PeopleService, meetings: dict[str, int]) -> None:
    bo, tom = uid_of(page, "Bo"), uid_of(page, "Tom")
    for day in ("2026-10-27", "2026-11-03", "2026-11-10", "2026-11-17"):
        mark(bo, meetings[day], "apologies")
    mark(tom, meetings["2026-11-24"], "unknown")
    page.refresh(frozenset())

    def tag(number: int) -> list[tuple[str, str]]:
        return list(page.model.index(number, TAG).data(TAGS))

    assert tag(1) == [("away four times", "accent")]
    assert tag(3) == [("first time 24 Nov", "accent")]
    mark(bo, meetings["2026-10-20"], "away")
    people.edit(uid_of(page, "Ana"), "code", "A7")
    assert tag(0) == [("code only", "accent")]
    assert tag(1) == [("away 5 times", "accent")]
    people.edit(uid_of(page, "Ana"), "code", "")
    people.edit(uid_of(page, "Ana"), "access_needs", "a chair near the door and a lift")
    assert tag(0) == [("see what helps", "accent")]
