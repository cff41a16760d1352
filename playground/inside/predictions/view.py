"""What the lane in focus takes rows for: the confusion matrix, its mistakes, and the wrong labels it has memorized."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from engine.data import Dataset
from engine.data.pen_drawing import drawing_style
from engine.errors import DataError
from engine.inspectors.answers.predictions import Answers, Predictions
from engine.inspectors.answers.residuals import Residuals
from engine.nn.losses import LOSSES
from playground.inside.predictions.confusion_matrix import ConfusionMatrix
from playground.inside.predictions.mistake_items import Item, Rows, Tone
from playground.inside.predictions.mistake_page import MistakePage, Wanted
from playground.inside.predictions.mistake_share import Part, ShareBar
from playground.inside.predictions.mistake_view import MistakeView
from playground.inside.view import InsidePanel
from playground.ui.look import theme
from playground.ui.look.lane_look import LaneLook
from playground.ui.look.lane_swatch import LaneSwatch
from playground.ui.text.numbers import percent
from playground.ui.text.years import plain_digits
from playground.ui.widgets.view_choice import ViewChoice

if TYPE_CHECKING:
    from playground.inside.predictions.numbers_page import NumbersPage


class PredictionsPanel(InsidePanel):
    """Three views of the same answers; only the one that can be seen is brought up to date."""

    name: ClassVar[str] = "predictions"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Dataset | None = None
        self._train_rows = self._test_rows = self._valid_rows = Rows(np.zeros((0, 0)), np.zeros(0), np.ones(0), ())
        self._of_validation: bool | None = None
        self._numbers: NumbersPage | None = None
        self.swatch = LaneSwatch(0)
        self.header.add_widget(self.swatch)
        self._make_matrix()
        self._make_mistakes()
        self._make_memorized()
        self._name_rows(of_validation=False)
        self._views = QStackedWidget()
        self._page_of = {"confusion": self.matrix, "mistakes": self.page, "memorized": self._memory_page}
        for view in self._page_of.values():
            self._views.addWidget(view)
        self.body.addLayout(self._make_segments())
        self.body.addWidget(self._views, 1)

    # --- building ---------------------------------------------------------------------------------------------------

    def _make_segments(self) -> QHBoxLayout:
        """The small tabs."""
        self.view = ViewChoice(
            "predictions.view",
            {
                "confusion": (
                    self.tr("Confusion"),
                    self.tr("Which classes are taken for which, counted on rows never trained on"),
                ),
                "mistakes": (
                    self.tr("Mistakes"),
                    self.tr("The rows never trained on that the lane is most surely wrong about"),
                ),
                "memorized": (
                    self.tr("Memorized"),
                    self.tr("Training rows with a wrong label: has the lane learned the wrong label, or resisted it?"),
                ),
            },
        )
        self.view.chosen.connect(self._choose_view)
        row = QHBoxLayout()
        row.addWidget(self.view)
        row.addStretch(1)
        return row

    def _make_matrix(self) -> None:
        self.matrix = ConfusionMatrix()
        self.matrix.setObjectName("predictions.matrix")
        self.matrix.setAccessibleDescription(
            self.tr("Rows are the truth, columns the prediction. Arrow keys move from cell to cell.")
        )
        self.matrix.truth_words, self.matrix.prediction_words = self.tr("truth"), self.tr("taken for")
        self.matrix.recall_words = self.tr("recognized")
        self.matrix.mistake_words = self.tr("{truth} was taken for {prediction} in {count} of {rows} rows")
        self.matrix.right_words = self.tr("{truth} was recognized in {count} of {rows} rows ({share})")
        self.matrix.setCursor(Qt.CursorShape.PointingHandCursor)

    def _make_mistakes(self) -> None:
        self.page = MistakePage()
        self.mistakes = self.page.rows
        self._name_view(self.mistakes, "predictions.mistakes", self.tr("The most confident mistakes"))
        self.mistake_note = self.page.note
        self.page.wanted.connect(self._on_wanted)
        self.matrix.cell_chosen.connect(self._on_cell)

    def _make_memorized(self) -> None:
        self.share = ShareBar()
        self.share.setObjectName("predictions.share")
        self.share.setAccessibleName(self.tr("Wrong labels memorized and resisted"))
        self.memory_note = QLabel()
        self.memory_note.setObjectName("predictions.memorized")
        self.memory_note.setWordWrap(True)
        self.memory_note.setFont(theme.font("title"))
        self.learned = self._rows_view("predictions.learned", self.tr("Memorized wrong labels"))
        self.learned.hint = self.tr("None yet: keep training and watch.")
        self.resisted = self._rows_view("predictions.resisted", self.tr("Wrong labels resisted"))
        self.resisted.hint = self.tr("None.")
        self.learned_note, self.resisted_note = self._caption(), self._caption()
        self.learned_note.setText(self.tr("Memorized: true label → what it has learned to say"))
        self.resisted_note.setText(self.tr("Resisted: it says something else than the wrong label"))
        self._memory_page = self._column(
            self.memory_note, self.share, self.learned_note, self.learned, self.resisted_note, self.resisted
        )

    def _rows_view(self, name: str, accessible: str) -> MistakeView:
        view = MistakeView()
        self._name_view(view, name, accessible)
        return view

    def _name_view(self, view: MistakeView, name: str, accessible: str) -> None:
        view.setObjectName(name)
        view.setAccessibleName(accessible)
        view.setAccessibleDescription(self.tr("Arrow keys move from row to row."))

    def _caption(self) -> QLabel:
        label = QLabel()
        label.setFont(theme.font("small"))
        label.setProperty("role", "muted")
        label.setWordWrap(True)
        return label

    def _column(self, *widgets: QWidget) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE_2)
        for widget in widgets:
            column.addWidget(widget, 1 if isinstance(widget, MistakeView) else 0)
        return page

    def _choose_view(self, name: str) -> None:
        if self._views.isAncestorOf(QApplication.focusWidget() or self):
            self.view.focus_chosen()  # else Qt focuses a part of the new page, and the view scrolls to that
        self._views.setCurrentWidget(self._page_of[name])
        self.refresh()

    # --- showing ----------------------------------------------------------------------------------------------------

    def show_dataset(self, dataset: Dataset | None) -> None:
        super().show_dataset(dataset)
        if dataset is not None:
            self.page.follow(dataset.classes)

    def refresh(self) -> None:
        if not self.looks:
            return
        look = self.looks[self.focus]
        if self.swatch.lane() != look.style:
            self.swatch.set_lane(look.style)
        is_number = self.dataset is not None and self.dataset.task == "numbers"
        for widget, is_seen in ((self.view, not is_number), (self._views, not is_number), (self._numbers, is_number)):
            if widget is not None:
                widget.setVisible(is_seen)
        if is_number:
            self._show_numbers(look)
            return
        data, found = self.dataset, self._found()
        if data is None or found is None or not found.n_rows:
            self.header.set_note(look.name)
            self.show_message(self._what_to_do(look.name, found))
            return
        if data is not self._shown:
            self._take_rows(data)
        self._name_rows(of_validation=found.of_validation)
        right = found.n_rows - found.n_mistakes
        words = self.tr(
            "{lane} · {right} of {rows} validation rows right, {share}"
            if found.of_validation
            else "{lane} · {right} of {rows} test rows right, {share}"
        )
        share = percent(right / found.n_rows)
        said = words.format(lane=look.name, right=right, rows=found.n_rows, share=share)
        self.note_at(found.step, said, f"{look.name} · {share}", share)
        self.show_message("")
        (self._show_matrix, self._show_mistakes, self._show_memorized)[self._views.currentIndex()](data, found)

    def _show_numbers(self, look: LaneLook) -> None:
        found = self.snapshot.inside.get("residuals") if self.snapshot is not None else None
        self.header.set_note(look.name)
        if not isinstance(found, Residuals) or found.focus != self.focus or self.dataset is None:
            self.show_message(self.tr("Press Play and see how far off the numbers are."))
            return
        if found.has_diverged:
            words = self.tr("{lane} has diverged: its outputs are no numbers, so it predicts nothing.")
            self.show_message(words.format(lane=look.name))
            return
        self.note_at(found.step, look.name)
        self.show_message("")
        self.numbers.show_numbers(self.dataset, found, look.style)

    @property
    def numbers(self) -> NumbersPage:
        """Made when there are numbers to show."""
        if self._numbers is None:
            from playground.inside.predictions.numbers_page import NumbersPage

            self._numbers = NumbersPage()
            self.body.addWidget(self._numbers, 1)
        return self._numbers

    def _found(self) -> Predictions | None:
        """What belongs to the data and the lane that are shown now."""
        found = self.snapshot.inside.get("predictions") if self.snapshot is not None else None
        if not isinstance(found, Predictions) or found.focus != self.focus or self.dataset is None:
            return None
        return found if len(found.counts) == self.dataset.n_classes else None

    def _what_to_do(self, lane: str, found: Predictions | None) -> str:
        if found is not None:
            return self.tr("{lane} has diverged: its outputs are no numbers, so it predicts nothing.").format(lane=lane)
        return self.tr("Press Play and see what is taken for what.")

    def _take_rows(self, data: Dataset) -> None:
        self._shown = data
        style = drawing_style(data)
        inverted = style is not None and style.ink < style.paper
        digits = plain_digits(data.sheet)
        valid_x = data.test_x[:0] if data.valid_x is None else data.valid_x
        learned_from = self._columns(data)
        self._train_rows, self._test_rows, self._valid_rows = (
            Rows(
                *(x, data.offset, data.scale, data.feature_names, data.image_shape, inverted, digits),
                *(data.sheet if learned_from else None, places, learned_from),
            )
            for x, places in ((data.train_x, None), (data.test_x, data.test_places), (valid_x, data.valid_places))
        )

    def _columns(self, data: Dataset) -> tuple[str, ...]:
        """Those of the table that are features; none where the rows are no table."""
        if data.sheet is None or self.experiment is None:
            return ()
        from engine.data.columns.uses import uses_of  # here, because only files are tables

        try:
            uses = uses_of(data.sheet, self.experiment.data)
        except DataError:  # of another experiment, whose own rows will come
            return ()
        return tuple(use.name for use in uses if use.role == "feature")

    def _name_rows(self, *, of_validation: bool) -> None:
        """While the test set is sealed, validation rows are shown, and called so."""
        if of_validation == self._of_validation:
            return
        self._of_validation = of_validation
        self.matrix.setAccessibleName(
            self.tr("Confusion matrix of the validation rows" if of_validation else "Confusion matrix of the test rows")
        )
        self.page.no_mistakes = self.tr(
            "No mistakes on the validation rows." if of_validation else "No mistakes on the test rows."
        )
        self.page.none_such = self.tr(
            "None of the validation rows now." if of_validation else "None of the test rows now."
        )

    def _show_matrix(self, data: Dataset, found: Predictions) -> None:
        self.matrix.show_counts(found.counts, data.classes)

    def _show_mistakes(self, data: Dataset, found: Predictions) -> None:
        self.page.show_choices(self.looks, self.focus, data.classes)
        labels, rows = data.test_y, self._test_rows
        if found.of_fold:
            labels, rows = data.train_y_clean, self._train_rows
        elif found.of_validation and data.valid_y is None:  # of a run whose rows are others
            return
        elif found.of_validation and data.valid_y is not None:
            labels, rows = data.valid_y, self._valid_rows
        self.page.show_rows(found, labels, data.classes, rows, self._clipped())

    def _on_wanted(self, wanted: Wanted) -> None:
        self.requested.emit("cell", wanted.cell)
        self.requested.emit("rival", wanted.rival)
        self._refresh_if_seen()  # nothing new comes where that was asked for already

    def _on_cell(self, truth: int, taken: int) -> None:
        """The rows of a cell, or with a prediction of -1 of a class."""
        self.page.choose(Wanted((truth, taken)))
        self.view.set_value("mistakes")
        self._choose_view("mistakes")

    def _clipped(self) -> str:
        """A word on probabilities that are none."""
        assert self.experiment is not None
        if LOSSES[self.experiment.loss].has_probabilities:
            return ""
        return " " + self.tr("(squared error has no probabilities: these are the outputs, clipped to 0 to 1)")

    def _show_memorized(self, data: Dataset, found: Predictions) -> None:
        answers = found.mislabelled[found.mislabelled.rows < len(data.train_y)]
        given, truth = data.train_y[answers.rows], data.train_y_clean[answers.rows]
        learned, right = answers.taken == given, answers.taken == truth
        parts = (
            Part(self.tr("memorized"), int(learned.sum()), "danger"),
            Part(self.tr("true label"), int(right.sum()), "good"),
            Part(self.tr("another class"), int((~learned & ~right).sum()), "muted"),
        )
        for widget in (self.share, self.learned_note, self.learned, self.resisted_note, self.resisted):
            widget.setVisible(len(answers) > 0)
        if not len(answers):
            self.memory_note.setText(
                self.tr(
                    "All training labels are right. Raise Label noise in the data panel: a net with room to spare "
                    "learns even wrong labels by heart."
                )
            )
            return
        self.share.show_parts(parts)
        words = self.tr("{count} of {all} wrong labels memorized")
        self.memory_note.setText(words.format(count=parts[0].count, all=len(answers)))
        self.learned.show_items(self._noisy(data, answers[learned]), self._train_rows)
        self.resisted.show_items(self._noisy(data, answers[~learned]), self._train_rows)

    def _noisy(self, data: Dataset, answers: Answers) -> list[Item]:
        """Rows with a wrong label, the surest answers first."""
        words = self.tr("Training row {row}: {truth}, wrongly labelled {given}; the lane says {taken}, {share} sure")
        items = []
        for row, taken, share in _each(answers[np.argsort(-answers.probability, kind="stable")[:100]]):
            truth, given, guess = (data.classes[i] for i in (data.train_y_clean[row], data.train_y[row], taken))
            reading = words.format(row=row + 1, truth=truth, given=given, taken=guess, share=percent(share))
            tone: Tone = "danger" if taken == data.train_y[row] else "good" if guess == truth else "muted"
            items.append(Item(row, truth, guess, percent(share, 0), reading, tone))
        return items


def _each(answers: Answers) -> zip[tuple[int, int, float]]:
    """(row, taken, probability) one by one."""
    return zip(answers.rows.tolist(), answers.taken.tolist(), answers.probability.tolist(), strict=True)
