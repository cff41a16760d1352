"""`make coach`: how often the diagnosis is right, and what its remedies do.

python -m benchmarks.coach [--part PART] [--only WORD] [--every N] [--verbose]
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence

from benchmarks.coach.healthy import healthy
from benchmarks.coach.random_runs import random_runs
from benchmarks.coach.recipe import Recipe
from benchmarks.coach.sick import sick
from benchmarks.coach.tally import causes_table, healthy_table, no_help_lines, random_table, remedies_table, wrong_lines
from benchmarks.coach.watching import Watched, remedies, watched

PARTS = {"healthy": healthy, "sick": sick, "random": random_runs}
TABLES = {"healthy": healthy_table, "sick": causes_table, "random": random_table}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.coach", description="Judges the diagnosis.")
    parser.add_argument("--part", action="append", choices=PARTS, help="only these runs")
    parser.add_argument("--only", default="", metavar="WORD", help="only recipes with this in their name or cause")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="every N-th recipe alone")
    parser.add_argument("--verbose", action="store_true", help="a line for each run of which something wrong was said")
    chosen = parser.parse_args()
    started = time.perf_counter()
    for part in chosen.part or PARTS:
        recipes = [recipe for recipe in PARTS[part]() if chosen.only in " ".join((*recipe.causes, recipe.name))]
        recipes = recipes[:: chosen.every]
        runs = _watch(recipes, started)
        if chosen.verbose:
            print("\n".join(wrong_lines(part, runs)))
        print(f"\n{part}: {len(runs)} runs of {len(recipes)} recipes\n")
        print(TABLES[part](runs))
        if part == "sick":
            tried = list(remedies(runs))
            if chosen.verbose:
                print("\n" + "\n".join(no_help_lines(tried)))
            print(f"\n{remedies_table(tried)}")
    print(f"\n{time.perf_counter() - started:.0f} s")
    return 0


def _watch(recipes: Sequence[Recipe], started: float) -> list[Watched]:
    runs: list[Watched] = []
    for index, recipe in enumerate(recipes):
        seconds = time.perf_counter() - started
        print(f"\r{seconds:4.0f} s  {index + 1} of {len(recipes)}", end="", file=sys.stderr, flush=True)
        runs += watched(recipe)
    print(file=sys.stderr)
    return runs


if __name__ == "__main__":
    sys.exit(main())
