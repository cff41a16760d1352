"""What the README and the notebooks promise runs, and is what they show. Jupyter is not needed."""

from __future__ import annotations

import json
import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from tests.conftest import thorough

DOCS = Path(__file__).parents[2] / "docs"
NOTEBOOKS = sorted((DOCS / "notebooks").glob("*.ipynb"))


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    """docs/make_notebooks.py, which keeps the outputs."""
    spec = spec_from_file_location("make_notebooks", DOCS / "make_notebooks.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_there_are_three() -> None:
    assert len(NOTEBOOKS) == 3


@pytest.mark.parametrize("path", thorough(NOTEBOOKS, by_day=NOTEBOOKS[2:]), ids=lambda path: path.stem)
def test_a_notebook_runs_and_shows_what_it_has_saved(path: Path, maker: ModuleType) -> None:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    assert len({cell["id"] for cell in notebook["cells"]}) == len(notebook["cells"])
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in code] == [*range(1, len(code) + 1)], "make_notebooks.py was run"
    for cell, outputs in zip(code, maker.run(notebook), strict=True):
        assert [kinds(output) for output in cell["outputs"]] == [kinds(output) for output in outputs]
        for saved, found in zip(cell["outputs"], outputs, strict=True):
            assert words(saved) == words(found)


def kinds(output: dict[str, Any]) -> tuple[str, ...]:
    """How an output can be shown."""
    return (output["output_type"], *sorted(output.get("data", ())))


def words(output: dict[str, Any]) -> list[list[str]]:
    """Of each line, with # for a number: figures may differ in their last digits on another computer."""
    return [re.sub(r"[-+]?\d[\d.,]*(e[-+]?\d+)?%?", "#", line).split() for line in text(output)]


def text(output: dict[str, Any]) -> list[str]:
    """Its lines, where nothing but text is shown."""
    lines: list[str] = output["text"] if output["output_type"] == "stream" else output["data"]["text/plain"]
    return lines


def test_the_example_of_the_readme_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    section = (DOCS.parent / "README.md").read_text(encoding="utf-8").split("## As a library\n")[1].split("\n## ")[0]
    code = "\n".join(line[4:] for line in section.splitlines() if line.startswith("    "))
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"rows": np.zeros((2, 64))}
    exec(code, names)
    lines = capsys.readouterr().out.splitlines()
    assert [line.rpartition(" ")[0] for line in lines] == ["λ 0", "λ 0.001", "λ 0.01"]
    assert all(float(line.rpartition(" ")[2].rstrip("%")) > 50 for line in lines)
    assert (tmp_path / "digits.npz").is_file()
