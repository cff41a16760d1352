"""The history grows, and what was handed out never changes."""

from __future__ import annotations

import numpy as np
import pytest

from engine.train.history.history import LOOKS, MEASURES, History, Mark, even_points, look_points


def record(value: float, lanes: int = 2) -> np.ndarray:
    """Each number is its own: value + measure / 10 + lane / 100."""
    return value + np.arange(len(MEASURES))[:, None] / 10 + np.arange(lanes) / 100


def filled(points: int) -> History:
    history = History(2)
    for step in range(points):
        history.append(step * 3, record(step))
    return history


@pytest.mark.parametrize("points", [0, 1, 255, 256, 257, 1000])
def test_everything_is_kept_in_order(points: int) -> None:
    view = filled(points).view()
    assert len(view) == points
    assert view.steps.tolist() == [step * 3 for step in range(points)]
    assert view.values.shape == (points, 5, 2)
    for index, name in enumerate(MEASURES):
        expected = np.arange(points)[:, None] + index / 10 + np.array([0, 0.01])
        np.testing.assert_allclose(view.measure(name), expected, rtol=1e-6)


def test_a_loss_is_its_data_part_and_the_penalty() -> None:
    history = History(2)
    history.append(0, np.array([[1, 2], [0.25, 0.5], [0.9, 0.8], [3, 4], [0.7, 0.6]]))
    view = history.view()
    assert view.measure("train_loss").tolist() == [[1.25, 2.5]]
    assert view.measure("test_loss").tolist() == [[3.25, 4.5]]
    assert view.measure("test_accuracy")[0].tolist() == pytest.approx([0.7, 0.6])


def test_growth_leaves_old_views_as_they_were() -> None:
    """Across several doublings, and also while there is room left in the same array."""
    history = History(2)
    views = []
    for step in range(1100):
        history.append(step, record(step))
        if step % 50 == 0:
            view = history.view()
            views.append((view, view.steps.copy(), view.values.copy()))
    for view, steps, values in views:
        np.testing.assert_array_equal(view.steps, steps)
        np.testing.assert_array_equal(view.values, values)


def test_a_second_record_of_a_step_fills_in_what_was_not_known_and_replaces_nothing() -> None:
    history = filled(3)
    values = record(2)
    values[:, 1] = np.nan
    history.append(9, values)
    before = history.view()
    history.append(9, record(7))
    after = history.view()
    assert len(after) == len(before) == 4
    np.testing.assert_allclose(after.values[3, :, 0], record(2)[:, 0], rtol=1e-6)
    np.testing.assert_allclose(after.values[3, :, 1], record(7)[:, 1], rtol=1e-6)
    assert np.isnan(before.values[3, :, 1]).all(), "what was handed out never changes"


@pytest.mark.parametrize(("steps", "first"), [(0, []), (1, [1]), (30, [1, 3]), (1500, [1, 2, 4, 8, 16, 32, 64, 75])])
def test_a_run_is_looked_at_from_its_first_steps_on(steps: int, first: list[int]) -> None:
    looks = sorted(look_points(steps))
    assert looks[: len(first)] == first
    assert set(looks) <= set(even_points(steps))
    assert looks[-1:] == ([steps] if steps else [])
    assert len(looks) <= LOOKS + max(steps, 1).bit_length()


@pytest.mark.parametrize("points", [1, 256, 300])
def test_views_are_read_only(points: int) -> None:
    history = filled(points)
    view = history.view()
    with pytest.raises(ValueError, match="read-only"):
        view.steps[0] = 7
    with pytest.raises(ValueError, match="read-only"):
        view.values[0] = 7
    with pytest.raises(ValueError, match="read-only"):
        view.measure("penalty")[0] = 7
    history.append(10_000, record(1))  # the history itself still writes
    assert len(history.view()) == points + 1


def test_a_second_record_of_a_step_is_left_out() -> None:
    history = filled(3)
    history.append(6, record(99))
    assert history.view().steps.tolist() == [0, 3, 6]
    assert history.view().values.max() < 3


def test_nan_and_numbers_beyond_float32_are_kept() -> None:
    history = History(2)
    figures = record(0)
    figures[0] = [np.nan, 1e300]
    history.append(0, figures)
    train = history.view().measure("train_loss")[0]
    assert np.isnan(train[0])
    assert np.isinf(train[1])


def test_marks_of_a_view_stay() -> None:
    history = filled(1)
    history.mark(Mark(0, "batch_size", 8, 4))
    before = history.view()
    history.mark(Mark(5, "batch_size", 4, 2))
    assert before.marks == (Mark(0, "batch_size", 8, 4),)
    assert history.view().marks == (Mark(0, "batch_size", 8, 4), Mark(5, "batch_size", 4, 2))


def test_changes_of_a_field_at_one_step_are_one_mark() -> None:
    history = History(1)
    history.mark(Mark(4, "batch_size", 8, 4))
    history.mark(Mark(4, "steps", 1, 2))
    history.mark(Mark(4, "batch_size", 4, 16))
    assert set(history.view().marks) == {Mark(4, "batch_size", 8, 16), Mark(4, "steps", 1, 2)}


def test_a_change_taken_back_at_the_same_step_is_none() -> None:
    history = History(1)
    history.mark(Mark(3, "batch_size", 8, 4))
    history.mark(Mark(4, "batch_size", 4, 16))
    history.mark(Mark(4, "batch_size", 16, 4))
    assert history.view().marks == (Mark(3, "batch_size", 8, 4),)
    history.mark(Mark(5, "batch_size", 4, 8))  # later is another matter: the curves show both
    assert len(history.view().marks) == 2
