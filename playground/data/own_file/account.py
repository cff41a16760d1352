"""A plain account of what was found in a person's file, worst first, with a button beside what can be mended."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from engine.errors import ExperimentError, Remark
from engine.experiment.edits.field_edits import value_at
from engine.experiment.experiment import Experiment
from playground.ui.look import theme
from playground.ui.text import field_text, i18n
from playground.ui.widgets.settling import Settling

if TYPE_CHECKING:
    from engine.data import Dataset

Edits: TypeAlias = tuple[tuple[str, Any], ...]


class Line(NamedTuple):
    """A sentence, and what a button beside it says and does; no edits, no button."""

    sentence: str
    button: str = ""
    edits: Edits = ()

    @classmethod
    def of(cls, remark: Remark, experiment: Experiment) -> Line:
        """Nothing is offered that is so already."""
        sentence, mend = i18n.error_text(remark), remark.mend
        if mend is None or not _change(experiment, mend.edits):
            return cls(sentence)
        return cls(sentence, i18n.error_text(mend.text), mend.edits)


class DataAccount(QWidget):
    """A line for each thing a person should know. Hidden where there is nothing.

    With what is mended its line goes, and the next button comes under the pointer: for a moment it hears no press, and
    the focus is not handed on to it.
    """

    mended = Signal(str, object)
    """What the button says that was pressed, and edits: ((path, value), ...)."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "data.findings") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(self.tr("What was found in the file"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.settling = Settling()
        self._is_mending = False
        """Whether a button was pressed, and what comes of that is not shown yet."""
        self._rows: list[_Row] = []
        self._of: tuple[object, object] = (None, None)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.SPACE_1)
        self.hide()

    def show_findings(self, dataset: Dataset | None, experiment: Experiment | None) -> None:
        """Of these rows, as they are split now; nothing is offered that is so already."""
        of = dataset, experiment.data if experiment is not None else None
        if of == self._of:
            return
        self._of = of
        remarks: tuple[Remark, ...] = ()
        if dataset is not None and experiment is not None and dataset.findings is not None:
            from engine.data.columns.found.told import told_of  # here, because only files are looked at

            remarks = told_of(dataset, experiment.data)
        self._show([Line.of(remark, experiment) for remark in remarks] if experiment is not None else [])

    def _show(self, lines: list[Line]) -> None:
        """What is still so keeps its row: each edit brings other rows to learn from, and few other findings."""
        before, rows = self._rows, []
        left = before.copy()
        for line in lines:
            row = next((row for row in left if row.line == line), None)
            if row is None:
                row = self._made(line)
            else:
                left.remove(row)
            rows.append(row)
        self._rows = rows
        if self._is_mending and rows != before:
            self._is_mending = False
            self.settling.has_changed()
        for row in left:
            if row.button is not None and row.button.hasFocus():
                self.setFocus()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        if rows != before:
            self._arrange()
        self.setAccessibleDescription("\n".join(self.sentences()))
        self.setVisible(bool(lines))

    def _arrange(self) -> None:
        """Each in its place, also for the Tab key and for who has it read aloud."""
        last: QWidget = self
        for place, row in enumerate(self._rows):
            if self._column.indexOf(row) != place:
                self._column.removeWidget(row)
                self._column.insertWidget(place, row)
            row.raise_()
            row.show()  # Qt would show it later, and until then it counts for nothing in the height of all
            if row.button is not None:
                row.button.setObjectName(f"{self.objectName()}.{place}")
                QWidget.setTabOrder(last, row.button)
                last = row.button

    def sentences(self) -> tuple[str, ...]:
        """All that is shown, the worst first."""
        return tuple(row.line.sentence for row in self._rows)

    def _made(self, line: Line) -> _Row:
        row = _Row(line, self)
        if row.button is not None:
            row.button.setToolTip(field_text.wrapped(self.tr("Changes this setting; undo takes it back.")))
            row.button.clicked.connect(partial(self._on_clicked, line))
        return row

    def _on_clicked(self, line: Line, checked: bool = False) -> None:
        if self.settling.is_over:
            self._is_mending = True
            self.mended.emit(line.button, line.edits)


class _Row(QWidget):
    """A line, and the button beside it."""

    def __init__(self, line: Line, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = line
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_2)
        row.addWidget(_text(f"• {line.sentence}"), 1)
        self.button = _button(line) if line.edits else None
        if self.button is not None:
            row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)


def _button(line: Line) -> QPushButton:
    button = QPushButton(line.button)
    button.setFont(theme.font("small"))
    button.setAccessibleDescription(line.sentence)
    return button


def _text(sentence: str) -> QLabel:
    label = QLabel(sentence)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setWordWrap(True)
    label.setFont(theme.font("small"))
    label.setProperty("role", "muted")
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return label


def _change(experiment: Experiment, edits: Edits) -> bool:
    """Whether they change anything."""
    try:
        return any(value_at(experiment, path) != value for path, value in edits)
    except ExperimentError:  # of a column of which nothing is said yet
        return True
