"""MNIST and Fashion-MNIST: downloaded once, checked against a checksum, kept in the user's cache."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
from platformdirs import user_cache_dir

from engine.data.dataset import Table
from engine.data.files.progress import Report, ignore
from engine.data.reading.idx import make_table, read_images, read_labels
from engine.data.sources.transfer import LONGEST, TooSlowError, fetch
from engine.errors import DataError, PlaygroundError
from engine.records import record

_UNREACHABLE = (
    "{name} could not be downloaded ({reason}): check the connection and try again, open pictures or a table of your "
    "own, or put {file} and its like into {folder}."
)
_DAMAGED = (
    "{name} could not be downloaded, because {mirrors} sent a {file} with a wrong checksum: try again later, "
    "or put the file into {folder} yourself."
)
_UNFINISHED = "tmp????????"
"""How Python's tempfile names what pooch downloads into."""
_NO_ROOM = "{name} cannot be kept in {folder}: {reason}."


@record
class Download:
    """Where the four IDX files are, and what they must contain."""

    name: str
    mirrors: tuple[str, ...]
    checksums: dict[str, str]
    classes: tuple[str, ...]
    size: int = 0
    """Bytes of all files."""
    title: str = ""
    """What it is called in sentences, where that is not its name."""


MNIST = Download(
    name="mnist",
    mirrors=(
        "https://ossci-datasets.s3.amazonaws.com/mnist/",
        "https://storage.googleapis.com/cvdf-datasets/mnist/",
    ),
    checksums={
        "train-images-idx3-ubyte.gz": "sha256:440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
        "train-labels-idx1-ubyte.gz": "sha256:3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
        "t10k-images-idx3-ubyte.gz": "sha256:8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
        "t10k-labels-idx1-ubyte.gz": "sha256:f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
    },
    classes=tuple("0123456789"),
    size=11_594_722,
    title="MNIST",
)
FASHION_MNIST = Download(
    name="fashion_mnist",
    mirrors=(
        "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
        "https://github.com/zalandoresearch/fashion-mnist/raw/master/data/fashion/",
    ),
    checksums={
        "train-images-idx3-ubyte.gz": "md5:8d4fb7e6c68d591d4c3dfef9ec88bf0d",
        "train-labels-idx1-ubyte.gz": "md5:25c81989df183df01b3e8a0aad5dffbe",
        "t10k-images-idx3-ubyte.gz": "md5:bef4ecab320f06d8554ea6380940ec79",
        "t10k-labels-idx1-ubyte.gz": "md5:bb300cfdad3c16e7a12a480ee83cd310",
    },
    classes=(
        "T-shirt/top",
        "Trouser",
        "Pullover",
        "Dress",
        "Coat",
        "Sandal",
        "Shirt",
        "Sneaker",
        "Bag",
        "Ankle boot",
    ),
    size=30_878_645,
    title="Fashion-MNIST",
)
ALL = {download.name: download for download in (MNIST, FASHION_MNIST)}


def cache_folder(download: Download) -> Path:
    """Where this system keeps what can be had again."""
    return Path(user_cache_dir("nn-playground")) / download.name


def load_download(download: Download, *, cache: Path | None = None, report: Report = ignore) -> Table:
    """The 60 000 rows of the train files, then the 10 000 of the t10k files.

    Raises:
        DataError: a file is neither in the cache nor can be downloaded.
        CancelledError: from ``report``; nothing unfinished stays in the cache.
    """
    folder = cache / download.name if cache is not None else cache_folder(download)
    _clear_up(folder)
    mirrors = list(download.mirrors)
    paths: dict[str, Path] = {}
    for file in download.checksums:
        before = sum(path.stat().st_size for path in paths.values())
        paths[file] = _fetch(download, file, mirrors, folder, partial(_report_behind, report, before, download.size))
    # Joined as bytes, before they grow to four bytes a pixel.
    images = np.concatenate([read_images(path) for file, path in paths.items() if "images" in file])
    labels = np.concatenate([read_labels(path) for file, path in paths.items() if "labels" in file])
    return make_table(images, labels, name=download.name, classes=download.classes)


def _clear_up(folder: Path) -> None:
    """Removes what programs that died while they downloaded have left: pooch's temporary files, so old that whoever
    wrote them would have given up long ago.
    """
    before = time.time() - 2 * LONGEST
    with contextlib.suppress(OSError):
        for path in folder.glob(_UNFINISHED):
            with contextlib.suppress(OSError):
                if path.stat().st_mtime < before:
                    path.unlink()


def _report_behind(report: Report, before: int, total: int, received: int) -> None:
    """Of a file that comes behind others."""
    report(before + received, total)


def _fetch(download: Download, file: str, mirrors: list[str], folder: Path, tell: Callable[[int], None]) -> Path:
    """The path of a file, downloaded from the first of the mirrors that has it unless it is there.

    ``mirrors``: the good one is moved to the front, so that a dead one costs time only once.
    """
    import pooch  # here, because importing it would slow down every start of the program
    import requests

    pooch.get_logger().setLevel("WARNING")
    template = _UNREACHABLE
    reason: DataError | str = ""
    for mirror in tuple(mirrors):
        try:
            path = pooch.retrieve(
                mirror + file,
                known_hash=download.checksums[file],
                fname=file,
                path=folder,
                downloader=lambda url, output, _: fetch(url, Path(output), tell),
            )
        except PlaygroundError:
            raise
        except TooSlowError:
            template, reason = _UNREACHABLE, DataError("it was too slow")
        except requests.RequestException as error:  # an OSError, and in part a ValueError, too
            template, reason = _UNREACHABLE, _reason(error)
        except ValueError:
            template = _DAMAGED
        except OSError as error:
            raise DataError(
                _NO_ROOM, name=download.title or download.name, folder=folder, reason=error.strerror or error
            ) from None
        else:
            mirrors.remove(mirror)
            mirrors.insert(0, mirror)
            return Path(path)
    raise DataError(
        template,
        name=download.title or download.name,
        mirrors=" or ".join(download.mirrors),
        reason=reason,
        file=file,
        folder=folder,
    )


def _reason(error: Exception) -> DataError | str:
    """In words that are translated, where they are words."""
    import requests

    if isinstance(error, requests.HTTPError) and error.response is not None:
        return f"{error.response.status_code} {error.response.reason}"
    if isinstance(error, requests.Timeout) or "timed out" in str(error):
        return DataError("no reply")
    if isinstance(error, requests.exceptions.ChunkedEncodingError):
        return DataError("it broke off")
    return DataError("no connection") if isinstance(error, requests.ConnectionError) else type(error).__name__
