"""The training loop of a script, with just the lines that its lane needs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from engine.experiment.experiment import Experiment
from engine.export.schedule_code import after_step, before_training, rate, rate_code
from engine.export.settings_code import batch_code, optimizer_call
from engine.nn.losses import LOSSES


def loop(experiment: Experiment, *, has_ended: bool) -> Iterator[str]:
    """The functions ``train``, ``figures`` and, where the learning rate changes with the step, ``rate_factor``.

    has_ended: whether the last step is the end of the run, from which it goes back to the best.
    """
    loss = LOSSES[experiment.loss].piece
    yield "\n".join(_train(experiment, loss, has_ended))
    yield _FIGURES.format(loss=loss).strip()
    factor = rate_code(experiment.schedule)
    if factor:
        yield factor


def _train(experiment: Experiment, loss: str, has_ended: bool) -> Iterator[str]:
    schedule, stopping = experiment.schedule, experiment.early_stopping
    name, arguments = optimizer_call(experiment)
    yield "def train(steps: int = STEPS, every: int = 100) -> list[Layer]:"
    yield '    """Trains from the seed on and prints the figures of every so many steps."""'
    yield '    np.seterr(over="ignore", invalid="ignore")  # a network may diverge'
    yield "    layers, arrays = make_layers(), unpacked()"
    yield '    train_x, train_y = scaled(arrays["train_x"], arrays), arrays["train_y"]'
    yield '    test_x, test_y = scaled(arrays["test_x"], arrays), arrays["test_y"]'
    yield "    optimizers = ["
    yield f"        (layer, name, {name}(getattr(layer, name){arguments}))"
    yield "        for layer in layers"
    yield "        for name in layer.learned"
    yield "    ]"
    yield from before_training(schedule)
    if stopping.on:
        yield f"    best, stopping = layers, Patience({stopping.minimum_change!r})"
    yield "    for step in range(steps):"
    yield "        if step % every == 0:"
    yield "            print(step_line(step, layers, train_x, train_y, test_x, test_y))"
    yield f"        rows = {batch_code(experiment)[1]}"
    yield "        outputs = forward(layers, train_x[rows], step)"
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
    yield from after_step(schedule)
    if stopping.on:
        yield from _stop(experiment)
    yield "    print(step_line(steps, layers, train_x, train_y, test_x, test_y))"
    if stopping.on and stopping.restore_best and has_ended:
        yield "    if not figures(layers, test_x, test_y)[0] <= stopping.lowest:"
        yield '        print("back to the best")'
        yield "        layers = best"
        yield "        print(step_line(steps, layers, train_x, train_y, test_x, test_y))"
    yield "    return layers"


def _stop(experiment: Experiment) -> Iterator[str]:
    stopping = experiment.early_stopping
    yield f"        if (step + 1) % {stopping.every} == 0:  # early stopping looks at the test loss"
    if stopping.restore_best:
        yield "            if stopping.look(figures(layers, test_x, test_y)[0]):"
        yield "                best = copy.deepcopy(layers)"
    else:
        yield "            stopping.look(figures(layers, test_x, test_y)[0])"
        yield "            best = layers"
    yield f"            if stopping.waited >= {stopping.patience}:"
    yield '                print(f"stopped early at step {step + 1}")'
    yield "                print(step_line(step + 1, best, train_x, train_y, test_x, test_y))"
    yield "                return best"


_FIGURES: Final = '''
def figures(layers: list[Layer], x: Array, labels: Array) -> tuple[float, float]:
    """The data loss, and the share of rows that are classified right; without dropout's masks."""
    loss, right = 0.0, 0
    for start in range(0, len(x), 512):
        outputs, expected = forward(layers, x[start : start + 512]), labels[start : start + 512]
        loss += {loss}(outputs, expected)
        right += int((outputs.argmax(axis=1) == expected).sum())
    return loss / len(x), right / len(x)


def step_line(step: int, layers: list[Layer], train_x: Array, train_y: Array, test_x: Array, test_y: Array) -> str:
    """The figures of one step."""
    parts = [f"step {{step:6}}"]
    for name, x, labels in (("train", train_x, train_y), ("test", test_x, test_y)):
        loss, accuracy = figures(layers, x, labels)
        parts.append(f"{{name}} data loss {{loss:.6f}} accuracy {{accuracy:.4f}}")
    penalty = sum(layer.penalty() for layer in layers)
    return "   ".join([*parts, f"penalty {{penalty:.6f}}"])
'''
