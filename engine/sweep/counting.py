"""How many trials a sweep has, and why: one sentence for the window and the terminal."""

from __future__ import annotations

from collections import Counter

from engine.sentences import Sentence, say
from engine.sweep.plan import Plan


def trials_said(plan: Plan) -> Sentence:
    """``6 settings × 3 lanes × 5 seeds = 90 trials``: every lane of the experiment is swept."""
    seeds = Counter(trial.setting for trial in plan.trials)
    lanes = Counter({trial.setting: trial.lane for trial in plan.trials}.values())
    trials = _trials(len(plan.trials))
    least, most = min(seeds.values()), max(seeds.values())
    if least < most:
        settings = _settings(len(seeds))
        return say(
            "{settings}, {least} to {most} seeds each: {trials}",
            settings=settings,
            least=least,
            most=most,
            trials=trials,
        )
    if len(lanes) > 1 and len(set(lanes.values())) == 1:
        return say(
            "{settings} × {lanes} lanes × {seeds} = {trials}",
            settings=_settings(lanes.most_common(1)[0][1]),
            lanes=len(lanes),
            seeds=_seeds(most),
            trials=trials,
        )
    return say("{settings} × {seeds} = {trials}", settings=_settings(len(seeds)), seeds=_seeds(most), trials=trials)


def _settings(n: int) -> Sentence:
    return say("1 setting") if n == 1 else say("{count} settings", count=n)


def _seeds(n: int) -> Sentence:
    return say("1 seed") if n == 1 else say("{count} seeds", count=n)


def _trials(n: int) -> Sentence:
    return say("1 trial") if n == 1 else say("{count} trials", count=n)
