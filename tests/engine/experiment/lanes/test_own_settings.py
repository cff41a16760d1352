"""A field that says ``per_lane`` needs no more than that: lanes set it, keep it, train by it."""

from __future__ import annotations

import subprocess
import sys
import textwrap

import pytest

from engine.errors import ExperimentError
from engine.experiment.experiment import parse
from engine.experiment.lanes.lane_edits import edit_all_lanes
from engine.experiment.lanes.lanes import lane_setup
from engine.experiment.lanes.spec import LANE_PATHS, LANE_SETTINGS
from tests.engine.helpers import lane, small_net

MOMENTUM_PER_LANE = """
    import engine.optim.base
    from engine.fields import facts
    from pydantic import Field
    own = facts(per_lane=True, symbol="m", tried="0, 0.9")
    engine.optim.base.MOMENTUM = Field(0.9, ge=0, lt=1, title="Momentum", json_schema_extra=own)

    from engine.experiment.edits.field_edits import edited
    from engine.experiment.lanes.grids import axes, grid, seed_groups
    from engine.experiment.lanes.lane_edits import edit_lane
    from engine.experiment.lanes.lanes import isolate_lane, lane_value
    from engine.experiment.edits.live_edits import needs_restart
    from tests.engine.helpers import blobs, lane, lane_bytes, small_net, trained

    own = [{}, {"optimizer.momentum": 0.5}, {"optimizer.momentum": 0}]
    lanes = [lane(name, settings=settings) for name, settings in zip(("as all", "less", "none"), own)]
    e = small_net(optimizer={"kind": "nesterov"}, lanes=lanes)
    together = trained(e, blobs(), 30)
    assert [lane_value(e, index, "momentum") for index in range(3)] == [0.9, 0.5, 0]
    for index in range(3):
        assert isolate_lane(e, index).optimizer.momentum == (0.9, 0.5, 0)[index]
        assert lane_bytes(trained(isolate_lane(e, index), blobs(), 30), 0) == lane_bytes(together, index)
    assert len({tuple(lane_bytes(together, index)) for index in range(3)}) == 3

    changed = edit_lane(e, 2, "momentum", 0.8)
    assert changed.lanes[2].set == {"optimizer.momentum": 0.8}
    assert not needs_restart(e, changed)  # as little as for the optimizer's own
    together.apply(changed)
    together.run(5)
    shared = trained(edited(e, "optimizer.momentum", 0.7), blobs(), 30)
    assert lane_bytes(shared, 1) == lane_bytes(trained(e, blobs(), 30), 1)

    many = grid(e, {"momentum": [0.1, 0.5], "l2": [0, 0.1]})
    assert axes(many).x.field == "momentum"
    assert [spec.name for spec in many.lanes][0] == "m 0.1 · λ 0"
    assert len(seed_groups(e)) == 3

    other = edited(e, "optimizer.kind", "sgd")  # it has none: what lanes set waits for one that has
    assert lane_value(other, 1, "momentum") is None
    assert lane_bytes(trained(other, blobs(), 5), 1) == lane_bytes(trained(other, blobs(), 5), 0)
"""


def test_momentum_becomes_a_setting_of_lanes_by_its_facts_alone() -> None:
    script = textwrap.dedent(MOMENTUM_PER_LANE)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_setting_of_a_lane_is_in_what_the_lane_goes_by() -> None:
    values = {"initialization": "zeros", "l1": 0.25, "l2": 0.125, "frozen": True, "off_units": (1, 3), "rate": 0.75}
    values |= {"learning_rate": 0.5, "seed": 9}
    assert values.keys() == LANE_SETTINGS.keys()
    e = small_net(lanes=[lane("plain"), lane("own", settings={str(LANE_PATHS[n]): v for n, v in values.items()})])
    plain, own = lane_setup(e, 0), lane_setup(e, 1)
    assert plain == e
    assert {
        (layer.initialization, layer.l1, layer.l2, layer.frozen, layer.off_units)
        for layer in own.layers
        if hasattr(layer, "l2")
    } == {("zeros", 0.25, 0.125, True, (1, 3))}
    assert {layer.rate for layer in own.layers if hasattr(layer, "rate")} == {0.75}
    assert (own.optimizer.learning_rate, own.seed) == (0.5, 9)
    assert own.lanes == e.lanes


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        ("seed", -1, "lanes.0.set.seed: must be between 0 and 2147483647; got -1."),
        (
            "optimizer.learning_rate",
            0,
            r"lanes.0.set.optimizer.learning_rate: must be between 0 and 100 ",
        ),
        ("steps", 3, "lanes.0.set.steps: steps is the same for all lanes."),
    ],
)
def test_what_a_lane_may_not_set(path: str, value: object, problem: str) -> None:
    with pytest.raises(ExperimentError, match=problem):
        parse({**small_net().to_dict(), "lanes": [lane("a", settings={path: value})]})


def test_a_field_for_all_lanes_is_nobodys_own_and_names_follow() -> None:
    own = [lane("as all"), lane("lr 0.1", settings={"optimizer.learning_rate": 0.1, "seed": 3})]
    path = "optimizer.learning_rate"
    changed = edit_all_lanes(small_net(lanes=own), path, 0.5)
    assert changed.optimizer.learning_rate == 0.5
    assert [spec.name for spec in changed.lanes] == ["as all", "lr 0.5"]
    assert dict(changed.lanes[1].set) == {"seed": 3}
