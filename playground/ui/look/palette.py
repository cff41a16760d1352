"""Every colour, in the light, in the dark and in high contrast. The only place with a colour literal."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtGui import QColor

from engine.records import record


@record(kw_only=True)
class Theme:
    """Every colour of the window, by what it is for. Contrast is tested in tests/playground/ui/test_theme.py."""

    name: Literal["light", "dark", "contrast"]
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
    pool: str
    negative: str
    """Below zero, in pictures of weights and activations; `positive` is its opposite and `sunken` is zero. Brown and
    teal, which eyes that see two cones only tell apart, and which no lane has."""
    positive: str
    lanes: tuple[str, ...]
    """Start from Okabe and Ito's; moved apart for eyes that see two cones only. Blue, orange, green, pink, ..."""
    classes: tuple[str, ...]
    """Violet, amber, teal, crimson, ...: none that a lane has, so that a blue line is never about a blue class."""

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
    dense="#4a5570",
    activation="#b45f06",
    dropout="#8a45c4",
    batch_norm="#0b7285",
    pool="#5b7083",
    negative="#a15c10",
    positive="#01857a",
    lanes=("#2971d0", "#ed5613", "#226a43", "#c767a6", "#333082", "#93894d", "#70073c", "#208fcf", "#504f5f"),
    classes=(
        *("#7b3fc4", "#c28300", "#159784", "#ad1f59", "#5e7d00"),
        *("#9d1300", "#2f9cb3", "#8685dd", "#3e5123", "#dc6287"),
    ),
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
    dense="#aeb8cc",
    activation="#eda25a",
    dropout="#c08bf0",
    batch_norm="#4fc3d9",
    pool="#9db2c4",
    negative="#dd9c55",
    positive="#3cc4b4",
    lanes=("#478cd0", "#ee833a", "#2bc38c", "#d999de", "#a584f7", "#e8ca40", "#cf566b", "#97e3fe", "#b6c2c6"),
    classes=(
        *("#93a3ff", "#e8a900", "#6eedcd", "#f26a9b", "#a9dc5c"),
        *("#c9a279", "#76c6ff", "#8f86c9", "#e6e298", "#f2a0c8"),
    ),
)


CONTRAST: Final = Theme(
    name="contrast",
    window="#000000",
    surface="#000000",
    sunken="#000000",
    raised="#2b2b2b",
    border="#8c8c8c",
    border_strong="#d0d0d0",
    text="#ffffff",
    muted="#e2e2e2",
    disabled="#8f8f8f",
    accent="#ffd84d",
    accent_text="#000000",
    accent_hover="#ffe88a",
    accent_soft="#3a3000",
    accent_edge="#ffd84d",
    good="#5dff9b",
    warning="#ffc400",
    warning_soft="#261a00",
    warning_edge="#ffc400",
    danger="#ff9d98",
    danger_soft="#330000",
    danger_edge="#ff9d98",
    grid="#4a4a4a",
    train="#ffffff",
    test="#c4c4c4",
    dense="#dfe6f5",
    activation="#ffb566",
    dropout="#d3a6ff",
    batch_norm="#6fe0f2",
    pool="#bcd3e8",
    negative="#ffab4a",
    positive="#3fe6d2",
    lanes=DARK.lanes,
    classes=DARK.classes,
)
"""White on black, borders that are seen, for eyes that need more of it and for poor projectors."""
