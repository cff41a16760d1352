"""How well each class is told from the others: beyond accuracy, which says nothing of classes that are rare."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from engine.inspectors.answers.quality import Quality
from playground.inside.quality.calibration_page import CalibrationPage
from playground.inside.quality.class_table import ClassTable
from playground.inside.quality.threshold_page import ThresholdPage
from playground.inside.view import InsidePanel
from playground.ui.look import theme
from playground.ui.look.lane_swatch import LaneSwatch
from playground.ui.text import field_text
from playground.ui.text.numbers import count, loss, percent
from playground.ui.widgets.scroll_holder import scroll_area
from playground.ui.widgets.view_choice import ViewChoice


class QualityPanel(InsidePanel):
    """Three views of the same answers; only the one that can be seen is brought up to date."""

    name: ClassVar[str] = "quality"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.swatch = LaneSwatch(0)
        self.header.add_widget(self.swatch)
        self.table, self.thresholds, self.calibration = ClassTable(), ThresholdPage(), CalibrationPage()
        self.table.setObjectName("quality.table")
        self.table.setAccessibleName(self.tr("Precision, recall and F1 of each class"))
        self.table.setAccessibleDescription(self.tr("Arrow keys move from class to class."))
        self.thresholds.class_chosen.connect(self._on_class)
        self._views = QStackedWidget()
        self._page_of = {
            "classes": self._make_classes(),
            "threshold": self.thresholds,
            "calibration": self.calibration,
        }
        for page in self._page_of.values():
            self._views.addWidget(page)
        self.body.addLayout(self._make_segments())
        self.body.addWidget(self._views, 1)

    def _make_segments(self) -> QHBoxLayout:
        """The small tabs."""
        self.view = ViewChoice(
            "quality.view",
            {
                "classes": (
                    self.tr("Classes"),
                    self.tr(
                        "Precision: of those taken for a class, how many are; recall: of its rows, how many are found"
                    ),
                ),
                "threshold": (
                    self.tr("Threshold"),
                    self.tr("What is found, and at what price, as a row must be answered with more or less certainty"),
                ),
                "calibration": (
                    self.tr("Calibration"),
                    self.tr("Whether answers given with 80 % are right in 80 % of the cases"),
                ),
            },
        )
        self.view.chosen.connect(self._choose_view)
        row = QHBoxLayout()
        row.addWidget(self.view)
        row.addStretch(1)
        return row

    def _make_classes(self) -> QWidget:
        self.summary = QLabel()
        self.summary.setObjectName("quality.summary")
        self.summary.setWordWrap(True)
        self.summary.setFont(theme.font("title"))
        self.summary.setToolTip(
            field_text.wrapped(
                self.tr("Macro F1 is the mean of all classes' F1: each counts alike, however few rows it has.")
            )
        )
        self.baseline = QLabel()
        self.baseline.setObjectName("quality.baseline")
        self.baseline.setFont(theme.font("small"))
        self.baseline.setProperty("role", "muted")
        self.baseline.setWordWrap(True)
        self.baseline.setToolTip(
            field_text.wrapped(
                self.tr(
                    "What is reached without looking at any feature: by always answering the largest class of the "
                    "training rows, and with the shares that the classes have there."
                )
            )
        )
        inner = QWidget()
        stack = QVBoxLayout(inner)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(self.table)
        stack.addStretch(1)
        area = scroll_area(inner, sideways=True, takes_focus=True)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE_2)
        column.addWidget(self.summary)
        column.addWidget(self.baseline)
        column.addWidget(area, 1)
        return page

    def _choose_view(self, name: str) -> None:
        self._views.setCurrentWidget(self._page_of[name])
        self.refresh()

    def _on_class(self, index: int) -> None:
        self.requested.emit("positive", index)

    # --- showing ----------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        if not self.looks:
            return
        look = self.looks[self.focus]
        if self.swatch.lane() != look.style:
            self.swatch.set_lane(look.style)
        found, data = self._found(), self.dataset
        if found is None or data is None or found.figures is None or found.calibration is None:
            self.header.set_note(look.name)
            self.show_message(self._what_to_do(look.name, found))
            return
        if found.of_validation:
            words = self.tr("{lane} · {rows} validation rows")
        else:
            words = self.tr("{lane} · {rows} test rows")
        self.note_at(found.step, words.format(lane=look.name, rows=count(found.rows)))
        self.show_message("")
        if self._views.currentWidget() is self.thresholds:
            self.thresholds.show_classes(data.classes, found.positive)
            self.thresholds.show_curves(dict(found.curves), self.focus, self.looks)
        elif self._views.currentWidget() is self.calibration:
            self.calibration.show_calibration(found.calibration, theme.lane_color(look.style))
        else:
            self._show_classes(found, data.classes)

    def _show_classes(self, found: Quality, classes: tuple[str, ...]) -> None:
        figures = found.figures
        assert figures is not None
        right = float((figures.recall * figures.rows)[figures.rows > 0].sum() / figures.rows.sum())
        self.summary.setText(
            self.tr("Macro F1 {f1} · accuracy {accuracy}").format(f1=percent(figures.macro_f1), accuracy=percent(right))
        )
        self.baseline.setText(
            self.tr("Blind: the largest class {accuracy}, cross-entropy {loss}").format(
                accuracy=percent(found.baseline.accuracy), loss=loss(found.baseline.cross_entropy)
            )
        )
        self.table.show_figures(figures, classes)

    def _found(self) -> Quality | None:
        """What belongs to the data and the lane that are shown now."""
        found = self.snapshot.inside.get("quality") if self.snapshot is not None else None
        if not isinstance(found, Quality) or found.focus != self.focus or self.dataset is None:
            return None
        if found.figures is not None and len(found.figures.rows) != self.dataset.n_classes:
            return None
        return found

    def _what_to_do(self, lane: str, found: Quality | None) -> str:
        if self.dataset is not None and not self.dataset.classes:
            return self.tr("These rows have numbers to learn, and no classes: this view tells classes apart.")
        if found is not None:
            return self.tr("{lane} has diverged: its outputs are no numbers, so it answers nothing.").format(lane=lane)
        return self.tr("Press Play and see how well each class is recognized.")
