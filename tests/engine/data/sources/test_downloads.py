"""Downloads, from a server on this machine."""

import dataclasses
import hashlib
import os
import time

import pytest

from engine.data import CancelledError, load_table
from engine.data.sources import downloads, transfer
from engine.data.sources.downloads import ALL, Download, load_download
from engine.data.sources.registry import SOURCES
from engine.data.spec import DataSpec
from engine.errors import DataError
from tests.engine.data.sources.faulty_server import FILES, Faulty, faulty_server


@pytest.fixture
def server(tmp_path, monkeypatch):
    """The address of a server, and its folder with the four files. Who waits for it looks up more often than usual."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setattr(transfer, "_LOOKS_EVERY", 0.02)
    folder = tmp_path / "served"
    with faulty_server(folder) as address:
        yield address, folder


def download(*mirrors):
    return Download(
        name="small",
        mirrors=mirrors,
        checksums={name: "sha256:" + hashlib.sha256(content).hexdigest() for name, content in FILES.items()},
        classes=("T-shirt", "Bag", "Coat"),
    )


NOWHERE = "http://127.0.0.1:9/"
"""The discard port, where nothing listens."""


def test_train_rows_come_first_then_t10k(server, tmp_path):
    table = load_download(download(server[0]), cache=tmp_path)
    assert table.features.tolist() == [[0, 1], [2, 3], [4, 5], [100, 101], [102, 103]]
    assert table.labels.tolist() == [2, 0, 1, 1, 1]
    assert table.classes == ("T-shirt", "Bag", "Coat")
    assert (table.name, table.image_shape) == ("small", (1, 2))


def test_the_next_mirror_helps_out_and_the_cache_needs_none(server, tmp_path):
    load_download(download(NOWHERE, server[0]), cache=tmp_path)
    assert load_download(download(NOWHERE), cache=tmp_path).n_rows == 5


def test_no_connection_is_one_sentence_that_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with pytest.raises(DataError, match="could not be downloaded") as error:
        load_download(download(NOWHERE), cache=tmp_path)
    message = str(error.value)
    assert "(no connection)" in message
    assert isinstance(error.value.values["reason"], DataError), "in the language of the window"
    assert "try again, open pictures or a table of your own" in message
    assert str(tmp_path / "small") in message
    assert "\n" not in message


def test_a_missing_file_on_the_server(server, tmp_path):
    address, folder = server
    (folder / "t10k-labels-idx1-ubyte.gz").unlink()
    with pytest.raises(DataError, match=r"\(404 .*\).*t10k-labels"):
        load_download(download(address), cache=tmp_path)


def test_wrong_content_is_refused(server, tmp_path):
    address, folder = server
    (folder / "train-labels-idx1-ubyte.gz").write_bytes(b"<html>Please log in</html>")
    with pytest.raises(DataError, match="wrong checksum"):
        load_download(download(address), cache=tmp_path)
    assert not (tmp_path / "small" / "train-labels-idx1-ubyte.gz").exists()


@pytest.mark.parametrize(
    ("fault", "reason"),
    [("silent", "no reply"), ("broken", "it broke off"), ("endless", "wrong checksum"), ("gone", "404")],
)
def test_a_faulty_mirror_is_named_with_its_fault_or_another_helps_out(server, tmp_path, monkeypatch, fault, reason):
    monkeypatch.setattr(transfer, "TIMEOUT", 0.3)
    monkeypatch.setattr(transfer, "LARGEST_FILE", 100_000)
    address, _ = server
    faulty = f"{address}{fault}/"
    if fault == "gone":
        monkeypatch.setattr(Faulty, "do_GET", lambda handler: handler.send_error(404))
    with pytest.raises(DataError, match="could not be downloaded") as error:
        load_download(download(faulty), cache=tmp_path)
    assert reason in str(error.value)
    assert_nothing_unfinished(tmp_path)
    if fault not in ("gone", "silent"):  # of a silent one, see below
        assert load_download(download(faulty, address), cache=tmp_path).n_rows == 5


@pytest.mark.parametrize("fault", ["drips", "drips_headers"])
def test_a_server_that_drips_is_given_up_and_another_helps_out(server, tmp_path, monkeypatch, fault):
    monkeypatch.setattr(transfer, "TIMEOUT", 0.2)
    address, _ = server
    with pytest.raises(DataError, match="it was too slow"):
        load_download(download(f"{address}{fault}/"), cache=tmp_path)
    assert_nothing_unfinished(tmp_path)
    assert load_download(download(f"{address}{fault}/", address), cache=tmp_path).n_rows == 5


def test_a_file_may_take_only_so_long(server, tmp_path, monkeypatch):
    monkeypatch.setattr(transfer, "SLOWEST", 0)
    monkeypatch.setattr(transfer, "LONGEST", 0.1)
    with pytest.raises(DataError, match="it was too slow"):
        load_download(download(f"{server[0]}drips/"), cache=tmp_path)


@pytest.mark.parametrize("fault", ["drips", "drips_headers"])
def test_a_server_that_drips_can_be_cancelled(server, tmp_path, fault):
    """Whatever is waited for: the connection is cut, and its server notices."""
    address, _ = server
    told = []

    def stop(done, _total):
        told.append(done)
        if len(told) > 1:
            raise CancelledError("enough")

    with pytest.raises(CancelledError):
        load_download(download(f"{address}{fault}/", address), cache=tmp_path, report=stop)
    assert len(told) == 2
    assert Faulty.cut_off.wait(20)
    assert_nothing_unfinished(tmp_path)


def assert_nothing_unfinished(cache):
    assert {path.name for path in (cache / "small").iterdir()} <= set(FILES)


def test_what_a_program_that_was_killed_has_left_is_cleared_and_what_another_is_just_writing_is_not(server, tmp_path):
    address, _ = server
    load_download(download(address), cache=tmp_path)
    folder = tmp_path / "small"
    dead, alive, foreign = folder / "tmpabc_12yz", folder / "tmp0123abcd", folder / "tmp-of-mine.txt"
    for path in (dead, alive, foreign):
        path.write_bytes(b"half")
    old = time.time() - 3 * transfer.LONGEST
    for path in (dead, foreign):
        os.utime(path, (old, old))
    load_download(download(address), cache=tmp_path)
    assert {path.name for path in folder.iterdir()} == {*FILES, alive.name, foreign.name}


def test_a_dead_mirror_is_asked_only_once_and_another_helps_out(server, tmp_path, monkeypatch):
    monkeypatch.setattr(transfer, "TIMEOUT", 0.3)
    address, _ = server
    asked = []
    do_get = Faulty.do_GET
    monkeypatch.setattr(Faulty, "do_GET", lambda handler: (asked.append(handler.path), do_get(handler)))
    assert load_download(download(f"{address}silent/", address), cache=tmp_path).n_rows == 5
    assert [path.startswith("/silent/") for path in asked] == [True, False, False, False, False]


def test_progress_counts_the_bytes_of_all_files(server, tmp_path):
    told = []
    size = sum(map(len, FILES.values()))
    asked = dataclasses.replace(download(server[0]), size=size)
    load_download(asked, cache=tmp_path, report=lambda done, total: told.append((done, total)))
    assert told[-1] == (size, size)
    assert max(done for done, _ in told) <= size + transfer.PIECE
    assert {total for _, total in told} == {size}


def test_cancelling_leaves_nothing_unfinished_and_what_is_whole_stays(server, tmp_path, monkeypatch):
    monkeypatch.setattr(transfer, "PIECE", 8)
    first = len(FILES["train-images-idx3-ubyte.gz"])

    def stop(done, _total):
        if done > first + 8:  # within the second file
            raise CancelledError("enough")

    with pytest.raises(CancelledError):
        load_download(download(server[0]), cache=tmp_path, report=stop)
    assert [path.name for path in (tmp_path / "small").iterdir()] == ["train-images-idx3-ubyte.gz"]
    assert load_download(download(server[0]), cache=tmp_path).n_rows == 5


def test_a_damaged_file_in_the_cache_is_fetched_anew(server, tmp_path):
    load_download(download(server[0]), cache=tmp_path)
    (tmp_path / "small" / "t10k-labels-idx1-ubyte.gz").write_bytes(b"half")
    assert load_download(download(server[0]), cache=tmp_path).n_rows == 5


def test_a_cache_that_cannot_be_written_is_named(server, tmp_path):
    (tmp_path / "small").write_text("a file where the folder should be")
    with pytest.raises(DataError, match=r"small cannot be kept in .*small"):
        load_download(download(server[0]), cache=tmp_path)


def test_the_cache_is_where_the_platform_wants_it(monkeypatch):
    monkeypatch.setattr(downloads, "user_cache_dir", lambda name: f"/caches/{name}")
    assert downloads.cache_folder(downloads.MNIST).as_posix() == "/caches/nn-playground/mnist"


def test_named_sources_go_to_their_downloads(monkeypatch):
    monkeypatch.setattr(downloads, "load_download", lambda asked, report: asked.name)
    named = [name for name, source in SOURCES.items() if source.is_download]
    assert [load_table(DataSpec(source=name)) for name in named] == named == list(ALL)


def test_what_a_server_says_is_quoted(server, tmp_path, monkeypatch):
    """Its status line comes to the terminal and into the window."""
    monkeypatch.setattr(Faulty, "do_GET", lambda handler: handler.send_response(503, "\x1b[2J\x1b]0;mine\x07\u00e9"))
    monkeypatch.setattr(Faulty, "send_response", _send_status)
    with pytest.raises(DataError) as error:
        load_download(download(server[0]), cache=tmp_path)
    assert r"503 \x1b[2J\x1b]0;mine\x07" in str(error.value)
    assert str(error.value).isprintable()


def _send_status(handler, code, message):
    handler.wfile.write(f"HTTP/1.0 {code} {message}\r\nContent-Length: 0\r\n\r\n".encode("latin-1"))
    handler.close_connection = True
