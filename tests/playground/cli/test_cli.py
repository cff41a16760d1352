"""The command line: what it prints, writes and ends with.

Most of it in this process, which is quicker by the half second that each start takes; what is a process's own - its
streams, a terminal, signals, a display, what it imports - in one of its own.
"""

from __future__ import annotations

import contextlib
import csv
import json
import os
import signal
import subprocess
import sys
import types
from collections.abc import Iterator
from io import BytesIO, TextIOWrapper
from pathlib import Path
from statistics import fmean, stdev
from typing import Any
from unittest.mock import patch

import numpy as np
import pytest

from engine.data import load
from engine.experiment.experiment import parse
from engine.store.experiment_files import save_experiment
from engine.store.model_files import save_model
from engine.store.presets import load_preset, preset_names, presets
from engine.store.run_files import capture, save_checkpoint
from engine.train.trainer import Trainer
from playground.cli.inputs import Changes
from playground.cli.main import main

ROOT = Path(__file__).parents[3]
HISTORY_COLUMNS = "step,lane,train_loss,train_data_loss,penalty,train_accuracy,test_loss,test_data_loss,test_accuracy"
SMALL: dict[str, Any] = {
    "name": "small",
    "data": {"source": "xor", "train": 20, "test": 20},
    "layers": [{"kind": "dense", "units": 2}],
}
UNWANTED = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "FORCE_COLOR")
"""With a display, a window would open, and stay."""
FIGURES = {"loss", "data_loss", "penalty", "accuracy"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a CSV file of three classes."""
    lines = [f"{i % 3 + i / 100},{-(i % 3)},{'abc'[i % 3]}" for i in range(60)]
    (tmp_path / "rows.csv").write_text("\n".join(["x,y,kind", *lines]) + "\n")
    return tmp_path


def environment(**changes: str) -> dict[str, str]:
    return (
        {key: value for key, value in os.environ.items() if key not in UNWANTED}
        | {
            "PYTHONPATH": str(ROOT),
            "PYTHONWARNINGS": "error",
            "PYTHONIOENCODING": "utf-8",
        }
        | changes
    )


def playground(*args: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Runs the command line in a folder, in this process: a traceback is raised. There is no display."""
    stdout, stderr = (TextIOWrapper(BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    with contextlib.ExitStack() as here:
        here.enter_context(patch.dict(os.environ))
        for name in UNWANTED:
            os.environ.pop(name, None)
        here.enter_context(contextlib.chdir(cwd))
        here.enter_context(contextlib.redirect_stdout(stdout))
        here.enter_context(contextlib.redirect_stderr(stderr))
        code = main(args)
    printed = (stream.buffer.getvalue().decode() for stream in (stdout, stderr))  # type: ignore[attr-defined]
    return subprocess.CompletedProcess(args, code, *printed)


def process(*args: str, cwd: Path, **changes: str) -> subprocess.CompletedProcess[str]:
    """The same in a process of its own; no answer ever holds a traceback."""
    done = subprocess.run(
        [sys.executable, "-m", "playground", *args],
        cwd=cwd,
        env=environment(**changes),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert "Traceback" not in done.stderr
    return done


def refused(*args: str, cwd: Path) -> str:
    """Runs what must end with 2 and one sentence; the sentence."""
    return sentence_of(playground(*args, cwd=cwd))


def sentence_of(done: subprocess.CompletedProcess[str]) -> str:
    """The one that must be all that was said, with the code 2."""
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.endswith(".\n")
    assert done.stderr.count("\n") == 1
    return done.stderr


def figures_of(*args: str, cwd: Path, code: int = 0) -> dict[str, Any]:
    done = playground(*args, "--json", cwd=cwd)
    assert done.returncode == code, done.stderr
    found: dict[str, Any] = json.loads(done.stdout, parse_constant=pytest.fail)  # NaN is no JSON
    return found


# --- train ------------------------------------------------------------------------------------------------------------


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
    playground("train", "spiral", "--steps", "1999", "--set", 'lanes=[{"name":"A"}]', "--history", "h.csv", cwd=folder)
    steps = [int(line.split(",")[0]) for line in (folder / "h.csv").read_text().splitlines()[1:]]
    assert (steps[0], steps[-1]) == (0, 1999)
    doublings = {1, 2, 4, 8, 16, 32, 64}
    assert doublings <= set(steps), "most happens at the beginning"
    even = [step for step in steps if step not in doublings]
    assert len(even) == 201
    assert set(np.diff(even)) == {9, 10}


def test_the_same_seed_gives_the_same_figures_whatever_is_watched(folder: Path) -> None:
    args = ("train", "dropout", "--steps", "40")
    quiet = figures_of(*args, "--quiet", cwd=folder)
    watched = figures_of(*args, "--history", "h.csv", cwd=folder)
    assert quiet["lanes"] == watched["lanes"]
    assert figures_of(*args, "--seed", "1", cwd=folder)["lanes"] != quiet["lanes"]


def test_what_is_called_a_loss_in_the_terminal_is_the_data_loss(folder: Path) -> None:
    args = ("train", "l2", "--steps", "50")
    found = figures_of(*args, cwd=folder)["lanes"]
    done = playground(*args, cwd=folder)
    head, *lines = [line.split() for line in done.stdout.splitlines()]
    assert " ".join(head) == "lane train loss train accuracy test loss test accuracy penalty"
    told = next(line for line in done.stderr.splitlines() if line.startswith("step 50 "))
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
        [sys.executable, "-m", "playground", "train", "spiral", "--steps", "200", "--json"],
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
    assert json.loads(stdout)["steps"] == 200
    assert "of 200" in shown
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
    sets = ("data.label_noise=0.3", "optimizer.learning_rate=0.3", "early_stopping.on=true")
    args = ("train", "reference", "--steps", "300", *(part for each in sets for part in ("--set", each)))
    done = playground(*args, "--json", "--save", "best.npz", "--history", "h.csv", cwd=folder)
    (lane,) = json.loads(done.stdout)["lanes"]
    best = lane["restored_from"]
    assert 0 < best < 300
    assert best % 50 == 0
    assert "stopped_at" not in lane
    assert done.stderr.splitlines()[-1] == f"He is as it was at step {best}: the test loss was lowest there."
    history = {int(row["step"]): row for row in csv.DictReader((folder / "h.csv").read_text().splitlines())}
    assert max(history) == 300
    assert float(history[300]["test_data_loss"]) > lane["test"]["data_loss"]
    evaluated = playground("evaluate", "best.npz", "--data", "digits", cwd=folder).stdout
    assert evaluated.endswith(f" rows of digits, after 300 steps of training, with the weights of step {best}\n")
    shorter = figures_of(*args[:3], str(best), *args[4:], "--save", "short.npz", cwd=folder)["lanes"][0]
    assert shorter["test"] == lane["test"]
    with np.load(folder / "best.npz") as mine, np.load(folder / "short.npz") as its:
        for name in mine.files:
            if name.startswith("lanes."):
                np.testing.assert_array_equal(mine[name], its[name])


def test_validation_rows_stand_beside_the_test_rows(folder: Path) -> None:
    args = ["train", "reference", "--steps", "60", "--set", "early_stopping.on=true", "--json", "--history", "h.csv"]
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


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["nothing"], "nothing is neither a file nor one of the presets: reference, "),
        (["."], "."),
        (["missing.csv"], "missing.csv does not exist.\n"),
        (["no/thing"], "no/thing does not exist.\n"),
        (["l2", "--set", "steps"], "--set steps: write PATH=VALUE"),
        (["l2", "--set", "layers.0.unit=3"], "layers.0.unit: there is no such field"),
        (["l2", "--set", "layers.0.units=many"], "layers.0.units: "),
        (["l2", "--set", "layers.4.units=3"], "layers.4.units: the output layer has 3 units, but digits has 10"),
        (["l2", "--steps", "-1"], "steps: must be between 1 and"),
        (["l2", "--steps", "few"], "Invalid value for '--steps'"),
        (["l2", "--threads", "0"], "Invalid value for '--threads'"),
        (["l2", "--train", "5000"], "digits has 1797 rows, too few"),
        (["l2", "--data", "none.csv"], "none.csv does not exist."),
        (["l2", "--data", "~nobody-here/none.csv"], "none.csv does not exist."),
        (["l2", "--data", "rows.csv", "--label", "label"], "rows.csv has no column label"),
        (["l2", "--save", "no/m.npz"], "no/m.npz cannot be written: the folder "),
        (["l2", "--history", "."], ". cannot be written: it is a folder."),
        (["l2", "--save", "x", "--history", "x"], "x cannot hold both"),
        (["l2", "--set", "layers.0.units=10000", "--set", "layers.2.units=10000", *["--set", "lanes=HUGE"]], "GB"),
        ([], "Missing argument 'FILE|PRESET'."),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else "",
)
def test_wrong_input_is_one_sentence(
    args: list[str], sentence: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lanes = json.dumps([{"name": str(lane)} for lane in range(64)])
    monkeypatch.chdir(folder)
    assert main(["train", *(arg.replace("HUGE", lanes) for arg in args)]) == 2
    printed = capsys.readouterr()
    assert sentence in printed.err
    assert printed.err.count("\n") == 1
    assert printed.err.endswith(".\n")
    assert printed.out == ""


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


# --- Ctrl-C -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def endless(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A run that would take days, and has begun."""
    args = ["train", "spiral", "--steps", "1000000000", "--json", "--save", "m.npz", "--history", "h.csv"]
    process = subprocess.Popen(
        [sys.executable, "-m", "playground", *args, "--set", "data.test=1"],
        cwd=folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    with process:
        assert process.stderr is not None
        assert process.stderr.readline().startswith("step 0 of 1000000000")
        yield process
        process.kill()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one process")
@pytest.mark.parametrize(("by", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_to_stop_saves_what_was_asked_for_and_prints_the_figures(
    endless: subprocess.Popen[str], folder: Path, by: signal.Signals, code: int
) -> None:
    endless.send_signal(by)
    stdout, stderr = endless.communicate(timeout=100)
    assert endless.returncode == code
    found = json.loads(stdout)
    assert found["steps"] < 1_000_000_000
    assert f"Interrupted at step {found['steps']}.\n" in stderr
    with np.load(folder / "m.npz", allow_pickle=False) as model:
        assert model["steps"] == found["steps"]
    assert playground("export", "m.npz", "--script", "net.py", "--lane", "Rate 0.1", cwd=folder).returncode == 0
    assert f"STEPS = {found['steps']}\n" in (folder / "net.py").read_text(encoding="utf-8")
    assert (folder / "h.csv").read_text().splitlines()[-1].startswith(f"{found['steps']},")


def test_ctrl_c_before_training_has_nothing_to_save(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(source: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("playground.cli.inputs.find_experiment", interrupted)
    assert main(["train", "reference"]) == 130
    assert capsys.readouterr() == ("", "\nInterrupted.\n")


# --- evaluate ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a model of rows.csv, whose second column is a hundred times the first."""
    folder = tmp_path_factory.mktemp("model")
    lines = [f"{i % 2},{100 * (i % 2)},{'ab'[i % 2]}" for i in range(20)]
    (folder / "rows.csv").write_text("\n".join(["x,y,label", *lines]) + "\n")
    args = ["--set", "optimizer.kind=adam", "--set", "data.scaling=standard", "--steps", "300", "--quiet"]
    done = playground("train", "spiral", "--data", "rows.csv", "--save", "m.npz", *args, cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder


def test_evaluate_scales_and_labels_as_in_training(model: Path) -> None:
    (model / "other.csv").write_text("y,kind,x\n0,a,0\n100,b,1\n100,b,1\n0,b,0\n")
    found = figures_of("evaluate", "m.npz", "--data", "other.csv", "--label", "kind", cwd=model)
    assert (found["name"], found["steps"], found["data"], found["rows"]) == ("rows", 300, "other.csv", 4)
    first = found["lanes"][0]
    assert set(first) == {"name", "set", "seed", "test"}
    assert set(first["test"]) == FIGURES
    assert first["test"]["accuracy"] == 0.75


def test_evaluate_prints_a_table(model: Path) -> None:
    done = playground("evaluate", "m.npz", "--data", "rows.csv", cwd=model)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0].split() == ["lane", "loss", "accuracy", "penalty"]
    assert done.stdout.splitlines()[-1] == "20 rows of rows.csv, after 300 steps of training"


def test_evaluate_finds_columns_and_classes_by_name(model: Path) -> None:
    """Another order, other letters, blanks, columns more, numbers of rows less: the same figures for the same rows."""
    rows = [[i % 2, 100 * (i % 2), "ab"[i % 2]] for i in range(20)]
    others = [[f"id{i}", y, "", f" {kind.upper()} ", x] for i, (x, y, kind) in enumerate(rows)]
    write_rows(model / "others.csv", ["id", " Y", "note", "LABEL", "X "], others)
    expected = figures_of("evaluate", "m.npz", "--data", "rows.csv", cwd=model)["lanes"]
    assert figures_of("evaluate", "m.npz", "--data", "others.csv", cwd=model)["lanes"] == expected
    write_rows(model / "one_class.csv", ["y", "label", "x"], [[y, kind, x] for x, y, kind in rows if kind == "b"])
    assert figures_of("evaluate", "m.npz", "--data", "one_class.csv", cwd=model)["rows"] == 10
    write_rows(model / "one.csv", ["label", "y", "x"], [["b", 100, 1]])
    done = playground("evaluate", "m.npz", "--data", "one.csv", cwd=model)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[1].split()[-2] == "100.0%"
    assert done.stdout.splitlines()[-1].startswith("1 row of one.csv")


def write_rows(path: Path, header: list[str], rows: list[list[Any]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([header, *rows])


def test_evaluate_goes_by_places_where_there_are_no_names_and_says_so(model: Path) -> None:
    """As in files of before, which do not say whether their names are made up."""
    with np.load(model / "m.npz", allow_pickle=False) as file:
        arrays = {name: file[name] for name in file.files if name != "is_named"}
    np.savez(model / "before.npz", **arrays)
    (model / "elsewhere.csv").write_text("width,height,label\n0,0,a\n1,100,b\n")
    assert "elsewhere.csv lacks x, y" in refused("evaluate", "m.npz", "--data", "elsewhere.csv", cwd=model)
    done = playground("evaluate", "before.npz", "--data", "elsewhere.csv", cwd=model)
    assert done.stderr == ("The columns of elsewhere.csv are taken in their order: before.npz has no names for them.\n")
    assert done.returncode == 0
    (model / "half.csv").write_text("x,height,label\n0,0,a\n1,100,b\n")
    assert "half.csv lacks y" in refused("evaluate", "before.npz", "--data", "half.csv", cwd=model)


def test_evaluate_names_what_does_not_fit(model: Path) -> None:
    (model / "strange.csv").write_text("x,y,label\n0,0,a\n1,1,z\n")
    assert "strange.csv has the label z, which m.npz does not know: its classes are a, b." in refused(
        "evaluate", "m.npz", "--data", "strange.csv", cwd=model
    )
    assert "digits lacks x, y: m.npz was trained on columns of these names." in refused(
        "evaluate", "m.npz", "--data", "digits", cwd=model
    )
    assert "rows.csv is damaged or not a model file." in refused(
        "evaluate", "rows.csv", "--data", "rows.csv", cwd=model
    )
    assert "Missing option '--data'." in refused("evaluate", "m.npz", cwd=model)
    assert "y is a feature that m.npz was trained on: name the column that holds the classes with --label." in refused(
        "evaluate", "m.npz", "--data", "rows.csv", "--label", "y", cwd=model
    )


# --- the rest ---------------------------------------------------------------------------------------------------------


def test_presets_have_one_line_each(folder: Path) -> None:
    done = process("presets", cwd=folder)
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(preset_names())
    assert [line.split(maxsplit=1)[1] for line in lines] == [preset.description for preset in presets()]


def test_the_version(folder: Path) -> None:
    done = playground("--version", cwd=folder)
    assert done.returncode == 0
    assert done.stdout.startswith("playground ")


def test_help_lists_the_commands(folder: Path) -> None:
    done = playground("--help", cwd=folder)
    assert done.returncode == 0
    assert "[FILE|PRESET]" in done.stdout
    assert all(command in done.stdout for command in ("train", "evaluate", "presets"))


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_without_a_display_the_window_names_the_way_out(folder: Path) -> None:
    for sentence, name in ((sentence_of(process(cwd=folder)), "reference"), (refused("spiral", cwd=folder), "spiral")):
        assert "no display" in sentence
        assert f"playground train {name}" in sentence


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_the_way_out_for_a_table_names_the_label_that_was_found(folder: Path) -> None:
    write_rows(folder / "flowers.csv", ["width", "species"], [[i % 3, "abc"[i % 3]] for i in range(30)])
    sentence = refused("flowers.csv", cwd=folder)
    assert "playground train reference --data flowers.csv --label species" in sentence
    (folder / "usual.csv").write_text((folder / "flowers.csv").read_text().replace("species", "label"))
    assert "--data usual.csv'" in refused("usual.csv", cwd=folder)


@pytest.mark.parametrize(
    ("args", "name", "file"),
    [
        *(([], None, None), (["spiral"], "spiral", None), (["l2"], "from the file", "l2")),
        *(([name], None, name) for name in ("rows.csv", "trained", "run.npz")),
    ],
)
def test_the_window_opens_on_what_was_named(
    args: list[str], name: str | None, file: str | None, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files are told apart by what is in them; what is no experiment the window reads itself."""
    opened: list[Any] = []

    def run(experiment: Any, path: Path | None) -> int:
        opened.extend([experiment and experiment.name, path])
        return 0

    app = types.ModuleType("playground.shell.app")
    app.run = run  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "playground.shell.app", app)
    save_experiment(load_preset("spiral").model_copy(update={"name": "from the file"}), folder / "l2")
    trainer = Trainer(parse(SMALL), load(parse(SMALL).data))
    save_model(trainer, folder / "trained")
    save_checkpoint(capture(trainer), folder / "run.npz")
    monkeypatch.chdir(folder)
    assert main(args) == 0
    assert opened == [name, folder / file if file is not None else None]


@pytest.mark.parametrize("name", ["m.npz", "m.playground-run", "m.json", "m.csv"])
def test_what_is_damaged_is_said_before_a_window_opens(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / name).write_bytes(b"\0\1nonsense")
    assert main([str(folder / name)]) == 2
    said = capsys.readouterr().err
    assert name in said
    assert said.count("\n") == 1


def test_the_window_is_told_what_it_cannot_open(folder: Path) -> None:
    assert "neither a file nor one of the presets" in refused("nothing", cwd=folder)
    assert "There is no command trian" in refused("trian", "reference", cwd=folder)


def test_quick_commands_import_neither_qt_nor_numpy(folder: Path) -> None:
    code = (
        "import sys; from playground.cli.main import main; main(['presets']);"
        "print([name for name in ('PySide6', 'pandas', 'numpy', 'pydantic') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], env=environment(), capture_output=True, encoding="utf-8")
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_reader_that_has_gone_is_no_error(folder: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "playground", "presets"],
        env=environment(),
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    with process:
        assert process.stderr.read() == b""


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
