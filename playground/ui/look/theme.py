"""The look: which palette is on the screen, type, spacing, lane marks and icons."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from string import Template
from typing import Final, Literal, get_args

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainterPath, QPalette, QPen
from PySide6.QtWidgets import QApplication

from playground.ui.look import icons, symbols
from playground.ui.look.palette import CONTRAST, DARK, LIGHT, Theme
from playground.ui.look.stylesheet import stylesheet

SPACE_1: Final = 4
SPACE_2: Final = 8
SPACE_3: Final = 12
SPACE_4: Final = 16

Choice = Literal["light", "dark", "contrast", "system"]
Size = Literal["small", "body", "title", "number", "display"]


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
        hints = QGuiApplication.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return CONTRAST
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return {"dark": DARK, "contrast": CONTRAST}.get(name, LIGHT)


def apply(name: Choice) -> Theme:
    """Puts the application into a theme, and everything that is open with it."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    watcher.choice = name
    hints = app.styleHints()
    schemes = {"light": Qt.ColorScheme.Light, "system": Qt.ColorScheme.Unknown}
    hints.setColorScheme(schemes.get(name, Qt.ColorScheme.Dark))  # the frame of the window, where the platform can
    theme = watcher.theme = _resolved(name)
    if not app.property("playground_styled"):
        app.setProperty("playground_styled", True)
        app.setStyle("Fusion")
        hints.colorSchemeChanged.connect(watcher.follow_system)
    app.setFont(font("body"))
    app.setPalette(palette(theme))
    rules = stylesheet(theme)
    if app.styleSheet() != rules:  # Qt would give every widget its style again
        app.setStyleSheet(rules)
    watcher.changed.emit(theme)
    return theme


def named(name: object) -> Choice:
    """What was chosen, as it is remembered; the system's where that is none of ours."""
    return next((known for known in get_args(Choice) if known == name), "system")


def rules(template: Template) -> str:
    """Rules of a stylesheet in the colours of the theme, for a widget's own setStyleSheet."""
    return _rules(template, watcher.theme)


@cache
def _rules(template: Template, theme: Theme) -> str:
    return template.substitute({field.name: getattr(theme, field.name) for field in fields(theme)})


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
_PIXELS: Final[dict[Size, int]] = {"small": 12, "body": 13, "title": 13, "number": 13, "display": 20}


@cache
def _families() -> list[str]:
    """Those of the families that this machine has: asking Qt for one that is missing is slow."""
    installed = set(QFontDatabase.families())
    return [family for family in _FAMILIES if family in installed or family.startswith(".")]


def font(size: Size = "body", bold: bool = False) -> QFont:
    """A step of the type scale. ``number`` and ``display`` have digits of equal width."""
    return QFont(_font(size, bold))


@cache
def _font(size: Size, bold: bool) -> QFont:
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
    """The colour of a class of the data; after the last one they start again, with other symbols."""
    return QColor(current().classes[index % len(current().classes)])


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
