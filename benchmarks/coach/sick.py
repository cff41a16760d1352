"""Runs that were made sick, in a way that is known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from benchmarks.coach.recipe import Recipe, net

MANY = {"train": 1200, "test": 400}
ADAM: dict[str, Any] = {"optimizer": "adam", "lr": 0.01}
DEEP = (40,) * 8


def sick() -> Iterator[Recipe]:
    """Recipes of two lanes each, cause by cause."""
    yield from _start()
    yield from _rates()
    yield from _regularization()
    yield from _by_heart()
    yield from _capacity()
    yield from _data()


def _case(causes: str, name: str, experiment: Any, steps: int = 500) -> Recipe:
    return Recipe(name, experiment, tuple(causes.split()), steps)


def _start() -> Iterator[Recipe]:
    yield _case("exploding diverged", "naive, ten layers", net("digits", *[50] * 10, start="uniform"), 60)
    yield _case("exploding diverged", "naive, eight, Adam", net("digits", *[60] * 8, start="uniform", **ADAM), 100)
    yield _case("exploding diverged", "naive, seven, numbers", net("friedman", *[50] * 7, start="uniform"), 60)
    yield _case("diverged exploding", "naive, four, squared", net("digits", *[80] * 4, start="uniform", lr=0.1), 60)
    dropped = net("digits", *[100] * 5, start="uniform", rate=0.2, lr=0.01)
    yield _case("exploding", "naive, five, dropout that keeps it finite", dropped, 600)
    for source in ("digits", "rings"):
        yield _case("zeros", f"{source}, zeros", net(source, 30, 30, start="zeros"))
        yield _case("zeros", f"{source}, zeros, tanh", net(source, 30, 30, function="tanh", start="zeros"))
    yield _case("zeros", "slope, zeros", net("friedman", 20, 20, start="zeros"))
    yield _case("vanishing", "sigmoid, five", net("digits", *[30] * 5, function="sigmoid"))
    yield _case(
        "vanishing", "sigmoid, seven, momentum", net("circle", *[16] * 7, function="sigmoid", optimizer="momentum")
    )
    yield _case("vanishing", "sigmoid, six, clouds", net("clouds", *[16] * 6, function="sigmoid", lr=0.1))
    yield _case("vanishing", "sigmoid, six, numbers", net("friedman", *[16] * 6, function="sigmoid", lr=0.1))
    yield _case("fading", "ReLU by Xavier, ten", net("digits", *[50] * 10, start="xavier_uniform", lr=0.01))
    yield _case("fading", "ReLU by Xavier, fourteen", net("clouds", *[30] * 14, start="xavier_uniform", lr=0.01))
    yield _case("fading", "ReLU by Xavier, twelve, rings", net("rings", *[30] * 12, start="xavier_uniform", lr=0.01))
    for units in (60, 100):
        name = f"naive tanh, {units}"
        yield _case("saturated", name, net("digits", *[units] * 3, function="tanh", start="uniform", lr=0.01))
    yield _case(
        "saturated", "naive tanh, clouds", net("clouds", *[100] * 4, function="tanh", start="uniform", lr=0.003)
    )
    yield _case("saturated", "naive sigmoid", net("digits", *[300] * 5, function="sigmoid", start="uniform", lr=0.01))


def _rates() -> Iterator[Recipe]:
    yield _case("diverged rate_too_large", "rate 50", net("digits", 50, function="leaky_relu", lr=50.0), 60)
    yield _case("diverged rate_too_large", "numbers, rate 1", net("slope", 20, function="leaky_relu", lr=1.0), 60)
    yield _case("diverged rate_too_large", "linear numbers, rate 3", net("slope", lr=3.0), 100)
    yield _case("dead rate_too_large", "ReLU, rate 1", net("digits", 50, 50, 50, lr=1.0))
    yield _case("dead rate_too_large", "ReLU, momentum 0.3", net("digits", 50, 50, optimizer="momentum", lr=0.3))
    yield _case("dead rate_too_large", "ReLU, rate 2, clouds", net("clouds", 20, 20, 20, lr=2.0))
    yield _case("rate_too_large dead", "ReLU, Adam 0.3", net("digits", 50, 50, optimizer="adam", lr=0.3))
    yield _case("rate_too_large dead", "ReLU, Adam 2, rings", net("rings", 16, 16, optimizer="adam", lr=2.0))
    for optimizer, rate in (("sgd", 3.0), ("adam", 0.2), ("rmsprop", 0.3), ("adamw", 0.3)):
        name = f"tanh, {optimizer} {rate:g}"
        experiment = net("digits", 50, 50, 50, function="tanh", optimizer=optimizer, lr=rate)
        yield _case("rate_too_large saturated", name, experiment)
    yield _case("rate_too_large overfitting", "linear, rate 30", net("digits", lr=30.0))
    yield _case("rate_too_large", "spiral, Adam 0.3", net("spiral", 32, 32, optimizer="adam", lr=0.3), 800)
    yield _case(
        "rate_too_large", "tanh, nadam 1, rings", net("rings", 16, 16, function="tanh", optimizer="nadam", lr=1.0)
    )
    yield _case("rate_too_large", "numbers, Adam 0.5", net("friedman", 20, 20, optimizer="adam", lr=0.5))
    idle = net("friedman", 20, 20, function="tanh", optimizer="adam", lr=100.0)
    yield _case("rate_too_large", "numbers, tanh, Adam 100: weights so large that no step counts", idle)
    for source, optimizer, rate in (
        *(("digits", "sgd", 1e-6), ("digits", "sgd", 1e-4), ("digits", "adam", 1e-6), ("digits", "rmsprop", 1e-6)),
        *(("circle", "sgd", 1e-4), ("rings", "adam", 3e-6), ("clouds", "momentum", 1e-5), ("friedman", "sgd", 1e-5)),
        *(
            ("moons", "adagrad", 1e-5),
            ("digits", "adadelta", 1e-3),
            ("friedman", "adam", 1e-6),
            ("spiral", "sgd", 1e-3),
        ),
    ):
        experiment = net(source, 20, 20, optimizer=optimizer, lr=rate)
        yield _case("rate_too_small", f"{source}, {optimizer} {rate:g}", experiment, 600)
    yield _case(
        "rate_too_small", "warm-up of 100 000", net("digits", 40, schedule={"kind": "constant", "warm_up": 100_000})
    )
    fast = {"kind": "exponential", "half_life": 5}
    yield _case("rate_too_small", "half-life of 5 steps", net("digits", 40, 40, schedule=fast, lr=0.01))
    down = {"kind": "step", "every": 10, "factor": 0.1}
    yield _case("rate_too_small", "a tenth every 10 steps", net("rings", 20, 20, schedule=down))
    impatient = {"kind": "plateau", "every": 5, "patience": 1, "factor": 0.1, "minimum_change": 0.5}
    yield _case("rate_too_small", "impatient plateau", net("digits", 40, 40, schedule=impatient, lr=0.02))


def _regularization() -> Iterator[Recipe]:
    penalty = "penalty_too_strong"
    yield _case(penalty, "digits, L2 0.3", net("digits", 50, 50, l2=0.3))
    yield _case(penalty, "digits, L2 1, Adam", net("digits", 50, 50, l2=1.0, optimizer="adam", lr=0.003))
    yield _case(penalty, "digits, L1 0.03", net("digits", 50, 50, l1=0.03))
    yield _case(penalty, "squared error, L2 0.1", net("digits", 50, 50, l2=0.1, loss="mean_squared_error", lr=0.1))
    yield _case(penalty, "clouds, L2 2", net("clouds", 12, 12, l2=2.0))
    yield _case(penalty, "moons, L1 0.1", net("moons", 12, 12, l1=0.1, lr=0.03))
    yield _case(penalty, "numbers, L2 1", net("slope", 16, l2=1.0))
    yield _case(f"{penalty} diverged", "L2 10", net("digits", 40, 40, l2=10.0, lr=0.3), 60)
    for source, decay in (("digits", 5.0), ("rings", 10.0), ("clouds", 8.0)):
        experiment = net(source, 30, 30, optimizer="adamw", lr=0.02, settings={"weight_decay": decay})
        yield _case(penalty, f"{source}, AdamW's decay {decay:g}", experiment)
    for source, rate, depth in (("digits", 0.8, 4), ("digits", 0.9, 3), ("moons", 0.8, 3), ("clouds", 0.9, 3)):
        yield _case("dropout_too_strong", f"{source}, dropout {rate}", net(source, *[30] * depth, rate=rate))
    yield _case("dropout_too_strong", "friedman, dropout 0.8", net("friedman", *[30] * 3, rate=0.8))
    everywhere = net("digits", 30, 30, 30, rate=0.9, last=[{"kind": "dropout", "rate": 0.9}])
    yield _case("dropout_too_strong", "digits, dropout 0.9 in every layer", everywhere)
    for source in ("digits", "clouds", "blobs"):
        drop = [{"kind": "dropout", "rate": 0.6}]
        yield _case("dropout_on_logits", f"{source}, dropout on logits", net(source, 30, last=drop))
    for source, function in (("digits", "relu"), ("clouds", "relu"), ("digits", "sigmoid"), ("slope", "relu")):
        flat = [{"kind": "activation", "function": function}]
        yield _case("activation_on_logits", f"{source}, {function} on logits", net(source, 30, last=flat))


def _by_heart() -> Iterator[Recipe]:
    few = {"train": 40}
    yield _case("overfitting few_rows", "digits, 60 rows", net("digits", 100, 100, data={"train": 60}, lr=0.2), 1200)
    yield _case(
        "overfitting few_rows", "digits, 100 rows, Adam", net("digits", 100, 100, data={"train": 100}, **ADAM), 800
    )
    yield _case("overfitting", "plane, wide", net("plane", 100, 100, optimizer="adam", lr=0.01), 500)
    yield _case("overfitting few_rows", "friedman, 40 rows", net("friedman", 100, 100, data=few, **ADAM), 800)
    yield _case("overfitting", "noise", net("noise", 60, 60, optimizer="adam", lr=0.01), 500)
    yield _case(
        "overfitting few_rows",
        "circle, 20 rows, noise",
        net("circle", 60, 60, data={"train": 20, "noise": 0.5}, **ADAM),
        800,
    )
    for source, share in (("digits", 0.2), ("product", 0.2), ("clouds", 0.3), ("plane", 0.2), ("digits", 0.5)):
        experiment = net(source, 100, 100, data={"train": 100, "label_noise": share}, optimizer="adam", lr=0.01)
        yield _case("memorized overfitting", f"{source}, {share:.0%} wrong labels", experiment, 900)
    yield _case("few_rows overfitting", "digits, 10 rows", net("digits", 30, data={"train": 10}, lr=0.1))
    yield _case("few_rows overfitting", "clouds, 6 rows", net("clouds", 12, data={"train": 9}, lr=0.1))
    yield _case("few_rows overfitting", "rings, 8 rows", net("rings", 12, data={"train": 8}, **ADAM))


def _capacity() -> Iterator[Recipe]:
    for toy in ("spiral", "xor", "circle", "rings", "checkerboard"):
        yield _case("no_hidden_layer", f"{toy}, linear", net(toy, lr=0.1))
    yield _case("no_hidden_layer", "xor, two straight layers", net("xor", 8, function="identity"))
    yield _case("no_hidden_layer", "product, linear", net("product"))
    yield _case("no_hidden_layer", "square, linear", net("square"))
    small = "net_too_small bottleneck"
    yield _case(small, "circle, one unit", net("circle", 1, function="tanh", **ADAM), 1000)
    yield _case(small, "spiral, four units", net("spiral", 4, function="tanh", **ADAM), 1500)
    yield _case(small, "checkerboard, three units", net("checkerboard", 3, function="tanh", **ADAM), 1500)
    yield _case(small, "rings, two units", net("rings", 2, function="tanh", data={"classes": 4}, **ADAM), 1200)
    yield _case(small, "friedman, one unit", net("square", 1, function="tanh", **ADAM), 1000)
    narrow = "bottleneck net_too_small"
    yield _case(narrow, "digits, one in the middle", net("digits", 40, 1, 40, function="tanh", data=MANY, **ADAM), 500)
    yield _case(
        narrow, "digits, one in the middle, ELU", net("digits", 40, 1, 40, function="elu", data=MANY, **ADAM), 400
    )
    yield _case("bottleneck", "digits, one ReLU unit in the middle", net("digits", 40, 1, 40))
    yield _case("bottleneck", "clouds, one ReLU unit", net("clouds", 1, lr=0.1))
    yield _case(narrow, "spiral, one in the middle", net("spiral", 24, 1, 24, function="tanh", **ADAM), 1200)


def _data() -> Iterator[Recipe]:
    raw = {"scaling": "none"}
    unscaled = "features_unscaled"
    yield _case(unscaled, "large, as they are", net("large", 20, 20, data=raw))
    yield _case(f"{unscaled} diverged", "large, as they are, Adam", net("large", 20, data=raw, function="tanh", **ADAM))
    yield _case(unscaled, "units, as they are", net("units", 20, data=raw, lr=0.01))
    yield _case(unscaled, "units, by the maximum", net("units", 20, data={"scaling": "max"}, lr=0.02))
    yield _case(
        unscaled,
        "digits, as they are, tanh",
        net("digits", 50, 50, data=raw, function="tanh", start="uniform", lr=0.01),
    )
    yield _case(unscaled, "digits, as they are, rate 0.1", net("digits", 50, 50, data=raw, lr=0.3))
    for source in ("by_class", "by_number", "by_skewed"):
        yield _case("rows_sorted class_missing", source, net(source, 16))
        yield _case("rows_sorted class_missing", f"{source}, Adam", net(source, 16, **ADAM))
    yield _case("class_missing", "missing", net("missing", 16, data={"train": 200, "test": 200}))
    yield _case("class_missing", "missing, Adam", net("missing", 16, data={"train": 150, "test": 250}, **ADAM))
    yield _case("class_missing rows_sorted", "one class alone", net("by_class", 16, data={"train": 100, "test": 300}))
    yield _case("class_ignored imbalance", "rare", net("rare", 12, lr=0.01, l2=0.05))
    yield _case("class_ignored imbalance", "rare, linear", net("rare", lr=0.02))
    yield _case(
        "imbalance class_ignored overfitting", "rare, Adam", net("rare", 8, optimizer="adam", lr=0.002, l2=0.02), 300
    )
    tiny = "batch_too_small"
    yield _case(tiny, "batch norm, one row", net("digits", 30, norm="batch_norm", batch=1))
    yield _case(tiny, "batch norm, two rows", net("digits", 32, 32, norm="batch_norm", batch=2))
    yield _case(tiny, "batch norm, two rows, rings", net("rings", 16, 16, norm="batch_norm", batch=2, **ADAM))
    yield _case(f"{tiny} rate_too_large", "one row, rate 1", net("clouds", 16, 16, batch=1, lr=1.0, function="tanh"))
    yield _case("label_leak", "leak", net("leak", 12))
    yield _case("label_leak", "leak, linear", net("leak", lr=0.05))
    yield _case("label_leak", "leak, Adam", net("leak", 12, 12, **ADAM))
    yield _case("sentinel_left overfitting", "sentinel", net("sentinel", 12))
    yield _case("sentinel_left overfitting", "sentinel, Adam", net("sentinel", 12, **ADAM))
    chance = "stuck_at_chance plateau net_too_small overfitting"
    yield _case(chance, "noise, linear", net("noise", lr=0.02), 600)
    yield _case(chance, "noise, one unit", net("noise", 1, function="tanh", l2=0.02), 600)
    slow = "plateau rate_too_small stuck_at_chance vanishing"
    yield _case(slow, "spiral, small steps", net("spiral", 16, 16, function="tanh", lr=0.02), 1500)
    yield _case(slow, "spiral, tanh, Adam", net("spiral", 32, 32, function="tanh", **ADAM), 1500)
    yield _case(slow, "spiral, sigmoid", net("spiral", 24, function="sigmoid", lr=0.05), 1500)
    yield _case(slow, "checkerboard, sigmoid", net("checkerboard", 16, 16, function="sigmoid", lr=0.1), 1500)
