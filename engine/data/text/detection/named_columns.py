"""What the columns of a table are called, by its first records."""

from __future__ import annotations

from collections.abc import Sequence

from engine.data.files.wording import listed
from engine.data.text.detection import header as headers
from engine.data.text.detection.dialect import Record, usual_fields
from engine.data.text.written import ragged
from engine.errors import DataError, Remark
from engine.records import record


@record
class NamedColumns:
    """names: of all columns. made_up: those of them that the header lacks, where there is a header.

    has_trailing_separators: whether each row ends with a separator, and the header does not.
    """

    names: tuple[str, ...]
    made_up: frozenset[str] = frozenset()
    has_trailing_separators: bool = False
    remarks: tuple[Remark, ...] = ()


def called_by_place(rows: Sequence[Record]) -> NamedColumns:
    """The columns of a table without a header."""
    told = Remark("The first line is a row like the others, so columns are called by their place.")
    return NamedColumns(headers.without_names(usual_fields(rows)), remarks=(told,))


def called_by_header(
    header: list[str], below: Sequence[Sequence[str]], rows: Sequence[Record], file: str
) -> NamedColumns:
    """The columns of a table with this header. below: lines below it that say more of the columns, and are no rows.

    Raises:
        DataError: no rows, or the first has more fields than there are names.
    """
    if not rows:
        raise DataError("{file} has a header, but no rows below it.", file=file)
    remarks = list[Remark]()
    header, has_trailing_separators = _as_long_as_rows(header, rows)
    if has_trailing_separators:
        remarks.append(Remark("Each row ends with a separator more than the header: it is left out."))
    joined = headers.joined(header, below)
    if joined != header:
        remarks.append(Remark("Names are put together of several lines: {names}.", names=listed(joined)))
    line, first = rows[0]
    if len(first) - has_trailing_separators > len(joined):
        # pandas would make an index of the first column or drop the last
        raise ragged(file, line, fields=len(first), columns=len(joined))
    names, made_up = headers.named(joined)
    return NamedColumns(names, made_up, has_trailing_separators, (*remarks, *headers.remarks(joined, names)))


def _as_long_as_rows(header: list[str], rows: Sequence[Record]) -> tuple[list[str], bool]:
    """The header with as many fields as the rows have, where it is known why it has one more or less; and whether that
    is because each row ends with a separator."""
    usual = usual_fields(rows)
    if len(header) == usual + 1 and not header[-1].strip():
        return header[:-1], False
    if len(header) != usual - 1 or any(len(fields) == len(header) for _, fields in rows):
        return header, False
    usual_rows = [fields for _, fields in rows if len(fields) == usual]
    if not any(fields[-1].strip() for fields in usual_rows):
        return header, True
    are_most = 2 * len(usual_rows) > len(rows)
    if are_most and len({fields[0] for fields in usual_rows}) == len(usual_rows):  # names of rows, as R writes them
        return ["", *header], False
    return header, False
