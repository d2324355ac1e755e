"""One screen of the first start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from peerdesk.ui.widgets import Column, Heading, Paragraph

if TYPE_CHECKING:
    from peerdesk.app.first_start.answers import Answers


class Step(QWidget):
    """A question with its answer. The window draws Back and Continue.

    ``go_on`` asks to continue; Enter does so too, in the window. ``number`` is
    which of the counted steps this belongs to, from 1.
    """

    go_on = Signal()
    renamed = Signal()
    """What :meth:`continue_words` gives is another now."""
    number = 1
    can_continue = True
    """Whether the window shows its Continue button."""

    def __init__(self, answers: Answers, title: str, lead: str = "") -> None:
        super().__init__()
        self.answers = answers
        self.heading = Heading(title, 1, wrap=True)
        self.lead = Paragraph(lead, tone="muted")
        self.lead.setVisible(bool(lead))
        self.box = Column(self, spacing=16)
        head = Column(spacing=6)
        head.add(self.heading, self.lead)
        self.box.addLayout(head)

    def continue_words(self) -> str:
        """What the button that goes on says."""
        return self.tr("Continue")

    def keep(self) -> None:
        """Put what is typed into the answers, also half-way answers, before the step is left."""

    def check(self) -> bool:
        """Whether one can go on; says what is missing where it is missing."""
        return True

    def entered(self) -> None:
        """The step is shown now: put the keyboard where it is wanted."""
        self.focus_first()

    def focus_first(self) -> None:
        """The keyboard goes to the first control."""
        self.focusNextChild()

    def busy(self) -> bool:
        """Whether work runs that Back would have to stop."""
        return False

    @staticmethod
    def focus(widget: QWidget) -> None:
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
