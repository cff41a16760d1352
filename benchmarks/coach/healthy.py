"""Runs with which nothing is wrong: of them nothing is to be said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from benchmarks.coach.recipe import Recipe, net

SEEDS = 2
MANY = {"train": 900, "test": 400}
"""So many rows that a net of fifty units does not learn them by heart in a run."""
TOYS = ("circle", "xor", "gauss", "moons", "blobs", "rings", "waves", "checkerboard", "spiral")
ADAM: dict[str, Any] = {"optimizer": "adam", "lr": 0.01}


def healthy() -> Iterator[Recipe]:
    """Recipes of SEEDS lanes each."""
    for toy in TOYS:
        hard = toy in ("waves", "checkerboard", "spiral")
        units, steps = (32, 1500) if hard else (12, 700)
        yield Recipe(f"{toy}, ReLU, Adam", net(toy, units, units, **ADAM), steps=steps)
        if toy != "spiral":  # which tanh does not learn in so many steps
            yield Recipe(f"{toy}, tanh, Adam", net(toy, units, units, function="tanh", **ADAM), steps=steps)
    for toy in ("circle", "xor", "moons", "blobs", "rings"):
        yield Recipe(f"{toy}, sigmoid", net(toy, 12, function="sigmoid", optimizer="adam", lr=0.05), steps=800)
        yield Recipe(f"{toy}, noise", net(toy, 12, l2=0.001, data={"noise": 0.1}, **ADAM), steps=700)
        yield Recipe(f"{toy}, momentum", net(toy, 16, optimizer="momentum", lr=0.05), steps=700)
    yield Recipe("gauss, linear", net("gauss", lr=0.1))
    yield Recipe("blobs of five, linear", net("blobs", lr=0.1, data={"classes": 5}))
    yield Recipe("blobs of five", net("blobs", 16, data={"classes": 5}, **ADAM))
    yield Recipe("rings of four", net("rings", 24, 24, data={"classes": 4}, **ADAM), steps=1000)
    for optimizer, rate in (
        *(("sgd", 0.05), ("momentum", 0.01), ("nesterov", 0.01), ("adam", 0.002), ("adamw", 0.002), ("nadam", 0.002)),
        *(("rmsprop", 0.002), ("adagrad", 0.03), ("adadelta", 1.0)),
    ):
        yield Recipe(
            f"digits, {optimizer}", net("digits", 50, 50, optimizer=optimizer, lr=rate, l2=3e-3, data=MANY), steps=400
        )
        yield Recipe(f"clouds, {optimizer}", net("clouds", 12, optimizer=optimizer, lr=rate, l2=1e-2), steps=300)
    for function in ("tanh", "sigmoid", "leaky_relu", "elu"):
        yield Recipe(f"digits, {function}", net("digits", 50, function=function, lr=0.1, l2=1e-3))
        yield Recipe(f"plane, {function}", net("plane", 8, function=function, l2=3e-2), steps=400)
    for norm in ("batch_norm", "layer_norm"):
        yield Recipe(f"digits, {norm}", net("digits", 40, 40, norm=norm, lr=0.05, l2=1e-3))
        yield Recipe(f"four layers, {norm}", net("digits", 30, 30, 30, 30, norm=norm, lr=0.05, l2=3e-3, data=MANY))
        yield Recipe(
            f"naive weights, {norm}", net("digits", 50, 50, 50, norm=norm, start="uniform", lr=0.05), steps=400
        )
        yield Recipe(f"xor, {norm}", net("xor", 12, norm=norm, **ADAM))
        yield Recipe(f"slope, {norm}", net("slope", 16, norm=norm, lr=0.02, l2=1e-2), steps=400)
    yield Recipe("batch norm, rows as they are", net("large", 16, norm="batch_norm", data={"scaling": "none"}, l2=1e-2))
    yield Recipe("digits, linear", net("digits", l2=0.01, lr=0.1))
    yield Recipe("digits, dropout of a half", net("digits", 80, 80, rate=0.5))
    yield Recipe("digits, dropout 0.2", net("digits", 50, 50, rate=0.2))
    yield Recipe("digits, slow", net("digits", 50, 50, lr=0.005), steps=600)
    yield Recipe("digits, deep and slow", net("digits", 40, 40, 40, 40, 40, lr=0.01), steps=600)
    yield Recipe("digits, deep tanh, slow", net("digits", 40, 40, 40, 40, 40, function="tanh", lr=0.005), steps=600)
    yield Recipe("digits, squared error", net("digits", 50, 50, lr=0.1, loss="mean_squared_error"))
    yield Recipe("moons, squared error", net("moons", 16, loss="mean_squared_error", **ADAM))
    yield Recipe("digits, all rows", net("digits", 50, lr=0.2, sampling="full"))
    yield Recipe("digits, epochs", net("digits", 50, sampling="shuffle"))
    yield Recipe("digits, single rows", net("digits", 50, batch=1, lr=0.01), steps=900)
    yield Recipe("digits, 1200 rows", net("digits", 50, data={"train": 1200, "test": 500}, lr=0.1), steps=800)
    yield Recipe("digits, warm-up", net("digits", 50, schedule={"kind": "constant", "warm_up": 100}, lr=0.1))
    yield Recipe("digits, cosine", net("digits", 50, schedule={"kind": "cosine", "over": 500}, lr=0.1))
    yield Recipe("digits, steps down", net("digits", 50, schedule={"kind": "step", "every": 200}, lr=0.1))
    yield Recipe(
        "digits, early stopping", net("digits", 50, lr=0.2, early_stopping={"on": True, "every": 25}), steps=900
    )
    yield Recipe("digits, validation rows", net("digits", 50, data={"validation": 200}, l2=1e-3))
    yield Recipe("digits, standardized", net("digits", 50, data={"scaling": "standard"}, lr=0.02, l2=0.02), steps=400)
    yield Recipe("digits, a zero output layer", _zero_output())
    yield Recipe("digits, some wrong labels", net("digits", 30, data={"label_noise": 0.1}, l2=0.03, lr=0.05), steps=300)
    yield Recipe("gauss, linear, some wrong labels", net("gauss", lr=0.1, data={"label_noise": 0.1}))
    yield Recipe("moons, some wrong labels", net("moons", 12, data={"label_noise": 0.1}, **ADAM), steps=400)
    yield Recipe("circle, some wrong labels", net("circle", 8, data={"label_noise": 0.15}, **ADAM), steps=300)
    for source in ("slope", "friedman"):
        yield Recipe(f"{source}", net(source, 16, lr=0.03, l2=3e-3), steps=500)
        yield Recipe(f"{source}, Adam", net(source, 16, optimizer="adam", lr=0.003, l2=3e-3), steps=500)
    yield Recipe("slope, linear", net("slope", lr=0.03), steps=400)
    yield Recipe("square", net("square", 32, optimizer="adam", lr=0.01, l2=3e-3), steps=600)
    yield Recipe("product", net("product", 24, optimizer="adam", lr=0.01, l2=1e-3), steps=500)
    yield Recipe("plane, linear", net("plane", lr=0.05), steps=400)
    yield Recipe("plane of unequal units, standardized", net("units", 12, l2=0.02), steps=400)
    yield Recipe("clouds in order, mixed", net("by_class", 12, data={"shuffle_seed": 3}, l2=0.02), steps=400)


def _zero_output() -> Any:
    made = net("digits", 50, lr=0.1)
    layers = [*made.layers[:-1], made.layers[-1].model_copy(update={"initialization": "zeros"})]
    return made.model_copy(update={"layers": tuple(layers)})
