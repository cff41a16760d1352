"""What the diagnosis says at the end of `playground train`, and in its JSON."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest

from engine.diagnosis.diagnosis import RULES
from tests.conftest import thorough
from tests.playground.cli.terminal import playground

SICK = ("train", "dead-relu", "--steps", "100")
HEALTHY = ("train", "reference", "--steps", "60", "--set", "optimizer.learning_rate=0.05")


def run_anew(*arguments: str) -> tuple[str, str]:
    """stdout and stderr."""
    done = playground(*arguments, cwd=Path())
    return done.stdout, done.stderr


run = cache(run_anew)
"""What several tests look at is trained once."""


def test_what_is_wrong_is_told_at_the_end() -> None:
    out, err = run(*SICK, "--json")
    findings = json.loads(out)["findings"]
    found = {finding["lane"]: finding for finding in findings}["Rate 1"]
    assert set(found) == {"lane", "rule", "step", "text", "evidence", "remedy"}
    assert (found["rule"], found["step"]) == ("rate_too_large", 100)
    assert found["rule"] in RULES
    assert found["evidence"]
    told = (found["text"], *found["evidence"], found["remedy"]["text"])
    assert not any(sentence in err for sentence in told), "they are in the object"
    _, err = run(*SICK)
    assert all(sentence in err for sentence in told)
    assert found["remedy"]["edits"] == [["lanes.0.learning_rate", 0.1]]
    assert found["remedy"]["tried"]


def test_the_remedy_taken_by_set_cures_it() -> None:
    out, _ = run(*SICK, "--json", "--quiet")
    ((path, value),) = json.loads(out)["findings"][0]["remedy"]["edits"]
    better, _ = run(*SICK, "--json", "--quiet", "--set", f"{path}={value}")
    before, after = (json.loads(text)["lanes"][0]["test"]["accuracy"] for text in (out, better))
    assert after > before + 0.3


def test_tried_remedies_say_what_came_of_them() -> None:
    _, err = run(*SICK, "--try-remedies")
    assert re.search(r"Rate 0\.1 shows it: test loss 0?\.\d* instead of 2\.\d* at step 100\.", err)
    _, err = run(*SICK, "--try-remedies", "--set", "lanes.1.learning_rate=2")
    assert re.search(r"Test loss 2\.\d* → 0?\.\d* after 100 steps \(tried\)\.", err)


def test_what_was_not_tried_says_so() -> None:
    out, err = run(*SICK, "--no-try-remedies", "--json")
    assert not json.loads(out)["findings"][0]["remedy"]["tried"]
    assert "Trying" not in err
    _, err = run(*SICK, "--no-try-remedies")
    assert "Remedy: Learning rate 0.1.\n  The remedy was not tried.\n" in err


def test_trials_are_short_unless_they_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("playground.cli.commands.train.BRIEFLY", 1e-9)
    alone = (*SICK, "--set", "lanes.1.learning_rate=2")
    assert "The remedy was not tried: that would take too long." in run_anew(*alone)[1]
    _, err = run_anew(*alone, "--try-remedies")
    assert "Trying remedies; Ctrl-C goes on without." in err
    assert "(tried)" in err
    assert "The remedy was not tried" not in err


def test_a_healthy_run_is_not_talked_about() -> None:
    out, _ = run(*HEALTHY, "--json")
    _, err = run(*HEALTHY)
    assert json.loads(out)["findings"] == []
    assert "Remedy" not in err


def test_quiet_silences_progress_and_no_finding() -> None:
    """Findings are results; and what is calm is no news."""
    _, loud = run(*SICK)
    _, quiet = run(*SICK, "--quiet")
    assert "Remedy: Learning rate 0.1." in quiet
    assert loud.endswith(quiet)
    assert "step 100 of 100" not in quiet
    assert run(*HEALTHY, "--quiet")[1] == ""


@pytest.mark.parametrize("preset", thorough(["overfitting", "reference"], by_day=["overfitting"]))
def test_the_same_run_is_told_the_same_however_often_it_was_measured(
    preset: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """How much is measured for the display goes by the clock: what is said must not."""
    args = ("train", preset, "--steps", "410", "--no-try-remedies", "--history", str(tmp_path / "h.csv"))

    def told(share: float) -> list[str]:
        monkeypatch.setattr("playground.cli.commands.train._measuring_share", lambda outputs: share)
        lines = run_anew(*args)[1].splitlines()
        return [line for line in lines if not line.startswith("step ")]

    seldom, often = told(0.0), told(1.0)
    assert seldom == often
    assert any(" step " in line or "loss" in line for line in seldom)
    assert len((tmp_path / "h.csv").read_text().splitlines()) > 200


def test_figures_are_said_of_their_step() -> None:
    _, err = run(*SICK)
    assert re.search(r"^  At step 100: \d+% of the ReLU units of layer \d+ are dead", err, re.MULTILINE)


def test_where_nothing_is_found_it_says_how_it_goes() -> None:
    out, _ = run(*HEALTHY, "--json")
    _, err = run(*HEALTHY)
    loss = json.loads(out)["lanes"][0]["test"]["data_loss"]
    assert f"Nothing found: the test loss still falls, {loss:.3g} at step 60." in err
