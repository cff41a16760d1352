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

if TYPE_CHECKING:
    from engine.data import Dataset

Edits: TypeAlias = tuple[tuple[str, Any], ...]


class Line(NamedTuple):
    """A sentence, and what a button beside it says and does; no edits, no button."""

    sentence: Remark
    button: str = ""
    edits: Edits = ()

    @classmethod
    def of(cls, remark: Remark, experiment: Experiment) -> Line:
        """Nothing is offered that is so already."""
        mend = remark.mend
        if mend is None or not _change(experiment, mend.edits):
            return cls(remark)
        return cls(remark, i18n.error_text(mend.text), mend.edits)


class DataAccount(QWidget):
    """A line for each thing a person should know. Hidden where there is nothing."""

    mended = Signal(str, object)
    """What the button says that was pressed, and edits: ((path, value), ...)."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "data.findings") -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(self.tr("What was found in the file"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._shown: tuple[Line, ...] = ()
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
        self._shown = tuple(Line.of(remark, experiment) for remark in remarks) if experiment is not None else ()
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for place, line in enumerate(self._shown):
            row = self._row(place, line)
            self._column.addWidget(row)
            row.show()  # Qt would show it later, and until then it counts for nothing in the height of all
        self.setAccessibleDescription("\n".join(self.sentences()))
        self.setVisible(bool(self._shown))

    def sentences(self) -> tuple[str, ...]:
        """All that is shown, the worst first."""
        return tuple(i18n.error_text(line.sentence) for line in self._shown)

    def _row(self, place: int, line: Line) -> QWidget:
        widget = QWidget(self)
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_2)
        row.addWidget(_text(f"• {i18n.error_text(line.sentence)}"), 1)
        if line.edits:
            button = QPushButton(line.button)
            button.setObjectName(f"{self.objectName()}.{place}")
            button.setFont(theme.font("small"))
            button.setAccessibleDescription(i18n.error_text(line.sentence))
            button.setToolTip(field_text.wrapped(self.tr("Changes this setting; undo takes it back.")))
            button.clicked.connect(partial(self._on_clicked, line))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return widget

    def _on_clicked(self, line: Line, checked: bool = False) -> None:
        self.mended.emit(line.button, line.edits)


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
