"""A number of rows, or a share of all there are, as an option of the command line."""

from __future__ import annotations

import click


def size(text: str) -> float:
    """``300`` -> the int, ``0.6`` and ``60%`` -> a float. Whether it is in range, the experiment says.

    Raises:
        click.BadParameter: it is no number.
    """
    try:
        number = float(text.removesuffix("%")) / 100 if text.endswith("%") else float(text)
        return int(number) if number.is_integer() else number
    except (ValueError, OverflowError):
        raise click.BadParameter(f"{text!r} is neither a number of rows, such as 300, nor a share, as 0.6.") from None
