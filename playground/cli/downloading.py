"""How far a download is, on stderr: one line that changes on a terminal, a line for each tenth elsewhere."""

from __future__ import annotations

import os
import sys

import click

from engine.data import Report
from engine.data.sources.registry import source_of


def download_report(source: str, *, quiet: bool) -> Report:
    """What `load_table` reports to."""
    return _Lines(source) if source_of(source).is_download and not quiet else _Silent()


class _Silent:
    def __call__(self, done: int, total: int) -> None:
        pass


class _Lines:
    def __init__(self, source: str) -> None:
        self._source = source
        self._is_terminal = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._shown = -1

    def __call__(self, done: int, total: int) -> None:
        done = min(done, total)
        share = done * (100 if self._is_terminal else 10) // max(1, total)
        if share <= self._shown:
            return
        self._shown = share
        line = f"Downloading {self._source}: {done / 1e6:.1f} of {total / 1e6:.1f} MB"
        if self._is_terminal:
            click.echo(f"\r{line}" + ("\n" if done == total else ""), err=True, nl=False)
        else:
            click.echo(line, err=True)
