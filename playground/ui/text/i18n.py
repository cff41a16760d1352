"""The window's languages, and the translated names of fields, choices and errors."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from engine.assets import asset
from engine.errors import PlaygroundError
from engine.experiment.experiment import Experiment
from engine.fields import FieldInfo
from engine.store.presets import presets
from engine.visible import visible
from playground.ui.text.names import CHOICES
from playground.ui.text.numbers import filled

LANGUAGES: Final = {"en": "English", "ko": "한국어"}

_LAYER = re.compile(r"layers\.(\d+)")
"""The path of a layer as a whole."""
_ENGLISH_RANGE: Final = re.compile(
    r"(?:between (?P<low>\S+) and (?P<high>\S+)|at (?P<side>least|most) (?P<limit>\S+))"
    r"(?: \((?P<excluded>.+) excluded\))?"
    r"(?P<share>, or a share below 1)?"
)
"""What `engine.fields.FieldInfo.range_text` says."""

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
    QLocale.setDefault(QLocale(code))  # or Qt's own boxes show the digits of the computer's language
    if code == language():
        return
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop()[1])
    if code != "en":
        qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), f"qtbase_{code}.qm")
        for path in (asset("translations", f"playground_{code}.qm"), qt):  # Qt's has the words of its own dialogs
            translator = QTranslator(QCoreApplication.instance())
            if translator.load(str(path)):
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
    return QCoreApplication.translate("Choices", name.title) if name else visible(value)


def choice_help(value: str) -> str:
    """One sentence about a value of a choice; empty for unknown ones."""
    name = CHOICES.get(value)
    return QCoreApplication.translate("Choices", name.help) if name else ""


def error_text(error: PlaygroundError) -> str:
    """The sentence of an error, in the language on the screen."""
    if not error.values:
        return QCoreApplication.translate("Errors", error.template)
    values = {name: _error_value(name, value) for name, value in error.shown_values().items()}
    return filled(QCoreApplication.translate("Errors", error.template), values)


def _error_value(name: str, value: object) -> object:
    """A part of an error's sentence: another error, a range, or something that reads alike in all languages."""
    if isinstance(value, PlaygroundError):
        return error_text(value)
    if name == "path" and (layer := _LAYER.fullmatch(str(value))):
        return QCoreApplication.translate("ErrorPlaces", "Layer {number}").format(
            number=int(layer[1]) + 1
        )  # as rows count
    if name == "range" and language() != "en" and (match := _ENGLISH_RANGE.fullmatch(str(value))):
        low = match["low"] or (match["limit"] if match["side"] == "least" else None)
        high = match["high"] or (match["limit"] if match["side"] == "most" else None)
        excluded = (match["excluded"] or "").split(" and ")
        text = range_text(low, high, open_low=low in excluded, open_high=high in excluded)
        return or_share(text) if match["share"] else text
    return value


def range_text(low: str | None, high: str | None, *, open_low: bool = False, open_high: bool = False) -> str:
    """``from 0 to less than 1``; empty where there are no limits."""
    translate = QCoreApplication.translate
    if low is None and high is None:
        return ""
    if low is None:
        text = translate("Range", "less than {high}") if open_high else translate("Range", "at most {high}")
    elif high is None:
        text = translate("Range", "more than {low}") if open_low else translate("Range", "at least {low}")
    elif open_low and open_high:
        text = translate("Range", "more than {low}, less than {high}")
    elif open_low:
        text = translate("Range", "more than {low}, up to {high}")
    elif open_high:
        text = translate("Range", "from {low} to less than {high}")
    else:
        text = translate("Range", "from {low} to {high}")
    return text.format(low=low, high=high)


def or_share(limits: str) -> str:
    """``from 1 to 10, or a share, as 60 %``"""
    return QCoreApplication.translate("Range", "{limits}, or a share, as 60 %").format(limits=limits)


def experiment_title(experiment: Experiment, path: Path | None) -> str:
    """What a person calls an experiment: by its file, as the preset that it is or came from, or by its own name."""
    if path is not None:
        return visible(path.name)
    titles = {preset.name: preset.title for preset in presets()}
    return preset_text(titles[experiment.name]) if experiment.name in titles else visible(experiment.name)


def preset_text(text: str) -> str:
    """The title or the description of a preset."""
    return QCoreApplication.translate("Presets", text)
