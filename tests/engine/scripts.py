"""Exported scripts run as programs, without the process of their own that takes longer than what they do."""

from __future__ import annotations

import contextlib
import csv
import io
import re
import runpy
import sys
import warnings
from pathlib import Path
from subprocess import CompletedProcess

import numpy as np

_IMPORT = re.compile(r"^ *(?:import|from) ([\w.]+)(?: import .*| as \w+)?$", re.MULTILINE)
"""A line that imports. Not by `ast`: to parse a script takes a third of the time in which it trains."""


def run_here(path: Path, *args: str) -> CompletedProcess[str]:
    """As ``python -I -W error NAME args`` in the script's folder; it imports NumPy and Python's library alone."""
    imported = {name.partition(".")[0] for name in _IMPORT.findall(path.read_text(encoding="utf-8"))}
    assert imported <= sys.stdlib_module_names | {"numpy"}
    out, err, argv, code = io.StringIO(), io.StringIO(), sys.argv, 0
    longest_cell = csv.field_size_limit()
    with (
        contextlib.chdir(path.parent),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        warnings.catch_warnings(),
        np.errstate(),
    ):
        warnings.simplefilter("error")
        sys.argv = [path.name, *args]
        try:
            runpy.run_path(str(path), run_name="__main__")
        except SystemExit as end:
            if isinstance(end.code, str):
                err.write(f"{end.code}\n")
            code = end.code if isinstance(end.code, int) else int(end.code is not None)
        finally:
            sys.argv = argv
            csv.field_size_limit(longest_cell)  # which a script may set as if the process were its own
    return CompletedProcess([path.name, *args], code, out.getvalue(), err.getvalue())
