"""The strip below the stack: what of a layer there is no room for in its row, and why something cannot be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QStackedLayout, QWidget

from engine.fields import FieldInfo
from playground.layers.rows.view import LayerView
from playground.ui.fields.field_edit import Editor
from playground.ui.look import theme
from playground.ui.text import i18n
from playground.ui.text.numbers import count
from playground.ui.widgets.elided_label import ElidedLabel

HEIGHT = 44
_NUMBER = 64
_IN_LINE = (3, 2)
"""Settings beside each other: so many, or in a narrow strip so many."""


def _small_label() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(theme.font("small"))
    label.setProperty("role", "muted")
    return label


def _title(info: FieldInfo, editor: Editor) -> QLabel:
    title = QLabel(i18n.field_title(info))
    title.setFont(theme.font("small"))
    title.setBuddy(editor)
    title.setToolTip(editor.toolTip())
    return title


class DenseDetails(QWidget):
    """The bias, whether it is frozen, L1, and how many parameters a dense layer has."""

    def __init__(self, flags: Sequence[Editor], l1: FieldInfo, penalty: Editor, parent: QWidget | None = None) -> None:
        """l1: what the editor ``penalty`` edits."""
        super().__init__(parent)
        title = _title(l1, penalty)
        penalty.setFixedWidth(_NUMBER)
        self._count = ElidedLabel()
        self._count.setFont(theme.font("small"))
        self._count.setProperty("role", "muted")
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._count.set_help(self.tr("How many numbers this layer learns: a weight for each pair, and the biases."))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_2)
        for flag in flags:
            row.addWidget(flag)
            row.addSpacing(theme.SPACE_1)
        row.addWidget(title)
        row.addWidget(penalty)
        row.addWidget(self._count, 1)

    def show_layer(self, view: LayerView) -> None:
        template = self.tr("{inputs} → {outputs}: {count} parameters")
        known = view.inputs is not None
        sizes = {"inputs": count(view.inputs), "outputs": count(view.outputs), "count": count(view.parameters)}
        short = self.tr("{count} parameters").format(count=sizes["count"])
        self._count.set_texts(*((template.format(**sizes), short, sizes["count"]) if known else ("",)))


class BatchNormDetails(QWidget):
    """Epsilon, whether it is frozen, and what a batch norm layer learns."""

    def __init__(self, epsilon: Editor, frozen: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel("ε")
        title.setBuddy(epsilon)
        title.setToolTip(epsilon.toolTip())
        epsilon.setFixedWidth(80)
        self._text = _small_label()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_2)
        row.addWidget(title)
        row.addWidget(epsilon)
        row.addSpacing(theme.SPACE_1)
        row.addWidget(frozen)
        row.addSpacing(theme.SPACE_1)
        row.addWidget(self._text, 1)

    def show_layer(self, view: LayerView) -> None:
        template = self.tr("It learns a scale and a shift for each unit: {count} parameters.")
        self._text.setText(template.format(count=count(view.parameters)) if view.inputs is not None else "")


class FieldsDetails(QWidget):
    """Settings beside each other, each behind its name, in as many lines as they need; a flag has its own name."""

    def __init__(self, fields: Sequence[tuple[FieldInfo, Editor]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells = [self._cell(info, editor) for info, editor in fields]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.SPACE_3)
        self._grid.setVerticalSpacing(theme.SPACE_1)
        self._in_line = 0
        self._arrange(_IN_LINE[0])

    @staticmethod
    def _cell(info: FieldInfo, editor: Editor) -> QWidget:
        cell = QWidget()
        row = QHBoxLayout(cell)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_1)
        if info.kind != "flag":
            row.addWidget(_title(info, editor))
        if info.kind in ("integer", "number"):
            editor.setFixedWidth(48 if info.kind == "integer" else _NUMBER)
        row.addWidget(editor)
        row.addStretch(1)
        return cell

    def fit(self, width: int) -> None:
        """As many in a line as there is room for."""
        self._arrange(next((count for count in _IN_LINE if self._wide(count) <= width), _IN_LINE[-1]))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._wide(_IN_LINE[-1]), super().minimumSizeHint().height())

    def _wide(self, in_line: int) -> int:
        """Pixels with so many in a line, column below column."""
        widths = [cell.minimumSizeHint().width() for cell in self._cells]
        columns = [max(widths[at::in_line]) for at in range(min(in_line, len(widths)))]
        return sum(columns) + self._grid.horizontalSpacing() * (len(columns) - 1)

    def _arrange(self, in_line: int) -> None:
        if in_line == self._in_line:
            return
        self._in_line = in_line
        for index, cell in enumerate(self._cells):
            self._grid.addWidget(cell, index // in_line, index % in_line)
        for column in range(_IN_LINE[0] + 1):
            self._grid.setColumnStretch(column, 1 if column == in_line else 0)
        self.updateGeometry()


class LayerDetails(QFrame):
    """One page for each layer with more settings, and a sentence for the others."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("layers.details")
        self.setFixedHeight(HEIGHT)
        self._text = _small_label()
        self._pages = QStackedLayout(self)
        self.setContentsMargins(theme.SPACE_3, 0, theme.SPACE_3, 0)  # the layout would ignore its own
        self._pages.addWidget(self._text)

    def add_page(self, page: QWidget) -> None:
        """Where it is not there yet."""
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)

    def remove_page(self, page: QWidget) -> None:
        self._pages.removeWidget(page)
        page.deleteLater()

    def show_page(self, page: QWidget) -> None:
        self._turn_to(page)

    def _turn_to(self, page: QWidget) -> None:
        """The strip is as high as the page needs."""
        self._pages.setCurrentWidget(page)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        page = self._pages.currentWidget()
        if isinstance(page, FieldsDetails):
            page.fit(self.contentsRect().width())
        if page is None or page is self._text:
            self.setFixedHeight(HEIGHT)
        else:
            self.setFixedHeight(max(HEIGHT, page.minimumSizeHint().height() + theme.SPACE_2))

    def show_text(self, text: str) -> None:
        self._show(text, "")

    def show_problem(self, text: str) -> None:
        """Why what was asked for cannot be; until something else is shown."""
        self._show(text, f"color: {theme.current().warning}")

    def _show(self, text: str, style: str) -> None:
        if style != self._text.styleSheet():
            self._text.setStyleSheet(style)
        self._text.setText(text)
        self._turn_to(self._text)

    def text(self) -> str:
        """The sentence that is shown; empty where there are editors."""
        return self._text.text() if self._pages.currentWidget() is self._text else ""


def sentence(view: LayerView) -> str:
    """What a layer without further settings does, in one sentence."""
    return i18n.choice_help(view.layer.called)
