"""Properties that the stylesheet asks for, such as ``[invalid="true"]``."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def set_state(widget: QWidget, name: str, value: bool | str) -> bool:
    """Sets a property that a rule of the stylesheet asks for. True if it was different before."""
    old = widget.property(name)
    if (old or False) == (value or False):  # a rule asks for neither
        return False
    widget.setProperty(name, value)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # or it is still to be styled, with this property
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()
    return True
