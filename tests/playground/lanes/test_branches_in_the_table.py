"""What the lane table says of branches: their names in little room, layers that are off, steps that they lack."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from engine.experiment.field_path import FieldPath
from engine.experiment.lanes.spec import LaneSpec
from engine.fields import field_info
from playground.lanes.panel import LanesPanel
from playground.lanes.table.entries import lane_entries, unused
from playground.lanes.table.figures.lane_figures import explanation, figures, status
from playground.ui.fields.name_edit import NameEdit
from playground.ui.text.short_names import without_beginning
from tests.engine.helpers import activation, dense, dropout, lane
from tests.playground.helpers import small
from tests.playground.lane_desk import lane as lane_snapshot


def test_where_there_is_no_room_its_end_tells_a_branch_from_its_lane(qtbot: QtBot) -> None:
    edit = NameEdit(field_info(LaneSpec, "name"))
    qtbot.addWidget(edit)
    edit.set_value("Rate 0.01 · layer 3 added")
    edit.set_beginning("Rate 0.01")
    edit.resize(QFontMetrics(edit.font()).horizontalAdvance("… layer 3 added") + 24, 24)
    assert edit.shown_text() == "… layer 3 added"
    edit.resize(400, 24)
    assert edit.shown_text() == edit.text()


def test_names_begin_with_those_of_lanes_that_there_are() -> None:
    names = ["Rate 0.01", "Rate 0.01 from step 30", "Rate 0.01 from step 30 · layer 1 frozen", "Rate 0.1"]
    names.append("Rate 0.1, 스텝 30부터")
    experiment = small(layers=[dense(5), activation(), dense(3)], lanes=[lane(name) for name in names])
    assert [entry.begins for entry in lane_entries(experiment)] == ["", names[0], names[1], "", names[3]]
    assert without_beginning(names[4], names[3]) == "… 스텝 30부터"
    assert unused(experiment) == {"rate"}, "which leaves them more room"
    assert not unused(small(layers=[dense(5), dense(3)], lanes=[lane("Rate 0.01"), lane("Rate 0.1")]))
    assert not unused(small(layers=[dense(5), dropout(), dense(3)], lanes=[lane("a"), lane("a b")]))


def test_of_a_layer_that_is_off_a_lane_has_no_settings() -> None:
    stack = [dense(5), activation("tanh"), dense(5), activation("tanh"), dense(3)]
    lanes = [lane("wide", settings={"layers.2.units": 9}), lane("off", settings={"layers.2.on": False})]
    lanes.append(lane("other", settings={"layers.4.initialization": "zeros", "layers.2.on": False}))
    wide, off, other = lane_entries(small(layers=stack, lanes=lanes))
    path = str(FieldPath.of_layer(2, "units"))
    assert (wide.settings[path].value, off.settings[path].value) == (9, None)
    assert not off.settings[path].exists
    assert [place for place, _ in other.settings["initialization"].layers] == [1, 5]


def test_it_says_how_many_steps_fewer_it_has_made() -> None:
    punctual = lane_snapshot(0.9, 0.8)
    one, other = figures([punctual, replace(punctual, name="a from step 30", behind=1200)])
    assert (status(one), explanation(one)) == ("", "")
    assert status(other) == "1,200 steps fewer"
    assert other.has_ended, "so that there is room for it"
    assert "goes on from the step at which it branched off" in explanation(other)


def test_a_column_that_is_not_shown_has_no_place(qtbot: QtBot) -> None:
    """The width of dropout stayed free at the right, and the names of branches were cut."""
    panel = LanesPanel()
    qtbot.addWidget(panel)
    for names in (["a", "b"], ["a", "a · layer 3 added"]):
        panel.show_experiment(small(layers=[dense(5), dense(3)], lanes=[lane(name) for name in names]))
        panel.resize(836, 200)
        table = panel.table
        assert table.columns.names == table.rows.model_of_lanes.columns
    assert "rate" not in table.columns.names


def test_a_branch_that_is_taken_back_leaves_its_lane_selected(qtbot: QtBot) -> None:
    panel = LanesPanel()
    qtbot.addWidget(panel)
    for selected, names in ((2, ["a", "b", "a · layer 3 added"]), (0, ["a", "b"]), (1, ["a", "b"]), (0, ["a"])):
        panel.show_experiment(small(layers=[dense(5), dense(3)], lanes=[lane(name) for name in names]))
        if len(names) == 3:
            panel.table.rows.select(2)
        assert panel.table.rows.selected == selected
        panel.table.rows.select(len(names) - 1)
