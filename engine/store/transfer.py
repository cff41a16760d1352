"""A model's parameters for rows whose columns and classes may stand in another order than those it was trained on."""

from __future__ import annotations

from collections import Counter
from typing import Final

import numpy as np

from engine.arrays import Array
from engine.data.dataset import Dataset
from engine.data.files.wording import listed
from engine.data.matching import finder, folded, folded_class
from engine.data.preprocessing.split import cut_anew
from engine.data.task import Task
from engine.errors import ModelError
from engine.nn.layers.base import has_weights
from engine.store.model_files import Model
from engine.store.scoring import columns_of

_OTHER_TASK: Final[dict[Task, str]] = {
    "classes": "{file} was trained on classes, but {name} has numbers to learn: set data.task to classes.",
    "numbers": "{file} was trained on numbers, but {name} has classes to learn: set data.task to numbers.",
}
"""By the task of the model."""


def parameters_for(model: Model, dataset: Dataset) -> list[list[dict[str, Array]]]:
    """The parameters of all lanes, with which a network of these rows gives the model's own outputs.

    The first layer that has weights, and what comes before it, follows the columns; the last, and what
    comes behind it, follows the classes.

    Raises:
        ModelError: the columns or the classes are others.
    """
    found: dict[int, list[dict[str, Array]]] = {}
    for lanes, part in model.groups():
        data = part.experiment.data
        rows = dataset if data.has_rows_of(model.experiment.data) else cut_anew(dataset, data)
        found |= dict(zip(lanes, _parameters_for(part, rows), strict=True))
    return [found[lane] for lane in sorted(found)]


def _parameters_for(model: Model, dataset: Dataset) -> list[list[dict[str, Array]]]:
    """Of a group of lanes."""
    inputs, outputs = _columns(model, dataset), _classes(model, dataset)
    layers = model.experiment.layers
    weighted = [index for index, spec in enumerate(layers) if has_weights(spec)]
    return [
        [
            spec.reordered(
                parameters, inputs if index <= weighted[0] else None, outputs if index >= weighted[-1] else None
            )
            for index, (spec, parameters) in enumerate(zip(layers, lane, strict=True))
        ]
        for lane in model.lanes
    ]


def is_scaled_alike(model: Model, dataset: Dataset) -> bool:
    """Whether these rows are scaled as those were that the model was trained on."""
    order = _columns(model, dataset)
    if (dataset.target_offset, dataset.target_scale) != (model.target_offset, model.target_scale):
        return False
    found, wanted = (dataset.offset, dataset.scale), (model.offset[order], model.scale[order])
    return all(np.array_equal(new, old) for new, old in zip(found, wanted, strict=True))


def _columns(model: Model, dataset: Dataset) -> Array:
    """Which of the model's features each of the dataset's is: (n_features,)"""
    names = _names_of(model, dataset)
    places = columns_of(
        *(model, dataset.name, names),
        wanted=model.feature_names,
        is_named=dataset.is_named,
        picture=dataset.image_shape,
    )
    more = [name for place, name in enumerate(names) if place not in set(places)]
    if more:
        raise ModelError(
            "{name} also has {columns}: {file} was trained without columns of these names.",
            name=dataset.name,
            columns=listed(more),
            file=model.path,
        )
    return np.argsort(places)


def _names_of(model: Model, dataset: Dataset) -> tuple[str, ...]:
    """Those of the dataset's features, as the model writes them: ``code = 7`` may be ``code = 07`` there."""
    place_of = finder(model.feature_names, _folded_feature)
    places = [place_of(name) for name in dataset.feature_names]
    alone = Counter(places)
    return tuple(
        model.feature_names[place] if place is not None and alone[place] == 1 and " = " in name else name
        for place, name in zip(places, dataset.feature_names, strict=True)
    )


def _folded_feature(name: str) -> str:
    column, is_one, category = name.rpartition(" = ")
    return f"{folded(column)}{is_one}{folded_class(category)}"


def _classes(model: Model, dataset: Dataset) -> Array:
    """Which of the model's classes each of the dataset's is: (classes,); of numbers the one output.

    The number that a model gives is the same in the other unit alone where both are standardized alike.
    """
    if model.task != dataset.task:
        raise ModelError(_OTHER_TASK[model.task], file=model.path, name=dataset.name)
    if model.task == "numbers":
        return np.array([0])
    place_of = finder(model.classes, folded_class)
    places = [place_of(name) for name in dataset.classes]
    if sorted(place for place in places if place is not None) != [*range(len(model.classes))]:
        raise ModelError(
            "{name} has the classes {found}, but {file} was trained on {wanted}.",
            name=dataset.name,
            found=listed(dataset.classes),
            file=model.path,
            wanted=listed(model.classes),
        )
    return np.array(places)
