"""What the values of choices are called in the window, and one sentence that teaches each. English; see i18n."""

from __future__ import annotations

from typing import Final, NamedTuple

from engine.nn.layers.registry import LAYERS
from engine.optim import registry as optimizers
from engine.optim import schedules


class Name(NamedTuple):
    """How a choice reads in a list, and the sentence of its tooltip."""

    title: str
    help: str


INITIALIZATIONS: Final = {
    "uniform": Name(
        "Naive (±1)",
        "Every weight between -1 and 1, however many inputs there are: deep nets blow up and stop learning.",
    ),
    "xavier_uniform": Name(
        "Xavier uniform",
        "Weights scaled by inputs plus outputs, so that a tanh or sigmoid layer keeps the signal's size.",
    ),
    "xavier_normal": Name("Xavier normal", "The scale of Xavier, drawn from a bell curve instead of a box."),
    "he_uniform": Name(
        "He uniform", "Weights scaled by inputs with twice the variance, because ReLU switches half of the signal off."
    ),
    "he_normal": Name("He normal", "The scale of He, drawn from a bell curve instead of a box."),
    "lecun_normal": Name(
        "LeCun normal", "Variance of one over the number of inputs: keeps the signal's size where nothing is cut off."
    ),
    "orthogonal": Name(
        "Orthogonal",
        "Directions at right angles to each other: a linear layer only turns the signal, never shrinks it.",
    ),
    "zeros": Name("Zeros", "All weights alike, so all units learn the same thing: shows why chance is needed."),
}

FUNCTIONS: Final = {
    "relu": Name("ReLU", "Passes what is positive and cuts off the rest: cheap, and its gradient does not fade."),
    "leaky_relu": Name("Leaky ReLU", "Like ReLU, but lets a tenth of the negative part through, so no unit dies."),
    "elu": Name("ELU", "Like ReLU, but bends smoothly down to -1, which keeps the mean of a layer near zero."),
    "sigmoid": Name("Sigmoid", "Squeezes everything between 0 and 1; far from zero its gradient vanishes."),
    "tanh": Name("Tanh", "Squeezes everything between -1 and 1, around zero; far out its gradient vanishes."),
    "gelu": Name("GELU", "A smooth ReLU that weighs each value by how likely it is large; used in transformers."),
    "identity": Name("Identity", "No nonlinearity at all: the layers around it are no more than one linear layer."),
}

OPTIMIZERS: Final = {kind: Name(spec.title, spec.help) for kind, spec in optimizers.OPTIMIZERS.items()}

SAMPLINGS: Final = {
    "replacement": Name(
        "With replacement", "Each batch is drawn anew from all rows; one may come twice or not at all."
    ),
    "shuffle": Name("Shuffled epochs", "The rows are mixed and dealt out, so that each is seen once an epoch."),
    "full": Name("All rows", "Every step looks at all training rows: the true slope, slowly and without noise."),
}

LOSSES: Final = {
    "softmax_cross_entropy": Name(
        "Cross-entropy",
        "Minus the logarithm of the probability given to the right class: confident mistakes cost most.",
    ),
    "mean_squared_error": Name(
        "Squared error", "The mean squared distance from the right answer: gentle with mistakes, so it learns slowly."
    ),
}

DROPOUT_SCALINGS: Final = {
    "test": Name("Shrink in testing", "The original form: units are off in training; testing multiplies by 1 - rate."),
    "train": Name("Grow in training", "Inverted dropout: training divides by 1 - rate, so testing needs no change."),
}

SCALINGS: Final = {
    "max": Name("By the maximum", "Features are divided by the largest value of the training rows."),
    "standard": Name("Standardized", "Each feature gets a mean of 0 and a standard deviation of 1."),
    "none": Name("None", "Features are used as they are; large ones drown small ones."),
}

SOURCES: Final = {
    "digits": Name("Digits 8 × 8", "1797 handwritten digits of 8 by 8 pixels, which come with the program."),
    "circle": Name("Circle", "One class inside the other: no straight line parts them."),
    "xor": Name("XOR", "The class is whether two signs agree: the smallest problem that needs a hidden layer."),
    "gauss": Name("Gauss", "Two clouds that a straight line parts: even a net without hidden layers solves it."),
    "spiral": Name("Spiral", "Two arms wound around each other: needs several layers, or many units."),
    "mnist": Name("MNIST", "70 000 handwritten digits of 28 by 28 pixels; downloaded once, 12 MB."),
    "fashion_mnist": Name(
        "Fashion-MNIST", "70 000 pictures of clothes of 28 by 28 pixels, harder than digits; downloaded once, 30 MB."
    ),
}

KINDS: Final = {kind: Name(spec.title, spec.help) for kind, spec in LAYERS.items()}

SCHEDULES: Final = {kind: Name(spec.title, spec.help) for kind, spec in schedules.SCHEDULES.items()}

CHOICES: Final[dict[str, Name]] = {
    **INITIALIZATIONS,
    **FUNCTIONS,
    **OPTIMIZERS,
    **SAMPLINGS,
    **LOSSES,
    **DROPOUT_SCALINGS,
    **SCALINGS,
    **SOURCES,
    **KINDS,
    **SCHEDULES,
}
"""Every value that a choice can have; no value means two things."""
