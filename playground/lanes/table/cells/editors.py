"""The editors of a row of the lane table: what a lane sets, edited in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QWidget

from engine.experiment.field_path import FieldPath
from engine.experiment.lanes.spec import LANE_SETTINGS, LONGEST_NAME, LaneSpec
from engine.fields import FieldInfo, field_info
from engine.records import record
from engine.visible import visible
from playground.lanes.style import Share
from playground.lanes.table.columns import LONG_SEED, SETTINGS
from playground.ui.fields.elided_choice import ElidedChoice
from playground.ui.fields.field_edit import Editor, make_editor
from playground.ui.fields.name_edit import NameEdit
from playground.ui.fields.numbers.number_edit import IntegerEdit, NumberEdit
from playground.ui.look.restyle import set_state
from playground.ui.text import field_text, i18n, numbers
from playground.ui.text.edit_titles import setting_text
from playground.ui.text.numbers import DASH

INFOS: Final[dict[str, FieldInfo]] = {
    "name": field_info(LaneSpec, "name"),
    **{name: LANE_SETTINGS[name] for name in SETTINGS},
}
"""What a lane's editors edit, by column."""


@record
class Setting:
    """A lane's value of one field. ``value`` is None where its layers differ, or have no such field (not `exists`)."""

    value: Any
    share: Share = "alone"
    exists: bool = True
    layers: tuple[tuple[int, Any], ...] = ()
    """Where they differ: the place of each layer in the stack, from 1, and its value."""


@record
class LaneEntry:
    """What a row shows of its lane, besides the figures."""

    name: str
    style: int
    visible: bool
    settings: dict[str, Setting]
    others: tuple[tuple[str, Any], ...] = ()
    """What else it sets that the table has no column for: (path, value)."""
    begins: str = ""
    """The lane that its name begins with, as that of a branch does."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("LaneRow", text)


class LaneEditors:
    """The editors of row ``index``, named ``lanes.INDEX.FIELD``, as children of the row."""

    def __init__(
        self, index: int, row: QWidget, edited: Callable[[str, object], None], more: Mapping[str, FieldInfo]
    ) -> None:
        """more: what other columns edit, by the paths of the fields."""
        self._index = index
        self._edited = edited
        self._infos = {**INFOS, **more}
        self._shown: LaneEntry | None = None
        self._is_active: bool | None = None
        self.by_field: dict[str, Editor] = {name: self._editor(name, row) for name in self._infos}

    def _editor(self, name: str, row: QWidget) -> Editor:
        short = FieldPath.of_lane(self._index, name)
        path = str(short if name in INFOS else FieldPath.parse(name).in_lane(self._index))
        info = self._infos[name]
        if info.kind == "choice":
            editor: Editor = ElidedChoice(info, row)
        elif info.kind == "text":
            editor = NameEdit(info, row)
            editor.setMaxLength(LONGEST_NAME)
        else:
            editor = make_editor(info, path, row)
        editor.setObjectName(path)
        editor.setProperty("cell", True)
        editor.committed.connect(partial(self._edited, path))
        return editor

    def show(self, lane: LaneEntry) -> None:
        """Shows a lane's name and settings, silently."""
        old = self._shown
        self._shown = lane
        name = self.by_field["name"]
        name.set_value(lane.name)
        if isinstance(name, NameEdit):
            name.set_beginning(lane.begins)
        if old is None or (old.name, old.others) != (lane.name, lane.others):
            self._name_editors(lane)
        for field in lane.settings.keys() & self.by_field.keys():
            before = None if old is None else old.settings[field]
            if before != lane.settings[field]:
                self._show_setting(field, lane.settings[field], before)
        for editor in self.by_field.values():
            set_state(editor, "quiet", not lane.visible)

    def _show_setting(self, field: str, setting: Setting, old: Setting | None) -> None:
        editor = self.by_field[field]
        editor.set_value(setting.value)
        set_state(editor, "share", setting.share)
        if old is None or (old.exists, old.layers) != (setting.exists, setting.layers):
            editor.setEnabled(setting.exists)
            self._explain(editor, field, setting)
        if self._is_active is not None:
            self.show_arrows(self._is_active)

    def _explain(self, editor: Editor, field: str, setting: Setting) -> None:
        """What it means that there is no single value."""
        mixed = _tr("mixed") if setting.exists else DASH
        if isinstance(editor, QComboBox):
            editor.setPlaceholderText(mixed)
        elif isinstance(editor, IntegerEdit | NumberEdit):
            editor.lineEdit().setPlaceholderText(mixed)
        if not setting.exists:
            reason = _tr("There is no dropout layer: add one to the stack, and each lane can set its rate.")
            editor.setToolTip(field_text.wrapped(i18n.field_help(self._infos[field]), reason))
        elif setting.layers:
            editor.setToolTip(_layer_by_layer(self._infos[field], setting))
        elif not isinstance(editor, QComboBox):  # a choice explains itself
            editor.setToolTip(field_text.tooltip(self._infos[field]))

    def _name_editors(self, lane: LaneEntry) -> None:
        """For screen readers: ``Lane He: dropout rate``. The tooltip has the whole name, however narrow the column, and
        what the lane sets besides."""
        name, others = visible(lane.name), ", ".join(setting_text(path, value) for path, value in lane.others)
        own = _tr("{name}, with its own: {settings}").format(name=name, settings=others) if others else name
        self.by_field["name"].setToolTip(field_text.wrapped(own, i18n.field_help(self._infos["name"])))
        self.by_field["name"].setAccessibleDescription(others)
        template = _tr("Lane {name}: {field}")
        for field, editor in self.by_field.items():
            editor.setAccessibleName(
                template.format(name=name, field=_uncapitalized(i18n.field_title(self._infos[field])))
            )

    def show_arrows(self, is_active: bool) -> None:
        """The numbers have arrows only in a row that is selected or under the pointer: the others stay calm."""
        self._is_active = is_active
        for field, editor in self.by_field.items():
            if isinstance(editor, QAbstractSpinBox):
                # Beside arrows there is no room for a long seed, nor for the word that stands there without a number.
                is_long = not editor.text() or (field == "seed" and len(editor.text()) > LONG_SEED)
                if set_state(editor, "calm", not (is_active and editor.isEnabled()) or is_long):
                    editor.setFrame(editor.hasFrame())  # the one call that gives its text the room of the arrows


def _layer_by_layer(info: FieldInfo, setting: Setting) -> str:
    lines = [
        _tr("Layer {number}: {value}").format(
            number=place, value=i18n.choice_name(value) if info.choices else numbers.setting(value)
        )
        for place, value in setting.layers
    ]
    mixed = _tr("The layers of this lane differ; a value given here is for all of them.")
    return "".join([field_text.wrapped(i18n.field_help(info)), field_text.wrapped(mixed)]) + "".join(
        field_text.wrapped("", line) for line in lines
    )


def _uncapitalized(title: str) -> str:
    """``Dropout rate`` -> dropout rate, but L2 stays."""
    return title[:1].lower() + title[1:] if title[1:2].islower() else title
