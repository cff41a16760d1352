"""Which of the commands that wait together are worth doing: by a list that a person can follow."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.data import Dataset, load
from engine.experiment.experiment import Experiment
from engine.inspectors import InspectionRequest
from playground.worker.commands import (
    Apply,
    Branch,
    Command,
    Inspect,
    Load,
    LookBack,
    Pause,
    Play,
    SaveModel,
)
from playground.worker.inbox import Inbox, passed_over, worth_doing
from tests.playground.helpers import small


@pytest.fixture(scope="module")
def experiment() -> Experiment:
    return small()


@pytest.fixture(scope="module")
def dataset(experiment: Experiment) -> Dataset:
    return load(experiment.data)


def test_commands_come_out_in_their_order_and_once(experiment: Experiment) -> None:
    inbox, commands = Inbox(), [Play(1), Pause(), Apply(1, experiment)]
    for command in commands:
        inbox.put(command)
    assert inbox.interrupts
    assert inbox.take() == commands
    assert inbox.take() == []
    assert not inbox.interrupts


def test_of_several_loads_the_last_is_worth_doing_and_what_writes_files(
    experiment: Experiment, dataset: Dataset
) -> None:
    first, second = Load(1, experiment, dataset), Load(2, experiment, dataset, start=1)
    save = SaveModel(Path("model.npz"))
    commands: list[Command] = [first, Play(1), save, second, Play(2)]
    assert worth_doing(commands) == [save, second, Play(2)]
    assert passed_over(commands) == [first]


def test_where_lanes_come_or_go_every_run_may_be_led_back_to(experiment: Experiment, dataset: Dataset) -> None:
    commands: list[Command] = [
        Load(1, experiment, dataset),
        Branch(1, experiment, 0, None, 1),
        Load(2, experiment, dataset),
    ]
    assert worth_doing(commands) == commands
    assert passed_over(commands) == []


def test_of_questions_in_a_row_the_newest_counts() -> None:
    old, new = Inspect(InspectionRequest()), Inspect(InspectionRequest(focus=1))
    assert worth_doing([LookBack(1), LookBack(2), old, new, LookBack(3)]) == [LookBack(2), new, LookBack(3)]
    assert worth_doing([Play(1), Play(2)]) == [Play(1), Play(2)]
