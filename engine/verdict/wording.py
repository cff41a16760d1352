"""What a verdict says, in one to four short sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from engine.sentences import Sentence, say
from engine.verdict.verdict import Comparison, Standing, Verdict

_NAMED: Final = 3
"""Settings that are named one by one."""


def sentences(verdict: Verdict) -> list[Sentence]:
    """Who is best or ahead; who is left out; whom it beats all the same; what more seeds would do; who diverged."""
    told = [*_standing(verdict), *_late(verdict), *_apart(verdict)]
    return [*told, *_beaten(verdict), *_offer(verdict), *_out(verdict.out)]


def shorter(verdict: Verdict) -> list[list[Sentence]]:
    """The same where there is less and less room: without what more seeds would do, which a button can say; and who is
    best or ahead alone."""
    told = [*_standing(verdict), *_late(verdict), *_apart(verdict)]
    return [[*told, *_beaten(verdict), *_out(verdict.out)], told]


def text(verdict: Verdict) -> str:
    """In English."""
    return " ".join(map(str, sentences(verdict)))


def comparison_sentence(verdict: Verdict, comparison: Comparison) -> Sentence:
    """The figures of one comparison."""
    found = comparison.difference
    unit = 1 if verdict.task == "numbers" else 100
    values = {"other": comparison.other.name, "wins": found.wins, "seeds": found.seeds, "p": comparison.p}
    values |= {"lead": found.mean * unit, "error": found.error * unit, "won": found.won, "lost": found.lost}
    if found.seeds == 0:
        return say("{other}: no seed in common.", **values)
    if found.seeds == 1:
        return say("{other}: better on {won} rows, worse on {lost}; p = {p:.2g}.", **values)
    if verdict.task == "numbers":
        return say("{other}: {lead:.3f} ± {error:.3f} behind, with {wins} of {seeds} seeds; p = {p:.2g}.", **values)
    return say("{other}: {lead:.1f} ± {error:.1f} points behind, with {wins} of {seeds} seeds; p = {p:.2g}.", **values)


def _standing(verdict: Verdict) -> list[Sentence]:
    if not verdict.standings:
        return []
    leader = verdict.standings[0]
    if not verdict.comparisons:
        return [_alone(verdict, leader)]
    if verdict.best is not None:
        return [_best(verdict, leader, verdict.comparisons[0])]
    comparison = verdict.closest
    assert comparison is not None
    seeds = comparison.difference.seeds
    if seeds == 0:
        values = {"leader": leader.name, "other": comparison.other.name}
        return [say("{leader} and {other} have no seed in common, so they cannot be compared by pairs.", **values)]
    return [_by_rows(verdict, leader, comparison) if seeds == 1 else _within_noise(verdict, leader, comparison)]


def _alone(verdict: Verdict, leader: Standing) -> Sentence:
    """One setting that is ranked."""
    values = {"leader": leader.name, "seeds": len(leader.seeds)}
    if len(leader.seeds) == 1:
        if verdict.task == "numbers":
            return say("{leader}: R² {mean:.3f}.", mean=leader.mean, **values)
        return say("{leader}: {mean:.1f}%.", mean=100 * leader.mean, **values)
    if verdict.task == "numbers":
        template = "R² {mean:.3f} ± {spread:.3f} over {seeds} seeds."
        return say(template, mean=leader.mean, spread=leader.spread, **values)
    template = "{mean:.1f} ± {spread:.1f}% over {seeds} seeds."
    return say(template, mean=100 * leader.mean, spread=100 * leader.spread, **values)


def _best(verdict: Verdict, leader: Standing, second: Comparison) -> Sentence:
    found = second.difference
    names = {"leader": leader.name, "other": second.other.name, "wins": found.wins, "seeds": found.seeds}
    if verdict.task == "numbers":
        return say(
            "Best: {leader}, R² {mean:.3f} ± {spread:.3f}; ahead of {other} with {wins} of {seeds} seeds, by "
            "{lead:.3f} ± {error:.3f}.",
            **names,
            **_figures(leader, second, 1),
        )
    return say(
        "Best: {leader}, {mean:.1f} ± {spread:.1f}%; ahead of {other} with {wins} of {seeds} seeds, by {lead:.1f} ± "
        "{error:.1f} points.",
        **names,
        **_figures(leader, second, 100),
    )


def _within_noise(verdict: Verdict, leader: Standing, comparison: Comparison) -> Sentence:
    if comparison.is_tie:
        return _tie(verdict, leader, comparison)
    found = comparison.difference
    names = {"leader": leader.name, "other": comparison.other.name, "wins": found.wins, "seeds": found.seeds}
    if verdict.task == "numbers":
        return say(
            "{leader}, R² {mean:.3f} ± {spread:.3f}, leads {other} by {lead:.3f} ± {error:.3f}, with {wins} of {seeds} "
            "seeds: within noise.",
            **names,
            **_figures(leader, comparison, 1),
        )
    return say(
        "{leader}, {mean:.1f} ± {spread:.1f}%, leads {other} by {lead:.1f} ± {error:.1f} points, with {wins} of "
        "{seeds} seeds: within noise.",
        **names,
        **_figures(leader, comparison, 100),
    )


def _tie(verdict: Verdict, leader: Standing, comparison: Comparison) -> Sentence:
    """With several seeds."""
    values = {"leader": leader.name, "other": comparison.other.name, "seeds": comparison.difference.seeds}
    if verdict.task == "numbers":
        template = "{leader} and {other} do equally well over {seeds} seeds: R² {mean:.3f}."
        return say(template, mean=leader.mean, **values)
    template = "{leader} and {other} do equally well over {seeds} seeds: {mean:.1f}%."
    return say(template, mean=100 * leader.mean, **values)


def _figures(leader: Standing, comparison: Comparison, unit: int) -> dict[str, float]:
    found = comparison.difference
    spread, error = leader.spread * unit, found.error * unit
    return {"mean": leader.mean * unit, "spread": spread, "lead": found.mean * unit, "error": error}


def _by_rows(verdict: Verdict, leader: Standing, comparison: Comparison) -> Sentence:
    """With one seed."""
    if verdict.task == "numbers":
        return _numbers_by_rows(verdict, leader, comparison)
    if comparison.difference.won == comparison.difference.lost:
        return _alike_by_rows(verdict, leader, comparison)
    return _classes_by_rows(verdict, leader, comparison)


def _numbers_by_rows(verdict: Verdict, leader: Standing, comparison: Comparison) -> Sentence:
    names = {"leader": leader.name, "other": comparison.other.name}
    figures = {"mean": leader.mean, "lead": comparison.difference.mean, "rows": verdict.rows}
    template = "{leader}, R² {mean:.3f}, is {lead:.3f} ahead of {other}: within noise."
    if comparison.counts:
        template = "{leader}, R² {mean:.3f}, is {lead:.3f} ahead of {other}, more than the luck of {rows} rows."
    return say(template, **names, **figures)


def _classes_by_rows(verdict: Verdict, leader: Standing, comparison: Comparison) -> Sentence:
    names = {"leader": leader.name, "other": comparison.other.name}
    lead = comparison.difference.won - comparison.difference.lost
    template = "{leader} is ahead of {other} by {lead} rows in {rows}: within noise."
    if comparison.counts:
        template = "{leader}, {mean:.1f}%, is ahead of {other} by {lead} rows in {rows}, more than the luck of rows."
    elif lead == 1:
        template = "{leader} is ahead of {other} by one row in {rows}: within noise."
    return say(template, **names, mean=100 * leader.mean, lead=lead, rows=verdict.rows)


def _alike_by_rows(verdict: Verdict, leader: Standing, comparison: Comparison) -> Sentence:
    """Of all that are right on as many rows as the first."""
    figures = {"mean": 100 * leader.mean, "rows": verdict.rows}
    alike = [each.other.name for each in verdict.comparisons if each.difference.seeds == 1 and each.is_tie]
    if len(alike) > _NAMED:
        template = "{leader} and {count} others are each right on {mean:.1f}% of {rows} rows."
        return say(template, leader=leader.name, count=len(alike), **figures)
    if len(alike) > 1:
        template = "{names} are each right on {mean:.1f}% of {rows} rows."
        return say(template, names=", ".join([leader.name, *alike]), **figures)
    template = "{leader} and {other} are both right on {mean:.1f}% of {rows} rows."
    return say(template, leader=leader.name, other=comparison.other.name, **figures)


def _beaten(verdict: Verdict) -> list[Sentence]:
    """Those that are told, where not all are: by seeds, or with one seed by rows."""
    closest = verdict.closest
    if closest is None or verdict.best is not None:
        return []
    by_rows = closest.difference.seeds == 1
    told = [each for each in verdict.comparisons if (each.counts if by_rows else each.is_better)]
    if not told or closest in told:  # of the closest it is said already
        return []
    values = {
        "leader": verdict.standings[0].name,
        "names": ", ".join(each.other.name for each in told),
        "count": len(told),
        "others": len(verdict.comparisons),
    }
    return [_few_beaten(by_rows, closest, values) if len(told) <= _NAMED else _many_beaten(by_rows, closest, values)]


def _few_beaten(by_rows: bool, closest: Comparison, values: dict[str, object]) -> Sentence:
    if by_rows:
        return say("{leader} is ahead of {names} by more than the luck of rows.", **values)
    if closest.is_tie:
        return say("{leader} is better than {names}.", **values)
    return say("It is better than {names}.", **values)


def _many_beaten(by_rows: bool, closest: Comparison, values: dict[str, object]) -> Sentence:
    if by_rows:
        return say("{leader} is ahead of {count} of {others} others by more than the luck of rows.", **values)
    if closest.is_tie:
        return say("{leader} is better than {count} of {others} others.", **values)
    return say("It is better than {count} of {others} others.", **values)


def _offer(verdict: Verdict) -> list[Sentence]:
    """What would tell."""
    comparison = verdict.open
    if comparison is None or comparison.difference.seeds == 0:
        return []
    if comparison.more is None:
        rows = comparison.difference.rows_part > 0.5 * comparison.difference.error**2
        if rows:
            return [say("More held-out rows would tell, more seeds would not.")]
        if comparison.is_tie:
            return []
        return [say("There is no room for as many seeds as would tell; fewer settings leave more room.")]
    if comparison.difference.seeds == 1:
        return [_first_seeds(comparison)]
    if comparison is not verdict.closest:  # that one is too close for seeds to tell
        names = {"leader": verdict.standings[0].name, "other": comparison.other.name}
        if comparison.more == 1:
            return [say("One more seed would tell {leader} from {other}.", **names)]
        return [say("{count} more seeds would tell {leader} from {other}.", count=comparison.more, **names)]
    if comparison.more == 1:
        return [say("One more seed would tell.")]
    return [say("{count} more seeds would tell.", count=comparison.more)]


def _first_seeds(comparison: Comparison) -> Sentence:
    """Of the luck of seeds nothing is known yet."""
    if comparison.counts:
        return say("{count} more seeds would tell whether it is the seed's.", count=comparison.more)
    return say("{count} more seeds would tell more.", count=comparison.more)


def _late(verdict: Verdict) -> list[Sentence]:
    """Who has had less time."""
    if len(verdict.late) > _NAMED:
        return [say("{count} lanes have trained fewer steps.", count=len(verdict.late))]
    return [say("{name} has trained {steps} steps fewer.", name=name, steps=steps) for name, steps in verdict.late]


def _apart(verdict: Verdict) -> list[Sentence]:
    """Lanes that repeat another one by their settings, whatever was done to their weights."""
    if not verdict.apart:
        return []
    if len(verdict.apart) > _NAMED:
        template = "Not compared: {count} lanes with the settings and seed of another."
        return [say(template, count=len(verdict.apart))]
    return [say("Not compared, with the settings and seed of another: {names}.", names=", ".join(verdict.apart))]


def _out(standings: Sequence[Standing]) -> list[Sentence]:
    """Those that are not ranked."""
    if len(standings) > _NAMED:
        return [say("{count} settings diverged and are not ranked.", count=len(standings))]
    return [_gone(standing) for standing in standings]


def _gone(standing: Standing) -> Sentence:
    if not standing.lanes:
        return say("{name} diverged.", name=standing.name)
    gone = len(standing.gone)
    template = "{name} diverged with {gone} of {seeds} seeds and is not ranked."
    return say(template, name=standing.name, gone=gone, seeds=gone + len(standing.lanes))
