"""A choice for a narrow column: the closed list may be shorter than its names, the open one never is."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from engine.fields import FieldInfo
from playground.ui.fields.choice_edit import ChoiceEdit
from playground.ui.look import theme


class NarrowChoice(ChoiceEdit):
    """Takes the width that its layout gives it."""

    def __init__(self, info: FieldInfo, parent: QWidget | None = None) -> None:
        super().__init__(info, parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(3)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def showPopup(self) -> None:
        view = self.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + 2 * theme.SPACE_4)
        super().showPopup()
