"""What every source keeps to, whichever there are: `engine.data.sources.registry`."""

from __future__ import annotations

import pytest

from engine.data import load_table
from engine.data.sources import downloads
from engine.data.sources.registry import FILE, SOURCES, is_file, source_of
from engine.data.spec import DataSpec

at_hand = [name for name, source in SOURCES.items() if not source.is_download and name != "painted"]
"""What is painted is all in the settings."""


@pytest.mark.parametrize("name", at_hand)
def test_what_is_known_of_it_is_what_is_read(name: str) -> None:
    source = SOURCES[name]
    table = load_table(DataSpec(source=name, train=31, test=9, task=source.task))
    assert table.name == name
    assert table.n_rows == (40 if source.is_made else source.n_rows)
    assert (table.features.shape[1], len(table.classes)) == (source.n_features, source.n_classes)


@pytest.mark.parametrize("name", at_hand)
def test_only_what_is_made_depends_on_the_settings(name: str) -> None:
    plain, changed = (
        load_table(
            DataSpec(source=name, train=40, noise=noise, shuffle_seed=seed, task=SOURCES[name].task)
        ).features.tobytes()
        for noise, seed in ((0.0, None), (0.3, 7))
    )
    assert (plain != changed) == SOURCES[name].is_made


def test_downloads_are_those_that_have_addresses() -> None:
    assert {name for name, source in SOURCES.items() if source.is_download} == downloads.ALL.keys()
    for name, download in downloads.ALL.items():
        assert len(download.classes) == SOURCES[name].n_classes


@pytest.mark.parametrize("name", SOURCES)
def test_it_has_a_name_and_a_sentence_and_is_no_file(name: str) -> None:
    assert not is_file(name)
    assert SOURCES[name].title
    assert SOURCES[name].help.endswith(".")
    assert source_of(f"./{name}") is FILE
