"""Where the rows come from, and how they are split and scaled."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Annotated, Final, Literal, TypeAlias

from pydantic import AfterValidator, Field, ValidationInfo, field_validator
from pydantic_core import PydanticKnownError

from engine.data.augmentation.spec import AugmentationSpec
from engine.data.columns.column import ColumnKind
from engine.data.task import Task
from engine.data.toys.registry import WITH_ANY_CLASSES
from engine.errors import ExperimentError, FormulaError
from engine.fields import facts, when
from engine.spec import LARGEST_SEED, Spec

Size: TypeAlias = int | float
"""So many rows; or, between 0 and 1, a share of all there are."""

Sampling: TypeAlias = Literal["replacement", "shuffle", "full"]


Scaling: TypeAlias = Literal["max", "standard", "minmax", "none"]
Role: TypeAlias = Literal["feature", "label", "ignored"]


Point: TypeAlias = tuple[float, float, float]
"""x1, x2 and the number of the class, from 0."""
MOST_POINTS: Final = 5000


@lru_cache(maxsize=4)
def _shared(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """The very same points, where another experiment has them already: edits of anything else make no copies."""
    return points


Points: TypeAlias = Annotated[tuple[Point, ...], AfterValidator(_shared)]


class ColumnSpec(Spec):
    """What one column of a person's own table is taken for. What is left open is found out from its values."""

    role: Role | None = Field(
        None,
        title="Role",
        description="Whether the network is given this column, has to answer it, or never sees it.",
    )
    kind: ColumnKind | None = Field(
        None,
        title="Kind",
        description="What the values are: numbers, one of a few words, yes or no, or days.",
    )
    missing: Literal["mean", "most_frequent", "drop"] | None = Field(
        None,
        title="Missing values",
        description="What stands in for a hole: the mean, the commonest value, or nothing: the row is left out.",
    )
    means_missing: tuple[str, ...] = Field(
        (),
        max_length=16,
        title="Means missing",
        description="Values that only say that there is none, such as -999 or 9999-12-31; they count as holes.",
    )

    cycles: bool = Field(
        False,
        title="Cycles",
        description="Whether of days their place in the day, the week and the year is given as well: what comes again "
        "each morning or each summer cannot be seen in how many days there were before.",
    )

    @field_validator("means_missing", mode="before")
    @classmethod
    def _one_or_several(cls, values: object) -> object:
        """Also a single one, and numbers as such."""
        several = values if isinstance(values, list | tuple) else () if values is None else (values,)
        return tuple(
            f"{value:.15g}" if isinstance(value, int | float) and not isinstance(value, bool) else value
            for value in several
        )


class DataSpec(Spec):
    """Where the rows come from and how they are split. Units: rows, or a share of all rows, as 0.6.

    Each default is what a file written before the field was there means; what a person's own new file gets is another
    matter, see `engine.data.columns.proposal`.
    """

    source: str = Field(
        "digits",
        min_length=1,
        title="Source",
        description="The rows to learn from: bundled digits, a two-feature toy, a download, or your own file.",
        json_schema_extra=facts(group="source"),
    )
    label: str = Field(
        "label",
        min_length=1,
        title="Label column",
        description="The CSV column that holds the class of each row.",
        json_schema_extra=facts(group="column"),
    )
    train: Size = Field(
        300,
        ge=1,
        le=1_000_000,
        title="Training rows",
        description="How many rows the network learns from; fewer rows are easier to memorize, so they overfit sooner.",
        json_schema_extra=facts(group="rows", shares=True),
    )
    test: Size = Field(
        300,
        ge=1,
        le=1_000_000,
        title="Test rows",
        description="How many rows are kept aside to see whether what was learned holds for rows never trained on.",
        json_schema_extra=facts(group="rows", shares=True),
    )
    validation: Size = Field(
        0,
        ge=0,
        le=1_000_000,
        title="Validation rows",
        description="How many rows choose between settings and say when to stop, so that the test rows stay unseen.",
        json_schema_extra=facts(group="rows", shares=True),
    )
    train_on: int | None = Field(
        None,
        ge=1,
        le=1_000_000,
        title="Trained on",
        description="How many of the training rows are learned from, the first ones in their order; without a number "
        "all of them. How much better more rows make a net is its learning curve.",
        json_schema_extra=facts(group="part", symbol="rows"),
    )
    folds: int | None = Field(
        None,
        ge=2,
        le=64,
        title="Folds",
        description="Into how many parts of equal size the training rows are cut for cross-validation.",
        json_schema_extra=facts(group="part"),
    )
    fold: int | None = Field(
        None,
        ge=1,
        le=64,
        title="Fold",
        description="Which of the folds, from 1, is kept out of training and validates; a lane for each shows how much "
        "a result depends on the rows that happened to be held out.",
        json_schema_extra=facts(group="part"),
    )
    label_noise: float = Field(
        0.0,
        ge=0,
        le=1,
        title="Label noise",
        description="The share of training labels made wrong; of numbers, the size of noise beside their spread. A net "
        "that fits it is memorizing.",
        json_schema_extra={"step": 0.05, "symbol": "noise"},
    )
    noise: float = Field(
        0.0,
        ge=0,
        le=0.5,
        title="Toy noise",
        description="How far the points of a two-feature toy are scattered from their ideal place.",
        json_schema_extra={"step": 0.05},
    )
    classes: int | None = Field(
        None,
        ge=2,
        le=5,
        title="Classes",
        description="How many classes a toy has: with more of them a net has to draw more borders at once.",
        json_schema_extra=facts(used_when=when("source", *WITH_ANY_CLASSES)),
    )
    scaling: Scaling = Field(
        "max",
        title="Scaling",
        description="How features get a common size: by the largest value, standardized, from 0 to 1, or not at all.",
    )
    robust_label: bool = Field(
        False,
        title="Robust label",
        description="Whether the number to learn is scaled by its median and quartiles, which a few values far off do "
        "not move, in place of its mean and standard deviation. With the loss Huber such values hardly count then.",
        json_schema_extra=facts(used_when=when("task", "numbers")),
    )
    inputs: tuple[str, ...] = Field(
        (),
        max_length=64,
        title="Inputs",
        description="What the network is given: formulas over the features, such as x1*x2; without any, the features.",
    )
    points: Points = Field(
        (),
        max_length=MOST_POINTS,
        title="Points",
        description="The points that were painted: x1, x2 and the number of the class, from 0, of each.",
        json_schema_extra=facts(group="points", used_when=when("source", "painted")),
    )
    color: bool = Field(
        False,
        title="Colour",
        description="Whether a folder of pictures is read in colour, as red, green and blue, or in grey.",
        json_schema_extra=facts(group="source"),
    )
    pictures: bool | None = Field(
        None,
        title="Pictures",
        description="Whether columns that are numbered up to a square number, such as x1 to x64, are the pixels of "
        "pictures; false where they are numbers each for itself.",
        json_schema_extra=facts(group="column"),
    )
    downsample: int = Field(
        1,
        ge=1,
        le=4,
        title="Downsample",
        description="How many pixels of a picture, across and down, become one, their mean: 2 makes 14 × 14 of "
        "28 × 28, and a step takes about a quarter of the time.",
    )
    augmentation: AugmentationSpec = Field(AugmentationSpec(), title="Augmentation")
    shuffle_seed: int | None = Field(
        None,
        ge=0,
        le=LARGEST_SEED,
        title="Shuffle seed",
        description="Mixes the rows before they are split; without it they keep the order of the file.",
    )
    stratify: bool = Field(
        False,
        title="Stratify",
        description="Gives training, validation and test rows the same share of each class.",
    )
    keep_test: bool = Field(
        False,
        title="Keep test rows",
        description="Whether the last rows, as they are mixed, test and those before them validate, so that the test "
        "rows stay the same whatever else is changed; otherwise they follow upon training and validation rows.",
        json_schema_extra=facts(group="rows"),
    )
    task: Task = Field(
        "classes",
        title="Task",
        description="What is to be learned: which class a row is of, or a number (regression).",
    )
    leave_out_repeats: bool = Field(
        False,
        title="Leave out repeats",
        description="Whether rows of a table that repeat another one, label included, are left out: a twin of a "
        "training row among the test rows needs no learning.",
        json_schema_extra=facts(group="rows"),
    )
    columns: dict[str, ColumnSpec] = Field(
        {},
        title="Columns",
        description="What each column of a table is taken for: a feature, the label, or nothing.",
        json_schema_extra=facts(group="column"),
    )
    sheet: str | None = Field(
        None,
        min_length=1,
        max_length=100,
        title="Sheet",
        description="Which sheet of a workbook has the table; found out from the file unless it is said.",
        json_schema_extra=facts(group="writing"),
    )
    header: bool | None = Field(
        None,
        title="Header",
        description="Whether the first line of the file names the columns; found out from the file unless it is said.",
        json_schema_extra=facts(group="writing"),
    )
    names_line: int | None = Field(
        None,
        ge=0,
        le=100,
        title="Names are in",
        description="Which line of the file, from 1, names the columns; 0 where none does. Lines above it are not "
        "read. Found out from the file unless it is said.",
        json_schema_extra=facts(group="writing"),
    )
    lines_left_out: tuple[int, ...] | None = Field(
        (),
        max_length=64,
        title="Lines left out",
        description="Lines of the file, from 1, that are no rows: units below the names, sums or notes at the end; "
        "null where they are found out.",
        json_schema_extra=facts(group="writing"),
    )
    separator: str | None = Field(
        None,
        min_length=1,
        max_length=1,
        title="Separator",
        description="What stands between two values of a line; found out from the file unless it is said.",
        json_schema_extra=facts(group="writing"),
    )
    decimal: Literal[".", ","] | None = Field(
        None,
        title="Decimal mark",
        description="How decimals are written: 1.5 or 1,5; found out from the file unless it is said.",
        json_schema_extra=facts(group="writing"),
    )
    date_order: Literal["day_first", "month_first"] | None = Field(
        None,
        title="Day or month first",
        description="How days such as 03/04/2024 are read, where nothing in the file says which number is the month.",
        json_schema_extra=facts(group="writing"),
    )
    encoding: str | None = Field(
        None,
        min_length=1,
        max_length=40,
        title="Encoding",
        description="How letters are written as bytes; found out from the file unless it is said.",
        json_schema_extra=facts(group="writing"),
    )

    @property
    def label_column(self) -> str:
        """The column with that role, or else the one that ``label`` names."""
        return next((name for name, said in self.columns.items() if said.role == "label"), self.label)

    @property
    def rows_and_label(self) -> tuple[object, ...]:
        """What decides which rows there are to hold back, and what is to be known of them."""
        return self.source, self.label_column, self.noise, self.classes

    @property
    def split(self) -> tuple[object, ...]:
        """The same, and what decides which of them are held back; not how they are scaled."""
        sizes = self.train, self.validation, self.test
        return *self.rows_and_label, *sizes, self.shuffle_seed, self.stratify, self.keep_test

    def has_rows_of(self, other: DataSpec) -> bool:
        """Whether the rows are the same: what is made of them for a step may be another thing."""
        return self == other or self.model_copy(update={"augmentation": other.augmentation}) == other

    @field_validator("train", "validation", "test", mode="wrap")
    @classmethod
    def _rows_or_a_share(cls, size: object, check: Callable[[object], Size], info: ValidationInfo) -> Size:
        if isinstance(size, float) and 0 < size < 1:
            return size
        if isinstance(size, float) and size.is_integer():
            size = int(size)  # a slider's or a spreadsheet's 300.0
        elif isinstance(size, float):
            template = "{path}: must be a whole number of rows, or a share below 1; got {value}."
            raise ExperimentError(template, path=f"data.{info.field_name}", value=size)
        if isinstance(size, bool) or not isinstance(size, int):
            raise PydanticKnownError("int_type")
        return check(size)

    @field_validator("sheet", mode="before")
    @classmethod
    def _called_by_a_year(cls, name: object) -> object:
        """Many a sheet is called 2024."""
        return str(name) if isinstance(name, int) and not isinstance(name, bool) else name

    @field_validator("inputs", mode="before")
    @classmethod
    def _none_and_lists_as_well(cls, inputs: object) -> object:
        return tuple(inputs or ()) if inputs is None or isinstance(inputs, list) else inputs

    @field_validator("inputs")
    @classmethod
    def _can_be_read(cls, inputs: tuple[str, ...]) -> tuple[str, ...]:
        """Whether each is a formula and there once; which columns there are, only the table knows."""
        if not inputs:
            return inputs
        from engine.data.formulas import parse  # here, because most experiments have none

        alike = ["".join(formula.split()) for formula in inputs]
        for place, formula in enumerate(inputs):
            path = f"data.inputs.{place}"
            try:
                parse(formula)
            except FormulaError as error:
                raise ExperimentError("{path}: {problem}", path=path, problem=error) from None
            if alike[place] in alike[:place]:
                raise ExperimentError("{path}: {formula} is there already.", path=path, formula=formula)
        return inputs
