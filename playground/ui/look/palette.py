"""Every colour, in the light and in the dark. The only place with a colour literal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtGui import QColor


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
    pool: str
    negative: str
    """Below zero, in pictures of weights and activations; `positive` is its opposite and `sunken` is zero. Brown and
    teal, which eyes that see two cones only tell apart, and which no lane has."""
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
    pool="#5b7083",
    negative="#a15c10",
    positive="#01857a",
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
    pool="#9db2c4",
    negative="#dd9c55",
    positive="#3cc4b4",
    lanes=("#478cd0", "#ee833a", "#2bc38c", "#d999de", "#a584f7", "#e8ca40", "#cf566b", "#97e3fe", "#b6c2c6"),
)
