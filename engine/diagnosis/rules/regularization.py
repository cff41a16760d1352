"""Rules about what holds the weights back: penalties, decay, dropout."""

from __future__ import annotations

import math

import numpy as np

from engine.diagnosis import remedies
from engine.diagnosis.evidence.evidence import Evidence, dropout_rates
from engine.diagnosis.findings import Sentence, say
from engine.diagnosis.rules.clues import (
    HARDLY,
    SETTLED,
    Told,
    by_task,
    has_had_its_time,
    is_ruled_by_penalty,
    is_settled,
    is_shrunk_by_decay,
    learned_beside,
    learns_little,
    open_paths,
    strongest_penalty,
    train_accuracy,
)


def penalty_too_strong(e: Evidence) -> Told | None:
    """One that pulls as hard as the data; AdamW's decay; or one that alone makes the weights swing: rate λ > 1."""
    name, strongest = strongest_penalty(e)
    if (shown := _shown_beside(e)) is not None:
        return shown
    if not _spoils_learning(e, strongest if name == "l2" else 0.0):
        return None
    if e.decay > remedies.SOUND_DECAY and e.decay > strongest:
        text = say(
            "{lane}: weight decay {strength:g} shrinks the weights faster than the data can make them grow.",
            lane=e.name,
            strength=e.decay,
        )
        return text, (_weights_left(e), train_accuracy(e)), remedies.start_again(e) or remedies.weaker_decay()
    ratio = float(np.median(np.nan_to_num(e.penalty_share, posinf=np.inf)))
    if e.diverged_at is None and ratio < 0.7:
        return _has_shrunk(e, name, strongest)
    text = say(
        "{lane}: the {penalty} penalty pulls as hard as the data, so little is learned: λ {strength:g} is too strong.",
        lane=e.name,
        penalty=name.upper(),
        strength=strongest,
    )
    figures = {"share": ratio, "accuracy": e.train_accuracy}
    proof = by_task(
        e,
        say("Penalty gradient over data gradient: {share:.2g}; training accuracy {accuracy:.0%}.", **figures),
        say("Penalty gradient over data gradient: {share:.2g}; training R² {accuracy:.2f}.", **figures),
    )
    if e.diverged_at is not None:
        proof = _weights_left(e)
    elif not math.isfinite(ratio):
        proof = say("The data's gradient is zero: nothing but the penalty moves the weights.")
    return text, (proof,), remedies.start_again(e) or remedies.weaker_penalty(e, name, strongest)


def _spoils_learning(e: Evidence, l2: float) -> bool:
    """Whether a penalty, or decay, is what keeps the network from learning, or makes it diverge. l2: its λ."""
    if e.diverged_at is not None:
        return e.learning_rate * max(l2, e.decay) >= 1
    if is_shrunk_by_decay(e):
        return is_settled(e, 150) and learns_little(e, 0.75)
    return (
        is_ruled_by_penalty(e, 0.7)
        and is_settled(e, 100)
        and learns_little(e, 0.8)
        and not e.fall > 0.1
        and has_had_its_time(e)
        and not _pays_off(e)
    )


def _has_shrunk(e: Evidence, name: str, strongest: float) -> Told:
    """Where the penalty has done its work: it pulls little by now, at weights of which hardly anything is left."""
    text = say(
        "{lane}: the {penalty} penalty has shrunk the weights, so little is learned: λ {strength:g} is too strong.",
        lane=e.name,
        penalty=name.upper(),
        strength=strongest,
    )
    proof = say("The weights have {share:.2%} of the size they began with.", share=float(np.median(e.weight_share)))
    return text, (proof, train_accuracy(e)), remedies.weaker_penalty(e, name, strongest)


def _shown_beside(e: Evidence) -> Told | None:
    """By a lane with a smaller λ and else the same, which does well."""
    weaker = [each for each in learned_beside(e, "l1", "l2") if each.value is not None and each.value < each.mine]
    if e.diverged_at is not None or not weaker or not is_settled(e, 100) or not learns_little(e, 0.8) or e.fall > 0.1:
        return None
    best = max(weaker, key=lambda each: each.lane.held_out_accuracy)
    text = say(
        "{lane}: λ {strength:g} of the {penalty} penalty is too strong: beside it, {other} does well.",
        lane=e.name,
        strength=best.mine,
        penalty=best.setting.upper(),
        other=best.lane.name,
    )
    figures = {"weaker": best.value, "better": best.lane.train_accuracy, "accuracy": e.train_accuracy}
    proof = by_task(
        e,
        say("There only λ is another, {weaker:g}: training accuracy {better:.0%}, not {accuracy:.0%}.", **figures),
        say("There only λ is another, {weaker:g}: training R² {better:.2f}, not {accuracy:.2f}.", **figures),
    )
    return text, (proof,), remedies.as_beside(e, best)


def _pays_off(e: Evidence) -> bool:
    """Whether a lane with a smaller λ, and else the same, is worse on held-out rows, where this one knows something."""
    weaker = [each for each in e.beside if each.setting in ("l1", "l2") and each.value is not None]
    return not learns_little(e) and any(
        each.value < each.mine and each.lane.held_out_accuracy < e.held_out_accuracy for each in weaker
    )


def _weights_left(e: Evidence) -> Sentence:
    pull = e.learning_rate * max(strongest_penalty(e)[1], e.decay)
    return say("Each step alone takes {share:.0%} of every weight.", share=pull)


def dropout_too_strong(e: Evidence) -> Told | None:
    """Of the hidden layers: that behind the output layer has a rule of its own."""
    rates = dropout_rates(e.layers[: e.dense[-1]])
    kept = open_paths(e)
    if not rates or max(rates) < 0.4 or kept > 0.3 or not learns_little(e, 0.75):
        return None
    if not is_settled(e, 100 if kept < HARDLY else SETTLED) or e.fall > 0.1 or e.progress > 0.05:
        return None
    text = say(
        "{lane}: with dropout {rate:g} only {percent:.2g}% of the paths through the net are open at a time.",
        lane=e.name,
        rate=round(max(rates), 4),
        percent=100 * kept,
    )
    figures = {"count": len(rates), "accuracy": e.train_accuracy}
    proof = by_task(
        e,
        say("Dropout layers: {count}; training accuracy {accuracy:.0%}.", **figures),
        say("Dropout layers: {count}; training R² {accuracy:.2f}.", **figures),
    )
    return text, (proof,), remedies.weaker_dropout(e)


def dropout_on_logits(e: Evidence) -> Told | None:
    """Where it, and not that before it, is what erases most."""
    behind = e.layers[e.dense[-1] + 1 :]
    rate = max(dropout_rates(behind), default=0.0)
    if rate < 0.4 or open_paths(e) < (1 - rate) / 2 or not is_settled(e, 100):
        return None
    text = say(
        "{lane}: dropout behind the output layer erases {rate:.0%} of the answers themselves.", lane=e.name, rate=rate
    )
    proof = say(
        "Training loss {loss:.3g} at a training accuracy of {accuracy:.0%}.",
        loss=e.latest_train_loss,
        accuracy=e.train_accuracy,
    )
    return text, (proof,), remedies.without_dropout_behind(e)


def activation_on_logits(e: Evidence) -> Told | None:
    """Where answers need both signs, or any size: cross-entropy's, and numbers."""
    behind = [layer for layer in e.layers[e.dense[-1] + 1 :] if layer.nonlinearity is not None]
    harmful = [
        (layer.called, function)
        for layer in behind
        if (function := layer.nonlinearity) is not None and (function.can_die or function.saturates)
    ]
    if not harmful:
        return None
    if not (e.is_number or e.setup.loss == "softmax_cross_entropy") or not is_settled(e, 100):
        return None
    called, function = harmful[0]
    figures = {"lane": e.name, "function": called}
    if function.saturates and e.is_number:
        text = say("{lane}: {function} behind the output layer bounds the numbers it can say.", **figures)
    elif function.saturates:
        text = say(
            "{lane}: {function} behind the output layer bounds the answers, so no class can win clearly.", **figures
        )
    elif e.is_number:
        text = say("{lane}: {function} behind the output layer lets no answer be below 0.", **figures)
    else:
        text = say(
            "{lane}: {function} behind the output layer cuts answers below 0: without a gradient a class can die.",
            **figures,
        )
    return text, (train_accuracy(e),), remedies.without_function_behind(e)
