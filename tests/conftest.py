"""Keeps the tests off the screen and away from the developer's own settings, caches and saved work."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Before NumPy is imported: small products are faster on one thread, and much faster where cores are busy.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

_FOLDERS = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")


def pytest_configure(config: pytest.Config) -> None:
    """Moves the user's folders before any module under test can look them up."""
    home = tempfile.TemporaryDirectory(prefix="playground-tests-", ignore_cleanup_errors=True)
    config.add_cleanup(home.cleanup)
    for name in _FOLDERS:
        folder = Path(home.name, name)
        folder.mkdir(mode=0o700)  # Qt warns about a runtime folder that others can read
        os.environ[name] = str(folder)


@pytest.fixture(autouse=True)
def user_folder(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Gives each test empty folders of its own, so that no test sees what another one saved."""
    folder = tmp_path_factory.mktemp("user")
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(folder / name))
    return folder
