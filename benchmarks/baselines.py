"""What a step of the reference network is compared with. Each makes n times its `steps` when called with n."""

from __future__ import annotations

import warnings
from itertools import pairwise
from typing import Any, Protocol

import numpy as np

from benchmarks.recipes import BATCH, CLASSES, FEATURES, HIDDEN, L2, LEARNING_RATE, RATE
from engine.data import Dataset

SIZES = (FEATURES, *HIDDEN, CLASSES)


class Peer(Protocol):
    """Another implementation of the same training."""

    @property
    def steps(self) -> int:
        """How many steps it makes at a time."""

    def __call__(self, n: int) -> None:
        """Makes ``n * steps`` steps."""


class BareProducts:
    """The matrix products of a step and nothing else: the floor for anything made of NumPy's products.

    Forward x W, backward x^T dy and dy W^T (not for the first layer), all into arrays allocated beforehand.
    """

    def __init__(self) -> None:
        rng = np.random.default_rng(0)

        def values(*shape: int) -> Any:
            return rng.standard_normal(shape, dtype=np.float32)

        pairs = list(pairwise(SIZES))
        self.w = [values(n_in, n_out) for n_in, n_out in pairs]
        self.dw = [values(n_in, n_out) for n_in, n_out in pairs]
        self.x = [values(BATCH, n) for n in SIZES]
        self.dx = [values(BATCH, n) for n in SIZES]

    def __call__(self, n: int) -> None:
        w, dw, x, dx, last = self.w, self.dw, self.x, self.dx, len(self.w) - 1
        for _ in range(n):
            for i in range(last + 1):
                np.matmul(x[i], w[i], out=x[i + 1])
            for i in range(last, -1, -1):
                np.matmul(x[i].T, dx[i + 1], out=dw[i])
                if i:
                    np.matmul(dx[i + 1], w[i].T, out=dx[i])


class Textbook:
    """The code that a course teaches: a list of W and b, float64, a new array for every result."""

    steps = 1

    def __init__(self, dataset: Dataset) -> None:
        rng = np.random.default_rng(0)
        self.train_x = dataset.train_x.astype(np.float64)
        self.train_t = np.eye(CLASSES)[dataset.train_y]
        self.w, self.b = [], []
        for n_in, n_out in pairwise(SIZES):
            limit = np.sqrt(6 / n_in)
            self.w.append(rng.uniform(-limit, limit, (n_in, n_out)))
            self.b.append(np.zeros(n_out))

    def __call__(self, n: int) -> None:
        for _ in range(n):
            self.step()

    def step(self) -> None:
        rows = np.random.choice(len(self.train_x), BATCH)  # noqa: NPY002  as the course has it
        a, target = self.train_x[rows], self.train_t[rows]
        inputs, masks, activated = [], [], []
        for i, (w, b) in enumerate(zip(self.w, self.b, strict=True)):
            inputs.append(a)
            a = np.dot(a, w) + b
            if i < len(self.w) - 1:
                a = np.maximum(0, a)
            activated.append(a)
            masks.append(np.random.rand(*a.shape) > RATE)  # noqa: NPY002
            a = a * masks[-1]
        e = np.exp(a - np.max(a, axis=1, keepdims=True))
        d = (e / np.sum(e, axis=1, keepdims=True) - target) / BATCH
        dw, db = [], []
        for i in range(len(self.w) - 1, -1, -1):
            d = d * masks[i]
            if i < len(self.w) - 1:
                d = d * (activated[i] > 0)
            dw.append(np.dot(inputs[i].T, d) + L2 * self.w[i])
            db.append(np.sum(d, axis=0))
            d = np.dot(d, self.w[i].T)
        for i, (gradient_w, gradient_b) in enumerate(zip(reversed(dw), reversed(db), strict=True)):
            self.w[i] -= LEARNING_RATE * gradient_w
            self.b[i] -= LEARNING_RATE * gradient_b


class Torch:
    """PyTorch in eager mode: the same network and batches, weight decay on the weights, dropout by nn.Dropout."""

    steps = 1

    def __init__(self, dataset: Dataset, hidden: tuple[int, ...] = HIDDEN) -> None:
        import torch
        from torch import nn

        torch.manual_seed(0)
        sizes = (FEATURES, *hidden, CLASSES)
        self.torch = torch
        self.train_x = torch.tensor(dataset.train_x)
        self.train_y = torch.tensor(dataset.train_y)
        layers: list[Any] = []
        for n_in, n_out in pairwise(sizes[:-1]):
            layers += [nn.Linear(n_in, n_out), nn.ReLU(), nn.Dropout(RATE)]
        layers += [nn.Linear(sizes[-2], sizes[-1]), nn.Dropout(RATE)]
        self.net = nn.Sequential(*layers)
        weights = [p for p in self.net.parameters() if p.ndim == 2]
        biases = [p for p in self.net.parameters() if p.ndim == 1]
        groups = [{"params": weights, "weight_decay": L2}, {"params": biases}]
        self.optimizer = torch.optim.SGD(groups, lr=LEARNING_RATE)

    def __call__(self, n: int) -> None:
        loss_of = self.torch.nn.functional.cross_entropy
        for _ in range(n):
            rows = self.torch.randint(len(self.train_x), (BATCH,))
            loss = loss_of(self.net(self.train_x[rows]), self.train_y[rows])
            self.optimizer.zero_grad()
            loss.backward()
            self.optimizer.step()


class ScikitLearn:
    """MLPClassifier, which has no dropout: the same layers, batch size and L2.

    `fit` checks its input, draws weights and makes its optimizer anew at each call, and an epoch shuffles and sums up.
    None of that is a step, so epochs have many batches, and a turn of the clock many epochs: see `step.LONG_TURN`.
    """

    steps = 20

    def __init__(self, dataset: Dataset) -> None:
        from sklearn.neural_network import MLPClassifier

        self.make = MLPClassifier
        rows = np.resize(np.arange(len(dataset.train_x)), self.steps * BATCH)
        self.x, self.y = dataset.train_x[rows], dataset.train_y[rows]

    def __call__(self, n: int) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that it has not converged
            self.make(
                HIDDEN,
                solver="sgd",
                alpha=L2,
                batch_size=BATCH,
                learning_rate_init=LEARNING_RATE,
                momentum=0.0,
                max_iter=n,
                n_iter_no_change=n + 1,
            ).fit(self.x, self.y)
