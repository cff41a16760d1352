"""The phases of a step, and what each says of one weight: words and numbers that follow from each other."""

from __future__ import annotations

from math import isclose
from typing import Final, Literal

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.inspectors.net.coming_step import ComingStep, Layer
from engine.records import record
from playground.network.apart.updates import update_words
from playground.ui.text import i18n
from playground.ui.text.numbers import count, number

Phase = Literal["forward", "loss", "backward", "gradient", "update"]
_NEAR: Final = 1e-3
"""Of an equation that is shown: weights are float32."""
PHASES: Final[tuple[Phase, ...]] = ("forward", "loss", "backward", "gradient", "update")


def _tr(text: str) -> str:
    return QCoreApplication.translate("ComingStep", text)


@record
class Chosen:
    """A weight: that of the layer with this index among those with weights, from one unit to another."""

    layer: int
    source: int
    target: int


def title(phase: Phase) -> str:
    """What a phase is called."""
    return {
        "forward": _tr("Forward"),
        "loss": _tr("Loss"),
        "backward": _tr("Backward"),
        "gradient": _tr("Gradient"),
        "update": _tr("Update"),
    }[phase]


def words(phase: Phase, step: ComingStep, chosen: Chosen, row: int, names: tuple[str, str]) -> str:
    """What happens in a phase, for one weight and one row of the batch. names: of its two units."""
    layer = step.layers[chosen.layer]
    match phase:
        case "forward":
            return _forward(layer, chosen, row, names)
        case "loss":
            return _loss(step, row)
        case "backward":
            return _backward(layer, chosen, row, names[1], is_last=chosen.layer == len(step.layers) - 1)
        case "gradient":
            return _gradient(step, layer, chosen, row)
        case "update":
            return update_words(step, layer, chosen.source, chosen.target)


def figures(phase: Phase, step: ComingStep, row: int) -> list[list[str]]:
    """What stands on the units of each column in this phase."""
    if phase == "forward":
        columns = [step.layers[0].x, *(layer.y for layer in step.layers)]
    elif phase == "loss":
        columns = [np.zeros((row + 1, 0)), *(np.zeros((row + 1, 0)) for _ in step.layers[1:]), step.layers[-1].delta]
    elif phase == "backward":
        columns = [np.zeros((row + 1, 0)), *(layer.delta for layer in step.layers)]
    else:
        return [[] for _ in range(len(step.layers) + 1)]
    return [[number(value, 2) for value in column[row].tolist()] for column in columns]


def _forward(layer: Layer, chosen: Chosen, row: int, names: tuple[str, str]) -> str:
    x, w = float(layer.x[row, chosen.source]), float(layer.weight[chosen.source, chosen.target])
    z, y = float(layer.z[row, chosen.target]), float(layer.y[row, chosen.target])
    first = _tr("{source} says x = {x}. Times the weight: x·w = {x} × {w} = {product}.")
    if chosen.target in layer.off:
        second = _tr("{target} is switched off in this lane: whatever it sums, it hands on 0.")
    elif not layer.behind:
        second = _tr("With all {count} inputs and the bias {target} says z = {z}.")
        if not layer.bias.size:
            second = _tr("With all {count} inputs {target} says z = {z}.")
    else:
        second = _tr("With all {count} inputs and the bias: z = {z}; after {layers} {target} says {y}.")
        if not layer.bias.size:
            second = _tr("With all {count} inputs: z = {z}; after {layers} {target} says {y}.")
    figures = {"x": number(x), "w": number(w), "product": number(x * w), "z": number(z), "y": number(y)}
    figures |= {"source": names[0], "target": names[1], "count": count(len(layer.weight))}
    figures["layers"] = ", ".join(map(i18n.choice_name, layer.behind))
    return f"{first.format(**figures)} {second.format(**figures)}"


def _loss(step: ComingStep, row: int) -> str:
    last = step.layers[-1]
    right, rows = step.targets[row], len(step.targets)
    mean = _tr("The loss is the mean over the {rows} rows of the batch, so δ has 1/{rows} in it.")
    mean = mean.format(rows=count(rows))
    if len(right) == 1:
        said, aim, delta = float(last.y[row, 0]), float(right[0]), float(last.delta[row, 0])
        text = _tr(
            "The net says {said}, right is {right} (both standardized): δ = {delta}, the slope of the loss there."
        )
        if isclose(2 * (said - aim) / rows, delta, rel_tol=_NEAR, abs_tol=1e-9):
            text = _tr(
                "The net says {said}, right is {right} (both standardized). The slope of the squared error there: "
                "δ = 2 × ({said} − {right}) / {rows} = {delta}."
            )
        figures = {"said": number(said), "right": number(aim), "delta": number(delta), "rows": count(rows)}
        return f"{text.format(**figures)} {mean}"
    label = int(right.argmax())
    outputs, delta = last.y[row], float(last.delta[row, label])
    share = float(1 / np.exp(outputs - outputs[label]).sum())
    text = _tr(
        "The right class is unit {unit} of the output. δ, the slope of the loss there, is {delta}: below zero, so it "
        "asks for more; the others are asked for less."
    )
    if isclose((share - 1) / rows, delta, rel_tol=_NEAR, abs_tol=1e-9):
        text = _tr(
            "The right class is unit {unit} of the output, which softmax gives p = {share}. The slope of the loss "
            "there: δ = (p − 1) / {rows} = {delta}, below zero, so it asks for more; the others are asked for less."
        )
    figures = {"unit": str(label + 1), "share": number(share), "rows": count(rows), "delta": number(delta)}
    return f"{text.format(**figures)} {mean}"


def _backward(layer: Layer, chosen: Chosen, row: int, target: str, *, is_last: bool) -> str:
    back, delta = float(layer.back[row, chosen.target]), float(layer.delta[row, chosen.target])
    if is_last:
        return _tr("The output is where the way back begins: {target} has δ = {delta}.").format(
            target=target, delta=number(delta)
        )
    slope = delta / back if back else 0.0
    text = _tr(
        "All that {target} has fed sends its δ back through the weights: Σ w·δ = {back}. Times the slope of "
        "what comes after z, {slope}: δ = {delta}."
    )
    return text.format(target=target, back=number(back), slope=number(slope), delta=number(delta))


def _gradient(step: ComingStep, layer: Layer, chosen: Chosen, row: int) -> str:
    at = chosen.source, chosen.target
    x, delta, w = float(layer.x[row, at[0]]), float(layer.delta[row, at[1]]), float(layer.weight[at])
    first = _tr("In this row x·δ = {x} × {delta} = {product}; summed over all {rows} rows: {data}.")
    figures = {"x": number(x), "delta": number(delta), "product": number(x * delta), "rows": count(len(layer.x))}
    text = first.format(**figures, data=number(float(layer.data[at])))
    l1, l2 = step.l1[chosen.layer], step.l2[chosen.layer]
    if l2:
        template = _tr("L2 pulls by λ·w = {l2} × {w} = {pull}.")
        text += " " + template.format(l2=number(l2), w=number(w), pull=number(l2 * w))
    if l1:
        template = _tr("L1 pulls by {pull}.")
        text += " " + template.format(pull=number(l1 * float(np.sign(w))))
    return f"{text} " + _tr("The gradient: g = {g}.").format(g=number(float(layer.gradient[at])))
