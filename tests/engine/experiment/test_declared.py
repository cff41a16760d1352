"""What fields say of themselves: which may change while it trains, which a lane may set, which have an effect."""

from __future__ import annotations

import pytest
from pydantic import Field

from engine.experiment.declared import declared, is_look, is_used
from engine.experiment.edits.field_edits import edited
from engine.experiment.edits.live_edits import needs_restart
from engine.experiment.experiment import Experiment
from engine.experiment.field_path import FieldPath
from engine.experiment.lanes.lanes import lane_path
from engine.experiment.lanes.spec import LANE_FIELDS, LANE_SETTINGS
from engine.fields import facts, field_info, unless, when
from engine.optim.stopping import EarlyStopping
from engine.spec import Spec
from tests.engine.helpers import dense, dropout, recipe


def test_what_a_lane_may_set_is_what_files_know() -> None:
    """The names and their order are part of files, of the command line and of the lane table: a new one that lanes may
    set (``per_lane``) is added here by hand, where its layer has it, so that nothing becomes one by mistake."""
    assert LANE_FIELDS == ("initialization", "l1", "l2", "frozen", "off_units", "rate"), "add a new one here"
    assert [lane_path(name) for name in LANE_SETTINGS] == [
        *(
            "layers.*.initialization",
            "layers.*.l1",
            "layers.*.l2",
            "layers.*.frozen",
            "layers.*.off_units",
            "layers.*.rate",
        ),
        *("optimizer.learning_rate", "seed"),
    ]


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("seed", "Seed"),
        ("layers.0.units", "Units"),
        ("layers.*.rate", "Dropout rate"),
        ("optimizer.beta1", "β₁"),
        ("data.source", "Source"),
        ("early_stopping.on", "Early stopping"),
        ("lanes.0.name", "Name"),
        ("lanes.0.l2", "L2 λ"),
        ("lanes.0.set.layers.3.l2", "L2 λ"),
        ("lanes.0.set.seed", "Seed"),
    ],
)
def test_the_field_of_a_path_whatever_the_kind(path: str, title: str) -> None:
    info = declared(FieldPath.parse(path))
    assert info is not None
    assert info.title == title


@pytest.mark.parametrize("path", ["", "layers", "layers.0", "optimizer", "optimizer.units", "lanes.0.units", "x.y.z"])
def test_paths_of_no_field(path: str) -> None:
    assert declared(FieldPath.parse(path)) is None


def test_looks() -> None:
    looks = ("name", "steps", "lanes.0.name", "lanes.12.color", "lanes.0.visible")
    assert all(map(is_look, looks))
    assert not any(map(is_look, ("seed", "batch_size", "data.source", "lanes.0.l2", "layers.0.units", "lanes")))


def test_a_field_that_does_not_say_it_may_change_starts_the_run_again() -> None:
    class Bigger(Experiment):
        quiet: int = 1
        open: int = Field(1, json_schema_extra=facts(live=True))

    old = Bigger.model_construct(**dict(recipe(dense(3))))
    assert needs_restart(old, old.model_copy(update={"quiet": 2}))
    assert not needs_restart(old, old.model_copy(update={"open": 2}))


def test_what_has_an_effect() -> None:
    plain = recipe(dense(3))
    assert is_used(plain, "batch_size")
    assert not is_used(edited(plain, "sampling", "full"), "batch_size")
    assert not is_used(plain, "dropout_scaling")
    assert is_used(recipe(dense(3), dropout(0.1), dense(3)), "dropout_scaling")
    for name in ("every", "patience", "minimum_change", "restore_best"):
        assert not is_used(EarlyStopping(), name)
        assert is_used(EarlyStopping(on=True), name)
    assert is_used(EarlyStopping(), "on")


def test_facts_come_back_as_they_were_said() -> None:
    class Some(Spec):
        a: int = Field(1, json_schema_extra=facts(step=2, live=True, symbol="α", group="x", used_when=when("b", 1, 2)))
        b: int = Field(1, json_schema_extra=facts(scale="log", per_lane=True, look=True, used_when=unless("a", 3)))

    a, b = field_info(Some, "a"), field_info(Some, "b")
    assert (a.step, a.live, a.symbol, a.group, a.used_when) == (2, True, "α", "x", when("b", 1, 2))
    assert (a.logarithmic, a.look, a.per_lane) == (False, False, False)
    assert (b.logarithmic, b.live, b.per_lane, b.look, b.used_when) == (True, False, True, True, unless("a", 3))
