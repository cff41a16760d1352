"""Optimizers in plain NumPy, one for each array of parameters: `step(p, g, lr)` changes p in place."""

from __future__ import annotations

import math

import numpy as np

from engine.export.pieces import Array


class Sgd:
    """p <- p - lr g"""

    def __init__(self, p: Array) -> None:
        """There is nothing to remember."""

    def step(self, p: Array, g: Array, lr: np.float32) -> None:
        p -= g * lr


class Momentum:
    """v <- m v + g; p <- p - lr v"""

    def __init__(self, p: Array, momentum: float) -> None:
        self.v, self.momentum = np.zeros_like(p), momentum

    def step(self, p: Array, g: Array, lr: np.float32) -> None:
        self.v = self.v * self.momentum + g
        p -= self.v * lr


class Nesterov:
    """v <- m v + g; p <- p - lr (g + m v)"""

    def __init__(self, p: Array, momentum: float) -> None:
        self.v, self.momentum = np.zeros_like(p), momentum

    def step(self, p: Array, g: Array, lr: np.float32) -> None:
        self.v = self.v * self.momentum + g
        p -= (self.v * self.momentum + g) * lr


class Adagrad:
    """s <- s + g^2; p <- p - lr g / (sqrt(s) + epsilon)"""

    def __init__(self, p: Array, epsilon: float) -> None:
        self.s, self.epsilon = np.zeros_like(p), epsilon

    def step(self, p: Array, g: Array, lr: np.float32) -> None:
        self.s += g * g
        p -= g / (np.sqrt(self.s) + self.epsilon) * lr


class Rmsprop:
    """s <- rho s + (1 - rho) g^2; p <- p - lr g / (sqrt(s) + epsilon)"""

    def __init__(self, p: Array, rho: float, epsilon: float) -> None:
        self.s, self.rho, self.epsilon = np.zeros_like(p), rho, epsilon

    def step(self, p: Array, g: Array, lr: np.float32) -> None:
        self.s = self.s * self.rho + (g * g) * (1 - self.rho)
        p -= g / (np.sqrt(self.s) + self.epsilon) * lr


class Adadelta:
    """s <- rho s + (1 - rho) g^2; d = sqrt(u + epsilon) / sqrt(s + epsilon) g; u likewise of d^2; p <- p - lr d"""

    def __init__(self, p: Array, rho: float, epsilon: float) -> None:
        self.s, self.u = np.zeros_like(p), np.zeros_like(p)
        self.rho, self.epsilon = rho, epsilon

    def step(self, p: Array, g: Array, lr: np.float32) -> None:
        self.s = self.s * self.rho + (g * g) * (1 - self.rho)
        d = np.sqrt(self.u + self.epsilon) / np.sqrt(self.s + self.epsilon) * g
        self.u = self.u * self.rho + (d * d) * (1 - self.rho)
        p -= d * lr


class Adam:
    """m <- beta1 m + (1 - beta1) g; s <- beta2 s + (1 - beta2) g^2;
    p <- p - lr / (1 - beta1^t) m / (sqrt(s / (1 - beta2^t)) + epsilon)"""

    def __init__(self, p: Array, beta1: float, beta2: float, epsilon: float) -> None:
        self.m, self.s, self.t = np.zeros_like(p), np.zeros_like(p), 0
        self.beta1, self.beta2, self.epsilon = beta1, beta2, epsilon

    def step(self, p: Array, g: Array, lr: np.float32) -> None:
        self.t += 1
        self.m = self.m * self.beta1 + g * (1 - self.beta1)
        self.s = self.s * self.beta2 + (g * g) * (1 - self.beta2)
        size = np.sqrt(self.s) * (1 / math.sqrt(1 - self.beta2**self.t)) + self.epsilon
        p -= self.m / size * np.float32(lr / (1 - self.beta1**self.t))


class Adamw(Adam):
    """p <- p - lr decay p, then Adam"""

    def __init__(self, p: Array, beta1: float, beta2: float, epsilon: float, weight_decay: float) -> None:
        super().__init__(p, beta1, beta2, epsilon)
        self.weight_decay = np.float32(weight_decay)

    def step(self, p: Array, g: Array, lr: np.float32) -> None:
        p *= 1 - lr * self.weight_decay
        super().step(p, g, lr)


class Nadam:
    """Adam that looks ahead: mu_t = beta1 (1 - 0.96^(0.004 t) / 2), P_t the product of all mu so far;
    p <- p - lr (mu_{t+1} m / (1 - P_{t+1}) + (1 - mu_t) g / (1 - P_t)) / (sqrt(s / (1 - beta2^t)) + epsilon)"""

    def __init__(self, p: Array, beta1: float, beta2: float, epsilon: float) -> None:
        self.m, self.s, self.t, self.product = np.zeros_like(p), np.zeros_like(p), 0, 1.0
        self.beta1, self.beta2, self.epsilon = beta1, beta2, epsilon

    def mu(self, t: int) -> float:
        return float(self.beta1 * (1 - 0.5 * 0.96 ** (t * 0.004)))

    def step(self, p: Array, g: Array, lr: np.float32) -> None:
        self.t += 1
        mu, mu_next = self.mu(self.t), self.mu(self.t + 1)
        self.product *= mu
        self.m = self.m * self.beta1 + g * (1 - self.beta1)
        self.s = self.s * self.beta2 + (g * g) * (1 - self.beta2)
        size = np.sqrt(self.s) * (1 / math.sqrt(1 - self.beta2**self.t)) + self.epsilon
        ahead = self.m * (mu_next / (1 - self.product * mu_next)) + g * ((1 - mu) / (1 - self.product))
        p -= ahead / size * lr
