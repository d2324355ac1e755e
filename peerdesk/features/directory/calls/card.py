"""One listing to ring: its number, what to say, what is to be checked, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from peerdesk.features.directory import words
from peerdesk.features.directory.calls import words as say
from peerdesk.features.directory.calls.service import HOWS, Call
from peerdesk.features.directory.reading import Fact
from peerdesk.features.directory.service import DirectoryService
from peerdesk.features.directory.showing import Detail
from peerdesk.ui import theme
from peerdesk.ui.context import Context
from peerdesk.ui.saving import Saver
from peerdesk.ui.widgets import (
    Button,
    Card,
    Field,
    FlowLayout,
    Heading,
    InlineMessage,
    Label,
    Muted,
    Paragraph,
    ScrollColumn,
    Segmented,
    Tag,
    TextArea,
)

KEYS = {"right": "R", "changed": "C", "no answer": "N", "closed": "X"}


class CallCard(Card):
    """Shows one call. ``said(result)`` and ``back`` are its buttons."""

    said = Signal(str)
    back = Signal()

    def __init__(self, context: Context, service: DirectoryService) -> None:
        super().__init__(margins=(26, 22, 18, 18), spacing=12)
        self._context, self._service = context, service
        self.call: Call | None = None
        self._ring_of: bytes | None = None
        self.body = ScrollColumn(spacing=12)
        free = QSizePolicy.Policy
        self.body.setSizePolicy(free.Expanding, free.Ignored)  # it scrolls instead of growing
        self.name = Heading("", 3, wrap=True)
        self.tags = QWidget()
        self.tag = Tag(self.tr("needs a call"), "clay")
        self.result = Tag("", "accent")
        FlowLayout(self.tags, spacing=(8, 6)).add(self.tag, self.result)
        self.phone = Label("", size=26, weight=theme.HEAVY, wrap=True)
        self.phone.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.problems = InlineMessage("", "problem")
        ask = Card("soft", spacing=0)
        ask.add(Label(self.tr("What to say"), weight=600, tone="accent"))
        ask.add(Paragraph(say.what_to_ask()))
        self.ring = TextArea(placeholder=say.what_to_say(), lines=2, most=5)
        hint = self.tr("Everyone sees this beside the number.")
        self.ring_field = Field(self.tr("For people who ring there"), self.ring, hint)
        self.saver = Saver(self.ring, self._save, service.settle, context.notice)
        self.facts = {title: Fact(title) for title in say.titles()}
        self.checked = Muted("", wrap=True)
        self.body.add(self.name, self.tags, self.phone, self.problems, ask)
        self.body.add(*self.facts.values(), self.checked, self.ring_field)
        self.body.box.addStretch(1)
        self.box.addWidget(self.body, 1)
        self.add(*self._foot())

    def _foot(self) -> list[QWidget]:
        self.how = Segmented(
            [self.tr("I rang"), self.tr("I was there"), self.tr("I looked on the web")],
            name=self.tr("How it was checked"),
        )
        self.buttons = {
            "right": Button(self.tr("All is right"), "primary", keys=KEYS["right"]),
            "changed": Button(self.tr("Something changed"), keys=KEYS["changed"]),
            "no answer": Button(self.tr("No answer"), keys=KEYS["no answer"]),
            "closed": Button(self.tr("It has closed"), keys=KEYS["closed"]),
        }
        for result, button in self.buttons.items():
            button.clicked.connect(lambda _on=False, r=result: self.said.emit(r))
        self.back_button = Button(self.tr("Take it back"), "quiet", keys="Z")
        self.back_button.clicked.connect(self.back)
        bar = QWidget()
        FlowLayout(bar, spacing=(8, 8)).add(*self.buttons.values(), self.back_button)
        self.keys = Muted(
            self.tr("Space goes to the next one. Nobody’s name is kept with it."), wrap=True
        )
        return [self.how, bar, self.keys]

    # -- showing -----------------------------------------------------------------------------

    def show_call(self, call: Call, detail: Detail) -> None:
        """Show a listing; words that are being written for it stay."""
        other = self.call is None or self.call.uid != call.uid
        if other:
            self.saver.try_now()
        self.call = call
        self.name.setText(detail.name)
        self.tag.setVisible(call.notes.needs_a_call)
        self.result.setText(say.result_words(call.result))
        self.result.setVisible(call.done)
        self.tags.setVisible(call.done or call.notes.needs_a_call)
        self.phone.setText(say.number_words(detail))
        told = [say.problem_words(one, self._context.clock) for one in call.problems]
        self.problems.say("\n".join(told), "problem")
        if not self.saver.unsaved():  # what could not be saved is not another listing's
            self._ring_of = call.uid
            self.saver.load(detail.when_you_ring)
        there = dict(say.facts(detail))
        for title, fact in self.facts.items():
            fact.say(there.get(title, ""))
        self.checked.setText(words.checked_words(detail, self._context.clock))
        if other:
            self.body.show_top()

    def chosen_how(self) -> str:
        """How it was checked (``HOWS``)."""
        return HOWS[max(0, self.how.current())]

    def _save(self, text: str) -> None:
        if self._ring_of is not None:
            self._service.set_text(self._ring_of, "when_you_ring", text)
