"""Colours, fonts and distances, after the visual target.

Colours are :class:`Tokens`, one set per scheme. :func:`of` finds the set of a widget by its
palette, so nothing global has to be asked. Distances are written in the target's pixels (text
15 px) and go through :func:`px`, which follows the size of the application font. After
:func:`apply` every widget and layout with a ``restyle()`` method is told to measure itself again.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

Scheme = Literal["light", "dark", "contrast", "system"]
Tone = Literal["ink", "muted", "accent", "plum", "clay", "ok", "on_accent"]
HEAVY = 700
"""Weight of headings: the target's 650, which fonts without that weight draw as 700."""
BASE = 15
"""Pixel size of ordinary text at 100 %."""


class Tokens(NamedTuple):
    """Colours of one scheme, as ``#rrggbb``. ``border_strong`` and ``focus`` hold 3:1 against
    every background; every text colour holds 4.5:1 against the backgrounds it stands on."""

    name: str
    paper: str
    surface: str
    sunken: str
    line: str
    ink: str
    muted: str
    accent: str
    accent_ink: str
    accent_soft: str
    clay: str
    clay_soft: str
    plum: str
    plum_soft: str
    plum_line: str
    ok: str
    ok_soft: str
    focus: str
    border_strong: str
    hover: str

    def color(self, name: str) -> QColor:
        """The colour of one token by its name."""
        return QColor(getattr(self, name))


LIGHT = Tokens(
    name="light",
    paper="#F6F4EF",
    surface="#FFFFFF",
    sunken="#EFECE5",
    line="#DDD8CD",
    ink="#1F2B2A",
    muted="#566462",
    accent="#1E6B64",
    accent_ink="#FFFFFF",
    accent_soft="#DDECE9",
    clay="#9A4A22",
    clay_soft="#F6E5DA",
    plum="#5D3A73",
    plum_soft="#EEE5F3",
    plum_line="#D9C6E3",
    ok="#3C6B2F",
    ok_soft="#E4EEDD",
    focus="#1E6B64",
    border_strong="#8D877C",
    hover="#F4F1EB",
)
DARK = Tokens(
    name="dark",
    paper="#141918",
    surface="#1C2322",
    sunken="#171D1C",
    line="#33403E",
    ink="#E9EFED",
    muted="#A3B2AF",
    accent="#74C5BA",
    accent_ink="#0E2421",
    accent_soft="#1F3B38",
    clay="#E9A57F",
    clay_soft="#3B271C",
    plum="#CBA9DF",
    plum_soft="#33263C",
    plum_line="#574166",
    ok="#A5CF94",
    ok_soft="#22331C",
    focus="#74C5BA",
    border_strong="#778986",
    hover="#25302E",
)
CONTRAST = Tokens(
    name="contrast",
    paper="#000000",
    surface="#000000",
    sunken="#141414",
    line="#A6A6A6",
    ink="#FFFFFF",
    muted="#E2E2E2",
    accent="#FFE45C",
    accent_ink="#000000",
    accent_soft="#3A3200",
    clay="#FFC9A3",
    clay_soft="#3A1E08",
    plum="#EBC4FF",
    plum_soft="#2E1040",
    plum_line="#B58FCB",
    ok="#B9F0A0",
    ok_soft="#12300A",
    focus="#FFE45C",
    border_strong="#FFFFFF",
    hover="#262626",
)
SCHEMES: dict[str, Tokens] = {t.name: t for t in (LIGHT, DARK, CONTRAST)}
_BY_PAPER = {QColor(t.paper).rgb(): t for t in SCHEMES.values()}

_TONE_ROLES: dict[str, QPalette.ColorRole] = {
    "ink": QPalette.ColorRole.WindowText,
    "muted": QPalette.ColorRole.PlaceholderText,
    "accent": QPalette.ColorRole.Link,
    "plum": QPalette.ColorRole.LinkVisited,
    "clay": QPalette.ColorRole.BrightText,
    "ok": QPalette.ColorRole.Midlight,
    "on_accent": QPalette.ColorRole.HighlightedText,
}


def palette(tokens: Tokens) -> QPalette:
    """The palette of one scheme; plain Qt controls drawn by Fusion follow it too."""
    role = QPalette.ColorRole
    pairs = {
        role.Window: "paper",
        role.WindowText: "ink",
        role.Base: "surface",
        role.AlternateBase: "sunken",
        role.Text: "ink",
        role.PlaceholderText: "muted",
        role.Button: "surface",
        role.ButtonText: "ink",
        role.BrightText: "clay",
        role.Highlight: "accent",
        role.HighlightedText: "accent_ink",
        role.Link: "accent",
        role.LinkVisited: "plum",
        role.ToolTipBase: "surface",
        role.ToolTipText: "ink",
        role.Accent: "accent",
        role.Light: "surface",
        role.Midlight: "ok",
        role.Mid: "line",
        role.Dark: "border_strong",
        role.Shadow: "line",
    }
    made = QPalette()
    for which, token in pairs.items():
        made.setColor(which, tokens.color(token))
    faded = blend(tokens.ink, tokens.surface, 0.5)
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, faded)
    return made


def blend(one: str | QColor, other: str | QColor, share: float) -> QColor:
    """``share`` of ``one`` over ``other``."""
    a, b = QColor(one), QColor(other)
    mix = [round(x * share + y * (1 - share)) for x, y in zip(_rgb(a), _rgb(b), strict=True)]
    return QColor(*mix)


def _rgb(color: QColor) -> tuple[int, int, int]:
    return color.red(), color.green(), color.blue()


def of_palette(made: QPalette) -> Tokens:
    """The tokens a palette was made from; the light ones for a foreign palette."""
    paper = made.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Window)
    return _BY_PAPER.get(paper.rgb(), LIGHT)


def of(widget: QWidget) -> Tokens:
    """The tokens a widget is painted with."""
    return of_palette(widget.palette())


def tone_role(tone: Tone) -> QPalette.ColorRole:
    """The palette role that carries a text tone, for ``setForegroundRole``."""
    return _TONE_ROLES[tone]


def scale() -> float:
    """Text size now: 1.0 to 2.0."""
    size = QGuiApplication.font().pixelSize()
    return size / BASE if size > 0 else 1.0


def px(n: float) -> int:
    """A distance of the target in pixels at the present text size; never 0 for a positive n."""
    made = int(n * scale() + 0.5)
    return max(1, made) if n > 0 else made


def font(size: float = BASE, weight: int = 400) -> QFont:
    """The application font at one of the target's sizes and weights (400, 500, 600)."""
    made = QFont(QGuiApplication.font())
    made.setPixelSize(px(size))
    made.setWeight(QFont.Weight(weight))
    if size >= 20:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -0.2)
    return made


def line_height(size: float = BASE) -> int:
    """Height of one line of text of this size (1.45, as in the target)."""
    return int(px(size) * 1.45 + 0.5)


def resolve(scheme: Scheme) -> Tokens:
    """The tokens of a scheme; "system" asks the desktop."""
    if scheme != "system":
        return SCHEMES[scheme]
    hints = QGuiApplication.styleHints()
    accessibility = getattr(hints, "accessibility", None)
    if accessibility is not None:
        wanted = accessibility().contrastPreference()
        if wanted == Qt.ContrastPreference.HighContrast:
            return CONTRAST
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def apply(
    app: QApplication,
    scheme: Scheme = "system",
    scale: float = 1.0,
    font_family: str | None = None,
) -> Tokens:
    """Give the whole program a scheme and a text size (1.0 to 2.0), also while it runs.

    ``font_family`` stays None in the product: the system's own font.
    """
    if app.property("peerdeskStyle") != "fusion":  # asking for the style itself costs 5 ms
        app.setStyle("Fusion")
        app.setProperty("peerdeskStyle", "fusion")
    made = QFont(app.font())
    if font_family:
        made.setFamilies([font_family])
    made.setPixelSize(round(BASE * min(2.0, max(1.0, scale))))
    made.setFeature(QFont.Tag("tnum"), 1)
    tokens = resolve(scheme)
    app.setProperty("peerdeskScheme", scheme)
    if app.font() != made:
        app.setFont(made)
    if app.palette() != palette(tokens):
        app.setPalette(palette(tokens))
    if not app.property("peerdeskFollows"):
        app.setProperty("peerdeskFollows", True)
        app.styleHints().colorSchemeChanged.connect(lambda _now: _follow(app))
    restyle_all(app)
    return tokens


def _follow(app: QApplication) -> None:
    if app.property("peerdeskScheme") == "system":
        app.setPalette(palette(resolve("system")))


def restyle_all(app: QApplication) -> None:
    """Let every widget and layout that has ``restyle()`` measure itself again."""
    for top in app.topLevelWidgets():
        restyle(top)


def restyle(top: QWidget) -> None:
    """Let ``top`` and everything inside it measure itself again."""
    for thing in (top, *top.findChildren(QObject)):
        again = getattr(thing, "restyle", None)
        if callable(again):
            again()
        if isinstance(thing, QWidget):
            thing.updateGeometry()
            thing.update()
