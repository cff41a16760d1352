"""A trained lane as an ONNX file (https://onnx.ai): raw features in, probabilities, outputs or a number out.

An array has no names: who fills the input takes the features in the order of ``feature_names`` in the metadata, which
the documentation of the input repeats. ``classes`` are the columns of the output; there are none where a number is
learned, and the output is that number, in its own unit. ``label`` is what the column of a table with the classes, or
the numbers, was called, and ``steps`` is how many steps of training led there; all as JSON.
"""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any, Final

import numpy as np

from engine.errors import PlaygroundError
from engine.export.features import add_features, columns_json
from engine.export.graph import FILE_FORMATS, INPUT, Graph
from engine.export.inputs import add_inputs
from engine.export.layers import export_of
from engine.export.trained import TrainedLane
from engine.nn.shapes import layer_shapes
from engine.store.atomic import write_atomically

LARGEST: Final = 2_000_000_000
"""Bytes of parameters: protobuf, which the file is made of, holds no more than 2 GiB."""
_COMMAND: Final = "pip install onnx"


def check_onnx() -> None:
    """Raises PlaygroundError where the package is missing that writes such files."""
    if importlib.util.find_spec("onnx") is None:
        raise PlaygroundError("Exporting to ONNX needs one more package: {command} installs it.", command=_COMMAND)


def save_onnx(lane: TrainedLane, path: Path | str) -> None:
    """Writes the file.

    Raises:
        PlaygroundError: the package is missing, the network is too large, or the file cannot be written.
    """
    check_onnx()
    if lane.n_bytes > LARGEST:
        raise PlaygroundError("The network is too large for an ONNX file: those hold no more than 2 GB.")
    content = onnx_model(lane).SerializeToString()
    write_atomically(path, lambda stream: stream.write(content))


def onnx_model(lane: TrainedLane) -> Any:
    """The onnx.ModelProto: input ``features`` (rows, n_features), output ``probabilities`` or ``outputs``.

    Its metadata is what this module's docstring says, and ``experiment``.
    """
    from onnx import TensorProto, helper

    graph = Graph()
    if not lane.preparation.is_plain:
        add_features(graph, lane.preparation)
    if lane.preparation.inputs is not None:
        add_inputs(graph, lane.preparation.inputs)
    _add_scaling(graph, lane)
    _add_layers(graph, lane)
    if lane.gives_probabilities:
        graph.add("Softmax", axis=-1)
    if lane.task == "numbers":
        graph.add("Mul", ("target.scale", np.array(lane.target_scale)))
        graph.add("Add", ("target.offset", np.array(lane.target_offset)))
    output = "probabilities" if lane.gives_probabilities else "outputs" if lane.task == "classes" else "number"
    graph.add("Identity", to=output)
    ends = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, ["rows", len(columns)], doc_string=f"{what}: {columns}")
        for name, columns, what in (
            (INPUT, [*lane.preparation.column_names], "Raw features, not scaled, in this order"),
            (output, [*lane.classes], f"The {output} of the classes, in this order")
            if lane.task == "classes"
            else (output, [lane.target_name], "The number that was learned, in its own unit"),
        )
    ]
    model = helper.make_model(
        helper.make_graph(graph.nodes, "network", ends[:1], ends[1:], graph.constants),
        opset_imports=[helper.make_opsetid("", graph.version)],
        ir_version=FILE_FORMATS[graph.version],
        producer_name="Playground",
        doc_string=json.dumps([lane.experiment.name, lane.name]),
    )
    about = {
        "classes": lane.classes,
        "feature_names": lane.preparation.column_names,
        "columns": columns_json(lane.preparation),
        "label": lane.experiment.data.label_column,
        "steps": lane.steps,
        "experiment": lane.experiment.to_dict(),
    }
    helper.set_model_props(model, {name: json.dumps(value) for name, value in about.items()})
    return model


def _add_scaling(graph: Graph, lane: TrainedLane) -> None:
    """(feature - offset) / scale"""
    if lane.offset.any():
        graph.add("Sub", ("offset", lane.offset))
    if (lane.scale != 1).any():
        graph.add("Div", ("scale", lane.scale))


def _add_layers(graph: Graph, lane: TrainedLane) -> None:
    """The stack as testing uses it: dropout is a factor, or nothing, and batch normalization has its running ones."""
    shapes = layer_shapes(lane.experiment.layers, lane.row_shape)
    for index, (spec, parameters) in enumerate(zip(lane.experiment.layers, lane.parameters, strict=True)):
        graph.shape = shapes[index]
        export_of(spec).add_nodes(graph, spec, f"layers.{index}", parameters, lane.experiment.dropout_scaling)
        off = list(getattr(spec, "off_units", ()))
        if off:
            stay = np.ones(shapes[index + 1])
            stay[..., off] = 0
            graph.add("Mul", (f"layers.{index}.on", stay.ravel()))
