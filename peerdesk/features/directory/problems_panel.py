"""Something is wrong here: one press for a number that did not work, or a few words."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from peerdesk.core.errors import KnownError
from peerdesk.features.directory.browser import Browser
from peerdesk.features.directory.calls import words as calls_words
from peerdesk.features.directory.calls.notes import notes
from peerdesk.features.directory.problems import ProblemsService
from peerdesk.features.directory.showing import Detail
from peerdesk.store.in_tray import Tray
from peerdesk.store.listing_reports import MOST_LETTERS
from peerdesk.ui.context import Context
from peerdesk.ui.text import render
from peerdesk.ui.widgets import (
    Button,
    Card,
    ComboBox,
    Field,
    FlowLayout,
    Heading,
    InlineMessage,
    Muted,
    Paragraph,
    ScrollColumn,
    TextArea,
)


class ProblemPanel(Card):
    """Stands where the detail stands. ``closed`` when it is no longer needed, ``help_now`` when
    somebody needs more than a listing. Nothing of it is recorded but what is sent."""

    closed = Signal()
    help_now = Signal()

    def __init__(self, service: ProblemsService) -> None:
        super().__init__(margins=(26, 22, 18, 22), spacing=12)
        self._service = service
        self._trays: tuple[Tray, ...] = ()
        self.detail: Detail | None = None
        self.body = ScrollColumn(spacing=12)
        free = QSizePolicy.Policy
        self.body.setSizePolicy(free.Expanding, free.Ignored)  # it scrolls instead of growing
        self.title = Heading("", 3, wrap=True)
        self.tonight = self._make_tonight()
        self.form = self._make_form()
        self.thanks = self._make_thanks()
        self.back_button = Button(self.tr("Back to the service"), icon="back")
        self.back_button.clicked.connect(self.closed)
        self.body.add(self.title, self.tonight, self.form, self.thanks)
        self.body.box.addStretch(1)
        self.box.addWidget(self.body, 1)
        self.box.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeading)

    def _make_tonight(self) -> QWidget:
        card = Card("crisis", spacing=8)
        card.add(Paragraph(self.tr("Nobody reads this tonight. If you need help now:")))
        self.help_button = Button(self.tr("Help right now"), "crisis", icon="help")
        self.help_button.clicked.connect(self.help_now)
        card.box.addWidget(self.help_button, 0, Qt.AlignmentFlag.AlignLeading)
        return card

    def _make_form(self) -> QWidget:
        made = Card("soft", margins=(16, 14, 16, 14), spacing=12)
        self.group = ComboBox([])
        self.group_field = Field(self.tr("Tell which group"), self.group)
        self.number_button = Button(self.tr("This number did not work"), icon="phone")
        self.number_button.clicked.connect(lambda: self._send(""))
        self.words = TextArea(private=True, lines=3, most=6)
        self.words.textChanged.connect(self._count)
        hint = self.tr("No name is needed. Please do not write about yourself.")
        self.field = Field(self.tr("Or say what is wrong"), self.words, hint)
        self.send_button = Button(self.tr("Send"), "primary")
        self.send_button.clicked.connect(self._send_words)
        self.message = InlineMessage("", "problem", parent=made)
        number, send = QWidget(), QWidget()
        FlowLayout(number).add(self.number_button)
        FlowLayout(send).add(self.send_button)
        made.add(self.group_field, number, self.field, self.message, send)
        return made

    def _make_thanks(self) -> QWidget:
        made = Card("soft", margins=(16, 14, 16, 14), spacing=8)
        made.add(Heading(self.tr("Thank you for telling us"), 2, wrap=True))
        self.thanked = Paragraph("")
        self.other = Muted("", wrap=True)
        made.add(self.thanked, self.other)
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    # -- showing -----------------------------------------------------------------------------

    def start(self, detail: Detail) -> None:
        """An empty form for this service."""
        self.detail = detail
        self._forget()
        self.title.setText(self.tr("Something is wrong with {service}").format(service=detail.name))
        self._trays = self._service.trays()
        unnamed = self.tr("A group that shows no name here")
        self.group.clear()
        self.group.addItems([tray.name or unnamed for tray in self._trays])
        self.group_field.setVisible(len(self._trays) > 1 and not self._service.at_once)
        self.tonight.setVisible(not self._service.at_once)
        self.number_button.setVisible(bool(detail.phones))
        self.form.show()
        self.thanks.hide()
        first = self.number_button if detail.phones else self.words
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _count(self) -> None:
        over = len(self.words.toPlainText().strip()) - MOST_LETTERS
        self.message.clear()
        self.field.set_problem(
            self.tr("This is %n letters more than there is room for.", "", over) if over > 0 else ""
        )

    def _send_words(self) -> None:
        words = self.words.toPlainText().strip()
        if words and len(words) <= MOST_LETTERS:
            self._send(words)
            return
        if not words:
            self.field.set_problem(self.tr("Nothing is written yet."))
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _send(self, words: str) -> None:
        assert self.detail is not None
        at = max(0, self.group.currentIndex())
        tray = None if self._service.at_once or not self._trays else self._trays[at]
        try:
            self._service.tell(self.detail.uid, self.detail.name, words, tray)
        except KnownError as problem:
            self.message.say(render(problem.text), "problem")
            return
        self._forget()
        self.form.hide()
        self.thanks.show()
        if self._service.at_once:
            self.thanked.setText(self.tr("It stands first among the services to ring."))
        else:
            self.thanked.setText(
                self.tr("A facilitator will look into it. Nobody knows who told us.")
            )
        self.other.setText(
            "" if words else self.tr("Until then, another service in the list may be able to help.")
        )
        self.other.setVisible(not words)
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget(self) -> None:
        self.words.setPlainText("")  # what was typed cannot be undone back either
        self.field.set_problem("")
        self.message.clear()

    def hideEvent(self, event: QHideEvent) -> None:
        self._forget()
        super().hideEvent(event)


class Telling(QObject):
    """Brings what anyone may know of a listing, and "Something is wrong here", to a browser.
    ``help_now`` is pressed in its panel."""

    help_now = Signal()

    def __init__(self, browser: Browser, context: Context) -> None:
        super().__init__(browser)
        self._browser, self._context = browser, context
        self.service = ProblemsService(context.shelf, context.cabinet)
        self.panel: ProblemPanel | None = None
        reading = browser.reading
        reading.trouble_of = self._trouble
        reading.wrong.connect(self.open_panel)
        reading.show_service(reading.detail)
        browser.picked.connect(self._picked)

    def _trouble(self, uid: bytes) -> tuple[str, bool]:
        """What is said of a listing, and whether more can be told."""
        connection = self._context.shelf.database.connection()
        return calls_words.trouble_words(notes(connection, uid)), self.service.can_tell

    def open_panel(self) -> None:
        """Ask what is wrong with the service that is shown."""
        detail, right = self._browser.reading.detail, self._browser.right
        if detail is None:
            return
        if self.panel is None:
            self.panel = ProblemPanel(self.service)
            self.panel.closed.connect(self._read)
            self.panel.help_now.connect(self.help_now)
            right.addWidget(self.panel)
        right.setCurrentWidget(self.panel)
        self.panel.start(detail)

    def _read(self) -> None:
        self._browser.right.setCurrentWidget(self._browser.reading)
        self._browser.reading.wrong_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _picked(self, uid: object) -> None:
        """Another service is shown: the panel was about the one before."""
        if self.panel is not None and self._browser.right.currentWidget() is self.panel:
            del uid
            self._browser.right.setCurrentWidget(self._browser.reading)
