from __future__ import annotations

import numpy as np
import pytest

from engine.data.text.parsing import only_numbers
from engine.data.text.parsing.only_numbers import rows_of_numbers


def read(text: str, n_columns: int, separator: str = ",") -> np.ndarray:
    data = text.encode()
    decimal = "," if separator == ";" else "."
    return np.concatenate([*rows_of_numbers(data, 0, len(data), n_columns, separator, decimal)])


@pytest.fixture(params=["at once", "in pieces", "at once, in a row", "in pieces, in a row"])
def _pieces(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "in a row" in request.param:
        monkeypatch.setattr(only_numbers, "_FEW_COLUMNS", 0)
    if "in pieces" in request.param:
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


@pytest.mark.parametrize("wanted", [3, 255, 256, 257, 258, 300])
@pytest.mark.parametrize("others", [(1, -1), (256, -256), (512, -256, -256)])
def test_fields_too_many_in_one_line_do_not_make_up_for_those_that_another_lacks(
    wanted: int, others: tuple[int, ...]
) -> None:
    counts = [wanted, *(max(1, wanted + other) for other in others)]
    with pytest.raises(ValueError):  # noqa: PT011
        read("\n".join(",".join("1" * count) for count in counts), wanted)


@pytest.mark.parametrize("wanted", [255, 256, 257, 258])
def test_lines_of_some_hundred_fields_are_counted_rightly(wanted: int) -> None:
    line = ",".join(map(str, range(wanted)))
    np.testing.assert_array_equal(read(f"{line}\n{line}\n", wanted), [range(wanted)] * 2)
