"""One line above the lanes: which setting is best, whether the difference means anything, and what would tell."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from engine.experiment.experiment import Experiment
from engine.experiment.lanes.lanes import own_value
from engine.sentences import Sentence
from engine.train.snapshot import Snapshot
from engine.verdict.steady import Steady
from engine.verdict.verdict import FIRST_SEEDS, Verdict
from engine.verdict.wording import comparison_sentence, sentences, shorter
from engine.visible import visible
from playground.lanes.table.columns import VERDICT
from playground.ui.look import theme
from playground.ui.look.restyle import set_state
from playground.ui.text import field_text, numbers
from playground.ui.text.sentences import sentence_text
from playground.ui.widgets.elided_label import ElidedLabel
from playground.ui.widgets.settling import Settling

_MOST: Final = 8
"""Comparisons that the tooltip lists."""


class VerdictLine(QWidget):
    """There while there are several lanes; so that nothing jumps when it has something to say."""

    more_wanted = Signal(int)
    """Each setting shall have so many more seeds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steady = Steady()
        self._settling = Settling()
        self._state: tuple[Verdict | None, bool, bool, bool] = (None, False, False, False)
        self._is_at_start = self._has_folds = False
        self._more = 0
        """What the button offers."""
        self.setObjectName("lanes.verdict")
        self.setAccessibleName(self.tr("Verdict"))
        self.setFixedHeight(VERDICT)
        self.text = _Line()
        self.text.setObjectName("lanes.verdict.text")
        self.button = QToolButton()
        self.button.setObjectName("action.more_seeds")
        self.button.setProperty("role", "chip")
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self._on_clicked)
        policy = self.button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.button.setSizePolicy(policy)
        self.button.setToolTip(
            field_text.wrapped(
                self.tr(
                    "Each setting so many more times, with the same new seeds for all: what differs between two lanes "
                    "of one seed was caused by the setting."
                ),
                self.tr("The lanes start again. An edit like any other, which can be undone."),
            )
        )
        self._offer(FIRST_SEEDS)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACE_1, 0, 0, 2)
        row.setSpacing(theme.SPACE_2)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        self.show_snapshot(None)

    def show_experiment(self, experiment: Experiment) -> None:
        """Where lanes leave out other folds there is nothing to wait for."""
        lanes = range(len(experiment.lanes))
        self._has_folds = len({own_value(experiment, lane, "data.fold") for lane in lanes}) > 1
        self._show_words(*self._state[:3])

    def show_snapshot(self, snapshot: Snapshot | None) -> None:
        """What the run has come to; while it trains, what is said changes only when the change has stayed."""
        found = None if snapshot is None else snapshot.inside.get("verdict")
        is_final = snapshot is not None and (snapshot.is_finished or snapshot.has_ended)
        is_at_start = found is not None and found.step == 0  # weights that were drawn, not learned: no setting's merit
        stands_still = is_final or (snapshot is not None and snapshot.stands_still)
        now, seconds = (0, 0.0) if snapshot is None else (snapshot.evaluated_at, snapshot.seconds)
        verdict = self._steady.show(None if is_at_start else found, is_final=stands_still, now=now, seconds=seconds)
        state = verdict, is_final, stands_still, is_at_start
        if self.text.whole() and state == self._state:
            return
        self._state, self._is_at_start = state, is_at_start
        self._show_words(verdict, is_final, stands_still)
        self._show_button(verdict)

    def _show_words(self, verdict: Verdict | None, is_final: bool, stands_still: bool) -> None:
        if verdict is None:
            self.text.offer([self._nothing()])
            self.text.explain("")
            self.text.set_muted(True)
            return
        said = [_joined(parts) for parts in (sentences(verdict), *shorter(verdict))]
        if not is_final:  # while it trains the table is a little ahead of the words: these say of which step they are
            template = self.tr("So far: {verdict}") if stands_still else self.tr("At step {step}: {verdict}")
            step = numbers.count(verdict.step)
            said = [template.format(step=step, verdict=words) for words in said]
        self.text.offer(said)
        self.text.explain(self._explanation(verdict))
        self.text.set_muted(False)

    def _nothing(self) -> str:
        """Why there is no verdict."""
        if self._has_folds:
            return self.tr(
                "Each fold is judged by the rows that it leaves out: the table has the mean and the spread over folds."
            )
        if self._is_at_start:
            return self.tr("Which setting is best is said here once training has begun.")
        return self.tr("Which setting is best, and whether that is more than luck, is said here.")

    def _show_button(self, verdict: Verdict | None) -> None:
        comparison = None if verdict is None else verdict.open
        more = 0 if comparison is None or comparison.more is None else comparison.more
        if more and more != self._more:
            self._offer(more)
        self.button.setVisible(more > 0)

    def _offer(self, more: int) -> None:
        """What the button means from now on."""
        self._more = more
        self._settling.has_changed()
        text = self.tr("Add {count} seeds").format(count=more) if more > 1 else self.tr("Add a seed")
        self.button.setText(text)
        self.button.setAccessibleName(text)

    def _explanation(self, verdict: Verdict) -> str:
        """On what it is founded."""
        rows = (
            self.tr("Compared on {rows} validation rows, which are the same for all lanes.")
            if verdict.of_validation
            else self.tr("Compared on {rows} test rows, which are the same for all lanes.")
        )
        method = self.tr(
            "Behind ± of a score stands the standard deviation over its seeds, behind that of a difference its "
            "standard error. A setting is called better only where luck would make such a difference at most one time "
            "in twenty."
        )
        lines = [_joined([comparison_sentence(verdict, each)]) for each in verdict.comparisons[:_MOST]]
        parts = [field_text.wrapped(_joined(sentences(verdict))), *(field_text.wrapped("", line) for line in lines)]
        return "".join([*parts, field_text.wrapped(rows.format(rows=verdict.rows), method)])

    def _on_clicked(self) -> None:
        if self._settling.is_over:
            self.more_wanted.emit(self._more)


def _joined(parts: list[Sentence]) -> str:
    return visible(" ".join(map(sentence_text, parts)))


class _Line(ElidedLabel):
    """As many sentences as there is room for; the tooltip has them all, and so has what screen readers hear."""

    def __init__(self) -> None:
        super().__init__()
        self._explanation = ""
        self._said: list[str] = [""]

    def offer(self, said: list[str]) -> None:
        """All of it, and what to say instead where there is less and less room."""
        self._said = said
        self._fit()

    def whole(self) -> str:
        """All of it, whatever there is room for."""
        return self._said[0]

    def explain(self, explanation: str) -> None:
        self._explanation = explanation
        self.setAccessibleName(self.whole())
        self._explain()

    def _fit(self) -> None:
        room, metrics = self.contentsRect().width(), self.fontMetrics()
        fitting = (words for words in self._said if metrics.horizontalAdvance(words) <= room)
        words = next(fitting, self._said[-1])
        if words != self.text():
            self.setText(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def set_muted(self, is_muted: bool) -> None:
        set_state(self, "role", "muted" if is_muted else "")

    def _explain(self) -> None:
        self.setToolTip(self._explanation)
