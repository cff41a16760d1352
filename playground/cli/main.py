"""The command line: opens the window, trains, evaluates, exports and lists the presets.

Each command imports what it needs by itself, so that none waits for Qt or pandas without using it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

import click

from playground import __version__
from playground.cli.exit_codes import DONE, INTERRUPTED, WRONG_INPUT
from playground.cli.size import size


class _OpensByDefault(click.Group):
    """Takes what is not the name of a command for a file or preset to open: ``playground xor.json``."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self.commands:
            if any(not other.startswith("-") for other in args[1:]):
                raise click.UsageError(
                    f"There is no command {args[0]}; there are evaluate, export, inspect, predict, presets, sweep and "
                    "train."
                )
            args = ["open", *args]
        return super().resolve_command(ctx, args)


@click.group(
    cls=_OpensByDefault,
    invoke_without_command=True,
    subcommand_metavar="[FILE|PRESET] | COMMAND [ARGS]...",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, message="playground %(version)s")
@click.pass_context
def cli(ctx: click.Context) -> int:
    """A playground for neural networks. Without a command it opens the window."""
    return _open(None) if ctx.invoked_subcommand is None else DONE


@cli.command("open", hidden=True)
@click.argument("source", metavar="FILE|PRESET")
def open_command(source: str) -> int:
    """Open the window on an experiment, a table of rows, pictures, a model or a run."""
    return _open(source)


def _open(source: str | None) -> int:
    from playground.cli.commands.open import run

    return run(source)


_read_otherwise = click.option(
    "settings",
    "--set",
    multiple=True,
    metavar="PATH=VALUE",
    help="Read it in another way, such as data.sheet=2024 or data.names_line=3. May be repeated.",
)


@cli.command()
@click.argument("source", metavar="FILE|PRESET")
@click.option("--steps", type=int, metavar="N", help="How many steps to train; 0 shows the start.")
@click.option("--seed", type=int, metavar="S", help="What all chance comes from.")
@click.option(
    "settings",
    "--set",
    multiple=True,
    metavar="PATH=VALUE",
    help="Change any field, after the other options: layers.*.l2=0, lanes.0.rate=0.5, optimizer.kind=adam. "
    "data.folds=5 cross-validates.",
)
@click.option("--data", metavar="PATH", help="Learn from this CSV or IDX file, or from a named source.")
@click.option("--label", metavar="NAME", help="The CSV column that holds the classes.")
@click.option("--train", type=size, metavar="N", help="How many rows to train on, or a share of all: 0.6.")
@click.option("--validation", type=size, metavar="N", help="How many rows choose when to stop and what is best.")
@click.option("--test", type=size, metavar="N", help="How many rows to test on.")
@click.option(
    "--threads",
    type=click.IntRange(min=1),
    metavar="N",
    help="Spread several lanes over so many threads; without it, over all cores. The figures are the same with any.",
)
@click.option("as_json", "--json", is_flag=True, help="Print the figures as one JSON object.")
@click.option("--save", metavar="MODEL.npz", help="Write the trained parameters to this file.")
@click.option("--history", metavar="H.csv", help="Write the figures over time to this file.")
@click.option("--quiet", is_flag=True, help="No progress and no remarks; figures and findings alone.")
@click.option(
    "--try-remedies/--no-try-remedies",
    default=None,
    help="Try remedies on copies of the lanes, and name those that help: however long it takes, or not at all; without "
    "either, for 5 seconds at most.",
)
def train(
    source: str,
    steps: int | None,
    seed: int | None,
    settings: tuple[str, ...],
    data: str | None,
    label: str | None,
    train: float | None,
    validation: float | None,
    test: float | None,
    threads: int | None,
    as_json: bool,
    save: str | None,
    history: str | None,
    quiet: bool,
    try_remedies: bool | None,
) -> int:
    """Train an experiment without the window; of a table of rows a small network learns."""
    from engine.train.stepping.lane_threads import usable_cores
    from playground.cli.commands.train import Outputs, run
    from playground.cli.inputs import Changes, begin_with

    experiment, data = begin_with(source, data)
    changes = Changes(data, label, train, validation, test, seed, steps, settings, in_folds=True)
    path = Path(source) if os.path.lexists(source) else None
    outputs = Outputs(save, history, as_json, quiet, try_remedies)
    return run(experiment, path, changes, outputs, threads or usable_cores())


@cli.command()
@click.argument("source", metavar="FILE|PRESET", required=False)
@click.option(
    "--grid", multiple=True, metavar="PATH=V1,V2", help="Try each of these values: layers.*.l2=0,0.01,0.1. Several."
)
@click.option(
    "--random", multiple=True, metavar="PATH=LOW..HIGH[:log]", help="Draw values from this range, evenly or in the log."
)
@click.option("--seeds", type=int, default=1, metavar="N", help="Train each setting with so many seeds.")
@click.option(
    "--trials",
    type=click.IntRange(min=1),
    metavar="N",
    help="So many draws of --random (without it 20), or combinations of --grid; 100,000 trials at most.",
)
@click.option("--halving", is_flag=True, help="End the worst two thirds of the settings early, at a few rungs.")
@click.option("--out", required=True, metavar="RESULT", help="Write a row a trial to this .parquet or .csv file.")
@click.option("--scheduler", metavar="ADDRESS", help="Train on the Dask cluster of this scheduler: tcp://HOST:8786.")
@click.option(
    "--workers",
    type=click.IntRange(min=0),
    metavar="N",
    help="Train in so many processes here; without it, one a core. 0 trains in this one, without Dask.",
)
@click.option("--resume", is_flag=True, help="Go on with a sweep that was broken off; --out alone says which.")
@click.option("--steps", type=click.IntRange(min=1), metavar="N", help="How many steps to train each trial.")
@click.option("--seed", type=int, metavar="S", help="The first seed, which draws come from as well.")
@click.option("settings", "--set", multiple=True, metavar="PATH=VALUE", help="Change any field for all trials.")
@click.option("--data", metavar="PATH", help="Learn from this CSV or IDX file, or from a named source.")
@click.option("--label", metavar="NAME", help="The CSV column that holds the classes.")
@click.option("--quiet", is_flag=True, help="No progress and no remarks; the result alone.")
@click.option("--progress-json", is_flag=True, hidden=True, help="Say how far it is as lines of JSON on stderr.")
def sweep(
    source: str | None,
    grid: tuple[str, ...],
    random: tuple[str, ...],
    seeds: int,
    trials: int | None,
    halving: bool,
    out: str,
    scheduler: str | None,
    workers: int | None,
    resume: bool,
    steps: int | None,
    seed: int | None,
    settings: tuple[str, ...],
    data: str | None,
    label: str | None,
    quiet: bool,
    progress_json: bool,
) -> int:
    """Train many settings of an experiment, over processes or a cluster, into one table."""
    from engine.train.stepping.lane_threads import usable_cores
    from playground.cli.commands.sweep import Asked, go_on, run
    from playground.cli.inputs import Changes, begin_with

    if scheduler is not None and workers is not None:
        raise click.UsageError("--scheduler has workers of its own: leave out --workers.")
    count = usable_cores() if workers is None else workers
    asked = Asked(grid, random, seeds, trials, halving, out, scheduler, count, resume, quiet, progress_json)
    if source is None:
        if not resume:
            raise click.UsageError("Missing argument 'FILE|PRESET'.")
        changed = (grid, random, trials, halving, seeds > 1, settings)
        if any(changed) or any(option is not None for option in (steps, seed, data, label)):
            raise click.UsageError("--resume alone goes on as the sweep was begun: name the experiment, too.")
        return go_on(asked)
    experiment, data = begin_with(source, data)
    changes = Changes(data, label, seed=seed, steps=steps, settings=settings)
    path = Path(source) if os.path.lexists(source) else None
    return run(experiment, path, changes, asked)


@cli.command()
@click.argument("model", metavar="MODEL.npz")
@click.option("--data", required=True, metavar="PATH", help="A CSV or IDX file, or a named source; all its rows count.")
@click.option("--label", metavar="NAME", help="The CSV column that holds the classes.")
@_read_otherwise
@click.option("as_json", "--json", is_flag=True, help="Print the figures as one JSON object.")
def evaluate(model: str, data: str, label: str | None, settings: tuple[str, ...], as_json: bool) -> int:
    """Say how well a saved model does on other rows."""
    from playground.cli.commands.evaluate import run

    return run(model, data, label, settings, as_json=as_json)


@cli.command()
@click.argument("path", metavar="PATH")
@_read_otherwise
@click.option("as_json", "--json", is_flag=True, help="Print it as one JSON object.")
def inspect(path: str, settings: tuple[str, ...], as_json: bool) -> int:
    """Say what a table or a folder of pictures is read as."""
    from playground.cli.commands.inspect import run

    return run(path, settings, as_json=as_json)


@cli.command()
@click.argument("model", metavar="MODEL.npz")
@click.option("--data", required=True, metavar="PATH", help="The rows; they need no labels. Columns are found by name.")
@click.option("--out", metavar="CSV", help="Write to this file instead of the terminal.")
@click.option("--lane", metavar="NAME", help="Which lane, where the model has several.")
@_read_otherwise
def predict(model: str, data: str, out: str | None, lane: str | None, settings: tuple[str, ...]) -> int:
    """Say what a saved model takes each row for."""
    from playground.cli.commands.predict import run

    return run(model, data, out, lane, settings)


@cli.command()
@click.argument("model", metavar="MODEL.npz")
@click.option("--onnx", metavar="FILE", help="Write the network for onnxruntime and other programs (needs onnx).")
@click.option("--script", metavar="FILE", help="Write network, weights and training as one NumPy script.")
@click.option("--lane", metavar="NAME", help="Which lane, where the model has several.")
def export(model: str, onnx: str | None, script: str | None, lane: str | None) -> int:
    """Write a lane of a saved model for other programs."""
    from playground.cli.commands.export import run

    return run(model, onnx=onnx, script=script, lane=lane)


@cli.command()
def presets() -> int:
    """List the experiments that come with the program."""
    from engine.store.presets import presets as all_presets

    width = max(len(preset.name) for preset in all_presets())
    for preset in all_presets():
        click.echo(f"{preset.name:{width}}  {preset.description}")
    return DONE


def main(args: Sequence[str] | None = None) -> int:
    """Runs a command; returns the exit code. Whatever a person can put right is one sentence on stderr."""
    _prepare_streams()
    try:
        code = cli.main(args, prog_name="playground", standalone_mode=False)
        sys.stdout.flush()
        return int(code or DONE)
    except click.ClickException as error:
        return _complain(error.format_message())
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        return INTERRUPTED
    except MemoryError:
        return _complain("There is not enough memory for this: try fewer units, lanes or rows.")
    except OSError as error:
        _let_go_of_stdout()
        return 1 if isinstance(error, BrokenPipeError) else _complain(str(error))
    except ValueError as error:
        from engine.errors import PlaygroundError

        if not isinstance(error, PlaygroundError):
            raise
        return _complain(str(error))


def _prepare_streams() -> None:
    """Output that was closed goes nowhere, and a lane called "λ" does not stop a terminal without Greek."""
    sys.stdout = sys.stdout or Path(os.devnull).open("w")  # noqa: SIM115
    sys.stderr = sys.stderr or Path(os.devnull).open("w")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _let_go_of_stdout() -> None:
    """If whoever read it has gone, or its disk is full, Python must not try, and fail, once more at the end."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(sentence: str) -> int:
    from playground.cli.telling import tell

    tell(sentence if sentence.endswith(".") else f"{sentence}.", err=True)
    return WRONG_INPUT
