"""The two fields of a note: its title and its text. Both keep their own Ctrl+Z."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from peerdesk.features.notes import marks
from peerdesk.features.notes.marks import BULLET, Line
from peerdesk.ui import theme
from peerdesk.ui.clipboard import private_mime
from peerdesk.ui.widgets.field import align_paragraphs
from peerdesk.ui.widgets.scrolling import quiet_bars

BODY_SIZE = 16.5
BODY_WIDTH = 640
LINE_HEIGHT = 135
PRIVATE = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
_BACK = QTextCursor.MoveOperation.PreviousCharacter
_KEEP = QTextCursor.MoveMode.KeepAnchor


class _Field(QTextEdit):
    """What both fields share: plain words only, hidden from keyboards that learn."""

    edited = Signal()
    """The person changed something; not emitted when a note is shown."""
    left = Signal()
    """The keyboard went elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._showing = False
        quiet_bars(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setInputMethodHints(PRIVATE | Qt.InputMethodHint.ImhMultiLine)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self._tell)
        align_paragraphs(self)

    def _tell(self) -> None:
        align_paragraphs(self)
        if not self._showing:
            self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.begin_step(event.text())
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString():
            self._break()
        super().inputMethodEvent(event)

    def begin_step(self, typed: str) -> None:
        """A word begins with ``typed``: Ctrl+Z takes back from here, not all that was typed."""
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()][-1:]
        if typed.strip() and typed.isprintable() and (not before or before.isspace()):
            self._break()

    def _break(self) -> None:
        # Qt joins what is typed to the step before, unless the document counts as saved.
        self.document().setModified(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def createMimeDataFromSelection(self) -> QMimeData:
        return private_mime(self.textCursor().selection().toPlainText())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()


class NoteTitle(_Field):
    """The title: one paragraph that wraps, so that it is never cut off. Enter goes on."""

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)
        self.restyle()

    def restyle(self) -> None:
        self.setFont(theme.font(24, theme.HEAVY))
        self.updateGeometry()

    def show_title(self, title: str) -> None:
        """Put another title in; nothing of the one before can be brought back by Ctrl+Z."""
        self._showing = True
        self.setPlainText(title)
        self._showing = False

    def title(self) -> str:
        """The title as typed, on one line."""
        return " ".join(self.toPlainText().split())

    def sizeHint(self) -> QSize:
        tall = int(self.document().size().height() + 0.999)
        return QSize(theme.px(200), max(tall, theme.line_height(24)))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.insertPlainText(" ".join(source.text().split()))


class _Headings(QSyntaxHighlighter):
    """Draws heading lines bold; the document itself holds no looks."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._bold = QTextCharFormat()
        self._bold.setFontWeight(QFont.Weight.DemiBold)

    def highlightBlock(self, text: str) -> None:
        if self.currentBlock().blockFormat().headingLevel():
            self.setFormat(0, len(text), self._bold)


class NoteBody(_Field):
    """The text of a note. ``# `` at the start of a line makes a heading, ``- `` a point; Enter
    goes on with points, Backspace at the start takes the mark away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._growing = False
        self._headings = _Headings(self.document())
        self.document().documentLayout().documentSizeChanged.connect(self._grew)
        self.restyle()

    def restyle(self) -> None:
        self.setFont(theme.font(BODY_SIZE))
        self._fit()

    def show_note(self, body: str) -> None:
        """Put another text in; nothing of the one before can be brought back by Ctrl+Z."""
        self._showing = True
        self.setUndoRedoEnabled(False)
        self.clear()
        self._insert(QTextCursor(self.document()), marks.lines(body))
        self.setUndoRedoEnabled(True)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._showing = False

    def note(self) -> str:
        """The text as it is kept."""
        shown = []
        block = self.document().begin()
        while block.isValid():
            heading = bool(block.blockFormat().headingLevel())
            for text in block.text().split("\u2028"):
                shown.append(Line(text, heading))
            block = block.next()
        return marks.body(shown)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(150))

    def minimumSizeHint(self) -> QSize:
        tall = int(self.document().size().height() + 0.999) if self._growing else 0
        return QSize(theme.px(120), max(theme.px(150), tall))

    def set_growing(self, on: bool) -> None:
        """Be as tall as the text, for a page that scrolls as a whole."""
        if on != self._growing:
            self._growing = on
            policy = Qt.ScrollBarPolicy
            never, needed = policy.ScrollBarAlwaysOff, policy.ScrollBarAsNeeded
            self.setVerticalScrollBarPolicy(never if on else needed)
            self.updateGeometry()

    def _grew(self) -> None:
        if self._growing:
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        done = False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            done = self._new_line()
        elif event.key() == Qt.Key.Key_Backspace and not event.modifiers():
            done = self._unmark()
        elif event.text() == " ":
            done = self._mark()
        if not done:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        self._insert(cursor, marks.lines(source.text().replace("\r\n", "\n")))
        cursor.endEditBlock()
        self.ensureCursorVisible()

    def _fit(self) -> None:
        """Lines stay short enough to read, however wide the window is."""
        rest = max(
            0, self.width() - theme.px(BODY_WIDTH) - self.verticalScrollBar().sizeHint().width()
        )
        margins = self.viewportMargins()
        if margins.right() != rest:
            self.setViewportMargins(0, 0, rest, 0)

    @staticmethod
    def _insert(cursor: QTextCursor, lines: list[Line]) -> None:
        for number, line in enumerate(lines):
            made = _block_format(heading=line.heading)
            if number:
                cursor.insertBlock(made)
            elif not cursor.block().text():
                cursor.setBlockFormat(made)
            cursor.insertText(line.text)

    def _new_line(self) -> bool:
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        text, at = cursor.block().text(), cursor.positionInBlock()
        if text == BULLET and at == len(BULLET):
            _remove_before(cursor, len(BULLET))
        else:
            heading = bool(cursor.blockFormat().headingLevel()) and at == 0 and bool(text)
            cursor.insertBlock(_block_format(heading=heading))
            if heading:  # Enter before a heading pushes it down and leaves an ordinary line above
                above = QTextCursor(cursor.block().previous())
                above.setBlockFormat(_block_format())
            if text.startswith(BULLET) and at >= len(BULLET):
                cursor.insertText(BULLET)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    def _mark(self) -> bool:
        cursor = self.textCursor()
        before = _before(cursor)
        if cursor.hasSelection() or before not in ("-", "*", "#"):
            return False
        cursor.beginEditBlock()
        _remove_before(cursor, 1)
        if before == "#":
            cursor.setBlockFormat(_block_format(heading=True))
        else:
            cursor.insertText(BULLET)
        cursor.endEditBlock()
        return True

    def _unmark(self) -> bool:
        cursor = self.textCursor()
        if cursor.hasSelection():
            return False
        if cursor.atBlockStart() and cursor.blockFormat().headingLevel():
            cursor.setBlockFormat(_block_format())
            return True
        if _before(cursor) == BULLET:
            cursor.beginEditBlock()
            _remove_before(cursor, len(BULLET))
            cursor.endEditBlock()
            return True
        return False


def _block_format(*, heading: bool = False) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    made.setHeadingLevel(2 if heading else 0)
    return made


def _before(cursor: QTextCursor) -> str:
    block: QTextBlock = cursor.block()
    return block.text()[: cursor.positionInBlock()]


def _remove_before(cursor: QTextCursor, count: int) -> None:
    cursor.movePosition(_BACK, _KEEP, count)
    cursor.removeSelectedText()
