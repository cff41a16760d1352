"""Saving when the disk is full, the folder is closed, or the program is killed: the old file or the new one."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from engine.data import load_table, split
from engine.errors import PlaygroundError
from engine.experiment.experiment import Experiment, parse
from engine.store import temp_files
from engine.store.atomic import write_atomically
from engine.store.experiment_files import open_experiment, save_experiment, save_history
from engine.store.model_files import load_model, save_model
from engine.train.trainer import Trainer
from tests.conftest import thorough
from tests.playground.fork_server import ForkServer

Cases = Callable[[int], int]
Figure = Callable[[str], None]

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither fork nor limits")


def small(**changes: object) -> Experiment:
    recipe = {"data": {"source": "xor"}, "layers": [{"kind": "dense", "units": 2}], "batch_size": 4}
    return parse({**recipe, **changes})


def trained() -> Trainer:
    experiment = small()
    trainer = Trainer(experiment, split(load_table(experiment.data), experiment.data))
    for _ in range(5):
        trainer.run(3)
        trainer.measure()
    return trainer


class Faults:
    """Counts what is asked of the system while a file is saved, and lets the call of one number fail."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
        self.calls = 0
        self.fail_at: int | None = None
        self._code = code
        for module, name in ((os, "fsync"), (os, "fchmod"), (os, "open"), (Path, "replace"), (Path, "open")):
            if hasattr(module, name):
                monkeypatch.setattr(module, name, self._counted(getattr(module, name)))

    def _counted(self, call: Callable[..., object]) -> Callable[..., object]:
        def counted(*args: object, **kwargs: object) -> object:
            self.count()
            result = call(*args, **kwargs)
            return _Stream(result, self) if hasattr(result, "write") else result

        return counted

    def count(self) -> None:
        number, self.calls = self.calls, self.calls + 1
        if number == self.fail_at:
            raise OSError(self._code, os.strerror(self._code))


class _Stream:
    """A file whose writing, flushing and closing are calls that may fail too."""

    def __init__(self, stream: object, faults: Faults) -> None:
        self._stream, self._faults = stream, faults

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)

    def write(self, data: bytes) -> object:
        self._faults.count()
        return self._stream.write(data)

    def flush(self) -> None:
        self._faults.count()
        self._stream.flush()

    def __enter__(self) -> _Stream:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()
        self._faults.count()


def savers() -> dict[str, tuple[str, Callable[[Path], None], Callable[[Path], object]]]:
    """Name -> file name, what writes it, and what reads it."""
    trainer = trained()
    return {
        "experiment": ("e.json", lambda path: save_experiment(small(name="new"), path), open_experiment),
        "history": ("h.csv", lambda path: save_history(trainer.history.view(), ["a"], path), Path.read_text),
        "model": ("m.npz", lambda path: save_model(trainer, path), load_model),
        "bytes": ("b.bin", lambda path: write_atomically(path, lambda s: s.writelines([b"n"] * 9)), Path.read_bytes),
    }


CODES = [errno.ENOSPC, errno.EIO, errno.EDQUOT]


@pytest.mark.parametrize("code", thorough(CODES, by_day=CODES[:1]), ids=["full", "broken", "quota"])
def test_a_fault_at_every_call_of_a_save(
    code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, figure: Figure
) -> None:
    faults = Faults(monkeypatch, code)
    tried = told = 0
    for name, (file, save, read) in savers().items():
        path = tmp_path / file
        faults.fail_at, faults.calls = None, 0
        save(path)
        new, calls = path.read_bytes(), faults.calls
        assert calls > 4, f"saving a {name} asks nothing of the system"
        for number in range(calls):
            path.write_bytes(b"old")
            faults.calls, faults.fail_at = 0, number
            tried += 1
            sentence = _told(save, path)
            faults.fail_at = None
            told += bool(sentence)
            assert os.strerror(code).lower() in sentence or not sentence
            assert path.read_bytes() in ((b"old", new) if sentence else (new,))
            assert [entry.name for entry in tmp_path.iterdir()] == [file], f"{name}: call {number} left something"
        path.write_bytes(new)
        read(path)
        path.unlink()
    figure(f"{tried} faults, {told} told in a sentence, 0 files lost, 0 temporary files left")
    assert told > tried / 2


def _told(save: Callable[[Path], None], path: Path) -> str:
    """Saves; what the error says, if there is one."""
    try:
        save(path)
    except PlaygroundError as error:
        return str(error).lower()
    return ""


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """No file may grow beyond so many bytes: the system itself refuses, half-way through a write."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@posix_only
@pytest.mark.nightly
def test_the_system_refuses_after_any_number_of_bytes(tmp_path: Path, cases: Cases, figure: Figure) -> None:
    """No monkeypatching: a limit of the kernel's, with its real short writes."""
    tried = 0
    for file, save, _ in savers().values():
        path = tmp_path / file
        save(path)
        new = path.read_bytes()
        step = max(1, len(new) // cases(60))
        for size in range(0, len(new), step):
            path.write_bytes(b"")  # as the limit counts for it too
            with room_for(size), pytest.raises(PlaygroundError):
                save(path)
            tried += 1
            assert path.read_bytes() == b""
            assert [entry.name for entry in tmp_path.iterdir()] == [file]
        path.unlink()
    figure(f"{tried} writes cut short by the system, 0 files lost, 0 temporary files left")


@posix_only
@pytest.mark.nightly
def test_killed_while_saving(tmp_path: Path, cases: Cases, figure: Figure, fork_server: ForkServer) -> None:
    kills, folder = cases(100), tmp_path / "saved"
    folder.mkdir()
    arguments = str(folder), str(kills)
    done = fork_server.run("tests.faults.saver", *arguments, folder=tmp_path, timeout=60 * cases(2))
    assert done.returncode == 0, done.stderr
    while_writing, most_left = map(int, done.stdout.split())
    assert while_writing > kills / 5
    assert most_left <= 2  # one for each of the two files, however many kills
    figure(f"{kills} kills, {while_writing} of them half-way through a file, 0 files lost, at most {most_left} left")


@posix_only
def test_a_temporary_file_that_is_being_written_is_not_swept_away(tmp_path: Path) -> None:
    path = tmp_path / "e.json"

    def write(stream: object) -> None:
        save_experiment(small(name="the quicker"), path)
        stream.write(small(name="the slower").to_json().encode())

    write_atomically(path, write)
    assert open_experiment(path).name == "the slower"
    assert [entry.name for entry in tmp_path.iterdir()] == ["e.json"]


@posix_only
def test_the_next_save_in_a_folder_clears_what_killed_saves_have_left(tmp_path: Path) -> None:
    """Of whatever file; and nothing that is not the program's own, or that somebody is just writing."""
    foreign = {".settings.0123abcd.tmp", ".0123abcd.playground.tmp", "e.json.0123abcd.playground.tmp"}
    for name in foreign:
        (tmp_path / name).write_text("of somebody else")
    (tmp_path / ".model.npz.0123abcd.playground.tmp").write_text("half")
    (tmp_path / ".a\nb.0123abcd.playground.tmp").write_text("half")
    temporary, stream = temp_files.create(tmp_path / "alive.json")
    with stream:
        save_experiment(small(), tmp_path / "e.json")
        assert {entry.name for entry in tmp_path.iterdir()} == {*foreign, temporary.name, "e.json"}


@posix_only
@pytest.mark.skipif(sys.platform != "win32" and os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder(tmp_path: Path) -> None:
    path = tmp_path / "e.json"
    save_experiment(small(), path)
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(PlaygroundError, match="permission is denied"):
            save_experiment(small(name="new"), path)
        assert open_experiment(path) == small()
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize("code", [errno.EACCES, errno.EROFS], ids=["denied", "read-only"])
def test_a_folder_that_lets_nobody_write(code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As far as can be had for root too, who may write anywhere."""
    path = tmp_path / "e.json"
    save_experiment(small(), path)
    faults = Faults(monkeypatch, code)
    faults.fail_at = 0
    with pytest.raises(PlaygroundError, match="cannot be written"):
        save_experiment(small(name="new"), path)
    monkeypatch.undo()
    assert open_experiment(path) == small()


def test_a_folder_that_has_vanished(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    save_experiment(small(), folder / "e.json")
    (folder / "e.json").unlink()
    folder.rmdir()
    with pytest.raises(PlaygroundError, match="does not exist"):
        save_experiment(small(), folder / "e.json")


@posix_only
def test_saved_twice_at_once(tmp_path: Path, fork_server: ForkServer) -> None:
    """Two programs that save the same file: one of them wins, whole."""
    path = tmp_path / "saved" / "e.json"
    path.parent.mkdir()
    done = fork_server.run("tests.faults.two_savers", str(path), "40", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert open_experiment(path).name in ("a" * 100, "b" * 100)
    assert [entry.name for entry in path.parent.iterdir()] == ["e.json"]
