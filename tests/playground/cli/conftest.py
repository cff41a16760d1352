"""A folder with a table, and one with a model of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.playground.cli.terminal import playground


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a CSV file of three classes."""
    lines = [f"{i % 3 + i / 100},{-(i % 3)},{'abc'[i % 3]}" for i in range(60)]
    (tmp_path / "rows.csv").write_text("\n".join(["x,y,kind", *lines]) + "\n")
    return tmp_path


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
