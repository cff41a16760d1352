"""What a threshold can do: the two curves of one class against all others, and a slider that goes along them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from engine.fields import FieldInfo
from engine.inspectors.answers.class_figures import ThresholdCurve
from playground.inside.quality.unit_plot import Trace, UnitCurves, UnitPlot
from playground.ui.fields.numbers.rate_slider import RateSlider
from playground.ui.look import theme
from playground.ui.look.lane_look import LaneLook
from playground.ui.painting.gradient_card import Line
from playground.ui.text import field_text
from playground.ui.text.numbers import DASH, count, number, percent
from playground.ui.widgets.view_choice import ViewChoice


class ThresholdPage(QWidget):
    """The class, the threshold, and what comes of it."""

    class_chosen = Signal(int)
    """Another class is to be parted from all others."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._threshold = 0.5
        self._curve: ThresholdCurve | None = None
        self._curves: dict[int, ThresholdCurve] = {}
        self._focus = 0
        self._looks: Sequence[LaneLook] = ()
        self.classes = QComboBox()
        self.classes.setObjectName("quality.class")
        self.classes.setAccessibleName(self.tr("Class"))
        self.classes.setToolTip(field_text.wrapped(self.tr("The class that is parted from all others.")))
        self.classes.activated.connect(self.class_chosen)
        self.slider = self._make_slider()
        self.note = QLabel()
        self.note.setObjectName("quality.note")
        self.note.setWordWrap(True)
        self.roc, self.precision = UnitPlot(), UnitPlot()
        self.roc.setObjectName("quality.roc")
        self.roc.setAccessibleName(self.tr("ROC curve"))
        self.roc.setToolTip(
            field_text.wrapped(
                self.tr("ROC curve"),
                self.tr("How many rows of the class are found, for how many of the others taken for it by mistake."),
            )
        )
        self.precision.setObjectName("quality.precision")
        self.precision.setAccessibleName(self.tr("Precision-recall curve"))
        self.precision.setToolTip(
            field_text.wrapped(
                self.tr("Precision-recall curve"),
                self.tr("How many of those taken for the class are of it, for how many of it are found."),
            )
        )
        self.curve = ViewChoice(
            "quality.curve",
            {
                "roc": (self.tr("ROC"), self.tr("What is found, for how many false alarms")),
                "precision": (self.tr("Precision-recall"), self.tr("How much of what is taken for the class is right")),
            },
        )
        self.curve.chosen.connect(self._on_curve)
        self._lay_out()

    def _make_slider(self) -> RateSlider:
        info = FieldInfo(
            name="threshold",
            title=self.tr("Threshold"),
            help=self.tr(
                "From which probability on a row is taken for the class: a low one finds more, a high one is surer."
            ),
            kind="number",
            minimum=0.0,
            maximum=1.0,
            step=0.01,
            default=0.5,
        )
        slider = RateSlider(info)
        slider.setObjectName("quality.threshold")
        slider.set_value(self._threshold)
        slider.committed.connect(self._on_moved)
        return slider

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(theme.SPACE_2)
        self._caption = QLabel()
        self._caption.setFont(theme.font("number"))
        top.addWidget(self._caption)
        top.addWidget(self.slider, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_2)
        row.addWidget(self.curve)
        row.addWidget(self.classes, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE_2)
        column.addLayout(row)
        column.addLayout(top)
        column.addWidget(self.note)
        self._plots = QStackedWidget()
        self._plots.addWidget(self.roc)
        self._plots.addWidget(self.precision)
        column.addWidget(self._plots, 1)

    # --- showing ----------------------------------------------------------------------------------------------------

    def show_classes(self, classes: Sequence[str], chosen: int) -> None:
        """The names to choose from."""
        with QSignalBlocker(self.classes):
            if [self.classes.itemText(index) for index in range(self.classes.count())] != [*classes]:
                self.classes.clear()
                self.classes.addItems([*classes])
            self.classes.setCurrentIndex(chosen)

    def show_curves(self, curves: dict[int, ThresholdCurve], focus: int, looks: Sequence[LaneLook]) -> None:
        """curves: by lane; that in focus must be among them."""
        self._curves, self._focus, self._looks = curves, focus, looks
        self._curve = curves[focus]
        self._show()

    def _show(self) -> None:
        curve = self._curve
        if curve is None:
            return
        self._caption.setText(self.tr("Threshold {value}").format(value=f"{self._threshold:.2f}"))
        at = curve.at(self._threshold)
        self.note.setText(self._words(curve, at))
        lanes = [self._focus, *(lane for lane in self._curves if lane != self._focus and self._looks[lane].visible)]
        rocs, precisions = [], []
        for lane in lanes:
            own = self._curves[lane]
            style = self._looks[lane].style
            pen = theme.lane_pen(style, 2.0 if lane == self._focus else 1.0)
            color = theme.lane_color(style)
            rocs.append(Trace(own.false_positive_rate, own.recall, pen, color))
            precisions.append(Trace(own.recall, own.precision, pen, color))
        total = curve.positives + curve.negatives
        self.roc.show_curves(
            UnitCurves(
                self.tr("false alarms"),
                self.tr("found (recall)"),
                rocs,
                self._read,
                even=(0.0, 1.0),
                even_words=self.tr("area {area} · a coin gives 0.5").format(area=number(curve.area)),
                marked=at,
            )
        )
        self.precision.show_curves(
            UnitCurves(
                self.tr("found (recall)"),
                self.tr("right (precision)"),
                precisions,
                self._read,
                even=(curve.positives / max(total, 1),) * 2,
                even_words=self.tr("average {area} · a coin gives {share}").format(
                    area=number(curve.average_precision), share=number(curve.positives / max(total, 1))
                ),
                marked=at,
            )
        )

    def _words(self, curve: ThresholdCurve, at: int) -> str:
        if not curve.positives or not curve.negatives:
            return self.tr("All of these rows are of one kind: there is nothing to part.")
        found, false = int(curve.true_positives[at]), int(curve.false_positives[at])
        return self.tr(
            "Finds {found} of {positives} · {false} of {negatives} false alarms · precision {precision}"
        ).format(
            found=count(found),
            positives=count(curve.positives),
            false=count(false),
            negatives=count(curve.negatives),
            precision=percent(float(curve.precision[at]), 0) if found + false else DASH,
        )

    def _read(self, point: int) -> tuple[str, list[Line]]:
        curve = self._curve
        assert curve is not None
        point = min(point, len(curve.threshold) - 1)
        limit = float(curve.threshold[point])
        words = self.tr("no row") if point == 0 else self.tr("from {share} on").format(share=percent(limit))
        return words, [
            (None, self.tr("found"), percent(float(curve.recall[point]))),
            (None, self.tr("false alarms"), percent(float(curve.false_positive_rate[point]))),
            (None, self.tr("precision"), percent(float(curve.precision[point]))),
        ]

    def _on_curve(self, name: str) -> None:
        self._plots.setCurrentWidget(self.roc if name == "roc" else self.precision)

    def _on_moved(self, value: float) -> None:
        self._threshold = value
        self._show()
