"""The toolbar: which experiment, the buttons that run it, and how far it has come."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolBar, QToolButton, QWidget

from engine.experiment.experiment import Experiment
from engine.store.presets import load_preset, preset_curves
from engine.train.snapshot import Snapshot
from engine.visible import visible
from playground.training.preset_choice import PresetChoice
from playground.training.speed_choice import SpeedChoice
from playground.ui.look import restyle, theme
from playground.ui.text.numbers import count, fixed
from playground.ui.text.preset_lanes import is_as_preset
from playground.ui.widgets.still import Still


class TransportBar(QToolBar):
    """``panel.transport``. Shows the run's step, epoch and speed."""

    preset_chosen = Signal(str)

    def __init__(self, presets: Sequence[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        """presets: (name, title, description) of each."""
        super().__init__(parent)
        self.setObjectName("panel.transport")
        self.setWindowTitle(self.tr("Toolbar"))
        self.setMovable(False)
        self.setIconSize(QSize(18, 18))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._opened = -1
        """The place of the preset that is open, in the list."""
        self.preset = PresetChoice()
        self.preset.setObjectName("preset")
        self.preset.setAccessibleName(self.tr("Experiment"))
        self.preset.setToolTip(self.tr("Ready-made experiments, each of which shows one thing"))
        self.preset.setMinimumWidth(190)
        self.preset.setPlaceholderText(self.tr("Presets"))
        curves = preset_curves()
        for name, title, description in presets:
            self.preset.add_preset(name, title, description, curves.get(name, ()))
        self.preset.activated.connect(self._on_preset)
        self.addWidget(self.preset)
        self._step = self._readout(self.tr("step"), self.tr("How many updates the weights have had"), 76)
        self._epoch = self._readout(
            self.tr("epoch"),
            self.tr("How often every training row has been seen, on average; of lanes the least and the most"),
            64,
        )
        self._speed = self._readout(
            self.tr("steps/s"), self.tr("How many steps are made each second"), 56, unit_behind=True
        )
        self.speed_limit = SpeedChoice()

    def add_group(self, actions: Sequence[QAction], primary: QAction | None = None) -> None:
        """Buttons behind a separator; the primary one in the accent colour, with its words."""
        self.addSeparator()
        for action in actions:
            self.addAction(action)
            button = self.widgetForAction(action)
            assert isinstance(button, QToolButton)
            button.setObjectName(f"button.{action.objectName().removeprefix('action.')}")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            if action is primary:
                button.setProperty("role", "primary")
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
                self._primary = action

    @property
    def primary(self) -> QToolButton:
        """Asked for each time: the toolbar makes the buttons of its actions itself, and only it knows them for sure."""
        button = self.widgetForAction(self._primary)
        assert isinstance(button, QToolButton)
        return button

    def add_readouts(self) -> None:
        """Step, epoch and speed with its limit, and a stretch behind them."""
        self.addSeparator()
        for readout in (self._step, self._epoch, self._speed):
            self.addWidget(readout)
        self.addWidget(self.speed_limit)
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)

    def fit_primary(self, texts: Sequence[str]) -> None:
        """Makes the primary button as wide as the longest of its texts, so that the others keep their places."""
        primary = self.primary
        wide = max(primary.fontMetrics().horizontalAdvance(text) for text in texts)
        primary.setFixedWidth(wide + self.iconSize().width() + 3 * theme.SPACE_3)

    def _readout(self, caption: str, tooltip: str, width: int, *, unit_behind: bool = False) -> QWidget:
        box = QWidget()
        box.setToolTip(tooltip)
        number = QLabel("0")
        number.setObjectName("number")
        number.setFont(theme.font("number", bold=True))
        side = Qt.AlignmentFlag.AlignRight if unit_behind else Qt.AlignmentFlag.AlignLeft
        number.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        number.setAccessibleName(caption)
        unit = QLabel(caption)
        unit.setProperty("role", "muted")
        layout = QHBoxLayout(box)
        layout.setContentsMargins(0, 0, theme.SPACE_2, 0)
        layout.setSpacing(theme.SPACE_1)
        still = Still(number, width)
        for part in (still, unit) if unit_behind else (unit, still):
            layout.addWidget(part)
        return box

    def show_experiment(self, experiment: Experiment) -> None:
        """The preset that it is or came from, or the experiment's own name where there is none."""
        index = self.preset.findData(experiment.name)
        is_changed = index >= 0 and not is_as_preset(experiment, _preset(experiment.name))
        changed = self.tr("{preset}, changed")
        name = changed.format(preset=self.preset.itemText(index)) if is_changed else visible(experiment.name)
        self.preset.setPlaceholderText(name)
        self._opened = -1 if is_changed else index
        self.preset.setCurrentIndex(self._opened)

    def show_snapshot(self, snapshot: Snapshot | None, waiting: int | None = None) -> None:
        """waiting: the step of a run that comes back when its rows are read."""
        texts = ("0", "0.0", "–") if waiting is None else (count(waiting), "–", "–")
        if snapshot is not None:
            speed = count(snapshot.steps_per_second) if snapshot.steps_per_second else "–"
            epochs = snapshot.epochs or (snapshot.epoch,)
            texts = (count(snapshot.step), " – ".join(fixed(epoch, 1) for epoch in epochs), speed)
            if snapshot.newest_step is not None:
                step = self.tr("{step} of {newest}").format(step=texts[0], newest=count(snapshot.newest_step))
                texts = (step, texts[1], "–")
        self._mark_past(snapshot is not None and snapshot.looked_back)
        for box, text in zip((self._step, self._epoch, self._speed), texts, strict=True):
            label = box.findChild(QLabel, "number")
            if isinstance(label, QLabel) and label.text() != text:
                label.setText(text)

    def _mark_past(self, is_past: bool) -> None:
        """The step stands out while it is not the newest."""
        label = self._step.findChild(QLabel, "number")
        assert isinstance(label, QLabel)
        restyle.set_state(label, "role", "past" if is_past else "")

    def _on_preset(self, index: int) -> None:
        """The box names what is open: the one chosen as soon as it is, which it may never be, or after a download."""
        self.preset.setCurrentIndex(self._opened)
        self.preset_chosen.emit(str(self.preset.itemData(index)))


@cache
def _preset(name: str) -> Experiment:
    return load_preset(name)
