"""Dropout made visible: the thinned network of the coming step, what the masks cost, and where they disagree."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from engine.data import Dataset
from engine.inspectors.dropout import PASSES, DropoutLook
from playground.inside.dense_layers import dense_numbers
from playground.inside.dropout.columns import Column
from playground.inside.dropout.losses import LaneLosses, LossBars
from playground.inside.dropout.net import DropoutNet
from playground.inside.dropout.rows import RowChooser
from playground.inside.dropout.spread import Spread, SpreadPlot
from playground.inside.view import InsidePanel
from playground.ui.look import theme
from playground.ui.look.lane_swatch import LaneSwatch
from playground.ui.text.numbers import count, number
from playground.ui.widgets.scroll_holder import scroll_area


class DropoutPanel(InsidePanel):
    """Three pictures, one below the other: of the lane in focus, of all visible lanes, of the lane in focus."""

    name: ClassVar[str] = "dropout"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted: int | None = None
        self._swatch = LaneSwatch(0)
        self.header.add_widget(self._swatch)
        self.net = DropoutNet()
        self.net.setObjectName("dropout.net")
        self.net.setAccessibleName(self.tr("The network that the coming step trains"))
        self.losses = LossBars()
        self.losses.setObjectName("dropout.losses")
        self.losses.setAccessibleName(self.tr("Data loss of every lane with masks on and off"))
        self.rows = RowChooser()
        self.rows.chosen.connect(self._on_row_chosen)
        self.spread = SpreadPlot()
        self.spread.setObjectName("dropout.spread")
        self.spread.setAccessibleName(self.tr("Probabilities of one row behind many masks"))
        self.body.addWidget(self._scrolled(self._page()), 1)

    def _page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, theme.SPACE_1, 0)
        column.setSpacing(theme.SPACE_1)
        self.net_title = self._add_title(column, self.tr("The coming step"))
        self._add_lesson(
            column,
            self.tr("What is left of the network for the first row of the batch; every row draws a mask of its own."),
        )
        column.addWidget(self.net, 1)
        column.addSpacing(theme.SPACE_2)
        self._add_title(column, self.tr("Training loss with and without masks"))
        self._add_lesson(
            column,
            self.tr("With masks on the loss is higher: a network in training does worse than the same one in testing."),
        )
        column.addWidget(self.losses)
        column.addSpacing(theme.SPACE_2)
        self._add_title(column, self.tr("One row behind {count} masks").format(count=PASSES))
        self._add_lesson(
            column,
            self.tr("Each dot is one mask's answer: where they disagree, the network is unsure (Monte Carlo dropout)."),
            self.tr(
                "Gal and Ghahramani 2016, “Dropout as a Bayesian Approximation: Representing Model Uncertainty in "
                "Deep Learning”."
            ),
        )
        column.addWidget(self.rows)
        column.addWidget(self.spread)
        return page

    def _scrolled(self, page: QWidget) -> QScrollArea:
        area = scroll_area(page, takes_focus=True)
        area.setObjectName("dropout.pictures")
        return area

    def _add_title(self, column: QVBoxLayout, text: str) -> QLabel:
        label = QLabel(text)
        label.setFont(theme.font("small", bold=True))
        column.addWidget(label)
        return label

    def _add_lesson(self, column: QVBoxLayout, text: str, tooltip: str = "") -> None:
        label = QLabel(text)
        label.setFont(theme.font("small"))
        label.setProperty("role", "muted")
        label.setWordWrap(True)
        label.setToolTip(tooltip)
        column.addWidget(label)

    def _on_row_chosen(self, row: int) -> None:
        self._wanted = row
        self.requested.emit("row", row)

    # --- showing ----------------------------------------------------------------------------------------------------

    def show_dataset(self, dataset: Dataset | None) -> None:
        if dataset is not self.dataset:
            self._wanted = None
        super().show_dataset(dataset)

    def refresh(self) -> None:
        if self.focus < len(self.looks):
            look = self.looks[self.focus]
            self.header.set_note(look.name)
            if self._swatch.lane() != look.style:
                self._swatch.set_lane(look.style)
        found = self._found()
        if found is None:
            self.show_message(self._what_to_do())
            return
        self.show_message("")
        self._show_net(found)
        self.losses.show_lanes(self._losses(found))
        self._show_spread(found)

    def _has_dropout(self) -> bool:
        return self.experiment is not None and any(layer.has_mask for layer in self.experiment.layers)

    def _found(self) -> DropoutLook | None:
        """Figures that belong to the layers, lanes and rows that are there; after an edit they may be a moment old."""
        found = self.snapshot.inside.get("dropout") if self.snapshot is not None else None
        if not isinstance(found, DropoutLook) or self.dataset is None or not self._has_dropout():
            return None
        columns = 1 + len(self.dense_names())  # none of a lane that has left
        fits = len(found.masked) == len(self.looks) and found.row < len(self.dataset.train_x)
        fits = fits and len(found.kept) in (0, columns)
        return found if fits and len(found.tested_share) == self.dataset.n_outputs else None

    def _what_to_do(self) -> str:
        if self.experiment is not None and not self._has_dropout():
            return self.tr(
                "There is no dropout in this stack. Add a dropout layer behind an activation, in the layers panel, and "
                "press Play: its masks are drawn here."
            )
        return self.tr("Press Play and watch which units each step switches off.")

    def _show_net(self, found: DropoutLook) -> None:
        if not found.kept or self.snapshot is None:
            figures = self.snapshot.lanes[found.focus] if self.snapshot is not None else None
            if figures is not None and figures.diverged_at is not None:
                text = self.tr("{name} diverged at step {step}: select another lane")
                self.net.hint = text.format(name=figures.name, step=count(figures.diverged_at))
            elif figures is not None:
                self.net.hint = self.tr("{name} has stopped: select another lane").format(name=figures.name)
            self.net.show_columns(())
            return
        assert self.experiment is not None
        hidden = [str(number) for number in dense_numbers(self.experiment.layers)[:-1]]
        names = [self.tr("Input"), *hidden, self.tr("Output")]
        columns = [Column(*each) for each in zip(names, found.kept, found.rates, strict=True)]
        self.net.show_columns([column for column in columns if len(column.kept)])  # the lane goes without the others
        off, units = (sum(counts) for counts in zip(*self._counts(found), strict=True))
        step = count(found.step + 1)
        if any(found.rates):
            text = self.tr("Step {step}: {off} of {units} units that may drop are off")
            self.net_title.setText(text.format(step=step, off=count(off), units=count(units)))
        else:
            text = self.tr("Step {step}: the rate is 0 in this lane")
            self.net_title.setText(text.format(step=step))

    def _counts(self, found: DropoutLook) -> list[tuple[int, int]]:
        """(off, units) of each column that drops."""
        pairs = [
            (int(np.count_nonzero(~kept)), len(kept))
            for kept, rate in zip(found.kept, found.rates, strict=True)
            if rate
        ]
        return pairs or [(0, 0)]

    def _losses(self, found: DropoutLook) -> list[LaneLosses]:
        assert self.snapshot is not None
        lanes = []
        for index, look in enumerate(self.looks):
            if look.visible or index == self.focus:
                instead = ""
                if np.isnan(found.tested[index]):
                    figures = self.snapshot.lanes[index]
                    instead = self.tr("stopped") if figures.diverged_at is None else self.tr("diverged")
                lane = LaneLosses(
                    look.name, look.style, float(found.masked[index]), float(found.tested[index]), instead
                )
                lanes.append(lane)
        return lanes

    def _show_number(self, data: Dataset, found: DropoutLook) -> None:
        """A number has no probabilities: how far the masks disagree about it, in one sentence."""
        label, tested = float(data.train_y[found.row]), float(found.tested_share[0])
        self.rows.set_note(self.tr("labelled {label}").format(label=number(label, 4)))
        self.spread.hint = self.tr("No answers: select a lane that has not diverged")
        if np.isfinite(tested):
            low, high = (number(float(end[0]), 4) for end in found.quantiles(0.1, 0.9))
            words = self.tr("Behind most masks it says {low} to {high}, with all units on {tested}.")
            self.spread.hint = words.format(low=low, high=high, tested=number(tested, 4))
        self.spread.show_spread(None)

    def _show_spread(self, found: DropoutLook) -> None:
        assert self.dataset is not None
        self.rows.show_dataset(self.dataset)
        if self._wanted in (None, found.row):  # else the answers about the row just chosen are still to come
            self._wanted = None
            self.rows.show_row(found.row)
        if self.dataset.task == "numbers":
            self._show_number(self.dataset, found)
            return
        label, truth = (int(labels[found.row]) for labels in (self.dataset.train_y, self.dataset.train_y_clean))
        names = self.dataset.classes
        if label == truth:
            self.rows.set_note(self.tr("labelled {label}").format(label=names[label]))
        else:
            text = self.tr("labelled {label} by label noise, but it is {truth}")
            self.rows.set_note(text.format(label=names[label], truth=names[truth]))
        if np.isnan(found.tested_share).any():
            self.spread.hint = self.tr("No answers: select a lane that has not diverged")
            self.spread.show_spread(None)
            return
        low, high = found.quantiles(0.1, 0.9)
        self.spread.show_spread(Spread(names, found.sampled, found.tested_share, found.mean, low, high, label))
