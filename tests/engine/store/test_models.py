"""Models on disk: the format that others rely on, the way back, other rows, and files that are damaged or forged."""

from __future__ import annotations

import dataclasses
import io
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.data import Table, load, load_table
from engine.data.columns.column import number_columns
from engine.data.preprocessing.downsampling import downsampled
from engine.errors import ModelError
from engine.experiment.experiment import Experiment, parse
from engine.store.model_files import load_model, save_model
from engine.store.scoring import score
from engine.train.trainer import Trainer

EXPERIMENT = {
    "data": {"source": "digits", "train": 60, "test": 40, "scaling": "standard"},
    "layers": [
        {"kind": "dense", "units": 7, "l2": 0.1},
        {"kind": "activation", "function": "tanh"},
        {"kind": "dropout", "rate": 0.3},
        {"kind": "dense", "units": 10, "bias": False},
        {"kind": "dropout", "rate": 0.1},
    ],
    "lanes": [{"name": "A"}, {"name": "B", "set": {"layers.*.l2": 0, "layers.*.rate": 0.5, "seed": 4}}],
}


@pytest.fixture(scope="module")
def trained() -> Trainer:
    experiment = parse(EXPERIMENT)
    trainer = Trainer(experiment, load(experiment.data))
    trainer.run(20)
    trainer.measure()
    return trainer


@pytest.fixture
def saved(trained: Trainer, tmp_path: Path) -> Path:
    save_model(trained, tmp_path / "model.npz")
    return tmp_path / "model.npz"


def test_the_file_holds_what_the_contract_says(saved: Path, trained: Trainer) -> None:
    with np.load(saved, allow_pickle=False) as file:
        shapes = {key: file[key].shape for key in file.files if key.startswith("lanes.")}
        assert file["experiment"].shape == ()
        assert parse(str(file["experiment"])) == trained.experiment
        np.testing.assert_array_equal(file["lanes.1.layers.3.weight"], trained.lane_parameters(1)[3]["weight"])
    assert shapes == {
        f"lanes.{lane}.{key}": shape
        for lane in (0, 1)
        for key, shape in {
            "layers.0.weight": (64, 7),
            "layers.0.bias": (7,),
            "layers.3.weight": (7, 10),
        }.items()
    }


def test_a_loaded_model_does_as_well_as_the_trained_one(saved: Path, trained: Trainer) -> None:
    table = load_table(trained.experiment.data)
    tested = slice(60, 100)
    result = score(load_model(saved), rows_of(table, tested))
    for lane, figures in enumerate(trained.snapshot().lanes):
        assert result.data_loss[lane] == figures.test_data_loss
        assert result.accuracy[lane] == figures.test_accuracy
        assert result.penalty[lane] == figures.penalty


def rows_of(table: Table, rows: slice) -> Table:
    return dataclasses.replace(table, features=table.features[rows], labels=table.labels[rows])


def test_columns_are_found_by_name_and_labels_by_what_they_are_called(saved: Path) -> None:
    """Columns turned round, and classes in another order of which some do not occur: the same figures."""
    table = rows_of(load_table(parse(EXPERIMENT).data), slice(0, 200))
    keep = table.labels < 4
    plain = dataclasses.replace(table, features=table.features[keep], labels=table.labels[keep])
    other = dataclasses.replace(
        plain,
        features=plain.features[:, ::-1],
        columns=plain.columns[::-1],
        labels=3 - plain.labels,
        classes=("3", "2", "1", "0"),
    )
    model = load_model(saved)
    np.testing.assert_allclose(score(model, other).data_loss, score(model, plain).data_loss, rtol=1e-6)
    np.testing.assert_array_equal(score(model, other).accuracy, score(model, plain).accuracy)


def test_a_label_that_the_model_never_saw_is_named(saved: Path) -> None:
    table = load_table(parse(EXPERIMENT).data)
    strange = dataclasses.replace(table, classes=(*table.classes[:9], "ten"))
    with pytest.raises(ModelError, match=r"digits has the label ten, which .* does not know: its classes are 0, 1,"):
        score(load_model(saved), strange)


def test_other_features_are_refused(saved: Path) -> None:
    table = load_table(parse(EXPERIMENT).data)
    narrow = dataclasses.replace(table, features=table.features[:, :5], columns=table.columns[:5])
    with pytest.raises(ModelError, match=r"digits lacks pixel5, pixel6, .*, \.\.\.: .* was trained on columns"):
        score(load_model(saved), narrow)
    pictures = dataclasses.replace(narrow, is_named=False, image_shape=None)
    with pytest.raises(ModelError, match=r"digits has 5 features, but .* was trained on 64"):
        score(load_model(saved), pictures)


def test_pictures_of_another_size_are_told_by_it(saved: Path) -> None:
    """As many pixels may be other ones."""
    table = dataclasses.replace(load_table(parse(EXPERIMENT).data), is_named=False)
    model = load_model(saved)
    wide = dataclasses.replace(table, image_shape=(4, 16))
    with pytest.raises(ModelError, match=r"digits has pictures of 16 × 4 pixels, but .* was trained on 8 × 8\."):
        score(model, wide)
    data = model.experiment.data.model_copy(update={"downsample": 2})
    smaller = dataclasses.replace(model, experiment=model.experiment.model_copy(update={"data": data}))
    with pytest.raises(ModelError, match=r"of 4 × 4 pixels once 2 × 2 are made one, as .* has it, but it was trained"):
        score(smaller, downsampled(table, 2))


def test_pictures_have_no_names_and_go_by_place(saved: Path, trained: Trainer) -> None:
    table = rows_of(load_table(trained.experiment.data), slice(60, 100))
    names = tuple(f"{row}x{column}" for row in range(8) for column in range(8))
    pictures = dataclasses.replace(table, columns=number_columns(names), is_named=False)
    model = load_model(saved)
    np.testing.assert_array_equal(score(model, pictures).data_loss, score(model, table).data_loss)
    trained_on_pictures = dataclasses.replace(model, is_named=False)
    csv = dataclasses.replace(table, columns=number_columns(names))
    np.testing.assert_array_equal(score(trained_on_pictures, csv).data_loss, score(model, table).data_loss)
    with pytest.raises(ModelError, match="lacks pixel0"):
        score(model, csv)


def test_a_diverged_lane_is_saved_as_it_was_and_has_no_figures(tmp_path: Path) -> None:
    experiment = parse(EXPERIMENT | {"lanes": [{"name": "Wild", "set": {"optimizer.learning_rate": 100.0}}]})
    experiment = parse(experiment.to_dict() | {"loss": "mean_squared_error", "steps": 500})
    trainer = Trainer(experiment, load(experiment.data))
    trainer.run(500)
    assert trainer.diverged_at
    save_model(trainer, tmp_path / "wild.npz")
    result = score(load_model(tmp_path / "wild.npz"), load_table(experiment.data))
    assert not np.isfinite(result.data_loss[0])


# --- damaged and forged files -----------------------------------------------------------------------------------------


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def npy(array: Any, *, allow_pickle: bool = False) -> bytes:
    content = io.BytesIO()
    np.lib.format.write_array(content, np.asanyarray(array), allow_pickle=allow_pickle)
    return content.getvalue()


def forged_header(text: str) -> bytes:
    header = text.encode().ljust(117) + b"\n"
    return b"\x93NUMPY\x01\x00" + len(header).to_bytes(2, "little") + header


def experiment_with(**changes: Any) -> bytes:
    return npy(parse(EXPERIMENT | changes).to_json())


HUGE = {
    "layers": [{"kind": "dense", "units": 10_000} for _ in range(20)] + [{"kind": "dense", "units": 10}],
}
FORGERIES: dict[str, dict[str, bytes | None]] = {
    "no experiment": {"experiment.npy": None},
    "no weight": {"lanes.1.layers.3.weight.npy": None},
    "no scaling": {"scaling.scale.npy": None},
    "numbers for the experiment": {"experiment.npy": npy(np.zeros(3))},
    "experiment is not JSON": {"experiment.npy": npy("{")},
    "experiment of a wrong kind": {"experiment.npy": npy('{"layers": 3}')},
    "pickled": {"lanes.0.layers.0.bias.npy": npy(np.array([{}] * 7, dtype=object), allow_pickle=True)},
    "whole numbers": {"lanes.0.layers.0.bias.npy": npy(np.zeros(7, np.int32))},
    "wrong shape": {"lanes.0.layers.0.weight.npy": npy(np.zeros((7, 64), np.float32))},
    "another lane": {"experiment.npy": experiment_with(lanes=[{"name": str(lane)} for lane in range(3)])},
    "huge experiment": {"experiment.npy": experiment_with(**HUGE)},
    "73 TiB": {
        "lanes.0.layers.0.bias.npy": forged_header(
            "{'descr': '<f4', 'fortran_order': False, 'shape': (20000000000000,), }"
        )
    },
    "negative": {"classes.npy": forged_header("{'descr': '<U1', 'fortran_order': False, 'shape': (-1,), }")},
    "no type": {"classes.npy": forged_header("{'descr': '<U0', 'fortran_order': False, 'shape': (10,), }")},
    "header is code": {"classes.npy": forged_header("__import__('os').abort()")},
    "header is deep": {"classes.npy": forged_header("(" * 110)},
    "header is open": {"classes.npy": forged_header("{'descr': '''")},
    "no npy": {"classes.npy": b"nonsense"},
    "empty npy": {"scaling.offset.npy": b""},
    "other version": {"classes.npy": b"\x93NUMPY\x09\x00" + bytes(100)},
    "other number of classes": {"classes.npy": npy(np.array(["a", "b"]))},
    "no features": {"feature_names.npy": npy(np.array([], "<U1"))},
    "preparation of other features": {"preparation.npy": npy(np.array('{"columns": [{"name": "a"}]}'))},
    "preparation is no JSON": {"preparation.npy": npy(np.array("{"))},
}


@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_forged_file_is_refused_in_one_sentence(forgery: str, saved: Path) -> None:
    content = members(saved) | FORGERIES[forgery]
    with zipfile.ZipFile(saved, "w") as archive:
        for name, data in content.items():
            if data is not None:
                archive.writestr(name, data)
    assert_refused(saved)


def test_a_file_of_before_says_nothing_of_columns_and_is_used_as_ever(saved: Path) -> None:
    model, content = load_model(saved), members(saved)
    with zipfile.ZipFile(saved, "w") as archive:
        for name, data in content.items():
            if name != "preparation.npy":
                archive.writestr(name, data)
    before = load_model(saved)
    assert before.preparation.columns == model.preparation.columns
    table = load_table(parse(EXPERIMENT).data)
    np.testing.assert_array_equal(score(before, table).data_loss, score(model, table).data_loss)


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def flip(data: bytes) -> bytes:
    place = data.index(b"lanes.0.layers.0.weight.npy") + 400
    return data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]


@pytest.mark.parametrize(
    "damage", [cut, flip, lambda data: b"", lambda data: b"label,a\n1,2\n", lambda data: b"PK\5\6"]
)
def test_a_damaged_file_is_refused_in_one_sentence(damage: Callable[[bytes], bytes], saved: Path) -> None:
    saved.write_bytes(damage(saved.read_bytes()))
    assert_refused(saved)


def test_a_zip_bomb_is_not_unpacked(saved: Path) -> None:
    content = members(saved)
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, bytes(30_000_000) if name == "lanes.0.layers.0.bias.npy" else data)
    tracemalloc.start()
    try:
        assert_refused(saved)
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


def test_missing_files_and_folders(tmp_path: Path) -> None:
    assert_refused(tmp_path)
    assert_refused(tmp_path / "nowhere.npz")


def assert_refused(path: Path) -> None:
    with pytest.raises(ModelError) as caught:
        load_model(path)
    sentence = str(caught.value)
    assert sentence.startswith(str(path))
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_compressed_big_endian_float64_in_column_order_is_fine(saved: Path) -> None:
    """Other tools write other flavours of the same numbers."""
    with np.load(saved) as file:
        arrays = {key: file[key] for key in file.files}
    other = {
        key: np.asfortranarray(array.astype(">f8")) if array.dtype.kind == "f" else array
        for key, array in arrays.items()
    }
    np.savez_compressed(saved, **other)  # type: ignore[arg-type]
    weight = load_model(saved).lanes[0][0]["weight"]
    np.testing.assert_array_equal(weight, arrays["lanes.0.layers.0.weight"])
    assert weight.dtype == np.float32
    assert weight.flags.c_contiguous


def test_the_experiment_of_a_model_survives(saved: Path) -> None:
    model = load_model(saved)
    assert isinstance(model.experiment, Experiment)
    assert model.experiment == parse(EXPERIMENT)
    assert model.classes == tuple("0123456789")
