"""The look: colours, type, spacing, lane marks and icons. The only place with a colour literal."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import QApplication

from playground.ui.look import icons, symbols
from playground.ui.look.stylesheet import stylesheet

SPACE_1: Final = 4
SPACE_2: Final = 8
SPACE_3: Final = 12
SPACE_4: Final = 16

Choice = Literal["light", "dark", "system"]
Size = Literal["small", "body", "title", "number", "display"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Every colour of the window, by what it is for. Contrast is tested in tests/playground/ui/test_theme.py."""

    name: Literal["light", "dark"]
    window: str
    surface: str
    """Cards and panels."""
    sunken: str
    """Inputs and the background of plots."""
    raised: str
    """Under the pointer."""
    border: str
    border_strong: str
    text: str
    muted: str
    disabled: str
    accent: str
    accent_text: str
    accent_hover: str
    accent_soft: str
    """Behind what is selected or switched on."""
    accent_edge: str
    """Around what is `accent_soft`."""
    good: str
    warning: str
    warning_soft: str
    warning_edge: str
    danger: str
    danger_soft: str
    danger_edge: str
    grid: str
    train: str
    test: str
    dense: str
    activation: str
    dropout: str
    batch_norm: str
    negative: str
    """Below zero, in pictures of weights; `positive` is its opposite and `sunken` is zero."""
    positive: str
    lanes: tuple[str, ...]
    """Start from Okabe and Ito's; moved apart for eyes that see two cones only. Blue, orange, green, pink, ..."""

    def color(self, name: str) -> QColor:
        """A colour by its name here (``"accent"``), or any other that Qt can read."""
        return QColor(getattr(self, name, name))


LIGHT: Final = Theme(
    name="light",
    window="#f3f4f6",
    surface="#ffffff",
    sunken="#f7f8fa",
    raised="#eceef2",
    border="#dfe2e8",
    border_strong="#b9bfca",
    text="#1b1f26",
    muted="#5b6472",
    disabled="#a2a9b5",
    accent="#3457d5",
    accent_text="#ffffff",
    accent_hover="#2a49bd",
    accent_soft="#e8edfc",
    accent_edge="#b9c7f5",
    good="#18794e",
    warning="#955a00",
    warning_soft="#fdf3dc",
    warning_edge="#ecd194",
    danger="#c22f34",
    danger_soft="#fdeaea",
    danger_edge="#f0bcbc",
    grid="#e3e6eb",
    train="#3c4452",
    test="#7c8594",
    dense="#3457d5",
    activation="#b45f06",
    dropout="#8a45c4",
    batch_norm="#0b7285",
    negative="#2971d0",
    positive="#d9480f",
    lanes=("#2971d0", "#ed5613", "#226a43", "#c767a6", "#333082", "#93894d", "#70073c", "#208fcf", "#504f5f"),
)

DARK: Final = Theme(
    name="dark",
    window="#15171c",
    surface="#1d2026",
    sunken="#16181d",
    raised="#2a2e37",
    border="#30353f",
    border_strong="#4d5563",
    text="#e7eaf0",
    muted="#9ba4b2",
    disabled="#5f6774",
    accent="#86a1ff",
    accent_text="#10131a",
    accent_hover="#a2b7ff",
    accent_soft="#262f4d",
    accent_edge="#43538a",
    good="#4cc38a",
    warning="#f0b03f",
    warning_soft="#332a17",
    warning_edge="#6b5425",
    danger="#ff7d78",
    danger_soft="#3a2022",
    danger_edge="#7a3d3f",
    grid="#282c35",
    train="#d3d8e0",
    test="#8b94a3",
    dense="#86a1ff",
    activation="#eda25a",
    dropout="#c08bf0",
    batch_norm="#4fc3d9",
    negative="#5aa2ec",
    positive="#f28b45",
    lanes=("#478cd0", "#ee833a", "#2bc38c", "#d999de", "#a584f7", "#e8ca40", "#cf566b", "#97e3fe", "#b6c2c6"),
)


class _Watcher(QObject):
    """Says that the theme has changed, and follows the system's where that was chosen."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.choice: Choice = "light"
        self.theme = LIGHT

    def follow_system(self) -> None:
        if self.choice == "system" and self.theme is not _resolved("system"):
            apply("system")


watcher: Final = _Watcher()
"""`watcher.changed` carries the new Theme. Connect bound methods of QObjects only."""


def current() -> Theme:
    """The theme that is on the screen."""
    return watcher.theme


def choice() -> Choice:
    """What was asked for: light, dark, or to follow the system."""
    return watcher.choice


def _resolved(name: Choice) -> Theme:
    if name == "system":
        return DARK if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return DARK if name == "dark" else LIGHT


def apply(name: Choice) -> Theme:
    """Puts the application into a theme, and everything that is open with it."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    watcher.choice = name
    hints = app.styleHints()
    schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark, "system": Qt.ColorScheme.Unknown}
    hints.setColorScheme(schemes[name])  # the frame of the window, where the platform can
    theme = watcher.theme = _resolved(name)
    if not app.property("playground_styled"):
        app.setProperty("playground_styled", True)
        app.setStyle("Fusion")
        hints.colorSchemeChanged.connect(watcher.follow_system)
    app.setFont(font("body"))
    app.setPalette(palette(theme))
    app.setStyleSheet(stylesheet(theme))
    watcher.changed.emit(theme)
    return theme


def palette(theme: Theme) -> QPalette:
    """The theme as Qt's own widgets read it."""
    role = QPalette.ColorRole
    colors = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.sunken,
        role.AlternateBase: theme.surface,
        role.Text: theme.text,
        role.Button: theme.surface,
        role.ButtonText: theme.text,
        role.BrightText: theme.danger,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.accent_text,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.PlaceholderText: theme.muted,
        role.ToolTipBase: theme.surface,
        role.ToolTipText: theme.text,
        role.Light: theme.surface,
        role.Midlight: theme.raised,
        role.Mid: theme.border,
        role.Dark: theme.border_strong,
        role.Shadow: theme.border_strong,
    }
    result = QPalette()
    for key, color in colors.items():
        result.setColor(key, QColor(color))
    for key in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText, role.Link):
        result.setColor(QPalette.ColorGroup.Disabled, key, QColor(theme.disabled))
    result.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(theme.border_strong))
    result.setColor(QPalette.ColorGroup.Disabled, role.HighlightedText, QColor(theme.text))
    return result


_FAMILIES: Final = (
    *("Inter", "SF Pro Text", ".AppleSystemUIFont", "Segoe UI Variable Text", "Segoe UI"),
    *("Noto Sans", "Source Sans 3", "Cantarell", "Ubuntu"),
    *("Noto Sans CJK KR", "Noto Sans KR", "Apple SD Gothic Neo", "Malgun Gothic"),
    "DejaVu Sans",
)
_PIXELS: Final[dict[Size, int]] = {"small": 11, "body": 13, "title": 13, "number": 13, "display": 20}


@cache
def _families() -> list[str]:
    """Those of the families that this machine has: asking Qt for one that is missing is slow."""
    installed = set(QFontDatabase.families())
    return [family for family in _FAMILIES if family in installed or family.startswith(".")]


def font(size: Size = "body", bold: bool = False) -> QFont:
    """A step of the type scale. ``number`` and ``display`` have digits of equal width."""
    result = QFont()
    result.setFamilies(_families())
    result.setPixelSize(_PIXELS[size])
    if bold or size == "title":
        result.setWeight(QFont.Weight.DemiBold)
    if size in ("number", "display"):
        result.setFeature(QFont.Tag("tnum"), 1)
    return result


def lane_color(index: int) -> QColor:
    """The colour of a lane; after the last one they start again, with other symbols."""
    return QColor(current().lanes[index % len(current().lanes)])


def class_color(index: int) -> QColor:
    """The colour of a class of the data, in pictures that show no lanes."""
    return lane_color(index)


def lane_symbol(index: int) -> str:
    """The mark of a lane, by pyqtgraph's name."""
    return symbols.NAMES[index % len(symbols.NAMES)]


def lane_symbol_path(index: int) -> QPainterPath:
    """The mark of a lane, one unit wide, around (0, 0)."""
    return symbols.path(lane_symbol(index))


def lane_pen(index: int, width: float = 1.5, dashed: bool = False) -> QPen:
    """The line of a lane: solid for training, dashed for testing."""
    pen = QPen(lane_color(index), width)
    pen.setCosmetic(True)
    if dashed:
        pen.setStyle(Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([4.0, 3.0])
    return pen


def ghost_pen() -> QPen:
    """The line of a run that is shown beside the lanes': grey, for colours are lanes' alone."""
    color = QColor(current().muted)
    color.setAlphaF(0.55)
    pen = QPen(color, 1)
    pen.setCosmetic(True)
    return pen


def icon(name: str, color: str | None = None) -> QIcon:
    """The drawing ``assets/icons/NAME.svg`` in a colour of the theme (``"accent"``; normally that of text).

    The icon follows the theme by itself when it is next painted.
    """
    return icons.icon(name, current, color or "text")
