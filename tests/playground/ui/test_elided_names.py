"""Names that begin alike are told apart in little room."""

from __future__ import annotations

from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from playground.inside.boundary.legend import ClassLegend
from playground.ui.look import theme
from playground.ui.text.elided_names import elided_names

BACK = "the customer will certainly come back"
NEVER = "the customer will certainly never come back again"


def metrics() -> QFontMetricsF:
    return QFontMetricsF(theme.font("small"))


def test_what_begins_alike_is_cut_so_that_it_differs(qapp: object) -> None:
    for width in (60, 80, 120):
        shown = elided_names((BACK, NEVER, "short"), width, metrics())
        assert len(set(shown)) == 3
        assert shown[2] == "short"
        assert all(metrics().horizontalAdvance(text) <= width + 1 for text in shown)


def test_what_differs_at_once_ends_in_an_ellipsis(qapp: object) -> None:
    shown = elided_names(("Iris setosa of the north", "Versicolor of the south"), 60, metrics())
    assert all(text.endswith("…") for text in shown)


def test_the_same_name_twice_looks_the_same(qapp: object) -> None:
    one, other = elided_names((BACK, BACK), 60, metrics())
    assert one == other
    assert one.endswith("…")


def test_a_legend_names_as_many_classes_as_it_has_room_for(qtbot: QtBot) -> None:
    legend = ClassLegend()
    qtbot.addWidget(legend)
    legend.set_classes([f"class {label}" for label in range(60)])
    legend.resize(legend.sizeHint())
    assert legend.shown_words() == [*(f"class {label}" for label in range(6)), "…"]
    legend.resize(200, 20)
    words = legend.shown_words()
    assert words[-1] == "…"
    assert 1 < len(words) < 6
    assert legend.minimumSizeHint().width() < 150
