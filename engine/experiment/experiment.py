"""The Experiment: the whole recipe of a run, frozen and validated.

One Experiment is what a file holds, what a preset is, what an edit makes anew, what undo keeps and what the
trainer is built from.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from os import PathLike
from typing import Any, Final

from pydantic import ValidationError

from engine.data.spec import DataSpec
from engine.errors import ExperimentError
from engine.experiment.calls import told_plainly
from engine.experiment.python_settings import python_settings
from engine.experiment.recipe import Recipe
from engine.experiment.validation import plain_error
from engine.nn.layers.base import LayerSpec, may_be_output

_MOST_UNITS: Final = 12
"""Dense layers that a ``repr`` names."""


class Experiment(Recipe):
    """The whole recipe. In Python it is written as ``Experiment(layers=[...], ...)``, everywhere else as JSON: `parse`
    and `to_json` are its ways in and out."""

    @told_plainly("Experiment")
    def __init__(
        self, *, layers: Sequence[LayerSpec], data: DataSpec | str | PathLike[str] = "digits", **settings: Any
    ) -> None:
        """Checked as `parse` checks it. Lists will do; ``data`` may be the name or the path of a source alone, and an
        optimizer or a schedule the name of its kind.

        Raises:
            ExperimentError: one sentence that names the field, its range and the value.
        """
        text = _json_text(python_settings({**settings, "layers": layers, "data": data}))
        try:
            self.__pydantic_validator__.validate_json(text, self_instance=self)
        except ValidationError as error:
            raise plain_error(error, Experiment) from None
        if isinstance(data, DataSpec):
            self.data.model_fields_set.intersection_update(data.model_fields_set)

    # A person's way in alone: without this mark, pydantic would also go this way for every experiment that it reads.
    __init__.__pydantic_base_init__ = True  # type: ignore[attr-defined]

    def __repr__(self) -> str:
        units = [str(layer.units) for layer in self.layers if may_be_output(layer)]
        if len(units) > _MOST_UNITS:
            units = [*units[: _MOST_UNITS - 2], "…", units[-1]]
        lanes = "1 lane" if len(self.lanes) == 1 else f"{len(self.lanes)} lanes"
        return f"Experiment({self.name!r}: {'-'.join(units)}, {lanes})"

    __str__ = __repr__

    def _repr_html_(self) -> str:
        """What a notebook shows."""
        from engine.experiment.html import experiment_html  # here, because nothing else needs it

        return experiment_html(self)

    @property
    def has_validation(self) -> bool:
        """Whether some lane has validation rows, be they a fold of its training rows: then these are held out."""
        of_lanes = (lane.set.get(path) for lane in self.lanes for path in ("data.validation", "data.fold"))
        return any(map(bool, (self.data.validation, self.data.fold, *of_lanes)))

    def to_dict(self) -> dict[str, Any]:
        """Plain data, ready for `parse` or JSON."""
        return self.model_dump(mode="json")

    def to_json(self) -> str:
        """The text of an experiment file."""
        data = self.to_dict()
        points, data["data"]["points"] = data["data"]["points"], []
        text = json.dumps(data, indent=2, ensure_ascii=False) + "\n"
        # A line for all of them: one for each of their numbers is not to be read, and takes long to write.
        return text.replace('"points": []', f'"points": {json.dumps(points)}', 1) if points else text


def parse(source: str | bytes | dict[str, Any]) -> Experiment:
    """Makes an Experiment of JSON text or plain data.

    Raises:
        ExperimentError: one sentence that names the field, its range and the value.
    """
    data: Any = source
    if isinstance(source, str | bytes):
        try:
            data = json.loads(source)
        except RecursionError:
            raise ExperimentError("The experiment is nested too deeply to be one.") from None
        except ValueError as error:
            where = f" (line {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
            raise ExperimentError("The experiment is not valid JSON{where}.", where=where) from None
    if not isinstance(data, dict):
        raise ExperimentError("An experiment is a JSON object with fields such as name, data and layers.")
    try:
        experiment = Experiment.model_validate_json(_json_text(data))
    except ValidationError as error:
        raise plain_error(error, Experiment) from None
    if "data" in data:  # what a file leaves out, it says, too: all is as it was when the field was not there
        experiment.data.model_fields_set.update(DataSpec.model_fields)
    return experiment


def saying_as(experiment: Experiment, old: Experiment, *more: str) -> Experiment:
    """The same, of whose rows a person has said just what was said of the ``old`` one's, and these fields more.

    In Python the path of a table alone leaves the rest to be found out; `parse` knows no such thing.
    """
    experiment.data.model_fields_set.intersection_update({*old.data.model_fields_set, *more})
    return experiment


def _json_text(data: dict[str, Any]) -> str:
    """Plain data as JSON, where strict still means that a list may stand for a tuple."""
    try:
        return json.dumps(data)
    except RecursionError:
        raise ExperimentError("The experiment is nested too deeply to be one.") from None
    except (TypeError, ValueError) as error:
        raise ExperimentError("The experiment holds a value that JSON cannot: {problem}.", problem=error) from None
