"""The result as a file: what other programs read of it, and what the playground reads back."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from engine.errors import PlaygroundError
from engine.experiment.experiment import parse
from engine.sentences import say
from engine.sweep.results.journal import header_of
from engine.sweep.results.judging import judge, words
from engine.sweep.results.table import METADATA, SweepTable, check_ending, open_table, save_table, tabulated
from engine.sweep.results.told import gathered, packed, scattered
from engine.sweep.results.trial_result import TrialResult, pack
from tests.engine.sweep.helpers import planned, rows_of, small, swept


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[SweepTable, Path]:
    folder = tmp_path_factory.mktemp("sweep")
    plan = planned("optimizer.kind=sgd,adam", 'data.inputs=["x1"],["x1","x2"]', "steps=5,10")
    rows = rows_of(plan)
    results = swept(plan, folder / "s").results
    reason = PlaygroundError('a "disk", {what}', what=PlaygroundError("gone"))
    results[0] = TrialResult(0, "failed", 0, reason=str(reason), told=packed(reason))
    verdict = judge(plan, results, 40, task="classes", of_validation=True)
    table = tabulated(
        plan,
        results,
        words(plan, results, verdict),
        verdict=[say("{name} is {share:.0%}.", name="It", share=np.float32(0.5))],
    )
    for name in ("result.csv", "result.parquet"):
        save_table(table, header_of(plan, rows.fingerprint), folder / name)
    return table, folder


@pytest.mark.parametrize("name", ["result.csv", "result.parquet"])
def test_a_table_is_read_back_as_it_was_written(made: tuple[SweepTable, Path], name: str) -> None:
    table, folder = made
    again = open_table(folder / name)
    assert again.plan == table.plan
    assert again.columns == table.columns
    assert [dict(row) for row in again.rows] == [dict(row) for row in table.rows]
    assert again.said == "It is 50%."
    assert again.verdict == (say("{name} is {share:.0%}.", name="It", share=0.5),)
    assert again.told == table.told
    assert again.told[0] == say('a "disk", {what}', what=say("gone"))
    assert again.swept == ("optimizer.kind", "data.inputs", "set.steps")
    assert not {path.name for path in folder.iterdir()} - {"s", "result.csv", "result.parquet"}


def test_how_long_cells_may_be_elsewhere_is_no_matter_and_stays(made: tuple[SweepTable, Path]) -> None:
    """Python has one such limit for all of a process."""
    table, folder = made
    usual = csv.field_size_limit(10)
    try:
        assert open_table(folder / "result.csv").rows == table.rows
        assert csv.field_size_limit() == 10
    finally:
        csv.field_size_limit(usual)


def test_pandas_reads_it_and_finds_the_experiment_inside(made: tuple[SweepTable, Path]) -> None:
    table, folder = made
    csv, parquet = pd.read_csv(folder / "result.csv"), pd.read_parquet(folder / "result.parquet")
    assert list(parquet.columns) == [*csv.columns[:-1]]
    assert len(csv) == len(parquet) == len(table.rows) == 8
    assert parquet["test_loss"].tolist()[1:] == csv["test_loss"].tolist()[1:]
    assert parquet["set.steps"].tolist() == [5, 10] * 4
    assert parquet["reason"][0] == 'a "disk", gone'
    said = json.loads(csv[METADATA][0])
    assert parse(said["experiment"]) == table.plan.experiment
    import pyarrow.parquet

    assert json.loads(pyarrow.parquet.read_schema(folder / "result.parquet").metadata[METADATA.encode()]) == said


@pytest.mark.parametrize("name", ["a.csv", "a.parquet"])
@pytest.mark.parametrize("content", [b"", b"PAR1", b"x,y\n1,2\n", b"trial,playground\n0,{}\n", b"\xff\xfe\x00"])
def test_what_is_no_result_is_said_to_be_none(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(PlaygroundError, match="is not the result of a sweep"):
        open_table(tmp_path / name)


def test_a_result_has_a_name_that_says_how_it_is_written() -> None:
    check_ending(Path("a.csv"))
    check_ending(Path("a.PARQUET"))
    with pytest.raises(PlaygroundError, match=r"name the result \.parquet or \.csv"):
        check_ending(Path("a.xlsx"))


def test_the_verdict_finds_the_planted_best_and_says_a_word_of_each_setting() -> None:
    """Five settings, right on 90 % of the rows or on 60 %, by a hand-made pattern that differs from seed to seed."""
    import numpy as np

    plan = planned("l2=0,0.1,0.2,0.3,0.4", seeds=6)
    rng = np.random.default_rng(0)
    results = {}
    for trial in plan.trials:
        right = (rng.random(200) < (0.9 if trial.setting == 3 else 0.6)).astype(np.float64)
        scores = pack(right, of_classes=True)
        results[trial.number] = TrialResult(trial.number, "done", 60, scores=scores, held_out="rows")
    results[0] = TrialResult(0, "diverged", 5, held_out="rows")
    for number in range(6, 12):
        results[number] = TrialResult(number, "pruned", 5)
    verdict = judge(plan, results, 200, task="classes", of_validation=True)
    assert verdict is not None
    assert verdict.best is not None
    assert verdict.best.name == "λ 0.3"
    assert words(plan, results, verdict) == {0: "not ranked", 1: "pruned", 2: "behind", 3: "best", 4: "behind"}


def test_no_verdict_where_there_is_nothing_to_compare() -> None:
    for plan in (planned(seeds=3), planned("data.fold=1,2", experiment=small(data={"source": "xor", "folds": 2}))):
        results = {trial.number: TrialResult(trial.number, "done", 1, held_out="rows") for trial in plan.trials}
        assert judge(plan, results, 40, task="classes", of_validation=True) is None


def test_the_order_in_which_trials_ended_is_not_told() -> None:
    told = {2: say("b"), 0: say("a {n}", n=1), 1: say("b")}
    assert json.dumps(gathered([], told)) == json.dumps(gathered([], dict(sorted(told.items()))))


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {"templates": ["a"], "verdict": [], "trials": {"0": [1, {}]}},
        {"templates": [], "verdict": [{"template": "a"}], "trials": {}},
        {"templates": ["a"], "verdict": [], "trials": {"x": [0, {}]}},
        {"templates": ["a"], "verdict": [], "trials": {"0": [0, 3]}},
    ],
)
def test_sentences_that_are_none_are_left_out(data: object) -> None:
    assert scattered(data) == ((), {})
