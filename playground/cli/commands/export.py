"""``playground export``: a lane of a saved model for other programs."""

from __future__ import annotations

from pathlib import Path

from engine.data import Dataset, load
from engine.errors import PlaygroundError
from engine.export.onnx import check_onnx, save_onnx
from engine.export.script import save_script
from engine.export.trained import lane_called, lane_of_model
from engine.store.atomic import check_writable
from engine.store.model_files import Model, learned_from, load_model
from engine.store.overwriting import check_kept, data_files, is_same_file
from playground.cli.exit_codes import DONE
from playground.cli.telling import tell


def run(path: str, *, onnx: str | None, script: str | None, lane: str | None) -> int:
    """Writes the files that are asked for. Returns the exit code.

    Raises:
        PlaygroundError: the model cannot be used, or a file cannot be written.
    """
    if onnx is None and script is None:
        raise PlaygroundError("Say what to write: --onnx FILE, --script FILE, or both.")
    if onnx is not None:
        check_onnx()
    for file in (onnx, script):
        if file is not None:
            check_writable(file)
    if onnx is not None and script is not None and is_same_file(onnx, script):
        raise PlaygroundError("{file} cannot hold both.", file=onnx)
    model = load_model(Path(path))
    for file in (onnx, script):
        if file is not None:
            check_kept(file, [path, *data_files(model.experiment)])
    trained = lane_of_model(model, lane_called(model.experiment, lane))
    if onnx is not None:
        save_onnx(trained, onnx)
    if script is not None:
        save_script(trained, script, _rows(model))
    return DONE


def _rows(model: Model) -> Dataset | None:
    """What the model was trained on, or None and a remark where that is not there any more."""
    try:
        dataset = load(model.experiment.data)
    except PlaygroundError as error:
        tell(f"{error} So the script can use the network, but not train it anew.", err=True)
        return None
    if learned_from(model, dataset):
        return dataset
    tell(f"{dataset.name} has changed: the script can use the network, but not train it anew.", err=True)
    return None
