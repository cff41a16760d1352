"""``from engine import ...``: everything there is, and nothing before it is asked for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import engine
import playground
from tests.conftest import thorough

ROOT = Path(__file__).parents[3]


def printed(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    return done.stdout.strip()


def test_every_name_is_there() -> None:
    assert engine.__all__ == sorted(engine.__all__)
    assert set(engine.__all__) <= set(dir(engine))
    for name in engine.__all__:
        assert callable(getattr(engine, name)), name
    with pytest.raises(AttributeError, match="module 'engine' has no attribute 'Convolution'"):
        engine.Convolution  # noqa: B018


def test_nothing_is_imported_before_it_is_asked_for() -> None:
    heavy = "[name for name in ('numpy', 'pydantic', 'pandas', 'engine.api') if name in sys.modules]"
    code = f"import sys, engine; print({heavy}); from engine import *; train; print('pandas' in sys.modules)"
    assert printed(code).split() == ["[]", "False"]


BEFORE = ["", "import engine.train.trainer; ", "from engine import Run; "]


@pytest.mark.parametrize("first", thorough(BEFORE, by_day=BEFORE[:2]))
def test_train_can_be_called_whatever_was_imported_before(first: str) -> None:
    code = (
        f"{first}from engine import Data, Dense, Experiment, train; import engine.train.trainer as room; "
        "import engine; assert room.Trainer; "
        "experiment = Experiment(layers=[Dense(2)], data=Data('xor', train=8, test=8)); "
        "print(train(experiment, steps=2), engine.train(experiment, steps=3))"
    )
    assert printed(code) == "Run('untitled': 2 steps, 1 lane) Run('untitled': 3 steps, 1 lane)"


def test_others_may_rely_on_the_types() -> None:
    for package in (engine, playground):
        assert Path(str(package.__file__)).with_name("py.typed").is_file()
