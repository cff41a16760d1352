"""MNIST and Fashion-MNIST: downloaded once, checked against a checksum, kept in the user's cache."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from platformdirs import user_cache_dir

from engine.data.dataset import Table
from engine.data.idx import make_table, read_images, read_labels
from engine.errors import DataError

TIMEOUT = 15
"""Seconds without an answer after which the next mirror is tried."""

_UNREACHABLE = (
    "{name} could not be downloaded from {mirrors} ({reason}): check the connection and try again, "
    "or put {file} into {folder} yourself."
)
_DAMAGED = (
    "{name} could not be downloaded, because {mirrors} sent a {file} with a wrong checksum: try again later, "
    "or put the file into {folder} yourself."
)


@dataclass(frozen=True, slots=True)
class Download:
    """Where the four IDX files are, and what they must contain."""

    name: str
    mirrors: tuple[str, ...]
    checksums: dict[str, str]
    classes: tuple[str, ...]


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
)
ALL = {download.name: download for download in (MNIST, FASHION_MNIST)}


def load_download(download: Download, *, cache: Path | None = None) -> Table:
    """The 60 000 rows of the train files, then the 10 000 of the t10k files.

    Raises:
        DataError: a file is neither in the cache nor can be downloaded.
    """
    folder = (cache or Path(user_cache_dir("nn-playground"))) / download.name
    paths = {file: fetch(download, file, folder=folder) for file in download.checksums}
    # Joined as bytes, before they grow to four bytes a pixel.
    images = np.concatenate([read_images(path) for file, path in paths.items() if "images" in file])
    labels = np.concatenate([read_labels(path) for file, path in paths.items() if "labels" in file])
    return make_table(images, labels, name=download.name, classes=download.classes)


def fetch(download: Download, file: str, *, folder: Path) -> Path:
    """The path of a file in ``folder``, downloaded from the first mirror that answers unless it is there.

    Raises:
        DataError: no mirror has it.
    """
    import pooch  # here, because importing it would slow down every start of the program

    template, reason = _UNREACHABLE, ""
    for mirror in download.mirrors:
        try:
            return Path(
                pooch.retrieve(
                    mirror + file,
                    known_hash=download.checksums[file],
                    fname=file,
                    path=folder,
                    downloader=pooch.HTTPDownloader(timeout=TIMEOUT),
                )
            )
        except ValueError:
            template = _DAMAGED
        except OSError as error:  # those of requests are OSErrors too
            template, reason = _UNREACHABLE, error.strerror or type(error).__name__
    raise DataError(
        template,
        name=download.name,
        mirrors=" or ".join(download.mirrors),
        reason=reason,
        file=file,
        folder=folder,
    )
