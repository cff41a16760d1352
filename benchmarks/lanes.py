"""What more lanes cost, and what an evaluation costs."""

from __future__ import annotations

from itertools import chain
from typing import Any

from threadpoolctl import threadpool_limits

from benchmarks import recipes
from benchmarks.report import Row, ratio_row
from benchmarks.timing import race
from engine.train.trainer import Trainer

OVER_ONE = {16: 2.2, 64: 2.8}
NINE_OVER_NINE = 0.85
GROUPS_OVER_ALONE = 1.05
SECONDS = 3.0


def lanes() -> list[Row]:
    """Steps of many lanes over those of one."""
    with threadpool_limits(1):
        return [*_toys(), *_nine_references(), *_groups()]


def _toys() -> list[Row]:
    data = recipes.circle()
    shared = {n: f"{n} lanes" for n in (1, *OVER_ONE)}
    own = {n: f"{n} lanes of different seeds" for n in OVER_ONE}
    trainers = {name: Trainer(recipes.toy(recipes.learning_rates(n)), data) for n, name in shared.items()}
    trainers |= {name: Trainer(recipes.toy(recipes.seeds(n)), data) for n, name in own.items()}
    result = race({name: trainer.run for name, trainer in trainers.items()}, seconds=SECONDS)
    one = result.microseconds(shared[1])
    rows = []
    for names, goals in ((shared, OVER_ONE), (own, {})):
        for n in OVER_ONE:
            taken = result.microseconds(names[n])
            rows.append(
                ratio_row(
                    f"2-4-2-2, batch 10: {names[n]} over one lane",
                    result.ratio(names[n], shared[1]),
                    at_most=goals.get(n),
                    if_missed=f"{one:.0f} us a step with one lane, {taken:.0f} us with {n}",
                    details={"microseconds": {"one": one, str(n): taken}},
                )
            )
    return rows


def _groups() -> list[Row]:
    """Nine lanes of three structures over the three groups of three, each alone."""
    rows = []
    for name, made, data in (
        ("2-4-2-2, batch 10", recipes.toy, recipes.circle()),
        ("the reference", recipes.reference, recipes.synthetic()),
    ):
        three = recipes.learning_rates(3)
        own: list[dict[str, Any]] = [{}, {"optimizer.kind": "adam"}, {"layers.0.units": 8}]
        lanes = [
            [{"name": f"{n} {each['name']}", "set": {**each["set"], **more}} for each in three]
            for n, more in enumerate(own)
        ]
        together, apart = Trainer(made([*chain(*lanes)]), data), [Trainer(made(each), data) for each in lanes]

        def one_by_one(n: int, apart: list[Trainer] = apart) -> None:
            for trainer in apart:
                trainer.run(n)

        result = race({"together": together.run, "apart": one_by_one}, seconds=SECONDS)
        rows.append(
            ratio_row(
                f"{name}: 9 lanes of three structures over their three groups alone",
                result.ratio("together", "apart"),
                at_most=GROUPS_OVER_ALONE,
                if_missed="groups take turns, and their arrays do not fit the caches together",
                details={"microseconds": {each: result.microseconds(each) for each in result.times}},
            )
        )
    return rows


def _nine_references() -> list[Row]:
    """Nine lanes on one thread, and spread over two, over nine runs one after the other."""
    data = recipes.synthetic()
    nine, spread = (Trainer(recipes.reference(recipes.grid()), data, threads=n) for n in (1, 2))
    single = Trainer(recipes.reference(), data)
    alone = race({"nine": nine.run, "single": single.run}, seconds=SECONDS)
    on_two = race({"nine": spread.run, "single": single.run}, seconds=SECONDS, turn=0.03, rest=0.04)
    what = "9 lanes of the reference (lambda x dropout)"
    details = {"microseconds": {name: on_two.microseconds(name) for name in on_two.times}}
    return [
        ratio_row(
            f"{what} over nine runs, 1 thread",
            alone.ratio("nine", "single", repetitions=9),
            at_most=NINE_OVER_NINE,
            if_missed="on one thread nothing is left to share: a lane among others is computed by the same products as "
            "alone, bit for bit; see docs/decisions/003 and 006",
            details={"microseconds": {name: alone.microseconds(name) for name in alone.times}},
        ),
        ratio_row(
            f"{what}, over 2 threads, over nine runs",
            on_two.ratio("nine", "single", repetitions=9),
            at_most=NINE_OVER_NINE,
            if_missed="two cores that are not both free",
            details=details,
        ),
    ]


def measure() -> list[Row]:
    """An evaluation of all training and all test rows, over a step."""
    rows = []
    cases = (
        ("the reference, 300 + 300 rows", recipes.reference(), recipes.synthetic()),
        ("2-4-2-2, 300 + 300 rows", recipes.toy(), recipes.circle()),
    )
    with threadpool_limits(1):
        for name, experiment, data in cases:
            steps, measured = Trainer(experiment, data), Trainer(experiment, data)

            def step_and_measure(n: int, trainer: Trainer = measured) -> None:
                for _ in range(n):
                    trainer.run(1)
                    trainer.measure()

            def step_only(n: int, trainer: Trainer = steps) -> None:
                for _ in range(n):
                    trainer.run(1)

            result = race({"both": step_and_measure, "step": step_only}, seconds=SECONDS / 2)
            ratio = result.ratio("both", "step")
            rows.append(Row(f"an evaluation over a step: {name}", ratio.value - 1))
    return rows
