"""Words that stand still."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from peerdesk.ui import theme
from peerdesk.ui.widgets import Avatar, Badge, Heading, KeyHint, Label, Muted, Paragraph, Tag


def test_wrapped_text_stays_plain_and_harmless(qtbot: QtBot) -> None:
    label = Paragraph("<b>not bold</b>\nsecond & line")
    qtbot.addWidget(label)
    assert label.text() == "<b>not bold</b>\nsecond & line"
    iface = QAccessible.queryAccessibleInterface(label)
    assert iface is not None
    assert "<b>not bold</b>" in iface.text(QAccessible.Text.Name)
    assert label.heightForWidth(1000) >= 2 * theme.line_height() - 2


def test_one_wrapped_line_is_as_high_as_a_plain_one(qtbot: QtBot) -> None:
    plain, wrapped = Label("Ana"), Paragraph("Ana")
    qtbot.addWidget(plain)
    qtbot.addWidget(wrapped)
    assert abs(wrapped.heightForWidth(400) - plain.minimumHeight()) <= 1


def test_strong_parts_follow_the_scheme(qtbot: QtBot, qapp: QApplication) -> None:
    label = Label(tone="muted", wrap=True)
    qtbot.addWidget(label)
    label.set_parts([("Theme: ", False), ("Sleep", True)])
    assert label.text() == "Theme: Sleep"
    theme.apply(qapp, "dark", 1.0)
    qapp.processEvents()
    assert theme.DARK.ink in super(Label, label).text()


def test_tones_change(qtbot: QtBot) -> None:
    label = Muted("quiet")
    qtbot.addWidget(label)
    label.set_tone("plum")
    assert label.palette().color(label.foregroundRole()).name() == theme.LIGHT.plum.lower()
    label.setText("other")
    assert label.text() == "other"


def test_words_begin_where_lines_begin(qtbot: QtBot, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    label = Heading("Ana")
    qtbot.addWidget(label)
    assert label.alignment() & Qt.AlignmentFlag.AlignRight
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    assert label.alignment() & Qt.AlignmentFlag.AlignHCenter


def test_headings_have_their_sizes(qtbot: QtBot) -> None:
    for level, size in ((1, 24), (2, 16), (3, 20)):
        made = Heading("Words", level)
        qtbot.addWidget(made)
        assert made.font().pixelSize() == size


def test_tags_fit_their_words(qtbot: QtBot) -> None:
    tag = Tag("emergency contact", "ok")
    qtbot.addWidget(tag)
    assert tag.minimumSizeHint().width() > tag.fontMetrics().horizontalAdvance(tag.text())
    image = tag.grab().toImage()
    assert image.pixelColor(image.width() // 2, 1).name() == theme.LIGHT.ok_soft.lower()
    tag.set_kind("plum")
    assert tag.grab().toImage() != image


def test_letters_and_keys(qtbot: QtBot) -> None:
    for made in (Avatar("ana"), Badge("tuesday"), KeyHint("F8"), Avatar("bo", 48), Badge("p", 42)):
        qtbot.addWidget(made)
        assert not made.grab().isNull()
    avatar = Avatar("ana")
    qtbot.addWidget(avatar)
    assert avatar.text() == "A"
    avatar.set_name("bo")
    assert avatar.text() == "B"
    assert avatar.sizeHint() == avatar.size()


def test_a_time_keeps_its_half_of_the_day_on_the_line(qtbot: QtBot) -> None:
    tied, loose = Label("9:00\u202fPM", wrap=True), Label("9:00 PM", wrap=True)
    for label in (tied, loose):
        qtbot.addWidget(label)
    narrow = tied.fontMetrics().horizontalAdvance("9:00") + 6
    assert loose.heightForWidth(narrow) > tied.heightForWidth(narrow)
    assert tied.text() == "9:00\u202fPM"
