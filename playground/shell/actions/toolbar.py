"""The toolbar: which actions stand in it, in which groups, beside the presets, the figures and the speed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from engine.store.presets import presets
from playground.document.files.file_dialogs import Files
from playground.document.run import RunController
from playground.shell.actions.actions import Actions
from playground.training.toolbar import TransportBar
from playground.ui.text import i18n


def make_toolbar(window: QWidget, actions: Actions, files: Files, run: RunController) -> TransportBar:
    """In the language on the screen."""
    texts = i18n.preset_text
    bar = TransportBar([(preset.name, texts(preset.title), texts(preset.description)) for preset in presets()], window)
    for names in (("open", "save"), ("undo", "redo"), ("play", "step", "epoch", "reset", "reseed")):
        bar.add_group([actions[name] for name in names], primary=actions["play"])
    bar.add_readouts()
    bar.add_group([actions["language"], actions["theme"]])
    bar.preset_chosen.connect(files.open_preset)
    bar.speed_limit.set_limit(run.speed_limit)
    bar.speed_limit.chosen.connect(run.set_speed_limit)
    return bar
