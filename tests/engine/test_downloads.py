"""Downloads, from a server on this machine."""

import functools
import gzip
import hashlib
import http.server
import struct
import threading

import pytest

from engine.data import downloads, load_table
from engine.data.downloads import ALL, Download, load_download
from engine.errors import DataError
from engine.specs import DOWNLOADS, DataSpec


def _files():
    def images(n, first):
        return gzip.compress(struct.pack(">4I", 0x803, n, 1, 2) + bytes(range(first, first + 2 * n)), mtime=0)

    def labels(*values):
        return gzip.compress(struct.pack(">2I", 0x801, len(values)) + bytes(values), mtime=0)

    return {
        "train-images-idx3-ubyte.gz": images(3, 0),
        "train-labels-idx1-ubyte.gz": labels(2, 0, 1),
        "t10k-images-idx3-ubyte.gz": images(2, 100),
        "t10k-labels-idx1-ubyte.gz": labels(1, 1),
    }


FILES = _files()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_args):
        pass


@pytest.fixture
def server(tmp_path, monkeypatch):
    """The address of a server, and its folder with the four files."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    folder = tmp_path / "served"
    folder.mkdir()
    for name, content in FILES.items():
        (folder / name).write_bytes(content)
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}/", folder
        running.shutdown()
        thread.join()


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
    assert NOWHERE in message
    assert "try again" in message
    assert str(tmp_path / "small") in message
    assert "\n" not in message


def test_a_missing_file_on_the_server(server, tmp_path):
    address, folder = server
    (folder / "t10k-labels-idx1-ubyte.gz").unlink()
    with pytest.raises(DataError, match=r"\(HTTPError\).*t10k-labels"):
        load_download(download(address), cache=tmp_path)


def test_wrong_content_is_refused(server, tmp_path):
    address, folder = server
    (folder / "train-labels-idx1-ubyte.gz").write_bytes(b"<html>Please log in</html>")
    with pytest.raises(DataError, match="wrong checksum"):
        load_download(download(address), cache=tmp_path)
    assert not (tmp_path / "small" / "train-labels-idx1-ubyte.gz").exists()


def test_named_sources_go_to_their_downloads(monkeypatch):
    monkeypatch.setattr(downloads, "load_download", lambda asked: asked.name)
    assert [load_table(DataSpec(source=source)) for source in DOWNLOADS] == list(DOWNLOADS) == list(ALL)
