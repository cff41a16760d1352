"""Numbers worked out on paper: one whole step, losses, penalties, activations, dropout, and first optimizer steps."""

from __future__ import annotations

import math

import numpy as np
import pytest

from engine.nn.evaluation import outputs
from engine.nn.layers.parts.functions import ACTIVATIONS
from engine.nn.losses import LOSSES
from engine.nn.network import Network
from engine.optim.registry import OPTIMIZERS, make_optimizer
from engine.train.trainer import Trainer
from tests.engine.helpers import activation, dataset_of, dense, dropout, lane, recipe

LN3 = 1.0986122886681098


def set_layer(trainer: Trainer, index: int, weight: list[list[float]], bias: list[float]) -> None:
    trainer.groups[0].network.weighted_layers[index].weight[:] = weight
    trainer.groups[0].network.weighted_layers[index].bias[:] = bias


def test_one_step_of_a_two_layer_net() -> None:
    """x = (1, 2), label 0; 2 -> 2 relu -> 2, cross-entropy, L2 0.4 on the first layer, L1 0.1 on the second, lr 0.1.

    W1 = [1  -1]  b1 = (0, -2)     z1 = (1*1 + 2*0.5 + 0, 1*-1 + 2*1 - 2) = (2, -1)     h = relu(z1) = (2, 0)
         [.5  1]
    W2 = [ln3/2  0]  b2 = (0, 0)   z2 = (2 * ln3/2, 0) = (ln 3, 0)
         [3     -2]
    p = (3, 1) / (3 + 1) = (.75, .25)                   data loss = -ln .75 = 0.28768
    penalty = 0.4/2 * (1 + 1 + .25 + 1) + 0.1 * (ln3/2 + 0 + 3 + 2) = 0.65 + 0.55493 = 1.20493

    dz2 = p - (1, 0) = (-.25, .25)                      db2 = (-.25, .25)
    dW2 = h^T dz2 + 0.1 sign(W2) = [-.5  .5] + [.1   0] = [-.4   .5]
                                   [ 0    0]   [.1 -.1]   [ .1  -.1]
    dh = dz2 W2^T = (-.25 * ln3/2 + .25 * 0, -.25 * 3 + .25 * -2) = (-ln3/8, -1.25)
    dz1 = (-ln3/8, 0), for relu was shut on the second unit      ln3/8 = 0.1373265
    dW1 = x^T dz1 + 0.4 W1 = [-.1373265  0] + [.4  -.4] = [ .2626735  -.4]      db1 = (-.1373265, 0)
                             [-.2746531  0]   [.2   .4]   [-.0746531   .4]
    """
    layers = [dense(2, l2=0.4), activation("relu"), dense(2, l1=0.1)]
    experiment = recipe(*layers, optimizer={"kind": "sgd", "learning_rate": 0.1}, sampling="full")
    trainer = Trainer(experiment, dataset_of([[1, 2]], [0]), dtype=np.float64)
    set_layer(trainer, 0, [[1, -1], [0.5, 1]], [0, -2])
    set_layer(trainer, 1, [[LN3 / 2, 0], [3, -2]], [0, 0])
    before = trainer.snapshot().lanes[0]
    assert before.train_data_loss == pytest.approx(0.2876820725)
    assert before.penalty == pytest.approx(1.2049306144)
    assert before.train_loss == pytest.approx(1.4926126869)
    assert before.train_accuracy == 1

    trainer.run(1)
    first, _, second = trainer.lane_parameters(0)
    close = {"rtol": 0, "atol": 1e-7}
    np.testing.assert_allclose(first["weight"], [[0.97373265, -0.96], [0.50746531, 0.96]], **close)
    np.testing.assert_allclose(first["bias"], [0.01373265, -2], **close)
    np.testing.assert_allclose(second["weight"], [[0.58930614, -0.05], [2.99, -1.99]], **close)
    np.testing.assert_allclose(second["bias"], [0.025, -0.025], **close)


def test_the_gradient_is_a_mean_over_rows_and_the_bias_gets_the_sum_of_the_means() -> None:
    """Two rows, one dense layer of zeros, cross-entropy: p = (.5, .5) for both; lr 1.

    Labels 0 and 1: dz = (-.5, .5) / 2 and (.5, -.5) / 2; they cancel in the bias.
    dW = (3, 0)^T (-.25, .25) + (0, 8)^T (.25, -.25) = [-.75 .75; 2 -2]
    """
    experiment = recipe(
        dense(2, initialization="zeros"), sampling="full", optimizer={"kind": "sgd", "learning_rate": 1.0}
    )
    trainer = Trainer(experiment, dataset_of([[3, 0], [0, 8]], [0, 1]))
    assert trainer.snapshot().lanes[0].train_data_loss == pytest.approx(math.log(2))
    trainer.run(1)
    (layer,) = trainer.lane_parameters(0)
    np.testing.assert_allclose(layer["weight"], [[0.75, -0.75], [-2, 2]])
    np.testing.assert_allclose(layer["bias"], [0, 0], atol=1e-7)


def test_mean_squared_error() -> None:
    """Outputs (1, 3) and (0, -1), targets (1, 0) and (0, 1): squares 0, 9, 0, 4; their mean 13 / 4.

    The gradient is 2 / 4 of each difference (0, 3), (0, -2).
    """
    loss = LOSSES["mean_squared_error"]()
    out = np.array([[[1.0, 3], [0, -1]]])
    targets = np.array([[[1.0, 0], [0, 1]]])
    assert loss.total(out, targets) / 2 == pytest.approx([3.25])
    gradient = np.empty_like(out)
    loss.gradient(out, targets, gradient)
    np.testing.assert_allclose(gradient, [[[0, 1.5], [0, -1]]])


def test_huber() -> None:
    """Outputs (1, 3) and (0.5, -1), targets (1, 0) and (0, 1): distances 0, 3, 0.5, 2 cost 0, 2.5, 0.125, 1.5.

    In the mean over two classes 1.25 and 0.8125. The gradient is 1 / 4 of 0, 1, 0.5, -1.
    """
    loss = LOSSES["huber"]()
    out = np.array([[[1.0, 3], [0.5, -1]]])
    targets = np.array([[[1.0, 0], [0, 1]]])
    assert loss.total(out, targets) == pytest.approx([2.0625])
    gradient = np.empty_like(out)
    loss.gradient(out, targets, gradient)
    np.testing.assert_allclose(gradient, [[[0, 0.25], [0.125, -0.25]]])


def test_softmax_cross_entropy() -> None:
    """Logits ln(1, 2, 5) are probabilities 1/8, 2/8, 5/8; any constant may be added to them. Label 1: -ln 2/8 = ln 4.

    The second row is certain and right: loss 0, gradient 0. Two rows: gradients are halved.
    """
    loss = LOSSES["softmax_cross_entropy"]()
    for constant in (0.0, -50.0, 700.0):
        out = np.array([[np.log([1.0, 2, 5]) + constant, [0, 0, 1000]]])
        targets = np.array([[[0.0, 1, 0], [0, 0, 1]]])
        assert loss.total(out, targets) == pytest.approx([1.3862943611])
        gradient = np.empty_like(out)
        loss.gradient(out, targets, gradient)
        np.testing.assert_allclose(gradient, [[[0.0625, -0.375, 0.3125], [0, 0, 0]]], atol=1e-15)


def test_a_certain_mistake_costs_what_it_says() -> None:
    """Logits (0, 1000), label 0: -log p = 1000, where a softmax written without care gives log 0."""
    for dtype in (np.float32, np.float64):
        out, targets = np.array([[[0, 1000]]], dtype), np.array([[[1, 0]]], dtype)
        assert LOSSES["softmax_cross_entropy"]().total(out, targets) == pytest.approx([1000])


def test_penalty_of_each_lane_and_layer() -> None:
    """Weights (1, -2) and (3); biases of 100 cost nothing. l1 sum|W| + l2/2 sum W^2:

    lane a: 0.1 * 3 + 0.2/2 * 5 + 0.1 * 3 + 0.2/2 * 9 = .3 + .5 + .3 + .9 = 2.0
    lane b: l2 1 on the first layer only: 1/2 * 5 = 2.5
    lane c: nothing.
    """
    lanes = [lane("a", l1=0.1, l2=0.2), lane("b", settings={"layers.0.l2": 1.0}), lane("c")]
    experiment = recipe(dense(1), dense(1), lanes=lanes)
    trainer = Trainer(experiment, dataset_of([[1, 1]], [0], n_classes=1))
    set_layer(trainer, 0, [[1], [-2]], [100])
    set_layer(trainer, 1, [[3]], [100])
    assert trainer.groups[0].network.penalties() == pytest.approx([2.0, 2.5, 0.0])


def test_evaluation_over_more_rows_than_one_chunk() -> None:
    """Outputs are the inputs, one-hot. Of 1100 training rows the last 100 are labelled wrong, of 3 test rows one.

    A wrong row costs (1 + 1 + 0) / 3: in the mean 100 * 2/3 / 1100 = 2/33, and 2/9 in testing.
    """
    classes = np.arange(1100) % 3
    labels = np.where(np.arange(1100) < 1000, classes, (classes + 1) % 3)
    data = dataset_of(np.eye(3)[classes], labels, np.eye(3), [0, 1, 0], n_classes=3)
    trainer = Trainer(recipe(dense(3), loss="mean_squared_error", lanes=[lane("a"), lane("b", l2=0.2)]), data)
    trainer.groups[0].network.weighted_layers[0].weight[:] = np.eye(3)
    for index, penalty in enumerate((0.0, 0.3)):  # 0.2 / 2 for each of three ones
        found = trainer.snapshot().lanes[index]
        assert found.train_accuracy == pytest.approx(10 / 11)
        assert found.test_accuracy == pytest.approx(2 / 3)
        assert found.gap == pytest.approx(10 / 11 - 2 / 3)
        assert found.train_data_loss == pytest.approx(2 / 33)
        assert found.test_data_loss == pytest.approx(2 / 9)
        assert found.train_loss == pytest.approx(2 / 33 + penalty)
        assert found.test_loss == pytest.approx(2 / 9 + penalty)


# x -> (f(x), f'(x)). gelu's values: 0.5 x (1 + tanh(0.7978845608 (x + 0.044715 x^3))), as PyTorch prints them.
ACTIVATION_VALUES = {
    "relu": {-2.0: (0, 0), 3.0: (3, 1)},
    "leaky_relu": {-2.0: (-0.2, 0.1), 3.0: (3, 1)},
    "elu": {-1.0: (-0.6321205588, 0.3678794412), 3.0: (3, 1), -50.0: (-1, 0)},
    "sigmoid": {0.0: (0.5, 0.25), 2.0: (0.8807970780, 0.1049935854), -2.0: (0.1192029220, 0.1049935854)},
    "tanh": {0.0: (0, 1), 1.0: (0.7615941560, 0.4199743416), -1.0: (-0.7615941560, 0.4199743416)},
    "gelu": {0.0: (0, 0.5), 1.0: (0.8411919906, 1.0829640838), -1.0: (-0.1588080094, -0.0829640838)},
    "identity": {-2.0: (-2, 1), 3.0: (3, 1)},
}


@pytest.mark.parametrize("name", ACTIVATION_VALUES)
def test_activation_values_and_slopes(name: str) -> None:
    values = ACTIVATION_VALUES[name]
    x = np.array([[list(values)]])
    y, scratch, dx = np.empty_like(x), np.zeros_like(x), np.full_like(x, 2.0)
    function = ACTIVATIONS[name]()
    function.forward(x, y, scratch)
    np.testing.assert_allclose(y[0, 0], [value for value, _ in values.values()], atol=1e-9)
    function.backward(x, y, dx, scratch)
    np.testing.assert_allclose(dx[0, 0] / 2, [slope for _, slope in values.values()], atol=1e-9)
    in_place = x.copy()
    function.forward(in_place, in_place, scratch)
    np.testing.assert_allclose(in_place[0, 0], [value for value, _ in values.values()], atol=1e-9)


@pytest.mark.parametrize("name", ACTIVATION_VALUES)
def test_activations_bear_large_numbers(name: str) -> None:
    """No overflow, no NaN, no warning at +-1e4."""
    x = np.array([[[-1e4, 1e4]]], np.float32)
    y, scratch, dx = np.empty_like(x), np.zeros_like(x), np.ones_like(x)
    function = ACTIVATIONS[name]()
    function.forward(x, y, scratch)
    low, high = {
        "relu": (0, 1e4),
        "leaky_relu": (-1e3, 1e4),
        "elu": (-1, 1e4),
        "sigmoid": (0, 1),
        "tanh": (-1, 1),
        "gelu": (0, 1e4),
        "identity": (-1e4, 1e4),
    }[name]
    assert y[0, 0].tolist() == [low, high]
    function.backward(x, y, dx, scratch)
    slopes = {"leaky_relu": [0.1, 1], "identity": [1, 1], "sigmoid": [0, 0], "tanh": [0, 0]}
    np.testing.assert_allclose(dx[0, 0], slopes.get(name, [0, 1]))


RAW = np.array([[0, 16383, 16384, 65535]], np.uint16)  # rate 0.25 drops what is below 0.25 * 65536 = 16384


@pytest.mark.parametrize(("scaling", "training", "testing"), [("test", [0, 0, 4, 8], 0.75), ("train", None, 1.0)])
def test_dropout_masks_in_training_and_scales_where_it_was_told_to(
    scaling: str, training: list[float] | None, testing: float
) -> None:
    """Inputs 1 2 4 8 at rate 0.25. Scaling "train" divides what stays by 0.75: 4 -> 16/3, 8 -> 32/3."""
    experiment = recipe(dropout(0.25), dense(4), dropout_scaling=scaling)
    network = Network(experiment.layers, (4,), 1, np.float64)
    network.configure([experiment.layers], scaling)
    network.weighted_layers[0].weight[:] = np.eye(4)
    work = network.workspace(1, training=True)
    work.values[0] = x = np.array([[[1.0, 2, 4, 8]]])
    network.draw_masks(RAW, work)
    assert network.forward(work)[0, 0].tolist() == pytest.approx(training or [0, 0, 16 / 3, 32 / 3])
    np.testing.assert_allclose(outputs(network, x[0])[0, 0], x[0, 0] * testing)


# Two steps of p from 1 with gradients 0.5 and -1, learning rate 0.1, epsilon far too small to see.
FIRST_STEPS = {
    "sgd": ({}, 0.95, 1.05),
    # v = .5; then .9 * .5 - 1 = -.55
    "momentum": ({"momentum": 0.9}, 0.95, 1.005),
    # g + .9 v: .5 + .45 = .95; then -1 + .9 * -.55 = -1.495
    "nesterov": ({"momentum": 0.9}, 0.905, 1.0545),
    # sums of squares .25, 1.25: .5 / .5 = 1; then -1 / 1.1180340 = -.8944272
    "adagrad": ({}, 0.9, 0.98944272),
    # averages .025, .1225: .5 / .1581139 = 3.1622777; then -1 / .35 = -2.8571429
    "rmsprop": ({"rho": 0.9, "epsilon": 1e-12}, 0.68377223, 0.96948652),
    # eps 1: s = .025; d = 1 / sqrt(1.025) * .5 = .4938648; u = .1 d^2 = .0243902
    # s = .1225; d = -sqrt(1.0243902 / 1.1225) = -.9552995
    "adadelta": ({"rho": 0.9, "epsilon": 1.0}, 0.95061352, 1.04614347),
    # m^ = g, s^ = g^2: a whole learning rate. Then m = .9 * .05 - .1 = -.055, m^ = -.055 / .19 = -.2894737;
    # s = .999 * .00025 + .001 = .00124975, s^ = s / .001999 = .6251876; -.2894737 / .7906880 = -.3661036
    "adam": ({"epsilon": 1e-12}, 0.9, 0.93661036),
    # p first loses lr * decay = 1 % of itself: .99 - .1 = .89; .8811 + .03661036
    "adamw": ({"epsilon": 1e-12, "weight_decay": 0.1}, 0.89, 0.91771036),
}


@pytest.mark.parametrize("kind", FIRST_STEPS)
def test_first_two_steps_of_an_optimizer(kind: str) -> None:
    settings, after_one, after_two = FIRST_STEPS[kind]
    p = np.ones((1, 1))
    optimizer = make_optimizer(OPTIMIZERS[kind](**settings), p)
    found = []
    for gradient in (0.5, -1.0):
        optimizer.step(p, np.array([[gradient]]), np.array([[0.1]]))
        found.append(p[0, 0])
    assert found == pytest.approx([after_one, after_two], abs=1e-8)


def test_nadam_looks_ahead() -> None:
    """First step, g = .5, beta1 .9: mu_1 = .9 (1 - .96^.004 / 2) = .4500735, mu_2 = .4501469.

    m = .05, s^ = .25: (mu_2 .05 / (1 - mu_1 mu_2) + (1 - mu_1) .5 / (1 - mu_1)) / .5 = (.0282259 + .5) / .5
    """
    p = np.ones((1, 1))
    optimizer = make_optimizer(OPTIMIZERS["nadam"](epsilon=1e-12), p)
    optimizer.step(p, np.array([[0.5]]), np.array([[0.1]]))
    assert p[0, 0] == pytest.approx(1 - 0.1 * 1.0564518, abs=1e-8)
