"""Reads ARFF, the format of Weka: attributes with their kinds, then rows of values.

https://waikato.github.io/weka-wiki/formats_and_processing/arff_stable/ describes it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection
from dataclasses import replace
from typing import Final

from engine.data.columns.column import ColumnKind
from engine.data.files.progress import Report
from engine.data.sheet import Sheet, SheetOptions
from engine.data.spec import ColumnSpec
from engine.data.text.detection.encoding import as_utf8
from engine.data.text.read import read_text
from engine.data.text.written import ragged
from engine.errors import DataError

_ATTRIBUTE = re.compile(r"""@attribute\s+('(?:\\.|[^'])*'|"(?:\\.|[^"])*"|[^\s]+)\s+(.*)""", re.IGNORECASE)
_KINDS: Final[dict[str, ColumnKind | None]] = {
    "numeric": "number",
    "real": "number",
    "integer": "number",
    "date": "date",
    "string": None,
}


def read_arff(
    data: bytes,
    options: SheetOptions,
    *,
    file: str,
    name: str,
    exact: Collection[str],
    rows: int | None,
    report: Report,
) -> Sheet:
    """The rows as a text file whose header is where ``@data`` stood, so that lines keep their numbers.

    Raises:
        DataError: a header that is none, rows that are written sparsely, or what is wrong with any table.
    """
    content, encoding = as_utf8(data, options.encoding, file)
    text = content.decode().replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")
    head = re.search(r"^\s*@data[^\n]*$", text, re.IGNORECASE | re.MULTILINE)
    attributes = _attributes(text[: head.start()], file) if head is not None else {}
    if head is None or not attributes:
        raise DataError("{file}: an ARFF file needs lines with @attribute, and one with @data.", file=file)
    body = text[head.end() :]
    if re.match(r"\s*(?:%[^\n]*\n\s*)*\{", body):
        raise DataError("{file} writes its rows sparsely, which is not read: save it as plain ARFF or CSV.", file=file)
    header = io.StringIO()
    csv.writer(header, lineterminator="").writerow(attributes)
    above = text[: head.start()].count("\n") + text[head.start() : head.end()].count("\n")
    table = "\n" * above + header.getvalue() + _with_double_quotes(body, file)
    sheet = read_text(
        table.encode(),
        replace(
            options,
            header=True,
            names_line=None,
            separator=",",
            encoding="utf-8",
            lines_left_out=options.lines_left_out or (),
        ),
        file=file,
        name=name,
        exact=exact,
        rows=rows,
        report=report,
    )
    if len(sheet.names) != len(attributes):
        raise ragged(file, sheet.line_of(0), fields=len(sheet.names), columns=len(attributes))
    hints = dict(zip(sheet.names, attributes.values(), strict=False))
    writing = replace(sheet.writing, format="ARFF", encoding=encoding, skipped=0, names_line=None, beginning=())
    return replace(sheet, hints=hints, writing=writing)


def _attributes(head: str, file: str) -> dict[str, ColumnSpec]:
    """What the attributes are, by their names."""
    found: dict[str, ColumnSpec] = {}
    for number, line in enumerate(head.split("\n"), start=1):
        if not line.strip().lower().startswith("@attribute"):
            continue
        parts = _ATTRIBUTE.fullmatch(line.strip())
        if parts is None:
            raise DataError("{file}, line {line}: an attribute without a name or a kind.", file=file, line=number)
        name, kind = parts.groups()
        name = re.sub(r"\\(.)", r"\1", name[1:-1]) if name[0] in "'\"" else name
        if name in found:
            name = f"{name} {number}"
        if kind.startswith("{"):
            found[name] = ColumnSpec(kind="category")
        elif (word := kind.split()[0].lower()) in _KINDS:
            found[name] = ColumnSpec(kind=_KINDS[word])
        else:
            raise DataError("{file}, line {line}: an attribute of an unknown kind.", file=file, line=number)
    return found


def _with_double_quotes(body: str, file: str) -> str:
    """The rows, with quotes as CSV files have them; values that are quoted differently are left alone."""
    if "'" not in body:
        return body
    lines = io.StringIO(re.sub(r"(?m)^\s*%[^\n]*$", "", body))
    result = io.StringIO()
    try:
        reader = csv.reader(lines, quotechar="'", escapechar="\\", skipinitialspace=True)
        csv.writer(result, lineterminator="\n").writerows(reader)
    except csv.Error as error:
        raise DataError("{file}: not readable as ARFF ({reason}).", file=file, reason=error) from None
    return result.getvalue()
