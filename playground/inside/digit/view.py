"""Draw a digit, and see at once what every lane takes it for."""

from __future__ import annotations

from typing import ClassVar, Final

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QSlider, QVBoxLayout, QWidget

from engine.data import Dataset
from engine.data.pen_drawing import DrawingStyle, drawing_style, prepare
from engine.inspectors.answers.drawing import Drawing
from playground.inside.digit.layout import DigitDesk
from playground.inside.digit.pad import USUAL_WIDTH, DigitPad
from playground.inside.digit.preview import DigitPreview
from playground.inside.digit.probability_bars import ProbabilityBars
from playground.inside.view import InsidePanel
from playground.ui.look import theme
from playground.ui.text import field_text
from playground.ui.text.numbers import count, percent
from playground.ui.widgets.elided_label import ElidedLabel

THINNEST: Final = 8
WIDEST: Final = 48


class DigitPanel(InsidePanel):
    """A pad, the small picture that the net sees, and the answer of every visible lane."""

    name: ClassVar[str] = "digit"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style: DrawingStyle | None = None
        self._is_new_data = True
        self.features: tuple[float, ...] = ()
        """What is asked about, unscaled; empty while nothing is drawn."""
        self._make_pad()
        self.preview = DigitPreview()
        self.preview.setObjectName("digit.preview")
        self.preview.setAccessibleName(self.tr("What the net sees"))
        self.preview.setToolTip(
            field_text.wrapped(
                self.tr(
                    "The drawing made small as the pictures of the data are: cropped, centred and scaled. A net knows "
                    "nothing but these few numbers."
                )
            )
        )
        self.bars = ProbabilityBars()
        self.bars.setObjectName("digit.bars")
        self.bars.setAccessibleName(self.tr("Probability of each class, lane by lane"))
        self.verdict = ElidedLabel()
        self.verdict.setObjectName("digit.verdict")
        self.verdict.setFont(theme.font("title"))
        self._build()

    # --- building ---------------------------------------------------------------------------------------------------

    def _make_pad(self) -> None:
        self.pad = DigitPad()
        self.pad.setObjectName("digit.pad")
        self.pad.hint = self.tr("Draw here")
        self.pad.setAccessibleName(self.tr("Drawing pad"))
        self.pad.setAccessibleDescription(
            self.tr("Arrow keys move the pen, Space sets it down or lifts it, Delete clears the pad.")
        )
        self.pad.drawn.connect(self._on_drawn)
        self.brush = QSlider(Qt.Orientation.Horizontal)
        self.brush.setObjectName("digit.brush")
        self.brush.setRange(THINNEST, WIDEST)
        self.brush.setValue(USUAL_WIDTH)
        self.brush.setAccessibleName(self.tr("Brush size"))
        self.brush.setToolTip(
            field_text.wrapped(
                self.tr("How thick the strokes are: a net that has only seen thick ones may not know thin ones again.")
            )
        )
        self.brush.valueChanged.connect(self._on_brush)
        self.eraser = self._button("digit.eraser", self.tr("Eraser"), self.tr("Erase; so does the right mouse button"))
        self.eraser.setCheckable(True)
        self.eraser.toggled.connect(self._on_eraser)
        self.clear = self._button("digit.clear", self.tr("Clear"), self.tr("Clear the pad (Delete)"))
        self.clear.clicked.connect(self._on_clear)

    def _button(self, name: str, text: str, tooltip: str) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        button.setText(text)
        button.setToolTip(tooltip)
        button.setAccessibleName(text)
        button.setAutoDefault(False)
        return button

    def _build(self) -> None:
        aside = QVBoxLayout()
        aside.setSpacing(theme.SPACE_1)
        aside.addWidget(self._caption(self.tr("The net sees")))
        aside.addWidget(self.preview)
        brush = self._caption(self.tr("Brush"))
        brush.setBuddy(self.brush)
        aside.addWidget(brush)
        aside.addWidget(self.brush)
        aside.addWidget(self.eraser)
        aside.addWidget(self.clear)
        aside.addStretch(1)
        aside.setContentsMargins(0, 0, 0, 0)
        column = QWidget()
        column.setLayout(aside)
        answer = QVBoxLayout()
        answer.setSpacing(theme.SPACE_1)
        answer.addWidget(self.verdict)
        answer.addWidget(self.bars, 1)
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._halves.setSpacing(theme.SPACE_2)
        self._halves.addWidget(DigitDesk(self.pad, column), 5)
        self._halves.addLayout(answer, 4)
        self.body.addLayout(self._halves, 1)

    def _caption(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setFont(theme.font("small"))
        label.setProperty("role", "muted")
        return label

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() > 1.25 * self.height() and self.width() >= 600
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if direction != self._halves.direction():
            self._halves.setDirection(direction)

    # --- showing ----------------------------------------------------------------------------------------------------

    def show_dataset(self, dataset: Dataset | None) -> None:
        self._is_new_data = True
        super().show_dataset(dataset)

    def refresh(self) -> None:
        self._take_style()
        if self._style is None:
            self.show_message(self._why_not())
            return
        self.show_message("")
        self._show_answer()

    def _why_not(self) -> str:
        if self.dataset is None:
            return self.tr("Press Play and draw.")
        if self.dataset.task == "numbers":
            return self.tr("These rows have numbers to learn: this view asks for the class of a drawing.")
        if self.dataset.image_shape is not None:
            return self.tr("These pictures are in colour, and the pen draws grey ones: choose Digits or MNIST to draw.")
        return self.tr("These rows are no pictures: choose Digits, MNIST or Fashion-MNIST in the data panel to draw.")

    def _take_style(self) -> None:
        """Other data has pictures of another kind: the same drawing is prepared anew."""
        if not self._is_new_data:
            return
        self._is_new_data = False
        is_possible = self.dataset is not None and self.dataset.task == "classes"
        self._style = drawing_style(self.dataset) if is_possible and self.dataset is not None else None
        self._ask(again=True)

    def _show_answer(self) -> None:
        assert self.dataset is not None
        lanes = [lane for lane, look in enumerate(self.looks) if look.visible] or [self.focus]
        answer = self._answer()
        self.bars.hint = self._what_to_do()
        looks = [self.looks[lane] for lane in lanes] if self.looks else []
        shares = answer.probabilities[lanes] if answer is not None else np.zeros((0, self.dataset.n_classes))
        self.bars.show_shares(shares, looks, self.dataset.classes)
        self.verdict.setText(self._verdict(answer))
        if answer is None or self.snapshot is None:
            self.header.set_note("")
        else:
            at = self.snapshot.weights_step(self.focus, answer.step)
            self.header.set_note(self.tr("step {step}").format(step=count(at)))

    def _answer(self) -> Drawing | None:
        """The lanes' answer to the last drawing; a stroke or two behind while the pen moves."""
        found = self.snapshot.inside.get("drawing") if self.snapshot is not None else None
        if not self.features or not isinstance(found, Drawing) or self.dataset is None:
            return None
        return found if found.probabilities.shape == (len(self.looks), self.dataset.n_classes) else None

    def _what_to_do(self) -> str:
        if not self.features:
            return self.tr("Draw something on the pad.")
        return self.tr("Press Play, and the lanes answer.")

    def _verdict(self, answer: Drawing | None) -> str:
        if answer is None or self.dataset is None:
            return ""
        shares = answer.probabilities[self.focus]
        name = self.looks[self.focus].name
        if not np.isfinite(shares).all():
            return self.tr("{lane} has no answer").format(lane=name)
        label = int(shares.argmax())
        words = self.tr("{lane} says {answer} ({share})")
        return words.format(lane=name, answer=self.dataset.classes[label], share=percent(shares[label]))

    def take_over(self, shown: InsidePanel) -> None:
        super().take_over(shown)
        if isinstance(shown, DigitPanel):
            self.pad.take_over(shown.pad)

    # --- what a person does -----------------------------------------------------------------------------------------

    def _on_drawn(self) -> None:
        self._ask()
        if self.dataset is not None and self._style is not None:
            self._show_answer()

    def _ask(self, *, again: bool = False) -> None:
        """Prepares the drawing and asks for the lanes' answers to it; ``again``: even to the same one."""
        style = self._style
        found = prepare(self.pad.ink(), style) if style is not None else None
        features = tuple(found.tolist()) if found is not None else ()
        if found is None or style is None:
            self.preview.set_picture(None)
        else:
            self.preview.set_picture((found.reshape(style.shape) - style.paper) / (style.ink - style.paper))
        if features != self.features or (again and features):
            self.features = features
            self.requested.emit("drawing", features)

    def _on_brush(self, width: int) -> None:
        self.pad.brush = width
        self.pad.update()

    def _on_eraser(self, is_on: bool) -> None:
        self.pad.is_erasing = is_on
        self.pad.update()

    def _on_clear(self) -> None:
        self.eraser.setChecked(False)
        self.pad.clear()
