"""What the values of choices are called in the window, and one sentence that teaches each. English; see i18n."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from engine.data.sources import registry as sources
from engine.nn import losses
from engine.nn.layers.parts.functions import ACTIVATIONS
from engine.nn.layers.parts.initializers import INITIALIZERS
from engine.nn.layers.registry import LAYERS
from engine.optim import registry as optimizers
from engine.optim import schedules


class Name(NamedTuple):
    """How a choice reads in a list, and the sentence of its tooltip."""

    title: str
    help: str


def _names(registry: Mapping[Any, Any]) -> dict[str, Name]:
    """Of kinds that know their title and their help."""
    return {name: Name(kind.title, kind.help) for name, kind in registry.items()}


INITIALIZATIONS: Final = _names(INITIALIZERS)

FUNCTIONS: Final = _names(ACTIVATIONS)

OPTIMIZERS: Final = _names(optimizers.OPTIMIZERS)

SAMPLINGS: Final = {
    "replacement": Name(
        "With replacement", "Each batch is drawn anew from all rows; one may come twice or not at all."
    ),
    "shuffle": Name("Shuffled epochs", "The rows are mixed and dealt out, so that each is seen once an epoch."),
    "full": Name("All rows", "Every step looks at all training rows: the true slope, slowly and without noise."),
}

LOSSES: Final = _names(losses.LOSSES)

DROPOUT_SCALINGS: Final = {
    "test": Name("Shrink in testing", "The original form: units are off in training; testing multiplies by 1 - rate."),
    "train": Name("Grow in training", "Inverted dropout: training divides by 1 - rate, so testing needs no change."),
}

SCALINGS: Final = {
    "max": Name("By the maximum", "Features are divided by the largest value of the training rows."),
    "standard": Name("Standardized", "Each feature gets a mean of 0 and a standard deviation of 1."),
    "minmax": Name("From 0 to 1", "Each feature goes from 0, its least value, to 1, its largest."),
    "none": Name("None", "Features are used as they are; large ones drown small ones."),
}

TASKS: Final = {
    "classes": Name("Classes", "The label is one of a few: the network says how likely each is."),
    "numbers": Name("Numbers", "The label is a quantity (regression): the network says how much."),
}

DECIMALS: Final = {
    ".": Name("Point", "One and a half is written 1.5."),
    ",": Name("Comma", "One and a half is written 1,5, as in much of Europe."),
}

COLUMN_ROLES: Final = {
    "feature": Name("Feature", "The network is given this column."),
    "label": Name("Label", "What the network has to say of a row: the class, or the number, to be learned."),
    "ignored": Name("Ignored", "The network never sees this column."),
}

COLUMN_KINDS: Final = {
    "number": Name("Number", "Quantities: more is more. One feature."),
    "category": Name("Category", "One of several words: a feature of 0 and 1 for each (one-hot)."),
    "yes_no": Name("Yes or no", "One of two words: a single feature of 0 and 1."),
    "date": Name("Date", "Days as numbers, counted from 1970."),
}

DATE_ORDERS: Final = {
    "day_first": Name("Day first", "03/04/2024 is the third of April."),
    "month_first": Name("Month first", "03/04/2024 is the fourth of March."),
}

FILLINGS: Final = {
    "mean": Name("Mean", "The mean of the training rows stands in, and a feature says where a value was missing."),
    "most_frequent": Name(
        "Most frequent", "The commonest value of the training rows stands in, and a feature says where it was missing."
    ),
    "drop": Name("Rows left out", "Rows without a value are neither trained on nor tested."),
}

SOURCES: Final = _names(sources.SOURCES)

KINDS: Final = _names(LAYERS)

SCHEDULES: Final = _names(schedules.SCHEDULES)

PADDINGS: Final[dict[str, Name]] = {
    "valid": Name("Valid", "Filters stay inside the picture, so maps are a little smaller than what they come from."),
    "same": Name("Zeros around", "Zeros around the picture keep maps as large as it is, divided by the stride."),
}

CHOICES: Final[dict[str, Name]] = {
    **INITIALIZATIONS,
    **FUNCTIONS,
    **OPTIMIZERS,
    **SAMPLINGS,
    **LOSSES,
    **DROPOUT_SCALINGS,
    **PADDINGS,
    **SCALINGS,
    **TASKS,
    **DECIMALS,
    **COLUMN_ROLES,
    **COLUMN_KINDS,
    **FILLINGS,
    **DATE_ORDERS,
    **SOURCES,
    **KINDS,
    **SCHEDULES,
}
"""Every value that a choice can have; no value means two things."""
