"""One training step of the reference network: over its bare matrix products, and beside other people's code."""

from __future__ import annotations

from collections.abc import Callable

from threadpoolctl import threadpool_limits

from benchmarks import recipes
from benchmarks.baselines import BareProducts, ScikitLearn, Textbook, Torch
from benchmarks.report import Row, ratio_row, skipped
from benchmarks.timing import race
from engine.data import Dataset
from engine.trainer import Trainer

OVER_BARE = {1: 1.15, 2: 1.35}
PEERS_OVER_OURS = {"PyTorch, eager": 2.0, "scikit-learn, no dropout": 1.4, "textbook NumPy": 3.5}
SECONDS = 3.0
PEERS: dict[str, Callable[[Dataset], Callable[[int], None]]] = {
    "PyTorch, eager": Torch,
    "scikit-learn, no dropout": ScikitLearn,
    "textbook NumPy": Textbook,
}


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
        "batch, L2 and SGD, biases, ReLU; see docs/decisions/003",
        details={"microseconds": microseconds},
    )


def peers() -> list[Row]:
    """Other people's step over ours: above 1, ours is quicker."""
    return [_peer(name, make, threads) for threads in (1, 2) for name, make in PEERS.items()]


def _peer(name: str, make: Callable[[Dataset], Callable[[int], None]], threads: int) -> Row:
    what = f"{name} over ours, {_threads(threads)}"
    dataset = recipes.synthetic()
    try:
        peer = make(dataset)
    except ImportError as error:
        return skipped(what, f"skipped: {error.name} is not installed (pip install -e .[bench])")
    with threadpool_limits(threads):  # PyTorch's threads are those of OpenMP
        ours = Trainer(recipes.reference(), dataset)
        result = race({"peer": peer, "ours": ours.run}, seconds=SECONDS, **_turns(threads))
    microseconds = {name: result.microseconds(name) for name in result.times}
    return ratio_row(
        what,
        result.ratio("peer", "ours"),
        at_least=PEERS_OVER_OURS[name],
        if_missed=f"{microseconds['peer']:.0f} us over {microseconds['ours']:.0f} us a step; see docs/decisions/003",
        details={"microseconds": microseconds},
    )


def _turns(threads: int) -> dict[str, float]:
    """Several threads take longer turns and rests: those of OpenBLAS spin for 26 ms when their work is done."""
    return {} if threads == 1 else {"turn": 0.03, "rest": 0.04}


def _threads(n: int) -> str:
    return "1 thread" if n == 1 else f"{n} threads"
