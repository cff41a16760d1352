"""An error in a method that Qt calls is told to the hook, where PySide6 alone would end the process."""

from __future__ import annotations

import subprocess
import sys

import pytest

from playground.shell.main_window import MainWindow

PROGRAM = """
import sys, types
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
if "guarded" in sys.argv:
    from playground.shell.process.override_guard import guard_overrides
    guard_overrides()
module = types.ModuleType("playground.trial")
exec('''
from PySide6.QtWidgets import QWidget
class Broken(QWidget):
    def resizeEvent(self, event):
        first, second = ()
    def paintEvent(self, event):
        [][3]
    def sizeHint(self):
        return super().sizeHint()
''', vars(module))
app = QApplication([])
window = QWidget()
broken = module.Broken()
QVBoxLayout(window).addWidget(broken)
broken.hide()
window.show()
sys.excepthook = lambda kind, error, trace: print("told:", error)
broken.setVisible(True)
window.resize(300, 200)
app.processEvents()
broken.repaint()
print("alive")
"""


def ended(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", PROGRAM, *arguments], capture_output=True, text=True, timeout=120)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="there is nothing to guard there")
def test_the_window_is_guarded() -> None:
    """By what starts it, before it is defined."""
    assert hasattr(MainWindow.closeEvent, "__wrapped__")


def test_it_is_told() -> None:
    done = ended("guarded")
    assert done.returncode == 0, done.stderr
    assert "told: not enough values to unpack" in done.stdout
    assert "told: list index out of range" in done.stdout
    assert "alive" in done.stdout


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="exceptions are objects there")
def test_without_the_guard_the_process_ends() -> None:
    """So that it can go when PySide6 does better."""
    assert ended().returncode < 0
