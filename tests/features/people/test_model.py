from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from peerdesk.features.people.model import LAST, NAME, ROLE, TAG
from peerdesk.features.people.page import PeoplePage
from peerdesk.features.people.service import PeopleService
from peerdesk.ui import theme
from peerdesk.ui.table import TAGS

from .acting import mark, uid_of


FULL = "Name used in the group"


@pytest.mark.parametrize(
    ("width", "hidden", "title"),
    [
        (1400, [], FULL),
        (760, [], FULL),
        (420, [ROLE], FULL),
        (350, [ROLE], "Name"),
        (300, [ROLE, LAST], FULL),
    ],
)
def test_narrow_lists_leave_out_what_the_detail_says_too(
    page: PeoplePage, qapp: QApplication, width: int, hidden: list[int], title: str
) -> None:
    table = page.table
    table.setParent(page)  # out of its layout, so that it can be of any width
    table.resize(width, 300)
    table.show()
    qapp.processEvents()
    assert [c for c in (NAME, ROLE, LAST, TAG) if table.isColumnHidden(c)] == hidden
    shown = sum(table.columnWidth(c) for c in range(4) if c not in hidden)
    assert shown == table.viewport().width()
    assert table.columnWidth(NAME) >= theme.px(100)
    assert page.model.headerData(NAME, Qt.Orientation.Horizontal) == title


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
