"""What an Orange file says of its columns is no guess, and the reason of what it leaves out is its own."""

from pathlib import Path

import pytest

from engine.data import load_table
from engine.data.new_file import of_new_file

ROWS = "".join(f"{i / 7:.2f}\t{'cat' if i % 2 else 'dog'}\tg{i % 3}\tp{i}\n" for i in range(30))
NAMED_AT_TOP = "age\tkind\tgroup\tname\nc\td\td\ts\n\tclass\tmeta\tmeta\n"


@pytest.mark.parametrize("header", [NAMED_AT_TOP, "C#age\tcD#kind\tmD#group\tmS#name\n"])
def test_orange(tmp_path: Path, header: str) -> None:
    path = tmp_path / "my.tab"
    path.write_text(header + ROWS)
    table = load_table(of_new_file(str(path)), is_new=True)
    assert table.findings is not None
    assert table.findings.writing is not None
    assert (table.findings.writing.label, table.findings.writing.is_guess) == ("kind", False)
    assert [str(note) for note in table.findings.notes if "ignored" in str(note)] == [
        f"Column {name} is ignored: the file says that it is not to be learned from." for name in ("group", "name")
    ]


def test_the_same_rows_where_the_file_says_nothing(tmp_path: Path) -> None:
    path = tmp_path / "my.tab"
    path.write_text("age\tkind\tgroup\tname\n" + ROWS)
    table = load_table(of_new_file(str(path)), is_new=True)
    assert table.findings is not None
    assert table.findings.writing is not None
    assert table.findings.writing.is_guess
