"""How the label of a row is written: the name of its class, or the number that is learned."""

from __future__ import annotations

from engine.data import Dataset
from engine.visible import visible
from playground.ui.text.numbers import number


def label_text(dataset: Dataset, label: float) -> str:
    """label: the index of a class, or a number."""
    return visible(dataset.classes[int(label)]) if dataset.task == "classes" else number(float(label), 5)
