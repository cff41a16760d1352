"""The drawing of the network on paper, where nothing beside it says what it leaves out."""

from __future__ import annotations

from xml.etree import ElementTree

from pytestqt.qtbot import QtBot

from engine.store.presets import load_preset
from playground.export.network_picture import network_svg
from tests.playground.network.desk import Desk


def test_all_of_each_layer_stands_above_its_column_as_wide_as_it_was_measured(qtbot: QtBot) -> None:
    drawing = Desk(qtbot, load_preset("reference"), steps=1).panel.drawing
    root = ElementTree.fromstring(network_svg(drawing, "title", "a caption"))
    texts = [element for element in root.iter() if element.tag.endswith("text") and (element.text or "").strip()]
    words = [element.text for element in texts]
    assert words.count("λ 0.01") == 6, "each dense layer has its penalty"
    assert "a caption" in words
    assert all(float(element.get("textLength", 0)) > 0 for element in texts), "another font runs into nothing"
