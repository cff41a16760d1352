"""The lanes of a preset, called in the language of the window. Files and the command line have the English names."""

from __future__ import annotations

from engine.experiment.experiment import Experiment
from playground.ui.text import i18n


def spoken(preset: Experiment) -> Experiment:
    """The preset with its lanes' names translated: they are a person's from then on, as any other names."""
    if i18n.language() == "en":
        return preset
    lanes = tuple(lane.model_copy(update={"name": i18n.preset_text(lane.name)}) for lane in preset.lanes)
    return preset.model_copy(update={"lanes": lanes})


def is_as_preset(experiment: Experiment, preset: Experiment) -> bool:
    """Whether it is the preset, whatever its lanes are called."""
    if len(experiment.lanes) != len(preset.lanes):
        return False
    pairs = zip(experiment.lanes, preset.lanes, strict=True)
    lanes = tuple(mine.model_copy(update={"name": theirs.name}) for mine, theirs in pairs)
    return experiment.model_copy(update={"lanes": lanes}) == preset
