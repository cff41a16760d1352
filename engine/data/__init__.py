"""Rows to learn from: bundled digits, two-feature toys, CSV and IDX files.

`load_table` reads a source as it is; `split` cuts and scales it as a DataSpec says; `load` does both.
"""

from engine.data.dataset import Dataset, Table

__all__ = ["Dataset", "Table"]
