"""The curve that each lane has fitted over a single feature, with the rows as points."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.data import Dataset
from engine.data.files.wording import shown
from engine.inspectors.answers.fit import Fit, single_column
from engine.records import record
from playground.ui.look import theme
from playground.ui.look.lane_look import LaneLook
from playground.ui.painting.card import CardLine
from playground.ui.painting.lines.xy_plot import Curve, Dots, XyPlot, XyShown
from playground.ui.text.numbers import number

_BEYOND = 0.25
"""How far the axis reaches beyond the numbers of the rows, as a share of theirs: wilder curves leave the plot."""
_DIGITS = 4


@record(eq=False)
class Points:
    """Rows, and how the lanes look. While the test set is sealed, validation rows stand in for test rows."""

    data: Dataset
    looks: Sequence[LaneLook]
    is_test_sealed: bool = False


class FitPage(XyPlot):
    """Filled points are training rows, hollow ones are not trained on."""

    def show_fit(self, points: Points, found: Fit, lanes: Sequence[int], focus: int, scores: Sequence[str]) -> None:
        """The curves of these lanes; the one in focus is read off. scores: R² of all lanes, as it is written."""
        data, looks = points.data, points.looks
        rows = single_column(data, is_test_sealed=points.is_test_sealed)
        if rows is None:
            return
        train, held_out = rows
        unseen_y = data.test_y
        if points.is_test_sealed:
            unseen_y = data.test_y[:0] if data.valid_y is None else data.valid_y
        labels = np.concatenate([data.train_y, unseen_y])
        low, high = float(labels.min()), float(labels.max())
        more = _BEYOND * ((high - low) or 1.0)
        muted = theme.current().color("muted")
        read_off = focus if focus in lanes else lanes[0]
        names = [(lane, looks[lane]) for lane in lanes]

        def read(point: int) -> tuple[str, Sequence[CardLine]]:
            heading = f"{shown(data.feature_names[0])} {number(float(found.x[point]), _DIGITS)}"
            said = [number(float(found.curves[lane, point]), _DIGITS) for lane in lanes]
            return heading, [
                CardLine(look.name, text, style=look.style) for (_, look), text in zip(names, said, strict=True)
            ]

        in_front = [lane for lane in lanes if lane != read_off] + [read_off]
        self.show_plot(
            XyShown(
                x=(float(found.x[0]), float(found.x[-1])),
                y=(low - more, high + more),
                across=shown(data.preparation.columns[0].name),
                up=shown(data.target_name),
                dots=[Dots(held_out, unseen_y, muted, is_hollow=True), Dots(train, data.train_y, muted)],
                curves=[
                    Curve(found.x, found.curves[lane], theme.lane_pen(looks[lane].style, 3.0 if lane == focus else 2.0))
                    for lane in in_front
                ],
                spots=np.stack([found.x, found.curves[read_off]], axis=1),
                read=read,
                legend=[CardLine(look.name, f"R² {scores[lane]}", style=look.style) for lane, look in names],
            )
        )
