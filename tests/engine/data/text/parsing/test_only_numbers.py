from __future__ import annotations

import numpy as np
import pytest

from engine.data.text.parsing import only_numbers
from engine.data.text.parsing.only_numbers import rows_of_numbers


def read(text: str, n_columns: int, separator: str = ",") -> np.ndarray:
    data = text.encode()
    decimal = "," if separator == ";" else "."
    return np.concatenate([*rows_of_numbers(data, 0, len(data), n_columns, separator, decimal)])


@pytest.fixture(params=["at once", "in pieces"])
def _pieces(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "in pieces":
        monkeypatch.setattr(only_numbers, "_PIECE", 10)
        monkeypatch.setattr(only_numbers, "_CELLS", 4)


@pytest.mark.usefixtures("_pieces")
@pytest.mark.parametrize("end", ["", "\n"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_each_cell_is_what_python_reads_or_missing(separator: str, end: str) -> None:
    cells = ["1", "-2.5", "", "1e-5", " 7", "NA", "0.1234567890123456", "?", "-", "+3", "1e400", "9007199254740993"]
    shown = [cell.replace(".", ",") if separator == ";" else cell for cell in cells]
    lines = [separator.join(shown[start:] + shown[:start]) for start in range(len(cells))]
    values = [float(cell) if cell not in ("", "NA", "?", "-") else np.nan for cell in cells]
    wanted = [values[start:] + values[:start] for start in range(len(cells))]
    np.testing.assert_array_equal(read("\n".join(lines) + end, len(cells), separator), wanted)


@pytest.mark.usefixtures("_pieces")
@pytest.mark.parametrize("line", ["1,2", "1,2,3,4", "", "1,2," * 100, "1,x,3", "1,2,\u0663", ",".join("1" * 259)])
def test_a_line_that_is_anything_else_is_refused(line: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - of pandas, or none in particular
        read("\n".join(["1,2,3", "4,5,6", line, "7,8,9"]), 3)


def test_fields_too_many_in_one_line_do_not_make_up_for_those_that_another_lacks() -> None:
    lines = [",".join("1" * count) for count in (300, 300 + 256, 300 - 256)]
    with pytest.raises(ValueError):  # noqa: PT011
        read("\n".join(lines), 300)
