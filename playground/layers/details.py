"""The strip below the stack: what of a layer there is no room for in its row, and why something cannot be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedLayout, QWidget

from engine.fields import FieldInfo
from playground.layers.rows.view import LayerView
from playground.ui.fields.field_edit import Editor
from playground.ui.look import theme
from playground.ui.text import i18n
from playground.ui.text.numbers import count

HEIGHT = 44


def _small_label() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(theme.font("small"))
    label.setProperty("role", "muted")
    return label


class DenseDetails(QWidget):
    """The bias, and how many parameters a dense layer has."""

    def __init__(self, bias: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = _small_label()
        self._count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._count.setToolTip(self.tr("How many numbers this layer learns: a weight for each pair, and the biases."))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_2)
        row.addWidget(bias)
        row.addWidget(self._count, 1)

    def show_layer(self, view: LayerView) -> None:
        template = self.tr("{inputs} → {outputs}: {count} parameters")
        known = view.inputs is not None
        sizes = {"inputs": count(view.inputs), "outputs": count(view.outputs), "count": count(view.parameters)}
        self._count.setText(template.format(**sizes) if known else "")


class BatchNormDetails(QWidget):
    """Epsilon, and what a batch norm layer learns."""

    def __init__(self, epsilon: Editor, parent: QWidget | None = None) -> None:
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
        row.addWidget(self._text, 1)

    def show_layer(self, view: LayerView) -> None:
        template = self.tr("It learns a scale and a shift for each unit: {count} parameters.")
        self._text.setText(template.format(count=count(view.parameters)) if view.inputs is not None else "")


class FieldsDetails(QWidget):
    """Settings beside each other, each behind its name; a flag has its own."""

    def __init__(self, fields: Sequence[tuple[FieldInfo, Editor]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_1)
        for info, editor in fields:
            if info.kind != "flag":
                title = QLabel(i18n.field_title(info))
                title.setFont(theme.font("small"))
                title.setBuddy(editor)
                title.setToolTip(editor.toolTip())
                row.addWidget(title)
            if info.kind == "integer":
                editor.setFixedWidth(48)
            row.addWidget(editor)
            row.addSpacing(theme.SPACE_2)
        row.addStretch(1)


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
        self._pages.addWidget(page)

    def remove_page(self, page: QWidget) -> None:
        self._pages.removeWidget(page)
        page.deleteLater()

    def show_page(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)

    def show_text(self, text: str) -> None:
        self._show(text, "")

    def show_problem(self, text: str) -> None:
        """Why what was asked for cannot be; until something else is shown."""
        self._show(text, f"color: {theme.current().warning}")

    def _show(self, text: str, style: str) -> None:
        if style != self._text.styleSheet():
            self._text.setStyleSheet(style)
        self._text.setText(text)
        self._pages.setCurrentWidget(self._text)

    def text(self) -> str:
        """The sentence that is shown; empty where there are editors."""
        return self._text.text() if self._pages.currentWidget() is self._text else ""


def sentence(view: LayerView) -> str:
    """What a layer without further settings does, in one sentence."""
    return i18n.choice_help(view.layer.called)
