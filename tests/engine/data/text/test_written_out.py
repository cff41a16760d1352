"""Days with the name of a month, and times with AM and PM: what pandas reads of them, and what is none stays."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from engine.data.text.dates import dates
from engine.data.text.units import measured
from engine.data.text.written_out import with_24_hours, with_number_of_month


@pytest.mark.parametrize(
    "form",
    [
        "%d %b %Y",
        "%d-%b-%y",
        "%B %d, %Y",
        "%a, %d %b %Y",
        "%d %B %Y %H:%M",
        "%b %d, %Y %I:%M %p",
        "%Y-%m-%d %I:%M:%S %p",
    ],
)
def test_days_are_those_that_were_written(form: str) -> None:
    moments = pd.date_range("2021-11-03 10:05:00", periods=40, freq="37h")
    found = dates([moment.strftime(form) for moment in moments])
    assert found is not None
    written = moments if "%p" in form or "%H" in form else moments.normalize()
    step = "s" if "%S" in form else "m" if "%" in form and (":" in form) else "D"
    assert (found.days.astype(f"datetime64[{step}]") == written.to_numpy().astype(f"datetime64[{step}]")).all()
    assert found.is_sure


@pytest.mark.parametrize("text", ["12 Mai 2024", "March", "12 pm", "size 12 Mar", "13:20 PM", "5 apples 2024", ""])
def test_other_texts_stay(text: str) -> None:
    assert with_24_hours(with_number_of_month(text)) == text


def test_times_of_half_a_day_are_those_of_the_whole() -> None:
    moments = pd.date_range("2021-11-03 00:05", periods=48, freq="31min")
    halves = measured([moment.strftime("%I:%M %p") for moment in moments])
    whole = measured([moment.strftime("%H:%M") for moment in moments])
    assert halves is not None
    np.testing.assert_array_equal(halves, whole)
    np.testing.assert_array_equal(halves, [60 * moment.hour + moment.minute for moment in moments])
