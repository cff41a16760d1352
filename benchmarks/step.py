"""One training step of the reference network: over its bare matrix products, and beside other people's code."""

from __future__ import annotations

from collections.abc import Callable

from threadpoolctl import threadpool_limits

from benchmarks import recipes
from benchmarks.baselines import BareProducts, Peer, ScikitLearn, Textbook, Torch
from benchmarks.recipes import HIDDEN
from benchmarks.report import Row, ratio_row, skipped
from benchmarks.timing import race
from engine.data import Dataset
from engine.train.trainer import Trainer

OVER_BARE = {1: 1.15, 2: 1.35}
SECONDS = 3.0
PEERS: dict[str, tuple[Callable[[Dataset], Peer], float]] = {
    "PyTorch, eager": (Torch, 2.0),
    "scikit-learn, no dropout": (ScikitLearn, 1.4),
    "textbook NumPy": (Textbook, 3.5),
}
"""Others, and how many times longer than ours their step is to take."""
SIZES: dict[str, tuple[int, ...]] = {"784-16x2-10": (16,) * 2, "784-300x3-10": (300,) * 3, "784-1000x2-10": (1000,) * 2}
"""Hidden layers beside those of the reference. The larger they are, the more of a step is matrix products, which
everybody takes from the same libraries."""
LONG_TURN = 0.5
"""Seconds of a turn where a call has costs of its own: scikit-learn's `fit`."""


def step() -> list[Row]:
    """Our step over the matrix products that it is made of."""
    return [_over_bare(threads, goal) for threads, goal in OVER_BARE.items()]


def _over_bare(threads: int, goal: float) -> Row:
    with threadpool_limits(threads):
        ours = Trainer(recipes.reference(), recipes.synthetic())
        result = race({"ours": ours.run, "bare": BareProducts()}, seconds=SECONDS, **_turns(threads))
    microseconds = {name: result.microseconds(name) for name in result.times}
    rest = microseconds["ours"] - microseconds["bare"]
    return ratio_row(
        f"a reference step over its bare products, {_threads(threads)}",
        result.ratio("ours", "bare"),
        at_most=goal,
        if_missed=f"of {microseconds['ours']:.0f} us a step, {rest:.0f} us are spent around the products: masks, the "
        "batch, L2 and SGD, biases, ReLU; and our products are made on one thread each, so that no number depends on "
        "how many there are; see docs/decisions/003",
        details={"microseconds": microseconds},
    )


def peers() -> list[Row]:
    """Other people's step over ours: above 1, ours is quicker."""
    reference = [_peer(name, make, goal, threads) for threads in (1, 2) for name, (make, goal) in PEERS.items()]
    return reference + [_peer(f"PyTorch, eager, {size}", Torch, 1.0, 1, hidden) for size, hidden in SIZES.items()]


def _peer(name: str, make: Callable[..., Peer], goal: float, threads: int, hidden: tuple[int, ...] = HIDDEN) -> Row:
    what = f"{name} over ours, {_threads(threads)}"
    dataset = recipes.synthetic()
    try:
        peer = make(dataset) if hidden == HIDDEN else make(dataset, hidden)
    except ImportError as error:
        return skipped(what, f"skipped: {error.name} is not installed (pip install -e .[bench])")
    with threadpool_limits(threads):  # PyTorch's threads are those of OpenMP
        trainer = Trainer(recipes.reference(hidden=hidden), dataset)
        contestants: dict[str, Callable[[int], object]] = {"peer": peer, "ours": lambda n: trainer.run(n * peer.steps)}
        turns = _turns(threads) | ({"turn": LONG_TURN} if peer.steps > 1 else {})
        result = race(contestants, seconds=SECONDS, **turns)
    microseconds = {name: result.microseconds(name) / peer.steps for name in result.times}
    return ratio_row(
        what,
        result.ratio("peer", "ours"),
        at_least=goal,
        if_missed=f"{microseconds['peer']:.0f} us over {microseconds['ours']:.0f} us a step; see docs/decisions/003",
        details={"microseconds": microseconds},
    )


def _turns(threads: int) -> dict[str, float]:
    """Several threads take longer turns and rests: those of OpenBLAS spin for 26 ms when their work is done."""
    return {} if threads == 1 else {"turn": 0.03, "rest": 0.04}


def _threads(n: int) -> str:
    return "1 thread" if n == 1 else f"{n} threads"
