"""Days with the year last: day and month are told apart by all that the file shows, and doubts are told."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.data.columns.proposal import propose
from engine.data.columns.table import table_of
from engine.data.columns.values import codes_in, days_of
from engine.data.reading import read_sheet
from engine.data.sheet import Sheet, SheetOptions
from engine.data.spec import DataSpec
from engine.data.text.dates import dates, turned


def read(folder: Path, days: list[str], others: list[str] | None = None, **options: object) -> Sheet:
    path = folder / "my.csv"
    lines = [
        f"{day};{other};{i};{'ab'[i % 2]}" for i, (day, other) in enumerate(zip(days, others or days, strict=True))
    ]
    path.write_text("\n".join(["day;other;n;kind", *lines]))
    return read_sheet(path, SheetOptions(**options))  # type: ignore[arg-type]


def days(sheet: Sheet, name: str = "day") -> list[str]:
    return [str(day) for day in sheet.column(name)]


@pytest.mark.parametrize(
    ("texts", "first"),
    [
        (["03/04/2024", "13/04/2024", "01/02/2024"], "2024-04-03"),
        (["03/04/2024", "04/13/2024", "01/02/2024"], "2024-03-04"),
        (["03.04.2024", "1.2.2024", "05.06.2024"], "2024-04-03"),
        (["3. 4. 2024", "13. 4. 2024", "01. 02. 2024"], "2024-04-03"),
        (["03.04.2024 09:30", "13.04.2024 10:00", "01.02.2024 11:15"], "2024-04-03T09:30:00"),
    ],
)
def test_a_day_above_twelve_decides(tmp_path: Path, texts: list[str], first: str) -> None:
    sheet = read(tmp_path, texts)
    assert days(sheet)[0] == first
    assert bool(sheet.either_dates) is (texts[1] == "1.2.2024")


def test_what_one_column_shows_counts_for_all(tmp_path: Path) -> None:
    sheet = read(tmp_path, ["03/04/2024", "05/06/2024", "01/02/2024"], ["13/04/2024", "05/06/2024", "01/02/2024"])
    assert days(sheet) == ["2024-04-03", "2024-06-05", "2024-02-01"]
    assert (sheet.writing.date_order, sheet.either_dates) == ("day_first", frozenset())
    assert propose(sheet, DataSpec(source="my.csv")).date_order == "day_first"


def test_days_that_may_be_either_are_told_with_a_way_to_read_them_otherwise(tmp_path: Path) -> None:
    texts = ["03/04/2024", "05/05/2024 ", "01/02/2024", "02/11/2023", "07/09/2024", "11/12/2023"]
    sheet = read(tmp_path, texts)
    spec = propose(sheet, DataSpec(source="my.csv"))
    assert (days(sheet)[0], spec.date_order) == ("2024-03-04", None)
    findings = table_of(sheet, spec).findings
    assert findings is not None
    (told,) = [note for note in findings.notes if "Day and month may be" in str(note)]
    assert "in day, other, where" in str(told)
    assert "2024-03-04 is read, not 2024-04-03." in str(told)
    assert told.gravity == 1
    assert told.mend is not None
    assert told.mend.edits == (("data.date_order", "day_first"),)
    other = read(tmp_path, texts, date_order="day_first")
    assert days(other) == ["2024-04-03", "2024-05-05", "2024-02-01", "2023-11-02", "2024-09-07", "2023-12-11"]


def test_what_is_said_does_not_make_days_that_there_are_not(tmp_path: Path) -> None:
    sheet = read(tmp_path, ["03/04/2024", "13/04/2024", "01/02/2024"], date_order="month_first")
    assert days(sheet)[0] == "2024-04-03"


def test_texts_taken_for_days_are_in_one_order() -> None:
    epoch = np.datetime64(0, "D")
    found = days_of(["03/04/2024", "unknown", "13/04/2024", "2024-05-06"])
    wanted = [(np.datetime64(day) - epoch).astype(int) for day in ("2024-04-03", "2024-04-13", "2024-05-06")]
    assert found[[0, 2, 3]].tolist() == wanted
    assert np.isnan(found[1])
    assert days_of(["03/04/2024", "x"], "day_first")[0] == wanted[0]


def test_turned_twice_is_the_same() -> None:
    moments = np.array(["2024-03-04T05:06:07", "NaT", "1969-12-01T23:00:00", "2024-02-12T00:00:01"], "datetime64[s]")
    assert str(turned(moments)[0]) == "2024-04-03T05:06:07"
    assert str(turned(moments)[2]) == "1969-01-12T23:00:00"
    np.testing.assert_array_equal(turned(turned(moments)), moments)


@pytest.mark.parametrize(
    "texts",
    [
        ["2024년 3월 5일", "2023년 12월 31일", "2024년 10월 1일"],
        ["2024년3월5일", "2023년12월31일", "2024년10월1일"],
        ["2024. 3. 5.", "2023. 12. 31.", "2024. 10. 1."],
        ["2024. 3. 5", "2023. 12. 31", "2024. 10. 1"],
        ["2024.03.05.", "2023.12.31.", "2024.10.01."],
    ],
)
def test_korean_days(texts: list[str]) -> None:
    wanted = np.array(["2024-03-05", "2023-12-31", "2024-10-01"], "datetime64[D]")
    found = dates(texts)
    assert found is not None
    assert found.order is None
    np.testing.assert_array_equal(found.days, wanted)
    np.testing.assert_array_equal(days_of(texts), wanted.astype(np.int64))
    with_time = dates([f"{text} 14:30" for text in texts])
    assert with_time is not None
    assert str(with_time.days[0]) == "2024-03-05T14:30:00"


def test_days_without_marks_between_their_numbers(tmp_path: Path) -> None:
    sheet = read(tmp_path, ["20141013T000000", "20150225T143000", "20141209T0000"])
    assert days(sheet) == ["2014-10-13T00:00:00", "2015-02-25T14:30:00", "2014-12-09T00:00:00"]
    assert dates(["20141013T250000"]) is None
    assert dates(["20141013"]) is None  # a number like any other


def test_numbers_with_points_are_no_days() -> None:
    assert dates(["2024.3", "2023.12"]) is None
    assert dates(["2024년 13월 5일"]) is None
    assert dates(["1000.50", "2024.1.2.3"]) is None


@pytest.mark.parametrize(
    "months",
    [["2022-08", "2022-09", "2023-01"], ["2022/8", "2022/9", "2023/1"], ["08/2022", "09/2022", "1/2023"],
     ["2022년 8월", "2022년 9월", "2023년 1월"]],
)  # fmt: skip
def test_months_are_their_first_days(tmp_path: Path, months: list[str]) -> None:
    sheet = read(tmp_path, months)
    assert days(sheet) == ["2022-08-01", "2022-09-01", "2023-01-01"]
    assert not sheet.either_dates
    assert days_of(months).tolist() == days_of(["2022-08-01", "2022-09-01", "2023-01-01"]).tolist()


@pytest.mark.parametrize(
    "texts",
    [
        ["2008-09", "2009-10", "2010-11"],  # seasons
        ["2022-08", "2022-13"],
        ["0815-01", "0815-02"],  # codes
        ["12/4711", "11/4711"],
        ["2022-08", "soon"],
    ],
)
def test_what_is_no_month(texts: list[str]) -> None:
    assert dates(texts) is None


def test_a_column_of_months_is_neither_the_label_nor_ignored(tmp_path: Path) -> None:
    lines = [f"{k / 4},{k % 7},{2015 + k // 12}-{k % 12 + 1:02}" for k in range(60)]
    (tmp_path / "my.csv").write_text("\n".join(["sales,stock,month", *lines]))
    sheet = read_sheet(tmp_path / "my.csv")
    proposed = propose(sheet, DataSpec(source="my.csv"))
    assert proposed.label == "stock"
    assert (proposed.columns["month"].kind, proposed.columns["month"].cycles) == ("date", True)


def test_columns_may_be_called_by_months(tmp_path: Path) -> None:
    (tmp_path / "my.csv").write_text("2022-08,2022-09,2022-10\n" + "1.5,2.5,3.5\n2.5,3.5,4.5\n" * 5)
    assert read_sheet(tmp_path / "my.csv").names == ("2022-08", "2022-09", "2022-10")


def test_models_of_before_know_months_by_the_names_that_they_had(tmp_path: Path) -> None:
    sheet = read(tmp_path, ["2022-08", "2022-09", "2023-01"])
    assert codes_in(sheet.column("day"), ["2022-09", "2023-01", "2022-08"]).tolist() == [2, 0, 1]
