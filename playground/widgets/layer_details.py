"""The strip below the stack: what of the selected layer there is no room for in its row."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedLayout, QWidget

from playground import i18n, theme
from playground.widgets.field_edit import Editor
from playground.widgets.layer_view import LayerView

HEIGHT = 40


class DenseDetails(QWidget):
    """L1, bias, and how many parameters a dense layer has."""

    def __init__(self, l1: Editor, bias: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel("L1")
        title.setBuddy(l1)
        title.setToolTip(l1.toolTip())
        l1.setFixedWidth(72)
        self._count = QLabel()
        self._count.setFont(theme.font("small"))
        self._count.setProperty("role", "muted")
        self._count.setToolTip(self.tr("How many numbers this layer learns: a weight for each pair, and the biases."))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_2)
        for widget in (title, l1):
            row.addWidget(widget)
        row.addSpacing(theme.SPACE_2)
        row.addWidget(bias)
        row.addStretch(1)
        row.addWidget(self._count)

    def show_layer(self, view: LayerView) -> None:
        template = self.tr("{inputs} → {outputs}: {count} parameters")
        known = view.inputs is not None
        sizes = {"inputs": view.inputs, "outputs": view.outputs, "count": f"{view.parameters:,}"}
        self._count.setText(template.format(**sizes) if known else "")


class LayerDetails(QFrame):
    """One page for each dense layer, and a sentence for what has no more settings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setFont(theme.font("small"))
        self._text.setProperty("role", "muted")
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
        self._text.setText(text)
        self._pages.setCurrentWidget(self._text)

    def text(self) -> str:
        """The sentence that is shown; empty where there are editors."""
        return self._text.text() if self._pages.currentWidget() is self._text else ""


def sentence(view: LayerView) -> str:
    """What a layer without further settings does, in one sentence."""
    layer = view.layer
    if layer.kind == "activation":
        return i18n.choice_help(layer.function)
    return i18n.choice_help(layer.kind)
