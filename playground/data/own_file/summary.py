"""What is done with a person's own rows, in one line, and the way to the sheet where all of it can be changed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from engine.data import Dataset
from engine.data.files.wording import shown
from engine.data.spec import DataSpec
from playground.ui.look import theme
from playground.ui.text import field_text, i18n
from playground.ui.text.numbers import count


class DataSummary(QWidget):
    """Hidden where the rows are nobody's own, and are cut into no folds or shares."""

    columns_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QLabel()
        self.text.setObjectName("data.summary")
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setWordWrap(True)
        self.text.setFont(theme.font("small"))
        self.text.setProperty("role", "muted")
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.text.setToolTip(field_text.wrapped(self.tr("What is done with the rows of your file before training.")))
        self.button = QToolButton()
        self.button.setObjectName("data.columns.open")
        self.button.setText(self.tr("Columns…"))
        self.button.setAccessibleName(self.tr("Columns of the table"))
        help_text = self.tr("What each column of your table is for, what it lacks, and how the file is read.")
        self.button.setToolTip(field_text.wrapped(help_text))
        self.button.setIcon(theme.icon("table"))
        self.button.setIconSize(QSize(16, 16))
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self._on_clicked)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.text, 1)
        self._row.addWidget(self.button)
        self.set_narrow(False)
        self.hide()

    def set_narrow(self, is_narrow: bool) -> None:
        """The button stands below the words where there is no room for both beside each other."""
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
        self._row.setSpacing(theme.SPACE_1 if is_narrow else theme.SPACE_2)
        beside = Qt.AlignmentFlag.AlignLeft if is_narrow else Qt.AlignmentFlag.AlignVCenter
        self._row.setAlignment(self.button, beside)

    def show_summary(self, dataset: Dataset, spec: DataSpec, folds: int | None) -> None:
        """folds: see `summary`"""
        self.text.setText(summary(dataset, spec, folds))
        self.button.setVisible(dataset.sheet is not None)
        self.show()

    def _on_clicked(self) -> None:
        self.columns_wanted.emit()


def summary(dataset: Dataset, spec: DataSpec, folds: int | None = None) -> str:
    """``150 rows, 4 features, 3 classes; 90 train, 30 validate, 30 test, mixed, classes alike; standardized``

    folds: into how many parts the training rows are cut, each of which validates lanes; None where none are.
    """
    return "; ".join((_rows(dataset), f"{_sizes(dataset, folds)}, {_order(spec, dataset)}", _scaling(spec)))


def _rows(dataset: Dataset) -> str:
    is_one = dataset.n_features == 1
    if dataset.task == "numbers" and is_one:
        text = _tr("{rows} rows, 1 feature, {target} to learn")
    elif dataset.task == "numbers":
        text = _tr("{rows} rows, {features} features, {target} to learn")
    elif is_one:
        text = _tr("{rows} rows, 1 feature, {classes} classes")
    else:
        text = _tr("{rows} rows, {features} features, {classes} classes")
    return text.format(
        rows=count(dataset.source_rows),
        features=count(dataset.n_features),
        classes=count(dataset.n_classes),
        target=shown(dataset.target_name),
    )


def _sizes(dataset: Dataset, folds: int | None) -> str:
    text = _tr("{train} train, {test} test")
    if dataset.valid_x is not None:
        text = _tr("{train} train, {validation} validate, {test} test")
    if folds is not None:
        text = _tr("{train} train in {folds} folds, of which each lane leaves one out to validate; {test} test")
    parts = [len(dataset.train_x), 0 if dataset.valid_x is None else len(dataset.valid_x), len(dataset.test_x)]
    train, validation, test = map(count, parts)
    sizes = text.format(folds=folds, train=train, validation=validation, test=test)
    left = dataset.source_rows - sum(parts)
    return _tr("{sizes}, {count} left over").format(sizes=sizes, count=count(left)) if left > 0 else sizes


def _order(spec: DataSpec, dataset: Dataset) -> str:
    if spec.shuffle_seed is None:
        return _tr("in the order of the file")
    return _tr("mixed, classes alike in each") if spec.stratify and dataset.task == "classes" else _tr("mixed")


def _scaling(spec: DataSpec) -> str:
    name = i18n.choice_name(spec.scaling)
    return _tr("features not scaled") if spec.scaling == "none" else name[:1].lower() + name[1:]


def _tr(text: str) -> str:
    return QCoreApplication.translate("DataSummary", text)
