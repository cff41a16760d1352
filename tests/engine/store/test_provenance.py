"""A model knows how it came to be: its steps, lanes that left, and whether its experiment alone leads there again."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.experiment.edits.field_edits import edited
from engine.export.script import script
from engine.export.trained import lane_of_model, lane_of_run
from engine.store.model_files import learned_from, load_model, save_model
from engine.store.provenance import Origin, provenance
from engine.train.kept.branching import start_at, with_lane, without_lane
from engine.train.kept.run_state import capture, trainer_of
from engine.train.trainer import Trainer
from tests.engine.helpers import blobs, dense, lane, recipe, small_net, trained

NEW = {"steps", "rows", "diverged_at", "stopped_at", "restored", "has_ended", "edited", "warm_started", "is_named"}


def origins(trainer: Trainer) -> list[Origin]:
    found = provenance(trainer)
    return [found.origin(index) for index in range(len(trainer.experiment.lanes))]


def two_lanes() -> Trainer:
    return trained(small_net(lanes=[lane("a"), lane("b", l2=0.1)]), blobs(), 10)


def change(trainer: Trainer, path: str, value: Any) -> None:
    trainer.apply(edited(trainer.experiment, path, value))


def test_steps_and_lanes_that_left_are_in_the_file(tmp_path: Path) -> None:
    stopping = {"on": True, "every": 5, "patience": 1, "minimum_change": 100.0}
    wild = lane("wild", learning_rate=100.0)
    layers, fields = [dense(5), dense(3)], {"loss": "mean_squared_error", "early_stopping": stopping}
    trainer = trained(recipe(*layers, lanes=[wild, lane("calm")], **fields), blobs(), 100)
    assert set(trainer.diverged_at) == {0}
    assert trainer.stopped_at == {1: 10}
    save_model(trainer, tmp_path / "m.npz")
    with np.load(tmp_path / "m.npz", allow_pickle=False) as file:
        assert file["steps"].shape == ()
        assert int(file["steps"]) == trainer.step
        assert file["diverged_at"].tolist() == [trainer.diverged_at[0], -1]
        assert file["stopped_at"].tolist() == [-1, 10]
        assert file["restored"].tolist() == [-1, trainer.restored[1]]
    assert load_model(tmp_path / "m.npz").provenance == provenance(trainer)


def test_settings_count_from_the_step_at_which_they_were_changed() -> None:
    trainer = Trainer(small_net(), blobs())
    change(trainer, "layers.0.l2", 0.5)
    trainer.run(5)
    assert origins(trainer) == ["seed"], "changed before the first step"
    change(trainer, "layers.0.l2", 0.1)
    change(trainer, "layers.0.l2", 0.5)
    assert origins(trainer) == ["seed"], "changed back before the next"
    change(trainer, "batch_size", 4)
    assert origins(trainer) == ["edited"], "all steps were made with others"
    change(trainer, "batch_size", 8)
    assert origins(trainer) == ["seed"]
    change(trainer, "batch_size", 4)
    trainer.run(1)
    change(trainer, "batch_size", 8)
    assert origins(trainer) == ["edited"], "one step was made with others"


def test_a_setting_of_one_lane_is_no_matter_of_the_other() -> None:
    trainer = two_lanes()
    change(trainer, "lanes.1.set", {"layers.*.l2": 0.2})
    assert origins(trainer) == ["seed", "edited"]
    assert origins(trainer_of(capture(trainer), trainer.dataset)) == ["seed", "edited"]


def test_a_branch_begins_from_other_weights_and_so_does_what_goes_on_from_a_model(tmp_path: Path) -> None:
    trainer = two_lanes()
    spec = trainer.experiment.lanes[0].model_copy(update={"name": "branch"})
    checkpoint = with_lane(capture(trainer), spec, start_at(capture(trainer), 0))
    branched = trainer_of(checkpoint, trainer.dataset)
    assert origins(branched) == ["seed", "seed", "warm_start"]
    save_model(branched, tmp_path / "m.npz")
    model = load_model(tmp_path / "m.npz")
    assert [lane_of_model(model, index).origin for index in range(3)] == origins(branched)
    assert origins(trainer_of(without_lane(checkpoint), trainer.dataset)) == ["seed", "seed"]
    fresh = Trainer(model.experiment, trainer.dataset)
    fresh.set_parameters(model.lanes)
    assert origins(fresh) == ["warm_start"] * 3


@pytest.mark.parametrize(
    ("origin", "says"),
    [("seed", "to the last bit"), ("edited", "Settings were changed"), ("warm_start", "of a model or of another lane")],
)
def test_a_script_says_what_it_cannot_do(origin: Origin, says: str) -> None:
    trainer = Trainer(small_net(), blobs())
    if origin == "warm_start":
        trainer.set_parameters([trainer.lane_parameters(0)])
    trainer.run(5)
    if origin == "edited":
        change(trainer, "batch_size", 4)
    text = script(lane_of_run(trainer, 0), trainer.dataset)
    assert says in " ".join(text.partition('"""\n')[0].split())
    assert ("def agreement(" in text) == (origin == "seed")
    assert "STEPS = 5\n" in text


def test_files_of_before_are_read_and_their_script_says_what_is_not_known(tmp_path: Path) -> None:
    trainer = trained(small_net(steps=77), blobs(), 5)
    save_model(trainer, tmp_path / "m.npz")
    with zipfile.ZipFile(tmp_path / "m.npz") as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(tmp_path / "m.npz", "w") as archive:
        for name, data in content.items():
            if name.removesuffix(".npy") not in NEW:
                archive.writestr(name, data)
    model = load_model(tmp_path / "m.npz")
    assert model.provenance is None
    assert learned_from(model, trainer.dataset)
    text = script(lane_of_model(model, 0), trainer.dataset)
    assert "does not say after how many steps" in text
    assert "STEPS = 77\n" in text
    assert "def agreement(" not in text


def test_rows_that_have_changed_since_are_told(tmp_path: Path) -> None:
    trainer = trained(small_net(), blobs(), 5)
    save_model(trainer, tmp_path / "m.npz")
    model = load_model(tmp_path / "m.npz")
    assert learned_from(model, blobs())
    assert not learned_from(model, blobs(seed=8))
