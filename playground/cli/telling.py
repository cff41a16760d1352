"""How the command line tells something: whatever comes from a file or a server, a terminal obeys nothing in it."""

from __future__ import annotations

import click

from engine.visible import visible


def tell(text: object, *, err: bool = False) -> None:
    """A line, or several."""
    click.echo(visible(str(text), keep="\n"), err=err)
