"""What the trainer learns from: a Table as it was read, and the Dataset cut from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from engine.data.columns.column import Column
from engine.data.preprocessing.preparation import Preparation, Prepared
from engine.data.spec import DataSpec
from engine.data.task import Labels, Task
from engine.records import record

if TYPE_CHECKING:  # what only files have, the window opens without
    from engine.data.findings import Findings
    from engine.data.sheet import Sheet
    from engine.errors import Remark


_ROUNDING: Final = 2 * float(np.finfo(np.float32).eps)
"""Of an offset that was taken away and added again."""


@record(eq=False, weakref_slot=True)
class Table:
    """All rows of a source, unscaled and in file order. The arrays are read-only.

    features: (rows, n_columns) float32, NaN where there is no value; columns: what they are; labels: (rows,) int64,
    indices into ``classes``. Where numbers are to be learned ``classes`` is empty, and labels are float32 in the unit
    of the source, of what is called ``target_name``.
    image_shape: (height, width) where the features are the pixels of a picture; in colour each has three beside each
    other, red, green and blue.
    is_named: whether the source itself names its features; otherwise they are told apart by their places alone.
    findings: what was found in a person's own file.
    """

    name: str
    features: NDArray[np.float32]
    labels: Labels
    classes: tuple[str, ...]
    columns: tuple[Column, ...]
    image_shape: tuple[int, int] | None = None
    is_named: bool = True
    findings: Findings | None = None
    target_name: str = ""
    sheet: Sheet | None = None
    """The file as it was read, where it is a table."""
    as_read: DataSpec | None = None
    """What it was read by, guesses and proposals included."""
    places: NDArray[np.int64] | None = None
    """(rows,), where each lies in the source; None where none is left out."""
    remarks: tuple[Remark, ...] = ()
    """Of rows that are to be used, not learned from: what a person should know of how they were read."""

    @property
    def task(self) -> Task:
        """What is to be learned from it."""
        return "classes" if self.classes else "numbers"

    @property
    def n_outputs(self) -> int:
        """What a network says of a row: how likely each class is, or one number."""
        return len(self.classes) or 1

    @property
    def n_rows(self) -> int:
        return len(self.features)

    @property
    def n_features(self) -> int:
        return int(self.features.shape[1])

    @property
    def is_colored(self) -> bool:
        """Whether rows are pictures of red, green and blue."""
        return self.image_shape is not None and self.n_features == 3 * self.image_shape[0] * self.image_shape[1]

    @property
    def feature_names(self) -> tuple[str, ...]:
        """Of the columns."""
        return tuple(column.name for column in self.columns)


@record(eq=False)
class RawRows:
    """Rows as the columns of the table have them: (train, n_columns), (test, n_columns), read-only; and so are
    (validation, n_columns), where there are such."""

    train: NDArray[np.float32]
    test: NDArray[np.float32]
    valid: NDArray[np.float32] | None = None


@record(eq=False, weakref_slot=True)
class Dataset(Prepared):
    """Training and test rows, scaled and ready. The arrays are read-only.

    train_x: (train, n_features) float32; train_y: (train,) int64, label noise included;
    train_y_clean: (train,) int64, as the source has them; test_x, test_y likewise, without noise.
    preparation: how they were made of the columns of a table. A scaled feature is (feature - offset) / scale, and what
    is called a feature here is what the network is given: an input, where there are formulas.
    Where numbers are to be learned ``classes`` is empty, and all y are float32 in the unit of the source, of what is
    called ``target_name``. The network says (y - target_offset) / target_scale: mean and standard deviation of the
    training rows, without noise.
    made_of: the rows before that; None where they are the features themselves, see `raw`.
    sheet: the file that they were read from, where it is a table.
    source_rows: how many rows the source has, used or not; 0 where that is not known.
    held_places: (validation,), where the validation rows lie among the training rows before a fold was left out of
    them; None where they are no fold.
    valid_x: (validation, n_features) and valid_y: (validation,), without noise; None where no rows are kept for
    choosing between settings.
    """

    name: str
    train_x: NDArray[np.float32]
    train_y: Labels
    train_y_clean: Labels
    test_x: NDArray[np.float32]
    test_y: Labels
    classes: tuple[str, ...]
    preparation: Preparation
    image_shape: tuple[int, int] | None = None
    source_rows: int = 0
    valid_x: NDArray[np.float32] | None = None
    valid_y: Labels | None = None
    is_named: bool = True
    findings: Findings | None = None
    target_name: str = ""
    target_offset: float = 0.0
    target_scale: float = 1.0
    is_label_robust: bool = False
    """Whether these two are median and quartiles instead: see `engine.data.preprocessing.targets`."""
    made_of: RawRows | None = None
    sheet: Sheet | None = None
    held_places: NDArray[np.int64] | None = None
    test_places: NDArray[np.int64] | None = None
    """(test,), where the test rows lie in the source; None where they come from none."""
    valid_places: NDArray[np.int64] | None = None
    """(validation,), the same of the validation rows."""
    table: Table | None = None
    """All rows of the source, from which lanes may take others; None where they come from none."""

    @property
    def n_features(self) -> int:
        return int(self.train_x.shape[1])

    @property
    def is_plane(self) -> bool:
        """Whether rows are points of a plane: two numbers each, whatever is made of them."""
        kinds = [column.kind for column in self.preparation.columns]
        return self.image_shape is None and self.preparation.is_plain and kinds == ["number", "number"]

    def raw(self) -> RawRows:
        """All rows as the columns of the table have them, of which the features are those themselves."""
        valid = None if self.valid_x is None else self.unscaled(self.valid_x)
        return self.made_of or RawRows(self.unscaled(self.train_x), self.unscaled(self.test_x), valid)

    def unscaled(self, x: NDArray[np.float32]) -> NDArray[np.float32]:
        """Scaled features, (..., n_features), in their own units; 0 where there is nothing but what rounding leaves."""
        features: NDArray[np.float32] = x * self.scale + self.offset
        if self.offset.any():
            features[np.abs(features) <= _ROUNDING * np.abs(self.offset)] = 0
        return features

    @property
    def n_classes(self) -> int:
        return len(self.classes)

    @property
    def task(self) -> Task:
        """What is to be learned from it."""
        return "classes" if self.classes else "numbers"

    @property
    def n_outputs(self) -> int:
        """What a network says of a row: how likely each class is, or one number."""
        return len(self.classes) or 1
