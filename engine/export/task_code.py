"""The parts of a script that depend on what is learned: classes, or numbers."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any, Final

from engine.data import matching
from engine.data.task import Task
from engine.export.pieces import losses, number_losses, tables
from engine.records import record


@record
class TaskCode:
    """What such a script says and does in its own way."""

    use: str
    """What `test` is for."""
    column: str
    """What the label column holds."""
    predict: str
    """The functions that use the network."""
    test: str
    """The function that tests it on a table."""
    figures: str
    """The functions that evaluate it in training."""
    test_line: str
    """The function that looks at the test rows where there are others to validate by."""
    labels: str
    """What the network has to say, from the labels."""
    losses: ModuleType
    """Where the functions of each loss are."""
    pieces: tuple[Callable[..., Any], ...]
    """What ``test`` and ``predict`` need besides."""
    of_training: tuple[Callable[..., Any], ...] = ()
    """What ``figures`` needs besides."""


_STEP_LINE: Final = '''
def step_line(step: int, layers: list[Layer], train_x: Array, train_y: Array, {rows}_x: Array, {rows}_y: Array) -> str:
    """The figures of one step."""
    parts = [f"step {{step:6}}"]
    for name, x, labels in (("train", train_x, train_y), ("{rows}", {rows}_x, {rows}_y)):
        loss, score = figures(layers, x, labels)
        parts.append(f"{{name}} data loss {{loss:.6f}} SCORE {{score:.4f}}")
    penalty = sum(layer.penalty() for layer in layers)
    return "   ".join([*parts, f"penalty {{penalty:.6f}}"])
'''

_TEST_LINE: Final = '''
def test_line(layers: list[Layer]) -> str:
    """The figures of the test rows, which nothing in training has looked at."""
    arrays = unpacked()
    loss, score = figures(layers, scaled(arrays["test_x"], arrays), {labels})
    return f"test data loss {{loss:.6f}} SCORE {{score:.4f}}"
'''

_CLASSES: Final = TaskCode(
    use="how often the trained network is right on a table of rows",
    column="the classes",
    predict='''
def outputs_for(rows: Array) -> Array:
    """rows: (n, features), raw -> (n, classes)."""
    arrays = unpacked()
    outputs = forward(trained_layers(arrays), scaled(rows, arrays))
    return {outputs}


def predict(rows: Array) -> list[str]:
    """rows: (n, features), raw -> the class of each."""
    return [CLASSES[index] for index in outputs_for(np.asarray(rows)).argmax(axis=1)]
''',
    test='''
def test(path: str, label: str) -> None:
    """Says how often the trained network is right."""
    rows, texts = read_csv(path, label, FEATURES, {choose})
    right = outputs_for(rows).argmax(axis=1) == places_of_classes(path, texts, CLASSES)
    print(f"accuracy {{right.mean():.4f}} on {{len(rows)}} rows")
''',
    figures='''
def figures(layers: list[Layer], x: Array, labels: Array) -> tuple[float, float]:
    """The data loss, and the share of rows that are classified right; without dropout's masks."""
    loss, right = 0.0, 0
    for start in range(0, len(x), 512):
        outputs, expected = forward(layers, x[start : start + 512]), labels[start : start + 512]
        loss += {loss}(outputs, expected)
        right += int((outputs.argmax(axis=1) == expected).sum())
    return loss / len(x), right / len(x)

'''
    + _STEP_LINE.replace("SCORE", "accuracy"),
    test_line=_TEST_LINE.replace("SCORE", "accuracy"),
    labels="{}",
    losses=losses,
    pieces=(tables.places_of_classes, matching.folded_class),
)

_NUMBERS: Final = TaskCode(
    use="how far the trained network is off on a table of rows",
    column="the numbers",
    predict='''
def standardized(numbers: Array) -> Array:
    """The numbers to learn, (rows,), as the network says them."""
    return ((numbers.astype(np.float64) - TARGET_OFFSET) / TARGET_SCALE).astype(np.float32)


def predict(rows: Array) -> Array:
    """rows: (n, features), raw -> the number of each, in its own unit: (n,)."""
    arrays = unpacked()
    outputs = forward(trained_layers(arrays), scaled(np.asarray(rows), arrays))
    return (outputs[:, 0].astype(np.float64) * TARGET_SCALE + TARGET_OFFSET).astype(np.float32)
''',
    test='''
def test(path: str, label: str) -> None:
    """Says how far the trained network is off."""
    rows, texts = read_csv(path, label, FEATURES, {choose})
    truth = numbers_to_learn(path, texts).astype(np.float32).astype(np.float64)
    off = predict(rows) - truth
    r2, rmse = 1 - np.square(off).sum() / spread(truth), np.sqrt(np.square(off).mean())
    print(f"R2 {{r2:.4f}}, RMSE {{rmse:.5g}}, MAE {{np.abs(off).mean():.5g}} on {{len(rows)}} rows")
''',
    figures='''
def figures(layers: list[Layer], x: Array, numbers: Array) -> tuple[float, float]:
    """The data loss, and R2, the share of the variance that is explained; without dropout's masks."""
    loss, off = 0.0, 0.0
    for start in range(0, len(x), 512):
        outputs, expected = forward(layers, x[start : start + 512]), numbers[start : start + 512]
        loss += {loss}(outputs, expected)
        off += squares(outputs, expected)
    return loss / len(x), 1 - off / spread(numbers)

'''
    + _STEP_LINE.replace("SCORE", "R2"),
    test_line=_TEST_LINE.replace("SCORE", "R2"),
    labels="standardized({})",
    losses=number_losses,
    pieces=(tables.numbers_to_learn, number_losses.spread),
    of_training=(number_losses.squares,),
)

TASKS: Final[dict[Task, TaskCode]] = {"classes": _CLASSES, "numbers": _NUMBERS}
