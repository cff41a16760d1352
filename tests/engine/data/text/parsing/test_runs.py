from __future__ import annotations

import pytest

from engine.data.sheet import SheetOptions
from engine.data.text.detection.find import find_writing
from engine.data.text.parsing import runs
from engine.data.text.parsing.runs import runs_of_lines


@pytest.mark.parametrize("end", ["", "\n", "\n\n\n"])
def test_runs_are_all_lines_and_know_their_rows(end: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "_SMALLEST", 10)
    monkeypatch.setattr(runs, "_LARGEST", 10)
    lines = [f"{row},{'7' * (row % 5 + 1)}" for row in range(40)]
    data = ("a,b\n" + "\n".join(lines) + end).encode()
    found = runs_of_lines(find_writing(data, SheetOptions(), file="my.csv"))
    assert len(found) > 4
    for run in found:
        assert data[run.start : run.end].decode().split() == lines[run.row : run.end_row]
    assert [run.row for run in found] == [0, *(run.end_row for run in found[:-1])]
    assert found[-1].end_row == len(lines)
