"""The command line apart from what it trains: presets, version, help, and the window that it opens."""

from __future__ import annotations

import subprocess
import sys
import types
from pathlib import Path
from typing import Any

import pytest

from engine.data import load
from engine.experiment.experiment import parse
from engine.store.experiment_files import save_experiment
from engine.store.model_files import save_model
from engine.store.presets import load_preset, preset_names, presets
from engine.store.run_files import capture, save_checkpoint
from engine.train.trainer import Trainer
from playground.cli.main import main
from tests.playground.cli.terminal import (
    SMALL,
    environment,
    playground,
    process,
    refused,
    sentence_of,
    write_rows,
)


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
        *(([name], None, name) for name in ("rows.csv", "trained", "run.npz", "one_row.csv")),
    ],
)
def test_the_window_opens_on_what_was_named(
    args: list[str], name: str | None, file: str | None, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files are told apart by what is in them; what is no experiment the window reads itself, and says there what keeps
    a table from being learned from.
    """
    (folder / "one_row.csv").write_text("a,b,c\n1,2,3\n")
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
