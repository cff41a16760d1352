"""Classes that differ only in case are told."""

from __future__ import annotations

from engine.data.columns.found.spelling import about_spelling


def test_classes_that_differ_only_in_case() -> None:
    (told,) = about_spelling("bought", ["No", "Yes", "maybe", "yes"])
    assert str(told).startswith("bought: Yes, yes differ only in capital letters, and count as 2 classes")
    assert not list(about_spelling("bought", ["No", "Yes"]))
