"""What every view of the inside keeps to, whichever there are: `playground.inside.views`."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from engine.inspectors import INSPECTORS
from engine.store.presets import load_preset
from playground.inside.panel import ALWAYS, OF_ROBUST
from playground.inside.view import InsidePanel
from playground.inside.views import VIEWS
from playground.network.panel import APART, SHOWN


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_is_where_its_entry_says_and_asks_for_what_there_is(name: str) -> None:
    kind = VIEWS[name]
    panel = getattr(import_module(kind.module), kind.panel)
    assert issubclass(panel, InsidePanel)
    assert panel.name == name
    assert kind.request <= INSPECTORS.keys()
    text = kind.text()
    assert text.title
    assert text.lesson.endswith(".")


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_without_anything_to_show_says_why_in_place_of_it(name: str, qtbot: QtBot) -> None:
    kind = VIEWS[name]
    panel: InsidePanel = getattr(import_module(kind.module), kind.panel)()
    qtbot.addWidget(panel)
    panel.resize(360, 560)
    panel.show_experiment(load_preset("reference"))
    panel.show_dataset(None)
    panel.show_snapshot(None)
    panel.show()
    message = panel.findChild(QLabel, f"{name}.message")
    assert isinstance(message, QLabel)
    assert message.isVisible()
    assert message.text().endswith(".")
    body = panel.body.parentWidget()
    assert body is not None
    assert not body.isVisible()


@pytest.mark.parametrize("name", INSPECTORS)
def test_every_inspector_is_a_function_of_the_name_of_its_file(name: str) -> None:
    inspectors = [f"engine.inspectors{room}" for room in ("", ".answers", ".net")]
    rooms = [f"engine.{name}"] if name in ALWAYS else inspectors
    (file,) = (f"{room}.{name}" for room in rooms if find_spec(f"{room}.{name}"))
    found = getattr(import_module(file), name, None)
    assert callable(found), f"{file} has no function {name}: if it is a helper, say so in _HELPERS of {inspectors[0]}"


def test_whatever_is_computed_is_looked_at() -> None:
    views = frozenset().union(*(kind.request for kind in VIEWS.values()))
    asked = views | SHOWN | APART | OF_ROBUST
    assert INSPECTORS.keys() - ALWAYS - asked == set(), "no view asks for it: name it in a request of VIEWS"
    assert asked - INSPECTORS.keys() == set(), "nothing computes it"
