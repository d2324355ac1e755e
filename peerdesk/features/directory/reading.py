"""One service, to read: the right-hand side of Local help."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from peerdesk.core.clock import Clock
from peerdesk.features.directory import words
from peerdesk.features.directory.showing import Detail
from peerdesk.ui import theme
from peerdesk.ui.speech import Speaker
from peerdesk.ui.widgets import (
    Button,
    Card,
    Column,
    FlowLayout,
    Heading,
    InlineMessage,
    Label,
    Muted,
    Paragraph,
    Row,
    ScrollColumn,
)


class Fact(QWidget):
    """A quiet word and what it stands for below it; hidden when there is nothing."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = Muted(title)
        self.words = Paragraph("")
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        Column(self, spacing=0).add(self.title, self.words).addStretch(1)

    def say(self, text: str) -> None:
        """Show ``text``."""
        self.words.setText(text)
        self.words.setAccessibleName(f"{self.title.text()}: {text}")
        self.setVisible(bool(text))


class Pair(QWidget):
    """Two facts side by side; hidden when both are empty."""

    def __init__(self, first: Fact, second: Fact) -> None:
        super().__init__()
        self._facts = (first, second)
        Row(self, spacing=16).add(first, second, stretch=1)

    def say(self, first: str, second: str) -> None:
        """Show both."""
        self._facts[0].say(first)
        self._facts[1].say(second)
        self.setVisible(bool(first or second))


class ReadingPane(Card):
    """Shows a service; ``edit`` is asked for by its button, which only a signed-in page shows."""

    edit = Signal()
    wrong = Signal()
    """Something is wrong with what is shown."""
    papers = Signal()
    """Print what is shown."""
    listing = Signal()
    """Put what is shown on the list, or take it off."""
    shown = Signal()
    """Another service is shown."""

    def __init__(self, clock: Clock, speaker: Speaker, *, editable: bool = False) -> None:
        super().__init__(margins=(26, 22, 18, 22), spacing=13)
        self._clock, self._speaker, self._editable = clock, speaker, editable
        self.detail: Detail | None = None
        self.trouble_of: Callable[[bytes], tuple[str, bool]] = lambda _uid: ("", False)
        """What is said of a listing that needs a call, and whether more can be told."""
        self.besides: Callable[[bytes], tuple[str, str, str]] = lambda _uid: ("", "", "")
        """What a listing is, our own note on it, and where it comes from; blank for nothing."""
        self.nothing = Muted(self.tr("Choose a service from the list."), wrap=True)
        self.body = ScrollColumn(spacing=13)
        free = QSizePolicy.Policy
        self.body.setSizePolicy(free.Expanding, free.Ignored)  # it scrolls instead of growing
        self.name = Heading("", 3, wrap=True)
        self.about = Paragraph("", tone="muted")
        self.alert = InlineMessage("", "info")
        self.phone = Label("", size=26, weight=theme.HEAVY)
        flags = Qt.TextInteractionFlag
        self.phone.setTextInteractionFlags(flags.TextSelectableByMouse)
        self.trouble = InlineMessage("", "problem")
        self.ring = Card("soft", spacing=0)
        self.ring_title = Label(self.tr("When you ring"), weight=600, tone="accent")
        self.ring_words = Paragraph("")
        self.ring.add(self.ring_title, self.ring_words)
        self.place = Pair(Fact(self.tr("Where")), Fact(self.tr("When")))
        self.terms = Pair(Fact(self.tr("Who")), Fact(self.tr("Cost, languages")))
        self.entry = Pair(Fact(self.tr("How to get in")), Fact(self.tr("Bring with you")))
        self.more = Pair(Fact(self.tr("More numbers")), Fact(self.tr("On the web")))
        self.kind = Label("", size=13, weight=600, tone="accent", wrap=True)
        self.remark = Fact(self.tr("Our own note"))
        self.checked = Muted("", wrap=True)
        self.origin = Muted("", wrap=True)
        self.body.add(
            self.name, self.kind, self.about, self.alert, self.phone, self.trouble, self.ring
        )
        self.body.add(self.place, self.terms, self.entry, self.more, self.remark)
        self.body.add(self.checked, self.origin)
        self.body.box.addStretch(1)
        self.buttons = self._buttons()
        self.add(self.nothing)
        self.box.addWidget(self.body, 1)
        self.add(self.buttons)
        self.show_service(None)

    def _buttons(self) -> QWidget:
        bar = QWidget()
        flow = FlowLayout(bar, spacing=(8, 8))
        self.print_button = Button(self.tr("Print a card"), "primary")
        self.list_button = Button(self.tr("Put on my list"))
        self.read_button = Button(self.tr("Read to me"), icon="sound")
        self.edit_button = Button(self.tr("Edit"), icon="pen")
        self.print_button.clicked.connect(self.papers)
        self.list_button.clicked.connect(self.listing)
        self.read_button.clicked.connect(self._read)
        self.edit_button.clicked.connect(self.edit)
        self.wrong_button = Button(self.tr("Something is wrong here"))
        self.wrong_button.clicked.connect(self.wrong)
        self._speaker.changed.connect(self._speaking)
        flow.add(self.print_button, self.list_button, self.read_button, self.edit_button)
        flow.add(self.wrong_button)
        self.read_button.setVisible(self._speaker.available())
        self.edit_button.setVisible(self._editable)
        return bar

    def add_button(self, button: Button) -> None:
        """One more thing to do with what is shown; another room gave it."""
        layout = self.buttons.layout()
        assert layout is not None
        layout.addWidget(button)

    def show_service(self, detail: Detail | None) -> None:
        """Show a service, or that none is chosen."""
        if detail is None or self.detail is None or detail.uid != self.detail.uid:
            self._speaker.stop()
            self.body.show_top()  # its number and what is wrong come first
        self.detail = detail
        there = detail is not None
        for part in (self.body, self.buttons):
            part.setVisible(there)
        self.nothing.setVisible(not there)
        if detail is None:
            return
        self.name.setText(detail.name)
        about = "\n".join(t for t in (detail.organization, detail.description) if t)
        self._line(self.about, about)
        self.alert.say(detail.alert)
        self._line(self.phone, words.phone_words(detail))
        self.phone.setAccessibleName(
            self.tr("Phone {number}").format(number=words.phone_words(detail))
        )
        trouble, can_tell = self.trouble_of(detail.uid)
        self.trouble.say(trouble, "problem")
        self.wrong_button.setVisible(can_tell)
        self.ring.setVisible(bool(detail.when_you_ring))
        self.ring_words.setText(detail.when_you_ring)
        self.place.say(words.where_words(detail), words.when_words(detail))
        self.terms.say(words.who_words(detail), words.cost_words(detail))
        self.entry.say(detail.apply, "\n".join(detail.documents))
        web = "\n".join(t for t in (detail.url, detail.email) if t)
        self.more.say(words.more_phones(detail), web)
        self.checked.setText(words.checked_words(detail, self._clock))
        kind, remark, origin = self.besides(detail.uid)
        self._line(self.kind, kind)
        self.remark.say(remark)
        self._line(self.origin, origin)
        self.shown.emit()

    def _line(self, label: Label, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))

    def say_listed(self, on: bool, can: bool) -> None:
        """Whether the service shown is on the list, and whether it can be."""
        self.list_button.setText(self.tr("Take off my list") if on else self.tr("Put on my list"))
        self.list_button.setEnabled(can)

    def _read(self) -> None:
        if self._speaker.speaking():
            self._speaker.stop()
        elif self.detail is not None:
            kind, remark, _ = self.besides(self.detail.uid)
            note = f"{self.remark.title.text()}: {remark}" if remark else ""
            last = "\n".join(filter(None, (note, self.checked.text())))
            trouble = self.trouble_of(self.detail.uid)[0]
            self._speaker.speak(words.spoken(self.detail, trouble=trouble, kind=kind, last=last))

    def _speaking(self, on: bool) -> None:
        self.read_button.setText(self.tr("Stop reading") if on else self.tr("Read to me"))

    def hush(self) -> None:
        """Stop reading aloud; the page is left."""
        self._speaker.stop()
