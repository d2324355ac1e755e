"""Schemes, sizes and what happens when they change while the program runs."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from peerdesk.ui import theme
from peerdesk.ui.widgets import Button, Card, Column, Heading, Label


def test_of_follows_the_palette(qtbot: QtBot, qapp: QApplication) -> None:
    widget = QLabel()
    qtbot.addWidget(widget)
    for scheme in ("dark", "contrast", "light"):
        theme.apply(qapp, scheme, 1.0)  # type: ignore[arg-type]
        qapp.processEvents()
        assert theme.of(widget) is theme.SCHEMES[scheme]


def test_every_scheme_has_a_paper_of_its_own() -> None:
    assert len({t.paper for t in theme.SCHEMES.values()}) == len(theme.SCHEMES)


def test_a_foreign_palette_gets_the_light_tokens() -> None:
    foreign = QPalette()
    foreign.setColor(QPalette.ColorRole.Window, "#123456")
    assert theme.of_palette(foreign) is theme.LIGHT


def test_px_follows_the_text_size(qapp: QApplication) -> None:
    assert theme.px(40) == 40
    theme.apply(qapp, "light", 2.0)
    assert theme.px(40) == 80
    assert theme.px(0) == 0
    theme.apply(qapp, "light", 9.0)
    assert theme.scale() == 2.0
    theme.apply(qapp, "light", 0.2)
    assert theme.scale() == 1.0
    assert theme.px(0.1) == 1


def test_fonts_have_tabular_digits_and_weights() -> None:
    made = theme.font(16, 600)
    assert made.pixelSize() == 16
    assert made.weight() == QFont.Weight.DemiBold
    assert made.isFeatureSet(QFont.Tag("tnum"))


def test_widgets_and_layouts_grow_with_the_text(qtbot: QtBot, qapp: QApplication) -> None:
    card = Card(margins=(18, 16, 18, 16))
    title, button = Heading("Today"), Button("Add", "primary")
    card.add(title, button)
    qtbot.addWidget(card)
    small = (title.sizeHint(), button.sizeHint(), card.box.contentsMargins().left())
    theme.apply(qapp, "light", 2.0)
    assert title.font().pixelSize() == 48
    assert button.sizeHint().height() == 2 * small[1].height()
    assert card.box.contentsMargins().left() == 2 * small[2]
    theme.apply(qapp, "light", 1.0)
    assert (title.sizeHint(), button.sizeHint()) == small[:2]


def test_nested_layouts_are_measured_again(qtbot: QtBot, qapp: QApplication) -> None:
    widget = QWidget()
    outer = Column(widget)
    inner = Column(spacing=10)
    outer.addLayout(inner)
    qtbot.addWidget(widget)
    theme.apply(qapp, "light", 2.0)
    assert inner.spacing() == 20


def test_system_asks_the_desktop(qapp: QApplication) -> None:
    assert theme.resolve("system") in theme.SCHEMES.values()
    theme.apply(qapp, "system")
    qapp.processEvents()
    qapp.styleHints().colorSchemeChanged.emit(qapp.styleHints().colorScheme())
    assert theme.of_palette(qapp.palette()) is theme.resolve("system")


@pytest.mark.parametrize("tone", ["ink", "muted", "accent", "plum", "clay", "ok"])
def test_tones_are_palette_roles(qtbot: QtBot, tone: theme.Tone) -> None:
    label = Label("words", tone=tone)
    qtbot.addWidget(label)
    wanted = getattr(theme.LIGHT, tone).lower()
    assert label.palette().color(label.foregroundRole()).name() == wanted


def test_blend() -> None:
    assert theme.blend("#000000", "#FFFFFF", 0.5).name() == "#808080"
