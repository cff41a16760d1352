"""The network for a table of one's own: it fits, it learns, and it takes the place of nobody's work."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from engine.data import load_table, split
from engine.data.spec import DataSpec
from engine.experiment.edits.field_edits import edited
from engine.experiment.edits.starter import for_rows_of, has_same_net, starter
from engine.store.presets import load_preset
from engine.train.trainer import Trainer


def trained(path: Path) -> Trainer:
    table = load_table(DataSpec(source=str(path)), is_new=True)
    assert table.as_read is not None
    experiment = starter(table.as_read, n_outputs=table.n_outputs)
    trainer = Trainer(experiment, split(table, experiment.data))
    trainer.run(experiment.steps or 0)
    trainer.end()
    return trainer


def test_it_learns_classes(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    lines = [f"{a:.3f},{b:.3f},{'in' if a * a + b * b < 1 else 'out'}" for a, b in rng.normal(size=(200, 2))]
    (tmp_path / "ring.csv").write_text("\n".join(["a,b,kind", *lines]))
    trainer = trained(tmp_path / "ring.csv")
    assert trainer.experiment.name == "ring"
    assert trainer.snapshot().lanes[0].valid_accuracy > 0.9


def test_it_learns_numbers(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    lines = [f"{a:.3f},{b:.3f},{100 * a - 30 * b * b:.2f}" for a, b in rng.normal(size=(200, 2))]
    (tmp_path / "price.csv").write_text("\n".join(["a,b,price", *lines]))
    trainer = trained(tmp_path / "price.csv")
    assert trainer.dataset.task == "numbers"
    assert trainer.snapshot().lanes[0].valid_accuracy > 0.85


def test_what_somebody_has_built_is_another_net() -> None:
    reference = load_preset("reference")
    first = load_preset("first-look")
    assert has_same_net(edited(first, "lanes.1.name", "모두 0"), first), "the window names lanes in its own language"
    assert has_same_net(reference, edited(edited(reference, "data.source", "spiral"), "steps", 10))
    for path, value in (("layers.0.units", 99), ("batch_size", 64), ("lanes.0.seed", 3), ("seed", 1)):
        assert not has_same_net(reference, edited(reference, path, value))


def test_the_more_rows_the_less_each_holds_the_weights() -> None:
    penalties = []
    for rows in (100, 1000, 3000, 60_000):
        layers = starter(DataSpec(source="a.csv", train=rows), n_outputs=2).to_dict()["layers"]
        assert layers[0]["l2"] == layers[2]["l2"]
        penalties.append(layers[0]["l2"])
    assert penalties == [0.01, 0.01, 0.0033, 0.00017]


def test_more_rows_have_more_steps_and_larger_batches() -> None:
    made = [starter(DataSpec(source="a.csv", train=rows), n_outputs=2) for rows in (100, 1000, 1730, 2000, 60_000)]
    assert [each.steps for each in made] == [2000, 2000, 3400, 4000, 5000]
    assert [each.batch_size for each in made] == [32, 32, 32, 128, 128]


def test_the_terminal_learns_it_when_the_rows_are_read() -> None:
    unseen = starter(DataSpec(), n_outputs=2)
    many = DataSpec(source="a.csv", train=60_000)
    assert for_rows_of(unseen, many).layers == starter(many, n_outputs=2).layers
    assert (for_rows_of(unseen, many).steps, for_rows_of(unseen, many).batch_size) == (5000, 128)
    own = edited(unseen, "layers.0.units", 5)
    assert for_rows_of(own, many) == own
