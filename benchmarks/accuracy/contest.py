"""The defaults and scikit-learn's network on the very same rows."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sklearn.compose import ColumnTransformer
from sklearn.exceptions import ConvergenceWarning
from sklearn.impute import SimpleImputer
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

from benchmarks.accuracy.recipe import Recipe
from engine.data import load_table
from engine.data.preprocessing.split import rows_of
from engine.inspectors.answers.residuals import all_errors
from engine.train.trainer import Trainer
from playground.cli.inputs import Changes, begin_with
from playground.cli.new_file import load_new_file


@dataclass(frozen=True, slots=True)
class Outcome:
    """Of one split; the figures are test accuracies, or RMSE in the unit of the label.

    stopping: of scikit-learn's network with early stopping, on training and validation rows together.
    always: of always saying the commonest class, or the mean.
    """

    ours: float
    sklearn: float
    stopping: float
    always: float
    rows: int
    steps: int


def contest(recipe: Recipe, path: Path, seed: int, settings: tuple[str, ...] = ()) -> Outcome:
    """Splits a table as the defaults do with this seed, and has it learned twice."""
    original, data = begin_with(str(path), None)
    seeds = (f"data.shuffle_seed={seed}", f"seed={seed}", *settings)
    experiment, dataset, _ = load_new_file(original, Changes(data=data, settings=seeds))
    said = experiment.data
    if (said.label_column, said.task) != (recipe.label, "numbers" if recipe.is_number else "classes"):
        print(f"{recipe.name}: taken for {said.task} of {said.label_column}")
    trainer = Trainer(experiment, dataset)
    assert experiment.steps is not None  # the starting net says when it ends at the latest
    trainer.run(experiment.steps)
    trainer.end()
    table = pd.read_csv(path, sep=recipe.separator)
    train, valid, test = rows_of(load_table(said), said)
    held = _truth(recipe, table, test)
    more = np.concatenate([train, valid])
    return Outcome(
        ours=all_errors(trainer)["test"].rmse[0] if recipe.is_number else trainer.snapshot().lanes[0].test_accuracy,
        sklearn=_error(recipe, _learned(recipe, table, train, seed).predict(table.iloc[test]), held),
        stopping=_error(recipe, _learned(recipe, table, more, seed, stops=True).predict(table.iloc[test]), held),
        always=_error(recipe, _commonest(recipe, _truth(recipe, table, train), len(test)), held),
        rows=len(table),
        steps=trainer.step,
    )


def _learned(
    recipe: Recipe, table: pd.DataFrame, rows: NDArray[np.int64], seed: int, *, stops: bool = False
) -> Pipeline:
    """scikit-learn's network with its own settings, behind all that a careful person does to the columns."""
    apart = {recipe.label, *recipe.words, *recipe.aside}
    numbers = [name for name in table.columns if name not in apart]
    words = list(recipe.words)
    columns = ColumnTransformer(
        [
            ("numbers", make_pipeline(SimpleImputer(), StandardScaler()), numbers),
            (
                "words",
                make_pipeline(SimpleImputer(strategy="most_frequent"), OneHotEncoder(handle_unknown="ignore")),
                words,
            ),
        ]
    )
    kind = MLPRegressor if recipe.is_number else MLPClassifier
    net = kind(random_state=seed, early_stopping=stops, max_iter=1000 if recipe.is_number else 200)
    pipeline = make_pipeline(columns, net)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        return pipeline.fit(table.iloc[rows], _truth(recipe, table, rows))


def _truth(recipe: Recipe, table: pd.DataFrame, rows: NDArray[np.int64]) -> pd.Series:
    truth = table[recipe.label].iloc[rows]
    return truth if recipe.is_number else truth.astype(str)


def _commonest(recipe: Recipe, truth: pd.Series, n: int) -> NDArray[np.object_]:
    said = truth.mean() if recipe.is_number else truth.value_counts().index[0]
    return np.full(n, said, object)


def _error(recipe: Recipe, said: NDArray[Any], truth: pd.Series) -> float:
    """RMSE = sqrt(mean (said - truth)^2), or the share that is right."""
    if recipe.is_number:
        return float(np.sqrt(np.mean((np.asarray(said, float) - truth.to_numpy(float)) ** 2)))
    return float(np.mean(said == truth.to_numpy()))
