"""What ways of writing a table are called."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

SEPARATORS: Final = (",", ";", "\t", "|", " ")
ENCODINGS: Final = (
    *("utf-8", "utf-16", "cp1252", "cp1250", "cp949", "gb18030", "big5hkscs", "cp932"),
    *("koi8-r", "cp1251", "cp1253"),
)
"""Those that are offered; others are found out from the file alone."""


def separator_name(separator: str) -> str:
    """One that is unusual stands for itself."""
    names = {",": _tr("comma"), ";": _tr("semicolon"), "\t": _tr("tab"), "|": _tr("bar |"), " ": _tr("blanks")}
    return names.get(separator, f"“{separator}”")


def encoding_name(encoding: str) -> str:
    """As Python calls it, where it is an unusual one."""
    names = {
        "utf-8": "UTF-8",
        "utf-16": "UTF-16",
        "utf-16-le": "UTF-16 LE",
        "utf-16-be": "UTF-16 BE",
        "cp1252": _tr("Western European (cp1252)"),
        "cp1250": _tr("Central European (cp1250)"),
        "cp949": _tr("Korean (cp949)"),
        "gb18030": _tr("Chinese, simplified (GB 18030)"),
        "big5hkscs": _tr("Chinese, traditional (Big5)"),
        "cp932": _tr("Japanese (Shift JIS)"),
        "koi8-r": _tr("Russian (KOI8-R)"),
        "cp1251": _tr("Russian (cp1251)"),
        "cp1253": _tr("Greek (cp1253)"),
    }
    return names.get(encoding, encoding)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Writing", text)
