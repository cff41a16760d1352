"""The window on computers of other languages: it opens, and numbers are read, trained on, shown and written right.

Locales are made by localedef in a folder of the test's own, so nothing needs to be installed by an administrator.
"""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from engine.data import load_table, split
from engine.store.experiment_files import open_experiment
from engine.train.trainer import Trainer
from tests.conftest import only_at_night

ROOT = Path(__file__).parents[3]
ROWS = [(0.5, 1.25), (1.5, -2.75)] * 40

CATEGORIES = [
    f"LC_{name}"
    for name in (
        *("IDENTIFICATION", "CTYPE", "MONETARY", "NUMERIC", "TIME", "MESSAGES"),
        *("PAPER", "NAME", "ADDRESS", "TELEPHONE", "MEASUREMENT"),
    )
]
UNSORTED = 'LC_COLLATE\ncopy "POSIX"\nEND LC_COLLATE\n'
"""How words are sorted, which nothing here goes by, takes two thirds of the time that it takes to make a locale."""


def run_in(language: str, folder: Path) -> dict[str, Any]:
    """What `window_in_locale` tells of a computer of this language; it leaves its files in the folder."""
    lines = [f"{x},{y},{'ab'[index % 2]}" for index, (x, y) in enumerate(ROWS)]
    (folder / "rows.csv").write_text("\n".join(["x,y,label", *lines]) + "\n")
    unwanted = ("LANGUAGE", "LC_ALL", "LC_NUMERIC", "LC_CTYPE")
    environment = {key: value for key, value in os.environ.items() if key not in unwanted}
    environment |= {"LANG": f"{language}.UTF-8", "PYTHONPATH": str(ROOT)}
    made = folder / "locales"
    made.mkdir()
    source = folder / "locale.txt"
    source.write_text("".join(f'{each}\ncopy "{language}"\nEND {each}\n' for each in CATEGORIES) + UNSORTED)
    command = ["localedef", "-i", str(source), "-f", "UTF-8", str(made / f"{language}.UTF-8")]
    if shutil.which("localedef") is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip(f"this machine cannot make the locale {language}")
    environment["LOCPATH"] = str(made)
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "tests.playground.window_in_locale", str(folder)],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=90,
        check=False,
    )
    complaints = [line for line in done.stderr.splitlines() if "propagateSizeHints" not in line]  # offscreen says so
    assert (done.returncode, complaints) == (0, [])
    told: dict[str, Any] = json.loads(done.stdout)
    return told


@pytest.mark.parametrize(
    ("language", "point"),
    [
        ("tr_TR", ","),
        pytest.param("ar_EG", ".", marks=only_at_night),
        pytest.param("de_DE", ",", marks=only_at_night),
        pytest.param("ko_KR", ".", marks=only_at_night),
    ],
)
def test_a_computer_of_another_language(tmp_path: Path, language: str, point: str) -> None:
    told = run_in(language, tmp_path)
    assert told["decimal point"] == point, "the locale is in force"
    assert told["typed"] == {"0,05": 0.05, "0.02": 0.02, "1e-2": 0.01}
    assert (told["editor"], told["box"]) == ("0.01", "15")
    assert told["table"] == [list(row) for row in ROWS[:2]]
    shown = [character for character in told["labels"] if character.isdigit()]
    assert shown
    assert all(character.isascii() for character in shown if character.isdecimal())

    experiment = open_experiment(tmp_path / "experiment.json")
    trainer = Trainer(experiment, split(load_table(experiment.data), experiment.data))
    trainer.run(60)
    trainer.measure()
    with (tmp_path / "history.csv").open(encoding="utf-8", newline="") as file:
        last = list(csv.DictReader(file))[-1]
    assert last["step"] == "60"
    expected = trainer.snapshot().lanes[0]
    assert float(last["train_loss"]) == pytest.approx(expected.train_loss, rel=1e-5)
    assert float(last["valid_accuracy"]) == expected.valid_accuracy  # a new file keeps its test rows sealed
