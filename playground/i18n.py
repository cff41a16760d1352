"""The window's languages, and the translated names of fields, choices and errors."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from engine.assets import asset
from engine.errors import PlaygroundError
from engine.fields import FieldInfo
from playground.names import CHOICES

LANGUAGES: Final = {"en": "English", "ko": "한국어"}

_installed: list[tuple[str, QTranslator]] = []


def language() -> str:
    """The code of the language on the screen."""
    return _installed[0][0] if _installed else "en"


def system_language() -> str:
    """The code of the language that suits this computer best."""
    return "ko" if QLocale.system().language() == QLocale.Language.Korean else "en"


def set_language(code: str) -> None:
    """Changes the language; Qt tells every widget by a LanguageChange event.

    Raises:
        KeyError: not one of `LANGUAGES`.
    """
    if code not in LANGUAGES:
        raise KeyError(code)
    if code == language():
        return
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop()[1])
    if code != "en":
        translator = QTranslator(QCoreApplication.instance())
        if translator.load(str(asset("translations", f"playground_{code}.qm"))):
            _installed.append((code, translator))
            QCoreApplication.installTranslator(translator)


def field_title(info: FieldInfo) -> str:
    """What an editor's label says."""
    return QCoreApplication.translate("Fields", info.title)


def field_help(info: FieldInfo) -> str:
    """The sentence that explains the concept; empty where there is none."""
    return QCoreApplication.translate("Fields", info.help) if info.help else ""


def choice_name(value: str) -> str:
    """How a value of a choice reads: ``he_uniform`` -> He uniform. Unknown ones (paths) stay as they are."""
    name = CHOICES.get(value)
    return QCoreApplication.translate("Choices", name.title) if name else value


def choice_help(value: str) -> str:
    """One sentence about a value of a choice; empty for unknown ones."""
    name = CHOICES.get(value)
    return QCoreApplication.translate("Choices", name.help) if name else ""


def error_text(error: PlaygroundError) -> str:
    """The sentence of an error, in the language on the screen."""
    template = QCoreApplication.translate("Errors", error.template)
    return template.format(**error.values) if error.values else template


def preset_text(text: str) -> str:
    """The title or the description of a preset."""
    return QCoreApplication.translate("Presets", text)
