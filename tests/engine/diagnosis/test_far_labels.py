"""A few numbers to learn that lie far from the others: the diagnosis names them, and the remedy mends it."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from engine.data import load, load_table
from engine.data.spec import DataSpec
from engine.diagnosis.apply_remedy import cured
from engine.diagnosis.diagnosis import diagnosis
from engine.diagnosis.evidence.far_labels import far_labels
from engine.diagnosis.trial.trials import Trials
from engine.experiment.experiment import parse
from engine.inspectors.request import InspectionRequest
from engine.train.trainer import Trainer


def test_a_lane_that_learns_nothing_for_a_few_labels_is_offered_to_leave_them_out(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    x = rng.normal(5, 2, (300, 2))
    y = 3 * x[:, 0] - 2 * x[:, 1] + 20
    y[::50] *= 40
    path = tmp_path / "sales.csv"
    path.write_text("a,b,y\n" + "".join(f"{a:.3f},{b:.3f},{c:.3f}\n" for (a, b), c in zip(x, y, strict=True)))
    data = load_table(DataSpec(source=str(path)), is_new=True).as_read
    assert data is not None
    experiment = parse(
        {
            "data": data.model_dump(),
            "loss": "mean_squared_error",
            "layers": [{"kind": "dense", "units": 8}, {"kind": "activation"}, {"kind": "dense", "units": 1}],
            "optimizer": {"kind": "sgd", "learning_rate": 0.005},
        }
    )
    trainer, trials = Trainer(experiment, load(data)), Trials(load)
    for step in range(0, 601, 20):
        trainer.run(step - trainer.step, record=True)
        trainer.measure()
    (found,) = diagnosis(trainer, InspectionRequest())
    assert found.rule in ("stuck_at_chance", "plateau")
    assert str(found.evidence[0]).startswith("A few values of y lie far from the others, ")
    trials.follow(trainer, (found,))
    trials.settle()
    (judged,) = trials.judged((found,))
    assert judged.remedy is not None
    assert str(judged.remedy.text) == "Leave out 6 rows far off"
    assert judged.tried is None, "losses of other rows, in another unit of the label, say nothing of each other"
    assert str(judged.outcome).endswith("losses on other rows, or in another unit of the label, cannot be compared.")
    assert far_labels(load(cured(experiment, judged.remedy).data)) is None
