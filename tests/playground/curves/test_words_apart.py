"""Words on the curves lie on no other words."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QImage, QPainter
from pytestqt.qtbot import QtBot

from playground.curves.baseline import Baseline, draw_baseline
from playground.curves.plots import plot
from playground.curves.plots.endings import Ending, draw_endings, name_places
from playground.curves.plots.in_the_way import InTheWay
from playground.ui.look import theme
from playground.ui.painting.lines.line_drawing import Scale
from playground.ui.painting.lines.thinning import Points
from playground.ui.painting.lines.value_axis import ValueAxis
from playground.ui.painting.notes import Note, draw_legend, draw_notes
from tests.conftest import thorough_product

FRAME = QRectF(0, 0, 300, 120)


def to_scene(x: float, y: float) -> QPointF:
    return QPointF(x, y)


class Writer(QPainter):
    """Notes where each text is written."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self.written: dict[str, QRectF] = {}

    def drawText(self, at: QPointF, text: str) -> None:  # type: ignore[override]
        metrics = QFontMetricsF(theme.font("small"))
        high = metrics.ascent() + metrics.descent()
        self.written[text] = QRectF(at.x(), at.y() - metrics.ascent(), metrics.horizontalAdvance(text), high)


class Lines(QPainter):
    """Notes where each straight line is drawn."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self.lines: list[tuple[QPointF, QPointF]] = []

    def drawLine(self, start: QPointF, end: QPointF) -> None:  # type: ignore[override]
        self.lines.append((start, end))


@pytest.fixture
def writer(qtbot: QtBot) -> Any:
    image = QImage(300, 120, QImage.Format.Format_RGB32)
    writer = Writer(image)
    yield writer
    writer.end()


def test_a_note_early_in_the_run_goes_below_the_names(writer: Writer) -> None:
    """There is no room before the names, for the curves have hardly begun."""
    endings = [Ending(0, "lane of depth four", 12, 6), Ending(1, "another", 12, 9)]
    names = [name.room for name in name_places(FRAME, endings, to_scene)]
    draw_notes(writer, FRAME, [Note(12, "test set opened")], to_scene, 5, names)
    draw_endings(writer, FRAME, endings, to_scene)
    note = writer.written.pop("test set opened")
    assert len(writer.written) == 2
    assert not any(note.intersects(name.adjusted(0, 1, 0, -1)) for name in writer.written.values())


def test_the_words_of_the_baseline_leave_the_names_where_they_were_moved_to(writer: Writer) -> None:
    """Lines that end together have names below one another, down to where the baseline is."""
    line = QFontMetricsF(theme.font("small")).height()
    endings = [Ending(0, name, 100, 20) for name in ("a long name of a lane", "b long name of a lane", "c")]
    names = [name.room for name in name_places(FRAME, endings, to_scene)]
    assert max(place.bottom() for place in names) == pytest.approx(20 + 2.5 * line, abs=1)
    shown = Baseline(FRAME.bottom() - (20 + 2.7 * line), "always the largest class of all")
    draw_baseline(writer, FRAME, Scale(QRectF(0, 0, 300, 120), FRAME), shown, names)
    draw_endings(writer, FRAME, endings, to_scene)
    words = writer.written.pop(shown.words, QRectF())
    assert not any(words.intersects(name) for name in writer.written.values())


@pytest.mark.parametrize("has_ghosts", [False, True])
def test_what_to_do_is_not_written_across_the_curves_of_before(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, has_ghosts: bool
) -> None:
    told: list[str] = []
    monkeypatch.setattr(plot, "draw_hint", lambda painter, room, text: told.append(text))
    monkeypatch.setattr(plot.LanePlot, "ghosts", property(lambda _: [object()] if has_ghosts else []))
    shown = plot.LanePlot()
    qtbot.addWidget(shown)
    shown.hint = "Press Play"
    shown.grab()
    assert bool(told) is not has_ghosts


def test_what_to_do_is_not_written_across_the_names_of_lanes(qtbot: QtBot) -> None:
    shown = plot.LanePlot()
    qtbot.addWidget(shown)
    shown.hint = "Press Play"
    middle = FRAME.center().y()
    assert shown._hint_beside(FRAME, [QRectF(FRAME.left(), FRAME.top(), 200, 10)]) == "Press Play"
    assert shown._hint_beside(FRAME, [QRectF(FRAME.left(), middle - 5, 200, 10)]) == ""


@pytest.mark.parametrize("high", [34, 52, 120])
def test_notes_lie_on_no_other_words(writer: Writer, high: int) -> None:
    """Those that find no room are left out."""
    frame = QRectF(0, 0, 300, high)
    others = [QRectF(120, high / 2 - 9, 170, 18)]
    notes = [Note(10 + 3 * index, f"before: Training rows 66 -> {index}") for index in range(9)]
    draw_notes(writer, frame, notes, to_scene, None, others)
    places = [place.adjusted(0, 2, 0, -2) for place in writer.written.values()]
    assert places or high < 120
    for index, place in enumerate(places):
        assert not any(place.intersects(other) for other in [*others, *places[:index]])
    assert len(places) >= 4 or high < 120


@pytest.mark.parametrize("y", range(0, 120, 7))
def test_the_words_of_the_baseline_leave_the_legend(writer: Writer, y: int) -> None:
    legend = draw_legend(writer, FRAME, ["before: Training rows 66 -> 360"])
    words = draw_baseline(writer, FRAME, Scale(QRectF(0, 0, 300, 120), FRAME), Baseline(y, "always the same"), legend)
    (told,) = [place for text, place in writer.written.items() if text.startswith("before")]
    assert legend[0].contains(told.center())
    assert words is None or not words.intersects(told)


@pytest.mark.parametrize(
    ("high", "reach"), thorough_product(range(20, 200, 9), ((0.0, 1.05), (0.4, 1.02), (0.93, 1.0)))
)
def test_shares_beside_a_low_plot_do_not_touch(qtbot: QtBot, high: int, reach: tuple[float, float]) -> None:
    axis = ValueAxis("left")
    axis.write_shares(lambda share: f"{share:.0%}")
    ((_, ticks),) = axis.tickValues(*reach, high)
    line = QFontMetricsF(theme.font("small")).height()
    assert all((after - before) * high / (reach[1] - reach[0]) >= line for before, after in pairwise(ticks))


def test_what_a_ghost_is_stands_beside_the_names_of_a_run_that_has_just_begun(writer: Writer) -> None:
    name = QRectF(FRAME.left() + 10, FRAME.top() + 2, 90, 14)
    text = "before: 15 other settings · best lane 0.5353, 68.7% at step 625 and so on, longer than any plot is wide"
    (alone,) = draw_legend(writer, FRAME, [text])
    (beside,) = draw_legend(writer, FRAME, [text], [name])
    assert alone.intersects(name), "without names it has all the room"
    assert beside.left() >= name.right()
    assert beside.right() == FRAME.right()


@pytest.mark.parametrize(
    ("high", "count", "apart"), thorough_product((36, 45, 60, 80, 120, 400), (1, 3, 5, 9), (0.0, 0.01, 0.3, 5.0))
)
def test_names_and_what_leads_to_them_never_touch(qtbot: QtBot, high: int, count: int, apart: float) -> None:
    """However low the plot and however close the lines. What leads to a name begins at its line, and crosses none."""
    frame = QRectF(0, 0, 420, high)
    order = [4, 0, 7, 2, 8, 1, 6, 3, 5]
    ys = [high * (0.5 + apart * (place - 4) / 9) for place in order[:count]]
    endings = [Ending(lane, f"lane {'x' * (lane % 4)}", 180, y) for lane, y in enumerate(ys)]
    image = QImage(420, high, QImage.Format.Format_RGB32)
    drawn = Lines(image)
    draw_endings(drawn, frame, endings, to_scene)
    drawn.end()
    names = name_places(frame, endings, to_scene)
    rows = int(high / names[0].room.height())
    assert len(names) == min(count, 3 * rows) or (len(names) >= 2 * rows and not names[-1].room.right() < 300)
    for name in names:
        assert frame.contains(name.room)
    for one, other in combinations(names, 2):
        assert not one.room.adjusted(0, 0.1, 0, -0.1).intersects(other.room)
    for start, end in drawn.lines:
        (led,) = [name for name in names if abs(name.room.center().y() - end.y()) < 1]
        assert start.y() == led.ending.y
        assert led.room.left() - 4 < end.x() < led.room.left()
    for (start, end), (begin, finish) in combinations(drawn.lines, 2):
        assert (start.y() - begin.y()) * (end.y() - finish.y()) >= 0, "they cross"


def test_the_level_line_leaves_out_the_names_and_its_words_the_lines(qtbot: QtBot) -> None:
    image = QImage(300, 120, QImage.Format.Format_RGB32)
    drawn = Lines(image)
    scale = Scale(QRectF(0, 0, 300, 120), FRAME)
    name = QRectF(150, 50, 60, 20)
    shown = Baseline(FRAME.bottom() - 60, "always the largest class", "guessing")
    lines = [
        Points(np.array([x]), np.array([y]), np.ones((1, 1), bool))
        for x, y in (([0.0, 130.0], [55.0, 40.0]), ([200.0, 300.0], [45.0, 45.0]))
    ]
    crosses = InTheWay(FRAME, lines).crosses
    words = draw_baseline(drawn, FRAME, scale, shown, [name], crosses)
    drawn.end()
    assert words is not None
    assert words.top() > 60, "above, a line runs"
    assert [(start.x(), end.x()) for start, end in drawn.lines] == [(0, 148), (212, 300)]


def test_few_words_where_there_is_no_room_for_many(writer: Writer) -> None:
    scale = Scale(QRectF(0, 0, 300, 120), FRAME)
    names = [QRectF(60, 20, 120, 80)]
    draw_baseline(writer, FRAME, scale, Baseline(60, "always the largest of all classes", "guessing"), names)
    assert list(writer.written) == ["guessing"]
