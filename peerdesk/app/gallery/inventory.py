"""Which screens there are, and how each is brought to the state worth looking at."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from peerdesk.app.gallery import calls as surface_calls
from peerdesk.app.gallery import closing as surface_closing
from peerdesk.app.gallery import imports as surface_imports
from peerdesk.app.gallery import in_tray as surface_in_tray
from peerdesk.app.gallery import keys as surface_keys
from peerdesk.app.gallery import local_help as surface_local_help
from peerdesk.app.gallery import lock as surface_lock
from peerdesk.app.gallery import meeting as surface_meeting
from peerdesk.app.gallery import paper as surface_paper
from peerdesk.app.gallery import planning as surface_planning
from peerdesk.app.gallery import referrals as surface_referrals
from peerdesk.app.gallery import series as surface_series
from peerdesk.app.gallery import services_paper as surface_services_paper
from peerdesk.app.gallery import tonight as surface_tonight
from peerdesk.app.gallery.surfaces import Stage, Surface

if TYPE_CHECKING:
    from peerdesk.app.first_start import FirstStart
    from peerdesk.app.main_window import MainWindow
    from peerdesk.app.welcome.front import Front
    from peerdesk.features.backups.page import CopiesPage
    from peerdesk.ui.page import Page

Show = Callable[[Stage], QWidget]


def _front(stage: Stage, show: str = "welcome") -> Front:
    from peerdesk.app.welcome.front import Front

    return Front(stage.desk, stage.desk.glance(), show)


def _page(stage: Stage, key: str, *, names: bool = False) -> tuple[MainWindow, Page]:
    window = stage.signed_in(key, names=names).window
    return window, window.pages[key]


def _room(key: str, *, names: bool = False) -> Show:
    return lambda stage: _page(stage, key, names=names)[0]


# -- without signing in ----------------------------------------------------------------------


def welcome(stage: Stage) -> QWidget:
    """Half-way through the password, as in the target."""
    front = _front(stage)
    front.welcome.fill()
    panel = front.welcome.panel
    panel.name.setText("maria")
    panel.password.setText("river lunar artist beav")
    panel.password.setFocus()
    return front


def meetings_here(stage: Stage) -> QWidget:
    """What anyone may know of the meetings."""
    front = _front(stage)
    front.welcome.show_meetings()
    return front


def local_help(stage: Stage) -> QWidget:
    """A search with a typing mistake, as in the target."""
    front = _front(stage, "local-help")
    assert front.directory is not None
    browser = front.directory.browser
    browser.search.setText("evicton letter")
    browser.chips.categories["housing"].setChecked(True)
    return front


def protected_public(stage: Stage) -> QWidget:
    """What is protected, for somebody who did not sign in."""
    front = _front(stage)
    front.show_protected()
    return front


# -- the group -------------------------------------------------------------------------------


def _meeting(kind: str, *, past: bool = False) -> Show:
    def make(stage: Stage) -> QWidget:
        from peerdesk.features.meetings.page import MeetingsPage

        window, page = _page(stage, "meetings", names=True)
        service = cast(MeetingsPage, page).service
        if past:
            page.open_item(kind, service.past_meetings(1)[0].uid)
        else:
            coming = service.next_meeting()
            assert coming is not None
            page.open_item(kind, coming.uid)
        return window

    return make


def person_form(stage: Stage) -> QWidget:
    """All fields of a person."""
    from peerdesk.features.people.page import PeoplePage

    window, page = _page(stage, "people", names=True)
    cast(PeoplePage, page).detail.edit()
    return window


def person_new(stage: Stage) -> QWidget:
    """Somebody is being added."""
    from peerdesk.features.people.page import PeoplePage

    window, page = _page(stage, "people", names=True)
    cast(PeoplePage, page).add_somebody()
    return window


def find(stage: Stage) -> QWidget:
    """Ctrl+K with something typed."""
    desk = stage.signed_in("today", names=True)
    desk.window.resize(1280, 800)
    desk.window.show()
    desk.find().search.setText("a")
    return desk.window


def service_import(stage: Stage) -> QWidget:
    """Where a directory is brought in."""
    from peerdesk.features.directory.page import DirectoryPage

    window, page = _page(stage, "directory")
    cast(DirectoryPage, page).show_import()
    return window


def service_share(stage: Stage) -> QWidget:
    """Where the directory is given to others."""
    from peerdesk.features.directory.page import DirectoryPage

    window, page = _page(stage, "directory")
    cast(DirectoryPage, page).show_share()
    return window


def service_form(stage: Stage) -> QWidget:
    """A service is being changed."""
    from peerdesk.features.directory.page import DirectoryPage

    window, page = _page(stage, "directory")
    cast(DirectoryPage, page).edit_service()
    return window


def help_editor(stage: Stage) -> QWidget:
    """The numbers of help right now are being changed."""
    from peerdesk.app.help_now.page import HelpNowPage

    window, page = _page(stage, "help")
    cast(HelpNowPage, page).toggle()
    return window


def recovery_sheets(stage: Stage) -> QWidget:
    """New recovery sheets, ready to print."""
    from peerdesk.app.keys.recovery_page import RecoveryPage

    window, page = _page(stage, "recovery")
    cast(RecoveryPage, page).make_button.click()
    return window


def team_reply(stage: Stage) -> QWidget:
    """Somebody saw it differently, and I am about to as well."""
    from peerdesk.features.team.page import TeamPage

    window, page = _page(stage, "team", names=True)
    team = cast(TeamPage, page)
    beneath = next(row for row in team.team.rows(team.team.ids()) if row.others)
    page.open_item("team_note", beneath.uid)
    team.card.see_differently()
    return window


def _with_copies(stage: Stage) -> CopiesPage:
    """The page of copies with one copy of now, and a stick that is plugged in."""
    from peerdesk.features.backups.page import CopiesPage

    _, page = _page(stage, "backups")
    made = cast(CopiesPage, page)
    if not made.service.copies():
        made.service.make_here()
        stick = stage.desk.workspace.path.with_name("STICK")
        stick.mkdir(exist_ok=True)
        known = made.service.sticks.allow(stick)
        made.service.sticks.copied(stage.desk.clock.now_ms() - 12 * 86_400_000, known.id)
        made.watch.roots = [stick]
        aside = stage.desk.workspace.backups / "aside"
        aside.mkdir(exist_ok=True)
        (aside / "2026-11-03-shelf.db").write_bytes(bytes(180_224))
        lost = stage.desk.workspace.drawers / "aside"
        lost.mkdir(exist_ok=True)
        (lost / f"{'7' * 32}.safe").write_bytes(bytes(94_208))
    made.refresh(frozenset())
    return made


def copies(stage: Stage) -> QWidget:
    """What there is, and a stick."""
    return _with_copies(stage).window()


def bring_back(stage: Stage) -> QWidget:
    """What one copy holds."""
    page = _with_copies(stage)
    page.stack.setCurrentWidget(page.inside)
    page.bring.show_looked(page.service.look(page.service.copies()[0].path))
    return page.window()


def bring_back_first(stage: Stage) -> QWidget:
    """Where the copy is, before anybody signs in."""
    from peerdesk.app.bring_back import BringBackWindow

    return BringBackWindow(stage.desk, find=lambda _beside: [])


# -- the first start -------------------------------------------------------------------------


def _first_start(at: int, purpose: str = "group") -> Show:
    def make(stage: Stage) -> QWidget:
        from peerdesk.app.first_start import FirstStart
        from peerdesk.store.workspace import Workspace

        fresh = Workspace(stage.desk.workspace.path.with_name("fresh"))
        window: FirstStart = FirstStart(fresh, stage.desk.kdf, stage.desk.clock)
        answers = window.answers
        answers.purpose = cast("Purpose", purpose)
        answers.shared, answers.name = True, "maria"
        answers.words = ["river", "lunar", "artist", "walnut", "beaver", "morning"]
        answers.group, answers.place = "Tuesday Circle", "Blue room"
        answers.centre, answers.country = "Riverside Centre", "US"
        window.show_step(at)
        return window

    return make


if TYPE_CHECKING:
    from peerdesk.app.first_start.answers import Purpose

SURFACES = (
    Surface("first-start-language", _first_start(0)),
    Surface("first-start-purpose", _first_start(1)),
    Surface("first-start-computer", _first_start(2)),
    Surface("first-start-name", _first_start(3)),
    Surface("first-start-password", _first_start(4)),
    Surface("first-start-again", _first_start(5)),
    Surface("first-start-group", _first_start(6)),
    Surface("first-start-house", _first_start(7)),
    Surface("welcome", welcome),
    Surface("meetings-here", meetings_here),
    Surface("local-help", local_help),
    *surface_local_help.SURFACES,
    Surface("today", _room("today")),
    Surface("meetings", _room("meetings", names=True)),
    Surface("meeting-attendance", _meeting("attendance")),
    Surface("meeting-about", _meeting("about")),
    Surface("meeting-series", _meeting("series")),
    Surface("people", _room("people", names=True)),
    Surface("people-closed", _room("people")),
    Surface("person-form", person_form),
    Surface("person-new", person_new),
    Surface("directory", _room("directory")),
    Surface("directory-import", service_import),
    Surface("directory-share", service_share),
    Surface("directory-form", service_form),
    Surface("notes", _room("notes"), dark=True),
    Surface("team-notes", _room("team", names=True)),
    Surface("team-notes-closed", _room("team")),
    Surface("team-note-reply", team_reply),
    Surface("find", find),
    Surface("help-right-now", _room("help")),
    Surface("help-right-now-editor", help_editor),
    Surface("recovery", _room("recovery")),
    Surface("recovery-sheets", recovery_sheets),
    Surface("settings", _room("settings")),
    Surface("copies", copies),
    Surface("bring-back", bring_back),
    Surface("bring-back-first", bring_back_first),
    *surface_calls.SURFACES,
    *surface_closing.SURFACES,
    *surface_imports.SURFACES,
    *surface_in_tray.SURFACES,
    *surface_keys.SURFACES,
    *surface_lock.SURFACES,
    *surface_paper.SURFACES,
    *surface_services_paper.SURFACES,
    *surface_tonight.SURFACES,
    *surface_series.SURFACES,
    *surface_planning.SURFACES,
    *surface_referrals.SURFACES,
    *surface_meeting.SURFACES,
    Surface("help-start", _room("help-start")),
    Surface("help-keys", _room("help-keys")),
    Surface("help-protected", _room("help-protected")),
    Surface("help-protected-public", protected_public),
    Surface("help-gone", _room("help-gone")),
)
