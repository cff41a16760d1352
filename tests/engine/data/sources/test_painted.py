"""Painted points: rows of every class on both sides of the split, and files that hold them."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from engine.data import load, load_table
from engine.data.sources.painted import order
from engine.data.spec import MOST_POINTS, DataSpec
from engine.errors import DataError, ExperimentError
from engine.experiment.edits.field_edits import edited
from engine.experiment.edits.painting import shared_out, with_points
from engine.experiment.experiment import Experiment, parse
from engine.store.experiment_files import open_experiment, save_experiment
from engine.train.trainer import Trainer

POINTS = ((1.0, 2.0, 0.0), (-1.5, 0.25, 1.0), (3.0, -2.0, 1.0), (0.5, 0.5, 0.0), (2.0, 2.0, 0.0))


def experiment(points: object = POINTS, **data: object) -> Experiment:
    recipe = {"source": "painted", "points": points, "train": 3, "test": 2, **data}
    return parse({"data": recipe, "layers": [{"kind": "dense", "units": 2}]})


def cloud(n: int = 200, k: int = 3, seed: int = 0) -> list[tuple[float, float, float]]:
    rng = np.random.default_rng(seed)
    return [(round(x, 2), round(y, 2), float(c % k)) for c, (x, y) in enumerate(rng.normal(size=(n, 2)).tolist())]


def test_rows_are_the_points_whatever_their_order() -> None:
    table = load_table(experiment().data)
    found = {(*row, label) for row, label in zip(table.features.tolist(), table.labels.tolist(), strict=True)}
    assert found == set(POINTS)
    assert table.classes == ("A", "B")
    assert table.feature_names == ("x1", "x2")
    assert load_table(experiment([*POINTS, (0, 0, 3)]).data).classes == ("A", "B", "C", "D")


def test_any_first_part_holds_the_same_share_of_every_class() -> None:
    points = np.array(cloud(300, 3))
    points = np.concatenate([points[points[:, 2] == c] for c in range(3)])[:250]  # painted one class after the other
    labels = points[:, 2].astype(int)
    rows = order(points[:, :2], labels)
    assert sorted(rows) == list(range(250))
    total = np.bincount(labels, minlength=3)
    for part in (30, 125, 200):
        found = np.bincount(labels[rows[:part]], minlength=3)
        assert np.abs(found - part * total / 250).max() <= 1


def test_a_point_stays_on_its_side_while_others_are_painted() -> None:
    def training(points: list[tuple[float, float, float]]) -> set[tuple[float, ...]]:
        data = load(with_points(experiment(), points).data)
        return {tuple(row) for row in data.raw().train.round(2).tolist()}

    before = cloud(400)
    after = [point for place, point in enumerate(before) if place % 40] + cloud(20, seed=1)
    kept, left = training(before) & training(after), training(before) - training(after)
    erased = {tuple(np.float32(point[:2]).round(2).tolist()) for point in before[::40]}
    assert len(left - erased) < 0.05 * len(kept)


def test_all_points_are_shared_out_as_before() -> None:
    for sizes, total, expected in [
        ((300, 0, 300), 50, [25, 0, 25]),
        ((300, 0, 100), 41, [31, 0, 10]),
        ((60, 20, 20), 7, [5, 1, 1]),
        ((1, 0, 9), 2, [1, 0, 1]),
        ((500, 0, 1), 2, [1, 0, 1]),
    ]:
        assert shared_out(sizes, total) == expected
    painted = with_points(experiment(), cloud(100))
    assert (painted.data.train, painted.data.validation, painted.data.test) == (60, 0, 40)
    assert load(painted.data).source_rows == 100


def test_too_few_and_wrong_ones_are_refused() -> None:
    for points in ((), POINTS[:1]):
        with pytest.raises(DataError, match="Nothing is painted yet"):
            load(experiment(points).data)
    for label in (0.5, -1, 5):
        with pytest.raises(DataError, match=rf"data\.points\.1: .* from 0 to 4; got {label}"):
            load(experiment([POINTS[0], (1, 1, label)]).data)
    with pytest.raises(ExperimentError, match=r"data\.points: must have at most 5000 entries"):
        with_points(experiment(), [(0, 0, 0)] * (MOST_POINTS + 1))
    with pytest.raises(ExperimentError, match=r"data\.points\.0"):
        experiment([[1, 2]])


def test_a_file_holds_them_in_one_line(tmp_path: Path) -> None:
    painted = with_points(experiment(), cloud(500))
    save_experiment(painted, tmp_path / "e.json")
    text = (tmp_path / "e.json").read_text(encoding="utf-8")
    assert open_experiment(tmp_path / "e.json") == painted
    assert json.loads(text)["data"]["points"][0] == list(painted.data.points[0])
    assert len(text.splitlines()) < 90
    named = edited(painted, "name", '"points": []')
    assert parse(named.to_json()) == named


def test_other_edits_share_the_points() -> None:
    painted = with_points(experiment(), cloud(500))
    assert edited(painted, "batch_size", 7).data.points is painted.data.points


def test_they_are_learned() -> None:
    rng = np.random.default_rng(3)
    points = [(x + 5 * (c - 1), y, float(c)) for c in range(3) for x, y in rng.normal(size=(40, 2)).tolist()]
    recipe = edited(with_points(experiment(), points), "layers.0.units", 3)
    recipe = edited(edited(recipe, "optimizer.learning_rate", 0.5), "data.scaling", "standard")
    trainer = Trainer(recipe, load(recipe.data))
    trainer.run(300)
    trainer.measure()
    assert trainer.snapshot().lanes[0].test_accuracy > 0.95


def test_the_points_are_kept_while_another_source_is_looked_at() -> None:
    away = edited(with_points(experiment(), cloud(50)), "data.source", "circle")
    assert len(edited(away, "data.source", "painted").data.points) == 50
    assert load_table(DataSpec(source="circle", points=away.data.points)).n_rows == 600


def test_numbers_are_the_third_of_each_point() -> None:
    points = [(x, y, label + 0.25) for x, y, label in cloud(50)]
    table = load_table(experiment(points, task="numbers").data)
    found = {(*row, label) for row, label in zip(table.features.tolist(), table.labels.tolist(), strict=True)}
    assert found == {tuple(np.float32(point).tolist()) for point in points}
    assert (table.task, table.target_name, table.classes) == ("numbers", "y", ())
