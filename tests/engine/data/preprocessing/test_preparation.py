"""What is made of the columns of a table before a network sees them."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data.preprocessing.preparation import from_json, plain

OFFSET, SCALE = np.array([1, 2], np.float32), np.array([2, 4], np.float32)


def test_plain_numbers_are_the_very_same_array() -> None:
    rows = np.array([[3, 10], [1, 2]], np.float32)
    found = plain(("width", "height"), OFFSET, SCALE)
    assert found.encode(rows) is rows
    np.testing.assert_array_equal(found.apply(rows), [[1, 2], [0, 0]])
    assert found.names == found.column_names == ("width", "height")


def test_a_preparation_survives_a_file() -> None:
    found = plain(("width", 'a "name"\u2028'), OFFSET, SCALE)
    again = from_json(found.to_json(), OFFSET, SCALE)
    assert (again.columns, again.features) == (found.columns, found.features)
    assert again.scale is SCALE


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"columns": [{"name": "a"}]}',  # one feature, but two are scaled
        '{"columns": [{"name": "a"}, {"name": 3}]}',
        '{"columns": [{"name": "a"}, {"name": "b"}], "more": 1}',
        '{"columns": [{"name": "a"}], "features": [{"name": "a", "column": 0}, {"name": "b", "column": 1}]}',
        '{"columns": [{"name": "a"}], "features": [{"name": "a", "column": 0}, {"name": "b", "column": -1}]}',
        '{"columns": [{"name": "a", "kind": "secret"}, {"name": "b"}]}',
        '{"columns": [{"name": "a"}, {"name": "b"}], "inputs": ["a * b"]}',  # one input, but two are scaled
        '{"columns": [{"name": "a"}, {"name": "b"}], "inputs": ["a", "c"]}',
        '{"columns": [{"name": "a"}, {"name": "b"}], "inputs": ["a", "b +"]}',
    ],
)
def test_a_forged_one_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        from_json(text, OFFSET, SCALE)
