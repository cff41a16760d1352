"""Why a rule speaks: its measure and threshold in one line, where that is from, and the view that shows it."""

from __future__ import annotations

from typing import Final

from engine.diagnosis.evidence.data_facts import ELSEWHERE, UNCHANGING
from engine.diagnosis.evidence.sentinels import FOLLOWS
from engine.diagnosis.findings import Finding, Sentence, say
from engine.diagnosis.rules.capacity import NARROW, SMALL
from engine.diagnosis.rules.clues import DEAD, FALL, GAP, LEFT, SATURATED, SETTLED
from engine.diagnosis.rules.data import FAR, LARGE, UNLIKE
from engine.diagnosis.rules.learns_by_heart import MEMORIZED, RISEN, ROWS
from engine.diagnosis.rules.rates import ABOVE, LARGE_STEP, SLOW_STEP, SMALL_STEP, SWING, TINY
from engine.diagnosis.rules.signals import EXPLODING, FADING, VANISHING
from engine.records import record


@record
class Reason:
    """``view``: name of the view of the inside that shows the cause. ``source``: author and year; empty where the
    measure is plain. ``pages``: what is to be chosen there, where it has a choice."""

    view: str
    formula: Sentence
    source: str = ""
    pages: tuple[str, ...] = ()


def reason_of(finding: Finding) -> Reason:
    """That of its rule. What large steps have done to a layer is to be seen in the signals."""
    reason = REASONS[finding.rule]
    if finding.rule == "rate_too_large" and finding.named_layer is not None:
        return Reason(
            "signals",
            say("Told where {share:.0%} of a layer died or was saturated on the way.", share=DEAD),
            pages=("now", "shapes"),
        )
    return reason


_GLOROT: Final = "Glorot and Bengio 2010"

REASONS: Final[dict[str, Reason]] = {
    "rows_sorted": Reason(
        "predictions",
        say(
            "Told where neighbours are alike, {changes:.0%} of the changes that mixed rows have, and held-out rows "
            "are others; of numbers where {share:.0%} of pairs go one way.",
            changes=UNCHANGING,
            share=ELSEWHERE,
        ),
        "von Neumann 1941",
        pages=("confusion",),
    ),
    "class_missing": Reason(
        "predictions", say("Told where held-out rows have a class that no training row has."), pages=("confusion",)
    ),
    "features_unscaled": Reason(
        "signals",
        say(
            "Told where features have a standard deviation above {large:g}, one has {unlike:g} times the middle one's, "
            "or a mean {far:g} of them from zero.",
            large=LARGE,
            unlike=UNLIKE,
            far=FAR,
        ),
        "LeCun et al. 1998, Efficient BackProp",
        pages=("now", "sizes"),
    ),
    "penalty_too_strong": Reason(
        "penalty",
        say(
            "Told where λ|w|, the pull of the penalty, is 0.7 of the data's gradient, less than {left:.0%} of the "
            "weights is left, rate · λ is above 1, or a lane with less λ does well.",
            left=LEFT,
        ),
    ),
    "diverged": Reason(
        "signals", say("Told where a weight or an output has become infinite, or no number (NaN)."), pages=("now",)
    ),
    "zeros": Reason("weights", say("Units with equal weights get equal gradients: w₁ = w₂ stays so.")),
    "exploding": Reason(
        "signals",
        say("Told where the outputs are {times:g} times as large as the input (standard deviation).", times=EXPLODING),
        _GLOROT,
        pages=("now", "sizes"),
    ),
    "batch_too_small": Reason(
        "gradients",
        say("Told of up to {rows} rows a step; what chance adds goes with 1 / √rows.", rows=TINY),
        "Ioffe 2017",
        pages=("gradient",),
    ),
    "activation_on_logits": Reason(
        "predictions",
        say("Softmax makes shares of numbers of any sign and size; bounded ones cannot be far apart."),
        pages=("confusion",),
    ),
    "dropout_on_logits": Reason(
        "dropout", say("Told from a rate of 0.4 on: an erased answer counts as 0, whatever it was.")
    ),
    "dropout_too_strong": Reason(
        "dropout",
        say("Paths that are open: the product of 1 - rate over the hidden layers. Told below 30%."),
        "Srivastava et al. 2014, 7.3",
    ),
    "bottleneck": Reason(
        "signals",
        say("Told of a layer with one unit, or up to 3 between layers {times} times as wide.", times=NARROW),
        pages=("now", "shapes"),
    ),
    "rate_too_large": Reason(
        "gradients",
        say(
            "Told where a step is above {step:g} of the weights, the loss swings by {swing:.0%}, or it is {above:g} "
            "times its lowest.",
            step=LARGE_STEP,
            swing=SWING,
            above=ABOVE,
        ),
        pages=("ratio",),
    ),
    "saturated": Reason(
        "signals",
        say(
            "Told where {share:.0%} of a layer's values lie where the slope is below 0.05 of the largest.",
            share=SATURATED,
        ),
        _GLOROT,
        pages=("now", "shapes"),
    ),
    "vanishing": Reason(
        "gradients",
        say("Told where a weight of the first layer has a gradient below {share:g} of the last's.", share=VANISHING),
        _GLOROT,
        pages=("gradient",),
    ),
    "fading": Reason(
        "signals",
        say("Told where the outputs have less than {share:.0%} of the input's standard deviation.", share=FADING),
        "He et al. 2015",
        pages=("now", "sizes"),
    ),
    "dead": Reason(
        "signals",
        say("Told where {share:.0%} of a layer's ReLU units are zero for every row.", share=DEAD),
        pages=("now", "shapes"),
    ),
    "no_hidden_layer": Reason(
        "boundary", say("Layers without a function between them are one: W₂(W₁x) = (W₂W₁)x, a straight line.")
    ),
    "rate_too_small": Reason(
        "gradients",
        say(
            "Told where a step is below {step:g} of the weights and little is learned; below {slow:g} where the loss "
            "is no better than that of guessing.",
            step=SMALL_STEP,
            slow=SLOW_STEP,
        ),
        pages=("ratio",),
    ),
    "memorized": Reason(
        "predictions",
        say(
            "(m - 1/k) / (1 - 1/k), where m of the wrong labels are learned of k classes. Told above {share:.0%}.",
            share=MEMORIZED,
        ),
        "Zhang et al. 2017",
        pages=("memorized",),
    ),
    "few_rows": Reason(
        "predictions",
        say(
            "Told below {rows} rows a class, {more} of numbers, and a gap of {gap:.0%}.",
            rows=ROWS,
            more=5 * ROWS,
            gap=GAP,
        ),
        pages=("mistakes",),
    ),
    "overfitting": Reason(
        "predictions",
        say("Told where the held-out loss is {times:g} times its lowest while the training loss fell.", times=RISEN),
        "Prechelt 1998",
        pages=("mistakes",),
    ),
    "net_too_small": Reason(
        "boundary",
        say("Told of up to {units} units in the widest hidden layer, where the loss no longer falls.", units=SMALL),
    ),
    "class_ignored": Reason(
        "quality", say("Told where a class of 3 rows or more is never answered, and others are."), pages=("classes",)
    ),
    "imbalance": Reason(
        "quality",
        say("Told where one class has 70% of the rows, and less than half of a rare one is found."),
        pages=("classes",),
    ),
    "stuck_at_chance": Reason(
        "gradients",
        say(
            "Told after {steps} steps with less than 15% of the way learned and a loss that falls by less than "
            "{fall:.0%}.",
            steps=SETTLED,
            fall=FALL,
        ),
        pages=("ratio",),
    ),
    "plateau": Reason(
        "gradients",
        say(
            "Told after {steps} steps with less than half of the way learned and a loss that falls by less than 5%.",
            steps=SETTLED,
        ),
        pages=("ratio",),
    ),
    "sentinel_left": Reason(
        "columns",
        say(
            "Told where the label follows a column by {follows:g} or more, and by less than half of that with the "
            "value among its numbers: correlation, or of classes the correlation ratio.",
            follows=FOLLOWS,
        ),
        "Pearson 1911",
    ),
    "label_leak": Reason(
        "columns",
        say(
            "Told where one feature alone says the answer, and no second one comes near: it puts the classes one after "
            "the other, or the numbers to learn lie on a straight line over it."
        ),
        "Kaufman et al. 2012",
    ),
}
