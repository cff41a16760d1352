"""Starts the window: the application object, the theme, the language, and what to open."""

from __future__ import annotations

import os
from pathlib import Path

from playground.shell.process.import_freeze import lasting, plain_import, uncollected

with lasting():
    import PySide6.QtCore  # noqa: F401 - now, that `plain_import` comes after it

    with plain_import():
        from playground.shell.process.override_guard import guard_overrides

        guard_overrides()
        from playground.shell.process.qt_copies import copied_when_asked

        with copied_when_asked():
            from engine.experiment.experiment import Experiment
            from engine.store.presets import FIRST_PRESET, REFERENCE, first_experiment, load_preset, preset_names
            from playground.shell.layout import zoom
            from playground.shell.layout.placement import Placement
            from playground.shell.main_window import MainWindow
            from playground.shell.process.identity import application
            from playground.shell.safety import Safety
            from playground.ui import side_threads
            from playground.ui.look import theme
            from playground.ui.settings import settings
            from playground.ui.text import i18n
            from playground.ui.text.preset_lanes import spoken


def create_window(experiment: Experiment | None = None, *, preset: str = "") -> MainWindow:
    """The window, not shown yet, on an experiment or else on the reference. A QApplication must exist.

    preset: the name of the one that the experiment is, if any: its story is to be seen then.
    """
    remembered = settings()
    with plain_import(), uncollected():
        i18n.set_language(str(remembered.value("language", i18n.system_language(), type=str)))
        theme.apply(theme.named(remembered.value("theme", "system", type=str)))
        shown = load_preset(REFERENCE) if experiment is None else experiment
        return MainWindow(spoken(shown) if preset or experiment is None else shown, preset)


def start(experiment: Experiment | None = None, path: Path | None = None) -> tuple[MainWindow, Safety]:
    """The window as a person gets it, not shown yet: on an experiment that lies in the file ``path``, on what else lies
    there, or where one has left off. What is done in it is kept.
    """
    if experiment is not None:
        preset = experiment.name if path is None and experiment.name in preset_names() else ""
        window = create_window(experiment, preset=preset)
    else:
        window = create_window(first_experiment(), preset=FIRST_PRESET)
    Placement(window)
    if path is not None and experiment is not None:
        window.session.saved_as(path)
    safety = Safety(window)
    if path is not None and experiment is None:
        window.files.open_path(path)
    elif experiment is None:
        is_new = safety.recovery.offered is None
        safety.recovery.go_on()
        if is_new:
            window.offer_first_steps()
    return window, safety


def run(experiment: Experiment | None = None, path: Path | None = None) -> int:
    """Opens the window, see `start`, until it is closed. Returns the exit code."""
    app = application()
    zoom.start()
    window, safety = start(experiment, path)
    safety.install()
    window.show()
    code = int(app.exec())
    safety.close()
    if not (window.is_at_rest and side_threads.have_ended()):
        # Qt aborts when a running thread is destroyed. All that is kept has been written; what it is at is not wanted.
        os._exit(code)
    return code
