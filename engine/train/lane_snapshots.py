"""What a group says of its lanes: how far each has come, and its newest figures."""

from __future__ import annotations

from engine.optim.schedules import rate_factor
from engine.train.group_trainer import GroupTrainer
from engine.train.snapshot import LaneSnapshot


def lane_snapshots(group: GroupTrainer) -> tuple[LaneSnapshot, ...]:
    """All lanes as they are now, with the newest figures measured."""
    if group.measured_at < 0:
        group.measure()
    return tuple(_lane_snapshot(group, lane) for lane in range(len(group.experiment.lanes)))


def _lane_snapshot(group: GroupTrainer, lane: int) -> LaneSnapshot:
    setup = group.setups[lane]
    diverged_at, stopped_at = group.diverged_at.get(lane), group.stopped_at.get(lane)
    left_at = diverged_at if stopped_at is None else stopped_at
    step = group.step if left_at is None else left_at
    base = setup.optimizer.learning_rate * float(group.plateau.factor[lane])
    return LaneSnapshot(
        name=group.experiment.lanes[lane].name,
        seed=setup.seed,
        diverged_at=diverged_at,
        stopped_at=stopped_at,
        best_at=group.best_looks.best_at(lane),
        best_loss=group.best_looks.best_loss(lane),
        restored_from=group.lanes.restored.get(lane),
        learning_rate=base * rate_factor(group.experiment.schedule, step),
        has_validation=group.has_validation,
        spreads=group.spreads,
        rows=len(group.rows.train_x),
        seconds=float(group.lane_seconds[lane]),
        steps=step - group.behind.get(lane, 0),
        behind=group.behind.get(lane, 0),
        **dict(zip(group.measures, group.measured[:, lane].tolist(), strict=True)),
    )
