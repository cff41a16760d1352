"""Inputs of one's own for rows of any number of features: formulas over the columns, beside the features themselves."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from engine.data import Dataset
from engine.data.files.wording import listed
from engine.data.formulas import Inputs, quoted
from engine.data.formulas.tokens import LONGEST
from engine.data.formulas.tree import Column
from engine.data.spec import DataSpec
from engine.errors import FormulaError
from engine.fields import field_info
from playground.data.formula_row import clear, formula_row
from playground.ui.look import theme
from playground.ui.text import field_text, i18n
from playground.ui.widgets.in_sight import InSight

MOST: Final = 64
"""Inputs that there can be: features and formulas together."""


class OwnFormulas(QWidget):
    """A line for each formula, and one to add another; ``chosen`` says all inputs, none for the features alone."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("data.formulas")
        self.setAccessibleName(self.tr("Inputs of your own"))
        self._names: tuple[str, ...] = ()
        self._label = ""
        self._ignored: tuple[str, ...] = ()
        """Columns that are no features, of which that is said."""
        self._formulas: list[str] = []
        self._inputs = Inputs((), (), ())
        self.line = QLineEdit()
        self.line.setObjectName("data.formulas.add")
        self.line.setAccessibleName(self.tr("A formula to add"))
        self.line.returnPressed.connect(self._on_typed)
        self.problem = QLabel()
        self.problem.setObjectName("data.formulas.problem")
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        self.problem.setFont(theme.font("small"))
        self.problem.setProperty("role", "danger")
        self.problem.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.problem.hide()
        self.line.textEdited.connect(self.problem.hide)
        caption = QLabel(i18n.field_title(field_info(DataSpec, "inputs")))
        caption.setFont(theme.font("small"))
        caption.setProperty("role", "muted")
        caption.setBuddy(self.line)
        self._own = QVBoxLayout()
        self._own.setSpacing(theme.SPACE_1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE_1)
        column.addWidget(caption)
        column.addLayout(self._own)
        column.addWidget(self.line)
        column.addWidget(self.problem)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        InSight(self.line, self, self.problem)

    @staticmethod
    def is_for(dataset: Dataset) -> bool:
        """Whether formulas make sense here: of pictures they do not, a plane has switches, and all features, which stay
        inputs, must be such that a formula can name them."""
        names = dataset.preparation.feature_names
        can_be_named = all("`" not in name and len(name) <= LONGEST - 2 for name in names)
        return dataset.image_shape is None and not dataset.is_plane and len(names) < MOST and can_be_named

    def show_inputs(self, dataset: Dataset) -> None:
        """Those of the rows, silently."""
        names = dataset.preparation.feature_names
        writing = dataset.findings.writing if dataset.findings is not None else None
        self._label = dataset.target_name if writing is None else writing.label
        used = {self._label, *dataset.preparation.column_names}
        self._ignored = () if writing is None else tuple(name for name in writing.columns if name not in used)
        inputs = dataset.preparation.inputs or Inputs.read([quoted(name) for name in names], names)
        if (names, inputs.names) == (self._names, tuple(self._formulas)):
            return
        self._names, self._inputs, self._formulas = names, inputs, list(inputs.names)
        self.line.clear()
        self.problem.hide()
        numbers = [feature.name for feature in dataset.preparation.features if feature.kind == "value"]
        first, last = numbers[0] if numbers else names[0], numbers[-1] if numbers else names[-1]
        example = f"{quoted(first)} * {quoted(last)}" if first != last else f"{quoted(first)}^2"
        self.line.setPlaceholderText(self.tr("Add a formula, such as {example}").format(example=example))
        known = self.tr("A name with blanks or other signs stands between two `. There are: {columns}.")
        lesson = self.tr("What you know of the task may be said to the network: one more input, made of the others.")
        signs = self.tr("+ - * / ^ and brackets; sin cos tanh exp log sqrt abs; Return adds it.")
        columns = listed([*map(quoted, names)])
        self.line.setToolTip(field_text.wrapped(lesson, f"{signs} {known.format(columns=columns)}"))
        self._show_own()

    def _show_own(self) -> None:
        clear(self._own)
        for formula in self._own_formulas():
            name = f"data.formulas.remove.{formula}"
            self._own.addWidget(formula_row(name, formula, partial(self._on_removed, formula)))

    def _own_formulas(self) -> list[str]:
        """All but the features as they are."""
        pairs = zip(self._formulas, self._inputs.trees, strict=True)
        return [formula for formula, tree in pairs if not isinstance(tree, Column)]

    # --- choosing ---------------------------------------------------------------------------------------------------

    def _on_typed(self) -> None:
        formula = self.line.text().strip()
        if not formula:
            return
        try:
            tree = Inputs.read([formula], self._names, label=self._label, ignored=self._ignored).trees[0]
        except FormulaError as error:
            self._show_problem(i18n.error_text(error))
            return
        if tree in self._inputs.trees:
            self._show_problem(self.tr("{formula} is there already.").format(formula=formula))
        elif len(self._formulas) >= MOST:
            self._show_problem(self.tr("There are {most} inputs, as many as there can be.").format(most=MOST))
        else:
            self._choose([*self._formulas, formula])

    def _on_removed(self, formula: str) -> None:
        self._choose([other for other in self._formulas if other != formula])

    def _choose(self, formulas: Sequence[str]) -> None:
        """The features alone are what there is without any formula."""
        trees = Inputs.read(formulas, self._names).trees
        features = Inputs.read([quoted(name) for name in self._names], self._names).trees
        self.chosen.emit([] if trees == features else list(formulas))

    def _show_problem(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.show()
