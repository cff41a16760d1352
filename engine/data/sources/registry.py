"""Every source of rows: the named ones by their names, and files."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from engine.data.dataset import Table
from engine.data.preprocessing.sizes import rows_asked
from engine.data.sources.choice import Reading
from engine.data.sources.digits import load_digits
from engine.data.spec import DataSpec
from engine.data.task import Task, wrong_task
from engine.data.toys.load import load_toy
from engine.data.toys.registry import TOYS
from engine.data.toys.toy import AnyToy
from engine.records import record


@record
class Source:
    """What is known of a source before it is read. Its picture is in `playground.data.source_pictures`."""

    load: Callable[[DataSpec, Reading], Table]
    """May raise DataError."""
    title: str = ""
    """What it is called in the window."""
    help: str = ""
    """One sentence about it."""
    task: Task | None = "classes"
    """What there is to learn; None where a person may choose."""
    n_rows: int | None = None
    """None where nobody knows, or there are as many as are asked for."""
    n_features: int = 0
    n_classes: int = 0
    is_made: bool = False
    """Whether rows are made by the settings, at once, and mixed already: toys, as many as are asked for, by ``noise``,
    ``classes`` and ``shuffle_seed``, and what was painted."""
    toy: AnyToy | None = None
    """Which toy makes them."""
    is_download: bool = False
    """Whether it may have to be downloaded first."""
    is_file: bool = False
    """Whether its name is the path of a file."""


def source_of(name: str) -> Source:
    """That of a ``data.source``: what is no name is a path."""
    return SOURCES.get(name, FILE)


def is_file(source: str) -> bool:
    """Whether a source is the path of a file, not one of the named ones."""
    return source_of(source).is_file


def _digits(spec: DataSpec, reading: Reading) -> Table:
    return _downsampled(load_digits(), spec)


def _toy(spec: DataSpec, reading: Reading) -> Table:
    n_rows, seed = sum(rows_asked(spec, 0)), spec.shuffle_seed or 0
    return load_toy(spec.source, n_rows, noise=spec.noise, seed=seed, n_classes=spec.classes)


def _painted(spec: DataSpec, reading: Reading) -> Table:
    from engine.data.sources.painted import load_painted  # here, as below what reads files: a start shows none of them

    return load_painted(spec)


def _download(spec: DataSpec, reading: Reading) -> Table:
    from engine.data.sources import downloads

    return _downsampled(downloads.load_download(downloads.ALL[spec.source], report=reading.report), spec)


def _file(spec: DataSpec, reading: Reading) -> Table:
    """By content, not by name: IDX files have no usual ending."""
    from engine.data.reading import holds_pictures

    path = Path(spec.source).expanduser()
    if holds_pictures(path):
        if spec.task == "numbers":
            raise wrong_task(path, spec.task)
        return _downsampled(_pictures(path, spec, reading), spec)
    from engine.data.columns.load import load_rows  # here, because importing pandas would slow down every start

    return load_rows(path, spec, reading)


def _pictures(path: Path, spec: DataSpec, reading: Reading) -> Table:
    """Those of a folder or of a file."""
    from engine.data.files.read import read_start
    from engine.data.reading.cifar import is_cifar, is_cifar_folder, load_cifar, load_cifar_folder
    from engine.data.reading.idx import load_idx

    fewest_classes = 2 if reading.choose is None else 1
    if is_folder(spec.source):
        if is_cifar_folder(path):
            return load_cifar_folder(path, reading.report)
        from engine.data.reading.pictures import load_pictures

        is_colored = None if reading.is_new else spec.color
        return load_pictures(path, fewest_classes=fewest_classes, is_colored=is_colored, report=reading.report)
    if is_cifar(path, read_start(path, 4)):
        return load_cifar(path, reading.report)
    return load_idx(path, fewest_classes=fewest_classes)


def _downsampled(pictures: Table, spec: DataSpec) -> Table:
    if spec.downsample == 1:
        return pictures
    from engine.data.preprocessing.downsampling import downsampled

    return downsampled(pictures, spec.downsample)


def is_folder(source: str) -> bool:
    """Whether a source is the path of a folder."""
    try:
        return Path(source).expanduser().is_dir()
    except (OSError, RuntimeError, ValueError):  # whatever is wrong with the path, reading it will say
        return False


_a_download = partial(Source, _download, n_rows=70_000, n_features=784, n_classes=10, is_download=True)

FILE: Final = Source(_file, task=None, is_file=True)

SOURCES: Final[dict[str, Source]] = {
    "digits": Source(
        _digits,
        "Digits 8 × 8",
        "1797 handwritten digits of 8 by 8 pixels, which come with the program.",
        n_rows=1797,
        n_features=64,
        n_classes=10,
    ),
    **{
        name: Source(
            _toy,
            toy.title,
            toy.help,
            task=toy.task,
            n_features=toy.n_features,
            n_classes=toy.n_classes,
            is_made=True,
            toy=toy,
        )
        for name, toy in TOYS.items()
    },
    "painted": Source(
        _painted,
        "Painted",
        "Points of up to five classes, or with numbers, that you paint yourself while the network learns them.",
        task=None,
        n_features=2,
        is_made=True,
    ),
    "mnist": _a_download("MNIST", "70 000 handwritten digits of 28 by 28 pixels; downloaded once, 12 MB."),
    "fashion_mnist": _a_download(
        "Fashion-MNIST", "70 000 pictures of clothes of 28 by 28 pixels, harder than digits; downloaded once, 30 MB."
    ),
}
"""The named ones, in the order in which the window shows them."""
