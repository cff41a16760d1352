"""What else is tried where the remedy of a rule does not help, most promising first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from engine.diagnosis import remedies
from engine.diagnosis.apply_remedy import cured
from engine.diagnosis.diagnosis import diagnose
from engine.diagnosis.evidence.evidence import Beside, Evidence, dropout_rates
from engine.diagnosis.findings import Finding, Remedy, say
from engine.errors import PlaygroundError
from engine.experiment.experiment import Experiment
from engine.experiment.lanes.lanes import lane_setup
from engine.nn.layers.base import has_weights

Maker = Callable[[Evidence], "Remedy | None"]

BY_HEART: Final = ("overfitting", "memorized", "few_rows")
"""Rules whose remedies show only after as many steps as their trouble took."""
TRIES: Final = 7
"""Remedies for one cause that are tried, at most."""
STRONG: Final = 0.4
"""Rate of dropout."""
OF_THE_RATE: Final = ("rate_too_large", "diverged")
LATE: Final = (*OF_THE_RATE, "net_too_small", "plateau", "stuck_at_chance")
"""Rules whose remedies may show late."""


def with_adam(e: Evidence) -> Remedy | None:
    """With a rate that suits it; that alone where it is Adam already."""
    rate = 0.01 if e.n_features <= 10 else 0.003
    if e.setup.optimizer.kind == "adam":
        return remedies.rate(e, rate)
    edits = (("optimizer.kind", "adam"), *remedies.for_lane(e, "learning_rate", rate))
    return Remedy(say("Use Adam with learning rate {rate:g}", rate=rate), edits)


def relu(e: Evidence) -> Remedy | None:
    flat = [function for function in remedies.hidden_functions(e).values() if function.saturates]
    return remedies.against_vanishing(e) if flat else remedies.initialization(e)


def no_dropout(e: Evidence) -> Remedy | None:
    return Remedy(say("No dropout"), remedies.for_lane(e, "rate", 0.0)) if any(dropout_rates(e.layers)) else None


def no_strong_dropout(e: Evidence) -> Remedy | None:
    return no_dropout(e) if max(dropout_rates(e.layers), default=0) >= STRONG else None


def no_penalty(e: Evidence) -> Remedy | None:
    name = "l1" if any(layer.l1 for layer in e.layers if has_weights(layer)) else "l2"
    return Remedy(say("No penalty"), remedies.for_lane(e, name, 0.0))


def no_strong_penalty(e: Evidence) -> Remedy | None:
    weighted = [layer for layer in e.layers if has_weights(layer)]
    is_strong = any(
        getattr(layer, name) > remedies.sound_penalty(e, name) for layer in weighted for name in ("l1", "l2")
    )
    return no_penalty(e) if is_strong else None


def standardized(e: Evidence) -> Remedy | None:
    return remedies.standard_scaling()


def bent(e: Evidence) -> Remedy | None:
    return None if remedies.hidden_functions(e) else remedies.hidden_layer(e)


def more_dropout(e: Evidence) -> Remedy | None:
    if any(dropout_rates(e.layers)) or len(e.dense) < 2:
        return None
    return Remedy(say("Add dropout"), (("insert", (e.dense[-1], "dropout")),))


def stop_early(e: Evidence) -> Remedy | None:
    if e.setup.early_stopping.on or not e.has_validation:  # it would choose by the test rows
        return None
    return Remedy(say("Stop early"), (("early_stopping.on", True),))


def more_l2(e: Evidence) -> Remedy | None:
    value = float(f"{10 * remedies.sound_penalty(e, 'l2'):.3g}")
    return Remedy(say("Use L2 with λ {strength:g}", strength=value), remedies.for_lane(e, "l2", value))


def times(factor: float) -> Maker:
    return lambda e: remedies.rate(e, e.learning_rate * factor)


def batches(e: Evidence) -> Remedy | None:
    return remedies.larger_batch()


_AGAINST_LEARNING_BY_HEART: Final[tuple[Maker, ...]] = (
    stop_early,
    more_l2,
    more_dropout,
    remedies.more_rows,
    times(0.1),
)
_OF_SMALLER_STEPS: Final[tuple[Maker, ...]] = (
    *(remedies.initialization, times(0.1), times(0.01), with_adam, times(0.001), standardized, no_penalty, relu),
)
_TO_LEARN: Final[tuple[Maker, ...]] = (
    *(bent, no_strong_penalty, no_strong_dropout, with_adam, relu, times(0.1), times(10), standardized),
    *(remedies.wider, times(0.01), no_dropout, no_penalty, times(100), batches),
)


def candidates(e: Evidence, finding: Finding) -> list[Remedy]:
    """The remedy of the finding first, and none that the lane has or that cannot be made."""
    if finding.remedy is None:
        return []
    shown = [each for each in e.beside if not _gainsays(finding, each)]
    beside = [remedies.as_beside(e, each) for each in shown]  # costs no trial
    most = TRIES + len(beside)
    if finding.rule in BY_HEART:
        return _others(e, [finding.remedy, *beside, *(maker(e) for maker in _AGAINST_LEARNING_BY_HEART)])[:most]
    makers = _OF_SMALLER_STEPS if finding.rule in OF_THE_RATE else _TO_LEARN
    found = _others(e, [finding.remedy, *beside, *(maker(e) for maker in makers)])[:most]
    return [*found, *_others(e, together(e, finding.remedy))]


def _gainsays(finding: Finding, other: Beside) -> bool:
    """Whether a lane has more of what the finding calls too much, and does better by some other chance."""
    if finding.rule not in OF_THE_RATE or other.setting != "learning_rate" or other.value is None:
        return False
    return bool(other.value > other.mine)


def _others(e: Evidence, wanted: Sequence[Remedy | None]) -> list[Remedy]:
    """Those that there are, that change something, each once."""
    found: list[Remedy] = []
    for remedy in wanted:
        if remedy is None or remedy.edits in [other.edits for other in found]:
            continue
        if changes(e, remedy):
            found.append(remedy)
    return found


def together(e: Evidence, remedy: Remedy) -> list[Remedy]:
    """Where two causes come together, what helps against both: against the next that is found, or of the steps."""
    seconds = [finding.remedy for finding in diagnose(e)]
    joined = [_joined(remedy, second) for second in (*seconds, with_adam(e)) if second is not None]
    both = [each for each in joined if each is not None]
    return [*both[:1], *both[-1:]]


def _joined(first: Remedy, second: Remedy) -> Remedy | None:
    """None where they edit the same, or put something into the stack or take it out: its places would be others."""
    mine, other = ({path for path, _ in remedy.edits} for remedy in (first, second))
    if mine & other or (mine | other) & {"insert", "remove"}:
        return None
    return Remedy(say("{first}; {second}", first=first.text, second=second.text), first.edits + second.edits)


def changes(e: Evidence, remedy: Remedy) -> bool:
    """Whether the lane would be another than it was."""
    try:
        better = cured(e.experiment, remedy)
    except PlaygroundError:
        return False
    return alone(better, e.lane) != e.setup.model_copy(update={"lanes": (), "name": ""})


def alone(experiment: Experiment, lane: int) -> Experiment:
    """What the lane goes by, whatever it is called and whoever stands beside it."""
    return lane_setup(experiment, lane).model_copy(update={"lanes": (), "name": ""})
