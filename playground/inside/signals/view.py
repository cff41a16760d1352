"""Whether the signal survives its way through the layers: now, and foretold for the start."""

from __future__ import annotations

import math
from typing import Any, ClassVar, Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from engine.errors import PlaygroundError
from engine.inspectors.preview import Preview
from engine.inspectors.signals import Signals, Values
from engine.nn.layers.parts.functions import Activation
from engine.train.fit import check_fit
from playground.inside.beside import best_beside
from playground.inside.signals.histogram import Other, Strip
from playground.inside.signals.layer_lines import LayerLine
from playground.inside.signals.layer_plot import MOST_NAMES, LayerPlot
from playground.inside.signals.preview import SignalPreview
from playground.inside.signals.strips import SignalStrips
from playground.inside.signals.words import layer_name, layer_places
from playground.inside.signals.worst_first import WorstFirst
from playground.inside.view import InsidePanel
from playground.ui.look import theme
from playground.ui.look.lane_swatch import LaneSwatch
from playground.ui.text.numbers import count
from playground.ui.widgets.elided_label import ElidedLabel
from playground.ui.widgets.view_choice import ViewChoice

NOW: Final = "now"
START: Final = "start"
SHAPES: Final = "shapes"
SIZES: Final = "sizes"
MOST_STUCK: Final = 0.5
"""The share of dead units, or of saturated values, from which on a layer has a mark on its lane's line."""


class SignalsPanel(InsidePanel):
    """Two views: the lanes as they are, and how each initialization would begin."""

    name: ClassVar[str] = "signals"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_at_start = True
        self._beside = -1
        """The lane whose values are drawn beside those of the one in focus; -1 for none."""
        self._swatch = LaneSwatch(0)
        self.view = ViewChoice(
            "signals.view",
            {
                NOW: (self.tr("Now"), self.tr("The signal in the networks as they are at this step.")),
                START: (
                    self.tr("At the start"),
                    self.tr(
                        "What the first step would be like with other initial weights; follows every edit at once."
                    ),
                ),
            },
        )
        self.view.setAccessibleName(self.tr("What is shown"))
        self.view.set_value(START)
        self.view.chosen.connect(self._on_view_chosen)
        self.header.add_widget(self._swatch)
        self.header.add_widget(self.view)
        self.preview = SignalPreview()
        self.pages = QStackedWidget()
        self.pages.addWidget(self._now_page())
        self.pages.addWidget(self.preview)
        self.body.addWidget(self.pages, 1)
        self._show_page()

    def _now_page(self) -> QWidget:
        self.lanes = LayerPlot()
        self.lanes.setObjectName("signals.lanes")
        self.lanes.setAccessibleName(self.tr("Standard deviation of the signal behind each layer, a line a lane"))
        self.strips = SignalStrips()
        self.strips.setObjectName("signals.strips")
        self.strips.setAccessibleName(self.tr("Values of each layer of the lane in focus"))
        self.area = area = WorstFirst(self.strips)
        self.scale = ViewChoice(
            "signals.scale",
            {
                SHAPES: (self.tr("Shapes"), self.tr("Each layer on a scale of its own, as wide as its values.")),
                SIZES: (self.tr("Sizes"), self.tr("All layers on one scale, so that large and small are to be seen.")),
            },
        )
        self.scale.setAccessibleName(self.tr("Scale of the values"))
        self.scale.chosen.connect(self._on_scale_chosen)
        self.whose = ElidedLabel()
        self.whose.setFont(theme.font("small"))
        self.whose.setProperty("role", "muted")
        self.whose.setObjectName("signals.whose")
        self.whose.hide()
        caption = QHBoxLayout()
        caption.setSpacing(theme.SPACE_2)
        self.values_caption = self._caption(self.tr("Values of each layer"))
        caption.addWidget(self.values_caption)
        caption.addWidget(self.whose, 1)
        caption.addStretch()
        caption.addWidget(self.scale)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE_1)
        column.addWidget(self._caption(self.tr("Size of the signal (std) in every lane")))
        column.addWidget(self.lanes, 2)
        column.addLayout(caption)
        column.addWidget(area, 3)
        return page

    def _caption(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setFont(theme.font("small", bold=True))
        return label

    # --- which view -------------------------------------------------------------------------------------------------

    def _on_view_chosen(self, value: str) -> None:
        self._show_page()
        self.refresh()

    def _on_scale_chosen(self, value: str) -> None:
        self.strips.set_same_scale(value == SIZES)

    def _follow_phase(self) -> None:
        """Goes to the view that suits where the run is; a person's own choice holds until it starts, or starts anew."""
        is_at_start = self.snapshot is None or self.snapshot.step == 0
        if is_at_start != self._is_at_start:
            self._is_at_start = is_at_start
            self.view.set_value(START if is_at_start else NOW)
            self._show_page()

    def _show_page(self) -> None:
        self.lesson_label.setHidden(self.view.value() == NOW)  # rows need the room: it is the tooltip of the title
        self.header.set_help(self.lesson_label.text())
        self.pages.setCurrentIndex(1 if self.view.value() == START else 0)

    # --- showing ----------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        self._follow_phase()
        if self.focus < len(self.looks):
            look = self.looks[self.focus]
            self.header.set_note(look.name)
            if self._swatch.lane() != look.style:
                self._swatch.set_lane(look.style)
        if self.view.value() == START:
            self._show_preview()
        else:
            self._show_signals()

    def _show_preview(self) -> None:
        found = self._found("preview")
        if not isinstance(found, Preview) or self.experiment is None:
            self.preview.clear()
            self.show_message(
                self.tr("Choose data and layers that fit, and their start is predicted here.")
                if not self._has_run_to_come()
                else self.tr("The signal at the start is being worked out.")
            )
            return
        self.show_message("" if len(found.std) else self.tr("This network is too large to be tried out."))
        self.preview.show_preview(self.experiment.layers, found, self.looks[self.focus].style)

    def _has_run_to_come(self) -> bool:
        """Whether data and layers fit, so that a preview is only a matter of time."""
        if self.experiment is None or self.dataset is None:
            return False
        try:
            check_fit(self.experiment, self.dataset)
        except PlaygroundError:
            return False
        return True

    def _show_signals(self) -> None:
        found = self._found("signals")
        if not isinstance(found, Signals) or self.experiment is None:
            self.lanes.clear()
            self.strips.show_strips(())
            self.show_message(self.tr("Press Play and watch the signal on its way through the layers."))
            return
        self.show_message("")
        self.lanes.hint = self.tr("No lane that is shown has a signal: those that diverged have none")
        self.lanes.show_lines(layer_places(self.experiment.layers), self._lines(found), found.input_std)
        self.strips.hint = self._why_not(found.focus)
        self._choose_beside(found.focus)
        beside = next((each for each in found.beside if each.lane == self._beside and each.counts.any()), None)
        if beside is not None and len(beside.counts) != len(found.counts):
            beside = None  # its network is another
        self.strips.show_strips(self._strips(found, beside))
        self.area.show_worst((self.snapshot.run if self.snapshot is not None else 0, found.focus))
        self._show_whose(found.focus, beside)

    def _found(self, name: str) -> Preview | Signals | None:
        """Figures that belong to the layers and lanes that are there; after an edit they may be a moment old."""
        found = self.snapshot.inside.get(name) if self.snapshot is not None else None
        if found is None or self.experiment is None or found.std.shape[1] != len(self.experiment.layers):
            return None
        if isinstance(found, Signals) and len(found.std) != len(self.looks):
            return None
        assert isinstance(found, Preview | Signals)
        return found

    def _why_not(self, lane: int) -> str:
        """Why there is nothing to see of a lane."""
        assert self.snapshot is not None
        figures = self.snapshot.lanes[min(lane, len(self.snapshot.lanes) - 1)]
        if figures.diverged_at is not None:
            text = self.tr("{name} diverged at step {step}: select another lane")
            return text.format(name=figures.name, step=count(figures.diverged_at))
        return self.tr("{name} has no signal just now").format(name=figures.name)

    def _lines(self, found: Signals) -> list[LayerLine]:
        shown = [lane for lane, look in enumerate(self.looks) if look.visible and not np.isnan(found.std[lane]).all()]
        lines = []
        for lane in shown:
            look = self.looks[lane]
            name = self._name(lane)
            values = np.concatenate([[found.input_std], found.std[lane]])
            is_pale = len(shown) > MOST_NAMES and lane != self.focus
            lines.append(
                LayerLine(
                    name,
                    values,
                    theme.lane_color(look.style),
                    look.style,
                    is_pale=is_pale,
                    ending=name if len(shown) > 1 else "",
                    is_gone=self._diverged_at(lane) is not None,
                    dead=_stuck(found.dead[lane]),
                    saturated=_stuck(found.saturated[lane]),
                )
            )
        return lines

    def _diverged_at(self, lane: int) -> int | None:
        lanes = self.snapshot.lanes if self.snapshot is not None else ()
        return lanes[lane].diverged_at if lane < len(lanes) else None

    def _name(self, lane: int) -> str:
        """Of one that has diverged, when what is shown of it was so."""
        name, step = self.looks[lane].name, self._diverged_at(lane)
        return name if step is None else self.tr("{name}, step {step}").format(name=name, step=count(step))

    # --- a lane beside the one in focus -----------------------------------------------------------------------------

    def _choose_beside(self, focus: int) -> None:
        """The best of the others that can be seen."""
        assert self.snapshot is not None
        self._beside = best_beside(self.snapshot.lanes, self.looks, focus, self._beside)
        self.requested.emit("beside", (self._beside,) if self._beside >= 0 else ())

    def _show_whose(self, focus: int, beside: Values | None) -> None:
        """Which of the values are whose."""
        step = self._diverged_at(focus)
        caption = self.tr("Values of each layer")
        if step is not None:
            caption = self.tr("Values at step {step}, its last").format(step=count(step))
        self.values_caption.setText(caption)
        self.whose.setVisible(beside is not None)
        if beside is not None:
            words = self.tr("Filled: {focus}. Outlined, on the same scale: {other}.")
            names = {"focus": self._name(focus), "other": self._name(beside.lane)}
            self.whose.set_texts(words.format(**names), self.tr("outlined: {other}").format(**names))

    def _strips(self, found: Signals, beside: Values | None) -> list[Strip]:
        assert self.experiment is not None
        lane = found.focus
        if not found.counts.any():
            return []
        strips = []
        for index, layer in enumerate(self.experiment.layers):
            saturated, dead = float(found.saturated[lane, index]), float(found.dead[lane, index])
            strips.append(
                Strip(
                    layer_name(index, layer),
                    layer.color,
                    float(found.mean[lane, index]),
                    float(found.std[lane, index]),
                    float(found.low[index]),
                    float(found.high[index]),
                    found.counts[index],
                    saturated if math.isnan(dead) else dead,
                    *self._stuck_words(layer.nonlinearity),
                    other=None if beside is None else self._other(found, beside, index),
                )
            )
        return strips

    def _other(self, found: Signals, beside: Values, index: int) -> Other:
        look = self.looks[beside.lane]
        return Other(
            look.name,
            theme.lane_color(look.style),
            float(found.mean[beside.lane, index]),
            float(found.std[beside.lane, index]),
            float(beside.low[index]),
            float(beside.high[index]),
            beside.counts[index],
        )

    def _stuck_words(self, function: type[Activation] | None) -> tuple[str, str]:
        """What is called stuck behind a function, and what that means."""
        if function is not None and function.can_die:
            return self.tr("dead"), self.tr("Dead units give zero for every row, so they learn nothing.")
        if function is not None and function.saturates:
            return self.tr("saturated"), self.tr("Saturated values lie where the function is flat: no gradient passes.")
        return "", ""


def _stuck(shares: NDArray[Any]) -> dict[int, float]:
    """Places on the axis, where the first is what comes in, and how much of their layers is stuck there: most of it."""
    return {index + 1: share for index, share in enumerate(shares.tolist()) if share >= MOST_STUCK}
