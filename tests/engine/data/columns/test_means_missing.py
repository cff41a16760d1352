"""Values that stand for none: found, told, and emptied where a person says so, in the model and its exports as well."""

from __future__ import annotations

import runpy
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from engine.data import load_table, split
from engine.data.columns.found.told import told_of
from engine.data.spec import DataSpec
from engine.experiment.edits.field_edits import edited
from engine.experiment.experiment import Experiment, parse
from engine.export.features import features_code, reading_code

AGES = [*range(20, 60), -999, -999]
DAYS = [*pd.date_range("2020-01-01", periods=41).strftime("%Y-%m-%d"), "9999-12-31"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    zips = ["01234", "98101", "10001"] * 14
    rows = zip(AGES, DAYS, zips, ["yes", "no"] * 21, strict=True)
    file = tmp_path / "people.csv"
    file.write_text("\n".join(["age,joined,zip,label", *(",".join(map(str, row)) for row in rows)]))
    return file


def experiment(path: Path, **data: object) -> Experiment:
    read = load_table(DataSpec(source=str(path)), is_new=True).as_read
    assert read is not None
    layers = [{"kind": "dense", "units": 2}]
    return parse({"name": "a", "data": {**read.model_dump(mode="json"), **data}, "layers": layers})


def told(made: Experiment) -> list[tuple[str, tuple[tuple[str, object], ...]]]:
    """Sentences that a button mends, and the edits."""
    remarks = told_of(split(load_table(made.data), made.data), made.data)
    return [(str(remark), remark.mend.edits) for remark in remarks if remark.mend is not None]


def test_they_are_told_and_a_choice_empties_them(path: Path) -> None:
    made = experiment(path)
    found = told(made)
    sentences = "\n".join(sentence for sentence, _ in found)
    assert "Rows in which age is -999, far from all its other values: 2." in sentences
    assert "Rows in which joined is 9999-12-31, far from all its other values: 1." in sentences
    assert "zip has values such as 01234" in sentences
    assert load_table(made.data).features[:, 0].min() == -999, "never by itself"
    for _, edits in found[:3]:
        for field, value in edits:
            made = edited(made, field, value)
    table = load_table(made.data)
    holes = pd.read_csv(path, na_values={"age": ["-999"], "joined": ["9999-12-31"]})[["age", "joined"]].isna()
    np.testing.assert_array_equal(np.isnan(table.features[:, :2]), holes.to_numpy())
    assert table.columns[2].kind == "category"
    assert table.sheet is not None
    assert table.sheet.column("age")[-1] == -999, "the sheet is the file, whatever is said of it"
    after = told(made)
    assert not [sentence for sentence, _ in after if "far from all" in sentence or "such as" in sentence]
    undo = {sentence: edits for sentence, edits in after if "counts as missing" in sentence}
    wanted = (("data.columns.age.means_missing", ()),)
    assert undo["Rows in which age counts as missing, since it is -999: 2."] == wanted


def test_no_number_is_suspected_that_may_well_be_one(tmp_path: Path) -> None:
    file = tmp_path / "plain.csv"
    lines = [f"{place * 7 % 400},{99 if place == 3 else place % 5},{place % 2}" for place in range(60)]
    file.write_text("\n".join(["near,once,label", *lines, "999,1,1"]))
    assert not [sentence for sentence, _ in told(experiment(file)) if "Does it say" in sentence]


@pytest.mark.parametrize("given", ["-999", -999, [-999.0], ["-999"]])
def test_they_may_be_said_in_any_way(path: Path, given: object) -> None:
    made = edited(experiment(path), "data.columns.age.means_missing", given)
    assert made.data.columns["age"].means_missing == ("-999",)
    assert int(np.isnan(load_table(made.data).features[:, 0]).sum()) == 2


def test_words_are_emptied_as_well(tmp_path: Path) -> None:
    file = tmp_path / "words.csv"
    lines = [f"{('red', 'blue', 'Unknown')[place % 3]},{place % 2}" for place in range(60)]
    file.write_text("\n".join(["colour,label", *lines]))
    made = experiment(file, columns={"colour": {"kind": "category", "means_missing": ["unknown"]}})
    table = load_table(made.data)
    assert table.columns[0].categories == ("blue", "red")
    assert int(np.isnan(table.features).sum()) == 20


def test_another_label_is_offered_where_learning_this_one_is_in_vain(tmp_path: Path) -> None:
    file = tmp_path / "who.csv"
    lines = [f"{place % 7 / 2},{('red', 'blue')[place % 2]},w{place}" for place in range(40)]
    file.write_text("\n".join(["size,colour,label", *lines]))
    made = experiment(file)
    (edits,) = [edits for sentence, edits in told(made) if "is it really the class?" in sentence]
    assert edits == (("data.label", "colour"), ("data.task", "classes"))
    for field, value in edits:
        made = edited(made, field, value)
    assert load_table(made.data).classes == ("blue", "red")


def test_exported_scripts_know_them(path: Path, tmp_path: Path) -> None:
    said = {"age": {"means_missing": ["-999"]}, "joined": {"kind": "date", "means_missing": ["9999-12-31"]}}
    made = experiment(path, columns=said)
    table = load_table(made.data)
    preparation = split(table, made.data).preparation
    script = tmp_path / "script.py"
    heads = (
        "import math\nimport numpy as np\nfrom engine.data.matching import finder, folded_class\nArray = np.ndarray\n"
    )
    script.write_text("\n".join([heads, reading_code(preparation), features_code(preparation)]))
    run = runpy.run_path(str(script))
    cells = [line.split(",")[:3] for line in path.read_text().splitlines()[1:]]
    numbers = run["numbers"]("people.csv", cells)
    np.testing.assert_array_equal(numbers, table.features)
    np.testing.assert_array_equal(run["features"](numbers), preparation.featured(table.features))
