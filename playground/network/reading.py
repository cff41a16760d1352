"""What is read off the drawing, in plain sentences."""

from __future__ import annotations

import math
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from playground.network.scene.scene import Plan, Spot
from playground.network.scene.units import FLAT
from playground.ui.text.numbers import count, number, percent

if TYPE_CHECKING:
    from engine.inspectors.net.network import LaneNet


def _tr(text: str) -> str:
    return QCoreApplication.translate("NetworkDrawing", text)


def unit_name(plan: Plan, column: int, unit: int) -> str:
    """``unit 5 of layer 3``, or the name of an input."""
    head = plan.blocks[column].head
    if head is not None:
        return _tr("unit {unit} of layer {layer}").format(unit=unit + 1, layer=head + 1)
    if unit < len(plan.names):
        return plan.names[unit]
    if plan.shape is not None:
        channels = plan.units[0] // (plan.shape[0] * plan.shape[1])
        row, place = divmod(unit // channels, plan.shape[1])
        name = _tr("pixel {row}, {column}").format(row=row + 1, column=place + 1)
        colors = (_tr("red"), _tr("green"), _tr("blue"))
        return f"{name}, {colors[unit % channels]}" if channels == len(colors) else name
    return _tr("input {unit}").format(unit=unit + 1)


def sentences(spot: Spot, net: LaneNet, plan: Plan, row: int) -> list[str]:
    """A heading, and what there is to know below it."""
    if spot.unit < 0:
        return _of_column(spot, net, plan)
    return _of_edge(spot, net, plan) if spot.source >= 0 else _of_unit(spot, net, plan, row)


def rich(lines: list[str]) -> str:
    """As a tooltip."""
    heading, *rest = (escape(line) for line in lines)
    return f"<p style='white-space:pre-wrap'><b>{heading}</b>" + "".join(f"<br>{line}" for line in rest) + "</p>"


def _of_unit(spot: Spot, net: LaneNet, plan: Plan, row: int) -> list[str]:
    column = net.columns[spot.column]
    name = unit_name(plan, spot.column, spot.unit)
    value = float(column.value[spot.unit])
    says = _tr("It says {value} for training row {row}; over many rows {mean} ± {std}.")
    figures = {
        "value": number(value),
        "row": count(row + 1),
        "mean": number(float(column.mean[spot.unit])),
        "std": number(float(column.std[spot.unit])),
    }
    lines = [name[:1].upper() + name[1:], says.format(**figures)]
    if len(column.bias):
        lines.append(_tr("Its bias is {value}.").format(value=number(float(column.bias[spot.unit]))))
    if len(column.slope):
        lines.append(_push(float(column.slope[spot.unit]), _tr("the bias")))
    if column.off[spot.unit]:
        lines.append(_tr("Switched off in this lane: it hands on 0, in training and in measuring, and learns nothing."))
    if column.dead[spot.unit]:
        lines.append(_tr("Dead: zero for each of the rows, so nothing can teach it any more."))
    flat = float(column.flat[spot.unit])
    if math.isfinite(flat) and flat >= FLAT:
        share = percent(flat, 0)
        lines.append(_tr("Saturated for {share} of the rows: there its slope is almost zero.").format(share=share))
    if not column.kept[spot.unit]:
        lines.append(_tr("Dropout leaves it out of the coming step, for the first row of the batch."))
    return lines


def _of_edge(spot: Spot, net: LaneNet, plan: Plan) -> list[str]:
    found = net.edges[spot.column - 1]
    here = (found.source == spot.source) & (found.target == spot.unit)
    if not here.any():
        return [_tr("A weight"), ""]
    weight = float(found.weight[here][0])
    source = unit_name(plan, spot.column - 1, spot.source)
    target = unit_name(plan, spot.column, spot.unit)
    heading = _tr("Weight {value}").format(value=number(weight))
    if weight >= 0:
        says = _tr("The larger {source}, the larger {target}.")
    else:
        says = _tr("The larger {source}, the smaller {target}.")
    lines = [heading, says.format(source=source, target=target)]
    if len(found.gradient):
        lines.append(_push(float(found.gradient[here][0]), _tr("the weight")))
    return lines


def _push(gradient: float, what: str) -> str:
    """Which way the coming step goes, before the optimizer has its say."""
    if gradient > 0:
        template = _tr("The coming batch asks for less: the gradient of {what} is {value}.")
    elif gradient < 0:
        template = _tr("The coming batch asks for more: the gradient of {what} is {value}.")
    else:
        template = _tr("The coming batch asks for no change: the gradient of {what} is {value}.")
    return template.format(what=what, value=number(gradient))


def _of_column(spot: Spot, net: LaneNet, plan: Plan) -> list[str]:
    column, head = net.columns[spot.column], plan.blocks[spot.column].head
    units = count(len(column.value))
    if head is None:
        return [_tr("Input"), _tr("{count} values of each row.").format(count=units)]
    lines = [_tr("Layer {number}: {count} units").format(number=head + 1, count=units)]
    if net.columns[spot.column].is_frozen:
        lines.append(_tr("Frozen: training leaves its weights as they are."))
    found = net.edges[spot.column - 1]
    if len(found.weight) < found.total:
        template = _tr("Of its {total} weights the {shown} largest are drawn.")
        lines.append(template.format(total=count(found.total), shown=count(len(found.weight))))
    else:
        lines.append(_tr("All of its {total} weights are drawn.").format(total=count(found.total)))
    dead = int(column.dead.sum())
    if dead:
        from engine.inspectors.signals import ROWS  # who draws has it already

        lines.append(
            _tr("{count} of its units are dead: zero for each of {rows} rows.").format(
                count=count(dead), rows=count(ROWS)
            )
        )
    return lines
