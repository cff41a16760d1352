"""A server on this machine that goes wrong in the ways in which servers do."""

import contextlib
import functools
import gzip
import http.server
import struct
import threading
import time
from collections.abc import Iterator
from pathlib import Path


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
REACHED = "reached"
"""A file of this name lies in the folder once a drip has begun."""


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_args):
        pass


class Faulty(Quiet):
    """Goes wrong for paths of some kinds, and serves the files of the folder under all others."""

    cut_off = threading.Event()
    """Somebody has hung up on a drip."""

    def do_GET(self):
        _, _, file = self.path.rpartition("/")
        content = FILES[file]
        if self.path.startswith("/silent/"):
            time.sleep(1.5)
            return
        if self.path.startswith("/broken/"):
            self._send(content[: len(content) // 2], length=len(content))
        elif self.path.startswith("/drips/"):
            self._send(b"", length=1000 * len(content))
            self._drip(1000 * content)
        elif self.path.startswith("/drips_headers/"):
            self._drip(b"HTTP/1.0 200 " + b"O" * 2000)
        elif self.path.startswith("/endless/"):
            self._send(b"", length=10**12)
            with contextlib.suppress(OSError):  # the other side hangs up
                for _ in range(200):
                    self.wfile.write(bytes(2**14))
        else:
            self.path = "/" + file
            super().do_GET()

    def _drip(self, content):
        Path(self.directory, REACHED).touch()
        with contextlib.suppress(OSError):  # the other side hangs up
            for number in range(len(content)):
                self.wfile.write(content[number : number + 1])
                self.wfile.flush()
                if self.server.hung_up.wait(0.05):
                    return
        self.cut_off.set()

    def _send(self, content, *, length):
        self.send_response(200)
        self.send_header("Content-Length", str(length))
        self.end_headers()
        self.wfile.write(content)
        self.close_connection = True


@contextlib.contextmanager
def faulty_server(folder: Path) -> Iterator[str]:
    """Its address. It serves what lies in a folder, where the four files are put."""
    folder.mkdir()
    for name, content in FILES.items():
        (folder / name).write_bytes(content)
    handler = functools.partial(Faulty, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        running.hung_up = threading.Event()  # type: ignore[attr-defined]
        Faulty.cut_off = threading.Event()
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}/"
        running.hung_up.set()  # type: ignore[attr-defined]
        running.shutdown()
        thread.join()
