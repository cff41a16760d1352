"""The bundled digits are the 1797 of UCI, in order, and open without pandas."""

import subprocess
import sys

import numpy as np
import pytest

from engine.data import load, load_table
from engine.data.spec import DataSpec


def test_content_is_that_of_scikit_learn():
    table = load_table(DataSpec())
    assert (table.n_rows, table.n_features, table.image_shape) == (1797, 64, (8, 8))
    assert table.classes == tuple("0123456789")
    # Figures of sklearn.datasets.load_digits.
    assert table.features.sum(dtype=np.float64) == 561718
    assert np.bincount(table.labels).tolist() == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]
    assert table.labels[:12].tolist() == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1]
    assert table.features[0, :8].tolist() == [0, 0, 5, 13, 9, 1, 0, 0]


def test_arrays_are_read_only():
    table = load_table(DataSpec())
    with pytest.raises(ValueError, match="read-only"):
        table.features[0, 0] = 1
    with pytest.raises(ValueError, match="read-only"):
        table.labels[0] = 1


def test_they_are_read_once():
    assert load_table(DataSpec()) is load_table(DataSpec())


def test_default_data_are_the_first_600_rows_in_0_to_1():
    table, data = load_table(DataSpec()), load(DataSpec())
    assert data.train_x.shape == data.test_x.shape == (300, 64)
    assert (data.train_x.min(), data.train_x.max()) == (0, 1)
    np.testing.assert_array_equal(data.train_x * 16, table.features[:300])
    np.testing.assert_array_equal(data.test_x * 16, table.features[300:600])
    np.testing.assert_array_equal(data.test_y, table.labels[300:600])


def test_opening_them_does_not_import_pandas():
    program = (
        "import sys; from engine.data import load; from engine.data.spec import DataSpec; "
        "load(DataSpec()); sys.exit(any(name in sys.modules for name in ('pandas', 'pooch')))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
