"""IDX files, plain or packed, with forged headers and bodies of any length."""

from __future__ import annotations

import gzip
import struct
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data import Table, load_table
from engine.data.spec import DataSpec
from tests.fuzz.hostile import damaged, many, tried

pytestmark = pytest.mark.nightly

IMAGES = struct.pack(">4I", 0x803, 6, 3, 2) + bytes(range(36))
LABELS = struct.pack(">2I", 0x801, 6) + bytes([0, 1, 2, 0, 1, 2])
SIZES = st.sampled_from([0, 1, 2, 3, 6, 28, 255, 65_535, 2**16, 2**24, 2**31 - 1, 2**31, 2**32 - 1])
PACKS = st.sampled_from([bytes, gzip.compress])


@st.composite
def forged(draw: st.DrawFn, whole: bytes, n_sizes: int) -> bytes:
    """Another magic number, sizes or body; perhaps packed, and perhaps damaged after that."""
    magic = draw(st.sampled_from([0x803, 0x801, 0x802, 0x80D03, 0]))
    header = struct.pack(f">{n_sizes + 1}I", magic, *draw(st.lists(SIZES, min_size=n_sizes, max_size=n_sizes)))
    start = draw(st.sampled_from([header, whole[: 4 + 4 * n_sizes]]))
    body = draw(st.sampled_from([whole[4 + 4 * n_sizes :], bytes(100_000)]) | st.binary(max_size=60))
    data = draw(PACKS)(start + body)
    return draw(damaged(data)) if draw(st.booleans()) else data


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz")


def read(path: Path) -> Table:
    return load_table(DataSpec(source=str(path)))


@given(images=st.just(IMAGES) | forged(IMAGES, 3), labels=st.sampled_from([LABELS] * 3) | forged(LABELS, 1))
@many(300)
def test_headers_and_bodies(folder: Path, images: bytes, labels: bytes) -> None:
    (folder / "x-labels-idx1-ubyte").write_bytes(labels)
    table = tried("IDX files", folder / "x-images-idx3-ubyte", images, read)
    if table is not None and table.image_shape is not None:
        plain = gzip.decompress(images) if images[:2] == b"\x1f\x8b" else images
        _, rows, height, width = struct.unpack(">4I", plain[:16])
        assert table.features.shape == (rows, height * width)
        assert table.features.tobytes() == np.frombuffer(plain, np.uint8, offset=16).astype(np.float32).tobytes()
