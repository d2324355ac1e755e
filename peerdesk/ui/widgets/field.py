"""The box that fields are painted in, and the small button that lives inside one."""

from __future__ import annotations

from unicodedata import bidirectional

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QTextEdit, QWidget

from peerdesk.ui import icons, theme
from peerdesk.ui.widgets import paint

HEIGHT = 40
SMALL = 32


def steps_spent(event: QKeyEvent, undo: bool, redo: bool) -> bool:
    """Whether ``event`` asks to undo or redo in a field that has nothing of the kind (``undo`` and
    ``redo`` say what it has). The field ignores it, and the window takes its own last step back."""
    keys = QKeySequence.StandardKey
    return (event.matches(keys.Undo) and not undo) or (event.matches(keys.Redo) and not redo)


def clear_base(widget: QWidget) -> None:
    """Let our own painted field show through the control's background."""
    made = QPalette()
    made.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
    widget.setPalette(made)


def paint_field(widget: QWidget, painter: QPainter, focused: bool, quiet: bool = False) -> None:
    """The box of a field. ``quiet`` has the thin line of a search box."""
    tokens = theme.of(widget)
    radius = theme.px(7)
    fill = tokens.surface if widget.isEnabled() else tokens.sunken
    problem = bool(widget.property("problem"))
    line = tokens.clay if problem else tokens.line if quiet else tokens.border_strong
    paint.rounded(painter, widget.rect(), radius, fill, line)
    if focused:
        paint.focus_ring(painter, widget.rect(), radius, tokens.focus)


def align_start(field: QLineEdit) -> None:
    """Figures begin where the reader's lines begin."""
    field.setAlignment(paint.aligned(field) | Qt.AlignmentFlag.AlignVCenter)


def align_words(field: QLineEdit) -> None:
    """Words begin where they are read from themselves; nothing yet, and figures alone, where the
    reader's lines begin. To be called again when the words change."""
    align = paint.aligned(field)
    if (rtl := read_from_right(field.text())) is not None:
        flags = Qt.AlignmentFlag
        align = flags.AlignAbsolute | (flags.AlignRight if rtl else flags.AlignLeft)
    align |= Qt.AlignmentFlag.AlignVCenter
    if field.alignment() != align:
        field.setAlignment(align)


def align_paragraphs(editor: QPlainTextEdit | QTextEdit) -> None:
    """As :func:`align_words`. Each paragraph is read its own way; it begins there in a QTextEdit,
    while all of a QPlainTextEdit, which knows one side only, begins as its first letter does."""
    document, way, flags = editor.document(), Qt.LayoutDirection, Qt.AlignmentFlag
    option = QTextOption(document.defaultTextOption())
    rtl = _first_read_from_right(document)
    if rtl is None:  # figures are never turned round
        rtl = editor.layoutDirection() == way.RightToLeft
        made = way.LeftToRight, flags.AlignRight if rtl else flags.AlignLeft
    elif isinstance(editor, QTextEdit):
        made = way.LayoutDirectionAuto, flags.AlignLeft  # of a paragraph: where it begins
    else:
        made = way.LayoutDirectionAuto, flags.AlignRight if rtl else flags.AlignLeft
    if (option.textDirection(), option.alignment()) != made:
        option.setTextDirection(made[0])
        option.setAlignment(made[1])
        document.setDefaultTextOption(option)


def read_from_right(words: str) -> bool | None:
    """Whether the first letter of ``words`` is of a script that is read from right to left; None
    without any letter."""
    for char in words:
        if (kind := bidirectional(char)) in ("L", "R", "AL"):
            return kind != "L"
    return None


def _first_read_from_right(document: QTextDocument) -> bool | None:
    block, found = document.begin(), None
    while found is None and block.isValid():
        found = read_from_right(block.text())
        block = block.next()
    return found


def set_private(widget: QLineEdit | QPlainTextEdit) -> None:
    """Ask keyboards not to learn what is typed here."""
    hint = Qt.InputMethodHint
    widget.setInputMethodHints(hint.ImhSensitiveData | hint.ImhNoPredictiveText)


class InnerButton(QPushButton):
    """A button inside a field: an icon, or words in a thin box such as "show"."""

    def __init__(self, field: QWidget, name: str, icon: str = "", words: str = "") -> None:
        super().__init__(words, field)
        self._icon = icon
        self.setAccessibleName(name)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        if self._icon:
            return QSize(theme.px(36), theme.px(36))
        return QSize(paint.key_chip_size(self.text())[0] + theme.px(16), theme.px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = theme.of(self)
        painter = paint.painter(self)
        if self._icon:
            side = theme.px(15)
            box = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
            icons.paint(painter, box, self._icon, tokens.muted)
        else:
            wide, tall = paint.key_chip_size(self.text())
            box = QRect((self.width() - wide) // 2, (self.height() - tall) // 2, wide, tall)
            paint.key_chip(painter, box, self.text(), tokens.color("ink"), tokens.color("line"))
        if paint.shows_focus(self):
            paint.focus_ring(painter, self.rect().adjusted(2, 4, -2, -4), 5, tokens.focus)
