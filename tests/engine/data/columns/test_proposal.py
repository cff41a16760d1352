"""What a person's own new file gets: the tables of the issue, as they are passed round."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from engine.data import load, load_table, split
from engine.data.columns.uses import uses_of
from engine.data.new_file import of_new_file
from engine.data.spec import DataSpec

TITANIC = """PassengerId,Survived,Pclass,Name,Sex,Age,Fare,Cabin,Embarked
1,0,3,"Roe, A",male,22,7.25,,S
2,1,1,"Roe, B",female,38,71.28,C85,C
3,1,3,"Doe, C",female,,7.92,,S
4,1,1,"Doe, D",female,35,53.1,C123,S
5,0,3,"Poe, E",male,35,8.05,,S
6,0,3,"Poe, F",male,,8.45,,Q
7,0,1,"Loe, G",male,54,51.86,E46,S
8,0,3,"Loe, H",male,2,21.07,,S
"""
KAGGLE = '"id","diagnosis","radius","texture",\n' + "".join(
    f"{8700 + 13 * i},{'MB'[i % 2]},{10 + i / 3:.2f},{20 - i / 7:.2f}\n" for i in range(10)
)


def new(folder: Path, text: str, **said: str) -> tuple[DataSpec, dict[str, str]]:
    """What is proposed, and which columns are ignored, with the reasons."""
    (folder / "new.csv").write_text(text)
    table = load_table(DataSpec(source=str(folder / "new.csv"), **said), is_new=True)
    assert table.as_read is not None
    assert table.sheet is not None
    uses = uses_of(table.sheet, table.as_read)
    return table.as_read, {use.name: str(use.reason) for use in uses if use.role == "ignored"}


def test_a_table_of_people(tmp_path: Path) -> None:
    data, ignored = new(tmp_path, TITANIC)
    assert (data.label, data.task, data.scaling, data.shuffle_seed, data.stratify) == (
        "Survived",
        "classes",
        "standard",
        0,
        True,
    )
    assert (data.train, data.validation, data.test) == (5, 2, 1)
    assert ignored == {
        "PassengerId": "each row has another number in it, as an identifier has",
        "Name": "8 of 8 values differ",
        "Cabin": "5 of 8 values are missing",
    }
    found = load(data)
    assert {"Pclass", "Sex = male", "Age", "Fare"} <= set(found.feature_names)
    assert all(name.split(" = ")[0].removesuffix(" is missing") not in ignored for name in found.feature_names)


def test_days_with_two_digits_of_the_year_say_what_is_missing(tmp_path: Path) -> None:
    rows = "".join(f"{1 + i % 28:02d}.{1 + i % 12:02d}.{10 + i % 15},{i % 7},{'ab'[i % 2]}\n" for i in range(40))
    _, ignored = new(tmp_path, "Datum,size,kind\n" + rows)
    assert ignored == {"Datum": "years of two digits, as in 01.01.10, are no days: write all four"}


def test_hundreds_of_words_that_come_again_and_again_are_categories(tmp_path: Path) -> None:
    rows = "".join(f"town {i % 300},street {i % 500},{i % 7},{'ab'[i % 2]}\n" for i in range(2000))
    data, ignored = new(tmp_path, "town,street,size,kind\n" + rows)
    assert ignored == {"street": "500 of 2000 values differ"}
    assert data.columns["town"].kind == "category"


def test_codes_of_which_each_row_has_another_are_no_feature(tmp_path: Path) -> None:
    rows = "".join(f"{i % 9},0{150_000_000 + 7919 * i},0{i % 5},{'ab'[i % 2]}\n" for i in range(40))
    _, ignored = new(tmp_path, "size,phone,shelf,kind\n" + rows)
    assert ignored == {"phone": "each row has another number in it, as an identifier has"}


def test_an_identifier_and_a_trailing_comma(tmp_path: Path) -> None:
    data, ignored = new(tmp_path, KAGGLE)
    assert data.label == "diagnosis"
    assert "id" in ignored
    assert load_table(data).feature_names == ("radius", "texture")


@pytest.mark.parametrize(
    ("values", "task"),
    [
        (["0", "1"] * 10, "classes"),
        (["a", "b", "c"] * 8, "classes"),
        ([f"{i / 7:.3f}" for i in range(24)], "numbers"),
        ([str(20 + 3 * i) for i in range(24)], "numbers"),
        (["3", "4", "5", "6"] * 6, "classes"),
        ([f'"${700 + i},{100 + 7 * i}"' for i in range(24)], "numbers"),
        ([f'"{700 + i},{100 + 7 * i}"' for i in range(24)], "numbers"),
        ([f"{i / 2}%" for i in range(24)], "numbers"),
        (["50%", "100%", "0%"] * 8, "classes"),
    ],
)
def test_classes_or_numbers(tmp_path: Path, values: list[str], task: str) -> None:
    text = "a,y\n" + "".join(f"{i % 5},{value}\n" for i, value in enumerate(values))
    assert new(tmp_path, text)[0].task == task


@pytest.mark.parametrize(
    ("header", "row", "label"),
    [
        ("customer_id,name,age,income,visits,signup,churn", "{id},n{id},{n},{n}500,{k},2024-01-0{k},{yes}", "churn"),
        ("x,y,copy,kind", "{n},{n}.5,{k},{yes}", "kind"),
        ("x,y", "{n},{n}.5", "y"),
        ("a,y,b", "{n},{n}.5,{k}", "y"),
        ("age,job,income", "{n},{yes},{k}", "income"),
        ("city,age,bought", "{yes},{n},{bit}", "bought"),
        ("city,age,is_fraud,amount", "{yes},{n},{bit},{n}.5", "is_fraud"),
        ("price,area,furnished", "{n}000,{n}.5,{yes}", "price"),
        ("longitude,income,median_house_value,ocean", "{n},{n}.5,{n}000,{yes}", "median_house_value"),
        ("wind,humidity,date", "{n}.5,{k},2024-01-0{k}", "humidity"),
        ("rain,active,hot", "{k},{yes},{true}", "hot"),
        ("height,width,note", "{n}.5,{n}.25,text {id}", "width"),
        ("Wohnfläche (m²),Kaufpreis (€),Ort", "{n}.5,{n}000,{yes}", "Kaufpreis (€)"),
        ("나이,진단,키,성별", "{n},{yes},{n}.5,{bit}", "진단"),
        ("성별,지역,면적,가격 (만원)", "{yes},{bit},{n}.5,{n}00", "가격 (만원)"),
        ("종류,무게,색,성공", "{k},{n}.5,{yes},{bit}", "종류"),
        ("무게,종류,등급,길이,신선함", "{n}.5,{k},{k},{n}.25,{bit}", "신선함"),
    ],
)
def test_the_likeliest_label(tmp_path: Path, header: str, row: str, label: str) -> None:
    rng = np.random.default_rng(3)
    lines = [
        row.format(
            id=100 + i,
            n=rng.integers(20, 90),
            k=rng.integers(1, 9),
            bit=i % 2,
            yes=("yes", "no")[i % 2],
            true=("true", "false")[i % 2],
        )
        for i in range(60)
    ]
    assert new(tmp_path, "\n".join([header, *lines]) + "\n")[0].label == label


def test_the_label_that_a_person_names_is_kept_whatever_its_case(tmp_path: Path) -> None:
    text = "Kind,size,label\n" + "".join(f"{'ab'[i % 2]},{i % 4},{i % 3}\n" for i in range(12))
    assert new(tmp_path, text)[0].label == "label"
    assert new(tmp_path, text, label="kind")[0].label == "Kind"


def test_what_is_proposed_reads_the_same_ever_after(tmp_path: Path) -> None:
    data, _ = new(tmp_path, TITANIC)
    table = load_table(DataSpec(source=data.source), is_new=True)
    again = load_table(DataSpec.model_validate_json(data.model_dump_json()))
    assert again.columns == table.columns
    np.testing.assert_array_equal(again.features, table.features)
    assert split(again, data).preparation.to_json() == split(table, data).preparation.to_json()


def test_pixels_go_by_the_maximum_and_none_is_ignored(tmp_path: Path) -> None:
    header = ",".join(f"pixel{i}" for i in range(16)) + ",label\n"
    data, ignored = new(tmp_path, header + "".join("0," * 15 + f"{i},{i % 2}\n" for i in range(20)))
    assert (data.scaling, ignored, data.columns) == ("max", {}, {})


def test_rows_without_a_label_are_left_out_and_said(tmp_path: Path) -> None:
    (tmp_path / "new.csv").write_text("a,label\n1,x\n2,\n3,y\n4,x\n")
    table = load_table(DataSpec(source=str(tmp_path / "new.csv")))
    assert table.features[:, 0].tolist() == [1, 3, 4]
    assert table.findings is not None
    assert "missing: 1." in " ".join(map(str, table.findings.notes))


def test_the_only_column_beside_the_label_is_learned_from_though_it_counts_the_rows(tmp_path: Path) -> None:
    """y over x = 0, 1, 2, ..."""
    file = tmp_path / "curve.csv"
    file.write_text("\n".join(["x,y", *(f"{place},{place * place / 7:.3f}" for place in range(40))]))
    table = load_table(DataSpec(source=str(file)), is_new=True)
    assert (table.feature_names, table.task) == (("x",), "numbers")


@pytest.mark.parametrize(("cell", "reason"), [("1e300", "its numbers are too large"), ("", "it is empty")])
def test_a_column_of_numbers_that_are_too_large_is_not_called_empty(tmp_path: Path, cell: str, reason: str) -> None:
    path = tmp_path / "my.csv"
    path.write_text("a,big,label\n" + "".join(f"{place * 7 % 11}.5,{cell},{'uv'[place % 2]}\n" for place in range(40)))
    table = load_table(DataSpec(source=str(path)), is_new=True)
    assert table.findings is not None
    assert f"Column big is ignored: {reason}." in [str(note) for note in table.findings.notes]


@pytest.mark.parametrize(("above", "line"), [("", 1), ("Sales of 2024,,\n\n", 3), ("# by hand\n# x,n,class\n", 2)])
def test_the_line_of_names_that_was_found_is_written_down(tmp_path: Path, above: str, line: int) -> None:
    names = "" if above.startswith("#") else "x,n,class\n"
    rows = "".join(f"{k / 4},{k * k},{'ab'[k % 2]}\n" for k in range(30))
    (tmp_path / "t.csv").write_text(above + names + rows, encoding="utf-8")
    found = load_table(of_new_file(str(tmp_path / "t.csv")), is_new=True)
    assert found.as_read is not None
    assert (found.as_read.names_line, found.as_read.header) == (line, True)
    again = load_table(found.as_read)
    assert (again.feature_names, again.features.tolist()) == (found.feature_names, found.features.tolist())


def test_no_names_and_names_far_below_are_said_as_far_as_can_be(tmp_path: Path) -> None:
    rows = "".join(f"{k / 4},{k * k},{'ab'[k % 2]}\n" for k in range(30))
    (tmp_path / "t.csv").write_text(rows, encoding="utf-8")
    found = load_table(of_new_file(str(tmp_path / "t.csv")), is_new=True)
    assert found.as_read is not None
    assert (found.as_read.names_line, found.as_read.header) == (0, False)
    (tmp_path / "t.csv").write_text("\n" * 120 + "x,n,class\n" + rows, encoding="utf-8")
    found = load_table(of_new_file(str(tmp_path / "t.csv")), is_new=True)
    assert found.as_read is not None
    assert (found.as_read.names_line, found.as_read.header) == (None, True)
