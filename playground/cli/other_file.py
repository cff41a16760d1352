"""A file that a trained model is used on: it may be written otherwise than the one that was learned from."""

from __future__ import annotations

from engine.data.new_file import AS_FOUND, WRITING
from engine.data.spec import DataSpec
from engine.errors import PlaygroundError
from engine.experiment.experiment import Experiment
from engine.store.experiment_files import full_source
from playground.cli.inputs import Changes


def read_as(experiment: Experiment, source: str, settings: tuple[str, ...]) -> DataSpec:
    """How to read its rows: as the settings say that it is written, and all else of that is found out.

    Raises:
        PlaygroundError: a setting says something else, or what it cannot be.
    """
    for setting in settings:
        if setting.partition("=")[0].strip() not in {f"data.{name}" for name in WRITING}:
            raise PlaygroundError(
                "--set {setting}: here only how the file is written can be set, such as data.sheet or data.names_line.",
                setting=setting,
            )
    changes = Changes(settings=settings)
    asked = changes.apply(experiment).data if settings else experiment.data
    said = {name: getattr(asked, name) for name in changes.is_read_by}
    return experiment.data.model_copy(update={"source": full_source(source)} | AS_FOUND | said)
