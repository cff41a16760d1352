"""Lanes over threads: no number depends on how many, and no thread outlives its run."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from threadpoolctl import threadpool_info, threadpool_limits

import engine.train.stepping.lane_threads
from benchmarks import recipes
from engine.experiment.edits.field_edits import edited
from engine.nn.layers.parts.products import on_one_thread
from engine.train.kept.run_state import capture, restore
from engine.train.stepping.stepper import Stepper
from engine.train.trainer import Trainer
from tests.conftest import BY_NIGHT, thorough_product
from tests.engine.helpers import activation, batch_norm, blobs, dense, dropout, lane, lane_bytes, recipe, small_net

STEPS = 30
LANES = [
    lane("plain"),
    lane("no penalty", l2=0.0),
    lane("l1 and another seed", l1=0.02, seed=8),
    lane("no dropout", rate=0.0),
    lane("one dropout off", settings={"layers.2.rate": 0.0}, seed=8),
    lane("more dropout, slow", rate=0.6, learning_rate=0.01),
]
WILD, WILDER = {"learning_rate": 1.5, "l2": 10.0}, {"learning_rate": 3.0, "l2": 10.0}
PLAIN = (dense(9), activation(), dropout(0.2), dense(3))
NORMED = (dense(9), batch_norm(), activation(), dropout(0.2), dense(3))
DIVERGING = [lane("a"), lane("wild", **WILD), lane("b", seed=3), lane("wilder", seed=5, **WILDER), lane("c", rate=0.0)]
EXPERIMENTS = {
    "sgd": small_net(lanes=LANES),
    "adam, shuffled, warming up": small_net(
        lanes=LANES, optimizer={"kind": "adam"}, sampling="shuffle", schedule={"kind": "cosine", "warm_up": 7}
    ),
    "nadam, all rows": small_net(lanes=LANES, optimizer={"kind": "nadam"}, sampling="full"),
    "batch normalization": recipe(*NORMED, lanes=LANES[:3], batch_size=9),
    "plateau": small_net(lanes=LANES, schedule={"kind": "plateau", "every": 4, "patience": 1, "minimum_change": 0.05}),
    "early stopping": small_net(
        lanes=LANES, early_stopping={"on": True, "every": 3, "patience": 2, "minimum_change": 0.02}
    ),
    "lanes that diverge": recipe(*PLAIN, lanes=DIVERGING, batch_size=8),
    "lanes that diverge, normed": recipe(*NORMED, lanes=DIVERGING, batch_size=8),
    "all lanes diverge": recipe(
        *PLAIN, lanes=[lane("a", **WILD), lane("b", **WILDER), lane("c", seed=2, **WILD)], sampling="shuffle"
    ),
}


@pytest.fixture(autouse=True)
def always_pays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tiny networks are spread too."""
    monkeypatch.setattr(engine.train.stepping.lane_threads, "ENOUGH", 1)


def go_on(trainer: Trainer, steps: int = STEPS) -> Trainer:
    """Stretches of several lengths, with measurements and recorded steps between them."""
    for stretch in (1, 4, steps - 5):
        trainer.run(stretch, record=stretch != 1)
        trainer.measure()
    return trainer


def assert_same(one: Trainer, other: Trainer) -> None:
    """Bit for bit."""
    lanes = range(len(one.experiment.lanes))
    assert [lane_bytes(one, index) for index in lanes] == [lane_bytes(other, index) for index in lanes]
    assert one.groups[0].optimizer.state.tobytes() == other.groups[0].optimizer.state.tobytes()
    assert one.history.view().values.tobytes() == other.history.view().values.tobytes()
    assert one.layer_history().values.tobytes() == other.layer_history().values.tobytes()
    for name in ("step", "rows_seen", "measured_at"):
        assert getattr(one.groups[0], name) == getattr(other.groups[0], name), name
    for name in ("diverged_at", "stopped_at"):
        assert list(getattr(one, name).items()) == list(getattr(other, name).items()), name
    optimizers = one.groups[0].optimizer, other.groups[0].optimizer
    assert optimizers[0].t == optimizers[1].t
    assert optimizers[0].memory == optimizers[1].memory


@pytest.mark.parametrize(("name", "threads"), thorough_product(tuple(EXPERIMENTS), (2, 3, 64)))
def test_no_number_depends_on_the_threads(name: str, threads: int) -> None:
    alone = go_on(Trainer(EXPERIMENTS[name], blobs()))
    assert_same(alone, go_on(Trainer(EXPERIMENTS[name], blobs(), threads=threads)))


def test_the_experiments_are_what_they_are_called() -> None:
    found = {name: go_on(Trainer(experiment, blobs())) for name, experiment in EXPERIMENTS.items()}
    assert (found["plateau"].groups[0].plateau.factor < 1).any()
    assert 0 < len(found["early stopping"].stopped_at) < len(LANES)
    for name in ("lanes that diverge", "lanes that diverge, normed"):
        steps = found[name].diverged_at
        assert set(steps) == {1, 3}
        assert 5 < steps[3] < steps[1] < STEPS - 1
    assert set(found["all lanes diverge"].diverged_at) == {0, 1, 2}
    assert found["all lanes diverge"].step < STEPS


@pytest.mark.parametrize("name", ["adam, shuffled, warming up", "batch normalization", "lanes that diverge"])
def test_a_resumed_run_is_an_unbroken_one(name: str) -> None:
    unbroken = Trainer(EXPERIMENTS[name], blobs())
    unbroken.run(STEPS)
    broken = Trainer(EXPERIMENTS[name], blobs(), threads=3)
    broken.run(STEPS // 2)
    broken = restore(capture(broken), blobs())
    broken.threads = 2
    broken.run(STEPS - STEPS // 2)
    unbroken.measure()
    broken.measure()
    assert_same(unbroken, broken)


def test_edits_on_the_way() -> None:
    edits = [
        ("layers.*.l2", 0.3),
        ("batch_size", 5),
        ("optimizer.kind", "nadam"),
        ("lanes.1.learning_rate", 0.02),
        ("sampling", "full"),
        ("schedule.kind", "cosine"),
    ]
    runs = []
    for threads in ((1,) * 6, (2,) * 6, (3, 1, 2, 2, 1, 3)):
        trainer = Trainer(EXPERIMENTS["sgd"], blobs())
        for n, (path, value) in zip(threads, edits, strict=True):
            trainer.threads = n
            trainer.run(4, record=True)
            trainer.groups[0].coming_gradient()
            trainer.apply(edited(trainer.experiment, path, value))
        runs.append(go_on(trainer))
    assert_same(runs[0], runs[1])
    assert_same(runs[0], runs[2])


# --- the threads themselves -------------------------------------------------------------------------------------------


def threads_of(
    trainer: Trainer, groups: int, monkeypatch: pytest.MonkeyPatch
) -> dict[tuple[int, ...], set[threading.Thread]]:
    """In which threads a stretch of two steps is made: for each group of lanes. So many must step at the same time."""
    seen: dict[tuple[int, ...], set[threading.Thread]] = {}
    barrier = threading.Barrier(groups, timeout=60)

    def before(stepper: Stepper) -> None:
        seen.setdefault(tuple(stepper.lanes.tolist()), set()).add(threading.current_thread())
        barrier.wait()

    watch_steps(before, monkeypatch)
    trainer.run(2)
    return seen


def watch_steps(before: Callable[[Stepper], None], monkeypatch: pytest.MonkeyPatch) -> None:
    make_step = Stepper._make_step

    def watched(stepper: Stepper, recorder: Any) -> bool:
        before(stepper)
        return make_step(stepper, recorder)

    monkeypatch.setattr(Stepper, "_make_step", watched)


def test_neighbours_share_a_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = threads_of(Trainer(EXPERIMENTS["sgd"], blobs(), threads=4), 4, monkeypatch)
    assert set(seen) == {(0, 1), (2, 3), (4,), (5,)}
    assert all(len(threads) == 1 for threads in seen.values())
    assert threading.current_thread() in seen[0, 1]
    assert len(set.union(*seen.values())) == 4


@pytest.mark.parametrize(("threads", "groups"), [(1, 1), (2, 2), (3, 3)])
def test_long_steps_are_spread(threads: int, groups: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    trainer = Trainer(recipes.reference(recipes.seeds(3)), recipes.synthetic(), threads=threads)
    assert len(threads_of(trainer, groups, monkeypatch)) == groups


def test_short_steps_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    trainer = Trainer(recipes.toy(recipes.seeds(16)), recipes.circle(), threads=8)
    assert len(threads_of(trainer, 1, monkeypatch)) == 1


def test_threads_are_kept_and_end_with_the_trainer() -> None:
    before = set(threading.enumerate())
    for _ in range(50 if BY_NIGHT else 10):
        trainer = Trainer(EXPERIMENTS["sgd"], blobs(), threads=3)
        trainer.run(2)
        trainer.measure()
        helpers = set(threading.enumerate()) - before
        assert 1 <= len(helpers) <= 2  # a helper that is already free may be given the next part
        trainer.run(2)
        assert len(set(threading.enumerate()) - before) <= 2
        helpers = set(threading.enumerate()) - before
        del trainer
        for helper in helpers:
            helper.join(10)
            assert not helper.is_alive()


def test_products_are_made_on_one_thread_only_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    watch_steps(lambda stepper: seen.append(blas_threads()), monkeypatch)
    with threadpool_limits(2, user_api="blas"):
        if blas_threads() != {2}:
            pytest.skip("this BLAS has no second thread")
        for threads in (1, 2):
            Trainer(EXPERIMENTS["sgd"], blobs(), threads=threads).run(3)
            assert set.union(*seen) == {1}
            assert blas_threads() == {2}
        with on_one_thread():
            outer = threading.Thread(target=lambda: Trainer(EXPERIMENTS["sgd"], blobs()).run(3))
            outer.start()
            outer.join()
            assert blas_threads() == {1}  # somebody else was done sooner
        assert blas_threads() == {2}


def test_products_are_made_on_one_thread_whichever_thread_asks() -> None:
    """A run has a thread of its own, and another has often been the first to ask."""

    def look() -> None:
        with on_one_thread():
            seen.append(blas_threads())
        seen.append(blas_threads())

    seen: list[set[int]] = []
    with threadpool_limits(2, user_api="blas"):
        if blas_threads() != {2}:
            pytest.skip("this BLAS has no second thread")
        look()
        other = threading.Thread(target=look)
        other.start()
        other.join()
        look()
    assert seen == [{1}, {2}] * 3


def blas_threads() -> set[int]:
    return {library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"}


def test_a_program_that_is_ending_gives_no_threads() -> None:
    alone, trainer = Trainer(EXPERIMENTS["sgd"], blobs()), Trainer(EXPERIMENTS["sgd"], blobs(), threads=2)
    trainer.run(2)
    assert trainer.groups[0]._lane_threads._pool is not None
    trainer.groups[0]._lane_threads._pool.shutdown()
    trainer.run(STEPS - 2)
    alone.run(STEPS)
    alone.measure()
    trainer.measure()
    assert_same(alone, trainer)


@pytest.mark.parametrize("lane_that_fails", [0, 5], ids=["in the caller's thread", "in a helper"])
def test_a_failure_is_raised_and_the_trainer_says_what_it_is(
    lane_that_fails: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(stepper: Stepper) -> None:
        if lane_that_fails in stepper.lanes and stepper.step == 7:
            raise MemoryError

    trainer = Trainer(EXPERIMENTS["sgd"], blobs(), threads=3)
    with monkeypatch.context() as patch:
        watch_steps(fail, patch)
        with pytest.raises(MemoryError):
            trainer.run(40)
    with pytest.raises(RuntimeError, match="make a new trainer"):
        trainer.run(1)


def test_an_interruption_does_not_wait_for_the_goal(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(stepper: Stepper) -> None:
        if 0 in stepper.lanes and stepper.step == 7:
            raise KeyboardInterrupt

    watch_steps(interrupt, monkeypatch)
    with pytest.raises(KeyboardInterrupt):
        Trainer(EXPERIMENTS["sgd"], blobs(), threads=2).run(10**9)


def test_on_one_thread_an_interrupted_run_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between two steps, that is; here before one."""

    def interrupt(stepper: Stepper) -> None:
        if stepper.step == 7:
            raise KeyboardInterrupt

    unbroken, broken = (Trainer(EXPERIMENTS["sgd"], blobs()) for _ in range(2))
    with monkeypatch.context() as patch:
        watch_steps(interrupt, patch)
        with pytest.raises(KeyboardInterrupt):
            broken.run(STEPS)
    assert broken.step == 7
    broken.run(STEPS - 7)
    unbroken.run(STEPS)
    assert_same(unbroken, broken)
