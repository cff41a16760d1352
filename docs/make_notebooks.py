"""Runs the notebooks of docs/notebooks and keeps in them what they print; Jupyter is not needed.

python docs/make_notebooks.py
"""

from __future__ import annotations

import ast
import json
import os
import tempfile
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

NOTEBOOKS = sorted((Path(__file__).parent / "notebooks").glob("*.ipynb"))


def main() -> None:
    for path in NOTEBOOKS:
        notebook = json.loads(path.read_text(encoding="utf-8"))
        code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
        for count, (cell, outputs) in enumerate(zip(code, run(notebook), strict=True), start=1):
            cell["execution_count"] = count
            cell["outputs"] = [
                {**output, "execution_count": count} if output["output_type"] == "execute_result" else output
                for output in outputs
            ]
        path.write_text(json.dumps(notebook, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        print(f"wrote {path.name}")


def run(notebook: dict[str, Any]) -> list[list[dict[str, Any]]]:
    """What each of the code cells has to show, as nbformat has it, run one after the other in a folder of their own."""
    names: dict[str, Any] = {"__name__": "__main__"}
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            return [_run_cell(source(cell), names) for cell in notebook["cells"] if cell["cell_type"] == "code"]
        finally:
            os.chdir(before)


def source(cell: dict[str, Any]) -> str:
    """The text of a cell."""
    return "".join(cell["source"])


def _run_cell(code: str, names: dict[str, Any]) -> list[dict[str, Any]]:
    """What it prints, and the value of its last line where that is an expression."""
    *statements, last = ast.parse(code).body
    printed = StringIO()
    value = None
    with redirect_stdout(printed):
        exec(compile(ast.Module(statements, []), "<cell>", "exec"), names)
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), "<cell>", "eval"), names)
        else:
            exec(compile(ast.Module([last], []), "<cell>", "exec"), names)
    outputs: list[dict[str, Any]] = []
    if printed.getvalue():
        outputs.append({"output_type": "stream", "name": "stdout", "text": printed.getvalue().splitlines(True)})
    if value is not None:
        outputs.append({"output_type": "execute_result", "metadata": {}, "data": _data(value)})
    return outputs


def _data(value: object) -> dict[str, list[str]]:
    """A value in the ways that a notebook can show it."""
    data = {"text/plain": repr(value).splitlines(True)}
    html = getattr(value, "_repr_html_", lambda: None)()
    return data if html is None else {**data, "text/html": html.splitlines(True)}


if __name__ == "__main__":
    main()
