"""What the command line is given and cannot use is told in one sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from playground.cli.main import main


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
        (["j.json"], "j.json is JSON, but no experiment."),
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
    Path("j.json").write_text('{"a": [1, 2], "y": [1, 2]}')
    assert main(["train", *(arg.replace("HUGE", lanes) for arg in args)]) == 2
    printed = capsys.readouterr()
    assert sentence in printed.err
    assert printed.err.count("\n") == 1
    assert printed.err.endswith(".\n")
    assert printed.out == ""
