"""Models and runs (.npz) with changed bytes, forged headers, other numbers, or the end missing."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data import Dataset, load
from engine.experiment.experiment import Experiment, parse
from engine.store.model_files import Model, load_model, save_model
from engine.store.run_files import capture, load_checkpoint, save_checkpoint
from engine.train.kept.run_state import Checkpoint, restore
from engine.train.trainer import Trainer
from tests.conftest import BY_NIGHT, thorough
from tests.fuzz.hostile import damaged, many, tried

pytestmark = [
    pytest.mark.nightly,
    pytest.mark.filterwarnings("ignore:Generating overly large repr"),  # of a strategy that holds a whole file
]

EXPERIMENT: dict[str, Any] = {
    "data": {"source": "xor", "train": 20, "test": 10},
    "layers": [
        {"kind": "dense", "units": 3, "l2": 0.01},
        {"kind": "batch_norm"},
        {"kind": "activation", "function": "relu"},
        {"kind": "dropout", "rate": 0.2},
        {"kind": "dense", "units": 2},
    ],
    "optimizer": {"kind": "adam"},
    "lanes": [{"name": "A"}, {"name": "B", "set": {"seed": 4}}],
    "batch_size": 8,
}
ZEROS = bytes(30_000_000)
TYPES = ("<f4", ">f8", "<U5", "|O", "<i8", "|V7", "<f2", "|S9", "<c16", "<U0", "<M8[s]", "nonsense", "<f4,<f4")
SHAPES = ("()", "(3,)", "(2, 3)", "(20000000000000,)", "(-1,)", "(0,)", "(1e9,)", "3", "(2**9,)", "(True,)", "('a',)")


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return load(parse(EXPERIMENT).data)


@pytest.fixture(scope="module")
def trainer(dataset: Dataset) -> Trainer:
    trainer = Trainer(parse(EXPERIMENT), dataset)
    trainer.run(5)
    trainer.measure()
    return trainer


@pytest.fixture(scope="module")
def saved(trainer: Trainer, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The content of a model and of a run."""
    folder = tmp_path_factory.mktemp("saved")
    save_model(trainer, folder / "model.npz")
    save_checkpoint(capture(trainer), folder / "run.npz")
    return {kind: (folder / f"{kind}.npz").read_bytes() for kind in ("model", "run")}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz") / "file.npz"


def repacked(whole: bytes, change: Callable[[dict[str, bytes]], object], *, packed: bool) -> bytes:
    """The same .npz file with other members; their checksums are right."""
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    change(members)
    content = io.BytesIO()
    with zipfile.ZipFile(
        content, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED, compresslevel=1
    ) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return content.getvalue()


def header(kind: str, shape: str, order: str, version: int) -> bytes:
    text = f"{{'descr': '{kind}', 'fortran_order': {order}, 'shape': {shape}, }}".encode().ljust(117) + b"\n"
    return b"\x93NUMPY" + bytes([version, 0]) + len(text).to_bytes(2 if version == 1 else 4, "little") + text


@st.composite
def forged(draw: st.DrawFn, whole: bytes) -> bytes:
    """One or two members replaced: another header, changed bytes, other texts and numbers."""

    def change(members: dict[str, bytes]) -> None:
        for _ in range(draw(st.integers(1, 2))):
            name = draw(st.sampled_from(sorted(members)))
            match draw(st.sampled_from(["header", "bytes", "text", "values", "remove"])):
                case "header":
                    order = draw(st.sampled_from(["False", "True", "None"]))
                    start = header(draw(st.sampled_from(TYPES)), draw(st.sampled_from(SHAPES)), order, 1)
                    members[name] = start + draw(st.sampled_from([b"", bytes(12), bytes(24), bytes(200)]))
                case "bytes":
                    members[name] = draw(damaged(members[name]))
                case "text":
                    members[name] = _text_changed(draw, members[name])
                case "values":
                    members[name] = _values_changed(draw, members[name])
                case "remove" if len(members) > 1:
                    del members[name]

    return repacked(whole, change, packed=draw(st.booleans()))


def npy(array: Any) -> bytes:
    content = io.BytesIO()
    np.lib.format.write_array(content, array, allow_pickle=False)
    return content.getvalue()


def array_of(member: bytes) -> Any:
    """A copy of what it holds, or a few zeros where it was damaged before."""
    try:
        array = np.lib.format.read_array(io.BytesIO(member), allow_pickle=False)
    except Exception:
        array = None
    if array is None or array.size > len(member):  # items of no size: there can be 2e13 of them, until they are copied
        return np.zeros(3, np.float32)
    return np.array(array)


def _text_changed(draw: st.DrawFn, member: bytes) -> bytes:
    """JSON with a few numbers or letters changed; any other text for what is none."""
    array = array_of(member)
    if array.dtype.kind != "U" or array.shape:
        return npy(np.array(draw(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))))
    text = str(array)
    old = draw(st.sampled_from(["2", "3", "0", "8", "20", "dense", "adam", "relu", '"', ":", "1", "[", "null"]))
    new = draw(st.sampled_from(["-1", "0", "7", "4611686018427387904", "1e30", "null", '"x"', "[]", "NaN", "sgd", ""]))
    return npy(np.array(text.replace(old, new, draw(st.integers(1, 3)))))


def _values_changed(draw: st.DrawFn, member: bytes) -> bytes:
    array = array_of(member)
    if array.dtype.kind not in "fi" or not array.size:
        return member
    value = draw(st.sampled_from([0, -1, 1, 1e30, np.inf, -np.inf, np.nan, 2**40]))
    with np.errstate(all="ignore"):
        flat = array.reshape(-1)
        if array.dtype.kind == "f":
            flat[draw(st.integers(0, array.size - 1))] = value
        elif np.isfinite(value):
            flat[draw(st.integers(0, array.size - 1))] = int(min(value, 2**62))
    return npy(array)


def check_model(path: Path, data: bytes) -> None:
    model = tried("models", path, data, load_model)
    if model is not None:
        assert isinstance(model, Model)
        assert len(model.lanes) == len(model.experiment.lanes)
        assert model.offset.shape == model.scale.shape == (len(model.feature_names),)


def check_run(path: Path, data: bytes, dataset: Dataset) -> None:
    checkpoint = tried("runs", path, data, load_checkpoint)
    if checkpoint is None or checkpoint.experiment != parse(EXPERIMENT):
        return
    tried("runs gone on with", path, data, lambda _: goes_on(checkpoint, checkpoint.experiment, dataset))


def goes_on(checkpoint: Checkpoint, experiment: Experiment, dataset: Dataset) -> None:
    with np.errstate(all="ignore"):
        trainer = restore(checkpoint, dataset)
        trainer.run(3)
        trainer.measure()
        trainer.snapshot()


@pytest.mark.parametrize("kind", ["model", "run"])
def test_changed_bytes(kind: str, saved: dict[str, bytes], path: Path, dataset: Dataset) -> None:
    @given(data=damaged(saved[kind]))
    @many(200)
    def check(data: bytes) -> None:
        check_model(path, data) if kind == "model" else check_run(path, data, dataset)

    check()


@pytest.mark.parametrize("kind", ["model", "run"])
def test_forged_members(kind: str, saved: dict[str, bytes], path: Path, dataset: Dataset) -> None:
    @given(data=forged(saved[kind]))
    @many(150)
    def check(data: bytes) -> None:
        check_model(path, data) if kind == "model" else check_run(path, data, dataset)

    check()


@pytest.mark.parametrize("kind", ["model", "run"])
def test_cut_anywhere(kind: str, saved: dict[str, bytes], path: Path, dataset: Dataset) -> None:
    whole = saved[kind]
    for size in range(0, len(whole), max(1, len(whole) // 60)):
        assert tried("cut files", path, whole[:size], load_model if kind == "model" else load_checkpoint) is None


@pytest.mark.parametrize("kind", thorough(["model", "run"], by_day=["model"]))
def test_zeros_without_end(kind: str, saved: dict[str, bytes], path: Path) -> None:
    """A few thousand bytes that unpack to thirty million, in place of each array, by day of each third."""
    with zipfile.ZipFile(io.BytesIO(saved[kind])) as archive:
        names = archive.namelist()
    for name in names if BY_NIGHT else names[::3]:
        bomb = repacked(saved[kind], lambda members, name=name: members.update({name: ZEROS}), packed=True)  # type: ignore[misc]
        assert tried("zip bombs", path, bomb, load_model if kind == "model" else load_checkpoint) is None
