"""What lies over the window while a file is dragged across it, and says what dropping it would do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from engine.store.file_kind import kind_of
from engine.visible import visible
from playground.document.files.clipboard import local_file, local_files
from playground.ui.look import theme

_INSET = theme.SPACE_3


class DropHint(QWidget):
    """Covers its parent from the moment a file enters it, so that editors below cannot take the file for text."""

    dropped = Signal(object)
    """The Path of the file."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("drop_hint")
        self.setAcceptDrops(True)
        self._text = ""
        self.hide()
        window.installEventFilter(self)

    def text(self) -> str:
        """What dropping would do."""
        return self._text

    def watch(self, place: QObject) -> None:
        """Sees what is dragged over the window before any widget in it does; ``place`` is its QWindow."""
        place.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        parent = self.parentWidget()
        if watched is not parent:
            if isinstance(event, QDragEnterEvent):
                self._announce(event)
        elif isinstance(event, QDragEnterEvent):
            self.dragEnterEvent(event)
        elif isinstance(event, QDragMoveEvent):
            self.dragMoveEvent(event)
        elif isinstance(event, QDropEvent):
            self.dropEvent(event)
        elif isinstance(event, QDragLeaveEvent):
            self.dragLeaveEvent(event)
        elif event.type() == QEvent.Type.Resize and self.isVisible() and parent is not None:
            self.setGeometry(parent.rect())
        return False

    def _announce(self, event: QDragEnterEvent) -> bool:
        path, count = local_file(event.mimeData()), len(local_files(event.mimeData()))
        if path is None:
            return False
        match kind_of(path):
            case "experiment":
                template = self.tr("Drop to open the experiment {file}")
            case "model":
                template = self.tr("Drop to open the trained model {file}")
            case "run":
                template = self.tr("Drop to go on with the run {file}")
            case "rows":
                template = self.tr("Drop to learn from the rows of {file}")
        self._text = template.format(file=visible(path.name))
        if count > 1:
            self._text += "\n" + self.tr("It is the first of {count} files: the others are left out.").format(
                count=count
            )
        self.setAccessibleName(self._text)
        parent = self.parentWidget()
        assert parent is not None
        self.setGeometry(parent.rect())
        self.raise_()
        self.show()
        self.update()
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._announce(event):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if local_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.hide()
        path = local_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = theme.current()
        veil = QColor(colors.window)
        veil.setAlphaF(0.82)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(QColor(colors.accent), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET), 8, 8)
        painter.setFont(theme.font("display"))
        painter.setPen(QColor(colors.text))
        room = self.rect().adjusted(4 * _INSET, 0, -4 * _INSET, 0)
        metrics = QFontMetrics(painter.font())
        lines = self._text.split("\n")
        shown = "\n".join(metrics.elidedText(line, Qt.TextElideMode.ElideMiddle, room.width()) for line in lines)
        icon = QRect(0, 0, 40, 40)
        icon.moveCenter(room.center())
        theme.icon("open", "accent").paint(painter, icon.translated(0, -36))
        below = 20 + (len(lines) - 1) * metrics.height() // 2
        painter.drawText(room.translated(0, below), Qt.AlignmentFlag.AlignCenter, shown)
        painter.end()
