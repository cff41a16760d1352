"""``playground train``: steps an experiment to its end and says how it went."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path

from engine.diagnosis.calm import calm
from engine.diagnosis.findings import Finding
from engine.errors import PlaygroundError
from engine.experiment.experiment import Experiment
from engine.inspectors.answers.residuals import all_errors
from engine.nn.layers.parts.products import on_one_thread
from engine.records import record
from engine.store.atomic import check_writable
from engine.store.experiment_files import save_history
from engine.store.model_files import save_model
from engine.store.overwriting import check_kept, data_files, is_same_file
from engine.train.history.history import even_points, look_points
from engine.train.memory import check_memory
from engine.train.snapshot import Snapshot
from engine.train.trainer import Trainer
from engine.verdict.verdict import verdict
from engine.verdict.wording import text
from playground.cli.exit_codes import DIVERGED, DONE
from playground.cli.findings import BRIEFLY, finding_object, findings_at_end, sentences
from playground.cli.inputs import Changes
from playground.cli.interrupts import Interrupts
from playground.cli.preparing import changed, prepare, told_of_rows
from playground.cli.progress import make_display
from playground.cli.report import (
    divergence,
    early_stops,
    far_rows,
    folds_of,
    lanes_table,
    print_json,
    print_table,
    restorations,
    run_object,
)
from playground.cli.telling import tell
from playground.cli.verdict import verdict_object

SLICE = 0.05
"""Seconds of stepping between two looks at Ctrl-C and two frames of the progress bar."""
MEASURING_SHARE = 0.2
"""Largest share of the time that evaluations for mere watching may take."""


@record
class Outputs:
    """What is asked for, beside the table on stdout."""

    save: str | None
    history: str | None
    as_json: bool
    quiet: bool
    tries: bool | None = None
    """Whether remedies are tried before they are named; None: for some seconds."""

    def check(self, inputs: Sequence[Path | str]) -> None:
        """Raises PlaygroundError before training for hours, not after: a file cannot be written, or is an input."""
        for path in (self.save, self.history):
            if path is not None:
                check_writable(path)
                check_kept(path, inputs)
        if self.save is not None and self.history is not None and is_same_file(self.save, self.history):
            raise PlaygroundError("{file} cannot hold both the model and the history.", file=self.save)

    def write(self, trainer: Trainer, snapshot: Snapshot) -> None:
        """Writes the files. Raises PlaygroundError."""
        if self.save is not None:
            save_model(trainer, self.save)
        if self.history is not None:
            names = [lane.name for lane in snapshot.lanes]
            save_history(snapshot.history, names, self.history, task=trainer.dataset.task)


def run(original: Experiment, path: Path | None, changes: Changes, outputs: Outputs, threads: int) -> int:
    """Trains and reports. Returns the exit code. Lanes are spread over up to so many ``threads``.

    path: the file of the experiment, where it comes from one.

    Raises:
        PlaygroundError: the experiment, its data or an output file cannot be used.
    """
    experiment = changed(original, changes)
    outputs.check([*([] if path is None else [path]), *data_files(experiment)])
    steps = 0 if changes.steps == 0 else _steps(experiment)
    prepared = prepare(original, changes, quiet=outputs.quiet)
    experiment, dataset = prepared.experiment, prepared.dataset
    check_memory(experiment, dataset)
    if not outputs.quiet:
        for remark in (*prepared.remarks, *told_of_rows(dataset, experiment), *changes.remarks(experiment)):
            tell(remark, err=True)
    with on_one_thread(), Interrupts() as interrupts:
        trainer = Trainer(experiment, dataset, threads=threads)
        with make_display(steps, dataset.task, quiet=outputs.quiet) as display:
            train(
                trainer,
                display.show,
                lambda: interrupts.asked,
                share=_measuring_share(outputs),
                looks=True,
                steps=steps,
            )
        is_interrupted = interrupts.asked
        trainer.end()  # interrupted or not: nothing can go on with it
        snapshot = trainer.snapshot()
        try:
            outputs.write(trainer, snapshot)
        finally:  # a full disk does not cost the figures
            findings = _findings(trainer, look_points(steps), outputs, lambda: interrupts.asked)
            _report(trainer, snapshot, findings, as_json=outputs.as_json)
    diverged = divergence(snapshot)
    told: list[object] = [early_stops(snapshot), restorations(snapshot)]
    if dataset.is_label_robust:
        told.append(far_rows(dataset.test_y, "test rows"))
    results = [] if outputs.as_json else sentences(findings)  # whoever wants quiet wants these, too
    if not findings and not outputs.as_json:
        looked_at = replace(snapshot, history=snapshot.history.at(look_points(steps)))
        told.append(calm(looked_at, experiment, dataset))
    for line in [] if outputs.quiet else filter(None, map(_text, told)):
        tell(line, err=True)
    for line in results:
        tell(line, err=True)
    if diverged is not None:
        tell(diverged, err=True)
    if is_interrupted:
        tell(f"Interrupted at step {snapshot.step}.", err=True)
        return interrupts.exit_code
    return DONE if diverged is None else DIVERGED


def _text(sentence: object) -> str:
    return "" if sentence is None else str(sentence)


def _next(steps: int, took: float) -> int:
    """So many steps in the next slice, where these took so many seconds."""
    return max(1, steps * 2 if took < SLICE / 2 else steps // 2 if took > SLICE * 2 else steps)


def _steps(experiment: Experiment) -> int:
    """How many steps to make. Raises PlaygroundError where the experiment goes on for ever."""
    if experiment.steps is None:
        raise PlaygroundError(
            "{name} goes on for ever: say how many steps to train with --steps.", name=experiment.name
        )
    return experiment.steps


def _measuring_share(outputs: Outputs) -> float:
    if outputs.history is not None:
        return 1.0
    return 0.0 if outputs.quiet else MEASURING_SHARE


def _findings(
    trainer: Trainer, looks: Collection[int], outputs: Outputs, is_over: Callable[[], bool]
) -> tuple[Finding, ...]:
    """With remedies that were tried, which can be cut short. Whatever else was measured in spare time, for the display
    or the history, the same run is told the same."""
    seconds = {None: BRIEFLY, True: math.inf, False: 0.0}[outputs.tries]

    def begins() -> None:
        if seconds and not outputs.quiet:
            limit = f", for {seconds:g} seconds at most" if math.isfinite(seconds) else ""
            tell(f"Trying remedies{limit}; Ctrl-C goes on without.", err=True)

    return findings_at_end(trainer, looks, seconds=seconds, begins=begins, is_over=is_over)


def _report(trainer: Trainer, snapshot: Snapshot, findings: Sequence[Finding], *, as_json: bool) -> None:
    task = trainer.dataset.task
    errors = all_errors(trainer) if task == "numbers" else None
    told = verdict(trainer)
    if as_json:
        found = [finding_object(trainer, finding) for finding in findings]
        run = run_object(trainer.experiment, snapshot, errors)
        print_json({**run, "findings": found, "verdict": verdict_object(told)})
    else:
        of_test, folds = None if errors is None else errors["test"], folds_of(trainer.experiment)
        table = lanes_table(snapshot.lanes, task, of_test, is_robust=trainer.dataset.is_label_robust, repeats=folds)
        print_table(table, f"{snapshot.step} steps in {snapshot.seconds:.1f} s")
        if told is not None:
            tell(text(told))


def train(
    trainer: Trainer,
    show: Callable[[Snapshot], None],
    should_stop: Callable[[], bool],
    *,
    share: float = 1.0,
    looks: bool = False,
    steps: int | None = None,
) -> None:
    """Makes so many steps, or those of the experiment, and evaluates at regular points, at most for this ``share`` of
    the time; and with ``looks`` at some of them for the diagnosis, whatever it takes."""
    slice_steps, measuring = 1, 0.0
    trainer.measure()
    show(trainer.snapshot())
    steps = _steps(trainer.experiment) if steps is None else steps
    points = even_points(steps) if steps else []
    looked_at = look_points(steps) if looks else frozenset()
    for point in points:
        while trainer.step < point and len(trainer.active) and not should_stop():
            before = trainer.seconds
            makes = min(slice_steps, point - trainer.step)
            trainer.run(makes, record=looks and trainer.step + makes == point)
            took = trainer.seconds - before
            slice_steps = _next(slice_steps, took)
            show(trainer.snapshot())
        if should_stop() or not len(trainer.active):
            break
        if share == 1.0 or point in looked_at or measuring < share * trainer.seconds:
            started = time.perf_counter()
            trainer.measure()
            measuring += time.perf_counter() - started
            show(trainer.snapshot())
    trainer.measure()
    show(trainer.snapshot())
