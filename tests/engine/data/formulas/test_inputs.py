"""Formulas for features: what the network learns from, and wherever else rows go through it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.data import load, load_table
from engine.data.fingerprint import fingerprint
from engine.data.formulas.inputs import USUAL, Inputs
from engine.data.spec import DataSpec
from engine.errors import DataError, FormulaError
from engine.experiment.edits.adapt import with_inputs_of
from engine.experiment.experiment import Experiment, parse
from engine.inspectors import InspectionRequest, look_inside
from engine.store.model_files import load_model, save_model
from engine.store.scoring import score
from engine.train.trainer import Trainer

INPUTS = ("x1^2", "x1*x2", "sin(x2) - 1")


def spec(**changes: Any) -> DataSpec:
    return DataSpec(**{"source": "circle", "train": 60, "test": 40, "validation": 10, "inputs": INPUTS, **changes})


def recipe(**data: Any) -> Experiment:
    data = {"source": "circle", "train": 60, "test": 40, "inputs": INPUTS, **data}
    layers = [{"kind": "dense", "units": 4}, {"kind": "activation", "function": "tanh"}, {"kind": "dense", "units": 2}]
    return parse({"data": data, "layers": layers, "batch_size": 10})


def by_hand(x: np.ndarray) -> np.ndarray:
    """(rows, 2) -> (rows, 3), in float64."""
    x1, x2 = x.astype(np.float64).T
    return np.stack([x1 * x1, x1 * x2, np.sin(x2) - 1], axis=1)


@pytest.mark.parametrize("scaling", ["none", "max", "standard"])
def test_rows_are_formulas_over_the_features_and_then_scaled(scaling: str) -> None:
    found = load(spec(scaling=scaling))
    raw = load_table(spec()).features
    expected = by_hand(raw)
    train = expected[:60]
    if scaling == "max":
        expected /= np.abs(train).max()
    elif scaling == "standard":
        expected = (expected - train.mean(axis=0)) / train.std(axis=0)
    assert found.valid_x is not None
    for part, rows in ((found.train_x, slice(60)), (found.valid_x, slice(60, 70)), (found.test_x, slice(70, 110))):
        np.testing.assert_allclose(part, expected[rows], rtol=2e-5, atol=2e-6)
        assert not part.flags.writeable
    assert found.feature_names == INPUTS
    assert found.is_plane
    np.testing.assert_array_equal(found.raw().train, raw[:60])
    np.testing.assert_array_equal(found.raw().test, raw[70:])
    np.testing.assert_allclose(found.preparation.apply(raw[:60]), found.train_x)


def test_without_any_nothing_is_other_than_before() -> None:
    plain, empty = load(spec(inputs=())), load(parse({**recipe().to_dict(), "data": {"source": "circle"}}).data)
    assert plain.made_of is None
    assert plain.preparation.is_plain
    assert empty.feature_names == ("x1", "x2")
    raw = load_table(spec()).features
    np.testing.assert_array_equal(plain.train_x, raw[:60] / np.abs(raw[:60]).max())


def test_the_features_themselves_are_the_same_rows_bit_for_bit() -> None:
    assert fingerprint(load(spec(inputs=("x1", "x2")))) == fingerprint(load(spec(inputs=())))


def test_pictures_are_numbers_then() -> None:
    found = load(DataSpec(source="digits", train=50, test=50, inputs=("pixel20 + pixel21", "pixel28^2")))
    assert found.image_shape is None
    assert found.train_x.shape == (50, 2)
    assert not found.is_plane, "64 columns are no plane, whatever is made of them"


def test_columns_that_are_not_there_and_inputs_without_a_value_are_refused() -> None:
    with pytest.raises(FormulaError, match="there is no column x3; there are x1, x2"):
        load(spec(inputs=("x1 + x3",)))
    with pytest.raises(DataError, match=r"The input log\(x1\) has no value where x1 = "):
        load(spec(inputs=("x1", "log(x1)")))


def test_another_source_keeps_the_inputs_where_it_has_their_columns() -> None:
    experiment = recipe()
    assert with_inputs_of(experiment, load_table(DataSpec(source="xor"))) is experiment
    assert with_inputs_of(experiment, load_table(DataSpec(source="digits"))).data.inputs == ()


def test_a_circle_is_learned_without_a_hidden_layer() -> None:
    """What the seven are there for: x1^2 + x2^2 is all that a circle needs."""
    layers = [{"kind": "dense", "units": 2}]
    accuracy = {}
    for inputs in ((), USUAL):
        data = {"source": "circle", "inputs": inputs, "scaling": "standard"}
        experiment = parse({"data": data, "layers": layers, "optimizer": {"kind": "adam", "learning_rate": 0.05}})
        trainer = Trainer(experiment, load(experiment.data))
        trainer.run(400)
        trainer.measure()
        accuracy[len(inputs)] = trainer.snapshot().lanes[0].test_accuracy
    assert accuracy[7] == 1
    assert accuracy[0] < 0.75


def test_the_plane_goes_through_the_formulas() -> None:
    experiment = recipe(scaling="standard")
    trainer = Trainer(experiment, load(experiment.data))
    trainer.run(30)
    found = look_inside(trainer, InspectionRequest(frozenset(["boundary"])))["boundary"]
    side = found.shares.shape[1]
    raw = load_table(experiment.data).features
    for axis, (low, high) in enumerate((found.x, found.y)):
        assert low < raw[:, axis].min()
        assert high > raw[:, axis].max()
        assert high - low < 1.3 * np.ptp(raw)
    first, _, last = trainer.lane_parameters(0)
    expected = by_hand(raw[:60])
    for row, column in ((0, 0), (7, 20), (side - 1, side // 2)):
        at = [found.x[0] + (column + 0.5) / side * np.ptp(found.x), found.y[0] + (row + 0.5) / side * np.ptp(found.y)]
        x = (by_hand(np.array([at])) - expected.mean(axis=0)) / expected.std(axis=0)
        z = (np.tanh(x @ first["weight"] + first["bias"]) @ last["weight"] + last["bias"])[0]
        np.testing.assert_allclose(found.shares[0, row, column], np.exp(z) / np.exp(z).sum(), rtol=1e-3, atol=1e-4)


def test_a_point_without_a_value_has_no_answer_on_the_plane() -> None:
    experiment = recipe(inputs=("x1", "sqrt(x2 + 5.2)"))
    trainer = Trainer(experiment, load(experiment.data))
    found = look_inside(trainer, InspectionRequest(frozenset(["boundary"])))["boundary"]
    assert np.isnan(found.shares[0, 0]).all(), "below -5.2"
    assert np.isfinite(found.shares[0, -1]).all()


def test_a_saved_model_takes_tables_of_the_features(tmp_path: Path) -> None:
    experiment = recipe(scaling="standard")
    trainer = Trainer(experiment, load(experiment.data))
    trainer.run(200)
    trainer.measure()
    save_model(trainer, tmp_path / "m.npz")
    model = load_model(tmp_path / "m.npz")
    assert model.preparation.column_names == ("x1", "x2")
    assert model.feature_names == INPUTS
    table = load_table(experiment.data)
    expected = trainer.snapshot().lanes[0]
    found = score(model, table)
    right = expected.train_accuracy * 60 + expected.test_accuracy * 40
    assert found.accuracy[0] * 100 == pytest.approx(right, abs=1e-4)


def test_a_row_without_a_value_is_refused_in_evaluating(tmp_path: Path) -> None:
    experiment = recipe(inputs=("x1", "log(x2 + 9)"))
    trainer = Trainer(experiment, load(experiment.data))
    save_model(trainer, tmp_path / "m.npz")
    far = tmp_path / "far.csv"
    far.write_text("x1,x2,label\n1,2,A\n3,-9.5,B\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"log\(x2 \+ 9\) has no value where x2 = -9.5: 1 of 2 rows"):
        score(load_model(tmp_path / "m.npz"), load_table(DataSpec(source=str(far), train=1, test=1)))


def test_what_is_predicted_goes_through_the_formulas() -> None:
    from engine import train

    run = train(recipe(scaling="standard"), steps=100)
    raw = load_table(recipe().data).features[60:]
    predicted = run.predict(raw)
    right = np.mean(predicted == np.array(["A", "B"])[run.dataset.test_y])
    assert right == pytest.approx(run.lanes[0].test_accuracy)


NAMES = ("petal length", "petal width", "sepal", "x-1")


@pytest.mark.parametrize(
    ("formula", "place", "written"),
    [
        ("petal length * petal width", 1, "`petal length` * `petal width`"),
        ("sepal + Petal Width", 9, "sepal + `Petal Width`"),
        ("`petal length` * petal width", 18, "`petal length` * `petal width`"),
        ("log(x-1)", 5, "log(`x-1`)"),
    ],
)
def test_names_with_blanks_are_said_to_stand_between_two_signs(formula: str, place: int, written: str) -> None:
    with pytest.raises(FormulaError) as refused:
        Inputs.read([formula], NAMES)
    assert f"place {place}:" in str(refused.value)
    assert str(refused.value).endswith(f"stands between two `, as in {written}.")
    Inputs.read([written], NAMES)


def test_other_mistakes_are_told_as_before() -> None:
    with pytest.raises(FormulaError, match="is missing before sepal"):
        Inputs.read(["`petal length` sepal"], NAMES)
    with pytest.raises(FormulaError, match="there is no column petal;"):
        Inputs.read(["petal * 2"], NAMES)


def test_an_input_that_is_a_column_is_called_by_its_own_name() -> None:
    inputs = Inputs.read(["`petal length`", "sepal", "`petal length` * sepal", "`x-1`", "2 * `x-1`"], NAMES)
    assert inputs.titles == ("petal length", "sepal", "petal length * sepal", "x-1", "2 * `x-1`")
    assert inputs.names[0] == "`petal length`"
