"""What training leads to: figures, curves, weights and answers of every lane."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from engine.api.checks import check_path
from engine.api.rows import Rows, raw_rows
from engine.arrays import Array
from engine.data import load
from engine.data.dataset import Dataset
from engine.data.task import Task
from engine.errors import PlaygroundError
from engine.experiment.calls import told_plainly, wrong
from engine.experiment.experiment import Experiment
from engine.experiment.html import table_html
from engine.inspectors import INSPECTORS, OF_ONE_TASK, InspectionRequest, look_inside, probing
from engine.nn.layers.parts.products import on_one_thread
from engine.records import record
from engine.store.experiment_files import history_columns
from engine.store.model_files import save_model
from engine.train.snapshot import LaneSnapshot, Snapshot
from engine.train.trainer import Trainer

if TYPE_CHECKING:
    import pandas as pd

    from engine.diagnosis.findings import Finding

_FIGURES = (
    *("train_data_loss", "valid_data_loss", "test_data_loss", "penalty"),
    *("train_accuracy", "valid_accuracy", "test_accuracy"),
)
_OF_OTHER_TASK: Final[dict[Task, str]] = {
    "numbers": "{view} is a view of classes, but {name} has numbers to learn.",
    "classes": "{view} is a view of numbers, but {name} has classes to learn.",
}
"""By what is learned."""


@record(eq=False)
class Run:
    """A run at its end. Lanes are named by their place, 0 being the first, or by their name.

    ``snapshot``: all that the window would show of it; ``dataset``: the rows it learned from, scaled.
    """

    experiment: Experiment
    dataset: Dataset
    snapshot: Snapshot
    trainer: Trainer = field(repr=False)
    """What made it. Whoever steps it on has another run."""

    @property
    def lanes(self) -> tuple[LaneSnapshot, ...]:
        """The last figures of each lane."""
        return self.snapshot.lanes

    @property
    def history(self) -> pd.DataFrame:
        """A line for each step measured and lane, in the columns of a history file: step, lane, train_loss, ..."""
        import pandas as pd  # here, because it takes longer to import than many a run takes

        names = [lane.name for lane in self.lanes]
        return pd.DataFrame(history_columns(self.snapshot.history, names, task=self.dataset.task))

    def parameters(self, lane: int | str = 0) -> list[dict[str, Array]]:
        """Copies of a lane's parameters, an entry a layer of the stack: ``weight`` (in, out), ``bias`` (out,)."""
        return self.trainer.lane_parameters(self._lane(lane))

    def probabilities(self, x: Rows, lane: int | str = 0) -> NDArray[np.float32]:
        """x: rows as for `predict` -> (rows, classes), how likely each class is. NaN from a diverged lane.

        Raises:
            PlaygroundError: x lacks features, or numbers are learned, not classes.
        """
        if self.dataset.task == "numbers":
            raise PlaygroundError("{name} has numbers to learn, no classes: predict says them.", name=self.dataset.name)
        return self._answers(x, lane)

    def _answers(self, x: Rows, lane: int | str) -> NDArray[np.float32]:
        """(rows, outputs)"""
        rows = raw_rows(self.dataset, x, self.experiment.data.date_order)
        with np.errstate(all="ignore"), on_one_thread():
            trainer, own = self.trainer.of(self._lane(lane))
            return probing.of_lane(trainer, own, trainer.dataset.preparation.apply(rows))

    def predict(self, x: Rows, lane: int | str = 0) -> NDArray[np.str_] | NDArray[np.float32]:
        """x: rows as the source has them -> (rows,), the name of the likeliest class of each row; or the number, in the
        label's own unit.

        A pandas frame, or records by name, go by the names of their columns, with texts, days and holes as in the
        file; others are left out. An array (rows, n_columns) goes by place, and has the code of a category.

        Raises:
            PlaygroundError: x lacks features or cannot be read, or the lane has diverged and knows no answer.
        """
        index = self._lane(lane)
        if index in self.trainer.diverged_at:
            raise PlaygroundError("{lane} has diverged, so it has no answers.", lane=self.lanes[index].name)
        answers = self._answers(x, index)
        if self.dataset.task == "numbers":
            return answers[:, 0]
        names: NDArray[np.str_] = np.array(self.dataset.classes)[answers.argmax(axis=1)]
        return names

    def diagnose(self, *, tried: bool = False) -> tuple[Finding, ...]:
        """What is wrong, most urgent first: ``finding.text`` says it, ``evidence`` why, ``remedy`` what would help.

        ``tried``: remedies are tried on copies of the lanes, which takes as long as some hundred steps of each; what
        helped most is the remedy, and ``outcome`` says how much.
        """
        findings: tuple[Finding, ...] = inspect(self, "diagnosis")
        if not tried:
            return findings
        from engine.diagnosis.trial.trials import Trials

        trials = Trials(load)
        trials.follow(self.trainer, findings)
        trials.settle()
        return trials.judged(findings)

    def save(self, path: Path | str) -> None:
        """Writes a model file of all lanes. Raises PlaygroundError where it cannot be written."""
        check_path("save", 'run.save("m.npz")', path)
        save_model(self.trainer, path)

    def __repr__(self) -> str:
        lanes = "1 lane" if len(self.lanes) == 1 else f"{len(self.lanes)} lanes"
        return f"Run({self.experiment.name!r}: {self.snapshot.step} steps, {lanes})"

    def _repr_html_(self) -> str:
        """What a notebook shows: the lanes. A loss is the data loss; the penalty stands beside it."""
        names = [name for name in _FIGURES if self.snapshot.has_validation or not name.startswith("valid")]
        score = "accuracy" if self.dataset.task == "classes" else "R²"
        titles = [name.replace("_data", "").replace("_", " ").replace("accuracy", score) for name in names]
        fields = [*zip(titles, names, strict=True)]
        rows = [(lane.name, *(_figure(title, getattr(lane, name)) for title, name in fields)) for lane in self.lanes]
        columns = ("lane", *titles)
        return table_html(columns, rows, numbers=True)

    def _lane(self, lane: int | str) -> int:
        names = [each.name for each in self.lanes]
        if isinstance(lane, str) and lane in names:
            return names.index(lane)
        if isinstance(lane, int) and -len(names) <= lane < len(names):
            return lane % len(names)
        raise PlaygroundError("There is no lane {lane}; there are {names}.", lane=lane, names=", ".join(names))


@told_plainly("diagnose")
def diagnose(run: Run, *, tried: bool = False) -> tuple[Finding, ...]:
    """What is wrong with a run: see `Run.diagnose`."""
    _check_run("diagnose", run)
    return run.diagnose(tried=tried)


@told_plainly("inspect")
def inspect(run: Run, view: str, *, lane: int | str = 0, row: int = 0, drawing: Sequence[float] = ()) -> Any:
    """What a view of the inside shows: a frozen result, see the file of that name in `engine.inspectors`.

    ``view``: boundary, diagnosis, drawing, dropout, penalty, predictions, preview, signals or weights. ``lane`` is the
    one that views of a single lane look at, ``row`` a training row, ``drawing`` the unscaled features of a row that
    somebody has made up. Nothing is changed by a look.

    Raises:
        PlaygroundError: no such view, or no such lane.
    """
    _check_run("inspect", run, ", ...")
    if not isinstance(view, str):
        raise wrong("inspect", 'inspect(run, "signals")', view)
    task = run.dataset.task
    if OF_ONE_TASK.get(view, task) != task:
        raise PlaygroundError(_OF_OTHER_TASK[task], view=view, name=run.dataset.name)
    if view not in INSPECTORS:
        raise PlaygroundError("There is no view {name}; there are {names}.", name=view, names=", ".join(INSPECTORS))
    request = InspectionRequest(frozenset({view}), run._lane(lane), row, tuple(drawing))
    return look_inside(run.trainer, request)[view]


def _check_run(called: str, run: object, more: str = "") -> None:
    """Raises PlaygroundError where another thing stands in the place of a run."""
    if not isinstance(run, Run):
        raise wrong(called, f"{called}(train(experiment){more})", run)


def _figure(name: str, value: float) -> str:
    if not math.isfinite(value):
        return "not finite"
    return f"{value:.1%}" if name.endswith("accuracy") else f"{value:.4f}"
