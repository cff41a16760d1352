"""What the window does with every kind of layer, whichever there are."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from engine.experiment.experiment import parse
from engine.fields import field_info
from engine.nn.layers.base import LayerSpec, OutputSpec
from engine.nn.layers.parts.interventions import FROZEN, OFF_UNITS, OffUnits
from engine.nn.layers.registry import LAYERS
from playground.layers.panel import LayersPanel
from playground.layers.rows.kinds import number_of
from playground.ui.look.palette import DARK, LIGHT
from playground.ui.text.names import CHOICES

every_kind = pytest.mark.parametrize("kind", LAYERS)


@every_kind
def test_it_has_a_name_and_a_colour_in_both_themes(kind: str) -> None:
    spec = LAYERS[kind]
    assert CHOICES[kind] == (spec.title, spec.help)
    for look in (LIGHT, DARK):
        assert QColor(getattr(look, spec.color)).isValid()


@every_kind
def test_its_row_has_an_editor_for_every_setting(kind: str, qtbot: QtBot) -> None:
    layer = {"kind": kind, **({"units": 10} if issubclass(LAYERS[kind], OutputSpec) else {})}
    experiment = parse({"layers": [{"kind": "dense", "units": 8}, layer, {"kind": "dense", "units": 10}]})
    panel = LayersPanel()
    qtbot.addWidget(panel)
    panel.resize(500, 400)
    panel.show_experiment(experiment)
    panel.show()
    panel.complete()
    row = panel.stack.rows[1]
    for name in LAYERS[kind].model_fields:
        if name not in ("kind", "off_units", "draw"):  # units are switched off in the drawing; branches choose draws
            assert panel.findChild(QWidget, f"layers.1.{name}") is row.editors[name], name
    assert row.toolTip()
    painted = panel.grab().toImage()
    assert not painted.isNull()
    if kind == "layer_norm":
        info = field_info(LAYERS[kind], "epsilon")
        with qtbot.waitSignal(row.edited) as edit:
            row.editors["epsilon"].committed.emit(0.25)
        assert edit.args == ["layers.1.epsilon", 0.25]
        assert info.minimum == 0


class _OnlyWeights(LayerSpec):
    """A kind that learns something and has no setting of its own."""

    kind: str = "only_weights"
    frozen: bool = FROZEN
    off_units: OffUnits = OFF_UNITS


def test_the_number_in_a_row_is_a_setting_of_that_kind_and_not_of_many() -> None:
    assert number_of(_OnlyWeights) == ""
    assert number_of(LAYERS["flatten"]) == ""
    assert number_of(LAYERS["dropout"]) == "rate"
    assert number_of(LAYERS["layer_norm"]) == "epsilon"
    assert number_of(LAYERS["max_pool"]) == "size"
