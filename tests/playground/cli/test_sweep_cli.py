"""``playground sweep``: in this process, over processes of its own, and what it says of wrong input."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from engine.store.experiment_files import save_experiment
from engine.sweep.pace import Pace, duration
from engine.sweep.results.journal import Journal, header_of
from engine.sweep.results.table import tabulated
from engine.sweep.sweep import Progress
from engine.sweep.workers.interrupts import interrupts_held_back
from engine.verdict.settings import Repeats
from engine.verdict.verdict import judged
from playground.cli.commands.sweep import _Run
from playground.cli.main import main
from playground.cli.sweep.progress import told
from playground.cli.sweep.report import print_settings
from tests.conftest import only_at_night
from tests.engine.sweep.helpers import planned, small, swept

SWEPT = ["--grid", "l2=0,0.1", "--grid", "optimizer.kind=sgd,adam", "--seeds", "2"]


@pytest.fixture
def experiment(tmp_path: Path) -> str:
    save_experiment(small(name="small"), tmp_path / "small.json")
    return str(tmp_path / "small.json")


def without_seconds(path: Path) -> pd.DataFrame:
    return pd.read_csv(path).drop(columns="seconds")


def test_a_trial_has_the_figures_that_train_has(
    experiment: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "r.csv"
    assert main(["sweep", experiment, *SWEPT, "--out", str(out), "--workers", "0"]) == 0
    said = capsys.readouterr()
    assert "4 settings × 2 seeds = 8 trials." in said.err
    assert "8 trials: 8 done" in said.out
    rows = pd.read_csv(out)
    assert len(rows) == 8
    row = rows.iloc[5]
    asked = [f"--set=layers.*.l2={row['layers.*.l2']}", f"--set=optimizer.kind={row['optimizer.kind']}"]
    assert main(["train", experiment, *asked, "--seed", str(row["seed"]), "--json", "--quiet"]) == 0
    run = json.loads(capsys.readouterr().out)
    (lane,) = run["lanes"]
    for of in ("train", "validation", "test"):
        for name in ("loss", "data_loss", "accuracy"):
            assert row[f"{of}_{name}"] == lane[of][name]
    assert [finding["rule"] for finding in run["findings"]] == [*rows["diagnosis"][5:6].dropna()]
    assert {path.name for path in tmp_path.iterdir()} == {"small.json", "r.csv"}


def test_what_is_complete_is_not_trained_again(
    experiment: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "r.parquet"
    command = ["sweep", experiment, *SWEPT, "--out", str(out), "--workers", "0", "--resume"]
    assert main(command) == 0
    assert "8 trials: 8 done" in capsys.readouterr().out
    written = out.read_bytes()
    assert main(command) == 0
    assert "has all 8 trials already" in capsys.readouterr().err
    assert out.read_bytes() == written
    assert main([*command, "--steps", "5"]) == 2
    assert "has the result of another sweep: name another file" in capsys.readouterr().err
    assert out.read_bytes() == written, "it may have taken hours"


@pytest.mark.parametrize("is_resumed", [False, True])
def test_a_file_that_is_no_result_is_not_written_over(
    experiment: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], is_resumed: bool
) -> None:
    mine = tmp_path / "mine.csv"
    mine.write_text("my,own,data\n")
    if is_resumed:  # a sweep of that name was broken off before the file came
        plan, shown = planned("l2=0,0.1", "optimizer.kind=sgd,adam", seeds=2), list[Progress]()
        swept(plan, tmp_path / "mine.csv.sweep", show=shown.append, should_stop=lambda: shown[-1].trials > 0)
    command = ["--resume"] if is_resumed else [experiment, *SWEPT]
    assert main(["sweep", *command, "--out", str(mine), "--workers", "0"]) == 2
    (said,) = capsys.readouterr().err.splitlines()
    assert "mine.csv is not the result of a sweep, so it is not written over: name another file." in said
    assert mine.read_text() == "my,own,data\n"


def test_an_empty_file_is_written_over(experiment: str, tmp_path: Path) -> None:
    out = tmp_path / "r.csv"
    out.touch()
    assert main(["sweep", experiment, *SWEPT, "--out", str(out), "--workers", "0", "--quiet"]) == 0
    assert len(pd.read_csv(out)) == 8


def test_what_was_broken_off_goes_on_by_its_result_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    plan, shown = planned("l2=0,0.1", "optimizer.kind=sgd,adam", seeds=2), list[Progress]()
    swept(plan, tmp_path / "r.csv.sweep", show=shown.append, should_stop=lambda: shown[-1].trials > 0)
    command = ["sweep", "--resume", "--out", "r.csv", "--workers", "0"]
    assert main([*command, "--grid", "l2=0,1"]) == 2
    assert "name the experiment, too" in capsys.readouterr().err
    assert main(command) == 0
    assert "8 trials: 8 done" in capsys.readouterr().out
    assert [path.name for path in tmp_path.iterdir()] == ["r.csv"]
    assert main(command) == 0
    assert "r.csv has all its trials already" in capsys.readouterr().err
    assert main(["sweep", "--resume", "--out", "other.csv"]) == 2
    assert "other.csv" in capsys.readouterr().err
    assert main(["sweep", "--out", "r.csv"]) == 2
    assert "FILE|PRESET" in capsys.readouterr().err


def test_other_rows_are_no_going_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    header = header_of(planned("l2=0"), "those of before")
    Journal(tmp_path / "r.csv.sweep", header, resume=False).__exit__()
    assert main(["sweep", "--resume", "--out", str(tmp_path / "r.csv"), "--workers", "0"]) == 2
    assert "The rows of xor are not those" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--out", "r.csv"], "There is nothing to sweep"),
        (["--out", "r.xlsx", "--seeds", "2"], "r.xlsx: name the result .parquet or .csv."),
        (["--out", "no/r.csv", "--seeds", "2"], "r.csv cannot be written: the folder"),
        (["--out", "small.json.csv", "--grid", "l2"], "l2: write PATH=V1,V2"),
        (["--out", "r.csv", "--grid", "l2=-1"], "layers.*.l2: must be"),
        (["--out", "r.csv", "--random", "l2=1..0"], "l2=1..0: the first number"),
        (["--out", "r.csv", "--grid", "seed=1,2"], "write --seeds N"),
        (["--out", "r.csv", "--seeds", "2", "--trials", "0"], "--trials"),
        (["--out", "r.csv", "--seeds", "2", "--workers", "2", "--scheduler", "tcp://a:1"], "leave out --workers"),
        (["--seeds", "2"], "--out"),
    ],
)
def test_wrong_input_gets_one_sentence(
    experiment: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    options: list[str],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["sweep", experiment, *options]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert len(error.splitlines()) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["small.json"]


def test_without_dask_the_extra_is_named(
    experiment: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert main(["sweep", experiment, "--seeds", "2", "--out", str(tmp_path / "r.csv")]) == 2
    assert "install nn-playground[sweep]" in capsys.readouterr().err


def test_progress_says_rate_and_time_left_of_what_is_made_now() -> None:
    clock = iter([0.0, 0.0, 10.0])
    pace = Pace(lambda: next(clock))
    assert pace.of(Progress(50, 100, 5000, 10_000, 0, 1)) is None
    found = pace.of(Progress(60, 100, 6000, 10_000, 0, 1))
    assert found == (pytest.approx(3600), pytest.approx(40))
    assert told(Progress(60, 100, 6000, 10_000, 1, 3, 2), found) == (
        "60 of 100 trials | stage 2 of 3 | 3600 an hour | 0:40 left | 2 failed"
    )
    assert [duration(seconds) for seconds in (7, 750, 11_045)] == ["0:07", "12:30", "3:04:05"]


# --- over processes -----------------------------------------------------------------------------------------------


LONG = ["--grid", "l2=0,0.1,0.2", "--grid", "optimizer.kind=sgd,adam", "--seeds", "4", "--steps", "2000"]


def started(experiment: str, out: Path, *more: str) -> subprocess.Popen[str]:
    command = [
        sys.executable,
        "-m",
        "playground",
        "sweep",
        experiment,
        *LONG,
        "--out",
        str(out),
        "--workers",
        "2",
        *more,
    ]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")


def until_a_batch_is_done(process: subprocess.Popen[str], out: Path) -> None:
    journal = out.with_name(out.name + ".sweep") / "journal"
    until = time.monotonic() + 100
    while not (journal.is_file() and len(journal.read_bytes().splitlines()) > 1):
        assert process.poll() is None, process.communicate()[1]
        assert time.monotonic() < until
        time.sleep(0.02)


def until_all_train(process: subprocess.Popen[str]) -> str:
    """What it has said until a tenth of all steps is done."""
    assert process.stderr is not None
    said = ""
    while said.count(" of 24 trials") < 2:
        line = process.stderr.readline()
        assert line, said
        said += line
    return said


def workers_of(process: subprocess.Popen[str]) -> list[int]:
    """Its processes that train: each of its threads has children of its own."""
    lists = [path.read_text().split() for path in Path(f"/proc/{process.pid}/task").glob("*/children")]
    found = [int(child) for each in lists for child in each]
    return [child for child in found if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()]


def is_alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.fixture
def processes() -> Iterator[list[subprocess.Popen[str]]]:
    found: list[subprocess.Popen[str]] = []
    yield found
    for process in found:
        process.kill()
        process.communicate()


IN_PROC = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")


def assert_as_in_this_process(experiment: str, out: Path, *more: str) -> None:
    assert not out.with_name(out.name + ".sweep").exists()
    here = out.with_name("here.csv")
    assert main(["sweep", experiment, *LONG, "--out", str(here), "--workers", "0", "--quiet", *more]) == 0
    pd.testing.assert_frame_equal(without_seconds(out), without_seconds(here), check_exact=True)


@IN_PROC
def test_a_sweep_over_processes_survives_the_death_of_a_worker(
    experiment: str, tmp_path: Path, processes: list[subprocess.Popen[str]]
) -> None:
    out, steps = tmp_path / "r.csv", ("--steps", "1000")
    process = started(experiment, out, *steps)
    processes.append(process)
    said = until_all_train(process)
    workers = workers_of(process)
    assert len(workers) == 2
    os.kill(workers[0], signal.SIGKILL)
    said += process.communicate(timeout=200)[1]
    assert process.returncode == 0, said
    assert "Dashboard: http://127.0.0.1:" in said
    assert not any(map(is_alive, workers))
    assert_as_in_this_process(experiment, out, *steps)


@only_at_night
@IN_PROC
def test_a_sweep_that_was_killed_leaves_no_process_and_goes_on(
    experiment: str, tmp_path: Path, processes: list[subprocess.Popen[str]]
) -> None:
    out = tmp_path / "r.csv"
    first = started(experiment, out)
    processes.append(first)
    until_a_batch_is_done(first, out)
    workers = workers_of(first)
    first.kill()
    first.wait()
    until = time.monotonic() + 60
    while any(map(is_alive, workers)):
        assert time.monotonic() < until
        time.sleep(0.05)
    second = started(experiment, out, "--resume")
    processes.append(second)
    _, said = second.communicate(timeout=200)
    assert second.returncode == 0, said
    assert_as_in_this_process(experiment, out)


@only_at_night
@IN_PROC
def test_ctrl_c_keeps_what_is_done(experiment: str, tmp_path: Path, processes: list[subprocess.Popen[str]]) -> None:
    out = tmp_path / "r.csv"
    first = started(experiment, out)
    processes.append(first)
    until_a_batch_is_done(first, out)
    for process in (first.pid, *workers_of(first)):  # as a terminal does
        os.kill(process, signal.SIGINT)
    _, said = first.communicate(timeout=100)
    assert first.returncode == 130
    assert "playground sweep --resume --out" in said
    assert "Traceback" not in said
    assert 0 < len(pd.read_csv(out)) < 24
    second = started(experiment, out, "--resume")
    processes.append(second)
    assert second.wait(timeout=200) == 0
    assert_as_in_this_process(experiment, out)


def test_ctrl_c_before_a_trial_is_done_leaves_nothing(
    experiment: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(_Run, "_say_where", lambda *_: os.kill(os.getpid(), signal.SIGINT))
    assert main(["sweep", experiment, *SWEPT, "--out", str(tmp_path / "r.csv"), "--workers", "0"]) == 130
    said = capsys.readouterr()
    assert "Interrupted before a trial was done: nothing is kept" in said.err
    assert "--resume" not in said.err + said.out
    assert [path.name for path in tmp_path.iterdir()] == ["small.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="signals are not held back there")
def test_ctrl_c_while_workers_start_is_for_the_client_alone() -> None:
    code = "import os, signal; os.kill(os.getpid(), signal.SIGINT); print('alive')"
    came: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: came.append(number))
    try:
        with interrupts_held_back():
            signal.pthread_kill(threading.get_ident(), signal.SIGINT)  # other threads of the tests hold nothing back
            worker = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
            assert (worker.stdout, came) == (b"alive\n", [])
        assert came == [signal.SIGINT]
    finally:
        signal.signal(signal.SIGINT, before)


def test_settings_that_are_not_in_the_table_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    plan = planned("learning_rate=" + ",".join(str(n / 100) for n in range(1, 19)), seeds=2)
    lanes = [Repeats(f"s{at}", {0: 2 * at, 1: 2 * at + 1}) for at in range(18)]
    scores = np.random.default_rng(0).integers(0, 2, (36, 50)).astype(float)
    verdict = judged(lanes, scores, [""] * 36, step=1, of_validation=True, task="classes")
    print_settings(tabulated(plan, {}), verdict)
    assert "\nand 8 more settings\n" in capsys.readouterr().out


def test_folds_of_which_no_trial_leaves_one_out_are_refused(
    experiment: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    args = ["sweep", experiment, "--set", "data.folds=3", "--out", str(tmp_path / "r.csv"), "--workers", "0"]
    assert main([*args, "--grid", "l2=0,0.1"]) == 2
    assert capsys.readouterr().err == (
        "data.folds alone changes no trial: add --grid data.fold=1,2,3, so that each fold validates once.\n"
    )
    assert main([*args, "--grid", "data.fold=1,2,3", "--quiet"]) == 0
