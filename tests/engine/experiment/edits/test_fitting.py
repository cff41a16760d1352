"""An experiment made to fit a table, and a network that no memory could hold."""

from __future__ import annotations

import pytest

from engine.data import Table, load_table
from engine.data.spec import DataSpec
from engine.errors import ExperimentError
from engine.experiment.edits.adapt import giving_way, with_classes_of, with_rows_of
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment
from engine.nn.shapes import RowsOf
from engine.store.presets import load_preset
from engine.train import memory
from engine.train.memory import check_memory, needed_memory


@pytest.fixture
def spiral() -> Table:
    return load_table(DataSpec(source="spiral", train=30, test=20))


@pytest.fixture
def reference() -> Experiment:
    return load_preset("reference")


def test_the_output_gets_a_unit_for_each_class(reference: Experiment, spiral: Table) -> None:
    fitted = with_classes_of(reference, spiral)
    assert fitted == edited(reference, "layers.15.units", 2)
    assert with_classes_of(fitted, spiral) is fitted


def test_rows_shrink_in_proportion(reference: Experiment, spiral: Table) -> None:
    data = with_rows_of(edited(reference, "data.train", 900), spiral).data
    assert (data.train, data.test) == (38, 12)


def test_enough_rows_stay_as_they_are(reference: Experiment) -> None:
    assert with_rows_of(reference, load_table(DataSpec())) is reference


def test_the_memory_needed_is_about_what_the_parameters_take() -> None:
    """A single layer of 10 000 x 10 000 for Adam: 400 MB seven times, and little else."""
    experiment = edited(edited(load_preset("spiral"), "layers.0.units", 10_000), "layers.2.units", 10_000)
    assert 7 * 0.4e9 < needed_memory(edited(experiment, "lanes", [{"name": "A"}]), (2,)) < 8 * 0.4e9


def test_a_network_larger_than_the_memory_is_refused(reference: Experiment, monkeypatch: pytest.MonkeyPatch) -> None:
    check_memory(reference, RowsOf(64))
    monkeypatch.setattr(memory, "physical_memory", lambda: 1_000_000)
    with pytest.raises(ExperimentError, match=r"layers: this network needs about 0 GB of memory"):
        check_memory(reference, RowsOf(64))
    monkeypatch.setattr(memory, "physical_memory", lambda: None)
    check_memory(reference, RowsOf(64))


@pytest.mark.parametrize(
    ("sizes", "asked", "become"),
    [
        ((70, 20, 20), "train", (70, 15, 15)),
        ((0.7, 20, 20), "train", (0.7, 15, 15)),
        ((60, 60, 20), "validation", (30, 60, 10)),
        ((98, 20, 20), "train", (98, 1, 1)),
        ((60, 0, 60), "test", (40, 0, 60)),
        ((99, 20, 20), "train", (99, 0, 1)),
        ((100, 20, 20), "train", (100, 20, 20)),
        ((50, 20, 20), "train", (50, 20, 20)),
    ],
)
def test_sizes_that_nobody_asked_for_give_way(sizes: tuple[float, ...], asked: str, become: tuple[float, ...]) -> None:
    """Of 100 rows, in their proportion; but not to nothing, which is refused in words."""
    data = DataSpec(source="mine.csv", **dict(zip(("train", "validation", "test"), sizes, strict=True)))  # type: ignore[arg-type]
    given = giving_way(data, 100, [asked])
    assert (given.train, given.validation, given.test) == become
