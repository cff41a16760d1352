"""Training from the command line: what it prints, writes and remarks upon."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import fmean, stdev

import numpy as np
import pytest

from engine.data import load
from engine.experiment.experiment import parse
from engine.store.experiment_files import save_experiment
from engine.store.model_files import save_model
from engine.store.presets import load_preset
from engine.store.run_files import capture, save_checkpoint
from engine.train.trainer import Trainer
from playground.cli.inputs import Changes
from tests.playground.cli.terminal import (
    FIGURES,
    SMALL,
    environment,
    figures_of,
    playground,
    process,
    refused,
)

HISTORY_COLUMNS = "step,lane,train_loss,train_data_loss,penalty,train_accuracy,test_loss,test_data_loss,test_accuracy"


def test_train_prints_one_object_and_writes_a_model_and_a_history(folder: Path) -> None:
    lanes = '[{"name": "A"}, {"name": "B", "set": {"layers.*.l2": 0, "seed": 5}}]'
    args = ["train", "reference", "--steps", "30", "--seed", "7", "--train", "50", "--test", "40", "--set"]
    args += [f"lanes={lanes}", "--save", "m.npz", "--history", "h.csv", "--quiet", "--json"]
    done = process(*args, cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")

    found = json.loads(done.stdout)
    assert set(found) == {"name", "steps", "seconds", "lanes", "findings", "verdict"}
    assert (found["name"], found["steps"]) == ("reference", 30)
    assert found["seconds"] > 0
    assert [(lane["name"], lane["set"], lane["seed"]) for lane in found["lanes"]] == [
        ("A", {}, 7),
        ("B", {"layers.*.l2": 0, "seed": 5}, 5),
    ]
    for lane in found["lanes"]:
        assert set(lane) == {"name", "set", "seed", "train", "test"}
        for part in (lane["train"], lane["test"]):
            assert set(part) == FIGURES
            assert part["loss"] == pytest.approx(part["data_loss"] + part["penalty"])
        assert lane["train"]["penalty"] == lane["test"]["penalty"]
    assert found["lanes"][0]["train"]["penalty"] > 0
    assert found["lanes"][1]["train"]["penalty"] == 0

    with np.load(folder / "m.npz", allow_pickle=False) as model:
        assert parse(str(model["experiment"])).data.train == 50
        assert model["lanes.1.layers.15.weight"].shape == (100, 10)
        assert model["lanes.1.layers.15.bias"].shape == (10,)

    with (folder / "h.csv").open(newline="") as file:
        history = list(csv.DictReader(file))
    assert ",".join(history[0]) == HISTORY_COLUMNS
    assert [(line["step"], line["lane"]) for line in history] == [(str(s), n) for s in range(31) for n in "AB"]
    assert float(history[-2]["test_loss"]) == pytest.approx(found["lanes"][0]["test"]["loss"], rel=1e-5)


def test_a_history_has_some_two_hundred_points_however_long_the_run(folder: Path) -> None:
    (folder / "small.json").write_text(json.dumps(SMALL))
    playground("train", "small.json", "--steps", "1999", "--no-try-remedies", "--history", "h.csv", cwd=folder)
    steps = [int(line.split(",")[0]) for line in (folder / "h.csv").read_text().splitlines()[1:]]
    assert (steps[0], steps[-1]) == (0, 1999)
    doublings = {1, 2, 4, 8, 16, 32, 64}
    assert doublings <= set(steps), "most happens at the beginning"
    even = [step for step in steps if step not in doublings]
    assert len(even) == 201
    assert set(np.diff(even)) == {9, 10}


def test_the_same_seed_gives_the_same_figures_whatever_is_watched(folder: Path) -> None:
    args = ("train", "dropout", "--steps", "10")
    quiet = figures_of(*args, "--quiet", cwd=folder)
    watched = figures_of(*args, "--history", "h.csv", cwd=folder)
    assert quiet["lanes"] == watched["lanes"]
    assert figures_of(*args, "--seed", "1", cwd=folder)["lanes"] != quiet["lanes"]


def test_what_is_called_a_loss_in_the_terminal_is_the_data_loss(folder: Path) -> None:
    args = ("train", "l2", "--steps", "20")
    found = figures_of(*args, cwd=folder)["lanes"]
    done = playground(*args, cwd=folder)
    head, *lines = [line.split() for line in done.stdout.splitlines()]
    assert " ".join(head) == "lane train loss train accuracy test loss test accuracy penalty"
    told = next(line for line in done.stderr.splitlines() if line.startswith("step 20 "))
    assert max(lane["train"]["penalty"] for lane in found) > 1, "the sum would be quite another number"
    for lane, line in zip(found, lines, strict=False):
        losses = [f"{lane[part]['data_loss']:.4f}" for part in ("train", "test")]
        penalty = f"{lane['train']['penalty']:.4f}"
        assert (line[-5], line[-3], line[-1]) == (*losses, penalty)
        assert f"{lane['name']}: train loss {losses[0]}," in told
        assert f"test loss {losses[1]}," in told
        assert f"penalty {penalty}" in told


def test_without_a_terminal_progress_is_a_few_plain_lines(folder: Path) -> None:
    done = playground("train", "l2", "--steps", "50", cwd=folder)
    lines = done.stderr.splitlines()
    assert 3 <= len(lines) <= 12
    assert lines[-2].startswith("step 50 of 50 | λ 0: train loss")
    assert lines[-1].startswith("Nothing found in 4 lanes"), "a result, not progress"
    assert "\x1b" not in done.stderr + done.stdout
    assert done.stdout.split()[0] == "lane"
    assert [line[:7].strip() for line in done.stdout.splitlines()[1:5]] == ["λ 0", "λ 0.001", "λ 0.01", "λ 0.1"]


def read_terminal(terminal: int) -> str:
    """What was written to it, or nothing when its last writer has gone, which Linux calls an error."""
    try:
        return os.read(terminal, 65536).decode(errors="replace")
    except OSError:
        return ""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other terminals")
def test_on_a_terminal_there_is_a_live_bar_and_stdout_stays_clean(folder: Path) -> None:
    try:
        terminal, stderr = os.openpty()
    except OSError:
        pytest.skip("this system has no pseudo terminals, as some bare containers have none")
    with subprocess.Popen(
        [sys.executable, "-m", "playground", "train", "spiral", "--steps", "30", "--json"],
        cwd=folder,
        env=environment(TERM="xterm-256color", COLUMNS="120"),
        stdout=subprocess.PIPE,
        stderr=stderr,
    ) as process:
        os.close(stderr)
        shown = "".join(iter(lambda: read_terminal(terminal), ""))
        stdout, _ = process.communicate(timeout=60)
    os.close(terminal)
    assert process.returncode == 0
    assert json.loads(stdout)["steps"] == 30
    assert "of 30" in shown
    assert "test accuracy" in shown
    assert "Traceback" not in shown


def test_a_diverged_lane_is_reported_and_the_others_go_on(folder: Path) -> None:
    args = ("train", "initializations", "--steps", "20", "--quiet", "--history", "h.csv", "--save", "m.npz")
    args += ("--no-try-remedies",)
    done = playground(*args, "--json", cwd=folder)
    assert done.returncode == 3
    assert done.stderr.startswith("Naive diverged at step ")
    assert done.stderr.count("\n") == 1
    naive, xavier, he = json.loads(done.stdout, parse_constant=pytest.fail)["lanes"]
    assert naive["train"] == naive["test"] == dict.fromkeys(FIGURES)
    assert 0 <= naive["diverged_at"] < 20
    assert all("diverged_at" not in lane and lane["train"]["loss"] > 0 for lane in (xavier, he))
    lines = [line for line in (folder / "h.csv").read_text().splitlines() if ",Naive," in line]
    assert lines[-1] == "20,Naive,,,,,,,"
    assert (folder / "m.npz").exists()


def test_lanes_that_stop_early_keep_their_figures_and_are_named(folder: Path) -> None:
    stopping = '{"on": true, "every": 5, "patience": 2, "minimum_change": 50}'
    args = ("train", "reference", "--steps", "400", "--set", f"early_stopping={stopping}", "--history", "h.csv")
    done = playground(*args, "--json", cwd=folder)
    assert done.returncode == 0
    found = json.loads(done.stdout)
    assert found["steps"] == 15
    (lane,) = found["lanes"]
    assert (lane["stopped_at"], lane["best_at"]) == (15, 15), "the lowest, though by less than the minimum change"
    assert lane["test"]["loss"] > 0
    last = done.stderr.splitlines()[-1]
    assert last.endswith("stopped early at step 15 (restored from step 15): the test loss no longer fell.")
    history = list(csv.DictReader((folder / "h.csv").read_text().splitlines()))
    assert history[-1]["step"] == "15"
    assert float(history[-1]["test_loss"]) == pytest.approx(lane["test"]["loss"], rel=1e-6)
    quiet = playground(*args, "--quiet", cwd=folder)
    assert quiet.stderr == ""


def test_the_end_of_a_run_is_a_stop_too(folder: Path) -> None:
    """What is reported and saved is the best; the history tells of the training."""
    sets = ("data.label_noise=0.3", "optimizer.kind=adam", "early_stopping.on=true", "early_stopping.every=10")
    args = ("train", "reference", "--steps", "60", *(part for each in sets for part in ("--set", each)))
    done = playground(*args, "--json", "--save", "best.npz", "--history", "h.csv", cwd=folder)
    (lane,) = json.loads(done.stdout)["lanes"]
    best = lane["restored_from"]
    assert 0 < best < 60
    assert best % 10 == 0
    assert "stopped_at" not in lane
    assert done.stderr.splitlines()[-1] == f"He is as it was at step {best}: the test loss was lowest there."
    history = {int(row["step"]): row for row in csv.DictReader((folder / "h.csv").read_text().splitlines())}
    assert max(history) == 60
    assert float(history[60]["test_data_loss"]) > lane["test"]["data_loss"]
    evaluated = playground("evaluate", "best.npz", "--data", "digits", cwd=folder).stdout
    assert evaluated.endswith(f" rows of digits, after 60 steps of training, with the weights of step {best}\n")
    shorter = figures_of(*args[:3], str(best), *args[4:], "--save", "short.npz", cwd=folder)["lanes"][0]
    assert shorter["test"] == lane["test"]
    with np.load(folder / "best.npz") as mine, np.load(folder / "short.npz") as its:
        for name in mine.files:
            if name.startswith("lanes."):
                np.testing.assert_array_equal(mine[name], its[name])


def test_validation_rows_stand_beside_the_test_rows(folder: Path) -> None:
    args = ["train", "reference", "--steps", "20", "--set", "early_stopping.on=true", "--json", "--history", "h.csv"]
    plain = figures_of(*args, cwd=folder)
    columns = (folder / "h.csv").read_text().splitlines()[0]
    found = figures_of(*args, "--validation", "200", "--test", "100", cwd=folder)
    assert all("validation" not in lane for lane in plain["lanes"])
    for lane, old in zip(found["lanes"], plain["lanes"], strict=True):
        assert set(lane["validation"]) == set(lane["test"]) == set(old["test"])
        assert lane["validation"]["penalty"] == lane["train"]["penalty"]
        mixed = (200 * lane["validation"]["accuracy"] + 100 * lane["test"]["accuracy"]) / 300
        assert mixed == pytest.approx(old["test"]["accuracy"])
    added = ",valid_loss,valid_data_loss,valid_accuracy"
    assert (folder / "h.csv").read_text().splitlines()[0] == columns + added


def test_on_the_way_the_test_figures_stay_unseen_where_there_are_validation_rows(folder: Path) -> None:
    done = playground(
        "train", "spiral", "--steps", "40", "--set", "data.validation=60", "--set", "data.test=100", cwd=folder
    )
    assert done.returncode == 0
    assert "validation loss" in done.stderr
    assert "test loss" not in done.stderr
    assert done.stdout.index("train") < done.stdout.index("validation") < done.stdout.index("test")


def test_a_schedule_changes_what_is_learned(folder: Path) -> None:
    args = ("train", "reference", "--steps", "40", "--quiet")
    plain = figures_of(*args, cwd=folder)["lanes"][0]["train"]["loss"]
    frozen = figures_of(*args, "--set", "schedule.kind=cosine", "--set", "schedule.over=1", cwd=folder)
    assert frozen["lanes"][0]["train"]["loss"] > plain


def test_a_run_without_end_needs_a_number_of_steps(folder: Path) -> None:
    save_experiment(load_preset("reference").model_copy(update={"steps": None}), folder / "endless.json")
    assert "--steps" in refused("train", "endless.json", cwd=folder)
    assert "--steps" in refused("train", "reference", "--set", "steps=null", cwd=folder)
    assert figures_of("train", "endless.json", "--steps", "3", "--quiet", cwd=folder)["steps"] == 3


def test_other_data_makes_the_output_layer_fit(folder: Path) -> None:
    args = ("train", "reference", "--data", "rows.csv", "--label", "kind", "--steps", "5", "--json")
    done = playground(*args, cwd=folder)
    assert done.returncode == 0
    assert "The output layer now has 3 units, one for each class of rows.csv.\n" in done.stderr
    assert "rows.csv has 60 rows: 36 train, 12 validate and 12 test.\n" in done.stderr
    assert playground(*args, "--quiet", cwd=folder).stderr == ""
    assert "rows.csv has 60 rows, too few for train 300" in refused(*args, "--train", "300", cwd=folder)


def test_settings_come_last_and_in_order(folder: Path) -> None:
    settings = ["--set", "layers.*.l2=0.5", "--set", "layers.0.l2=0", "--set", "lanes.0.l2=0.25", "--set", "steps=3"]
    found = figures_of("train", "l2-and-dropout", "--steps", "9", *settings, "--set", "name=mine", cwd=folder)
    assert (found["name"], found["steps"]) == ("mine", 3)
    assert found["lanes"][0]["set"] == {"layers.*.rate": 0, "layers.*.l2": 0.25}


def test_a_setting_that_every_lane_sets_for_itself_is_remarked_upon() -> None:
    lanes = [{"name": f"λ {value}", "set": {"layers.*.l2": value}} for value in (0, 0.1)]
    experiment = parse({**SMALL, "lanes": lanes})

    def remarks(*settings: str) -> list[str]:
        changes = Changes(settings=settings)
        return changes.remarks(changes.apply(experiment))

    why = "changes nothing, for every lane (λ 0, λ 0.1) sets it for itself"
    said = why + ": write lanes.*.set.{0}, or sweep it with --grid."
    for path in ("layers.*.l2", "layers.0.l2"):
        assert remarks(f"{path}=0.5") == [f"{path} {said.format(path)}"]
    assert remarks("optimizer.learning_rate=0.5", "lanes.*.set.layers.*.l2=0.5") == []
    changed = Changes(settings=("lanes.*.set.layers.*.l2=0.5",)).apply(experiment)
    assert [lane.set["layers.*.l2"] for lane in changed.lanes] == [0.5, 0.5]


def test_a_setting_without_effect_is_remarked_upon(folder: Path) -> None:
    (folder / "small.json").write_text(json.dumps({**SMALL, "steps": 3}))

    def remarks(*settings: str) -> str:
        options = [option for setting in settings for option in ("--set", setting)]
        done = playground("train", "small.json", *options, cwd=folder)
        assert done.returncode == 0
        return "".join(line for line in done.stderr.splitlines() if "no effect" in line)

    assert remarks("early_stopping.patience=3") == (
        "early_stopping.patience has no effect unless early_stopping.on is true."
    )
    assert remarks("early_stopping.patience=3", "early_stopping.on=true") == ""
    assert remarks("sampling=full", "batch_size=7") == "batch_size has no effect while sampling is full."
    assert remarks("lanes.0.l2=0.1", "layers.*.l2=0") == ""


def test_no_steps_at_all_show_the_start(folder: Path) -> None:
    experiment = load_preset("spiral")
    found = figures_of("train", "spiral", "--steps", "0", "--save", "m.npz", cwd=folder)
    start = Trainer(experiment, load(experiment.data)).snapshot().lanes
    assert found["steps"] == 0
    assert [lane["train"]["data_loss"] for lane in found["lanes"]] == [lane.train_data_loss for lane in start]
    assert figures_of("evaluate", "m.npz", "--data", "spiral", cwd=folder)["steps"] == 0
    assert playground("train", "spiral", "--steps", "0", cwd=folder).returncode == 0


def test_a_table_alone_is_learned_by_a_small_network(folder: Path) -> None:
    rows = [f"{a},{b},{'up' if a > b else 'down'}" for a in range(10) for b in range(10) if a != b]
    (folder / "flowers.csv").write_text("\n".join(["a,b,kind", *rows]))
    found = figures_of("train", "flowers.csv", "--steps", "300", "--quiet", cwd=folder)
    assert found["name"] == "flowers"
    assert found["lanes"][0]["train"]["accuracy"] > 0.9
    assert "validation" in found["lanes"][0]


def test_a_file_wins_over_a_preset_of_the_same_name(folder: Path) -> None:
    save_experiment(load_preset("spiral").model_copy(update={"name": "from the file"}), folder / "l2")
    assert figures_of("train", "l2", "--steps", "2", cwd=folder)["name"] == "from the file"


def test_a_model_or_a_run_is_told_from_an_experiment(folder: Path) -> None:
    experiment = parse(SMALL)
    trainer = Trainer(experiment, load(experiment.data))
    save_model(trainer, folder / "m.npz")
    save_checkpoint(capture(trainer), folder / "r.playground-run")
    assert refused("train", "m.npz", cwd=folder).startswith("m.npz is a trained model: evaluate it on rows, ")
    assert refused("train", "r.playground-run", cwd=folder).startswith("r.playground-run is a saved run: open it ")


def test_nothing_is_trained_where_nothing_can_be_saved(folder: Path) -> None:
    args = ("train", "reference", "--steps", "1000000000", "--save", "nowhere/m.npz")
    assert "nowhere" in refused(*args, cwd=folder)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to write to")
def test_a_full_disk_costs_the_file_but_not_the_figures(folder: Path) -> None:
    done = playground("train", "spiral", "--steps", "5", "--quiet", "--save", "/dev/full", cwd=folder)
    assert done.returncode == 2
    assert done.stderr == "/dev/full cannot be written: no space left on device.\n"
    assert "5 steps in" in done.stdout


def test_other_classes_of_a_toy_get_units_of_their_own(folder: Path) -> None:
    done = playground("train", "spiral", "--set", "data.classes=4", "--steps", "2", "--json", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "The output layer now has 4 units, one for each class of spiral." in done.stderr


def test_after_the_folds_stand_their_mean_and_standard_deviation(folder: Path) -> None:
    lanes = [{"name": f"fold {fold}", "set": {"data.fold": fold}} for fold in (1, 2, 3)]
    args = ("train", "spiral", "--steps", "20", "--set", "data.folds=3", "--set", f"lanes={json.dumps(lanes)}")
    losses = [lane["validation"]["data_loss"] for lane in figures_of(*args, cwd=folder)["lanes"]]
    lines = [line.split() for line in playground(*args, cwd=folder).stdout.splitlines()]
    told = {line[0]: float(line[3]) for line in lines if line[0] in ("mean", "std")}
    assert told == {"mean": round(fmean(losses), 4), "std": round(stdev(losses), 4)}


def test_folds_alone_cross_validate(folder: Path) -> None:
    """As the window does: a lane a fold, validation rows are cut as well, and the test rows are kept aside."""
    rows = [f"{at % 7},{at * at % 11},{'yes' if at % 7 > 3 else 'no'}" for at in range(60)]
    (folder / "small.csv").write_text("\n".join(["a,b,relapse", *rows]))
    args = ("train", "small.csv", "--steps", "20", "--set", "data.folds=5", "--no-try-remedies")
    figures = figures_of(*args, cwd=folder)
    assert [lane["name"] for lane in figures["lanes"]] == [f"fold {fold}" for fold in range(1, 6)]
    losses = [lane["validation"]["data_loss"] for lane in figures["lanes"]]
    assert len(set(losses)) == 5, "each is measured on rows of its own"
    done = playground(*args, cwd=folder)
    assert "small.csv has 60 rows: 48 train and 12 test." in done.stderr
    told = {
        line.split()[0]: float(line.split()[3]) for line in done.stdout.splitlines() if line[:4] in ("mean", "std ")
    }
    assert told == {"mean": round(fmean(losses), 4), "std": round(stdev(losses), 4)}
    one = figures_of(*args, "--set", "data.fold=2", cwd=folder)["lanes"]
    assert len(one) == 1, "who says which fold is left out gets that one"
    assert "data.folds=5" in playground("train", "--help", cwd=folder).stdout


def test_folds_that_cannot_be_cut_are_refused(folder: Path) -> None:
    done = playground("train", "spiral", "--set", "data.train=4", "--set", "data.folds=9", cwd=folder)
    assert done.returncode == 2
    assert done.stderr.endswith("spiral: 4 training rows make no 9 folds: lower data.folds.\n")
    done = playground("train", "initializations", "--steps", "2", "--set", "data.folds=30", cwd=folder)
    assert done.returncode == 2
    assert "lanes are too many: there can be at most 64." in done.stderr
