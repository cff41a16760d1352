"""Every rule has a reason: a measure, in words that can be filled in, and a view that shows it."""

from __future__ import annotations

import pytest

from engine.diagnosis.diagnosis import RULES
from engine.diagnosis.findings import Finding, say
from engine.diagnosis.reasons import REASONS, reason_of
from playground.inside.sentences import evidence_text, reason_text
from playground.inside.views import VIEWS


def test_every_rule_has_one() -> None:
    assert REASONS.keys() == RULES.keys()


@pytest.mark.parametrize("rule", REASONS)
def test_it_names_a_view_and_says_its_measure(rule: str) -> None:
    finding = Finding(rule, 0, say("{lane}", lane="He"), (say("A figure."),), step=120)
    assert reason_of(finding).view in VIEWS
    text = reason_text(finding)
    assert "{" not in text
    assert len(text) < 200
    assert reason_of(finding).source in text
    assert text.endswith((".", ")"))
    assert evidence_text(finding) == "At step 120: A figure."


def test_what_large_steps_did_to_a_layer_is_shown_in_the_signals() -> None:
    plain = Finding("rate_too_large", 0, say("too large"), ())
    assert reason_of(plain).view == "gradients"
    of_a_layer = Finding("rate_too_large", 0, say("too large"), (say("Layer {layer}.", layer=4),))
    assert of_a_layer.named_layer == 3
    assert reason_of(of_a_layer).view == "signals"
