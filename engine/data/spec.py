"""Where the rows come from, and how they are split and scaled."""

from __future__ import annotations

from typing import Literal, TypeAlias

from pydantic import Field

from engine.fields import facts
from engine.spec import LARGEST_SEED, Spec

Sampling: TypeAlias = Literal["replacement", "shuffle", "full"]


Scaling: TypeAlias = Literal["max", "standard", "none"]


class DataSpec(Spec):
    """Where the rows come from and how they are split. Units: rows."""

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
    train: int = Field(
        300,
        ge=1,
        le=1_000_000,
        title="Training rows",
        description="How many rows the network learns from; fewer rows are easier to memorize, so they overfit sooner.",
        json_schema_extra=facts(group="rows"),
    )
    test: int = Field(
        300,
        ge=1,
        le=1_000_000,
        title="Test rows",
        description="How many rows are kept aside to see whether what was learned holds for rows never trained on.",
        json_schema_extra=facts(group="rows"),
    )
    label_noise: float = Field(
        0.0,
        ge=0,
        le=1,
        title="Label noise",
        description="The share of training labels replaced by a wrong class; a net that fits them is memorizing.",
        json_schema_extra={"step": 0.05},
    )
    noise: float = Field(
        0.0,
        ge=0,
        le=0.5,
        title="Toy noise",
        description="How far the points of a two-feature toy are scattered from their ideal place.",
        json_schema_extra={"step": 0.05},
    )
    scaling: Scaling = Field(
        "max",
        title="Scaling",
        description="How features get a common size: divided by the largest value, standardized, or left alone.",
    )
    shuffle_seed: int | None = Field(
        None,
        ge=0,
        le=LARGEST_SEED,
        title="Shuffle seed",
        description="Mixes the rows before they are split; without it they keep the order of the file.",
    )
