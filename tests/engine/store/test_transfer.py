"""A model on rows whose columns and classes stand in another order: the same outputs, in their order."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.data import Dataset
from engine.data.preprocessing.preparation import Preparation, plain
from engine.errors import ModelError
from engine.nn.evaluation import outputs
from engine.store.model_files import Model, load_model, save_model
from engine.store.transfer import is_scaled_alike, parameters_for
from engine.train.trainer import Trainer
from tests.engine.helpers import activation, batch_norm, blobs, dense, lane, recipe, trained

COLUMNS, CLASSES = [2, 0, 3, 1], [1, 2, 0]


def turned(dataset: Dataset) -> Dataset:
    """Column and class i are what was COLUMNS[i] and CLASSES[i]; names are written in another way."""
    labels = np.argsort(CLASSES)
    return dataclasses.replace(
        dataset,
        train_x=dataset.train_x[:, COLUMNS],
        test_x=dataset.test_x[:, COLUMNS],
        train_y=labels[dataset.train_y],
        test_y=labels[dataset.test_y],
        classes=tuple(f"{dataset.classes[place]}.0" for place in CLASSES),
        preparation=plain(
            (f" {dataset.feature_names[place].upper()}" for place in COLUMNS),
            dataset.offset[COLUMNS],
            dataset.scale[COLUMNS],
        ),
    )


def named(*names: str) -> Preparation:
    """Plain numbers of these names."""
    return plain(names)


def saved(folder: Path, *layers: dict[str, Any]) -> tuple[Model, Trainer]:
    trainer = trained(recipe(*layers, lanes=[lane("a"), lane("b", seed=3)]), blobs(), 30)
    save_model(trainer, folder / "m.npz")
    return load_model(folder / "m.npz"), trainer


@pytest.mark.parametrize(
    "layers",
    [
        [dense(3)],
        [batch_norm(), dense(5), batch_norm(), activation(), dense(3)],
        [activation("tanh"), dense(6, bias=False), activation(), dense(3), batch_norm()],
        [batch_norm(), dense(3, bias=False), batch_norm()],
    ],
)
def test_the_outputs_are_the_same_in_the_order_of_the_rows(tmp_path: Path, layers: list[dict[str, Any]]) -> None:
    model, trainer = saved(tmp_path, *layers)
    dataset = turned(trainer.dataset)
    other = Trainer(model.experiment, dataset)
    other.set_parameters(parameters_for(model, dataset))
    expected = outputs(trainer.groups[0].network, trainer.groups[0].rows.test_x)[:, :, CLASSES]
    np.testing.assert_allclose(
        outputs(other.groups[0].network, other.groups[0].rows.test_x), expected, rtol=1e-4, atol=1e-5
    )
    other.measure()
    for found, wanted in zip(other.snapshot().lanes, trainer.snapshot().lanes, strict=True):
        assert found.test_accuracy == wanted.test_accuracy
    assert is_scaled_alike(model, dataset)


def test_rows_as_they_were_change_nothing(tmp_path: Path) -> None:
    model, trainer = saved(tmp_path, batch_norm(), dense(5), activation(), dense(3))
    for new, old in zip(parameters_for(model, trainer.dataset), model.lanes, strict=True):
        for layer, before in zip(new, old, strict=True):
            for name, values in layer.items():
                np.testing.assert_array_equal(values, before[name])


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"preparation": named("x0", "x1", "x2", "weight")}, "rows lacks x3"),
        ({"classes": ("0", "1", "7")}, "rows has the classes 0, 1, 7, but .* was trained on 0, 1, 2"),
        ({"classes": ("0", "1")}, "rows has the classes 0, 1, but"),
        ({"preparation": named("x0", "x1", "x2", "x3", "weight")}, "rows also has weight"),
    ],
)
def test_what_does_not_fit_is_refused(tmp_path: Path, changes: dict[str, Any], says: str) -> None:
    model, trainer = saved(tmp_path, dense(3))
    with pytest.raises(ModelError, match=says):
        parameters_for(model, dataclasses.replace(trainer.dataset, **changes))


def test_another_scaling_is_noticed(tmp_path: Path) -> None:
    model, trainer = saved(tmp_path, dense(3))
    other = dataclasses.replace(trainer.dataset.preparation, scale=trainer.dataset.scale * np.float32(1.5))
    assert not is_scaled_alike(model, dataclasses.replace(trainer.dataset, preparation=other))


def test_a_category_of_before_without_its_zeros_is_the_same(tmp_path: Path) -> None:
    model, trainer = saved(tmp_path, dense(3))
    names = ("size", "PLZ = 1067", "PLZ = 10115", "age")
    model = dataclasses.replace(model, preparation=named(*names))
    zeros = dataclasses.replace(trainer.dataset, preparation=named("size", "PLZ = 01067", "PLZ = 10115", "age"))
    for found, wanted in zip(parameters_for(model, zeros), model.lanes, strict=True):
        np.testing.assert_array_equal(found[0]["weight"], wanted[0]["weight"])
