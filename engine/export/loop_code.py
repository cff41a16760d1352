"""The training loop of a script, with just the lines that its lane needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.data.task import Task
from engine.experiment.experiment import Experiment
from engine.export.schedule_code import after_step, before_training, rate, rate_code
from engine.export.settings_code import batch_code, optimizer_call
from engine.export.task_code import TASKS, TaskCode
from engine.nn.losses import LOSSES
from engine.train.history.history import held_out


def loop(
    experiment: Experiment,
    task: Task,
    *,
    has_ended: bool,
    has_validation: bool,
    pictures: str = "",
    frozen: Sequence[int] = (),
) -> Iterator[str]:
    """The functions ``train``, ``figures`` and, where the learning rate changes with the step, ``rate_factor``.

    pictures: what makes the object that changes training pictures, where they are changed. frozen: the places of layers
    that training leaves as they are.
    has_ended: whether the last step is the end of the run, from which it goes back to the best. With validation rows
    the test rows are looked at in a function of their own, ``test_line``.
    """
    loss, held_out_rows = LOSSES[experiment.loss].piece, held_out(has_validation)
    code = TASKS[task]
    yield "\n".join(_train(experiment, code, loss, held_out_rows, has_ended, pictures, frozen))
    yield code.figures.format(loss=loss, rows=held_out_rows).strip()
    if has_validation:
        yield code.test_line.format(labels=code.labels.format('arrays["test_y"]')).strip()
    factor = rate_code(experiment.schedule)
    if factor:
        yield factor


def _train(
    experiment: Experiment,
    code: TaskCode,
    loss: str,
    rows: str,
    has_ended: bool,
    pictures: str,
    frozen: Sequence[int],
) -> Iterator[str]:
    """rows: ``valid`` or ``test``, the held-out rows."""
    schedule, stopping = experiment.schedule, experiment.early_stopping
    name, arguments = optimizer_call(experiment)
    yield "def train(steps: int = STEPS, every: int = 100) -> list[Layer]:"
    yield '    """Trains from the seed on and prints the figures of every so many steps."""'
    yield '    np.seterr(over="ignore", invalid="ignore")  # a network may diverge'
    yield "    layers, arrays = make_layers(), unpacked()"
    for of in ("train", rows):
        labels = code.labels.format(f'arrays["{of}_y"]')
        yield f'    {of}_x, {of}_y = scaled(arrays["{of}_x"], arrays), {labels}'
    if pictures:
        yield f"    pictures = {pictures}"
    yield "    optimizers = ["
    yield f"        (layer, name, {name}(getattr(layer, name){arguments}))"
    if frozen:
        yield "        for place, layer in enumerate(layers)"
        yield f"        if place not in {tuple(frozen)}  # which are frozen"
    else:
        yield "        for layer in layers"
    yield "        for name in layer.learned"
    yield "    ]"
    yield from before_training(schedule)
    if stopping.on:
        yield f"    best, stopping = layers, Patience({stopping.minimum_change!r})"
    yield "    for step in range(steps):"
    yield "        if step % every == 0:"
    yield f"            print(step_line(step, layers, train_x, train_y, {rows}_x, {rows}_y))"
    yield f"        rows = {batch_code(experiment)[1]}"
    batch = "pictures.versions(train_x[rows], step)" if pictures else "train_x[rows]"
    yield f"        outputs = forward(layers, {batch}, step)"
    yield "        learned = (getattr(layer, name) for layer, name, _ in optimizers)"
    yield "        if not all(np.isfinite(array).all() for array in (outputs, *learned)):"
    yield '            print(f"diverged at step {step}")'
    yield "            return layers"
    yield f"        delta = {loss}_gradient(outputs, train_y[rows])"
    yield "        for layer in reversed(layers):"
    yield "            delta = layer.backward(delta)"
    yield f"        lr = {rate(schedule)}"
    yield "        for layer, name, optimizer in optimizers:"
    yield '            optimizer.step(getattr(layer, name), getattr(layer, "d_" + name), lr)'
    yield from after_step(schedule, rows)
    if stopping.on:
        yield from _stop(experiment, rows)
    yield f"    print(step_line(steps, layers, train_x, train_y, {rows}_x, {rows}_y))"
    if stopping.on and stopping.restore_best and has_ended:
        yield f"    if not figures(layers, {rows}_x, {rows}_y)[0] <= stopping.lowest:"
        yield '        print("back to the best")'
        yield "        layers = best"
        yield f"        print(step_line(steps, layers, train_x, train_y, {rows}_x, {rows}_y))"
    yield "    return layers"


def _stop(experiment: Experiment, rows: str) -> Iterator[str]:
    stopping = experiment.early_stopping
    yield f"        if (step + 1) % {stopping.every} == 0:  # early stopping looks at the {rows} loss"
    if stopping.restore_best:
        yield f"            if stopping.look(figures(layers, {rows}_x, {rows}_y)[0]):"
        yield "                best = copy.deepcopy(layers)"
    else:
        yield f"            stopping.look(figures(layers, {rows}_x, {rows}_y)[0])"
        yield "            best = layers"
    yield f"            if stopping.waited >= {stopping.patience}:"
    yield '                print(f"stopped early at step {step + 1}")'
    yield f"                print(step_line(step + 1, best, train_x, train_y, {rows}_x, {rows}_y))"
    yield "                return best"
