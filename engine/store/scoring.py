"""How well a saved model does on a table of rows that may be ordered or labelled in another way."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from engine.arrays import Array
from engine.data import Table
from engine.data.files.wording import listed
from engine.data.matching import finder, folded_class, places_of
from engine.data.preprocessing.targets import in_unit_of_label, one_hot, standardized
from engine.data.task import Labels
from engine.errors import ModelError
from engine.experiment.lanes.lanes import lane_layers
from engine.nn.errors import Errors, errors_of
from engine.nn.evaluation import CHUNK, evaluate, outputs
from engine.nn.layers.parts.products import on_one_thread
from engine.nn.losses import LOSSES
from engine.nn.network import Network
from engine.nn.shapes import row_shape
from engine.records import record
from engine.store.model_files import Model


@record(eq=False)
class Score:
    """data_loss, penalty, accuracy: (lanes,), over all rows of the table. Of numbers accuracy is R2, and there are
    ``errors`` in the unit of the label."""

    data_loss: NDArray[np.float64]
    penalty: NDArray[np.float64]
    accuracy: NDArray[np.float64]
    errors: Errors | None = None


def score(model: Model, table: Table) -> Score:
    """Scales the rows as in training and evaluates every lane.

    Raises:
        PlaygroundError: features are missing that the model was trained on, a label is unknown to it, or an input has
            no value for a row.
    """
    columns = table_columns(model, table)
    raw = table.features if columns == [*range(table.n_features)] else table.features[:, columns]
    raw = model.preparation.aligned(raw, [table.columns[place] for place in columns])
    found = [(lanes, _score(part, raw, table)) for lanes, part in model.groups()]
    if len(found) == 1:
        return found[0][1]
    order = np.argsort([lane for lanes, _ in found for lane in lanes])

    def all_lanes(what: Callable[[Score], NDArray[np.float64]]) -> NDArray[np.float64]:
        whole: NDArray[np.float64] = np.concatenate([what(score) for _, score in found])[order]
        return whole

    errors = [score.errors for _, score in found if score.errors is not None]
    return Score(
        all_lanes(lambda score: score.data_loss),
        all_lanes(lambda score: score.penalty),
        all_lanes(lambda score: score.accuracy),
        Errors(*(np.concatenate([getattr(each, name) for each in errors])[order] for name in ("rmse", "mae", "median")))
        if errors
        else None,
    )


def _score(model: Model, raw: Array, table: Table) -> Score:
    """Of a group of lanes. raw: (rows, n_columns), in the order of the model's columns."""
    model.preparation.check(raw)
    x = model.preparation.apply(raw)
    network = make_network(model)
    if model.task == "numbers":
        return _score_of_numbers(model, network, x, table.labels)
    targets = one_hot(_labels(model, table), len(model.classes))
    with np.errstate(all="ignore"), on_one_thread():  # a lane that diverged overflows
        result = evaluate(network, LOSSES[model.experiment.loss](), x, targets)
        return Score(result.loss, network.penalties(), result.accuracy)


def _score_of_numbers(model: Model, network: Network, x: Array, y: Labels) -> Score:
    """x: (rows, n_features), scaled; y: (rows,)"""
    targets = standardized(y, model.target_offset, model.target_scale)
    with np.errstate(all="ignore"), on_one_thread():
        result = evaluate(network, LOSSES[model.experiment.loss](), x, targets)
        said = np.concatenate([outputs(network, x[i : i + CHUNK]) for i in range(0, len(x), CHUNK)], axis=1)[:, :, 0]
        errors = errors_of(y, in_unit_of_label(said, model.target_offset, model.target_scale))
        return Score(result.loss, network.penalties(), result.accuracy, errors)


def is_by_place(model: Model, table: Table) -> bool:
    """Whether a table names its features, and `columns_of` nevertheless goes by their places."""
    return table.is_named and None in places_of(model.preparation.column_names, table.feature_names)


def make_network(model: Model) -> Network:
    """The network of the lanes of one group, with the model's parameters."""
    experiment, lanes = model.experiment, range(len(model.lanes))
    network = Network(experiment.layers, row_shape(experiment.layers, model), len(lanes))
    network.configure([lane_layers(experiment, lane) for lane in lanes], experiment.dropout_scaling)
    for lane in lanes:
        network.set_lane(lane, model.lanes[lane])
    return network


def table_columns(model: Model, table: Table) -> list[int]:
    """Which columns of a table a model takes, in its order: see `columns_of`."""
    return columns_of(model, table.name, table.feature_names, is_named=table.is_named, picture=table.image_shape)


def columns_of(
    model: Model,
    name: str,
    found: tuple[str, ...],
    *,
    wanted: tuple[str, ...] | None = None,
    is_named: bool = True,
    picture: tuple[int, int] | None = None,
) -> list[int]:
    """Which columns of a table a model takes, in its order: by name, or by place where there are no names.

    name: what the table is called. wanted: other names than those of the model's columns. is_named: whether ``found``
    are the names that its source gives them. A file of before does not say whether its own are: if the table has none
    of them, the place counts. picture: (height, width) of a row, where it is one.

    Raises:
        ModelError: some are missing, their number is another one, or the pictures have another size.
    """
    if picture is not None and model.image_shape is not None and picture != model.image_shape:
        raise _other_pictures(model, name, picture, model.image_shape)
    wanted = model.preparation.column_names if wanted is None else wanted
    if is_named and model.is_named is not False:
        places = [*zip(wanted, places_of(wanted, found), strict=True)]
        missing = [column for column, place in places if place is None]
        if not missing:
            return [place for _, place in places if place is not None]
        if model.is_named or len(missing) < len(wanted):
            raise ModelError(
                "{name} lacks {columns}: {file} was trained on columns of these names.",
                name=name,
                file=model.path,
                columns=listed(missing),
            )
    if len(found) != len(wanted):
        template = "{name} has {found} features, but {file} was trained on {wanted}."
        if len(found) == 1:
            template = "{name} has 1 feature, but {file} was trained on {wanted}."
        raise ModelError(
            template,
            name=name,
            found=len(found),
            file=model.path,
            wanted=len(wanted),
        )
    return [*range(len(wanted))]


def _other_pictures(model: Model, name: str, found: tuple[int, int], wanted: tuple[int, int]) -> ModelError:
    """found: as they are once they were made as much smaller as the model's were."""
    factor = model.experiment.data.downsample
    sizes = {"width": found[1], "height": found[0], "wanted_width": wanted[1], "wanted_height": wanted[0]}
    if factor == 1:
        return ModelError(
            "{name} has pictures of {width} × {height} pixels, but {file} was trained on {wanted_width} × "
            "{wanted_height}.",
            name=name,
            file=model.path,
            **sizes,
        )
    return ModelError(
        "{name} has pictures of {width} × {height} pixels once {factor} × {factor} are made one, as {file} has it, but "
        "it was trained on {wanted_width} × {wanted_height}.",
        name=name,
        file=model.path,
        factor=factor,
        **sizes,
    )


def _labels(model: Model, table: Table) -> NDArray[np.int64]:
    """(rows,), indices into the model's classes."""
    place_of = finder(model.classes, folded_class)
    places = [place_of(name) for name in table.classes]
    for label in np.unique(table.labels):
        if places[label] is None:
            raise ModelError(
                "{name} has the label {label}, which {file} does not know: its classes are {classes}.",
                name=table.name,
                label=table.classes[label],
                file=model.path,
                classes=listed(model.classes),
            )
    return np.array([place or 0 for place in places])[table.labels]
