"""What the panels that look inside the network share: a title, a sentence that teaches, and the lane in focus."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from engine.data import Dataset
from engine.experiment.experiment import Experiment
from engine.train.history.layer_history import LayerHistoryView
from engine.train.snapshot import Snapshot
from playground.inside.dense_layers import dense_names
from playground.inside.lit import Lights, Lit
from playground.inside.views import VIEWS
from playground.ui.look import theme
from playground.ui.look.lane_look import LaneLook, lane_looks
from playground.ui.panel import Panel
from playground.ui.text.numbers import count
from playground.ui.widgets.section import SectionHeader
from playground.ui.widgets.view_choice import ViewChoice


class InsidePanel(Panel):
    """Subclasses build into `body` and override `refresh`; where there is nothing to see it says why (`show_message`).

    views.py has what each asks to know and is to teach.

    While a panel can be seen the trainer computes what it asks for; the results lie in ``snapshot.inside``.
    """

    requested = Signal(str, object)
    """(field, value) of `engine.inspectors.InspectionRequest`: a row or a drawing that a person has chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.experiment: Experiment | None = None
        self.dataset: Dataset | None = None
        self.snapshot: Snapshot | None = None
        self.looks: list[LaneLook] = []
        self.focus = 0
        """The lane that views of a single lane show."""
        self._lit_parts: list[Lit] = []
        text = VIEWS[self.name].text()
        self._title = text.title
        self.header = SectionHeader(text.title)
        self.lesson_label = QLabel(text.lesson)
        self.lesson_label.setWordWrap(True)
        self.lesson_label.setFont(theme.font("small"))
        self.lesson_label.setProperty("role", "muted")
        self.message = QLabel()
        self.message.setObjectName(f"{self.name}.message")
        self.message.setWordWrap(True)
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setProperty("role", "muted")
        self.message.setMargin(theme.SPACE_4)
        page = QWidget()
        self.body = QVBoxLayout(page)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(theme.SPACE_2)
        self._pages = QStackedWidget()
        self._pages.addWidget(page)
        self._pages.addWidget(self.message)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.SPACE_3, theme.SPACE_1, theme.SPACE_3, theme.SPACE_2)
        column.setSpacing(theme.SPACE_1)
        column.addWidget(self.header)
        column.addWidget(self.lesson_label)
        column.addWidget(self._pages, 1)

    def show_message(self, text: str) -> None:
        """Words in place of the body while there is nothing to see: why, and what to do. Without words, the body."""
        self.message.setText(text)
        self._pages.setCurrentIndex(1 if text else 0)

    def dense_names(self) -> tuple[str, ...]:
        """What the dense layers of the stack are called, first to last."""
        return () if self.experiment is None else dense_names(self.experiment.layers)

    def layer_history(self) -> LayerHistoryView | None:
        """That of the layers and lanes that are there; None where none was recorded, or it is a moment old."""
        view = self.snapshot.layer_history if self.snapshot is not None else None
        if view is None or not len(view) or view.values.shape[2:] != (len(self.dense_names()), len(self.looks)):
            return None
        return view

    def title(self) -> str:
        """The name of the view."""
        return self._title

    def take_over(self, shown: InsidePanel) -> None:
        """What a person has chosen in another view of this kind is chosen in this one."""
        for choice in self.findChildren(ViewChoice):
            other = shown.findChild(ViewChoice, choice.objectName())
            if isinstance(other, ViewChoice) and other.value() != choice.value():
                choice.set_value(other.value())
                choice.chosen.emit(other.value())

    def has_choices(self) -> bool:
        """Whether it shows another page than the first."""
        return any(choice.value() != choice.values()[0] for choice in self.findChildren(ViewChoice))

    def light(self, lights: Lights) -> None:
        """Marks what somebody speaks of, wherever the view has a place for it."""
        self._lit_parts = [part for part in self.findChildren(QWidget) if isinstance(part, Lit)]
        for part in self._lit_parts:
            part.light(getattr(lights, part.lights))

    def reveal_lit(self) -> None:
        """Scrolls to what is lit; of several places to the first last."""
        for part in reversed(self._lit_parts):
            part.reveal()

    def chosen_pages(self) -> list[str]:
        """What is chosen, of all that a `ViewChoice` offers, as `turn_to` takes it."""
        return [choice.value() for choice in self.findChildren(ViewChoice)]

    def turn_to(self, page: str) -> None:
        """As if a person had chosen this page, or whatever else it is that a `ViewChoice` offers."""
        for choice in self.findChildren(ViewChoice):
            if page in choice.values() and choice.value() != page:
                choice.set_value(page)
                choice.chosen.emit(page)

    def note_at(self, step: int, *words: str) -> None:
        """What is said beside the title, of what was found at ``step``; figures elsewhere may be of another. words:
        the longest first.
        """
        if self.snapshot is not None and self.focus < len(self.snapshot.lanes):
            step = self.snapshot.weights_step(self.focus, step)
        template = self.tr("step {step} · {words}")
        self.header.set_note(*(template.format(step=count(step), words=each) for each in words))

    def refresh(self) -> None:
        """Shows ``experiment``, ``dataset``, ``snapshot``, ``looks`` and ``focus`` as they are now."""
        raise NotImplementedError

    # --- what the window tells --------------------------------------------------------------------------------------

    def set_focus(self, lane: int) -> None:
        """Another lane was selected."""
        if lane != self.focus:
            self.focus = lane
            self._refresh_if_seen()

    def show_experiment(self, experiment: Experiment) -> None:
        self.experiment = experiment
        self.looks = lane_looks(experiment)
        self.focus = min(self.focus, len(self.looks) - 1)
        self._refresh_if_seen()

    def show_dataset(self, dataset: Dataset | None) -> None:
        if dataset is not self.dataset:
            self.snapshot = None  # what was found in other rows is not about these
        self.dataset = dataset
        kind = VIEWS[self.name]
        is_number = dataset is not None and dataset.task == "numbers"
        of_numbers = kind.lesson_of_numbers if is_number else None
        self.lesson_label.setText(kind.text().lesson if of_numbers is None else of_numbers())
        self._refresh_if_seen()

    def show_snapshot(self, snapshot: Snapshot | None) -> None:
        self.snapshot = snapshot
        self._refresh_if_seen()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _refresh_if_seen(self) -> None:
        """Hidden panels cost nothing; one that comes back catches up."""
        if self.isVisible():
            self.refresh()
