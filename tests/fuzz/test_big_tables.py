"""Big files, each read in a process of its own whose memory is measured or limited."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import only_at_night, thorough
from tests.fuzz.hostile import counted

ROOT = Path(__file__).parents[2]
pytestmark = [
    pytest.mark.nightly,
    pytest.mark.skipif(sys.platform != "linux", reason="measures memory as Linux does"),
]
SMALLEST_LIMIT = 700_000_000
"""Bytes of address space; threads reserve some of it for their stacks, and so does pyarrow where pandas finds it."""


def read(path: Path, limit: int | None = None) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.fuzz.big", str(path), *([str(limit)] if limit is not None else [])]
    environment = os.environ | {"OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=900, env=environment)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    counted["big files"]["refused" if "error" in found else "read"] += 1
    counted[f"  {path.name}: {found['memory'] / 1e6:.0f} MB, {found['seconds']:.1f} s"]["of them"] += 1
    return found


@only_at_night
@pytest.mark.parametrize("kind", ["whole", "decimal"])
def test_a_million_rows(tmp_path: Path, kind: str) -> None:
    rows = 1_000_000
    ending = "" if kind == "whole" else ".5"
    path = tmp_path / f"million {kind}.csv"
    with path.open("w") as stream:
        stream.write("a,b,c,label\n")
        stream.writelines(f"{i % 1000}{ending},{i % 7},{i % 5},{i % 3}\n" for i in range(rows))
    found = read(path)
    assert found["rows"] == rows
    assert found["sum"] == rows * (499.5 + (0.5 if ending else 0))
    assert found["classes"] == ["0", "1", "2"]
    assert found["memory"] < 600_000_000


@only_at_night
@pytest.mark.parametrize("kind", ["whole", "decimal"])
@pytest.mark.timeout(1200)
def test_a_gigabyte(tmp_path: Path, kind: str) -> None:
    """Not more than the file, the table (four bytes a cell), and half a gigabyte for what is in hand."""
    cells = [str(i % 250) if kind == "whole" else f"{i * 0.37:.4f}" for i in range(100)]
    lines = "".join(f"{','.join(cells)},{'ab'[i % 2] if kind == 'decimal' else i % 2}\n" for i in range(1000))
    path = tmp_path / f"gigabyte {kind}.csv"
    with path.open("w") as stream:
        stream.write(",".join(f"f{i}" for i in range(100)) + ",label\n")
        while stream.tell() < 1e9:
            stream.write(lines)
    found = read(path)
    path.unlink()
    assert found["rows"] % 1000 == 0
    assert found["memory"] < 1.0e9 * 1.13 + found["rows"] * (4 * 100 + 16) + 5e8


@only_at_night
def test_more_than_two_gigabytes_are_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as stream:
        stream.write(b"a,label\n1,x\n")
        stream.truncate(3 * 1024**3)  # a hole, that takes no room on the disk
    found = read(path, limit=SMALLEST_LIMIT)
    assert "larger than 2 GB" in found["error"]


HOSTILE: dict[str, Callable[[], bytes]] = {
    "lines.csv": lambda: b"a,label\n1,x\n2,y\n" + b"\n" * 5_000_000,
    "wide and empty.csv": lambda: (
        b"label," + ",".join(f"c{i}" for i in range(20_000)).encode() + b"\n" + b"1\n" * 100_000
    ),
    "long labels.csv": lambda: b"a,label\n" + b"".join(b"1,%d%s\n" % (i, b"x" * 5000) for i in range(900)),
    "one long label.csv": lambda: b"a,label\n1," + b"x" * 5_000_000 + b"\n" + b"2,y\n" * 50_000,
    "quotation.csv": lambda: b'a,label\n1,"' + b"x,\n" * 2_000_000,
    "names.csv": lambda: b'"' * 3_000_000,
    "zeros.csv.gz": lambda: gzip.compress(b"a,label\n1,x\n" + bytes(50_000_000), 1),
    "spaces.csv.gz": lambda: gzip.compress(b"a,label\n" + b" " * 50_000_000, 1),
    "x-images-idx3-ubyte": lambda: b"\0\0\x08\x03" + b"\0\xff\xff\xff" * 3 + bytes(100),
}


@pytest.mark.parametrize(
    "name", thorough(HOSTILE, by_day=("one long label.csv", "zeros.csv.gz", "x-images-idx3-ubyte"))
)
def test_little_memory_is_asked_for(tmp_path: Path, name: str) -> None:
    """The system gives no more than 700 MB; right or refused, and no MemoryError."""
    path = tmp_path / name
    path.write_bytes(HOSTILE[name]())
    read(path, limit=SMALLEST_LIMIT)
