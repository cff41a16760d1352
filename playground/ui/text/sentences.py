"""Sentences of the engine in the language on the screen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from engine.sentences import Sentence
from playground.ui.text import i18n
from playground.ui.text.numbers import filled


def sentence_text(sentence: Sentence) -> str:
    """In the language on the screen; values that are names of choices, or sentences, too."""
    values = {name: _said(name, value) for name, value in sentence.values.items()}
    return filled(QCoreApplication.translate("Diagnosis", sentence.template), values)


def _said(name: str, value: Any) -> Any:
    if isinstance(value, Sentence):
        return sentence_text(value)
    return i18n.choice_name(value) if name == "function" else value
