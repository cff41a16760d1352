"""The parts of a page as HTML: all text in them is escaped."""

from __future__ import annotations

import html
from base64 import b64encode
from collections.abc import Iterable, Sequence

from engine.visible import visible


class Html(str):
    """Text that is escaped already."""


def escape(text: str) -> str:
    """Text as it is, whatever it is."""
    return html.escape(visible(text, keep="\n"))


def section(title: str, content: str) -> str:
    """Nothing where there is nothing to say."""
    return f"<section><h2>{escape(title)}</h2>\n<div>{content}</div></section>" if content else ""


def picture(title: str, data: bytes, kind: str) -> str:
    return f'<img class="picture" alt="{escape(title)}" src="{data_url(f"image/{kind}", data)}">'


def data_url(kind: str, data: bytes) -> str:
    return f"data:{kind};base64,{b64encode(data).decode()}"


def bullets(items: Iterable[str]) -> str:
    lines = "".join(f"<li>{escape(item)}</li>" for item in items)
    return f"<ul>{lines}</ul>" if lines else ""


def table(headings: Sequence[str], rows: Iterable[Sequence[str]], kinds: Sequence[str]) -> str:
    """kinds: the class of each column. What is in a cell lies in a box of its own: cells have no least width."""

    def line(tag: str, cells: Sequence[str]) -> str:
        filled = zip(kinds, cells, strict=True)
        return "".join(
            f'<{tag} class="{kind}"><div>{text if isinstance(text, Html) else escape(text)}</div></{tag}>'
            for kind, text in filled
        )

    body = "".join(f"<tr>{line('td', row)}</tr>" for row in rows)
    return f"<table><thead><tr>{line('th', headings)}</tr></thead><tbody>{body}</tbody></table>"


def pairs(pairs: Iterable[tuple[str, str]]) -> str:
    return "<dl>" + "".join(f"<dt>{escape(term)}</dt><dd>{escape(text)}</dd>" for term, text in pairs) + "</dl>"
