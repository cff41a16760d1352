"""A trained lane as one NumPy script: its network, its weights, and the training that led there, to read and to run.

The script is put together from the source of `engine.export.pieces`: of layers, optimizers and so on it has those that
the lane uses, and nothing else. Its chance is the engine's, so that its figures are those of the run.
"""

from __future__ import annotations

import pprint
import re
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from engine.arrays import Array
from engine.data import Dataset
from engine.errors import PlaygroundError
from engine.export import settings_code as code
from engine.export.features import features_code
from engine.export.inputs import inputs_code
from engine.export.loop_code import loop
from engine.export.rows import packed, raw_rows
from engine.export.script_pieces import (
    Calls,
    chance_pieces,
    initializers,
    layer_pieces,
    loss_pieces,
    optimizer_pieces,
    table_pieces,
)
from engine.export.script_texts import AGREEMENT, MAIN, MAIN_WITH_TRAINING, ONE_THREAD, SAYS_AGREEMENT, SAYS_TEST, USE
from engine.export.task_code import TASKS
from engine.export.trained import TrainedLane
from engine.store.atomic import write_atomically
from engine.store.provenance import Origin

LARGEST: Final = 64_000_000
"""Bytes of weights and rows; more is no longer a script that one opens and reads."""
_MODULES: Final = ("argparse", "base64", "copy", "csv", "gzip", "io", "math", "re", "zlib")
_WIDTH: Final = 118

NOTES: Final[dict[Origin, str]] = {
    "seed": "Training anew gives the figures of the run: with the same NumPy on the same computer to the last bit, and "
    "otherwise up to rounding, which long training may make larger. At its end it says how far its weights are from "
    "those in this file.",
    "edited": "Settings were changed while the network trained. This script trains with the last ones from the start, "
    "so its figures are not those of the run.",
    "warm_start": "The network began from weights that there were before, of a model or of another lane. This script "
    "begins from its seed, so its figures are not those of the run.",
}
"""What a reader should know about the figures."""
UNKNOWN_STEPS: Final = (
    "The model does not say after how many steps it was saved: where STEPS is not that number, neither are its figures "
    "those of the run."
)


def save_script(lane: TrainedLane, path: Path | str, dataset: Dataset | None = None) -> None:
    """Writes the script; see `script`.

    Raises:
        PlaygroundError: it would be too large, or cannot be written.
    """
    content = script(lane, dataset, name=Path(path).name).encode()
    write_atomically(path, lambda stream: stream.write(content))


def script(lane: TrainedLane, dataset: Dataset | None = None, *, name: str = "network.py") -> str:
    """The text of the script.

    dataset: the rows of the run; without them the script can use the network, but not train it anew.
    """
    batches = () if dataset is None else code.batch_sizes(lane.experiment, len(dataset.train_x))
    calls = code.layer_calls(lane.experiment, lane.row_shape, batches)
    arrays = _arrays(lane, calls, dataset)
    size = sum(array.nbytes for array in arrays.values())
    if size > LARGEST:
        raise PlaygroundError(
            "The script would hold {size} MB of weights and rows, more than the {most} MB that make sense: "
            "save the model instead.",
            size=size // 1_000_000,
            most=LARGEST // 1_000_000,
        )
    body = "\n\n\n".join(part.strip("\n") for part in _parts(lane, calls, dataset))
    used = [module for module in _MODULES if re.search(rf"\b{module}\.", body)] + ["os"] * (dataset is not None)
    imports = "\n".join(f"import {module}" for module in used)
    mapping = "Mapping, " if "Mapping[" in body else ""
    imports += f"\nfrom collections.abc import Callable, {mapping}Sequence\nfrom pathlib import Path"
    imports += "\nfrom typing import Any" if re.search(r"\bAny\b", body) else ""
    first = "" if dataset is None else f"{ONE_THREAD}\n\n"
    head = f"from __future__ import annotations\n\n{imports}\n\n{first}import numpy as np\n\nArray = np.ndarray"
    return f"{_docstring(lane, name, trains=dataset is not None)}\n\n{head}\n\n{body}\n\n\n{_ending(lane, arrays)}\n"


def _arrays(lane: TrainedLane, calls: Calls, dataset: Dataset | None) -> dict[str, Array]:
    """What a script holds: ``PLACE.NAME`` of each parameter, by the place of its layer in the script, and the rows."""
    arrays: dict[str, Array] = {"offset": lane.offset, "scale": lane.scale}
    for place, (index, _) in enumerate(calls):
        if not place or calls[place - 1][0] != index:  # the second one has no parameters
            arrays |= {f"{place}.{name}": values for name, values in lane.parameters[index].items()}
    return arrays | (raw_rows(dataset) if dataset is not None else {})


def _docstring(lane: TrainedLane, name: str, *, trains: bool) -> str:
    name, title = _plain(name), f"{_plain(lane.experiment.name)}, lane {_plain(lane.name)}"
    uses = [("test rows.csv", TASKS[lane.task].use)]
    comes_out = f"{len(lane.classes)} classes come out." if lane.task == "classes" else "one number comes out."
    if trains:
        uses.append(("train", "trains it anew from its seed, and prints its figures"))
    width = max(len(use) for use, _ in uses)
    lines = [
        f'"""{title}: a neural network in plain NumPy, from Playground.',
        "",
        *(f"    python {name} {use:{width}}   # {what}" for use, what in uses),
        "",
        f"Or import it and call predict(rows). {len(lane.preparation.columns)} features go in, {comes_out}",
        *(["", *textwrap.wrap(_note(lane), _WIDTH)] if trains else []),
        '"""',
    ]
    return "\n".join(lines)


def _note(lane: TrainedLane) -> str:
    return UNKNOWN_STEPS if lane.steps is None else NOTES[lane.origin]


def _is_replay(lane: TrainedLane) -> bool:
    """Whether training anew leads to the weights that the lane has."""
    return lane.steps is not None and lane.origin == "seed"


def _plain(text: str) -> str:
    """Fit for a docstring, whatever somebody has called a lane."""
    return "".join(letter if letter.isprintable() and letter not in '"\\' else "?" for letter in text)


def _parts(lane: TrainedLane, calls: Calls, dataset: Dataset | None) -> Iterator[str]:
    """The body of the script, top down: settings, network, training, the pieces that these are made of."""
    yield _settings(lane, dataset)
    yield _title("the network")
    yield _make_layers(lane, calls)
    use = USE.strip()
    given = "rows.astype(np.float32)"
    if not lane.preparation.is_plain:
        yield features_code(lane.preparation)
        given = f"features({given})"
    if lane.preparation.inputs is not None:
        yield inputs_code(lane.preparation.inputs)
        given = f"inputs({given})"
    use = use.replace("(rows.astype(np.float32) - ", f"({given} - ")
    yield use
    yield TASKS[lane.task].predict.format(outputs="softmax(outputs)" if lane.gives_probabilities else "outputs").strip()
    if dataset is not None:
        yield _title("its training")
        has_validation, pictures = dataset.valid_x is not None, code.pictures_code(lane.experiment, dataset)
        yield from loop(
            lane.experiment,
            lane.task,
            has_ended=lane.has_ended,
            has_validation=has_validation,
            pictures=pictures,
            frozen=code.frozen_places(lane.experiment, calls),
        )
        if _is_replay(lane):
            yield AGREEMENT
    yield _title("the layers")
    yield from layer_pieces(calls)
    yield _title("how weights start, and all other chance")
    yield from initializers(lane.experiment.layers)
    yield from chance_pieces(lane, dataset)
    if lane.gives_probabilities or dataset is not None:
        yield _title("losses" if dataset is not None else "outputs")
        yield from loss_pieces(lane, dataset)
    if dataset is not None:
        yield _title("the optimizer")
        yield from optimizer_pieces(lane)
    yield _title("tables")
    yield from table_pieces(lane)
    main = MAIN if dataset is None else _main(lane, has_validation=dataset.valid_x is not None)
    yield main.format(use=TASKS[lane.task].use, column=TASKS[lane.task].column)


def _ending(lane: TrainedLane, arrays: dict[str, Array]) -> str:
    """The data, which may be much: nobody looks for names of modules in it."""
    names = f"FEATURES = {_listed(lane.preparation.column_names)}"
    names += f"\nCLASSES = {_listed(lane.classes)}" if lane.classes else ""
    rows = f'PACKED = """\n{packed(arrays)}\n"""\n\nif __name__ == "__main__":\n    main()'
    return "\n\n\n".join([_title("names, weights and rows"), names, rows])


def _title(text: str) -> str:
    return f"# --- {text} ".ljust(_WIDTH, "-")


def _settings(lane: TrainedLane, dataset: Dataset | None) -> str:
    experiment = lane.experiment
    size = experiment.batch_size if dataset is None else code.batch_sizes(experiment, len(dataset.train_x))[0]
    lines = [f"SEED = {experiment.seed}", f"BATCH_SIZE = {size}", f"LABEL = {experiment.data.label_column!r}"]
    if lane.task == "numbers":
        lines += [f"TARGET_OFFSET = {lane.target_offset!r}", f"TARGET_SCALE = {lane.target_scale!r}"]
    if dataset is not None:
        lines.append(f"LEARNING_RATE = {experiment.optimizer.learning_rate!r}")
        lines.append(f"STEPS = {experiment.steps or 3000 if lane.steps is None else lane.steps}")
    return "\n".join(lines)


def _main(lane: TrainedLane, *, has_validation: bool) -> str:
    text = MAIN_WITH_TRAINING.rstrip()
    if has_validation:
        text += SAYS_TEST.rstrip()
    if _is_replay(lane):
        text += SAYS_AGREEMENT
    return text if has_validation or _is_replay(lane) else text.replace("layers = train(", "train(")


def _make_layers(lane: TrainedLane, calls: Calls) -> str:
    masked = code.masked_units(lane.experiment, lane.row_shape)
    has_masks = any("masks" in call.code for _, call in calls)
    lines = ["def make_layers() -> list[Layer]:", '    """All layers with their starting weights, first to last."""']
    if has_masks:
        lines.append(f"    masks = Masks(SEED, {masked} * BATCH_SIZE)")
    lines += ["    return [", *(f"        {call.code}," for _, call in calls), "    ]"]
    return "\n".join(lines)


def _listed(names: Sequence[str]) -> str:
    return pprint.pformat(tuple(names), width=_WIDTH, compact=True)
