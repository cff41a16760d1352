"""A network on columns of every kind: its model file, its ONNX file and its script give the answers of the run."""

from __future__ import annotations

import importlib.util
import json
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from engine.data import load, load_table
from engine.data.spec import DataSpec
from engine.export import onnx as export
from engine.export.script import script
from engine.export.trained import lane_of_model, lane_of_run
from engine.nn.evaluation import outputs
from engine.store.model_files import load_model, save_model
from engine.store.scoring import columns_of, score
from engine.train.trainer import Trainer
from tests.engine.helpers import activation, dense, recipe
from tests.engine.scripts import run_here


def people(n: int = 60, *, more: str = "") -> str:
    """Numbers with holes, some written as -999, a category, yes or no, days; what is to be learned depends on all."""
    rng = np.random.default_rng(3)
    lines = ["age,port,member,since,label"]
    for i in range(n):
        age = "" if i % 9 == 4 else "-999" if i % 11 == 3 else f"{rng.uniform(18, 80):.1f}"
        port = "" if i % 13 == 5 else "CQS"[int(rng.integers(3))]
        day = f"20{10 + i % 12}-0{1 + i % 9}-1{i % 10}"
        lines.append(f"{age},{port},{['no', 'yes'][i % 2]},{day},{'ab'[int(rng.integers(2))]}")
    return "\n".join([*lines, more]).strip() + "\n"


@pytest.fixture
def trained(tmp_path: Path) -> Trainer:
    path = tmp_path / "people.csv"
    path.write_text(people())
    data = load_table(DataSpec(source=str(path)), is_new=True).as_read
    assert data is not None
    written = data.model_dump()
    written["columns"]["age"] = {"means_missing": ["-999"]}
    experiment = recipe(dense(6), activation("tanh"), dense(2), data=written, batch_size=8)
    trainer = Trainer(experiment, load(experiment.data))
    trainer.run(40)
    return trainer


def test_every_kind_is_there(trained: Trainer) -> None:
    assert trained.dataset.feature_names == (
        "age",
        "age is missing",
        "port = C",
        "port = Q",
        "port = S",
        "port is missing",
        "member = yes",
        "since",
        "since in the year, sin",
        "since in the year, cos",
    )


def test_the_model_file_scores_the_same_rows_alike(trained: Trainer, tmp_path: Path) -> None:
    save_model(trained, tmp_path / "m.npz")
    model = load_model(tmp_path / "m.npz")
    turned = "\n".join(",".join(line.split(",")[::-1]) for line in people(more="30,X,yes,2011-01-01,a").splitlines())
    (tmp_path / "turned.csv").write_text(turned + "\n")
    data = model.experiment.data.model_copy(update={"source": str(tmp_path / "turned.csv")})
    table = load_table(data, choose=partial(columns_of, model), columns=model.preparation.columns)
    x = model.preparation.apply(model.preparation.aligned(table.features, table.columns))
    np.testing.assert_array_equal(x[-1, 2:6], [0, 0, 0, 0])  # a port that nobody has seen is none of them
    trained.measure()
    rows = {tuple(row) for row in x.tolist()}
    assert {
        tuple(row) for row in np.concatenate([trained.groups[0].rows.train_x, trained.groups[0].rows.test_x]).tolist()
    } <= rows
    assert np.isfinite(score(model, table).data_loss).all()


@pytest.mark.skipif(
    any(importlib.util.find_spec(name) is None for name in ("onnx", "onnxruntime")), reason="needs the [onnx] extra"
)
def test_the_graph_takes_the_columns(trained: Trainer, tmp_path: Path) -> None:
    import onnx
    import onnxruntime

    save_model(trained, tmp_path / "m.npz")
    export.save_onnx(lane_of_model(load_model(tmp_path / "m.npz"), 0), tmp_path / "m.onnx")
    onnx.checker.check_model(onnx.load(tmp_path / "m.onnx"), full_check=True)
    session = onnxruntime.InferenceSession(tmp_path / "m.onnx", providers=["CPUExecutionProvider"])
    assert trained.dataset.made_of is not None
    raw = trained.dataset.made_of.test.copy()
    raw[np.isnan(raw[:, 0]), 0] = -999  # as a table has them
    (found,) = session.run(None, {"features": raw})
    z = outputs(trained.groups[0].network, trained.groups[0].rows.test_x)[0].astype(np.float64)
    e = np.exp(z - z.max(axis=1, keepdims=True))
    np.testing.assert_allclose(found, e / e.sum(axis=1, keepdims=True), atol=1e-5)
    columns = json.loads(session.get_modelmeta().custom_metadata_map["columns"])
    assert columns[1]["categories"] == ["C", "Q", "S"]


def test_the_script_learns_the_same_and_reads_the_same_table(trained: Trainer, tmp_path: Path) -> None:
    (tmp_path / "network.py").write_text(script(lane_of_run(trained, 0), trained.dataset))

    def said(*args: str) -> str:
        done = run_here(tmp_path / "network.py", *args)
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert "The weights are those of the run, to the last bit." in said("train")
    save_model(trained, tmp_path / "m.npz")
    model = load_model(tmp_path / "m.npz")
    table = load_table(trained.experiment.data, choose=partial(columns_of, model), columns=model.preparation.columns)
    assert f"accuracy {score(model, table).accuracy[0]:.4f} on 60 rows" in said("test", "people.csv")


def test_a_script_asks_for_the_label_that_a_columns_role_names(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("a,kind\n" + "".join(f"{place / 7:.2f},{'uv'[place % 2]}\n" for place in range(40)))
    data = DataSpec.model_validate(
        {"source": str(path), "train": 20, "test": 10, "columns": {"kind": {"role": "label"}}}
    )
    trainer = Trainer(recipe(dense(2), data=data.model_dump()), load(data))
    lines = script(lane_of_run(trainer, 0)).splitlines()
    assert [line for line in lines if line.startswith("LABEL =")] == ["LABEL = 'kind'"]
