"""The tables of the yardstick, in Markdown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from benchmarks.coach.watching import EFFECTS, Effect, Watched
from engine.diagnosis.findings import Finding

Tried = Sequence[tuple[Watched, Finding, Effect]]


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def verdict(run: Watched) -> tuple[bool, bool, bool, bool]:
    """Told at some look; at the last look; only another rule; never anything."""
    some = any(rule in run.recipe.causes for rule in run.rules)
    last = run.last is not None and run.last.rule in run.recipe.causes
    return some, last, bool(run.rules) and not some, not run.rules


def causes_table(runs: Sequence[Watched]) -> str:
    rows: list[Sequence[object]] = []
    for cause in dict.fromkeys(run.recipe.causes[0] for run in runs):
        rows.append([cause, *_sums([run for run in runs if run.recipe.causes[0] == cause])])
    return table(["cause", "runs", "some look", "last look", "only another", "never"], [*rows, ["all", *_sums(runs)]])


def _sums(runs: Sequence[Watched]) -> list[int]:
    return [len(runs), *(sum(column) for column in zip(*map(verdict, runs), strict=True))]


def healthy_table(runs: Sequence[Watched]) -> str:
    """A false alarm is one whatever its rule."""
    alarms = Counter(rule for run in runs for rule in set(run.rules))
    at_start = sum(run.told[0] is not None for run in runs)
    rows: list[Sequence[object]] = [
        ["runs", len(runs)],
        ["with an alarm", sum(bool(run.rules) for run in runs)],
        ["at step 0", at_start],
    ]
    rows.append(["at the last look", sum(run.last is not None for run in runs)])
    return table(["healthy", "count"], [*rows, *([f"`{rule}`", count] for rule, count in alarms.most_common())])


def random_table(runs: Sequence[Watched]) -> str:
    little = [run for run in runs if run.learned_little]
    silent = sum(run.last is None for run in little)
    never = sum(not run.rules for run in little)
    rows = [["runs", len(runs)], ["learned little", len(little)], ["of them silent at the last look", silent]]
    return table(["random", "count"], [*rows, ["of them never told anything", never]])


def remedies_table(tried: Tried) -> str:
    rows: list[Sequence[object]] = []
    for rule in dict.fromkeys(finding.rule for _, finding, _ in tried):
        rows.append([rule, *_effects([effect for _, finding, effect in tried if finding.rule == rule])])
    header = ["remedy of", "tried", *EFFECTS]
    return table(header, [*rows, ["all", *_effects([effect for _, _, effect in tried])]])


def _effects(effects: Sequence[Effect]) -> list[int]:
    return [len(effects), *(effects.count(effect) for effect in EFFECTS)]


def no_help_lines(tried: Tried) -> list[str]:
    """A line for each remedy that does not help."""
    return [
        f"  {effect:<8} {run.recipe.name} ({run.lane}): {finding.text} "
        f"-> {finding.remedy and finding.remedy.text}; {finding.outcome}"
        for run, finding, effect in tried
        if effect != "helps"
    ]


def wrong_lines(part: str, runs: Sequence[Watched]) -> list[str]:
    """A line for each run of which something wrong was said."""
    lines = []
    for run in runs:
        is_silent = run.learned_little and run.last is None
        is_wrong = {"healthy": bool(run.rules), "sick": not verdict(run)[1], "random": is_silent}
        if not is_wrong[part]:
            continue
        story = "; ".join(f"{step} {finding.rule}" for step, finding in _changes(run))
        end = run.end
        assert end is not None
        train = f"train {end.train_data_loss:.3f} {end.train_accuracy:.2f}"
        test = f"test {end.test_data_loss:.3f} {end.test_accuracy:.2f}"
        name = f"{'/'.join(run.recipe.causes)} | {run.recipe.name} ({run.lane})"
        lines.append(f"  {name}: {story or 'silence'} | {train} {test}")
    return lines


def _changes(run: Watched) -> list[tuple[int, Finding]]:
    """Where another rule speaks than before."""
    found, before = [], None
    for step, finding in run.told.items():
        rule = finding.rule if finding is not None else None
        if rule != before and finding is not None:
            found.append((step, finding))
        before = rule
    if run.last is None and found:
        found.append((list(run.told)[-1], Finding("silence", run.lane, found[0][1].text, ())))
    return found
